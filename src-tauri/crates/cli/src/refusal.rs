//! Why a command was not done, on stderr; with `--json` also as one document on stdout.

use crate::answer::{document, put, say};
use api::wire::error::{ErrorCode, WireError};
use serde_json::json;
use std::process::ExitCode;

/// A refusal of the core, as the window tells it too.
#[derive(Debug)]
pub(crate) struct Refusal(Box<WireError>);

impl From<app::Error> for Refusal {
    fn from(error: app::Error) -> Self {
        Self(Box::new(error.into()))
    }
}

impl From<WireError> for Refusal {
    fn from(told: WireError) -> Self {
        Self(Box::new(told))
    }
}

impl Refusal {
    /// A file that this program itself reads or writes.
    pub(crate) fn file(what: String) -> impl FnOnce(std::io::Error) -> Self {
        move |source| Self::from(app::Error::File { what, source })
    }

    /// Something given cannot be used.
    pub(crate) fn invalid(field: &'static str, what: impl Into<String>) -> Self {
        Self::from(app::Error::Invalid {
            field,
            what: what.into(),
        })
    }

    /// Says which option helps.
    pub(crate) fn hinting(mut self, hint: &str) -> Self {
        self.0.next = hint.to_owned();
        self
    }

    /// What happened and what to do, when the practice itself is damaged.
    pub(crate) fn damage(&self) -> Option<(&str, &str)> {
        (self.0.code == ErrorCode::Damaged).then_some((&self.0.what, &self.0.next))
    }

    /// A fault of this program.
    pub(crate) fn fault() -> Self {
        Self::told(
            ErrorCode::Failed,
            "Daybook stopped because of a fault of its own.".to_owned(),
            "Everything that was saved is safe; what was just asked for was not done, or only in part shown.",
            "Look whether it is there, and try again.",
        )
    }

    /// The command line cannot be understood.
    pub(crate) fn usage(help: &clap::Error) -> Self {
        let text = help.to_string();
        let what = text.lines().next().unwrap_or_default();
        Self::told(
            ErrorCode::Invalid,
            what.strip_prefix("error: ").unwrap_or(what).to_owned(),
            "Nothing was changed.",
            "See what can be asked with daybook --help.",
        )
    }

    fn told(code: ErrorCode, what: String, data: &str, next: &str) -> Self {
        Self(Box::new(WireError {
            code,
            what,
            data: data.to_owned(),
            next: next.to_owned(),
            clashes: Vec::new(),
            duplicates: Vec::new(),
            wait_seconds: None,
            field: None,
        }))
    }

    /// The refusal for programs, on stdout.
    pub(crate) fn document(&self) {
        let _ = put(&document(&json!({ "error": &self.0 })));
    }

    pub(crate) fn give(self, json: bool) -> ExitCode {
        if json {
            self.document();
        }
        let told = *self.0;
        let words = [told.what, told.data, told.next];
        let words: Vec<String> = words.into_iter().filter(|part| !part.is_empty()).collect();
        say(&words.join("\n"));
        ExitCode::FAILURE
    }
}
