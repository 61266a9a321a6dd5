//! What goes to stdout: one JSON document for programs, or lines for people. Messages go to stderr.

use serde_json::Value;
use std::io::{ErrorKind, Write};
use std::process::ExitCode;

/// What a command found or did.
#[derive(Debug)]
pub(crate) struct Answer {
    json: Value,
    people: String,
    done: bool,
}

impl Answer {
    /// `people` is what a person reads instead of the JSON.
    pub(crate) fn new(json: Value, people: String) -> Self {
        Self {
            json,
            people,
            done: true,
        }
    }

    /// The answer tells that something is not as it should be.
    pub(crate) fn but_not_done(self, done: bool) -> Self {
        Self { done, ..self }
    }

    pub(crate) fn give(self, json: bool) -> ExitCode {
        let text = if json {
            document(&self.json)
        } else {
            steers_nothing(&self.people)
        };
        match put(&text) {
            Ok(()) if self.done => ExitCode::SUCCESS,
            Ok(()) => ExitCode::FAILURE,
            Err(error) => {
                say(&format!("The answer could not be written: {error}."));
                ExitCode::FAILURE
            }
        }
    }
}

/// JSON as it is written out. What would steer a terminal is escaped, which programs read alike.
pub(crate) fn document(json: &Value) -> String {
    let mut text = String::new();
    for c in format!("{json:#}\n").chars() {
        // Outside of its strings there is nothing of this kind but line ends.
        if steers(c) && c != '\n' {
            text.push_str(&format!("\\u{:04x}", u32::from(c)));
        } else {
            text.push(c);
        }
    }
    text
}

/// The text for a terminal: whatever a file or a record holds, it moves no cursor, hides nothing
/// and turns no writing around.
pub(crate) fn steers_nothing(text: &str) -> String {
    text.chars()
        .map(|c| if steers(c) && c != '\n' { ' ' } else { c })
        .collect()
}

/// Control characters, line and paragraph ends of Unicode, and those that change the direction of
/// what follows.
fn steers(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Writes to stdout. A reader who has had enough is no failure.
pub(crate) fn put(text: &str) -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    let written = out.write_all(text.as_bytes()).and_then(|()| out.flush());
    match written {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        other => other,
    }
}

/// Writes a message to stderr; with nobody there it is lost.
pub(crate) fn say(message: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{}", steers_nothing(message));
}

/// Writes over the line that stderr is at; nothing else is written while it is used.
pub(crate) fn say_over(message: &str) {
    let mut out = std::io::stderr().lock();
    let _ = write!(out, "\r{message:<60}").and_then(|()| out.flush());
}

/// Lines whose columns stand under each other; a line without cells stays out.
pub(crate) fn table(rows: &[Vec<String>]) -> String {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns)
        .map(|column| {
            rows.iter()
                .filter_map(|row| row.get(column))
                .map(|cell| cell.chars().count())
                .max()
                .unwrap_or(0)
        })
        .collect();
    let mut text = String::new();
    for row in rows {
        let mut line = String::new();
        for (cell, width) in row.iter().zip(&widths) {
            // A line end in a name must not break the table either.
            let cell = steers_nothing(cell).replace('\n', " ");
            line.push_str(&format!("{cell:<width$}  "));
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{document, steers_nothing, table};

    #[test]
    fn columns_stand_under_each_other_and_names_do_not_steer_the_terminal() {
        let rows = [
            vec!["Zoë".to_owned(), "1".to_owned()],
            vec!["\u{1b}[2J王".to_owned(), "22".to_owned()],
        ];
        assert_eq!(table(&rows), "Zoë    1\n [2J王  22\n");
    }

    #[test]
    fn nothing_that_is_said_steers_the_terminal() {
        let hostile = "a\u{1b}]0;x\u{7}\u{9b}2J\u{202e}fdp.exe\u{2066}\r\u{7f}\nمحمد";
        let said = steers_nothing(hostile);
        assert_eq!(said, "a ]0;x  2J fdp.exe   \nمحمد");
        let json = serde_json::json!({ "name": hostile });
        let text = document(&json);
        assert!(
            text.trim_end()
                .chars()
                .all(|c| c == '\n' || !super::steers(c))
        );
        let read: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(read, json, "programs read what was there");
    }
}
