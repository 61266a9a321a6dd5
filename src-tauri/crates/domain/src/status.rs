//! How far a visit has come, and what its patient said of it: what may follow what (S7, S8, S9).

use crate::appointment::{Appointment, Confirmation, Ended, FollowUp, Status};
use crate::said::{Said, said};
use crate::wall_clock::{WallClockError, WallTime, Zone};
use chrono::{DateTime, NaiveDateTime, Utc};

/// Whether the person may change what is locked (S9).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LockRight {
    MayUnlock,
    MayNot,
}

/// S7: who sets a confirmation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SetBy {
    Person,
    Machine,
}

/// What a visit passes through, each with its time (S7).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Step {
    Arrived,
    Seated,
    /// Done and on their way.
    Dismissed,
}

/// Why a status, a time or a confirmation cannot be set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum StatusRefusal {
    /// S9
    #[error("the visit is completed and locked")]
    Locked,
    /// S9
    #[error("the visit has not begun yet")]
    NotYetBegun,
    /// The patient cannot be here on another day.
    #[error("the visit is not today")]
    NotToday,
    #[error("that time is still to come")]
    TimeToCome,
    #[error("that time is on another day than the visit")]
    TimeOfAnotherDay,
    #[error("the visit has not come so far: the patient {}", step_not_taken(.0))]
    StepNotTaken(Step),
    #[error(
        "the times are out of order: a patient arrives, then is seated, then is done; correct the other one first"
    )]
    OutOfOrder,
    /// S7
    #[error("a person set the confirmation, so no machine does")]
    SetByPerson,
    /// The patient answered; that a message went out says less.
    #[error("the patient has answered already")]
    Answered,
}

impl From<StatusRefusal> for Said {
    fn from(refusal: StatusRefusal) -> Self {
        use StatusRefusal as R;
        said(match refusal {
            R::Locked => "status-locked",
            R::NotYetBegun => "status-not-begun",
            R::NotToday => "status-not-today",
            R::TimeToCome => "status-time-to-come",
            R::TimeOfAnotherDay => "status-time-other-day",
            R::StepNotTaken(Step::Arrived) => "status-not-arrived",
            R::StepNotTaken(Step::Seated) => "status-not-seated",
            R::StepNotTaken(Step::Dismissed) => "status-not-done",
            R::OutOfOrder => "status-out-of-order",
            R::SetByPerson => "status-set-by-person",
            R::Answered => "status-answered",
        })
    }
}

/// The visit with a new status at `now`; times of arriving, being seated and leaving follow it. On
/// a later day than the visit's nobody saw when it was, so no time is noted.
pub fn with_status(
    visit: &Appointment,
    to: Status,
    reason: Option<Ended>,
    zone: Zone,
    now: DateTime<Utc>,
    right: LockRight,
) -> Result<Appointment, StatusRefusal> {
    if to != Status::Completed {
        may_be_edited(visit, right)?;
    }
    let today = zone.date(now);
    let (start, _) = visit.span(zone);
    match to {
        Status::Completed | Status::Missed if start > now => {
            // A patient who was seated early may be done before the booked time.
            let here = to == Status::Completed
                && visit.start.date() == today
                && matches!(visit.status, Status::Arrived | Status::Seated);
            if !here {
                return Err(StatusRefusal::NotYetBegun);
            }
        }
        Status::Arrived | Status::Seated if visit.start.date() > today => {
            return Err(StatusRefusal::NotToday);
        }
        _ => {}
    }
    let seen = (today <= visit.last_day(zone)).then_some(now);
    let mut changed = visit.clone();
    changed.status = to;
    changed.ended = match to {
        Status::Cancelled | Status::Missed => reason,
        _ => None,
    };
    if to.occupies() {
        // It takes place after all, so that nobody has to see to it any more.
        changed.follow_up = FollowUp::Open;
    }
    match to {
        Status::Scheduled => {
            changed.arrived_at = None;
            changed.seated_at = None;
            changed.dismissed_at = None;
        }
        Status::Arrived => {
            changed.arrived_at = visit.arrived_at.or(seen);
            changed.seated_at = None;
            changed.dismissed_at = None;
        }
        Status::Seated => {
            changed.seated_at = visit.seated_at.or(seen);
            changed.dismissed_at = None;
        }
        Status::Completed => changed.dismissed_at = visit.dismissed_at.or(seen),
        Status::Missed | Status::Cancelled => {}
    }
    Ok(changed)
}

/// The status one step back: done by mistake is in the chair again, missed is expected again. None
/// for a visit that has not come anywhere yet.
pub fn one_back(visit: &Appointment) -> Option<Status> {
    match visit.status {
        Status::Scheduled => None,
        Status::Completed if visit.seated_at.is_some() => Some(Status::Seated),
        Status::Completed | Status::Seated if visit.arrived_at.is_some() => Some(Status::Arrived),
        Status::Completed | Status::Seated | Status::Arrived => Some(Status::Scheduled),
        // Who came and left before it was their turn has been here all the same.
        Status::Missed if visit.arrived_at.is_some() => Some(Status::Arrived),
        Status::Missed | Status::Cancelled => Some(Status::Scheduled),
    }
}

/// The visit with the time of a step put right by hand: "arrived at 9:50" (S7). Only what has
/// happened has a time, on the visit's own day, and the times stay in order.
pub fn with_time(
    visit: &Appointment,
    step: Step,
    at: DateTime<Utc>,
    zone: Zone,
    now: DateTime<Utc>,
    right: LockRight,
) -> Result<Appointment, StatusRefusal> {
    may_be_edited(visit, right)?;
    let come = match visit.status {
        Status::Scheduled => 0,
        Status::Arrived => 1,
        // Who came and went again, or called off at the counter, was here.
        Status::Missed | Status::Cancelled if visit.arrived_at.is_some() => 1,
        Status::Missed | Status::Cancelled => 0,
        Status::Seated => 2,
        Status::Completed => 3,
    };
    if come <= step as u8 {
        return Err(StatusRefusal::StepNotTaken(step));
    }
    if at > now {
        return Err(StatusRefusal::TimeToCome);
    }
    if !(visit.start.date()..=visit.last_day(zone)).contains(&zone.date(at)) {
        return Err(StatusRefusal::TimeOfAnotherDay);
    }
    let mut changed = visit.clone();
    match step {
        Step::Arrived => changed.arrived_at = Some(at),
        Step::Seated => changed.seated_at = Some(at),
        Step::Dismissed => changed.dismissed_at = Some(at),
    }
    let times = [changed.arrived_at, changed.seated_at, changed.dismissed_at];
    if times.iter().flatten().is_sorted() {
        Ok(changed)
    } else {
        Err(StatusRefusal::OutOfOrder)
    }
}

/// The instant of a clock time that somebody reads off for a visit: of two equal times, when the
/// clocks are set back, the one nearer to the visit's start (S12).
pub fn instant_near(
    visit: &Appointment,
    at: NaiveDateTime,
    zone: Zone,
) -> Result<DateTime<Utc>, WallClockError> {
    let (start, _) = visit.span(zone);
    let first = zone.instant(WallTime::once(at))?;
    let second = zone.instant(WallTime {
        at,
        second_pass: true,
    })?;
    Ok(if (second - start).abs() < (first - start).abs() {
        second
    } else {
        first
    })
}

/// The visit with what the patient said (S7): a machine leaves alone what a person set, and what
/// was answered. A person who takes an answer back leaves the question open again, also to machines.
pub fn with_confirmation(
    visit: &Appointment,
    to: Confirmation,
    by: SetBy,
    right: LockRight,
) -> Result<Appointment, StatusRefusal> {
    may_be_edited(visit, right)?;
    if by == SetBy::Machine {
        if visit.confirmed_by_person {
            return Err(StatusRefusal::SetByPerson);
        }
        let answered = matches!(
            visit.confirmation,
            Confirmation::Confirmed | Confirmation::Declined
        );
        if answered && matches!(to, Confirmation::Unconfirmed | Confirmation::Sent) {
            return Err(StatusRefusal::Answered);
        }
    }
    Ok(Appointment {
        confirmation: to,
        confirmed_by_person: by == SetBy::Person && to != Confirmation::Unconfirmed,
        ..visit.clone()
    })
}

/// S9: whether time, place and kind of a visit may be changed at all.
pub fn may_be_edited(visit: &Appointment, right: LockRight) -> Result<(), StatusRefusal> {
    match (visit.status, right) {
        (Status::Completed, LockRight::MayNot) => Err(StatusRefusal::Locked),
        _ => Ok(()),
    }
}

fn step_not_taken(step: &Step) -> &'static str {
    match step {
        Step::Arrived => "has not arrived",
        Step::Seated => "is not in the chair yet",
        Step::Dismissed => "is not done yet",
    }
}
