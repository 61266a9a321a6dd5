//! Whatever happens in between, planning twice says the same, and nobody hears twice.

use super::build::date;
use super::messages_build::{World, ZONES, days_before, hours_before, patient, zone};
use chrono::{DateTime, Days, NaiveTime, TimeDelta, Utc};
use domain::messages::{
    Answered, Channel, Consent, ConsentKind, Index, Key, Lead, MessageKind, PartyDay, Plan,
    Planned, Stage, plan_for,
};
use domain::{MinuteOfDay, Status, WallTime};
use proptest::prelude::*;
use std::collections::{BTreeSet, HashSet};

/// What happens at a desk.
#[derive(Debug, Clone)]
enum Step {
    Book {
        who: u128,
        day: u64,
        minute: u16,
    },
    Move {
        which: usize,
        day: u64,
        minute: u16,
    },
    Cancel {
        which: usize,
    },
    Refuse {
        who: u128,
        text: bool,
    },
    Fail {
        which: usize,
    },
    /// The machine is off for so long.
    Sleep {
        minutes: i64,
    },
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let time = (0u64..8, 28u16..70).prop_map(|(day, quarter)| (day, quarter * 15));
    let one = prop_oneof![
        4 => (1u128..=6, time.clone()).prop_map(|(who, (day, minute))| Step::Book { who, day, minute }),
        2 => (0usize..20, time).prop_map(|(which, (day, minute))| Step::Move { which, day, minute }),
        1 => (0usize..20).prop_map(|which| Step::Cancel { which }),
        1 => (1u128..=6, any::<bool>()).prop_map(|(who, text)| Step::Refuse { who, text }),
        1 => (0usize..20).prop_map(|which| Step::Fail { which }),
        6 => (1i64..3000).prop_map(|minutes| Step::Sleep { minutes }),
    ];
    prop::collection::vec(one, 1..40)
}

/// Around the change of the clocks in autumn.
fn practice(name: &str) -> World {
    let at = MinuteOfDay::new(600).unwrap();
    let mut world = World::new(
        zone(name),
        &[
            (MessageKind::PleaseConfirm, Lead::DaysBefore { days: 3, at }),
            days_before(1),
            hours_before(3),
        ],
    );
    // 1 pays for 2, 3 and 4; 2 decides for 4.
    world.family(&[1, 2, 3, 4]);
    world.child(4, Some(2));
    world
}

fn place(now: DateTime<Utc>, world: &World, day: u64, minute: u16) -> WallTime {
    let today = world.zone.date(now) + Days::new(day);
    WallTime::once(today.and_time(NaiveTime::MIN) + TimeDelta::minutes(i64::from(minute)))
}

fn apply(world: &mut World, step: &Step, now: &mut DateTime<Utc>) {
    match *step {
        Step::Book { who, day, minute } => {
            let start = place(*now, world, day, minute);
            let number = world.visits.len() as u128 + 1;
            world.visit(number, who, "2026-11-26T10:00").start = start;
            world.visits.last_mut().unwrap().1 = *now;
        }
        Step::Move { which, day, minute } => {
            let start = place(*now, world, day, minute);
            if let Some((visit, placed)) = world.visits.get_mut(which) {
                visit.start = start;
                *placed = *now;
            }
        }
        Step::Cancel { which } => {
            if let Some((visit, _)) = world.visits.get_mut(which) {
                visit.status = Status::Cancelled;
            }
        }
        Step::Refuse { who, text } => world.consents.push(Consent {
            patient: patient(who),
            channel: if text { Channel::Sms } else { Channel::Email },
            kind: ConsentKind::Appointments,
            answered: Answered::No,
            source: "reply".to_owned(),
            at: *now,
        }),
        Step::Fail { which } => {
            if let Some(queued) = world.outbox.get_mut(which)
                && matches!(queued.stage, Stage::Taken { .. })
            {
                queued.stage = Stage::Failed;
            }
        }
        Step::Sleep { minutes } => *now += TimeDelta::minutes(minutes),
    }
}

/// What is in the outbox and neither withdrawn nor sent away: its keys, each once.
fn keys(world: &World) -> Vec<Key> {
    let outbox = world.outbox.iter();
    let held = outbox.filter(|one| !matches!(one.stage, Stage::Void | Stage::Late));
    held.flat_map(|one| one.message.keys()).collect()
}

/// Where each visit is planned.
fn units(world: &World) -> Vec<PartyDay> {
    world.with(|facts| {
        let index = Index::of(facts);
        let visits = world.visits.iter();
        visits.map(|(visit, _)| index.party_day(visit)).collect()
    })
}

fn check_sent(world: &World, now: DateTime<Utc>, sent: &[Planned]) -> Result<(), TestCaseError> {
    let mut told = HashSet::new();
    for message in sent {
        let minute = MinuteOfDay::of(world.zone.wall(now).at.time());
        prop_assert!(!world.settings.quiet.is_quiet(minute), "in quiet hours");
        prop_assert!(message.send_at <= now && now < message.until);
        for part in &message.parts {
            let visit = part.about.appointment().unwrap();
            prop_assert!(told.insert(visit), "{visit} was told of twice at once");
            let facts = world.visits.iter().find(|one| one.0.id == visit).unwrap();
            prop_assert_eq!(facts.0.status, Status::Scheduled);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn m1_planned_twice_is_planned_once_and_nobody_hears_twice(
        name in prop::sample::select(&ZONES[..]),
        steps in steps(),
    ) {
        let mut world = practice(name);
        let mut now = world.at("2026-10-22T12:00");
        // What went out by a rule about a visit where it stood, and did not fail.
        let mut heard = HashSet::new();
        for step in &steps {
            apply(&mut world, step, &mut now);
            let plan = world.plan_at(now);
            prop_assert_eq!(&plan, &world.plan_at(now), "the same is asked twice");
            let mut after = world.clone();
            after.follow(&plan);
            let again = after.plan_at(now);
            prop_assert_eq!(&again.send, &Vec::new());
            prop_assert_eq!(&again.withdraw, &Vec::new());
            let held = keys(&after);
            let apart: HashSet<_> = held.iter().collect();
            prop_assert_eq!(apart.len(), held.len(), "a key stands in the outbox twice");
            let sent = world.tick(now);
            check_sent(&world, now, &sent)?;
            for part in sent.iter().flat_map(|one| &one.parts) {
                let failed = world.outbox.iter().any(|one| {
                    one.stage == Stage::Failed && one.message.parts.iter().any(|other| other == part)
                });
                prop_assert!(heard.insert(*part) || failed, "{part:?} was told twice");
            }
            // What could go has gone.
            prop_assert_eq!(world.tick(now), Vec::new());
        }
    }

    #[test]
    fn a_change_is_planned_anew_by_the_days_it_touches(steps in steps()) {
        let mut world = practice("Europe/Berlin");
        let mut now = world.at("2026-10-22T12:00");
        for step in &steps {
            let plan = world.plan_at(now);
            world.follow(&plan);
            let before = units(&world);
            apply(&mut world, step, &mut now);
            if !matches!(step, Step::Book { .. } | Step::Move { .. } | Step::Cancel { .. }) {
                continue;
            }
            let which = match step {
                Step::Move { which, .. } | Step::Cancel { which } => *which,
                _ => world.visits.len() - 1,
            };
            let after = units(&world);
            let touched: BTreeSet<_> = [before.get(which), after.get(which)].into_iter().flatten().collect();
            let all = world.plan_at(now);
            let mut few = Plan::default();
            world.with(|facts| {
                let index = Index::of(facts);
                for unit in touched {
                    let one = plan_for(&index, *unit, now);
                    few.send.extend(one.send);
                    few.withdraw.extend(one.withdraw);
                }
            });
            prop_assert_eq!((few.send, few.withdraw), (all.send, all.withdraw));
        }
    }

    #[test]
    fn m1_the_order_in_which_things_are_read_does_not_matter(steps in steps()) {
        let mut world = practice("Europe/Berlin");
        let mut now = world.at("2026-10-22T12:00");
        for step in &steps {
            apply(&mut world, step, &mut now);
            let plan = world.plan_at(now);
            world.follow(&plan);
        }
        world.visit(99, 1, "2026-11-26T10:00");
        let plan = world.plan_at(now);
        world.visits.reverse();
        world.people.reverse();
        world.rules.reverse();
        world.outbox.reverse();
        let mut other = world.plan_at(now);
        other.withdraw.sort_by_key(|one| one.outbox);
        let mut plan = plan;
        plan.withdraw.sort_by_key(|one| one.outbox);
        prop_assert_eq!(plan, other);
    }
}

#[test]
fn a_day_without_messages_is_planned_without_a_word() {
    let mut world = practice("Europe/Berlin");
    world.rules.clear();
    world.visit(1, 1, "2026-11-26T10:00");
    world.days = (date("2026-11-01"), date("2026-11-30"));
    assert_eq!(world.plan("2026-11-25T10:00"), Default::default());
}
