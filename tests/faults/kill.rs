//! kill -9 at random moments during imports and saves: nothing acknowledged is lost, an import is
//! there whole or not at all.

use super::{practice, worker};
use serde_json::{Value, json};
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
        for line in &said {
            acknowledged += 1;
            match line.split_once(' ') {
                Some(("saved", id)) => {
                    practice::ok(&mut daybook, "patient.get", json!({"id": id}));
                }
                Some(("imported", family)) => {
                    assert_eq!(found(&mut daybook, family), 100, "a whole import: {family}");
                }
                _ => panic!("{line}"),
            }
        }
        // The import that was under way is there whole or not at all.
        for step in 0..40 {
            let family = format!("Port{round}x{step}x");
            let count = found(&mut daybook, &family);
            assert!(count == 0 || count == 100, "{count} of {family}");
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

/// How many of an import's patients are found; searching answers with 100 at the most.
fn found(daybook: &mut app::Daybook, family: &str) -> usize {
    let found = practice::ok(
        daybook,
        "patient.search",
        json!({"text": family, "limit": 100}),
    );
    found.as_array().map_or(0, Vec::len)
}
