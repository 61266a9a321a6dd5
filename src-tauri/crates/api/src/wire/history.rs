//! What became of a visit, change by change.

use serde::Serialize;
use ts_rs::TS;

/// One change of a visit.
#[derive(Debug, Clone, Serialize, TS)]
pub struct VisitHistoryEntry {
    /// An instant.
    pub at: String,
    pub actor: String,
    pub action: HistoryAction,
    /// What was written with it, such as the reason.
    pub note: String,
    /// Empty where it was booked, or its booking was taken back or done again.
    pub changes: Vec<PartChangeView>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum HistoryAction {
    Created,
    Changed,
    Undone,
    Redone,
    Imported,
}

/// A part of the visit before and after.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PartChangeView {
    pub part: VisitPart,
    /// None for nothing. A local time, and ` 2` after it for the second of two equal ones; whole
    /// minutes; the name of a status or a confirmation; `yes`; or text as it was written.
    pub from: Option<String>,
    pub to: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum VisitPart {
    Patient,
    Start,
    Minutes,
    Provider,
    Chair,
    Kind,
    Status,
    Confirmation,
    Reason,
    Notes,
    ArriveEarly,
    Overbooked,
    Asap,
    Other,
}
