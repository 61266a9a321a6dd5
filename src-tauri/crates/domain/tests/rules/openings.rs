//! Openings: whatever is offered can be booked, and nothing bookable is left out.

use super::build::{at, berlin, chair, date, instant, practice, provider, visit};
use chrono::{NaiveDate, TimeDelta, Weekday};
use domain::booking::{Terms, clashes, closed};
use domain::openings::{Blocked, Offers, Opening, Schedule, Search, Taken, Wanted};
use domain::{
    Appointment, AppointmentType, AppointmentTypeId, Chair, ChairId, Closure, ClosureId,
    MinuteOfDay, Practice, Provider, ProviderId, Shift, WeekHours, Wish,
};
use proptest::prelude::*;
use uuid::Uuid;

/// Two providers and two chairs, and what is in the way.
struct Desk {
    practice: Practice,
    closures: Vec<Closure>,
    providers: Vec<Provider>,
    chairs: Vec<Chair>,
    taken: Vec<Taken>,
    blocked: Vec<Blocked>,
    kind: Option<AppointmentType>,
    wish: Wish,
    now: &'static str,
}

impl Desk {
    fn new(providers: u128, chairs: u128) -> Self {
        Self {
            practice: practice(),
            closures: Vec::new(),
            providers: (1..=providers).map(provider).collect(),
            chairs: (1..=chairs).map(chair).collect(),
            taken: Vec::new(),
            blocked: Vec::new(),
            kind: None,
            wish: Wish::default(),
            now: "2026-01-01T00:00",
        }
    }

    fn with(mut self, visits: &[Appointment]) -> Self {
        self.taken = visits.iter().filter_map(Taken::of).collect();
        self
    }

    fn search(&self, minutes: u32) -> Search<'_> {
        let schedule = Schedule {
            practice: &self.practice,
            closures: &self.closures,
            providers: &self.providers,
            chairs: &self.chairs,
            taken: &self.taken,
            blocked: &self.blocked,
        };
        let wanted = Wanted {
            minutes,
            kind: self.kind.as_ref(),
            wish: &self.wish,
            not_before: instant(self.now),
        };
        Search::new(schedule, wanted)
    }

    fn on(&self, date: NaiveDate, minutes: u32) -> Vec<Opening> {
        self.search(minutes).on(date)
    }

    /// Start and length of what is free on that Tuesday.
    fn gaps(&self, minutes: u32) -> Vec<(String, u32)> {
        self.on(tuesday(), minutes)
            .into_iter()
            .map(|opening| (clock(opening.start.at), opening.minutes))
            .collect()
    }
}

fn tuesday() -> NaiveDate {
    date("2026-11-24")
}

fn clock(at: chrono::NaiveDateTime) -> String {
    at.format("%H:%M").to_string()
}

fn minute(hour: u16, minute: u16) -> MinuteOfDay {
    MinuteOfDay::new(hour * 60 + minute).unwrap()
}

#[test]
fn s6_gaps_between_visits_long_enough_are_openings() {
    let visits = [
        visit("2026-11-24T08:20", 40, [1, 1, 1]),
        visit("2026-11-24T10:00", 450, [1, 1, 1]),
    ];
    let desk = Desk::new(1, 1).with(&visits);
    let at = |start: &str, minutes| (start.to_owned(), minutes);
    assert_eq!(
        desk.gaps(20),
        [at("08:00", 20), at("09:00", 60), at("17:30", 30)]
    );
    assert_eq!(desk.gaps(45), [at("09:00", 60)]);
    assert_eq!(desk.gaps(90), []);
}

#[test]
fn s6_nothing_is_offered_in_the_past_or_on_a_closed_day() {
    let mut desk = Desk::new(1, 1);
    desk.now = "2026-11-24T12:07";
    assert_eq!(desk.gaps(30), [("12:10".to_owned(), 350)]);
    desk.now = "2026-11-24T17:35";
    assert_eq!(desk.gaps(30), []);
    desk.now = "2026-11-24T00:00";
    desk.closures = vec![Closure {
        id: ClosureId(Uuid::nil()),
        from: tuesday(),
        to: tuesday(),
        name: String::new(),
    }];
    assert_eq!(desk.gaps(30), []);
}

#[test]
fn s12_a_shift_over_the_change_of_clocks_is_an_hour_longer_or_shorter() {
    let mut desk = Desk::new(1, 1);
    let night = Shift::new(minute(0, 0), minute(6, 0), None).unwrap();
    desk.practice.hours = WeekHours::same(&[Weekday::Sun], night);
    for (day, minutes) in [
        ("2026-10-25", 420),
        ("2026-03-29", 300),
        ("2026-11-29", 360),
    ] {
        assert_eq!(desk.on(date(day), 30)[0].minutes, minutes, "{day}");
    }
    // 02:30 comes twice; when the first is taken the second still is not before half past two.
    desk.wish.from = Some(minute(2, 30));
    let first = visit("2026-10-25T02:00", 60, [1, 1, 1]);
    let desk = desk.with(&[first]);
    let found = &desk.on(date("2026-10-25"), 30)[0];
    assert_eq!(clock(found.gap_start.at), "02:00");
    assert_eq!(clock(found.start.at), "02:30");
    assert!(found.start.second_pass);
    assert_eq!(found.gap_minutes - found.minutes, 30);
}

#[test]
fn s6_an_opening_is_the_whole_gap_and_the_first_time_in_it_that_is_wished_for() {
    let visits = [
        visit("2026-11-24T08:00", 360, [1, 1, 1]),
        visit("2026-11-24T17:00", 60, [1, 1, 1]),
    ];
    let mut desk = Desk::new(1, 1).with(&visits);
    let mut check = |from: Option<MinuteOfDay>, to: Option<MinuteOfDay>, expected: Option<&str>| {
        desk.wish = Wish {
            from,
            to,
            ..Wish::default()
        };
        let found = desk.on(tuesday(), 30);
        let start = found.first().map(|one| clock(one.start.at));
        assert_eq!(start.as_deref(), expected, "{from:?} {to:?}");
        if let Some(one) = found.first() {
            assert_eq!(
                (clock(one.gap_start.at), one.gap_minutes),
                ("14:00".to_owned(), 180)
            );
        }
    };
    check(None, None, Some("14:00"));
    check(Some(minute(16, 0)), None, Some("16:00"));
    check(Some(minute(16, 30)), None, Some("16:30"));
    check(Some(minute(16, 31)), None, None);
    check(None, Some(minute(14, 30)), Some("14:00"));
    check(None, Some(minute(14, 29)), None);
    check(Some(minute(15, 0)), Some(minute(15, 30)), Some("15:00"));
    check(Some(minute(15, 10)), Some(minute(15, 30)), None);
}

#[test]
fn s6_any_tuesday_after_four_with_one_of_them_in_the_weeks_that_are_wished_for() {
    let mut desk = Desk::new(3, 2);
    desk.wish = Wish {
        weekdays: vec![Weekday::Tue],
        from: Some(minute(16, 0)),
        to: None,
        providers: vec![ProviderId(Uuid::from_u128(2))],
        chairs: vec![ChairId(Uuid::from_u128(2))],
        first_day: Some(date("2026-11-25")),
        last_day: Some(date("2026-12-08")),
    };
    let search = desk.search(30);
    let found: Vec<Opening> = tuesday()
        .iter_days()
        .take(30)
        .flat_map(|day| search.on(day))
        .collect();
    let starts: Vec<_> = found.iter().map(|one| one.start.at).collect();
    assert_eq!(starts, [at("2026-12-01T16:00"), at("2026-12-08T16:00")]);
    assert!(
        found
            .iter()
            .all(|one| one.provider.0.as_u128() == 2 && one.chair.0.as_u128() == 2)
    );
}

#[test]
fn s5_what_is_blocked_is_no_opening_for_whom_it_concerns() {
    let hour = |from: &str, provider: Option<u128>, chair: Option<u128>| Blocked {
        provider: provider.map(|one| ProviderId(Uuid::from_u128(one))),
        chair: chair.map(|one| ChairId(Uuid::from_u128(one))),
        from: instant(&format!("2026-11-24T{from}")),
        to: instant(&format!("2026-11-24T{from}")) + TimeDelta::hours(1),
    };
    // What is left for each of two providers in each of two chairs, begun by the hours that are.
    let check = |blocked: Blocked, gaps: [usize; 4]| {
        let mut desk = Desk::new(2, 2);
        desk.blocked = vec![blocked];
        let found = desk.on(tuesday(), 60);
        let of = |provider: u128, chair: u128| {
            found
                .iter()
                .filter(|one| {
                    one.provider.0.as_u128() == provider && one.chair.0.as_u128() == chair
                })
                .count()
        };
        assert_eq!(
            [of(1, 1), of(1, 2), of(2, 1), of(2, 2)],
            gaps,
            "{blocked:?}"
        );
    };
    check(hour("12:00", None, None), [2, 2, 2, 2]);
    check(hour("12:00", Some(1), None), [2, 2, 1, 1]);
    check(hour("12:00", None, Some(1)), [2, 1, 2, 1]);
    check(hour("12:00", Some(1), Some(2)), [1, 2, 1, 1]);
}

#[test]
fn s6_a_type_is_offered_only_where_and_with_whom_it_may_be() {
    let mut desk = Desk::new(2, 2);
    desk.kind = Some(AppointmentType {
        chairs: vec![ChairId(Uuid::from_u128(2))],
        providers: vec![ProviderId(Uuid::from_u128(1))],
        ..AppointmentType::named(AppointmentTypeId(Uuid::nil()), "Implant".to_owned(), 60)
    });
    let found = desk.on(tuesday(), 60);
    let places: Vec<_> = found
        .iter()
        .map(|one| (one.provider.0.as_u128(), one.chair.0.as_u128()))
        .collect();
    assert_eq!(places, [(1, 2)]);
}

#[test]
fn s6_openings_of_one_minute_are_one_line_and_everybody_has_a_share_of_the_lines() {
    let offered = |desk: &Desk, mut offers: Offers| {
        let search = desk.search(30);
        for day in tuesday().iter_days().take(30) {
            if offers.is_full() {
                break;
            }
            offers.add(search.on(day));
        }
        offers.into_offers()
    };
    let eight = Desk::new(8, 8);
    let fair = offered(&eight, Offers::fair(8, 8));
    let starts: Vec<_> = fair.iter().map(|one| one.opening.start.at).collect();
    assert_eq!(
        starts[..2],
        [at("2026-11-24T08:00"), at("2026-11-25T08:00")]
    );
    assert!(starts.windows(2).all(|two| two[0] < two[1]), "{starts:?}");
    assert!(fair.iter().all(|one| one.also.len() == 7), "{fair:?}");
    let mut first: Vec<_> = fair.iter().map(|one| one.opening.provider).collect();
    first.sort_unstable();
    first.dedup();
    assert_eq!(first.len(), 8, "each of them is the first of a line");
    let every = offered(&eight, Offers::all(100));
    assert_eq!(every.len(), 100);
    assert_eq!(every[63].opening.start.at, at("2026-11-24T08:00"));

    // One has gaps all day, the other none before the week after: both are shown.
    let mut two = Desk::new(2, 2);
    let rare = Shift::new(minute(15, 0), minute(16, 0), None).unwrap();
    two.providers[1].hours = Some(WeekHours::same(&[Weekday::Fri], rare));
    let hours: Vec<Appointment> = (8..18)
        .map(|hour| visit(&format!("2026-11-24T{hour:02}:30"), 30, [9, 1, 1]))
        .collect();
    let two = two.with(&hours);
    let fair = offered(&two, Offers::fair(4, 2));
    let lines: Vec<_> = fair
        .iter()
        .map(|one| (one.opening.provider.0.as_u128(), one.opening.start.at))
        .collect();
    assert_eq!(
        lines,
        [
            (1, at("2026-11-24T08:00")),
            (1, at("2026-11-24T09:00")),
            (2, at("2026-11-27T15:00")),
            (2, at("2026-12-04T15:00")),
        ]
    );
}

/// Visits by start, length, provider and chair.
fn visits() -> impl Strategy<Value = Vec<Appointment>> {
    prop::collection::vec((0u32..600, 5u32..90, 1u128..3, 1u128..3), 0..12).prop_map(|all| {
        let visit = |(number, (start, length, who, room)): (usize, &(u32, u32, u128, u128))| {
            let start = format!("2026-11-24T{:02}:{:02}", 8 + start / 60, start % 60);
            let mut visit = visit(&start, *length, [10 + number as u128, *who, *room]);
            visit.id = domain::AppointmentId(Uuid::from_u128(100 + number as u128));
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
