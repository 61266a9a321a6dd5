//! Who is still to be told.

use crate::desk::Desk;
use crate::error::Result;
use crate::setup::Setup;
use crate::visit_view::VisitView;
use chrono::NaiveDate;
use domain::limits::YEARS;
use domain::{AppointmentId, Notice, NoticeState};
use store::{DayRow, PatientBrief};

/// What is to be told, and of which visit.
#[derive(Debug, Clone)]
pub struct PendingNotice {
    pub notice: Notice,
    pub visit: VisitView,
}

/// What is still to be told, oldest first. Visits that have begun are left out: nobody is told of
/// them any more (M13).
pub fn pending(desk: &Desk) -> Result<Vec<PendingNotice>> {
    let setup = desk.setup()?;
    let now = desk.now();
    let last = NaiveDate::from_ymd_opt(*YEARS.end(), 12, 31).unwrap_or(NaiveDate::MAX);
    let mut found = Vec::new();
    for notice in desk.store.pending_notices(desk.today(setup.zone()), last)? {
        let Some(visit) = desk.store.appointment(notice.appointment)? else {
            continue;
        };
        let Some(patient) = desk.store.patient(visit.patient)? else {
            continue;
        };
        if visit.span(setup.zone()).0 <= now {
            continue;
        }
        let row = DayRow {
            visit,
            patient: PatientBrief::from(&patient),
        };
        let visit = VisitView {
            notice: Some(notice.clone()),
            ..VisitView::new(&setup, row)
        };
        found.push(PendingNotice { notice, visit });
    }
    Ok(found)
}

/// Notes on each visit what its patient is still to be told.
pub(crate) fn mark(desk: &Desk, setup: &Setup, visits: &mut [VisitView]) -> Result<()> {
    let days = || visits.iter().map(|view| view.visit.start.date());
    let (Some(from), Some(to)) = (days().min(), days().max()) else {
        return Ok(());
    };
    // Nobody is told of what is past, so that an old day needs no second look.
    if to < desk.today(setup.zone()) {
        return Ok(());
    }
    let pending = desk.store.pending_notices(from, to)?;
    if pending.is_empty() {
        return Ok(());
    }
    for view in visits {
        view.notice = pending
            .iter()
            .rev()
            .find(|notice| notice.appointment == view.visit.id)
            .cloned();
    }
    Ok(())
}

/// What the patient of one visit is still to be told.
pub(crate) fn of_visit(desk: &Desk, id: AppointmentId) -> Result<Option<Notice>> {
    let notices = desk.store.notices_of(id)?;
    Ok(notices
        .into_iter()
        .rev()
        .find(|notice| notice.state == NoticeState::Pending))
}
