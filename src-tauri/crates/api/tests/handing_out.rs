//! Files that leave the practice: whole, of one moment, known to the trail, for their owner alone.

use app::{Daybook, Host, PickPurpose};
use chrono::{DateTime, Utc};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use testkit::{FakeHost, PASSPHRASE, TestPractice, rpc, text};

fn export(practice: &mut TestPractice, format: &str, path: &Path) -> Result<Value, Value> {
    practice.rpc("export.run", json!({"format": format, "path": path}))
}

fn print(path: &Path) -> Value {
    json!({"path": path, "print": {
        "what": "day", "date": "2026-11-24", "paper": "a4", "landscape": false, "private": false,
    }})
}

fn import(practice: &mut TestPractice, format: &str, path: &Path) -> Value {
    let request = json!({"paths": [path], "format": format, "map": {}, "date_format": null});
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

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .expect("a folder that can be read")
        .map(|entry| {
            entry
                .expect("a folder that can be read")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    names.sort();
    names
}

/// A family, a visit of each, and what files find hard.
fn family() -> TestPractice {
    let mut practice = TestPractice::seeded(3);
    let ada = practice.patient("Ada \"the\" quick", "=Berg;\nCole", Some("1984-02-01"));
    let ben = practice.patient("Ben", "Berg", Some("2020-02-29"));
    let page = practice.ok("patient.get", json!({"id": ben}));
    let mut fields = page["fields"].clone();
    fields["guardian"] = json!(ada);
    fields["notes"] = json!("=1+1\n\u{202e}\"quoted\"; ,\ttabs");
    practice.ok(
        "patient.save",
        json!({"id": ben, "revision": page["revision"], "accept_duplicate": true, "fields": fields}),
    );
    for (patient, start) in [(&ada, "2026-11-24T10:00"), (&ben, "2026-11-24T11:00")] {
        let request = practice.booking(patient, start);
        practice.ok("appointment.book", request);
    }
    practice
}

#[test]
fn p8_what_is_exported_by_line_is_read_by_line() {
    for ending in ["ndjson", "jsonl", "NDJSON"] {
        let mut from = family();
        let file = from.folder.path().join(format!("out.{ending}"));
        export(&mut from, "fhir", &file).unwrap();
        let text = fs::read_to_string(&file).unwrap();
        assert!(text.lines().count() >= 6, "{text}");
        for line in text.lines() {
            let resource: Value = serde_json::from_str(line).expect("a resource a line");
            assert_ne!(resource["resourceType"], "Bundle");
        }
        let mut into = TestPractice::seeded(4);
        let report = import(&mut into, "fhir", &file);
        assert_eq!(report["refused"], json!([]), "{report}");
        assert_eq!(into.ok("practice.get", Value::Null)["patients"], 2);
        let second = into.folder.path().join(format!("again.{ending}"));
        export(&mut into, "fhir", &second).unwrap();
        let sorted = |path: &Path| {
            let mut lines: Vec<String> = fs::read_to_string(path)
                .unwrap()
                .lines()
                .filter(|line| !line.contains("\"resourceType\":\"Practitioner\""))
                .map(str::to_owned)
                .collect();
            lines.sort();
            lines
        };
        assert_eq!(sorted(&file), sorted(&second));
        let again = import(&mut from, "fhir", &file);
        assert_eq!(
            (&again["created"], &again["updated"]),
            (&json!(0), &json!(0))
        );
    }
}

#[test]
fn p8_whatever_the_desk_takes_is_exported_and_read_back_and_what_is_too_long_it_refuses() {
    for (format, name) in [("csv", "out"), ("fhir", "out"), ("fhir", "out.ndjson")] {
        let mut from = family();
        let found = from.ok("patient.search", json!({"text": "ben", "limit": 1}));
        let ben = text(&found[0]["id"]);
        let save = |practice: &mut TestPractice, change: &dyn Fn(&mut Value)| {
            let page = practice.ok("patient.get", json!({"id": ben}));
            let mut fields = page["fields"].clone();
            change(&mut fields);
            practice.rpc(
                "patient.save",
                json!({"id": ben, "revision": page["revision"], "accept_duplicate": true, "fields": fields}),
            )
        };
        // The longest notes that are taken, of what costs the most in a file.
        let longest = "\"".repeat(domain::limits::NOTES);
        let too_long = format!("{longest}x");
        let refused = save(&mut from, &|fields| fields["notes"] = json!(too_long));
        assert_eq!(refused.unwrap_err()["code"], "invalid", "{format}");
        save(&mut from, &|fields| fields["notes"] = json!(longest)).unwrap();
        let first = from.folder.path().join(name);
        export(&mut from, format, &first).unwrap();
        let mut into = TestPractice::seeded(4);
        let report = import(&mut into, format, &first);
        assert_eq!(report["refused"], json!([]), "{format}");
        let fields_there = |practice: &mut TestPractice| {
            let found = practice.ok("patient.search", json!({"text": "ben", "limit": 1}));
            let page = practice.ok("patient.get", json!({"id": found[0]["id"]}));
            page["fields"].clone()
        };
        let there = fields_there(&mut into);
        assert_eq!(there["notes"], json!(longest), "{format}");
        let first_guardian = there["guardian"].clone();
        assert_ne!(first_guardian, Value::Null, "{format}");

        // Another guardian and nothing else: that is a change, too.
        let eva = from.patient("Eva", "Lind", Some("1990-05-05"));
        save(&mut from, &|fields| fields["guardian"] = json!(eva)).unwrap();
        let second = from.folder.path().join(format!("second-{name}"));
        export(&mut from, format, &second).unwrap();
        let report = import(&mut into, format, &second);
        assert_eq!(
            (&report["created"], &report["updated"]),
            (&json!(1), &json!(1)),
            "{format}: {report}"
        );
        let found = into.ok("patient.search", json!({"text": "eva lind", "limit": 1}));
        assert_eq!(
            fields_there(&mut into)["guardian"],
            found[0]["id"],
            "{format}"
        );
        // The guardian alone, with nobody new.
        let found = from.ok("patient.search", json!({"text": "quick", "limit": 1}));
        let ada = found[0]["id"].clone();
        save(&mut from, &|fields| fields["guardian"] = ada.clone()).unwrap();
        let third = from.folder.path().join(format!("third-{name}"));
        export(&mut from, format, &third).unwrap();
        let report = import(&mut into, format, &third);
        assert_eq!(
            (&report["created"], &report["updated"]),
            (&json!(0), &json!(1)),
            "{format}: {report}"
        );
        assert_eq!(
            fields_there(&mut into)["guardian"],
            first_guardian,
            "{format}"
        );
    }
}

#[test]
fn a_bundle_that_is_called_ndjson_is_read_all_the_same() {
    let mut from = family();
    let file = from.folder.path().join("out.json");
    export(&mut from, "fhir", &file).unwrap();
    let renamed = from.folder.path().join("out.ndjson");
    fs::rename(&file, &renamed).unwrap();
    let mut into = TestPractice::seeded(4);
    let report = import(&mut into, "fhir", &renamed);
    assert_eq!(report["refused"], json!([]));
    assert_eq!(into.ok("practice.get", Value::Null)["patients"], 2);
}

#[test]
fn an_export_is_of_one_moment_while_another_window_books() {
    let mut practice = TestPractice::new();
    for number in 0..150 {
        practice.patient("Ada", &format!("Before{number}"), None);
    }
    let mut other = practice.second(2);
    let booking = practice.booking("", "2026-11-24T10:00");
    let stop = Arc::new(AtomicBool::new(false));
    let stopped = Arc::clone(&stop);
    let writer = std::thread::spawn(move || {
        let mut number = 0;
        while !stopped.load(Ordering::Relaxed) {
            number += 1;
            let fields = testkit::patient_fields("Ben", &format!("During{number}"), None);
            let save =
                json!({"id": null, "revision": 0, "accept_duplicate": true, "fields": fields});
            let saved = rpc(&mut other, "patient.save", save).expect("saved");
            let mut booking = booking.clone();
            booking["patient"] = saved["id"].clone();
            booking["overbook"] = json!(true);
            rpc(&mut other, "appointment.book", booking).expect("booked");
        }
    });
    for round in 0..12 {
        let folder = practice.folder.path().join(format!("out{round}"));
        let report = export(&mut practice, "csv", &folder).expect("a whole export");
        let patients = fs::read_to_string(folder.join("patients.csv")).unwrap();
        let visits = fs::read_to_string(folder.join("appointments.csv")).unwrap();
        for number in 1.. {
            let family = format!("During{number}");
            let named = |text: &str| {
                text.split(|c: char| !c.is_alphanumeric())
                    .any(|word| word == family)
            };
            let (patient, visit) = (named(&patients), named(&visits));
            assert!(
                patient || !visit,
                "{family} has a visit and no line of its own"
            );
            if !patient {
                break;
            }
        }
        assert_eq!(report["patients"], patients.lines().count() - 1);
    }
    stop.store(true, Ordering::Relaxed);
    writer.join().unwrap();
}

/// A machine that looks, whenever the time is asked for, whether a file is out already.
struct Watching {
    inner: FakeHost,
    looks_for: Mutex<Vec<PathBuf>>,
    saw: AtomicBool,
}

impl Host for Watching {
    fn now(&self) -> DateTime<Utc> {
        let paths = self.looks_for.lock().expect("nobody panics with it");
        if paths.iter().any(|path| path.exists()) {
            self.saw.store(true, Ordering::Relaxed);
        }
        self.inner.now()
    }
    fn new_id(&self) -> uuid::Uuid {
        self.inner.new_id()
    }
    fn random(&self, bytes: &mut [u8]) -> Result<(), vault::Error> {
        self.inner.random(bytes)
    }
    fn zone(&self) -> Option<String> {
        self.inner.zone()
    }
    fn keyring(&self) -> &dyn vault::Keyring {
        self.inner.keyring()
    }
    fn pick_path(&self, purpose: PickPurpose, name: Option<&str>) -> Option<PathBuf> {
        self.inner.pick_path(purpose, name)
    }
}

#[test]
fn k1_the_trail_knows_of_an_export_before_a_file_is_out() {
    let practice = family();
    let host = Arc::new(Watching {
        inner: FakeHost::at("2026-11-23T08:00:00Z", 9),
        looks_for: Mutex::default(),
        saw: AtomicBool::new(false),
    });
    let mut daybook = Daybook::new(practice.daybook.folder().to_owned(), host.clone());
    let unlock = json!({"passphrase": PASSPHRASE});
    rpc(&mut daybook, "session.unlock", unlock).unwrap();
    for (format, files) in [
        ("csv", vec!["patients.csv", "appointments.csv"]),
        ("fhir", vec!["practice.json"]),
    ] {
        let out = practice.folder.path().join(format);
        let files: Vec<PathBuf> = files.iter().map(|name| out.join(name)).collect();
        *host.looks_for.lock().unwrap() = files.clone();
        let request = json!({"format": format, "path": out});
        rpc(&mut daybook, "export.run", request).unwrap();
        assert!(files.iter().all(|file| file.exists()));
        // The line in the trail carries the time, so the time is asked for as it is written.
        assert!(
            !host.saw.load(Ordering::Relaxed),
            "{format}: a file was out before the line was written"
        );
        host.looks_for.lock().unwrap().clear();
    }
}

#[test]
#[cfg(unix)]
fn what_is_handed_out_is_for_its_owner_alone_and_follows_no_link() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let mut practice = family();
    let folder = practice.folder.path().join("out");
    fs::create_dir(&folder).unwrap();
    let victim = practice.folder.path().join("victim");
    fs::write(&victim, "precious").unwrap();

    // Links laid in the way, at the name itself and at the name that it had while it was written.
    let page = folder.join("day.pdf");
    symlink(&victim, folder.join(".day.pdf.part")).unwrap();
    practice.ok("print.save", print(&page));
    symlink(&victim, folder.join("link.pdf")).unwrap();
    symlink(&victim, folder.join("link.csv")).unwrap();
    let refused = practice.rpc("print.save", print(&folder.join("link.pdf")));
    assert!(text(&refused.unwrap_err()["what"]).contains("link"));
    let refused = export(&mut practice, "csv", &folder.join("link.csv"));
    assert!(text(&refused.unwrap_err()["what"]).contains("link"));
    assert_eq!(fs::read_to_string(&victim).unwrap(), "precious");

    export(&mut practice, "csv", &folder.join("list.csv")).unwrap();
    export(&mut practice, "fhir", &folder.join("all.json")).unwrap();
    for name in ["day.pdf", "list.csv", "list-appointments.csv", "all.json"] {
        let mode = fs::metadata(folder.join(name))
            .unwrap()
            .permissions()
            .mode();
        assert_eq!(mode & 0o777, 0o600, "{name}");
    }
    // A link to a folder is a way like any other.
    let by_link = practice.folder.path().join("by-link");
    symlink(&folder, &by_link).unwrap();
    export(&mut practice, "csv", &by_link).unwrap();
    assert!(folder.join("patients.csv").exists());
}

#[test]
fn what_is_no_file_and_the_practice_itself_are_not_written_over() {
    let mut practice = family();
    let home = practice.daybook.folder().to_owned();
    let before = names(&home);
    let folder = practice.folder.path().join("folder.pdf");
    fs::create_dir(&folder).unwrap();
    let mut places = vec![
        folder,
        home.join("day.pdf"),
        home.join("practice.db"),
        home.join("new").join("day.pdf"),
        practice.folder.path().join("x/../practice/day.pdf"),
    ];
    if cfg!(unix) {
        places.push(PathBuf::from("/dev/null"));
    }
    fs::create_dir(practice.folder.path().join("x")).unwrap();
    for place in places {
        let error = practice.rpc("print.save", print(&place)).unwrap_err();
        assert_eq!(
            text(&error["field"]),
            "path",
            "{}: {error}",
            place.display()
        );
        assert_eq!(error["data"], "Nothing was changed.");
    }
    for format in ["csv", "fhir"] {
        for place in [home.clone(), home.join("out"), home.join("out.json")] {
            let error = export(&mut practice, format, &place).unwrap_err();
            assert_eq!(
                text(&error["field"]),
                "path",
                "{}: {error}",
                place.display()
            );
        }
    }
    assert_eq!(names(&home), before);
}

#[test]
fn what_a_killed_program_left_behind_is_removed_and_nothing_else() {
    let mut practice = family();
    let folder = practice.folder.path().join("out");
    fs::create_dir(&folder).unwrap();
    let left = folder.join(".daybook-0123456789abcdef0123456789abcdef.part");
    let others = [".daybook-notes.part", "notes.part", ".day.pdf.part"];
    fs::write(&left, "clear text").unwrap();
    for other in others {
        fs::write(folder.join(other), "somebody's").unwrap();
    }
    // One that another program is writing just now.
    let written = folder.join(".daybook-ffffffffffffffffffffffffffffffff.part");
    let lock = fs::File::create(&written).unwrap();
    lock.lock().unwrap();
    practice.ok("print.save", print(&folder.join("day.pdf")));
    assert!(!left.exists());
    assert!(written.exists());
    for other in others {
        assert!(folder.join(other).exists(), "{other}");
    }
    drop(lock);
    practice.ok("print.save", print(&folder.join("day.pdf")));
    assert!(!written.exists());
    assert_eq!(names(&folder).len(), 4);
}

#[test]
fn a_file_that_cannot_be_placed_leaves_nothing_in_clear_text() {
    let mut practice = family();
    let folder = practice.folder.path().join("out");
    fs::create_dir_all(folder.join("appointments.csv")).unwrap();
    let error = export(&mut practice, "csv", &folder).unwrap_err();
    assert!(text(&error["what"]).contains("folder"), "{error}");
    assert_eq!(names(&folder), ["appointments.csv"]);
}

#[test]
fn a_visit_whose_provider_only_shares_a_name_is_refused_and_not_given_to_either() {
    let mut practice = TestPractice::new();
    let folder = practice.folder.path().to_owned();
    let two = ["1", "2"].map(|id| {
        format!(r#"{{"resourceType":"Practitioner","id":"{id}","name":[{{"text":"Dr Twin"}}]}}"#)
    });
    fs::write(folder.join("two.ndjson"), two.join("\n")).unwrap();
    let report = import(&mut practice, "fhir", &folder.join("two.ndjson"));
    assert_eq!(report["created"], 2, "{report}");
    practice.patient("Ada", "Berg", Some("1984-02-01"));
    let row = |provider: &str, day: u32| {
        format!("Ada Berg,1984-02-01,2026-11-{day:02}T10:00,30,{provider}\n")
    };
    let list = format!(
        "patient,birth date,start,minutes,provider\n{}{}",
        row("Dr Twin", 24),
        row("Dr Lind", 25)
    );
    fs::write(folder.join("visits.csv"), list).unwrap();
    let report = import(&mut practice, "csv", &folder.join("visits.csv"));
    assert_eq!(report["created"], 1, "{report}");
    let reason = text(&report["refused"][0]["reason"]);
    assert!(
        reason.contains("Dr Twin") && reason.contains("several"),
        "{report}"
    );
    // A visit that is with one of them already stays with that one.
    let request = practice.booking("", "2026-11-26T10:00");
    let ada = practice.ok("patient.search", json!({"text": "berg", "limit": 1}))[0]["id"].clone();
    let mut request = request;
    request["patient"] = ada;
    request["provider"] = json!(practice.id("providers", 3));
    practice.ok("appointment.book", request);
    let out = folder.join("out");
    export(&mut practice, "csv", &out).unwrap();
    let again = import(&mut practice, "csv", &out);
    assert_eq!(again["refused"], json!([]), "{again}");
    assert_eq!(
        (&again["created"], &again["updated"]),
        (&json!(0), &json!(0))
    );
}
