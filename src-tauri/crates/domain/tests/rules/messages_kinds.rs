//! What each kind of message follows from, and when.

use super::build::at;
use super::messages_build::{
    World, appointment, days_before, hours_before, minute, notice, patient, reasons, rule, zone,
};
use chrono::TimeDelta;
use domain::appointment::Ended;
use domain::messages::{Dosing, Lead, Medication, MessageKind, SETTLES, Stage, WhyNot};
use domain::{
    MedicationId, Notice, NoticeId, NoticeOf, NoticeState, PatientStatus, Status, WallTime,
};
use uuid::Uuid;

fn berlin(rules: &[(MessageKind, Lead)]) -> World {
    World::new(zone("Europe/Berlin"), rules)
}

#[test]
fn m13_a_booking_waits_for_an_undo_and_a_past_one_is_never_confirmed() {
    let mut world = berlin(&[(MessageKind::BookingConfirmation, Lead::AtOnce)]);
    world.visit(1, 1, "2026-11-26T14:00");
    assert_eq!(world.plan("2026-11-23T09:00").send, [], "nobody wished it");
    world
        .notices
        .push(notice(NoticeOf::Booked, "2026-11-23T09:00", &world));
    let made = world.at("2026-11-23T09:00");
    assert_eq!(world.tick(made + SETTLES - TimeDelta::seconds(1)), []);
    // Moved within the three minutes: they begin anew, and one message goes out.
    world.visits[0].0.start = WallTime::once(at("2026-11-26T15:00"));
    world.notices[0].made = made + TimeDelta::minutes(2);
    assert_eq!(world.tick(made + SETTLES), []);
    let sent = world.tick(made + TimeDelta::minutes(5));
    assert_eq!(
        world.lines(&sent),
        ["booking_confirmation 1 2026-11-23T09:05 to 1 sms"]
    );
    // Taken back: nothing goes out at all.
    world.outbox.clear();
    world.follow(&world.plan("2026-11-23T09:03"));
    world.notices[0].state = NoticeState::Withdrawn;
    assert_eq!(world.tick(made + TimeDelta::minutes(5)), []);
    // Written down later than it was.
    world.notices[0].state = NoticeState::Pending;
    world.notices[0].made = world.at("2026-11-26T15:10");
    let plan = world.plan("2026-11-26T15:13");
    assert_eq!(
        (plan.send, plan.unsent[0].why.clone()),
        (vec![], WhyNot::TooLate)
    );
}

#[test]
fn m13_what_is_booked_for_one_day_is_one_message_unless_the_first_would_come_too_late() {
    let mut world = berlin(&[(MessageKind::BookingConfirmation, Lead::AtOnce)]);
    for (number, start) in [(1, "2026-11-26T10:00"), (2, "2026-11-26T15:00")] {
        world.visit(number, 1, start);
    }
    for (made, lines) in [
        (
            ["2026-11-26T09:00", "2026-11-26T09:02"],
            &["booking_confirmation 1+2 2026-11-26T09:05 to 1 sms"][..],
        ),
        (
            ["2026-11-26T09:40", "2026-11-26T09:50"],
            &[
                "booking_confirmation 1 2026-11-26T09:43 to 1 sms",
                "booking_confirmation 2 2026-11-26T09:53 to 1 sms",
            ],
        ),
    ] {
        world.notices = vec![
            notice(NoticeOf::Booked, made[0], &world),
            Notice {
                id: NoticeId(Uuid::from_u128(2)),
                appointment: appointment(2),
                ..notice(NoticeOf::Booked, made[1], &world)
            },
        ];
        let plan = world.plan(made[0]);
        assert_eq!(world.lines(&plan.send), lines);
    }
}

#[test]
fn m13_booked_cancelled_and_booked_again_is_told_each_time() {
    use MessageKind::{BookingConfirmation, Cancelled};
    let mut world = berlin(&[
        (BookingConfirmation, Lead::AtOnce),
        (Cancelled, Lead::AtOnce),
    ]);
    world.visit(1, 1, "2026-11-26T14:00");
    for (number, of, status, made) in [
        (1, NoticeOf::Booked, Status::Scheduled, "2026-11-23T09:00"),
        (
            2,
            NoticeOf::Cancelled,
            Status::Cancelled,
            "2026-11-23T10:00",
        ),
        (3, NoticeOf::Booked, Status::Scheduled, "2026-11-23T11:00"),
    ] {
        world.visits[0].0.status = status;
        world.notices = vec![Notice {
            id: NoticeId(Uuid::from_u128(number)),
            ..notice(of.clone(), made, &world)
        }];
        let sent = world.tick(world.at(made) + SETTLES);
        assert_eq!(sent.len(), 1, "{of:?}");
        assert_eq!(sent[0].kind, MessageKind::telling(&of));
    }
}

#[test]
fn m16_a_survey_follows_the_end_of_a_visit_that_was_kept_once_and_never_a_complaint() {
    let survey = (MessageKind::Survey, Lead::HoursAfter { hours: 2 });
    let mut world = berlin(&[survey, survey]);
    world.settings.unknown.surveys = true;
    world.visit(1, 1, "2026-11-24T09:00");
    assert_eq!(world.plan("2026-11-24T12:00").send, [], "it has not ended");
    world.visits[0].0.status = Status::Completed;
    // Of two rules the first asks.
    let plan = world.plan("2026-11-24T09:40");
    assert_eq!(
        world.lines(&plan.send),
        ["survey 1 2026-11-24T11:30 to 1 sms"]
    );
    // It took longer than booked.
    world.visits[0].0.dismissed_at = Some(world.at("2026-11-24T10:15"));
    let plan = world.plan("2026-11-24T10:20");
    assert_eq!(
        world.lines(&plan.send),
        ["survey 1 2026-11-24T12:15 to 1 sms"]
    );
    assert_eq!(reasons(&plan), [(1, WhyNot::Superseded)]);
    assert_eq!(world.tick(world.at("2026-11-24T12:15")).len(), 1);
    world.rules[1].lead = Lead::HoursAfter { hours: 24 };
    assert_eq!(world.tick(world.at("2026-11-25T12:15")), []);
    world.outbox.clear();
    world.complaints.push(appointment(1));
    let plan = world.plan("2026-11-24T12:15");
    assert_eq!(plan.send, []);
    assert_eq!(plan.unsent[0].why, WhyNot::Complaint);
    world.complaints.clear();
    world.person(1).status = PatientStatus::Deceased;
    assert_eq!(
        world.plan("2026-11-24T12:15").unsent[0].why,
        WhyNot::Deceased
    );
    world.person(1).status = PatientStatus::Active;
    assert_eq!(
        world.plan("2026-11-28T00:00").unsent[0].why,
        WhyNot::TooLate
    );
}

#[test]
fn a_missed_visit_is_told_once_it_is_sure_and_a_follow_up_comes_the_next_day() {
    let at_ten = minute("10:00");
    let mut world = berlin(&[
        (MessageKind::MissedVisit, Lead::HoursAfter { hours: 2 }),
        (
            MessageKind::FollowUp,
            Lead::DaysAfter {
                days: 1,
                at: at_ten,
            },
        ),
    ]);
    let ended = Ended {
        reason: String::new(),
        at: world.at("2026-11-24T15:00"),
        by_practice: false,
        by: String::new(),
    };
    let missed = world.visit(1, 1, "2026-11-24T09:00");
    missed.status = Status::Missed;
    missed.ended = Some(ended);
    world.visit(2, 2, "2026-11-24T09:00").status = Status::Completed;
    let plan = world.plan("2026-11-24T15:01");
    assert_eq!(
        world.lines(&plan.send),
        [
            "missed_visit 1 2026-11-24T15:03 to 1 sms",
            "follow_up 2 2026-11-25T10:00 to 2 sms",
        ]
    );
}

#[test]
fn birthdays_and_doses_are_planned_for_the_days_asked_for() {
    let at_ten = minute("10:00");
    let mut world = berlin(&[
        (
            MessageKind::Birthday,
            Lead::DaysBefore {
                days: 0,
                at: at_ten,
            },
        ),
        (MessageKind::Medication, Lead::AtOnce),
    ]);
    world.settings.unknown.marketing = true;
    world.days = ("2026-02-27".parse().unwrap(), "2026-03-01".parse().unwrap());
    world.person(1).birth_date = Some("1980-02-29".parse().unwrap());
    world.person(2).birth_date = Some("1980-03-02".parse().unwrap());
    world.medications.push(Medication {
        id: MedicationId(Uuid::from_u128(1)),
        patient: patient(3),
        dosing: Dosing::At(vec![minute("07:00"), minute("23:00")]),
        from: "2026-03-01".parse().unwrap(),
        to: Some("2026-03-01".parse().unwrap()),
    });
    let plan = world.plan("2026-02-27T09:00");
    // The patient chose the hour of a dose, also a quiet one (M17).
    assert_eq!(
        world.lines(&plan.send),
        [
            "birthday  2026-02-28T10:00 to 1 sms",
            "medication  2026-03-01T07:00 to 3 sms",
            "medication  2026-03-01T23:00 to 3 sms",
        ]
    );
    world.follow(&plan);
    assert_eq!(world.plan("2026-02-27T09:00").send, []);
    assert_eq!(world.tick(world.at("2026-03-01T07:59")).len(), 1);
    let late = world.tick(world.at("2026-03-02T00:00"));
    assert_eq!(late, [], "the next dose is nearer");
}

#[test]
fn a_failed_channel_falls_back_to_the_next_and_one_that_may_have_got_there_does_not() {
    let mut world = berlin(&[days_before(2)]);
    world.visit(1, 1, "2026-11-26T14:00");
    let now = world.at("2026-11-24T10:00");
    assert_eq!(world.tick(now).len(), 1);
    assert_eq!(world.plan_at(now).send, []);
    world.outbox[0].stage = Stage::Failed;
    let sent = world.tick(now + TimeDelta::minutes(5));
    assert_eq!(
        world.lines(&sent),
        ["reminder 1 2026-11-24T10:00 to 1 email"]
    );
    world.outbox[1].stage = Stage::Failed;
    let plan = world.plan_at(now + TimeDelta::minutes(9));
    assert_eq!(plan.send, []);
    assert!(plan.unsent[0].for_desk, "{:?}", plan.unsent);
    // Another rule tries anew.
    let (kind, lead) = hours_before(3);
    world.rules.push(rule(1, kind, lead));
    let plan = world.plan_at(now + TimeDelta::minutes(9));
    assert_eq!(
        world.lines(&plan.send),
        ["reminder 1 2026-11-26T11:00 to 1 sms"]
    );
}
