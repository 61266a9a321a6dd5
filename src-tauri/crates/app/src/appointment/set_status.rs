//! How far a visit has come: arrived, in chair, done, missed (S7, S9).

use super::{list, needs_free_place, standing_in_the_way, unlock};
use crate::desk::Desk;
use crate::error::{Error, Result};
use crate::notice;
use crate::setup::Setup;
use crate::undo::UndoableChange;
use crate::visit_view::VisitView;
use chrono::NaiveDateTime;
use domain::appointment::Ended;
use domain::audit::Action;
use domain::notice::Happened;
use domain::said;
use domain::status::{
    LockRight, StatusRefusal, Step, instant_near, one_back, with_status, with_time,
};
use domain::{AppointmentId, Status};

/// What a visit is to be.
#[derive(Debug, Clone, Copy)]
pub struct SetStatus {
    pub id: AppointmentId,
    pub to: NewStatus,
    /// Local time at which it was; none is now.
    pub at: Option<NaiveDateTime>,
    /// S9: whether a completed visit is changed knowingly.
    pub right: LockRight,
}

/// A status, or the one before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NewStatus {
    Is(Status),
    /// One step back from where it is.
    OneBack,
}

/// Sets the status; the times of arriving, being seated and leaving follow. Cancelling is refused:
/// that is [`super::cancel`], which asks for the reason (S8).
pub fn set_status(desk: &mut Desk, request: &SetStatus) -> Result<VisitView> {
    if request.to == NewStatus::Is(Status::Cancelled) {
        return Err(Error::invalid("status", said("status-cancelled")));
    }
    let now = desk.now();
    let actor = desk.actor.0.clone();
    let changed = desk.write_step(UndoableChange::Status, |change| {
        let setup = Setup::within(change)?;
        let zone = setup.zone();
        let there = change
            .appointment(request.id)?
            .ok_or(Error::NotFound("appointment"))?;
        let to = match request.to {
            NewStatus::Is(status) => status,
            NewStatus::OneBack => one_back(&there)
                .ok_or_else(|| Error::invalid("status", said("status-at-beginning")))?,
        };
        let at = request
            .at
            .map(|at| instant_near(&there, at, zone))
            .transpose()?;
        if at.is_some_and(|at| at > now) {
            return Err(StatusRefusal::TimeToCome.into());
        }
        let begun = there.span(zone).0;
        if to == Status::Missed && at.is_some_and(|at| at < begun) {
            return Err(StatusRefusal::NotYetBegun.into());
        }
        let ended = (to == Status::Missed).then(|| Ended {
            reason: String::new(),
            at: at.unwrap_or(now),
            by_practice: false,
            by: actor.clone(),
        });
        let mut wanted = if to == there.status {
            there.clone()
        } else {
            with_status(&there, to, ended, zone, now, request.right)?
        };
        if let (Some(at), Some(step)) = (at, step_of(to)) {
            // What was just allowed to be done is not locked for its own time.
            let right = if there.status == Status::Completed {
                request.right
            } else {
                LockRight::MayUnlock
            };
            wanted = with_time(&wanted, step, at, zone, now, right)?;
        }
        if wanted == there {
            return Ok((there, None));
        }
        if !there.status.occupies() && needs_free_place(change, &setup, &wanted)? {
            // Its place may have been given away meanwhile.
            let clashes = standing_in_the_way(change, &setup, &wanted)?;
            if !clashes.is_empty() {
                return Err(Error::Clash(clashes));
            }
        }
        unlock(change, &there, to.name())?;
        let visit = change.update_appointment(&wanted, zone, Action::Changed, to.name())?;
        let asks = match happened(there.status, to) {
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

fn step_of(status: Status) -> Option<Step> {
    match status {
        Status::Arrived => Some(Step::Arrived),
        Status::Seated => Some(Step::Seated),
        Status::Completed => Some(Step::Dismissed),
        Status::Scheduled | Status::Missed | Status::Cancelled => None,
    }
}
