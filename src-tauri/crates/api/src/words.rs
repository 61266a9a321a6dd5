//! What the core has to say, in the language of the person: `assets/locales/*/core.ftl`.

use app::{Language, Spoken};
use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike};
use domain::MinuteOfDay;
use domain::said::{Fill, Said};
use fluent_bundle::{FluentArgs, FluentBundle, FluentError, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

const ENGLISH: &str = include_str!("../../../../assets/locales/en/core.ftl");
const GERMAN: &str = include_str!("../../../../assets/locales/de/core.ftl");

/// The words of one language.
pub struct Words {
    bundle: FluentBundle<FluentResource>,
    twelve: bool,
}

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Words").finish_non_exhaustive()
    }
}

impl Words {
    pub fn of(spoken: &Spoken) -> Self {
        let id: LanguageIdentifier = spoken.locale.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new(vec![id]);
        bundle.set_use_isolating(false);
        // A test reads both files without an error; of a file with one, the rest is still of use.
        let source = source(spoken.language).to_owned();
        let resource = FluentResource::try_new(source).unwrap_or_else(|(rest, _)| rest);
        bundle.add_resource_overriding(resource);
        Self {
            bundle,
            twelve: spoken.twelve,
        }
    }

    /// A message as a sentence: with a capital at its beginning and a full stop at its end.
    pub fn say(&self, said: &Said) -> String {
        sentence(&self.mention(said))
    }

    /// A message as it stands in the middle of a sentence.
    pub fn mention(&self, said: &Said) -> String {
        self.part(said, &mut Vec::new())
    }

    /// Several, one after the other; nothing for none.
    pub fn say_all<'a>(&self, said: impl IntoIterator<Item = &'a Said>) -> String {
        let all: Vec<String> = said.into_iter().map(|one| self.say(one)).collect();
        all.join(" ")
    }

    /// What no file has shows as its name, so that a person can at least tell of it. `wrong` takes
    /// what was left blank.
    fn part(&self, said: &Said, wrong: &mut Vec<FluentError>) -> String {
        let mut args = FluentArgs::new();
        for (name, fill) in &said.fill {
            args.set(*name, self.value(fill, wrong));
        }
        self.format(said.id, &args, wrong)
    }

    fn format(&self, id: &str, args: &FluentArgs<'_>, wrong: &mut Vec<FluentError>) -> String {
        match self
            .bundle
            .get_message(id)
            .and_then(|message| message.value())
        {
            Some(pattern) => self
                .bundle
                .format_pattern(pattern, Some(args), wrong)
                .into_owned(),
            None => id.to_owned(),
        }
    }

    fn value<'a>(&self, fill: &'a Fill, wrong: &mut Vec<FluentError>) -> FluentValue<'a> {
        match fill {
            Fill::Text(text) => text.as_str().into(),
            Fill::Number(number) => FluentValue::from(*number),
            Fill::Date(date) => self.date(*date, wrong).into(),
            Fill::Time(time) => self.time(*time).into(),
            Fill::Minute(minute) => self.minute(*minute).into(),
            Fill::At(at) => self.date_time(*at, wrong).into(),
            Fill::Said(said) => self.part(said, wrong).into(),
            Fill::All(all) => {
                let parts: Vec<String> = all
                    .iter()
                    .map(|one| sentence(&self.part(one, wrong)))
                    .collect();
                parts.join(" ").into()
            }
        }
    }

    fn date(&self, date: NaiveDate, wrong: &mut Vec<FluentError>) -> String {
        let mut month = FluentArgs::new();
        month.set("number", date.month());
        let mut args = FluentArgs::new();
        args.set("day", date.day().to_string());
        args.set("month", self.format("month", &month, wrong));
        args.set("year", date.year().to_string());
        self.format("date", &args, wrong)
    }

    fn date_time(&self, at: NaiveDateTime, wrong: &mut Vec<FluentError>) -> String {
        let mut args = FluentArgs::new();
        args.set("date", self.date(at.date(), wrong));
        args.set("time", self.time(at.time()));
        self.format("date-time", &args, wrong)
    }

    /// A day that ends at 24:00 ends so, or at 12:00 AM.
    fn minute(&self, minute: MinuteOfDay) -> String {
        let hour = u32::from(minute.minutes()) / 60;
        match NaiveTime::from_hms_opt(hour % 24, u32::from(minute.minutes()) % 60, 0) {
            Some(time) if self.twelve || hour < 24 => self.time(time),
            _ => minute.to_string(),
        }
    }

    fn time(&self, time: NaiveTime) -> String {
        if !self.twelve {
            return format!("{:02}:{:02}", time.hour(), time.minute());
        }
        let (afternoon, hour) = time.hour12();
        let half = if afternoon { "PM" } else { "AM" };
        format!("{hour}:{:02} {half}", time.minute())
    }
}

fn source(language: Language) -> &'static str {
    match language {
        Language::English => ENGLISH,
        Language::German => GERMAN,
    }
}

fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    let Some(first) = letters.next() else {
        return String::new();
    };
    let end = if text.ends_with(['.', '?', '!', ':']) {
        ""
    } else {
        "."
    };
    first
        .to_uppercase()
        .chain(letters)
        .chain(end.chars())
        .collect()
}

#[cfg(test)]
#[path = "words_tests.rs"]
mod tests;
