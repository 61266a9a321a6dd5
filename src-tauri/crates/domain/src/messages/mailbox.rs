//! The practice's own mailbox, by which mail goes out.

use crate::id::MailboxId;
use crate::name::names;
use crate::said::{Said, said};
use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use std::net::IpAddr;

/// Where the mailbox is, how to speak to it, and as whom. The password is kept apart, so that no line
/// of the trail repeats it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mailbox {
    pub id: MailboxId,
    pub host: String,
    pub port: u16,
    pub security: MailSecurity,
    /// Empty where the server takes mail without a login.
    pub user: String,
    /// Whether the password is an access token.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub token: bool,
    /// The address that mail comes from.
    pub from: String,
    /// Where answers go; empty for `from`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reply_to: String,
}

/// How the line is kept from being read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum MailSecurity {
    /// Encrypted from the first byte.
    Tls,
    /// Turns to encryption before anything is said.
    StartTls,
    /// Never encrypted: only to this very machine.
    None,
}

names!(MailSecurity { Tls = "tls", StartTls = "starttls", None = "none" });

/// Why a mailbox cannot be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum MailboxUnfit {
    #[error("this is no name of a server")]
    Host,
    #[error("a port is a number from 1 to 65535")]
    Port,
    #[error("without encryption only a server on this very computer may be used")]
    Plain,
    #[error("this is no e-mail address")]
    From,
    #[error("this is no e-mail address")]
    ReplyTo,
    #[error("a password needs a user to log in as")]
    User,
    #[error("the password is for another server or user; enter the one for this")]
    OtherPassword,
}

impl MailboxUnfit {
    /// The part of the mailbox in which it stands.
    pub fn field(self) -> &'static str {
        match self {
            Self::Host => "host",
            Self::Port => "port",
            Self::Plain => "security",
            Self::From => "from",
            Self::ReplyTo => "reply_to",
            Self::User => "user",
            Self::OtherPassword => "password",
        }
    }
}

impl From<MailboxUnfit> for Said {
    fn from(unfit: MailboxUnfit) -> Self {
        said(match unfit {
            MailboxUnfit::Host => "mailbox-host",
            MailboxUnfit::Port => "mailbox-port",
            MailboxUnfit::Plain => "mailbox-plain",
            MailboxUnfit::From | MailboxUnfit::ReplyTo => "mailbox-address",
            MailboxUnfit::User => "mailbox-user",
            MailboxUnfit::OtherPassword => "mailbox-other-password",
        })
    }
}

impl Mailbox {
    /// Whether it can be kept.
    pub fn check(&self) -> Result<(), MailboxUnfit> {
        let odd = |text: &str| text.chars().any(|c| c.is_whitespace() || c.is_control());
        if self.host.is_empty() || self.host.contains('@') || odd(&self.host) {
            return Err(MailboxUnfit::Host);
        }
        if self.port == 0 {
            return Err(MailboxUnfit::Port);
        }
        if self.security == MailSecurity::None && !is_this_machine(&self.host) {
            return Err(MailboxUnfit::Plain);
        }
        if mail_domain(&self.from).is_none() {
            return Err(MailboxUnfit::From);
        }
        if !self.reply_to.is_empty() && mail_domain(&self.reply_to).is_none() {
            return Err(MailboxUnfit::ReplyTo);
        }
        Ok(())
    }

    /// Where answers go.
    pub fn answers_to(&self) -> &str {
        if self.reply_to.is_empty() {
            &self.from
        } else {
            &self.reply_to
        }
    }

    /// Whether a password for the one is one for the other: nobody is to learn it by naming a server
    /// of their own.
    pub fn is_same_account(&self, other: &Self) -> bool {
        self.user == other.user && self.host.eq_ignore_ascii_case(&other.host)
    }
}

fn is_this_machine(host: &str) -> bool {
    host.eq_ignore_ascii_case("localhost")
        || host.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback())
}

/// What stands behind the `@` of something that looks like one address.
pub(super) fn mail_domain(address: &str) -> Option<&str> {
    let (local, domain) = address.split_once('@')?;
    let fits = |text: &str| {
        let odd = |c: char| c.is_whitespace() || c.is_control() || "<>,;\"()@".contains(c);
        !text.is_empty() && !text.contains(odd)
    };
    (fits(local) && fits(domain) && !domain.starts_with('.') && !domain.ends_with('.'))
        .then_some(domain)
}

/// Why nothing goes by a channel until somebody sees to it, or until it passes: no affair of any one
/// message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trouble {
    pub since: DateTime<Utc>,
    /// How far it came, by its name.
    pub step: String,
    /// What went wrong, by its name.
    pub fault: String,
    /// What to do about it, by its name.
    pub advice: String,
    /// The other side's own words.
    pub said: Option<String>,
    /// How often it was met.
    pub times: u32,
    /// Nothing is tried before.
    pub again: DateTime<Utc>,
}

/// The longest pause.
const LONGEST: TimeDelta = TimeDelta::minutes(15);

impl Trouble {
    /// Whether nothing is tried yet. What would last far longer than any pause was written by a clock
    /// that was wrong.
    pub fn rests(&self, now: DateTime<Utc>) -> bool {
        let left = self.again.signed_duration_since(now);
        left > TimeDelta::zero() && left <= LONGEST * 2
    }

    /// Met now, after `before`: the pause grows while it stays the same, so that no server shuts us
    /// out for knocking.
    pub fn met(self, before: Option<&Self>, now: DateTime<Utc>) -> Self {
        let before = before.filter(|one| (&one.step, &one.fault) == (&self.step, &self.fault));
        let times = before.map_or(0, |one| one.times).saturating_add(1);
        let doublings = times.saturating_sub(1).min(4);
        let pause = TimeDelta::minutes(1 << doublings).min(LONGEST);
        Self {
            since: before.map_or(now, |one| one.since),
            times,
            again: now.checked_add_signed(pause).unwrap_or(now),
            ..self
        }
    }
}
