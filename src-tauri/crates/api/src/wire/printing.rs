//! Prints: previewed, saved or opened.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PrintWhat {
    Day,
    DayList,
    Week,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum WirePaper {
    A4,
    Letter,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct PrintRequest {
    pub what: PrintWhat,
    pub date: String,
    pub paper: WirePaper,
    pub landscape: bool,
    /// Initials only, for a wall.
    pub private: bool,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct PrintedPages {
    /// PDF, base64.
    pub pdf: String,
    /// Suggested file name.
    pub name: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct SavePrint {
    pub print: PrintRequest,
    pub path: String,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct SavedPrint {
    pub path: String,
}

/// What `doctor` found.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DoctorView {
    pub ok: bool,
    pub findings: Vec<FindingView>,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct FindingView {
    pub check: String,
    pub ok: bool,
    pub what: String,
    pub next: String,
}
