//! Cancelling a visit.

use super::{list, written};
use crate::desk::Desk;
use crate::error::{Error, Result};
use crate::notice;
use crate::setup::Setup;
use crate::undo::UndoableChange;
use crate::visit_view::VisitView;
use domain::appointment::Ended;
use domain::audit::Action;
use domain::limits::MEDIUM;
use domain::notice::Happened;
use domain::said;
use domain::status::{LockRight, with_status};
use domain::{Appointment, AppointmentId, NoticeOf, Status};
use store::Change;

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
    let ended = ended(desk, request)?;
    let cancelled = desk.write_step(UndoableChange::Cancellation, |change| {
        let setup = Setup::within(change)?;
        let there = change
            .appointment(request.id)?
            .ok_or(Error::NotFound("appointment"))?;
        if there.status == Status::Cancelled {
            return Err(Error::invalid("id", said("cancel-already")));
        }
        put(change, &setup, &there, &ended)
    })?;
    list::changed(desk, cancelled)
}

/// Who cancels, when and why (S8).
pub(crate) fn ended(desk: &Desk, request: &Cancel) -> Result<Ended> {
    if request.reason.trim().is_empty() {
        return Err(Error::invalid("reason", said("cancel-no-reason")));
    }
    Ok(Ended {
        reason: written("reason", &request.reason, MEDIUM)?,
        at: desk.now(),
        by_practice: request.by_practice,
        by: desk.actor.0.clone(),
    })
}

/// Cancels within a transaction. Returns the visit, and what the desk is asked to tell its patient.
pub(crate) fn put(
    change: &mut Change<'_>,
    setup: &Setup,
    there: &Appointment,
    ended: &Ended,
) -> Result<(Appointment, Option<NoticeOf>)> {
    let wanted = with_status(
        there,
        Status::Cancelled,
        Some(ended.clone()),
        setup.zone(),
        change.at(),
        LockRight::MayNot,
    )?;
    let visit = change.update_appointment(&wanted, setup.zone(), Action::Changed, &ended.reason)?;
    let asks = notice::follow(change, setup, &visit, Happened::Cancelled)?;
    Ok((visit, asks))
}
