//! Patients who want a visit that is not booked yet: the waiting list, and planned visits.

use crate::id::{AppointmentId, AppointmentTypeId, PatientId, WaitingId};
use crate::name::names;
use crate::wish::Wish;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// Somebody who waits for a visit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waiting {
    pub id: WaitingId,
    pub patient: PatientId,
    pub list: WaitingList,
    pub kind: Option<AppointmentTypeId>,
    /// Length of the visit that is wanted.
    pub minutes: u32,
    pub wish: Wish,
    /// Comes before those who wait longer.
    pub urgent: bool,
    pub note: String,
    pub since: DateTime<Utc>,
    pub outcome: Outcome,
    /// Goes up by one with every change; a change against an older one is refused.
    pub revision: u32,
}

/// Which list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WaitingList {
    /// Wants an appointment as soon as there is one.
    Waiting,
    /// Agreed upon, never booked: the next step of a treatment.
    Planned,
}

names!(WaitingList {
    Waiting = "waiting",
    Planned = "planned",
});

/// What became of a wish for a visit.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Still to be booked.
    #[default]
    Open,
    Booked(AppointmentId),
    /// Nobody wants it any more, and why.
    LetGo {
        reason: String,
        at: DateTime<Utc>,
    },
}

impl Outcome {
    /// Whether it is still to be booked.
    pub fn is_open(&self) -> bool {
        *self == Outcome::Open
    }
}
