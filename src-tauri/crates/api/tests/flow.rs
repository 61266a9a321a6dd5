//! The day's flow through the command list: who is here, who is late, what is still open, and what
//! another window did: S7, S8, S9, S10, S11.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use app::LOOK_EVERY;
use serde_json::{Value, json};
use std::time::Duration;
use testkit::{TestPractice, rpc, text};

/// Monday, 23 November 2026, 09:00 in the practice; Ada is booked at 09:00, Ben at 09:30.
struct Morning {
    practice: TestPractice,
    ada: String,
    ben: String,
}

impl Morning {
    fn new() -> Self {
        let mut practice = TestPractice::new();
        let ada = booked(&mut practice, "Ada", "2026-11-23T09:00");
        let ben = booked(&mut practice, "Ben", "2026-11-23T09:30");
        Self { practice, ada, ben }
    }

    /// Puts the practice's wall clock to a time of this Monday; Berlin is an hour ahead.
    fn clock(&mut self, hour: u32, minute: u32) {
        let utc = format!("2026-11-23T{:02}:{minute:02}:00Z", hour - 1);
        self.practice.host.set(&utc);
    }

    fn status(&mut self, id: &str, status: &str) -> Value {
        let request = json!({"id": id, "status": status});
        self.practice.ok("appointment.set_status", request)
    }

    fn board(&mut self) -> Value {
        self.practice.ok("board.get", Value::Null)
    }
}

fn booked(practice: &mut TestPractice, given: &str, start: &str) -> String {
    let patient = practice.patient(given, "Berg", None);
    let request = practice.booking(&patient, start);
    text(&practice.ok("appointment.book", request)["id"])
}

fn ids(rows: &Value) -> Vec<String> {
    let rows = rows.as_array().unwrap();
    rows.iter().map(|row| text(&row["visit"]["id"])).collect()
}

#[test]
fn s7_a_patient_goes_through_the_house_on_the_board() {
    let mut day = Morning::new();
    let (ada, ben) = (day.ada.clone(), day.ben.clone());
    day.clock(9, 1);
    let board = day.board();
    assert_eq!(ids(&board["late"]), [ada.as_str()], "whose time has come");
    assert_eq!(board["late"][0]["minutes"], 1);
    assert_eq!(ids(&board["next"]), [ben.as_str()]);
    assert_eq!(board["next"][0]["expected"], "2026-11-23T09:30");
    assert_eq!(board["seat_next"], Value::Null);
    assert_eq!((&board["open"], &board["done"]), (&json!(2), &json!(0)));

    day.clock(9, 5);
    day.status(&ada, "arrived");
    day.clock(9, 19);
    let board = day.board();
    assert_eq!(ids(&board["waiting"]), [ada.as_str()]);
    assert_eq!(board["waiting"][0]["minutes"], 14);
    assert_eq!(board["waiting"][0]["alert"], false);
    assert_eq!(board["seat_next"], ada.as_str());
    assert_eq!(board["providers"][0]["name"], "Dr Haas");
    assert_eq!(board["providers"][0]["behind"], 19);
    assert_eq!(
        board["next"][0]["expected"], "2026-11-23T09:49",
        "who comes next waits for who was booked first"
    );
    assert_eq!(board["next"][0]["later"], 19);

    day.clock(9, 20);
    assert_eq!(day.board()["waiting"][0]["alert"], true, "15 minutes");

    day.status(&ada, "seated");
    day.clock(9, 30);
    day.status(&ben, "arrived");
    let board = day.board();
    assert_eq!(ids(&board["in_chair"]), [ada.as_str()]);
    assert_eq!(board["in_chair"][0]["minutes"], 10);
    assert_eq!(board["in_chair"][0]["over"], 0);
    assert_eq!(board["seat_next"], Value::Null, "the chair is taken");
    assert_eq!(board["waiting"][0]["expected"], "2026-11-23T09:50");

    day.clock(9, 55);
    let board = day.board();
    assert_eq!(board["in_chair"][0]["over"], 5);
    day.status(&ada, "completed");
    let board = day.board();
    assert_eq!(board["seat_next"], ben.as_str());
    assert_eq!((&board["open"], &board["done"]), (&json!(1), &json!(1)));
    assert_eq!(board["day_over"], false);
    day.clock(18, 0);
    assert_eq!(day.board()["day_over"], true);
}

#[test]
fn s7_the_practice_says_from_when_waiting_is_too_long() {
    let mut day = Morning::new();
    let ada = day.ada.clone();
    day.status(&ada, "arrived");
    day.clock(9, 8);
    assert_eq!(day.board()["waiting"][0]["alert"], false);
    let practice = day.practice.ok("board.set_alert", json!({"minutes": 8}));
    assert_eq!(practice["waiting_alert"], 8);
    let board = day.board();
    assert_eq!(board["alert_minutes"], 8);
    assert_eq!(board["waiting"][0]["alert"], true);
    for minutes in [0, 241] {
        let error = day
            .practice
            .rpc("board.set_alert", json!({"minutes": minutes}))
            .unwrap_err();
        assert_eq!(error["field"], "minutes");
    }
    let doctor = day.practice.ok("doctor.run", Value::Null);
    assert_eq!(doctor["ok"], true, "{doctor}");
}

#[test]
fn s7_arrived_at_ten_to_nine_is_put_right_by_hand() {
    let mut day = Morning::new();
    let ada = day.ada.clone();
    day.clock(9, 10);
    let visit = day.status(&ada, "arrived");
    assert_eq!(visit["arrived_at"], "2026-11-23T09:10");
    let set = |revision: &Value, step: &str, at: &str| json!({"id": ada, "revision": revision, "step": step, "at": at});
    let put = set(&visit["revision"], "arrived", "2026-11-23T08:50");
    let visit = day.practice.ok("appointment.set_time", put.clone());
    assert_eq!(visit["arrived_at"], "2026-11-23T08:50");
    assert_eq!(day.board()["waiting"][0]["minutes"], 20);
    assert_eq!(day.practice.refused("appointment.set_time", put), "stale");
    for (step, at, says) in [
        ("arrived", "2026-11-23T09:11", "still to come"),
        ("arrived", "2026-11-22T08:50", "another day"),
        ("seated", "2026-11-23T09:00", "not in the chair"),
    ] {
        let request = set(&visit["revision"], step, at);
        let error = day
            .practice
            .rpc("appointment.set_time", request)
            .unwrap_err();
        assert_eq!(error["code"], "refused");
        assert!(text(&error["what"]).contains(says), "{error}");
    }
    // Taken back, it is ten past nine again (S10).
    day.practice.ok("undo", Value::Null);
    let visit = day.practice.ok("appointment.get", json!({"id": ada}));
    assert_eq!(visit["arrived_at"], "2026-11-23T09:10");
}

#[test]
fn s7_a_status_is_written_down_later_with_the_time_at_which_it_was() {
    let mut day = Morning::new();
    let (ada, ben) = (day.ada.clone(), day.ben.clone());
    day.clock(10, 30);
    for (status, at, field) in [
        ("arrived", "2026-11-23T08:55", "arrived_at"),
        ("seated", "2026-11-23T09:03", "seated_at"),
        ("completed", "2026-11-23T09:31", "dismissed_at"),
    ] {
        let request = json!({"id": ada, "status": status, "at": at});
        let visit = day.practice.ok("appointment.set_status", request);
        assert_eq!(
            (&visit["status"], &visit[field]),
            (&json!(status), &json!(at))
        );
    }
    for (at, refused) in [
        ("2026-11-23T10:31", true),
        ("2026-11-23T09:29", true),
        ("2026-11-23T10:00", false),
    ] {
        let request = json!({"id": ben, "status": "missed", "at": at});
        let done = day.practice.rpc("appointment.set_status", request);
        assert_eq!(done.is_err(), refused, "missed at {at}: {done:?}");
        if let Ok(visit) = done {
            assert_eq!(visit["ended"]["at"], at);
            assert_eq!(visit["ended"]["by"], "desk");
        }
    }
}

#[test]
fn s9_a_completed_visit_is_opened_again_only_knowingly_and_the_trail_says_so() {
    let mut day = Morning::new();
    let ada = day.ada.clone();
    day.status(&ada, "arrived");
    day.clock(9, 10);
    day.status(&ada, "seated");
    day.clock(9, 30);
    let done = day.status(&ada, "completed");
    let patient = text(&done["patient"]);
    for (name, request) in [
        ("appointment.step_back", json!({"id": ada})),
        (
            "appointment.set_status",
            json!({"id": ada, "status": "arrived"}),
        ),
        (
            "appointment.set_confirmation",
            json!({"id": ada, "confirmation": "declined"}),
        ),
        (
            "appointment.set_time",
            json!({"id": ada, "revision": done["revision"], "step": "dismissed", "at": "2026-11-23T09:20"}),
        ),
    ] {
        let error = day.practice.rpc(name, request).unwrap_err();
        assert_eq!(error["code"], "completed", "{name}: {error}");
        assert!(
            text(&error["data"]).contains("othing was changed"),
            "{error}"
        );
    }
    let back = json!({"id": ada, "unlock": true});
    let visit = day.practice.ok("appointment.step_back", back);
    assert_eq!(visit["status"], "seated", "where she was before");
    assert_eq!(visit["seated_at"], "2026-11-23T09:10");
    assert_eq!(visit["dismissed_at"], Value::Null);
    let trail = day
        .practice
        .daybook
        .desk()
        .unwrap()
        .store()
        .trail(ada.parse().unwrap(), 9);
    let trail: Vec<(String, String)> = trail
        .unwrap()
        .into_iter()
        .map(|entry| (entry.action.name().to_owned(), entry.note))
        .collect();
    assert_eq!(trail[0], ("changed".to_owned(), "seated".to_owned()));
    assert_eq!(
        trail[1],
        ("unlocked".to_owned(), "completed, then seated".to_owned())
    );
    // Who came is counted; who was opened again has not come to an end.
    let page = day.practice.ok("patient.get", json!({"id": patient}));
    assert_eq!(page["attendance"]["kept"], 0);
    day.status(&ada, "completed");
    let page = day.practice.ok("patient.get", json!({"id": patient}));
    assert_eq!(page["attendance"]["kept"], 1);
    let doctor = day.practice.ok("doctor.run", Value::Null);
    assert_eq!(doctor["ok"], true, "{doctor}");
}

#[test]
fn s9_a_visit_to_come_cannot_be_completed_or_missed() {
    let mut day = Morning::new();
    let ben = day.ben.clone();
    for status in ["completed", "missed"] {
        let request = json!({"id": ben, "status": status});
        let error = day
            .practice
            .rpc("appointment.set_status", request)
            .unwrap_err();
        assert!(text(&error["what"]).contains("not begun"), "{error}");
    }
}

#[test]
fn s7_confirmed_by_a_person_stands_and_goes_when_the_visit_is_moved() {
    let mut day = Morning::new();
    let ben = day.ben.clone();
    let confirmed = |to: &str| json!({"id": ben, "confirmation": to});
    let visit = day
        .practice
        .ok("appointment.set_confirmation", confirmed("confirmed"));
    assert_eq!(
        (&visit["confirmation"], &visit["confirmed_by_person"]),
        (&json!("confirmed"), &json!(true))
    );
    // Independent of how far the visit has come.
    let visit = day.status(&ben, "arrived");
    assert_eq!(visit["confirmation"], "confirmed");
    day.practice.ok("appointment.step_back", json!({"id": ben}));
    let visit = day.practice.ok("appointment.get", json!({"id": ben}));
    let moved = day.practice.ok(
        "appointment.move",
        json!({"id": ben, "revision": visit["revision"], "start": "2026-11-24T10:00", "second_pass": false,
               "provider": null, "chair": null, "minutes": null, "overbook": false}),
    );
    assert_eq!(
        (&moved["confirmation"], &moved["confirmed_by_person"]),
        (&json!("unconfirmed"), &json!(false))
    );
}

#[test]
fn s8_missed_cancelled_late_and_by_the_practice_count_apart() {
    let mut practice = TestPractice::new();
    let ada = practice.patient("Ada", "Berg", None);
    let mut visit = |start: &str| {
        let request = practice.booking(&ada, start);
        text(&practice.ok("appointment.book", request)["id"])
    };
    let (missed, came, late, soon, ours) = (
        visit("2026-11-23T09:00"),
        visit("2026-11-23T10:00"),
        visit("2026-11-24T08:30"),
        visit("2026-11-24T09:30"),
        visit("2026-11-23T11:00"),
    );
    let cancel = |practice: &mut TestPractice, id: &str, by_practice: bool| {
        let request = json!({"id": id, "reason": "flu", "by_practice": by_practice});
        practice.ok("appointment.cancel", request)
    };
    let ended = cancel(&mut practice, &late, false);
    assert_eq!(ended["ended"]["notice_minutes"], 23 * 60 + 30);
    assert_eq!(ended["ended"]["late"], true);
    let ended = cancel(&mut practice, &soon, false);
    assert_eq!(
        (&ended["ended"]["notice_minutes"], &ended["ended"]["late"]),
        (&json!(24 * 60 + 30), &json!(false))
    );
    let ended = cancel(&mut practice, &ours, true);
    assert_eq!(
        (&ended["ended"]["by_practice"], &ended["ended"]["late"]),
        (&json!(true), &json!(false))
    );
    practice.host.set("2026-11-23T10:00:00Z");
    practice.ok(
        "appointment.set_status",
        json!({"id": missed, "status": "missed"}),
    );
    practice.ok(
        "appointment.set_status",
        json!({"id": came, "status": "arrived"}),
    );
    practice.ok(
        "appointment.set_status",
        json!({"id": came, "status": "completed"}),
    );
    let attendance = practice.ok("patient.get", json!({"id": ada}))["attendance"].clone();
    assert_eq!(
        attendance,
        json!({"kept": 1, "missed": 1, "late_cancelled": 1, "cancelled": 1, "cancelled_by_practice": 1})
    );
    // The patient came after all.
    let here = practice.ok(
        "appointment.set_status",
        json!({"id": missed, "status": "arrived"}),
    );
    assert_eq!(
        (&here["status"], &here["ended"]),
        (&json!("arrived"), &Value::Null)
    );
    let attendance = practice.ok("patient.get", json!({"id": ada}))["attendance"].clone();
    assert_eq!(attendance["missed"], 0);
}

#[test]
fn s8_the_end_of_the_day_says_what_is_open_today_before_and_tomorrow() {
    let mut day = Morning::new();
    let (ada, ben) = (day.ada.clone(), day.ben.clone());
    let carla = booked(&mut day.practice, "Carla", "2026-11-23T17:30");
    let tomorrow = booked(&mut day.practice, "Dora", "2026-11-24T09:00");
    let sure = booked(&mut day.practice, "Emil", "2026-11-24T10:00");
    day.practice.ok(
        "appointment.set_confirmation",
        json!({"id": sure, "confirmation": "confirmed"}),
    );
    // Friday's visit was never brought to an end.
    day.practice.host.set("2026-11-20T08:00:00Z");
    let friday = booked(&mut day.practice, "Finn", "2026-11-20T11:00");
    day.clock(17, 0);
    day.status(&ada, "arrived");
    let end = day.practice.ok("day.end", Value::Null);
    let why = |rows: &Value| -> Vec<(String, String)> {
        let rows = rows.as_array().unwrap();
        rows.iter()
            .map(|row| (text(&row["visit"]["id"]), text(&row["why"])))
            .collect()
    };
    let row = |id: &str, why: &str| (id.to_owned(), why.to_owned());
    assert_eq!(
        why(&end["open"]),
        [
            row(&ada, "waiting"),
            row(&ben, "not_arrived"),
            row(&carla, "to_come")
        ]
    );
    assert_eq!(why(&end["left"]), [row(&friday, "not_arrived")]);
    assert_eq!(end["left_total"], 1);
    assert_eq!(end["next_day"], "2026-11-24");
    assert_eq!(text(&end["unconfirmed"][0]["id"]), tomorrow);
    assert_eq!(end["unconfirmed"].as_array().unwrap().len(), 1);
    assert_eq!(day.board()["left_open"], 1);

    day.clock(18, 5);
    for (id, status) in [(&ada, "completed"), (&ben, "missed"), (&carla, "missed")] {
        day.status(id, status);
    }
    // Nobody knows any more when Finn was done, but he was.
    let finn = day.status(&friday, "completed");
    assert_eq!(finn["dismissed_at"], Value::Null);
    let end = day.practice.ok("day.end", Value::Null);
    assert_eq!((&end["open"], &end["left"]), (&json!([]), &json!([])));
    assert_eq!(end["settled"], 3);
}

#[test]
fn s11_a_patient_asked_to_come_early_is_late_from_the_start_only() {
    let mut practice = TestPractice::new();
    let kind = practice.ok(
        "appointment_type.save",
        json!({"id": null, "name": "New", "minutes": 60, "tint": 0, "arrive_early": 15, "active": true}),
    );
    let kind = text(&kind["types"].as_array().unwrap().last().unwrap()["id"]);
    let ada = practice.patient("Ada", "Berg", None);
    let mut request = practice.booking(&ada, "2026-11-23T09:30");
    request["kind"] = json!(kind);
    practice.ok("appointment.book", request);
    practice.host.set("2026-11-23T08:20:00Z");
    let board = practice.ok("board.get", Value::Null);
    assert_eq!(board["late"], json!([]));
    assert_eq!(board["next"][0]["visit"]["arrive"], "2026-11-23T09:15");
}

#[test]
fn two_windows_see_each_others_changes_within_a_second_and_what_was_only_read_is_none() {
    assert!(
        LOOK_EVERY * 2 <= Duration::from_secs(1),
        "a look that comes just too early leaves time for the next one and for reading"
    );
    let mut day = Morning::new();
    let (ada, ben) = (day.ada.clone(), day.ben.clone());
    let mut other = day.practice.second(2);
    day.practice.daybook.take_changed();
    day.practice.daybook.look().unwrap();
    day.practice.daybook.take_changed();
    // The other window marks a patient as arrived; this one hears of it at the next look.
    rpc(
        &mut other,
        "appointment.set_status",
        json!({"id": ada, "status": "arrived"}),
    )
    .unwrap();
    assert_eq!(day.practice.daybook.take_changed(), Vec::<&str>::new());
    day.practice.daybook.look().unwrap();
    assert_eq!(day.practice.daybook.take_changed(), ["appointment"]);
    assert_eq!(ids(&day.board()["waiting"]), [ada.as_str()]);
    // And the other way round, by the tick.
    other.tick().unwrap();
    other.take_changed();
    day.status(&ben, "arrived");
    other.tick().unwrap();
    assert_eq!(other.take_changed(), ["appointment"]);
    // K1: somebody who only reads writes into the trail, and no window has to read again for it.
    let patient = text(&day.practice.ok("appointment.get", json!({"id": ada}))["patient"]);
    rpc(&mut other, "patient.get", json!({"id": patient})).unwrap();
    day.practice.daybook.look().unwrap();
    assert_eq!(
        day.practice.daybook.take_changed(),
        ["appointment"],
        "its own, from before"
    );
    rpc(&mut other, "patient.get", json!({"id": patient})).unwrap();
    day.practice.daybook.look().unwrap();
    assert_eq!(day.practice.daybook.take_changed(), Vec::<&str>::new());
}
