//! Who hears for whom on a party's day.

use super::drafts::{Ask, Draft, Sketch};
use super::facts::Part;
use super::index::Day;
use super::reach::{addressee, way};
use super::why::{Unsent, WhyNot};
use crate::appointment::{Confirmation, Status};
use crate::id::PatientId;
use crate::messages::kind::{MessageKind, Trigger};
use crate::patient::Patient;

/// M5: where several of a household are to hear the same, whoever pays hears it for all.
pub(super) fn addressed<'a>(
    ask: Ask<'_, 'a>,
    day: &Day<'a>,
    sketches: Vec<Sketch<'a>>,
    mut unsent: Vec<Unsent>,
) -> (Vec<Draft<'a>>, Vec<Unsent>) {
    // Those who are to come, whether or not they heard already: a second reminder goes where the
    // first one went.
    let coming: Vec<_> = day
        .visits
        .iter()
        .map(|facts| facts.appointment)
        .filter(|visit| {
            visit.status == Status::Scheduled && visit.confirmation != Confirmation::Declined
        })
        .filter_map(|visit| member(ask, visit.patient, ask.index.person(visit.patient)?))
        .collect();
    let concerned: Vec<_> = sketches
        .iter()
        .filter_map(|sketch| {
            let (patient, guarantor) = member(ask, sketch.part.patient, sketch.patient)?;
            Some((sketch.rule.kind, patient, guarantor))
        })
        .collect();
    let mut drafts = Vec::with_capacity(sketches.len());
    for sketch in &sketches {
        let patient = sketch.part.patient;
        let kind = sketch.rule.kind;
        let among_several = |guarantor: PatientId| {
            let other =
                |(one, theirs): (PatientId, PatientId)| one != patient && theirs == guarantor;
            if kind.trigger() == Trigger::Before {
                coming.iter().any(|one| other(*one))
            } else {
                let same = concerned.iter().filter(|one| one.0 == kind);
                same.map(|one| (one.1, one.2)).any(other)
            }
        };
        let one = match addressee(ask.index, sketch.patient, ask.unit.day) {
            Ok(one) => one,
            Err(why) => {
                unsent.push(not(sketch.part, kind, why, true));
                continue;
            }
        };
        let together = kind != MessageKind::Survey && kind.trigger() != Trigger::Patient;
        let who = one
            .guarantor
            .filter(|guarantor| together && among_several(*guarantor))
            .unwrap_or(one.who);
        match way(ask.index, sketch.rule, &sketch.part, who, ask.except) {
            Ok((recipient, way)) => drafts.push(Draft {
                part: sketch.part,
                rule: sketch.rule,
                due: sketch.span.due,
                send_at: sketch.send_at,
                until: sketch.span.until,
                arrival: sketch.arrival,
                recipient,
                way,
            }),
            Err(why) => unsent.push(not(sketch.part, kind, why, who != patient)),
        }
    }
    (drafts, unsent)
}

/// A patient, and the guarantor who may be written to for them and others.
fn member(ask: Ask<'_, '_>, id: PatientId, patient: &Patient) -> Option<(PatientId, PatientId)> {
    let one = addressee(ask.index, patient, ask.unit.day).ok()?;
    patient.may_be_contacted().then_some((id, one.guarantor?))
}

/// Whether whoever does not hear of it stands before a closed door.
pub(super) fn leaves_at_the_door(kind: MessageKind) -> bool {
    matches!(kind, MessageKind::Moved | MessageKind::Cancelled)
}

/// That it does not go out; `to_another` where somebody else was to hear it.
pub(super) fn not(part: Part, kind: MessageKind, why: WhyNot, to_another: bool) -> Unsent {
    // M5: whoever is to hear for others and is not reached leaves them all without a word.
    let for_desk = why.for_desk()
        || (to_another && matches!(why, WhyNot::NoWay(_)))
        || (leaves_at_the_door(kind) && why.is_not_set_up());
    Unsent {
        part,
        kind,
        why,
        for_desk,
    }
}
