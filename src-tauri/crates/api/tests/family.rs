//! A family booked together: side by side or one after the other, all or none, one undo.

use serde_json::{Value, json};
use testkit::{TestPractice, text};

/// The wall clock of the practice shows 09:00 on Monday, 23 November 2026.
fn desk() -> (TestPractice, [String; 3]) {
    let mut practice = TestPractice::new();
    let people = ["Ada", "Bea", "Cleo"].map(|given| practice.patient(given, "Berg", None));
    (practice, people)
}

fn openings(practice: &mut TestPractice, minutes: &[u32], together: &str) -> Value {
    let members: Vec<Value> = minutes
        .iter()
        .map(|one| json!({"minutes": one, "kind": null}))
        .collect();
    practice.ok(
        "family.openings",
        json!({"members": members, "from": "2026-11-24", "to": "2026-11-24", "together": together, "limit": 5}),
    )
}

fn booking(practice: &mut TestPractice, patient: &str, place: &Value) -> Value {
    let mut request = practice.booking(patient, &text(&place["start"]));
    for field in ["provider", "chair", "minutes"] {
        request[field] = place[field].clone();
    }
    request
}

fn count(practice: &mut TestPractice) -> usize {
    let day = practice.day("2026-11-24");
    day["appointments"].as_array().map_or(0, Vec::len)
}

#[test]
fn s2_side_by_side_they_sit_with_different_providers_in_different_chairs() {
    let (mut practice, [ada, bea, cleo]) = desk();
    // Somebody is in one chair until ten, so that two cannot begin before.
    let mut there = practice.booking(&cleo, "2026-11-24T08:00");
    there["minutes"] = json!(120);
    practice.ok("appointment.book", there);
    let found = openings(&mut practice, &[30, 45], "side_by_side");
    let places = found[0]["places"].as_array().unwrap();
    assert_eq!(places[0]["start"], "2026-11-24T10:00");
    assert_eq!(places[1]["start"], "2026-11-24T10:00");
    assert_ne!(places[0]["provider"], places[1]["provider"]);
    assert_ne!(places[0]["chair"], places[1]["chair"]);
    let visits = [
        booking(&mut practice, &ada, &places[0]),
        booking(&mut practice, &bea, &places[1]),
    ];
    let booked = practice.ok("family.book", json!({"visits": visits}));
    assert_eq!(booked["kept"], true);
    assert_eq!(
        booked["visits"][1]["appointment"]["patient_name"],
        "Bea Berg"
    );
    assert_eq!(booked["visits"][1]["appointment"]["minutes"], 45);
    let back = practice.ok("undo", Value::Null)["what"].clone();
    assert_eq!(back["names"], json!(["Ada Berg", "Bea Berg"]));
    assert_eq!(count(&mut practice), 1);
    practice.ok("redo", Value::Null);
    assert_eq!(count(&mut practice), 3);
}

#[test]
fn three_for_two_providers_come_one_after_the_other() {
    let (mut practice, [ada, bea, cleo]) = desk();
    assert_eq!(
        openings(&mut practice, &[30, 30, 30], "side_by_side"),
        json!([])
    );
    let found = openings(&mut practice, &[30, 30, 30], "in_turn");
    let places = found[0]["places"].as_array().unwrap().clone();
    let starts: Vec<String> = places
        .iter()
        .map(|one| text(&one["start"])[11..].to_owned())
        .collect();
    assert_eq!(starts, ["08:00", "08:30", "09:00"]);
    let visits: Vec<Value> = [&ada, &bea, &cleo]
        .into_iter()
        .zip(&places)
        .map(|(patient, place)| booking(&mut practice, patient, place))
        .collect();
    assert_eq!(
        practice.ok("family.book", json!({"visits": visits}))["kept"],
        true
    );
    assert_eq!(count(&mut practice), 3);
}

#[test]
fn s3_when_one_cannot_be_booked_none_is_and_who_is_there_is_named() {
    let (mut practice, [ada, bea, cleo]) = desk();
    let found = openings(&mut practice, &[30, 30], "side_by_side");
    let places = found[0]["places"].as_array().unwrap().clone();
    let taken = booking(&mut practice, &cleo, &places[1]);
    practice.ok("appointment.book", taken);
    let visits = [
        booking(&mut practice, &ada, &places[0]),
        booking(&mut practice, &bea, &places[1]),
    ];
    let answer = practice.ok("family.book", json!({"visits": visits}));
    assert_eq!(answer["kept"], false);
    assert_eq!(answer["visits"][0]["refused"], Value::Null);
    assert_eq!(
        answer["visits"][1]["refused"]["clashes"][0]["patient_name"],
        "Cleo Berg"
    );
    assert!(!answer["visits"][1]["near"].as_array().unwrap().is_empty());
    assert_eq!(count(&mut practice), 1);
}

#[test]
fn nobody_and_too_many_are_refused() {
    let (mut practice, [ada, ..]) = desk();
    assert_eq!(
        practice.refused("family.book", json!({"visits": []})),
        "invalid"
    );
    let visit = practice.booking(&ada, "2026-11-24T10:00");
    let visits: Vec<&Value> = std::iter::repeat_n(&visit, 9).collect();
    assert_eq!(
        practice.refused("family.book", json!({"visits": visits})),
        "invalid"
    );
}
