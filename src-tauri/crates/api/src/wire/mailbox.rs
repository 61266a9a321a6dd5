//! The mailbox of the practice.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How the line to the server is kept from being read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum WireMailSecurity {
    /// Encrypted from the first byte; port 465 by custom.
    Tls,
    /// Turns to encryption before anything is said; port 587 by custom.
    StartTls,
    /// Never encrypted: only to this very computer.
    None,
}

/// The mailbox, without what opens it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MailboxView {
    pub host: String,
    pub port: u16,
    pub security: WireMailSecurity,
    /// Empty where there is no login.
    pub user: String,
    pub has_password: bool,
    /// Whether the password is an access token (XOAUTH2).
    pub token: bool,
    /// The address that mail comes from.
    pub from: String,
    /// Where answers go; empty for `from`.
    pub reply_to: String,
    /// Whether mail goes out by it.
    pub active: bool,
    /// What keeps mail from going; none while it goes.
    pub trouble: Option<MailboxTrouble>,
}

/// What keeps mail from going, and what to do.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MailboxTrouble {
    /// Since when, as an instant.
    pub since: String,
    /// The same on the practice's wall clock.
    pub since_local: String,
    pub what: String,
    pub todo: String,
    /// The server's own words.
    pub said: Option<String>,
}

/// How the mailbox is to be.
#[derive(Clone, Deserialize, TS)]
pub struct MailboxInput {
    pub host: String,
    pub port: u16,
    pub security: WireMailSecurity,
    pub user: String,
    /// None keeps the one that there is; refused where server or user is another one.
    pub password: Option<String>,
    pub token: bool,
    pub from: String,
    pub reply_to: String,
}

impl std::fmt::Debug for MailboxInput {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("MailboxInput").finish_non_exhaustive()
    }
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct TestMailbox {
    /// The address that a test mail goes to.
    pub to: String,
    /// None for the mailbox that is kept; else as it is written here, with nothing kept of it.
    pub mailbox: Option<MailboxInput>,
}

/// How a test went.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MailboxTested {
    /// Whether the server took the mail.
    pub ok: bool,
    /// As the server calls itself; empty where it did not work.
    pub server: String,
    pub encrypted: bool,
    /// At which step it failed.
    pub step: Option<String>,
    /// What went wrong.
    pub what: Option<String>,
    /// What to do about it.
    pub todo: Option<String>,
    /// The server's own words.
    pub said: Option<String>,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct GuessMailbox {
    pub address: String,
}

/// Where the mailbox of an address is, as far as the address tells.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MailboxGuess {
    pub host: String,
    pub port: u16,
    pub security: WireMailSecurity,
    pub user: String,
    pub token: bool,
    pub from: String,
    pub reply_to: String,
    /// Whether the provider is known; else it is what most have.
    pub certain: bool,
}
