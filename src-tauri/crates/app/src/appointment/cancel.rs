//! Cancelling a visit.

use super::{list, written};
use crate::desk::Desk;
use crate::error::{Error, Result};
use crate::setup::Setup;
use crate::undo::UndoableChange;
use crate::visit_view::VisitView;
use domain::appointment::Ended;
use domain::audit::Action;
use domain::limits::MEDIUM;
use domain::status::{LockRight, with_status};
use domain::{AppointmentId, Status};

/// A visit that will not take place.
#[derive(Debug, Clone)]
pub struct Cancel {
    pub id: AppointmentId,
    pub reason: String,
    /// Whether the practice cancels; then it counts against nobody (S8).
    pub by_practice: bool,
}

/// Cancels the visit; it stays on record with reason and time (S8).
pub fn cancel(desk: &mut Desk, request: &Cancel) -> Result<VisitView> {
    if request.reason.trim().is_empty() {
        return Err(Error::invalid(
            "reason",
            "say why the visit is cancelled; the reason stays on record with it",
        ));
    }
    let now = desk.now();
    let actor = desk.actor.0.clone();
    let reason = written("reason", &request.reason, MEDIUM)?;
    let cancelled = desk.write_step(UndoableChange::Cancellation, |change| {
        let setup = Setup::within(change)?;
        let there = change
            .appointment(request.id)?
            .ok_or(Error::NotFound("appointment"))?;
        if there.status == Status::Cancelled {
            return Err(Error::invalid("id", "the visit is cancelled already"));
        }
        let ended = Ended {
            reason: reason.clone(),
            at: now,
            by_practice: request.by_practice,
            by: actor.clone(),
        };
        let wanted = with_status(
            &there,
            Status::Cancelled,
            Some(ended),
            setup.zone(),
            now,
            LockRight::MayNot,
        )?;
        Ok(change.update_appointment(&wanted, setup.zone(), Action::Changed, &reason)?)
    })?;
    list::view(desk, cancelled)
}
