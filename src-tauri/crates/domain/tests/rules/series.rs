//! S13 and S12: the days of a series, and its time by the wall clock.

use crate::build::{at, date};
use chrono::{Datelike, Days, NaiveDate, TimeDelta};
use domain::series::{Every, MOST, NoSeries, Plan, Until, along, days, on_day};
use domain::{WallTime, Zone};
use proptest::prelude::*;

fn repeat(every: Every, until: Until) -> Plan {
    Plan::Repeat { every, until }
}

fn written(days: &[NaiveDate]) -> String {
    let days: Vec<String> = days.iter().map(ToString::to_string).collect();
    days.join(" ")
}

#[test]
fn s13_the_days_of_a_series() {
    let check = |first: &str, plan: Plan, expected: &str| {
        let found = days(date(first), &plan).unwrap();
        assert_eq!(written(&found), expected, "{first} {plan:?}");
    };
    check(
        "2026-11-23",
        repeat(Every::Days(1), Until::Count(3)),
        "2026-11-23 2026-11-24 2026-11-25",
    );
    check(
        "2026-11-23",
        repeat(Every::Weeks(2), Until::Count(3)),
        "2026-11-23 2026-12-07 2026-12-21",
    );
    // The last day is included, and a day short of the next visit ends it.
    check(
        "2026-11-23",
        repeat(Every::Weeks(1), Until::Day(date("2026-12-07"))),
        "2026-11-23 2026-11-30 2026-12-07",
    );
    check(
        "2026-11-23",
        repeat(Every::Weeks(1), Until::Day(date("2026-12-06"))),
        "2026-11-23 2026-11-30",
    );
    // A short month does not shorten the later ones.
    check(
        "2027-01-31",
        repeat(Every::Months(1), Until::Count(4)),
        "2027-01-31 2027-02-28 2027-03-31 2027-04-30",
    );
    check(
        "2027-08-31",
        repeat(Every::Months(6), Until::Count(3)),
        "2027-08-31 2028-02-29 2028-08-31",
    );
    // Chosen days come in order, each once, and the first is one of them.
    check(
        "2026-12-03",
        Plan::Chosen(vec![
            date("2026-12-17"),
            date("2026-12-01"),
            date("2026-12-17"),
        ]),
        "2026-12-01 2026-12-03 2026-12-17",
    );
}

#[test]
fn s13_what_is_no_series_is_refused_and_never_runs_on() {
    let first = date("2026-11-23");
    let check = |plan: Plan, expected: NoSeries| {
        assert_eq!(days(first, &plan), Err(expected), "{plan:?}");
    };
    check(repeat(Every::Days(0), Until::Count(3)), NoSeries::NoStep);
    check(repeat(Every::Weeks(1), Until::Count(1)), NoSeries::TooFew);
    check(repeat(Every::Weeks(1), Until::Count(0)), NoSeries::TooFew);
    check(
        repeat(Every::Weeks(1), Until::Day(date("2026-11-01"))),
        NoSeries::TooFew,
    );
    check(Plan::Chosen(vec![first]), NoSeries::TooFew);
    check(
        repeat(Every::Days(1), Until::Count(u32::MAX)),
        NoSeries::TooMany,
    );
    check(
        repeat(Every::Days(1), Until::Day(date("2199-12-31"))),
        NoSeries::TooMany,
    );
    check(
        repeat(Every::Months(u32::MAX), Until::Count(3)),
        NoSeries::TooLate,
    );
    check(
        repeat(Every::Weeks(u32::MAX), Until::Count(3)),
        NoSeries::TooLate,
    );
    check(
        repeat(Every::Months(24), Until::Count(199)),
        NoSeries::TooLate,
    );
}

/// Zone, the first visit, a day after the clocks were set, and by how many hours more or less it
/// is away than as many times 24 hours.
const CHANGES: [(&str, &str, &str, i64); 8] = [
    ("Europe/Berlin", "2026-03-22T10:00", "2026-03-29", -60),
    ("Europe/Berlin", "2026-10-18T10:00", "2026-10-25", 60),
    ("America/New_York", "2026-03-01T10:00", "2026-03-08", -60),
    ("America/New_York", "2026-10-25T10:00", "2026-11-01", 60),
    ("Australia/Lord_Howe", "2026-09-27T10:00", "2026-10-04", -30),
    ("Australia/Lord_Howe", "2026-03-29T10:00", "2026-04-05", 30),
    ("Africa/Casablanca", "2026-02-10T10:00", "2026-02-17", 60),
    ("Africa/Casablanca", "2026-03-16T10:00", "2026-03-23", -60),
];

#[test]
fn s12_ten_o_clock_stays_ten_o_clock_over_the_change_of_clocks() {
    for (name, first, day, minutes) in CHANGES {
        let zone = Zone::named(name).unwrap();
        let first = WallTime::once(at(first));
        let later = on_day(first, date(day));
        assert_eq!(later.at, date(day).and_time(first.at.time()), "{name}");
        let apart = zone.instant(later).unwrap() - zone.instant(first).unwrap();
        let calendar = later.date() - first.date();
        assert_eq!(
            apart - calendar,
            TimeDelta::minutes(minutes),
            "{name} {day}"
        );
        assert_eq!(zone.wall(zone.instant(later).unwrap()), later, "{name}");
    }
}

#[test]
fn s12_a_series_that_meets_a_skipped_time_is_told_and_a_repeated_one_is_the_first() {
    // Zone, a skipped time, a repeated time.
    for (name, skipped, repeated) in [
        ("Europe/Berlin", "2026-03-29T02:30", "2026-10-25T02:30"),
        ("America/New_York", "2026-03-08T02:30", "2026-11-01T01:30"),
        (
            "Australia/Lord_Howe",
            "2026-10-04T02:15",
            "2026-04-05T01:45",
        ),
        ("Africa/Casablanca", "2026-03-22T02:30", "2026-02-15T02:30"),
    ] {
        let zone = Zone::named(name).unwrap();
        let on = |time: &str| {
            let time = at(time);
            let week_before = time.checked_sub_days(Days::new(7)).unwrap();
            on_day(WallTime::once(week_before), time.date())
        };
        assert!(zone.instant(on(skipped)).is_err(), "{name}");
        let first = on(repeated);
        assert!(zone.is_repeated(first.at) && !first.second_pass, "{name}");
    }
}

#[test]
fn s12_a_moved_series_keeps_its_distances_by_the_wall_clock() {
    let zone = Zone::named("Europe/Berlin").unwrap();
    let wall = |text: &str| WallTime::once(at(text));
    let check = |start: &str, from: &str, to: &str, expected: &str| {
        let found = along(zone, wall(start), wall(from), wall(to)).unwrap();
        assert_eq!(found, wall(expected), "{start} by {from} to {to}");
    };
    // To Tuesday at eleven: also in the week after the clocks are set.
    check(
        "2026-03-30T10:00",
        "2026-03-23T10:00",
        "2026-03-24T11:00",
        "2026-03-31T11:00",
    );
    check(
        "2026-10-26T10:00",
        "2026-10-19T10:00",
        "2026-10-18T09:30",
        "2026-10-25T09:30",
    );
    // One that had been moved by itself stays as far from the others.
    check(
        "2026-12-07T14:00",
        "2026-11-30T10:00",
        "2026-11-30T11:00",
        "2026-12-07T15:00",
    );
}

proptest! {
    #[test]
    fn s13_a_series_begins_with_its_first_day_and_keeps_its_step(
        first in 0u64..40_000, step in 1u32..60, unit in 0u8..3, count in 2u32..=200,
    ) {
        let first = date("2000-01-01").checked_add_days(Days::new(first)).unwrap();
        let every = match unit {
            0 => Every::Days(step),
            1 => Every::Weeks(step),
            _ => Every::Months(step),
        };
        match days(first, &repeat(every, Until::Count(count))) {
            Err(refusal) => prop_assert_eq!(refusal, NoSeries::TooLate),
            Ok(found) => {
                prop_assert_eq!(found.len(), count as usize);
                prop_assert!(found.len() <= MOST);
                prop_assert_eq!(found[0], first);
                for pair in found.windows(2) {
                    let apart = (pair[1] - pair[0]).num_days();
                    match every {
                        Every::Days(step) => prop_assert_eq!(apart, i64::from(step)),
                        Every::Weeks(step) => prop_assert_eq!(apart, 7 * i64::from(step)),
                        Every::Months(step) => {
                            let months = |day: NaiveDate| day.year() * 12 + day.month0() as i32;
                            prop_assert_eq!(months(pair[1]) - months(pair[0]), step as i32);
                            prop_assert!(pair[1].day() <= first.day());
                            let next = pair[1].succ_opt().unwrap();
                            prop_assert!(pair[1].day() == first.day() || next.day() == 1);
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn s12_the_wall_clock_of_a_series_never_drifts(
        zone in 0usize..4, first in 0u64..3650, minute in 0u32..1440, weeks in 1u64..100,
    ) {
        let names = ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca"];
        let zone = Zone::named(names[zone]).unwrap();
        let day = date("2024-01-01").checked_add_days(Days::new(first)).unwrap();
        let time = chrono::NaiveTime::from_hms_opt(minute / 60, minute % 60, 0).unwrap();
        let start = WallTime::once(day.and_time(time));
        let later = on_day(start, day.checked_add_days(Days::new(7 * weeks)).unwrap());
        prop_assert_eq!(later.at.time(), time);
        // What the clocks do not skip is shown by the wall as it was meant.
        if let Ok(instant) = zone.instant(later) {
            prop_assert_eq!(zone.wall(instant).at, later.at);
        }
    }
}
