//! A practice in Berlin and visits in a line of text.

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use domain::{
    Appointment, AppointmentId, Chair, ChairId, PatientId, Practice, PracticeId, Provider,
    ProviderId, WallTime, WeekHours, Zone,
};
use uuid::Uuid;

pub(crate) fn berlin() -> Zone {
    Zone::named("Europe/Berlin").unwrap()
}

pub(crate) fn at(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").unwrap()
}

pub(crate) fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(crate) fn instant(text: &str) -> DateTime<Utc> {
    berlin().instant(WallTime::once(at(text))).unwrap()
}

/// A visit of patient, provider and chair by number.
pub(crate) fn visit(start: &str, minutes: u32, who: [u128; 3]) -> Appointment {
    Appointment {
        provider: Some(ProviderId(Uuid::from_u128(who[1]))),
        chair: Some(ChairId(Uuid::from_u128(who[2]))),
        ..Appointment::booked(
            AppointmentId(Uuid::from_u128(
                at(start).and_utc().timestamp() as u128 * 1000
                    + u128::from(minutes) * 10
                    + who[0]
                    + who[1]
                    + who[2],
            )),
            PatientId(Uuid::from_u128(who[0])),
            WallTime::once(at(start)),
            minutes,
        )
    }
}

pub(crate) fn practice() -> Practice {
    Practice {
        id: PracticeId(Uuid::nil()),
        name: "Practice by the Park".to_owned(),
        zone: berlin(),
        language: "en".to_owned(),
        phone: String::new(),
        hours: WeekHours::usual(),
        waiting_alert: domain::waiting_room::USUAL_ALERT_MINUTES,
    }
}

pub(crate) fn provider(number: u128) -> Provider {
    Provider {
        id: ProviderId(Uuid::from_u128(number)),
        name: format!("Provider {number}"),
        hours: None,
        exceptions: Vec::new(),
        active: true,
        position: 0,
        identifiers: Vec::new(),
        tint: 0,
    }
}

pub(crate) fn chair(number: u128) -> Chair {
    Chair {
        id: ChairId(Uuid::from_u128(number)),
        name: format!("Chair {number}"),
        hours: None,
        exceptions: Vec::new(),
        active: true,
        position: 0,
    }
}
