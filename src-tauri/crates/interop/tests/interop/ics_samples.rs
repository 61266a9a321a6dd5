//! Calendars of other programs: each is taken over, or refused with a reason.

use crate::english::english;
use crate::ics_reading::{options, read, told};
use crate::samples::shared;
use interop::IcsOptions;

#[test]
fn every_sample_is_taken_over_or_refused_with_a_reason() {
    let Some(folder) = shared("ics") else { return };
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "ics"))
        .collect();
    files.sort();
    assert!(files.len() >= 17);
    for path in files {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let bytes = std::fs::read(&path).unwrap();
        for free_too in [false, true] {
            // The samples are of 2012 to 2024.
            let options = IcsOptions {
                from: Some("2012-01-01".parse().unwrap()),
                to: Some("2013-12-31".parse().unwrap()),
                free_too,
                ..options()
            };
            let read = read(bytes.as_slice(), &options);
            let dates: usize = read
                .events
                .iter()
                .map(|event| event.occurrences.len())
                .sum();
            assert!(dates > 0 || !read.refused.is_empty(), "{name}");
            assert!(
                read.refused
                    .iter()
                    .all(|one| one.line > 0 && english(&one.reason).len() > 10),
                "{name}"
            );
        }
        let lines = told(&read(bytes.as_slice(), &options()));
        assert!(!lines.is_empty(), "{name}");
        println!("{name}: {} lines, {}", lines.len(), lines[0]);
    }
}

#[test]
fn the_samples_have_the_dates_that_their_own_program_shows() {
    let Some(folder) = shared("ics") else { return };
    let all = IcsOptions {
        from: Some("2012-01-01".parse().unwrap()),
        to: Some("2013-03-31".parse().unwrap()),
        free_too: true,
        ..options()
    };
    for (name, expected) in [
        ("minimal.ics", vec!["2012-06-30T15:00+60"]),
        (
            "duration_instead_of_dtend.ics",
            vec!["2012-06-30T15:00+1440"],
        ),
        ("only_dtstart_date.ics", vec!["2012-06-30"]),
        ("utc_negative_zero.ics", vec!["2012-08-21T23:00+30"]),
        (
            "recur_instances.ics",
            vec![
                "2012-10-03T00:00+30",
                "2012-11-07T05:00+30",
                "2012-11-06T19:00+30",
                "2012-11-10T19:00+30",
                "2012-11-30T19:00+30",
                "2013-01-01T19:00+30",
                "2013-03-05T19:00+30",
            ],
        ),
        (
            "recur_instances_finite.ics",
            vec![
                "2012-10-02T19:00+30",
                "2012-11-05T19:00+30",
                "2012-11-06T19:00+30",
                "2012-11-10T19:00+30",
                "2012-12-04T19:00+30",
            ],
        ),
    ] {
        let bytes = std::fs::read(folder.join(name)).unwrap();
        let lines = told(&read(bytes.as_slice(), &all));
        let times: Vec<&str> = lines
            .iter()
            .map(|line| line.split(' ').nth(1).unwrap())
            .collect();
        assert_eq!(times, expected, "{name}: {lines:?}");
    }
    let nowhere = std::fs::read(folder.join("timezone_from_file.ics")).unwrap();
    let lines = told(&read(nowhere.as_slice(), &options()));
    assert!(
        lines.len() == 1 && lines[0].contains(" 2023-03-06T22:23+60 A test event"),
        "{lines:?}"
    );
}
