//! A call to have a visit confirmed that nobody answered.

use super::list;
use crate::desk::Desk;
use crate::error::{Error, Result};
use crate::setup::Setup;
use crate::undo::UndoableChange;
use crate::visit_view::VisitView;
use domain::appointment::Call;
use domain::audit::Action;
use domain::said;
use domain::{Appointment, AppointmentId, Confirmation, Status};

/// Keeps the attempt. A visit of which nothing was heard is then asked about and without an answer;
/// what the patient said before stays (S7).
pub fn no_answer(desk: &mut Desk, id: AppointmentId) -> Result<VisitView> {
    let call = Call {
        at: desk.now(),
        by: desk.actor.0.clone(),
    };
    let changed = desk.write_step(UndoableChange::Status, |change| {
        let zone = Setup::within(change)?.zone();
        let there = change
            .appointment(id)?
            .ok_or(Error::NotFound("appointment"))?;
        if there.status != Status::Scheduled {
            return Err(Error::invalid("id", said("confirmed-not-to-come")));
        }
        let mut wanted = Appointment {
            confirmation: match there.confirmation {
                Confirmation::Unconfirmed => Confirmation::Sent,
                said => said,
            },
            ..there.clone()
        };
        wanted.unanswered.push(call.clone());
        Ok(change.update_appointment(&wanted, zone, Action::Changed, "no answer")?)
    })?;
    list::view(desk, changed)
}
