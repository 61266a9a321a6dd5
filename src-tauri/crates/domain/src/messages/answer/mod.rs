//! Answers that come in by text or mail: what they say (M9), and what they are about (M10).

mod read;
mod reference;
mod whose;
mod words;

pub use read::{Answer, read_answer};
pub use reference::{reference, referred_to};
pub use whose::{AnswerFollows, OpenQuestion, Whose, what_follows, whom_it_is_about};
