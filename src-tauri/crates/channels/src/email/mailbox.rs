//! A practice's mailbox: where it is, how to speak to it, and as whom.

use std::fmt;
use std::time::Duration;
use zeroize::Zeroizing;

/// A practice's mailbox, as far as sending goes.
#[derive(Debug, Clone)]
pub struct Mailbox {
    /// A name, or an address of a machine.
    pub host: String,
    pub port: u16,
    pub security: Security,
    /// None where the server lets this machine send without.
    pub login: Option<Login>,
    /// The address that mail comes from.
    pub from: String,
    /// What the practice calls itself in mail (M11); empty for the address alone.
    pub label: String,
    /// Where answers go, those of calendars too; none for `from`.
    pub reply_to: Option<String>,
    /// Certificates to be trusted beside the public ones, as DER: those of a server in the house.
    pub trusted: Vec<Vec<u8>>,
}

/// How the line is kept from being read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Security {
    /// Encrypted from the first byte; port 465 by custom.
    Tls,
    /// Begins in clear and turns to encryption before anything is said; port 587 by custom.
    StartTls,
    /// Never encrypted: only to this very machine.
    None,
}

/// As whom to log in.
#[derive(Debug, Clone)]
pub struct Login {
    pub user: String,
    pub proof: Proof,
}

/// What shows that it is us.
#[derive(Debug, Clone)]
pub enum Proof {
    /// By PLAIN, or LOGIN where the server knows no better.
    Password(Secret),
    /// An access token, by XOAUTH2.
    Token(Secret),
}

/// What is neither shown nor written down, and wiped when it is let go.
#[derive(Clone)]
pub struct Secret(Zeroizing<String>);

impl Secret {
    pub(super) fn reveal(&self) -> &str {
        &self.0
    }
}

impl From<String> for Secret {
    fn from(secret: String) -> Self {
        Self(Zeroizing::new(secret))
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret")
    }
}

/// How long to wait before giving up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Patience {
    /// For each of a server's addresses to be reached.
    pub connect: Duration,
    /// For each reply, whole.
    pub reply: Duration,
    /// For all that comes before the text of a message.
    pub before: Duration,
    /// For the text to be taken, and the word on it: given up too early, a mail goes twice.
    pub verdict: Duration,
}

impl Default for Patience {
    /// Five minutes in all at most, less than RFC 5321 (4.5.3.2) would wait: whoever has the turn to
    /// send keeps it no longer.
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(15),
            reply: Duration::from_secs(45),
            before: Duration::from_secs(90),
            verdict: Duration::from_secs(150),
        }
    }
}
