//! "Tell the patient?": what is remembered, what follows from later changes, and that one undo takes
//! the visit and the intention back together (M13 prepares on it, S10).

use serde_json::{Value, json};
use testkit::{TestPractice, rpc, text};

/// The wall clock of the practice shows 09:00 on Monday, 23 November 2026.
fn desk() -> (TestPractice, String) {
    let mut practice = TestPractice::new();
    let ada = practice.patient("Ada", "Berg", None);
    (practice, ada)
}

fn book(practice: &mut TestPractice, patient: &str, start: &str) -> Value {
    let request = practice.booking(patient, start);
    practice.ok("appointment.book", request)
}

fn move_to(practice: &mut TestPractice, visit: &Value, start: &str) -> Value {
    let there = get(practice, visit);
    let request = json!({
        "id": there["id"], "revision": there["revision"], "start": start, "second_pass": false,
        "provider": null, "chair": null, "minutes": null, "overbook": false,
    });
    practice.ok("appointment.move", request)
}

fn cancel(practice: &mut TestPractice, visit: &Value) -> Value {
    practice.ok(
        "appointment.cancel",
        json!({"id": visit["id"], "reason": "flu", "by_practice": false}),
    )
}

fn yes(practice: &mut TestPractice, visit: &Value) {
    practice.ok("notice.remember", json!({"appointments": [visit["id"]]}));
}

fn get(practice: &mut TestPractice, visit: &Value) -> Value {
    practice.ok("appointment.get", json!({"id": visit["id"]}))
}

/// `moved from 2026-11-24T10:00` and so on, of all who are still to be told.
fn pending(practice: &mut TestPractice) -> Vec<String> {
    let list = practice.ok("notice.list", Value::Null);
    let list = list.as_array().into_iter().flatten();
    list.map(|one| {
        let (of, from) = (text(&one["notice"]["of"]), text(&one["notice"]["from"]));
        format!("{} {of} {from}", text(&one["visit"]["patient_name"]))
            .trim_end()
            .to_owned()
    })
    .collect()
}

fn undo(practice: &mut TestPractice) -> Value {
    practice.ok("undo", Value::Null)["what"].clone()
}

#[test]
fn s10_one_undo_takes_back_the_booking_and_what_was_to_be_told_and_redo_brings_both() {
    let (mut practice, ada) = desk();
    let visit = book(&mut practice, &ada, "2026-11-24T10:00");
    assert_eq!(
        (&visit["asks"], &visit["notice"]),
        (&json!("booked"), &Value::Null)
    );
    assert_eq!(
        pending(&mut practice),
        [""; 0],
        "nothing is remembered unasked"
    );
    yes(&mut practice, &visit);
    assert_eq!(pending(&mut practice), ["Ada Berg booked"]);
    assert_eq!(get(&mut practice, &visit)["notice"]["of"], "booked");
    let day = practice.day("2026-11-24");
    assert_eq!(day["appointments"][0]["notice"]["of"], "booked");

    assert_eq!(undo(&mut practice)["change"], "booking");
    assert_eq!(pending(&mut practice), [""; 0]);
    assert_eq!(
        practice.refused("appointment.get", json!({"id": visit["id"]})),
        "not_found"
    );
    practice.ok("redo", Value::Null);
    assert_eq!(pending(&mut practice), ["Ada Berg booked"]);
}

#[test]
fn m13_a_quick_move_after_a_booking_leaves_one_thing_to_tell() {
    let (mut practice, ada) = desk();
    let visit = book(&mut practice, &ada, "2026-11-24T10:00");
    yes(&mut practice, &visit);
    practice.host.set("2026-11-23T08:02:00Z");
    let moved = move_to(&mut practice, &visit, "2026-11-24T11:00");
    assert_eq!(moved["asks"], Value::Null, "it is to be told already");
    assert_eq!(moved["notice"]["of"], "booked");
    assert_eq!(
        moved["notice"]["made"], "2026-11-23T08:02:00Z",
        "it waits anew"
    );
    assert_eq!(pending(&mut practice), ["Ada Berg booked"]);
    // Never told of it: nothing is left to tell.
    let cancelled = cancel(&mut practice, &visit);
    assert_eq!(
        (&cancelled["asks"], &cancelled["notice"]),
        (&Value::Null, &Value::Null)
    );
    assert_eq!(pending(&mut practice), [""; 0]);
    assert_eq!(undo(&mut practice)["change"], "cancellation");
    assert_eq!(
        pending(&mut practice),
        ["Ada Berg booked"],
        "it was not cancelled after all"
    );
    let findings = practice.ok("doctor.run", Value::Null);
    assert_eq!(findings["ok"], true, "{findings}");
}

#[test]
fn m13_moved_twice_is_told_from_where_the_patient_believes_it_and_moved_back_not_at_all() {
    let (mut practice, ada) = desk();
    let visit = book(&mut practice, &ada, "2026-11-24T10:00");
    let moved = move_to(&mut practice, &visit, "2026-11-24T11:00");
    assert_eq!(moved["asks"], "moved");
    yes(&mut practice, &visit);
    move_to(&mut practice, &visit, "2026-11-25T15:00");
    assert_eq!(pending(&mut practice), ["Ada Berg moved 2026-11-24T10:00"]);
    let back = move_to(&mut practice, &visit, "2026-11-24T10:00");
    assert_eq!(
        (&back["asks"], &back["notice"]),
        (&Value::Null, &Value::Null)
    );
    assert_eq!(pending(&mut practice), [""; 0]);
    undo(&mut practice);
    cancel(&mut practice, &visit);
    assert_eq!(pending(&mut practice), ["Ada Berg cancelled"]);
}

#[test]
fn a_longer_visit_or_another_chair_is_nothing_to_tell() {
    let (mut practice, ada) = desk();
    let visit = book(&mut practice, &ada, "2026-11-24T10:00");
    let (chair, there) = (practice.id("chairs", 1), get(&mut practice, &visit));
    let moved = practice.ok(
        "appointment.move",
        json!({"id": there["id"], "revision": there["revision"], "start": there["start"],
               "second_pass": false, "provider": null, "chair": chair, "minutes": 45, "overbook": false}),
    );
    assert_eq!(moved["asks"], Value::Null);
}

#[test]
fn told_by_phone_is_one_step_and_only_once() {
    let (mut practice, ada) = desk();
    let visit = book(&mut practice, &ada, "2026-11-24T10:00");
    yes(&mut practice, &visit);
    let id = get(&mut practice, &visit)["notice"]["id"].clone();
    practice.ok("notice.told", json!({"id": id}));
    assert_eq!(pending(&mut practice), [""; 0]);
    assert_eq!(get(&mut practice, &visit)["notice"], Value::Null);
    // Another window had it on its list still.
    let mut other = practice.second(2);
    let error = rpc(&mut other, "notice.told", json!({"id": id})).unwrap_err();
    assert_eq!(error["code"], "stale");
    let back = undo(&mut practice);
    assert_eq!(
        (&back["change"], &back["names"]),
        (&json!("notice"), &json!(["Ada Berg"]))
    );
    assert_eq!(pending(&mut practice), ["Ada Berg booked"]);
    practice.ok("notice.withdraw", json!({"id": id}));
    assert_eq!(pending(&mut practice), [""; 0]);
}

#[test]
fn yes_twice_is_remembered_once_and_belongs_to_its_own_change() {
    let (mut practice, ada) = desk();
    let ben = practice.patient("Ben", "Cole", None);
    let first = book(&mut practice, &ada, "2026-11-24T10:00");
    let second = book(&mut practice, &ben, "2026-11-24T11:00");
    // The question about the first is answered after the second was booked.
    yes(&mut practice, &first);
    yes(&mut practice, &first);
    assert_eq!(pending(&mut practice), ["Ada Berg booked"]);
    assert_eq!(undo(&mut practice)["names"], json!(["Ben Cole"]));
    assert_eq!(pending(&mut practice), ["Ada Berg booked"]);
    undo(&mut practice);
    assert_eq!(pending(&mut practice), [""; 0]);
    let _ = second;
}

#[test]
fn m13_nobody_is_told_of_what_is_past_or_of_a_visit_they_came_to() {
    let (mut practice, ada) = desk();
    let past = book(&mut practice, &ada, "2026-11-23T08:00");
    assert_eq!(past["asks"], Value::Null, "it has begun");
    let today = book(&mut practice, &ada, "2026-11-23T10:00");
    yes(&mut practice, &today);
    let later = book(&mut practice, &ada, "2026-11-23T11:00");
    yes(&mut practice, &later);
    let arrived = practice.ok(
        "appointment.set_status",
        json!({"id": today["id"], "status": "arrived"}),
    );
    assert_eq!(arrived["notice"], Value::Null);
    assert_eq!(pending(&mut practice).len(), 1);
    practice.host.set("2026-11-23T10:30:00Z");
    assert_eq!(pending(&mut practice), [""; 0], "it has begun by now");
}

#[test]
fn a_visit_that_takes_place_after_all_is_asked_about_again() {
    let (mut practice, ada) = desk();
    let visit = book(&mut practice, &ada, "2026-11-24T10:00");
    cancel(&mut practice, &visit);
    yes(&mut practice, &visit);
    assert_eq!(pending(&mut practice), ["Ada Berg cancelled"]);
    let again = practice.ok(
        "appointment.set_status",
        json!({"id": visit["id"], "status": "scheduled"}),
    );
    assert_eq!(
        (&again["asks"], &again["notice"]),
        (&json!("booked"), &Value::Null)
    );
    assert_eq!(pending(&mut practice), [""; 0]);
}

#[test]
fn s10_a_change_of_which_the_patient_was_told_by_then_can_still_be_taken_back() {
    let mut practice = TestPractice::new();
    practice.set_up_channels(&["email"]);
    let ada = practice.patient_with("Ada", |fields| {
        fields["emails"] = json!([{"label": "", "address": "ada@example.org"}]);
    });
    let told = |practice: &mut TestPractice, now: &str| {
        practice.host.set(now);
        practice.tick_messages();
        practice.tick_messages();
        practice.host.channels.take().len()
    };
    let visit = book(&mut practice, &ada, "2026-11-27T10:00");
    yes(&mut practice, &visit);
    assert_eq!(told(&mut practice, "2026-11-23T08:05:00Z"), 1);
    assert_eq!(undo(&mut practice)["change"], "booking");
    let asked = json!({"id": visit["id"]});
    assert_eq!(practice.refused("appointment.get", asked), "not_found");
    practice.ok("redo", Value::Null);
    assert_eq!(get(&mut practice, &visit)["status"], "scheduled");
    assert_eq!(pending(&mut practice), [""; 0], "she has heard of it");

    cancel(&mut practice, &visit);
    yes(&mut practice, &visit);
    assert_eq!(told(&mut practice, "2026-11-23T08:15:00Z"), 1);
    assert_eq!(undo(&mut practice)["change"], "cancellation");
    assert_eq!(get(&mut practice, &visit)["status"], "scheduled");
    assert_eq!(told(&mut practice, "2026-11-23T08:20:00Z"), 0);
    assert_eq!(practice.ok("doctor.run", Value::Null)["ok"], true);
}
