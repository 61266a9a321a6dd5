//! Patients: finding, listing, reading, saving.

use super::appointment::AppointmentView;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

#[derive(Debug, Clone, Deserialize, TS)]
pub struct SearchPatients {
    pub text: String,
    /// 1 to 100.
    pub limit: u32,
}

/// One line of a result or a list.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PatientHit {
    pub id: String,
    /// Legal name as spoken.
    pub name: String,
    /// "Family, Given", for lists.
    pub sorted_name: String,
    pub preferred_name: Option<String>,
    pub birth_date: Option<String>,
    pub age: Option<u32>,
    pub chart_number: Option<String>,
    pub phones: Vec<PhoneView>,
    pub emails: Vec<EmailView>,
    pub status: WirePatientStatus,
    /// Shown before a visit is booked; empty when there is none.
    pub alert: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct ListPatients {
    pub offset: u32,
    /// 1 to 500.
    pub limit: u32,
    /// None lists all.
    pub status: Option<WirePatientStatus>,
}

/// Sorted by family name, then given name.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PatientPage {
    pub total: u32,
    pub offset: u32,
    pub rows: Vec<PatientHit>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PhoneView {
    pub label: String,
    pub number: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EmailView {
    pub label: String,
    pub address: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct AddressView {
    pub lines: Vec<String>,
    pub city: String,
    pub region: String,
    pub postal_code: String,
    pub country: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum WirePatientStatus {
    Prospective,
    Active,
    Inactive,
    Archived,
    Deceased,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum WireSex {
    Female,
    Male,
    Other,
    Unknown,
}

/// Everything that can be edited of a patient.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PatientFields {
    pub chart_number: Option<String>,
    pub prefix: String,
    pub given: String,
    pub family: String,
    pub suffix: String,
    pub preferred_name: Option<String>,
    pub birth_date: Option<String>,
    pub sex: WireSex,
    pub phones: Vec<PhoneView>,
    pub emails: Vec<EmailView>,
    pub address: Option<AddressView>,
    pub language: Option<String>,
    pub notes: String,
    pub alert: String,
    pub status: WirePatientStatus,
    pub deceased_on: Option<String>,
    pub household: Option<String>,
    pub guardian: Option<String>,
}

/// The patient's page.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PatientView {
    pub id: String,
    pub revision: u32,
    pub name: String,
    pub age: Option<u32>,
    pub fields: PatientFields,
    pub household: Option<HouseholdView>,
    /// Newest first, cancelled and missed ones too.
    pub appointments: Vec<AppointmentView>,
    pub attendance: AttendanceView,
    /// What was changed, newest first.
    pub history: Vec<HistoryView>,
}

/// How often visits were kept, and how often not (S8).
#[derive(Debug, Clone, Serialize, TS)]
pub struct AttendanceView {
    pub kept: u32,
    pub missed: u32,
    /// By the patient, too late for somebody else to come.
    pub late_cancelled: u32,
    /// By the patient, in time; it counts against nobody.
    pub cancelled: u32,
    pub cancelled_by_practice: u32,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct HouseholdView {
    pub id: String,
    pub name: String,
    pub guarantor: Option<String>,
    pub members: Vec<HouseholdMember>,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct HouseholdMember {
    pub id: String,
    pub name: String,
    pub age: Option<u32>,
}

/// One line of the audit trail of a record.
#[derive(Debug, Clone, Serialize, TS)]
pub struct HistoryView {
    pub at: String,
    pub actor: String,
    pub action: String,
    pub note: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct SavePatient {
    /// None makes a new patient.
    pub id: Option<String>,
    /// Of the patient that was edited; 0 for a new one.
    pub revision: u32,
    pub fields: PatientFields,
    /// Save although it is probably somebody who is there already (P1).
    pub accept_duplicate: bool,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct SaveHousehold {
    /// None makes a new one.
    pub id: Option<String>,
    pub name: String,
    pub guarantor: Option<String>,
    pub members: Vec<String>,
}
