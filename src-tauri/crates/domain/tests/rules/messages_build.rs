//! Zones whose clocks change in ways of their own, and small practices in them.

use super::build::{at, date};
use chrono::{DateTime, NaiveDate, Utc};
use domain::messages::{
    Channel, Consent, ContactWish, Facts, Index, Lead, Medication, MessageKind, Plan, Planned,
    Queued, Recipient, ReminderRule, Settings, Stage, Stop, Verdict, VisitFacts, WhyNot, eligible,
    plan,
};
use domain::{
    Appointment, AppointmentId, Email, Household, HouseholdId, MinuteOfDay, Notice, NoticeId,
    NoticeOf, NoticeState, OutboxId, Patient, PatientId, PatientStatus, PersonName, Phone,
    ReminderRuleId, Sex, WallTime, Zone,
};
use uuid::Uuid;

/// Half an hour in Lord Howe; in Casablanca back and forth around Ramadan.
pub(crate) const ZONES: [&str; 4] = [
    "Europe/Berlin",
    "America/New_York",
    "Australia/Lord_Howe",
    "Africa/Casablanca",
];

pub(crate) fn zone(name: &str) -> Zone {
    Zone::named(name).unwrap()
}

/// The instant at which the wall of that zone shows this time, for the first time.
pub(crate) fn instant_in(zone: Zone, text: &str) -> DateTime<Utc> {
    zone.instant(WallTime::once(at(text))).unwrap()
}

/// What the wall shows.
pub(crate) fn shown(zone: Zone, at: DateTime<Utc>) -> String {
    zone.wall(at).to_string()
}

pub(crate) fn minute(text: &str) -> MinuteOfDay {
    text.parse().unwrap()
}

/// Patients by number, all reached by mail and by text, and what concerns them.
#[derive(Debug, Clone)]
pub(crate) struct World {
    pub(crate) zone: Zone,
    pub(crate) settings: Settings,
    pub(crate) rules: Vec<ReminderRule>,
    pub(crate) visits: Vec<(Appointment, DateTime<Utc>)>,
    pub(crate) notices: Vec<Notice>,
    pub(crate) complaints: Vec<AppointmentId>,
    pub(crate) people: Vec<Patient>,
    pub(crate) households: Vec<Household>,
    pub(crate) wishes: Vec<ContactWish>,
    pub(crate) consents: Vec<Consent>,
    pub(crate) stops: Vec<Stop>,
    pub(crate) medications: Vec<Medication>,
    pub(crate) outbox: Vec<Queued>,
    pub(crate) days: (NaiveDate, NaiveDate),
}

impl World {
    /// Of adults 1 to 9, who are in no household, and these rules, each by text and then by mail.
    pub(crate) fn new(zone: Zone, rules: &[(MessageKind, Lead)]) -> Self {
        let rules = rules
            .iter()
            .enumerate()
            .map(|(at, (kind, lead))| rule(at, *kind, *lead));
        Self {
            zone,
            settings: Settings {
                channels: Channel::ALL.to_vec(),
                ..Settings::default()
            },
            rules: rules.collect(),
            visits: Vec::new(),
            notices: Vec::new(),
            complaints: Vec::new(),
            people: (1..=9).map(person).collect(),
            households: Vec::new(),
            wishes: Vec::new(),
            consents: Vec::new(),
            stops: Vec::new(),
            medications: Vec::new(),
            outbox: Vec::new(),
            days: (date("2026-01-01"), date("2025-12-31")),
        }
    }

    /// A visit of half an hour, booked long ago.
    pub(crate) fn visit(&mut self, number: u128, who: u128, start: &str) -> &mut Appointment {
        let start = WallTime::once(at(start));
        let visit = Appointment::booked(appointment(number), patient(who), start, 30);
        self.visits.push((visit, DateTime::UNIX_EPOCH));
        &mut self.visits.last_mut().unwrap().0
    }

    pub(crate) fn person(&mut self, who: u128) -> &mut Patient {
        &mut self.people[who as usize - 1]
    }

    /// They live together, and the first pays.
    pub(crate) fn family(&mut self, who: &[u128]) {
        let id = HouseholdId(Uuid::from_u128(who[0]));
        self.households.push(Household {
            id,
            name: "Family".to_owned(),
            guarantor: Some(patient(who[0])),
        });
        for one in who {
            self.person(*one).household = Some(id);
        }
    }

    /// Born ten years before the visits of the tests.
    pub(crate) fn child(&mut self, who: u128, guardian: Option<u128>) {
        let child = self.person(who);
        child.birth_date = Some(date("2016-05-05"));
        child.guardian = guardian.map(patient);
        child.phones.clear();
        child.emails.clear();
    }

    pub(crate) fn with<R>(&self, ask: impl FnOnce(&Facts<'_>) -> R) -> R {
        let visits: Vec<_> = self
            .visits
            .iter()
            .map(|(visit, placed)| VisitFacts {
                appointment: visit,
                placed: *placed,
                notice: self.notices.iter().find(|one| one.appointment == visit.id),
                complaint: self.complaints.contains(&visit.id),
            })
            .collect();
        ask(&Facts {
            zone: self.zone,
            settings: &self.settings,
            rules: &self.rules,
            visits: &visits,
            people: &self.people,
            households: &self.households,
            wishes: &self.wishes,
            consents: &self.consents,
            stops: &self.stops,
            closures: &[],
            medications: &self.medications,
            outbox: &self.outbox,
            days: self.days,
        })
    }

    pub(crate) fn plan(&self, now: &str) -> Plan {
        self.plan_at(self.at(now))
    }

    pub(crate) fn plan_at(&self, now: DateTime<Utc>) -> Plan {
        self.with(|facts| plan(facts, now))
    }

    pub(crate) fn at(&self, text: &str) -> DateTime<Utc> {
        instant_in(self.zone, text)
    }

    /// Does what a plan says.
    pub(crate) fn follow(&mut self, plan: &Plan) {
        for gone in &plan.withdraw {
            let late = gone.why.is_late();
            self.queued(gone.outbox).stage = if late { Stage::Late } else { Stage::Void };
        }
        for message in &plan.send {
            let id = OutboxId(Uuid::from_u128(self.outbox.len() as u128 + 1));
            self.outbox.push(Queued {
                id,
                message: message.clone(),
                stage: Stage::Waiting,
            });
        }
    }

    pub(crate) fn queued(&mut self, id: OutboxId) -> &mut Queued {
        self.outbox.iter_mut().find(|one| one.id == id).unwrap()
    }

    pub(crate) fn eligible(&self, at: usize, now: DateTime<Utc>) -> Verdict {
        self.with(|facts| eligible(&Index::of(facts), &self.outbox[at], now))
    }

    /// Plans, then sends what may go. Returns it, told in a line each.
    pub(crate) fn tick(&mut self, now: DateTime<Utc>) -> Vec<Planned> {
        let plan = self.plan_at(now);
        self.follow(&plan);
        let mut sent = Vec::new();
        for at in 0..self.outbox.len() {
            if self.outbox[at].stage != Stage::Waiting || self.outbox[at].message.send_at > now {
                continue;
            }
            match self.eligible(at, now) {
                Verdict::Send(message) => {
                    self.outbox[at].message = message.clone();
                    self.outbox[at].stage = Stage::Taken { at: now };
                    sent.push(message);
                }
                Verdict::Wait(until) => assert!(until > now),
                Verdict::Drop(_) => self.outbox[at].stage = Stage::Void,
            }
        }
        sent
    }

    /// A message in a line: its kind, about which visits, when, to whom and how.
    pub(crate) fn line(&self, message: &Planned) -> String {
        let visits: Vec<_> = message
            .parts
            .iter()
            .filter_map(|part| part.about.appointment())
            .map(|visit| visit.0.as_u128().to_string())
            .collect();
        let to = match message.recipient {
            Recipient::Person(who) => who.0.as_u128().to_string(),
            Recipient::Desk => "desk".to_owned(),
        };
        format!(
            "{} {} {} to {to} {}",
            message.kind.name(),
            visits.join("+"),
            shown(self.zone, message.send_at),
            message.channel.name(),
        )
    }

    pub(crate) fn lines(&self, messages: &[Planned]) -> Vec<String> {
        messages.iter().map(|one| self.line(one)).collect()
    }
}

/// What does not go out: about which visit, and why.
pub(crate) fn reasons(plan: &Plan) -> Vec<(u128, WhyNot)> {
    let unsent = plan.unsent.iter();
    unsent
        .map(|one| {
            let visit = one.part.about.appointment();
            (visit.map_or(0, |visit| visit.0.as_u128()), one.why.clone())
        })
        .collect()
}

pub(crate) fn rule(at: usize, kind: MessageKind, lead: Lead) -> ReminderRule {
    ReminderRule {
        id: ReminderRuleId(Uuid::from_u128(at as u128 + 1)),
        kind,
        types: Vec::new(),
        lead,
        channels: vec![Channel::Sms, Channel::Email],
        active: true,
        position: at as u32,
        since: DateTime::UNIX_EPOCH,
    }
}

pub(crate) fn days_before(days: u16) -> (MessageKind, Lead) {
    let at = minute("10:00");
    (MessageKind::Reminder, Lead::DaysBefore { days, at })
}

pub(crate) fn hours_before(hours: u16) -> (MessageKind, Lead) {
    (MessageKind::Reminder, Lead::HoursBefore { hours })
}

pub(crate) fn patient(number: u128) -> PatientId {
    PatientId(Uuid::from_u128(number))
}

pub(crate) fn appointment(number: u128) -> AppointmentId {
    AppointmentId(Uuid::from_u128(number))
}

fn person(number: u128) -> Patient {
    Patient {
        id: patient(number),
        chart_number: None,
        name: PersonName {
            given: format!("Person {number}"),
            ..PersonName::default()
        },
        preferred_name: None,
        birth_date: None,
        sex: Sex::Unknown,
        phones: vec![Phone {
            label: "mobile".to_owned(),
            number: format!("0170 555 000{number}"),
        }],
        emails: vec![Email {
            label: "home".to_owned(),
            address: format!("person{number}@example.org"),
        }],
        address: None,
        language: None,
        notes: String::new(),
        alert: String::new(),
        status: PatientStatus::Active,
        deceased_on: None,
        household: None,
        guardian: None,
        identifiers: Vec::new(),
        revision: 0,
    }
}

/// The desk wishes the patient of visit 1 to be told.
pub(crate) fn notice(of: NoticeOf, made: &str, world: &World) -> Notice {
    Notice {
        id: NoticeId(Uuid::from_u128(1)),
        appointment: appointment(1),
        of,
        made: world.at(made),
        state: NoticeState::Pending,
    }
}
