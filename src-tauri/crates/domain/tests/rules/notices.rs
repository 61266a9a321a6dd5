//! What a patient is still to be told after one change and another (M13 prepares on it).

use crate::build::at;
use domain::notice::{Follows, Happened, follows};
use domain::{NoticeOf, WallTime};

fn wall(clock: &str) -> WallTime {
    WallTime::once(at(&format!("2026-11-24T{clock}")))
}

fn moved(from: &str, to: &str) -> Happened {
    Happened::Moved {
        from: wall(from),
        to: wall(to),
    }
}

#[test]
fn m13_several_changes_leave_one_thing_to_tell_or_nothing() {
    use NoticeOf::{Booked, Cancelled};
    let was = |clock| NoticeOf::Moved { from: wall(clock) };
    for (pending, happened, expected) in [
        (None, Happened::Booked, Follows::Ask(Booked)),
        (None, moved("10:00", "11:00"), Follows::Ask(was("10:00"))),
        // Only the chair or the length changed.
        (None, moved("10:00", "10:00"), Follows::Nothing),
        (None, Happened::Cancelled, Follows::Ask(Cancelled)),
        (None, Happened::Reinstated, Follows::Ask(Booked)),
        (None, Happened::Came, Follows::Nothing),
        // Whoever was not told of the booking is told of it at its new time.
        (
            Some(Booked),
            moved("10:00", "11:00"),
            Follows::Becomes(Booked),
        ),
        (Some(Booked), moved("10:00", "10:00"), Follows::Nothing),
        (Some(Booked), Happened::Cancelled, Follows::Withdrawn),
        (Some(Booked), Happened::Came, Follows::Withdrawn),
        // Moved twice: from where the patient believes it to be.
        (
            Some(was("09:00")),
            moved("10:00", "11:00"),
            Follows::Becomes(was("09:00")),
        ),
        // And back again: nothing has changed for them.
        (
            Some(was("09:00")),
            moved("10:00", "09:00"),
            Follows::Withdrawn,
        ),
        (
            Some(was("09:00")),
            Happened::Cancelled,
            Follows::Becomes(Cancelled),
        ),
        (Some(was("09:00")), Happened::Came, Follows::Withdrawn),
        (Some(Cancelled), Happened::Reinstated, Follows::Ask(Booked)),
        (Some(Cancelled), moved("10:00", "11:00"), Follows::Nothing),
    ] {
        let found = follows(pending.as_ref(), happened);
        assert_eq!(found, expected, "{pending:?} {happened:?}");
    }
}
