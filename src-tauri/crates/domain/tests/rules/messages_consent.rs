//! What patients agreed to, and numbers that are left alone.

use super::build::instant;
use chrono::TimeDelta;
use domain::PatientId;
use domain::messages::{
    Answered, Channel, Consent, ConsentKind, LiftedBy, MessageKind, Number, Stop, StopBy, Stops,
    Unknown,
};
use uuid::Uuid;

fn said(answered: Answered, channel: Channel, kind: ConsentKind, days: i64) -> Consent {
    Consent {
        patient: PatientId(Uuid::from_u128(1)),
        channel,
        kind,
        answered,
        source: "form at the desk".to_owned(),
        at: instant("2026-11-23T09:00") + TimeDelta::days(days),
    }
}

fn stop(channel: Channel, address: &str, by: StopBy) -> Stop {
    Stop {
        channel,
        address: address.to_owned(),
        since: instant("2026-11-23T09:00"),
        by,
        words: "Stop".to_owned(),
    }
}

#[test]
fn m8_what_was_said_last_holds_by_channel_and_kind() {
    use Answered::{No, Unknown, Yes};
    use Channel::{Email, Sms};
    use ConsentKind::{Appointments, Surveys};
    let all = [
        said(No, Sms, Appointments, 2),
        said(Yes, Sms, Appointments, 1),
        said(Yes, Email, Surveys, 0),
    ];
    for (channel, kind, expected) in [
        (Sms, Appointments, No),
        (Email, Surveys, Yes),
        (Sms, Surveys, Unknown),
        (Email, Appointments, Unknown),
    ] {
        assert_eq!(
            Consent::latest(&all, channel, kind),
            expected,
            "{channel:?} {kind:?}"
        );
    }
}

#[test]
fn m8_whom_nobody_asked_hears_of_visits_and_of_nothing_else() {
    let unknown = Unknown::default();
    for (kind, goes) in [
        (MessageKind::Reminder, true),
        (MessageKind::MissedVisit, true),
        (MessageKind::Medication, true),
        (MessageKind::Survey, false),
        (MessageKind::Birthday, false),
    ] {
        assert_eq!(unknown.allows(kind.consent()), goes, "{kind:?}");
    }
    assert!(unknown.allows(ConsentKind::Recalls));
}

#[test]
fn m9_a_number_is_the_same_however_it_is_written() {
    for (one, other, same) in [
        ("0170 1234567", "+49 170 1234567", true),
        ("(212) 555-0100", "+1 212 555 0100", true),
        ("0170 1234567", "0170 1234568", false),
        // A short one is the same only as a whole.
        ("4567", "0170 1234567", false),
        ("4567", "4567", true),
        ("٠١٧٠١٢٣٤٥٦٧", "0170 1234567", true),
    ] {
        let (one, other) = (Number::of(one).unwrap(), Number::of(other).unwrap());
        assert_eq!(one.is_same(&other), same, "{one:?} {other:?}");
        assert_eq!(other.is_same(&one), same, "{other:?} {one:?}");
    }
    assert_eq!(Number::of("none"), None);
    assert_eq!(Number::of("000"), None);
}

#[test]
fn m9_a_stop_is_the_numbers_and_the_channels() {
    let stops = Stops::of(&[
        stop(Channel::Sms, "+49 170 1234567", StopBy::Reply),
        stop(Channel::Email, "Ida@Example.org", StopBy::Unsubscribed),
    ]);
    for (channel, address, held) in [
        (Channel::Sms, "0170/1234567", true),
        (Channel::Sms, "0170/7654321", false),
        // A text that says STOP does not keep a person from calling.
        (Channel::Phone, "0170/1234567", false),
        (Channel::Email, " ida@example.org", true),
        (Channel::Email, "idas@example.org", false),
    ] {
        assert_eq!(stops.holds(channel, address), held, "{channel:?} {address}");
    }
    assert!(!Stops::default().holds(Channel::Sms, "0170/1234567"));
}

#[test]
fn m9_only_the_patient_opens_again_what_the_patient_stopped() {
    for (by, patient, desk) in [
        (StopBy::Reply, true, false),
        (StopBy::Unsubscribed, true, false),
        (StopBy::Bounced, true, true),
        (StopBy::Desk, true, true),
    ] {
        let stop = stop(Channel::Email, "ida@example.org", by);
        let found = [LiftedBy::Patient, LiftedBy::Desk].map(|who| stop.may_be_lifted(who));
        assert_eq!(found, [patient, desk], "{by:?}");
    }
}

#[test]
fn a_stop_is_of_a_number_or_an_address_however_it_is_written() {
    for (channel, address, is) in [
        (Channel::Sms, "0170/1234567", true),
        (Channel::Phone, "+49 30 5550100", true),
        (Channel::Sms, "Ida", false),
        (Channel::Email, "ida@example.org", true),
        (Channel::Email, "ida", false),
        (Channel::Email, "@example.org", false),
        (Channel::Desktop, "ida@example.org", false),
    ] {
        assert_eq!(
            Stop::is_address(channel, address),
            is,
            "{channel:?} {address}"
        );
    }
    let stop = stop(Channel::Sms, "+49 170 1234567", StopBy::Desk);
    assert!(stop.is_same(Channel::Sms, "0170 1234567"));
    assert!(!stop.is_same(Channel::Phone, "0170 1234567"));
    assert!(!stop.is_same(Channel::Sms, "0170 7654321"));
}
