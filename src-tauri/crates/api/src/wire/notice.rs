//! What patients are to be told of their visits.

use super::appointment::AppointmentView;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What happened to a visit that its patient has to hear of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum WireNoticeOf {
    Booked,
    Moved,
    Cancelled,
}

/// What the patient is still to be told.
#[derive(Debug, Clone, Serialize, TS)]
pub struct NoticeView {
    pub id: String,
    pub of: WireNoticeOf,
    /// With `moved`: the local time at which the patient believes the visit to be.
    pub from: Option<String>,
    /// Since when it waits, as an instant.
    pub made: String,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct PendingNoticeView {
    pub notice: NoticeView,
    pub visit: AppointmentView,
}

/// The visits whose patients are to be told of what was last done to them.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct RememberNotices {
    pub appointments: Vec<String>,
}
