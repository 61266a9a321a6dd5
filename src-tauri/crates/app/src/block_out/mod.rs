//! Block-outs: time that is not for every visit (S5).

mod kinds;
mod landing;
mod on_day;
mod remove;
mod save;

use domain::said;
pub(crate) use kinds::put_first_types;
pub use kinds::{FirstBlockOuts, NewBlockOutType, save_block_out_type};
pub(crate) use landing::{not_over_yet, refuse_unless};
pub use on_day::{BlockOutView, block_outs};
pub(crate) use on_day::{lay_out, read};
pub use remove::{RemoveBlockOut, remove_block_out};
pub use save::{SaveBlockOut, save_block_out};

use crate::error::{Error, Result};
use chrono::NaiveDate;
use domain::{BlockOut, Repeat};

/// Which days of a block-out that repeats are meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhichDays {
    All,
    Only(NaiveDate),
    /// That one and all later ones.
    From(NaiveDate),
}

/// The block-out without one of its days; none when nothing is left of it.
fn without_day(block: &BlockOut, date: NaiveDate) -> Option<BlockOut> {
    let mut left = block.clone();
    match &mut left.repeat {
        Repeat::Once => return None,
        Repeat::Weekly { except, .. } | Repeat::Monthly { except, .. } => {
            except.push(date);
            except.sort_unstable();
            except.dedup();
        }
    }
    falls_at_all(&left).then_some(left)
}

/// The block-out without a day and all later ones; none when nothing is left of it.
fn until_before(block: &BlockOut, date: NaiveDate) -> Option<BlockOut> {
    let last = date.pred_opt()?;
    let mut left = block.clone();
    match &mut left.repeat {
        Repeat::Once => return None,
        Repeat::Weekly { until, except, .. } | Repeat::Monthly { until, except, .. } => {
            *until = Some(until.map_or(last, |until| until.min(last)));
            except.retain(|day| *day <= last);
        }
    }
    falls_at_all(&left).then_some(left)
}

/// Refuses a day that is none of the block-out's.
fn must_fall_on(block: &BlockOut, date: NaiveDate) -> Result<()> {
    if block.falls_on(date) {
        return Ok(());
    }
    Err(Error::invalid(
        "date",
        said("block-out-not-on").with("date", date),
    ))
}

/// Whether it falls on any day. One that has no end does within the years looked at: it repeats
/// every 52 weeks or 12 months at the most.
fn falls_at_all(block: &BlockOut) -> bool {
    const DAYS_LOOKED_AT: usize = 6 * 366;
    let last = block.last_day().unwrap_or(NaiveDate::MAX);
    block
        .first
        .iter_days()
        .take(DAYS_LOOKED_AT)
        .take_while(|date| *date <= last)
        .any(|date| block.falls_on(date))
}
