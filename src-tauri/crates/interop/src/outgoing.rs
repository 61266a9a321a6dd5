//! What is written: domain values together with the names that they refer to by id.

use crate::identity;
use chrono::{DateTime, SecondsFormat, Utc};
use domain::{Appointment, Identifier, Patient, PatientId, Provider};

/// A patient with what stands in other records.
#[derive(Debug, Clone, Copy)]
pub struct PatientOut<'a> {
    pub patient: &'a Patient,
    /// The household's name.
    pub household: Option<&'a str>,
    /// Whether this patient is the household's guarantor.
    pub guarantor: bool,
    pub guardian: Option<PatientTag<'a>>,
}

/// Enough of a patient to refer to them.
#[derive(Debug, Clone, Copy)]
pub struct PatientTag<'a> {
    pub id: PatientId,
    pub identifiers: &'a [Identifier],
    /// The spoken legal name.
    pub name: &'a str,
    pub chart_number: Option<&'a str>,
}

/// A visit with what stands in other records.
#[derive(Debug, Clone, Copy)]
pub struct VisitOut<'a> {
    pub visit: &'a Appointment,
    pub patient: PatientTag<'a>,
    pub provider: Option<&'a Provider>,
    /// The chair's name.
    pub chair: Option<&'a str>,
    /// The appointment type's name.
    pub kind: Option<&'a str>,
}

impl PatientOut<'_> {
    /// The id under which the guardian is exported; empty where there is none.
    pub(crate) fn guardian_value(&self) -> String {
        self.guardian
            .as_ref()
            .map(PatientTag::value)
            .unwrap_or_default()
    }
}

impl VisitOut<'_> {
    /// The pattern as it is written; empty where there is none.
    pub(crate) fn pattern_text(&self) -> String {
        let pattern = self.visit.pattern.as_ref();
        pattern.map(ToString::to_string).unwrap_or_default()
    }
}

impl PatientTag<'_> {
    /// The id under which the patient is exported.
    pub(crate) fn value(&self) -> String {
        identity::patient_value(self.id, self.identifiers)
    }
}

/// An instant to the last digit, so that it comes back exactly; empty where there is none.
pub(crate) fn exact(at: Option<DateTime<Utc>>) -> String {
    at.map(|at| at.to_rfc3339_opts(SecondsFormat::AutoSi, true))
        .unwrap_or_default()
}
