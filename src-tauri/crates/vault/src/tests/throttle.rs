use std::sync::Barrier;
use std::thread;

use chrono::{DateTime, TimeDelta, Utc};

use crate::Throttle;

fn noon() -> DateTime<Utc> {
    "2026-11-23T12:00:00Z".parse().unwrap()
}

fn seconds(throttle: &mut Throttle, now: DateTime<Utc>) -> u64 {
    throttle.wait_needed(now).map_or(0, |wait| wait.as_secs())
}

/// Wrong tries a minute after one another, the last at noon.
fn after_failures(folder: &std::path::Path, count: i64) -> Throttle {
    let mut throttle = Throttle::of(folder);
    for left in (0..count).rev() {
        throttle.begin(noon() - TimeDelta::minutes(left)).unwrap();
    }
    throttle
}

#[test]
fn five_are_free_then_the_wait_doubles_up_to_a_minute() {
    let folder = tempfile::tempdir().unwrap();
    let mut throttle = Throttle::of(folder.path());
    let mut waits = vec![seconds(&mut throttle, noon())];
    for minute in 0..12 {
        let now = noon() + TimeDelta::minutes(minute);
        throttle.begin(now).unwrap();
        waits.push(seconds(&mut throttle, now));
    }
    assert_eq!(waits, [0, 0, 0, 0, 0, 2, 4, 8, 16, 32, 60, 60, 60]);
}

#[test]
fn a_restart_forgets_nothing_and_a_success_everything() {
    let folder = tempfile::tempdir().unwrap();
    after_failures(folder.path(), 7);
    let mut again = Throttle::of(folder.path());
    assert_eq!(seconds(&mut again, noon()), 8);
    again.succeeded();
    assert_eq!(seconds(&mut again, noon()), 0);
    assert_eq!(seconds(&mut Throttle::of(folder.path()), noon()), 0);
}

#[test]
fn the_wait_passes() {
    let folder = tempfile::tempdir().unwrap();
    let mut throttle = after_failures(folder.path(), 7);
    assert_eq!(seconds(&mut throttle, noon() + TimeDelta::seconds(3)), 5);
    assert_eq!(throttle.wait_needed(noon() + TimeDelta::seconds(8)), None);
    assert_eq!(throttle.wait_needed(noon() + TimeDelta::days(9)), None);
}

#[test]
fn two_programs_count_together_and_see_what_the_other_counted() {
    let folder = tempfile::tempdir().unwrap();
    let mut one = Throttle::of(folder.path());
    let mut other = Throttle::of(folder.path());
    for _ in 0..2 {
        one.begin(noon()).unwrap();
        other.begin(noon()).unwrap();
    }
    one.begin(noon()).unwrap();
    assert_eq!(seconds(&mut other, noon()), 2);
    assert!(other.begin(noon()).is_err());
    one.succeeded();
    assert_eq!(seconds(&mut other, noon()), 0);
}

#[test]
fn tries_begun_at_once_are_counted_one_by_one() {
    let folder = tempfile::tempdir().unwrap();
    let gate = Barrier::new(12);
    let begun = thread::scope(|scope| {
        let tries: Vec<_> = (0..12)
            .map(|_| {
                scope.spawn(|| {
                    gate.wait();
                    Throttle::of(folder.path()).begin(noon()).is_ok()
                })
            })
            .collect();
        tries
            .into_iter()
            .map(|one| one.join().unwrap())
            .filter(|begun| *begun)
            .count()
    });
    assert_eq!(begun, 5, "the sixth has to wait");
}

#[test]
fn a_try_that_came_to_no_answer_does_not_count() {
    let folder = tempfile::tempdir().unwrap();
    let mut throttle = after_failures(folder.path(), 5);
    assert_eq!(seconds(&mut throttle, noon()), 2);
    throttle.not_tried();
    assert_eq!(seconds(&mut throttle, noon()), 0);
}

#[test]
fn a_clock_set_back_gives_one_whole_wait_and_no_more() {
    let folder = tempfile::tempdir().unwrap();
    after_failures(folder.path(), 6);
    let before = noon() - TimeDelta::days(365);
    assert_eq!(seconds(&mut Throttle::of(folder.path()), before), 4);
    let later = before + TimeDelta::seconds(4);
    assert_eq!(seconds(&mut Throttle::of(folder.path()), later), 0);
}

#[test]
fn a_file_that_makes_no_sense_gives_the_first_wait() {
    for content in ["", "{", "{\"failures\":-1}", "[]"] {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join(crate::ATTEMPTS_FILE), content).unwrap();
        assert_eq!(seconds(&mut Throttle::of(folder.path()), noon()), 2);
        let later = noon() + TimeDelta::seconds(2);
        assert_eq!(seconds(&mut Throttle::of(folder.path()), later), 0);
    }
}

#[test]
fn counts_without_a_folder_to_write_in() {
    let folder = tempfile::tempdir().unwrap();
    let mut throttle = after_failures(&folder.path().join("missing"), 6);
    assert_eq!(seconds(&mut throttle, noon()), 4);
}

#[test]
fn an_absurd_count_waits_a_minute() {
    let folder = tempfile::tempdir().unwrap();
    let content = "{\"failures\":4294967295,\"last_failure\":\"2026-11-23T12:00:00Z\"}";
    std::fs::write(folder.path().join(crate::ATTEMPTS_FILE), content).unwrap();
    let mut throttle = Throttle::of(folder.path());
    assert_eq!(seconds(&mut throttle, noon()), 60);
    throttle.begin(noon() + TimeDelta::minutes(1)).unwrap();
    assert_eq!(seconds(&mut throttle, noon() + TimeDelta::minutes(1)), 60);
}
