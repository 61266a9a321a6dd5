//! Weeks by provider, as they are printed.

use super::{block_out, unreadable, visit};
use crate::block_out::{BlockOutView, lay_out, read};
use crate::day::{column_of, without};
use crate::desk::Desk;
use crate::error::{Error, Result};
use crate::setup::Setup;
use crate::visit_view::VisitView;
use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime};
use domain::hours::shifts_on;
use domain::{MinuteOfDay, Provider, ProviderId, Status};

/// More providers than this are printed only where they have visits.
const MOST_EMPTY_PAGES: usize = 12;

/// The week that holds the date, of one provider or of all who take visits.
pub(super) fn view(
    desk: &Desk,
    setup: &Setup,
    date: NaiveDate,
    only: Option<ProviderId>,
) -> Result<print::WeekView> {
    let monday = date
        .checked_sub_days(Days::new(u64::from(date.weekday().num_days_from_monday())))
        .unwrap_or(date);
    let days: Vec<NaiveDate> = (0..7)
        .filter_map(|ahead| monday.checked_add_days(Days::new(ahead)))
        .collect();
    let last = days.last().copied().unwrap_or(monday);
    let (visits, bad) = crate::appointment::list(desk, monday, last)?;
    let blocked = read(desk, setup, monday, last)?;
    let shown: Vec<&VisitView> = visits
        .iter()
        .filter(|view| view.visit.status != Status::Cancelled)
        .collect();
    let week_of = |provider: Option<&Provider>| print::ProviderWeek {
        name: provider.map_or_else(String::new, |provider| provider.name.clone()),
        days: days
            .iter()
            .map(|day| print::DayOfWeek {
                date: *day,
                closed: provider.map_or_else(Vec::new, |one| closed(setup, one, *day)),
                block_outs: block_outs(setup, provider, &blocked, *day),
                visits: shown
                    .iter()
                    .filter(|view| {
                        view.visit.start.date() == *day
                            && view.visit.provider == provider.map(|one| one.id)
                    })
                    .map(|view| visit(view))
                    .collect(),
            })
            .collect(),
    };
    let theirs = |id| shown.iter().any(|view| view.visit.provider == id);
    let provider = match only {
        Some(id) => {
            let one = setup.provider(id).ok_or(Error::NotFound("provider"))?;
            vec![week_of(Some(one))]
        }
        None => {
            let few = setup.providers.len() <= MOST_EMPTY_PAGES;
            setup
                .providers
                .iter()
                // A page for each who takes visits, and for a former one who still has some.
                .filter(|one| one.active && few || theirs(Some(one.id)))
                .map(|one| week_of(Some(one)))
                .chain(theirs(None).then(|| week_of(None)))
                .collect()
        }
    };
    Ok(print::WeekView {
        practice: setup.practice.name.clone(),
        from: monday,
        provider,
        unreadable: unreadable(&bad),
    })
}

/// Those of the provider's column that day. Visits that have no provider are kept from the whole
/// practice's time alone.
fn block_outs(
    setup: &Setup,
    provider: Option<&Provider>,
    all: &[BlockOutView],
    date: NaiveDate,
) -> Vec<print::BlockOutView> {
    let found = match provider {
        Some(provider) => {
            let closed = setup.closures.iter().any(|closure| closure.covers(date));
            let mut column = column_of(setup, provider, date, closed);
            lay_out(std::slice::from_mut(&mut column), all, date);
            column.block_outs
        }
        None => all
            .iter()
            .filter(|view| view.date == date && view.block.resource().is_none())
            .cloned()
            .collect(),
    };
    found.iter().map(|view| block_out(view, false)).collect()
}

/// When the provider does not work that day.
fn closed(
    setup: &Setup,
    provider: &Provider,
    date: NaiveDate,
) -> Vec<(NaiveDateTime, NaiveDateTime, String)> {
    let whole = (MinuteOfDay::of(NaiveTime::MIN), MinuteOfDay::END);
    let closure = setup.closures.iter().find(|closure| closure.covers(date));
    let (stretches, why) = match closure {
        Some(closure) => (vec![whole], closure.name.clone()),
        None => {
            let week = provider.hours.as_ref().unwrap_or(&setup.practice.hours);
            let shifts = shifts_on(week, &provider.exceptions, date)
                .iter()
                .map(|shift| (shift.from, shift.to))
                .collect();
            (without(whole, shifts), String::new())
        }
    };
    stretches
        .into_iter()
        .map(|(from, to)| (from.on(date), to.on(date), why.clone()))
        .collect()
}
