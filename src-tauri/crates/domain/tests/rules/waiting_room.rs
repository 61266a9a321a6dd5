//! Who is in the house, whose turn it is, and what of the day is still open.

use super::build::{berlin, instant, visit};
use chrono::TimeDelta;
use domain::still_open::{StillOpen, still_open};
use domain::waiting_room::{Whereabouts, in_chairs, next_to_seat, whereabouts};
use domain::{Appointment, Status};

fn at(start: &str, chair: u128, status: Status, arrived: &str, seated: &str) -> Appointment {
    let clock = |text: &str| (!text.is_empty()).then(|| instant(&format!("2026-11-24T{text}")));
    Appointment {
        status,
        arrived_at: clock(arrived),
        seated_at: clock(seated),
        ..visit(&format!("2026-11-24T{start}"), 30, [chair, chair, chair])
    }
}

#[test]
fn s7_waiting_is_overdue_from_the_later_of_coming_and_the_booked_time() {
    for (start, arrived, now, overdue) in [
        ("10:00", "09:50", "09:58", 0),
        ("10:00", "09:50", "10:16", 16),
        ("10:00", "09:20", "10:00", 0),
        ("10:00", "10:10", "10:24", 14),
        // Set by a clock that was wrong: nobody waits less than not at all.
        ("10:00", "10:40", "10:30", 0),
        ("10:00", "", "10:20", 20),
    ] {
        let visit = at(start, 1, Status::Arrived, arrived, "");
        let now = instant(&format!("2026-11-24T{now}"));
        assert_eq!(
            whereabouts(&visit, berlin(), now),
            Whereabouts::Waiting {
                since: visit.arrived_at,
                overdue: TimeDelta::minutes(overdue)
            },
            "booked {start}, came {arrived}"
        );
    }
}

#[test]
fn s7_who_has_not_come_is_late_once_it_is_time() {
    let visit = at("10:00", 1, Status::Scheduled, "", "");
    for (now, expected) in [
        ("10:00", Whereabouts::ToCome),
        (
            "10:01",
            Whereabouts::Late {
                by: TimeDelta::minutes(1),
            },
        ),
    ] {
        let now = instant(&format!("2026-11-24T{now}"));
        assert_eq!(whereabouts(&visit, berlin(), now), expected);
    }
}

#[test]
fn s7_the_next_one_to_seat_is_booked_first_and_has_a_free_chair() {
    let waits = |start, chair, arrived| at(start, chair, Status::Arrived, arrived, "");
    let sits = |start, chair, seated| at(start, chair, Status::Seated, "09:00", seated);
    let check = |visits: &[&Appointment], expected: Option<&Appointment>| {
        let found = next_to_seat(visits.iter().copied(), berlin());
        assert_eq!(found, expected.map(|visit| visit.id));
    };
    let (early, late) = (waits("10:00", 1, "09:55"), waits("10:30", 2, "09:40"));
    check(&[], None);
    check(&[&late, &early], Some(&early));
    // Its chair is taken, so the other one goes first.
    let in_one = sits("09:30", 1, "09:31");
    check(&[&late, &early, &in_one], Some(&late));
    let in_two = sits("09:30", 2, "09:31");
    check(&[&late, &early, &in_one, &in_two], None);
    // One that came from elsewhere names no chair, and none is taken for it.
    let nowhere = Appointment {
        chair: None,
        ..waits("11:00", 3, "09:30")
    };
    check(&[&early, &in_one, &nowhere], Some(&nowhere));
}

#[test]
fn s7_a_chair_holds_the_one_who_was_seated_last() {
    let forgotten = at("09:00", 1, Status::Seated, "08:55", "09:02");
    let here = at("09:30", 1, Status::Seated, "09:25", "09:41");
    let other = at("09:00", 2, Status::Seated, "08:50", "09:00");
    let all = [forgotten.clone(), here.clone(), other.clone()];
    let found: Vec<_> = in_chairs(&all).map(|visit| visit.id).collect();
    assert_eq!(found, [here.id, other.id]);
    let done = Appointment {
        status: Status::Completed,
        ..here
    };
    let all = [forgotten, done, other.clone()];
    let found: Vec<_> = in_chairs(&all).map(|visit| visit.id).collect();
    assert_eq!(found, [other.id], "who came after is done already");
}

#[test]
fn s8_what_is_still_open_and_what_has_come_to_an_end() {
    let now = instant("2026-11-24T18:00");
    for (start, status, expected) in [
        ("17:00", Status::Scheduled, Some(StillOpen::NotArrived)),
        ("18:00", Status::Scheduled, Some(StillOpen::NotArrived)),
        ("18:01", Status::Scheduled, Some(StillOpen::ToCome)),
        ("17:00", Status::Arrived, Some(StillOpen::Waiting)),
        ("17:00", Status::Seated, Some(StillOpen::InChair)),
        ("17:00", Status::Completed, None),
        ("17:00", Status::Missed, None),
        ("17:00", Status::Cancelled, None),
    ] {
        let visit = at(start, 1, status, "", "");
        assert_eq!(
            still_open(&visit, berlin(), now),
            expected,
            "{start} {status:?}"
        );
    }
}
