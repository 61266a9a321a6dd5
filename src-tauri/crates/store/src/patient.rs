//! Patients.

use crate::change::{Change, Entry};
use crate::error::{Error, Result};
use crate::identifiers::{self, Owner};
use crate::left_out::{LeftOut, Readable, each, left_out};
use crate::open::Store;
use crate::patient_row::{COLUMNS, of_row, sort_key, write};
use crate::search;
use crate::sql::{blob, date_text, ids, json};
use chrono::NaiveDate;
use domain::audit::{Action, RecordKind};
use domain::{Identifier, Patient, PatientId, PatientStatus};
use rusqlite::Connection;

/// One line of a list or a search result; identifiers are not read.
pub type PatientLine = Patient;

/// What an import recognises a patient by.
#[derive(Debug, Clone, Copy)]
pub enum PatientKey<'a> {
    Identifier(&'a Identifier),
    ChartNumber(&'a str),
}

impl Store {
    /// One patient; none when it is not there.
    pub fn patient(&self, id: PatientId) -> Result<Option<Patient>> {
        patient(&self.connection, id)
    }

    /// How many patients there are, of a status or in all.
    pub fn count_patients(&self, status: Option<PatientStatus>) -> Result<u64> {
        Ok(match status {
            None => self
                .connection
                .prepare_cached("SELECT count(*) FROM patient")?
                .query_row([], |row| row.get(0))?,
            Some(status) => self
                .connection
                .prepare_cached("SELECT count(*) FROM patient WHERE status = ?1")?
                .query_row([status.name()], |row| row.get(0))?,
        })
    }

    /// A page of the list, by family name, then given name.
    pub fn list_patients(
        &self,
        status: Option<PatientStatus>,
        offset: u64,
        limit: u64,
    ) -> Result<Vec<PatientLine>> {
        // The inner query walks an index alone; rows are read for one page only.
        let page = match status {
            None => "SELECT id FROM patient ORDER BY sort_key, id LIMIT ?1 OFFSET ?2",
            Some(_) => {
                "SELECT id FROM patient WHERE status = ?3 ORDER BY sort_key, id LIMIT ?1 OFFSET ?2"
            }
        };
        let sql =
            format!("SELECT {COLUMNS} FROM patient WHERE id IN ({page}) ORDER BY sort_key, id");
        let mut read = self.connection.prepare_cached(&sql)?;
        let rows = match status {
            None => read.query(rusqlite::params![limit, offset])?,
            Some(status) => read.query(rusqlite::params![limit, offset, status.name()])?,
        };
        Ok(self.readable(each(RecordKind::Patient, rows, of_row)?))
    }

    /// Every patient with all there is, in the order of their ids: for an export.
    pub fn each_patient<E: From<Error>>(
        &self,
        mut visit: impl FnMut(Patient) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        self.each_patient_row(|row| match row {
            Ok(patient) => visit(patient),
            Err(left) => {
                self.leave_out(left);
                Ok(())
            }
        })
    }

    /// The same, and what cannot be read.
    pub(crate) fn each_patient_row<E: From<Error>>(
        &self,
        mut visit: impl FnMut(std::result::Result<Patient, LeftOut>) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        let mut read = self
            .connection
            .prepare(&format!("SELECT {COLUMNS} FROM patient ORDER BY id"))
            .map_err(Error::from)?;
        let mut rows = read.query([]).map_err(Error::from)?;
        while let Some(row) = rows.next().map_err(Error::from)? {
            match of_row(row) {
                Ok(mut patient) => {
                    patient.identifiers =
                        identifiers::of(&self.connection, Owner::Patient, patient.id.0)?;
                    visit(Ok(patient))?;
                }
                Err(error) => visit(Err(left_out(RecordKind::Patient, row, &error)))?,
            }
        }
        Ok(())
    }

    /// Whom a patient may be the same as: equal birth date or equal name (P1).
    pub fn duplicate_candidates(&self, patient: &Patient) -> Result<Vec<Patient>> {
        Ok(self.readable(duplicate_candidates(&self.connection, patient)?))
    }
}

impl Change<'_> {
    /// One patient; none when it is not there.
    pub fn patient(&self, id: PatientId) -> Result<Option<Patient>> {
        patient(&self.sql, id)
    }

    /// Patients that an import's key names.
    pub fn patients_with(&self, key: PatientKey<'_>) -> Result<Vec<PatientId>> {
        match key {
            PatientKey::Identifier(identifier) => {
                identifiers::owners(&self.sql, Owner::Patient, identifier)
            }
            PatientKey::ChartNumber(number) => {
                let mut read = self
                    .sql
                    .prepare_cached("SELECT id FROM patient WHERE chart_number = ?1")?;
                ids(&mut read, [number])
            }
        }
    }

    /// Patients of the same folded name and birth date.
    pub fn patients_named(&self, like: &Patient) -> Result<Vec<PatientId>> {
        let mut read = self
            .sql
            .prepare_cached("SELECT id FROM patient WHERE sort_key = ?1 AND birth_date IS ?2")?;
        ids(
            &mut read,
            rusqlite::params![sort_key(like), like.birth_date.map(date_text)],
        )
    }

    /// Patients of the same folded name, whatever their birth date.
    pub fn patients_of_name(&self, like: &Patient) -> Result<Vec<PatientId>> {
        let mut read = self
            .sql
            .prepare_cached("SELECT id FROM patient WHERE sort_key = ?1")?;
        ids(&mut read, [sort_key(like)])
    }

    /// Whom a patient may be the same as: equal birth date or equal name (P1).
    pub fn duplicate_candidates(&self, patient: &Patient) -> Result<Vec<Patient>> {
        Ok(duplicate_candidates(&self.sql, patient)?.rows)
    }

    /// Writes a new patient.
    pub fn insert_patient(&mut self, patient: &Patient, note: &str) -> Result<()> {
        write(&self.sql, patient, true)?;
        search::insert(&self.sql, patient)?;
        self.enter(&Entry {
            action: Action::Created,
            kind: RecordKind::Patient,
            record: Some(patient.id.0),
            before: None,
            after: Some(&json(patient)?),
            note,
        })
    }

    /// Writes a changed patient over `before`, whose revision must be the one in the file.
    pub fn update_patient(
        &mut self,
        patient: &Patient,
        before: &Patient,
        note: &str,
    ) -> Result<Patient> {
        let there = self.patient(patient.id)?.ok_or(Error::NotFound)?;
        if there.revision != before.revision {
            return Err(Error::Stale);
        }
        let changed = Patient {
            revision: there.revision + 1,
            ..patient.clone()
        };
        write(&self.sql, &changed, false)?;
        search::replace(&self.sql, &changed)?;
        self.enter(&Entry {
            action: Action::Changed,
            kind: RecordKind::Patient,
            record: Some(patient.id.0),
            before: Some(&json(&there)?),
            after: Some(&json(&changed)?),
            note,
        })?;
        Ok(changed)
    }
}

pub(crate) fn patient(connection: &Connection, id: PatientId) -> Result<Option<Patient>> {
    let mut read =
        connection.prepare_cached(&format!("SELECT {COLUMNS} FROM patient WHERE id = ?1"))?;
    let mut rows = read.query([blob(id.0)])?;
    let Some(row) = rows.next()? else {
        return Ok(None);
    };
    let mut patient = of_row(row)?;
    patient.identifiers = identifiers::of(connection, Owner::Patient, id.0)?;
    Ok(Some(patient))
}

fn duplicate_candidates(connection: &Connection, patient: &Patient) -> Result<Readable<Patient>> {
    let mut read = connection.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM patient WHERE id != ?1 AND (birth_date = ?2 OR sort_key = ?3) LIMIT 2000"
    ))?;
    let birth: Option<NaiveDate> = patient.birth_date;
    let rows = read.query(rusqlite::params![
        blob(patient.id.0),
        birth.map(date_text),
        sort_key(patient)
    ])?;
    each(RecordKind::Patient, rows, of_row)
}
