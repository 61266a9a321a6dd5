//! Moving a visit of a series and all that follow it.

use super::{SeriesView, from_here_on};
use crate::appointment::Move;
use crate::appointment::move_to::put;
use crate::desk::Desk;
use crate::error::{Error, Result};
use crate::placing::{IfRefused, Tried, is_of_place, keep, outcomes};
use crate::setup::Setup;
use crate::undo::UndoableChange;
use domain::said;
use domain::series::along;
use std::cmp::Reverse;

/// Where this visit is to go; those after it go as far.
#[derive(Debug, Clone)]
pub struct MoveOn {
    pub visit: Move,
    pub if_refused: IfRefused,
    /// Nothing is written; the answer says what would be.
    pub only_ask: bool,
}

/// Moves them by the same number of days and the same stretch of the wall clock (S12), all in one
/// transaction. The place that one of them leaves is free for the next.
pub fn move_on(desk: &mut Desk, request: &MoveOn) -> Result<SeriesView> {
    let mut tried: Vec<Tried> = Vec::new();
    let written = desk.write_step(UndoableChange::Move, |change| {
        let setup = Setup::within(change)?;
        let here = change
            .appointment(request.visit.id)?
            .ok_or(Error::NotFound("appointment"))?;
        if request
            .visit
            .revision
            .is_some_and(|revision| revision != here.revision)
        {
            return Err(Error::Stale);
        }
        let mut visits = from_here_on(change, &here)?;
        // Whoever goes furthest goes first, so that none meets one that has yet to go.
        if request.visit.start > here.start {
            visits.sort_by_key(|visit| Reverse((visit.start, visit.id)));
        }
        for visit in visits {
            let start = along(setup.zone(), visit.start, here.start, request.visit.start)
                .ok_or_else(|| Error::invalid("start", said("invalid-no-such-day")))?;
            let moving = Move {
                id: visit.id,
                revision: None,
                start,
                ..request.visit.clone()
            };
            let result = match put(change, &setup, &moving) {
                Err(error) if !is_of_place(&error) => return Err(error),
                result => result,
            };
            tried.push(Tried {
                patient: visit.patient,
                start,
                minutes: request.visit.minutes.unwrap_or(visit.minutes),
                provider: request.visit.provider.or(visit.provider),
                chair: request.visit.chair.or(visit.chair),
                result,
            });
        }
        keep(&tried, request.if_refused, request.only_ask)
    });
    let kept = match written {
        Ok(()) => true,
        Err(Error::RolledBack) => false,
        Err(error) => return Err(error),
    };
    tried.sort_by_key(|one| one.start);
    Ok(SeriesView {
        visits: outcomes(desk, tried, kept)?,
        kept,
    })
}
