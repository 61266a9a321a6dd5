//! A mailbox and a letter to begin with.

use channels::email::{
    Answer, Invitation, Letter, Login, Mailbox, Mailto, Method, Patience, Proof, Secret, Security,
};
use chrono::{DateTime, NaiveDate, Utc};
use domain::{WallTime, Zone};
use std::time::Duration;

pub(crate) const PRACTICE: &str = "praxis@example.org";

/// Where somebody is waited for in vain.
pub(crate) fn impatient() -> Patience {
    Patience {
        connect: Duration::from_secs(20),
        reply: Duration::from_millis(500),
        before: Duration::from_secs(20),
        verdict: Duration::from_millis(500),
    }
}

/// Where nobody is to be waited for in vain.
pub(crate) fn patient() -> Patience {
    Patience {
        connect: Duration::from_secs(20),
        reply: Duration::from_secs(20),
        before: Duration::from_secs(60),
        verdict: Duration::from_secs(60),
    }
}

pub(crate) fn mailbox(port: u16) -> Mailbox {
    Mailbox {
        host: "127.0.0.1".to_owned(),
        port,
        security: Security::None,
        login: None,
        from: PRACTICE.to_owned(),
        label: "Praxis Dr. Haas".to_owned(),
        reply_to: None,
        trusted: Vec::new(),
    }
}

pub(crate) fn password(user: &str, password: &str) -> Option<Login> {
    Some(Login {
        user: user.to_owned(),
        proof: Proof::Password(Secret::from(password.to_owned())),
    })
}

pub(crate) fn date() -> DateTime<Utc> {
    let day = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
    day.and_hms_opt(8, 0, 5).unwrap().and_utc()
}

pub(crate) fn letter() -> Letter<'static> {
    Letter {
        to: "anna@example.net",
        to_name: "Anna",
        subject: "Ihr Termin am Freitag",
        text: "Guten Tag Anna,\n\nbis Freitag, 8:40 Uhr.",
        language: "de",
        message_id: "0198-77@daybook",
        date: date(),
        unsubscribe: None,
        answers: &[],
        invitations: &[],
    }
}

pub(crate) const ANSWERS: [Answer<'static>; 3] = [
    answer("Ich komme", "JA 77"),
    answer("Bitte rufen Sie mich an", "ANRUF 77"),
    answer("Ich sage ab", "NEIN 77"),
];

const fn answer(label: &'static str, subject: &'static str) -> Answer<'static> {
    Answer {
        label,
        by: Mailto {
            to: PRACTICE,
            subject,
            body: "",
        },
    }
}

pub(crate) fn at(day: u32, hour: u32, minute: u32) -> WallTime {
    let day = NaiveDate::from_ymd_opt(2026, 3, day).unwrap();
    WallTime::once(day.and_hms_opt(hour, minute, 0).unwrap())
}

pub(crate) fn invitation() -> Invitation<'static> {
    Invitation {
        uid: "visit-77@daybook",
        sequence: 2,
        method: Method::Request,
        start: at(6, 8, 40),
        end: at(6, 9, 10),
        zone: Zone::named("Europe/Berlin").unwrap(),
        summary: "Praxis Dr. Haas",
        place: "Hauptstr. 1, Bonn",
        note: "",
    }
}
