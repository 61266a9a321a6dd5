//! Visits that repeat: on which days (S13).

use crate::limits::YEARS;
use crate::said::{Said, said};
use crate::wall_clock::{WallTime, Zone};
use chrono::{Datelike, Days, Months, NaiveDate};

/// Most visits of one series; more is a slip of the finger.
pub const MOST: usize = 200;

/// How far the visits are apart. Months are counted from the first visit and end with the month:
/// 31 January, 28 February, 31 March.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Every {
    Days(u32),
    Weeks(u32),
    Months(u32),
}

/// How long it goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Until {
    /// This many visits, the first one too.
    Count(u32),
    /// Until this day, included.
    Day(NaiveDate),
}

/// The days of a series, beside its first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Plan {
    Repeat {
        every: Every,
        until: Until,
    },
    /// In any order; the first day may be among them.
    Chosen(Vec<NaiveDate>),
}

/// Why there is no such series.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoSeries {
    #[error("visits of a series are at least a day apart")]
    NoStep,
    #[error("a series has at least two visits")]
    TooFew,
    #[error("a series has at most {MOST} visits")]
    TooMany,
    #[error("the series would go on beyond the year {}", YEARS.end())]
    TooLate,
}

impl From<NoSeries> for Said {
    fn from(refusal: NoSeries) -> Self {
        match refusal {
            NoSeries::NoStep => said("series-no-step"),
            NoSeries::TooFew => said("series-too-few"),
            NoSeries::TooMany => said("series-too-many").with("most", MOST),
            NoSeries::TooLate => said("series-too-late").with("year", YEARS.end().to_string()),
        }
    }
}

/// The days of the series, in order, each once.
pub fn days(first: NaiveDate, plan: &Plan) -> Result<Vec<NaiveDate>, NoSeries> {
    let found = match plan {
        Plan::Chosen(days) => {
            let mut found: Vec<NaiveDate> = days.iter().copied().chain([first]).collect();
            found.sort_unstable();
            found.dedup();
            found
        }
        Plan::Repeat { every, until } => repeated(first, *every, *until)?,
    };
    if found.len() > MOST {
        return Err(NoSeries::TooMany);
    }
    if found.len() < 2 {
        return Err(NoSeries::TooFew);
    }
    Ok(found)
}

fn repeated(first: NaiveDate, every: Every, until: Until) -> Result<Vec<NaiveDate>, NoSeries> {
    let (Every::Days(step) | Every::Weeks(step) | Every::Months(step)) = every;
    if step == 0 {
        return Err(NoSeries::NoStep);
    }
    let mut found = Vec::new();
    for number in 0.. {
        let enough = match until {
            Until::Count(count) => number >= count,
            Until::Day(_) => false,
        };
        if enough {
            break;
        }
        let day = nth(first, every, number).ok_or(NoSeries::TooLate)?;
        if matches!(until, Until::Day(last) if day > last) {
            break;
        }
        if !YEARS.contains(&day.year()) {
            return Err(NoSeries::TooLate);
        }
        if found.len() == MOST {
            return Err(NoSeries::TooMany);
        }
        found.push(day);
    }
    Ok(found)
}

/// Always counted from the first day: a month that is too short does not make the later ones shorter.
fn nth(first: NaiveDate, every: Every, number: u32) -> Option<NaiveDate> {
    match every {
        Every::Days(step) => {
            first.checked_add_days(Days::new(u64::from(step.checked_mul(number)?)))
        }
        Every::Weeks(step) => {
            let days = u64::from(step.checked_mul(number)?).checked_mul(7)?;
            first.checked_add_days(Days::new(days))
        }
        Every::Months(step) => first.checked_add_months(Months::new(step.checked_mul(number)?)),
    }
}

/// The same time by the wall clock on another day (S12): ten o'clock stays ten o'clock when the
/// clocks are set. It may be one that the clocks skip, which whoever books it is told.
pub fn on_day(first: WallTime, day: NaiveDate) -> WallTime {
    if day == first.date() {
        return first;
    }
    WallTime::once(day.and_time(first.at.time()))
}

/// Where a later visit of a series goes when one goes from `from` to `to`: as many days and as much
/// of the wall clock further (S12). None where no calendar has that day.
pub fn along(zone: Zone, start: WallTime, from: WallTime, to: WallTime) -> Option<WallTime> {
    let at = start.at.checked_add_signed(to.at - from.at)?;
    Some(zone.settled(WallTime {
        at,
        second_pass: start.second_pass,
    }))
}
