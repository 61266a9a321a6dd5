//! How a patient stands in its row.

use crate::error::{Error, Result};
use crate::identifiers::{self, Owner};
use crate::sql::{
    blob, date_of, date_text, from_json, id_column, json, named, optional_blob, optional_id,
};
use domain::search::fold;
use domain::{Patient, PatientStatus, PersonName, Sex};
use rusqlite::{Connection, Row};

pub(crate) const COLUMNS: &str = "id, chart_number, prefix, given, family, suffix, preferred_name, \
     birth_date, sex, phones, emails, address, language, notes, alert, status, deceased_on, \
     household, guardian, revision";

/// Reads the columns of [`COLUMNS`]; identifiers are read apart.
pub(crate) fn of_row(row: &Row<'_>) -> Result<Patient> {
    let sex: String = row.get(8)?;
    let status: String = row.get(15)?;
    let birth_date: Option<String> = row.get(7)?;
    let deceased_on: Option<String> = row.get(16)?;
    let address: Option<String> = row.get(11)?;
    Ok(Patient {
        id: id_column(row, 0)?,
        chart_number: row.get(1)?,
        name: PersonName {
            prefix: row.get(2)?,
            given: row.get(3)?,
            family: row.get(4)?,
            suffix: row.get(5)?,
        },
        preferred_name: row.get(6)?,
        birth_date: birth_date.as_deref().map(date_of).transpose()?,
        sex: named(&sex, Sex::named)?,
        phones: from_json(&row.get::<_, String>(9)?)?,
        emails: from_json(&row.get::<_, String>(10)?)?,
        address: address.as_deref().map(from_json).transpose()?,
        language: row.get(12)?,
        notes: row.get(13)?,
        alert: row.get(14)?,
        status: named(&status, PatientStatus::named)?,
        deceased_on: deceased_on.as_deref().map(date_of).transpose()?,
        household: optional_id(row, 17)?,
        guardian: optional_id(row, 18)?,
        revision: row.get(19)?,
        identifiers: Vec::new(),
    })
}

/// Writes the row and the identifiers, new or changed.
pub(crate) fn write(connection: &Connection, patient: &Patient, is_new: bool) -> Result<()> {
    let sql = if is_new {
        "INSERT INTO patient (id, chart_number, prefix, given, family, suffix, preferred_name,
           birth_date, sex, phones, emails, address, language, notes, alert, status, deceased_on,
           household, guardian, revision, sort_key)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21)"
    } else {
        "UPDATE patient SET chart_number = ?2, prefix = ?3, given = ?4, family = ?5, suffix = ?6,
           preferred_name = ?7, birth_date = ?8, sex = ?9, phones = ?10, emails = ?11, address = ?12,
           language = ?13, notes = ?14, alert = ?15, status = ?16, deceased_on = ?17,
           household = ?18, guardian = ?19, revision = ?20, sort_key = ?21
         WHERE id = ?1"
    };
    let written = connection.prepare_cached(sql)?.execute(rusqlite::params![
        blob(patient.id.0),
        patient.chart_number,
        patient.name.prefix,
        patient.name.given,
        patient.name.family,
        patient.name.suffix,
        patient.preferred_name,
        patient.birth_date.map(date_text),
        patient.sex.name(),
        json(&patient.phones)?,
        json(&patient.emails)?,
        patient.address.as_ref().map(json).transpose()?,
        patient.language,
        patient.notes,
        patient.alert,
        patient.status.name(),
        patient.deceased_on.map(date_text),
        optional_blob(patient.household.map(|id| id.0)),
        optional_blob(patient.guardian.map(|id| id.0)),
        patient.revision,
        sort_key(patient),
    ]);
    match written {
        Ok(0) => return Err(Error::NotFound),
        Ok(_) => {}
        Err(error) if error.to_string().contains("patient.chart_number") => {
            let number = patient.chart_number.clone().unwrap_or_default();
            return Err(Error::ChartNumberTaken(number));
        }
        Err(error) => return Err(error.into()),
    }
    let keep = if is_new {
        identifiers::add
    } else {
        identifiers::replace
    };
    keep(
        connection,
        Owner::Patient,
        patient.id.0,
        &patient.identifiers,
    )
}

/// The order of lists. A name in one part only sorts by that part.
pub(crate) fn sort_key(patient: &Patient) -> String {
    let family = fold(patient.name.family.trim());
    let given = fold(patient.name.given.trim());
    if family.is_empty() {
        given
    } else {
        format!("{family}\u{1}{given}")
    }
}
