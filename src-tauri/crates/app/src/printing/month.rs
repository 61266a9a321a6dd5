//! A month as a calendar, as it is printed.

use super::unreadable;
use crate::desk::Desk;
use crate::error::{Error, Result};
use crate::setup::Setup;
use chrono::{Datelike, Days, NaiveDate};
use domain::hours::shifts_on;
use domain::{MinuteOfDay, Provider, ProviderId};

/// The month that holds the date, of one provider or of the whole practice.
pub(super) fn view(
    desk: &Desk,
    setup: &Setup,
    date: NaiveDate,
    provider: Option<ProviderId>,
) -> Result<print::MonthView> {
    let provider = provider
        .map(|id| setup.provider(id).ok_or(Error::NotFound("provider")))
        .transpose()?;
    let first = date.with_day(1).unwrap_or(date);
    let days: Vec<NaiveDate> = (0..u64::from(first.num_days_in_month()))
        .filter_map(|ahead| first.checked_add_days(Days::new(ahead)))
        .collect();
    let last = days.last().copied().unwrap_or(first);
    let (visits, bad) = crate::appointment::list(desk, first, last)?;
    let theirs = |of: Option<ProviderId>| provider.is_none_or(|one| of == Some(one.id));
    let days = days
        .into_iter()
        .map(|day| {
            let on_day: Vec<_> = visits
                .iter()
                .filter(|view| view.visit.start.date() == day)
                .filter(|view| view.visit.status.occupies() && theirs(view.visit.provider))
                .collect();
            let first = on_day.iter().map(|view| view.visit.start.at).min();
            let last = on_day.iter().map(|view| view.end).max();
            let closure = setup.closures.iter().find(|closure| closure.covers(day));
            print::MonthDay {
                date: day,
                visits: on_day.len(),
                span: first.zip(last),
                closed: closure.map(|closure| closure.name.clone()),
                works: setup
                    .providers
                    .iter()
                    .filter(|one| one.active && theirs(Some(one.id)))
                    .any(|one| first_shift(setup, one, day).is_some()),
            }
        })
        .collect();
    Ok(print::MonthView {
        practice: setup.practice.name.clone(),
        provider: provider.map_or_else(String::new, |one| one.name.clone()),
        month: first,
        days,
        unreadable: unreadable(&bad),
    })
}

/// When the provider's first shift of a day begins, closures of the practice apart.
pub(super) fn first_shift(
    setup: &Setup,
    provider: &Provider,
    day: NaiveDate,
) -> Option<MinuteOfDay> {
    let week = provider.hours.as_ref().unwrap_or(&setup.practice.hours);
    shifts_on(week, &provider.exceptions, day)
        .iter()
        .map(|shift| shift.from)
        .min()
}
