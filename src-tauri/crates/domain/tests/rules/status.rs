//! S7, S8, S9: how far a visit has come.

use super::build::{berlin, instant, visit};
use domain::appointment::Ended;
use domain::status::{
    LockRight, SetBy, StatusRefusal, Step, instant_near, may_be_edited, one_back,
    with_confirmation, with_status, with_time,
};
use domain::{Appointment, AppointmentId, Confirmation, FollowUp, Status};

fn change(visit: &Appointment, to: Status, now: &str) -> Result<Appointment, StatusRefusal> {
    with_status(visit, to, None, berlin(), instant(now), LockRight::MayNot)
}

#[test]
fn s9_what_may_follow_when() {
    let booked = visit("2026-11-24T10:00", 30, [1, 1, 1]);
    for (to, now, expected) in [
        (
            Status::Completed,
            "2026-11-24T09:59",
            Err(StatusRefusal::NotYetBegun),
        ),
        (Status::Completed, "2026-11-24T10:00", Ok(())),
        (
            Status::Missed,
            "2026-11-24T09:59",
            Err(StatusRefusal::NotYetBegun),
        ),
        (Status::Missed, "2026-11-24T10:15", Ok(())),
        (
            Status::Arrived,
            "2026-11-23T10:00",
            Err(StatusRefusal::NotToday),
        ),
        (Status::Arrived, "2026-11-24T00:01", Ok(())),
        (Status::Cancelled, "2026-11-01T10:00", Ok(())),
    ] {
        assert_eq!(
            change(&booked, to, now).map(|_| ()),
            expected,
            "{to:?} at {now}"
        );
    }
}

#[test]
fn s9_seated_early_may_be_done_early() {
    let booked = visit("2026-11-24T10:00", 30, [1, 1, 1]);
    let seated = change(&booked, Status::Seated, "2026-11-24T09:20").unwrap();
    assert!(change(&seated, Status::Completed, "2026-11-24T09:50").is_ok());
}

#[test]
fn s9_a_completed_visit_is_locked_but_for_those_with_the_right() {
    let done = Appointment {
        status: Status::Completed,
        ..visit("2026-11-24T10:00", 30, [1, 1, 1])
    };
    assert_eq!(
        change(&done, Status::Scheduled, "2026-11-24T12:00"),
        Err(StatusRefusal::Locked)
    );
    assert_eq!(
        may_be_edited(&done, LockRight::MayNot),
        Err(StatusRefusal::Locked)
    );
    assert!(may_be_edited(&done, LockRight::MayUnlock).is_ok());
    let now = instant("2026-11-24T12:00");
    assert!(
        with_status(
            &done,
            Status::Scheduled,
            None,
            berlin(),
            now,
            LockRight::MayUnlock
        )
        .is_ok()
    );
}

#[test]
fn s7_times_are_kept_and_confirmation_is_independent() {
    let booked = Appointment {
        confirmation: Confirmation::Confirmed,
        ..visit("2026-11-24T10:00", 30, [1, 1, 1])
    };
    let arrived = change(&booked, Status::Arrived, "2026-11-24T09:55").unwrap();
    let seated = change(&arrived, Status::Seated, "2026-11-24T10:05").unwrap();
    let done = change(&seated, Status::Completed, "2026-11-24T10:31").unwrap();
    assert_eq!(done.arrived_at, Some(instant("2026-11-24T09:55")));
    assert_eq!(done.seated_at, Some(instant("2026-11-24T10:05")));
    assert_eq!(done.dismissed_at, Some(instant("2026-11-24T10:31")));
    assert_eq!(done.confirmation, Confirmation::Confirmed);
    let back = change(&arrived, Status::Scheduled, "2026-11-24T09:56").unwrap();
    assert_eq!((back.arrived_at, back.status), (None, Status::Scheduled));
}

#[test]
fn s8_a_reason_is_kept_while_the_visit_is_cancelled_and_no_longer() {
    let booked = visit("2026-11-24T10:00", 30, [1, 1, 1]);
    let ended = Ended {
        reason: "flu".to_owned(),
        at: instant("2026-11-23T10:00"),
        by_practice: false,
        by: String::new(),
    };
    let now = instant("2026-11-23T10:00");
    let cancelled = with_status(
        &booked,
        Status::Cancelled,
        Some(ended.clone()),
        berlin(),
        now,
        LockRight::MayNot,
    )
    .unwrap();
    assert_eq!(cancelled.ended, Some(ended));
    assert_eq!(
        change(&cancelled, Status::Scheduled, "2026-11-23T11:00")
            .unwrap()
            .ended,
        None
    );
}

#[test]
fn s7_a_machine_never_overwrites_what_a_person_set() {
    use Confirmation::{Confirmed, Declined, Sent, Unconfirmed};
    use SetBy::{Machine, Person};
    let locked = Err(StatusRefusal::SetByPerson);
    let answered = Err(StatusRefusal::Answered);
    for (there, set_by, to, by, expected) in [
        (Unconfirmed, Machine, Sent, Machine, Ok(false)),
        (Sent, Machine, Confirmed, Machine, Ok(false)),
        (Sent, Machine, Confirmed, Person, Ok(true)),
        // A reminder that goes out takes no answer away.
        (Confirmed, Machine, Sent, Machine, answered),
        (Declined, Machine, Sent, Machine, answered),
        (Declined, Machine, Confirmed, Machine, Ok(false)),
        (Confirmed, Person, Sent, Machine, locked),
        (Confirmed, Person, Declined, Machine, locked),
        (Declined, Person, Confirmed, Machine, locked),
        (Confirmed, Person, Declined, Person, Ok(true)),
        // Taken back, the question is open again.
        (Confirmed, Person, Unconfirmed, Person, Ok(false)),
    ] {
        let visit = Appointment {
            confirmation: there,
            confirmed_by_person: set_by == Person,
            ..visit("2026-11-24T10:00", 30, [1, 1, 1])
        };
        let set = with_confirmation(&visit, to, by, LockRight::MayNot);
        assert_eq!(
            set.as_ref()
                .map(|set| set.confirmed_by_person)
                .map_err(|why| *why),
            expected,
            "{there:?} by {set_by:?}, then {to:?} by {by:?}"
        );
        if let Ok(set) = set {
            assert_eq!(set.confirmation, to);
            assert_eq!(set.status, visit.status, "the two are independent");
        }
    }
}

#[test]
fn s9_the_confirmation_of_a_completed_visit_needs_the_right() {
    let done = Appointment {
        status: Status::Completed,
        ..visit("2026-11-24T10:00", 30, [1, 1, 1])
    };
    let set = |right| with_confirmation(&done, Confirmation::Confirmed, SetBy::Person, right);
    assert_eq!(set(LockRight::MayNot), Err(StatusRefusal::Locked));
    assert_eq!(
        set(LockRight::MayUnlock).unwrap().confirmation,
        Confirmation::Confirmed
    );
}

#[test]
fn s7_a_time_is_put_right_by_hand_within_reason() {
    let now = "2026-11-24T10:40";
    let zone = berlin();
    let seated = Appointment {
        status: Status::Seated,
        arrived_at: Some(instant("2026-11-24T09:58")),
        seated_at: Some(instant("2026-11-24T10:05")),
        ..visit("2026-11-24T10:00", 30, [1, 1, 1])
    };
    for (step, at, expected) in [
        (Step::Arrived, "2026-11-24T09:50", Ok(())),
        (Step::Arrived, "2026-11-24T10:05", Ok(())),
        (
            Step::Arrived,
            "2026-11-24T10:06",
            Err(StatusRefusal::OutOfOrder),
        ),
        (
            Step::Seated,
            "2026-11-24T09:57",
            Err(StatusRefusal::OutOfOrder),
        ),
        (
            Step::Seated,
            "2026-11-24T10:41",
            Err(StatusRefusal::TimeToCome),
        ),
        (
            Step::Arrived,
            "2026-11-23T23:59",
            Err(StatusRefusal::TimeOfAnotherDay),
        ),
        (
            Step::Dismissed,
            "2026-11-24T10:30",
            Err(StatusRefusal::StepNotTaken(Step::Dismissed)),
        ),
    ] {
        let right = LockRight::MayNot;
        let put = with_time(&seated, step, instant(at), zone, instant(now), right);
        assert_eq!(put.map(|_| ()), expected, "{step:?} at {at}");
    }
    let put = with_time(
        &seated,
        Step::Arrived,
        instant("2026-11-24T09:50"),
        zone,
        instant(now),
        LockRight::MayNot,
    );
    assert_eq!(
        put.unwrap(),
        Appointment {
            arrived_at: Some(instant("2026-11-24T09:50")),
            ..seated.clone()
        },
        "nothing else changes"
    );
    let done = Appointment {
        status: Status::Completed,
        ..seated
    };
    let put = |right| {
        with_time(
            &done,
            Step::Dismissed,
            instant("2026-11-24T10:30"),
            zone,
            instant(now),
            right,
        )
    };
    assert_eq!(put(LockRight::MayNot), Err(StatusRefusal::Locked));
    assert!(put(LockRight::MayUnlock).is_ok());
}

#[test]
fn s7_on_a_later_day_nobody_knows_when_it_was() {
    let booked = visit("2026-11-24T10:00", 30, [1, 1, 1]);
    let done = change(&booked, Status::Completed, "2026-11-25T08:00").unwrap();
    assert_eq!((done.status, done.dismissed_at), (Status::Completed, None));
    let overnight = visit("2026-11-24T23:30", 60, [1, 1, 1]);
    let done = change(&overnight, Status::Completed, "2026-11-25T00:20").unwrap();
    assert_eq!(done.dismissed_at, Some(instant("2026-11-25T00:20")));
}

#[test]
fn s7_each_status_leads_one_step_back() {
    let booked = visit("2026-11-24T10:00", 30, [1, 1, 1]);
    let arrived = change(&booked, Status::Arrived, "2026-11-24T09:55").unwrap();
    let seated = change(&arrived, Status::Seated, "2026-11-24T10:05").unwrap();
    let done = change(&seated, Status::Completed, "2026-11-24T10:31").unwrap();
    let never_seated = change(&arrived, Status::Completed, "2026-11-24T10:31").unwrap();
    let never_seen = change(&booked, Status::Completed, "2026-11-25T08:00").unwrap();
    let missed = change(&booked, Status::Missed, "2026-11-24T10:31").unwrap();
    let left = change(&arrived, Status::Missed, "2026-11-24T10:31").unwrap();
    for (visit, back) in [
        (&booked, None),
        (&arrived, Some(Status::Scheduled)),
        (&seated, Some(Status::Arrived)),
        (&done, Some(Status::Seated)),
        (&never_seated, Some(Status::Arrived)),
        (&never_seen, Some(Status::Scheduled)),
        (&missed, Some(Status::Scheduled)),
        (&left, Some(Status::Arrived)),
    ] {
        assert_eq!(one_back(visit), back, "{:?}", visit.status);
    }
}

#[test]
fn s8_a_patient_who_came_after_all_is_no_longer_missed_nor_to_be_seen_to() {
    let ended = Ended {
        reason: "no answer".to_owned(),
        at: instant("2026-11-24T10:20"),
        by_practice: false,
        by: "desk".to_owned(),
    };
    let missed = Appointment {
        status: Status::Missed,
        ended: Some(ended),
        follow_up: FollowUp::Rebooked(AppointmentId(uuid::Uuid::from_u128(7))),
        ..visit("2026-11-24T10:00", 30, [1, 1, 1])
    };
    let here = change(&missed, Status::Arrived, "2026-11-24T10:25").unwrap();
    assert_eq!(here.status, Status::Arrived);
    assert_eq!(here.arrived_at, Some(instant("2026-11-24T10:25")));
    assert_eq!((here.ended, here.follow_up), (None, FollowUp::Open));
}

#[test]
fn s12_a_clock_time_is_read_near_the_visit_when_the_clocks_are_set_back() {
    let near = |start: &str, second_pass, clock: &str| {
        let mut visit = visit(start, 30, [1, 1, 1]);
        visit.start.second_pass = second_pass;
        instant_near(&visit, super::build::at(clock), berlin()).map(|at| at.to_rfc3339())
    };
    let (first, second) = ("2026-10-25T00:40:00+00:00", "2026-10-25T01:40:00+00:00");
    for (start, second_pass, expected) in [
        ("2026-10-25T02:30", false, first),
        ("2026-10-25T02:30", true, second),
        ("2026-10-25T03:00", false, second),
    ] {
        assert_eq!(
            near(start, second_pass, "2026-10-25T02:40").as_deref(),
            Ok(expected)
        );
    }
    assert!(near("2026-03-29T03:00", false, "2026-03-29T02:40").is_err());
}
