//! What comes with Daybook, in each language: complete, short enough, and without a word too many.

use super::{BUNDLES, SOURCES, Words};
use chrono::NaiveDate;
use domain::messages::{
    Alphabet, Channel, Field, MessageKind, Values, Wording, plain_letters, sms_length,
};
use fluent_bundle::FluentResource;
use std::collections::BTreeSet;
use std::path::Path;

/// By which patients are written to, or called.
const CHANNELS: [Channel; 3] = [Channel::Email, Channel::Sms, Channel::Phone];

fn words(tag: &'static str, twelve: bool) -> Words {
    let (_, bundle) = BUNDLES
        .iter()
        .find(|(language, _)| tag.starts_with(language))
        .expect("a language");
    Words {
        tag: tag.to_owned(),
        bundle,
        twelve,
    }
}

fn read(words: &Words, kind: MessageKind, channel: Channel) -> Wording {
    let (subject, body) = words.text(kind, channel);
    Wording::read(kind, channel, &subject, &body)
        .unwrap_or_else(|faults| panic!("{} {kind:?} {channel:?}: {faults:?}", words.tag))
}

/// The longest day, and names as most have them.
fn values(words: &Words) -> Values {
    let days = NaiveDate::from_ymd_opt(2026, 1, 1)
        .expect("a day")
        .iter_days()
        .take(365);
    let longest = days
        .map(|day| words.day(day))
        .filter(|day| words.tag != "es" || !day.contains(['á', 'í', 'ó', 'ú']))
        .max_by_key(|day| day.chars().count())
        .expect("a day");
    let late = chrono::NaiveTime::from_hms_opt(12, 50, 0).expect("a time");
    Values::default()
        .with(Field::FirstName, "Charlotte")
        .with(Field::Names, "Charlotte")
        .with(Field::Day, &longest)
        .with(Field::Arrival, &words.time(late))
        .with(Field::OldDay, &longest)
        .with(Field::OldArrival, &words.time(late))
        .with(Field::DoseTime, &words.time(late))
        .with(Field::Practice, "Park Practice")
        .with(Field::Phone, "030 5550100")
}

#[test]
fn every_language_of_the_files_is_known_and_read_without_an_error() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets/locales");
    let files = std::fs::read_dir(folder).expect("the files are there");
    let there: BTreeSet<String> = files
        .filter_map(|entry| {
            let path = entry.expect("an entry").path();
            let tag = path.file_name()?.to_str()?.to_owned();
            path.join("messages.ftl").is_file().then_some(tag)
        })
        .collect();
    let known: BTreeSet<String> = SOURCES.iter().map(|(tag, _)| (*tag).to_owned()).collect();
    assert_eq!(there, known);
    for (tag, source) in SOURCES {
        if let Err((_, errors)) = FluentResource::try_new(source.to_owned()) {
            panic!("{tag}: {errors:?}");
        }
    }
}

#[test]
fn m11_every_kind_has_words_for_every_channel_that_say_nothing_too_much() {
    for (tag, _) in SOURCES {
        let words = words(tag, false);
        for kind in MessageKind::ALL {
            for channel in CHANNELS {
                let wording = read(&words, kind, channel);
                let telling = ["treatment", "Behandlung", "Zahn", "tratamiento", "soin"];
                let warnings = wording.warnings(telling);
                assert_eq!(warnings, [], "{tag} {kind:?} {channel:?}");
                for field in Field::ALL.into_iter().filter(|one| one.tells_too_much()) {
                    assert!(!wording.asks_for(field), "{tag} {kind:?} {channel:?}");
                }
                assert!(
                    !wording.asks_for(Field::ReviewLink),
                    "a practice may have no such page"
                );
                let filled = wording.render(&values(&words));
                let (subject, text) = filled.expect("all that it asks for is there");
                assert_eq!(subject.is_empty(), !channel.has_subject());
                assert!(text.contains("Park Practice"), "{text}");
            }
        }
    }
}

#[test]
fn m12_a_text_message_is_one_segment_with_usual_names() {
    for (tag, _) in SOURCES {
        let words = words(tag, false);
        for kind in MessageKind::ALL {
            let wording = read(&words, kind, Channel::Sms);
            let (_, text) = wording.render(&values(&words)).expect("filled");
            let length = sms_length(&plain_letters(&text));
            let told = format!("{tag} {kind:?} {length:?}: {text}");
            assert_eq!(length.alphabet, Alphabet::Gsm7, "{told}");
            assert_eq!(length.segments, 1, "{told}");
        }
    }
}

#[test]
fn a_question_names_a_word_that_is_understood_as_a_yes() {
    for (tag, yes) in [("en", "YES"), ("de", "JA"), ("es", "SI"), ("fr", "OUI")] {
        let words = words(tag, false);
        for channel in [Channel::Email, Channel::Sms] {
            let (_, body) = words.text(MessageKind::PleaseConfirm, channel);
            assert!(
                body.replace('Í', "I").contains(yes),
                "{tag} {channel:?}: {body}"
            );
            let answer = domain::messages::read_answer(yes, tag);
            assert_eq!(answer, domain::messages::Answer::Confirm, "{tag}");
        }
    }
}

#[test]
fn days_times_and_names_are_written_as_where_they_are_read() {
    let day = NaiveDate::from_ymd_opt(2026, 11, 26).expect("a day");
    let time = chrono::NaiveTime::from_hms_opt(14, 5, 0).expect("a time");
    let three = ["Ida", "Ben", "Mia"].map(str::to_owned);
    for (tag, twelve, expected) in [
        (
            "en-GB",
            false,
            "Thursday 26 November|14:05|Ida, Ben and Mia",
        ),
        (
            "en-US",
            true,
            "Thursday, November 26|2:05 PM|Ida, Ben and Mia",
        ),
        (
            "de-AT",
            false,
            "Donnerstag, 26. November|14:05|Ida, Ben und Mia",
        ),
        ("es", false, "jueves 26 de noviembre|14:05|Ida, Ben y Mia"),
        ("fr", false, "jeudi 26 novembre|14:05|Ida, Ben et Mia"),
    ] {
        let words = words(tag, twelve);
        let told = [words.day(day), words.time(time), words.names(&three)].join("|");
        assert_eq!(told, expected, "{tag}");
    }
    let words = words("en", false);
    assert_eq!(words.names(&three[..1]), "Ida");
    assert_eq!(words.names(&[]), "");
}
