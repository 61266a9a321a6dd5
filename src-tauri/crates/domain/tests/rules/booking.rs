//! S1, S2, S6, S12: whether a visit may stand where it is wanted.

use super::build::{at, berlin, chair, practice, provider, visit};
use domain::booking::{self, Closed, Resource, Terms, clashes};
use domain::{
    Appointment, Chair, Closure, ClosureId, HoursException, MinuteOfDay, Practice, Provider, Shift,
    Status, WallTime, WeekHours,
};
use proptest::prelude::*;
use uuid::Uuid;

fn resources(wanted: &Appointment, other: &Appointment) -> Vec<Resource> {
    let mut found: Vec<Resource> = clashes(berlin(), wanted, [other])
        .into_iter()
        .map(|clash| clash.resource)
        .collect();
    found.sort();
    found
}

/// Why the hours and closures are against a visit.
fn closed(
    practice: &Practice,
    closures: &[Closure],
    provider: Option<&Provider>,
    chair: Option<&Chair>,
    wanted: &Appointment,
) -> Vec<Closed> {
    let terms = Terms {
        closures,
        provider,
        chair,
        ..Terms::of(practice)
    };
    booking::closed(&terms, wanted)
}

fn shift(from: &str, to: &str) -> Shift {
    let minute = |text: &str| text.parse::<MinuteOfDay>().unwrap();
    Shift::new(minute(from), minute(to), None).unwrap()
}

#[test]
fn s1_touching_visits_do_not_clash() {
    let ten = visit("2026-11-24T10:00", 30, [1, 1, 1]);
    for (start, minutes, clash) in [
        ("2026-11-24T09:30", 30, false),
        ("2026-11-24T10:30", 30, false),
        ("2026-11-24T09:31", 30, true),
        ("2026-11-24T10:29", 5, true),
        ("2026-11-24T09:00", 120, true),
        ("2026-11-25T10:00", 30, false),
    ] {
        let other = visit(start, minutes, [2, 1, 2]);
        assert_eq!(
            !resources(&ten, &other).is_empty(),
            clash,
            "{start} {minutes}"
        );
    }
}

#[test]
fn s1_cancelled_and_missed_visits_and_the_own_old_place_never_clash() {
    let wanted = visit("2026-11-24T10:00", 30, [1, 1, 1]);
    for status in [Status::Cancelled, Status::Missed] {
        let other = Appointment {
            status,
            ..visit("2026-11-24T10:00", 30, [2, 1, 1])
        };
        assert_eq!(resources(&wanted, &other), []);
        assert_eq!(resources(&other, &wanted), []);
    }
    let moved = Appointment {
        start: WallTime::once(at("2026-11-24T10:10")),
        ..wanted.clone()
    };
    assert_eq!(resources(&moved, &wanted), []);
}

#[test]
fn s2_provider_chair_and_patient_are_checked_apart() {
    let there = visit("2026-11-24T10:00", 30, [1, 1, 1]);
    for (who, expected) in [
        ([2, 1, 2], vec![Resource::Provider]),
        ([2, 2, 1], vec![Resource::Chair]),
        ([1, 2, 2], vec![Resource::Patient]),
        ([2, 2, 2], vec![]),
        (
            [1, 1, 1],
            vec![Resource::Provider, Resource::Chair, Resource::Patient],
        ),
    ] {
        assert_eq!(
            resources(&visit("2026-11-24T10:15", 30, who), &there),
            expected,
            "{who:?}"
        );
    }
}

#[test]
fn s2_a_provider_is_double_booked_only_where_units_of_the_provider_overlap() {
    let with = |pattern: &str, start: &str, who| Appointment {
        pattern: Some(pattern.parse().unwrap()),
        ..visit(start, 30, who)
    };
    // The provider begins and ends, an assistant has the middle.
    let there = with("X////X", "2026-11-24T10:00", [1, 1, 1]);
    assert_eq!(
        resources(&with("XXXX//", "2026-11-24T10:05", [2, 1, 2]), &there),
        []
    );
    assert_eq!(
        resources(&with("XXXXX/", "2026-11-24T10:05", [2, 1, 2]), &there),
        [Resource::Provider]
    );
    assert_eq!(
        resources(&visit("2026-11-24T10:00", 30, [2, 1, 2]), &there),
        [Resource::Provider],
        "without a pattern the provider is there throughout"
    );
}

#[test]
fn s12_the_night_of_25_hours_keeps_the_two_equal_hours_apart() {
    let first = visit("2026-10-25T02:30", 30, [1, 1, 1]);
    let second = Appointment {
        start: WallTime {
            at: at("2026-10-25T02:30"),
            second_pass: true,
        },
        ..visit("2026-10-25T02:30", 30, [2, 1, 1])
    };
    assert_eq!(resources(&first, &second), []);
    let long = visit("2026-10-25T02:30", 90, [3, 1, 2]);
    assert_eq!(
        resources(&long, &second),
        [Resource::Provider],
        "90 minutes later is 02:00 again to 03:00"
    );
}

#[test]
fn s6_hours_of_provider_and_chair_and_closures() {
    let practice = practice();
    let mut dentist = provider(1);
    let mut room = chair(1);
    let why =
        |closures: &[Closure], provider: &domain::Provider, chair: &domain::Chair, start: &str| {
            closed(
                &practice,
                closures,
                Some(provider),
                Some(chair),
                &visit(start, 60, [1, 1, 1]),
            )
        };
    assert_eq!(why(&[], &dentist, &room, "2026-11-24T17:00"), []);
    assert!(matches!(
        why(&[], &dentist, &room, "2026-11-24T17:30")[..],
        [Closed::ProviderOff { .. }]
    ));
    assert!(matches!(
        why(&[], &dentist, &room, "2026-11-29T10:00")[..],
        [Closed::ProviderOff { .. }]
    ));
    let date = at("2026-11-24T00:00").date();
    dentist.exceptions = vec![HoursException {
        date,
        shifts: vec![shift("19:00", "21:00")],
        note: String::new(),
    }];
    assert_eq!(why(&[], &dentist, &room, "2026-11-24T19:30"), []);
    assert!(matches!(
        why(&[], &dentist, &room, "2026-11-24T10:00")[..],
        [Closed::ProviderOff { .. }]
    ));
    room.hours = Some(WeekHours::same(
        &[chrono::Weekday::Tue],
        shift("08:00", "20:00"),
    ));
    assert!(matches!(
        why(&[], &dentist, &room, "2026-11-24T19:30")[..],
        [Closed::ChairOff { .. }]
    ));
    let closure = Closure {
        id: ClosureId(Uuid::nil()),
        from: date,
        to: date,
        name: "Strike".to_owned(),
    };
    assert!(
        matches!(&why(&[closure], &dentist, &room, "2026-11-24T19:30")[..], [Closed::Practice { name, .. }] if name == "Strike"),
        "a closure beats both"
    );
}

#[test]
fn s12_hours_and_closures_hold_over_the_hour_that_happens_twice() {
    // The first pass of a repeated hour, half of which lies in the second; all on a Sunday, but
    // the zone of an island sets its clocks back by half an hour only.
    for (zone, start, minutes) in [
        ("Europe/Berlin", "2026-10-25T02:45", 30),
        ("America/New_York", "2026-11-01T01:45", 30),
        ("Australia/Lord_Howe", "2026-04-05T01:45", 30),
        ("Africa/Casablanca", "2026-02-15T02:45", 30),
    ] {
        let zone = domain::Zone::named(zone).unwrap();
        let practice = domain::Practice { zone, ..practice() };
        let wanted = visit(start, minutes, [1, 1, 1]);
        assert!(
            wanted.end(zone) <= wanted.start.at,
            "{zone:?}: the clocks are set back while it lasts"
        );
        let (dentist, room) = (provider(1), chair(1));
        let found = closed(&practice, &[], Some(&dentist), Some(&room), &wanted);
        assert!(
            matches!(found[..], [Closed::ProviderOff { .. }]),
            "{zone:?}: nobody works on Sunday: {found:?}"
        );
        let closure = Closure {
            id: ClosureId(Uuid::nil()),
            from: wanted.start.date(),
            to: wanted.start.date(),
            name: "Sunday".to_owned(),
        };
        let found = closed(&practice, &[closure], None, None, &wanted);
        assert!(matches!(found[..], [Closed::Practice { .. }]), "{zone:?}");

        // Who works that night from the hour on that is repeated may be booked ...
        let night = |from: &str, to: &str| domain::Provider {
            hours: Some(WeekHours::same(&[chrono::Weekday::Sun], shift(from, to))),
            ..provider(1)
        };
        let works = night("01:00", "06:00");
        assert_eq!(closed(&practice, &[], Some(&works), None, &wanted), []);
        // ... but not who begins within the visit, by either pass of the clock.
        let begins = night(&start[11..], "06:00");
        let found = closed(&practice, &[], Some(&begins), None, &wanted);
        assert!(
            matches!(found[..], [Closed::ProviderOff { .. }]),
            "{zone:?}: the second pass lies before the shift"
        );
    }
}

#[test]
fn s12_a_skipped_hour_within_a_visit_is_no_time_that_anybody_must_work() {
    let practice = practice();
    let split = domain::Provider {
        hours: Some({
            let mut week = WeekHours::same(&[chrono::Weekday::Sun], shift("00:00", "02:00"));
            week.0[6].push(shift("03:00", "06:00"));
            week
        }),
        ..provider(1)
    };
    let wanted = visit("2026-03-29T01:30", 60, [1, 1, 1]);
    assert_eq!(closed(&practice, &[], Some(&split), None, &wanted), []);
    let over_midnight = visit("2026-11-28T23:30", 60, [1, 1, 1]);
    let found = closed(&practice, &[], Some(&split), None, &over_midnight);
    assert!(
        matches!(found[..], [Closed::ProviderOff { .. }]),
        "Saturday"
    );
}

#[test]
fn s1_a_visit_that_ends_at_midnight_is_none_of_the_next_day() {
    let day = |text: &str| text.parse::<chrono::NaiveDate>().unwrap();
    for (start, minutes, last) in [
        ("2026-11-24T23:00", 60, "2026-11-24"),
        ("2026-11-24T23:00", 61, "2026-11-25"),
        ("2026-11-24T00:00", 24 * 60, "2026-11-24"),
        ("2026-10-25T00:00", 25 * 60, "2026-10-25"),
    ] {
        let visit = visit(start, minutes, [1, 1, 1]);
        assert_eq!(visit.last_day(berlin()), day(last), "{start} {minutes}");
    }
}

#[test]
fn s6_a_provider_whose_hours_name_a_chair_works_in_that_one_only() {
    let practice = practice();
    let mut dentist = provider(1);
    let only = Shift {
        chair: Some(chair(2).id),
        ..shift("08:00", "18:00")
    };
    dentist.hours = Some(WeekHours::same(&[chrono::Weekday::Tue], only));
    let wanted = visit("2026-11-24T10:00", 30, [1, 1, 1]);
    let found = closed(&practice, &[], Some(&dentist), Some(&chair(1)), &wanted);
    assert!(matches!(found[..], [Closed::ProviderElsewhere { .. }]));
    assert_eq!(
        closed(&practice, &[], Some(&dentist), Some(&chair(2)), &wanted),
        []
    );
}

proptest! {
    #[test]
    fn a_clash_is_mutual_and_equals_the_overlap_of_minutes(
        a in 0u32..600, a_minutes in 1u32..120, b in 0u32..600, b_minutes in 1u32..120,
        who in prop::array::uniform3(1u128..3)
    ) {
        let start = |minute: u32| format!("2026-11-24T{:02}:{:02}", 8 + minute / 60, minute % 60);
        let one = visit(&start(a), a_minutes, [1, 1, 1]);
        let mut other = visit(&start(b), b_minutes, who);
        other.id = domain::AppointmentId(Uuid::from_u128(7));
        prop_assert_eq!(resources(&one, &other), resources(&other, &one));
        let overlap = a < b + b_minutes && b < a + a_minutes;
        let shared = who.contains(&1);
        prop_assert_eq!(!resources(&one, &other).is_empty(), overlap && shared);
    }
}
