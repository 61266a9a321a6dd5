//! S10: what a change made of a visit, part by part.

use crate::build::{at, instant, visit};
use domain::appointment::Ended;
use domain::history::{Part, differing};
use domain::{Appointment, ChairId, Confirmation, ProviderId, Status, WallTime};
use uuid::Uuid;

#[test]
fn s10_each_part_that_differs_is_named_and_nothing_goes_unsaid() {
    let before = || visit("2026-11-24T10:00", 30, [1, 1, 1]);
    let check = |change: &dyn Fn(&mut Appointment), expected: &[Part]| {
        let mut after = before();
        change(&mut after);
        assert_eq!(differing(&before(), &after), expected);
        assert_eq!(differing(&after, &before()), expected);
    };
    check(&|_| {}, &[]);
    // A change that only counts the revision up has nothing to tell.
    check(&|visit| visit.revision = 7, &[]);
    check(
        &|visit| visit.start = WallTime::once(at("2026-11-24T11:00")),
        &[Part::Start],
    );
    check(&|visit| visit.start.second_pass = true, &[Part::Start]);
    check(
        &|visit| {
            visit.minutes = 45;
            visit.provider = Some(ProviderId(Uuid::from_u128(2)));
            visit.chair = Some(ChairId(Uuid::from_u128(2)));
        },
        &[Part::Minutes, Part::Provider, Part::Chair],
    );
    check(
        &|visit| {
            visit.status = Status::Cancelled;
            visit.ended = Some(Ended {
                reason: "flu".to_owned(),
                at: instant("2026-11-24T09:00"),
                by_practice: false,
                by: "desk".to_owned(),
            });
        },
        &[Part::Status, Part::Reason],
    );
    check(
        &|visit| visit.confirmation = Confirmation::Confirmed,
        &[Part::Confirmation],
    );
    check(&|visit| visit.notes = "stick".to_owned(), &[Part::Notes]);
    check(&|visit| visit.overbooked = true, &[Part::Overbooked]);
    check(
        &|visit| visit.asap = Some(instant("2026-11-24T09:00")),
        &[Part::Asap],
    );
    // What has no part of its own is said by itself, and not beside the status that brought it.
    check(&|visit| visit.confirmed_by_person = true, &[Part::Other]);
    check(
        &|visit| {
            visit.status = Status::Arrived;
            visit.arrived_at = Some(instant("2026-11-24T09:55"));
        },
        &[Part::Status],
    );
}
