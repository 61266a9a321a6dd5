//! What the desk does knowingly, and what it cannot do by accident: S4, S7, S8, S9, S12.

use serde_json::{Value, json};
use testkit::{TestPractice, openings_between, text};

/// The wall clock of the practice shows 09:00 on Monday, 23 November 2026.
fn desk() -> (TestPractice, String) {
    let mut practice = TestPractice::new();
    let ada = practice.patient("Ada", "Berg", None);
    (practice, ada)
}

fn book_knowingly(practice: &mut TestPractice, patient: &str, start: &str) -> Value {
    let mut request = practice.booking(patient, start);
    request["overbook"] = json!(true);
    practice.ok("appointment.book", request)
}

fn cancel(practice: &mut TestPractice, visit: &Value) -> Value {
    practice.ok(
        "appointment.cancel",
        json!({"id": visit["id"], "reason": "flu", "by_practice": false}),
    )
}

#[test]
fn s4_a_visit_outside_the_hours_is_marked_as_booked_knowingly() {
    let (mut practice, ada) = desk();
    let outside = book_knowingly(&mut practice, &ada, "2026-11-24T19:00");
    assert_eq!(outside["overbooked"], true, "nobody works then");
    // Moved to where there is room, the mark goes.
    let moved = practice.ok(
        "appointment.move",
        json!({
            "id": outside["id"], "revision": outside["revision"], "start": "2026-11-24T10:00",
            "second_pass": false, "provider": null, "chair": null, "minutes": null,
            "overbook": true,
        }),
    );
    assert_eq!(moved["overbooked"], false);
}

#[test]
fn s4_a_mark_for_the_hours_does_not_let_a_visit_come_back_over_another() {
    let (mut practice, ada) = desk();
    let ben = practice.patient("Ben", "Cole", None);
    let late = book_knowingly(&mut practice, &ada, "2026-11-24T19:00");
    cancel(&mut practice, &late);
    let mut other = practice.second(2);
    let mut request = practice.booking(&ben, "2026-11-24T19:00");
    request["overbook"] = json!(true);
    testkit::rpc(&mut other, "appointment.book", request).unwrap();
    let back = json!({"id": late["id"], "status": "scheduled"});
    assert_eq!(practice.refused("appointment.set_status", back), "clash");
    assert_eq!(practice.refused("undo", Value::Null), "clash");
}

#[test]
fn s8_no_visit_is_cancelled_without_a_reason() {
    let (mut practice, ada) = desk();
    let request = practice.booking(&ada, "2026-11-24T10:00");
    let visit = practice.ok("appointment.book", request);
    for reason in ["", "  ", "\n"] {
        let request = json!({"id": visit["id"], "reason": reason, "by_practice": false});
        let error = practice.rpc("appointment.cancel", request).unwrap_err();
        assert_eq!(error["field"], "reason", "{reason:?}: {error}");
    }
    let request = json!({"id": visit["id"], "status": "cancelled"});
    assert_eq!(
        practice.refused("appointment.set_status", request),
        "invalid"
    );
    let there = practice.ok("appointment.get", json!({"id": visit["id"]}));
    assert_eq!(there["status"], "scheduled");
}

#[test]
fn s9_the_confirmation_of_a_completed_visit_is_locked() {
    let (mut practice, ada) = desk();
    let visit = book_knowingly(&mut practice, &ada, "2026-11-23T08:00");
    let confirmed = |to: &str| json!({"id": visit["id"], "confirmation": to});
    practice.ok("appointment.set_confirmation", confirmed("confirmed"));
    practice.ok(
        "appointment.set_status",
        json!({"id": visit["id"], "status": "completed"}),
    );
    let declined = confirmed("declined");
    assert_eq!(
        practice.refused("appointment.set_confirmation", declined),
        "completed"
    );
    let there = practice.ok("appointment.get", json!({"id": visit["id"]}));
    assert_eq!(there["confirmation"], "confirmed");
}

#[test]
fn s12_the_night_of_25_hours_is_closed_like_any_other() {
    let (mut practice, ada) = desk();
    practice.host.set("2026-10-20T08:00:00Z");
    let request = practice.booking(&ada, "2026-10-25T02:45");
    assert_eq!(practice.refused("appointment.book", request), "closed");
}

#[test]
fn openings_begin_today_and_are_never_cut_off_silently() {
    let (mut practice, _) = desk();
    let find = openings_between;
    let found = practice.ok("appointment.openings", find("2025-01-01", "2026-12-31"));
    assert_eq!(
        found[0]["start"], "2026-11-23T09:00",
        "the days that are past are passed over, however many: {found}"
    );
    let found = practice.ok("appointment.openings", find("2026-11-23", "2027-12-28"));
    assert_eq!(found[0]["start"], "2026-11-23T09:00");
    let error = practice
        .rpc("appointment.openings", find("2026-11-23", "2027-12-29"))
        .unwrap_err();
    assert_eq!(error["field"], "to");
    assert!(
        text(&error["what"]).contains("400") && text(&error["what"]).contains("28 Dec 2027"),
        "{error}"
    );
    let past = practice.ok("appointment.openings", find("2026-11-01", "2026-11-20"));
    assert_eq!(past, json!([]), "there are none in the past");
}

#[test]
fn a_year_that_nobody_means_is_refused_and_breaks_nothing() {
    let (mut practice, ada) = desk();
    for date in ["+262142-12-31", "-262143-01-01", "0026-11-23", "9999-12-31"] {
        assert_eq!(
            practice.refused("schedule.get", json!({"from": date, "to": date})),
            "invalid"
        );
        let mut request = practice.booking(&ada, &format!("{date}T23:50"));
        request["overbook"] = json!(true);
        assert_eq!(practice.refused("appointment.book", request), "invalid");
    }
}

#[test]
fn while_an_import_runs_a_change_is_refused_at_once_and_the_import_can_be_watched() {
    let (mut practice, ada) = desk();
    let rows: String = (0..20_000)
        .map(|row| format!("Ada,Name{row},1980-01-01\n"))
        .collect();
    let list = practice.folder.path().join("many.csv");
    std::fs::write(&list, format!("first name,last name,birth date\n{rows}")).unwrap();
    let visit = {
        let request = practice.booking(&ada, "2026-11-24T09:00");
        practice.ok("appointment.book", request)
    };
    let booking = practice.booking(&ada, "2026-11-24T10:00");
    let import = json!({"paths": [list], "format": "csv", "map": {}, "date_format": null});
    practice.ok("import.start", import);
    let out = practice.folder.path().join("out");
    for (name, request) in [
        ("appointment.book", booking.clone()),
        ("undo", Value::Null),
        ("export.run", json!({"format": "csv", "path": out})),
    ] {
        let error = practice.rpc(name, request).unwrap_err();
        assert_eq!(error["code"], "refused", "{name}: {error}");
        assert!(text(&error["what"]).contains("import"), "{name}: {error}");
    }
    assert!(!out.exists());
    // Reading, watching and stopping it get through.
    let day = practice.day("2026-11-24");
    assert_eq!(day["appointments"].as_array().unwrap().len(), 1);
    assert_eq!(
        practice.ok("import.progress", Value::Null)["running"],
        true,
        "all that happened while it ran"
    );
    practice.ok("import.cancel", Value::Null);
    while practice.ok("import.progress", Value::Null)["running"] == true {
        std::thread::yield_now();
    }
    practice.ok("appointment.book", booking);
    // The step that could not be taken back then is still there.
    practice.ok("undo", Value::Null);
    let undone = practice.ok("undo", Value::Null);
    assert_eq!(undone["what"]["change"], "booking");
    let gone = practice.refused("appointment.get", json!({"id": visit["id"]}));
    assert_eq!(gone, "not_found");
}
