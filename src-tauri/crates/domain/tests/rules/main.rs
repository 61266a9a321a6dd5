//! The rules of the desk, each test named after the rule it proves.

mod booking;
mod build;
mod duplicates;
mod openings;
mod status;
