//! A page of the calendar.

use super::view::WireBy;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The weeks that hold the month of a date. Visits are counted that stand in the columns of a view:
/// none of the chairs, or of the providers, is all.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct GetMonth {
    pub date: String,
    /// The day that weeks begin with; 0 is Monday, 6 Sunday.
    pub week_begins: u8,
    pub by: WireBy,
    pub chairs: Vec<String>,
    pub providers: Vec<String>,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct MonthView {
    /// Local date and time when this was answered.
    pub now: String,
    /// The first of the month.
    pub first: String,
    /// Whole weeks.
    pub days: Vec<MonthDay>,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct MonthDay {
    pub date: String,
    /// Name of the closure, when the practice is closed.
    pub closed: Option<String>,
    /// Whether somebody works.
    pub open: bool,
    /// Cancelled and missed ones are left out.
    pub visits: u32,
    pub unconfirmed: u32,
    /// The first of them, as many as a page can have room for.
    pub names: Vec<MonthName>,
    /// S14: rows that could not be read.
    pub unreadable: u32,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct MonthName {
    pub start: String,
    /// What the patient is called.
    pub name: String,
    pub tint: u8,
}
