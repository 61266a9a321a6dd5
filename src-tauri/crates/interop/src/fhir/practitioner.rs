//! Practitioner, PractitionerRole and Location.

use super::json::{self, Object};
use super::reference::Origin;
use super::{identifiers, patient};
use crate::identity;
use crate::incoming::{IncomingProvider, Place};
use crate::limits::SHORT;
use domain::{Said, said};

pub(super) fn read(
    object: &Object,
    origin: &Origin,
    place: Place,
) -> Result<IncomingProvider, Said> {
    let identifiers = identifiers::read(object, origin, identity::PROVIDER)?;
    let name = name(object)?.ok_or_else(|| said("reason-no-name"))?;
    Ok(IncomingProvider {
        place,
        key: identifiers.key,
        identifiers: identifiers.all,
        name,
        active: json::flag(object, "active")?.unwrap_or(true),
    })
}

/// The whole name as it is shown, of the official name or the first.
pub(super) fn name(object: &Object) -> Result<Option<String>, Said> {
    let names = json::list(object, "name")?;
    let official = names
        .iter()
        .find(|one| one.get("use").and_then(|usage| usage.as_str()) == Some("official"));
    let Some(one) = official.or(names.first()) else {
        return Ok(None);
    };
    if let Some(text) = json::short(one, "text", SHORT)? {
        return Ok(Some(text));
    }
    let name = patient::name(one)?.full();
    crate::limits::within(&name, SHORT, "name")?;
    Ok((!name.is_empty()).then_some(name))
}

/// The practitioner whose role it is.
pub(super) fn of_role(object: &Object) -> Result<Option<String>, Said> {
    let Some(practitioner) = json::object(object, "practitioner")? else {
        return Ok(None);
    };
    json::text(practitioner, "reference")
}

/// The name of a room.
pub(super) fn place_name(object: &Object) -> Result<Option<String>, Said> {
    match json::short(object, "name", SHORT)? {
        Some(name) => Ok(Some(name)),
        None => json::short(object, "description", SHORT),
    }
}
