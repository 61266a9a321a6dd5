//! The sheet for a power cut: every evening, whole, told when it cannot be made, and nothing twice.

mod looking;

use looking::pages;
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use testkit::{PASSPHRASE, TestPractice, text};

const SECRET: &str = "five quiet lanterns";

/// Settings that make the sheet at 18:00 into a folder, encrypted.
fn settings(folder: &Path) -> Value {
    json!({
        "on": true, "at": "18:00", "folder": folder, "encrypted": true, "passphrase": SECRET,
        "paper": "a4", "keep_days": 7,
    })
}

/// A practice with a visit tomorrow, Tuesday the 24th, and a folder for its sheets.
fn practice() -> (TestPractice, PathBuf) {
    let mut practice = TestPractice::new();
    let ada = practice.patient("Ada", "Berg", Some("1984-02-01"));
    let request = practice.booking(&ada, "2026-11-24T10:30");
    practice.ok("appointment.book", request);
    let folder = practice.folder.path().join("sheets");
    fs::create_dir(&folder).expect("a folder can be made");
    (practice, folder)
}

/// The program's clock goes to this time, and the timer ticks.
fn at(practice: &mut TestPractice, utc: &str) {
    practice.host.set(utc);
    practice.daybook.tick().expect("a tick");
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .expect("the folder is there")
        .map(|entry| {
            entry
                .expect("an entry")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    names.sort();
    names
}

fn sheets(folder: &Path) -> Vec<String> {
    let days = names(folder)
        .into_iter()
        .map(|name| name.get(8..18).unwrap_or_default().to_owned());
    days.collect()
}

#[test]
fn the_next_working_day_lies_ready_in_the_evening_and_opens_with_its_passphrase_alone() {
    let (mut practice, folder) = practice();
    practice.ok("power_cut.save", settings(&folder));
    // Berlin is one hour ahead of UTC.
    at(&mut practice, "2026-11-23T16:59:00Z");
    assert!(names(&folder).is_empty());
    at(&mut practice, "2026-11-23T17:00:30Z");
    assert_eq!(sheets(&folder), ["2026-11-24"]);
    let file = folder.join(&names(&folder)[0]);
    let pdf = fs::read(&file).expect("the sheet");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(&file).expect("the sheet").permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "for its owner alone");
    }
    if let Some(text) = pages(&pdf, Some(SECRET)) {
        assert!(
            text.contains("Ada Berg") && text.contains("10:30"),
            "{text}"
        );
        assert_eq!(pages(&pdf, None).as_deref(), Some(""));
        assert_eq!(pages(&pdf, Some(PASSPHRASE)).as_deref(), Some(""));
    }
    let view = practice.ok("power_cut.get", Value::Null);
    assert_eq!(view["made_for"], "2026-11-24");
    assert_eq!(view["failed"], Value::Null);
    assert!(
        !view.to_string().contains(SECRET),
        "no window is told the passphrase"
    );
}

#[test]
fn nothing_is_made_twice_nor_by_a_second_program() {
    let (mut practice, folder) = practice();
    practice.ok("power_cut.save", settings(&folder));
    at(&mut practice, "2026-11-23T17:01:00Z");
    let file = folder.join(&names(&folder)[0]);
    fs::remove_file(&file).expect("somebody took it");
    for minute in 2..30 {
        at(&mut practice, &format!("2026-11-23T17:{minute:02}:00Z"));
    }
    let mut second = practice.second(7);
    second.tick().expect("a tick");
    assert!(names(&folder).is_empty(), "{:?}", names(&folder));
    let printed = |practice: &TestPractice| {
        let connection = looking::behind(practice.daybook.folder());
        let lines = "SELECT count(*) FROM audit WHERE note LIKE 'power-cut 2026-11-24%'";
        connection
            .query_row(lines, [], |row| row.get::<_, u32>(0))
            .expect("the trail")
    };
    assert_eq!(printed(&practice), 1, "K1");
    at(&mut practice, "2026-11-24T17:01:00Z");
    assert_eq!(sheets(&folder), ["2026-11-25"]);
}

#[test]
fn a_program_that_was_off_in_the_evening_makes_it_up_before_the_day_begins_and_not_later() {
    for (unlocked, made) in [
        ("2026-11-24T06:30:00Z", vec!["2026-11-24"]),
        ("2026-11-24T07:30:00Z", vec![]),
    ] {
        let (mut practice, folder) = practice();
        practice.ok("power_cut.save", settings(&folder));
        practice.ok("session.lock", Value::Null);
        at(&mut practice, "2026-11-23T17:30:00Z");
        assert!(
            names(&folder).is_empty(),
            "a locked practice prints nothing"
        );
        practice.host.set(unlocked);
        practice.ok("session.unlock", json!({"passphrase": PASSPHRASE}));
        practice.daybook.tick().expect("a tick");
        assert_eq!(sheets(&folder), made, "{unlocked}");
    }
}

#[test]
fn over_a_weekend_and_closures_the_sheet_is_of_the_day_that_is_next_worked() {
    let (mut practice, folder) = practice();
    practice.ok(
        "closure.save",
        json!({"id": null, "from": "2026-11-30", "to": "2026-11-30", "name": "Holiday"}),
    );
    practice.ok("power_cut.save", settings(&folder));
    at(&mut practice, "2026-11-27T17:05:00Z");
    at(&mut practice, "2026-11-28T17:05:00Z");
    assert_eq!(sheets(&folder), ["2026-12-01"]);
    // A visit outside of all hours is a day's work too.
    let ben = practice.patient("Ben", "Cole", None);
    let mut request = practice.booking(&ben, "2026-11-29T11:00");
    request["overbook"] = json!(true);
    practice.ok("appointment.book", request);
    at(&mut practice, "2026-11-28T18:05:00Z");
    assert_eq!(sheets(&folder), ["2026-11-29", "2026-12-01"]);
}

#[test]
fn what_hinders_it_is_told_in_words_and_it_is_tried_again() {
    let (mut practice, folder) = practice();
    practice.ok("power_cut.save", settings(&folder));
    fs::remove_dir(&folder).expect("somebody took the folder away");
    at(&mut practice, "2026-11-23T17:01:00Z");
    let changed = practice.daybook.take_changed();
    assert!(
        changed.contains(&"power_cut"),
        "the window hears of it: {changed:?}"
    );
    let failed = practice.ok("power_cut.get", Value::Null)["failed"].clone();
    assert!(text(&failed["what"]).contains("sheets"), "{failed}");
    assert!(text(&failed["next"]).contains("not there"), "{failed}");
    // Not again each second, but soon.
    fs::create_dir(&folder).expect("it is back");
    at(&mut practice, "2026-11-23T17:01:30Z");
    assert!(names(&folder).is_empty());
    at(&mut practice, "2026-11-23T17:02:30Z");
    assert_eq!(sheets(&folder), ["2026-11-24"]);
    assert_eq!(
        practice.ok("power_cut.get", Value::Null)["failed"],
        Value::Null
    );
    assert!(practice.daybook.take_changed().contains(&"power_cut"));
}

#[test]
fn a_link_in_its_place_is_not_followed_and_nothing_is_left_beside_it() {
    #[cfg(unix)]
    {
        let (mut practice, folder) = practice();
        practice.ok("power_cut.save", settings(&folder));
        at(&mut practice, "2026-11-23T17:01:00Z");
        let name = names(&folder)[0].clone();
        fs::remove_file(folder.join(&name)).expect("the sheet");
        std::os::unix::fs::symlink("/dev/null", folder.join(&name)).expect("a link");
        let error = practice.rpc("power_cut.make", Value::Null).unwrap_err();
        assert!(text(&error["what"]).contains("is a link"), "{error}");
        assert_eq!(names(&folder), [name], "nothing of ours is left beside it");
    }
}

#[test]
fn old_sheets_of_this_practice_go_and_nothing_else_does() {
    let (mut practice, folder) = practice();
    practice.ok("power_cut.save", settings(&folder));
    at(&mut practice, "2026-11-23T17:01:00Z");
    let name = names(&folder)[0].clone();
    let of = |day: &str| name.replace("2026-11-24", day);
    let kept = [
        of("2026-11-16"),
        "daybook-2026-11-02-zzzz.pdf".to_owned(),
        "daybook-2026-11-02.pdf".to_owned(),
        "letter.pdf".to_owned(),
    ];
    for file in kept.iter().chain([&of("2026-11-15"), &of("2026-01-02")]) {
        fs::write(folder.join(file), "%PDF").expect("a file");
    }
    // A folder of that name is no sheet.
    fs::create_dir(folder.join(of("2026-10-01"))).expect("a folder");
    at(&mut practice, "2026-11-24T17:01:00Z");
    let mut expected: Vec<String> = kept.to_vec();
    expected.extend([of("2026-10-01"), of("2026-11-24"), of("2026-11-25")]);
    // Sixteen is eight days before the twenty-fourth.
    expected.retain(|file| *file != of("2026-11-16"));
    expected.sort();
    assert_eq!(names(&folder), expected);
}

#[test]
fn plain_by_choice_is_readable_and_the_trail_says_which() {
    let (mut practice, folder) = practice();
    let mut plain = settings(&folder);
    plain["encrypted"] = json!(false);
    plain["passphrase"] = Value::Null;
    practice.ok("power_cut.save", plain);
    let made = practice.ok("power_cut.make", Value::Null);
    assert_eq!(
        (&made["date"], &made["encrypted"]),
        (&json!("2026-11-24"), &json!(false))
    );
    let pdf = fs::read(text(&made["path"])).expect("the sheet");
    if let Some(text) = pages(&pdf, None) {
        assert!(text.contains("Ada Berg"), "{text}");
    }
    let connection = looking::behind(practice.daybook.folder());
    let note: String = connection
        .query_row(
            "SELECT note FROM audit WHERE action = 'printed'",
            [],
            |row| row.get(0),
        )
        .expect("K1");
    assert_eq!(note, "power-cut 2026-11-24 plain");
    // It was made by hand; the evening makes it no second time.
    drop(connection);
    let before = fs::metadata(text(&made["path"]))
        .and_then(|file| file.modified())
        .expect("a time");
    at(&mut practice, "2026-11-23T17:01:00Z");
    let after = fs::metadata(text(&made["path"]))
        .and_then(|file| file.modified())
        .expect("a time");
    assert_eq!(before, after);
}

#[test]
fn what_could_never_work_is_refused_by_its_field() {
    let (mut practice, folder) = practice();
    let home = practice.daybook.folder().to_owned();
    let table: [(&str, Value, &str); 9] = [
        ("at", json!("09:00"), "at"),
        ("at", json!("soon"), "at"),
        ("folder", json!("sheets"), "folder"),
        ("folder", json!(folder.join("none")), "folder"),
        ("folder", json!(home), "path"),
        ("keep_days", json!(0), "keep_days"),
        ("passphrase", json!("short"), "passphrase"),
        ("passphrase", json!("x".repeat(200)), "passphrase"),
        ("passphrase", Value::Null, "passphrase"),
    ];
    for (field, value, told) in table {
        let mut request = settings(&folder);
        request[field] = value.clone();
        let error = practice.rpc("power_cut.save", request).unwrap_err();
        assert_eq!(
            (&error["code"], &error["field"]),
            (&json!("invalid"), &json!(told)),
            "{field} {value}: {error}"
        );
    }
    let view = practice.ok("power_cut.get", Value::Null);
    assert_eq!(
        (&view["on"], &view["has_passphrase"]),
        (&json!(false), &json!(false))
    );
    // Once there is a passphrase, it need not be given again.
    practice.ok("power_cut.save", settings(&folder));
    let mut later = settings(&folder);
    later["passphrase"] = Value::Null;
    later["keep_days"] = json!(30);
    let view = practice.ok("power_cut.save", later);
    assert_eq!(
        (&view["keep_days"], &view["has_passphrase"]),
        (&json!(30), &json!(true))
    );
    let check = practice.ok("doctor.run", Value::Null);
    assert_eq!(check["ok"], true, "{check}");
}

#[test]
fn s10_how_it_is_made_can_be_taken_back_and_done_again() {
    let (mut practice, folder) = practice();
    practice.ok("power_cut.save", settings(&folder));
    let mut off = settings(&folder);
    off["on"] = json!(false);
    off["passphrase"] = Value::Null;
    practice.ok("power_cut.save", off);
    let undone = practice.ok("undo", Value::Null);
    assert_eq!(undone["what"]["change"], "power_cut", "{undone}");
    let view = practice.ok("power_cut.get", Value::Null);
    assert_eq!(
        (&view["on"], &view["has_passphrase"]),
        (&json!(true), &json!(true))
    );
    practice.ok("redo", Value::Null);
    assert_eq!(practice.ok("power_cut.get", Value::Null)["on"], false);
    assert_eq!(practice.ok("doctor.run", Value::Null)["ok"], true);
}
