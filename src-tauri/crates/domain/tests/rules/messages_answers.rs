//! Answers: what they say, and what they are about.

use super::build::instant;
use super::messages_build::appointment;
use chrono::{DateTime, TimeDelta, Utc};
use domain::OutboxId;
use domain::messages::{
    Answer, AnswerFollows, Channel, MessageKind, OpenQuestion, Whose, read_answer, what_follows,
    whom_it_is_about,
};
use proptest::prelude::*;
use uuid::Uuid;

const LANGUAGES: [&str; 4] = ["en", "de", "es", "fr"];

#[test]
fn m9_stop_stops_in_every_language_and_cancel_does_not() {
    for language in LANGUAGES {
        for text in [
            "STOP",
            "stop",
            " Stop. ",
            "END",
            "Quit!",
            "UNSUBSCRIBE",
            "Stopp",
            "stop all",
            "Please stop",
            "STOP thanks",
            "Stop sending me these texts",
            "stop messages please",
            "BAJA",
            "Arrêt",
            "abbestellen",
            "STOP\n\n-- \nSent from nowhere",
        ] {
            assert_eq!(
                read_answer(text, language),
                Answer::Stop,
                "{text} {language}"
            );
        }
        for text in [
            "CANCEL",
            "Cancel.",
            "absagen",
            "Stornieren bitte",
            "Annuler",
            "cancelar",
        ] {
            let answer = read_answer(text, language);
            assert_eq!(answer, Answer::Cancel, "{text} {language}");
            assert!(answer.is_for_a_person());
        }
        for text in ["START", "unstop"] {
            assert_eq!(read_answer(text, language), Answer::Start);
        }
    }
    for text in [
        "Can I stop by at five?",
        "stop by",
        "In the end I can come",
        "weekend",
        "don't stop",
        "I quit smoking",
        "ends when?",
    ] {
        assert_eq!(read_answer(text, "en"), Answer::Other, "{text}");
    }
}

#[test]
fn a_yes_is_read_in_the_language_of_the_patient_and_in_english() {
    for (language, texts) in [
        (
            "en-GB",
            &[
                "Yes",
                "y",
                "OK!",
                "Yes, I confirm.",
                "I'll be there, thank you",
                "👍",
            ][..],
        ),
        (
            "de-DE",
            &[
                "Ja",
                "j",
                "ja, danke",
                "Ja bitte",
                "Bestätigt",
                "bestaetigt",
                "Ich komme!",
                "Yes",
                "Hallo, ja",
            ],
        ),
        ("es", &["Sí", "si", "Sí, gracias", "Confirmo", "Vale", "ok"]),
        (
            "fr_CA",
            &["Oui", "oui merci", "Je confirme", "D'accord", "d’accord"],
        ),
    ] {
        for text in texts {
            assert_eq!(
                read_answer(text, language),
                Answer::Confirm,
                "{text} {language}"
            );
        }
    }
    // A word of another language is not guessed at.
    for (text, language) in [
        ("Oui", "de"),
        ("Ja", "es"),
        ("si", "en"),
        ("o", "en"),
        ("👎", "en"),
        ("", "en"),
        ("👍👎", "en"),
    ] {
        assert_eq!(
            read_answer(text, language),
            Answer::Other,
            "{text} {language}"
        );
    }
}

#[test]
fn what_is_more_than_a_word_is_for_a_person() {
    for (text, expected) in [
        ("Yes but can I come at 11?", Answer::Other),
        ("Yes, Ida and Ben", Answer::Other),
        ("No", Answer::No),
        ("I can't make it", Answer::No),
        ("Please call me", Answer::CallMe),
        ("Who is this?", Answer::Other),
        ("10 minutes late, sorry", Answer::Other),
    ] {
        let answer = read_answer(text, "en");
        assert_eq!(answer, expected, "{text}");
        assert!(answer.is_for_a_person());
    }
    for (text, language, expected) in [
        ("Nein, danke", "de", Answer::No),
        ("Bitte um Rückruf", "de", Answer::CallMe),
        ("Non", "fr", Answer::No),
        ("Llámeme por favor", "es", Answer::CallMe),
        ("9", "en", Answer::Score(9)),
        (" 10. ", "de", Answer::Score(10)),
        ("0", "de", Answer::Score(0)),
        ("11", "de", Answer::Other),
    ] {
        assert_eq!(read_answer(text, language), expected, "{text}");
    }
}

#[test]
fn what_a_mail_program_quotes_is_not_the_answer() {
    for text in [
        "Yes\n\nOn Mon, 23 Nov 2026 at 10:00, Park Practice <desk@example.org> wrote:\n> Reply STOP",
        "Yes\r\n\r\nOn Mon, 23 Nov 2026 at 10:00, Park Practice\r\n<desk@example.org> wrote:\r\n> no",
        "Ja\n\nAm 23.11.2026 um 10:00 schrieb Praxis am Park:\n> STOP",
        "Yes\n-----Original Message-----\nFrom: Park Practice\nCancel",
        "> Will you come?\nYes",
        "Yes\n\nSent from my iPhone",
        "Ja\n\nVon meinem iPhone gesendet",
        "Oui\n\nLe lun. 23 nov. 2026 à 10:00, Cabinet a écrit :\n> STOP",
    ] {
        let language = ["de", "fr"].into_iter().find(|one| {
            (*one == "de") == text.starts_with("Ja") && (*one == "fr") == text.starts_with("Oui")
        });
        let language = language.unwrap_or("en");
        assert_eq!(read_answer(text, language), Answer::Confirm, "{text}");
    }
    let quoted = "\n\nOn Mon, Park Practice wrote:\n> Yes\nYes";
    assert_eq!(read_answer(quoted, "en"), Answer::Other);
}

fn now() -> DateTime<Utc> {
    instant("2026-11-25T10:00")
}

fn question(number: u128, address: &str) -> OpenQuestion {
    OpenQuestion {
        outbox: OutboxId(Uuid::from_u128(number)),
        kind: MessageKind::PleaseConfirm,
        channel: Channel::Sms,
        address: address.to_owned(),
        visits: vec![appointment(number), appointment(number + 10)],
        sent: now() - TimeDelta::hours(1),
        until: now() + TimeDelta::hours(1),
        answered: false,
    }
}

#[test]
fn m10_an_answer_is_about_the_one_open_question_to_its_number_or_the_desk_is_asked() {
    let from = "+49 170 5550001";
    let mine = question(1, "0170 5550001");
    let changed = |change: fn(&mut OpenQuestion)| {
        let mut other = question(2, "0170 5550001");
        change(&mut other);
        vec![mine.clone(), other]
    };
    for (why, questions, assigned) in [
        ("one", vec![mine.clone()], true),
        ("none", vec![], false),
        ("two of a shared number", changed(|_| {}), false),
        (
            "another number",
            changed(|one| one.address = "0170 5550002".to_owned()),
            true,
        ),
        (
            "another channel",
            changed(|one| one.channel = Channel::Email),
            true,
        ),
        ("answered", changed(|one| one.answered = true), true),
        (
            "no question",
            changed(|one| one.kind = MessageKind::Reminder),
            true,
        ),
        ("too late", changed(|one| one.until = now()), true),
        (
            "a survey as well",
            changed(|one| one.kind = MessageKind::Survey),
            false,
        ),
    ] {
        let found = whom_it_is_about(Channel::Sms, from, &questions, now());
        match found {
            Whose::Assigned(one) => assert!(assigned && *one == mine, "{why}"),
            Whose::AskTheDesk(open) => {
                assert!(!assigned && open.len() == questions.len(), "{why}");
            }
        }
    }
    let mail = OpenQuestion {
        channel: Channel::Email,
        ..question(1, "Ida@example.org")
    };
    let mails = [mail];
    let found = whom_it_is_about(Channel::Email, "ida@EXAMPLE.org ", &mails, now());
    assert_eq!(found, Whose::Assigned(&mails[0]));
}

#[test]
fn m5_a_yes_counts_for_all_that_the_message_named_and_stop_needs_no_question() {
    let confirm = question(1, "1");
    let survey = OpenQuestion {
        kind: MessageKind::Survey,
        ..question(2, "1")
    };
    let nobody = Whose::AskTheDesk(vec![]);
    let (confirm, survey) = (Whose::Assigned(&confirm), Whose::Assigned(&survey));
    let both = vec![appointment(1), appointment(11)];
    let score = AnswerFollows::Score {
        outbox: OutboxId(Uuid::from_u128(2)),
        score: 9,
    };
    use AnswerFollows::{Confirm, Reopen, ShowToDesk, Stop};
    for (answer, whose, expected) in [
        (Answer::Confirm, &confirm, Confirm(both)),
        (Answer::Confirm, &survey, ShowToDesk),
        (Answer::Confirm, &nobody, ShowToDesk),
        (Answer::Score(9), &survey, score),
        (Answer::Score(1), &confirm, ShowToDesk),
        (Answer::Stop, &nobody, Stop),
        (Answer::Stop, &confirm, Stop),
        (Answer::Start, &nobody, Reopen),
        (Answer::Cancel, &confirm, ShowToDesk),
        (Answer::No, &confirm, ShowToDesk),
        (Answer::CallMe, &confirm, ShowToDesk),
        (Answer::Other, &confirm, ShowToDesk),
    ] {
        assert_eq!(what_follows(answer, whose), expected, "{answer:?}");
    }
}

proptest! {
    #[test]
    fn a_word_is_read_whatever_stands_around_it_but_not_among_others(
        before in "[ .!\\-\n\"(]{0,5}",
        after in "[ .!)\"\n]{0,5}",
        other in "[qxz]{4,9}",
        language in prop::sample::select(&LANGUAGES[..]),
    ) {
        for (word, answer) in [("stop", Answer::Stop), ("Yes", Answer::Confirm), ("START", Answer::Start)] {
            let text = format!("{before}{word}{after}");
            let signature = text.lines().any(|line| line.trim() == "--");
            prop_assert!(signature || read_answer(&text, language) == answer, "{text:?}");
            for text in [format!("{other} {word}"), format!("{word} {other}")] {
                prop_assert_eq!(read_answer(&text, language), Answer::Other, "{}", text);
            }
        }
    }

    #[test]
    fn any_text_is_read(text in any::<String>()) {
        for language in LANGUAGES {
            let _ = read_answer(&text, language);
        }
    }

    #[test]
    fn m10_whoever_shares_a_number_is_never_guessed_at(count in 0usize..5, answered in 0usize..5) {
        let mut questions: Vec<_> = (0..count).map(|one| question(one as u128, "0170 5550001")).collect();
        for question in questions.iter_mut().take(answered) {
            question.answered = true;
        }
        let open = count.saturating_sub(answered);
        let found = whom_it_is_about(Channel::Sms, "0170 5550001", &questions, now());
        prop_assert_eq!(matches!(found, Whose::Assigned(_)), open == 1);
    }
}
