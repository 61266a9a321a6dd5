//! What a patient agreed to.

use super::message::WireChannel;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum WireConsentKind {
    /// What concerns a visit, before and after it, and medicine.
    Appointments,
    Recalls,
    Surveys,
    Marketing,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum WireAnswered {
    Yes,
    No,
    Unknown,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct GetConsents {
    pub patient: String,
}

/// What holds for one kind by one channel.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ConsentView {
    pub kind: WireConsentKind,
    pub channel: WireChannel,
    pub answered: WireAnswered,
    /// From where it is known; empty where nobody asked.
    pub source: String,
    /// When it was said, as an instant.
    pub at: Option<String>,
    /// Whether messages go out by it: a yes, or what counts where nobody asked.
    pub allowed: bool,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct SaveConsent {
    pub patient: String,
    pub channel: WireChannel,
    pub kind: WireConsentKind,
    pub answered: WireAnswered,
    /// From where it is known, such as `form at the desk`.
    pub source: String,
}
