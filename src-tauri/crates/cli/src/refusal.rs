//! Why a command was not done, on stderr; with `--json` also as one document on stdout.

use crate::answer::{document, put, say};
use crate::machine::Machine;
use api::Words;
use api::wire::error::{ErrorCode, WireError};
use app::Told;
use domain::{Said, said};
use serde_json::json;
use std::process::ExitCode;

/// A refusal of the core, as the window tells it too.
#[derive(Debug)]
pub(crate) struct Refusal(Box<WireError>);

impl From<app::Error> for Refusal {
    fn from(error: app::Error) -> Self {
        Self(Box::new(WireError::of(&error, &words())))
    }
}

impl From<WireError> for Refusal {
    fn from(told: WireError) -> Self {
        Self(Box::new(told))
    }
}

/// The words of the person at this terminal.
pub(crate) fn words() -> Words {
    Words::of(&app::spoken_on(&Machine::new()))
}

impl Refusal {
    /// A file that this program itself reads or writes; `what` has a blank `error`.
    pub(crate) fn file(what: Said) -> impl FnOnce(std::io::Error) -> Self {
        move |source| Self::from(app::Error::File { what, source })
    }

    /// Something given cannot be used.
    pub(crate) fn invalid(field: &'static str, what: Said) -> Self {
        Self::from(app::Error::Invalid { field, what })
    }

    /// Says which option helps.
    pub(crate) fn hinting(mut self, hint: &'static str) -> Self {
        self.0.next = words().say(&said(hint));
        self
    }

    /// What happened and what to do, when the practice itself is damaged.
    pub(crate) fn damage(&self) -> Option<(&str, &str)> {
        (self.0.code == ErrorCode::Damaged).then_some((&self.0.what, &self.0.next))
    }

    /// A fault of this program.
    pub(crate) fn fault() -> Self {
        let told = Told::new(said("cli-fault"), "cli-fault-data", "cli-fault-next");
        Self(Box::new(WireError::told(
            ErrorCode::Failed,
            &told,
            &words(),
        )))
    }

    /// The command line cannot be understood.
    pub(crate) fn usage(help: &clap::Error) -> Self {
        let text = help.to_string();
        let what = text.lines().next().unwrap_or_default();
        let what = what.strip_prefix("error: ").unwrap_or(what);
        let told = Told::new(
            said("detail").with("detail", what),
            "data-unchanged",
            "cli-usage-next",
        );
        let mut wire = WireError::told(ErrorCode::Invalid, &told, &words());
        // As the line of help has it.
        wire.what = what.to_owned();
        Self(Box::new(wire))
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
