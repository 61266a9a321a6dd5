//! Taking a block-out away, all of it or some of its days.

use super::{WhichDays, must_fall_on, until_before, without_day};
use crate::desk::Desk;
use crate::error::{Error, Result};
use crate::undo::UndoableChange;
use domain::BlockOutId;

/// What is to go.
#[derive(Debug, Clone, Copy)]
pub struct RemoveBlockOut {
    pub id: BlockOutId,
    pub days: WhichDays,
}

/// Takes it away. One that never falls again after that is taken away whole; the trail keeps it.
pub fn remove_block_out(desk: &mut Desk, request: &RemoveBlockOut) -> Result<()> {
    desk.write_step(UndoableChange::BlockOut, |change| {
        let block = change
            .block_out(request.id)?
            .ok_or(Error::NotFound("block-out"))?;
        if let WhichDays::Only(date) | WhichDays::From(date) = request.days {
            must_fall_on(&block, date)?;
        }
        let left = match request.days {
            WhichDays::All => None,
            WhichDays::Only(date) => without_day(&block, date),
            WhichDays::From(date) => until_before(&block, date),
        };
        match left {
            Some(left) => change.put_block_out(&left, Some(&block))?,
            None => change.remove_block_out(&block)?,
        }
        Ok(())
    })
}
