//! S5: what block-outs and types say to a visit; and how the pattern of a type follows a visit's length.

use crate::build::{at, chair, date, practice, provider, visit};
use domain::booking::{Closed, Terms, closed};
use domain::{
    Appointment, AppointmentType, AppointmentTypeId, BlockOut, BlockOutId, BlockOutType,
    BlockOutTypeId, Closure, ClosureId, Effect, MinuteOfDay, Practice, Repeat, WallTime, Zone,
};
use proptest::prelude::*;
use uuid::Uuid;

fn minute(text: &str) -> MinuteOfDay {
    text.parse().unwrap()
}

const SURGERY: AppointmentTypeId = AppointmentTypeId(Uuid::from_u128(1));
const CLEANING: AppointmentTypeId = AppointmentTypeId(Uuid::from_u128(2));

fn types() -> Vec<AppointmentType> {
    vec![
        AppointmentType::named(SURGERY, "Surgery".to_owned(), 60),
        AppointmentType {
            chairs: vec![chair(2).id],
            providers: vec![provider(2).id],
            ..AppointmentType::named(CLEANING, "Cleaning".to_owned(), 60)
        },
    ]
}

const LUNCH: u128 = 1;
const KEPT: u128 = 2;
const NOTE: u128 = 3;

fn block_types() -> Vec<BlockOutType> {
    let kind = |number, name: &str, effect| BlockOutType {
        id: BlockOutTypeId(Uuid::from_u128(number)),
        name: name.to_owned(),
        effect,
        tint: 0,
        active: true,
        position: 0,
    };
    vec![
        kind(LUNCH, "Lunch", Effect::NoScheduling),
        kind(KEPT, "Surgery block", Effect::Reserved(vec![SURGERY])),
        kind(NOTE, "Supplier comes", Effect::Note),
    ]
}

/// On 24 November 2026 from 12:00 to 13:00, of the whole practice.
fn block(kind: u128) -> BlockOut {
    BlockOut {
        id: BlockOutId(Uuid::from_u128(kind)),
        kind: BlockOutTypeId(Uuid::from_u128(kind)),
        provider: None,
        chair: None,
        first: date("2026-11-24"),
        from: minute("12:00"),
        to: minute("13:00"),
        repeat: Repeat::Once,
        note: String::new(),
        identifiers: Vec::new(),
    }
}

fn of_type(start: &str, minutes: u32, kind: Option<AppointmentTypeId>) -> Appointment {
    Appointment {
        kind,
        ..visit(start, minutes, [1, 1, 1])
    }
}

/// In words, as the desk reads them.
fn why(blocks: &[BlockOut], wanted: &Appointment) -> Vec<String> {
    let (practice, types, block_types) = (practice(), types(), block_types());
    let (dentist, room) = (provider(1), chair(1));
    let terms = Terms {
        provider: Some(&dentist),
        chair: Some(&room),
        types: &types,
        block_outs: blocks,
        block_out_types: &block_types,
        ..Terms::of(&practice)
    };
    closed(&terms, wanted)
        .iter()
        .map(ToString::to_string)
        .collect()
}

#[test]
fn s5_a_visit_is_kept_away_by_what_blocks_its_type_and_told_by_what_and_until_when() {
    let ten_to_half_past = |kind| of_type("2026-11-24T12:30", 60, kind);
    let of_provider = BlockOut {
        provider: Some(provider(1).id),
        ..block(LUNCH)
    };
    let of_other = BlockOut {
        provider: Some(provider(2).id),
        ..block(LUNCH)
    };
    let of_chair = BlockOut {
        chair: Some(chair(1).id),
        ..block(KEPT)
    };
    let nothing: [&str; 0] = [];
    let check = |block: BlockOut, kind, expected: &[&str]| {
        let told = why(std::slice::from_ref(&block), &ten_to_half_past(kind));
        assert_eq!(told, expected, "{block:?}");
    };
    check(
        block(LUNCH),
        None,
        &["the time is blocked until 13:00: Lunch"],
    );
    check(
        of_provider,
        Some(SURGERY),
        &["the time of Provider 1 is blocked until 13:00: Lunch"],
    );
    check(of_other, None, &nothing);
    check(of_chair.clone(), Some(SURGERY), &nothing);
    check(
        of_chair,
        None,
        &["the time of Chair 1 is kept until 13:00 for Surgery: Surgery block"],
    );
    check(block(NOTE), None, &nothing);
}

#[test]
fn s5_a_block_out_is_half_open_like_a_visit() {
    for (start, minutes, blocked) in [
        ("2026-11-24T11:30", 30, false),
        ("2026-11-24T11:30", 31, true),
        ("2026-11-24T13:00", 30, false),
        ("2026-11-24T12:59", 5, true),
        ("2026-11-25T12:00", 60, false),
    ] {
        let told = why(&[block(LUNCH)], &of_type(start, minutes, None));
        assert_eq!(!told.is_empty(), blocked, "{start} {minutes}: {told:?}");
    }
}

#[test]
fn s5_one_whose_type_cannot_be_read_keeps_all_away() {
    let told = why(
        &[block(99)],
        &of_type("2026-11-24T12:00", 30, Some(SURGERY)),
    );
    assert_eq!(told, ["the time is blocked until 13:00: ?"]);
}

#[test]
fn s5_a_type_has_its_chairs_and_providers() {
    let told = why(&[], &of_type("2026-11-24T10:00", 30, Some(CLEANING)));
    assert_eq!(
        told,
        [
            "Cleaning is not done in Chair 1",
            "Cleaning is not done by Provider 1"
        ]
    );
    let told = why(&[], &of_type("2026-11-24T10:00", 30, Some(SURGERY)));
    assert!(told.is_empty(), "a type that names none has all: {told:?}");
}

#[test]
fn s6_on_a_closed_day_block_outs_say_nothing_more() {
    let (practice, block_types) = (practice(), block_types());
    let closure = [Closure {
        id: ClosureId(Uuid::nil()),
        from: date("2026-11-24"),
        to: date("2026-11-24"),
        name: "Strike".to_owned(),
    }];
    let blocks = [block(LUNCH)];
    let terms = Terms {
        closures: &closure,
        block_outs: &blocks,
        block_out_types: &block_types,
        ..Terms::of(&practice)
    };
    let found = closed(&terms, &of_type("2026-11-24T12:00", 30, None));
    assert!(matches!(found[..], [Closed::Practice { .. }]), "{found:?}");
}

#[test]
fn s12_a_block_out_of_the_hour_that_happens_twice_blocks_both_passes() {
    for (zone, day, from, to) in [
        ("Europe/Berlin", "2026-10-25", "02:00", "03:00"),
        ("America/New_York", "2026-11-01", "01:00", "02:00"),
        ("Australia/Lord_Howe", "2026-04-05", "01:30", "02:00"),
        ("Africa/Casablanca", "2026-02-15", "02:00", "03:00"),
    ] {
        let zone = Zone::named(zone).unwrap();
        let practice = Practice { zone, ..practice() };
        let block_types = block_types();
        let blocks = [BlockOut {
            first: date(day),
            from: minute(from),
            to: minute(to),
            ..block(LUNCH)
        }];
        let terms = Terms {
            block_outs: &blocks,
            block_out_types: &block_types,
            ..Terms::of(&practice)
        };
        for (clock, second_pass, blocked) in
            [(from, false, true), (from, true, true), (to, false, false)]
        {
            let wanted = Appointment {
                start: WallTime {
                    at: at(&format!("{day}T{clock}")),
                    second_pass,
                },
                ..of_type(&format!("{day}T{clock}"), 5, None)
            };
            let found = closed(&terms, &wanted);
            assert_eq!(
                !found.is_empty(),
                blocked,
                "{zone:?} {clock} {second_pass}: {found:?}"
            );
        }
    }
}

#[test]
fn s12_a_block_out_of_skipped_time_blocks_nothing() {
    for (zone, day, from, to, after) in [
        ("Europe/Berlin", "2026-03-29", "02:00", "02:30", "03:00"),
        ("America/New_York", "2026-03-08", "02:15", "02:45", "03:00"),
        (
            "Australia/Lord_Howe",
            "2026-10-04",
            "02:00",
            "02:20",
            "02:30",
        ),
        ("Africa/Casablanca", "2026-03-22", "02:00", "02:30", "03:00"),
    ] {
        let zone = Zone::named(zone).unwrap();
        let practice = Practice { zone, ..practice() };
        let block_types = block_types();
        let blocks = [BlockOut {
            first: date(day),
            from: minute(from),
            to: minute(to),
            ..block(LUNCH)
        }];
        let terms = Terms {
            block_outs: &blocks,
            block_out_types: &block_types,
            ..Terms::of(&practice)
        };
        let wanted = of_type(&format!("{day}T{after}"), 30, None);
        assert_eq!(closed(&terms, &wanted), [], "{zone:?}");
    }
}

#[test]
fn s2_a_pattern_follows_the_length_of_the_visit() {
    for (pattern, minutes, expected) in [
        ("X//X", 20, "X//X"),
        ("X//X", 40, "XX////XX"),
        ("X//X", 60, "XXX//////XXX"),
        ("X//X", 10, "XX"),
        ("XX//XX", 15, "X/X"),
        ("X/", 7, "X/"),
        ("/X/", 5, "X"),
        ("X////////X", 25, "X///X"),
        ("////////X///", 10, "/X"),
    ] {
        let stretched = pattern
            .parse::<domain::Pattern>()
            .unwrap()
            .stretched(minutes)
            .to_string();
        assert_eq!(stretched, expected, "{pattern} to {minutes}");
    }
}

proptest! {
    #[test]
    fn s2_a_pattern_drawn_out_is_as_long_as_the_visit_and_keeps_the_provider(
        pattern in "[X/]{1,40}", minutes in 1u32..600
    ) {
        let pattern: domain::Pattern = pattern.parse().unwrap();
        let stretched = pattern.stretched(minutes);
        prop_assert!(stretched.minutes() >= minutes && stretched.minutes() < minutes + 5);
        prop_assert_eq!(
            pattern.units().contains(&domain::Unit::Provider),
            stretched.units().contains(&domain::Unit::Provider)
        );
        prop_assert_eq!(pattern.stretched(pattern.minutes()), pattern);
    }

    /// Beside the rule, minute by minute of the wall clock.
    #[test]
    fn s5_what_a_block_out_touches_is_refused_and_nothing_else(
        from in 0u16..1400, length in 1u16..200, start in 8u16*60..17*60, minutes in 1u32..60,
        of_provider in prop::option::of(1u128..3), of_chair in prop::option::of(1u128..3),
        kind in 1u128..4, is_surgery in any::<bool>()
    ) {
        let to = (from + length).min(1440);
        let one = BlockOut {
            from: MinuteOfDay::new(from).unwrap(),
            to: MinuteOfDay::new(to).unwrap(),
            provider: of_provider.map(|number| provider(number).id),
            chair: of_chair.map(|number| chair(number).id),
            ..block(kind)
        };
        let wanted = of_type(
            &format!("2026-11-24T{:02}:{:02}", start / 60, start % 60), minutes, is_surgery.then_some(SURGERY),
        );
        let meets = u32::from(from) < u32::from(start) + minutes && start < to;
        let ours = of_provider.is_none_or(|number| number == 1) && of_chair.is_none_or(|number| number == 1);
        let against = kind == LUNCH || (kind == KEPT && !is_surgery);
        prop_assert_eq!(!why(&[one], &wanted).is_empty(), meets && ours && against);
    }
}
