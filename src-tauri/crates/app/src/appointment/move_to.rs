//! Moving a visit to another time, chair, provider or length.

use super::{check_minutes, list, place};
use crate::desk::Desk;
use crate::error::{Error, Result};
use crate::notice;
use crate::setup::Setup;
use crate::undo::UndoableChange;
use crate::visit_view::VisitView;
use domain::audit::Action;
use domain::said;
use domain::status::{LockRight, may_be_edited};
use domain::{
    Appointment, AppointmentId, ChairId, Confirmation, NoticeOf, Pattern, ProviderId, Status,
    WallTime, Wish,
};
use store::Change;

/// Where a visit is to go; what is none stays.
#[derive(Debug, Clone)]
pub struct Move {
    pub id: AppointmentId,
    /// As it was seen; none moves it whatever happened since.
    pub revision: Option<u32>,
    pub start: WallTime,
    pub provider: Option<ProviderId>,
    pub chair: Option<ChairId>,
    pub minutes: Option<u32>,
    /// S4
    pub overbook: bool,
    /// The patient wished for no more: the visit leaves the ASAP list.
    pub leaves_asap: bool,
}

/// Moves the visit; its own old place never clashes (S1), a completed one stays (S9).
pub fn move_to(desk: &mut Desk, request: &Move) -> Result<VisitView> {
    let moved = desk.write_step(UndoableChange::Move, |change| {
        let setup = Setup::within(change)?;
        put(change, &setup, request)
    })?;
    list::changed(desk, moved)
}

/// Moves within a transaction. Returns the visit, and what the desk is asked to tell its patient.
pub(crate) fn put(
    change: &mut Change<'_>,
    setup: &Setup,
    request: &Move,
) -> Result<(Appointment, Option<NoticeOf>)> {
    let there = change
        .appointment(request.id)?
        .ok_or(Error::NotFound("appointment"))?;
    if request
        .revision
        .is_some_and(|revision| revision != there.revision)
    {
        return Err(Error::Stale);
    }
    may_be_edited(&there, LockRight::MayNot)?;
    if matches!(there.status, Status::Cancelled | Status::Missed) {
        return Err(Error::invalid("id", said("move-ended")));
    }
    if let Some(provider) = request.provider {
        setup
            .provider(provider)
            .ok_or(Error::NotFound("provider"))?;
    }
    if let Some(chair) = request.chair {
        setup.chair(chair).ok_or(Error::NotFound("chair"))?;
    }
    let minutes = request.minutes.unwrap_or(there.minutes);
    check_minutes(minutes)?;
    let mut wanted = Appointment {
        start: setup.zone().settled(request.start),
        provider: request.provider.or(there.provider),
        chair: request.chair.or(there.chair),
        minutes,
        pattern: pattern(setup, &there, minutes),
        ..there.clone()
    };
    if wanted.start != there.start {
        // What the patient confirmed was the other time.
        wanted.confirmation = Confirmation::Unconfirmed;
        wanted.confirmed_by_person = false;
        wanted.unanswered.clear();
    }
    if request.leaves_asap {
        wanted.asap = None;
        wanted.wish = Wish::default();
    }
    place(change, setup, &mut wanted, request.overbook)?;
    let note = format!("{} to {}", there.start, wanted.start);
    let visit = change.update_appointment(&wanted, setup.zone(), Action::Changed, &note)?;
    let asks = notice::follow(change, setup, &visit, notice::moved(&there, &visit))?;
    Ok((visit, asks))
}

/// Who is busy when after the length has changed. A visit that follows its type goes on to do so:
/// drawn out from the type again it does not lose what a shorter one had no room for.
fn pattern(setup: &Setup, there: &Appointment, minutes: u32) -> Option<Pattern> {
    if minutes == there.minutes {
        return there.pattern.clone();
    }
    let kind = there.kind.and_then(|id| setup.kind(id));
    let usual = kind.and_then(|kind| kind.pattern_for(there.minutes));
    if usual.is_some() && usual == there.pattern {
        return kind.and_then(|kind| kind.pattern_for(minutes));
    }
    there
        .pattern
        .as_ref()
        .map(|pattern| pattern.stretched(minutes))
}
