//! An entry of a list is done with when it is booked. The booking and this are one step: who takes the
//! booking back has the entry open again.

use crate::error::{Error, Result};
use domain::audit::Action;
use domain::said;
use domain::{Appointment, AppointmentId, FollowUp, Outcome, Waiting, WaitingId, Zone};
use store::Change;

/// The entry that a booking answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Closes {
    /// Of the waiting list, or a planned visit.
    Waiting(WaitingId),
    /// A visit that did not take place (S8).
    Unscheduled(AppointmentId),
}

/// Marks the entry as booked by `visit`, in the transaction that books it: of two who book the
/// same entry the later one is told (S3).
pub(crate) fn close(
    change: &mut Change<'_>,
    closes: Closes,
    visit: &Appointment,
    zone: Zone,
) -> Result<()> {
    match closes {
        Closes::Waiting(id) => {
            let there = change
                .waiting_entry(id)?
                .ok_or(Error::NotFound("entry of the list"))?;
            of_the_patient(there.patient == visit.patient)?;
            if !there.outcome.is_open() {
                return Err(Error::Stale);
            }
            change.update_waiting(&Waiting {
                outcome: Outcome::Booked(visit.id),
                ..there
            })?;
        }
        Closes::Unscheduled(id) => {
            let there = change
                .appointment(id)?
                .ok_or(Error::NotFound("appointment"))?;
            of_the_patient(there.patient == visit.patient)?;
            if there.status.occupies() || !there.follow_up.is_open() {
                return Err(Error::Stale);
            }
            let rebooked = Appointment {
                follow_up: FollowUp::Rebooked(visit.id),
                ..there
            };
            change.update_appointment(&rebooked, zone, Action::Changed, "rebooked")?;
        }
    }
    Ok(())
}

fn of_the_patient(same: bool) -> Result<()> {
    if same {
        return Ok(());
    }
    Err(Error::invalid("closes", said("list-another-patient")))
}
