//! Saving a patient, new or changed.

use super::get::{PatientView, get};
use crate::desk::Desk;
use crate::error::{Error, Result, fits};
use crate::undo::UndoableChange;
use chrono::NaiveDate;
use domain::duplicate::likeness;
use domain::limits::{self, MEDIUM, SHORT, clean};
use domain::said;
use domain::{Patient, PatientId, PatientStatus};

/// A patient to make or change. Id, identifiers and revision of `patient` are not looked at.
#[derive(Debug, Clone)]
pub struct SavePatient {
    /// None makes a new one.
    pub id: Option<PatientId>,
    /// Of the patient that was edited.
    pub revision: u32,
    pub patient: Patient,
    /// Save although it is probably somebody who is there already (P1).
    pub accept_duplicate: bool,
}

/// Saves the patient. A likely duplicate is refused unless accepted.
pub fn save(desk: &mut Desk, request: SavePatient) -> Result<PatientView> {
    let zone = desk.setup()?.zone();
    let today = desk.today(zone);
    let id = request.id.unwrap_or(PatientId(desk.host.new_id()));
    let patient = tidy(request.patient, today)?;
    desk.write_step(UndoableChange::Patient, |change| {
        let before = match request.id {
            Some(id) => Some(change.patient(id)?.ok_or(Error::NotFound("patient"))?),
            None => None,
        };
        if before
            .as_ref()
            .is_some_and(|before| before.revision != request.revision)
        {
            return Err(Error::Stale);
        }
        let after = Patient {
            id,
            identifiers: before
                .as_ref()
                .map(|before| before.identifiers.clone())
                .unwrap_or_default(),
            revision: before.as_ref().map_or(0, |before| before.revision),
            ..patient
        };
        let renamed = before.as_ref().is_none_or(|before| {
            before.name != after.name || before.birth_date != after.birth_date
        });
        if renamed && !request.accept_duplicate {
            let mut like = change.duplicate_candidates(&after)?;
            like.retain(|other| other.id != id && likeness(&after, other).is_some());
            if !like.is_empty() {
                like.sort_by_key(|other| std::cmp::Reverse(likeness(&after, other)));
                like.truncate(5);
                return Err(Error::Duplicate(like));
            }
        }
        match before {
            Some(before) if before == after => {}
            Some(before) => {
                change.update_patient(&after, &before, "")?;
            }
            None => change.insert_patient(&after, "")?,
        }
        Ok(())
    })?;
    get(desk, id)
}

/// Trims what was typed, drops empty lines, and refuses what cannot be.
fn tidy(mut patient: Patient, today: NaiveDate) -> Result<Patient> {
    for text in [
        &mut patient.name.prefix,
        &mut patient.name.given,
        &mut patient.name.family,
        &mut patient.name.suffix,
        &mut patient.alert,
        &mut patient.notes,
    ] {
        *text = clean(text.trim());
    }
    for text in [
        &mut patient.chart_number,
        &mut patient.preferred_name,
        &mut patient.language,
    ] {
        *text = text
            .take()
            .map(|text| clean(text.trim()))
            .filter(|text| !text.is_empty());
    }
    if patient.name.is_empty() {
        return Err(Error::invalid("family", said("name-missing-patient")));
    }
    patient
        .phones
        .retain(|phone| !phone.number.trim().is_empty());
    patient
        .emails
        .retain(|email| !email.address.trim().is_empty());
    for email in &mut patient.emails {
        email.address = email.address.trim().to_owned();
        let sound = email.address.split_once('@').is_some_and(|(name, host)| {
            !name.is_empty() && !host.is_empty() && !email.address.contains(char::is_whitespace)
        });
        if !sound {
            return Err(Error::invalid(
                "emails",
                said("invalid-email").with("address", &email.address),
            ));
        }
    }
    check(&patient, today)?;
    if patient.deceased_on.is_some() {
        patient.status = PatientStatus::Deceased;
    }
    Ok(patient)
}

/// Refuses what an import of the same patient would refuse (P8).
fn check(patient: &Patient, today: NaiveDate) -> Result<()> {
    let Patient {
        name,
        phones,
        emails,
        address,
        ..
    } = patient;
    let short =
        |field: &'static str, key: &str, text: &str| fits(field, limits::within(text, SHORT, key));
    short("prefix", "prefix", &name.prefix)?;
    short("given", "given_name", &name.given)?;
    short("family", "family_name", &name.family)?;
    short("suffix", "suffix", &name.suffix)?;
    for (field, text) in [
        ("chart_number", &patient.chart_number),
        ("preferred_name", &patient.preferred_name),
        ("language", &patient.language),
    ] {
        short(field, field, text.as_deref().unwrap_or_default())?;
    }
    for phone in phones {
        short("phones", "label", &phone.label)?;
        short("phones", "phone", &phone.number)?;
    }
    for email in emails {
        short("emails", "label", &email.label)?;
        short("emails", "email", &email.address)?;
    }
    if let Some(address) = address {
        for line in &address.lines {
            fits("address", limits::within(line, MEDIUM, "street"))?;
        }
        short("address", "city", &address.city)?;
        short("address", "region", &address.region)?;
        short("address", "postal_code", &address.postal_code)?;
        short("address", "country", &address.country)?;
    }
    fits("notes", limits::notes_within(&patient.notes, "notes"))?;
    fits("alert", limits::notes_within(&patient.alert, "alert"))?;
    for (field, date) in [
        ("birth_date", patient.birth_date),
        ("deceased_on", patient.deceased_on),
    ] {
        if let Some(date) = date {
            limits::check_past(date, today)
                .map_err(|unfit| Error::invalid(field, limits::in_field(field, unfit)))?;
        }
    }
    fits(
        "deceased_on",
        limits::check_lifetime(patient.birth_date, patient.deceased_on),
    )
}
