//! Saving a patient, new or changed.

use super::get::{PatientView, get};
use crate::desk::Desk;
use crate::error::{Error, Result};
use chrono::NaiveDate;
use domain::duplicate::likeness;
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
    desk.write(|change| {
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
        *text = text.trim().to_owned();
    }
    for text in [
        &mut patient.chart_number,
        &mut patient.preferred_name,
        &mut patient.language,
    ] {
        *text = text
            .take()
            .map(|text| text.trim().to_owned())
            .filter(|text| !text.is_empty());
    }
    if patient.name.is_empty() {
        return Err(Error::invalid("family", "the patient needs a name"));
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
                format!("{} is not an e-mail address", email.address),
            ));
        }
    }
    if let Some(birth) = patient.birth_date {
        if birth > today {
            return Err(Error::invalid(
                "birth_date",
                "the birth date is in the future",
            ));
        }
        if patient.deceased_on.is_some_and(|death| death < birth) {
            return Err(Error::invalid(
                "deceased_on",
                "the patient died before the birth date",
            ));
        }
    }
    if patient.deceased_on.is_some() {
        patient.status = PatientStatus::Deceased;
    }
    Ok(patient)
}
