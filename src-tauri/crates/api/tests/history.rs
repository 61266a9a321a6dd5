//! S10: what became of a visit, told through the command list.

use serde_json::{Value, json};
use testkit::TestPractice;

fn history(practice: &mut TestPractice, visit: &Value) -> Vec<Value> {
    let found = practice.ok("appointment.history", json!({"id": visit["id"]}));
    found.as_array().cloned().unwrap_or_default()
}

/// `start 2026-11-24T10:00>2026-11-24T11:00`, each part of one change.
fn parts(entry: &Value) -> Vec<String> {
    let said = |value: &Value| value.as_str().unwrap_or("-").to_owned();
    let changes = entry["changes"].as_array().into_iter().flatten();
    changes
        .map(|one| {
            format!(
                "{} {}>{}",
                said(&one["part"]),
                said(&one["from"]),
                said(&one["to"])
            )
        })
        .collect()
}

#[test]
fn s10_the_history_says_who_when_and_from_what_to_what() {
    let mut practice = TestPractice::new();
    let ada = practice.patient("Ada", "Berg", None);
    let request = practice.booking(&ada, "2026-11-24T10:00");
    let visit = practice.ok("appointment.book", request);
    let (provider, chair) = (practice.id("providers", 1), practice.id("chairs", 1));
    practice.host.set("2026-11-23T09:15:00Z");
    let moved = practice.ok(
        "appointment.move",
        json!({"id": visit["id"], "revision": 0, "start": "2026-11-24T11:00", "second_pass": false,
               "provider": provider, "chair": chair, "minutes": 45, "overbook": false}),
    );
    let kind = practice.id("types", 1);
    practice.ok(
        "appointment.edit",
        json!({"id": visit["id"], "revision": moved["revision"], "kind": kind, "notes": "brings a stick"}),
    );
    practice.ok(
        "appointment.set_confirmation",
        json!({"id": visit["id"], "confirmation": "confirmed"}),
    );
    practice.ok(
        "appointment.cancel",
        json!({"id": visit["id"], "reason": "flu", "by_practice": false}),
    );
    practice.ok("undo", Value::Null);

    let told = history(&mut practice, &visit);
    let actions: Vec<&str> = told
        .iter()
        .filter_map(|one| one["action"].as_str())
        .collect();
    assert_eq!(
        actions,
        [
            "undone", "changed", "changed", "changed", "changed", "created"
        ]
    );
    assert_eq!(
        parts(&told[0]),
        ["status cancelled>scheduled", "reason flu>-"]
    );
    assert_eq!(
        parts(&told[1]),
        ["status scheduled>cancelled", "reason ->flu"]
    );
    assert_eq!(told[1]["note"], "flu");
    assert_eq!(parts(&told[2])[0], "confirmation unconfirmed>confirmed");
    assert_eq!(
        parts(&told[3]),
        ["kind ->Cleaning", "notes ->brings a stick"]
    );
    assert_eq!(
        parts(&told[4]),
        [
            "start 2026-11-24T10:00>2026-11-24T11:00",
            "minutes 30>45",
            "provider Dr Haas>Dr Lind",
            "chair Chair 1>Chair 2",
        ]
    );
    assert_eq!(told[4]["at"], "2026-11-23T09:15:00Z");
    assert!(
        told.iter()
            .all(|one| one["actor"].as_str().is_some_and(|who| !who.is_empty()))
    );
    assert_eq!(parts(&told[5]), [""; 0], "it was booked");
}

#[test]
fn s10_a_booking_taken_back_and_done_again_stays_in_its_history() {
    let mut practice = TestPractice::new();
    let ada = practice.patient("Ada", "Berg", None);
    let request = practice.booking(&ada, "2026-11-24T10:00");
    let visit = practice.ok("appointment.book", request);
    practice.ok("undo", Value::Null);
    assert_eq!(
        practice.refused("appointment.history", json!({"id": visit["id"]})),
        "not_found"
    );
    practice.ok("redo", Value::Null);
    let told = history(&mut practice, &visit);
    let actions: Vec<&str> = told
        .iter()
        .filter_map(|one| one["action"].as_str())
        .collect();
    assert_eq!(actions, ["redone", "undone", "created"]);
    assert!(told.iter().all(|one| parts(one).is_empty()));
}

#[test]
fn s12_a_move_to_the_second_of_two_equal_times_is_told() {
    let mut practice = TestPractice::new();
    practice.host.set("2026-10-20T08:00:00Z");
    let ada = practice.patient("Ada", "Berg", None);
    let mut request = practice.booking(&ada, "2026-10-25T02:30");
    request["overbook"] = json!(true);
    let visit = practice.ok("appointment.book", request);
    practice.ok(
        "appointment.move",
        json!({"id": visit["id"], "revision": 0, "start": "2026-10-25T02:30", "second_pass": true,
               "provider": null, "chair": null, "minutes": null, "overbook": true}),
    );
    assert_eq!(
        parts(&history(&mut practice, &visit)[0]),
        ["start 2026-10-25T02:30>2026-10-25T02:30 2"]
    );
}
