//! What calendars are told of visits (M14).

use super::build::at;
use super::build::berlin;
use super::messages_build::{World, appointment, instant_in, patient};
use MessageKind as K;
use domain::messages::{
    CalendarEvent, Channel, Invitation, LastTold, MessageKind, Method, invitation,
};
use domain::{Appointment, WallTime};

const SUMMARY: &str = "Appointment, Park Practice";

/// What a calendar was told so far.
#[derive(Default)]
struct Calendar(Option<LastTold>);

impl Calendar {
    fn hears(&mut self, kind: MessageKind, visit: &Appointment) -> Option<Invitation> {
        let told = invitation(
            kind,
            Channel::Email,
            visit,
            berlin(),
            self.0,
            SUMMARY.to_owned(),
        );
        self.0 = told.as_ref().map(Invitation::told).or(self.0);
        told
    }

    /// `request 0 09:50-10:30` or `nothing`.
    fn line(&mut self, kind: MessageKind, visit: &Appointment) -> String {
        let Some(told) = self.hears(kind, visit) else {
            return "nothing".to_owned();
        };
        let method = match told.event.method {
            Method::Request => "request",
            Method::Cancel => "cancel",
        };
        let (from, to) = told.event.on_the_wall(told.zone);
        let (from, to) = (from.at.format("%H:%M"), to.at.format("%H:%M"));
        format!("{method} {} {from}-{to}", told.sequence)
    }
}

fn visit() -> Appointment {
    let start = WallTime::once(at("2026-11-27T10:00"));
    Appointment::booked(appointment(1), patient(1), start, 30)
}

#[test]
fn m14_the_sequence_goes_up_by_one_a_change_and_stays_for_what_did_not_change() {
    let mut calendar = Calendar::default();
    let mut visit = visit();
    assert_eq!(
        calendar.line(K::BookingConfirmation, &visit),
        "request 0 10:00-10:30"
    );
    assert_eq!(
        calendar.line(K::PleaseConfirm, &visit),
        "request 0 10:00-10:30"
    );
    visit.notes = "asked for a window seat".to_owned();
    visit.revision += 1;
    assert_eq!(
        calendar.line(K::PleaseConfirm, &visit),
        "request 0 10:00-10:30"
    );
    visit.start = WallTime::once(at("2026-11-30T09:00"));
    assert_eq!(calendar.line(K::Moved, &visit), "request 1 09:00-09:30");
    assert_eq!(calendar.line(K::Moved, &visit), "request 1 09:00-09:30");
    visit.minutes = 45;
    assert_eq!(
        calendar.line(K::PleaseConfirm, &visit),
        "request 2 09:00-09:45"
    );
    assert_eq!(calendar.line(K::Cancelled, &visit), "cancel 3 09:00-09:45");
    assert_eq!(calendar.line(K::Cancelled, &visit), "cancel 3 09:00-09:45");
    // It takes place after all.
    assert_eq!(
        calendar.line(K::BookingConfirmation, &visit),
        "request 4 09:00-09:45"
    );
}

#[test]
fn m14_the_uid_is_the_same_for_life_and_of_one_visit_alone() {
    let mut calendar = Calendar::default();
    let mut visit = visit();
    let booked = calendar.hears(K::BookingConfirmation, &visit).unwrap();
    visit.start = WallTime::once(at("2027-03-28T15:00"));
    let moved = calendar.hears(K::Moved, &visit).unwrap();
    let cancelled = calendar.hears(K::Cancelled, &visit).unwrap();
    let uids = [booked.uid(), moved.uid(), cancelled.uid()];
    assert_eq!(uids, ["00000000-0000-0000-0000-000000000001@daybook"; 3]);
    let other = Appointment {
        id: appointment(2),
        ..visit
    };
    let told = Calendar::default()
        .hears(K::BookingConfirmation, &other)
        .unwrap();
    assert_ne!(told.uid(), booked.uid());
}

#[test]
fn m14_what_a_calendar_never_had_is_not_cancelled_in_it() {
    let visit = visit();
    let mut calendar = Calendar::default();
    assert_eq!(calendar.line(K::Cancelled, &visit), "nothing");
    assert_eq!(
        calendar.line(K::BookingConfirmation, &visit),
        "request 0 10:00-10:30"
    );
    assert_eq!(calendar.line(K::Cancelled, &visit), "cancel 1 10:00-10:30");
}

#[test]
fn m14_only_mails_that_tell_of_a_change_or_ask_go_to_the_calendar() {
    let visit = visit();
    for kind in MessageKind::ALL {
        let mut calendar = Calendar::default();
        calendar.hears(K::BookingConfirmation, &visit);
        let tells = matches!(
            kind,
            K::BookingConfirmation | K::Moved | K::Cancelled | K::PleaseConfirm
        );
        assert_eq!(calendar.hears(kind, &visit).is_some(), tells, "{kind:?}");
        for channel in [Channel::Sms, Channel::Phone, Channel::Desktop] {
            let told = invitation(kind, channel, &visit, berlin(), None, String::new());
            assert_eq!(told, None, "{kind:?} {channel:?}");
        }
    }
}

#[test]
fn m14_a_calendar_shows_when_to_be_there_and_nothing_of_the_treatment() {
    let mut visit = visit();
    visit.arrive_early = 10;
    visit.reason = "Root canal".to_owned();
    visit.notes = "anxious".to_owned();
    let told = Calendar::default()
        .hears(K::BookingConfirmation, &visit)
        .unwrap();
    assert_eq!(
        told,
        Invitation {
            appointment: visit.id,
            sequence: 0,
            event: CalendarEvent {
                method: Method::Request,
                start: instant_in(berlin(), "2026-11-27T09:50"),
                end: instant_in(berlin(), "2026-11-27T10:30"),
            },
            zone: berlin(),
            summary: SUMMARY.to_owned(),
        }
    );
}

#[test]
fn m14_in_the_night_in_which_an_hour_comes_twice_the_calendar_gets_the_right_one() {
    let mut world = World::new(berlin(), &[]);
    let ends = |second_pass| WallTime {
        at: at("2026-10-25T02:30"),
        second_pass,
    };
    let visit = world.visit(1, 1, "2026-10-25T02:30");
    visit.start = ends(false);
    let mut calendar = Calendar::default();
    let first = calendar.hears(K::BookingConfirmation, visit).unwrap();
    visit.start = ends(true);
    let second = calendar.hears(K::Moved, visit).unwrap();
    assert_eq!((first.sequence, second.sequence), (0, 1));
    assert_eq!(
        second.event.start - first.event.start,
        chrono::TimeDelta::hours(1)
    );
    assert_eq!(second.event.on_the_wall(berlin()).0, ends(true));
}
