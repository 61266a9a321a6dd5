//! Days of birth and death as address books have them: whole, without a year, or in words.

use crate::dates::{Century, DateFormat, parse_moment};
use chrono::{Datelike, NaiveDate};
use domain::limits::EARLIEST_YEAR;

/// What a card says of a day.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Said {
    Day(NaiveDate),
    /// Known only in part, or only in words; for the notes.
    Partly(String),
    Nothing,
}

/// The day that a text names. The error is a reason.
pub(super) fn day(text: &str, today: NaiveDate) -> Result<Said, domain::Said> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(Said::Nothing);
    }
    let year = text.bytes().take_while(u8::is_ascii_digit).count();
    if (year != 4 && year != 8) || text.len() < 8 {
        return Ok(Said::Partly(text.to_owned()));
    }
    let moment = parse_moment(text, DateFormat::Ymd, Century::NotAfter(today))?;
    let date = moment.date;
    // Programs that must write a year and know none write one long ago.
    if date.year() < EARLIEST_YEAR {
        return Ok(Said::Partly(date.format("--%m-%d").to_string()));
    }
    domain::limits::check_past(date, today)?;
    Ok(Said::Day(date))
}
