//! Mail as it is made and as it is handed over: read back by other people's libraries, and taken by
//! servers that do every wrong thing at every step.

// Helpers beside the tests are tests too.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout)]

mod hostile;
mod letters;
mod made;
