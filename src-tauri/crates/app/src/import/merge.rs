//! A record that is there already and what an import says of it: what is new is taken over,
//! nothing that the practice knows is lost.

use domain::limits::notes_within;
use domain::{Appointment, Identifier, Patient, PatientStatus, Provider, Sex};
use domain::{Said, said};
use interop::{IncomingPatient, IncomingProvider};

/// Why a row about a patient who is there cannot be taken over, if so.
pub(super) fn refusal(there: &Patient, incoming: &IncomingPatient) -> Option<Said> {
    // "Active" is what a file says that knows no status.
    let alive = !matches!(
        incoming.status,
        PatientStatus::Active | PatientStatus::Deceased
    );
    if there.has_died() && alive {
        return Some(said("reason-died").with("status", incoming.status.name()));
    }
    None
}

/// Why notes and alert are too long with what an import adds, if so.
pub(super) fn too_much(notes: &str, alert: &str) -> Option<Said> {
    let notes = notes_within(notes, "notes_together");
    let alert = notes_within(alert, "alerts_together");
    notes.and(alert).err().map(Said::from)
}

/// The patient with what the import adds or corrects.
pub(super) fn patient(
    there: &Patient,
    incoming: &IncomingPatient,
    identifiers: &[Identifier],
) -> Patient {
    let mut merged = there.clone();
    for (there, incoming) in [
        (&mut merged.name.prefix, &incoming.name.prefix),
        (&mut merged.name.given, &incoming.name.given),
        (&mut merged.name.family, &incoming.name.family),
        (&mut merged.name.suffix, &incoming.name.suffix),
    ] {
        if !incoming.is_empty() {
            there.clone_from(incoming);
        }
    }
    add_text(&mut merged.notes, &incoming.notes);
    add_text(&mut merged.alert, &incoming.alert);
    replace(&mut merged.chart_number, &incoming.chart_number);
    replace(&mut merged.preferred_name, &incoming.preferred_name);
    replace(&mut merged.birth_date, &incoming.birth_date);
    replace(&mut merged.address, &incoming.address);
    replace(&mut merged.language, &incoming.language);
    replace(&mut merged.deceased_on, &incoming.deceased_on);
    if incoming.sex != Sex::Unknown {
        merged.sex = incoming.sex;
    }
    // P3: nobody comes back from the dead by a list.
    if there.has_died() {
        merged.status = there.status;
    } else if incoming.status != PatientStatus::Active {
        merged.status = incoming.status;
    }
    merged.phones.clone_from(&incoming.phones);
    for phone in &there.phones {
        if !merged.phones.iter().any(|one| one.number == phone.number) {
            merged.phones.push(phone.clone());
        }
    }
    merged.emails.clone_from(&incoming.emails);
    for email in &there.emails {
        if !merged.emails.iter().any(|one| one.address == email.address) {
            merged.emails.push(email.clone());
        }
    }
    add_identifiers(&mut merged.identifiers, identifiers);
    merged
}

/// The provider with what the import adds.
pub(super) fn provider(
    there: &Provider,
    incoming: &IncomingProvider,
    identifiers: &[Identifier],
) -> Provider {
    let mut merged = there.clone();
    if !incoming.name.is_empty() {
        merged.name.clone_from(&incoming.name);
    }
    add_identifiers(&mut merged.identifiers, identifiers);
    merged
}

/// The visit as the import has it; what only the practice knows stays.
pub(super) fn visit(there: &Appointment, incoming: &Appointment) -> Appointment {
    let mut merged = Appointment {
        id: there.id,
        revision: there.revision,
        provider: incoming.provider.or(there.provider),
        chair: incoming.chair.or(there.chair),
        kind: incoming.kind.or(there.kind),
        pattern: incoming.pattern.clone().or_else(|| there.pattern.clone()),
        overbooked: there.overbooked,
        identifiers: there.identifiers.clone(),
        notes: there.notes.clone(),
        arrived_at: incoming.arrived_at.or(there.arrived_at),
        seated_at: incoming.seated_at.or(there.seated_at),
        dismissed_at: incoming.dismissed_at.or(there.dismissed_at),
        ended: incoming.ended.clone(),
        series: there.series,
        asap: there.asap,
        wish: there.wish.clone(),
        follow_up: there.follow_up.clone(),
        confirmed_by_person: there.confirmed_by_person,
        unanswered: there.unanswered.clone(),
        ..incoming.clone()
    };
    if merged.ended.is_none() && !merged.status.occupies() {
        merged.ended.clone_from(&there.ended);
    }
    if merged.reason.is_empty() {
        merged.reason.clone_from(&there.reason);
    }
    add_text(&mut merged.notes, &incoming.notes);
    add_identifiers(&mut merged.identifiers, &incoming.identifiers);
    merged
}

/// The visit as it is, with the ids that a file knows it by.
pub(super) fn identified(there: &Appointment, incoming: &Appointment) -> Appointment {
    let mut merged = there.clone();
    add_identifiers(&mut merged.identifiers, &incoming.identifiers);
    merged
}

/// Whether the visit keeps somebody or something busy at another time than before.
pub(super) fn is_moved(before: &Appointment, after: &Appointment) -> bool {
    let place = |visit: &Appointment| {
        (
            visit.patient,
            visit.provider,
            visit.chair,
            visit.start,
            visit.minutes,
            visit.pattern.clone(),
            visit.status.occupies(),
        )
    };
    place(before) != place(after)
}

fn replace<T: Clone>(there: &mut Option<T>, incoming: &Option<T>) {
    if incoming.is_some() {
        there.clone_from(incoming);
    }
}

/// Keeps what the practice wrote and adds what is not in it yet.
fn add_text(there: &mut String, incoming: &str) {
    if there.is_empty() {
        there.push_str(incoming);
    } else if !there.contains(incoming) {
        there.push('\n');
        there.push_str(incoming);
    }
}

fn add_identifiers(there: &mut Vec<Identifier>, incoming: &[Identifier]) {
    for identifier in incoming {
        if !there.contains(identifier) {
            there.push(identifier.clone());
        }
    }
    there.sort();
}
