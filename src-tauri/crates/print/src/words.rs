//! The words on a page, in the language that was asked for; English fills what a language has not said yet.

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike};
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::{PrintError, Result};

include!(concat!(env!("OUT_DIR"), "/languages.rs"));

const ENGLISH: &str = "en";

/// Words of one language.
pub(crate) struct Words {
    bundle: FluentBundle<FluentResource>,
}

/// What goes into a sentence.
pub(crate) type Fill<'a> = (&'a str, FluentValue<'a>);

impl Words {
    /// The words for a language tag such as `de-AT`; the nearest language that has any, else English.
    pub(crate) fn in_language(tag: &str) -> Result<Self> {
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
        Ok(Self { bundle })
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

    /// A date in one of the shapes `date-long`, `date-short`, `date-year`, `day-title`.
    pub(crate) fn date(&self, shape: &str, date: NaiveDate) -> String {
        let weekday = date.weekday().number_from_monday();
        let numbered = |key, number: u32| {
            FluentValue::from(self.fill(key, [("number", FluentValue::from(number))]))
        };
        self.fill(
            shape,
            [
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
            [("date", date.into()), ("time", time(moment.time()).into())],
        )
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

/// A time of day, `08:30`.
pub(crate) fn time(time: NaiveTime) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

/// A time of day from minutes after midnight, `24:00` included.
pub(crate) fn time_of(minutes: i32) -> String {
    format!(
        "{:02}:{:02}",
        minutes.div_euclid(60),
        minutes.rem_euclid(60)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 23).expect("a real date")
    }

    #[test]
    fn dates_and_pages_are_said_in_the_language() {
        let english = Words::in_language("en-GB").expect("ships");
        assert_eq!(english.date("date-long", date()), "Monday 23 November 2026");
        assert_eq!(english.page(2, 5), "Page 2 of 5");
        let german = Words::in_language("de_AT").expect("ships");
        assert_eq!(
            german.date("date-long", date()),
            "Montag, 23. November 2026"
        );
        assert_eq!(german.count("visits", 1), "1 Termin");
    }

    #[test]
    fn a_language_without_words_is_english() {
        assert_eq!(
            Words::in_language("tlh")
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
