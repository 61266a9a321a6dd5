//! Telling whether two numbers or addresses are the same, however they are written.

use super::kind::Channel;
use crate::search::digits;

/// A phone number as it is compared: digits without leading zeros.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Number(String);

/// Digits that two ways to write one number share at least: with or without country or area code.
const SHARED: usize = 7;

impl Number {
    /// None without any digit.
    pub fn of(text: &str) -> Option<Self> {
        let digits = digits(text);
        let bare = digits.trim_start_matches('0');
        (!bare.is_empty()).then(|| Self(bare.to_owned()))
    }

    /// Whether both may be one number: 0170 1234567 and +49 170 1234567 are. What is short is the
    /// same only when all of it is.
    pub fn is_same(&self, other: &Self) -> bool {
        let (short, long) = if self.0.len() <= other.0.len() {
            (&self.0, &other.0)
        } else {
            (&other.0, &self.0)
        };
        short == long || (short.len() >= SHARED && long.ends_with(short.as_str()))
    }

    /// What is equal for all ways to write one number.
    pub(super) fn end(&self) -> &str {
        &self.0[self.0.len().saturating_sub(SHARED)..]
    }
}

/// An address for mail as it is compared.
pub(super) fn mail(text: &str) -> String {
    text.trim().to_lowercase()
}

/// Whether two numbers or addresses of a channel may be one.
pub(super) fn same_address(channel: Channel, one: &str, other: &str) -> bool {
    match channel {
        Channel::Email => mail(one) == mail(other),
        Channel::Sms | Channel::Phone => match (Number::of(one), Number::of(other)) {
            (Some(one), Some(other)) => one.is_same(&other),
            _ => false,
        },
        Channel::Desktop => false,
    }
}
