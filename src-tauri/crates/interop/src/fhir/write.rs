//! Practitioners, patients and visits as FHIR R4: completed visits as encounters, all others as
//! appointments. What FHIR has no place for goes into extensions, so that reading gives the same data.

use super::moment;
use super::parts::{
    Extensions, appointment_status, begun, contact, home, identified, official, put, said, spoken,
};
use crate::InteropError;
use crate::identity;
use crate::outgoing::{PatientOut, PatientTag, VisitOut, exact};
use chrono::TimeDelta;
use domain::appointment::Ended;
use domain::{Appointment, Patient, PatientStatus, Provider, Status, Zone};
use serde_json::{Map, Value, json};
use std::io::Write;

/// Writes resources one by one: as one bundle, as ndjson, or as ndjson with a file for each type.
#[derive(Debug)]
pub struct FhirWriter<W: Write> {
    layout: Layout<W>,
    zone: Zone,
}

#[derive(Debug)]
enum Layout<W> {
    Bundle {
        out: W,
        any: bool,
    },
    Lines {
        out: W,
    },
    Ndjson {
        practitioner: W,
        patient: W,
        appointment: W,
        encounter: W,
    },
}

impl<W: Write> FhirWriter<W> {
    /// The names of the ndjson files, in the order of [`FhirWriter::ndjson`].
    pub const NDJSON_FILES: [&'static str; 4] = [
        "Practitioner.ndjson",
        "Patient.ndjson",
        "Appointment.ndjson",
        "Encounter.ndjson",
    ];

    /// Begins a bundle of type collection.
    pub fn bundle(mut out: W, zone: Zone) -> Result<Self, InteropError> {
        out.write_all(b"{\"resourceType\":\"Bundle\",\"type\":\"collection\"")?;
        Ok(Self {
            layout: Layout::Bundle { out, any: false },
            zone,
        })
    }

    /// Begins one file of one resource a line.
    pub fn lines(out: W, zone: Zone) -> Self {
        Self {
            layout: Layout::Lines { out },
            zone,
        }
    }

    /// Begins files of one resource a line: practitioners, patients, appointments, encounters.
    pub fn ndjson(files: [W; 4], zone: Zone) -> Self {
        let [practitioner, patient, appointment, encounter] = files;
        Self {
            layout: Layout::Ndjson {
                practitioner,
                patient,
                appointment,
                encounter,
            },
            zone,
        }
    }

    /// Writes a provider.
    pub fn provider(&mut self, provider: &Provider) -> Result<(), InteropError> {
        let Provider {
            id: _,
            name,
            hours: _,
            exceptions: _,
            active,
            position: _,
            identifiers,
            tint: _,
        } = provider;
        let id = identity::provider_value(provider);
        let mut resource = begun("Practitioner", &id);
        put(
            &mut resource,
            "identifier",
            identified(identity::PROVIDER, &id, None, identifiers),
        );
        put(&mut resource, "active", *active);
        put(&mut resource, "name", json!([{ "text": name }]));
        self.put("Practitioner", &id, resource)
    }

    /// Writes a patient.
    pub fn patient(&mut self, row: &PatientOut<'_>) -> Result<(), InteropError> {
        let PatientOut {
            patient,
            household,
            guarantor,
            guardian: _,
        } = row;
        let Patient {
            id,
            chart_number,
            name,
            preferred_name,
            birth_date,
            sex,
            phones,
            emails,
            address,
            language,
            notes,
            alert,
            status,
            deceased_on,
            household: _,
            guardian: _,
            identifiers,
            revision: _,
        } = patient;
        let value = identity::patient_value(*id, identifiers);
        let mut resource = begun("Patient", &value);
        let mut extensions = Extensions::default();
        extensions.add("status", status.name());
        extensions.add("notes", notes);
        extensions.add("alert", alert);
        extensions.add("household", household.unwrap_or_default());
        extensions.mark("guarantor", *guarantor);
        extensions.add("guardian", &row.guardian_value());
        extensions.end(&mut resource);
        let chart = chart_number.as_deref();
        put(
            &mut resource,
            "identifier",
            identified(identity::PATIENT, &value, chart, identifiers),
        );
        put(
            &mut resource,
            "active",
            matches!(status, PatientStatus::Active | PatientStatus::Prospective),
        );
        let mut names = vec![official(name)];
        names.extend(
            preferred_name
                .as_ref()
                .map(|text| json!({ "use": "nickname", "text": text })),
        );
        put(&mut resource, "name", names);
        let telecom: Vec<Value> = phones
            .iter()
            .map(|phone| contact("phone", &phone.label, &phone.number))
            .chain(
                emails
                    .iter()
                    .map(|email| contact("email", &email.label, &email.address)),
            )
            .collect();
        if !telecom.is_empty() {
            put(&mut resource, "telecom", telecom);
        }
        put(&mut resource, "gender", sex.name());
        if let Some(date) = birth_date {
            put(&mut resource, "birthDate", date.to_string());
        }
        match deceased_on {
            Some(date) => put(&mut resource, "deceasedDateTime", date.to_string()),
            None if *status == PatientStatus::Deceased => {
                put(&mut resource, "deceasedBoolean", true)
            }
            None => {}
        }
        if let Some(address) = address {
            put(&mut resource, "address", vec![home(address)]);
        }
        if let Some(language) = language {
            put(
                &mut resource,
                "communication",
                json!([{ "language": spoken(language), "preferred": true }]),
            );
        }
        self.put("Patient", &value, resource)
    }

    /// Writes a visit: a completed one as an encounter, any other as an appointment.
    pub fn visit(&mut self, row: &VisitOut<'_>) -> Result<(), InteropError> {
        let VisitOut {
            visit,
            patient,
            provider,
            chair,
            kind,
        } = row;
        let Appointment {
            id: _,
            patient: _,
            provider: _,
            chair: _,
            kind: _,
            start,
            minutes,
            pattern: _,
            status,
            confirmation,
            arrive_early,
            reason,
            notes,
            overbooked,
            ended,
            arrived_at,
            seated_at,
            dismissed_at,
            identifiers,
            revision: _,
            series: _,
            asap: _,
            wish: _,
            follow_up: _,
            confirmed_by_person: _,
            unanswered: _,
        } = visit;
        let completed = *status == Status::Completed;
        let resource_type = if completed {
            "Encounter"
        } else {
            "Appointment"
        };
        let id = identity::visit_value(visit);
        let mut resource = begun(resource_type, &id);
        let mut extensions = Extensions::default();
        extensions.add("pattern", &row.pattern_text());
        extensions.add("confirmation", confirmation.name());
        if *arrive_early > 0 {
            extensions.add("arrive-early", &arrive_early.to_string());
        }
        extensions.mark("overbooked", *overbooked);
        if let Some(Ended {
            reason,
            at,
            by_practice,
            by: _,
        }) = ended
        {
            extensions.add("ended-reason", reason);
            extensions.add("ended-at", &exact(Some(*at)));
            extensions.mark("ended-by-practice", *by_practice);
        }
        for (name, at) in [
            ("arrived-at", arrived_at),
            ("seated-at", seated_at),
            ("dismissed-at", dismissed_at),
        ] {
            extensions.add(name, &exact(*at));
        }
        if completed {
            extensions.add("type", kind.unwrap_or_default());
            extensions.add("notes", notes);
        }
        extensions.end(&mut resource);
        put(
            &mut resource,
            "identifier",
            identified(identity::VISIT, &id, None, identifiers),
        );
        if let Some(chair) = chair {
            put(
                &mut resource,
                "contained",
                json!([{ "resourceType": "Location", "id": "chair", "name": chair }]),
            );
        }
        let from = self.zone.instant_of_record(*start);
        let to = from + TimeDelta::minutes(i64::from(*minutes));
        let (from, to) = (
            moment::written(from, self.zone),
            moment::written(to, self.zone),
        );
        if completed {
            put(&mut resource, "status", "finished");
            let class = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
            put(
                &mut resource,
                "class",
                json!({ "system": class, "code": "AMB" }),
            );
            put(&mut resource, "period", json!({ "start": from, "end": to }));
            if !reason.is_empty() {
                put(&mut resource, "reasonCode", json!([{ "text": reason }]));
            }
            put(&mut resource, "subject", self.to_patient(patient));
            if let Some(provider) = provider {
                put(
                    &mut resource,
                    "participant",
                    json!([{ "individual": self.to_provider(provider) }]),
                );
            }
            if chair.is_some() {
                put(
                    &mut resource,
                    "location",
                    json!([{ "location": { "reference": "#chair" } }]),
                );
            }
        } else {
            put(&mut resource, "status", appointment_status(*status));
            put(&mut resource, "start", from);
            put(&mut resource, "end", to);
            put(&mut resource, "minutesDuration", *minutes);
            if let Some(kind) = kind {
                put(&mut resource, "serviceType", json!([{ "text": kind }]));
            }
            if !reason.is_empty() {
                put(&mut resource, "description", reason.as_str());
            }
            if !notes.is_empty() {
                put(&mut resource, "comment", notes.as_str());
            }
            if let Some(Ended { reason, .. }) =
                ended.as_ref().filter(|ended| !ended.reason.is_empty())
            {
                put(
                    &mut resource,
                    "cancelationReason",
                    json!({ "text": reason }),
                );
            }
            let mut participants =
                vec![json!({ "actor": self.to_patient(patient), "status": said(*confirmation) })];
            if let Some(provider) = provider {
                participants
                    .push(json!({ "actor": self.to_provider(provider), "status": "accepted" }));
            }
            if let Some(chair) = chair {
                let actor = json!({ "reference": "#chair", "display": chair });
                participants.push(json!({ "actor": actor, "status": "accepted" }));
            }
            put(&mut resource, "participant", participants);
        }
        self.put(resource_type, &id, resource)
    }

    /// Ends the file or files, and gives back what they were written to.
    pub fn finish(self) -> Result<Vec<W>, InteropError> {
        let mut all = match self.layout {
            Layout::Bundle { mut out, any } => {
                out.write_all(if any { b"\n]}\n" } else { b"}\n" })?;
                vec![out]
            }
            Layout::Lines { out } => vec![out],
            Layout::Ndjson {
                practitioner,
                patient,
                appointment,
                encounter,
            } => {
                vec![practitioner, patient, appointment, encounter]
            }
        };
        for out in &mut all {
            out.flush()?;
        }
        Ok(all)
    }

    fn put(
        &mut self,
        kind: &str,
        id: &str,
        resource: Map<String, Value>,
    ) -> Result<(), InteropError> {
        match &mut self.layout {
            Layout::Bundle { out, any } => {
                out.write_all(if *any { b",\n" } else { b",\"entry\":[\n" })?;
                *any = true;
                let entry = json!({ "fullUrl": format!("urn:uuid:{id}"), "resource": resource });
                serde_json::to_writer(out, &entry).map_err(std::io::Error::from)?;
            }
            Layout::Lines { out } => line(out, &resource)?,
            Layout::Ndjson {
                practitioner,
                patient,
                appointment,
                encounter,
            } => {
                let out = match kind {
                    "Practitioner" => practitioner,
                    "Patient" => patient,
                    "Appointment" => appointment,
                    _ => encounter,
                };
                line(out, &resource)?;
            }
        }
        Ok(())
    }

    /// In a bundle the full URLs are references; files of their own refer by type and id.
    fn reference(&self, kind: &str, id: &str) -> String {
        match self.layout {
            Layout::Bundle { .. } => format!("urn:uuid:{id}"),
            Layout::Lines { .. } | Layout::Ndjson { .. } => format!("{kind}/{id}"),
        }
    }

    fn to_patient(&self, patient: &PatientTag<'_>) -> Value {
        let value = patient.value();
        json!({
            "reference": self.reference("Patient", &value),
            "type": "Patient",
            "identifier": { "system": identity::PATIENT, "value": value },
            "display": patient.name,
        })
    }

    fn to_provider(&self, provider: &Provider) -> Value {
        let value = identity::provider_value(provider);
        json!({
            "reference": self.reference("Practitioner", &value),
            "type": "Practitioner",
            "identifier": { "system": identity::PROVIDER, "value": value },
            "display": provider.name,
        })
    }
}

fn line(mut out: impl Write, resource: &Map<String, Value>) -> Result<(), InteropError> {
    serde_json::to_writer(&mut out, resource).map_err(std::io::Error::from)?;
    Ok(out.write_all(b"\n")?)
}
