//! When nothing goes out.

use super::build::date;
use super::messages_build::{ZONES, instant_in, minute, shown, zone};
use chrono::{DateTime, TimeDelta, Utc, Weekday};
use domain::messages::QuietHours;
use domain::{Closure, ClosureId, MinuteOfDay};
use proptest::prelude::*;
use uuid::Uuid;

fn quiet(from: &str, to: &str) -> QuietHours {
    QuietHours {
        from: minute(from),
        to: minute(to),
        ..QuietHours::default()
    }
}

#[test]
fn m6_what_is_due_in_quiet_hours_waits_for_the_window() {
    let berlin = zone("Europe/Berlin");
    let usual = QuietHours::default();
    let lunch = quiet("12:00", "14:00");
    let never = quiet("00:00", "00:00");
    for (hours, due, goes) in [
        (&usual, "2026-11-24T10:00", "2026-11-24T10:00"),
        (&usual, "2026-11-24T08:00", "2026-11-24T08:00"),
        (&usual, "2026-11-24T07:59", "2026-11-24T08:00"),
        (&usual, "2026-11-24T19:59", "2026-11-24T19:59"),
        (&usual, "2026-11-24T20:00", "2026-11-25T08:00"),
        (&usual, "2026-11-24T23:30", "2026-11-25T08:00"),
        (&lunch, "2026-11-24T11:59", "2026-11-24T11:59"),
        (&lunch, "2026-11-24T12:00", "2026-11-24T14:00"),
        (&lunch, "2026-11-24T23:00", "2026-11-24T23:00"),
        (&never, "2026-11-24T03:00", "2026-11-24T03:00"),
        // The night is an hour shorter, or longer; the window opens by the clock on the wall.
        (&usual, "2026-03-28T21:00", "2026-03-29T08:00"),
        (&usual, "2026-10-24T21:00", "2026-10-25T08:00"),
    ] {
        let found = hours.release(instant_in(berlin, due), berlin, &[]).unwrap();
        assert_eq!(shown(berlin, found), goes, "{due} {hours:?}");
    }
}

#[test]
fn s12_a_night_that_ends_in_the_hour_that_comes_twice_ends_in_the_second_and_none_opens_in_a_skipped_one()
 {
    let berlin = zone("Europe/Berlin");
    let night = quiet("20:00", "02:30");
    let first = instant_in(berlin, "2026-10-25T02:10");
    let second = first + TimeDelta::hours(1);
    let half = TimeDelta::minutes(20);
    for at in [second, first + half + TimeDelta::minutes(40)] {
        assert_eq!(night.release(at, berlin, &[]), Some(second + half), "{at}");
    }
    // In the first pass it is open from half past on, and quiet again from two on.
    let open = first + TimeDelta::minutes(30);
    assert_eq!(night.release(open, berlin, &[]), Some(open));
    let narrow = quiet("02:45", "02:15");
    let evening = instant_in(berlin, "2026-03-28T22:00");
    let found = narrow.release(evening, berlin, &[]).unwrap();
    assert_eq!(shown(berlin, found), "2026-03-30T02:15");
}

#[test]
fn m6_excluded_days_are_passed_over() {
    let berlin = zone("Europe/Berlin");
    let closures = [Closure {
        id: ClosureId(Uuid::nil()),
        from: date("2026-12-24"),
        to: date("2026-12-26"),
        name: "Christmas".to_owned(),
    }];
    let sundays = QuietHours {
        weekdays: vec![Weekday::Sun],
        ..QuietHours::default()
    };
    let dates = QuietHours {
        dates: vec![date("2026-11-30")],
        ..sundays.clone()
    };
    let closed = QuietHours {
        closures: true,
        ..sundays.clone()
    };
    for (hours, due, goes) in [
        (&sundays, "2026-11-28T21:00", "2026-11-30T08:00"),
        (&sundays, "2026-11-29T10:00", "2026-11-30T08:00"),
        (&dates, "2026-11-29T10:00", "2026-12-01T08:00"),
        (&sundays, "2026-12-25T10:00", "2026-12-25T10:00"),
        (&closed, "2026-12-25T10:00", "2026-12-28T08:00"),
    ] {
        let found = hours.release(instant_in(berlin, due), berlin, &closures);
        assert_eq!(shown(berlin, found.unwrap()), goes, "{due} {hours:?}");
    }
}

#[test]
fn m6_where_every_day_is_excluded_nothing_ever_goes_out() {
    let berlin = zone("Europe/Berlin");
    use Weekday::{Fri, Mon, Sat, Sun, Thu, Tue, Wed};
    let none = QuietHours {
        weekdays: vec![Mon, Tue, Wed, Thu, Fri, Sat, Sun],
        ..QuietHours::default()
    };
    let due = instant_in(berlin, "2026-11-24T10:00");
    assert_eq!(none.release(due, berlin, &[]), None);
}

/// Any instant of the year 2026, by the minute.
fn instants() -> impl Strategy<Value = DateTime<Utc>> {
    (0i64..365 * 24 * 60).prop_map(|minutes| {
        DateTime::from_timestamp(1_767_225_600, 0).unwrap() + TimeDelta::minutes(minutes)
    })
}

proptest! {
    #[test]
    fn m6_what_goes_out_goes_out_late_enough_in_the_window_and_waits_no_longer_than_a_day(
        at in instants(),
        name in prop::sample::select(&ZONES[..]),
        from in 0u16..1440,
        to in 0u16..1440,
    ) {
        let zone = zone(name);
        let hours = QuietHours {
            from: MinuteOfDay::new(from).unwrap(),
            to: MinuteOfDay::new(to).unwrap(),
            ..QuietHours::default()
        };
        let goes = hours.release(at, zone, &[]).unwrap();
        prop_assert!(goes >= at);
        prop_assert!(goes - at < TimeDelta::hours(26), "{goes} for {at}");
        prop_assert!(!hours.is_quiet(MinuteOfDay::of(zone.wall(goes).at.time())), "{goes}");
        prop_assert_eq!(hours.release(goes, zone, &[]), Some(goes));
    }
}
