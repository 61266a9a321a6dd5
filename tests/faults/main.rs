//! Be the enemy: two processes at once, kill -9 at any moment, a full disk. What was acknowledged
//! must be there afterwards, and nothing twice.
//!
//! A worker is this same program, started again with what to do in its environment, so that it is
//! a process of its own that can be killed.

#![allow(
    clippy::panic,
    clippy::print_stdout,
    reason = "a test that cannot go on has failed, and workers speak"
)]

mod full_disk;
mod kill;
mod mail;
mod practice;
mod two_processes;
mod worker;
