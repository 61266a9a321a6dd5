//! The schedule: one day after the other, each by chair and by provider.

use crate::day::{DayView, day_of};
use crate::desk::Desk;
use crate::error::{Error, Result};
use crate::setup::Setup;
use crate::visit_view::VisitView;
use chrono::{NaiveDate, NaiveDateTime};
use domain::Status;
use domain::said;
use std::collections::BTreeMap;
use store::Unreadable;

/// Days of the practice.
#[derive(Debug, Clone)]
pub struct ScheduleView {
    /// Local time when this was answered.
    pub now: NaiveDateTime,
    /// Every day asked for, in order.
    pub days: Vec<DayView>,
}

/// The longest stretch that is read at once, in days: six weeks, a page of a calendar.
pub const LONGEST_DAYS: i64 = 42;

/// Reads the days from `from` to `to`, both included. A row that cannot be read is told of on its
/// day, on the first one where its day cannot be read either (S14).
///
/// # Errors
/// [`Error::Invalid`] for a stretch that ends before it begins, or is longer than
/// [`LONGEST_DAYS`].
pub fn schedule(desk: &Desk, from: NaiveDate, to: NaiveDate) -> Result<ScheduleView> {
    check_stretch(from, to)?;
    let setup = desk.setup()?;
    let zone = setup.zone();
    let read = desk.store.days(from, to)?;
    let mut views: Vec<VisitView> = read
        .rows
        .into_iter()
        .filter(|row| row.visit.status != Status::Cancelled)
        .map(|row| VisitView::new(&setup, row))
        .collect();
    crate::notice::mark(desk, &setup, &mut views)?;
    let mut visits: BTreeMap<NaiveDate, Vec<VisitView>> = BTreeMap::new();
    for view in views {
        let first = view.visit.start.date();
        let last = view.visit.last_day(zone);
        // A visit over midnight is of both its days.
        for date in first.max(from).iter_days() {
            if date >= last.min(to) {
                visits.entry(date).or_default().push(view);
                break;
            }
            visits.entry(date).or_default().push(view.clone());
        }
    }
    let mut unreadable: BTreeMap<NaiveDate, Vec<Unreadable>> = BTreeMap::new();
    unreadable.insert(from, parts_left_out(&setup));
    for row in read.unreadable {
        let date = day_of_text(&row.start).filter(|date| (from..=to).contains(date));
        unreadable
            .entry(date.unwrap_or(from))
            .or_default()
            .push(row);
    }
    let block_outs = crate::block_out::read(desk, &setup, from, to)?;
    let days = from
        .iter_days()
        .take_while(|date| *date <= to)
        .map(|date| {
            let visits = visits.remove(&date).unwrap_or_default();
            let unreadable = unreadable.remove(&date).unwrap_or_default();
            day_of(&setup, date, visits, unreadable, &block_outs)
        })
        .collect();
    Ok(ScheduleView {
        now: zone.wall(desk.now()).at,
        days,
    })
}

/// A stretch of days that can be read at once.
pub(crate) fn check_stretch(from: NaiveDate, to: NaiveDate) -> Result<()> {
    if to < from {
        return Err(Error::invalid("to", said("invalid-last-day")));
    }
    if (to - from).num_days() >= LONGEST_DAYS {
        return Err(Error::invalid(
            "to",
            said("schedule-too-long").with("days", LONGEST_DAYS),
        ));
    }
    Ok(())
}

/// The date at the beginning of what a row says of its start.
pub(crate) fn day_of_text(start: &str) -> Option<NaiveDate> {
    start.get(..10)?.parse().ok()
}

/// Parts of the practice that cannot be read, told of where visits are.
fn parts_left_out(setup: &Setup) -> Vec<Unreadable> {
    setup
        .unreadable
        .iter()
        .map(|left| Unreadable {
            id: left.id.clone(),
            start: String::new(),
            kind: left.kind,
            reason: left.reason.clone(),
        })
        .collect()
}
