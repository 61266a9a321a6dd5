//! M11: what a template says that a stranger who sees the message need not know.

use super::field::Field;
use super::parse::{Place, Template, What};
use crate::messages::kind::Trigger;
use crate::said::{Said, said};
use crate::search::fold;

/// What the editor points at; the template can be kept all the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    pub place: Place,
    pub what: Warned,
}

/// What is pointed at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Warned {
    /// M11: a field that tells why somebody goes there.
    Tells(Field),
    /// M11: words that do; as they stand in the text.
    Says(String),
    /// S11: when it begins, and not when to be there.
    StartAlone,
    /// M5: whoever is written to for others does not learn for whom.
    NoNames,
}

impl Warned {
    /// Whether a stranger learns something from it.
    pub(in crate::messages) fn is_too_much(&self) -> bool {
        match self {
            Warned::Tells(_) | Warned::Says(_) => true,
            Warned::StartAlone | Warned::NoNames => false,
        }
    }
}

impl From<&Warning> for Said {
    fn from(warning: &Warning) -> Self {
        let what = match &warning.what {
            Warned::Tells(field) => said("template-tells").with("field", field.name()),
            Warned::Says(words) => said("template-says").with("words", words),
            Warned::StartAlone => said("template-start-alone"),
            Warned::NoNames => said("template-no-names"),
        };
        said("template-at")
            .with("line", warning.place.line)
            .with("column", warning.place.column)
            .with("what", what)
    }
}

/// Letters from which on a telling word is also found within another one: a language that joins
/// words hides it there.
const JOINED: usize = 5;

impl Template {
    /// What it says too much, or too little, in order. `telling` are words that tell: the names of
    /// appointment types and of what providers are.
    pub fn warnings<'w>(&self, telling: impl IntoIterator<Item = &'w str>) -> Vec<Warning> {
        let telling: Vec<Vec<String>> = telling
            .into_iter()
            .map(|words| {
                worded(words, Place::first())
                    .map(|word| word.folded)
                    .collect()
            })
            .filter(|words: &Vec<String>| !words.is_empty())
            .collect();
        let mut found = Vec::new();
        let has = |field| self.fields().any(|one| one == field);
        let of_visit = self.kind.trigger() != Trigger::Patient;
        if of_visit && !has(Field::Names) {
            let place = Place::first();
            let what = Warned::NoNames;
            found.push(Warning { place, what });
        }
        for piece in &self.pieces {
            let place = piece.place;
            match &piece.what {
                What::Field(field) if field.tells_too_much() => {
                    let what = Warned::Tells(*field);
                    found.push(Warning { place, what });
                }
                What::Field(Field::Start) if !has(Field::Arrival) => {
                    let what = Warned::StartAlone;
                    found.push(Warning { place, what });
                }
                What::Field(_) => {}
                What::Text(text) => said_in(text, place, &telling, &mut found),
            }
        }
        found
    }
}

fn said_in(text: &str, place: Place, telling: &[Vec<String>], found: &mut Vec<Warning>) {
    let words: Vec<Word<'_>> = worded(text, place).collect();
    for (at, word) in words.iter().enumerate() {
        let tells = |wanted: &Vec<String>| {
            let here = words.get(at..at + wanted.len()).unwrap_or(&[]);
            let same = here.iter().map(|word| &word.folded).eq(wanted);
            let within = matches!(&wanted[..], [one]
                if one.chars().count() >= JOINED && word.folded.contains(one.as_str()));
            (same || within).then_some(if same { wanted.len() } else { 1 })
        };
        if let Some(count) = telling.iter().filter_map(tells).max() {
            let said: Vec<&str> = words[at..at + count].iter().map(|one| one.text).collect();
            found.push(Warning {
                place: word.place,
                what: Warned::Says(said.join(" ")),
            });
        }
    }
}

struct Word<'t> {
    place: Place,
    text: &'t str,
    folded: String,
}

/// The words of a text that begins at `place`.
fn worded(text: &str, mut place: Place) -> impl Iterator<Item = Word<'_>> {
    text.split_inclusive(|letter: char| !letter.is_alphanumeric())
        .filter_map(move |part| {
            let begins = place;
            for letter in part.chars() {
                place = place.after(letter);
            }
            let text = part.trim_end_matches(|letter: char| !letter.is_alphanumeric());
            (!text.is_empty()).then(|| Word {
                place: begins,
                text,
                folded: fold(text),
            })
        })
}
