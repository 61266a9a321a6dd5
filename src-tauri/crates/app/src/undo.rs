//! Taking back the last change: one key (S10).

use crate::appointment::{needs_free_place, standing_in_the_way};
use crate::desk::Desk;
use crate::error::{Error, Result};
use crate::setup::Setup;
use domain::audit::Action;
use domain::{Appointment, AppointmentId};

/// A change that can be taken back.
#[derive(Debug, Clone)]
pub(crate) struct UndoStep {
    pub(crate) change: UndoableChange,
    pub(crate) appointment: AppointmentId,
    /// None when the change made the appointment.
    pub(crate) before: Option<Appointment>,
    /// The revision that the change left; a later one means somebody changed it since.
    pub(crate) revision: u32,
}

/// What kind of change was taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UndoableChange {
    Booking,
    Move,
    Cancellation,
    Status,
    Edit,
}

/// What was taken back.
#[derive(Debug, Clone)]
pub struct Undone {
    pub change: UndoableChange,
    pub appointment: AppointmentId,
    pub patient_name: String,
    /// As it stands now; none when the booking was taken back.
    pub now: Option<Appointment>,
}

/// How many changes are remembered.
const DEPTH: usize = 100;

impl Desk {
    pub(crate) fn remember(
        &mut self,
        change: UndoableChange,
        before: Option<Appointment>,
        after: &Appointment,
    ) {
        if self.undo.len() == DEPTH {
            self.undo.remove(0);
        }
        self.undo.push(UndoStep {
            change,
            appointment: after.id,
            before,
            revision: after.revision,
        });
    }
}

/// Takes back the last change made in this session; none when there is nothing left. A change
/// that somebody altered since, or whose old place is taken by now, is not taken back.
pub fn undo(desk: &mut Desk) -> Result<Option<Undone>> {
    let Some(step) = desk.undo.last().cloned() else {
        return Ok(None);
    };
    let result = desk.write(|change| {
        let setup = Setup::within(change)?;
        let there = change
            .appointment(step.appointment)?
            .ok_or(Error::NotFound("appointment"))?;
        if there.revision != step.revision {
            return Err(Error::Stale);
        }
        let patient = change
            .patient(there.patient)?
            .ok_or(Error::NotFound("patient"))?;
        let now = match &step.before {
            None => {
                change.remove_appointment(&there, "booking undone")?;
                None
            }
            Some(before) => {
                let wanted = Appointment {
                    revision: there.revision,
                    ..before.clone()
                };
                if needs_free_place(&setup, &wanted) {
                    let clashes = standing_in_the_way(change, &setup, &wanted)?;
                    if !clashes.is_empty() {
                        return Err(Error::Clash(clashes));
                    }
                }
                Some(change.update_appointment(&wanted, setup.zone(), Action::Undone, "")?)
            }
        };
        Ok(Undone {
            change: step.change,
            appointment: step.appointment,
            patient_name: patient.display_name(),
            now,
        })
    });
    // Whatever came of it, the step is spent: the next press takes back the one before.
    if !matches!(result, Err(Error::Store(_) | Error::ImportRunning)) {
        desk.undo.pop();
        if let (Ok(Undone { now: Some(now), .. }), Some(before)) = (&result, &step.before) {
            // An earlier step on the same appointment goes on from the revision it has now.
            for earlier in desk
                .undo
                .iter_mut()
                .filter(|earlier| earlier.appointment == now.id)
            {
                if earlier.revision == before.revision {
                    earlier.revision = now.revision;
                }
            }
        }
    }
    Ok(Some(result?))
}
