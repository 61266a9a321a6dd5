//! What a patient agreed to, and where nothing goes whoever has it (M8, M9).

use serde_json::{Value, json};
use testkit::{TestPractice, text};

const ASKED: &str = "2026-11-24T09:00:00Z";

/// 09:00 on Monday, 23 November 2026; mail and texts are set up. Ada's visit is on Friday at 10:00.
fn practice() -> (TestPractice, String) {
    let mut practice = TestPractice::new();
    practice.set_up_channels(&["email", "sms"]);
    let ada = practice.patient_with("Ada", |fields| {
        fields["emails"] = json!([{"label": "", "address": "ada@example.org"}]);
    });
    let request = practice.booking(&ada, "2026-11-27T10:00");
    practice.ok("appointment.book", request);
    (practice, ada)
}

fn said(practice: &mut TestPractice, patient: &str, kind: &str, channel: &str) -> Value {
    let all = practice.ok("consent.of_patient", json!({"patient": patient}));
    let rows = all.as_array().expect("rows");
    assert_eq!(rows.len(), 4 * 3);
    let found = rows
        .iter()
        .find(|one| one["kind"] == kind && one["channel"] == channel);
    found.expect("each").clone()
}

fn save(patient: &str, answered: &str, source: &str) -> Value {
    json!({"patient": patient, "channel": "email", "kind": "appointments", "answered": answered,
           "source": source})
}

#[test]
fn m8_what_nobody_asked_is_unknown_and_the_practices_policy_counts() {
    let (mut practice, ada) = practice();
    for (kind, allowed) in [
        ("appointments", true),
        ("recalls", true),
        ("surveys", false),
        ("marketing", false),
    ] {
        assert_eq!(
            said(&mut practice, &ada, kind, "email"),
            json!({"kind": kind, "channel": "email", "answered": "unknown", "source": "",
                   "at": null, "allowed": allowed})
        );
    }
}

#[test]
fn m8_a_no_takes_out_what_waits_and_the_latest_word_holds() {
    let (mut practice, ada) = practice();
    practice.tick_messages();
    practice.daybook.take_changed();
    practice.ok("consent.save", save(&ada, "no", " form at the desk "));
    assert_eq!(practice.daybook.take_changed(), ["consent"]);
    assert_eq!(
        said(&mut practice, &ada, "appointments", "email"),
        json!({"kind": "appointments", "channel": "email", "answered": "no",
               "source": "form at the desk", "at": "2026-11-23T08:00:00Z", "allowed": false})
    );
    assert_eq!(
        said(&mut practice, &ada, "appointments", "sms")["answered"],
        "unknown"
    );
    practice.host.set(ASKED);
    assert_eq!(practice.tick_messages()["withdrawn"], 2);
    assert_eq!(practice.host.channels.take(), []);
    let all = practice.ok("message.of_patient", json!({"patient": ada}));
    let why = text(&all[0]["message"]["why"]);
    assert!(why.contains("E-mail: not wished"), "{why}");

    practice.ok("consent.save", save(&ada, "yes", "on the phone"));
    let now = said(&mut practice, &ada, "appointments", "email");
    assert_eq!(
        (&now["answered"], &now["allowed"]),
        (&json!("yes"), &json!(true))
    );
    assert_eq!(practice.tick_messages()["accepted"], 1);
    assert_eq!(practice.ok("doctor.run", Value::Null)["ok"], true);
}

#[test]
fn from_where_it_is_known_has_to_be_said_and_it_is_not_taken_back() {
    let (mut practice, ada) = practice();
    let error = practice
        .rpc("consent.save", save(&ada, "yes", " "))
        .unwrap_err();
    assert_eq!(
        (&error["code"], &error["field"]),
        (&json!("invalid"), &json!("source"))
    );
    let mut to_the_desk = save(&ada, "yes", "form");
    to_the_desk["channel"] = json!("desktop");
    let error = practice.rpc("consent.save", to_the_desk).unwrap_err();
    assert_eq!(error["field"], "channel");
    let nobody = practice.id("chairs", 0);
    assert_eq!(
        practice.refused("consent.save", save(&nobody, "yes", "form")),
        "not_found"
    );

    practice.ok("consent.save", save(&ada, "no", "form"));
    practice.ok("undo", Value::Null);
    let now = said(&mut practice, &ada, "appointments", "email");
    assert_eq!(now["answered"], "no", "undo goes to what was done before");
}

#[test]
fn m9_nothing_goes_where_somebody_asked_the_desk_to_send_nothing() {
    let (mut practice, _) = practice();
    practice.tick_messages();
    practice.daybook.take_changed();
    let add = json!({"channel": "email", "address": " Ada@Example.org ", "words": "called today"});
    let stop = practice.ok("stop_list.add", add);
    assert_eq!(practice.daybook.take_changed(), ["contact_stop"]);
    assert_eq!(stop["address"], "Ada@Example.org");
    assert_eq!(
        (&stop["stopped_by"], &stop["removable"]),
        (&json!("desk"), &json!(true))
    );
    let again = json!({"channel": "email", "address": "ada@example.org", "words": "once more"});
    assert_eq!(practice.ok("stop_list.add", again), stop);
    assert_eq!(practice.ok("stop_list.list", Value::Null), json!([stop]));
    practice.host.set(ASKED);
    assert_eq!(practice.tick_messages()["withdrawn"], 2);
    assert_eq!(practice.host.channels.take(), []);

    let id = stop["id"].clone();
    let error = practice
        .rpc("stop_list.remove", json!({"id": id, "why": " "}))
        .unwrap_err();
    assert_eq!(error["field"], "why");
    practice.ok(
        "stop_list.remove",
        json!({"id": id, "why": "it was another address"}),
    );
    assert_eq!(practice.ok("stop_list.list", Value::Null), json!([]));
    assert_eq!(
        practice.refused("stop_list.remove", json!({"id": id, "why": "again"})),
        "not_found"
    );
    assert_eq!(practice.tick_messages()["accepted"], 1);
    assert_eq!(practice.ok("doctor.run", Value::Null)["ok"], true);
}

#[test]
fn what_is_no_address_of_its_channel_cannot_be_stopped() {
    let (mut practice, _) = practice();
    for (channel, address, words, field) in [
        ("email", "ada", "asked", "address"),
        ("sms", "ada@example.org", "asked", "address"),
        ("sms", "", "asked", "address"),
        ("desktop", "screen", "asked", "channel"),
        ("sms", "0170 1234567", " ", "words"),
    ] {
        let add = json!({"channel": channel, "address": address, "words": words});
        let error = practice.rpc("stop_list.add", add).unwrap_err();
        assert_eq!(error["field"], field, "{channel} {address} {error}");
    }
    assert_eq!(practice.ok("stop_list.list", Value::Null), json!([]));
}

#[test]
fn p7_a_wish_to_be_reached_by_one_way_alone_beats_every_default_and_goes_back_with_undo() {
    let (mut practice, ada) = practice();
    practice.tick_messages();
    let asked = json!({"patient": ada});
    let usual = practice.ok("contact_wish.of_patient", asked.clone());
    assert_eq!(usual, json!({"patient": ada, "only": []}));
    let wish = json!({"patient": ada, "only": [{"channel": "sms", "address": "0170 7654321"}]});
    practice.daybook.take_changed();
    assert_eq!(practice.ok("contact_wish.save", wish.clone()), wish);
    assert_eq!(practice.daybook.take_changed(), ["contact_wish"]);
    practice.host.set(ASKED);
    practice.tick_messages();
    let handed = practice.host.channels.take();
    assert_eq!(handed.len(), 1);
    assert_eq!(handed[0].address, "0170 7654321", "and no mail");
    assert_eq!(practice.ok("doctor.run", Value::Null)["ok"], true);

    let undone = practice.ok("undo", Value::Null);
    assert_eq!(undone["what"]["change"], "patient");
    assert_eq!(undone["what"]["names"], json!(["Ada Berg"]));
    assert_eq!(practice.ok("contact_wish.of_patient", asked.clone()), usual);
    practice.ok("redo", Value::Null);
    assert_eq!(practice.ok("contact_wish.of_patient", asked), wish);
    practice.ok("contact_wish.save", usual.clone());
    practice.ok("undo", Value::Null);
    assert_eq!(practice.ok("doctor.run", Value::Null)["ok"], true);
    for (channel, address, field) in [("sms", "home", "address"), ("desktop", "1", "channel")] {
        let wish = json!({"patient": ada, "only": [{"channel": channel, "address": address}]});
        let error = practice.rpc("contact_wish.save", wish).unwrap_err();
        assert_eq!(error["field"], field);
    }
}
