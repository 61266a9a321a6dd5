//! A time put right by hand: "arrived at 9:50" (S7).

use super::{list, unlock};
use crate::desk::Desk;
use crate::error::Result;
use crate::setup::Setup;
use crate::undo::UndoableChange;
use crate::visit_view::VisitView;
use chrono::NaiveDateTime;
use domain::AppointmentId;
use domain::audit::Action;
use domain::status::{LockRight, Step, instant_near, with_time};

/// When a step of a visit really was.
#[derive(Debug, Clone, Copy)]
pub struct SetTime {
    pub id: AppointmentId,
    /// Of the visit as it was seen.
    pub revision: u32,
    pub step: Step,
    /// Local time.
    pub at: NaiveDateTime,
    /// S9: whether a completed visit is changed knowingly.
    pub right: LockRight,
}

/// Puts the time right; it must fit what happened before and after it.
pub fn set_time(desk: &mut Desk, request: &SetTime) -> Result<VisitView> {
    let now = desk.now();
    let changed = desk.write_step(UndoableChange::Status, |change| {
        let zone = Setup::within(change)?.zone();
        let there = super::as_seen(change, request.id, request.revision)?;
        let at = instant_near(&there, request.at, zone)?;
        let wanted = with_time(&there, request.step, at, zone, now, request.right)?;
        let what = match request.step {
            Step::Arrived => "arrived",
            Step::Seated => "seated",
            Step::Dismissed => "dismissed",
        };
        let note = format!("{what} {}", request.at.format("%H:%M"));
        unlock(change, &there, &note)?;
        Ok(change.update_appointment(&wanted, zone, Action::Changed, &note)?)
    })?;
    list::view(desk, changed)
}
