//! By what messages go out: which kind, for which visits, how long before or after, by which way.

use super::message::{WireChannel, WireMessageKind};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// All rules, and what a form may offer for a new one.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MessageRules {
    /// In the order of lists.
    pub rules: Vec<MessageRuleView>,
    pub kinds: Vec<MessageRuleKind>,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct MessageRuleView {
    pub id: String,
    pub kind: WireMessageKind,
    /// Appointment types; none of them is all.
    pub types: Vec<String>,
    pub lead: WireLead,
    /// The first that reaches the patient is taken.
    pub channels: Vec<WireChannel>,
    pub active: bool,
    pub position: u32,
    /// When it goes out and by which ways, in the person's language.
    pub words: String,
}

/// When a message goes out, by the clock on the practice's wall.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(tag = "when", rename_all = "snake_case")]
pub enum WireLead {
    /// When it happens.
    AtOnce,
    /// 0 days is the day itself; `at` is a time of day.
    DaysBefore {
        days: u16,
        at: String,
    },
    HoursBefore {
        hours: u16,
    },
    /// After the end of the visit.
    HoursAfter {
        hours: u16,
    },
    DaysAfter {
        days: u16,
        at: String,
    },
}

/// When messages of a kind may go out.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MessageRuleKind {
    pub kind: WireMessageKind,
    /// Each with what a new rule may begin with.
    pub leads: Vec<WireLead>,
    /// Whether it is for visits of some types; a birthday is of none.
    pub of_visits: bool,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct SaveMessageRule {
    /// None makes a new one.
    pub id: Option<String>,
    pub kind: WireMessageKind,
    pub types: Vec<String>,
    pub lead: WireLead,
    pub channels: Vec<WireChannel>,
    pub active: bool,
}
