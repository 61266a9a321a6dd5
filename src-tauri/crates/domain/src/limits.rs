//! What a record may hold, alike at the desk and in an import: whatever is saved can be exported
//! and read back again (P8).

use crate::said::{Said, said};
use chrono::{Datelike, NaiveDate};
use std::ops::RangeInclusive;

/// Longest name, number, label, city and the like, in characters.
pub const SHORT: usize = 300;
/// Longest street address, reason or list of phones, in characters.
pub const MEDIUM: usize = 4_000;
/// Longest notes or alert, in bytes.
pub const NOTES: usize = 64 * 1024;
/// No patient was born, and no visit was written down, before this year.
pub const EARLIEST_YEAR: i32 = 1850;
/// The years that a person may ask for; any other is a slip of the finger.
pub const YEARS: RangeInclusive<i32> = EARLIEST_YEAR..=2199;
/// How far ahead a visit may be.
pub const YEARS_AHEAD: i32 = 20;

/// Why a value cannot be kept. A field goes by the name that imports and exports give it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    #[error("{field} has more than {limit} characters")]
    Long { field: String, limit: usize },
    #[error("{field} are longer than {} KiB", NOTES / 1024)]
    LongNotes { field: String },
    #[error("{0} is in the future")]
    Future(NaiveDate),
    #[error("{0} is before {EARLIEST_YEAR}")]
    BeforeAnyone(NaiveDate),
    #[error("the start: {0} cannot be a visit's day")]
    NoDayForAVisit(NaiveDate),
    #[error("died on {death}, before the birth on {birth}")]
    DiedBeforeBirth { birth: NaiveDate, death: NaiveDate },
}

impl From<&Unfit> for Said {
    fn from(unfit: &Unfit) -> Self {
        match unfit {
            Unfit::Long { field, limit } => said("unfit-long")
                .with("field", of_field(field))
                .with("limit", *limit),
            Unfit::LongNotes { field } => said("unfit-long-notes")
                .with("field", of_field(field))
                .with("kilobytes", NOTES / 1024),
            Unfit::Future(date) => said("unfit-future").with("date", *date),
            Unfit::BeforeAnyone(date) => said("unfit-before-anyone")
                .with("date", *date)
                .with("year", EARLIEST_YEAR.to_string()),
            Unfit::NoDayForAVisit(date) => said("unfit-no-visit-day").with("date", *date),
            Unfit::DiedBeforeBirth { birth, death } => said("unfit-died-before-birth")
                .with("birth", *birth)
                .with("death", *death),
        }
    }
}

impl From<Unfit> for Said {
    fn from(unfit: Unfit) -> Self {
        Said::from(&unfit)
    }
}

/// A field by its name for people; one that has none by its own.
pub fn of_field(key: &str) -> Said {
    said("field").with("key", key)
}

/// What is wrong, said of a field.
pub fn in_field(key: &str, what: impl Into<Said>) -> Said {
    said("of-field")
        .with("field", of_field(key))
        .with("what", what.into())
}

/// The text without control characters other than tab and line ends (U+0000 to U+001F, U+007F to
/// U+009F): no program shows them and some stop reading at them.
pub fn clean(text: &str) -> String {
    if text.chars().any(is_unshown) {
        text.chars().filter(|c| !is_unshown(*c)).collect()
    } else {
        text.to_owned()
    }
}

fn is_unshown(c: char) -> bool {
    c.is_control() && !matches!(c, '\t' | '\n' | '\r')
}

/// Refuses what is longer than the limit in characters, naming the field.
pub fn within(text: &str, limit: usize, field: &str) -> Result<(), Unfit> {
    if text.len() > limit && text.chars().count() > limit {
        return Err(Unfit::Long {
            field: field.to_owned(),
            limit,
        });
    }
    Ok(())
}

/// Refuses notes that are longer than [`NOTES`].
pub fn notes_within(text: &str, field: &str) -> Result<(), Unfit> {
    if text.len() > NOTES {
        return Err(Unfit::LongNotes {
            field: field.to_owned(),
        });
    }
    Ok(())
}

/// Refuses births and deaths in the future and before anyone's time.
pub fn check_past(date: NaiveDate, today: NaiveDate) -> Result<(), Unfit> {
    if date > today {
        return Err(Unfit::Future(date));
    }
    if date.year() < EARLIEST_YEAR {
        return Err(Unfit::BeforeAnyone(date));
    }
    Ok(())
}

/// Refuses a death before the birth.
pub fn check_lifetime(birth: Option<NaiveDate>, death: Option<NaiveDate>) -> Result<(), Unfit> {
    match (birth, death) {
        (Some(birth), Some(death)) if death < birth => Err(Unfit::DiedBeforeBirth { birth, death }),
        _ => Ok(()),
    }
}

/// Refuses visits in years in which no visit of this practice can be.
pub fn check_visit_day(day: NaiveDate, today: NaiveDate) -> Result<(), Unfit> {
    if day.year() < EARLIEST_YEAR || day.year() > today.year() + YEARS_AHEAD {
        return Err(Unfit::NoDayForAVisit(day));
    }
    Ok(())
}
