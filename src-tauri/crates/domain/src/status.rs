//! How far a visit has come: what may follow what (S7, S8, S9).

use crate::appointment::{Appointment, Ended, Status};
use crate::wall_clock::Zone;
use chrono::{DateTime, Utc};

/// Whether the person may change what is locked (S9).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LockRight {
    MayUnlock,
    MayNot,
}

/// Why a status cannot be set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum StatusRefusal {
    /// S9
    #[error("the visit is completed and locked")]
    Locked,
    /// S9
    #[error("the visit has not begun yet")]
    NotYetBegun,
    /// The patient cannot be here on another day.
    #[error("the visit is not today")]
    NotToday,
}

/// The visit with a new status at `now`; times of arriving, being seated and leaving follow it.
pub fn with_status(
    visit: &Appointment,
    to: Status,
    reason: Option<Ended>,
    zone: Zone,
    now: DateTime<Utc>,
    right: LockRight,
) -> Result<Appointment, StatusRefusal> {
    if visit.status == Status::Completed && right == LockRight::MayNot && to != Status::Completed {
        return Err(StatusRefusal::Locked);
    }
    let today = zone.date(now);
    let (start, _) = visit.span(zone);
    match to {
        Status::Completed | Status::Missed if start > now => {
            // A patient who was seated early may be done before the booked time.
            let here = to == Status::Completed
                && visit.start.date() == today
                && matches!(visit.status, Status::Arrived | Status::Seated);
            if !here {
                return Err(StatusRefusal::NotYetBegun);
            }
        }
        Status::Arrived | Status::Seated if visit.start.date() > today => {
            return Err(StatusRefusal::NotToday);
        }
        _ => {}
    }
    let mut changed = visit.clone();
    changed.status = to;
    changed.ended = match to {
        Status::Cancelled | Status::Missed => reason,
        _ => None,
    };
    match to {
        Status::Scheduled => {
            changed.arrived_at = None;
            changed.seated_at = None;
            changed.dismissed_at = None;
        }
        Status::Arrived => {
            changed.arrived_at = visit.arrived_at.or(Some(now));
            changed.seated_at = None;
            changed.dismissed_at = None;
        }
        Status::Seated => {
            changed.seated_at = visit.seated_at.or(Some(now));
            changed.dismissed_at = None;
        }
        Status::Completed => changed.dismissed_at = visit.dismissed_at.or(Some(now)),
        Status::Missed | Status::Cancelled => {}
    }
    Ok(changed)
}

/// S9: whether time, place and kind of a visit may be changed at all.
pub fn may_be_edited(visit: &Appointment, right: LockRight) -> Result<(), StatusRefusal> {
    match (visit.status, right) {
        (Status::Completed, LockRight::MayNot) => Err(StatusRefusal::Locked),
        _ => Ok(()),
    }
}
