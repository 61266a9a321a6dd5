//! Calendars that were made to do harm end soon, with little memory, and say why.

use crate::english::english;
use crate::ics_reading::{calendar, options, read, told};
use proptest::prelude::*;
use std::io::Read;
use std::time::{Duration, Instant};

/// The bound is two seconds as the program is shipped; what tests run is not optimised.
const SOON: Duration = Duration::from_secs(8);

fn event(properties: &str) -> String {
    calendar(&format!(
        "BEGIN:VEVENT\r\nUID:a\r\nDURATION:PT1H\r\n{properties}\r\nEND:VEVENT"
    ))
}

#[test]
fn no_rule_keeps_the_desk_waiting() {
    let all = |from: u32, to: u32| {
        (from..=to)
            .map(|n| n.to_string())
            .collect::<Vec<_>>()
            .join(",")
    };
    let every = format!(
        "BYHOUR={};BYMINUTE={};BYSECOND={}",
        all(0, 23),
        all(0, 59),
        all(0, 59)
    );
    for (rule, start) in [
        ("FREQ=SECONDLY", "20260101T080000Z"),
        ("FREQ=SECONDLY", "18500101T080000Z"),
        ("FREQ=SECONDLY;UNTIL=99991231T235959Z", "20260101T080000Z"),
        ("FREQ=SECONDLY;COUNT=1000000000", "20260101T080000Z"),
        (
            "FREQ=MINUTELY;COUNT=99999999999999999999",
            "20260101T080000Z",
        ),
        ("FREQ=MINUTELY", "20260101T080000Z"),
        ("FREQ=HOURLY;UNTIL=99991231T235959Z", "19000101T080000Z"),
        ("FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30", "20260101T080000Z"),
        ("FREQ=SECONDLY;BYMINUTE=0;BYSECOND=0", "20260101T080000Z"),
        ("FREQ=SECONDLY;INTERVAL=65535", "20260101T080000Z"),
        ("FREQ=SECONDLY;INTERVAL=0", "20260101T080000Z"),
        ("FREQ=DAILY;INTERVAL=65536", "20260101T080000Z"),
        ("FREQ=DAILY;BYSETPOS=1", "20260101T080000Z"),
        ("FREQ=YEARLY;BYWEEKNO=99", "20260101T080000Z"),
        (
            "FREQ=YEARLY;COUNT=4000000000;BYMONTH=2;BYMONTHDAY=30",
            "20260101T080000Z",
        ),
        (&format!("FREQ=YEARLY;{every}"), "20260101T080000Z"),
        (
            &format!("FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;{every}"),
            "20260101T080000Z",
        ),
        (
            &format!(
                "FREQ=HOURLY;BYSECOND={};BYMINUTE={}",
                all(0, 59),
                all(0, 59)
            ),
            "20260101T080000Z",
        ),
        (
            &format!("FREQ=DAILY;BYMONTHDAY={}", vec!["1"; 100_000].join(",")),
            "20260101T080000Z",
        ),
    ] {
        let begun = Instant::now();
        let read = read(
            event(&format!("DTSTART:{start}\r\nRRULE:{rule}")).as_bytes(),
            &options(),
        );
        assert!(begun.elapsed() < SOON, "{rule}: {:?}", begun.elapsed());
        let dates: usize = read.events.iter().map(|one| one.occurrences.len()).sum();
        assert!(dates <= 2_000, "{rule}");
        assert!(dates > 0 || read.refused.len() == 1, "{rule}");
    }
}

#[test]
fn a_series_to_the_year_9999_is_taken_over_as_far_as_it_is_asked_for() {
    let read = read(
        event("DTSTART:20260101T080000Z\r\nRRULE:FREQ=WEEKLY;UNTIL=99991231T235959Z").as_bytes(),
        &options(),
    );
    assert_eq!(read.events[0].occurrences.len(), 152);
    assert_eq!(read.aside.going_on.map(|(count, _)| count), Some(1));
    assert!(read.refused.is_empty());
}

#[test]
fn many_hard_rules_cost_no_more_than_a_few() {
    let hard: String = (0..2_000)
        .map(|n| {
            format!("BEGIN:VEVENT\r\nUID:{n}\r\nDTSTART:20260101T080000Z\r\nDURATION:PT1H\r\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\r\nEND:VEVENT\r\n")
        })
        .collect();
    let begun = Instant::now();
    let read = read(calendar(&hard).as_bytes(), &options());
    assert!(begun.elapsed() < SOON, "{:?}", begun.elapsed());
    assert!(
        read.refused
            .iter()
            .any(|one| english(&one.reason).contains("takes too long"))
    );
    // Nothing is passed over in silence.
    let dates: usize = read.events.iter().map(|one| one.occurrences.len()).sum();
    assert_eq!(dates + read.refused.len(), 2_000);
}

#[test]
fn files_without_an_end_are_read_with_little_memory() {
    let head = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTART:20260105\r\n";
    let tail = "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    let long = |name: &'static str, bytes: u64| {
        head.as_bytes()
            .chain(name.as_bytes())
            .chain(std::io::repeat(b'A').take(bytes))
            .chain(tail.as_bytes())
    };
    // An attachment is passed over; a title of a hundred megabytes is none.
    let attached = read(long("ATTACH;ENCODING=BASE64:", 100_000_000), &options());
    assert_eq!(told(&attached), ["a 2026-01-05"]);
    let titled = read(long("SUMMARY:", 100_000_000), &options());
    assert!(
        told(&titled)[0].starts_with("2: has a line that is longer"),
        "{:?}",
        told(&titled)
    );
    let no_name = read(long("", 100_000_000), &options());
    assert_eq!(told(&no_name), ["a 2026-01-05"]);
    // Folded a million times.
    let folded = format!("{head}SUMMARY:{}{tail}", "x\r\n ".repeat(1_000_000));
    assert!(told(&read(folded.as_bytes(), &options()))[0].contains("longer"));
}

#[test]
fn parts_within_parts_end_somewhere() {
    let deep = "BEGIN:X\r\n".repeat(200_000);
    let file = calendar(&format!(
        "BEGIN:VEVENT\r\nUID:a\r\nDTSTART:20260105\r\n{deep}END:VEVENT"
    ));
    assert!(told(&read(file.as_bytes(), &options()))[0].contains("too deep"));
    let many = "BEGIN:VEVENT\r\n".repeat(60_000);
    let read = read(many.as_bytes(), &options());
    assert!(read.refused.len() <= 60_000 && !read.refused.is_empty());
}

#[test]
fn what_is_no_calendar_is_told() {
    for (bytes, reason) in [
        (&b"\0\0\0\0"[..], "is no calendar"),
        (b"hello", "is no calendar"),
        (b"BEGIN:VCARD\r\nEND:VCARD", "is no calendar"),
        (
            b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n\r\n\r\n",
            "has no event",
        ),
        (
            b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:\0a",
            "no END:VEVENT",
        ),
        (
            b"BEGIN:VEVENT\nUID:a\nDTSTART:2026\0\x01\x1b0105\nEND:VEVENT",
            "",
        ),
    ] {
        let lines = told(&read(bytes, &options()));
        assert!(lines.len() == 1 && lines[0].contains(reason), "{lines:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn random_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        read(bytes.as_slice(), &options());
    }

    #[test]
    fn random_events_never_panic(
        lines in proptest::collection::vec(
            (
                proptest::sample::select(vec![
                    "DTSTART", "DTSTART;VALUE=DATE", "DTSTART;TZID=Europe/Berlin", "DTEND", "DURATION",
                    "RRULE", "EXRULE", "RDATE", "RDATE;VALUE=PERIOD", "EXDATE", "RECURRENCE-ID",
                    "RECURRENCE-ID;RANGE=THISANDFUTURE", "SEQUENCE", "STATUS", "TRANSP", "CLASS",
                    "SUMMARY;ENCODING=QUOTED-PRINTABLE", "UID", "BEGIN", "END", "DTSTART;TZID=x",
                ]),
                prop_oneof![
                    "[0-9]{8}(T[0-9]{6}Z?)?",
                    "(19|20)[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|[12][0-9])(T([01][0-9]|2[0-3])[0-5][0-9]00Z?)?",
                    "P[0-9]{0,12}[DWTHMS]?[0-9]{0,12}[HMS]?",
                    "FREQ=(YEARLY|MONTHLY|WEEKLY|DAILY|HOURLY|MINUTELY|SECONDLY)(;(BYDAY|BYMONTH|BYSETPOS|COUNT|INTERVAL|BYWEEKNO|BYYEARDAY|BYHOUR|BYMINUTE|BYSECOND|UNTIL)=-?[0-9A-Z]{1,8}(,-?[0-9]{1,3})?){0,3}",
                    "VEVENT|VALARM|VTIMEZONE|STANDARD|CANCELLED|TRANSPARENT",
                    "\\PC{0,30}",
                ],
            ),
            0..10,
        )
    ) {
        let mut text = String::from("BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nTZID:x\nBEGIN:STANDARD\n");
        for (name, value) in &lines {
            text.push_str(&format!("{name}:{value}\n"));
        }
        text.push_str("END:STANDARD\nEND:VTIMEZONE\nBEGIN:VEVENT\n");
        for (name, value) in &lines {
            text.push_str(&format!("{name}:{value}\n"));
        }
        text.push_str("END:VEVENT\nEND:VCALENDAR\n");
        read(text.as_bytes(), &options());
    }
}
