//! Practices that older programs wrote, one folder a format, opened by the program of today.

use app::Daybook;
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use std::sync::Arc;
use testkit::{FakeHost, rpc, text};

/// An older practice, in a folder where it may be changed.
fn opened(format: &str, folder: &Path) -> Daybook {
    let from = tests::repository().join("tests/upgrade").join(format);
    for name in ["practice.db", "vault.json"] {
        fs::copy(from.join(name), folder.join(name)).expect("an older practice can be copied");
    }
    let passphrase = fs::read_to_string(from.join("passphrase.txt")).expect("its passphrase");
    let host = Arc::new(FakeHost::at("2026-11-27T08:00:00Z", 1));
    let mut daybook = Daybook::new(folder.to_owned(), host);
    let unlock = json!({"passphrase": passphrase.trim_end()});
    rpc(&mut daybook, "session.unlock", unlock).expect("an older practice opens");
    daybook
}

#[test]
fn a_practice_of_format_1_opens_whole_and_can_be_worked_with() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let mut daybook = opened("format1", folder.path());
    let asked = json!({"from": "2026-11-27", "to": "2026-11-27"});
    let schedule = rpc(&mut daybook, "schedule.get", asked).expect("a day");
    let visit = schedule["days"][0]["appointments"][0].clone();
    assert_eq!(visit["patient_name"], "Zoë Müller");
    assert_eq!(visit["start"], "2026-11-27T11:00");
    let doctor = rpc(&mut daybook, "doctor.run", Value::Null).expect("a check-up");
    assert_eq!(doctor["ok"], true, "{doctor}");
    let copies = fs::read_dir(folder.path().join("backups")).expect("copies are kept");
    assert_eq!(copies.count(), 1, "the practice as it was is kept");

    let arrived = json!({"id": visit["id"], "status": "arrived"});
    let changed = rpc(&mut daybook, "appointment.set_status", arrived).expect("arrived");
    assert_eq!(text(&changed["status"]), "arrived");
    let undone = rpc(&mut daybook, "undo", Value::Null).expect("undone");
    assert_eq!(undone["what"]["change"], "status");
    let doctor = rpc(&mut daybook, "doctor.run", Value::Null).expect("a check-up");
    assert_eq!(doctor["ok"], true, "{doctor}");
}

#[test]
fn a_practice_of_format_5_begins_with_the_rules_and_sends_nothing_by_itself() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let mut daybook = opened("format5", folder.path());
    let asked = json!({"from": "2026-12-01", "to": "2026-12-01"});
    let plan = rpc(&mut daybook, "message.plan", asked).expect("a plan");
    let rows = plan.as_array().expect("rows");
    let kinds: Vec<String> = rows.iter().map(|row| text(&row["kind"])).collect();
    assert_eq!(kinds, ["please_confirm", "reminder"]);
    for row in rows {
        assert_eq!(row["about"][0]["patient_name"], "Zoë Müller");
        assert!(text(&row["why"]).contains("not set up"), "{row}");
    }
    let asked = json!({"now": "2026-11-30T09:00:00Z", "dry_run": false});
    let ticked = rpc(&mut daybook, "message.tick", asked).expect("a tick");
    assert_eq!(
        (&ticked["planned"], &ticked["accepted"]),
        (&json!(0), &json!(0))
    );
    let doctor = rpc(&mut daybook, "doctor.run", Value::Null).expect("a check-up");
    assert_eq!(doctor["ok"], true, "{doctor}");
}
