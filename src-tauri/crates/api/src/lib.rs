//! The border to a window: the list of commands, what crosses, and the codes of errors.
//!
//! A command is named once, in [`commands`]; the router and the TypeScript come from there, and a
//! command without a handler does not compile.

mod apart;
mod commands;
mod convert;
mod handlers;
mod refusal;
pub mod wire;
mod words;

pub use apart::{Apart, Begun, begin};
pub use commands::{bindings, rpc};
pub use convert::{hit, visit};
pub use words::Words;
