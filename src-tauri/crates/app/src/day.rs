//! One day of the schedule, by chair and by provider.

mod provider;

use crate::block_out::{self, BlockOutView};
use crate::desk::Desk;
use crate::error::Result;
use crate::schedule::schedule;
use crate::setup::Setup;
use crate::visit_view::VisitView;
use chrono::NaiveDate;
use domain::hours::shifts_on;
use domain::{Chair, ChairId, MinuteOfDay, ProviderId, Shift};
pub(crate) use provider::column_of;
use store::Unreadable;

/// One day of the practice.
#[derive(Debug, Clone)]
pub struct DayView {
    pub date: NaiveDate,
    /// Name of the closure, when the practice is closed.
    pub closed: Option<String>,
    /// Stretch that should be in view.
    pub from: MinuteOfDay,
    pub to: MinuteOfDay,
    /// The chairs, and the visits that have none.
    pub columns: Vec<ColumnView>,
    /// The providers who work that day or have a visit, and the visits that have none.
    pub provider_columns: Vec<ColumnView>,
    /// By start; cancelled ones are left out.
    pub visits: Vec<VisitView>,
    pub unreadable: Vec<Unreadable>,
}

/// A chair or a provider; with neither the visits that have none.
#[derive(Debug, Clone, Default)]
pub struct ColumnView {
    pub chair: Option<ChairId>,
    pub provider: Option<ProviderId>,
    /// Empty for the visits that have no chair, or no provider.
    pub name: String,
    /// Who works in the chair, and when; of a provider's column themselves.
    pub providers: Vec<ColumnProvider>,
    /// Which chairs the provider's hours name, and when; of a provider's column only.
    pub chairs: Vec<ColumnChair>,
    /// When nobody can be booked here, in order.
    pub closed: Vec<ClosedView>,
    /// Time that is not for every visit, by its start (S5).
    pub block_outs: Vec<BlockOutView>,
}

/// Where a provider works, and when.
#[derive(Debug, Clone)]
pub struct ColumnChair {
    pub id: ChairId,
    pub name: String,
    pub from: MinuteOfDay,
    pub to: MinuteOfDay,
}

/// Who works in a column, and when.
#[derive(Debug, Clone)]
pub struct ColumnProvider {
    pub id: ProviderId,
    pub name: String,
    pub from: MinuteOfDay,
    pub to: MinuteOfDay,
}

/// A stretch in which nobody can be booked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClosedView {
    pub from: MinuteOfDay,
    pub to: MinuteOfDay,
    pub why: ClosedWhy,
}

/// What a chair or a provider is called that cannot be read.
const UNKNOWN: &str = "?";

/// Why nobody can be booked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClosedWhy {
    Practice,
    NobodyWorks,
    Chair,
}

/// Reads one day.
pub fn day(desk: &Desk, date: NaiveDate) -> Result<DayView> {
    let mut days = schedule(desk, date, date)?.days;
    // A stretch from a date to itself is that one day.
    days.pop().ok_or(crate::Error::NotFound("day"))
}

/// The day as its visits fill it.
pub(crate) fn day_of(
    setup: &Setup,
    date: NaiveDate,
    visits: Vec<VisitView>,
    unreadable: Vec<Unreadable>,
    block_outs: &[BlockOutView],
) -> DayView {
    let closed = setup.closures.iter().find(|closure| closure.covers(date));
    let (from, to) = in_view(setup, date, &visits);
    let mut columns = chairs(setup, date, closed.is_some(), &visits);
    let mut provider_columns = provider::columns(setup, date, closed.is_some(), &visits);
    block_out::lay_out(&mut columns, block_outs, date);
    block_out::lay_out(&mut provider_columns, block_outs, date);
    DayView {
        date,
        closed: closed.map(|closure| closure.name.clone()),
        from,
        to,
        columns,
        provider_columns,
        visits,
        unreadable,
    }
}

/// The chairs in use or with a visit.
fn chairs(setup: &Setup, date: NaiveDate, closed: bool, visits: &[VisitView]) -> Vec<ColumnView> {
    let mut columns: Vec<ColumnView> = setup
        .chairs
        .iter()
        .filter(|chair| {
            chair.active || visits.iter().any(|view| view.visit.chair == Some(chair.id))
        })
        .map(|chair| column(setup, chair, date, closed, visits))
        .collect();
    // A visit in a chair that cannot be read is there all the same (S14).
    let mut unknown: Vec<ChairId> = visits
        .iter()
        .filter_map(|view| view.visit.chair)
        .filter(|id| setup.chair(*id).is_none())
        .collect();
    unknown.sort_unstable();
    unknown.dedup();
    columns.extend(unknown.into_iter().map(|id| ColumnView {
        chair: Some(id),
        name: UNKNOWN.to_owned(),
        ..ColumnView::default()
    }));
    if visits.iter().any(|view| view.visit.chair.is_none()) {
        columns.push(ColumnView::default());
    }
    columns
}

/// Who works in the chair: those whose hours name it, and of those who may use any chair the ones
/// who have a visit in it that day; if there is none of them, who may use it and has none elsewhere.
fn column(
    setup: &Setup,
    chair: &Chair,
    date: NaiveDate,
    closed: bool,
    visits: &[VisitView],
) -> ColumnView {
    let mut providers = Vec::new();
    let mut could = Vec::new();
    let mut worked: Vec<(MinuteOfDay, MinuteOfDay)> = Vec::new();
    for provider in setup.providers.iter().filter(|provider| provider.active) {
        let week = provider.hours.as_ref().unwrap_or(&setup.practice.hours);
        let shifts: Vec<&Shift> = shifts_on(week, &provider.exceptions, date)
            .iter()
            .filter(|shift| shift.chair.is_none_or(|given| given == chair.id))
            .collect();
        worked.extend(shifts.iter().map(|shift| (shift.from, shift.to)));
        let here = visits.iter().any(|view| {
            view.visit.chair == Some(chair.id) && view.visit.provider == Some(provider.id)
        });
        let (Some(from), Some(to)) = (
            shifts.iter().map(|shift| shift.from).min(),
            shifts.iter().map(|shift| shift.to).max(),
        ) else {
            continue;
        };
        let works = ColumnProvider {
            id: provider.id,
            name: provider.name.clone(),
            from,
            to,
        };
        if here || shifts.iter().any(|shift| shift.chair.is_some()) {
            providers.push(works);
        } else if !visits
            .iter()
            .any(|view| view.visit.provider == Some(provider.id))
        {
            could.push(works);
        }
    }
    if providers.is_empty() {
        providers = could;
    }
    let shut = |why| move |(from, to)| ClosedView { from, to, why };
    let whole = whole_day();
    let closed = if closed {
        vec![shut(ClosedWhy::Practice)(whole)]
    } else {
        let mut closed: Vec<ClosedView> = without(whole, worked)
            .into_iter()
            .map(shut(ClosedWhy::NobodyWorks))
            .collect();
        if let Some(shifts) = chair.open_on(date) {
            let open = shifts.iter().map(|shift| (shift.from, shift.to));
            let nobody: Vec<_> = closed
                .iter()
                .map(|stretch| (stretch.from, stretch.to))
                .collect();
            for stretch in without(whole, open.collect()) {
                closed.extend(
                    without(stretch, nobody.clone())
                        .into_iter()
                        .map(shut(ClosedWhy::Chair)),
                );
            }
            closed.sort_by_key(|stretch| stretch.from);
        }
        closed
    };
    ColumnView {
        chair: Some(chair.id),
        name: chair.name.clone(),
        providers,
        closed,
        ..ColumnView::default()
    }
}

/// From midnight to midnight.
fn whole_day() -> (MinuteOfDay, MinuteOfDay) {
    (MinuteOfDay::of(chrono::NaiveTime::MIN), MinuteOfDay::END)
}

/// What is left of a stretch without others, in order.
pub(crate) fn without(
    whole: (MinuteOfDay, MinuteOfDay),
    mut others: Vec<(MinuteOfDay, MinuteOfDay)>,
) -> Vec<(MinuteOfDay, MinuteOfDay)> {
    others.sort_unstable();
    let mut left = Vec::new();
    let mut at = whole.0;
    for (from, to) in others {
        if from > at {
            left.push((at, from.min(whole.1)));
        }
        at = at.max(to);
    }
    left.push((at, whole.1));
    left.retain(|(from, to)| from < to);
    left
}

/// The practice's hours that day, widened to whole hours around everything that is booked.
fn in_view(setup: &Setup, date: NaiveDate, visits: &[VisitView]) -> (MinuteOfDay, MinuteOfDay) {
    let mut starts = Vec::new();
    let mut ends = Vec::new();
    let weeks = setup
        .providers
        .iter()
        .filter(|provider| provider.active)
        .map(|provider| {
            (
                provider.hours.as_ref().unwrap_or(&setup.practice.hours),
                &provider.exceptions[..],
            )
        });
    for (week, exceptions) in weeks.chain([(&setup.practice.hours, &[][..])]) {
        for shift in shifts_on(week, exceptions, date) {
            starts.push(shift.from.minutes());
            ends.push(shift.to.minutes());
        }
    }
    for view in visits {
        let start = if view.visit.start.date() < date {
            0
        } else {
            MinuteOfDay::of(view.visit.start.at.time()).minutes()
        };
        let end = if view.end.date() > date {
            24 * 60
        } else {
            MinuteOfDay::of(view.end.time()).minutes()
        };
        starts.push(start);
        ends.push(end.max(start));
    }
    let from = starts.into_iter().min().unwrap_or(8 * 60) / 60 * 60;
    let to = ends.into_iter().max().unwrap_or(18 * 60).div_ceil(60) * 60;
    let minute = |minutes: u16| MinuteOfDay::new(minutes).unwrap_or(MinuteOfDay::END);
    (minute(from), minute(to.max(from + 60)))
}
