//! The day by chair.

use super::appointment::AppointmentView;
use super::block_out::BlockOutView;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

#[derive(Debug, Clone, Deserialize, TS)]
pub struct GetDay {
    pub date: String,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct DayView {
    pub date: String,
    /// Local date and time when this was answered.
    pub now: String,
    /// Name of the closure, when the practice is closed.
    pub closed: Option<String>,
    /// Earliest and latest time that should be in view, `08:00` and `18:00`.
    pub from: String,
    pub to: String,
    pub columns: Vec<ColumnView>,
    /// Cancelled ones are left out; missed ones are not.
    pub appointments: Vec<AppointmentView>,
    /// S14: rows that could not be read.
    pub unreadable: Vec<UnreadableView>,
}

/// A chair, or with no id the visits that have none.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ColumnView {
    pub chair: Option<String>,
    pub name: String,
    /// Who works there, and when: "Dr Okafor, 08:00-17:00".
    pub providers: Vec<ColumnProvider>,
    /// Stretches in which nobody can be booked here.
    pub closed: Vec<ClosedView>,
    /// Time that is not for every visit, by its start.
    pub block_outs: Vec<BlockOutView>,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct ColumnProvider {
    pub id: String,
    pub name: String,
    pub from: String,
    pub to: String,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct ClosedView {
    pub from: String,
    pub to: String,
    pub why: ClosedWhy,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ClosedWhy {
    /// The practice is closed that day.
    Practice,
    /// Nobody works then.
    NobodyWorks,
    /// The chair is not in use then.
    Chair,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct UnreadableView {
    pub id: String,
    /// As much of the start as could be read.
    pub start: String,
    pub what: String,
}
