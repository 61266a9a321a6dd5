//! The program as a script runs it, in a folder of its own.
#![allow(dead_code, reason = "each file of tests needs a part of it")]

use serde_json::Value;
use std::path::PathBuf;
use std::process::{Command, Output};
use tempfile::TempDir;

pub(crate) const PASSPHRASE: &str = "correct horse battery";

/// A folder with a practice in it, and the program.
pub(crate) struct Script {
    pub(crate) folder: TempDir,
    pub(crate) practice: PathBuf,
}

impl Script {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        std::fs::write(folder.path().join("passphrase"), format!("{PASSPHRASE}\n"))
            .expect("a file can be written there");
        let practice = folder.path().join("practice");
        Self { folder, practice }
    }

    /// With a practice set up in it.
    pub(crate) fn made() -> Self {
        let script = Self::new();
        script.init();
        script
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn text(&self, name: &str) -> String {
        self.path(name).display().to_string()
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_daybook"))
            .arg("--practice")
            .arg(&self.practice)
            .arg("--json")
            .args(arguments)
            .env("DAYBOOK_PASSPHRASE_FILE", self.path("passphrase"))
            .env_remove("DAYBOOK_PRACTICE")
            .env("LC_ALL", "C.UTF-8")
            .output()
            .expect("the program runs")
    }

    pub(crate) fn ok(&self, arguments: &[&str]) -> Value {
        let output = self.run(arguments);
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(0), "{arguments:?}: {said}");
        serde_json::from_slice(&output.stdout).expect("one JSON document")
    }

    /// The error's document and what stood on stderr.
    pub(crate) fn refused(&self, arguments: &[&str]) -> (Value, String) {
        let output = self.run(arguments);
        assert_eq!(output.status.code(), Some(1), "{arguments:?}");
        let document: Value = serde_json::from_slice(&output.stdout).expect("one JSON document");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        (document["error"].clone(), said)
    }

    pub(crate) fn init(&self) {
        self.ok(&[
            "init",
            "--name",
            "Practice by the Park",
            "--timezone",
            "Europe/Berlin",
            "--recovery-code-out",
            &self.text("code"),
        ]);
    }
}
