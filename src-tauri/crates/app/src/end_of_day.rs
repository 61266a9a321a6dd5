//! The end of a day: what nobody has brought to an end yet, today and on days gone by, and whom to
//! call about the next one.

use crate::desk::Desk;
use crate::error::Result;
use crate::visit_view::VisitView;
use chrono::{NaiveDate, NaiveDateTime};
use domain::still_open::{StillOpen, still_open};
use domain::{Confirmation, Status};
use store::Unreadable;

/// What is left to do before going home.
#[derive(Debug, Clone)]
pub struct EndOfDayView {
    pub date: NaiveDate,
    /// Local time when this was answered.
    pub now: NaiveDateTime,
    /// Of today, those in the house first, then by start.
    pub open: Vec<OpenVisit>,
    /// How many of today's visits came to an end.
    pub settled: u32,
    /// Visits of days gone by that are still open, the latest day first; the latest of them.
    pub left: Vec<OpenVisit>,
    /// How many there are in all.
    pub left_total: u32,
    /// The next day that has visits.
    pub next_day: Option<NaiveDate>,
    /// Those of its visits that the patient has not confirmed.
    pub unconfirmed: Vec<VisitView>,
    pub unreadable: Vec<Unreadable>,
}

/// A visit that nobody brought to an end.
#[derive(Debug, Clone)]
pub struct OpenVisit {
    pub visit: VisitView,
    pub why: StillOpen,
}

/// How many visits of days gone by are listed; the others are counted.
const LISTED: u32 = 100;

/// How far ahead a day with visits is looked for: over the longest holidays.
const DAYS_AHEAD: usize = 31;

/// Reads what is left to do.
pub fn end_of_day(desk: &Desk) -> Result<EndOfDayView> {
    let setup = desk.setup()?;
    let zone = setup.zone();
    let now = desk.now();
    let today = desk.today(zone);
    let why =
        |visit: VisitView| still_open(&visit.visit, zone, now).map(|why| OpenVisit { visit, why });
    let read = desk.store.days(today, today)?;
    let mut unreadable = read.unreadable;
    let begun_today: Vec<VisitView> = read
        .rows
        .into_iter()
        .filter(|row| row.visit.start.date() == today)
        .map(|row| VisitView::new(&setup, row))
        .collect();
    let all = begun_today.len();
    let mut open: Vec<OpenVisit> = begun_today.into_iter().filter_map(why).collect();
    open.sort_by_key(|one| (one.why, one.visit.visit.start));
    let unfinished = desk.store.unfinished_before(today, LISTED)?;
    unreadable.extend(unfinished.latest.unreadable);
    let mut left: Vec<OpenVisit> = unfinished
        .latest
        .rows
        .into_iter()
        .map(|row| VisitView::new(&setup, row))
        .filter_map(why)
        .collect();
    left.sort_by_key(|one| {
        let start = one.visit.visit.start;
        (std::cmp::Reverse(start.date()), start)
    });
    let (next_day, unconfirmed) = match next_day(desk, today)? {
        Some((date, visits)) => (
            Some(date),
            visits
                .into_iter()
                .map(|row| VisitView::new(&setup, row))
                .filter(|view| view.visit.confirmation != Confirmation::Confirmed)
                .collect(),
        ),
        None => (None, Vec::new()),
    };
    Ok(EndOfDayView {
        date: today,
        now: zone.wall(now).at,
        settled: u32::try_from(all - open.len()).unwrap_or(u32::MAX),
        open,
        left,
        left_total: unfinished.total,
        next_day,
        unconfirmed,
        unreadable,
    })
}

/// The next day on which somebody is expected, and who.
fn next_day(desk: &Desk, today: NaiveDate) -> Result<Option<(NaiveDate, Vec<store::DayRow>)>> {
    for date in today.iter_days().skip(1).take(DAYS_AHEAD) {
        let mut rows = desk.store.days(date, date)?.rows;
        rows.retain(|row| row.visit.status == Status::Scheduled && row.visit.start.date() == date);
        if !rows.is_empty() {
            return Ok(Some((date, rows)));
        }
    }
    Ok(None)
}
