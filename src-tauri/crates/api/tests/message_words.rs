//! What a message says when it is handed over: in whose language, in whose words, and no more than
//! it must (M11, M14).

use app::messages::{TextRequest, remove_text, save_text};
use domain::messages::{Channel, Letter, MessageKind, Method};
use serde_json::{Value, json};
use testkit::{TestPractice, patient_fields, text};

/// 09:00 on Monday, 23 November 2026; mail and texts are set up.
fn practice() -> TestPractice {
    let mut practice = TestPractice::new();
    practice.set_up_channels(&["email", "sms"]);
    practice
}

fn set(practice: &mut TestPractice, change: impl FnOnce(&mut Value)) {
    let mut settings = practice.ok("message.settings", Value::Null);
    change(&mut settings);
    practice.ok("message.save_settings", settings);
}

fn patient(practice: &mut TestPractice, change: impl FnOnce(&mut Value)) -> String {
    let mut fields = patient_fields("Ada Maria", "Berg", Some("1980-01-01"));
    fields["emails"] = json!([{"label": "", "address": "ada@example.org"}]);
    change(&mut fields);
    let saved = practice.ok(
        "patient.save",
        json!({"id": null, "revision": 0, "accept_duplicate": true, "fields": fields}),
    );
    text(&saved["id"])
}

/// On Friday at 10:00.
fn booked(practice: &mut TestPractice, patient: &str) -> Value {
    let request = practice.booking(patient, "2026-11-27T10:00");
    practice.ok("appointment.book", request)
}

/// What is handed over at that instant.
fn handed(practice: &mut TestPractice, now: &str) -> Vec<Letter> {
    practice.host.set(now);
    practice.ok("message.tick", json!({"now": null, "dry_run": false}));
    let handed = practice.host.channels.take();
    handed.into_iter().map(|one| one.letter).collect()
}

const ASKED: &str = "2026-11-24T09:00:00Z";
const TOLD: &str = "2026-11-23T08:03:00Z";

fn own_text(body: &str) -> TextRequest {
    TextRequest {
        kind: MessageKind::PleaseConfirm,
        channel: Channel::Email,
        language: "en".to_owned(),
        subject: "{day}".to_owned(),
        body: body.to_owned(),
    }
}

#[test]
fn m11_a_mail_says_first_name_day_time_practice_and_phone() {
    let mut practice = practice();
    let ada = patient(&mut practice, |_| {});
    booked(&mut practice, &ada);
    let letters = handed(&mut practice, ASKED);
    let [letter] = &letters[..] else {
        panic!("one mail: {letters:?}");
    };
    assert_eq!(letter.language, "en-GB");
    assert_eq!(letter.sender, "Practice by the Park");
    assert_eq!(letter.to, "Ada");
    assert_eq!(
        letter.subject,
        "Please confirm: Friday 27 November at 10:00"
    );
    assert_eq!(
        letter.text,
        "Hello Ada,\n\nwill you come?\n\nAda\nFriday 27 November, please be here at 10:00\n\n\
         Please answer this mail with YES, or accept the appointment in your calendar. \
         If you cannot come, please call us: 030 5550100.\n\nPractice by the Park"
    );
}

#[test]
fn whoever_speaks_another_language_is_written_to_in_it() {
    for (language, subject, locale) in [
        (
            "de",
            "Bitte bestätigen: Freitag, 27. November um 10:00",
            "de-DE",
        ),
        (
            "de-AT",
            "Bitte bestätigen: Freitag, 27. November um 10:00",
            "de-DE",
        ),
        (
            "es",
            "Confirme, por favor: viernes 27 de noviembre, 10:00",
            "es",
        ),
        ("fr", "À confirmer : vendredi 27 novembre à 10:00", "fr"),
        // There are no words for it, so the practice's are taken.
        ("tr", "Please confirm: Friday 27 November at 10:00", "en-GB"),
    ] {
        let mut practice = practice();
        let ada = patient(&mut practice, |fields| fields["language"] = json!(language));
        booked(&mut practice, &ada);
        let letters = handed(&mut practice, ASKED);
        assert_eq!(letters[0].subject, subject, "{language}");
        assert_eq!(letters[0].language, locale, "{language}");
    }
}

#[test]
fn m11_the_practice_may_go_by_another_name_towards_patients() {
    let mut practice = practice();
    set(&mut practice, |settings| {
        settings["sender"] = json!(" Park 7 ")
    });
    let ada = patient(&mut practice, |_| {});
    booked(&mut practice, &ada);
    let letters = handed(&mut practice, ASKED);
    assert_eq!(letters[0].sender, "Park 7");
    assert!(letters[0].text.ends_with("\n\nPark 7"), "{:?}", letters[0]);
    assert_eq!(letters[0].invitations[0].summary, "Appointment, Park 7");
}

#[test]
fn m12_a_curly_quote_in_a_name_does_not_make_a_text_dear() {
    let mut practice = practice();
    let ada = patient(&mut practice, |fields| {
        fields["emails"] = json!([]);
        fields["phones"] = json!([{"label": "mobile", "number": "+49 170 1234567"}]);
        fields["preferred_name"] = json!("D’Arcy");
    });
    booked(&mut practice, &ada);
    let letters = handed(&mut practice, ASKED);
    assert_eq!(
        letters[0].text,
        "D'Arcy, Friday 27 November, please be here at 10:00. Answer YES to confirm, \
         or call 030 5550100 if you cannot come. Practice by the Park"
    );
    assert_eq!(
        (letters[0].subject.as_str(), &letters[0].invitations),
        ("", &Vec::new())
    );
}

#[test]
fn a_text_of_the_practices_own_is_said_until_it_is_taken_away() {
    let mut practice = practice();
    let ada = patient(&mut practice, |_| {});
    let visit = booked(&mut practice, &ada);
    let desk = practice.daybook.desk().expect("open");
    save_text(
        desk,
        own_text("Dear {first_name}: {names}, {day}, {arrival}.\n"),
    )
    .expect("a text");
    save_text(desk, own_text("Dear {first_name}: {names}, {arrival}.\n")).expect("another");
    let letters = handed(&mut practice, ASKED);
    assert_eq!(letters[0].subject, "Friday 27 November");
    assert_eq!(letters[0].text, "Dear Ada: Ada, 10:00.");
    let findings = practice.ok("doctor.run", Value::Null);
    assert_eq!(findings["ok"], true, "{findings}");

    let desk = practice.daybook.desk().expect("open");
    remove_text(desk, MessageKind::PleaseConfirm, Channel::Email, "EN").expect("removed");
    assert_eq!(app::messages::texts(desk).expect("texts"), []);
    practice.ok(
        "appointment.move",
        json!({"id": visit["id"], "revision": visit["revision"], "start": "2026-11-30T10:00",
               "second_pass": false, "provider": null, "chair": null, "minutes": null,
               "overbook": false}),
    );
    let letters = handed(&mut practice, "2026-11-27T09:00:00Z");
    assert!(
        letters[0].subject.starts_with("Please confirm"),
        "{letters:?}"
    );
}

#[test]
fn a_misspelt_field_is_refused_when_it_is_saved_and_says_what_was_meant() {
    let mut practice = practice();
    let desk = practice.daybook.desk().expect("open");
    for (request, field, said) in [
        (own_text("{frist_name}"), "body", "template-unknown"),
        (own_text(" \n"), "body", "template-empty"),
        (
            TextRequest {
                subject: "{dya}".to_owned(),
                ..own_text("{names}")
            },
            "subject",
            "text-subject",
        ),
        (
            TextRequest {
                language: "tlh".to_owned(),
                ..own_text("{names}")
            },
            "language",
            "text-language",
        ),
        (
            TextRequest {
                channel: Channel::Desktop,
                ..own_text("{names}")
            },
            "channel",
            "text-not-for-patients",
        ),
    ] {
        match save_text(desk, request) {
            Err(app::Error::Invalid { field: at, what }) => {
                assert_eq!(at, field);
                assert!(what.to_string().contains(said), "{what}");
            }
            other => panic!("{field}: {other:?}"),
        }
    }
    assert_eq!(app::messages::texts(desk).expect("texts"), []);
}

#[test]
fn what_a_text_asks_for_in_vain_is_not_sent_and_says_what_is_missing() {
    let mut practice = practice();
    let ada = patient(&mut practice, |_| {});
    booked(&mut practice, &ada);
    let desk = practice.daybook.desk().expect("open");
    save_text(desk, own_text("{names}: {treatment}")).expect("warned of, and kept");
    assert_eq!(handed(&mut practice, ASKED), []);
    let list = practice.ok("message.list", Value::Null);
    let failed = list
        .as_array()
        .into_iter()
        .flatten()
        .find(|one| one["state"] == "permanent")
        .cloned()
        .expect("it stands in the outbox");
    assert_eq!(failed["for_desk"], true);
    let why = text(&failed["why"]);
    assert!(
        why.starts_with("There is nothing to fill {treatment}"),
        "{why}"
    );
}

#[test]
fn m14_a_calendar_hears_of_booking_moving_and_cancelling_in_one_thread() {
    let mut practice = practice();
    let ada = patient(&mut practice, |_| {});
    let visit = booked(&mut practice, &ada);
    let id = text(&visit["id"]);
    practice.ok("notice.remember", json!({"appointments": [id]}));
    let mut heard = Vec::new();
    heard.extend(handed(&mut practice, TOLD));
    let moved = practice.ok(
        "appointment.move",
        json!({"id": id, "revision": visit["revision"], "start": "2026-11-27T11:00",
               "second_pass": false, "provider": null, "chair": null, "minutes": null,
               "overbook": false}),
    );
    practice.ok("notice.remember", json!({"appointments": [id]}));
    heard.extend(handed(&mut practice, "2026-11-23T08:10:00Z"));
    heard.extend(handed(&mut practice, ASKED));
    assert_eq!(text(&moved["id"]), id);
    practice.ok(
        "appointment.cancel",
        json!({"id": id, "reason": "flu", "by_practice": false}),
    );
    practice.ok("notice.remember", json!({"appointments": [id]}));
    heard.extend(handed(&mut practice, "2026-11-24T09:10:00Z"));
    let told: Vec<String> = heard
        .iter()
        .map(|letter| {
            let one = &letter.invitations[0];
            assert_eq!(one.uid(), format!("{id}@daybook"));
            assert_eq!(one.summary, "Appointment, Practice by the Park");
            let method = match one.event.method {
                Method::Request => "request",
                Method::Cancel => "cancel",
            };
            let at = one.event.on_the_wall(one.zone).0.at.format("%H:%M");
            format!("{method} {} {at} {}", one.sequence, letter.subject)
        })
        .collect();
    assert_eq!(
        told,
        [
            "request 0 10:00 Your appointment on Friday 27 November at 10:00",
            "request 1 11:00 Your appointment is now on Friday 27 November at 11:00",
            "request 1 11:00 Please confirm: Friday 27 November at 11:00",
            "cancel 2 11:00 Your appointment on Friday 27 November at 11:00 is cancelled",
        ]
    );
    assert!(
        heard[1]
            .text
            .contains("It was to be on Friday 27 November at 10:00")
    );
}
