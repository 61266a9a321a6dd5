//! S5: block-outs, when they fall and whom they keep away; and what somebody wishes for.

use crate::build::{at, date};
use chrono::Weekday::{Fri, Mon, Tue};
use domain::{
    AppointmentTypeId, BlockOut, BlockOutId, BlockOutTypeId, ChairId, Effect, MinuteOfDay,
    ProviderId, Repeat, WallTime, Wish, Zone,
};
use uuid::Uuid;

fn minute(text: &str) -> MinuteOfDay {
    text.parse().unwrap()
}

fn block(first: &str, repeat: Repeat) -> BlockOut {
    BlockOut {
        id: BlockOutId(Uuid::from_u128(1)),
        kind: BlockOutTypeId(Uuid::from_u128(2)),
        provider: None,
        chair: None,
        first: date(first),
        from: minute("12:00"),
        to: minute("13:00"),
        repeat,
        note: String::new(),
        identifiers: Vec::new(),
    }
}

fn days(block: &BlockOut, from: &str, to: &str) -> Vec<String> {
    let to = date(to);
    date(from)
        .iter_days()
        .take_while(|day| *day <= to)
        .filter(|day| block.falls_on(*day))
        .map(|day| day.to_string())
        .collect()
}

#[test]
fn s5_a_block_out_falls_on_its_days_and_no_others() {
    let check = |block: BlockOut, expected: &[&str]| {
        assert_eq!(
            days(&block, "2026-11-01", "2027-01-10"),
            expected,
            "{block:?}"
        );
    };
    check(block("2026-11-24", Repeat::Once), &["2026-11-24"]);
    check(
        block(
            "2026-11-24",
            Repeat::Weekly {
                every: 1,
                days: vec![Tue, Fri],
                until: Some(date("2026-12-08")),
                except: vec![date("2026-12-01")],
            },
        ),
        &["2026-11-24", "2026-11-27", "2026-12-04", "2026-12-08"],
    );
    // Every other week is counted from the week of the first day, also over the turn of the year.
    check(
        block(
            "2026-12-10",
            Repeat::Weekly {
                every: 2,
                days: vec![Mon],
                until: None,
                except: Vec::new(),
            },
        ),
        &["2026-12-21", "2027-01-04"],
    );
    let monthly = |last| Repeat::Monthly {
        every: 1,
        last,
        until: None,
        except: Vec::new(),
    };
    check(
        block("2026-11-10", monthly(false)),
        &["2026-11-10", "2026-12-08"],
    );
    check(
        block("2026-11-24", monthly(true)),
        &["2026-11-24", "2026-12-29"],
    );
}

#[test]
fn s5_only_no_scheduling_and_what_is_kept_for_others_keeps_a_visit_away() {
    let [surgery, cleaning] = [1, 2].map(|number| AppointmentTypeId(Uuid::from_u128(number)));
    let reserved = Effect::Reserved(vec![surgery]);
    for (effect, kind, blocks) in [
        (&Effect::NoScheduling, Some(surgery), true),
        (&Effect::NoScheduling, None, true),
        (&reserved, Some(surgery), false),
        (&reserved, Some(cleaning), true),
        (&reserved, None, true),
        (&Effect::Note, Some(cleaning), false),
    ] {
        assert_eq!(effect.blocks(kind), blocks, "{effect:?} {kind:?}");
    }
}

#[test]
fn s5_a_block_out_is_about_its_provider_its_chair_or_everybody() {
    let provider = |number| ProviderId(Uuid::from_u128(number));
    let chair = |number| ChairId(Uuid::from_u128(number));
    let of = |who: Option<u128>, place: Option<u128>| BlockOut {
        provider: who.map(provider),
        chair: place.map(chair),
        ..block("2026-11-24", Repeat::Once)
    };
    for (block, concerns) in [
        (of(None, None), true),
        (of(Some(1), None), true),
        (of(Some(2), None), false),
        (of(None, Some(7)), true),
        (of(None, Some(8)), false),
        (of(Some(1), Some(8)), false),
    ] {
        let is = block.concerns(Some(provider(1)), Some(chair(7)));
        assert_eq!(is, concerns, "{block:?}");
    }
}

#[test]
fn s12_a_block_out_over_a_change_of_the_clocks_holds_for_what_is_left_of_it() {
    for (zone, day, from, to, hours) in [
        ("Europe/Berlin", "2026-03-29", "02:00", "03:00", None),
        ("Europe/Berlin", "2026-03-29", "01:00", "04:00", Some(120)),
        ("Europe/Berlin", "2026-10-25", "01:00", "03:00", Some(180)),
        ("America/New_York", "2026-03-08", "01:30", "03:30", Some(60)),
        (
            "Australia/Lord_Howe",
            "2026-04-05",
            "01:00",
            "02:00",
            Some(90),
        ),
        (
            "Africa/Casablanca",
            "2026-02-15",
            "02:00",
            "04:00",
            Some(180),
        ),
    ] {
        let block = BlockOut {
            from: minute(from),
            to: minute(to),
            ..block(day, Repeat::Once)
        };
        let span = block.span_on(date(day), Zone::named(zone).unwrap());
        let minutes = span.map(|(start, end)| (end - start).num_minutes());
        assert_eq!(minutes, hours, "{zone} {day} {from}");
    }
}

#[test]
fn a_wish_suits_any_tuesday_after_four_and_nothing_else() {
    let wish = Wish {
        weekdays: vec![Tue],
        from: Some(minute("16:00")),
        to: Some(minute("18:00")),
        ..Wish::default()
    };
    for (start, minutes, suits) in [
        ("2026-11-24T16:00", 30, true),
        ("2026-11-24T15:55", 30, false),
        ("2026-11-24T17:30", 30, true),
        ("2026-11-24T17:35", 30, false),
        ("2026-11-25T16:00", 30, false),
    ] {
        let found = wish.suits_time(WallTime::once(at(start)), minutes);
        assert_eq!(found, suits, "{start}");
    }
    assert!(Wish::default().suits_time(WallTime::once(at("2026-11-25T03:00")), 600));
}
