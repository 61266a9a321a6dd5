//! Block-outs, and the types of them.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a block-out does to booking.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum WireEffect {
    /// Nothing is booked over it.
    NoScheduling,
    /// Only visits of its types are.
    Reserved,
    /// It is shown and keeps nobody away.
    Note,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct BlockOutTypeView {
    pub id: String,
    pub name: String,
    pub effect: WireEffect,
    /// With `reserved`: the appointment types it is kept for.
    pub types: Vec<String>,
    /// 0 to 7, an index into the palette.
    pub tint: u8,
    pub active: bool,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct BlockOutTypeInput {
    /// None makes a new one.
    pub id: Option<String>,
    pub name: String,
    pub effect: WireEffect,
    pub types: Vec<String>,
    pub tint: u8,
    pub active: bool,
}

/// On which days it falls, from its first one on. Weekdays are 0, Monday, to 6.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case", tag = "how")]
pub enum RepeatView {
    Once,
    Weekly {
        every: u32,
        days: Vec<u8>,
        /// The last day it may fall on; none goes on.
        until: Option<String>,
    },
    /// On the weekday of the first day, with the same place in the month or the last one.
    Monthly {
        every: u32,
        last: bool,
        until: Option<String>,
    },
}

/// A block-out on one of its days.
#[derive(Debug, Clone, Serialize, TS)]
pub struct BlockOutView {
    pub id: String,
    pub kind: String,
    /// Of its type.
    pub name: String,
    pub effect: WireEffect,
    /// With `reserved`: names of the appointment types it is kept for.
    pub kept_for: Vec<String>,
    pub tint: u8,
    pub date: String,
    /// `12:00`
    pub from: String,
    /// `13:00`, up to `24:00`
    pub to: String,
    /// Whose time; with neither it is the whole practice's.
    pub provider: Option<String>,
    pub provider_name: String,
    pub chair: Option<String>,
    pub chair_name: String,
    pub note: String,
    pub first: String,
    pub repeat: RepeatView,
}

/// Which days of a block-out that repeats are meant.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "snake_case", tag = "which")]
pub enum DaysMeant {
    All,
    Only {
        date: String,
    },
    /// That one and all later ones.
    From {
        date: String,
    },
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct SaveBlockOut {
    /// None makes a new one.
    pub id: Option<String>,
    /// Of one that is there: which of its days become what is asked for.
    pub days: DaysMeant,
    pub kind: String,
    pub provider: Option<String>,
    pub chair: Option<String>,
    pub first: String,
    pub from: String,
    pub to: String,
    pub repeat: RepeatView,
    pub note: String,
    /// Lay it over visits that are there already; without it they come back as clashes.
    pub accept: bool,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct SavedBlockOut {
    pub id: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct RemoveBlockOut {
    pub id: String,
    pub days: DaysMeant,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct ListBlockOuts {
    pub from: String,
    pub to: String,
}
