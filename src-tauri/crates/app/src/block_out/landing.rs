//! Visits that are there already where time is being closed: named, and asked about.

use crate::appointment::with_names;
use crate::error::{ClashWith, Error, Result};
use crate::setup::Setup;
use chrono::NaiveDate;
use domain::Said;
use domain::booking::Resource;
use domain::limits::YEARS;
use domain::{Appointment, Status};
use store::Change;

/// Visits from the given days on that are not over yet, until the last of those days.
pub(crate) fn not_over_yet(
    change: &Change<'_>,
    setup: &Setup,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<Appointment>> {
    let today = setup.zone().date(change.at());
    let from = from.max(today);
    // What has no end has one here: no visit can be later.
    let latest = NaiveDate::from_ymd_opt(*YEARS.end(), 12, 31).unwrap_or(to);
    let to = to.min(latest);
    if to < from {
        return Ok(Vec::new());
    }
    let (mut visits, _) = change.visits_near(from, to)?;
    visits.retain(|visit| {
        matches!(
            visit.status,
            Status::Scheduled | Status::Arrived | Status::Seated
        ) && visit.span(setup.zone()).1 > change.at()
    });
    visits.sort_by_key(|visit| (visit.start, visit.id));
    Ok(visits)
}

/// Refuses, naming the visits, unless there are none or somebody accepted that they stay.
pub(crate) fn refuse_unless(
    accept: bool,
    what: Said,
    visits: &[Appointment],
    change: &Change<'_>,
    setup: &Setup,
) -> Result<()> {
    if accept || visits.is_empty() {
        return Ok(());
    }
    let named: Result<Vec<ClashWith>> = visits
        .iter()
        .map(|visit| with_names(change, setup, visit, Resource::Provider))
        .collect();
    Err(Error::LandsOn {
        what,
        visits: named?,
    })
}
