//! The language that a person is spoken to in, and how they read a time of day. Both belong to the
//! person on the machine, not to the practice.

use crate::error::{Error, Result};
use crate::host::Host;
use domain::said;

/// A language that Daybook speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Language {
    #[default]
    English,
    German,
}

impl Language {
    pub const ALL: [Self; 2] = [Self::English, Self::German];

    /// Its tag, which is also its folder among the message files.
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
        }
    }

    /// The language of a tag such as `de-AT` or `de_AT.UTF-8`, as far as Daybook speaks it.
    pub fn of(tag: &str) -> Option<Self> {
        let primary = subtags(tag).next().unwrap_or_default();
        Self::ALL
            .into_iter()
            .find(|language| language.tag().eq_ignore_ascii_case(primary))
    }

    /// Where it is spoken, the first for want of a better one. English is written with the habits of
    /// any region; German has words for its own only.
    fn regions(self) -> &'static [&'static str] {
        match self {
            Self::English => &["GB"],
            Self::German => &["DE", "AT", "CH", "LI", "LU", "BE", "IT"],
        }
    }
}

/// Whether the afternoon is counted from one or from thirteen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Clock {
    /// As the region writes it.
    #[default]
    Region,
    Twelve,
    TwentyFour,
}

/// What a person chose on this machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Wording {
    /// None: as the desktop.
    pub language: Option<Language>,
    pub clock: Clock,
}

/// What the choice comes to on this desktop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spoken {
    pub language: Language,
    /// Language and region, such as `de-AT`: dates follow it.
    pub locale: String,
    /// Times of day as 2:30 PM.
    pub twelve: bool,
}

/// Regions whose English counts to twelve (CLDR, time data).
const TWELVE: [&str; 24] = [
    "US", "CA", "AU", "NZ", "IN", "PK", "PH", "MY", "SG", "HK", "BD", "LK", "JM", "TT", "BB", "BS",
    "BZ", "GH", "ZM", "MW", "FJ", "PG", "PR", "GU",
];

/// What a choice comes to where the desktop speaks `desktop`, a tag such as `de-AT` or `en_US.UTF-8`.
pub fn spoken(wording: Wording, desktop: Option<&str>) -> Spoken {
    let desktop = desktop.unwrap_or_default();
    let language = wording
        .language
        .or_else(|| Language::of(desktop))
        .unwrap_or_default();
    let there = subtags(desktop)
        .skip(1)
        .find(|part| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_alphabetic()))
        .map(str::to_ascii_uppercase);
    let known = language.regions();
    let region = there
        .filter(|region| language == Language::English || known.contains(&region.as_str()))
        .unwrap_or_else(|| known[0].to_owned());
    let twelve = match wording.clock {
        Clock::Twelve => true,
        Clock::TwentyFour => false,
        Clock::Region => language == Language::English && TWELVE.contains(&region.as_str()),
    };
    Spoken {
        language,
        locale: format!("{}-{region}", language.tag()),
        twelve,
    }
}

/// How the person at this machine is spoken to.
pub fn spoken_on(host: &dyn Host) -> Spoken {
    spoken(host.wording(), host.locale().as_deref())
}

/// Keeps the choice for the next start. Like light or dark it works while the practice is locked,
/// and leaves no trace in it.
///
/// # Errors
/// [`Error::File`] where the machine could not keep it.
pub fn choose_wording(host: &dyn Host, wording: Wording) -> Result<()> {
    host.keep_wording(wording)
        .map_err(Error::file(said("language-not-kept")))
}

/// The parts of a tag, with what a POSIX locale adds after a dot or an at sign left out.
fn subtags(tag: &str) -> impl Iterator<Item = &str> {
    let tag = tag.split(['.', '@']).next().unwrap_or_default();
    tag.split(['-', '_'])
}

#[cfg(test)]
mod tests {
    use super::{Clock, Language, Wording, spoken};

    #[test]
    fn the_desktop_decides_until_the_person_does() {
        let german = Some(Language::German);
        let english = Some(Language::English);
        for (chosen, desktop, locale, twelve) in [
            (None, Some("de-AT"), "de-AT", false),
            (None, Some("de_CH.UTF-8"), "de-CH", false),
            (None, Some("en_US.UTF-8"), "en-US", true),
            (None, Some("en-GB"), "en-GB", false),
            (None, Some("C.UTF-8"), "en-GB", false),
            (None, Some("POSIX"), "en-GB", false),
            (None, Some("fr_CA"), "en-CA", true),
            (None, Some("zh-Hant-TW"), "en-TW", false),
            (None, None, "en-GB", false),
            (german, Some("en_US.UTF-8"), "de-DE", false),
            (german, Some("en-CH"), "de-CH", false),
            (german, None, "de-DE", false),
            (english, Some("de-AT"), "en-AT", false),
        ] {
            let wording = Wording {
                language: chosen,
                clock: Clock::Region,
            };
            let spoken = spoken(wording, desktop);
            assert_eq!(
                (spoken.locale.as_str(), spoken.twelve),
                (locale, twelve),
                "{desktop:?}"
            );
        }
    }

    #[test]
    fn twelve_or_twenty_four_hours_are_a_choice_of_their_own() {
        let with = |clock| {
            let wording = Wording {
                language: None,
                clock,
            };
            (
                spoken(wording, Some("de-DE")).twelve,
                spoken(wording, Some("en-US")).twelve,
            )
        };
        assert_eq!(with(Clock::Twelve), (true, true));
        assert_eq!(with(Clock::TwentyFour), (false, false));
    }
}
