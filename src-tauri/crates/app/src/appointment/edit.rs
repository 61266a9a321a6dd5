//! Type and notes of a visit.

use super::{list, notes};
use crate::desk::Desk;
use crate::error::{Error, Result};
use crate::setup::Setup;
use crate::undo::UndoableChange;
use crate::visit_view::VisitView;
use domain::audit::Action;
use domain::status::{LockRight, may_be_edited};
use domain::{Appointment, AppointmentId, AppointmentTypeId};

/// What can be edited without moving the visit.
#[derive(Debug, Clone)]
pub struct Edit {
    pub id: AppointmentId,
    pub revision: u32,
    pub kind: Option<AppointmentTypeId>,
    pub notes: String,
}

/// Changes type and notes. Notes of a completed visit may still be written; its type is locked (S9).
pub fn edit(desk: &mut Desk, request: &Edit) -> Result<VisitView> {
    let changed = desk.write_step(UndoableChange::Edit, |change| {
        let setup = Setup::within(change)?;
        let there = change
            .appointment(request.id)?
            .ok_or(Error::NotFound("appointment"))?;
        if there.revision != request.revision {
            return Err(Error::Stale);
        }
        if there.kind != request.kind {
            may_be_edited(&there, LockRight::MayNot)?;
        }
        if let Some(kind) = request.kind {
            setup
                .kind(kind)
                .ok_or(Error::NotFound("appointment type"))?;
        }
        let wanted = Appointment {
            kind: request.kind,
            notes: notes(&request.notes)?,
            ..there.clone()
        };
        Ok(change.update_appointment(&wanted, setup.zone(), Action::Changed, "")?)
    })?;
    list::view(desk, changed)
}
