//! Public holidays as closures of the practice: looked at first, then added.

use super::Setup;
use super::left::left_without;
use super::save::closing;
use crate::block_out::refuse_unless;
use crate::desk::Desk;
use crate::error::{Error, Result, fits};
use crate::holidays::{holidays, place};
use crate::undo::UndoableChange;
use chrono::NaiveDate;
use domain::limits::{self, SHORT};
use domain::said;
use domain::{Closure, ClosureId};

/// A public holiday, and whether the practice is closed then already.
#[derive(Debug, Clone)]
pub struct HolidayView {
    pub date: NaiveDate,
    /// In the practice's language where the table has it.
    pub name: String,
    /// As the country itself calls it, where that differs.
    pub local_name: Option<String>,
    /// In some places only, of some employers, or for half a day.
    pub partly: bool,
    /// Name of the closure that covers it.
    pub closed_as: Option<String>,
    /// Visits that are booked for the day.
    pub visits: u32,
}

/// What became of closures that were to be added.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AddedClosures {
    pub added: u32,
    /// Days on which the practice was closed already.
    pub there: u32,
}

/// Most days that are added at once.
const MOST: usize = 400;

/// The public holidays of a country, or of one of its regions, in a year.
pub fn holidays_for(
    desk: &Desk,
    country: &str,
    region: Option<&str>,
    year: i32,
) -> Result<Vec<HolidayView>> {
    let setup = desk.setup()?;
    let (country, region) = place(country, region)?;
    let local = setup.practice.language.split('-').next() == Some(country.language);
    let mut found = Vec::new();
    for holiday in holidays(country, region, year)? {
        let booked = desk.store.days(holiday.date, holiday.date)?;
        let visits = booked
            .rows
            .iter()
            .filter(|row| row.visit.status.occupies())
            .count();
        let (name, other) = if local {
            (holiday.name, None)
        } else {
            let other = (holiday.name != holiday.english).then_some(holiday.name);
            (holiday.english, other)
        };
        found.push(HolidayView {
            date: holiday.date,
            name,
            local_name: other,
            partly: holiday.partly,
            closed_as: closed_on(&setup.closures, holiday.date).map(str::to_owned),
            visits: u32::try_from(visits).unwrap_or(u32::MAX),
        });
    }
    Ok(found)
}

/// Closes the practice on these days, in one transaction. A day on which it is closed already is
/// left as it is, so that adding them twice changes nothing. Where visits are booked on the others,
/// it is refused with their names until somebody accepts that.
pub fn add_closures(
    desk: &mut Desk,
    days: &[(NaiveDate, String)],
    accept: bool,
) -> Result<AddedClosures> {
    if days.len() > MOST {
        return Err(Error::invalid(
            "closures",
            said("closures-too-many").with("most", MOST),
        ));
    }
    let host = std::sync::Arc::clone(&desk.host);
    desk.write_step(UndoableChange::Closure, |change| {
        let before = Setup::within(change)?;
        let mut closures = before.closures.clone();
        let mut report = AddedClosures { added: 0, there: 0 };
        for (date, name) in days {
            let name = limits::clean(name.trim());
            fits("name", limits::within(&name, SHORT, "the name"))?;
            if closed_on(&closures, *date).is_some() {
                report.there += 1;
                continue;
            }
            let closure = Closure {
                id: ClosureId(host.new_id()),
                from: *date,
                to: *date,
                name,
            };
            change.put_closure(&closure, None)?;
            closures.push(closure);
            report.added += 1;
        }
        let dates = || days.iter().map(|(date, _)| *date);
        if let Some(span) = dates().min().zip(dates().max()) {
            let after = Setup::within(change)?;
            let visits = left_without(change, &before, &after, span, |_| true)?;
            // Of several closures the first names them all: each visit says its day.
            let first = visits.first().map(|visit| visit.start.date());
            let name = first.and_then(|date| closed_on(&after.closures, date));
            let what = closing(name.unwrap_or_default());
            refuse_unless(accept, what, &visits, change, &after)?;
        }
        Ok(report)
    })
}

fn closed_on(closures: &[Closure], date: NaiveDate) -> Option<&str> {
    closures
        .iter()
        .find(|closure| closure.covers(date))
        .map(|closure| closure.name.as_str())
}
