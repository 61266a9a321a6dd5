//! S8: missed is not cancelled is not deleted, and each counts where it belongs.

use super::build::{berlin, instant, visit};
use domain::appointment::Ended;
use domain::attendance::{Attendance, Kept, kept, notice};
use domain::{Appointment, Status, Zone};

fn ended(start: &str, status: Status, at: &str, by_practice: bool) -> Appointment {
    Appointment {
        status,
        ended: Some(Ended {
            reason: "flu".to_owned(),
            at: instant(at),
            by_practice,
            by: "desk".to_owned(),
        }),
        ..visit(start, 30, [1, 1, 1])
    }
}

#[test]
fn s8_what_a_visit_says_of_its_patient() {
    let start = "2026-11-24T10:00";
    let cancelled = |at, by_practice| ended(start, Status::Cancelled, at, by_practice);
    for (visit, expected) in [
        (visit(start, 30, [1, 1, 1]), Kept::Open),
        (
            ended(start, Status::Missed, "2026-11-24T10:20", false),
            Kept::Missed,
        ),
        (cancelled("2026-11-23T10:00", false), Kept::Cancelled),
        (cancelled("2026-11-23T10:01", false), Kept::LateCancelled),
        (cancelled("2026-11-24T10:30", false), Kept::LateCancelled),
        (
            cancelled("2026-11-24T09:59", true),
            Kept::CancelledByPractice,
        ),
        // Nobody knows when: no blame without proof.
        (
            Appointment {
                ended: None,
                ..cancelled("2026-11-24T09:59", false)
            },
            Kept::Cancelled,
        ),
    ] {
        assert_eq!(kept(&visit, berlin()), expected, "{:?}", visit.ended);
    }
}

#[test]
fn s8_notice_is_measured_in_hours_that_passed_also_when_the_clocks_change() {
    // Clocks are set back at 03:00 on 25 October: from 10:00 to 10:00 are 25 hours.
    let over = ended(
        "2026-10-25T10:00",
        Status::Cancelled,
        "2026-10-24T10:30",
        false,
    );
    assert_eq!(notice(&over, berlin()).unwrap().num_minutes(), 24 * 60 + 30);
    assert_eq!(kept(&over, berlin()), Kept::Cancelled);
    // Set forward on 29 March: from 10:00 to 10:00 are 23 hours.
    let short = ended(
        "2026-03-29T10:00",
        Status::Cancelled,
        "2026-03-28T10:00",
        false,
    );
    assert_eq!(kept(&short, berlin()), Kept::LateCancelled);
    for name in [
        "America/New_York",
        "Australia/Lord_Howe",
        "Africa/Casablanca",
    ] {
        let zone = Zone::named(name).unwrap();
        let mut visit = ended(
            "2026-11-24T10:00",
            Status::Cancelled,
            "2026-11-23T10:00",
            false,
        );
        let start = visit.span(zone).0;
        visit.ended.as_mut().unwrap().at = start - chrono::TimeDelta::hours(24);
        assert_eq!(kept(&visit, zone), Kept::Cancelled, "{name}");
        visit.ended.as_mut().unwrap().at = start - chrono::TimeDelta::minutes(24 * 60 - 1);
        assert_eq!(kept(&visit, zone), Kept::LateCancelled, "{name}");
    }
}

#[test]
fn s8_only_what_a_chair_was_held_for_is_in_the_denominator() {
    let start = "2026-11-24T10:00";
    let done = Appointment {
        status: Status::Completed,
        ..visit(start, 30, [1, 1, 1])
    };
    let visits = [
        done.clone(),
        done.clone(),
        done,
        ended(start, Status::Missed, "2026-11-24T10:20", false),
        ended(start, Status::Cancelled, "2026-11-24T08:00", false),
        ended(start, Status::Cancelled, "2026-11-24T08:00", true),
        ended(start, Status::Cancelled, "2026-11-10T08:00", false),
        visit("2027-01-12T10:00", 30, [1, 1, 1]),
    ];
    let counted = Attendance::of(&visits, berlin());
    assert_eq!(
        counted,
        Attendance {
            kept: 3,
            missed: 1,
            late_cancelled: 1,
            cancelled: 1,
            cancelled_by_practice: 1,
        }
    );
    assert_eq!(counted.held(), 5);
}
