//! Several people of one family at once: side by side or one after the other.

use crate::build::{at, berlin};
use domain::family::{MOST, Need, Together, places};
use domain::openings::Opening;
use domain::{AppointmentType, AppointmentTypeId, ChairId, ProviderId, WallTime};
use proptest::prelude::*;
use uuid::Uuid;

fn gap(provider: u128, chair: u128, clock: &str, minutes: u32) -> Opening {
    Opening {
        provider: ProviderId(Uuid::from_u128(provider)),
        chair: ChairId(Uuid::from_u128(chair)),
        gap_start: WallTime::once(at(&format!("2026-11-24T{clock}"))),
        gap_minutes: minutes,
        start: WallTime::once(at(&format!("2026-11-24T{clock}"))),
        minutes,
    }
}

fn need(minutes: u32) -> Need<'static> {
    Need {
        minutes,
        kind: None,
    }
}

/// `10:00 p1 c2, 10:00 p2 c1` for each time.
fn written(gaps: &[Opening], needs: &[Need<'_>], together: Together) -> Vec<String> {
    places(berlin(), gaps, needs, together)
        .iter()
        .map(|all| {
            let each: Vec<String> = all
                .iter()
                .map(|one| {
                    format!(
                        "{} p{} c{}",
                        one.start.at.format("%H:%M"),
                        one.provider.0.as_u128(),
                        one.chair.0.as_u128()
                    )
                })
                .collect();
            each.join(", ")
        })
        .collect()
}

#[test]
fn s2_side_by_side_each_has_a_provider_and_a_chair_of_their_own() {
    // Either provider may use either chair until noon.
    let gaps = [
        gap(1, 1, "10:00", 60),
        gap(1, 2, "10:00", 60),
        gap(2, 1, "10:00", 60),
        gap(2, 2, "10:00", 60),
    ];
    let two = [need(30), need(60)];
    assert_eq!(
        written(&gaps, &two, Together::SideBySide),
        ["10:00 p1 c1, 10:00 p2 c2"]
    );
    let three = [need(30), need(30), need(30)];
    assert!(written(&gaps, &three, Together::SideBySide).is_empty());
    // The first one gives way where only another seat lets the second sit.
    let tight = [
        gap(1, 1, "10:00", 60),
        gap(1, 2, "10:00", 60),
        gap(2, 1, "10:00", 60),
    ];
    assert_eq!(
        written(&tight, &two, Together::SideBySide),
        ["10:00 p1 c2, 10:00 p2 c1"]
    );
}

#[test]
fn s1_one_begins_when_the_other_ends_with_the_same_provider() {
    let gaps = [gap(1, 1, "09:00", 50), gap(2, 2, "10:00", 90)];
    assert_eq!(
        written(&gaps, &[need(30), need(60)], Together::InTurn),
        ["10:00 p2 c2, 10:30 p2 c2"]
    );
    assert!(written(&gaps, &[need(31), need(60)], Together::InTurn).is_empty());
}

#[test]
fn a_type_keeps_to_its_providers_and_chairs() {
    let kind = AppointmentType {
        providers: vec![ProviderId(Uuid::from_u128(2))],
        chairs: vec![ChairId(Uuid::from_u128(1))],
        ..AppointmentType::named(
            AppointmentTypeId(Uuid::from_u128(1)),
            "Cleaning".to_owned(),
            30,
        )
    };
    let cleaning = Need {
        minutes: 30,
        kind: Some(&kind),
    };
    let gaps = [
        gap(1, 1, "10:00", 60),
        gap(1, 2, "10:00", 60),
        gap(2, 1, "10:00", 60),
        gap(2, 2, "10:00", 60),
    ];
    assert_eq!(
        written(&gaps, &[cleaning, need(30)], Together::SideBySide),
        ["10:00 p2 c1, 10:00 p1 c2"]
    );
    assert!(written(&gaps, &[cleaning, cleaning], Together::SideBySide).is_empty());
}

proptest! {
    #[test]
    fn s2_nobody_of_a_family_clashes_with_another(
        seats in prop::collection::vec((1u128..5, 1u128..5, 0u32..8, 1u32..8), 1..24),
        lengths in prop::collection::vec(1u32..5, 1..=MOST),
        turn in any::<bool>(),
    ) {
        let gaps: Vec<Opening> = seats
            .iter()
            .map(|(provider, chair, start, length)| {
                gap(*provider, *chair, &format!("{:02}:{:02}", 8 + start / 4, start % 4 * 15), length * 15)
            })
            .collect();
        let needs: Vec<Need<'_>> = lengths.iter().map(|quarters| need(quarters * 15)).collect();
        let together = if turn { Together::InTurn } else { Together::SideBySide };
        let end = |start: WallTime, minutes: u32| start.at + chrono::TimeDelta::minutes(i64::from(minutes));
        for found in places(berlin(), &gaps, &needs, together) {
            prop_assert_eq!(found.len(), needs.len());
            for (index, one) in found.iter().enumerate() {
                // Each stands within a gap of that provider in that chair.
                prop_assert!(gaps.iter().any(|gap| gap.provider == one.provider
                    && gap.chair == one.chair
                    && gap.start <= one.start
                    && end(one.start, one.minutes) <= end(gap.start, gap.minutes)));
                for other in &found[index + 1..] {
                    let overlap = one.start.at < end(other.start, other.minutes)
                        && other.start.at < end(one.start, one.minutes);
                    prop_assert!(!overlap || (one.provider != other.provider && one.chair != other.chair));
                }
            }
        }
    }
}
