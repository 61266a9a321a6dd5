//! A patient was told by word of mouth, or need not be told after all.

use crate::desk::Desk;
use crate::error::{Error, Result};
use crate::undo::UndoableChange;
use domain::{Notice, NoticeId, NoticeState};

/// Somebody told the patient, such as by phone.
pub fn told(desk: &mut Desk, id: NoticeId) -> Result<()> {
    settle(desk, id, NoticeState::Told)
}

/// The patient need not be told.
pub fn withdraw(desk: &mut Desk, id: NoticeId) -> Result<()> {
    settle(desk, id, NoticeState::Withdrawn)
}

fn settle(desk: &mut Desk, id: NoticeId, state: NoticeState) -> Result<()> {
    desk.write_step(UndoableChange::Notice, |change| {
        let there = change.notice(id)?.ok_or(Error::NotFound("notice"))?;
        // Somebody else was quicker, or the visit was changed: what was seen is not there any more.
        if there.state != NoticeState::Pending {
            return Err(Error::Stale);
        }
        let after = Notice {
            state,
            ..there.clone()
        };
        Ok(change.put_notice(&after, Some(&there))?)
    })
}
