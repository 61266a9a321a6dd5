//! A calendar that is written says the same when it is read.

use crate::csv_roundtrip;
use crate::english::english;
use crate::ics_reading::{day, options, read};
use crate::practice::{Practice, zone};
use chrono::{DateTime, TimeDelta, Utc};
use domain::{Appointment, AppointmentId, PatientId, Status, WallTime, Zone};
use interop::{BusyTime, IcsHead, IcsOptions, IcsShows, PatientTag, TakenOut, VisitOut, VisitsIcs};
use proptest::prelude::*;
use uuid::Uuid;

fn head(zone: Zone, shows: IcsShows<'_>) -> IcsHead<'_> {
    IcsHead {
        name: "Dr Haas, Room 1; north",
        zone,
        from: day("2020-01-01"),
        to: day("2030-12-31"),
        now: DateTime::from_timestamp(1_790_000_000, 0).unwrap(),
        shows,
        refresh_minutes: None,
    }
}

fn written(practice: &Practice, shows: IcsShows<'_>) -> String {
    let mut out = VisitsIcs::new(Vec::new(), head(zone(), shows)).unwrap();
    practice.each_visit(|visit| out.visit(visit).unwrap());
    String::from_utf8(out.finish().unwrap()).unwrap()
}

/// What RFC 5545 asks of lines: 75 bytes, CRLF, no control characters.
fn lines_are_well_formed(text: &str) {
    assert!(text.ends_with("END:VCALENDAR\r\n"));
    assert!(!text.replace("\r\n", "").contains(['\r', '\n']));
    for line in text.split("\r\n") {
        assert!(line.len() <= 75, "{line}");
        assert!(
            line.chars().all(|c| !c.is_control() || c == '\t'),
            "{line:?}"
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(120))]

    #[test]
    fn visits_come_back_at_the_same_time(practice in csv_roundtrip::practice()) {
        let text = written(&practice, IcsShows::Patients);
        lines_are_well_formed(&text);
        let options = IcsOptions { zone: zone(), from: Some(day("1970-01-01")), to: Some(day("2199-12-31")), ..options() };
        let read = read(text.as_bytes(), &options);
        let visit = &practice.visits[0].record;
        if !visit.status.occupies() {
            prop_assert!(english(&read.refused[0].reason).contains("cancelled"));
            return Ok(());
        }
        prop_assert_eq!(read.events.len(), 1);
        let event = &read.events[0];
        prop_assert_eq!(&event.occurrences[0].id, &None);
        prop_assert_eq!(&event.uid, &visit.id.to_string());
        match &event.occurrences[0].time {
            BusyTime::Span { start, minutes } => prop_assert_eq!((*start, *minutes), (visit.start, visit.minutes)),
            BusyTime::Days { first, .. } => prop_assert_eq!(*first, visit.start.date()),
        }
    }

    #[test]
    fn a_providers_own_calendar_names_nobody(practice in csv_roundtrip::practice()) {
        let text = written(&practice, IcsShows::Busy("Busy"));
        lines_are_well_formed(&text);
        let said: Vec<&str> = text
            .lines()
            .filter(|line| ["SUMMARY", "DESCRIPTION", "LOCATION", "COMMENT", "ATTENDEE", "CATEGORIES"].iter().any(|name| line.starts_with(name)))
            .collect();
        prop_assert_eq!(said, ["SUMMARY:Busy"]);
        let name = &practice.patients[0].record.name;
        for part in [&name.given, &name.family] {
            if part.len() > 6 {
                prop_assert!(!text.contains(part.as_str()));
            }
        }
    }
}

fn visit(zone: Zone, at: DateTime<Utc>, minutes: u32) -> Appointment {
    let mut visit = Appointment::booked(
        AppointmentId(Uuid::from_u128(at.timestamp().unsigned_abs().into())),
        PatientId(Uuid::from_u128(1)),
        zone.wall(at),
        minutes,
    );
    visit.revision = 3;
    visit
}

fn instant(text: &str) -> DateTime<Utc> {
    DateTime::parse_from_rfc3339(text).unwrap().to_utc()
}

fn calendar_of(zone: Zone, visits: &[Appointment]) -> String {
    let mut out = VisitsIcs::new(Vec::new(), head(zone, IcsShows::Patients)).unwrap();
    for visit in visits {
        out.visit(&VisitOut {
            visit,
            patient: PatientTag {
                id: visit.patient,
                identifiers: &[],
                name: "Ada; Byron, née \"Lovelace\"\\",
                chart_number: None,
            },
            provider: None,
            chair: Some("Room 1"),
            kind: Some("Check-up"),
        })
        .unwrap();
    }
    String::from_utf8(out.finish().unwrap()).unwrap()
}

/// When the events of a calendar start, in the order of the file.
fn starts(text: &str, zone: Zone) -> Vec<WallTime> {
    let read = read(text.as_bytes(), &IcsOptions { zone, ..options() });
    assert!(read.refused.is_empty(), "{:?}", read.refused);
    read.events
        .iter()
        .map(|event| match event.occurrences[0].time {
            BusyTime::Span { start, minutes: 45 } => start,
            ref other => panic!("{other:?}"),
        })
        .collect()
}

#[test]
fn a_visit_is_written_as_other_programs_read_it() {
    let zone = Zone::named("Europe/Berlin").unwrap();
    let mut booked = visit(zone, instant("2026-11-23T08:00:00Z"), 30);
    let text = calendar_of(zone, std::slice::from_ref(&booked));
    for line in [
        "VERSION:2.0",
        "METHOD:PUBLISH",
        "X-WR-CALNAME:Dr Haas\\, Room 1\\; north",
        "TZID:Europe/Berlin",
        &format!("UID:{}", booked.id),
        "SEQUENCE:3",
        "DTSTART;TZID=Europe/Berlin:20261123T090000",
        "DTEND;TZID=Europe/Berlin:20261123T093000",
        "SUMMARY:Ada\\; Byron\\, née \"Lovelace\"\\\\",
        "DESCRIPTION:Check-up",
        "LOCATION:Room 1",
        "STATUS:CONFIRMED",
        "TRANSP:OPAQUE",
    ] {
        assert!(
            text.lines().any(|one| one == line),
            "{line} is not in {text}"
        );
    }
    assert_eq!(text.matches("BEGIN:VTIMEZONE").count(), 1);
    booked.status = Status::Missed;
    assert!(calendar_of(zone, &[booked]).contains("STATUS:CANCELLED\r\nTRANSP:TRANSPARENT"));
}

#[test]
fn time_that_is_taken_for_something_else_says_so_only_to_the_practice() {
    let zone = Zone::named("Europe/Berlin").unwrap();
    for (shows, title) in [
        (IcsShows::Patients, "Team, all"),
        (IcsShows::Busy("Belegt"), "Belegt"),
    ] {
        let mut out = VisitsIcs::new(Vec::new(), head(zone, shows)).unwrap();
        out.taken(&TakenOut {
            uid: "b-2026-11-23",
            start: instant("2026-11-23T12:00:00Z"),
            end: instant("2026-11-23T12:45:00Z"),
            title: "Team, all",
        })
        .unwrap();
        let text = String::from_utf8(out.finish().unwrap()).unwrap();
        let read = read(text.as_bytes(), &options());
        assert_eq!(read.events[0].uid, "b-2026-11-23");
        // Private events are read without their title.
        let expected = if title == "Belegt" { "" } else { title };
        assert_eq!(read.events[0].occurrences[0].title, expected);
        let summary = format!("SUMMARY:{}", title.replace(',', "\\,"));
        assert!(text.lines().any(|line| line == summary), "{text}");
        assert_eq!(
            starts(&text, zone),
            [zone.wall(instant("2026-11-23T12:00:00Z"))]
        );
    }
}

#[test]
fn s12_visits_while_the_clocks_are_set_keep_their_instants() {
    for (name, at) in [
        ("Europe/Berlin", "2026-10-24T22:00:00Z"),
        ("Europe/Berlin", "2026-03-28T22:00:00Z"),
        ("America/New_York", "2026-11-01T03:00:00Z"),
        ("Australia/Lord_Howe", "2026-04-04T12:00:00Z"),
        ("Africa/Casablanca", "2026-02-14T22:00:00Z"),
        ("Africa/Casablanca", "2026-03-21T23:00:00Z"),
    ] {
        let zone = Zone::named(name).unwrap();
        let times: Vec<_> = (0..24)
            .map(|quarter| instant(at) + TimeDelta::minutes(15 * quarter))
            .collect();
        let visits: Vec<_> = times.iter().map(|at| visit(zone, *at, 45)).collect();
        let read = starts(&calendar_of(zone, &visits), zone);
        let read: Vec<_> = read
            .into_iter()
            .map(|start| zone.instant(start).unwrap())
            .collect();
        assert_eq!(read, times, "{name}");
    }
}

/// A program that knows no zones of its own reads the same from the description in the file.
#[test]
fn s12_the_zone_is_described_as_it_is() {
    for name in [
        "Europe/Berlin",
        "America/New_York",
        "Australia/Lord_Howe",
        "Africa/Casablanca",
        "Asia/Tokyo",
    ] {
        let zone = Zone::named(name).unwrap();
        let times: Vec<_> = (0..1_800)
            .step_by(2)
            .map(|days| instant("2025-01-01T10:00:00Z") + TimeDelta::days(days))
            .collect();
        let visits: Vec<_> = times.iter().map(|at| visit(zone, *at, 45)).collect();
        let text = calendar_of(zone, &visits)
            .replace(&format!("TZID:{name}"), "TZID:X")
            .replace(&format!("TZID={name}"), "TZID=X");
        let expected: Vec<_> = times.iter().map(|at| zone.wall(*at)).collect();
        assert_eq!(starts(&text, zone), expected, "{name}");
    }
}
