//! Mail as it is made and as it is handed over: read back by other people's libraries, and taken by
//! servers that do every wrong thing at every step.

// Helpers beside the tests are tests too.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout)]

mod certificates;
mod faults;
mod hostile;
mod letters;
mod lines;
mod logins;
mod made;
#[cfg(target_os = "linux")]
mod postfix;
#[cfg(target_os = "linux")]
mod real;
mod server;
mod talk;
