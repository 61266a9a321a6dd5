//! Which patient a record of an import means.

use super::apply::Applying;
use super::same;
use crate::error::Result;
use domain::{Identifier, Patient, PatientId, Said, said};
use interop::{IncomingPatient, PatientRef, identity};
use store::PatientKey;

/// Whom a record means, if anybody.
pub(super) struct Known {
    pub(super) id: PatientId,
    /// The id or number, if it is one that another system may have given to somebody else.
    pub(super) by_chance: Option<String>,
}

impl Applying<'_, '_> {
    /// The patient that an incoming record is, if it is there: by its key, its own id, its chart
    /// number, or name and birth date (P1).
    pub(super) fn known(&self, incoming: &IncomingPatient) -> Result<Option<Known>> {
        let chart_number = incoming.chart_number.as_deref();
        let keyed = self.keyed(&incoming.key, &incoming.identifiers, chart_number)?;
        if keyed.is_some() {
            return Ok(keyed);
        }
        let like = as_patient(incoming);
        for id in self.change.patients_named(&like)? {
            let Some(there) = self.change.patient(id)? else {
                continue;
            };
            let other_key = incoming.key.as_ref().is_some_and(|key| {
                there
                    .identifiers
                    .iter()
                    .any(|one| one.system == key.system && one != key)
            });
            let other_chart = incoming.chart_number.is_some()
                && there.chart_number.is_some()
                && incoming.chart_number != there.chart_number;
            // Without a birth date a name alone says little: a number or address must agree too.
            let sure = incoming.birth_date.is_some()
                || (there.phones == incoming.phones && there.emails == incoming.emails);
            if !other_key && !other_chart && sure {
                return Ok(Some(Known {
                    id,
                    by_chance: None,
                }));
            }
        }
        Ok(None)
    }

    /// The patient that a key names, else the id of this practice among the identifiers, else the
    /// chart number.
    fn keyed<'k>(
        &self,
        keys: impl IntoIterator<Item = &'k Identifier>,
        identifiers: &[Identifier],
        chart_number: Option<&str>,
    ) -> Result<Option<Known>> {
        for key in keys {
            if let Some(id) = self.first_with(PatientKey::Identifier(key))? {
                let by_chance = (!same::is_telling(key)).then(|| key.value.clone());
                return Ok(Some(Known { id, by_chance }));
            }
        }
        if let Some(own) = identity::own_patient(identifiers)
            && self.change.patient(own)?.is_some()
        {
            return Ok(Some(Known {
                id: own,
                by_chance: None,
            }));
        }
        let Some(number) = chart_number else {
            return Ok(None);
        };
        let found = self.first_with(PatientKey::ChartNumber(number))?;
        Ok(found.map(|id| Known {
            id,
            by_chance: Some(number.to_owned()),
        }))
    }

    fn first_with(&self, key: PatientKey<'_>) -> Result<Option<PatientId>> {
        Ok(self.change.patients_with(key)?.first().copied())
    }

    /// The patient that a visit or a guardian names, tried in the order of [`PatientRef`]. The
    /// error is why nobody is meant for sure.
    pub(super) fn find(&self, wanted: &PatientRef) -> Result<std::result::Result<PatientId, Said>> {
        let chart = wanted.chart_number.clone().map(chart_identifier);
        if wanted
            .identifiers
            .iter()
            .chain(&chart)
            .any(|one| self.disputed.contains(one))
        {
            return Ok(Err(said("reason-disputed")));
        }
        let chart_number = wanted.chart_number.as_deref();
        if let Some(known) = self.keyed(&wanted.identifiers, &wanted.identifiers, chart_number)? {
            let there = self.change.patient(known.id)?;
            return Ok(match (known.by_chance, there) {
                (Some(number), Some(there)) if same::contradicts(&there, wanted) => {
                    Err(said("reason-contradicted").with("number", number))
                }
                _ => Ok(known.id),
            });
        }
        if let Some(number) = &wanted.perhaps_chart_number
            && let Some(id) = self.first_with(PatientKey::ChartNumber(number))?
            && let Some(there) = self.change.patient(id)?
            && same::confirms(&there, wanted)
        {
            return Ok(Ok(id));
        }
        Ok(self.named(wanted)?.ok_or_else(|| said("reason-nobody")))
    }

    fn named(&self, wanted: &PatientRef) -> Result<Option<PatientId>> {
        let Some(name) = &wanted.name else {
            return Ok(None);
        };
        let like = as_patient(&IncomingPatient {
            name: name.clone(),
            birth_date: wanted.birth_date,
            ..IncomingPatient::default()
        });
        let named = match wanted.birth_date {
            Some(_) => self.change.patients_named(&like)?,
            None => self.change.patients_of_name(&like)?,
        };
        Ok(match named.as_slice() {
            [one] => Some(*one),
            _ => None,
        })
    }
}

pub(super) fn chart_identifier(number: String) -> Identifier {
    Identifier {
        system: identity::CHART_NUMBER.to_owned(),
        value: number,
    }
}

fn as_patient(incoming: &IncomingPatient) -> Patient {
    Patient {
        id: PatientId(uuid::Uuid::nil()),
        chart_number: None,
        name: incoming.name.clone(),
        preferred_name: None,
        birth_date: incoming.birth_date,
        sex: incoming.sex,
        phones: Vec::new(),
        emails: Vec::new(),
        address: None,
        language: None,
        notes: String::new(),
        alert: String::new(),
        status: incoming.status,
        deceased_on: None,
        household: None,
        guardian: None,
        identifiers: Vec::new(),
        revision: 0,
    }
}
