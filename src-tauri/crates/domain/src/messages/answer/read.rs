//! What an answer says, by text message or mail (M9). Only what is certain is read; all else is for
//! a person.

use super::words::{CALL, CANCEL, POLITE, QUOTES, REST, START, STOP, STOP_WHAT, no, yes};
use crate::search::fold;

/// What somebody answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Answer {
    Confirm,
    /// A number from 0 to 10 and nothing else (M16).
    Score(u8),
    /// M9
    Stop,
    Start,
    /// "Cancel": the messages, or the visit.
    Cancel,
    No,
    CallMe,
    Other,
}

impl Answer {
    /// Whether somebody has to read it, whatever it was an answer to.
    pub fn is_for_a_person(self) -> bool {
        matches!(
            self,
            Answer::Cancel | Answer::No | Answer::CallMe | Answer::Other
        )
    }
}

/// Longest answer that is read at all, in bytes: whoever writes more has something to say.
const LONGEST: usize = 4_000;

/// What a text says, without what a mail program quotes below it. `language` is a BCP 47 tag; words
/// for stopping are understood in every language, a yes in that one and in English.
pub fn read_answer(text: &str, language: &str) -> Answer {
    let own = own_words(text);
    if own.len() > LONGEST {
        return Answer::Other;
    }
    let folded = fold(&own);
    let words: Vec<&str> = folded
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    if words.is_empty() {
        let yes = own.contains(['👍', '✅', '👌']);
        let no = own.contains(['👎', '❌']);
        return if yes && !no {
            Answer::Confirm
        } else {
            Answer::Other
        };
    }
    let words = without_politeness(&words);
    let said = words.join(" ");
    let is = |all: &[&str]| all.contains(&said.as_str());
    let language = language.split(['-', '_']).next().unwrap_or("");
    let language = language.to_ascii_lowercase();
    if is(&STOP) || stops_something(words) {
        Answer::Stop
    } else if is(&START) {
        Answer::Start
    } else if is(&CANCEL) {
        Answer::Cancel
    } else if is(yes(&language)) || is(yes("en")) {
        Answer::Confirm
    } else if is(no(&language)) || is(no("en")) {
        Answer::No
    } else if is(&CALL) {
        Answer::CallMe
    } else {
        match said.parse() {
            Ok(score @ 0..=10) => Answer::Score(score),
            _ => Answer::Other,
        }
    }
}

/// "Stop sending me these texts" as well as "no more": but "stop by at five" is something else.
fn stops_something(words: &[&str]) -> bool {
    matches!(words, [first, rest @ ..]
        if STOP.contains(first) && rest.iter().all(|word| STOP_WHAT.contains(word)))
}

fn without_politeness<'w, 't>(mut words: &'w [&'t str]) -> &'w [&'t str] {
    loop {
        let shorter = POLITE.iter().find_map(|polite| {
            let polite: Vec<&str> = polite.split(' ').collect();
            let rest = words
                .strip_prefix(&polite[..])
                .or_else(|| words.strip_suffix(&polite[..]))?;
            (!rest.is_empty()).then_some(rest)
        });
        match shorter {
            Some(shorter) => words = shorter,
            None => return words,
        }
    }
}

/// What stands above what is quoted, a signature and what a phone adds.
fn own_words(text: &str) -> String {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let folded: Vec<String> = lines.iter().map(|line| fold(line)).collect();
    let mut own = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let below = folded.get(at + 1).map_or("", String::as_str);
        if *line == "--" || begins_rest(&folded[at]) || begins_quote(&folded[at], below) {
            break;
        }
        if !line.starts_with('>') {
            own.push(*line);
        }
    }
    own.join("\n").trim().to_owned()
}

fn begins_rest(line: &str) -> bool {
    REST.iter().any(|begin| line.starts_with(begin))
}

/// "On Mon, 23 Nov 2026, Park Practice wrote:", which may go over two lines.
fn begins_quote(line: &str, below: &str) -> bool {
    QUOTES.iter().any(|(begin, wrote)| {
        let says = |line: &str| line.ends_with(':') && line.contains(wrote);
        line.starts_with(begin) && (says(line) || says(below))
    })
}
