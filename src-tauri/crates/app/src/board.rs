//! The waiting-room board: who is in the house, for how long, who runs late, and who comes next.

use crate::desk::Desk;
use crate::error::Result;
use crate::setup::Setup;
use crate::visit_view::VisitView;
use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use domain::hours::shifts_on;
use domain::lateness::{Forecast, WORTH_TELLING_MINUTES, forecast};
use domain::still_open::still_open;
use domain::waiting_room::{Whereabouts, in_chairs, next_to_seat, whereabouts};
use domain::{Appointment, AppointmentId, MinuteOfDay, ProviderId, Status};
use std::collections::BTreeSet;
pub use store::Unreadable;

/// Today, as the waiting room sees it.
#[derive(Debug, Clone)]
pub struct BoardView {
    pub date: NaiveDate,
    /// Local time when this was answered.
    pub now: NaiveDateTime,
    /// Minutes of waiting from which it warns.
    pub alert_minutes: u32,
    /// Booked first, first.
    pub waiting: Vec<WaitingView>,
    /// By chair.
    pub in_chair: Vec<InChairView>,
    /// Whose time has come and who has not, longest first.
    pub late: Vec<LateView>,
    /// To come, soonest first.
    pub next: Vec<NextView>,
    /// Whose turn it is; none while nobody waits for a chair that is free.
    pub seat_next: Option<AppointmentId>,
    /// Providers who have somebody today.
    pub providers: Vec<BoardProvider>,
    /// How many were done today, and how many of today's visits nobody brought to an end.
    pub done: u32,
    pub open: u32,
    /// Whether the hours of today are over.
    pub day_over: bool,
    /// Visits of days gone by that nobody brought to an end.
    pub left_open: u32,
    pub unreadable: Vec<Unreadable>,
}

/// Somebody in the waiting room.
#[derive(Debug, Clone)]
pub struct WaitingView {
    pub visit: VisitView,
    /// Minutes since they came; none when nobody wrote down when.
    pub minutes: Option<u32>,
    /// Waiting beyond what the practice puts up with.
    pub alert: bool,
    /// Local time at which it is expected to be their turn.
    pub expected: NaiveDateTime,
}

/// Somebody in a chair.
#[derive(Debug, Clone)]
pub struct InChairView {
    pub visit: VisitView,
    /// Minutes since they were seated.
    pub minutes: Option<u32>,
    /// Minutes beyond the length they were booked for.
    pub over: u32,
    /// Another patient sits there by now, so that this one is probably done.
    pub forgotten: bool,
}

/// Somebody who has not come.
#[derive(Debug, Clone)]
pub struct LateView {
    pub visit: VisitView,
    /// Minutes since the start.
    pub minutes: u32,
}

/// Somebody who is to come.
#[derive(Debug, Clone)]
pub struct NextView {
    pub visit: VisitView,
    /// Local time at which it is expected to begin.
    pub expected: NaiveDateTime,
    /// Minutes later than booked, where that is worth telling; else zero.
    pub later: u32,
}

/// A provider of today.
#[derive(Debug, Clone)]
pub struct BoardProvider {
    pub id: ProviderId,
    pub name: String,
    /// Minutes behind, where that is worth telling; zero is on time.
    pub behind: u32,
}

/// Reads the board of today.
pub fn board(desk: &Desk) -> Result<BoardView> {
    let setup = desk.setup()?;
    let now = desk.now();
    let zone = setup.zone();
    let today = desk.today(zone);
    let read = desk.store.days(today, today)?;
    let visits: Vec<Appointment> = read.rows.iter().map(|row| row.visit.clone()).collect();
    let views: Vec<VisitView> = read
        .rows
        .into_iter()
        .map(|row| VisitView::new(&setup, row))
        .collect();
    let told = forecast(&visits, zone, now);
    let mut board = BoardView {
        date: today,
        now: zone.wall(now).at,
        alert_minutes: setup.practice.waiting_alert,
        waiting: Vec::new(),
        in_chair: Vec::new(),
        late: Vec::new(),
        next: Vec::new(),
        seat_next: next_to_seat(&visits, zone),
        providers: providers(&setup, &visits, &told),
        done: count(&visits, |visit| visit.status == Status::Completed),
        open: count(&visits, |visit| still_open(visit, zone, now).is_some()),
        day_over: is_over(&setup, today, zone.wall(now).at, &views),
        left_open: desk.store.unfinished_before(today, 0)?.total,
        unreadable: read.unreadable,
    };
    let sitting: BTreeSet<AppointmentId> = in_chairs(&visits).map(|visit| visit.id).collect();
    for view in views {
        board.put(view, &setup, &told, &sitting, now);
    }
    board.in_chair.sort_by_key(|one| {
        let chair = one.visit.visit.chair.and_then(|id| setup.chair(id));
        (chair.map(|chair| chair.position), one.visit.visit.start)
    });
    Ok(board)
}

impl BoardView {
    fn put(
        &mut self,
        visit: VisitView,
        setup: &Setup,
        told: &Forecast,
        sitting: &BTreeSet<AppointmentId>,
        now: DateTime<Utc>,
    ) {
        let zone = setup.zone();
        let (id, (start, end)) = (visit.visit.id, visit.visit.span(zone));
        let begins = told.begins.get(&id).copied().unwrap_or(start);
        let expected = zone.wall(begins).at;
        match whereabouts(&visit.visit, zone, now) {
            Whereabouts::Waiting { since, overdue } => self.waiting.push(WaitingView {
                visit,
                minutes: since.map(|since| minutes(now - since)),
                alert: minutes(overdue) >= self.alert_minutes,
                expected,
            }),
            Whereabouts::InChair { since } => self.in_chair.push(InChairView {
                visit,
                minutes: since.map(|since| minutes(now - since)),
                over: minutes(now - since.map_or(end, |since| since + (end - start))),
                forgotten: !sitting.contains(&id),
            }),
            Whereabouts::Late { by } => self.late.push(LateView {
                visit,
                minutes: minutes(by),
            }),
            Whereabouts::ToCome => self.next.push(NextView {
                visit,
                expected,
                later: worth_telling(begins - start),
            }),
            Whereabouts::Gone => {}
        }
    }
}

fn providers(setup: &Setup, visits: &[Appointment], told: &Forecast) -> Vec<BoardProvider> {
    setup
        .providers
        .iter()
        .filter(|provider| {
            visits
                .iter()
                .any(|visit| visit.provider == Some(provider.id) && visit.status.occupies())
        })
        .map(|provider| BoardProvider {
            id: provider.id,
            name: provider.name.clone(),
            behind: told
                .behind
                .get(&provider.id)
                .map_or(0, |behind| worth_telling(*behind)),
        })
        .collect()
}

/// Whether the last shift of today has ended; on a day without hours, the last visit.
fn is_over(setup: &Setup, today: NaiveDate, now: NaiveDateTime, visits: &[VisitView]) -> bool {
    let open = !setup.closures.iter().any(|closure| closure.covers(today));
    let last = setup
        .providers
        .iter()
        .filter(|provider| provider.active && open)
        .flat_map(|provider| {
            let week = provider.hours.as_ref().unwrap_or(&setup.practice.hours);
            shifts_on(week, &provider.exceptions, today)
        })
        .map(|shift| shift.to)
        .max();
    match last {
        Some(last) => MinuteOfDay::of(now.time()) >= last,
        None => visits
            .iter()
            .map(|view| view.end)
            .max()
            .is_some_and(|end| end <= now),
    }
}

fn count(visits: &[Appointment], counts: impl Fn(&Appointment) -> bool) -> u32 {
    let counted = visits.iter().filter(|visit| counts(visit)).count();
    u32::try_from(counted).unwrap_or(u32::MAX)
}

/// Whole minutes that have passed; none are negative.
fn minutes(passed: chrono::TimeDelta) -> u32 {
    u32::try_from(passed.num_minutes().max(0)).unwrap_or(u32::MAX)
}

fn worth_telling(late: chrono::TimeDelta) -> u32 {
    if late.num_minutes() < WORTH_TELLING_MINUTES {
        0
    } else {
        minutes(late)
    }
}
