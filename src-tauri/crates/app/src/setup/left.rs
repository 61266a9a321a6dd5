//! Visits that lose their ground: booked where it was open, and closed once hours or closures are
//! changed (S6). They stay; the desk is told of them first.

use super::Setup;
use crate::block_out::not_over_yet;
use crate::error::Result;
use chrono::NaiveDate;
use domain::Appointment;
use domain::booking::{Closed, closed};
use std::mem::discriminant;
use store::Change;

/// Those of some days, both included, that stood within the hours before and do not after.
pub(super) fn left_without(
    change: &Change<'_>,
    before: &Setup,
    after: &Setup,
    (from, to): (NaiveDate, NaiveDate),
    theirs: impl Fn(&Appointment) -> bool,
) -> Result<Vec<Appointment>> {
    let mut visits = not_over_yet(change, before, from, to)?;
    visits.retain(|visit| {
        theirs(visit) && {
            let was = closed(&before.terms(visit, &[]), visit);
            closed(&after.terms(visit, &[]), visit)
                .iter()
                .any(|why| !was.iter().any(|had| same(had, why)))
        }
    });
    Ok(visits)
}

/// From today on, for hours of the week: they have no end.
pub(super) fn from_now_on(change: &Change<'_>, setup: &Setup) -> (NaiveDate, NaiveDate) {
    (setup.zone().date(change.at()), NaiveDate::MAX)
}

/// Whether a visit is closed out for one reason, whatever it is called: another name closes nothing.
fn same(one: &Closed, other: &Closed) -> bool {
    match (one, other) {
        (Closed::Practice { date, .. }, Closed::Practice { date: then, .. }) => date == then,
        _ => discriminant(one) == discriminant(other),
    }
}
