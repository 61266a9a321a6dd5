//! What an import never does: make two people one, give a visit to somebody else, undo the desk's
//! work, bring back the dead, or store what it could not read again.

use serde_json::{Value, json};
use std::fs;
use testkit::{TestPractice, patient_fields, text};

/// Imports a file of that content and waits for the end.
fn import(practice: &mut TestPractice, name: &str, content: &str) -> Value {
    let progress = run(practice, name, content);
    assert_eq!(progress["error"], Value::Null, "{progress}");
    progress["report"].clone()
}

fn run(practice: &mut TestPractice, name: &str, content: &str) -> Value {
    let folder = practice.folder.path().join("files");
    fs::create_dir_all(&folder).expect("made");
    let path = folder.join(name);
    fs::write(&path, content).expect("written");
    let format = if name.ends_with(".csv") {
        "csv"
    } else {
        "fhir"
    };
    let request = json!({"paths": [path], "format": format, "map": {}, "date_format": null});
    practice.ok("import.start", request);
    loop {
        let progress = practice.ok("import.progress", Value::Null);
        if progress["running"] == false {
            return progress;
        }
        std::thread::yield_now();
    }
}

/// Created, updated, unchanged and refused.
fn counts(report: &Value) -> [u64; 4] {
    let count = |name: &str| report[name].as_u64().expect("a count");
    let refused = report["refused"].as_array().expect("a list").len();
    [
        count("created"),
        count("updated"),
        count("unchanged"),
        refused as u64,
    ]
}

fn reason(report: &Value) -> String {
    text(&report["refused"][0]["reason"])
}

/// Name and birth date of everyone, by name.
fn everyone(practice: &mut TestPractice) -> Vec<String> {
    let page = practice.ok(
        "patient.list",
        json!({"status": null, "offset": 0, "limit": 100}),
    );
    let rows = page["rows"].as_array().expect("a list");
    rows.iter()
        .map(|row| format!("{} {}", text(&row["name"]), text(&row["birth_date"])))
        .collect()
}

/// The page of the one patient whom the text finds.
fn page(practice: &mut TestPractice, wanted: &str) -> Value {
    let found = practice.ok("patient.search", json!({"text": wanted, "limit": 5}));
    assert_eq!(found.as_array().map(Vec::len), Some(1), "{wanted}: {found}");
    practice.ok("patient.get", json!({"id": found[0]["id"]}))
}

/// Start, status and the mark for overbooking of a patient's visits.
fn visits(practice: &mut TestPractice, wanted: &str) -> Vec<(String, String, bool)> {
    let page = page(practice, wanted);
    let visits = page["appointments"].as_array().expect("a list");
    visits
        .iter()
        .map(|visit| {
            (
                text(&visit["start"]),
                text(&visit["status"]),
                visit["overbooked"] == true,
            )
        })
        .collect()
}

fn seen(start: &str, status: &str, overbooked: bool) -> (String, String, bool) {
    (start.to_owned(), status.to_owned(), overbooked)
}

#[test]
fn p1_equal_row_numbers_of_two_lists_do_not_make_two_people_one() {
    let mut practice = TestPractice::new();
    let first = "Id,First name,Last name,Birth date,Phone\n1,Anna,Berg,1980-01-01,030 555010\n";
    import(&mut practice, "a.csv", first);
    for row in [
        // Another person of the same family.
        "1,Ann,Berg,1991-09-09,",
        // A twin.
        "1,Ben,Berg,1980-01-01,030 555010",
        // Born on the same day.
        "1,Zoe,Cole,1980-01-01,",
        "1,Anna,Cole,1980-01-01,",
        "1,Anna,Berg,1981-01-01,",
        "1,Ann,Berg,,",
    ] {
        let list = format!("Id,First name,Last name,Birth date,Phone\n{row}\n");
        let report = import(&mut practice, "b.csv", &list);
        assert_eq!(counts(&report), [0, 0, 0, 1], "{row}");
        assert!(reason(&report).contains("another patient"), "{report}");
        assert_eq!(everyone(&mut practice), ["Anna Berg 1980-01-01"], "{row}");
    }
    for (row, expected) in [
        // A second name, a slip of the keyboard, a new family name and the old number.
        (
            "1,Anna Maria,Berg,1980-01-01,",
            "Anna Maria Berg 1980-01-01",
        ),
        (
            "1,Anna Mariia,Berg,1980-01-01,",
            "Anna Mariia Berg 1980-01-01",
        ),
        (
            "1,Anna Maria,Cole,1980-01-01,030/555-010",
            "Anna Maria Cole 1980-01-01",
        ),
    ] {
        let list = format!("Id,First name,Last name,Birth date,Phone\n{row}\n");
        let report = import(&mut practice, "b.csv", &list);
        assert_eq!(counts(&report), [0, 1, 0, 0], "{row} {report}");
        assert_eq!(everyone(&mut practice), [expected]);
    }
}

fn fhir_patient(id: &str, given: &str, family: &str, birth: &str) -> String {
    json!({"resourceType": "Patient", "id": id, "birthDate": birth,
           "name": [{"family": family, "given": [given]}]})
    .to_string()
}

#[test]
fn p1_equal_resource_ids_of_two_servers_do_not_make_two_people_one() {
    let mut practice = TestPractice::new();
    let one = fhir_patient("1", "One", "Fab", "1980-01-01");
    import(&mut practice, "one.json", &one);
    for other in [
        fhir_patient("1", "One", "Zed", "1980-01-01"),
        fhir_patient("1", "Two", "Fab", "1980-01-01"),
    ] {
        let report = import(&mut practice, "two.json", &other);
        assert_eq!(counts(&report), [0, 0, 0, 1]);
    }
    assert_eq!(everyone(&mut practice), ["One Fab 1980-01-01"]);
    // What refers to the refused record is not given to the one who has the id here.
    let encounter = json!({"resourceType": "Encounter", "id": "e", "status": "finished",
        "subject": {"reference": "Patient/1"}, "period": {"start": "2020-05-05T09:00:00Z"}});
    let both = format!(
        "{}\n{encounter}\n",
        fhir_patient("1", "Two", "Fab", "1980-01-01")
    );
    let report = import(&mut practice, "both.ndjson", &both);
    assert_eq!(counts(&report), [0, 0, 0, 2], "{report}");
    // An id that is the same nowhere else names its patient whatever the name is now.
    let id = "27de96c6-6910-4f0f-8f10-00ce6090f447";
    import(
        &mut practice,
        "x.json",
        &fhir_patient(id, "Eva", "Poe", "1970-01-01"),
    );
    let renamed = fhir_patient(id, "Eva", "Roe", "1970-01-02");
    assert_eq!(
        counts(&import(&mut practice, "x.json", &renamed)),
        [0, 1, 0, 0]
    );
}

#[test]
fn a_corrected_export_corrects_the_patient() {
    let mut practice = TestPractice::new();
    practice.patient("Ada", "Berg", Some("1980-01-01"));
    let out = practice.folder.path().join("out");
    practice.ok("export.run", json!({"format": "csv", "path": out}));
    let list = fs::read_to_string(out.join("patients.csv")).expect("exported");
    let corrected = list
        .replace("Berg", "Cole")
        .replace("1980-01-01", "1981-02-03");
    let report = import(&mut practice, "corrected.csv", &corrected);
    assert_eq!(counts(&report), [0, 1, 0, 0], "{report}");
    assert_eq!(everyone(&mut practice), ["Ada Cole 1981-02-03"]);
}

#[test]
fn a_visit_that_names_somebody_else_is_not_given_to_the_owner_of_the_id() {
    let mut practice = TestPractice::new();
    let patients = "Id,Chart number,First name,Last name,Birth date\n\
        1,500,Anna,Berg,1980-01-01\n,2,Ben,Cole,1975-05-05\n";
    import(&mut practice, "p.csv", patients);
    import(
        &mut practice,
        "p.json",
        &fhir_patient("9", "Eva", "Poe", "1970-01-01"),
    );
    let list = "Patient Id,Patient,Patient DOB,Start,Minutes\n\
        1,Somebody Else,,2026-11-24 09:00,30\n\
        1,Anna Berg,1990-01-01,2026-11-24 09:00,30\n\
        2,Somebody Else,,2026-11-24 10:00,30\n\
        2,,,2026-11-24 10:00,30\n\
        1,\"Berg, A.\",,2026-11-24 11:00,30\n\
        2,Ben Cole,,2026-11-24 12:00,30\n\
        1,,,2026-11-24 13:00,30\n";
    let report = import(&mut practice, "v.csv", list);
    assert_eq!(counts(&report), [3, 0, 0, 4], "{report}");
    let lines: Vec<u64> = report["refused"]
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|row| row["line"].as_u64())
        .collect();
    assert_eq!(lines, [2, 3, 4, 5]);
    let starts = |list: Vec<(String, String, bool)>| -> Vec<String> {
        list.into_iter().map(|(start, ..)| start).collect()
    };
    assert_eq!(
        starts(visits(&mut practice, "anna berg")),
        ["2026-11-24T13:00", "2026-11-24T11:00"]
    );
    assert_eq!(
        starts(visits(&mut practice, "ben cole")),
        ["2026-11-24T12:00"]
    );
    let encounter = |display: &str| {
        json!({"resourceType": "Encounter", "id": display, "status": "finished",
               "subject": {"reference": "Patient/9", "display": display},
               "period": {"start": "2020-05-05T09:00:00Z"}})
        .to_string()
    };
    let report = import(&mut practice, "e.json", &encounter("Somebody Else"));
    assert_eq!(counts(&report), [0, 0, 0, 1]);
    let report = import(&mut practice, "e.json", &encounter("Poe, Eva"));
    assert_eq!(counts(&report), [1, 0, 0, 0]);
}

const VISITS: &str = "Id,Patient Id,Start,Minutes,Provider,Chair,Status\n\
    v1,1,2026-11-24 10:00,30,Dr Haas,Chair 1,scheduled\n";

/// Ada with the visit of [`VISITS`] at ten, and Ben.
fn with_a_visit() -> (TestPractice, Value) {
    let mut practice = TestPractice::new();
    import(
        &mut practice,
        "p.csv",
        "Id,First name,Last name,Birth date\n1,Ada,Berg,1980-01-01\n2,Ben,Cole,1975-05-05\n",
    );
    import(&mut practice, "v.csv", VISITS);
    let visit = page(&mut practice, "ada")["appointments"][0].clone();
    (practice, visit)
}

#[test]
fn s7_s8_the_same_file_again_does_not_bring_back_a_cancelled_visit() {
    let (mut practice, visit) = with_a_visit();
    practice.ok(
        "appointment.cancel",
        // A reason that is also what an import notes.
        json!({"id": visit["id"], "reason": "import", "by_practice": false}),
    );
    let ben = text(&page(&mut practice, "ben")["id"]);
    let request = practice.booking(&ben, "2026-11-24T10:00");
    practice.ok("appointment.book", request);
    let again = import(&mut practice, "v.csv", VISITS);
    assert_eq!(counts(&again), [0, 0, 1, 0], "{again}");
    assert_eq!(
        visits(&mut practice, "ada"),
        [seen("2026-11-24T10:00", "cancelled", false)]
    );
    // A file that has something new to say of it is told.
    let moved = VISITS.replace("10:00", "16:00");
    let report = import(&mut practice, "v.csv", &moved);
    assert_eq!(counts(&report), [0, 0, 0, 1], "{report}");
    assert!(reason(&report).contains("desk"), "{report}");
    assert_eq!(
        visits(&mut practice, "ada"),
        [seen("2026-11-24T10:00", "cancelled", false)]
    );
}

#[test]
fn s3_a_visit_that_the_desk_moved_stays_where_it_is_also_without_an_id() {
    let without = VISITS.replace("Id,Patient Id", "Number,Patient Id");
    for list in [VISITS.to_owned(), without] {
        let mut practice = TestPractice::new();
        import(
            &mut practice,
            "p.csv",
            "Id,First name,Last name\n1,Ada,Berg\n",
        );
        assert_eq!(counts(&import(&mut practice, "v.csv", &list)), [1, 0, 0, 0]);
        let visit = page(&mut practice, "ada")["appointments"][0].clone();
        practice.ok(
            "appointment.move",
            json!({"id": visit["id"], "revision": visit["revision"], "start": "2026-11-24T15:00",
                   "second_pass": false, "provider": null, "chair": null, "minutes": null,
                   "overbook": false}),
        );
        practice.ok(
            "appointment.set_confirmation",
            json!({"id": visit["id"], "confirmation": "confirmed"}),
        );
        let again = import(&mut practice, "v.csv", &list);
        assert_eq!(counts(&again), [0, 0, 1, 0], "{again}");
        let page = page(&mut practice, "ada");
        assert_eq!(page["appointments"].as_array().map(Vec::len), Some(1));
        assert_eq!(page["appointments"][0]["start"], "2026-11-24T15:00");
        assert_eq!(page["appointments"][0]["confirmation"], "confirmed");
    }
}

#[test]
fn s9_a_completed_visit_stays_completed() {
    let past = VISITS.replace("2026-11-24", "2026-11-20");
    // Completed at the desk, and completed in another system.
    for by_desk in [true, false] {
        let mut practice = TestPractice::new();
        import(
            &mut practice,
            "p.csv",
            "Id,First name,Last name\n1,Ada,Berg\n",
        );
        if by_desk {
            import(&mut practice, "v.csv", &past);
            let visit = page(&mut practice, "ada")["appointments"][0].clone();
            practice.ok(
                "appointment.set_status",
                json!({"id": visit["id"], "status": "completed"}),
            );
        } else {
            let done = past.replace("scheduled", "completed");
            import(&mut practice, "v.csv", &done);
        }
        let later = past.replace("10:00", "12:00");
        let report = import(&mut practice, "v.csv", &later);
        assert_eq!(counts(&report), [0, 0, 0, 1], "{report}");
        assert_eq!(
            visits(&mut practice, "ada"),
            [seen("2026-11-20T10:00", "completed", false)]
        );
    }
}

#[test]
fn s4_a_visit_that_a_file_moves_over_another_shows_it() {
    let (mut practice, _) = with_a_visit();
    let ben = text(&page(&mut practice, "ben")["id"]);
    let request = practice.booking(&ben, "2026-11-24T11:00");
    practice.ok("appointment.book", request);
    let moved = VISITS.replace("10:00", "11:15");
    assert_eq!(
        counts(&import(&mut practice, "v.csv", &moved)),
        [0, 1, 0, 0]
    );
    assert_eq!(
        visits(&mut practice, "ada"),
        [seen("2026-11-24T11:15", "scheduled", true)]
    );
    assert_eq!(
        counts(&import(&mut practice, "v.csv", &moved)),
        [0, 0, 1, 0]
    );
    let away = VISITS.replace("10:00", "14:00");
    import(&mut practice, "v.csv", &away);
    assert_eq!(
        visits(&mut practice, "ada"),
        [seen("2026-11-24T14:00", "scheduled", false)]
    );
}

#[test]
fn equal_ids_of_two_lists_of_visits_do_not_make_two_visits_one() {
    let (mut practice, _) = with_a_visit();
    let other = VISITS.replace("v1,1,2026-11-24 10:00", "v1,2,2026-11-25 10:00");
    let report = import(&mut practice, "other.csv", &other);
    assert_eq!(counts(&report), [0, 0, 0, 1], "{report}");
    assert_eq!(
        visits(&mut practice, "ada"),
        [seen("2026-11-24T10:00", "scheduled", false)]
    );
}

#[test]
fn p3_nobody_comes_back_from_the_dead_by_a_list() {
    let mut practice = TestPractice::new();
    let list = |status: &str| {
        format!(
            "Id,First name,Last name,Birth date,City,Status\n1,Ada,Berg,1940-01-01,Bonn,{status}\n"
        )
    };
    import(&mut practice, "p.csv", &list("verst."));
    for status in ["inactive", "prospective", "archived"] {
        let report = import(&mut practice, "p.csv", &list(status));
        assert_eq!(counts(&report), [0, 0, 0, 1], "{status}");
        assert!(reason(&report).contains("died"), "{report}");
    }
    for status in ["active", "", "deceased"] {
        let report = import(&mut practice, "p.csv", &list(status));
        assert_eq!(counts(&report), [0, 0, 1, 0], "{status}");
    }
    assert_eq!(page(&mut practice, "ada")["fields"]["status"], "deceased");
}

#[test]
fn p5_a_guardian_or_guarantor_alone_is_a_change_and_one_who_is_not_there_is_told() {
    let mut practice = TestPractice::new();
    let mother = practice.patient("Eva", "Berg", Some("1980-01-01"));
    let child = practice.patient("Ada", "Berg", Some("2020-01-01"));
    practice.ok(
        "household.save",
        json!({"id": null, "name": "Berg", "guarantor": null, "members": [mother, child]}),
    );
    let head = "Daybook patient ID,First name,Last name,Birth date,Household,Guarantor,Daybook guardian ID\n";
    let list = |guarantor: &str, guardian: &str| {
        format!(
            "{head}{mother},Eva,Berg,1980-01-01,Berg,{guarantor},\n{child},Ada,Berg,2020-01-01,Berg,,{guardian}\n"
        )
    };
    let report = import(&mut practice, "p.csv", &list("", &mother));
    assert_eq!(counts(&report), [0, 1, 1, 0], "{report}");
    let shown = practice.ok("patient.get", json!({"id": child}));
    assert_eq!(shown["fields"]["guardian"], mother.as_str());
    let report = import(&mut practice, "p.csv", &list("yes", &mother));
    assert_eq!(counts(&report), [0, 1, 1, 0], "{report}");
    let shown = practice.ok("patient.get", json!({"id": child}));
    assert_eq!(shown["household"]["guarantor"], mother.as_str());
    let again = import(&mut practice, "p.csv", &list("yes", &mother));
    assert_eq!(counts(&again), [0, 0, 2, 0], "{again}");
    let nobody = "018bcfe5-6800-7000-8000-000000000000";
    let report = import(&mut practice, "p.csv", &list("yes", nobody));
    assert_eq!(counts(&report), [0, 0, 2, 1], "{report}");
    assert_eq!(report["refused"][0]["line"], 3);
    assert!(reason(&report).contains("guardian"), "{report}");
}

#[test]
fn p8_what_could_not_be_read_again_is_not_saved() {
    let mut practice = TestPractice::new();
    let save = |fields: Value| json!({"id": null, "revision": 0, "fields": fields, "accept_duplicate": true});
    let long = "x".repeat(301);
    for (field, value) in [
        ("given", json!(long)),
        ("chart_number", json!(long)),
        ("notes", json!("x".repeat(65 * 1024))),
        ("birth_date", json!("0080-01-01")),
        ("deceased_on", json!("2027-01-01")),
        ("phones", json!([{"label": "", "number": long}])),
    ] {
        let mut fields = patient_fields("Ada", "Berg", Some("1980-01-01"));
        fields[field] = value;
        assert_eq!(
            practice.refused("patient.save", save(fields)),
            "invalid",
            "{field}"
        );
    }
    let ada = practice.patient("A\u{8}da", "Berg", None);
    for start in ["0026-11-24T10:00", "9999-12-31T10:00", "2047-01-01T10:00"] {
        let request = practice.booking(&ada, start);
        assert_eq!(
            practice.refused("appointment.book", request),
            "invalid",
            "{start}"
        );
    }
    // A mark for an hour that is not repeated means nothing, and is not kept.
    let mut request = practice.booking(&ada, "2026-11-24T10:00");
    request["second_pass"] = json!(true);
    let booked = practice.ok("appointment.book", request);
    assert_eq!(booked["second_pass"], false);
    let refused = practice.refused(
        "appointment.cancel",
        json!({"id": booked["id"], "reason": "x".repeat(4_001), "by_practice": false}),
    );
    assert_eq!(refused, "invalid");
    let out = practice.folder.path().join("out");
    practice.ok("export.run", json!({"format": "csv", "path": out}));
    for name in ["patients.csv", "appointments.csv"] {
        let list = fs::read_to_string(out.join(name)).expect("exported");
        assert_eq!(
            counts(&import(&mut practice, name, &list)),
            [0, 0, 1, 0],
            "{name}"
        );
    }
}

#[test]
fn an_import_of_nothing_is_refused() {
    let mut practice = TestPractice::new();
    for name in ["empty.csv", "empty.json", "empty.ndjson"] {
        let progress = run(&mut practice, name, "");
        let what = text(&progress["error"]["what"]);
        assert!(what.contains("is empty"), "{name}: {progress}");
    }
}
