//! What the patient said about a visit, apart from how far it has come (S7).

use super::list;
use crate::desk::Desk;
use crate::error::{Error, Result};
use crate::setup::Setup;
use crate::undo::UndoableChange;
use crate::visit_view::VisitView;
use domain::audit::Action;
use domain::status::{LockRight, may_be_edited};
use domain::{Appointment, AppointmentId, Confirmation};

/// Sets the confirmation; that of a completed visit is locked (S9).
pub fn confirm(
    desk: &mut Desk,
    id: AppointmentId,
    confirmation: Confirmation,
) -> Result<VisitView> {
    let changed = desk.write_step(UndoableChange::Status, |change| {
        let zone = Setup::within(change)?.zone();
        let there = change
            .appointment(id)?
            .ok_or(Error::NotFound("appointment"))?;
        may_be_edited(&there, LockRight::MayNot)?;
        let wanted = Appointment {
            confirmation,
            ..there.clone()
        };
        Ok(change.update_appointment(&wanted, zone, Action::Changed, confirmation.name())?)
    })?;
    list::view(desk, changed)
}
