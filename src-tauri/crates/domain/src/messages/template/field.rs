//! What a template may leave blank.

use crate::messages::kind::{MessageKind, Trigger};
use crate::name::names;
use crate::patient::Patient;
use crate::said::{Said, said};
use crate::search::fold;

/// A blank, written `{first_name}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// Of whoever is written to (P6).
    FirstName,
    /// First names of those whom it is about: the patient, or each of a family (M5).
    Names,
    Day,
    /// When to be there (S11).
    Arrival,
    /// When it begins.
    Start,
    /// Where the visit was before it was moved.
    OldDay,
    OldArrival,
    /// When a dose is to be taken.
    DoseTime,
    /// What the practice calls itself towards patients (M11).
    Practice,
    Phone,
    /// The same for every score (M16).
    ReviewLink,
    Provider,
    Treatment,
    Medicine,
}

names!(Field {
    FirstName = "first_name",
    Names = "names",
    Day = "day",
    Arrival = "arrival",
    Start = "start",
    OldDay = "old_day",
    OldArrival = "old_arrival",
    DoseTime = "dose_time",
    Practice = "practice",
    Phone = "phone",
    ReviewLink = "review_link",
    Provider = "provider",
    Treatment = "treatment",
    Medicine = "medicine",
});

/// What people write in place of a name, whole or as the beginning of it.
const ALSO: [(&str, Field); 22] = [
    ("name", Field::FirstName),
    ("firstname", Field::FirstName),
    ("preferred_name", Field::FirstName),
    ("vorname", Field::FirstName),
    ("patient", Field::Names),
    ("namen", Field::Names),
    ("date", Field::Day),
    ("tag", Field::Day),
    ("datum", Field::Day),
    ("time", Field::Arrival),
    ("uhrzeit", Field::Arrival),
    ("ankunft", Field::Arrival),
    ("beginn", Field::Start),
    ("clinic", Field::Practice),
    ("praxis", Field::Practice),
    ("telephone", Field::Phone),
    ("telefon", Field::Phone),
    ("number", Field::Phone),
    ("link", Field::ReviewLink),
    ("doctor", Field::Provider),
    ("dentist", Field::Provider),
    ("behandlung", Field::Treatment),
];

impl Field {
    /// All of them.
    pub const ALL: [Field; 14] = [
        Field::FirstName,
        Field::Names,
        Field::Day,
        Field::Arrival,
        Field::Start,
        Field::OldDay,
        Field::OldArrival,
        Field::DoseTime,
        Field::Practice,
        Field::Phone,
        Field::ReviewLink,
        Field::Provider,
        Field::Treatment,
        Field::Medicine,
    ];

    /// Whether a message of that kind has something to fill it with.
    pub fn fits(self, kind: MessageKind) -> bool {
        let of_visit = kind.trigger() != Trigger::Patient;
        match self {
            Field::FirstName | Field::Practice | Field::Phone => true,
            Field::Names => kind != MessageKind::Birthday,
            Field::Day | Field::Provider | Field::Treatment => of_visit,
            Field::Arrival | Field::Start => of_visit && kind.trigger() != Trigger::After,
            Field::OldDay | Field::OldArrival => kind == MessageKind::Moved,
            Field::DoseTime | Field::Medicine => kind == MessageKind::Medication,
            Field::ReviewLink => kind == MessageKind::Survey,
        }
    }

    /// What it is filled with.
    pub fn explained(self) -> Said {
        said(match self {
            Field::FirstName => "field-first-name",
            Field::Names => "field-names",
            Field::Day => "field-day",
            Field::Arrival => "field-arrival",
            Field::Start => "field-start",
            Field::OldDay => "field-old-day",
            Field::OldArrival => "field-old-arrival",
            Field::DoseTime => "field-dose-time",
            Field::Practice => "field-practice",
            Field::Phone => "field-phone",
            Field::ReviewLink => "field-review-link",
            Field::Provider => "field-provider",
            Field::Treatment => "field-treatment",
            Field::Medicine => "field-medicine",
        })
    }

    /// M11: whether it tells whoever sees the message why somebody goes there.
    pub fn tells_too_much(self) -> bool {
        matches!(self, Field::Provider | Field::Treatment | Field::Medicine)
    }

    /// What may have been meant, of what a message of that kind can be filled with.
    pub(super) fn meant(written: &str, kind: MessageKind) -> Option<Self> {
        let folded = fold(written.trim()).replace([' ', '-', '.'], "_");
        let fitting = || Self::ALL.into_iter().filter(|field| field.fits(kind));
        let also = ALSO.iter().find(|(word, _)| *word == folded);
        if let Some((_, field)) = also.filter(|(_, field)| field.fits(kind)) {
            return Some(*field);
        }
        // Of "old_day", where there is no old one, the day.
        if let Some(field) = fitting().find(|field| folded.ends_with(field.name())) {
            return Some(field);
        }
        let allowed = (folded.chars().count() / 3).max(1);
        fitting()
            .map(|field| (strsim::osa_distance(&folded, field.name()), field))
            .filter(|(distance, _)| *distance <= allowed)
            .min()
            .map(|(_, field)| field)
    }
}

/// P6: what a patient is called in messages. A legal first name is the first of the given ones.
pub fn first_name(patient: &Patient) -> String {
    let preferred = patient.preferred_name.as_deref().unwrap_or("").trim();
    if !preferred.is_empty() {
        return preferred.to_owned();
    }
    match patient.name.given.split_whitespace().next() {
        Some(first) => first.to_owned(),
        None => patient.name.spoken(),
    }
}
