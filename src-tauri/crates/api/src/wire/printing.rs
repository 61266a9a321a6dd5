//! Prints: previewed, saved or opened.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PrintWhat {
    Day,
    DayList,
    /// A page or more a provider.
    Week,
    /// The same of `provider`.
    ProviderWeek,
    /// Of `provider`, or of the whole practice.
    Month,
    /// Visits that nobody confirmed, from `date` on for `days`.
    Unconfirmed,
    /// A slip for each visit.
    Routing,
    /// Of `appointment`, or of all visits to come of `patient`; of the size `card`.
    Card,
    /// To `patient`, with all visits to come.
    Letter,
    /// What is needed of a day when the power is out.
    PowerCut,
}

/// Width and height in millimetres.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub enum WireCardSize {
    #[default]
    #[serde(rename = "85x55")]
    Card,
    #[serde(rename = "62x29")]
    Label62x29,
    #[serde(rename = "57x32")]
    Label57x32,
    #[serde(rename = "89x36")]
    Label89x36,
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
    #[serde(default)]
    #[ts(optional)]
    pub provider: Option<String>,
    #[serde(default)]
    #[ts(optional)]
    pub patient: Option<String>,
    #[serde(default)]
    #[ts(optional)]
    pub appointment: Option<String>,
    /// 7 when it is not given.
    #[serde(default)]
    #[ts(optional)]
    pub days: Option<u32>,
    /// A card of 85 x 55 mm when it is not given.
    #[serde(default)]
    #[ts(optional)]
    pub card: Option<WireCardSize>,
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
