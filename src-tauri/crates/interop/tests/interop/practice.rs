//! A practice in memory that takes over what is imported, as plainly as can be.

use chrono::NaiveDate;
use domain::*;
use interop::*;
use std::ops::ControlFlow;
use uuid::Uuid;

#[derive(Debug, Default)]
pub(crate) struct Practice {
    pub(crate) patients: Vec<Held<Patient>>,
    pub(crate) providers: Vec<Provider>,
    pub(crate) visits: Vec<Visit>,
    pub(crate) refused: Vec<Refused>,
    next: u128,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Held<T> {
    pub(crate) record: T,
    pub(crate) household: Option<String>,
    pub(crate) guarantor: bool,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Visit {
    pub(crate) record: Appointment,
    pub(crate) chair: Option<String>,
    pub(crate) kind: Option<String>,
}

pub(crate) fn zone() -> Zone {
    Zone::named("America/New_York").unwrap()
}

pub(crate) fn today() -> NaiveDate {
    "2026-11-22".parse().unwrap()
}

pub(crate) fn csv_options() -> CsvOptions {
    CsvOptions {
        map: ColumnMap::default(),
        date_format: None,
        kind: None,
        today: today(),
        zone: zone(),
    }
}

pub(crate) fn read_text(
    text: impl AsRef<[u8]>,
) -> Result<Vec<Result<Incoming, Refused>>, InteropError> {
    read_with(text, &csv_options())
}

pub(crate) fn read_with(
    text: impl AsRef<[u8]>,
    options: &CsvOptions,
) -> Result<Vec<Result<Incoming, Refused>>, InteropError> {
    let mut all = Vec::new();
    read_csv(text.as_ref(), "list.csv", options, &mut |one| {
        all.push(one);
        ControlFlow::Continue(())
    })?;
    Ok(all)
}

pub(crate) fn read_resources(files: &[(&str, &[u8])]) -> Vec<Result<Incoming, Refused>> {
    let mut all = Vec::new();
    let mut sink = |one| {
        all.push(one);
        ControlFlow::Continue(())
    };
    let mut reading = FhirReading::new(FhirOptions {
        zone: zone(),
        today: today(),
    });
    for (name, bytes) in files {
        reading.read(*bytes, name, &mut sink).unwrap();
    }
    reading.finish(&mut sink);
    all
}

fn same(key: &Option<Identifier>, own: Option<Uuid>, id: Uuid, identifiers: &[Identifier]) -> bool {
    own == Some(id) || key.as_ref().is_some_and(|key| identifiers.contains(key))
}

impl Practice {
    /// A practice whose own ids begin at a number.
    pub(crate) fn new(first_id: u128) -> Self {
        Self {
            next: first_id,
            ..Self::default()
        }
    }

    fn id(&mut self) -> Uuid {
        self.next += 1;
        Uuid::from_u128(self.next << 64 | 0x8000)
    }

    /// Takes over all records; gives how many were new.
    pub(crate) fn take(&mut self, records: Vec<Result<Incoming, Refused>>) -> usize {
        let mut created = 0;
        for record in records {
            match record {
                Err(refused) => self.refused.push(refused),
                Ok(Incoming::Patient(patient)) => created += usize::from(self.patient(patient)),
                Ok(Incoming::Provider(provider)) => created += usize::from(self.provider(provider)),
                Ok(Incoming::Visit(visit)) => created += usize::from(self.visit(visit)),
                Ok(Incoming::Event(event)) => panic!("no list has events: {event:?}"),
            }
        }
        created
    }

    fn patient(&mut self, incoming: IncomingPatient) -> bool {
        let own = identity::own_patient(&incoming.identifiers).map(|id| id.0);
        let known = self.patients.iter().position(|held| {
            same(
                &incoming.key,
                own,
                held.record.id.0,
                &held.record.identifiers,
            )
        });
        let id = match known {
            Some(place) => self.patients[place].record.id,
            None => PatientId(self.id()),
        };
        let guardian = incoming
            .guardian
            .as_ref()
            .and_then(|guardian| self.meant(guardian));
        let record = Patient {
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
            household: None,
            guardian,
            identifiers: incoming
                .identifiers
                .into_iter()
                .filter(|one| one.value != id.to_string())
                .collect(),
            revision: 0,
        };
        let held = Held {
            record,
            household: incoming.household,
            guarantor: incoming.guarantor,
        };
        match known {
            Some(place) => self.patients[place] = held,
            None => self.patients.push(held),
        }
        known.is_none()
    }

    fn provider(&mut self, incoming: IncomingProvider) -> bool {
        let own = identity::own_provider(&incoming.identifiers).map(|id| id.0);
        let known = self
            .providers
            .iter()
            .any(|known| same(&incoming.key, own, known.id.0, &known.identifiers));
        if !known {
            let id = ProviderId(self.id());
            self.providers.push(Provider {
                id,
                name: incoming.name,
                hours: None,
                exceptions: vec![],
                active: incoming.active,
                position: 0,
                identifiers: incoming.identifiers,
                tint: 0,
            });
        }
        !known
    }

    pub(crate) fn meant(&self, patient: &PatientRef) -> Option<PatientId> {
        let by_identifier = |held: &&Held<Patient>| {
            let own = identity::own_patient(&patient.identifiers);
            own == Some(held.record.id)
                || patient
                    .identifiers
                    .iter()
                    .any(|one| held.record.identifiers.contains(one))
        };
        let by_chart = |held: &&Held<Patient>| {
            patient.chart_number.is_some() && held.record.chart_number == patient.chart_number
        };
        let by_name = |held: &&Held<Patient>| patient.name.as_ref() == Some(&held.record.name);
        let all = &self.patients;
        let found = all
            .iter()
            .find(by_identifier)
            .or_else(|| all.iter().find(by_chart))
            .or_else(|| all.iter().find(by_name));
        found.map(|held| held.record.id)
    }

    fn visit(&mut self, incoming: IncomingVisit) -> bool {
        let own = identity::own_visit(&incoming.identifiers).map(|id| id.0);
        let known = self.visits.iter().position(|known| {
            same(
                &incoming.key,
                own,
                known.record.id.0,
                &known.record.identifiers,
            )
        });
        let Some(patient) = self.meant(&incoming.patient) else {
            self.refused.push(Refused {
                source: incoming.place.source,
                line: incoming.place.line,
                reason: domain::said("reason-nobody"),
            });
            return false;
        };
        let id = match known {
            Some(place) => self.visits[place].record.id,
            None => AppointmentId(self.id()),
        };
        let provider = incoming.provider.and_then(|meant| {
            let by_id = |known: &&Provider| {
                identity::own_provider(&meant.identifiers) == Some(known.id)
                    || meant
                        .identifiers
                        .iter()
                        .any(|one| known.identifiers.contains(one))
            };
            let by_name = |known: &&Provider| meant.name.as_ref() == Some(&known.name);
            self.providers
                .iter()
                .find(by_id)
                .or_else(|| self.providers.iter().find(by_name))
                .map(|known| known.id)
        });
        let record = Appointment {
            provider,
            pattern: incoming.pattern,
            status: incoming.status,
            confirmation: incoming.confirmation,
            arrive_early: incoming.arrive_early,
            reason: incoming.reason,
            notes: incoming.notes,
            overbooked: incoming.overbooked,
            ended: incoming.ended,
            arrived_at: incoming.arrived_at,
            seated_at: incoming.seated_at,
            dismissed_at: incoming.dismissed_at,
            identifiers: incoming
                .identifiers
                .into_iter()
                .filter(|one| one.value != id.to_string())
                .collect(),
            ..Appointment::booked(id, patient, incoming.start, incoming.minutes)
        };
        let visit = Visit {
            record,
            chair: incoming.chair,
            kind: incoming.kind,
        };
        match known {
            Some(place) => self.visits[place] = visit,
            None => self.visits.push(visit),
        }
        known.is_none()
    }

    fn tag<'a>(&self, patient: &'a Patient, name: &'a str) -> PatientTag<'a> {
        PatientTag {
            id: patient.id,
            identifiers: &patient.identifiers,
            name,
            chart_number: patient.chart_number.as_deref(),
        }
    }

    fn find(&self, id: PatientId) -> &Patient {
        &self
            .patients
            .iter()
            .find(|held| held.record.id == id)
            .unwrap()
            .record
    }

    pub(crate) fn csv(&self) -> (Vec<u8>, Vec<u8>) {
        let mut patients = PatientsCsv::new(Vec::new()).unwrap();
        self.each_patient(|row| patients.write(row).unwrap());
        let mut visits = AppointmentsCsv::new(Vec::new()).unwrap();
        self.each_visit(|row| visits.write(row).unwrap());
        (patients.finish().unwrap(), visits.finish().unwrap())
    }

    pub(crate) fn bundle(&self) -> Vec<u8> {
        self.fhir(FhirWriter::bundle(Vec::new(), zone()).unwrap())
            .remove(0)
    }

    pub(crate) fn lines(&self) -> Vec<u8> {
        self.fhir(FhirWriter::lines(Vec::new(), zone())).remove(0)
    }

    /// In the order of `FhirWriter::NDJSON_FILES`.
    pub(crate) fn ndjson(&self) -> Vec<Vec<u8>> {
        self.fhir(FhirWriter::ndjson([vec![], vec![], vec![], vec![]], zone()))
    }

    fn fhir(&self, mut writer: FhirWriter<Vec<u8>>) -> Vec<Vec<u8>> {
        for provider in &self.providers {
            writer.provider(provider).unwrap();
        }
        self.each_patient(|row| writer.patient(row).unwrap());
        self.each_visit(|row| writer.visit(row).unwrap());
        writer.finish().unwrap()
    }

    pub(crate) fn each_patient(&self, mut write: impl FnMut(&PatientOut<'_>)) {
        for held in &self.patients {
            let guardian = held.record.guardian.map(|id| self.find(id));
            let name = guardian.map(Patient::display_name).unwrap_or_default();
            write(&PatientOut {
                patient: &held.record,
                household: held.household.as_deref(),
                guarantor: held.guarantor,
                guardian: guardian.map(|guardian| self.tag(guardian, &name)),
            });
        }
    }

    pub(crate) fn each_visit(&self, mut write: impl FnMut(&VisitOut<'_>)) {
        for visit in &self.visits {
            let patient = self.find(visit.record.patient);
            let name = patient.display_name();
            let provider = visit.record.provider;
            write(&VisitOut {
                visit: &visit.record,
                patient: self.tag(patient, &name),
                provider: provider
                    .and_then(|id| self.providers.iter().find(|known| known.id == id)),
                chair: visit.chair.as_deref(),
                kind: visit.kind.as_deref(),
            });
        }
    }
}
