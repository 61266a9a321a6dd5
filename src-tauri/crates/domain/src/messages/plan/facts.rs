//! What is known when messages are planned, and what a plan is made of.

use crate::appointment::Appointment;
use crate::hours::Closure;
use crate::id::{AppointmentId, MedicationId, NoticeId, OutboxId, PatientId, ReminderRuleId};
use crate::messages::consent::{Consent, ContactWish};
use crate::messages::kind::{Channel, MessageKind};
use crate::messages::medication::Medication;
use crate::messages::quiet::Settings;
use crate::messages::rule::ReminderRule;
use crate::messages::stop::Stop;
use crate::notice::Notice;
use crate::patient::{Household, Patient};
use crate::wall_clock::{WallTime, Zone};
use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use serde::{Deserialize, Serialize};

/// All that a plan follows from, in any order. For one family's day it is enough to hold what
/// concerns that family: its visits of the day, its people with their guardians, and what is in the
/// outbox for them.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'a> {
    pub zone: Zone,
    pub settings: &'a Settings,
    pub rules: &'a [ReminderRule],
    pub visits: &'a [VisitFacts<'a>],
    /// Patients, and whoever is written to for them.
    pub people: &'a [Patient],
    pub households: &'a [Household],
    pub wishes: &'a [ContactWish],
    pub consents: &'a [Consent],
    pub stops: &'a [Stop],
    pub closures: &'a [Closure],
    pub medications: &'a [Medication],
    pub outbox: &'a [Queued],
    /// First and last local day for whose birthdays and doses there is a plan; visits are planned
    /// however far they are.
    pub days: (NaiveDate, NaiveDate),
}

/// A visit, and what is known of it beside it.
#[derive(Debug, Clone, Copy)]
pub struct VisitFacts<'a> {
    pub appointment: &'a Appointment,
    /// When it came to stand where it stands: booked, or moved last (M4).
    pub placed: DateTime<Utc>,
    /// What the desk wishes its patient to be told.
    pub notice: Option<&'a Notice>,
    /// Whether the patient complained of it (M16).
    pub complaint: bool,
}

/// What a message is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum About {
    /// A visit where it stands; once moved it is another one (M1).
    Visit {
        appointment: AppointmentId,
        start: WallTime,
    },
    /// What the desk wishes to be told of a visit. Booked, cancelled and booked again is told twice.
    Notice {
        notice: NoticeId,
        appointment: AppointmentId,
        start: WallTime,
    },
    Birthday {
        patient: PatientId,
        date: NaiveDate,
    },
    Dose {
        medication: MedicationId,
        at: DateTime<Utc>,
    },
}

/// One of the things that a message says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Part {
    /// Whom it is about; not always who is written to.
    pub patient: PatientId,
    pub about: About,
    pub rule: ReminderRuleId,
}

/// Who is written to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Recipient {
    Person(PatientId),
    /// The practice's own screen.
    Desk,
}

/// M1: what may be in the outbox once and no more, unless it was withdrawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    pub about: About,
    pub rule: ReminderRuleId,
    pub channel: Channel,
    pub recipient: Recipient,
}

/// A message that is to go out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Planned {
    pub kind: MessageKind,
    /// At least one; the earliest visit first (M5).
    pub parts: Vec<Part>,
    pub channel: Channel,
    pub recipient: Recipient,
    /// Empty for the desk.
    pub address: String,
    pub send_at: DateTime<Utc>,
    /// From when on it is of no use any more.
    pub until: DateTime<Utc>,
    /// S11, M5: the earliest local time at which somebody is to be there; none where nobody is.
    pub arrival: Option<NaiveDateTime>,
}

/// A message in the outbox.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Queued {
    pub id: OutboxId,
    pub message: Planned,
    pub stage: Stage,
}

/// How far a message in the outbox has come, as far as planning asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Stage {
    /// May still be withdrawn.
    Waiting,
    /// On its way, there, or perhaps there, since it was first handed over.
    Taken { at: DateTime<Utc> },
    /// Never got there: the next channel is tried.
    Failed,
    /// Withdrawn, or dropped before it went: as if it had never been there.
    Void,
    /// The same because its time went by, which whoever waits for it has to hear another way.
    Late,
}

impl About {
    /// The visit, where it is about one.
    pub fn appointment(&self) -> Option<AppointmentId> {
        match self {
            About::Visit { appointment, .. } | About::Notice { appointment, .. } => {
                Some(*appointment)
            }
            About::Birthday { .. } | About::Dose { .. } => None,
        }
    }

    /// The local day to which it belongs.
    pub fn day(&self, zone: Zone) -> NaiveDate {
        match self {
            About::Visit { start, .. } | About::Notice { start, .. } => start.date(),
            About::Birthday { date, .. } => *date,
            About::Dose { at, .. } => zone.date(*at),
        }
    }
}

impl Planned {
    /// M1: one for each part.
    pub fn keys(&self) -> impl Iterator<Item = Key> {
        self.parts.iter().map(|part| Key {
            about: part.about,
            rule: part.rule,
            channel: self.channel,
            recipient: self.recipient,
        })
    }

    /// The visits that it is about, each once; the earliest first.
    pub fn visits(&self) -> Vec<AppointmentId> {
        let mut visits: Vec<AppointmentId> = Vec::with_capacity(self.parts.len());
        for visit in self
            .parts
            .iter()
            .filter_map(|part| part.about.appointment())
        {
            if !visits.contains(&visit) {
                visits.push(visit);
            }
        }
        visits
    }
}
