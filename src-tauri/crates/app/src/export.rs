//! Writing everything out in a form that other programs and Daybook itself can read.

mod address_book;
mod calendar;

pub use address_book::vcf;
pub use calendar::{CalendarOut, ics, note_feed, own_calendar};

use crate::desk::Desk;
use crate::error::{Error, Result};
use crate::household_labels::labels;
use crate::setup::Setup;
use crate::whole_file::{WholeFile, make_folder};
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
    /// Address books only: patients who are not to be contacted (P3), and are not in it.
    pub not_contacted: u64,
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
    desk.may_write()?;
    let (patients_path, visits_path) = if ends_in(path, &["csv"]) && !path.is_dir() {
        let stem = path
            .file_stem()
            .map(|stem| stem.to_string_lossy().into_owned())
            .unwrap_or_default();
        (
            path.to_owned(),
            path.with_file_name(format!("{stem}-appointments.csv")),
        )
    } else {
        make_folder(desk, path)?;
        (path.join("patients.csv"), path.join("appointments.csv"))
    };
    let patients_file = WholeFile::begin(desk, &patients_path)?;
    let visits_file = WholeFile::begin(desk, &visits_path)?;
    let mut report = ExportReport::default();
    let snapshot = desk.store.snapshot()?;
    let names = Names::read(desk)?;
    let mut out = PatientsCsv::new(BufWriter::new(&patients_file.file))?;
    desk.store.each_patient(|patient| -> Result<()> {
        report.patients += 1;
        Ok(out.write(&names.patient(&patient))?)
    })?;
    out.finish()?.flush().map_err(InteropError::Write)?;
    let mut out = AppointmentsCsv::new(BufWriter::new(&visits_file.file))?;
    desk.store.each_appointment(|visit| -> Result<()> {
        if names.patient_is_left_out(&visit) {
            return Ok(());
        }
        report.appointments += 1;
        Ok(out.write(&names.visit(&visit)?)?)
    })?;
    out.finish()?.flush().map_err(InteropError::Write)?;
    drop(snapshot);
    hand_out(desk, "csv", vec![patients_file, visits_file])?;
    report.files = vec![patients_path, visits_path];
    Ok(report)
}

/// FHIR R4: one resource a line when `path` ends in `.ndjson` or `.jsonl`, else one bundle. A `path`
/// that is a folder gets `practice.json`.
pub fn fhir(desk: &mut Desk, path: &Path) -> Result<ExportReport> {
    desk.may_write()?;
    let file_path = file_in(desk, path, "practice.json")?;
    let file = WholeFile::begin(desk, &file_path)?;
    let mut report = ExportReport::default();
    let snapshot = desk.store.snapshot()?;
    let names = Names::read(desk)?;
    let zone = names.setup.zone();
    let out = BufWriter::new(&file.file);
    let mut out = if ends_in(&file_path, &["ndjson", "jsonl"]) {
        FhirWriter::lines(out, zone)
    } else {
        FhirWriter::bundle(out, zone)?
    };
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
    drop(snapshot);
    hand_out(desk, "fhir", vec![file])?;
    report.files = vec![file_path];
    Ok(report)
}

/// The file that is meant: the one that is named, or one of this name in the folder that is.
fn file_in(desk: &Desk, path: &Path, name: &str) -> Result<PathBuf> {
    if path.is_dir() || path.extension().is_none() {
        make_folder(desk, path)?;
        return Ok(path.join(name));
    }
    Ok(path.to_owned())
}

/// Puts the written files in their places. K1: the line in the trail comes first, so that no file
/// is out of which the trail knows nothing.
fn hand_out(desk: &mut Desk, format: &str, files: Vec<WholeFile>) -> Result<()> {
    for file in &files {
        file.written()?;
    }
    desk.write(|change| Ok(change.note(Action::Exported, RecordKind::Patient, None, format)?))?;
    files.into_iter().try_for_each(WholeFile::place)
}

fn ends_in(path: &Path, endings: &[&str]) -> bool {
    path.extension().is_some_and(|ending| {
        endings
            .iter()
            .any(|wanted| ending.eq_ignore_ascii_case(wanted))
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
