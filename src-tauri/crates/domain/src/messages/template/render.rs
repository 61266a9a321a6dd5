//! Filling a template in. Whatever a name or a note holds, it is a word in the text and nothing
//! else: no header, no line, no markup, no blank of its own.

use super::field::Field;
use super::parse::{Template, What};
use crate::limits::SHORT;
use crate::said::{Said, said};
use std::collections::BTreeMap;

/// What the blanks are filled with, in the words of the reader's language.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Values(BTreeMap<Field, String>);

/// For what the text is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Form {
    /// A mail as text, a text message, a script for a call.
    Plain,
    /// One line of a mail's header.
    Subject,
    /// The inside of an HTML body.
    Html,
}

/// There is nothing to fill a blank with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("there is nothing to fill {{{}}} with", .0.name())]
pub struct Unfilled(pub Field);

impl From<Unfilled> for Said {
    fn from(Unfilled(field): Unfilled) -> Self {
        said("template-unfilled").with("field", field.name())
    }
}

impl Values {
    /// The same with one blank filled; an empty value fills nothing.
    #[must_use]
    pub fn with(mut self, field: Field, value: &str) -> Self {
        self.0.insert(field, one_line(value, SHORT));
        self
    }

    fn get(&self, field: Field) -> Result<&str, Unfilled> {
        self.0
            .get(&field)
            .map(String::as_str)
            .filter(|value| !value.is_empty())
            .ok_or(Unfilled(field))
    }
}

impl Template {
    /// The text with its blanks filled; refused where one stays blank, since a message without its
    /// day or its phone number is worse than none.
    pub fn render(&self, values: &Values, form: Form) -> Result<String, Unfilled> {
        let mut text = String::new();
        for piece in &self.pieces {
            let piece = match &piece.what {
                What::Text(text) => text.as_str(),
                What::Field(field) => values.get(*field)?,
            };
            match form {
                Form::Plain | Form::Subject => text.push_str(piece),
                Form::Html => escape(piece, &mut text),
            }
        }
        Ok(match form {
            Form::Plain => lines(&text),
            Form::Subject => one_line(&text, SHORT),
            Form::Html => lines(&text).replace('\n', "<br>\n"),
        })
    }
}

fn escape(text: &str, into: &mut String) {
    for letter in text.chars() {
        match letter {
            '&' => into.push_str("&amp;"),
            '<' => into.push_str("&lt;"),
            '>' => into.push_str("&gt;"),
            '"' => into.push_str("&quot;"),
            '\'' => into.push_str("&#39;"),
            _ => into.push(letter),
        }
    }
}

/// Without controls, each line end one `\n`.
fn lines(text: &str) -> String {
    text.replace("\r\n", "\n")
        .replace(['\r', '\u{85}', '\u{2028}', '\u{2029}'], "\n")
        .chars()
        .filter(|letter| *letter == '\n' || !is_hidden(*letter))
        .collect()
}

/// A name or label as it may stand in a header: one line of a bounded length, without controls.
pub fn header_line(text: &str) -> String {
    one_line(text, SHORT)
}

/// One line of at most so many characters; whatever parts lines or words becomes one space.
fn one_line(text: &str, most: usize) -> String {
    let spaced: String = text
        .chars()
        .map(|letter| match letter {
            '\u{2028}' | '\u{2029}' => ' ',
            letter if letter.is_control() => ' ',
            letter => letter,
        })
        .filter(|letter| !is_hidden(*letter))
        .collect();
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let line: String = words.join(" ").chars().take(most).collect();
    line.trim_end().to_owned()
}

/// Controls, and what turns the direction of all that follows: no name needs it, and it can make a
/// number read backwards.
fn is_hidden(letter: char) -> bool {
    letter.is_control()
        || matches!(
            letter,
            '\u{200b}' | '\u{feff}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
        )
}
