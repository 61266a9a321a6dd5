//! Patient.

use super::json::{self, Object};
use super::reference::Origin;
use super::{FhirOptions, identifiers, moment};
use crate::csv::{sex, split_name};
use crate::identity::{self, identifier};
use crate::incoming::{IncomingPatient, PatientRef, Place};
use crate::limits::{MEDIUM, SHORT, excerpt, notes_within};
use chrono::NaiveDate;
use domain::limits::in_field;
use domain::limits::{check_lifetime, check_past};
use domain::{Address, Email, PatientStatus, PersonName, Phone, Sex};
use domain::{Said, said};

pub(super) fn read(
    object: &Object,
    origin: &Origin,
    place: Place,
    options: &FhirOptions,
) -> Result<IncomingPatient, Said> {
    let identifiers = identifiers::read(object, origin, identity::PATIENT)?;
    let (chart, others): (Vec<_>, Vec<_>) = identifiers
        .all
        .into_iter()
        .partition(|one| one.system == identity::CHART_NUMBER);
    let names = names(object)?;
    if names.legal.is_empty() {
        return Err(said("reason-no-name"));
    }
    let mut notes = json::extension(object, "notes")?.unwrap_or_default();
    let birth_date = day(object, "birthDate", "Birth date", options, &mut notes)?;
    let dead = json::flag(object, "deceasedBoolean")?.unwrap_or(false);
    let deceased_on = day(
        object,
        "deceasedDateTime",
        "Date of death",
        options,
        &mut notes,
    )?;
    let dead = dead
        || object
            .get("deceasedDateTime")
            .is_some_and(|date| !date.is_null());
    check_lifetime(birth_date, deceased_on)?;
    let address = address(object, &mut notes)?;
    contacts(object, &mut notes)?;
    let alert = json::extension(object, "alert")?.unwrap_or_default();
    notes_within(&notes, "notes")?;
    notes_within(&alert, "alert")?;
    let (phones, emails) = telecom(object)?;
    let key = identifiers
        .key
        .filter(|key| key.system != identity::CHART_NUMBER)
        .or_else(|| others.first().cloned());
    Ok(IncomingPatient {
        place,
        key,
        identifiers: others,
        chart_number: chart.into_iter().next().map(|one| one.value),
        name: names.legal,
        preferred_name: names.preferred,
        birth_date,
        sex: match json::text(object, "gender")? {
            Some(gender) => sex(&gender)?,
            None => Sex::Unknown,
        },
        phones,
        emails,
        address,
        language: language(object)?,
        notes,
        alert,
        status: status(object, dead)?,
        deceased_on,
        household: json::extension(object, "household")?,
        guarantor: json::extension(object, "guarantor")?.is_some(),
        guardian: json::extension(object, "guardian")?.map(|id| PatientRef {
            identifiers: vec![identifier(identity::PATIENT, id)],
            ..PatientRef::default()
        }),
    })
}

struct Names {
    legal: PersonName,
    preferred: Option<String>,
}

/// The official name, else the usual one, else any that is not past; a nickname beside it is the
/// preferred name (P6).
fn names(object: &Object) -> Result<Names, Said> {
    let (mut legal, mut preferred): (Option<(u8, PersonName)>, Option<String>) = (None, None);
    for one in json::list(object, "name")? {
        let usage = json::text(one, "use")?;
        if usage.as_deref() == Some("nickname") {
            let name = self::name(one)?;
            let text = json::short(one, "text", SHORT)?.unwrap_or_else(|| name.spoken());
            preferred = preferred.or((!text.is_empty()).then_some(text));
            continue;
        }
        let rank = match usage.as_deref() {
            Some("official") => 0,
            Some("usual") => 1,
            None | Some("") => 2,
            Some("old" | "maiden" | "temp" | "anonymous") => 4,
            Some(_) => 3,
        };
        let name = self::name(one)?;
        if !name.is_empty() && legal.as_ref().is_none_or(|(known, _)| rank < *known) {
            legal = Some((rank, name));
        }
    }
    Ok(Names {
        legal: legal.map(|(_, name)| name).unwrap_or_default(),
        preferred,
    })
}

/// One name; older versions have several family names.
pub(super) fn name(object: &Object) -> Result<PersonName, Said> {
    let joined = |name: &str| -> Result<String, Said> {
        let text = json::texts(object, name, SHORT)?.join(" ");
        crate::limits::within(&text, SHORT, name)?;
        Ok(text)
    };
    let mut name = PersonName {
        prefix: joined("prefix")?,
        given: joined("given")?,
        family: joined("family")?,
        suffix: joined("suffix")?,
    };
    if name.is_empty()
        && let Some(text) = json::short(object, "text", SHORT)?
    {
        (name.given, name.family) = split_name(&text);
    }
    Ok(name)
}

fn telecom(object: &Object) -> Result<(Vec<Phone>, Vec<Email>), Said> {
    let (mut phones, mut emails) = (Vec::new(), Vec::new());
    let mut all = json::list(object, "telecom")?;
    all.sort_by_key(|one| {
        one.get("rank")
            .and_then(serde_json::Value::as_u64)
            .unwrap_or(u64::MAX)
    });
    for one in all {
        let Some(value) = json::short(one, "value", SHORT)? else {
            continue;
        };
        let system = json::text(one, "system")?;
        let usage = json::short(one, "use", SHORT)?;
        let label = match json::extension(one, "label")? {
            Some(label) => label,
            None => match (system.as_deref(), usage) {
                (Some("fax"), _) => "fax".to_owned(),
                (Some("pager"), _) => "pager".to_owned(),
                (_, usage) => usage.unwrap_or_default(),
            },
        };
        match system.as_deref() {
            Some("email") => emails.push(Email {
                label,
                address: value,
            }),
            Some("url" | "other") => {}
            None if value.contains('@') => emails.push(Email {
                label,
                address: value,
            }),
            _ => phones.push(Phone {
                label,
                number: value,
            }),
        }
    }
    Ok((phones, emails))
}

/// The home address, else any that is not past; the others go into the notes.
fn address(object: &Object, notes: &mut String) -> Result<Option<Address>, Said> {
    let mut all: Vec<(u8, Option<String>, Address)> = Vec::new();
    for one in json::list(object, "address")? {
        let usage = json::text(one, "use")?;
        let rank = match usage.as_deref() {
            Some("home") => 0,
            None => 1,
            Some("old") => 3,
            Some(_) => 2,
        };
        let address = one_address(one)?;
        if address != Address::default() {
            all.push((rank, usage, address));
        }
    }
    // The first of the best: a stable sort keeps their order.
    all.sort_by_key(|(rank, ..)| *rank);
    let mut all = all.into_iter().map(|(_, usage, address)| (usage, address));
    let best = all.next().map(|(_, address)| address);
    for (usage, address) in all {
        if best.as_ref() == Some(&address) {
            continue;
        }
        let label = usage.map(|usage| format!(" ({usage})")).unwrap_or_default();
        let sentence = format!("Another address{label}: {}", on_one_line(&address));
        add_sentence(notes, &sentence);
    }
    Ok(best)
}

fn one_address(object: &Object) -> Result<Address, Said> {
    let mut address = Address {
        lines: json::texts(object, "line", MEDIUM)?,
        city: json::short(object, "city", SHORT)?.unwrap_or_default(),
        region: json::short(object, "state", SHORT)?.unwrap_or_default(),
        postal_code: json::short(object, "postalCode", SHORT)?.unwrap_or_default(),
        country: json::short(object, "country", SHORT)?.unwrap_or_default(),
    };
    if address == Address::default()
        && let Some(text) = json::short(object, "text", MEDIUM)?
    {
        address.lines = text.lines().map(str::to_owned).collect();
    }
    Ok(address)
}

fn on_one_line(address: &Address) -> String {
    let town = format!("{} {}", address.postal_code, address.city);
    let parts = address.lines.iter().map(String::as_str).chain([
        town.as_str(),
        &address.region,
        &address.country,
    ]);
    joined(parts, ", ")
}

/// Contact persons, such as a child's mother and her number, go into the notes, one a line.
fn contacts(object: &Object, notes: &mut String) -> Result<(), Said> {
    for one in json::list(object, "contact")? {
        let mut whom = Vec::new();
        for concept in json::list(one, "relationship")? {
            whom.extend(json::concept(concept, SHORT)?);
        }
        let mut said = Vec::new();
        if let Some(name) = json::object(one, "name")? {
            said.push(name_of(name)?);
        }
        if let Some(organization) = json::object(one, "organization")? {
            said.extend(json::short(organization, "display", SHORT)?);
        }
        let (phones, emails) = telecom(one)?;
        for phone in phones {
            said.push(joined([phone.label.as_str(), phone.number.as_str()], " "));
        }
        said.extend(emails.into_iter().map(|email| email.address));
        if let Some(address) = json::object(one, "address")? {
            said.push(on_one_line(&one_address(address)?));
        }
        let said = joined(said.iter().map(String::as_str), ", ");
        if said.is_empty() {
            continue;
        }
        let label = if whom.is_empty() {
            String::new()
        } else {
            format!(" ({})", whom.join(", "))
        };
        add_sentence(notes, &format!("Contact{label}: {said}"));
    }
    Ok(())
}

fn name_of(object: &Object) -> Result<String, Said> {
    match json::short(object, "text", SHORT)? {
        Some(text) => Ok(text),
        None => Ok(name(object)?.full()),
    }
}

fn joined<'a>(parts: impl IntoIterator<Item = &'a str>, between: &str) -> String {
    let parts: Vec<&str> = parts
        .into_iter()
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    parts.join(between)
}

fn add_sentence(notes: &mut String, sentence: &str) {
    if !notes.contains(sentence) {
        if !notes.is_empty() {
            notes.push('\n');
        }
        notes.push_str(sentence);
    }
}

fn language(object: &Object) -> Result<Option<String>, Said> {
    let spoken = json::list(object, "communication")?;
    let preferred = spoken
        .iter()
        .find(|one| one.get("preferred") == Some(&serde_json::Value::Bool(true)));
    let Some(spoken) = preferred.or(spoken.first()) else {
        return Ok(None);
    };
    let Some(language) = json::object(spoken, "language")? else {
        return Ok(None);
    };
    for coding in json::list(language, "coding")? {
        if let Some(code) = json::short(coding, "code", SHORT)? {
            return Ok(Some(code));
        }
    }
    json::short(language, "text", SHORT)
}

fn status(object: &Object, dead: bool) -> Result<PatientStatus, Said> {
    let active = json::flag(object, "active")?.unwrap_or(true);
    Ok(match json::extension(object, "status")?.as_deref() {
        Some("prospective") => PatientStatus::Prospective,
        Some("active") => PatientStatus::Active,
        Some("inactive") => PatientStatus::Inactive,
        Some("archived") => PatientStatus::Archived,
        Some("deceased") => PatientStatus::Deceased,
        _ if dead => PatientStatus::Deceased,
        _ if !active => PatientStatus::Inactive,
        _ => PatientStatus::Active,
    })
}

/// A day of the past. One that is known only by year or month goes into the notes, since the rest of
/// the record is worth having.
fn day(
    object: &Object,
    member: &str,
    words: &str,
    options: &FhirOptions,
    notes: &mut String,
) -> Result<Option<NaiveDate>, Said> {
    let Some(text) = json::text(object, member)? else {
        return Ok(None);
    };
    if moment::is_partial(&text) {
        let sentence = format!("{words} known only as {text}.");
        add_sentence(notes, &sentence);
        return Ok(None);
    }
    // A birth date is a day everywhere; a time of death is one in the practice's zone.
    let date = if text.len() > "2000-01-01".len() {
        moment::wall(&text, options.zone).map(|wall| wall.date())
    } else {
        text.parse()
            .map_err(|_| said("reason-no-such-day").with("text", excerpt(&text)))
    };
    let date = date.map_err(|reason| in_field(member, reason))?;
    check_past(date, options.today).map_err(|reason| in_field(member, reason))?;
    Ok(Some(date))
}
