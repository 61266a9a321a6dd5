//! The desk through the command list, as a window uses it: rules S, with a fixed clock.

use serde_json::{Value, json};
use testkit::{TestPractice, openings_between, patient_fields, rpc, text};

/// The wall clock of the practice shows 09:00 on Monday, 23 November 2026.
fn desk() -> TestPractice {
    TestPractice::new()
}

fn book(practice: &mut TestPractice, patient: &str, start: &str) -> Value {
    let request = practice.booking(patient, start);
    practice.ok("appointment.book", request)
}

fn day(practice: &mut TestPractice, date: &str) -> Vec<(String, String)> {
    let day = practice.day(date);
    let visits = day["appointments"].as_array().cloned().unwrap_or_default();
    visits
        .iter()
        .map(|visit| (text(&visit["start"]), text(&visit["patient_name"])))
        .collect()
}

#[test]
fn s1_one_visit_may_begin_when_another_ends() {
    let mut practice = desk();
    let (ada, ben) = (
        practice.patient("Ada", "Berg", None),
        practice.patient("Ben", "Cole", None),
    );
    book(&mut practice, &ada, "2026-11-24T10:00");
    book(&mut practice, &ben, "2026-11-24T10:30");
    assert_eq!(day(&mut practice, "2026-11-24").len(), 2);
}

#[test]
fn s4_a_clash_is_refused_and_says_who_is_there_unless_booked_knowingly() {
    let mut practice = desk();
    let (ada, ben) = (
        practice.patient("Ada", "Berg", None),
        practice.patient("Ben", "Cole", None),
    );
    book(&mut practice, &ada, "2026-11-24T10:00");
    let mut request = practice.booking(&ben, "2026-11-24T10:15");
    let error = practice
        .rpc("appointment.book", request.clone())
        .unwrap_err();
    assert_eq!(error["code"], "clash");
    assert_eq!(
        error["clashes"].as_array().unwrap().len(),
        2,
        "provider and chair"
    );
    assert_eq!(error["clashes"][0]["patient_name"], "Ada Berg");
    request["overbook"] = json!(true);
    let booked = practice.ok("appointment.book", request);
    assert_eq!(booked["overbooked"], true);
}

#[test]
fn s2_the_same_patient_cannot_be_in_two_chairs_at_once() {
    let mut practice = desk();
    let ada = practice.patient("Ada", "Berg", None);
    book(&mut practice, &ada, "2026-11-24T10:00");
    let mut request = practice.booking(&ada, "2026-11-24T10:00");
    request["provider"] = json!(practice.id("providers", 1));
    request["chair"] = json!(practice.id("chairs", 1));
    let error = practice.rpc("appointment.book", request).unwrap_err();
    assert_eq!(error["clashes"][0]["resource"], "patient");
}

#[test]
fn s3_two_windows_booking_the_same_opening_one_wins_and_the_other_is_told() {
    let mut practice = desk();
    let (ada, ben) = (
        practice.patient("Ada", "Berg", None),
        practice.patient("Ben", "Cole", None),
    );
    let mut other = practice.second(2);
    let first = practice.booking(&ada, "2026-11-24T10:00");
    let second = practice.booking(&ben, "2026-11-24T10:00");
    rpc(&mut other, "appointment.book", second.clone()).unwrap();
    let error = practice.rpc("appointment.book", first).unwrap_err();
    assert_eq!(error["clashes"][0]["patient_name"], "Ben Cole");
}

#[test]
fn s6_closed_hours_and_closures_are_refused_unless_booked_knowingly() {
    let mut practice = desk();
    let ada = practice.patient("Ada", "Berg", None);
    for start in ["2026-11-24T07:30", "2026-11-24T17:45", "2026-11-28T10:00"] {
        let request = practice.booking(&ada, start);
        assert_eq!(
            practice.refused("appointment.book", request),
            "closed",
            "{start}"
        );
    }
    practice.ok(
        "closure.save",
        json!({"id": null, "from": "2026-12-24", "to": "2026-12-31", "name": "Holidays"}),
    );
    let mut request = practice.booking(&ada, "2026-12-28T10:00");
    let error = practice
        .rpc("appointment.book", request.clone())
        .unwrap_err();
    assert!(text(&error["what"]).contains("Holidays"), "{error}");
    request["overbook"] = json!(true);
    practice.ok("appointment.book", request);
}

#[test]
fn s12_a_time_that_the_clocks_skip_cannot_be_booked_even_knowingly() {
    let mut practice = desk();
    let ada = practice.patient("Ada", "Berg", None);
    let mut request = practice.booking(&ada, "2026-03-29T02:30");
    request["overbook"] = json!(true);
    let error = practice.rpc("appointment.book", request).unwrap_err();
    assert_eq!(error["code"], "invalid");
    assert!(text(&error["what"]).contains("does not exist"), "{error}");
}

#[test]
fn s12_an_hour_that_happens_twice_is_two_openings() {
    let mut practice = desk();
    let (ada, ben) = (
        practice.patient("Ada", "Berg", None),
        practice.patient("Ben", "Cole", None),
    );
    let all_day =
        json!({"days": vec![json!([{"from": "00:00", "to": "24:00", "chair": null}]); 7]});
    practice.ok(
        "provider.save",
        json!({"id": null, "name": "Dr Night", "hours": all_day, "active": true}),
    );
    let night = practice.id("providers", 2);
    let mut first = practice.booking(&ada, "2026-10-25T02:30");
    let mut second = practice.booking(&ben, "2026-10-25T02:30");
    for request in [&mut first, &mut second] {
        request["provider"] = json!(night);
    }
    second["second_pass"] = json!(true);
    assert_eq!(practice.ok("appointment.book", first)["overbooked"], false);
    assert_eq!(practice.ok("appointment.book", second)["overbooked"], false);
}

#[test]
fn s1_a_visit_moved_by_a_little_does_not_clash_with_its_own_old_place() {
    let mut practice = desk();
    let ada = practice.patient("Ada", "Berg", None);
    let visit = book(&mut practice, &ada, "2026-11-24T10:00");
    let moved = practice.ok("appointment.move", moving(&visit, "2026-11-24T10:15"));
    assert_eq!(moved["start"], "2026-11-24T10:15");
}

#[test]
fn a_move_of_what_somebody_else_moved_meanwhile_is_refused() {
    let mut practice = desk();
    let ada = practice.patient("Ada", "Berg", None);
    let visit = book(&mut practice, &ada, "2026-11-24T10:00");
    practice.ok("appointment.move", moving(&visit, "2026-11-24T11:00"));
    let refused = practice.refused("appointment.move", moving(&visit, "2026-11-24T12:00"));
    assert_eq!(refused, "stale");
}

#[test]
fn s10_undo_takes_back_a_cancellation_a_move_and_a_booking_in_turn() {
    let mut practice = desk();
    let ada = practice.patient("Ada", "Berg", None);
    let visit = book(&mut practice, &ada, "2026-11-24T10:00");
    practice.ok("appointment.move", moving(&visit, "2026-11-24T11:00"));
    practice.ok(
        "appointment.cancel",
        json!({"id": visit["id"], "reason": "flu", "by_practice": false}),
    );
    assert!(day(&mut practice, "2026-11-24").is_empty());
    assert_eq!(
        practice.ok("undo", Value::Null)["what"]["change"],
        "cancellation"
    );
    assert_eq!(day(&mut practice, "2026-11-24")[0].0, "2026-11-24T11:00");
    assert_eq!(
        practice.ok("undo", Value::Null)["what"]["start"],
        "2026-11-24T10:00"
    );
    assert_eq!(
        practice.ok("undo", Value::Null)["what"]["change"],
        "booking"
    );
    assert!(day(&mut practice, "2026-11-24").is_empty());
    assert_eq!(
        practice.ok("undo", Value::Null)["what"]["change"],
        "patient"
    );
    assert_eq!(practice.ok("undo", Value::Null)["what"], Value::Null);
    let findings = practice.ok("doctor.run", Value::Null);
    assert_eq!(findings["ok"], true, "{findings}");
}

#[test]
fn s10_undo_is_refused_when_the_old_place_is_taken() {
    let mut practice = desk();
    let (ada, ben) = (
        practice.patient("Ada", "Berg", None),
        practice.patient("Ben", "Cole", None),
    );
    let visit = book(&mut practice, &ada, "2026-11-24T10:00");
    practice.ok("appointment.move", moving(&visit, "2026-11-24T11:00"));
    let mut other = practice.second(2);
    let request = practice.booking(&ben, "2026-11-24T10:00");
    rpc(&mut other, "appointment.book", request).unwrap();
    assert_eq!(practice.refused("undo", Value::Null), "clash");
    assert_eq!(day(&mut practice, "2026-11-24").len(), 2);
}

#[test]
fn s8_a_cancelled_visit_stays_on_record_with_its_reason() {
    let mut practice = desk();
    let ada = practice.patient("Ada", "Berg", None);
    let visit = book(&mut practice, &ada, "2026-11-24T10:00");
    practice.ok(
        "appointment.cancel",
        json!({"id": visit["id"], "reason": "moved away", "by_practice": false}),
    );
    let page = practice.ok("patient.get", json!({"id": ada}));
    assert_eq!(page["appointments"][0]["status"], "cancelled");
    assert_eq!(page["appointments"][0]["ended_reason"], "moved away");
    let refused = practice.refused(
        "appointment.cancel",
        json!({"id": visit["id"], "reason": "", "by_practice": true}),
    );
    assert_eq!(refused, "invalid");
}

#[test]
fn s9_a_future_visit_cannot_be_done_and_a_done_one_is_locked() {
    let mut practice = desk();
    let ada = practice.patient("Ada", "Berg", None);
    let visit = book(&mut practice, &ada, "2026-11-23T10:00");
    let status = |to: &str| json!({"id": visit["id"], "status": to});
    assert_eq!(
        practice.refused("appointment.set_status", status("completed")),
        "refused"
    );
    practice.host.set("2026-11-23T09:05:00Z");
    practice.ok("appointment.set_status", status("arrived"));
    practice.host.set("2026-11-23T09:12:00Z");
    practice.ok("appointment.set_status", status("seated"));
    practice.host.set("2026-11-23T09:40:00Z");
    let done = practice.ok("appointment.set_status", status("completed"));
    assert_eq!(done["arrived_at"], "2026-11-23T10:05");
    assert_eq!(done["seated_at"], "2026-11-23T10:12");
    assert_eq!(done["dismissed_at"], "2026-11-23T10:40");
    assert_eq!(
        practice.refused("appointment.set_status", status("scheduled")),
        "completed"
    );
    let refused = practice.refused("appointment.move", moving(&done, "2026-11-23T11:00"));
    assert_eq!(refused, "completed");
}

#[test]
fn openings_are_bookable_and_leave_out_what_is_taken() {
    let mut practice = desk();
    let ada = practice.patient("Ada", "Berg", None);
    book(&mut practice, &ada, "2026-11-24T08:30");
    let mut find = openings_between("2026-11-24", "2026-11-24");
    find["wish"]["providers"] = json!([practice.id("providers", 0)]);
    let found = practice.ok("appointment.openings", find);
    let starts: Vec<(String, String, u64)> = found
        .as_array()
        .unwrap()
        .iter()
        .map(|one| {
            (
                text(&one["start"]),
                text(&one["chair_name"]),
                one["minutes"].as_u64().unwrap(),
            )
        })
        .collect();
    let expected =
        |start: &str, chair: &str, minutes| (start.to_owned(), chair.to_owned(), minutes);
    assert_eq!(
        starts,
        [
            expected("2026-11-24T08:00", "Chair 1", 30),
            expected("2026-11-24T08:00", "Chair 2", 30),
            expected("2026-11-24T09:00", "Chair 1", 540),
            expected("2026-11-24T09:00", "Chair 2", 540),
        ]
    );
}

#[test]
fn p1_a_likely_duplicate_is_shown_before_it_is_saved() {
    let mut practice = desk();
    practice.patient("Zoë", "Müller", Some("1984-02-01"));
    let save = |accept: bool| {
        json!({"id": null, "revision": 0, "accept_duplicate": accept,
               "fields": patient_fields("Zoe", "Muller", Some("1984-02-01"))})
    };
    let error = practice.rpc("patient.save", save(false)).unwrap_err();
    assert_eq!(error["code"], "duplicate");
    assert_eq!(error["duplicates"][0]["name"], "Zoë Müller");
    practice.ok("patient.save", save(true));
}

#[test]
fn p2_search_finds_by_whatever_is_remembered_best_first() {
    let mut practice = desk();
    let mut fields = patient_fields("Aaron", "Smith", Some("1984-02-01"));
    fields["phones"] = json!([{"label": "mobile", "number": "+44 7700 900 481"}]);
    fields["emails"] = json!([{"label": "home", "address": "aaron@example.org"}]);
    fields["chart_number"] = json!("A-1017");
    fields["preferred_name"] = json!("Ronnie");
    practice.ok(
        "patient.save",
        json!({"id": null, "revision": 0, "accept_duplicate": false, "fields": fields}),
    );
    practice.patient("Smilla", "Aaberg", None);
    for typed in [
        "aar smi",
        "SMITH",
        "ronn",
        "07700 900481",
        "0481",
        "01.02.1984",
        "1984-02-01",
        "aaron@ex",
        "a-1017",
        "1017",
        "mith",
    ] {
        let found = practice.ok("patient.search", json!({"text": typed, "limit": 10}));
        assert_eq!(found[0]["name"], "Aaron Smith", "{typed}: {found}");
    }
    let found = practice.ok("patient.search", json!({"text": "smi", "limit": 10}));
    assert_eq!(
        found[0]["name"], "Aaron Smith",
        "family names before given names: {found}"
    );
    assert_eq!(found[1]["name"], "Smilla Aaberg");
    let none = practice.ok(
        "patient.search",
        json!({"text": "nobody at all", "limit": 10}),
    );
    assert_eq!(none, json!([]));
}

#[test]
fn p3_the_deceased_are_not_booked() {
    let mut practice = desk();
    let mut fields = patient_fields("Ada", "Berg", Some("1930-01-01"));
    fields["deceased_on"] = json!("2025-01-01");
    let saved = practice.ok(
        "patient.save",
        json!({"id": null, "revision": 0, "accept_duplicate": false, "fields": fields}),
    );
    assert_eq!(saved["fields"]["status"], "deceased");
    let request = practice.booking(&text(&saved["id"]), "2026-11-24T10:00");
    assert_eq!(practice.refused("appointment.book", request), "refused");
}

#[test]
fn k1_reading_a_record_is_written_into_its_trail() {
    let mut practice = desk();
    let ada = practice.patient("Ada", "Berg", None);
    practice.ok("patient.get", json!({"id": ada}));
    let page = practice.ok("patient.get", json!({"id": ada}));
    let actions: Vec<String> = page["history"]
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| text(&entry["action"]))
        .collect();
    // Saving answers with the page, which is a reading too.
    assert_eq!(actions, ["read", "read", "created"]);
}

#[test]
fn a_window_learns_what_changed_here_and_in_another_window() {
    let mut practice = desk();
    practice.daybook.take_changed();
    let ada = practice.patient("Ada", "Berg", None);
    assert_eq!(practice.daybook.take_changed(), ["patient"]);
    let mut other = practice.second(2);
    let request = practice.booking(&ada, "2026-11-24T10:00");
    practice.daybook.take_changed();
    rpc(&mut other, "appointment.book", request).unwrap();
    practice.daybook.tick().unwrap();
    assert!(practice.daybook.take_changed().contains(&"appointment"));
}

#[test]
fn every_error_says_what_happened_what_it_means_and_what_to_do() {
    let mut practice = desk();
    let ada = practice.patient("Ada", "Berg", None);
    book(&mut practice, &ada, "2026-11-24T10:00");
    let again = practice.booking(&ada, "2026-11-24T10:00");
    let mut nowhere = again.clone();
    nowhere["chair"] = json!(ada);
    for (name, request) in [
        ("appointment.book", again),
        ("appointment.book", nowhere),
        (
            "schedule.get",
            json!({"from": "tomorrow", "to": "2026-11-24"}),
        ),
        (
            "patient.get",
            json!({"id": "018f0000-0000-7000-8000-000000000000"}),
        ),
    ] {
        let error = practice.rpc(name, request).unwrap_err();
        for part in ["what", "data", "next"] {
            assert!(text(&error[part]).len() > 8, "{name} {part}: {error}");
        }
    }
}

fn moving(visit: &Value, start: &str) -> Value {
    json!({
        "id": visit["id"], "revision": visit["revision"], "start": start, "second_pass": false,
        "provider": null, "chair": null, "minutes": null, "overbook": false,
    })
}
