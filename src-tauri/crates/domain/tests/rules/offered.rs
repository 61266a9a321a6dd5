//! Openings of any desk: whatever is offered can be booked, and nothing bookable is left out.

use super::build::{berlin, date, visit};
use super::openings_desk::{Desk, minute, tuesday};
use chrono::{TimeDelta, Weekday};
use domain::booking::{Terms, clashes, closed};
use domain::openings::{Offers, Opening};
use domain::{Appointment, AppointmentId, MinuteOfDay, Shift, WallTime, WeekHours, Wish, Zone};
use proptest::prelude::*;
use uuid::Uuid;

/// Visits by start, length, provider and chair.
fn visits() -> impl Strategy<Value = Vec<Appointment>> {
    prop::collection::vec((0u32..600, 5u32..90, 1u128..3, 1u128..3), 0..12).prop_map(|all| {
        let visit = |(number, (start, length, who, room)): (usize, &(u32, u32, u128, u128))| {
            let start = format!("2026-11-24T{:02}:{:02}", 8 + start / 60, start % 60);
            let mut visit = visit(&start, *length, [10 + number as u128, *who, *room]);
            visit.id = AppointmentId(Uuid::from_u128(100 + number as u128));
            visit
        };
        all.iter().enumerate().map(visit).collect()
    })
}

/// Times of day that may be wished for.
fn wishes() -> impl Strategy<Value = Wish> {
    (
        prop::option::of(7u16 * 60..18 * 60),
        prop::option::of(9u16 * 60..19 * 60),
    )
        .prop_map(|(from, to)| Wish {
            from: from.and_then(MinuteOfDay::new),
            to: to.and_then(MinuteOfDay::new),
            ..Wish::default()
        })
}

proptest! {
    // Every third minute of every provider and chair is tried in each case.
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn s6_whatever_is_offered_can_be_booked_and_nothing_else_can(
        visits in visits(), wish in wishes(), minutes in 5u32..90, first in 0i64..3
    ) {
        let mut desk = Desk::new(2, 2).with(&visits);
        desk.wish = wish;
        let offered = desk.on(tuesday(), minutes);
        for provider in &desk.providers {
            for chair in &desk.chairs {
                for at in (7 * 60 + first..19 * 60).step_by(3) {
                    let mut wanted = visit("2026-11-24T08:00", minutes, [1, 1, 1]);
                    wanted.provider = Some(provider.id);
                    wanted.chair = Some(chair.id);
                    wanted.start.at = tuesday().and_hms_opt(0, 0, 0).unwrap() + TimeDelta::minutes(at);
                    let free = clashes(berlin(), &wanted, &visits).is_empty()
                        && closed(
                            &Terms { provider: Some(provider), chair: Some(chair), ..Terms::of(&desk.practice) },
                            &wanted,
                        ).is_empty();
                    let wished = desk.wish.suits_time(wanted.start, minutes);
                    let inside = offered.iter().find(|one| {
                        one.provider == provider.id && one.chair == chair.id
                            && one.gap_start.at <= wanted.start.at
                            && wanted.end(berlin()) <= one.gap_start.at + TimeDelta::minutes(one.gap_minutes.into())
                    });
                    if let Some(one) = inside {
                        prop_assert!(free, "{:?} is offered: {one:?}", wanted.start);
                        prop_assert!(!wished || one.start <= wanted.start, "{:?} before {one:?}", wanted.start);
                    }
                    prop_assert!(inside.is_some() || !free || !wished, "{:?} is left out", wanted.start);
                }
            }
        }
        for one in &offered {
            prop_assert!(desk.wish.suits_time(one.start, minutes) && one.minutes >= minutes, "{one:?}");
        }
    }
}

proptest! {
    #[test]
    fn s6_a_fair_choice_leaves_out_no_minute_and_no_provider(visits in visits(), limit in 4usize..40) {
        let desk = Desk::new(2, 2).with(&visits);
        let all = desk.on(tuesday(), 15);
        let mut offers = Offers::fair(limit, 2);
        offers.add(all.clone());
        let fair = offers.into_offers();
        prop_assert!(fair.len() <= limit);
        prop_assert!(fair.windows(2).all(|two| two[0].opening.start < two[1].opening.start));
        for provider in &desk.providers {
            let has = |opening: &Opening| opening.provider == provider.id;
            prop_assert_eq!(
                all.iter().any(has),
                fair.iter().any(|one| has(&one.opening) || one.also.iter().any(has))
            );
        }
        if fair.len() < limit {
            let mut minutes: Vec<_> = all.iter().map(|one| one.start).collect();
            minutes.dedup();
            prop_assert_eq!(minutes.len(), fair.len());
        }
    }
}

/// Nights on which the clocks change, a Sunday each.
const NIGHTS: [(&str, &str); 8] = [
    ("Europe/Berlin", "2026-03-29"),
    ("Europe/Berlin", "2026-10-25"),
    ("America/New_York", "2026-03-08"),
    ("America/New_York", "2026-11-01"),
    ("Australia/Lord_Howe", "2026-04-05"),
    ("Australia/Lord_Howe", "2026-10-04"),
    ("Africa/Casablanca", "2026-02-15"),
    ("Africa/Casablanca", "2026-03-22"),
];

proptest! {
    #[test]
    fn s12_on_a_night_of_change_whatever_is_offered_can_be_booked_and_nothing_else_can(
        night in prop::sample::select(NIGHTS.as_slice()),
        taken in prop::collection::vec((0i64..84, 1u32..12), 0..6),
        minutes in (1u32..20).prop_map(|units| units * 5),
    ) {
        let zone = Zone::named(night.0).unwrap();
        let day = date(night.1);
        let midnight = zone.instant(WallTime::once(day.and_hms_opt(0, 0, 0).unwrap())).unwrap();
        let begins = |unit: i64| zone.wall(midnight + TimeDelta::minutes(unit * 5));
        let at = |number: usize, start: WallTime, minutes: u32| {
            let mut visit = visit("2026-01-01T08:00", minutes, [10 + number as u128, 1, 1]);
            visit.id = AppointmentId(Uuid::from_u128(100 + number as u128));
            visit.start = start;
            visit
        };
        let visits: Vec<Appointment> = taken.iter().enumerate()
            .map(|(number, (unit, units))| at(number, begins(*unit), units * 5))
            .collect();
        let mut desk = Desk::new(1, 1);
        desk.practice.zone = zone;
        desk.practice.hours =
            WeekHours::same(&[Weekday::Sun], Shift::new(minute(0, 0), minute(6, 0), None).unwrap());
        let desk = desk.with(&visits);
        let offered = desk.on(day, minutes);
        let terms = Terms {
            provider: desk.providers.first(),
            chair: desk.chairs.first(),
            ..Terms::of(&desk.practice)
        };
        for unit in 0..90 {
            let wanted = at(50, begins(unit), minutes);
            let free = clashes(zone, &wanted, &visits).is_empty() && closed(&terms, &wanted).is_empty();
            let start = midnight + TimeDelta::minutes(unit * 5);
            let is_offered = offered.iter().any(|one| {
                let gap = zone.instant(one.gap_start).unwrap();
                gap <= start
                    && start + TimeDelta::minutes(minutes.into()) <= gap + TimeDelta::minutes(one.gap_minutes.into())
            });
            prop_assert_eq!(is_offered, free, "{:?} {:?}", wanted.start, offered);
        }
    }
}
