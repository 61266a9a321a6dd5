//! A visit that did not take place and is not to be booked again.

use super::{list, written};
use crate::desk::Desk;
use crate::error::{Error, Result};
use crate::setup::Setup;
use crate::undo::UndoableChange;
use crate::visit_view::VisitView;
use domain::audit::Action;
use domain::limits::MEDIUM;
use domain::said;
use domain::{Appointment, AppointmentId, FollowUp};

/// Takes it off the unscheduled list; the visit and the reason stay on record (S8).
pub fn let_go(desk: &mut Desk, id: AppointmentId, reason: &str) -> Result<VisitView> {
    if reason.trim().is_empty() {
        return Err(Error::invalid("reason", said("let-go-no-reason")));
    }
    let reason = written("reason", reason, MEDIUM)?;
    let at = desk.now();
    let changed = desk.write_step(UndoableChange::Edit, |change| {
        let zone = Setup::within(change)?.zone();
        let there = change
            .appointment(id)?
            .ok_or(Error::NotFound("appointment"))?;
        if there.status.occupies() {
            return Err(Error::invalid("id", said("let-go-booked")));
        }
        if !there.follow_up.is_open() {
            return Err(Error::Stale);
        }
        let wanted = Appointment {
            follow_up: FollowUp::LetGo {
                reason: reason.clone(),
                at,
            },
            ..there.clone()
        };
        Ok(change.update_appointment(&wanted, zone, Action::Changed, &reason)?)
    })?;
    list::view(desk, changed)
}
