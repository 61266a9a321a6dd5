//! The editor of texts: what is said now, what it would look like, and what is wrong with it.

use serde_json::{Value, json};
use testkit::{TestPractice, patient_fields, text};

fn preview(practice: &mut TestPractice, body: &str, change: impl FnOnce(&mut Value)) -> Value {
    let mut request = json!({"kind": "reminder", "channel": "email", "language": "en",
                             "subject": "{day}", "body": body, "patient": null});
    change(&mut request);
    practice.ok("message_text.preview", request)
}

fn said(remarks: &Value) -> Vec<String> {
    let all = remarks.as_array().into_iter().flatten();
    all.map(|one| text(&one["words"])).collect()
}

#[test]
fn every_kind_has_a_text_by_every_way_in_every_language_and_it_says_how_long_it_is() {
    let mut practice = TestPractice::new();
    let all = practice.ok("message_text.list", json!({"kind": null, "language": null}));
    assert_eq!(all["languages"], json!(["en", "de", "es", "fr"]));
    let texts = all["texts"].as_array().expect("texts");
    assert_eq!(texts.len(), 10 * 3 * 4);
    for one in texts {
        assert_eq!(one["own"], false, "{one}");
        assert_eq!(one["warnings"], json!([]), "{one}");
        if one["channel"] == "sms" {
            assert_eq!(one["sms"]["segments"], 1, "{one}");
            assert_eq!(one["sms"]["unicode"], false, "{one}");
        } else {
            assert_eq!(one["sms"], Value::Null);
        }
    }
    let some = json!({"kind": "reminder", "language": "de-AT"});
    let some = practice.ok("message_text.list", some);
    assert_eq!(some["texts"].as_array().map(Vec::len), Some(3));
    let strange = json!({"kind": null, "language": "tlh"});
    let error = practice.rpc("message_text.list", strange).unwrap_err();
    assert_eq!(error["field"], "language");
}

#[test]
fn a_text_of_the_practices_own_counts_until_it_is_taken_away_and_undo_turns_both() {
    let mut practice = TestPractice::new();
    let one = json!({"kind": "reminder", "language": "en"});
    let standing = |practice: &mut TestPractice| {
        let all = practice.ok("message_text.list", one.clone());
        all["texts"][1].clone()
    };
    let shipped = standing(&mut practice);
    assert_eq!(shipped["channel"], "sms");
    let save = json!({"kind": "reminder", "channel": "sms", "language": "en", "subject": "",
                      "body": "{names}: {day}, {arrival}"});
    practice.daybook.take_changed();
    let saved = practice.ok("message_text.save", save);
    assert_eq!(practice.daybook.take_changed(), ["message_text"]);
    assert_eq!(saved["own"], true);
    assert_eq!(saved["sms"]["segments"], 1);
    assert_eq!(standing(&mut practice), saved);

    let remove = json!({"kind": "reminder", "channel": "sms", "language": "en"});
    let now = practice.ok("message_text.remove", remove);
    assert_eq!(now, shipped);
    let undone = practice.ok("undo", Value::Null);
    assert_eq!(undone["what"]["change"], "message_text");
    assert_eq!(standing(&mut practice), saved);
    practice.ok("undo", Value::Null);
    assert_eq!(standing(&mut practice), shipped);
}

#[test]
fn a_text_for_a_region_stands_beside_that_of_its_language() {
    let mut practice = TestPractice::new();
    let save = json!({"kind": "reminder", "channel": "phone", "language": "de-AT", "subject": "",
                      "body": "Servus {first_name}: {names}, {day}, {arrival}"});
    practice.ok("message_text.save", save);
    let all = practice.ok(
        "message_text.list",
        json!({"kind": "reminder", "language": "de"}),
    );
    let told: Vec<String> = all["texts"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|one| {
            format!(
                "{} {} {}",
                text(&one["channel"]),
                text(&one["language"]),
                one["own"]
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            "email de false",
            "sms de false",
            "phone de false",
            "phone de-AT true"
        ]
    );
}

#[test]
fn a_preview_without_a_patient_is_an_example_in_the_texts_language() {
    let mut practice = TestPractice::new();
    let seen = preview(
        &mut practice,
        "Hello {first_name}: {names}, {arrival}. {practice}",
        |_| {},
    );
    assert_eq!(seen["subject"], "Monday 30 November");
    assert_eq!(
        seen["text"],
        "Hello Maria: Maria, 10:20. Practice by the Park"
    );
    assert_eq!(
        (said(&seen["warnings"]), said(&seen["errors"])),
        (vec![], vec![])
    );
    assert_eq!(seen["sms"], Value::Null);
    let seen = preview(&mut practice, "{names}, {arrival}", |request| {
        request["language"] = json!("fr");
    });
    assert_eq!(seen["subject"], "lundi 30 novembre");
}

#[test]
fn a_misspelt_field_is_told_with_its_place_and_what_may_have_been_meant() {
    let mut practice = TestPractice::new();
    let seen = preview(&mut practice, "Hello\n{frist_name}, {names}", |_| {});
    assert_eq!((&seen["subject"], &seen["text"]), (&json!(""), &json!("")));
    let error = &seen["errors"][0];
    assert_eq!(error["part"], "body");
    assert_eq!(error["place"], json!({"at": 6, "line": 2, "column": 1}));
    assert_eq!(
        error["words"],
        "Line 2, character 1: There is no field {frist_name}. Do you mean {first_name}?"
    );
    let save = json!({"kind": "reminder", "channel": "email", "language": "en",
                      "subject": "{dya}", "body": "{names}"});
    let error = practice.rpc("message_text.save", save).unwrap_err();
    assert_eq!(
        (&error["code"], &error["field"]),
        (&json!("invalid"), &json!("subject"))
    );
}

#[test]
fn m11_what_tells_too_much_is_warned_of_and_shown_all_the_same() {
    let mut practice = TestPractice::new();
    let kind = practice.ok("practice.get", Value::Null)["types"][0]["name"].clone();
    let body = format!("{{names}}, {{arrival}}: {}, {{treatment}}", text(&kind));
    let seen = preview(&mut practice, &body, |_| {});
    let warned = said(&seen["warnings"]);
    assert_eq!(warned.len(), 2, "{warned:?}");
    assert!(
        warned[0].contains("tells whoever sees the message"),
        "{warned:?}"
    );
    assert_eq!(seen["warnings"][1]["part"], "body");
    assert!(text(&seen["text"]).ends_with(&text(&kind)), "{seen}");
}

#[test]
fn m12_the_editor_shows_segments_and_the_letters_that_make_a_text_dear() {
    let mut practice = TestPractice::new();
    let mut sms = |body: &str| {
        let seen = preview(&mut practice, body, |request| {
            request["channel"] = json!("sms");
            request["subject"] = json!("");
        });
        seen["sms"].clone()
    };
    let plain = sms("It’s {names}, {arrival}");
    assert_eq!(
        (&plain["unicode"], &plain["characters"]),
        (&json!(false), &json!(17))
    );
    let dear = sms("{names} ł {arrival}");
    assert_eq!(dear["unicode"], true);
    assert_eq!(dear["dear"], json!([{"letter": "ł", "at": 6}]));
    let long = sms(&format!("{{names}}, {{arrival}} {}", "x".repeat(160)));
    assert_eq!(
        (&long["segments"], &long["left"]),
        (&json!(2), &json!(153 - (173 - 153)))
    );
}

#[test]
fn a_preview_with_a_patient_shows_the_next_visit_and_whoever_is_written_to() {
    let mut practice = TestPractice::new();
    let ada = practice.patient_with("Ada", |_| {});
    let mut fields = patient_fields("Tim", "Berg", Some("2019-05-01"));
    fields["guardian"] = json!(ada);
    fields["preferred_name"] = json!("Timmy");
    let saved = practice.ok(
        "patient.save",
        json!({"id": null, "revision": 0, "accept_duplicate": true, "fields": fields}),
    );
    let tim = text(&saved["id"]);
    let body = "Hello {first_name}: {names}, {arrival}, {provider}";
    let of = |practice: &mut TestPractice, who: &str| {
        preview(practice, body, |request| request["patient"] = json!(who))
    };
    let seen = of(&mut practice, &tim);
    assert_eq!(
        seen["text"], "Hello Ada: Timmy, 10:20, Dr Haas",
        "no visit: an example"
    );
    for start in ["2026-12-03T15:00", "2026-11-27T14:30"] {
        let request = practice.booking(&tim, start);
        practice.ok("appointment.book", request);
    }
    let seen = of(&mut practice, &tim);
    assert_eq!(seen["subject"], "Friday 27 November");
    assert_eq!(seen["text"], "Hello Ada: Timmy, 14:30, Dr Haas");
    let nobody = json!({"kind": "reminder", "channel": "email", "language": "en", "subject": "x",
                        "body": body, "patient": practice.id("chairs", 0)});
    assert_eq!(
        practice.refused("message_text.preview", nobody),
        "not_found"
    );
}

#[test]
fn a_blank_that_would_stay_blank_is_shown_as_it_is_written_and_told_of() {
    let mut practice = TestPractice::new();
    let seen = preview(&mut practice, "{names}: {review_link}", |request| {
        request["kind"] = json!("survey");
    });
    assert_eq!(seen["text"], "Maria: {review_link}");
    assert_eq!(
        said(&seen["warnings"]),
        ["There is nothing to fill {review_link} with."]
    );
}

#[test]
fn the_fields_of_a_kind_are_explained_in_the_persons_language() {
    for (locale, explained) in [
        ("en-GB", "Time at which to be there."),
        ("de-DE", "Uhrzeit, zu der man da sein soll."),
    ] {
        let mut practice = TestPractice::in_locale(locale);
        let fields = practice.ok("message_text.fields", json!({"kind": "reminder"}));
        let names: Vec<String> = fields
            .as_array()
            .into_iter()
            .flatten()
            .map(|one| text(&one["name"]))
            .collect();
        assert_eq!(
            names,
            [
                "first_name",
                "names",
                "day",
                "arrival",
                "start",
                "practice",
                "phone",
                "provider",
                "treatment"
            ]
        );
        assert_eq!(fields[3]["explanation"], explained);
        assert_eq!(fields[3]["tells_too_much"], false);
        assert_eq!(fields[8]["tells_too_much"], true);
    }
}
