//! The visits of a series.

use crate::desk::Desk;
use crate::error::{Error, Result};
use crate::notice;
use crate::visit_view::VisitView;
use domain::said;
use domain::{Appointment, AppointmentId, Status};
use store::{Change, DayRow, PatientBrief};

/// All visits of the series that this one belongs to, in every status, by start; none when it
/// belongs to none.
pub fn list(desk: &Desk, id: AppointmentId) -> Result<Vec<VisitView>> {
    let visit = desk
        .store
        .appointment(id)?
        .ok_or(Error::NotFound("appointment"))?;
    let Some(series) = visit.series else {
        return Ok(Vec::new());
    };
    let setup = desk.setup()?;
    let mut found = Vec::new();
    for visit in desk.store.appointments_in(series)? {
        let Some(patient) = desk.store.patient(visit.patient)? else {
            continue;
        };
        let patient = PatientBrief::from(&patient);
        found.push(VisitView::new(&setup, DayRow { visit, patient }));
    }
    notice::mark(desk, &setup, &mut found)?;
    Ok(found)
}

/// This visit and those of its series that come after it and are still to be: what has been kept,
/// missed or cancelled stays as it is.
pub(crate) fn from_here_on(change: &Change<'_>, here: &Appointment) -> Result<Vec<Appointment>> {
    let Some(series) = here.series else {
        return Err(Error::invalid("id", said("series-none")));
    };
    let all = change.appointments_in(series)?;
    Ok(all
        .into_iter()
        .filter(|visit| visit.start >= here.start && visit.status == Status::Scheduled)
        .collect())
}
