//! What a patient is to be told of their visit, and was not told yet: the desk's answer to "tell
//! the patient?", kept until a message goes out.

use crate::id::{AppointmentId, NoticeId};
use crate::wall_clock::WallTime;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// An intention to tell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    pub id: NoticeId,
    pub appointment: AppointmentId,
    pub of: NoticeOf,
    pub made: DateTime<Utc>,
    pub state: NoticeState,
}

/// What happened to the visit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoticeOf {
    Booked,
    Moved {
        /// Where the patient believes it to be.
        from: WallTime,
    },
    Cancelled,
}

/// How far it has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoticeState {
    /// Waits to be sent, or for somebody to call.
    Pending,
    /// Somebody told the patient by word of mouth.
    Told,
    /// The change was taken back, or another one came after it.
    Withdrawn,
}

crate::name::names!(NoticeState {
    Pending = "pending",
    Told = "told",
    Withdrawn = "withdrawn",
});
