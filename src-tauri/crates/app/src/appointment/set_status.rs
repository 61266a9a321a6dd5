//! How far a visit has come: arrived, in chair, done, missed (S7, S9).

use super::{list, needs_free_place, standing_in_the_way};
use crate::desk::Desk;
use crate::error::{Error, Result};
use crate::notice;
use crate::setup::Setup;
use crate::undo::UndoableChange;
use crate::visit_view::VisitView;
use domain::appointment::Ended;
use domain::audit::Action;
use domain::notice::Happened;
use domain::status::{LockRight, with_status};
use domain::{AppointmentId, Status};

/// Sets the status; the times of arriving, being seated and leaving follow. Cancelling is refused:
/// that is [`super::cancel`], which asks for the reason (S8).
pub fn set_status(desk: &mut Desk, id: AppointmentId, status: Status) -> Result<VisitView> {
    if status == Status::Cancelled {
        return Err(Error::invalid(
            "status",
            "a visit is cancelled with a reason, not by its status alone",
        ));
    }
    let now = desk.now();
    let actor = desk.actor.0.clone();
    let changed = desk.write_step(UndoableChange::Status, |change| {
        let setup = Setup::within(change)?;
        let there = change
            .appointment(id)?
            .ok_or(Error::NotFound("appointment"))?;
        let ended = (status == Status::Missed).then(|| Ended {
            reason: String::new(),
            at: now,
            by_practice: false,
            by: actor.clone(),
        });
        let wanted = with_status(&there, status, ended, setup.zone(), now, LockRight::MayNot)?;
        if !there.status.occupies() && needs_free_place(&setup, &wanted) {
            // Its place may have been given away meanwhile.
            let clashes = standing_in_the_way(change, &setup, &wanted)?;
            if !clashes.is_empty() {
                return Err(Error::Clash(clashes));
            }
        }
        let visit =
            change.update_appointment(&wanted, setup.zone(), Action::Changed, status.name())?;
        let asks = match happened(there.status, status) {
            Some(happened) => notice::follow(change, &setup, &visit, happened)?,
            None => None,
        };
        Ok((visit, asks))
    })?;
    list::changed(desk, changed)
}

/// What the new status means to the patient.
fn happened(before: Status, after: Status) -> Option<Happened> {
    match after {
        Status::Arrived | Status::Seated | Status::Completed => Some(Happened::Came),
        Status::Scheduled if before == Status::Cancelled => Some(Happened::Reinstated),
        Status::Scheduled | Status::Missed | Status::Cancelled => None,
    }
}
