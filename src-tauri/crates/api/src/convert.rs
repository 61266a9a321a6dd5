//! Domain values to wire values and back. Structs are taken apart field by field where they are
//! read, so that a new field cannot be forgotten.

mod hours;
mod patient;
mod visit;

use crate::refusal::invalid;
use app::Error;
use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, Utc};
use domain::limits::YEARS;
use domain::{MinuteOfDay, WallTime, said};
pub(crate) use hours::{exception, shifts, week, week_hours};
pub use patient::hit;
pub(crate) use patient::{domain_status, fields, patient};
use std::str::FromStr;
pub use visit::visit;
pub(crate) use visit::{
    confirmation, domain_wish, notice, right, status, step, visit_confirmation, visit_status, wish,
};

pub(crate) const LOCAL: &str = "%Y-%m-%dT%H:%M";

pub(crate) fn local(at: NaiveDateTime) -> String {
    at.format(LOCAL).to_string()
}

pub(crate) fn date(field: &'static str, text: &str) -> Result<NaiveDate, Error> {
    let date = NaiveDate::parse_from_str(text, "%Y-%m-%d")
        .map_err(|_| invalid(field, said("invalid-date").with("text", text)))?;
    known_year(field, date)?;
    Ok(date)
}

/// Further away lies nothing that anybody means, and at the ends of all time there are no neighbours.
fn known_year(field: &'static str, date: NaiveDate) -> Result<(), Error> {
    if YEARS.contains(&date.year()) {
        return Ok(());
    }
    let (first, last) = (YEARS.start(), YEARS.end());
    Err(invalid(
        field,
        said("invalid-year")
            .with("first", first.to_string())
            .with("last", last.to_string()),
    ))
}

pub(crate) fn wall(field: &'static str, text: &str, second_pass: bool) -> Result<WallTime, Error> {
    let at = NaiveDateTime::parse_from_str(text, LOCAL)
        .map_err(|_| invalid(field, said("invalid-time").with("text", text)))?;
    known_year(field, at.date())?;
    Ok(WallTime { at, second_pass })
}

/// A local time of which it is told elsewhere which of two equal ones it is.
pub(crate) fn clock(field: &'static str, text: &str) -> Result<NaiveDateTime, Error> {
    Ok(wall(field, text, false)?.at)
}

pub(crate) fn instant(field: &'static str, text: &str) -> Result<DateTime<Utc>, Error> {
    let at = DateTime::parse_from_rfc3339(text)
        .map_err(|_| invalid(field, said("invalid-time").with("text", text)))?
        .with_timezone(&Utc);
    known_year(field, at.date_naive())?;
    Ok(at)
}

pub(crate) fn id<T: FromStr>(field: &'static str, text: &str) -> Result<T, Error> {
    text.parse()
        .map_err(|_| invalid(field, said("invalid-id").with("text", text)))
}

pub(crate) fn optional_id<T: FromStr>(
    field: &'static str,
    text: &Option<String>,
) -> Result<Option<T>, Error> {
    text.as_deref().map(|text| id(field, text)).transpose()
}

pub(crate) fn ids<T: FromStr>(field: &'static str, all: &[String]) -> Result<Vec<T>, Error> {
    all.iter().map(|text| id(field, text)).collect()
}

pub(crate) fn time_of_day(field: &'static str, text: &str) -> Result<MinuteOfDay, Error> {
    text.parse::<MinuteOfDay>()
        .map_err(|error| invalid(field, error))
}
