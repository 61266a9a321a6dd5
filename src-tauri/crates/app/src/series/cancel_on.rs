//! Cancelling a visit of a series and all that follow it.

use super::from_here_on;
use crate::appointment::cancel::{ended, put};
use crate::appointment::{Cancel, list};
use crate::desk::Desk;
use crate::error::{Error, Result};
use crate::setup::Setup;
use crate::undo::UndoableChange;
use crate::visit_view::VisitView;
use domain::said;

/// Cancels them, all for the same reason and in one transaction (S8). Returns those that were
/// cancelled, by start.
pub fn cancel_on(desk: &mut Desk, request: &Cancel) -> Result<Vec<VisitView>> {
    let ended = ended(desk, request)?;
    let cancelled = desk.write_step(UndoableChange::Cancellation, |change| {
        let setup = Setup::within(change)?;
        let here = change
            .appointment(request.id)?
            .ok_or(Error::NotFound("appointment"))?;
        let visits = from_here_on(change, &here)?;
        if visits.is_empty() {
            return Err(Error::invalid("id", said("series-nothing-left")));
        }
        visits
            .iter()
            .map(|visit| put(change, &setup, visit, &ended))
            .collect::<Result<Vec<_>>>()
    })?;
    cancelled
        .into_iter()
        .map(|one| list::changed(desk, one))
        .collect()
}
