//! S3: two processes booking 5,000 times into the same openings: no overlap, no lost booking.

use super::{practice, worker};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::io::{BufRead, BufReader};

/// How often each of the two tries.
pub(crate) const TRIES: usize = 2500;
/// How many openings they fight for.
pub(crate) const OPENINGS: usize = 1500;

#[test]
fn s3_two_processes_booking_into_the_same_openings_never_overlap_and_lose_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    drop(practice::make(folder.path(), folder.path(), 40));
    let workers: Vec<_> = (0..2)
        .map(|seed| worker::start("book", folder.path(), seed))
        .collect();
    let mut booked = BTreeSet::new();
    let mut clashes = 0;
    for mut one in workers {
        let out = one.stdout.take().expect("piped");
        let mut done = false;
        for line in BufReader::new(out).lines() {
            let line = line.expect("readable");
            match line.strip_prefix('@') {
                Some("clash") => clashes += 1,
                Some("done") => done = true,
                Some(said) => {
                    let id = said.strip_prefix("booked ").expect("a booking").to_owned();
                    assert!(booked.insert(id), "one id twice");
                }
                None => {}
            }
        }
        assert!(one.wait().expect("ended").success() && done);
    }
    assert!(
        booked.len() > OPENINGS / 2 && clashes > OPENINGS,
        "{} booked, {clashes} clashes",
        booked.len()
    );

    let mut daybook = practice::open(folder.path());
    let mut there = BTreeSet::new();
    let mut taken = BTreeSet::new();
    let mut date = chrono::NaiveDate::from_ymd_opt(2027, 1, 1).expect("a date");
    for _ in 0..70 {
        let day = practice::ok(
            &mut daybook,
            "schedule.get",
            json!({"from": date.to_string(), "to": date.to_string()}),
        );
        for visit in day["days"][0]["appointments"]
            .as_array()
            .into_iter()
            .flatten()
        {
            if there.insert(practice::text(&visit["id"])) {
                assert_eq!(visit["overbooked"], false);
                assert!(
                    taken.insert(practice::text(&visit["start"])),
                    "two visits at {}",
                    visit["start"]
                );
            }
        }
        date = date.succ_opt().expect("a date");
    }
    assert_eq!(
        there, booked,
        "every acknowledged booking is there, and no other"
    );
    let doctor = practice::ok(&mut daybook, "doctor.run", Value::Null);
    assert_eq!(doctor["ok"], true, "{doctor}");
}
