//! Openings: what is offered, and where nothing is.

use super::build::{at, date, instant, visit};
use super::openings_desk::{Desk, clock, minute, tuesday};
use chrono::{TimeDelta, Weekday};
use domain::openings::{Blocked, Offers, Opening};
use domain::{
    Appointment, AppointmentType, AppointmentTypeId, ChairId, Closure, ClosureId, MinuteOfDay,
    ProviderId, Shift, WeekHours, Wish,
};
use uuid::Uuid;

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
