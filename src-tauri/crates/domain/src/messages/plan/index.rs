//! Facts laid out by patient and by a family's day, so that each day is planned on its own.

use super::facts::{About, Facts, Part, Queued, Stage, VisitFacts};
use crate::appointment::Appointment;
use crate::id::{AppointmentId, HouseholdId, MedicationId, PatientId};
use crate::messages::consent::{Consent, ContactWish};
use crate::messages::kind::MessageKind;
use crate::messages::medication::Medication;
use crate::messages::rule::ReminderRule;
use crate::messages::stop::Stops;
use crate::patient::{Household, Patient};
use chrono::{DateTime, Datelike, NaiveDate, Utc};
use std::collections::{BTreeMap, HashMap};

/// Those who may be told together: a household, or a person who is in none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Party {
    Household(HouseholdId),
    Person(PatientId),
}

/// What is planned on its own: the visits, birthdays and doses of a party on one local day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartyDay {
    pub day: NaiveDate,
    pub party: Party,
}

/// Facts, laid out.
#[derive(Debug)]
pub struct Index<'a> {
    pub(super) facts: &'a Facts<'a>,
    /// Those that are active, in the order of lists.
    pub(super) rules: Vec<&'a ReminderRule>,
    pub(super) stops: Stops,
    people: HashMap<PatientId, &'a Patient>,
    households: HashMap<HouseholdId, &'a Household>,
    wishes: HashMap<PatientId, &'a ContactWish>,
    consents: HashMap<PatientId, Vec<&'a Consent>>,
    days: BTreeMap<PartyDay, Day<'a>>,
    visits: HashMap<AppointmentId, &'a Appointment>,
    /// What went out, failed or came too late, by the visit that it was about.
    gone: HashMap<AppointmentId, Vec<&'a Queued>>,
    /// The same of what was about no visit.
    gone_else: HashMap<PatientId, Vec<&'a Queued>>,
}

/// What a party's day holds.
#[derive(Debug, Default)]
pub(super) struct Day<'a> {
    pub(super) visits: Vec<&'a VisitFacts<'a>>,
    pub(super) birthdays: Vec<&'a Patient>,
    pub(super) doses: Vec<(PatientId, MedicationId, DateTime<Utc>)>,
    /// What waits in the outbox.
    pub(super) waiting: Vec<&'a Queued>,
}

impl<'a> Index<'a> {
    /// Lays them out, in time that grows with their number.
    pub fn of(facts: &'a Facts<'a>) -> Self {
        let mut rules: Vec<_> = facts.rules.iter().filter(|rule| rule.active).collect();
        rules.sort_by_key(|rule| (rule.position, rule.id));
        let mut consents: HashMap<PatientId, Vec<&Consent>> = HashMap::new();
        for consent in facts.consents {
            consents.entry(consent.patient).or_default().push(consent);
        }
        let mut index = Self {
            facts,
            rules,
            stops: Stops::of(facts.stops),
            people: facts.people.iter().map(|one| (one.id, one)).collect(),
            households: facts.households.iter().map(|one| (one.id, one)).collect(),
            wishes: facts.wishes.iter().map(|one| (one.patient, one)).collect(),
            consents,
            days: BTreeMap::new(),
            visits: HashMap::with_capacity(facts.visits.len()),
            gone: HashMap::new(),
            gone_else: HashMap::new(),
        };
        for visit in facts.visits {
            let unit = index.party_day(visit.appointment);
            index.days.entry(unit).or_default().visits.push(visit);
            index.visits.insert(visit.appointment.id, visit.appointment);
        }
        for day in index.days.values_mut() {
            day.visits
                .sort_by_key(|one| (one.appointment.start, one.appointment.id));
        }
        index.lay_out_birthdays();
        index.lay_out_doses();
        index.lay_out_outbox();
        index
    }

    /// Where a visit is planned. A change to it is planned anew there, and there where it was.
    pub fn party_day(&self, visit: &Appointment) -> PartyDay {
        let day = visit.start.date();
        PartyDay {
            day,
            party: self.party(visit.patient, day),
        }
    }

    /// All days on which something happens or waits, in order.
    pub fn party_days(&self) -> impl Iterator<Item = PartyDay> {
        self.days.keys().copied()
    }

    /// Those with whom a patient may be told on that day: a minor belongs to the guardian's (P5).
    pub fn party(&self, patient: PatientId, day: NaiveDate) -> Party {
        let with = match self.person(patient) {
            Some(one) if self.is_minor(one, day) => one.guardian.unwrap_or(patient),
            _ => patient,
        };
        self.person(with)
            .and_then(|one| one.household)
            .map_or(Party::Person(with), Party::Household)
    }

    pub(super) fn day(&self, unit: PartyDay) -> Option<&Day<'a>> {
        self.days.get(&unit)
    }

    pub(super) fn person(&self, patient: PatientId) -> Option<&'a Patient> {
        self.people.get(&patient).copied()
    }

    pub(super) fn visit(&self, appointment: AppointmentId) -> Option<&'a Appointment> {
        self.visits.get(&appointment).copied()
    }

    /// Who pays for the patient's household, where somebody else may be written to for it.
    pub(super) fn guarantor(&self, patient: &Patient) -> Option<PatientId> {
        self.households.get(&patient.household?)?.guarantor
    }

    pub(super) fn wish(&self, patient: PatientId) -> Option<&'a ContactWish> {
        self.wishes.get(&patient).copied()
    }

    pub(super) fn consents(&self, patient: PatientId) -> &[&'a Consent] {
        self.consents.get(&patient).map_or(&[], Vec::as_slice)
    }

    pub(super) fn is_minor(&self, patient: &Patient, day: NaiveDate) -> bool {
        patient
            .age_on(day)
            .is_some_and(|age| age < self.facts.settings.of_age)
    }

    /// What went out, failed or came too late, and was about the same visit or, where it is about none, the same
    /// patient.
    pub(super) fn gone(&self, part: &Part) -> &[&'a Queued] {
        match part.about.appointment() {
            Some(appointment) => self.gone.get(&appointment),
            None => self.gone_else.get(&part.patient),
        }
        .map_or(&[], Vec::as_slice)
    }

    /// Where each part of a message is planned.
    pub(super) fn units(&self, parts: &[Part]) -> Vec<PartyDay> {
        let mut units: Vec<PartyDay> = parts
            .iter()
            .map(|part| {
                let day = part.about.day(self.facts.zone);
                PartyDay {
                    day,
                    party: self.party(part.patient, day),
                }
            })
            .collect();
        units.sort_unstable();
        units.dedup();
        units
    }

    fn has_rule(&self, kind: MessageKind) -> bool {
        self.rules.iter().any(|rule| rule.kind == kind)
    }

    fn lay_out_birthdays(&mut self) {
        if !self.has_rule(MessageKind::Birthday) {
            return;
        }
        let (first, last) = self.facts.days;
        for patient in self.facts.people {
            let Some(born) = patient.birth_date else {
                continue;
            };
            for year in first.year()..=last.year() {
                let date = birthday(born, year);
                if let Some(day) = date.filter(|day| (first..=last).contains(day)) {
                    let party = self.party(patient.id, day);
                    let unit = self.days.entry(PartyDay { day, party }).or_default();
                    unit.birthdays.push(patient);
                }
            }
        }
    }

    fn lay_out_doses(&mut self) {
        if !self.has_rule(MessageKind::Medication) {
            return;
        }
        for medication in self.facts.medications {
            let Medication { id, patient, .. } = *medication;
            let (first, last) = self.facts.days;
            for day in first.iter_days().take_while(|day| *day <= last) {
                let doses = medication.doses(day, self.facts.zone);
                if doses.is_empty() {
                    continue;
                }
                let party = self.party(patient, day);
                let unit = self.days.entry(PartyDay { day, party }).or_default();
                unit.doses
                    .extend(doses.into_iter().map(|dose| (patient, id, dose)));
            }
        }
    }

    fn lay_out_outbox(&mut self) {
        for queued in self.facts.outbox {
            match queued.stage {
                Stage::Void => {}
                Stage::Waiting => {
                    for unit in self.units(&queued.message.parts) {
                        self.days.entry(unit).or_default().waiting.push(queued);
                    }
                }
                Stage::Taken { .. } | Stage::Failed | Stage::Late => {
                    for part in &queued.message.parts {
                        match part.about {
                            About::Visit { appointment, .. }
                            | About::Notice { appointment, .. } => {
                                self.gone.entry(appointment).or_default().push(queued);
                            }
                            About::Birthday { .. } | About::Dose { .. } => {
                                self.gone_else.entry(part.patient).or_default().push(queued);
                            }
                        }
                    }
                }
            }
        }
    }
}

impl Queued {
    /// Whether it says this, by this rule.
    pub(super) fn says(&self, part: &Part) -> bool {
        self.message
            .parts
            .iter()
            .any(|one| one.about == part.about && one.rule == part.rule)
    }
}

/// The birthday in a year; none before the first. Whoever was born on 29 February has a birthday on the 28th in other years.
pub fn birthday(born: NaiveDate, year: i32) -> Option<NaiveDate> {
    born.with_year(year)
        .or_else(|| NaiveDate::from_ymd_opt(year, 2, 28))
        .filter(|day| *day > born)
}
