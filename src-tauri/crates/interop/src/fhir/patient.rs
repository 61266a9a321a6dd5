//! Patient.

use super::json::{self, Object};
use super::reference::Origin;
use super::{FhirOptions, identifiers, moment};
use crate::csv::{check_past, sex, split_name};
use crate::identity::{self, identifier};
use crate::incoming::{IncomingPatient, PatientRef, Place};
use crate::limits::{MEDIUM, SHORT, excerpt, notes_within};
use chrono::NaiveDate;
use domain::{Address, Email, PatientStatus, PersonName, Phone, Sex};

pub(super) fn read(
    object: &Object,
    origin: &Origin,
    place: Place,
    options: &FhirOptions,
) -> Result<IncomingPatient, String> {
    let identifiers = identifiers::read(object, origin, identity::PATIENT)?;
    let (chart, others): (Vec<_>, Vec<_>) = identifiers
        .all
        .into_iter()
        .partition(|one| one.system == identity::CHART_NUMBER);
    let names = names(object)?;
    if names.legal.is_empty() {
        return Err("has no name".to_owned());
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
    if let (Some(birth), Some(death)) = (birth_date, deceased_on)
        && death < birth
    {
        return Err(format!("died on {death}, before the birth on {birth}"));
    }
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
        sex: json::text(object, "gender")?.map_or(Sex::Unknown, |gender| sex(&gender)),
        phones,
        emails,
        address: address(object)?,
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
fn names(object: &Object) -> Result<Names, String> {
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
pub(super) fn name(object: &Object) -> Result<PersonName, String> {
    let joined = |name: &str| -> Result<String, String> {
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

fn telecom(object: &Object) -> Result<(Vec<Phone>, Vec<Email>), String> {
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

/// The home address, else any that is not past.
fn address(object: &Object) -> Result<Option<Address>, String> {
    let mut best: Option<(u8, Address)> = None;
    for one in json::list(object, "address")? {
        let rank = match json::text(one, "use")?.as_deref() {
            Some("home") => 0,
            None => 1,
            Some("old") => 3,
            Some(_) => 2,
        };
        let mut address = Address {
            lines: json::texts(one, "line", MEDIUM)?,
            city: json::short(one, "city", SHORT)?.unwrap_or_default(),
            region: json::short(one, "state", SHORT)?.unwrap_or_default(),
            postal_code: json::short(one, "postalCode", SHORT)?.unwrap_or_default(),
            country: json::short(one, "country", SHORT)?.unwrap_or_default(),
        };
        if address == Address::default()
            && let Some(text) = json::short(one, "text", MEDIUM)?
        {
            address.lines = text.lines().map(str::to_owned).collect();
        }
        if address != Address::default() && best.as_ref().is_none_or(|(known, _)| rank < *known) {
            best = Some((rank, address));
        }
    }
    Ok(best.map(|(_, address)| address))
}

fn language(object: &Object) -> Result<Option<String>, String> {
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

fn status(object: &Object, dead: bool) -> Result<PatientStatus, String> {
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
) -> Result<Option<NaiveDate>, String> {
    let Some(text) = json::text(object, member)? else {
        return Ok(None);
    };
    if moment::is_partial(&text) {
        let sentence = format!("{words} known only as {text}.");
        if !notes.contains(&sentence) {
            if !notes.is_empty() {
                notes.push('\n');
            }
            notes.push_str(&sentence);
        }
        return Ok(None);
    }
    // A birth date is a day everywhere; a time of death is one in the practice's zone.
    let date = if text.len() > "2000-01-01".len() {
        moment::wall(&text, options.zone).map(|wall| wall.date())
    } else {
        text.parse()
            .map_err(|_| format!("\"{}\" is a day that does not exist", excerpt(&text)))
    };
    let date = date.map_err(|reason| format!("{member}: {reason}"))?;
    check_past(date, options.today).map_err(|reason| format!("{member}: {reason}"))?;
    Ok(Some(date))
}
