//! Putting a visit on the ASAP list, and taking it off.

use super::list;
use crate::desk::Desk;
use crate::error::{Error, Result};
use crate::lists::checked_wish;
use crate::setup::Setup;
use crate::undo::UndoableChange;
use crate::visit_view::VisitView;
use domain::audit::Action;
use domain::said;
use domain::{Appointment, AppointmentId, Status, Wish};

/// Whether the patient of a visit would come sooner, and when that would suit them.
#[derive(Debug, Clone)]
pub struct Asap {
    pub id: AppointmentId,
    pub revision: u32,
    pub on: bool,
    /// Of no meaning for one who would not.
    pub wish: Wish,
}

/// Sets it. Who is on the list already keeps their place in it when the wish changes.
pub fn set_asap(desk: &mut Desk, request: &Asap) -> Result<VisitView> {
    let now = desk.now();
    let changed = desk.write_step(UndoableChange::Edit, |change| {
        let setup = Setup::within(change)?;
        let there = super::as_seen(change, request.id, request.revision)?;
        if request.on && there.status != Status::Scheduled {
            return Err(Error::invalid("id", said("asap-not-to-come")));
        }
        let wanted = Appointment {
            asap: request.on.then(|| there.asap.unwrap_or(now)),
            wish: if request.on {
                checked_wish(&setup, &request.wish)?
            } else {
                Wish::default()
            },
            ..there.clone()
        };
        let note = if request.on { "asap" } else { "not asap" };
        Ok(change.update_appointment(&wanted, setup.zone(), Action::Changed, note)?)
    })?;
    list::view(desk, changed)
}
