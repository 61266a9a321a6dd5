//! Openings: whatever is offered can be booked, and nothing bookable is left out.

use super::build::{berlin, chair, instant, practice, provider, visit};
use chrono::{NaiveDate, TimeDelta};
use domain::booking::{Terms, clashes, closed};
use domain::openings::{Opening, Schedule, openings_on};
use domain::{Appointment, Closure, ClosureId, MinuteOfDay, Shift, WeekHours};
use proptest::prelude::*;
use uuid::Uuid;

fn tuesday() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 24).unwrap()
}

fn found(visits: &[Appointment], minutes: u32) -> Vec<(String, u32)> {
    let (practice, providers, chairs) = (practice(), [provider(1)], [chair(1)]);
    let schedule = Schedule {
        practice: &practice,
        closures: &[],
        providers: &providers,
        chairs: &chairs,
        visits,
    };
    openings_on(schedule, tuesday(), minutes, instant("2026-11-24T00:00"))
        .into_iter()
        .map(|opening| {
            (
                opening.start.at.format("%H:%M").to_string(),
                opening.minutes,
            )
        })
        .collect()
}

#[test]
fn gaps_between_visits_long_enough_are_openings() {
    let visits = [
        visit("2026-11-24T08:20", 40, [1, 1, 1]),
        visit("2026-11-24T10:00", 450, [1, 1, 1]),
    ];
    let at = |start: &str, minutes| (start.to_owned(), minutes);
    assert_eq!(
        found(&visits, 20),
        [at("08:00", 20), at("09:00", 60), at("17:30", 30)]
    );
    assert_eq!(found(&visits, 45), [at("09:00", 60)]);
    assert_eq!(found(&visits, 90), []);
}

#[test]
fn nothing_is_offered_in_the_past_or_on_a_closed_day() {
    let (practice, providers, chairs) = (practice(), [provider(1)], [chair(1)]);
    let closure = [Closure {
        id: ClosureId(Uuid::nil()),
        from: tuesday(),
        to: tuesday(),
        name: String::new(),
    }];
    let open = Schedule {
        practice: &practice,
        closures: &[],
        providers: &providers,
        chairs: &chairs,
        visits: &[],
    };
    let noon = openings_on(open, tuesday(), 30, instant("2026-11-24T12:07"));
    assert_eq!(noon[0].start.at.format("%H:%M").to_string(), "12:07");
    assert_eq!(noon[0].minutes, 353);
    let closed = Schedule {
        closures: &closure,
        ..open
    };
    assert_eq!(
        openings_on(closed, tuesday(), 30, instant("2026-11-24T00:00")),
        []
    );
}

#[test]
fn s12_a_shift_over_the_change_of_clocks_is_an_hour_longer_or_shorter() {
    let mut practice = practice();
    let night = Shift::new(
        MinuteOfDay::new(0).unwrap(),
        MinuteOfDay::new(6 * 60).unwrap(),
        None,
    )
    .unwrap();
    practice.hours = WeekHours::same(&[chrono::Weekday::Sun], night);
    let (providers, chairs) = ([provider(1)], [chair(1)]);
    let schedule = Schedule {
        practice: &practice,
        closures: &[],
        providers: &providers,
        chairs: &chairs,
        visits: &[],
    };
    let length = |date: &str| {
        let date: NaiveDate = date.parse().unwrap();
        openings_on(schedule, date, 30, instant("2026-01-01T00:00"))[0].minutes
    };
    assert_eq!(length("2026-10-25"), 420);
    assert_eq!(length("2026-03-29"), 300);
    assert_eq!(length("2026-11-29"), 360);
}

proptest! {
    #[test]
    fn whatever_is_offered_can_be_booked(
        starts in prop::collection::vec((0u32..600, 5u32..90, 1u128..3, 1u128..3), 0..12),
        minutes in 5u32..90
    ) {
        let visits: Vec<Appointment> = starts.iter().enumerate().map(|(number, (start, length, who, room))| {
            let mut visit = visit(
                &format!("2026-11-24T{:02}:{:02}", 8 + start / 60, start % 60), *length,
                [10 + number as u128, *who, *room],
            );
            visit.id = domain::AppointmentId(Uuid::from_u128(100 + number as u128));
            visit
        }).collect();
        let (practice, providers, chairs) = (practice(), [provider(1), provider(2)], [chair(1), chair(2)]);
        let schedule = Schedule { practice: &practice, closures: &[], providers: &providers, chairs: &chairs, visits: &visits };
        let offered: Vec<Opening> = openings_on(schedule, tuesday(), minutes, instant("2026-11-24T00:00"));
        for opening in &offered {
            for late in [0, opening.minutes - minutes] {
                let mut wanted = visit("2026-11-24T08:00", minutes, [1, 1, 1]);
                wanted.provider = Some(opening.provider);
                wanted.chair = Some(opening.chair);
                wanted.start.at = opening.start.at + TimeDelta::minutes(i64::from(late));
                prop_assert!(clashes(berlin(), &wanted, &visits).is_empty());
                let provider = providers.iter().find(|one| one.id == opening.provider);
                let chair = chairs.iter().find(|one| one.id == opening.chair);
                let terms = Terms { provider, chair, ..Terms::of(&practice) };
                prop_assert!(closed(&terms, &wanted).is_empty());
            }
        }
    }
}
