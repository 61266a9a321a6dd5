//! Numbers and addresses that asked to be left alone (M9). They are kept apart from patients: the
//! wish is the number's, whoever shares it and whoever it is given to in the records.

use super::kind::Channel;
use super::number::{Number, mail, same_address};
use crate::name::names;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};

/// A number or address to which nothing goes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stop {
    /// By which nothing goes there: a text that says STOP stops texts, not calls of a person.
    pub channel: Channel,
    pub address: String,
    pub since: DateTime<Utc>,
    pub by: StopBy,
    /// The words that were sent, as they came, or what the desk wrote of it.
    pub words: String,
}

/// By what it was stopped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StopBy {
    /// STOP and its like, by text or mail.
    Reply,
    /// The unsubscribe link of a mail program.
    Unsubscribed,
    /// Mail came back as one that nobody there will ever get.
    Bounced,
    /// Said to somebody of the practice, who wrote it down.
    Desk,
}

names!(StopBy {
    Reply = "reply",
    Unsubscribed = "unsubscribed",
    Bounced = "bounced",
    Desk = "desk",
});

/// Who would open it again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LiftedBy {
    /// START, from that number or address.
    Patient,
    Desk,
}

impl Stop {
    /// Whether it may be opened again (M9): what the patient stopped, only by the patient. What the
    /// desk wrote down may have been the wrong number.
    pub fn may_be_lifted(&self, by: LiftedBy) -> bool {
        by == LiftedBy::Patient || matches!(self.by, StopBy::Bounced | StopBy::Desk)
    }

    /// Whether an address can stand on the list for that channel.
    pub fn is_address(channel: Channel, address: &str) -> bool {
        match channel {
            Channel::Email => address
                .split_once('@')
                .is_some_and(|(name, host)| !name.trim().is_empty() && !host.trim().is_empty()),
            Channel::Sms | Channel::Phone => Number::of(address).is_some(),
            Channel::Desktop => false,
        }
    }

    /// Whether both are of one number or address by one channel.
    pub fn is_same(&self, channel: Channel, address: &str) -> bool {
        self.channel == channel && same_address(channel, &self.address, address)
    }
}

/// Stops laid out for asking.
#[derive(Debug, Clone, Default)]
pub struct Stops {
    mail: HashSet<String>,
    /// By the end of the number.
    numbers: HashMap<(Channel, String), Vec<Number>>,
}

impl Stops {
    /// All of them.
    pub fn of<'a>(all: impl IntoIterator<Item = &'a Stop>) -> Self {
        let mut stops = Self::default();
        for stop in all {
            if stop.channel == Channel::Email {
                stops.mail.insert(mail(&stop.address));
            } else if let Some(number) = Number::of(&stop.address) {
                let end = (stop.channel, number.end().to_owned());
                stops.numbers.entry(end).or_default().push(number);
            }
        }
        stops
    }

    /// Whether nothing may go there by this channel. Of two numbers that may be one, both are
    /// stopped: a text too few does less harm than one too many.
    pub fn holds(&self, channel: Channel, address: &str) -> bool {
        if channel == Channel::Email {
            return !self.mail.is_empty() && self.mail.contains(&mail(address));
        }
        if self.numbers.is_empty() {
            return false;
        }
        Number::of(address).is_some_and(|number| {
            self.numbers
                .get(&(channel, number.end().to_owned()))
                .is_some_and(|all| all.iter().any(|one| one.is_same(&number)))
        })
    }
}
