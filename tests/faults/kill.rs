//! kill -9 at random moments during imports and saves: nothing acknowledged is lost, an import is
//! there whole or not at all.

use super::{practice, worker};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader};
use std::time::Duration;

/// How often; `DAYBOOK_KILLS=200` for the whole of it.
fn kills() -> u64 {
    std::env::var("DAYBOOK_KILLS")
        .ok()
        .and_then(|text| text.parse().ok())
        .unwrap_or(40)
}

#[test]
fn killed_at_any_moment_nothing_that_was_acknowledged_is_lost() {
    let folder = tempfile::tempdir().expect("a folder");
    drop(practice::make(folder.path(), folder.path(), 1));
    let mut acknowledged = 0;
    for round in 0..kills() {
        let mut one = worker::start("write", folder.path(), round);
        let out = one.stdout.take().expect("piped");
        let pid = one.id().to_string();
        // A moment between nothing done yet and a good deal done, different every round.
        let moment = Duration::from_millis(60 + round.wrapping_mul(0x9E37_79B9_7F4A_7C15) % 700);
        let killer = std::thread::spawn(move || {
            std::thread::sleep(moment);
            let _ = std::process::Command::new("kill")
                .args(["-9", &pid])
                .status();
        });
        let said: Vec<String> = BufReader::new(out)
            .lines()
            .map_while(Result::ok)
            .filter_map(|line| line.strip_prefix('@').map(str::to_owned))
            .collect();
        killer.join().expect("the killer ends");
        one.wait().expect("ended");
        let mut daybook = practice::open(folder.path());
        assert_eq!(
            practice::ok(&mut daybook, "session.state", Value::Null)["warning"],
            Value::Null
        );
        let imported = imported(&mut daybook);
        for line in &said {
            acknowledged += 1;
            match line.split_once(' ') {
                Some(("saved", id)) => {
                    practice::ok(&mut daybook, "patient.get", json!({"id": id}));
                }
                Some(("imported", family)) => {
                    let count = imported.get(family).copied();
                    assert_eq!(count, Some(worker::ROWS), "a whole import: {family}");
                }
                _ => panic!("{line}"),
            }
        }
        // The import that was under way is there whole or not at all.
        for (family, count) in &imported {
            assert_eq!(*count, worker::ROWS, "half an import: {family}");
        }
    }
    assert!(
        acknowledged as u64 > kills(),
        "only {acknowledged} were acknowledged"
    );
    let mut daybook = practice::open(folder.path());
    let doctor = practice::ok(&mut daybook, "doctor.run", Value::Null);
    assert_eq!(doctor["ok"], true, "{doctor}");
}

#[test]
fn killed_while_it_is_set_up_a_practice_opens_or_can_be_set_up_again() {
    for round in 0..kills().div_ceil(5) {
        let folder = tempfile::tempdir().expect("a folder");
        let mut one = worker::start("create", folder.path(), round);
        let out = one.stdout.take().expect("piped");
        // From its first file on, a little later every round.
        let made = folder.path().join("practice");
        while !made.exists() && one.try_wait().expect("known").is_none() {
            std::thread::yield_now();
        }
        std::thread::sleep(Duration::from_millis(
            round.wrapping_mul(0x9E37_79B9_7F4A_7C15) % 400,
        ));
        one.kill().expect("killed");
        one.wait().expect("ended");
        let acknowledged = BufReader::new(out)
            .lines()
            .map_while(Result::ok)
            .any(|line| line == "@made");
        let mut daybook = match practice::state(folder.path()) {
            app::SessionState::Absent => {
                assert!(!acknowledged, "a practice that was made is there");
                practice::make(folder.path(), folder.path(), 1)
            }
            _ => practice::open(folder.path()),
        };
        let shown = practice::ok(&mut daybook, "practice.get", Value::Null);
        assert_eq!(shown["providers"].as_array().map(Vec::len), Some(2));
        let doctor = practice::ok(&mut daybook, "doctor.run", Value::Null);
        assert_eq!(doctor["ok"], true, "{doctor}");
    }
}

/// How many patients there are of each import, counted one by one.
fn imported(daybook: &mut app::Daybook) -> BTreeMap<String, usize> {
    let desk = daybook.desk().expect("it is open");
    let mut found = BTreeMap::new();
    desk.store()
        .each_patient::<store::Error>(|patient| {
            let name = patient.name.family;
            if name.starts_with("Port") {
                let import = name.trim_end_matches(|c: char| c.is_ascii_digit());
                *found.entry(import.to_owned()).or_default() += 1;
            }
            Ok(())
        })
        .expect("every patient can be read");
    found
}
