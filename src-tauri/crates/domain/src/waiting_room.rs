//! Who is in the house, for how long, and whose turn it is.

use crate::appointment::{Appointment, Status};
use crate::id::{AppointmentId, ChairId};
use crate::wall_clock::Zone;
use chrono::{DateTime, TimeDelta, Utc};
use std::collections::BTreeSet;

/// Minutes of waiting after which a practice is warned, unless it says otherwise.
pub const USUAL_ALERT_MINUTES: u32 = 15;

/// The longest alert that is one: further on everybody has gone home.
pub const LONGEST_ALERT_MINUTES: u32 = 240;

/// Where a patient of today is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whereabouts {
    /// In the waiting room.
    Waiting {
        since: Option<DateTime<Utc>>,
        /// Beyond the time they were booked for and the time they came; what an alert goes by, since
        /// who comes an hour early chose to wait.
        overdue: TimeDelta,
    },
    InChair {
        since: Option<DateTime<Utc>>,
    },
    /// Their time has come and they have not.
    Late {
        by: TimeDelta,
    },
    ToCome,
    /// Done, missed or cancelled.
    Gone,
}

/// Where the patient is at `now`.
pub fn whereabouts(visit: &Appointment, zone: Zone, now: DateTime<Utc>) -> Whereabouts {
    let (start, _) = visit.span(zone);
    match visit.status {
        Status::Arrived => {
            let due = visit.arrived_at.map_or(start, |arrived| arrived.max(start));
            Whereabouts::Waiting {
                since: visit.arrived_at,
                overdue: (now - due).max(TimeDelta::zero()),
            }
        }
        Status::Seated => Whereabouts::InChair {
            since: visit.seated_at,
        },
        Status::Scheduled if start < now => Whereabouts::Late { by: now - start },
        Status::Scheduled => Whereabouts::ToCome,
        Status::Completed | Status::Missed | Status::Cancelled => Whereabouts::Gone,
    }
}

/// Whose turn it is: of those who wait and whose chair is free the one who is booked first; where
/// no such chair is free, nobody. Of equal times, who came first.
pub fn next_to_seat<'a>(
    visits: impl IntoIterator<Item = &'a Appointment>,
    zone: Zone,
) -> Option<AppointmentId> {
    let visits: Vec<&Appointment> = visits.into_iter().collect();
    let taken: BTreeSet<ChairId> = in_chairs(visits.iter().copied())
        .filter_map(|visit| visit.chair)
        .collect();
    visits
        .iter()
        .filter(|visit| visit.status == Status::Arrived)
        .filter(|visit| visit.chair.is_none_or(|chair| !taken.contains(&chair)))
        .min_by_key(|visit| (visit.span(zone).0, visit.arrived_at, visit.id))
        .map(|visit| visit.id)
}

/// Who really sits in a chair: of several in one chair the one seated last, since nobody is seated
/// on another's lap; the others were done and nobody said so.
pub fn in_chairs<'a>(
    visits: impl IntoIterator<Item = &'a Appointment>,
) -> impl Iterator<Item = &'a Appointment> {
    let visits: Vec<&Appointment> = visits.into_iter().collect();
    let seated: Vec<&Appointment> = visits
        .iter()
        .copied()
        .filter(|visit| visit.status == Status::Seated)
        .collect();
    seated
        .into_iter()
        .filter(move |visit| !is_over(visit, &visits))
}

/// Whether somebody took the chair after this patient.
fn is_over(visit: &Appointment, others: &[&Appointment]) -> bool {
    others.iter().any(|other| {
        other.id != visit.id
            && other.chair.is_some()
            && other.chair == visit.chair
            && (other.seated_at, other.start, other.id) > (visit.seated_at, visit.start, visit.id)
            && other.seated_at.is_some()
            && matches!(other.status, Status::Seated | Status::Completed)
    })
}
