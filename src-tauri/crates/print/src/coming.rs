//! A visit to come as its patient is told of it: the day, when to be there, when it begins (S11). What it is for stays
//! between the patient and the practice (M11).

use chrono::{NaiveDateTime, NaiveTime};

use crate::text::clean;
use crate::words::Words;

/// A visit to come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComingVisit {
    /// When it begins.
    pub start: NaiveDateTime,
    /// When the patient is asked to be there, if earlier than the start (S11).
    pub arrive: Option<NaiveTime>,
    /// With whom; may be empty.
    pub provider: String,
}

/// The visit in words.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Told {
    /// `Monday 23 November 2026`.
    pub(crate) day: String,
    /// `Mon 23 Nov 2026`.
    pub(crate) short_day: String,
    /// When to be there.
    pub(crate) be_there: String,
    /// `Please arrive at`, or nothing where that is when it begins.
    pub(crate) arrives_early: bool,
    /// When it begins.
    pub(crate) begins: String,
    pub(crate) provider: String,
}

impl Told {
    pub(crate) fn of(visit: &ComingVisit, words: &Words) -> Self {
        let ComingVisit {
            start,
            arrive,
            provider,
        } = visit;
        let begins = words.time(start.time());
        Self {
            day: words.date("date-long", start.date()),
            short_day: words.date("date-weekday", start.date()),
            be_there: arrive.map_or_else(|| begins.clone(), |at| words.time(at)),
            arrives_early: arrive.is_some(),
            begins,
            provider: clean::line(provider),
        }
    }
}
