//! Patients as cards of an address book.

use super::card::one_line;
use crate::InteropError;
use crate::limits::clean;
use crate::outgoing::PatientOut;
use calcard::vcard::{
    VCard, VCardEntry, VCardParameter, VCardParameterName, VCardProperty, VCardType, VCardValue,
    VCardVersion,
};
use domain::{Address, Sex};
use std::io::Write;

/// Writes cards one by one.
///
/// A card holds what is needed to reach somebody: names, numbers, addresses, birthday, sex and
/// language. What only the practice's record is for stays there, since address books are handed on
/// to phones and to other people's machines.
#[derive(Debug)]
pub struct PatientsVcf<W: Write> {
    out: W,
}

/// Names the program in each card, so that its own are known again.
pub(super) const PRODUCT: &str = "-//Daybook//Daybook//EN";

impl<W: Write> PatientsVcf<W> {
    pub fn new(out: W) -> Self {
        Self { out }
    }

    /// One patient.
    pub fn write(&mut self, out: &PatientOut<'_>) -> Result<(), InteropError> {
        let patient = out.patient;
        let id = crate::identity::patient_value(patient.id, &patient.identifiers);
        let name = &patient.name;
        let mut card = VCard {
            entries: vec![
                entry(VCardProperty::Prodid, [PRODUCT]),
                entry(VCardProperty::Uid, [format!("urn:uuid:{id}")]),
                entry(VCardProperty::Fn, [name.full()]),
                entry(
                    VCardProperty::N,
                    [&name.family, &name.given, "", &name.prefix, &name.suffix],
                ),
            ],
        };
        if let Some(preferred) = &patient.preferred_name {
            card.entries
                .push(entry(VCardProperty::Nickname, [preferred]));
        }
        if let Some(date) = patient.birth_date {
            card.entries
                .push(entry(VCardProperty::Bday, [date.to_string()]));
        }
        let sex = match patient.sex {
            Sex::Female => Some("Female"),
            Sex::Male => Some("Male"),
            Sex::Other => Some("Other"),
            Sex::Unknown => None,
        };
        if let Some(sex) = sex {
            card.entries
                .push(entry(VCardProperty::Other("X-GENDER".to_owned()), [sex]));
        }
        let mut groups = 0;
        for phone in &patient.phones {
            let tel = entry(VCardProperty::Tel, [&phone.number]);
            labelled(&mut card, &mut groups, tel, &phone.label);
        }
        for email in &patient.emails {
            let address = entry(VCardProperty::Email, [&email.address]);
            labelled(&mut card, &mut groups, address, &email.label);
        }
        if let Some(address) = &patient.address {
            let Address {
                lines,
                city,
                region,
                postal_code,
                country,
            } = address;
            let street = lines.join("\n");
            let town = [city, region, postal_code, country].map(|part| one_line(part));
            let parts = [String::new(), String::new(), street]
                .into_iter()
                .chain(town);
            let adr = entry(VCardProperty::Adr, parts);
            card.entries.push(adr.with_param(kind(VCardType::Home)));
        }
        if let Some(language) = &patient.language {
            card.entries.push(entry(VCardProperty::Lang, [language]));
        }
        let mut text = String::new();
        // Writing to memory cannot fail.
        let _ = card.write_to(&mut text, VCardVersion::V3_0);
        self.out.write_all(text.as_bytes())?;
        Ok(())
    }

    /// Ends it.
    pub fn finish(mut self) -> Result<W, InteropError> {
        self.out.flush()?;
        Ok(self.out)
    }
}

fn entry<T: AsRef<str>>(name: VCardProperty, parts: impl IntoIterator<Item = T>) -> VCardEntry {
    let values = parts
        .into_iter()
        .map(|part| {
            clean(part.as_ref())
                .replace("\r\n", "\n")
                .replace('\r', "\n")
        })
        .map(VCardValue::Text)
        .collect();
    VCardEntry::new(name).with_values(values)
}

/// Labels that all programs know are types; any other stands beside the entry, as Apple and Google
/// read it.
fn labelled(card: &mut VCard, groups: &mut u32, entry: VCardEntry, label: &str) {
    use VCardType::{Cell, Fax, Home, MainNumber, Pager, Work};
    let known: Option<&[VCardType]> = match label {
        "" => Some(&[]),
        "home" => Some(&[Home]),
        "work" => Some(&[Work]),
        "mobile" => Some(&[Cell]),
        "fax" => Some(&[Fax]),
        "pager" => Some(&[Pager]),
        "main" => Some(&[MainNumber]),
        "home fax" => Some(&[Home, Fax]),
        "work fax" => Some(&[Work, Fax]),
        "work mobile" => Some(&[Work, Cell]),
        _ => None,
    };
    match known {
        Some(types) => {
            let entry = types
                .iter()
                .fold(entry, |entry, one| entry.with_param(kind(one.clone())));
            card.entries.push(entry);
        }
        None => {
            *groups += 1;
            let group = Some(format!("item{groups}"));
            card.entries.push(entry.with_group(group.clone()));
            let name = VCardProperty::Other("X-ABLabel".to_owned());
            card.entries
                .push(self::entry(name, [label]).with_group(group));
        }
    }
}

fn kind(kind: VCardType) -> VCardParameter {
    VCardParameter::new(VCardParameterName::Type, kind)
}
