//! Which of a resource's identifiers are kept, and which one it is known by.

use super::json::{self, Object};
use super::reference::Origin;
use crate::identity::{self, identifier, keep};
use crate::limits::SHORT;
use domain::Identifier;
use domain::Said;

/// The identifiers of one resource.
pub(super) struct Identifiers {
    pub(super) key: Option<Identifier>,
    pub(super) all: Vec<Identifier>,
}

/// The key is, in this order: the id of a Daybook practice; the first number that an institution
/// gives for its own records; the resource's id; any other number. Numbers of people's papers are
/// no key: one typed wrongly would make two people one.
pub(super) fn read(
    object: &Object,
    origin: &Origin,
    own_system: &str,
) -> Result<Identifiers, Said> {
    let (mut all, mut strong) = (Vec::new(), None);
    for one in json::list(object, "identifier")? {
        let Some((found, weak)) = identifier_of(one)? else {
            continue;
        };
        if found.system == own_system {
            all.retain(|other: &Identifier| other.system != own_system);
            all.insert(0, found);
            continue;
        }
        if !weak && strong.is_none() {
            strong = Some(found.clone());
        }
        keep(&mut all, found);
    }
    let own = all.first().filter(|one| one.system == own_system).cloned();
    let resource = origin
        .identifier()
        .filter(|one| own.as_ref().is_none_or(|own| own.value != one.value));
    if let Some(resource) = &resource {
        keep(&mut all, resource.clone());
    }
    let key = own.or(strong).or(resource).or_else(|| all.first().cloned());
    Ok(Identifiers { key, all })
}

/// One identifier, and whether it is of a person's papers or no longer in use.
pub(super) fn identifier_of(object: &Object) -> Result<Option<(Identifier, bool)>, Said> {
    let Some(value) = json::short(object, "value", SHORT)? else {
        return Ok(None);
    };
    let kind = json::object(object, "type")?;
    let mut codes = Vec::new();
    if let Some(kind) = kind {
        for coding in json::list(kind, "coding")? {
            codes.extend(json::text(coding, "code")?);
        }
    }
    let system = match json::short(object, "system", SHORT)? {
        Some(system) => system,
        None => match codes.first() {
            Some(code) => format!("{}identifier:{code}", identity::FHIR_RESOURCE),
            None => format!("{}identifier", identity::FHIR_RESOURCE),
        },
    };
    let usage = json::text(object, "use")?;
    let weak = codes.iter().any(|code| {
        matches!(
            code.as_str(),
            "SS" | "SB" | "DL" | "PPN" | "TAX" | "NI" | "CZ"
        )
    }) || [
        "ssn",
        "passport",
        "2.16.840.1.113883.4.1",
        "2.16.840.1.113883.4.3.",
    ]
    .iter()
    .any(|mark| system.contains(mark))
        || matches!(usage.as_deref(), Some("old" | "temp" | "secondary"));
    Ok(Some((identifier(system, value), weak)))
}
