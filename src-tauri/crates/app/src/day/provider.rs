//! The columns of a day by provider.

use super::{
    ClosedView, ClosedWhy, ColumnChair, ColumnProvider, ColumnView, UNKNOWN, whole_day, without,
};
use crate::setup::Setup;
use crate::visit_view::VisitView;
use chrono::NaiveDate;
use domain::hours::shifts_on;
use domain::{Provider, ProviderId};

/// The providers who take visits or have one, and the visits that have none. One who does not work
/// that day is there too: whether they are shown is for the screen to say.
pub(super) fn columns(
    setup: &Setup,
    date: NaiveDate,
    closed: bool,
    visits: &[VisitView],
) -> Vec<ColumnView> {
    let has = |id: ProviderId| visits.iter().any(|view| view.visit.provider == Some(id));
    let mut columns: Vec<ColumnView> = setup
        .providers
        .iter()
        .filter(|provider| provider.active || has(provider.id))
        .map(|provider| column_of(setup, provider, date, closed))
        .collect();
    // A visit with a provider who cannot be read is there all the same (S14).
    let mut unknown: Vec<ProviderId> = visits
        .iter()
        .filter_map(|view| view.visit.provider)
        .filter(|id| setup.provider(*id).is_none())
        .collect();
    unknown.sort_unstable();
    unknown.dedup();
    columns.extend(unknown.into_iter().map(|id| ColumnView {
        provider: Some(id),
        name: UNKNOWN.to_owned(),
        ..ColumnView::default()
    }));
    if visits.iter().any(|view| view.visit.provider.is_none()) {
        columns.push(ColumnView::default());
    }
    columns
}

/// A provider's own column, without block-outs.
pub(crate) fn column_of(
    setup: &Setup,
    provider: &Provider,
    date: NaiveDate,
    closed: bool,
) -> ColumnView {
    let week = provider.hours.as_ref().unwrap_or(&setup.practice.hours);
    let shifts = shifts_on(week, &provider.exceptions, date);
    let worked: Vec<_> = if provider.active {
        shifts.iter().map(|shift| (shift.from, shift.to)).collect()
    } else {
        Vec::new()
    };
    let (why, worked_then) = if closed {
        (ClosedWhy::Practice, Vec::new())
    } else {
        (ClosedWhy::NobodyWorks, worked.clone())
    };
    ColumnView {
        provider: Some(provider.id),
        name: provider.name.clone(),
        providers: worked
            .iter()
            .map(|(from, _)| *from)
            .min()
            .zip(worked.iter().map(|(_, to)| *to).max())
            .map(|(from, to)| ColumnProvider {
                id: provider.id,
                name: provider.name.clone(),
                from,
                to,
            })
            .into_iter()
            .collect(),
        chairs: shifts
            .iter()
            .filter_map(|shift| {
                let chair = setup.chair(shift.chair?)?;
                Some(ColumnChair {
                    id: chair.id,
                    name: chair.name.clone(),
                    from: shift.from,
                    to: shift.to,
                })
            })
            .collect(),
        closed: without(whole_day(), worked_then)
            .into_iter()
            .map(|(from, to)| ClosedView { from, to, why })
            .collect(),
        ..ColumnView::default()
    }
}
