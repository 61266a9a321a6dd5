//! Reading visits.

use crate::desk::Desk;
use crate::error::{Error, Result};
use crate::notice;
use crate::visit_view::VisitView;
use chrono::NaiveDate;
use domain::{Appointment, AppointmentId, NoticeOf};
use store::{DayRow, PatientBrief, Unreadable};

/// One visit.
pub fn get(desk: &Desk, id: AppointmentId) -> Result<VisitView> {
    let visit = desk
        .store
        .appointment(id)?
        .ok_or(Error::NotFound("appointment"))?;
    view(desk, visit)
}

/// Visits that begin on the days from `from` to `to`, both included, in every status, by start;
/// and those that cannot be read (S14).
pub fn list(
    desk: &Desk,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<(Vec<VisitView>, Vec<Unreadable>)> {
    let setup = desk.setup()?;
    let days = desk.store.days(from, to)?;
    let mut views: Vec<VisitView> = days
        .rows
        .into_iter()
        .filter(|row| (from..=to).contains(&row.visit.start.date()))
        .map(|row| VisitView::new(&setup, row))
        .collect();
    notice::mark(desk, &setup, &mut views)?;
    Ok((views, days.unreadable))
}

/// A visit that was just read or written, with its names.
pub(crate) fn view(desk: &Desk, visit: Appointment) -> Result<VisitView> {
    let setup = desk.setup()?;
    let patient = desk
        .store
        .patient(visit.patient)?
        .ok_or(Error::NotFound("patient"))?;
    let notice = notice::of_visit(desk, visit.id)?;
    let row = DayRow {
        visit,
        patient: PatientBrief::from(&patient),
    };
    Ok(VisitView {
        notice,
        ..VisitView::new(&setup, row)
    })
}

/// A visit that was just changed, with its names and the question that the change raises.
pub(crate) fn changed(
    desk: &Desk,
    (visit, asks): (Appointment, Option<NoticeOf>),
) -> Result<VisitView> {
    Ok(VisitView {
        asks,
        ..view(desk, visit)?
    })
}
