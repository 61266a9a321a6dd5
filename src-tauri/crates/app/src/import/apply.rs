//! Writing what an import read: each record is known again, or made.

use super::{ImportReport, merge};
use crate::error::{Error, Result};
use crate::host::Host;
use crate::household_labels::labels;
use crate::setup::{Setup, next_place};
use domain::search::fold;
use domain::{
    AppointmentId, Household, HouseholdId, Identifier, Patient, PatientId, Provider, ProviderId,
};
use interop::{
    Incoming, IncomingPatient, IncomingProvider, IncomingVisit, PatientRef, Refused, identity,
};
use std::collections::HashMap;
use std::ops::ControlFlow;
use store::{Change, PatientKey};

/// An import that is being written.
pub(super) struct Applying<'a, 'c> {
    pub(super) change: &'a mut Change<'c>,
    pub(super) host: &'a dyn Host,
    pub(super) setup: Setup,
    households: HashMap<HouseholdId, Household>,
    /// By folded name, as files tell them apart.
    household_names: HashMap<String, HouseholdId>,
    pub(super) providers: HashMap<Identifier, usize>,
    /// Patients that this import made or found, and the line each came from.
    touched: HashMap<PatientId, u32>,
    pub(super) visits_touched: HashMap<AppointmentId, u32>,
    guardians: Vec<(PatientId, PatientRef)>,
    visits: Vec<IncomingVisit>,
    pub(super) report: ImportReport,
}

impl<'a, 'c> Applying<'a, 'c> {
    pub(super) fn new(
        change: &'a mut Change<'c>,
        host: &'a dyn Host,
        setup: Setup,
    ) -> Result<Self> {
        let all = change.households()?;
        let household_names = labels(&all)
            .into_iter()
            .map(|(id, label)| (fold(&label), id))
            .collect();
        let households = all
            .into_iter()
            .map(|household| (household.id, household))
            .collect();
        let providers = setup
            .providers
            .iter()
            .enumerate()
            .flat_map(|(at, provider)| {
                let own = Identifier {
                    system: identity::PROVIDER.to_owned(),
                    value: provider.id.to_string(),
                };
                provider
                    .identifiers
                    .iter()
                    .cloned()
                    .chain([own])
                    .map(move |one| (one, at))
            })
            .collect();
        Ok(Self {
            change,
            host,
            setup,
            households,
            household_names,
            providers,
            touched: HashMap::new(),
            visits_touched: HashMap::new(),
            guardians: Vec::new(),
            visits: Vec::new(),
            report: ImportReport::default(),
        })
    }

    /// Writes a patient or provider; visits wait until all patients are there.
    pub(super) fn take(&mut self, incoming: std::result::Result<Incoming, Refused>) -> Result<()> {
        self.report.read += 1;
        match incoming {
            Err(refused) => self.report.refused.push(refused),
            Ok(Incoming::Provider(provider)) => self.provider(provider)?,
            Ok(Incoming::Patient(patient)) => self.patient(patient)?,
            Ok(Incoming::Visit(visit)) => self.visits.push(visit),
        }
        Ok(())
    }

    /// Writes what had to wait. `flow` breaks it off.
    pub(super) fn finish(&mut self, flow: impl Fn() -> ControlFlow<()>) -> Result<()> {
        for (ward, guardian) in std::mem::take(&mut self.guardians) {
            let Some(guardian) = self.find(&guardian)? else {
                continue;
            };
            let before = self
                .change
                .patient(ward)?
                .ok_or(Error::NotFound("patient"))?;
            if before.guardian != Some(guardian) {
                let after = Patient {
                    guardian: Some(guardian),
                    ..before.clone()
                };
                self.change.update_patient(&after, &before, "import")?;
            }
        }
        for visit in std::mem::take(&mut self.visits) {
            if flow().is_break() {
                return Ok(());
            }
            self.visit(visit)?;
        }
        Ok(())
    }

    pub(super) fn refuse(&mut self, place: interop::Place, reason: impl Into<String>) {
        self.report.refused.push(Refused {
            source: place.source,
            line: place.line,
            reason: reason.into(),
        });
    }

    fn provider(&mut self, incoming: IncomingProvider) -> Result<()> {
        let own = identity::own_provider(&incoming.identifiers);
        let at = incoming
            .key
            .as_ref()
            .and_then(|key| self.providers.get(key).copied())
            .or_else(|| {
                let named = self.setup.provider_named(&incoming.name)?;
                // The same name under another id in the same system is another person.
                let other = incoming.key.as_ref().is_some_and(|key| {
                    named
                        .identifiers
                        .iter()
                        .any(|one| one.system == key.system && one != key)
                });
                (!other)
                    .then(|| {
                        self.setup
                            .providers
                            .iter()
                            .position(|one| one.id == named.id)
                    })
                    .flatten()
            });
        match at {
            Some(at) => {
                let before = &self.setup.providers[at];
                let identifiers = without_own(
                    incoming.identifiers.clone(),
                    identity::PROVIDER,
                    own.map(|id| id.0),
                    before.id.0,
                );
                let after = merge::provider(before, &incoming, &identifiers);
                if after == *before {
                    self.report.unchanged += 1;
                } else {
                    self.change.put_provider(&after, Some(before))?;
                    self.report.updated += 1;
                    self.register(at, &after);
                    self.setup.providers[at] = after;
                }
            }
            None => {
                self.new_provider(incoming.name, incoming.identifiers, incoming.active)?;
                self.report.created += 1;
            }
        }
        Ok(())
    }

    pub(super) fn new_provider(
        &mut self,
        name: String,
        mut identifiers: Vec<Identifier>,
        active: bool,
    ) -> Result<ProviderId> {
        identifiers.sort();
        identifiers.dedup();
        let provider = Provider {
            id: ProviderId(self.host.new_id()),
            name,
            hours: None,
            exceptions: Vec::new(),
            active,
            position: next_place(&self.setup.providers, |one| one.position),
            identifiers,
        };
        self.change.put_provider(&provider, None)?;
        self.register(self.setup.providers.len(), &provider);
        let id = provider.id;
        self.setup.providers.push(provider);
        Ok(id)
    }

    fn register(&mut self, at: usize, provider: &Provider) {
        for identifier in &provider.identifiers {
            self.providers.insert(identifier.clone(), at);
        }
    }

    fn patient(&mut self, incoming: IncomingPatient) -> Result<()> {
        if let Some(number) = &incoming.chart_number {
            let holder = self.change.patients_with(PatientKey::ChartNumber(number))?;
            let found = self.known(&incoming)?;
            if let Some(holder) = holder.first()
                && found.is_some_and(|found| found != *holder)
            {
                self.refuse(
                    incoming.place,
                    format!("chart number {number} belongs to another patient"),
                );
                return Ok(());
            }
        }
        let household = self.household(incoming.household.as_deref())?;
        let id = match self.known(&incoming)? {
            Some(id) => {
                let before = self.change.patient(id)?.ok_or(Error::NotFound("patient"))?;
                if is_somebody_else(&before, &incoming) {
                    let reason =
                        "carries the id of another patient, with another name and birth date";
                    self.refuse(incoming.place, reason);
                    return Ok(());
                }
                let own = identity::own_patient(&incoming.identifiers);
                let identifiers = without_own(
                    incoming.identifiers.clone(),
                    identity::PATIENT,
                    own.map(|id| id.0),
                    id.0,
                );
                let mut after = merge::patient(&before, &incoming, &identifiers);
                after.household = household.or(before.household);
                if let Some(line) = self.touched.get(&id)
                    && after != before
                {
                    let reason = format!(
                        "is the same patient as line {line}, with other data; only that line was taken over"
                    );
                    self.refuse(incoming.place, reason);
                    return Ok(());
                }
                if after == before {
                    self.report.unchanged += 1;
                } else {
                    self.change.update_patient(&after, &before, "import")?;
                    self.report.updated += 1;
                }
                id
            }
            None => {
                let id = PatientId(self.host.new_id());
                let mut identifiers = incoming.identifiers;
                identifiers.sort();
                identifiers.dedup();
                let patient = Patient {
                    id,
                    chart_number: incoming.chart_number,
                    name: incoming.name,
                    preferred_name: incoming.preferred_name,
                    birth_date: incoming.birth_date,
                    sex: incoming.sex,
                    phones: incoming.phones,
                    emails: incoming.emails,
                    address: incoming.address,
                    language: incoming.language,
                    notes: incoming.notes,
                    alert: incoming.alert,
                    status: incoming.status,
                    deceased_on: incoming.deceased_on,
                    household,
                    guardian: None,
                    identifiers,
                    revision: 0,
                };
                self.change.insert_patient(&patient, "import")?;
                self.report.created += 1;
                id
            }
        };
        self.touched.entry(id).or_insert(incoming.place.line);
        if let Some(guardian) = incoming.guardian {
            self.guardians.push((id, guardian));
        }
        if incoming.guarantor
            && let Some(household) = household
        {
            self.guarantor(household, id)?;
        }
        Ok(())
    }

    /// The patient that an incoming record is, if it is there: by its key, its own id, its chart
    /// number, or name and birth date (P1).
    fn known(&self, incoming: &IncomingPatient) -> Result<Option<PatientId>> {
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
                return Ok(Some(id));
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
    ) -> Result<Option<PatientId>> {
        for key in keys {
            let found = self.change.patients_with(PatientKey::Identifier(key))?;
            if let Some(id) = found.first() {
                return Ok(Some(*id));
            }
        }
        if let Some(own) = identity::own_patient(identifiers)
            && self.change.patient(own)?.is_some()
        {
            return Ok(Some(own));
        }
        let Some(number) = chart_number else {
            return Ok(None);
        };
        let found = self.change.patients_with(PatientKey::ChartNumber(number))?;
        Ok(found.first().copied())
    }

    fn household(&mut self, name: Option<&str>) -> Result<Option<HouseholdId>> {
        let Some(name) = name else { return Ok(None) };
        let key = fold(name);
        if let Some(id) = self.household_names.get(&key) {
            return Ok(Some(*id));
        }
        let household = Household {
            id: HouseholdId(self.host.new_id()),
            name: name.to_owned(),
            guarantor: None,
        };
        self.change.put_household(&household, None)?;
        let id = household.id;
        self.household_names.insert(key, id);
        self.households.insert(id, household);
        Ok(Some(id))
    }

    fn guarantor(&mut self, household: HouseholdId, patient: PatientId) -> Result<()> {
        let Some(there) = self.households.get_mut(&household) else {
            return Ok(());
        };
        if there.guarantor != Some(patient) {
            let before = there.clone();
            there.guarantor = Some(patient);
            self.change.put_household(there, Some(&before))?;
        }
        Ok(())
    }

    /// The patient that a visit or a guardian names, tried in the order of [`PatientRef`].
    pub(super) fn find(&self, wanted: &PatientRef) -> Result<Option<PatientId>> {
        let chart_number = wanted.chart_number.as_deref();
        let keyed = self.keyed(&wanted.identifiers, &wanted.identifiers, chart_number)?;
        if keyed.is_some() {
            return Ok(keyed);
        }
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

/// Ids without a system of their own, such as the row numbers of two lists, may meet by chance.
fn is_somebody_else(there: &Patient, incoming: &IncomingPatient) -> bool {
    let by_chance = incoming.key.as_ref().is_some_and(|key| {
        key.system == identity::CSV_PATIENT || key.system.starts_with(identity::FHIR_RESOURCE)
    });
    let family = |name: &domain::PersonName| fold(&name.family);
    by_chance
        && there.birth_date != incoming.birth_date
        && family(&there.name) != family(&incoming.name)
}

/// A practice that reads its own export knows its own ids already.
pub(super) fn without_own(
    mut identifiers: Vec<Identifier>,
    system: &str,
    own: Option<uuid::Uuid>,
    id: uuid::Uuid,
) -> Vec<Identifier> {
    if own == Some(id) {
        identifiers.retain(|one| one.system != system);
    }
    identifiers
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
