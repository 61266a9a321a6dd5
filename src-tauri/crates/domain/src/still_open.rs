//! What of a day nobody has brought to an end: neither done, nor missed, nor cancelled (S8).

use crate::appointment::{Appointment, Status};
use crate::wall_clock::Zone;
use chrono::{DateTime, Utc};

/// Why a visit is still open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StillOpen {
    /// Seated, and nobody said that it is done.
    InChair,
    /// Arrived, and not seated.
    Waiting,
    /// Its time has come, and the patient has not, or nobody said so.
    NotArrived,
    /// Its time is still to come.
    ToCome,
}

/// Why the visit is still open at `now`; none when somebody brought it to an end.
pub fn still_open(visit: &Appointment, zone: Zone, now: DateTime<Utc>) -> Option<StillOpen> {
    match visit.status {
        Status::Seated => Some(StillOpen::InChair),
        Status::Arrived => Some(StillOpen::Waiting),
        Status::Scheduled if visit.span(zone).0 <= now => Some(StillOpen::NotArrived),
        Status::Scheduled => Some(StillOpen::ToCome),
        Status::Completed | Status::Missed | Status::Cancelled => None,
    }
}
