//! What the patient said about a visit, apart from how far it has come (S7).

use super::{list, unlock};
use crate::desk::Desk;
use crate::error::{Error, Result};
use crate::setup::Setup;
use crate::undo::UndoableChange;
use crate::visit_view::VisitView;
use domain::audit::Action;
use domain::status::{LockRight, SetBy, with_confirmation};
use domain::{AppointmentId, Confirmation};

/// What was said, and who says so.
#[derive(Debug, Clone, Copy)]
pub struct Confirm {
    pub id: AppointmentId,
    pub confirmation: Confirmation,
    pub by: SetBy,
    /// S9: whether a completed visit is changed knowingly.
    pub right: LockRight,
}

/// Sets the confirmation; that of a completed visit is locked (S9).
pub fn confirm(desk: &mut Desk, request: &Confirm) -> Result<VisitView> {
    let changed = desk.write_step(UndoableChange::Status, |change| {
        let zone = Setup::within(change)?.zone();
        let there = change
            .appointment(request.id)?
            .ok_or(Error::NotFound("appointment"))?;
        let wanted = with_confirmation(&there, request.confirmation, request.by, request.right)?;
        let note = request.confirmation.name();
        if wanted == there {
            return Ok(there);
        }
        unlock(change, &there, note)?;
        Ok(change.update_appointment(&wanted, zone, Action::Changed, note)?)
    })?;
    list::view(desk, changed)
}
