//! Which messages follow from visits, and which do not any more.

use super::build::at;
use super::messages_build::{
    World, appointment, days_before, hours_before, minute, notice, patient, reasons, rule, zone,
};
use chrono::TimeDelta;
use domain::messages::{
    About, Channel, Key, Lead, MARGIN, MessageKind, Recipient, Verdict, WhyNot,
};
use domain::{AppointmentTypeId, Confirmation, NoticeOf, PatientStatus, Status, WallTime};
use uuid::Uuid;

fn berlin(rules: &[(MessageKind, Lead)]) -> World {
    World::new(zone("Europe/Berlin"), rules)
}

#[test]
fn m1_a_visit_has_one_message_a_rule_and_a_second_plan_adds_nothing() {
    let mut world = berlin(&[days_before(2), hours_before(3)]);
    world.visit(1, 1, "2026-11-26T14:00");
    let first = world.plan("2026-11-23T09:00");
    let lines = [
        "reminder 1 2026-11-24T10:00 to 1 sms",
        "reminder 1 2026-11-26T11:00 to 1 sms",
    ];
    assert_eq!(world.lines(&first.send), lines);
    world.follow(&first);
    assert_eq!(world.plan("2026-11-23T09:00"), Default::default());
    let key = Key {
        about: About::Visit {
            appointment: appointment(1),
            start: WallTime::once(at("2026-11-26T14:00")),
        },
        rule: world.rules[0].id,
        channel: Channel::Sms,
        recipient: Recipient::Person(patient(1)),
    };
    assert_eq!(first.send[0].keys().collect::<Vec<_>>(), [key]);
}

#[test]
fn m1_moving_arms_the_reminder_again() {
    let mut world = berlin(&[days_before(2)]);
    world.visit(1, 1, "2026-11-26T14:00");
    assert_eq!(world.tick(world.at("2026-11-24T10:00")).len(), 1);
    assert_eq!(world.tick(world.at("2026-11-24T10:01")).len(), 0);
    let to_december = WallTime::once(at("2026-12-03T14:00"));
    world.visits[0].0.start = to_december;
    world.visits[0].1 = world.at("2026-11-24T12:00");
    let again = world.plan("2026-11-24T12:00");
    assert_eq!(
        world.lines(&again.send),
        ["reminder 1 2026-12-01T10:00 to 1 sms"]
    );
    world.follow(&again);
    // Moved once more before it went: the one that waits makes room.
    world.visits[0].0.start = WallTime::once(at("2026-12-10T14:00"));
    let plan = world.plan("2026-11-24T12:05");
    assert_eq!(
        world.lines(&plan.send),
        ["reminder 1 2026-12-08T10:00 to 1 sms"]
    );
    assert_eq!(plan.withdraw.len(), 1);
    assert_eq!(plan.withdraw[0].why, WhyNot::Moved);
    // And back to where its patient was reminded already.
    world.visits[0].0.start = WallTime::once(at("2026-11-26T14:00"));
    world.visits[0].1 = chrono::DateTime::UNIX_EPOCH;
    assert_eq!(world.plan("2026-11-24T12:06").send, []);
}

#[test]
fn m2_what_is_not_true_any_more_does_not_go_and_the_reason_is_kept() {
    type Change = fn(&mut World);
    let confirm = (
        MessageKind::PleaseConfirm,
        Lead::DaysBefore {
            days: 2,
            at: minute("10:00"),
        },
    );
    let cases: [(Change, WhyNot); 9] = [
        (
            |w| w.visits[0].0.status = Status::Cancelled,
            WhyNot::Cancelled,
        ),
        (|w| w.visits[0].0.status = Status::Missed, WhyNot::Missed),
        (|w| w.visits[0].0.status = Status::Completed, WhyNot::Came),
        (
            |w| w.visits[0].0.confirmation = Confirmation::Confirmed,
            WhyNot::Answered,
        ),
        (
            |w| w.visits[0].0.confirmation = Confirmation::Declined,
            WhyNot::Declined,
        ),
        (
            |w| w.person(1).status = PatientStatus::Archived,
            WhyNot::NotContacted,
        ),
        (
            |w| w.person(1).deceased_on = Some("2026-11-24".parse().unwrap()),
            WhyNot::Deceased,
        ),
        (
            |w| w.visits[0].0.start = WallTime::once(at("2026-11-27T14:00")),
            WhyNot::Moved,
        ),
        (|w| w.visits.clear(), WhyNot::Gone),
    ];
    for (change, why) in cases {
        let mut world = berlin(&[confirm]);
        world.visit(1, 1, "2026-11-26T14:00");
        world.follow(&world.plan("2026-11-23T09:00"));
        let due = world.at("2026-11-24T10:00");
        assert!(matches!(world.eligible(0, due), Verdict::Send(_)));
        change(&mut world);
        assert_eq!(world.eligible(0, due), Verdict::Drop(why.clone()));
        let plan = world.plan_at(due);
        assert_eq!(plan.withdraw.len(), 1, "{why:?}");
        assert_eq!(plan.withdraw[0].why, why);
    }
}

#[test]
fn m2_what_is_not_due_yet_waits() {
    let mut world = berlin(&[days_before(2)]);
    world.visit(1, 1, "2026-11-26T14:00");
    world.follow(&world.plan("2026-11-23T09:00"));
    let due = world.at("2026-11-24T10:00");
    let early = due - TimeDelta::minutes(1);
    assert_eq!(world.eligible(0, early), Verdict::Wait(due));
}

#[test]
fn m2_a_message_that_is_tried_again_is_looked_at_again() {
    let mut world = berlin(&[days_before(2)]);
    world.visit(1, 1, "2026-11-26T14:00");
    let now = world.at("2026-11-24T10:00");
    assert_eq!(world.tick(now).len(), 1);
    let retry = now + TimeDelta::minutes(5);
    let message = world.outbox[0].message.clone();
    assert_eq!(world.eligible(0, retry), Verdict::Send(message));
    // With the number that is there now.
    world.person(1).phones[0].number = "0170 555 7777".to_owned();
    let Verdict::Send(again) = world.eligible(0, retry) else {
        panic!("{:?}", world.eligible(0, retry));
    };
    assert_eq!(again.address, "0170 555 7777");
    world.visits[0].0.status = Status::Cancelled;
    let dropped = Verdict::Drop(WhyNot::Cancelled);
    assert_eq!(world.eligible(0, retry), dropped);
}

#[test]
fn m4_booked_inside_the_lead_skips_the_rule() {
    let mut world = berlin(&[days_before(2), hours_before(3)]);
    world.visit(1, 1, "2026-11-26T14:00");
    world.visits[0].1 = world.at("2026-11-25T09:00");
    let plan = world.plan("2026-11-25T09:00");
    assert_eq!(
        world.lines(&plan.send),
        ["reminder 1 2026-11-26T11:00 to 1 sms"]
    );
    assert_eq!(reasons(&plan), [(1, WhyNot::BookedInside)]);
}

#[test]
fn m4_of_several_due_at_once_only_the_nearest_goes_and_none_comes_behind() {
    let mut world = berlin(&[days_before(3), days_before(2), hours_before(3)]);
    world.visit(1, 1, "2026-11-26T14:00");
    world.follow(&world.plan("2026-11-20T09:00"));
    let woken = world.at("2026-11-24T10:30");
    let plan = world.plan_at(woken);
    assert_eq!(reasons(&plan), [(1, WhyNot::Superseded)]);
    assert_eq!(plan.withdraw.len(), 1);
    assert_eq!(plan.withdraw[0].why, WhyNot::Superseded);
    let sent = world.tick(woken);
    assert_eq!(world.lines(&sent), ["reminder 1 2026-11-24T10:00 to 1 sms"]);
    for minutes in [1, 60] {
        assert_eq!(world.tick(woken + TimeDelta::minutes(minutes)), []);
    }
    assert_eq!(world.tick(world.at("2026-11-26T11:00")).len(), 1);
}

#[test]
fn m4_a_confirmation_that_waited_for_the_morning_gives_way_to_the_reminder() {
    let booking = (MessageKind::BookingConfirmation, Lead::AtOnce);
    let mut world = berlin(&[booking, hours_before(3)]);
    world.visit(1, 1, "2026-11-26T09:00");
    world.visits[0].1 = world.at("2026-11-25T21:00");
    world
        .notices
        .push(notice(NoticeOf::Booked, "2026-11-25T21:00", &world));
    let sent = world.tick(world.at("2026-11-26T08:00"));
    assert_eq!(world.lines(&sent), ["reminder 1 2026-11-26T08:00 to 1 sms"]);
    assert_eq!(world.tick(world.at("2026-11-26T08:01")), []);
    // A move says what no reminder would.
    let from = WallTime::once(at("2026-11-26T11:00"));
    let moving = (MessageKind::Moved, Lead::AtOnce);
    let mut world = World {
        rules: vec![rule(0, moving.0, moving.1), world.rules[1].clone()],
        outbox: Vec::new(),
        ..world
    };
    world.notices[0].of = NoticeOf::Moved { from };
    let sent = world.tick(world.at("2026-11-26T08:00"));
    assert_eq!(world.lines(&sent), ["moved 1 2026-11-26T08:00 to 1 sms"]);
    assert_eq!(world.tick(world.at("2026-11-26T08:01")), []);
}

#[test]
fn m5_several_visits_of_a_day_are_one_message_with_the_earliest_arrival() {
    let mut world = berlin(&[days_before(1), hours_before(2)]);
    world.visit(1, 1, "2026-11-26T11:00");
    world.visit(2, 1, "2026-11-26T10:30").arrive_early = 15;
    world.visit(3, 1, "2026-11-27T10:30");
    let plan = world.plan("2026-11-23T09:00");
    assert_eq!(
        world.lines(&plan.send),
        [
            "reminder 2+1 2026-11-25T10:00 to 1 sms",
            "reminder 2+1 2026-11-26T08:30 to 1 sms",
            "reminder 3 2026-11-26T10:00 to 1 sms",
            "reminder 3 2026-11-27T08:30 to 1 sms",
        ]
    );
    assert_eq!(plan.send[0].visits(), [appointment(2), appointment(1)]);
    // S11: when to be there, not when it begins.
    assert_eq!(plan.send[0].arrival, Some(at("2026-11-26T10:15")));
    assert_eq!(
        plan.send[0].until,
        world.at("2026-11-26T10:15") - MARGIN,
        "who is on the way needs no reminder"
    );
    world.follow(&plan);
    // One of them goes: what is left is said anew, and the day after is left alone.
    world.visits[1].0.status = Status::Cancelled;
    let again = world.plan("2026-11-23T10:00");
    assert_eq!(
        world.lines(&again.send),
        [
            "reminder 1 2026-11-25T10:00 to 1 sms",
            "reminder 1 2026-11-26T09:00 to 1 sms",
        ]
    );
    assert_eq!(again.withdraw.len(), 2);
}

#[test]
fn m5_rules_for_different_types_are_one_message_at_one_time() {
    let kind = |number| AppointmentTypeId(Uuid::from_u128(number));
    let mut world = berlin(&[days_before(1), days_before(1), days_before(2)]);
    for (rule, number) in world.rules.iter_mut().zip([1, 2, 3]) {
        rule.types = vec![kind(number)];
    }
    world.visit(1, 1, "2026-11-26T11:00").kind = Some(kind(1));
    world.visit(2, 1, "2026-11-26T12:00").kind = Some(kind(2));
    world.visit(3, 2, "2026-11-26T12:00").kind = None;
    let plan = world.plan("2026-11-23T09:00");
    assert_eq!(
        world.lines(&plan.send),
        ["reminder 1+2 2026-11-25T10:00 to 1 sms"]
    );
}
