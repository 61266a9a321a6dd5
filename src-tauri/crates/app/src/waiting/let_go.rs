//! Somebody who does not want the visit any more.

use crate::appointment::written;
use crate::desk::Desk;
use crate::error::{Error, Result};
use crate::undo::UndoableChange;
use domain::limits::MEDIUM;
use domain::said;
use domain::{Outcome, Waiting, WaitingId};

/// Takes them off the list; the reason stays on record.
pub fn let_go(desk: &mut Desk, id: WaitingId, revision: u32, reason: &str) -> Result<Waiting> {
    if reason.trim().is_empty() {
        return Err(Error::invalid("reason", said("let-go-no-reason")));
    }
    let reason = written("reason", reason, MEDIUM)?;
    let at = desk.now();
    desk.write_step(UndoableChange::Waiting, |change| {
        let there = change
            .waiting_entry(id)?
            .ok_or(Error::NotFound("entry of the list"))?;
        if there.revision != revision || !there.outcome.is_open() {
            return Err(Error::Stale);
        }
        Ok(change.update_waiting(&Waiting {
            outcome: Outcome::LetGo { reason, at },
            ..there
        })?)
    })
}
