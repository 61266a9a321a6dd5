//! A row of a patient list.

use super::field::Field;
use super::words::{no, patient_status, yes};
use super::{Row, cells};
use crate::dates::{Century, parse_date};
use crate::identity::{self, identifier, keep};
use crate::incoming::{IncomingPatient, PatientRef, Place};
use crate::limits::{self, FULL_NAME, MEDIUM, SHORT};
use chrono::NaiveDate;
use domain::limits::in_field;
use domain::limits::{check_lifetime, check_past};
use domain::{Address, Email, Identifier, PatientStatus, PersonName, Phone, Sex};
use domain::{Said, said};

impl Row<'_> {
    pub(super) fn patient(&self, place: Place) -> Result<IncomingPatient, Said> {
        let name = self.name()?;
        if name.is_empty() {
            return Err(said("reason-no-name"));
        }
        let (key, identifiers) = self.patient_identifiers()?;
        let birth_date = self.past_date(Field::BirthDate)?;
        let (deceased_on, died) = self.death()?;
        check_lifetime(birth_date, deceased_on)?;
        let status = match self.cell(Field::Status).map(patient_status).transpose()? {
            Some(status) if self.columns.own || !died => status,
            _ if died => PatientStatus::Deceased,
            _ => PatientStatus::Active,
        };
        Ok(IncomingPatient {
            place,
            key,
            identifiers,
            chart_number: self.text(Field::ChartNumber, SHORT)?,
            name,
            preferred_name: self.text(Field::PreferredName, SHORT)?,
            birth_date,
            sex: match self.cell(Field::Sex) {
                Some(cell) => self.sex_letters.read(cell)?,
                None => Sex::Unknown,
            },
            phones: self.phones()?,
            emails: self.emails()?,
            address: self.address()?,
            language: self.text(Field::Language, SHORT)?.map(|text| {
                if self.columns.own {
                    text
                } else {
                    language(&text)
                }
            }),
            notes: self.paragraphs(Field::Notes)?,
            alert: self.paragraphs(Field::Alert)?,
            status,
            deceased_on,
            household: self.text(Field::Household, SHORT)?,
            guarantor: self.cell(Field::Guarantor).is_some_and(yes),
            guardian: self.cell(Field::Guardian).map(|id| PatientRef {
                identifiers: vec![identifier(identity::PATIENT, id)],
                ..PatientRef::default()
            }),
        })
    }

    pub(super) fn name(&self) -> Result<PersonName, Said> {
        let mut name = PersonName {
            prefix: self.text(Field::Prefix, SHORT)?.unwrap_or_default(),
            given: self.text(Field::GivenName, SHORT)?.unwrap_or_default(),
            family: self.text(Field::FamilyName, SHORT)?.unwrap_or_default(),
            suffix: self.text(Field::Suffix, SHORT)?.unwrap_or_default(),
        };
        if let Some(middle) = self.text(Field::MiddleName, SHORT)? {
            name.given = format!("{} {middle}", name.given).trim().to_owned();
        }
        if name.given.is_empty()
            && name.family.is_empty()
            && let Some(full) = self.text(Field::FullName, FULL_NAME)?
        {
            let (given, family) = split_name(&full);
            name.given = given;
            name.family = family;
        }
        Ok(name)
    }

    fn patient_identifiers(&self) -> Result<(Option<Identifier>, Vec<Identifier>), Said> {
        let mut all = Vec::new();
        if let Some(id) = self.text(Field::OwnPatient, SHORT)? {
            keep(&mut all, identifier(identity::PATIENT, id));
        }
        let id = match self.text(Field::Id, SHORT)? {
            Some(id) => Some(id),
            None => self.text(Field::PatientId, SHORT)?,
        };
        if let Some(id) = id {
            keep(&mut all, identifier(identity::CSV_PATIENT, id));
        }
        let key = all.first().cloned();
        for one in self.listed_identifiers()? {
            keep(&mut all, one);
        }
        for (field, system) in [
            (Field::SocialSecurity, "http://hl7.org/fhir/sid/us-ssn"),
            (Field::NhsNumber, "https://fhir.nhs.uk/Id/nhs-number"),
        ] {
            if let Some(value) = self.text(field, SHORT)? {
                keep(&mut all, identifier(system, value));
            }
        }
        Ok((key, all))
    }

    /// The identifiers of a Daybook export.
    pub(super) fn listed_identifiers(&self) -> Result<Vec<Identifier>, Said> {
        let Some(cell) = self.text(Field::Identifiers, limits::NOTES)? else {
            return Ok(Vec::new());
        };
        let listed = cells::split(&cell, '|');
        Ok(listed
            .into_iter()
            .map(|(system, value)| Identifier { system, value })
            .collect())
    }

    fn phones(&self) -> Result<Vec<Phone>, Said> {
        let mut phones: Vec<Phone> = Vec::new();
        for (label, number) in self.labelled(Field::Phones, Field::Phone)? {
            let phone = Phone { label, number };
            if self.columns.own || !phones.iter().any(|other| other.number == phone.number) {
                phones.push(phone);
            }
        }
        Ok(phones)
    }

    fn emails(&self) -> Result<Vec<Email>, Said> {
        let mut emails: Vec<Email> = Vec::new();
        for (label, address) in self.labelled(Field::Emails, Field::Email)? {
            let email = Email { label, address };
            if self.columns.own || !emails.iter().any(|other| other.address == email.address) {
                emails.push(email);
            }
        }
        Ok(emails)
    }

    /// Of the cell that lists several, then of the columns that hold one each.
    fn labelled(&self, list: Field, single: Field) -> Result<Vec<(String, String)>, Said> {
        let mut found = Vec::new();
        for (_, cell) in self.each(list) {
            found.extend(cells::split(&self.clean(cell), ':'));
        }
        for (label, cell) in self.each(single) {
            found.push((label.to_owned(), self.clean(cell)));
        }
        for (label, value) in &found {
            limits::within(label, SHORT, "label")?;
            limits::within(value, SHORT, single.key())?;
        }
        Ok(found)
    }

    fn address(&self) -> Result<Option<Address>, Said> {
        let mut lines = Vec::new();
        for (_, cell) in self.each(Field::AddressLines) {
            lines.extend(cells::split_lines(&self.clean(cell)));
        }
        for (_, cell) in self.each(Field::Street) {
            let cell = self.clean(cell);
            lines.extend(
                cell.lines()
                    .map(str::trim)
                    .filter(|line| !line.is_empty())
                    .map(str::to_owned),
            );
        }
        for line in &lines {
            limits::within(line, MEDIUM, Field::Street.key())?;
        }
        let address = Address {
            lines,
            city: self.text(Field::City, SHORT)?.unwrap_or_default(),
            region: self.text(Field::Region, SHORT)?.unwrap_or_default(),
            postal_code: self.text(Field::PostalCode, SHORT)?.unwrap_or_default(),
            country: self.text(Field::Country, SHORT)?.unwrap_or_default(),
        };
        Ok((address != Address::default()).then_some(address))
    }

    fn death(&self) -> Result<(Option<NaiveDate>, bool), Said> {
        let Some(cell) = self.cell(Field::DeceasedOn) else {
            return Ok((None, false));
        };
        // Some lists have a mark where others have the date.
        if no(cell) {
            return Ok((None, false));
        }
        if yes(cell) || matches!(patient_status(cell), Ok(PatientStatus::Deceased)) {
            return Ok((None, true));
        }
        Ok((self.past_date(Field::DeceasedOn)?, true))
    }

    /// P8: a day that exists, neither in the future nor before anyone's time.
    pub(super) fn past_date(&self, field: Field) -> Result<Option<NaiveDate>, Said> {
        let Some(cell) = self.cell(field) else {
            return Ok(None);
        };
        let today = self.options.today;
        let date = parse_date(cell, self.format, Century::NotAfter(today))
            .map_err(|reason| in_field(field.key(), reason))?;
        check_past(date, today).map_err(|reason| in_field(field.key(), reason))?;
        Ok(Some(date))
    }
}

/// `Family, given`, or the last word is the family name.
pub(crate) fn split_name(full: &str) -> (String, String) {
    let full = full.trim();
    if let Some((family, given)) = full.split_once(',') {
        return (given.trim().to_owned(), family.trim().to_owned());
    }
    match full.rsplit_once(char::is_whitespace) {
        Some((given, family)) => (given.trim().to_owned(), family.to_owned()),
        None => (String::new(), full.to_owned()),
    }
}

/// The tag of a language that is written out; any other text stays as it is.
pub(super) fn language(text: &str) -> String {
    let tag = match text.to_lowercase().as_str() {
        "english" | "englisch" | "anglais" => "en",
        "german" | "deutsch" | "allemand" => "de",
        "french" | "français" | "francais" | "französisch" => "fr",
        "spanish" | "español" | "espanol" | "spanisch" => "es",
        "italian" | "italiano" | "italienisch" => "it",
        "portuguese" | "português" => "pt",
        "dutch" | "nederlands" => "nl",
        "polish" | "polski" => "pl",
        "russian" | "русский" => "ru",
        "turkish" | "türkçe" => "tr",
        "arabic" | "العربية" => "ar",
        "chinese" | "中文" => "zh",
        _ => return text.to_owned(),
    };
    tag.to_owned()
}
