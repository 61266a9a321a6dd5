//! The words on a page, in the language that was asked for; English fills what a language has not said yet.

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike, Weekday};
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::habits::Habits;
use crate::{PrintError, Result};

include!(concat!(env!("OUT_DIR"), "/languages.rs"));

const ENGLISH: &str = "en";

/// Words of one language.
pub(crate) struct Words {
    bundle: FluentBundle<FluentResource>,
    habits: Habits,
    twelve_hours: bool,
}

/// What goes into a sentence.
pub(crate) type Fill<'a> = (&'a str, FluentValue<'a>);

impl Words {
    /// The words for a language tag such as `de-AT`; the nearest language that has any, else English.
    pub(crate) fn in_language(tag: &str, twelve_hours: bool) -> Result<Self> {
        let tag = tag.replace('_', "-");
        let primary = tag.split('-').next().unwrap_or_default();
        let wanted = [tag.as_str(), primary].into_iter().find_map(|name| {
            LANGUAGES
                .iter()
                .find(|(known, _)| known.eq_ignore_ascii_case(name))
        });
        let id: LanguageIdentifier = wanted
            .and_then(|(known, _)| known.parse().ok())
            .unwrap_or_default();
        let mut bundle = FluentBundle::new(vec![id]);
        bundle.set_use_isolating(false);
        for (known, source) in LANGUAGES
            .iter()
            .filter(|(known, _)| *known == ENGLISH)
            .chain(wanted)
        {
            let resource = FluentResource::try_new((*source).to_owned())
                .map_err(|_| PrintError::Damaged(format!("print.ftl, {known}")))?;
            bundle.add_resource_overriding(resource);
        }
        Ok(Self {
            bundle,
            habits: Habits::of(&tag),
            twelve_hours,
        })
    }

    /// A word or sentence without anything to fill in.
    pub(crate) fn say(&self, key: &str) -> String {
        self.fill(key, [])
    }

    /// A sentence with its blanks filled in. A key that no file has shows as itself.
    pub(crate) fn fill<'a>(&self, key: &str, fill: impl IntoIterator<Item = Fill<'a>>) -> String {
        let args: FluentArgs<'_> = fill.into_iter().collect();
        match self
            .bundle
            .get_message(key)
            .and_then(|message| message.value())
        {
            Some(pattern) => self
                .bundle
                .format_pattern(pattern, Some(&args), &mut Vec::new())
                .into_owned(),
            None => key.to_owned(),
        }
    }

    /// A sentence about a number of things.
    pub(crate) fn count(&self, key: &str, count: usize) -> String {
        self.fill(key, [("count", FluentValue::from(count))])
    }

    /// A date in one of the shapes `date-long`, `date-short`, `date-year`, `date-month`, `day-title`.
    pub(crate) fn date(&self, shape: &str, date: NaiveDate) -> String {
        let weekday = date.weekday().number_from_monday();
        let numbered = |key, number: u32| {
            FluentValue::from(self.fill(key, [("number", FluentValue::from(number))]))
        };
        self.fill(
            shape,
            [
                ("order", self.order().into()),
                ("weekday", numbered("weekday", weekday)),
                ("weekday-short", numbered("weekday-short", weekday)),
                ("day", date.day().to_string().into()),
                ("month", numbered("month", date.month())),
                ("month-short", numbered("month-short", date.month())),
                ("year", date.year().to_string().into()),
            ],
        )
    }

    /// A date and time in the middle of a sentence.
    pub(crate) fn moment(&self, key: &str, moment: NaiveDateTime) -> String {
        let date = self.date("date-short", moment.date());
        self.fill(
            key,
            [
                ("date", date.into()),
                ("time", self.time(moment.time()).into()),
            ],
        )
    }

    /// A time of day: `08:30`, or `8:30 AM` where clocks have 12 hours.
    pub(crate) fn time(&self, time: NaiveTime) -> String {
        self.clock(time.hour(), time.minute())
    }

    /// A time of day from minutes after midnight, the midnight that ends the day included.
    pub(crate) fn time_of(&self, minutes: i32) -> String {
        let part = |value: i32| u32::try_from(value).unwrap_or_default();
        self.clock(part(minutes.div_euclid(60)), part(minutes.rem_euclid(60)))
    }

    /// From one time of day to another; the half of the day is said once where it is the same.
    pub(crate) fn span(&self, from: i32, to: i32) -> String {
        let begin = if self.twelve_hours && half(from) == half(to) {
            twelve(from)
        } else {
            self.time_of(from)
        };
        format!("{begin}\u{2013}{}", self.time_of(to))
    }

    /// A full hour beside a line: `08:00`, or `8 AM`.
    pub(crate) fn hour(&self, minutes: i32) -> String {
        if self.twelve_hours {
            let time = twelve(minutes);
            let hour = time.split(':').next().unwrap_or_default();
            self.twelve(hour, minutes)
        } else {
            self.time_of(minutes)
        }
    }

    /// On which day a week begins.
    pub(crate) fn week_begins(&self) -> Weekday {
        self.habits.week_begins
    }

    fn clock(&self, hour: u32, minute: u32) -> String {
        if !self.twelve_hours {
            return format!("{hour:02}:{minute:02}");
        }
        let minutes = i32::try_from(hour * 60 + minute).unwrap_or_default();
        self.twelve(&twelve(minutes), minutes)
    }

    /// With the half of the day, as the region writes it.
    fn twelve(&self, time: &str, minutes: i32) -> String {
        self.fill(
            "time-of-twelve",
            [
                ("time", time.into()),
                ("half", half(minutes).into()),
                ("order", self.order().into()),
            ],
        )
    }

    fn order(&self) -> &'static str {
        if self.habits.month_first {
            "month-first"
        } else {
            "day-first"
        }
    }

    /// `Page x of y`.
    pub(crate) fn page(&self, page: usize, pages: usize) -> String {
        self.fill(
            "page",
            [
                ("page", page.to_string().into()),
                ("pages", pages.to_string().into()),
            ],
        )
    }
}

/// Which half of the day, from minutes after midnight; the midnight that ends a day is the night's.
fn half(minutes: i32) -> &'static str {
    if (720..1440).contains(&minutes) {
        "pm"
    } else {
        "am"
    }
}

/// What a clock of 12 hours shows.
fn twelve(minutes: i32) -> String {
    let hour = (minutes.div_euclid(60) + 11).rem_euclid(12) + 1;
    format!("{hour}:{:02}", minutes.rem_euclid(60))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 23).expect("a real date")
    }

    #[test]
    fn dates_and_pages_are_said_in_the_language() {
        let english = Words::in_language("en-GB", false).expect("ships");
        assert_eq!(english.date("date-long", date()), "Monday 23 November 2026");
        assert_eq!(english.page(2, 5), "Page 2 of 5");
        let german = Words::in_language("de_AT", false).expect("ships");
        assert_eq!(
            german.date("date-long", date()),
            "Montag, 23. November 2026"
        );
        assert_eq!(german.count("visits", 1), "1 Termin");
    }

    #[test]
    fn times_and_dates_are_those_of_the_region() {
        let american = Words::in_language("en-US", true).expect("ships");
        assert_eq!(
            american.date("date-long", date()),
            "Monday, November 23, 2026"
        );
        let at = |hour, minute| NaiveTime::from_hms_opt(hour, minute, 0).expect("a real time");
        let german = Words::in_language("de", false).expect("ships");
        for (hour, minute, twelve, plain) in [
            (0, 5, "12:05 AM", "00:05"),
            (8, 30, "8:30 AM", "08:30"),
            (12, 0, "12:00 PM", "12:00"),
            (17, 45, "5:45 PM", "17:45"),
        ] {
            assert_eq!(american.time(at(hour, minute)), twelve);
            assert_eq!(german.time(at(hour, minute)), plain);
        }
        assert_eq!(american.span(8 * 60, 9 * 60), "8:00\u{2013}9:00 AM");
        assert_eq!(american.span(11 * 60, 13 * 60), "11:00 AM\u{2013}1:00 PM");
        assert_eq!(american.span(20 * 60, 24 * 60), "8:00 PM\u{2013}12:00 AM");
        assert_eq!(german.span(20 * 60, 24 * 60), "20:00\u{2013}24:00");
    }

    #[test]
    fn a_language_without_words_is_english() {
        assert_eq!(
            Words::in_language("tlh", false)
                .expect("ships")
                .say("status-seated"),
            "in chair"
        );
    }

    #[test]
    fn every_language_says_everything_that_english_says() {
        let keys = |source: &str| -> Vec<String> {
            source
                .lines()
                .filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()))
                .filter_map(|line| line.split(" =").next().map(str::to_owned))
                .collect()
        };
        let english = LANGUAGES
            .iter()
            .find(|(tag, _)| *tag == ENGLISH)
            .expect("ships");
        for (tag, source) in LANGUAGES {
            assert_eq!(keys(source), keys(english.1), "{tag}");
            assert!(
                FluentResource::try_new((*source).to_owned()).is_ok(),
                "{tag}"
            );
        }
    }
}
