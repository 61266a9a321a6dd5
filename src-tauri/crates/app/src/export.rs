//! Writing everything out in a form that other programs and Daybook itself can read.

use crate::desk::Desk;
use crate::error::{Error, Result};
use crate::household_labels::labels;
use crate::printing::write_whole;
use crate::setup::Setup;
use domain::audit::{Action, RecordKind};
use domain::{Household, HouseholdId, Patient, PatientId};
use interop::{
    AppointmentsCsv, FhirWriter, InteropError, PatientOut, PatientTag, PatientsCsv, VisitOut,
};
use std::collections::HashMap;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

/// What was written.
#[derive(Debug, Clone, Default)]
pub struct ExportReport {
    pub files: Vec<PathBuf>,
    pub patients: u64,
    pub appointments: u64,
}

/// What visits and other patients say of a patient.
struct Tag {
    identifiers: Vec<domain::Identifier>,
    name: String,
    chart_number: Option<String>,
}

struct Names {
    setup: Setup,
    households: HashMap<HouseholdId, Household>,
    household_labels: HashMap<HouseholdId, String>,
    patients: HashMap<PatientId, Tag>,
}

/// Two lists: patients, and appointments beside them. `path` is a folder, or the file for the
/// patients when it ends in `.csv`.
pub fn csv(desk: &mut Desk, path: &Path) -> Result<ExportReport> {
    let (patients_path, visits_path) = if path
        .extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case("csv"))
    {
        let stem = path
            .file_stem()
            .map(|stem| stem.to_string_lossy().into_owned())
            .unwrap_or_default();
        (
            path.to_owned(),
            path.with_file_name(format!("{stem}-appointments.csv")),
        )
    } else {
        std::fs::create_dir_all(path)
            .map_err(Error::file("the folder for the export could not be made"))?;
        (path.join("patients.csv"), path.join("appointments.csv"))
    };
    let mut report = ExportReport::default();
    let names = Names::read(desk)?;
    write_whole(&patients_path, |file| {
        io(|| {
            let mut out = PatientsCsv::new(BufWriter::new(file))?;
            desk.store.each_patient(|patient| -> Result<()> {
                report.patients += 1;
                Ok(out.write(&names.patient(&patient))?)
            })?;
            out.finish()?.flush().map_err(InteropError::Write)?;
            Ok(())
        })
    })?;
    write_whole(&visits_path, |file| {
        io(|| {
            let mut out = AppointmentsCsv::new(BufWriter::new(file))?;
            desk.store.each_appointment(|visit| -> Result<()> {
                if names.patient_is_left_out(&visit) {
                    return Ok(());
                }
                report.appointments += 1;
                Ok(out.write(&names.visit(&visit)?)?)
            })?;
            out.finish()?.flush().map_err(InteropError::Write)?;
            Ok(())
        })
    })?;
    report.files = vec![patients_path, visits_path];
    note(desk, "csv")?;
    Ok(report)
}

/// One FHIR R4 bundle. A `path` that is a folder gets `practice.json`.
pub fn fhir(desk: &mut Desk, path: &Path) -> Result<ExportReport> {
    let file_path = if path.is_dir() || path.extension().is_none() {
        std::fs::create_dir_all(path)
            .map_err(Error::file("the folder for the export could not be made"))?;
        path.join("practice.json")
    } else {
        path.to_owned()
    };
    let mut report = ExportReport::default();
    let names = Names::read(desk)?;
    let zone = names.setup.zone();
    write_whole(&file_path, |file| {
        io(|| {
            let mut out = FhirWriter::bundle(BufWriter::new(file), zone)?;
            for provider in &names.setup.providers {
                out.provider(provider)?;
            }
            desk.store.each_patient(|patient| -> Result<()> {
                report.patients += 1;
                Ok(out.patient(&names.patient(&patient))?)
            })?;
            desk.store.each_appointment(|visit| -> Result<()> {
                if names.patient_is_left_out(&visit) {
                    return Ok(());
                }
                report.appointments += 1;
                Ok(out.visit(&names.visit(&visit)?)?)
            })?;
            out.finish()?;
            Ok(())
        })
    })?;
    report.files = vec![file_path];
    note(desk, "fhir")?;
    Ok(report)
}

/// K1: an export is written into the trail.
fn note(desk: &mut Desk, format: &str) -> Result<()> {
    desk.write(|change| Ok(change.note(Action::Exported, RecordKind::Patient, None, format)?))
}

/// Carries this crate's errors through a writer that knows only those of files.
fn io(work: impl FnOnce() -> Result<()>) -> std::io::Result<()> {
    work().map_err(|error| match error {
        Error::Interop(InteropError::Write(source)) => source,
        other => std::io::Error::other(other.to_string()),
    })
}

impl Names {
    fn read(desk: &Desk) -> Result<Self> {
        let mut patients = HashMap::new();
        desk.store.each_patient(|patient| -> Result<()> {
            let tag = Tag {
                name: patient.display_name(),
                identifiers: patient.identifiers,
                chart_number: patient.chart_number,
            };
            patients.insert(patient.id, tag);
            Ok(())
        })?;
        let all = desk.store.households()?;
        let household_labels = labels(&all);
        let households = all
            .into_iter()
            .map(|household| (household.id, household))
            .collect();
        Ok(Self {
            setup: desk.setup()?,
            households,
            household_labels,
            patients,
        })
    }

    fn tag(&self, id: PatientId) -> Option<PatientTag<'_>> {
        self.patients.get(&id).map(|tag| PatientTag {
            id,
            identifiers: &tag.identifiers,
            name: &tag.name,
            chart_number: tag.chart_number.as_deref(),
        })
    }

    /// Nobody could tell whose visit it is; the patient's row is among those told of (S14).
    fn patient_is_left_out(&self, visit: &domain::Appointment) -> bool {
        !self.patients.contains_key(&visit.patient)
    }

    fn patient<'a>(&'a self, patient: &'a Patient) -> PatientOut<'a> {
        let household = patient.household.and_then(|id| self.households.get(&id));
        PatientOut {
            patient,
            household: household
                .and_then(|household| self.household_labels.get(&household.id))
                .map(String::as_str),
            guarantor: household.is_some_and(|household| household.guarantor == Some(patient.id)),
            guardian: patient.guardian.and_then(|id| self.tag(id)),
        }
    }

    fn visit<'a>(&'a self, visit: &'a domain::Appointment) -> Result<VisitOut<'a>> {
        Ok(VisitOut {
            visit,
            patient: self.tag(visit.patient).ok_or(Error::NotFound("patient"))?,
            provider: visit.provider.and_then(|id| self.setup.provider(id)),
            chair: visit
                .chair
                .and_then(|id| self.setup.chair(id))
                .map(|chair| chair.name.as_str()),
            kind: visit
                .kind
                .and_then(|id| self.setup.kind(id))
                .map(|kind| kind.name.as_str()),
        })
    }
}
