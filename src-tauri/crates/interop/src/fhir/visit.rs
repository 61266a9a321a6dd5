//! Appointment, and Encounter as a past visit.

use super::json::{self, Object};
use super::participant::{self, Actor};
use super::reference::{Origin, ReferenceTable, Target, carried};
use super::{FhirOptions, identifiers, moment};
use crate::csv::USUAL_MINUTES;
use crate::identity;
use crate::incoming::{IncomingVisit, PatientRef, Place, Refused};
use crate::limits::{MEDIUM, SHORT, excerpt, notes_within};
use chrono::{DateTime, Utc};
use domain::appointment::Ended;
use domain::limits::check_visit_day;
use domain::limits::in_field;
use domain::{Confirmation, Identifier, Status, WallTime, Zone};
use domain::{Said, said};

/// A visit of which it is not yet known whom it refers to.
#[derive(Debug)]
pub(super) struct HeldVisit {
    visit: IncomingVisit,
    actors: Vec<Actor>,
    origin: Origin,
    is_appointment: bool,
    /// Of an encounter: the appointment that it came from.
    appointment: Option<String>,
}

impl HeldVisit {
    pub(super) fn key(&self) -> Option<&Identifier> {
        self.visit.key.as_ref()
    }

    pub(super) fn origin(&self) -> &Origin {
        &self.origin
    }

    pub(super) fn is_appointment(&self) -> bool {
        self.is_appointment
    }

    /// The key of the appointment that an encounter came from.
    pub(super) fn appointment(&self, table: &ReferenceTable) -> Option<Identifier> {
        let reference = self.appointment.as_deref()?;
        match table.find(reference, &self.origin) {
            Some(Target::Visit(key)) => Some(key.clone()),
            Some(_) => None,
            None => carried(reference, "Appointment"),
        }
    }

    /// The visit, with what its references lead to.
    pub(super) fn resolved(mut self, table: &ReferenceTable) -> Result<IncomingVisit, Refused> {
        if let Some(key) = self.appointment(table) {
            identity::keep(&mut self.visit.identifiers, key.clone());
            self.visit.key = Some(key);
        }
        let Self {
            mut visit,
            actors,
            origin,
            ..
        } = self;
        let refuse = |place: &Place, reason: Said| Refused::at(place, reason);
        let resolved = participant::resolve(&actors, table, &origin)
            .map_err(|reason| refuse(&visit.place, reason))?;
        visit.patient = resolved
            .patient
            .filter(|patient| !patient.is_empty())
            .ok_or_else(|| refuse(&visit.place, said("reason-whose")))?;
        visit.provider = resolved.provider;
        visit.chair = resolved.chair;
        Ok(visit)
    }
}

/// Reads an appointment or an encounter.
pub(super) fn read(
    object: &Object,
    origin: Origin,
    place: Place,
    options: &FhirOptions,
    is_appointment: bool,
) -> Result<HeldVisit, Said> {
    let found = identifiers::read(object, &origin, identity::VISIT)?;
    let own = identity::value(&found.all, identity::VISIT).is_some();
    let visit = IncomingVisit {
        place,
        key: found.key,
        identifiers: found.all,
        patient: PatientRef::default(),
        provider: None,
        chair: None,
        kind: None,
        reason: String::new(),
        start: WallTime::once(chrono::NaiveDateTime::default()),
        minutes: USUAL_MINUTES,
        pattern: json::extension(object, "pattern")?
            .map(|text| {
                text.parse()
                    .map_err(|error: domain::appointment::NotAPattern| Said::from(error))
            })
            .transpose()?,
        status: Status::Scheduled,
        confirmation: Confirmation::Unconfirmed,
        arrive_early: number(object, "arrive-early")?,
        notes: String::new(),
        overbooked: json::extension(object, "overbooked")?.is_some(),
        ended: None,
        arrived_at: instant(object, "arrived-at")?,
        seated_at: instant(object, "seated-at")?,
        dismissed_at: instant(object, "dismissed-at")?,
    };
    let mut held = HeldVisit {
        visit,
        actors: Vec::new(),
        origin,
        is_appointment,
        appointment: None,
    };
    if is_appointment {
        appointment(object, options, &mut held)?
    } else {
        encounter(object, options, own, &mut held)?
    }
    check_visit_day(held.visit.start.date(), options.today)?;
    notes_within(&held.visit.notes, "notes")?;
    if let Some(confirmation) = json::extension(object, "confirmation")? {
        held.visit.confirmation = match confirmation.as_str() {
            "sent" => Confirmation::Sent,
            "confirmed" => Confirmation::Confirmed,
            "declined" => Confirmation::Declined,
            _ => Confirmation::Unconfirmed,
        };
    }
    held.visit.ended = ended(object, &held.visit, options.zone)?;
    Ok(held)
}

fn appointment(object: &Object, options: &FhirOptions, held: &mut HeldVisit) -> Result<(), Said> {
    let visit = &mut held.visit;
    let start = json::text(object, "start")?.ok_or_else(|| said("reason-no-start"))?;
    visit.start = moment::wall(&start, options.zone).map_err(|reason| in_field("start", reason))?;
    visit.minutes = minutes(visit.start, json::text(object, "end")?, options.zone)?
        .or(object
            .get("minutesDuration")
            .and_then(serde_json::Value::as_u64)
            .and_then(|minutes| u32::try_from(minutes).ok()))
        .unwrap_or(USUAL_MINUTES)
        .max(1);
    visit.status = match json::text(object, "status")?.as_deref() {
        Some("arrived") => Status::Arrived,
        Some("checked-in") => Status::Seated,
        Some("fulfilled") => Status::Completed,
        Some("noshow") => Status::Missed,
        Some("cancelled") => Status::Cancelled,
        Some("entered-in-error") => return Err(said("reason-entered-in-error")),
        None | Some("proposed" | "pending" | "booked" | "waitlist") => Status::Scheduled,
        Some(status) => return Err(said("reason-status").with("status", excerpt(status))),
    };
    visit.kind = first_concept(object, &["serviceType", "appointmentType", "type"], SHORT)?;
    visit.reason = match json::short(object, "description", MEDIUM)? {
        Some(reason) => reason,
        None => first_concept(object, &["reasonCode", "reason"], MEDIUM)?.unwrap_or_default(),
    };
    visit.notes = json::text(object, "comment")?.unwrap_or_default();
    for participant in json::list(object, "participant")? {
        let Some(actor) = json::object(participant, "actor")? else {
            continue;
        };
        let actor = Actor::read(actor, object)?;
        let said = json::text(participant, "status")?;
        if !actor.is("Practitioner") && !actor.is("PractitionerRole") && !actor.is("Location") {
            visit.confirmation = match said.as_deref() {
                Some("accepted") => Confirmation::Confirmed,
                Some("declined") => Confirmation::Declined,
                _ => Confirmation::Unconfirmed,
            };
        }
        held.actors.push(actor);
    }
    Ok(())
}

fn encounter(
    object: &Object,
    options: &FhirOptions,
    own: bool,
    held: &mut HeldVisit,
) -> Result<(), Said> {
    let visit = &mut held.visit;
    // Later versions say actualPeriod.
    let period = match json::object(object, "period")? {
        Some(period) => Some(period),
        None => json::object(object, "actualPeriod")?,
    };
    let period = period.ok_or_else(|| said("reason-no-start"))?;
    let start = json::text(period, "start")?.ok_or_else(|| said("reason-no-start"))?;
    visit.start = moment::wall(&start, options.zone).map_err(|reason| in_field("start", reason))?;
    visit.minutes = minutes(visit.start, json::text(period, "end")?, options.zone)?
        .unwrap_or(USUAL_MINUTES)
        .max(1);
    visit.status = match json::text(object, "status")?.as_deref() {
        Some("planned" | "on-hold") => Status::Scheduled,
        Some("arrived" | "triaged") => Status::Arrived,
        Some("in-progress" | "onleave") => Status::Seated,
        Some("cancelled") => Status::Cancelled,
        Some("entered-in-error") => return Err(said("reason-entered-in-error")),
        None | Some("finished" | "discharged" | "completed" | "discontinued" | "unknown") => {
            Status::Completed
        }
        Some(status) => return Err(said("reason-status").with("status", excerpt(status))),
    };
    if own {
        visit.kind = json::extension(object, "type")?;
        visit.reason = first_concept(object, &["reasonCode"], MEDIUM)?.unwrap_or_default();
        visit.notes = json::extension(object, "notes")?.unwrap_or_default();
    } else {
        visit.reason =
            first_concept(object, &["type", "reasonCode", "reason"], MEDIUM)?.unwrap_or_default();
    }
    for member in ["subject", "patient"] {
        if let Some(subject) = json::object(object, member)? {
            let subject = Actor::read(subject, object)?;
            if subject.is("Group") {
                return Err(said("reason-group"));
            }
            held.actors.push(subject);
        }
    }
    for participant in json::list(object, "participant")? {
        for member in ["individual", "actor"] {
            if let Some(actor) = json::object(participant, member)? {
                held.actors.push(Actor::read(actor, object)?);
            }
        }
    }
    for place in json::list(object, "location")? {
        if let Some(location) = json::object(place, "location")? {
            held.actors.push(Actor::read(location, object)?);
        }
    }
    if let Some(appointment) = json::object(object, "appointment")? {
        held.appointment = json::text(appointment, "reference")?;
    }
    Ok(())
}

/// Whole minutes from the start to an end.
fn minutes(start: WallTime, end: Option<String>, zone: Zone) -> Result<Option<u32>, Said> {
    let Some(end) = end else { return Ok(None) };
    let end = moment::wall(&end, zone).map_err(|reason| in_field("end", reason))?;
    let length = zone.instant_of_record(end) - zone.instant_of_record(start);
    let minutes = u32::try_from(length.num_minutes()).map_err(|_| said("reason-ends-before"))?;
    Ok(Some(minutes))
}

fn first_concept(object: &Object, members: &[&str], limit: usize) -> Result<Option<String>, Said> {
    for member in members {
        for concept in json::list(object, member)? {
            if let Some(text) = json::concept(concept, limit)? {
                return Ok(Some(text));
            }
        }
    }
    Ok(None)
}

/// S8. A cancelled visit of which nobody wrote down when has its start as the time.
fn ended(object: &Object, visit: &IncomingVisit, zone: Zone) -> Result<Option<Ended>, Said> {
    let reason = match json::extension(object, "ended-reason")? {
        Some(reason) => Some(reason),
        None => first_concept(object, &["cancelationReason", "cancellationReason"], MEDIUM)?,
    };
    let at = instant(object, "ended-at")?;
    if at.is_none() && (reason.is_none() || visit.status.occupies()) {
        return Ok(None);
    }
    Ok(Some(Ended {
        reason: reason.unwrap_or_default(),
        at: at.unwrap_or_else(|| zone.instant_of_record(visit.start)),
        by_practice: json::extension(object, "ended-by-practice")?.is_some(),
        by: String::new(),
    }))
}

fn instant(object: &Object, name: &str) -> Result<Option<DateTime<Utc>>, Said> {
    json::extension(object, name)?
        .map(|text| moment::instant(&text))
        .transpose()
}

fn number(object: &Object, name: &str) -> Result<u32, Said> {
    let Some(text) = json::extension(object, name)? else {
        return Ok(0);
    };
    text.parse()
        .map_err(|_| said("reason-number").with("name", name))
}
