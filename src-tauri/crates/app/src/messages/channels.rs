//! The ways out of the house.

use super::mailbox::Postbox;
use ::channels::email;
use chrono::{DateTime, Utc};
use domain::OutboxId;
use domain::messages::{Channel, Letter, Planned};

/// What carries messages out of the house. A test brings its own.
pub trait Channels: Send + Sync {
    /// Whether this machine can hand over what goes by that channel, with the practice's mailbox
    /// where it has one. What it cannot stays for another machine of the practice.
    fn carries(&self, channel: Channel, postbox: Option<&Postbox>) -> bool;
    /// Hands one message over and says what the other side said to it. It must return: a line that
    /// says nothing is to be given up after a while.
    fn hand_over(&self, message: &Outgoing<'_>) -> Handed;
    /// Sends a mail that only shows whether the mailbox works, and says where it failed.
    ///
    /// # Errors
    /// What went wrong, and at which step.
    fn test(
        &self,
        postbox: &Postbox,
        letter: &TestLetter,
    ) -> std::result::Result<Tested, MailTrouble>;
    /// There is nothing more to send for a while, or nothing may be: no line and no password is kept.
    fn rest(&self) {}
}

/// What a test of a mailbox found, beside that it works.
pub use email::Tested;
/// What went wrong on the way to a mailbox.
pub use email::{Fault as MailFault, Step as MailStep, Trouble as MailTrouble};

/// A message at the moment of handing it over.
#[derive(Debug, Clone, Copy)]
pub struct Outgoing<'a> {
    pub id: OutboxId,
    /// What it is about, to whom it goes and by which channel.
    pub message: &'a Planned,
    /// What it says.
    pub letter: &'a Letter,
    /// The same at every attempt (M15).
    pub message_id: &'a str,
    /// The date in its header, the same at every attempt.
    pub date: DateTime<Utc>,
    /// The first is 1.
    pub attempt: u32,
    /// The mailbox that mail goes by, where there is one.
    pub postbox: Option<&'a Postbox>,
}

/// A mail that tests a mailbox.
#[derive(Debug, Clone)]
pub struct TestLetter {
    pub to: String,
    /// What the practice calls itself.
    pub sender: String,
    pub subject: String,
    pub text: String,
    pub language: String,
    pub message_id: String,
    pub date: DateTime<Utc>,
}

/// What the other side said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Handed {
    /// It has taken it.
    Accepted,
    /// It asks to try again later, and has taken nothing.
    NotNow(String),
    /// It will never take it.
    Refused(String),
    /// It has taken nothing, and would take no other message either.
    Unusable(MailTrouble),
    /// The line broke before it said anything: it may have taken it.
    Lost(String),
}
