//! Texts with blanks (M11): read, checked and filled in.

mod check;
mod field;
mod parse;
mod render;

pub use check::{Warned, Warning};
pub use field::{Field, first_name};
pub use parse::{Fault, Place, Template, TemplateError};
pub use render::{Form, Unfilled, Values, header_line};
