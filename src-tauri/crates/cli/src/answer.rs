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
            self.people
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

/// JSON as it is written out.
pub(crate) fn document(json: &Value) -> String {
    format!("{json:#}\n")
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
    let _ = writeln!(std::io::stderr().lock(), "{message}");
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
            // Control characters in a name must not steer the terminal.
            let cell: String = cell
                .chars()
                .map(|c| if c.is_control() { ' ' } else { c })
                .collect();
            line.push_str(&format!("{cell:<width$}  "));
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::table;

    #[test]
    fn columns_stand_under_each_other_and_names_do_not_steer_the_terminal() {
        let rows = [
            vec!["Zoë".to_owned(), "1".to_owned()],
            vec!["\u{1b}[2J王".to_owned(), "22".to_owned()],
        ];
        assert_eq!(table(&rows), "Zoë    1\n [2J王  22\n");
    }
}
