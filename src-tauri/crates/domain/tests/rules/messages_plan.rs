//! Which messages follow from visits, and which do not any more.

use super::build::at;
use super::messages_build::{
    World, appointment, days_before, hours_before, minute, patient, reasons, rule, zone,
};
use chrono::TimeDelta;
use domain::appointment::Ended;
use domain::messages::{
    About, Channel, Dosing, Key, Lead, MARGIN, Medication, MessageKind, Recipient, SETTLES, Stage,
    Verdict, WhyNot,
};
use domain::{
    AppointmentTypeId, Confirmation, MedicationId, Notice, NoticeId, NoticeOf, NoticeState,
    PatientStatus, Status, WallTime,
};
use uuid::Uuid;

fn berlin(rules: &[(MessageKind, Lead)]) -> World {
    World::new(zone("Europe/Berlin"), rules)
}

fn notice(of: NoticeOf, made: &str, world: &World) -> Notice {
    Notice {
        id: NoticeId(Uuid::from_u128(1)),
        appointment: appointment(1),
        of,
        made: world.at(made),
        state: NoticeState::Pending,
    }
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
}
