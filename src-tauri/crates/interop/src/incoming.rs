//! What a file says, in domain values that have no ids yet.

use chrono::{DateTime, NaiveDate, Utc};
use domain::Said;
use domain::appointment::Ended;
use domain::{
    Address, Confirmation, Email, Identifier, PatientStatus, Pattern, PersonName, Phone, Sex,
    Status, WallTime,
};

/// One record read from a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Incoming {
    Provider(IncomingProvider),
    Patient(IncomingPatient),
    Visit(IncomingVisit),
    Event(IncomingEvent),
}

/// Where a record stands, so that a person can find it again.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Place {
    /// The file's name.
    pub source: String,
    /// The line in a CSV or ndjson file, the number of the entry in a bundle; from 1.
    pub line: u32,
}

/// A record that was not taken over, and why (P8).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// The file's name.
    pub source: String,
    /// As in [`Place::line`].
    pub line: u32,
    /// What is wrong. Holds no more of the record than the
    /// value that is wrong.
    pub reason: Said,
}

/// A practitioner as another system has them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct IncomingProvider {
    pub place: Place,
    /// The one identifier by which this provider is known again.
    pub key: Option<Identifier>,
    /// All identifiers to keep, the key among them.
    pub identifiers: Vec<Identifier>,
    pub name: String,
    pub active: bool,
}

/// A patient as another system has them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct IncomingPatient {
    pub place: Place,
    /// The one identifier by which this patient is known again; the others in `identifiers` are
    /// kept but do not make two records one, since a social security number typed wrongly would
    /// then merge two people. None in a CSV file without an id column: then the chart number, and
    /// after it name and birth date (P1), tell.
    pub key: Option<Identifier>,
    /// All identifiers to keep, the key among them.
    pub identifiers: Vec<Identifier>,
    pub chart_number: Option<String>,
    pub name: PersonName,
    pub preferred_name: Option<String>,
    pub birth_date: Option<NaiveDate>,
    pub sex: Sex,
    pub phones: Vec<Phone>,
    pub emails: Vec<Email>,
    pub address: Option<Address>,
    /// BCP 47 tag.
    pub language: Option<String>,
    pub notes: String,
    pub alert: String,
    pub status: PatientStatus,
    pub deceased_on: Option<NaiveDate>,
    /// The household's name; equal names in one import are one household.
    pub household: Option<String>,
    /// Whether this patient pays for the household (P5).
    pub guarantor: bool,
    /// Who decides for a minor (P5); may come later in the same import.
    pub guardian: Option<PatientRef>,
}

/// A visit as another system has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IncomingVisit {
    pub place: Place,
    /// The one identifier by which this visit is known again. None in a CSV file without an id
    /// column: then patient and start tell.
    pub key: Option<Identifier>,
    /// All identifiers to keep, the key among them.
    pub identifiers: Vec<Identifier>,
    pub patient: PatientRef,
    pub provider: Option<ProviderRef>,
    /// A chair's name.
    pub chair: Option<String>,
    /// An appointment type's name.
    pub kind: Option<String>,
    pub reason: String,
    /// In the practice's zone.
    pub start: WallTime,
    /// At least 1.
    pub minutes: u32,
    pub pattern: Option<Pattern>,
    pub status: Status,
    pub confirmation: Confirmation,
    pub arrive_early: u32,
    pub notes: String,
    pub overbooked: bool,
    /// Why and when a cancelled or missed visit ended so, where the file says it (S8).
    pub ended: Option<Ended>,
    pub arrived_at: Option<DateTime<Utc>>,
    pub seated_at: Option<DateTime<Utc>>,
    pub dismissed_at: Option<DateTime<Utc>>,
}

/// Time of a provider's that a calendar has as taken, under one UID.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IncomingEvent {
    pub place: Place,
    /// Known again by it.
    pub uid: String,
    /// Goes up with each change, in calendars that count.
    pub sequence: u32,
    /// The days, both inclusive, for which the occurrences are all there are: whatever else was once
    /// taken over under this UID there is no more. None where that is not known.
    pub known_for: Option<(NaiveDate, NaiveDate)>,
    pub occurrences: Vec<Occurrence>,
}

/// One date of an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Occurrence {
    pub place: Place,
    /// Which date of a series it is, by the time that the series gives it and however far it was
    /// moved: `20261123`, or in UTC `20261123T080000Z`. None of an event that does not repeat.
    pub id: Option<String>,
    /// One line; empty where the calendar has it as private.
    pub title: String,
    pub time: BusyTime,
}

/// When somebody is busy, in the practice's zone.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum BusyTime {
    /// Whole days, both inclusive.
    Days { first: NaiveDate, last: NaiveDate },
    /// At least a minute, by instants: a night in which the clocks are set has an hour more or less.
    Span { start: WallTime, minutes: u32 },
}

/// Which patient is meant; everything the file says about it. To be tried in this order:
/// an identifier, the chart number, name with birth date, name alone if only one patient has it.
/// An id that means nothing outside its list counts only where name and birth date do not
/// contradict it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PatientRef {
    /// Any of these is the patient. When the patient is in the same import this is its key.
    pub identifiers: Vec<Identifier>,
    pub chart_number: Option<String>,
    /// An id that may be the chart number under another name: counts only for a patient of that
    /// name or birth date.
    pub perhaps_chart_number: Option<String>,
    pub name: Option<PersonName>,
    pub birth_date: Option<NaiveDate>,
}

/// Which provider is meant: by identifier, else by name.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ProviderRef {
    pub identifiers: Vec<Identifier>,
    pub name: Option<String>,
}

impl Incoming {
    /// Where it stands.
    pub fn place(&self) -> &Place {
        match self {
            Incoming::Provider(provider) => &provider.place,
            Incoming::Patient(patient) => &patient.place,
            Incoming::Visit(visit) => &visit.place,
            Incoming::Event(event) => &event.place,
        }
    }
}

impl BusyTime {
    /// The first and the last day that it touches.
    pub fn days(&self) -> (NaiveDate, NaiveDate) {
        match self {
            BusyTime::Days { first, last } => (*first, *last),
            BusyTime::Span { start, minutes } => {
                // An hour more or less at night changes no day that it ends on.
                let length = chrono::TimeDelta::minutes(i64::from(*minutes) - 1);
                let last = start.at.checked_add_signed(length).unwrap_or(start.at);
                (start.date(), last.date())
            }
        }
    }
}

impl Refused {
    pub(crate) fn at(place: &Place, reason: impl Into<Said>) -> Self {
        Self {
            source: place.source.clone(),
            line: place.line,
            reason: reason.into(),
        }
    }
}

impl PatientRef {
    /// Whether nothing at all says who is meant.
    pub fn is_empty(&self) -> bool {
        self.identifiers.is_empty() && self.chart_number.is_none() && self.name.is_none()
    }
}
