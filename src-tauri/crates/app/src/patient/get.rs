//! A patient's page.

use crate::desk::Desk;
use crate::error::{Error, Result};
use crate::visit_view::VisitView;
use domain::attendance::Attendance;
use domain::audit::{Action, AuditEntry, RecordKind};
use domain::{Household, Patient, PatientId};
use store::{DayRow, PatientBrief};

/// Everything about a patient.
#[derive(Debug, Clone)]
pub struct PatientView {
    pub patient: Patient,
    pub household: Option<HouseholdView>,
    /// Newest first, in every status.
    pub visits: Vec<VisitView>,
    /// How often visits were kept, and how often not (S8).
    pub attendance: Attendance,
    /// What was changed and read, newest first.
    pub history: Vec<AuditEntry>,
}

/// A household and who belongs to it.
#[derive(Debug, Clone)]
pub struct HouseholdView {
    pub household: Household,
    pub members: Vec<Patient>,
}

/// How much of the trail is shown.
const HISTORY: u32 = 50;

/// Reads a patient's record, and writes into the trail that it was read (K1).
pub fn get(desk: &mut Desk, id: PatientId) -> Result<PatientView> {
    let setup = desk.setup()?;
    let patient = desk.store.patient(id)?.ok_or(Error::NotFound("patient"))?;
    let brief = PatientBrief::from(&patient);
    let visits = desk.store.appointments_of(id)?;
    let attendance = Attendance::of(&visits, setup.zone());
    let visits = visits
        .into_iter()
        .map(|visit| {
            VisitView::new(
                &setup,
                DayRow {
                    visit,
                    patient: brief.clone(),
                },
            )
        })
        .collect();
    let household = match patient.household {
        Some(id) => super::household::view(desk, id)?,
        None => None,
    };
    let history = desk.store.trail(id.0, HISTORY)?;
    desk.note_reading(Action::Read, RecordKind::Patient, Some(id.0), "")?;
    Ok(PatientView {
        patient,
        household,
        visits,
        attendance,
        history,
    })
}
