//! One card as a patient.

use super::birthday::{Said, day};
use crate::csv::split_name;
use crate::identity::{self, identifier};
use crate::incoming::{IncomingPatient, Place};
use crate::limits::{MEDIUM, SHORT, clean, notes_within, within};
use crate::parts::Part;
use calcard::vcard::{
    VCard, VCardEntry, VCardKind, VCardParameterName, VCardProperty, VCardSex, VCardType,
    VCardValue,
};
use calcard::{Entry, Parser};
use chrono::NaiveDate;
use domain::limits::check_lifetime;
use domain::limits::in_field;
use domain::said;
use domain::{Address, Email, Identifier, PatientStatus, PersonName, Phone, Sex};

/// Reads a card. The error is a reason.
pub(super) fn read(
    part: Part,
    place: Place,
    today: NaiveDate,
) -> Result<IncomingPatient, domain::Said> {
    if let Some(fault) = part.fault {
        return Err(fault);
    }
    let mut parser = Parser::new(&part.text);
    let Entry::VCard(card) = parser.entry() else {
        return Err(said("reason-unread"));
    };
    let card = Card(card);
    let name = card.person()?;
    let mut patient = IncomingPatient {
        place,
        name,
        preferred_name: card.nickname()?,
        sex: card.sex(),
        phones: card.phones()?,
        language: card.language(),
        ..IncomingPatient::default()
    };
    patient.identifiers.extend(card.identifier()?);
    patient.key = patient.identifiers.first().cloned();
    let mut notes = card.notes();
    card.emails(&mut patient.emails, &mut notes)?;
    patient.address = card.address(&mut notes)?;
    for entry in card.all(&VCardProperty::Bday) {
        match day(&parts_of(entry).join(";"), today)
            .map_err(|reason| in_field("birth_date", reason))?
        {
            Said::Day(date) => patient.birth_date = patient.birth_date.or(Some(date)),
            Said::Partly(text) if patient.birth_date.is_none() => {
                add(&mut notes, &format!("Birth date known only as {text}."));
            }
            _ => {}
        }
    }
    for entry in card.all(&VCardProperty::Deathdate) {
        patient.status = PatientStatus::Deceased;
        match day(&parts_of(entry).join(";"), today)
            .map_err(|reason| in_field("deceased_on", reason))?
        {
            Said::Day(date) => patient.deceased_on = Some(date),
            Said::Partly(text) => {
                add(&mut notes, &format!("Date of death known only as {text}."));
            }
            Said::Nothing => {}
        }
    }
    check_lifetime(patient.birth_date, patient.deceased_on)?;
    notes_within(&notes, "notes")?;
    patient.notes = notes;
    Ok(patient)
}

struct Card(VCard);

impl Card {
    fn all<'a>(&'a self, name: &'a VCardProperty) -> impl Iterator<Item = &'a VCardEntry> {
        self.0.properties(name)
    }

    /// The parts of the first such property, each a line or several.
    fn parts(&self, name: &VCardProperty) -> Vec<String> {
        self.0.property(name).map(parts_of).unwrap_or_default()
    }

    fn text(&self, name: &VCardProperty) -> String {
        self.parts(name).into_iter().next().unwrap_or_default()
    }

    fn extension(&self, name: &str) -> Option<String> {
        let found = self.0.entries.iter().find(|entry| match &entry.name {
            VCardProperty::Other(other) => other.eq_ignore_ascii_case(name),
            _ => false,
        });
        found.map(|entry| parts_of(entry).join(" "))
    }

    /// The name of a person; firms and groups are none.
    fn person(&self) -> Result<PersonName, domain::Said> {
        let kind = self.0.property(&VCardProperty::Kind);
        let kind = kind.and_then(|kind| kind.values.first());
        if matches!(kind, Some(VCardValue::Kind(kind)) if *kind != VCardKind::Individual) {
            return Err(said("reason-firm"));
        }
        if self
            .extension("X-ABShowAs")
            .is_some_and(|shown| shown.eq_ignore_ascii_case("COMPANY"))
        {
            return Err(said("reason-firm"));
        }
        let mut parts = self.parts(&VCardProperty::N).into_iter();
        let mut next = || one_line(&parts.next().unwrap_or_default());
        let (family, given, more) = (next(), next(), next());
        let given = format!("{given} {more}").trim().to_owned();
        let mut name = PersonName {
            family,
            given,
            prefix: next(),
            suffix: next(),
        };
        if name.is_empty() {
            let whole = one_line(&self.text(&VCardProperty::Fn));
            let firm = one_line(&self.text(&VCardProperty::Org));
            if !firm.is_empty() && (whole.is_empty() || whole == firm) {
                return Err(said("reason-firm"));
            }
            (name.given, name.family) = split_name(&whole);
        }
        if name.is_empty() {
            return Err(said("reason-no-name"));
        }
        for (part, words) in [
            (&name.family, "family_name"),
            (&name.given, "given_name"),
            (&name.prefix, "prefix"),
            (&name.suffix, "suffix"),
        ] {
            within(part, SHORT, words)?;
        }
        Ok(name)
    }

    fn nickname(&self) -> Result<Option<String>, domain::Said> {
        let name = one_line(&self.text(&VCardProperty::Nickname));
        within(&name, SHORT, "preferred_name")?;
        Ok((!name.is_empty()).then_some(name))
    }

    /// The id that the card has for ever. Of our own cards it is the patient's.
    fn identifier(&self) -> Result<Option<Identifier>, domain::Said> {
        let uid = one_line(&self.text(&VCardProperty::Uid));
        if uid.is_empty() {
            return Ok(None);
        }
        within(&uid, MEDIUM, "UID")?;
        let own = uid.strip_prefix("urn:uuid:");
        let is_ours = self.text(&VCardProperty::Prodid) == super::write::PRODUCT;
        Ok(Some(match own {
            Some(id) if is_ours => identifier(identity::PATIENT, id),
            _ => identifier(identity::VCARD, uid),
        }))
    }

    fn sex(&self) -> Sex {
        let said = self.0.property(&VCardProperty::Gender);
        match said.and_then(|gender| gender.values.first()) {
            Some(VCardValue::Sex(VCardSex::Female)) => return Sex::Female,
            Some(VCardValue::Sex(VCardSex::Male)) => return Sex::Male,
            Some(VCardValue::Sex(VCardSex::Other)) => return Sex::Other,
            _ => {}
        }
        self.extension("X-GENDER")
            .and_then(|text| crate::csv::sex(&text).ok())
            .unwrap_or_default()
    }

    fn language(&self) -> Option<String> {
        let mut all: Vec<_> = self.all(&VCardProperty::Lang).collect();
        all.sort_by_key(|entry| rank(entry));
        all.into_iter()
            .filter_map(|entry| parts_of(entry).into_iter().next())
            .find(|tag| {
                (2..=35).contains(&tag.len())
                    && tag.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
            })
    }

    fn phones(&self) -> Result<Vec<Phone>, domain::Said> {
        let mut phones: Vec<Phone> = Vec::new();
        let mut all: Vec<_> = self.all(&VCardProperty::Tel).collect();
        all.sort_by_key(|entry| rank(entry));
        for entry in all {
            let number = number(&parts_of(entry).join(";"));
            within(&number, SHORT, "phone")?;
            if number.is_empty() || phones.iter().any(|known| known.number == number) {
                continue;
            }
            let label = self.label(entry)?;
            phones.push(Phone { label, number });
        }
        Ok(phones)
    }

    fn emails(&self, emails: &mut Vec<Email>, notes: &mut String) -> Result<(), domain::Said> {
        let mut all: Vec<_> = self.all(&VCardProperty::Email).collect();
        all.sort_by_key(|entry| rank(entry));
        for entry in all {
            let address = one_line(&parts_of(entry).join(";"));
            let address = strip_scheme(&address, "mailto:").to_owned();
            within(&address, SHORT, "email")?;
            if address.is_empty() || emails.iter().any(|known| known.address == address) {
                continue;
            }
            if !address.contains('@') {
                add(notes, &format!("E-mail: {address}"));
                continue;
            }
            let label = self.label(entry)?;
            emails.push(Email { label, address });
        }
        Ok(())
    }

    /// The home address, else the preferred or first one; the others go into the notes.
    fn address(&self, notes: &mut String) -> Result<Option<Address>, domain::Said> {
        let mut all = Vec::new();
        for entry in self.all(&VCardProperty::Adr) {
            let address = address(entry)?;
            if address != Address::default() {
                let home = types(entry).iter().any(|one| one == "home");
                all.push(((!home, rank(entry)), self.label(entry)?, address));
            }
        }
        all.sort_by_key(|(rank, ..)| *rank);
        let mut all = all.into_iter();
        let best = all.next().map(|(.., address)| address);
        for (_, label, address) in all {
            let label = if label.is_empty() {
                label
            } else {
                format!(" ({label})")
            };
            let town = format!("{} {}", address.postal_code, address.city);
            let parts: Vec<&str> = address
                .lines
                .iter()
                .map(String::as_str)
                .chain([town.as_str(), &address.region, &address.country])
                .map(str::trim)
                .filter(|part| !part.is_empty())
                .collect();
            add(
                notes,
                &format!("Another address{label}: {}", parts.join(", ")),
            );
        }
        Ok(best)
    }

    fn notes(&self) -> String {
        let mut notes = String::new();
        for entry in self.all(&VCardProperty::Note) {
            // Commas and semicolons that somebody forgot to escape are the note's own.
            add(&mut notes, parts_of(entry).join("; ").trim());
        }
        notes
    }

    /// What a number or address is called: by the person who wrote the card, else by its types.
    fn label(&self, entry: &VCardEntry) -> Result<String, domain::Said> {
        let given = entry.group.as_ref().and_then(|group| {
            let labels = self.0.entries.iter().find(|other| {
                let label = matches!(&other.name, VCardProperty::Other(name) if name.eq_ignore_ascii_case("X-ABLABEL"));
                label && other.group.as_ref().is_some_and(|own| own.eq_ignore_ascii_case(group))
            });
            labels.map(|label| parts_of(label).join(";"))
        });
        let label = match given {
            // Apple's own words stand in brackets of their own.
            Some(label) => match label
                .strip_prefix("_$!<")
                .and_then(|l| l.strip_suffix(">!$_"))
            {
                Some(word) => word.to_lowercase(),
                None => label,
            },
            None => types(entry).join(" "),
        };
        let label = one_line(&label);
        within(&label, SHORT, "label")?;
        Ok(label)
    }
}

/// Where an entry stands among its like: smallest first.
fn rank(entry: &VCardEntry) -> u32 {
    let mut rank = u32::MAX;
    for parameter in &entry.params {
        match &parameter.name {
            VCardParameterName::Pref => {
                let own = parameter
                    .value
                    .as_integer()
                    .and_then(|one| one.iana().copied());
                rank = rank.min(own.unwrap_or(0));
            }
            VCardParameterName::Type
                if parameter
                    .value
                    .as_text()
                    .is_some_and(|text| text.eq_ignore_ascii_case("pref")) =>
            {
                rank = 0;
            }
            _ => {}
        }
    }
    rank
}

/// What an entry is for, in the words that this program uses; what says nothing is left out.
fn types(entry: &VCardEntry) -> Vec<String> {
    let mut types = Vec::new();
    for value in entry.parameters(&VCardParameterName::Type) {
        let word = match value.as_type() {
            Some(found) => match found.iana() {
                Some(VCardType::Cell) => "mobile".to_owned(),
                Some(VCardType::Home) => "home".to_owned(),
                Some(VCardType::Work) => "work".to_owned(),
                Some(VCardType::Fax) => "fax".to_owned(),
                Some(VCardType::Pager) => "pager".to_owned(),
                Some(VCardType::MainNumber) => "main".to_owned(),
                Some(VCardType::Voice | VCardType::Text | VCardType::Video) => continue,
                Some(other) => format!("{other:?}").to_lowercase(),
                None => found.other().copied().unwrap_or_default().to_lowercase(),
            },
            None => value.as_text().unwrap_or_default().to_lowercase(),
        };
        let says_nothing = matches!(
            word.as_str(),
            "" | "pref"
                | "internet"
                | "voice"
                | "msg"
                | "postal"
                | "parcel"
                | "dom"
                | "intl"
                | "x400"
        );
        if !says_nothing && !types.contains(&word) {
            types.push(word);
        }
    }
    // Whose it is, then what: "work fax".
    types.sort_by_key(|word| matches!(word.as_str(), "mobile" | "fax" | "pager"));
    types
}

/// The parts of a structured value, without control characters; what is a list in a part is one
/// text with line ends.
fn parts_of(entry: &VCardEntry) -> Vec<String> {
    let text = |value: &VCardValue| match value {
        VCardValue::Component(list) => {
            let list: Vec<&str> = list
                .iter()
                .map(|one| one.trim())
                .filter(|one| !one.is_empty())
                .collect();
            list.join("\n")
        }
        VCardValue::Integer(number) => number.to_string(),
        other => other.as_text().unwrap_or_default().to_owned(),
    };
    entry
        .values
        .iter()
        .map(|value| {
            clean(&text(value))
                .replace("\r\n", "\n")
                .replace('\r', "\n")
        })
        .map(|text| text.trim().to_owned())
        .collect()
}

fn address(entry: &VCardEntry) -> Result<Address, domain::Said> {
    let mut parts = parts_of(entry).into_iter();
    let mut lines = Vec::new();
    for part in parts.by_ref().take(3) {
        for line in part.lines().map(str::trim).filter(|line| !line.is_empty()) {
            within(line, MEDIUM, "address_lines")?;
            lines.push(line.to_owned());
        }
    }
    let mut next = || one_line(&parts.next().unwrap_or_default().replace('\n', ", "));
    let address = Address {
        lines,
        city: next(),
        region: next(),
        postal_code: next(),
        country: next(),
    };
    for part in [
        &address.city,
        &address.region,
        &address.postal_code,
        &address.country,
    ] {
        within(part, SHORT, "address_lines")?;
    }
    Ok(address)
}

/// A number as it is dialled: what is written as an address of the web is written out.
fn number(text: &str) -> String {
    let text = one_line(text);
    let bare = strip_scheme(&text, "tel:");
    if bare.len() == text.len() {
        return text;
    }
    match bare.split_once(";ext=") {
        Some((number, extension)) => format!("{number} ext. {extension}"),
        None => bare.to_owned(),
    }
}

fn strip_scheme<'a>(text: &'a str, scheme: &str) -> &'a str {
    match text.get(..scheme.len()) {
        Some(start) if start.eq_ignore_ascii_case(scheme) => &text[scheme.len()..],
        _ => text,
    }
}

/// Without line ends, and with one space where there were several.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn add(notes: &mut String, sentence: &str) {
    if sentence.is_empty() || notes.contains(sentence) {
        return;
    }
    if !notes.is_empty() {
        notes.push('\n');
    }
    notes.push_str(sentence);
}
