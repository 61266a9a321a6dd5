//! One recipient's failure never stops the others (M3).

use super::build::berlin;
use super::messages_build::{World, days_before, patient};
use domain::PatientStatus;
use domain::messages::{
    Answered, Channel, Consent, ConsentKind, Planned, Recipient, Stage, Stop, StopBy, Verdict,
};
use proptest::prelude::*;

/// Ways in which one patient cannot be reached, or the message to them goes wrong.
const WAYS: [fn(&mut World, u128); 7] = [
    |world, who| world.person(who).status = PatientStatus::Deceased,
    |world, who| {
        world.person(who).phones.clear();
        world.person(who).emails.clear();
    },
    |world, who| {
        for channel in Channel::ALL {
            world.consents.push(Consent {
                patient: patient(who),
                channel,
                kind: ConsentKind::Appointments,
                answered: Answered::No,
                source: "form at the desk".to_owned(),
                at: chrono::DateTime::UNIX_EPOCH,
            });
        }
    },
    |world, who| {
        let Some(phone) = world.person(who).phones.first() else {
            return;
        };
        let address = phone.number.clone();
        world.stops.push(Stop {
            channel: Channel::Sms,
            address,
            since: chrono::DateTime::UNIX_EPOCH,
            by: StopBy::Reply,
            words: "STOP".to_owned(),
        });
    },
    // Refused by text, and then by mail.
    |world, who| {
        for _ in 0..2 {
            fail(world, who);
            let plan = world.plan(ASKED);
            world.follow(&plan);
        }
        fail(world, who);
    },
    // Nobody heard what became of it.
    |world, who| {
        let now = world.at(ASKED);
        for queued in &mut world.outbox {
            if is_to(&queued.message, who) {
                queued.stage = Stage::Taken { at: now };
            }
        }
    },
    // The visit is of somebody who is not in the records.
    |world, who| world.visits[who as usize - 1].0.patient = patient(99),
];

const PLANNED: &str = "2026-11-23T09:00";
const ASKED: &str = "2026-11-24T10:00";

fn is_to(message: &Planned, who: u128) -> bool {
    message.recipient == Recipient::Person(patient(who))
}

fn fail(world: &mut World, who: u128) {
    for queued in &mut world.outbox {
        if is_to(&queued.message, who) {
            queued.stage = Stage::Failed;
        }
    }
}

/// Nine patients at one time of day, each to be reminded on the day before; planned on Monday.
fn world() -> World {
    let mut world = World::new(berlin(), &[days_before(1)]);
    for who in 1..=9 {
        world.visit(who, who, "2026-11-25T10:00");
    }
    let plan = world.plan(PLANNED);
    world.follow(&plan);
    world
}

/// To whom something goes out in the end, each as often as it does.
fn sent(world: &mut World) -> Vec<u128> {
    let now = world.at(ASKED);
    let mut sent: Vec<u128> = Vec::new();
    // Once more for what goes another way.
    for _ in 0..2 {
        for message in world.tick(now) {
            if let Recipient::Person(who) = message.recipient {
                sent.push(who.0.as_u128());
            }
        }
    }
    sent.sort_unstable();
    sent
}

#[test]
fn m3_one_who_cannot_be_reached_keeps_nobody_else_from_hearing() {
    let all: Vec<u128> = (1..=9).collect();
    assert_eq!(sent(&mut world()), all);
    for (at, way) in WAYS.iter().enumerate() {
        for who in [1, 5, 9] {
            let mut world = world();
            way(&mut world, who);
            let others: Vec<u128> = sent(&mut world)
                .into_iter()
                .filter(|one| *one != who)
                .collect();
            let expected: Vec<u128> = all.iter().copied().filter(|one| *one != who).collect();
            assert_eq!(others, expected, "way {at}, patient {who}");
        }
    }
}

#[test]
fn m3_what_failed_for_one_of_a_family_is_no_reason_against_another_family() {
    let mut world = World::new(berlin(), &[days_before(1)]);
    world.family(&[1, 2]);
    world.family(&[3, 4]);
    for who in [2, 4] {
        world.child(who, None);
        world.visit(who, who, "2026-11-25T10:00");
    }
    world.person(1).status = PatientStatus::Deceased;
    assert_eq!(sent(&mut world), [3]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn m3_whoever_fails_and_however_the_others_get_what_they_would_get_alone(
        failing in prop::collection::vec((1..=9_u128, 0..WAYS.len()), 0..9),
    ) {
        let mut world = world();
        let now = world.at(ASKED);
        let before: Vec<Verdict> = (0..9).map(|at| world.eligible(at, now)).collect();
        for (who, way) in &failing {
            WAYS[*way](&mut world, *who);
        }
        for (at, expected) in before.iter().enumerate() {
            let message = &world.outbox[at].message;
            let untouched = failing.iter().all(|(who, _)| !is_to(message, *who));
            if untouched {
                prop_assert_eq!(&world.eligible(at, now), expected);
            }
        }
    }
}
