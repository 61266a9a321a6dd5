//! How the schedule is looked at: saved views, and the one that was shown last.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// All saved views, and what was shown last on this machine.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ViewsView {
    pub views: Vec<SavedViewView>,
    /// None on the first start, or when it cannot be understood any more.
    pub last: Option<LastView>,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct SavedViewView {
    pub id: String,
    pub name: String,
    /// 1 to 12 for F1 to F12.
    pub key: Option<u8>,
    pub shows: ViewShows,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct SaveView {
    /// None makes a new one.
    pub id: Option<String>,
    pub name: String,
    pub key: Option<u8>,
    pub shows: ViewShows,
}

/// What is shown, and the saved view that it began with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LastView {
    pub view: Option<String>,
    pub shows: ViewShows,
}

/// What is shown of whom, and how.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ViewShows {
    pub span: WireSpan,
    pub by: WireBy,
    /// Whose columns; none of them is all.
    pub chairs: Vec<String>,
    pub providers: Vec<String>,
    pub colour: WireColour,
    /// What a card tells beside the name, the most important first.
    pub card: Vec<WireCardLine>,
    /// The first hour in view, `08:00`; none follows the hours of the day.
    pub from: Option<String>,
    /// Minutes of a step of the grid: 5, 10 or 15.
    pub grid: u8,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum WireSpan {
    Day,
    Week,
    Month,
    Agenda,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum WireBy {
    Chair,
    Provider,
    /// Chairs, then providers.
    Both,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum WireColour {
    Type,
    Provider,
    Status,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum WireCardLine {
    Time,
    Type,
    Note,
    Provider,
    Chair,
    Phone,
    Age,
    Alert,
}
