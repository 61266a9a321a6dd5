//! The rules of the desk, each test named after the rule it proves.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod block_outs;
mod booking;
mod build;
mod duplicates;
mod limits;
mod openings;
mod power_cut;
mod status;
