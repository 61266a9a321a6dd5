//! A page of the calendar: what each day of a month holds.

use crate::desk::Desk;
use crate::error::Result;
use crate::schedule::{check_stretch, day_of_text};
use crate::setup::Setup;
use chrono::{Datelike, Days, Months, NaiveDate, NaiveDateTime, Weekday};
use domain::hours::shifts_on;
use domain::{ChairId, Confirmation, ProviderId, Status, ViewBy};
use std::collections::HashMap;
use store::{MonthRow, Unreadable};

/// Whose visits are counted, in the words of a saved view: those in the columns that it shows.
#[derive(Debug, Clone)]
pub struct MonthOf {
    pub by: ViewBy,
    /// None of them is all.
    pub chairs: Vec<ChairId>,
    pub providers: Vec<ProviderId>,
}

/// Whole weeks around a month.
#[derive(Debug, Clone)]
pub struct MonthView {
    /// Local time when this was answered.
    pub now: NaiveDateTime,
    /// The first of the month.
    pub first: NaiveDate,
    /// Whole weeks.
    pub days: Vec<MonthDay>,
}

/// A day of the page.
#[derive(Debug, Clone)]
pub struct MonthDay {
    pub date: NaiveDate,
    /// Name of the closure, when the practice is closed.
    pub closed: Option<String>,
    /// Whether somebody works.
    pub open: bool,
    /// Visits that take place or took place, and how many of them nobody has confirmed yet.
    pub visits: u32,
    pub unconfirmed: u32,
    /// The first of them, by start; at most [`NAMES`].
    pub names: Vec<MonthName>,
    /// S14: rows that could not be read.
    pub unreadable: u32,
}

/// A visit as a day of the page has room for it.
#[derive(Debug, Clone)]
pub struct MonthName {
    pub start: NaiveDateTime,
    /// What the patient is called.
    pub name: String,
    pub tint: u8,
}

/// More than a day of the page can show on any screen.
pub const NAMES: usize = 12;

/// Reads the weeks that hold the month of a date. `begins` is the day with which a week begins.
pub fn month(desk: &Desk, date: NaiveDate, begins: Weekday, of: &MonthOf) -> Result<MonthView> {
    let (first, from, to) = page(date, begins);
    check_stretch(from, to)?;
    let setup = desk.setup()?;
    let (rows, unreadable) = desk.store.month_rows(from, to)?;
    let tints: HashMap<_, _> = setup
        .types
        .iter()
        .map(|kind| (kind.id, kind.tint))
        .collect();
    let mut days: Vec<MonthDay> = from
        .iter_days()
        .take_while(|day| *day <= to)
        .map(|day| empty(&setup, day, of))
        .collect();
    let place = |date: NaiveDate| usize::try_from((date - from).num_days()).ok();
    for row in rows
        .iter()
        .filter(|row| takes_place(row) && is_shown(of, row))
    {
        let Some(day) = place(row.start.date()).and_then(|place| days.get_mut(place)) else {
            continue;
        };
        day.visits += 1;
        if row.status == Status::Scheduled && row.confirmation != Confirmation::Confirmed {
            day.unconfirmed += 1;
        }
        if day.names.len() < NAMES {
            day.names.push(MonthName {
                start: row.start,
                name: called(row),
                tint: row
                    .kind
                    .and_then(|kind| tints.get(&kind).copied())
                    .unwrap_or(7),
            });
        }
    }
    for Unreadable { start, .. } in &unreadable {
        let date = day_of_text(start).and_then(place).unwrap_or(0);
        if let Some(day) = days.get_mut(date) {
            day.unreadable += 1;
        }
    }
    Ok(MonthView {
        now: setup.zone().wall(desk.now()).at,
        first,
        days,
    })
}

/// The first of the month, the first day of its week, and the last day of the last one's.
fn page(date: NaiveDate, begins: Weekday) -> (NaiveDate, NaiveDate, NaiveDate) {
    let first = date.with_day(1).unwrap_or(date);
    let last = first
        .checked_add_months(Months::new(1))
        .and_then(|next| next.pred_opt())
        .unwrap_or(date);
    let back = Days::new(u64::from(first.weekday().days_since(begins)));
    let ahead = Days::new(u64::from(6 - last.weekday().days_since(begins)));
    (
        first,
        first.checked_sub_days(back).unwrap_or(first),
        last.checked_add_days(ahead).unwrap_or(last),
    )
}

fn empty(setup: &Setup, date: NaiveDate, of: &MonthOf) -> MonthDay {
    let closed = setup.closures.iter().find(|closure| closure.covers(date));
    let asked =
        |id| of.by == ViewBy::Chair || of.providers.is_empty() || of.providers.contains(&id);
    let works = setup.providers.iter().any(|provider| {
        let week = provider.hours.as_ref().unwrap_or(&setup.practice.hours);
        let shifts = shifts_on(week, &provider.exceptions, date);
        provider.active && asked(provider.id) && !shifts.is_empty()
    });
    MonthDay {
        date,
        closed: closed.map(|closure| closure.name.clone()),
        open: closed.is_none() && works,
        visits: 0,
        unconfirmed: 0,
        names: Vec::new(),
        unreadable: 0,
    }
}

/// Cancelled visits are left out, as on the day; missed ones count no more than the day's foot does.
fn takes_place(row: &MonthRow) -> bool {
    !matches!(row.status, Status::Cancelled | Status::Missed)
}

fn is_shown(of: &MonthOf, row: &MonthRow) -> bool {
    let chair = of.chairs.is_empty() || row.chair.is_some_and(|id| of.chairs.contains(&id));
    let provider =
        of.providers.is_empty() || row.provider.is_some_and(|id| of.providers.contains(&id));
    match of.by {
        ViewBy::Chair => chair,
        ViewBy::Provider => provider,
        ViewBy::Both => chair || provider,
    }
}

/// The name a patient is spoken to by; the family name of one of whom only that is known.
fn called(row: &MonthRow) -> String {
    let preferred = row.preferred_name.as_deref().unwrap_or_default().trim();
    [preferred, row.name.given.trim(), row.name.family.trim()]
        .into_iter()
        .find(|name| !name.is_empty())
        .unwrap_or_default()
        .to_owned()
}
