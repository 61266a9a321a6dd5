//! The ways out of the house.

use chrono::{DateTime, Utc};
use domain::OutboxId;
use domain::messages::{Channel, Letter, Planned};

/// What carries messages out of the house. A test brings its own.
pub trait Channels: Send + Sync {
    /// Whether this machine can hand over what goes by that channel. What it cannot stays for
    /// another one of the practice.
    fn carries(&self, channel: Channel) -> bool;
    /// Hands one message over and says what the other side said to it. It must return: a line that
    /// says nothing is to be given up after a while.
    fn hand_over(&self, message: &Outgoing<'_>) -> Handed;
}

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
    /// The line broke before it said anything: it may have taken it.
    Lost,
}
