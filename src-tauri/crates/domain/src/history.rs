//! What a change made of a visit, part by part: what its history says (S10).

use crate::appointment::Appointment;

/// A part of a visit that a person can tell from another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    Patient,
    Start,
    Minutes,
    Provider,
    Chair,
    Kind,
    Status,
    Confirmation,
    /// Why it was cancelled or missed.
    Reason,
    Notes,
    ArriveEarly,
    /// Whether it stands over others, or outside the hours (S4).
    Overbooked,
    /// Whether the patient would come sooner.
    Asap,
    /// Something else, such as times of arriving or ids in other systems.
    Other,
}

/// The parts in which the visit differs after a change, in the order in which they are told.
pub fn differing(before: &Appointment, after: &Appointment) -> Vec<Part> {
    let parts = [
        (Part::Patient, before.patient != after.patient),
        (Part::Start, before.start != after.start),
        (Part::Minutes, before.minutes != after.minutes),
        (Part::Provider, before.provider != after.provider),
        (Part::Chair, before.chair != after.chair),
        (
            Part::Kind,
            before.kind != after.kind || before.reason != after.reason,
        ),
        (Part::Status, before.status != after.status),
        (
            Part::Confirmation,
            before.confirmation != after.confirmation,
        ),
        (Part::Reason, reason(before) != reason(after)),
        (Part::Notes, before.notes != after.notes),
        (Part::ArriveEarly, before.arrive_early != after.arrive_early),
        (Part::Overbooked, before.overbooked != after.overbooked),
        (Part::Asap, before.asap.is_some() != after.asap.is_some()),
    ];
    let mut found: Vec<Part> = parts
        .into_iter()
        .filter_map(|(part, differs)| differs.then_some(part))
        .collect();
    // What has no part of its own must not go unsaid where nothing else is said.
    if found.is_empty() && as_told(before) != as_told(after) {
        found.push(Part::Other);
    }
    found
}

fn reason(visit: &Appointment) -> &str {
    visit.ended.as_ref().map_or("", |ended| &ended.reason)
}

fn as_told(visit: &Appointment) -> Appointment {
    Appointment {
        revision: 0,
        ..visit.clone()
    }
}
