//! Saved views of the schedule: what is shown, of whom and how, on a key.

use crate::hours::MinuteOfDay;
use crate::id::{ChairId, ProviderId, SavedViewId};
use crate::name::names;
use serde::{Deserialize, Serialize};

/// A way to look at the schedule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedView {
    pub id: SavedViewId,
    pub name: String,
    /// 1 to 12 for F1 to F12; none has no key.
    pub key: Option<u8>,
    /// Place in lists, smallest first.
    pub position: u32,
    pub span: ViewSpan,
    pub by: ViewBy,
    /// Which are shown; none of them shows all.
    pub chairs: Vec<ChairId>,
    pub providers: Vec<ProviderId>,
    pub colour: ColourBy,
    /// What a card tells beside the patient's name, the most important first.
    pub card: Vec<CardLine>,
    /// The first hour in view; none follows the hours of the day.
    pub from: Option<MinuteOfDay>,
    /// Minutes of a step of the grid: 5, 10 or 15.
    pub grid: u8,
}

/// How much of the schedule is in view.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ViewSpan {
    Day,
    Week,
    Month,
    /// One visit after the other.
    Agenda,
}

names!(ViewSpan {
    Day = "day",
    Week = "week",
    Month = "month",
    Agenda = "agenda",
});

/// What the columns are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ViewBy {
    Chair,
    Provider,
    /// Chairs, then providers.
    Both,
}

names!(ViewBy {
    Chair = "chair",
    Provider = "provider",
    Both = "both",
});

/// What the tint of a card tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ColourBy {
    Type,
    Provider,
    Status,
}

names!(ColourBy {
    Type = "type",
    Provider = "provider",
    Status = "status",
});

/// What a card can tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CardLine {
    Time,
    Type,
    Note,
    Provider,
    Chair,
    Phone,
    Age,
    Alert,
}

names!(CardLine {
    Time = "time",
    Type = "type",
    Note = "note",
    Provider = "provider",
    Chair = "chair",
    Phone = "phone",
    Age = "age",
    Alert = "alert",
});

/// Steps that a grid can have, in minutes.
pub const GRIDS: [u8; 3] = [5, 10, 15];
