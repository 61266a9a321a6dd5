//! What a failing disk, a second program or a person in a hurry can do behind our back, and what
//! the desk shows of it.

mod looking;

use looking::behind;
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use testkit::{FakeHost, PASSPHRASE, TestPractice, patient_fields, rpc, text};

fn damage(practice: &TestPractice, sql: &str) {
    assert_eq!(
        behind(practice.daybook.folder())
            .execute(sql, [])
            .expect("the test can look behind"),
        1
    );
}

fn booked(practice: &mut TestPractice, given: &str, start: &str) -> String {
    let patient = practice.patient(given, "Berg", None);
    let request = practice.booking(&patient, start);
    practice.ok("appointment.book", request);
    patient
}

#[test]
fn s14_one_patient_who_cannot_be_read_stops_no_list_and_no_export() {
    let mut practice = TestPractice::new();
    booked(&mut practice, "Ada", "2026-11-24T09:00");
    let lost = booked(&mut practice, "Ben", "2026-11-24T10:00");
    damage(
        &practice,
        "UPDATE patient SET sex = 'teapot' WHERE given = 'Ben'",
    );
    let list = practice.ok(
        "patient.list",
        json!({"offset": 0, "limit": 10, "status": null}),
    );
    assert_eq!(
        list["rows"]
            .as_array()
            .expect("the test can look behind")
            .len(),
        1
    );
    let found = practice.ok("patient.search", json!({"text": "berg", "limit": 5}));
    assert_eq!(found.as_array().expect("the test can look behind").len(), 1);
    for format in ["csv", "fhir"] {
        let path = practice.folder.path().join(format);
        practice.ok("export.run", json!({"format": format, "path": path}));
    }
    practice.ok(
        "patient.save",
        json!({"id": null, "revision": 0, "accept_duplicate": false,
               "fields": patient_fields("Ben", "Berg", None)}),
    );
    let session = practice.ok("session.state", Value::Null);
    assert!(
        text(&session["warning"]).contains(&lost),
        "somebody has to hear of it: {session}"
    );
    let doctor = practice.ok("doctor.run", Value::Null);
    assert_eq!(doctor["ok"], false);
    assert!(doctor.to_string().contains(&lost), "{doctor}");
}

#[test]
fn s14_a_chair_a_provider_or_a_type_that_cannot_be_read_does_not_blank_the_day() {
    for (sql, shown_as) in [
        (
            "UPDATE chair SET exceptions = '{' WHERE name = 'Chair 1'",
            "chair",
        ),
        (
            "UPDATE provider SET hours = 'x' WHERE name = 'Dr Haas'",
            "provider",
        ),
        (
            "UPDATE appointment_type SET tint = 9999 WHERE name = 'Check-up'",
            "appointment type",
        ),
    ] {
        let mut practice = TestPractice::new();
        booked(&mut practice, "Ada", "2026-11-24T09:00");
        damage(&practice, sql);
        let day = practice.day("2026-11-24");
        let visit = &day["appointments"][0];
        assert_eq!(visit["patient_name"], "Ada Berg", "{sql}");
        let columns = day["columns"].as_array().expect("the test can look behind");
        assert!(
            columns
                .iter()
                .any(|column| column["chair"] == visit["chair"]),
            "the visit has a column: {day}"
        );
        let told = text(&day["unreadable"][0]["what"]);
        assert!(told.contains(shown_as), "{day}");
        let doctor = practice.ok("doctor.run", Value::Null);
        assert_eq!(doctor["ok"], false, "{sql}");
    }
}

#[test]
fn s14_the_place_of_a_visit_that_cannot_be_read_is_not_given_away() {
    for sql in [
        "UPDATE appointment SET confirmation = 'x'",
        "UPDATE appointment SET status = 'x'",
        "UPDATE appointment SET start = '2026-11-24T9 Uhr', pattern = 'x'",
    ] {
        let mut practice = TestPractice::new();
        booked(&mut practice, "Ada", "2026-11-24T09:00");
        damage(&practice, sql);
        let ben = practice.patient("Ben", "Cole", None);
        let request = practice.booking(&ben, "2026-11-24T09:15");
        let refused = practice.rpc("appointment.book", request).unwrap_err();
        assert_eq!(refused["code"], "clash", "{sql}");
        assert!(
            text(&refused["what"]).contains("cannot be read"),
            "{refused}"
        );
        let elsewhere = practice.booking(&ben, "2026-11-25T09:15");
        practice.ok("appointment.book", elsewhere);
    }
}

#[test]
fn s14_a_visit_that_cannot_be_read_does_not_blank_the_board_nor_the_end_of_the_day() {
    let mut practice = TestPractice::new();
    booked(&mut practice, "Ada", "2026-11-23T09:00");
    booked(&mut practice, "Ben", "2026-11-23T09:30");
    damage(
        &practice,
        "UPDATE appointment SET arrived_at = 'x' WHERE start LIKE '%09:30'",
    );
    for (name, rows) in [("board.get", "next"), ("day.end", "open")] {
        let shown = practice.ok(name, Value::Null);
        let there = shown[rows].as_array().expect("the test can look behind");
        assert_eq!(there.len(), 1, "{name}: {shown}");
        assert_eq!(there[0]["visit"]["patient_name"], "Ada Berg");
        assert_eq!(shown["unreadable"][0]["start"], "2026-11-23T09:30");
    }
}

/// What the trail says of the practice itself.
fn trail(practice: &TestPractice) -> Vec<(String, String)> {
    let connection = behind(practice.daybook.folder());
    let mut read = connection
        .prepare("SELECT action, note FROM audit WHERE record IS NULL ORDER BY seq")
        .expect("the test can look behind");
    read.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .expect("the test can look behind")
        .map(|one| one.expect("a row"))
        .collect()
}

#[test]
fn k1_every_way_in_and_every_new_passphrase_is_in_the_trail() {
    let mut practice = TestPractice::new();
    practice.ok(
        "session.change_passphrase",
        json!({"old_passphrase": PASSPHRASE, "new_passphrase": "another long one"}),
    );
    practice.ok("session.lock", Value::Null);
    practice.ok(
        "session.unlock_recovery",
        json!({"recovery_code": practice.recovery_code, "new_passphrase": PASSPHRASE}),
    );
    practice.ok("session.lock", Value::Null);
    // Any program opens by this one way, with or without a window.
    practice
        .daybook
        .unlock(PASSPHRASE)
        .expect("the test can look behind");
    let said: Vec<String> = trail(&practice)
        .into_iter()
        .map(|(action, note)| format!("{action} {note}"))
        .collect();
    assert_eq!(
        said,
        [
            "changed passphrase",
            "unlocked recovery code",
            "changed passphrase",
            "unlocked passphrase"
        ]
    );
}

#[test]
fn k1_a_reading_while_another_program_writes_is_in_the_trail_once_it_is_closed() {
    let mut practice = TestPractice::new();
    let ada = practice.patient("Ada", "Berg", None);
    let writer = behind(practice.daybook.folder());
    writer
        .execute_batch("BEGIN IMMEDIATE")
        .expect("the test can look behind");
    practice.ok("patient.get", json!({"id": ada}));
    let (closing, closes) = std::sync::mpsc::channel();
    let ends = std::thread::spawn(move || {
        closes.recv().expect("the test can look behind");
        writer
            .execute_batch("COMMIT")
            .expect("the test can look behind");
    });
    closing.send(()).expect("the test can look behind");
    practice.daybook.close().expect("the test can look behind");
    ends.join().expect("the test can look behind");
    let read: u64 = behind(practice.daybook.folder())
        .query_row(
            "SELECT count(*) FROM audit WHERE action = 'read' AND record IS NOT NULL",
            [],
            |row| row.get(0),
        )
        .expect("the test can look behind");
    // Saving shows the patient too.
    assert_eq!(read, 2);
}

#[test]
fn wrong_tries_are_counted_for_all_programs_and_for_the_old_passphrase_too() {
    let mut practice = TestPractice::new();
    let mut other = practice.second(2);
    rpc(&mut other, "session.lock", Value::Null).expect("the test can look behind");
    rpc(&mut other, "session.state", Value::Null).expect("the test can look behind");
    for _ in 0..5 {
        let refused = practice.refused(
            "session.change_passphrase",
            json!({"old_passphrase": "guess", "new_passphrase": "a new long passphrase"}),
        );
        assert_eq!(refused, "wrong_secret");
    }
    let change = json!({"old_passphrase": PASSPHRASE, "new_passphrase": "a new long passphrase"});
    assert_eq!(
        practice.refused("session.change_passphrase", change.clone()),
        "wait"
    );
    let session = rpc(&mut other, "session.state", Value::Null).expect("the test can look behind");
    assert_eq!(session["wait_seconds"], 2);
    let refused = rpc(
        &mut other,
        "session.unlock",
        json!({"passphrase": PASSPHRASE}),
    );
    assert_eq!(refused.unwrap_err()["code"], "wait");
    practice.host.set("2026-11-23T08:01:00Z");
    practice.ok("session.change_passphrase", change);
}

#[test]
fn an_emptied_database_is_refused_and_nothing_beside_it_is_touched() {
    let mut practice = TestPractice::new();
    practice.patient("Ada", "Berg", None);
    practice.ok("session.lock", Value::Null);
    let folder = practice.daybook.folder().to_owned();
    let (file, log) = (folder.join("practice.db"), folder.join("practice.db-wal"));
    for left in [Vec::new(), vec![7; 4095]] {
        fs::write(&file, &left).expect("the test can look behind");
        fs::write(&log, "what was saved last").expect("the test can look behind");
        let refused = practice
            .rpc("session.unlock", json!({"passphrase": PASSPHRASE}))
            .unwrap_err();
        assert_eq!(refused["code"], "damaged");
        assert!(text(&refused["next"]).contains("Copy"), "{refused}");
        assert_eq!(fs::read(&file).expect("the test can look behind"), left);
        assert_eq!(
            fs::read(&log).expect("the test can look behind"),
            b"what was saved last"
        );
        practice.host.set("2026-11-23T09:00:00Z");
    }
}

fn create(folder: &Path, seed: u64) -> (app::Daybook, Result<Value, Value>) {
    let host = std::sync::Arc::new(FakeHost::at("2026-11-23T08:00:00Z", seed));
    let mut daybook = app::Daybook::new(folder.to_owned(), host);
    let defaults = rpc(&mut daybook, "setup.defaults", Value::Null).expect("defaults");
    let request = json!({"name": "P", "zone": "Europe/Berlin", "phone": "", "hours": defaults["hours"],
        "providers": [], "chairs": [], "passphrase": PASSPHRASE,
        "recovery_code": defaults["recovery_code"], "keyring": false});
    let made = rpc(&mut daybook, "session.create", request);
    (daybook, made)
}

#[test]
fn a_set_up_that_was_broken_off_is_begun_anew_or_opens() {
    let parent = tempfile::tempdir().expect("the test can look behind");
    let whole = parent.path().join("whole");
    let (mut daybook, made) = create(&whole, 5);
    made.expect("the test can look behind");
    rpc(&mut daybook, "session.lock", Value::Null).expect("the test can look behind");
    let mut names: Vec<String> = fs::read_dir(&whole)
        .expect("the test can look behind")
        .map(|one| {
            one.expect("the test can look behind")
                .file_name()
                .into_string()
                .expect("the test can look behind")
        })
        .collect();
    names.sort();
    assert_eq!(names, ["practice.db", "vault.json", "vault.lock"]);
    // What a kill leaves at each step; the last is between moving the two files.
    for (within, moved) in [
        (&[][..], &[][..]),
        (&["vault.json"], &[]),
        (&["vault.json", "practice.db"], &[]),
        (&["vault.json"], &["practice.db"]),
    ] {
        let folder = parent.path().join("half");
        let aside = folder.join(vault::SETTING_UP);
        fs::create_dir_all(&aside).expect("the test can look behind");
        for name in within {
            fs::copy(whole.join(name), aside.join(name)).expect("the test can look behind");
        }
        for name in moved {
            fs::copy(whole.join(name), folder.join(name)).expect("the test can look behind");
        }
        let (mut daybook, made) = create(&folder, 6);
        if moved.is_empty() {
            made.expect("the test can look behind");
        } else {
            assert!(made.is_err(), "a database is never made over");
            let unlock = json!({"passphrase": PASSPHRASE});
            rpc(&mut daybook, "session.unlock", unlock).expect("the test can look behind");
        }
        let shown =
            rpc(&mut daybook, "practice.get", Value::Null).expect("the test can look behind");
        assert_eq!(shown["name"], "P");
        drop(daybook);
        assert!(!aside.exists());
        fs::remove_dir_all(&folder).expect("the test can look behind");
    }
}

#[test]
fn a_practice_is_not_set_up_among_other_files() {
    let folder = tempfile::tempdir().expect("the test can look behind");
    fs::write(folder.path().join("rota.txt"), "others read this")
        .expect("the test can look behind");
    let (_, made) = create(folder.path(), 5);
    let refused = made.unwrap_err();
    assert!(text(&refused["what"]).contains("not empty"), "{refused}");
    assert_eq!(
        fs::read_dir(folder.path())
            .expect("the test can look behind")
            .count(),
        1
    );
}

#[test]
fn m3_s14_what_cannot_be_read_of_one_patient_keeps_nobody_else_from_hearing() {
    for sql in [
        "UPDATE patient SET sex = 'teapot' WHERE given = 'Ben'",
        "INSERT INTO consent (id, patient, channel, kind, answered, source, at)
         SELECT x'00000000000000000000000000000001', id, 'email', 'teapot', 'no', '', ''
         FROM patient WHERE given = 'Ben'",
        "INSERT INTO contact_wish (id, patient, ways)
         SELECT x'00000000000000000000000000000001', id, '{' FROM patient WHERE given = 'Ben'",
        "UPDATE outbox SET message = '{' WHERE id = (
           SELECT o.outbox FROM outbox_part o JOIN patient p ON p.id = o.patient
           WHERE p.given = 'Ben' LIMIT 1)",
        "UPDATE outbox_part SET day = 'soon' WHERE (outbox, position) = (
           SELECT o.outbox, o.position FROM outbox_part o JOIN patient p ON p.id = o.patient
           WHERE p.given = 'Ben' LIMIT 1)",
    ] {
        let mut practice = TestPractice::new();
        practice.set_up_channels(&["email"]);
        for (given, time) in [("Ada", "10:00"), ("Ben", "11:00")] {
            let patient = practice.patient_with(given, |fields| {
                let address = format!("{given}@example.org");
                fields["emails"] = json!([{"label": "", "address": address}]);
            });
            let request = practice.booking(&patient, &format!("2026-11-27T{time}"));
            practice.ok("appointment.book", request);
        }
        practice.tick_messages();
        damage(&practice, sql);
        practice.host.set("2026-11-24T09:00:00Z");
        practice.tick_messages();
        let handed = practice.host.channels.take();
        let addresses: Vec<&str> = handed.iter().map(|one| one.address.as_str()).collect();
        assert!(addresses.contains(&"Ada@example.org"), "{sql}");
        let days = json!({"from": "2026-11-24", "to": "2026-11-27"});
        practice.ok("message.plan", days);
        let desk = practice.ok("message.desk", Value::Null);
        if !sql.contains("soon") {
            assert_eq!(addresses, ["Ada@example.org"], "{sql}");
            let why = text(&desk["unreached"][0]["message"]["why"]);
            assert!(why.contains("cannot be read"), "{sql}: {desk}");
        }
    }
}
