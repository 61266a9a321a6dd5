//! Reading a template: what is misspelt is told in the editor, not in a patient's mail.

use super::field::Field;
use crate::messages::kind::MessageKind;
use crate::said::{Said, said};

/// A text with blanks, of which each can be filled for its kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    pub(super) kind: MessageKind,
    pub(super) pieces: Vec<Piece>,
}

/// What it consists of, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) place: Place,
    pub(super) what: What,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum What {
    Text(String),
    Field(Field),
}

/// Where something stands in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// Characters before it.
    pub at: usize,
    /// Line and character in it, both from 1.
    pub line: usize,
    pub column: usize,
}

/// What cannot be filled.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {}, character {}: {fault}", place.line, place.column)]
pub struct TemplateError {
    pub place: Place,
    pub fault: Fault,
}

/// What is wrong there.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    #[error("there is no field {{{written}}}")]
    Unknown {
        written: String,
        /// What may have been meant.
        meant: Option<Field>,
    },
    #[error("a message of this kind has nothing for {{{}}}", field.name())]
    Unfitting { field: Field, meant: Option<Field> },
    #[error("the field that begins here does not end; write {{{{ for a brace")]
    Open,
    #[error("no field begins before this brace; write }}}} for a brace")]
    Stray,
    #[error("there is no text")]
    Empty,
}

impl From<&TemplateError> for Said {
    fn from(error: &TemplateError) -> Self {
        let with_meant = |what: Said, meant: &Option<Field>| match meant {
            Some(field) => said("template-meant")
                .with("what", what)
                .with("field", field.name()),
            None => what,
        };
        let what = match &error.fault {
            Fault::Unknown { written, meant } => {
                with_meant(said("template-unknown").with("field", written), meant)
            }
            Fault::Unfitting { field, meant } => {
                let what = said("template-unfitting").with("field", field.name());
                with_meant(what, meant)
            }
            Fault::Open => said("template-open"),
            Fault::Stray => said("template-stray"),
            Fault::Empty => said("template-empty"),
        };
        said("template-at")
            .with("line", error.place.line)
            .with("column", error.place.column)
            .with("what", what)
    }
}

/// Longest name of a field that is told as one; what is longer is a brace that was not closed.
const LONGEST_NAME: usize = 40;

impl Template {
    /// Reads a text with blanks such as `{first_name}`; `{{` and `}}` are braces. All that is wrong
    /// is told at once, in order.
    pub fn parse(text: &str, kind: MessageKind) -> Result<Self, Vec<TemplateError>> {
        let mut reader = Reader::new(text, kind);
        if text.trim().is_empty() {
            reader.fault(Place::first(), Fault::Empty);
        }
        while let Some((place, letter)) = reader.next() {
            match letter {
                '{' | '}' if reader.peek() == Some(letter) => {
                    reader.next();
                    reader.text(place, letter);
                }
                '{' => reader.field(place),
                '}' => reader.fault(place, Fault::Stray),
                _ => reader.text(place, letter),
            }
        }
        if reader.errors.is_empty() {
            Ok(reader.template)
        } else {
            Err(reader.errors)
        }
    }

    /// Of which kind its messages are.
    pub fn kind(&self) -> MessageKind {
        self.kind
    }

    /// The blanks, in order.
    pub fn fields(&self) -> impl Iterator<Item = Field> {
        self.pieces.iter().filter_map(|piece| match piece.what {
            What::Field(field) => Some(field),
            What::Text(_) => None,
        })
    }
}

impl Place {
    pub(super) fn first() -> Self {
        Self {
            at: 0,
            line: 1,
            column: 1,
        }
    }

    /// The place after that letter.
    pub(super) fn after(self, letter: char) -> Self {
        let at = self.at + 1;
        if letter == '\n' {
            let (line, column) = (self.line + 1, 1);
            return Self { at, line, column };
        }
        let column = self.column + 1;
        Self { at, column, ..self }
    }
}

struct Reader<'t> {
    letters: std::iter::Peekable<std::str::Chars<'t>>,
    place: Place,
    template: Template,
    errors: Vec<TemplateError>,
}

impl<'t> Reader<'t> {
    fn new(text: &'t str, kind: MessageKind) -> Self {
        Self {
            letters: text.chars().peekable(),
            place: Place::first(),
            template: Template {
                kind,
                pieces: Vec::new(),
            },
            errors: Vec::new(),
        }
    }

    fn next(&mut self) -> Option<(Place, char)> {
        let letter = self.letters.next()?;
        let place = self.place;
        self.place = place.after(letter);
        Some((place, letter))
    }

    fn peek(&mut self) -> Option<char> {
        self.letters.peek().copied()
    }

    fn text(&mut self, place: Place, letter: char) {
        if let Some(Piece {
            what: What::Text(text),
            ..
        }) = self.template.pieces.last_mut()
        {
            text.push(letter);
            return;
        }
        let what = What::Text(letter.to_string());
        self.template.pieces.push(Piece { place, what });
    }

    /// From behind the opening brace.
    fn field(&mut self, place: Place) {
        let mut written = String::new();
        loop {
            match self.peek() {
                Some('}') => break,
                Some('{' | '\n') | None => return self.fault(place, Fault::Open),
                Some(_) if written.chars().count() > LONGEST_NAME => {
                    return self.fault(place, Fault::Open);
                }
                Some(letter) => written.push(letter),
            }
            self.next();
        }
        self.next();
        let kind = self.template.kind;
        let written = written.trim();
        let what = match Field::named(written) {
            Some(field) if field.fits(kind) => What::Field(field),
            Some(field) => {
                let meant = Field::meant(written, kind);
                return self.fault(place, Fault::Unfitting { field, meant });
            }
            None => {
                let meant = Field::meant(written, kind);
                let written = written.to_owned();
                return self.fault(place, Fault::Unknown { written, meant });
            }
        };
        self.template.pieces.push(Piece { place, what });
    }

    fn fault(&mut self, place: Place, fault: Fault) {
        self.errors.push(TemplateError { place, fault });
    }
}
