//! The schedule, day by day, by chair and by provider.

use super::appointment::AppointmentView;
use super::block_out::BlockOutView;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Days from `from` to `to`, both included, at most six weeks.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct GetSchedule {
    pub from: String,
    pub to: String,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct ScheduleView {
    /// Local date and time when this was answered.
    pub now: String,
    /// Every day asked for, in order.
    pub days: Vec<DayView>,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct DayView {
    pub date: String,
    /// Name of the closure, when the practice is closed.
    pub closed: Option<String>,
    /// Earliest and latest time that should be in view, `08:00` and `18:00`.
    pub from: String,
    pub to: String,
    /// The chairs, and the visits that have none.
    pub columns: Vec<ColumnView>,
    /// The providers, and the visits that have none.
    pub provider_columns: Vec<ColumnView>,
    /// Cancelled ones are left out; missed ones are not.
    pub appointments: Vec<AppointmentView>,
    /// S14: rows that could not be read.
    pub unreadable: Vec<UnreadableView>,
}

/// A chair or a provider; with neither the visits that have none.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ColumnView {
    pub chair: Option<String>,
    pub provider: Option<String>,
    pub name: String,
    /// Who works there, and when: "Dr Okafor, 08:00-17:00"; in a provider's column themselves.
    pub providers: Vec<ColumnProvider>,
    /// Which chairs a provider's hours name, and when; in a provider's column only.
    pub chairs: Vec<ColumnChair>,
    /// Stretches in which nobody can be booked here.
    pub closed: Vec<ClosedView>,
    /// Time that is not for every visit, by its start.
    pub block_outs: Vec<BlockOutView>,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct ColumnChair {
    pub id: String,
    pub name: String,
    pub from: String,
    pub to: String,
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
