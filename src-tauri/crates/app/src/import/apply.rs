//! Writing what an import read: each record is known again, or made.

use super::events::TouchedEvent;
use super::who::chart_identifier;
use super::{Calendar, ImportFormat, ImportReport, merge, same};
use crate::error::{Error, Result};
use crate::host::Host;
use crate::household_labels::labels;
use crate::setup::{Named, Setup, next_place, next_tint};
use domain::search::fold;
use domain::{
    AppointmentId, Household, HouseholdId, Identifier, Patient, PatientId, Provider, ProviderId,
    Said, said,
};
use interop::{
    Incoming, IncomingPatient, IncomingProvider, IncomingVisit, PatientRef, Place, Refused,
    identity,
};
use std::collections::{HashMap, HashSet};
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
    /// Patients that this import made or found.
    touched: HashMap<PatientId, Touched>,
    pub(super) visits_touched: HashMap<AppointmentId, u32>,
    /// Ids and chart numbers of records that were refused since they are another patient's: what
    /// refers to them in this import does not mean that patient either.
    pub(super) disputed: HashSet<Identifier>,
    guardians: Vec<(Place, PatientId, PatientRef)>,
    /// Who pays for a household, as this import says, and the line that says it.
    guarantors: HashMap<HouseholdId, (PatientId, u32)>,
    visits: Vec<IncomingVisit>,
    /// Whose calendar it is, if it is one.
    pub(super) calendar: Option<Calendar>,
    /// Events of this import by UID.
    pub(super) events_touched: HashMap<String, TouchedEvent>,
    pub(super) report: ImportReport,
}

/// What became of a patient in this import so far.
struct Touched {
    /// The first line that speaks of the patient.
    line: u32,
    /// Whether the patient counts as created or updated.
    counted: bool,
}

impl<'a, 'c> Applying<'a, 'c> {
    pub(super) fn new(
        change: &'a mut Change<'c>,
        host: &'a dyn Host,
        setup: Setup,
        format: ImportFormat,
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
            disputed: HashSet::new(),
            guardians: Vec::new(),
            guarantors: HashMap::new(),
            visits: Vec::new(),
            calendar: match format {
                ImportFormat::Ics(calendar) => Some(calendar),
                ImportFormat::Csv | ImportFormat::Fhir | ImportFormat::Vcf => None,
            },
            events_touched: HashMap::new(),
            report: ImportReport::default(),
        })
    }

    /// Writes a patient, a provider or an event; visits wait until all patients are there.
    pub(super) fn take(&mut self, incoming: std::result::Result<Incoming, Refused>) -> Result<()> {
        // Of an event each date is counted where it is written.
        self.report.read += u64::from(!matches!(incoming, Ok(Incoming::Event(_))));
        match incoming {
            Err(refused) => self.report.refused.push(refused),
            Ok(Incoming::Provider(provider)) => self.provider(provider)?,
            Ok(Incoming::Patient(patient)) => self.patient(patient)?,
            Ok(Incoming::Visit(visit)) => self.visits.push(visit),
            Ok(Incoming::Event(event)) => self.event(event)?,
        }
        Ok(())
    }

    /// Writes what had to wait. `flow` breaks it off.
    pub(super) fn finish(&mut self, flow: impl Fn() -> ControlFlow<()>) -> Result<()> {
        for (place, ward, guardian) in std::mem::take(&mut self.guardians) {
            if let Err(reason) = self.guardian(ward, &guardian)? {
                let reason = said("reason-guardian").with("reason", reason);
                self.refuse(place, reason);
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

    /// The error is why nobody was found.
    fn guardian(
        &mut self,
        ward: PatientId,
        wanted: &PatientRef,
    ) -> Result<std::result::Result<(), Said>> {
        let guardian = match self.find(wanted)? {
            Ok(guardian) => guardian,
            Err(reason) => return Ok(Err(reason)),
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
            self.count_update(ward);
        }
        Ok(Ok(()))
    }

    /// A patient who was told as unchanged was changed after all.
    fn count_update(&mut self, patient: PatientId) {
        if let Some(touched) = self.touched.get_mut(&patient)
            && !touched.counted
        {
            touched.counted = true;
            self.report.unchanged -= 1;
            self.report.updated += 1;
        }
    }

    pub(super) fn refuse(&mut self, place: Place, reason: impl Into<Said>) {
        self.report.refused.push(Refused {
            source: place.source,
            line: place.line,
            reason: reason.into(),
        });
    }

    fn provider(&mut self, incoming: IncomingProvider) -> Result<()> {
        if incoming.key.is_none()
            && let Named::Several(_) = self.setup.provider_named(&incoming.name)
        {
            let reason = said("reason-provider-shared");
            self.refuse(incoming.place, reason);
            return Ok(());
        }
        let own = identity::own_provider(&incoming.identifiers);
        let at = incoming
            .key
            .as_ref()
            .and_then(|key| self.providers.get(key).copied())
            .or_else(|| {
                let named = self.setup.provider_named(&incoming.name).one()?;
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
            tint: next_tint(self.setup.providers.len()),
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
        let known = self.known(&incoming)?;
        if let Some(number) = &incoming.chart_number {
            let holder = self.change.patients_with(PatientKey::ChartNumber(number))?;
            if let Some(holder) = holder.first()
                && known.as_ref().is_some_and(|known| known.id != *holder)
            {
                self.refuse(
                    incoming.place,
                    said("reason-chart-number").with("number", number),
                );
                return Ok(());
            }
        }
        let there = match known {
            Some(known) => {
                let there = self.change.patient(known.id)?;
                Some((
                    there.ok_or(Error::NotFound("patient"))?,
                    known.by_chance.is_some(),
                ))
            }
            None => None,
        };
        if let Some((there, by_chance)) = &there {
            if *by_chance && !same::is_patient(there, &incoming) {
                self.disputed.extend(incoming.key);
                self.disputed
                    .extend(incoming.chart_number.map(chart_identifier));
                self.refuse(incoming.place, said("reason-another-patient"));
                return Ok(());
            }
            if let Some(reason) = merge::refusal(there, &incoming) {
                self.refuse(incoming.place, reason);
                return Ok(());
            }
        }
        let household = self.household(incoming.household.as_deref())?;
        let (id, changed) = match there {
            Some((before, _)) => {
                let id = before.id;
                let own = identity::own_patient(&incoming.identifiers);
                let identifiers = without_own(
                    incoming.identifiers.clone(),
                    identity::PATIENT,
                    own.map(|id| id.0),
                    id.0,
                );
                let mut after = merge::patient(&before, &incoming, &identifiers);
                after.household = household.or(before.household);
                if let Some(touched) = self.touched.get(&id)
                    && after != before
                {
                    let reason = said("reason-same-patient").with("line", touched.line);
                    self.refuse(incoming.place, reason);
                    return Ok(());
                }
                let changed = after != before;
                if changed && let Some(reason) = merge::too_much(&after.notes, &after.alert) {
                    self.refuse(incoming.place, reason);
                    return Ok(());
                }
                if changed {
                    self.change.update_patient(&after, &before, "import")?;
                    self.report.updated += 1;
                } else {
                    self.report.unchanged += 1;
                }
                (id, changed)
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
                (id, true)
            }
        };
        self.touched.entry(id).or_insert(Touched {
            line: incoming.place.line,
            counted: changed,
        });
        if let Some(guardian) = incoming.guardian {
            self.guardians.push((incoming.place.clone(), id, guardian));
        }
        if incoming.guarantor
            && let Some(household) = household
        {
            self.guarantor(household, id, incoming.place)?;
        }
        Ok(())
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

    fn guarantor(
        &mut self,
        household: HouseholdId,
        patient: PatientId,
        place: Place,
    ) -> Result<()> {
        let (first, line) = *self
            .guarantors
            .entry(household)
            .or_insert((patient, place.line));
        if first != patient {
            let reason = said("reason-does-not-pay").with("line", line);
            self.refuse(place, reason);
            return Ok(());
        }
        let Some(there) = self.households.get_mut(&household) else {
            return Ok(());
        };
        if there.guarantor != Some(patient) {
            let before = there.clone();
            there.guarantor = Some(patient);
            self.change.put_household(there, Some(&before))?;
            self.count_update(patient);
        }
        Ok(())
    }
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
