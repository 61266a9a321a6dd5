//! The lists that the desk works through, and who of them could take a gap.

mod candidates;
mod close;
mod counts;
mod gaps;
mod read;

pub use candidates::{CandidateView, GapRequest, GapView, candidates};
pub use close::Closes;
pub(crate) use close::close;
pub use counts::counts;
pub use gaps::{DayGap, gaps};
pub use read::{ListEntry, ListName, ListView, list};

use crate::desk::Desk;
use crate::error::{Error, Result};
use crate::setup::Setup;
use chrono::{Days, NaiveDate};
use domain::Wish;
use domain::said;
pub use store::ListCounts;
use store::ListSpan;

/// A visit that was missed or cancelled so many days ago is of no use any more, unless somebody
/// asks for all of them.
const MISSED_DAYS: u64 = 365;
/// For so many days ahead visits are to be confirmed.
const CONFIRM_DAYS: u64 = 7;
const CONFIRM_DAYS_ALL: u64 = 90;

/// From when to when the lists look; `all` is as far as there is anything.
fn span(desk: &Desk, setup: &Setup, all: bool) -> ListSpan {
    let now = setup.zone().wall(desk.now()).at;
    let today = now.date();
    let back = |days: u64| today.checked_sub_days(Days::new(days)).unwrap_or(today);
    let ahead = |days: u64| today.checked_add_days(Days::new(days)).unwrap_or(today);
    ListSpan {
        now,
        missed_since: if all {
            NaiveDate::default().min(today)
        } else {
            back(MISSED_DAYS)
        },
        confirm_until: ahead(if all { CONFIRM_DAYS_ALL } else { CONFIRM_DAYS }),
    }
}

/// A wish as it is kept: one that nothing could ever meet is refused.
pub(crate) fn checked_wish(setup: &Setup, wish: &Wish) -> Result<Wish> {
    if let (Some(from), Some(to)) = (wish.from, wish.to)
        && to <= from
    {
        return Err(Error::invalid(
            "to",
            said("invalid-wish-hours").with("from", from).with("to", to),
        ));
    }
    if let (Some(first), Some(last)) = (wish.first_day, wish.last_day)
        && last < first
    {
        return Err(Error::invalid("to", said("invalid-last-day")));
    }
    for provider in &wish.providers {
        setup
            .provider(*provider)
            .ok_or(Error::NotFound("provider"))?;
    }
    for chair in &wish.chairs {
        setup.chair(*chair).ok_or(Error::NotFound("chair"))?;
    }
    Ok(wish.clone())
}
