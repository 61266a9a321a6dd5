//! Opening, locking and losing the way in; and a file that is not what it was.

use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use testkit::{PASSPHRASE, TestPractice, rpc, text};

fn state(practice: &mut TestPractice) -> String {
    text(&practice.ok("session.state", Value::Null)["state"])
}

fn unlock(practice: &mut TestPractice, passphrase: &str) -> Result<Value, Value> {
    practice.rpc("session.unlock", json!({"passphrase": passphrase}))
}

#[test]
fn locked_nothing_is_told_and_the_right_passphrase_opens() {
    let mut practice = TestPractice::new();
    practice.patient("Ada", "Berg", None);
    practice.ok("session.lock", Value::Null);
    assert_eq!(state(&mut practice), "locked");
    for name in ["practice.get", "undo", "doctor.run"] {
        assert_eq!(practice.refused(name, Value::Null), "locked", "{name}");
    }
    assert_eq!(
        unlock(&mut practice, "wrong horse").unwrap_err()["code"],
        "wrong_secret"
    );
    unlock(&mut practice, PASSPHRASE).unwrap();
    assert_eq!(practice.ok("practice.get", Value::Null)["patients"], 1);
}

#[test]
fn light_or_dark_is_kept_by_the_machine_while_the_practice_is_locked() {
    let mut practice = TestPractice::new();
    practice.ok("session.lock", Value::Null);
    assert_eq!(practice.ok("theme.get", Value::Null), "system");
    practice.ok("theme.choose", json!({"theme": "dark"}));
    assert_eq!(practice.ok("theme.get", Value::Null), "dark");
    let mut another = app::Daybook::new(
        practice.folder.path().join("another"),
        practice.host.clone(),
    );
    assert_eq!(
        rpc(&mut another, "theme.get", Value::Null).unwrap(),
        "dark",
        "it belongs to the person, not to a practice"
    );
}

#[test]
fn the_language_is_the_desktops_until_one_is_chosen_on_the_machine() {
    let mut practice = TestPractice::new();
    practice.ok("session.lock", Value::Null);
    let english = practice.ok("wording.get", Value::Null);
    assert_eq!(
        english,
        json!({"language": "system", "clock": "region", "locale": "en-GB", "twelve": false})
    );
    practice.host.speak(Some("de_AT.UTF-8"));
    assert_eq!(practice.ok("wording.get", Value::Null)["locale"], "de-AT");
    let chosen = practice.ok(
        "wording.choose",
        json!({"language": "en", "clock": "twelve"}),
    );
    assert_eq!(
        chosen,
        json!({"language": "en", "clock": "twelve", "locale": "en-AT", "twelve": true})
    );
    let mut another = app::Daybook::new(
        practice.folder.path().join("another"),
        practice.host.clone(),
    );
    assert_eq!(
        rpc(&mut another, "wording.get", Value::Null).unwrap(),
        chosen,
        "it belongs to the person, not to a practice"
    );
}

#[test]
fn a_practice_prints_in_the_language_it_was_set_up_in_until_another_is_chosen() {
    let mut practice = TestPractice::in_locale("de-DE");
    let made = practice.ok("practice.get", Value::Null);
    assert_eq!(made["language"], "de");
    let mut request =
        json!({"name": made["name"], "zone": made["zone"], "phone": "", "hours": made["hours"]});
    request["language"] = json!("en");
    assert_eq!(
        practice.ok("practice.save", request.clone())["language"],
        "en"
    );
    request["language"] = json!("tlh");
    assert_eq!(practice.refused("practice.save", request), "invalid");
}

#[test]
fn after_five_wrong_passphrases_each_try_costs_a_wait() {
    let mut practice = TestPractice::new();
    practice.ok("session.lock", Value::Null);
    for _ in 0..5 {
        assert_eq!(
            unlock(&mut practice, "guess").unwrap_err()["code"],
            "wrong_secret"
        );
    }
    practice.host.set("2026-11-23T08:00:01Z");
    assert_eq!(unlock(&mut practice, "guess").unwrap_err()["code"], "wait");
    let waiting = unlock(&mut practice, PASSPHRASE).unwrap_err();
    assert_eq!(waiting["code"], "wait", "the right one has to wait too");
    assert!(waiting["wait_seconds"].as_u64().unwrap() >= 1);
    practice.host.set("2026-11-23T08:01:00Z");
    unlock(&mut practice, PASSPHRASE).unwrap();
}

#[test]
fn k3_the_recovery_code_opens_and_sets_a_new_passphrase() {
    let mut practice = TestPractice::new();
    practice.ok("session.lock", Value::Null);
    let spoken = practice.recovery_code.replace('-', " ").to_lowercase();
    practice.ok(
        "session.unlock_recovery",
        json!({"recovery_code": spoken, "new_passphrase": "a new long passphrase"}),
    );
    practice.ok("session.lock", Value::Null);
    assert_eq!(
        unlock(&mut practice, PASSPHRASE).unwrap_err()["code"],
        "wrong_secret"
    );
    unlock(&mut practice, "a new long passphrase").unwrap();
}

#[test]
fn a_changed_passphrase_needs_the_old_one() {
    let mut practice = TestPractice::new();
    let change =
        |old: &str| json!({"old_passphrase": old, "new_passphrase": "a new long passphrase"});
    let refused = practice.refused("session.change_passphrase", change("not the old one"));
    assert_eq!(refused, "wrong_secret");
    practice.ok("session.change_passphrase", change(PASSPHRASE));
    practice.ok("session.lock", Value::Null);
    unlock(&mut practice, "a new long passphrase").unwrap();
}

#[test]
fn set_up_refuses_a_mistyped_recovery_code_and_a_short_passphrase() {
    let folder = tempfile::tempdir().unwrap();
    let host = std::sync::Arc::new(testkit::FakeHost::at("2026-11-23T08:00:00Z", 9));
    let mut daybook = app::Daybook::new(folder.path().join("practice"), host);
    let defaults = rpc(&mut daybook, "setup.defaults", Value::Null).unwrap();
    let code = text(&defaults["recovery_code"]);
    let create = |passphrase: &str, code: &str| {
        json!({"name": "P", "zone": "Europe/Berlin", "phone": "", "hours": defaults["hours"],
               "providers": [], "chairs": [], "passphrase": passphrase, "recovery_code": code,
               "keyring": false})
    };
    let mut typo: Vec<char> = code.chars().collect();
    typo.swap(0, 1);
    typo[2] = if typo[2] == '7' { '8' } else { '7' };
    let typo: String = typo.into_iter().collect();
    let error = rpc(&mut daybook, "session.create", create(PASSPHRASE, &typo)).unwrap_err();
    assert_eq!(error["code"], "wrong_secret");
    let error = rpc(&mut daybook, "session.create", create("short", &code)).unwrap_err();
    assert_eq!(error["field"], "passphrase");
    let sheet = rpc(
        &mut daybook,
        "setup.recovery_sheet",
        json!({"practice_name": "P"}),
    )
    .unwrap();
    assert!(text(&sheet["pdf"]).len() > 1000);
    rpc(&mut daybook, "session.create", create(PASSPHRASE, &code)).unwrap();
}

#[test]
fn a_practice_is_never_made_over_another() {
    let mut practice = TestPractice::new();
    let vault = practice.daybook.folder().join("vault.json");
    let database = practice.daybook.folder().join("practice.db");
    practice.ok("session.lock", Value::Null);
    fs::rename(&vault, vault.with_extension("away")).unwrap();
    assert_eq!(
        state(&mut practice),
        "locked",
        "a database without a key file is not an empty folder"
    );
    let error = unlock(&mut practice, PASSPHRASE).unwrap_err();
    assert_eq!(error["code"], "damaged");
    fs::rename(vault.with_extension("away"), &vault).unwrap();
    fs::rename(&database, database.with_extension("away")).unwrap();
    let error = unlock(&mut practice, PASSPHRASE).unwrap_err();
    assert_eq!(error["code"], "damaged", "{error}");
    fs::rename(database.with_extension("away"), &database).unwrap();
    unlock(&mut practice, PASSPHRASE).unwrap();
}

#[test]
fn nothing_readable_stands_in_the_folder() {
    let mut practice = TestPractice::new();
    practice.patient("Xanthippe", "Quartermaine", Some("1984-02-01"));
    practice.daybook.tick().unwrap();
    let folder = practice.daybook.folder().to_owned();
    for file in fs::read_dir(folder).unwrap() {
        let bytes = fs::read(file.unwrap().path()).unwrap();
        let found = bytes
            .windows(12)
            .any(|part| part.eq_ignore_ascii_case(b"quartermaine"));
        assert!(!found);
        assert!(!bytes.windows(15).any(|part| part == b"SQLite format 3"));
    }
}

/// What a thief or a failing disk can do to a file behind our back.
fn shown_after(change: impl Fn(&Path, &mut TestPractice)) -> (Value, Value) {
    let mut practice = TestPractice::new();
    practice.patient("Ada", "Berg", None);
    let folder = practice.daybook.folder().to_owned();
    change(&folder, &mut practice);
    let session = unlock(&mut practice, PASSPHRASE).expect("the passphrase opens it");
    (
        session["warning"].clone(),
        practice.ok("doctor.run", Value::Null),
    )
}

#[test]
fn an_older_database_put_back_is_told() {
    let (warning, doctor) = shown_after(|folder, practice| {
        practice.ok("session.lock", Value::Null);
        let kept = fs::read(folder.join("practice.db")).unwrap();
        unlock(practice, PASSPHRASE).unwrap();
        practice.patient("Ben", "Cole", None);
        practice.ok("session.lock", Value::Null);
        fs::write(folder.join("practice.db"), kept).unwrap();
        let _ = fs::remove_file(folder.join("practice.db-wal"));
        let _ = fs::remove_file(folder.join("practice.db-shm"));
    });
    assert!(text(&warning).contains("older"), "{warning}");
    assert_eq!(doctor["ok"], false);
}

#[test]
fn a_flipped_bit_in_the_salt_does_not_cost_the_data_and_is_told() {
    let (warning, doctor) = shown_after(|folder, practice| {
        practice.ok("session.lock", Value::Null);
        let mut bytes = fs::read(folder.join("practice.db")).unwrap();
        bytes[3] ^= 1;
        fs::write(folder.join("practice.db"), bytes).unwrap();
    });
    assert!(text(&warning).contains("first bytes"), "{warning}");
    assert_eq!(doctor["ok"], false);
}

#[test]
fn an_untouched_file_is_well() {
    let (warning, doctor) = shown_after(|_, practice| {
        practice.ok("session.lock", Value::Null);
    });
    assert_eq!(warning, Value::Null);
    assert_eq!(doctor["ok"], true, "{doctor}");
}

#[test]
fn the_keyring_of_this_machine_opens_without_a_passphrase_and_a_missing_key_makes_nothing_new() {
    let folder = tempfile::tempdir().unwrap();
    let host = std::sync::Arc::new(testkit::FakeHost::at("2026-11-23T08:00:00Z", 9));
    let mut daybook = app::Daybook::new(folder.path().join("practice"), host.clone());
    let defaults = rpc(&mut daybook, "setup.defaults", Value::Null).unwrap();
    let create = json!({"name": "P", "zone": "Europe/Berlin", "phone": "", "hours": defaults["hours"],
        "providers": [], "chairs": [], "passphrase": PASSPHRASE,
        "recovery_code": defaults["recovery_code"], "keyring": true});
    rpc(&mut daybook, "session.create", create).unwrap();
    rpc(&mut daybook, "session.lock", Value::Null).unwrap();
    assert_eq!(
        rpc(&mut daybook, "session.state", Value::Null).unwrap()["keyring"],
        true
    );
    rpc(&mut daybook, "session.unlock_keyring", Value::Null).unwrap();
    rpc(&mut daybook, "session.lock", Value::Null).unwrap();
    host.keyring.fail_with(Some(vault::KeyringError::Locked));
    assert!(rpc(&mut daybook, "session.unlock_keyring", Value::Null).is_err());
    rpc(
        &mut daybook,
        "session.unlock",
        json!({"passphrase": PASSPHRASE}),
    )
    .unwrap();
}
