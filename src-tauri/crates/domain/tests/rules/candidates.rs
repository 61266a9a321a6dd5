//! Who could take a gap, and who is asked first.

use super::build::{at, berlin, date, instant};
use chrono::{DateTime, TimeDelta, Utc, Weekday};
use domain::candidates::{Candidate, Elsewhere, Gap, Source, Wanting, ranked};
use domain::wall_clock::ZoneDay;
use domain::{
    AppointmentId, AppointmentType, AppointmentTypeId, ChairId, MinuteOfDay, PatientId, ProviderId,
    WaitingId, WallTime, Wish,
};
use proptest::prelude::*;
use uuid::Uuid;

fn day() -> ZoneDay {
    ZoneDay::new(berlin(), date("2026-11-24"))
}

/// Tuesday, 14:35 to 15:30, with provider 1 in chair 1.
fn gap(day: &ZoneDay) -> Gap<'_> {
    Gap {
        provider: ProviderId(Uuid::from_u128(1)),
        chair: ChairId(Uuid::from_u128(1)),
        from: instant("2026-11-24T14:35"),
        to: instant("2026-11-24T15:30"),
        day,
        kept_for: None,
    }
}

fn kind(number: u128) -> AppointmentTypeId {
    AppointmentTypeId(Uuid::from_u128(number))
}

/// A patient by number on the ASAP list since so many days, with a visit in December.
fn asap(number: u128, minutes: u32, days: i64) -> Wanting {
    Wanting {
        source: Source::Asap(AppointmentId(Uuid::from_u128(number))),
        patient: PatientId(Uuid::from_u128(number)),
        kind: Some(kind(1)),
        minutes,
        provider: Some(ProviderId(Uuid::from_u128(2))),
        wish: Wish::default(),
        urgent: false,
        since: instant("2026-11-23T09:00") - TimeDelta::days(days),
        booked: Some(WallTime::once(at("2026-12-07T09:00"))),
    }
}

fn others(number: u128, source: Source) -> Wanting {
    Wanting {
        source,
        booked: None,
        ..asap(number, 50, 100)
    }
}

fn minute(hour: u16, minute: u16) -> MinuteOfDay {
    MinuteOfDay::new(hour * 60 + minute).unwrap()
}

fn numbers(found: &[Candidate<'_>]) -> Vec<u128> {
    found
        .iter()
        .map(|one| one.wanting.patient.0.as_u128())
        .collect()
}

#[test]
fn the_best_is_asked_first() {
    let check = |why: &str, all: Vec<Wanting>, expected: &[u128]| {
        let day = day();
        let found = ranked(&gap(&day), &[], &all, &[]);
        assert_eq!(numbers(&found), expected, "{why}");
        let backwards = ranked(&gap(&day), &[], all.iter().rev(), &[]);
        assert_eq!(
            backwards, found,
            "{why}: whoever comes first to be looked at"
        );
    };
    let with = |wanting: Wanting, wish: Wish| Wanting { wish, ..wanting };
    let waiting = |number| others(number, Source::Waiting(WaitingId(Uuid::from_u128(number))));
    let missed = |number| {
        others(
            number,
            Source::Unscheduled(AppointmentId(Uuid::from_u128(number))),
        )
    };
    let planned = |number| others(number, Source::Planned(WaitingId(Uuid::from_u128(number))));
    check(
        "who fills the gap before who leaves some of it",
        vec![
            asap(1, 15, 9),
            asap(2, 30, 5),
            asap(3, 55, 1),
            asap(4, 60, 50),
        ],
        &[3, 2, 1],
    );
    check(
        "who wished for it before who said nothing, and the own provider before another",
        vec![
            asap(1, 50, 9),
            Wanting {
                provider: Some(ProviderId(Uuid::from_u128(1))),
                ..asap(2, 50, 5)
            },
            with(
                asap(3, 50, 1),
                Wish {
                    weekdays: vec![Weekday::Tue],
                    ..Wish::default()
                },
            ),
            with(
                asap(4, 50, 1),
                Wish {
                    weekdays: vec![Weekday::Wed],
                    ..Wish::default()
                },
            ),
            with(
                asap(5, 50, 1),
                Wish {
                    providers: vec![ProviderId(Uuid::from_u128(2))],
                    ..Wish::default()
                },
            ),
            with(
                asap(6, 50, 1),
                Wish {
                    chairs: vec![ChairId(Uuid::from_u128(2))],
                    ..Wish::default()
                },
            ),
        ],
        &[3, 2, 1],
    );
    check(
        "who waits longer, but for who is urgent",
        vec![
            asap(1, 50, 3),
            asap(2, 50, 9),
            Wanting {
                urgent: true,
                ..asap(3, 50, 1)
            },
        ],
        &[3, 2, 1],
    );
    check(
        "who asked before who was never asked",
        vec![
            planned(1),
            missed(2),
            Wanting {
                minutes: 20,
                ..waiting(3)
            },
            asap(4, 20, 101),
        ],
        &[4, 3, 2, 1],
    );
    check(
        "a visit without a type after those with one",
        vec![
            Wanting {
                kind: None,
                ..asap(1, 50, 9)
            },
            asap(2, 50, 1),
        ],
        &[2, 1],
    );
    check(
        "each patient once, on the better list",
        vec![
            planned(1),
            Wanting {
                patient: PatientId(Uuid::from_u128(1)),
                ..waiting(2)
            },
        ],
        &[1],
    );
}

#[test]
fn s5_a_gap_that_is_kept_for_a_type_is_offered_to_that_type_alone() {
    let day = day();
    let kept = [kind(2)];
    let gap = Gap {
        kept_for: Some(&kept),
        ..gap(&day)
    };
    let all = [
        asap(1, 50, 9),
        Wanting {
            kind: Some(kind(2)),
            ..asap(2, 20, 1)
        },
        Wanting {
            kind: None,
            ..asap(3, 50, 9)
        },
    ];
    assert_eq!(numbers(&ranked(&gap, &[], &all, &[])), [2]);
}

#[test]
fn s6_nobody_is_asked_whose_type_may_not_be_there() {
    let day = day();
    let named = |number| AppointmentType::named(kind(number), String::new(), 30);
    let types = [
        AppointmentType {
            chairs: vec![ChairId(Uuid::from_u128(2))],
            ..named(1)
        },
        AppointmentType {
            providers: vec![ProviderId(Uuid::from_u128(2))],
            ..named(2)
        },
        AppointmentType {
            providers: vec![ProviderId(Uuid::from_u128(1))],
            ..named(3)
        },
    ];
    let all = [1, 2, 3].map(|number| Wanting {
        kind: Some(kind(number)),
        ..asap(number, 30, 1)
    });
    assert_eq!(numbers(&ranked(&gap(&day), &types, &all, &[])), [3]);
}

#[test]
fn s2_nobody_is_asked_to_be_in_two_places_and_the_own_visit_is_no_other_place() {
    let day = day();
    let elsewhere = |patient: u128, visit: u128, from: &str, to: &str| Elsewhere {
        patient: PatientId(Uuid::from_u128(patient)),
        visit: AppointmentId(Uuid::from_u128(visit)),
        from: instant(&format!("2026-11-24T{from}")),
        to: instant(&format!("2026-11-24T{to}")),
    };
    let check = |minutes: u32, busy: &[Elsewhere], expected: Option<&str>| {
        let wanting = asap(1, minutes, 1);
        let found = ranked(&gap(&day), &[], [&wanting], busy);
        let start = found
            .first()
            .map(|one| day.wall(one.start).at.format("%H:%M").to_string());
        assert_eq!(start.as_deref(), expected, "{minutes} {busy:?}");
    };
    check(30, &[], Some("14:35"));
    check(30, &[elsewhere(1, 9, "14:00", "14:35")], Some("14:35"));
    check(30, &[elsewhere(1, 9, "14:00", "14:45")], Some("14:45"));
    check(
        30,
        &[
            elsewhere(1, 9, "14:00", "14:45"),
            elsewhere(1, 8, "15:10", "15:30"),
        ],
        None,
    );
    check(55, &[elsewhere(1, 9, "15:25", "16:00")], None);
    check(55, &[elsewhere(2, 9, "14:00", "16:00")], Some("14:35"));
    check(55, &[elsewhere(1, 1, "14:00", "16:00")], Some("14:35"));
}

#[test]
fn who_would_come_sooner_is_not_offered_a_later_time() {
    let day = day();
    let check = |booked: &str, wish: Wish, expected: Option<&str>| {
        let wanting = Wanting {
            booked: Some(WallTime::once(at(booked))),
            wish,
            ..asap(1, 30, 1)
        };
        let found = ranked(&gap(&day), &[], [&wanting], &[]);
        let start = found
            .first()
            .map(|one| day.wall(one.start).at.format("%H:%M").to_string());
        assert_eq!(start.as_deref(), expected, "{booked}");
    };
    let after_three = || Wish {
        from: Some(minute(15, 0)),
        ..Wish::default()
    };
    check("2026-11-24T14:40", Wish::default(), Some("14:35"));
    check("2026-11-24T14:35", Wish::default(), None);
    check("2026-11-24T09:00", Wish::default(), None);
    check("2026-11-25T09:00", after_three(), Some("15:00"));
    check("2026-11-24T15:00", after_three(), None);
}

fn anybody() -> impl Strategy<Value = Wanting> {
    let wish = (
        prop::option::of(13u16..16),
        prop::collection::vec(0u8..7, 0..3),
    );
    (0u128..12, 5u32..70, 0i64..4, any::<bool>(), 0u8..4, wish).prop_map(
        |(number, minutes, days, urgent, list, (from, weekdays))| Wanting {
            source: match list {
                0 => Source::Asap(AppointmentId(Uuid::from_u128(number))),
                1 => Source::Waiting(WaitingId(Uuid::from_u128(number))),
                2 => Source::Unscheduled(AppointmentId(Uuid::from_u128(number))),
                _ => Source::Planned(WaitingId(Uuid::from_u128(number))),
            },
            urgent,
            booked: (list == 0).then(|| WallTime::once(at("2026-12-07T09:00"))),
            wish: Wish {
                from: from.map(|hour| minute(hour, 0)),
                weekdays: weekdays
                    .iter()
                    .filter_map(|day| Weekday::try_from(*day).ok())
                    .collect(),
                ..Wish::default()
            },
            ..asap(number, minutes, days)
        },
    )
}

proptest! {
    #[test]
    fn the_order_is_one_whatever_order_they_come_in_and_everybody_fits(
        all in prop::collection::vec(anybody(), 0..30), turn in 0usize..30
    ) {
        let day = day();
        let gap = gap(&day);
        let mut ids = std::collections::HashSet::new();
        let all: Vec<Wanting> = all.into_iter().filter(|one| ids.insert(one.source)).collect();
        let found = ranked(&gap, &[], &all, &[]);
        let mut turned = all.clone();
        turned.rotate_left(turn.min(all.len()));
        turned.reverse();
        prop_assert_eq!(&ranked(&gap, &[], &turned, &[]), &found);
        prop_assert!(found.windows(2).all(|two| two[0].fit < two[1].fit), "no two are equal");
        let end = |one: &Candidate<'_>| -> DateTime<Utc> { one.start + TimeDelta::minutes(one.wanting.minutes.into()) };
        for one in &found {
            prop_assert!(gap.from <= one.start && end(one) <= gap.to);
            prop_assert!(one.wanting.wish.suits_time(day.wall(one.start), one.wanting.minutes));
        }
        // Whoever alone could take it is among them.
        for one in &all {
            let alone = ranked(&gap, &[], [one], &[]);
            let there = found.iter().any(|other| other.wanting.patient == one.patient);
            prop_assert!(alone.is_empty() || there, "{one:?} is left out");
        }
    }
}
