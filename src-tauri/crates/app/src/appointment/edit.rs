//! Type and notes of a visit.

use super::{closed_for, list, notes, standing_in_the_way};
use crate::desk::Desk;
use crate::error::{Error, Result};
use crate::setup::Setup;
use crate::undo::UndoableChange;
use crate::visit_view::VisitView;
use domain::audit::Action;
use domain::status::{LockRight, may_be_edited};
use domain::{Appointment, AppointmentId, AppointmentTypeId};
use store::Change;

/// What can be edited without moving the visit.
#[derive(Debug, Clone)]
pub struct Edit {
    pub id: AppointmentId,
    pub revision: u32,
    pub kind: Option<AppointmentTypeId>,
    pub notes: String,
    /// S4: of that type knowingly where its time or its place is for others.
    pub overbook: bool,
}

/// Changes type and notes. Notes of a completed visit may still be written; its type is locked (S9).
/// A visit of another type has that type's pattern, and must be allowed where it stands (S2, S5).
pub fn edit(desk: &mut Desk, request: &Edit) -> Result<VisitView> {
    let changed = desk.write_step(UndoableChange::Edit, |change| {
        let setup = Setup::within(change)?;
        let there = super::as_seen(change, request.id, request.revision)?;
        if there.kind != request.kind {
            may_be_edited(&there, LockRight::MayNot)?;
        }
        let kind = setup.kind_if_any(request.kind)?;
        let mut wanted = Appointment {
            kind: request.kind,
            notes: notes(&request.notes)?,
            ..there.clone()
        };
        if there.kind != request.kind {
            wanted.pattern = kind.and_then(|kind| kind.pattern_for(there.minutes));
            may_become(change, &setup, &there, &mut wanted, request.overbook)?;
        }
        Ok(change.update_appointment(&wanted, setup.zone(), Action::Changed, "")?)
    })?;
    list::view(desk, changed)
}

/// Refuses, or marks, what only the other type brings about: who was booked knowingly outside the
/// hours stays so whatever the type.
fn may_become(
    change: &Change<'_>,
    setup: &Setup,
    there: &Appointment,
    wanted: &mut Appointment,
    overbook: bool,
) -> Result<()> {
    if !wanted.status.occupies() {
        return Ok(());
    }
    let was_closed = closed_for(change, setup, there)?;
    let mut closed = closed_for(change, setup, wanted)?;
    closed.retain(|why| !was_closed.contains(why));
    let was_in_the_way = standing_in_the_way(change, setup, there)?;
    let mut clashes = standing_in_the_way(change, setup, wanted)?;
    clashes.retain(|clash| !was_in_the_way.contains(clash));
    if closed.is_empty() && clashes.is_empty() {
        return Ok(());
    }
    if !overbook {
        return Err(if clashes.is_empty() {
            Error::Closed(closed)
        } else {
            Error::Clash(clashes)
        });
    }
    wanted.overbooked = true;
    Ok(())
}
