//! How a record is known again in a later import.
//!
//! A file written here names each record by its own id. A practice that imports the file keeps
//! that as an identifier, and writes it again instead of the id it gave itself, so that export,
//! import into an empty practice and export give the same content. When a practice reads its own
//! export, the identifier's value is the id of the record itself: [`own_patient`] and its
//! siblings tell that, and such an identifier need not be stored.

use domain::{Appointment, AppointmentId, Identifier, PatientId, Provider, ProviderId};

/// The id of a patient in a Daybook practice.
pub const PATIENT: &str = "urn:daybook:patient";
/// The id of a visit in a Daybook practice.
pub const VISIT: &str = "urn:daybook:appointment";
/// The id of a provider in a Daybook practice.
pub const PROVIDER: &str = "urn:daybook:provider";
/// The id column of a patient list from another program.
pub const CSV_PATIENT: &str = "urn:daybook:csv:patient";
/// The id column of an appointment list from another program.
pub const CSV_VISIT: &str = "urn:daybook:csv:appointment";
/// Patient, start and provider of a visit whose list gives it no id, as the list had them.
pub const VISIT_MARK: &str = "urn:daybook:visit-mark";
/// A resource id without a server's address; a resource type follows.
pub const FHIR_RESOURCE: &str = "urn:daybook:fhir:";
/// The UID of a card in an address book.
pub const VCARD: &str = "urn:daybook:vcard";
/// The UID of an event in a calendar; all of its dates have it.
pub const EVENT: &str = "urn:daybook:ics:event";
/// Which date of an event, and which part of it where it runs over several days.
pub const EVENT_DATE: &str = "urn:daybook:ics:date";
/// The chart number, in FHIR only.
pub const CHART_NUMBER: &str = "urn:daybook:chart-number";

/// The Daybook id among identifiers, if the record comes from a Daybook export.
pub fn own_patient(identifiers: &[Identifier]) -> Option<PatientId> {
    value(identifiers, PATIENT)?.parse().ok()
}

/// As [`own_patient`], for visits.
pub fn own_visit(identifiers: &[Identifier]) -> Option<AppointmentId> {
    value(identifiers, VISIT)?.parse().ok()
}

/// As [`own_patient`], for providers.
pub fn own_provider(identifiers: &[Identifier]) -> Option<ProviderId> {
    value(identifiers, PROVIDER)?.parse().ok()
}

/// The id under which a patient is exported.
pub(crate) fn patient_value(id: PatientId, identifiers: &[Identifier]) -> String {
    value(identifiers, PATIENT).map_or_else(|| id.to_string(), str::to_owned)
}

/// The id under which a visit is exported.
pub(crate) fn visit_value(visit: &Appointment) -> String {
    value(&visit.identifiers, VISIT).map_or_else(|| visit.id.to_string(), str::to_owned)
}

/// The id under which a provider is exported.
pub(crate) fn provider_value(provider: &Provider) -> String {
    value(&provider.identifiers, PROVIDER).map_or_else(|| provider.id.to_string(), str::to_owned)
}

/// The value under a system.
pub(crate) fn value<'a>(identifiers: &'a [Identifier], system: &str) -> Option<&'a str> {
    identifiers
        .iter()
        .find(|one| one.system == system)
        .map(|one| one.value.as_str())
}

/// All that are written beside the record's own id.
pub(crate) fn others<'a>(
    identifiers: &'a [Identifier],
    own: &'a str,
) -> impl Iterator<Item = &'a Identifier> {
    identifiers.iter().filter(move |one| one.system != own)
}

pub(crate) fn identifier(system: impl Into<String>, value: impl Into<String>) -> Identifier {
    Identifier {
        system: system.into(),
        value: value.into(),
    }
}

/// Adds what is not yet there.
pub(crate) fn keep(identifiers: &mut Vec<Identifier>, one: Identifier) {
    if !identifiers.contains(&one) {
        identifiers.push(one);
    }
}
