//! A message in words, as a channel hands it over (M11).

use super::invitation::Invitation;
use serde::{Deserialize, Serialize};

/// What a message says. Nothing in it was taken from a record but what M11 allows, each on one line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    /// BCP 47 tag of the language it is written in.
    pub language: String,
    /// What the practice calls itself towards patients.
    pub sender: String,
    /// First name of whoever is written to; empty for the desk.
    pub to: String,
    /// Empty where the channel has none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub subject: String,
    /// Plain text; each line ends in `\n` but the last.
    pub text: String,
    /// M14: one for each visit that a calendar is to hear of, by mail alone.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub invitations: Vec<Invitation>,
    /// Answers that one click begins to write, by mail alone.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<ReadyAnswer>,
}

/// An answer that needs only to be sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadyAnswer {
    /// What is read on it.
    pub label: String,
    /// What it says: a word that is understood (M9).
    pub says: String,
}
