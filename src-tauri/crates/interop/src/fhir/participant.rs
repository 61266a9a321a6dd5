//! Who takes part in a visit, and where.

use super::json::{self, Object};
use super::reference::{Origin, ReferenceTable, Target, carried, kind_of};
use super::{identifiers, patient, practitioner};
use crate::csv::split_name;
use crate::identity;
use crate::incoming::{PatientRef, ProviderRef};
use crate::limits::{FULL_NAME, excerpt};
use domain::{Identifier, PersonName};
use domain::{Said, said};

/// What a reference to a person or place says by itself.
#[derive(Debug, Clone, Default)]
pub(super) struct Actor {
    reference: Option<String>,
    identifier: Option<Identifier>,
    display: Option<String>,
    /// Of what is contained in the same resource.
    contained: Option<Contained>,
    kind: Option<String>,
}

#[derive(Debug, Clone)]
enum Contained {
    Patient {
        key: Option<Identifier>,
        name: PersonName,
    },
    Provider {
        key: Option<Identifier>,
        name: Option<String>,
    },
    Chair(Option<String>),
}

/// What the actors of a visit come to.
#[derive(Debug, Default)]
pub(super) struct Resolved {
    pub(super) patient: Option<PatientRef>,
    pub(super) provider: Option<ProviderRef>,
    pub(super) chair: Option<String>,
}

impl Actor {
    /// One actor of a resource, from a reference.
    pub(super) fn read(reference: &Object, within: &Object) -> Result<Self, Said> {
        let text = json::text(reference, "reference")?;
        let mut actor = Self {
            kind: match json::text(reference, "type")? {
                Some(kind) => Some(kind),
                None => text.as_deref().and_then(kind_of).map(str::to_owned),
            },
            display: json::short(reference, "display", FULL_NAME)?,
            ..Self::default()
        };
        if let Some(one) = json::object(reference, "identifier")? {
            actor.identifier = identifiers::identifier_of(one)?.map(|(identifier, _)| identifier);
        }
        match text.as_deref().and_then(|text| text.strip_prefix('#')) {
            Some(local) => actor.contain(local, within)?,
            None => actor.reference = text,
        }
        Ok(actor)
    }

    fn contain(&mut self, local: &str, within: &Object) -> Result<(), Said> {
        for one in json::list(within, "contained")? {
            if json::text(one, "id")?.as_deref() != Some(local) {
                continue;
            }
            let kind = json::text(one, "resourceType")?.unwrap_or_default();
            // A contained resource has no id of its own that would mean anything elsewhere.
            let origin = Origin::new(0, None, &kind, None);
            self.contained = match kind.as_str() {
                "Patient" => Some(Contained::Patient {
                    key: identifiers::read(one, &origin, identity::PATIENT)?.key,
                    name: match json::list(one, "name")?.first() {
                        Some(name) => patient::name(name)?,
                        None => PersonName::default(),
                    },
                }),
                "Practitioner" => Some(Contained::Provider {
                    key: identifiers::read(one, &origin, identity::PROVIDER)?.key,
                    name: practitioner::name(one)?,
                }),
                "Location" => Some(Contained::Chair(practitioner::place_name(one)?)),
                _ => None,
            };
            self.kind = Some(kind);
        }
        Ok(())
    }

    /// Whether it can be nothing but what is of that type.
    pub(super) fn is(&self, kind: &str) -> bool {
        self.kind.as_deref() == Some(kind)
    }

    fn identifiers(&self, kind: &str) -> Vec<Identifier> {
        let carried = self
            .reference
            .as_deref()
            .and_then(|reference| carried(reference, kind));
        self.identifier.iter().cloned().chain(carried).collect()
    }
}

/// Puts each actor in its place: what it is known to be, else what it says it is; what says nothing is
/// the patient, since a visit has one. Of several the first counts.
pub(super) fn resolve(
    actors: &[Actor],
    table: &ReferenceTable,
    from: &Origin,
) -> Result<Resolved, Said> {
    let mut resolved = Resolved::default();
    let mut unknown = None;
    for actor in actors {
        let target = actor
            .reference
            .as_deref()
            .and_then(|reference| table.find(reference, from));
        match (&actor.contained, target) {
            (Some(Contained::Patient { key, name }), _) => {
                let name = (!name.is_empty()).then(|| name.clone());
                let identifiers = key.iter().cloned().collect();
                resolved.patient.get_or_insert(PatientRef {
                    identifiers,
                    name,
                    ..PatientRef::default()
                });
            }
            (Some(Contained::Provider { key, name }), _) => {
                let name = name.clone().or_else(|| actor.display.clone());
                resolved.provider.get_or_insert(ProviderRef {
                    identifiers: key.iter().cloned().collect(),
                    name,
                });
            }
            (Some(Contained::Chair(name)), _) => {
                resolved.chair = resolved
                    .chair
                    .take()
                    .or_else(|| name.clone())
                    .or_else(|| actor.display.clone());
            }
            (None, Some(Target::Patient(key))) => {
                let identifiers = key.iter().cloned().collect();
                resolved.patient.get_or_insert(PatientRef {
                    identifiers,
                    ..PatientRef::default()
                });
            }
            (None, Some(Target::Provider { key, name })) => {
                let name = Some(name.clone());
                resolved.provider.get_or_insert(ProviderRef {
                    identifiers: key.iter().cloned().collect(),
                    name,
                });
            }
            (None, Some(Target::Chair(name))) => {
                resolved.chair.get_or_insert_with(|| name.clone());
            }
            (None, Some(Target::Several)) => {
                let reference = excerpt(actor.reference.as_deref().unwrap_or_default());
                return Err(said("reason-several").with("reference", reference));
            }
            (None, Some(Target::Visit(_) | Target::Alias(_)) | None) => match actor.kind.as_deref()
            {
                Some("Patient") => {
                    resolved.patient.get_or_insert_with(|| patient_meant(actor));
                }
                Some("Practitioner" | "PractitionerRole") => {
                    let identifiers = match actor.is("PractitionerRole") {
                        // The id of a role is not the id of the person.
                        true => actor.identifier.iter().cloned().collect(),
                        false => actor.identifiers("Practitioner"),
                    };
                    let provider = ProviderRef {
                        identifiers,
                        name: actor.display.clone(),
                    };
                    resolved.provider.get_or_insert(provider);
                }
                Some("Location") => {
                    resolved.chair = resolved.chair.take().or_else(|| actor.display.clone());
                }
                Some(_) => {}
                None => unknown = unknown.or(Some(actor)),
            },
        }
    }
    if resolved.patient.is_none() {
        resolved.patient = unknown.map(patient_meant);
    }
    Ok(resolved)
}

fn patient_meant(actor: &Actor) -> PatientRef {
    let name = actor.display.as_deref().map(|display| {
        let (given, family) = split_name(display);
        PersonName {
            given,
            family,
            ..PersonName::default()
        }
    });
    PatientRef {
        identifiers: actor.identifiers("Patient"),
        name,
        ..PatientRef::default()
    }
}
