//! Finding patients as somebody types (P2), and the list.

use crate::desk::Desk;
use crate::error::Result;
use domain::{Patient, PatientStatus};

/// Patients that fit the text, best first.
pub fn search(desk: &Desk, text: &str, limit: usize) -> Result<Vec<Patient>> {
    Ok(desk.store.search_patients(text, limit)?)
}

/// A page of the list.
#[derive(Debug, Clone)]
pub struct PatientPage {
    pub total: u64,
    pub rows: Vec<Patient>,
}

/// A page of the list, by family name, then given name.
pub fn list(
    desk: &Desk,
    status: Option<PatientStatus>,
    offset: u64,
    limit: u64,
) -> Result<PatientPage> {
    Ok(PatientPage {
        total: desk.store.count_patients(status)?,
        rows: desk.store.list_patients(status, offset, limit)?,
    })
}

/// How many patients there are.
pub fn count(desk: &Desk) -> Result<u64> {
    Ok(desk.store.count_patients(None)?)
}
