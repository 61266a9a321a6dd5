//! Bringing in old data and taking everything out again (P8), through the command list.

use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use testkit::{TestPractice, text};

/// Imports and waits for the end.
fn import(
    practice: &mut TestPractice,
    format: &str,
    path: &Path,
    date_format: Option<&str>,
) -> Value {
    let request = json!({"paths": [path], "format": format, "map": {}, "date_format": date_format});
    practice.ok("import.start", request);
    loop {
        let progress = practice.ok("import.progress", Value::Null);
        if progress["running"] == false {
            assert_eq!(progress["error"], Value::Null, "{progress}");
            return progress["report"].clone();
        }
        std::thread::yield_now();
    }
}

fn counts(report: &Value) -> [u64; 4] {
    ["read", "created", "updated", "unchanged"]
        .map(|name| report[name].as_u64().unwrap_or(u64::MAX))
}

fn file(practice: &TestPractice, name: &str, content: &str) -> PathBuf {
    let path = practice.folder.path().join(name);
    fs::write(&path, content).expect("written");
    path
}

#[test]
fn p8_what_an_import_leaves_out_is_told() {
    let mut practice = TestPractice::new();
    let list = file(
        &practice,
        "patients.csv",
        "First Name;Last Name;Date of birth;Shoe size\nZoë;Müller;01.02.84;39\n",
    );
    let report = import(&mut practice, "csv", &list, Some("dmy"));
    assert_eq!(
        report["unused_columns"],
        json!([{"source": "patients.csv", "columns": ["Shoe size"]}])
    );
    assert!(report["year_rule"].is_string(), "{report}");
    let bundle = file(
        &practice,
        "bundle.json",
        &json!({"resourceType": "Bundle", "type": "collection", "entry": [
            {"resource": {"resourceType": "Observation", "id": "1"}},
            {"resource": {"resourceType": "Observation", "id": "2"}},
        ]})
        .to_string(),
    );
    let report = import(&mut practice, "fhir", &bundle, None);
    assert_eq!(
        report["left_out"],
        json!([{"kind": "Observation", "count": 2}])
    );
}

#[test]
fn p8_the_same_file_twice_changes_nothing_and_refused_rows_are_listed() {
    let mut practice = TestPractice::new();
    let list = file(
        &practice,
        "patients.csv",
        "First Name;Last Name;Date of birth;Mobile\n\
         Zoë;Müller;1984-02-01;007 123\n\
         Ada;Berg;1990-13-45;1\n\
         ;;2000-01-01;2\n\
         Ben;Cole;1975-05-05;3\n",
    );
    let first = import(&mut practice, "csv", &list, None);
    assert_eq!(counts(&first), [4, 2, 0, 0]);
    let lines: Vec<u64> = first["refused"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["line"].as_u64().unwrap())
        .collect();
    assert_eq!(lines, [3, 4]);
    let again = import(&mut practice, "csv", &list, None);
    assert_eq!(counts(&again), [4, 0, 0, 2]);
    let found = practice.ok("patient.search", json!({"text": "muller", "limit": 5}));
    assert_eq!(
        found[0]["phones"][0]["number"], "007 123",
        "leading zeros live"
    );
}

#[test]
fn p8_ambiguous_dates_are_asked_for_and_impossible_ones_refused() {
    let mut practice = TestPractice::new();
    let list = file(
        &practice,
        "p.csv",
        "first name,last name,birth date\nAda,Berg,03/04/1990\n",
    );
    let request = json!({"paths": [list], "format": "csv", "map": {}, "date_format": null});
    let preview = practice.ok("import.preview", request.clone());
    assert_eq!(preview["date_formats"], json!(["dmy", "mdy"]));
    practice.ok("import.start", request);
    let error = loop {
        let progress = practice.ok("import.progress", Value::Null);
        if progress["running"] == false {
            break progress["error"].clone();
        }
        std::thread::yield_now();
    };
    assert!(text(&error["what"]).contains("several ways"), "{error}");
    assert_eq!(
        counts(&import(&mut practice, "csv", &list, Some("mdy"))),
        [1, 1, 0, 0]
    );
    let found = practice.ok("patient.search", json!({"text": "berg", "limit": 5}));
    assert_eq!(found[0]["birth_date"], "1990-03-04");
}

#[test]
fn p8_an_export_read_into_an_empty_practice_gives_the_same_export() {
    for format in ["csv", "fhir"] {
        let mut from = TestPractice::seeded(3);
        let ada = from.patient("Ada \"the\" quick", "=Berg;\nCole", Some("1984-02-01"));
        let ben = from.patient("محمد", "عبد الله", None);
        for family in [&ada, &ben] {
            // Two households of one name stay two.
            let household =
                json!({"id": null, "name": "Fischer", "guarantor": family, "members": [family]});
            from.ok("household.save", household);
        }
        for (patient, start) in [(&ada, "2026-11-24T10:00"), (&ben, "2026-11-24T11:00")] {
            let request = from.booking(patient, start);
            from.ok("appointment.book", request);
        }
        let first = from.folder.path().join("first");
        from.ok("export.run", json!({"format": format, "path": first}));
        let mut into = TestPractice::seeded(4);
        let report = import(&mut into, format, &first, None);
        assert_eq!(report["refused"], json!([]), "{format}");
        let second = into.folder.path().join("second");
        into.ok("export.run", json!({"format": format, "path": second}));
        // The practices differ in the providers they began with, so lists of records are compared.
        if format == "csv" {
            for name in ["patients.csv", "appointments.csv"] {
                let read = |folder: &Path| fs::read_to_string(folder.join(name)).unwrap();
                assert_eq!(read(&first), read(&second), "{name}");
            }
        }
        let again = import(&mut from, format, &first, None);
        assert_eq!(
            (&again["created"], &again["updated"]),
            (&json!(0), &json!(0)),
            "{format}: {again}"
        );
        assert_eq!(from.ok("doctor.run", Value::Null)["ok"], true);
    }
}

#[test]
fn histories_from_another_system_become_patients_and_past_visits() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../../shared/data/fhir-r4");
    if !folder.exists() {
        println!("skipped: the shared data is not here");
        return;
    }
    let mut practice = TestPractice::new();
    let folder = folder.canonicalize().unwrap();
    let report = import(&mut practice, "fhir", &folder, None);
    assert_eq!(report["refused"], json!([]));
    assert_eq!(practice.ok("practice.get", Value::Null)["patients"], 10);
    let found = practice.ok(
        "patient.search",
        json!({"text": "fonseca agustin", "limit": 5}),
    );
    let page = practice.ok("patient.get", json!({"id": found[0]["id"]}));
    let visits = page["appointments"].as_array().unwrap();
    assert_eq!(visits.len(), 7);
    assert!(visits.iter().all(|visit| visit["status"] == "completed"));
    // 22:28 in UTC is 23:28 in Berlin.
    assert!(
        visits
            .iter()
            .any(|visit| visit["start"] == "2011-12-13T23:28")
    );
    let print = json!({"what": "day", "date": "2011-12-13", "paper": "a4", "landscape": false, "private": false});
    assert!(text(&practice.ok("print.render", print)["pdf"]).len() > 1000);
    let again = import(&mut practice, "fhir", &folder, None);
    assert_eq!(
        (&again["created"], &again["updated"]),
        (&json!(0), &json!(0))
    );
}

#[test]
fn a_cancelled_import_keeps_nothing() {
    let mut practice = TestPractice::new();
    let rows: String = (0..20_000)
        .map(|row| format!("Ada,Name{row},1980-01-01\n"))
        .collect();
    let list = file(
        &practice,
        "many.csv",
        &format!("first name,last name,birth date\n{rows}"),
    );
    let request = json!({"paths": [list], "format": "csv", "map": {}, "date_format": null});
    practice.ok("import.start", request);
    practice.ok("import.cancel", Value::Null);
    let report = loop {
        let progress = practice.ok("import.progress", Value::Null);
        if progress["running"] == false {
            break progress["report"].clone();
        }
        std::thread::yield_now();
    };
    assert_eq!(report["cancelled"], true);
    assert_eq!(practice.ok("practice.get", Value::Null)["patients"], 0);
}
