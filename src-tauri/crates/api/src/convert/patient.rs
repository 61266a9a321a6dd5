//! Patients to the wire and back.

use super::{date, optional_id};
use crate::wire::patient::{
    AddressView, EmailView, PatientFields, PatientHit, PhoneView, WirePatientStatus, WireSex,
};
use app::Error;
use chrono::NaiveDate;
use domain::{Address, Email, Patient, PatientId, PatientStatus, PersonName, Phone, Sex};

/// A line of a list; ages are those on `today`.
pub fn hit(patient: &Patient, today: NaiveDate) -> PatientHit {
    PatientHit {
        id: patient.id.to_string(),
        name: patient.name.spoken(),
        sorted_name: patient.name.sorted(),
        preferred_name: patient.preferred_name.clone(),
        birth_date: patient.birth_date.map(|date| date.to_string()),
        age: patient.age_on(today),
        chart_number: patient.chart_number.clone(),
        phones: patient.phones.iter().map(phone).collect(),
        emails: patient.emails.iter().map(email).collect(),
        status: patient_status(patient.status),
        alert: patient.alert.clone(),
    }
}

pub(crate) fn fields(patient: &Patient) -> PatientFields {
    let Patient {
        id: _,
        chart_number,
        name:
            PersonName {
                prefix,
                given,
                family,
                suffix,
            },
        preferred_name,
        birth_date,
        sex,
        phones,
        emails,
        address,
        language,
        notes,
        alert,
        status,
        deceased_on,
        household,
        guardian,
        identifiers: _,
        revision: _,
    } = patient;
    PatientFields {
        chart_number: chart_number.clone(),
        prefix: prefix.clone(),
        given: given.clone(),
        family: family.clone(),
        suffix: suffix.clone(),
        preferred_name: preferred_name.clone(),
        birth_date: birth_date.map(|date| date.to_string()),
        sex: match sex {
            Sex::Female => WireSex::Female,
            Sex::Male => WireSex::Male,
            Sex::Other => WireSex::Other,
            Sex::Unknown => WireSex::Unknown,
        },
        phones: phones.iter().map(phone).collect(),
        emails: emails.iter().map(email).collect(),
        address: address.as_ref().map(
            |Address {
                 lines,
                 city,
                 region,
                 postal_code,
                 country,
             }| AddressView {
                lines: lines.clone(),
                city: city.clone(),
                region: region.clone(),
                postal_code: postal_code.clone(),
                country: country.clone(),
            },
        ),
        language: language.clone(),
        notes: notes.clone(),
        alert: alert.clone(),
        status: patient_status(*status),
        deceased_on: deceased_on.map(|date| date.to_string()),
        household: household.map(|id| id.to_string()),
        guardian: guardian.map(|id| id.to_string()),
    }
}

pub(crate) fn patient(fields: PatientFields) -> Result<Patient, Error> {
    let PatientFields {
        chart_number,
        prefix,
        given,
        family,
        suffix,
        preferred_name,
        birth_date,
        sex,
        phones,
        emails,
        address,
        language,
        notes,
        alert,
        status,
        deceased_on,
        household,
        guardian,
    } = fields;
    Ok(Patient {
        id: PatientId(Default::default()),
        chart_number,
        name: PersonName {
            prefix,
            given,
            family,
            suffix,
        },
        preferred_name,
        birth_date: birth_date
            .map(|text| date("birth_date", &text))
            .transpose()?,
        sex: match sex {
            WireSex::Female => Sex::Female,
            WireSex::Male => Sex::Male,
            WireSex::Other => Sex::Other,
            WireSex::Unknown => Sex::Unknown,
        },
        phones: phones
            .into_iter()
            .map(|PhoneView { label, number }| Phone { label, number })
            .collect(),
        emails: emails
            .into_iter()
            .map(|EmailView { label, address }| Email { label, address })
            .collect(),
        address: address.map(
            |AddressView {
                 lines,
                 city,
                 region,
                 postal_code,
                 country,
             }| Address {
                lines,
                city,
                region,
                postal_code,
                country,
            },
        ),
        language,
        notes,
        alert,
        status: domain_status(status),
        deceased_on: deceased_on
            .map(|text| date("deceased_on", &text))
            .transpose()?,
        household: optional_id("household", &household)?,
        guardian: optional_id("guardian", &guardian)?,
        identifiers: Vec::new(),
        revision: 0,
    })
}

fn phone(phone: &Phone) -> PhoneView {
    PhoneView {
        label: phone.label.clone(),
        number: phone.number.clone(),
    }
}

fn email(email: &Email) -> EmailView {
    EmailView {
        label: email.label.clone(),
        address: email.address.clone(),
    }
}

pub(crate) fn patient_status(status: PatientStatus) -> WirePatientStatus {
    match status {
        PatientStatus::Prospective => WirePatientStatus::Prospective,
        PatientStatus::Active => WirePatientStatus::Active,
        PatientStatus::Inactive => WirePatientStatus::Inactive,
        PatientStatus::Archived => WirePatientStatus::Archived,
        PatientStatus::Deceased => WirePatientStatus::Deceased,
    }
}

pub(crate) fn domain_status(status: WirePatientStatus) -> PatientStatus {
    match status {
        WirePatientStatus::Prospective => PatientStatus::Prospective,
        WirePatientStatus::Active => PatientStatus::Active,
        WirePatientStatus::Inactive => PatientStatus::Inactive,
        WirePatientStatus::Archived => PatientStatus::Archived,
        WirePatientStatus::Deceased => PatientStatus::Deceased,
    }
}
