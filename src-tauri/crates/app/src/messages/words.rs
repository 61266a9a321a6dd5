//! What patients read where a practice wrote no text of its own, and how days and times are written
//! in it: `assets/locales/*/messages.ftl`.

use crate::host::Host;
use crate::wording::{Language, Wording, spoken};
use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};
use domain::messages::{Channel, Field, MessageKind, ReadyAnswer};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use std::sync::LazyLock;
use unic_langid::LanguageIdentifier;

const SOURCES: [(&str, &str); 4] = [
    (
        "en",
        include_str!("../../../../../assets/locales/en/messages.ftl"),
    ),
    (
        "de",
        include_str!("../../../../../assets/locales/de/messages.ftl"),
    ),
    (
        "es",
        include_str!("../../../../../assets/locales/es/messages.ftl"),
    ),
    (
        "fr",
        include_str!("../../../../../assets/locales/fr/messages.ftl"),
    ),
];

type Bundle = FluentBundle<FluentResource>;

/// Read once: a morning's reminders are hundreds.
static BUNDLES: LazyLock<Vec<(&str, Bundle)>> = LazyLock::new(|| {
    let read = |(tag, source): (&'static str, &str)| {
        let id: LanguageIdentifier = tag.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        bundle.set_use_isolating(false);
        // A test reads all of them without an error; of a file with one, the rest is still of use.
        let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(rest, _)| rest);
        bundle.add_resource_overriding(resource);
        (tag, bundle)
    };
    SOURCES.into_iter().map(read).collect()
});

/// The languages in which patients can be written to.
pub fn message_languages() -> impl Iterator<Item = &'static str> {
    SOURCES.iter().map(|(tag, _)| *tag)
}

/// The language of a tag such as `de-AT`, as far as there are words for it.
pub(super) fn language_of(tag: &str) -> Option<&'static str> {
    let primary = tag.split(['-', '_']).next().unwrap_or_default();
    message_languages().find(|known| known.eq_ignore_ascii_case(primary))
}

/// The words of one language.
pub(super) struct Words {
    /// Language and, where it is known, region.
    pub(super) tag: String,
    bundle: &'static Bundle,
    twelve: bool,
}

impl Words {
    /// Of the language of that tag, written as in the region of this machine; English where there are
    /// no words for it.
    pub(super) fn of(host: &dyn Host, tag: &str) -> Self {
        let known = language_of(tag).unwrap_or("en");
        let (_, bundle) = BUNDLES
            .iter()
            .find(|(language, _)| *language == known)
            .unwrap_or(&BUNDLES[0]);
        let Some(language) = Language::of(known) else {
            return Self {
                tag: known.to_owned(),
                bundle,
                twelve: false,
            };
        };
        let chosen = Wording {
            language: Some(language),
            clock: host.wording().clock,
        };
        let spoken = spoken(chosen, host.locale().as_deref());
        Self {
            tag: spoken.locale,
            bundle,
            twelve: spoken.twelve,
        }
    }

    /// Subject and text of a kind of message, with blanks such as `{first_name}`. The desk reads on
    /// its screen what it would say on the phone.
    pub(super) fn text(&self, kind: MessageKind, channel: Channel) -> (String, String) {
        let channel = match channel {
            Channel::Email | Channel::Sms | Channel::Phone => channel.name(),
            Channel::Desktop => Channel::Phone.name(),
        };
        let id = format!("{}-{channel}", kind.name().replace('_', "-"));
        let mut blanks = FluentArgs::new();
        for field in Field::ALL {
            blanks.set(field.name(), format!("{{{}}}", field.name()));
        }
        let subject = self.part(&id, Some("subject"), &blanks);
        let text = self.part(&id, None, &blanks);
        (subject.unwrap_or_default(), text.unwrap_or(id))
    }

    /// Subject and text of a mail that tests a mailbox.
    pub(super) fn test(&self, practice: &str) -> (String, String) {
        let mut blanks = FluentArgs::new();
        blanks.set("practice", practice);
        let subject = self.part("test-email", Some("subject"), &blanks);
        (
            subject.unwrap_or_default(),
            self.word("test-email", &blanks),
        )
    }

    /// The answers that one click begins to write to a message of that kind.
    pub(super) fn answers(&self, kind: MessageKind) -> Vec<ReadyAnswer> {
        use MessageKind as K;
        match kind {
            K::PleaseConfirm | K::Reminder => ["answer-confirm", "answer-call", "answer-cancel"]
                .into_iter()
                .filter_map(|id| {
                    let blanks = FluentArgs::new();
                    Some(ReadyAnswer {
                        label: self.part(id, None, &blanks)?,
                        says: self.part(id, Some("word"), &blanks)?,
                    })
                })
                .collect(),
            K::Survey => (0..=10)
                .map(|score: u8| ReadyAnswer {
                    label: score.to_string(),
                    says: score.to_string(),
                })
                .collect(),
            K::BookingConfirmation | K::Moved | K::Cancelled | K::MissedVisit | K::FollowUp => {
                Vec::new()
            }
            K::Birthday | K::Medication => Vec::new(),
        }
    }

    /// A day in the middle of a sentence.
    pub(super) fn day(&self, date: NaiveDate) -> String {
        let numbered = |id, number: u32| {
            let mut blanks = FluentArgs::new();
            blanks.set("number", number);
            self.word(id, &blanks)
        };
        let mut blanks = FluentArgs::new();
        let order = if print::month_first(&self.tag) {
            "month-first"
        } else {
            "day-first"
        };
        blanks.set("order", order);
        let weekday = date.weekday().number_from_monday();
        blanks.set("weekday", numbered("weekday", weekday));
        blanks.set("day", date.day().to_string());
        blanks.set("month", numbered("month", date.month()));
        self.word("day", &blanks)
    }

    /// A time of day.
    pub(super) fn time(&self, time: NaiveTime) -> String {
        if !self.twelve {
            return format!("{:02}:{:02}", time.hour(), time.minute());
        }
        let (afternoon, hour) = time.hour12();
        let mut blanks = FluentArgs::new();
        blanks.set("time", format!("{hour}:{:02}", time.minute()));
        self.word(if afternoon { "time-pm" } else { "time-am" }, &blanks)
    }

    /// Names, one after the other.
    pub(super) fn names(&self, names: &[String]) -> String {
        match names {
            [] => String::new(),
            [one] => one.clone(),
            [first @ .., last] => {
                let mut blanks = FluentArgs::new();
                blanks.set("first", first.join(", "));
                blanks.set("last", last.as_str());
                self.word("several", &blanks)
            }
        }
    }

    /// What a calendar shows of a visit (M14).
    pub(super) fn calendar(&self, practice: &str) -> String {
        let mut blanks = FluentArgs::new();
        blanks.set("practice", practice);
        self.word("calendar", &blanks)
    }

    /// A name for an example.
    pub(super) fn example_name(&self) -> String {
        self.word("example-name", &FluentArgs::new())
    }

    /// A medicine for an example.
    pub(super) fn example_medicine(&self) -> String {
        self.word("example-medicine", &FluentArgs::new())
    }

    fn word(&self, id: &str, blanks: &FluentArgs<'_>) -> String {
        self.part(id, None, blanks).unwrap_or_else(|| id.to_owned())
    }

    fn part(&self, id: &str, attribute: Option<&str>, blanks: &FluentArgs<'_>) -> Option<String> {
        let message = self.bundle.get_message(id)?;
        let pattern = match attribute {
            Some(name) => message.get_attribute(name)?.value(),
            None => message.value()?,
        };
        let text = self
            .bundle
            .format_pattern(pattern, Some(blanks), &mut Vec::new());
        Some(text.into_owned())
    }
}

#[cfg(test)]
mod tests;
