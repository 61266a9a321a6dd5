//! Whether patients keep their visits, counted in the right denominators (S8).

use crate::appointment::{Appointment, Status};
use crate::wall_clock::Zone;
use chrono::TimeDelta;

/// Notice shorter than this, in hours, makes a cancellation late. A day is what practices
/// commonly ask for, since a chair that falls free later can hardly be given away.
pub const LATE_NOTICE_HOURS: u32 = 24;

/// What a visit says of whether its patient keeps visits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kept {
    Kept,
    /// The patient did not come and did not call.
    Missed,
    /// The patient called off too late for somebody else to come.
    LateCancelled,
    /// Called off in time, or with no telling when.
    Cancelled,
    /// S8: no fault of the patient's.
    CancelledByPractice,
    /// It is still to come, or nobody wrote down what became of it.
    Open,
}

/// How often a patient kept a visit, and how often not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Attendance {
    pub kept: u32,
    pub missed: u32,
    pub late_cancelled: u32,
    pub cancelled: u32,
    pub cancelled_by_practice: u32,
}

impl Attendance {
    /// Counts the visits of one patient.
    pub fn of<'a>(visits: impl IntoIterator<Item = &'a Appointment>, zone: Zone) -> Self {
        let mut counted = Self::default();
        for visit in visits {
            match kept(visit, zone) {
                Kept::Kept => counted.kept += 1,
                Kept::Missed => counted.missed += 1,
                Kept::LateCancelled => counted.late_cancelled += 1,
                Kept::Cancelled => counted.cancelled += 1,
                Kept::CancelledByPractice => counted.cancelled_by_practice += 1,
                Kept::Open => {}
            }
        }
        counted
    }

    /// The visits that a chair was held for in vain or not: what no-shows are a share of. One that
    /// was cancelled by the practice, or in time, is none of them.
    pub fn held(&self) -> u32 {
        self.kept + self.missed + self.late_cancelled
    }
}

/// How long before its start a visit was cancelled; negative after it. None when it is not
/// cancelled, or nobody knows when it was.
pub fn notice(visit: &Appointment, zone: Zone) -> Option<TimeDelta> {
    let ended = visit.ended.as_ref()?;
    (visit.status == Status::Cancelled).then(|| visit.span(zone).0 - ended.at)
}

/// What the visit says of whether its patient keeps visits. One that was moved stands at its new
/// time only, so that a move is never a no-show.
pub fn kept(visit: &Appointment, zone: Zone) -> Kept {
    match visit.status {
        Status::Completed => Kept::Kept,
        Status::Missed => Kept::Missed,
        Status::Cancelled if visit.ended.as_ref().is_some_and(|ended| ended.by_practice) => {
            Kept::CancelledByPractice
        }
        Status::Cancelled => match notice(visit, zone) {
            Some(notice) if notice < TimeDelta::hours(i64::from(LATE_NOTICE_HOURS)) => {
                Kept::LateCancelled
            }
            _ => Kept::Cancelled,
        },
        Status::Scheduled | Status::Arrived | Status::Seated => Kept::Open,
    }
}
