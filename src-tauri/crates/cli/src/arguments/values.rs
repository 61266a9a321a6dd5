//! How single values are written on the command line.

use app::import::DateFormat;
use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime};
use clap::builder::{OsStringValueParser, TypedValueParser};
use domain::limits::YEARS;
use domain::series::Every;
use domain::{MinuteOfDay, Shift};
use std::path::PathBuf;

/// A time of day, on a day or not.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Clock {
    At(NaiveDateTime),
    Of(NaiveTime),
}

/// Any path, and nothing too.
pub(super) fn maybe_path() -> impl TypedValueParser<Value = PathBuf> {
    OsStringValueParser::new().map(PathBuf::from)
}

pub(super) fn date(text: &str) -> Result<NaiveDate, String> {
    let date = NaiveDate::parse_from_str(text, "%Y-%m-%d")
        .map_err(|_| "write a date such as 2026-11-23".to_owned())?;
    known_year(date)?;
    Ok(date)
}

pub(super) fn every(text: &str) -> Result<Every, String> {
    let wrong = || "write 3d, 2w or 6m for days, weeks or months".to_owned();
    let unit = text.chars().last().ok_or_else(wrong)?;
    let number = text.strip_suffix(unit).unwrap_or_default();
    let number = number.parse().map_err(|_| wrong())?;
    match unit {
        'd' => Ok(Every::Days(number)),
        'w' => Ok(Every::Weeks(number)),
        'm' => Ok(Every::Months(number)),
        _ => Err(wrong()),
    }
}

pub(super) fn shift(text: &str) -> Result<Shift, String> {
    let not = || "write from when to when, such as 09:00-13:00".to_owned();
    let (from, to) = text.split_once('-').ok_or_else(not)?;
    let minute = |text: &str| text.parse::<MinuteOfDay>().map_err(|_| not());
    Shift::new(minute(from)?, minute(to)?, None).ok_or_else(not)
}

pub(super) fn local_time(text: &str) -> Result<NaiveDateTime, String> {
    let time = NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M")
        .map_err(|_| "write a local time such as 2026-11-23T09:00".to_owned())?;
    known_year(time.date())?;
    Ok(time)
}

pub(super) fn clock(text: &str) -> Result<Clock, String> {
    if let Ok(time) = NaiveTime::parse_from_str(text, "%H:%M") {
        return Ok(Clock::Of(time));
    }
    local_time(text)
        .map(Clock::At)
        .map_err(|_| "write a time such as 09:50, or 2026-11-23T09:50".to_owned())
}

pub(super) fn known_year(date: NaiveDate) -> Result<(), String> {
    if YEARS.contains(&date.year()) {
        return Ok(());
    }
    Err(format!(
        "the year must be from {} to {}",
        YEARS.start(),
        YEARS.end()
    ))
}

pub(super) fn date_format(text: &str) -> Result<DateFormat, String> {
    text.parse::<DateFormat>()
        .map_err(|error| error.to_string())
}
