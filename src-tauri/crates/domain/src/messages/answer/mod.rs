//! Answers that come in by text or mail: what they say (M9), and what they are about (M10).

mod read;
mod whose;
mod words;

pub use read::{Answer, read_answer};
pub use whose::{AnswerFollows, OpenQuestion, Whose, what_follows, whom_it_is_about};
