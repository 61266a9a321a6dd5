//! S7, S8, S9: how far a visit has come.

use super::build::{berlin, instant, visit};
use domain::appointment::Ended;
use domain::status::{LockRight, StatusRefusal, may_be_edited, with_status};
use domain::{Appointment, Confirmation, Status};

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
