//! What is to be told to one person, before it is made into a mail.

use chrono::{DateTime, Utc};
use domain::{WallTime, Zone};

/// A mail to one person. Text may hold anything at all: what could do harm is taken out.
#[derive(Debug, Clone, Copy)]
pub struct Letter<'a> {
    /// One address.
    pub to: &'a str,
    /// Whose it is; empty for the address alone.
    pub to_name: &'a str,
    pub subject: &'a str,
    /// Paragraphs are parted by an empty line.
    pub text: &'a str,
    /// Of the text, such as `de` or `pt-BR`.
    pub language: &'a str,
    /// Without angle brackets; the same at every attempt (M15).
    pub message_id: &'a str,
    /// The same at every attempt.
    pub date: DateTime<Utc>,
    /// How a mail program tells us that no more are wanted (RFC 2369).
    pub unsubscribe: Option<Mailto<'a>>,
    /// Answers that one click begins to write, in the order to be shown.
    pub answers: &'a [Answer<'a>],
    /// One a visit. A mail program shows the first with buttons; the others come as files, since a
    /// calendar takes one event at a time (RFC 5546, 3.2).
    pub invitations: &'a [Invitation<'a>],
}

/// A mail that somebody else's program begins to write.
#[derive(Debug, Clone, Copy)]
pub struct Mailto<'a> {
    pub to: &'a str,
    pub subject: &'a str,
    /// Empty for none.
    pub body: &'a str,
}

/// An answer to be clicked at.
#[derive(Debug, Clone, Copy)]
pub struct Answer<'a> {
    /// What is read on it.
    pub label: &'a str,
    pub by: Mailto<'a>,
}

/// A visit for the patient's own calendar (M14). The practice invites, at the address for answers,
/// and whoever the letter goes to is invited.
#[derive(Debug, Clone, Copy)]
pub struct Invitation<'a> {
    /// The same for all of a visit's life.
    pub uid: &'a str,
    /// Up by one with each change.
    pub sequence: u32,
    pub method: Method,
    pub start: WallTime,
    pub end: WallTime,
    /// In which both times are read.
    pub zone: Zone,
    /// Without treatment (M11, M14).
    pub summary: &'a str,
    /// Empty for none.
    pub place: &'a str,
    /// Empty for none.
    pub note: &'a str,
}

/// What a calendar is asked to do (RFC 5546).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Method {
    /// Put it in, or move it.
    Request,
    /// Take it out.
    Cancel,
}
