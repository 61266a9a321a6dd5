//! The sheet for a power cut: once for each working day, in the evening before it or as soon as can
//! be, and never too late.

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Weekday};
use domain::power_cut::{check_passphrase, due, is_old, next_day, sheet_day, sheet_name};
use domain::{MinuteOfDay, PowerCut, PowerCutId, PracticeId};
use proptest::prelude::*;
use std::collections::BTreeMap;
use uuid::Uuid;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn time(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").unwrap()
}

/// Monday to Friday from eight, but for the 25th of December.
fn begins(day: NaiveDate) -> Option<NaiveDateTime> {
    let closed = (day.month(), day.day()) == (12, 25);
    let free = matches!(day.weekday(), Weekday::Sat | Weekday::Sun) || closed;
    (!free).then(|| day.and_time(NaiveTime::MIN) + TimeDelta::hours(8))
}

#[test]
fn a_sheet_is_due_from_the_evening_before_until_its_day_begins() {
    let evening: MinuteOfDay = "18:00".parse().unwrap();
    // Now (the 23rd of November 2026 is a Monday), the day of the last sheet, the day that is due.
    let table = [
        ("2026-11-23T17:59", None, None),
        ("2026-11-23T18:00", None, Some("2026-11-24")),
        ("2026-11-23T23:59", Some("2026-11-23"), Some("2026-11-24")),
        ("2026-11-23T18:01", Some("2026-11-24"), None),
        // Off in the evening: made up for in the morning, until the day begins.
        ("2026-11-24T07:30", Some("2026-11-23"), Some("2026-11-24")),
        ("2026-11-24T07:59", Some("2026-11-24"), None),
        ("2026-11-24T08:00", Some("2026-11-23"), None),
        ("2026-11-24T12:00", Some("2026-11-23"), None),
        ("2026-11-24T18:00", Some("2026-11-23"), Some("2026-11-25")),
        // Before a weekend: Monday's, on Friday evening or on any of the days off.
        ("2026-11-27T17:59", Some("2026-11-27"), None),
        ("2026-11-27T18:00", Some("2026-11-27"), Some("2026-11-30")),
        ("2026-11-28T09:00", Some("2026-11-27"), Some("2026-11-30")),
        ("2026-11-29T20:00", Some("2026-11-30"), None),
        // A closure is no working day.
        ("2026-12-24T18:00", Some("2026-12-24"), Some("2026-12-28")),
    ];
    for (now, made_for, expected) in table {
        let found = due(evening, made_for.map(day), time(now), begins);
        assert_eq!(found, expected.map(day), "{now} after {made_for:?}");
    }
}

#[test]
fn nothing_is_due_where_nobody_ever_works() {
    let evening: MinuteOfDay = "18:00".parse().unwrap();
    assert_eq!(due(evening, None, time("2026-11-23T20:00"), |_| None), None);
    assert_eq!(next_day(time("2026-11-23T20:00"), |_| None), None);
}

#[test]
fn after_a_closure_longer_than_anybody_looks_back_the_sheet_is_due_at_once() {
    let evening: MinuteOfDay = "18:00".parse().unwrap();
    let reopens = day("2026-11-23");
    let begins = |day: NaiveDate| (day >= reopens).then(|| day.and_hms_opt(8, 0, 0).unwrap());
    let found = due(evening, None, time("2026-11-20T10:00"), begins);
    assert_eq!(found, Some(reopens));
}

proptest! {
    /// However the program is switched on and off: no day's sheet twice, none after its day began,
    /// and none left out that could have been made.
    #[test]
    fn nothing_is_made_twice_nor_too_late_nor_forgotten(
        waits in prop::collection::vec(1i64..2_000, 1..200), hour in 12u16..24, minute in 0u16..60,
    ) {
        let at = MinuteOfDay::new(hour * 60 + minute).unwrap();
        let mut now = time("2026-11-02T00:00");
        let mut made: BTreeMap<NaiveDate, NaiveDateTime> = BTreeMap::new();
        let mut last = None;
        let mut looked = Vec::new();
        for wait in waits {
            now += TimeDelta::minutes(wait);
            looked.push(now);
            if let Some(day) = due(at, last, now, begins) {
                prop_assert!(made.insert(day, now).is_none(), "{day} twice");
                prop_assert!(now < begins(day).unwrap());
                prop_assert_eq!(due(at, Some(day), now, begins), None);
                last = Some(day);
            }
        }
        for day in (0..400).map(|n| day("2026-11-02") + Days::new(n)).filter(|day| begins(*day).is_some()) {
            let before = (1..9).map(|n| day - Days::new(n)).find(|day| begins(*day).is_some()).unwrap();
            let could = looked.iter().any(|now| at.on(before) <= *now && *now < begins(day).unwrap());
            prop_assert!(!could || made.contains_key(&day), "{day} was forgotten");
        }
    }

    #[test]
    fn only_sheets_of_this_practice_are_told_by_their_names(
        number in any::<u128>(), other in any::<u128>(), days in 0u64..60_000, name in "\\PC{0,40}",
    ) {
        let practice = PracticeId(Uuid::from_u128(number));
        let day = day("1950-01-01") + Days::new(days);
        let sheet = sheet_name(practice, day);
        prop_assert_eq!(sheet_day(practice, &sheet), Some(day));
        prop_assert_eq!(sheet_day(practice, &name), None);
        if number as u16 != other as u16 {
            prop_assert_eq!(sheet_day(PracticeId(Uuid::from_u128(other)), &sheet), None);
        }
    }
}

#[test]
fn a_name_that_only_looks_like_a_sheet_is_none() {
    let practice = PracticeId(Uuid::from_u128(0xab12));
    assert_eq!(
        sheet_day(practice, "daybook-2026-11-24-ab12.pdf"),
        Some(day("2026-11-24"))
    );
    for name in [
        "daybook-2026-11-24.pdf",
        "daybook-2026-11-24-ab12.PDF",
        "daybook-2026-11-24-ab12 (1).pdf",
        "daybook-2026-11-4-ab12.pdf",
        "daybook-2026-02-30-ab12.pdf",
        "daybook-+2026-11-24-ab12.pdf",
        "daybook- 2026-11-24-ab12.pdf",
        "old-daybook-2026-11-24-ab12.pdf",
        "daybook-2026-11-24-ab13.pdf",
    ] {
        assert_eq!(sheet_day(practice, name), None, "{name}");
    }
}

#[test]
fn a_sheet_is_old_once_its_days_are_over() {
    let today = day("2026-11-24");
    for (sheet, old) in [
        ("2026-11-16", true),
        ("2026-11-17", false),
        ("2026-11-24", false),
        ("2026-11-25", false),
    ] {
        assert_eq!(is_old(day(sheet), today, 7), old, "{sheet}");
    }
}

#[test]
fn settings_that_could_never_work_are_refused() {
    let off = PowerCut::off(PowerCutId(Uuid::nil()));
    assert!(off.check(false).is_ok(), "nothing is asked while it is off");
    let on = PowerCut {
        on: true,
        ..off.clone()
    };
    assert!(on.check(false).is_err() && on.check(true).is_ok());
    for (at, fits) in [
        ("11:59", false),
        ("12:00", true),
        ("23:59", true),
        ("24:00", false),
    ] {
        let at = at.parse().unwrap();
        assert_eq!(
            PowerCut { at, ..off.clone() }.check(true).is_ok(),
            fits,
            "{at}"
        );
    }
    for (keep_days, fits) in [(0, false), (1, true), (90, true), (91, false)] {
        let one = PowerCut {
            keep_days,
            ..off.clone()
        };
        assert_eq!(one.check(true).is_ok(), fits, "{keep_days}");
    }
    for (passphrase, fits) in [
        ("short one", false),
        ("long enough", true),
        ("пароль на завтра", true),
        ("with a\u{7}bell", false),
    ] {
        assert_eq!(check_passphrase(passphrase).is_ok(), fits, "{passphrase}");
    }
    assert!(check_passphrase(&"x".repeat(127)).is_ok());
    assert!(check_passphrase(&"x".repeat(128)).is_err());
}
