//! Reminder rules: which message, for which visits, how long before or after, by which way.

use super::kind::{Channel, MessageKind, Trigger};
use crate::hours::MinuteOfDay;
use crate::id::{AppointmentTypeId, ReminderRuleId};
use crate::said::{Said, said};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// By what messages of one kind go out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReminderRule {
    pub id: ReminderRuleId,
    pub kind: MessageKind,
    /// The types of visit it is for; none of them is all. Without a meaning for birthdays and
    /// medication.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub types: Vec<AppointmentTypeId>,
    pub lead: Lead,
    /// The first that reaches the patient is taken; the next ones are for when it fails.
    pub channels: Vec<Channel>,
    pub active: bool,
    /// Place in lists, smallest first.
    pub position: u32,
    /// When it was switched on, or its lead changed: what was due before is not made up for (M7).
    pub since: DateTime<Utc>,
}

/// When a message goes out, by the clock on the practice's wall (S12).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lead {
    /// When it happens: after booking, moving or cancelling (M13), or when a dose is due.
    AtOnce,
    /// So many calendar days before the visit, or the birthday, at a time of day; 0 is the day itself.
    DaysBefore { days: u16, at: MinuteOfDay },
    /// So many hours of 60 minutes before the start.
    HoursBefore { hours: u16 },
    /// So many hours of 60 minutes after the end.
    HoursAfter { hours: u16 },
    /// So many calendar days after the visit's day, at a time of day; 0 is the day itself.
    DaysAfter { days: u16, at: MinuteOfDay },
}

/// Why a rule cannot be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RuleUnfit {
    #[error("a message of this kind does not go out at such a time")]
    LeadOfOtherKind,
    #[error("days are up to {MOST_DAYS}")]
    Days,
    #[error("hours are 1 to {MOST_HOURS}")]
    Hours,
    #[error("the time is up to 23:59")]
    EndOfDay,
    #[error("say by which way it goes")]
    NoChannel,
    #[error("a way is named twice")]
    ChannelTwice,
}

/// Nobody keeps a message of a year ago in mind.
const MOST_DAYS: u16 = 365;
/// Two weeks; more are given in days.
const MOST_HOURS: u16 = 14 * 24;

impl From<RuleUnfit> for Said {
    fn from(unfit: RuleUnfit) -> Self {
        match unfit {
            RuleUnfit::LeadOfOtherKind => said("rule-lead-of-other-kind"),
            RuleUnfit::Days => said("rule-days").with("most", i64::from(MOST_DAYS)),
            RuleUnfit::Hours => said("rule-hours").with("most", i64::from(MOST_HOURS)),
            RuleUnfit::EndOfDay => said("rule-end-of-day"),
            RuleUnfit::NoChannel => said("rule-no-channel"),
            RuleUnfit::ChannelTwice => said("rule-channel-twice"),
        }
    }
}

impl RuleUnfit {
    /// The part of the rule that is wrong, as a form names it.
    pub fn field(self) -> &'static str {
        match self {
            RuleUnfit::LeadOfOtherKind => "lead",
            RuleUnfit::Days => "days",
            RuleUnfit::Hours => "hours",
            RuleUnfit::EndOfDay => "at",
            RuleUnfit::NoChannel | RuleUnfit::ChannelTwice => "channels",
        }
    }
}

impl From<Lead> for Said {
    fn from(lead: Lead) -> Self {
        match lead {
            Lead::AtOnce => said("lead-at-once"),
            Lead::DaysBefore { days, at } => said("lead-days-before")
                .with("days", i64::from(days))
                .with("at", at),
            Lead::HoursBefore { hours } => {
                said("lead-hours-before").with("hours", i64::from(hours))
            }
            Lead::HoursAfter { hours } => said("lead-hours-after").with("hours", i64::from(hours)),
            Lead::DaysAfter { days, at } => said("lead-days-after")
                .with("days", i64::from(days))
                .with("at", at),
        }
    }
}

impl From<&ReminderRule> for Said {
    /// When it goes out and by which ways, without what it is about.
    fn from(rule: &ReminderRule) -> Self {
        let way = |channel: &Channel| said("rule-way").with("channel", channel.name());
        let ways = rule
            .channels
            .iter()
            .map(way)
            .reduce(|first, next| said("rule-ways").with("first", first).with("next", next));
        let lead = Said::from(rule.lead);
        match ways {
            Some(ways) => said("rule-words").with("lead", lead).with("ways", ways),
            None => lead,
        }
    }
}

impl Lead {
    /// One of each, as a new rule may begin with.
    fn examples() -> [Lead; 5] {
        let at = MinuteOfDay::new(10 * 60).unwrap_or(MinuteOfDay::MIDNIGHT);
        [
            Lead::AtOnce,
            Lead::DaysBefore { days: 1, at },
            Lead::HoursBefore { hours: 3 },
            Lead::HoursAfter { hours: 2 },
            Lead::DaysAfter { days: 1, at },
        ]
    }

    /// Whether messages of that kind may go out so.
    fn fits(self, kind: MessageKind) -> bool {
        use Lead::{AtOnce, DaysAfter, DaysBefore, HoursAfter, HoursBefore};
        match kind.trigger() {
            Trigger::Notice => self == AtOnce,
            Trigger::Before => matches!(self, DaysBefore { .. } | HoursBefore { .. }),
            Trigger::After => matches!(self, DaysAfter { .. } | HoursAfter { .. }),
            Trigger::Patient if kind == MessageKind::Medication => self == AtOnce,
            Trigger::Patient => matches!(self, DaysBefore { .. }),
        }
    }
}

impl MessageKind {
    /// When messages of this kind may go out, each with what a new rule may begin with.
    pub fn leads(self) -> Vec<Lead> {
        let mut leads = Lead::examples().to_vec();
        leads.retain(|lead| lead.fits(self));
        leads
    }

    /// Whether it is about a visit that is over.
    pub fn is_afterwards(self) -> bool {
        self.trigger() == Trigger::After
    }

    /// Whether it is about a visit, so that a rule may be for visits of some types.
    pub fn is_of_visit(self) -> bool {
        self.trigger() != Trigger::Patient
    }
}

impl ReminderRule {
    /// Whether it is for visits of this type.
    pub fn is_for(&self, kind: Option<AppointmentTypeId>) -> bool {
        self.types.is_empty() || kind.is_some_and(|kind| self.types.contains(&kind))
    }

    /// Refuses what could never go out, or not when it is meant to.
    pub fn check(&self) -> Result<(), RuleUnfit> {
        use Lead::{AtOnce, DaysAfter, DaysBefore, HoursAfter, HoursBefore};
        if !self.lead.fits(self.kind) {
            return Err(RuleUnfit::LeadOfOtherKind);
        }
        match self.lead {
            AtOnce => {}
            DaysBefore { days, .. } | DaysAfter { days, .. } if days > MOST_DAYS => {
                return Err(RuleUnfit::Days);
            }
            DaysBefore { at, .. } | DaysAfter { at, .. } if at == MinuteOfDay::END => {
                return Err(RuleUnfit::EndOfDay);
            }
            DaysBefore { .. } | DaysAfter { .. } => {}
            HoursBefore { hours } | HoursAfter { hours } if !(1..=MOST_HOURS).contains(&hours) => {
                return Err(RuleUnfit::Hours);
            }
            HoursBefore { .. } | HoursAfter { .. } => {}
        }
        if self.channels.is_empty() {
            return Err(RuleUnfit::NoChannel);
        }
        let twice =
            |(at, one): (usize, &Channel)| self.channels.iter().skip(at + 1).any(|o| o == one);
        if self.channels.iter().enumerate().any(twice) {
            return Err(RuleUnfit::ChannelTwice);
        }
        Ok(())
    }
}
