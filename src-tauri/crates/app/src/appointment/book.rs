//! Booking a visit.

use super::{check_minutes, list, notes, place, usual_minutes};
use crate::desk::Desk;
use crate::error::{Error, Result};
use crate::lists::{Closes, close};
use crate::notice;
use crate::setup::Setup;
use crate::undo::UndoableChange;
use crate::visit_view::VisitView;
use domain::notice::Happened;
use domain::{
    Appointment, AppointmentId, AppointmentTypeId, ChairId, NoticeOf, PatientId, ProviderId,
    SeriesId, WallTime,
};
use store::Change;

/// A visit to book.
#[derive(Debug, Clone)]
pub struct Book {
    pub patient: PatientId,
    pub provider: ProviderId,
    pub chair: ChairId,
    pub kind: Option<AppointmentTypeId>,
    pub start: WallTime,
    /// None takes the type's length, or half an hour.
    pub minutes: Option<u32>,
    pub notes: String,
    /// S4: book knowingly over other visits, or outside the hours.
    pub overbook: bool,
    /// The entry of a list that is done with then.
    pub closes: Option<Closes>,
}

/// Books the visit: checked and written in one transaction, so that of two who want the same
/// opening one gets it and the other is told who has it (S3).
pub fn book(desk: &mut Desk, request: &Book) -> Result<VisitView> {
    let id = AppointmentId(desk.host.new_id());
    let booked = desk.write_step(UndoableChange::Booking, |change| {
        let setup = Setup::within(change)?;
        put(change, &setup, id, None, request)
    })?;
    list::changed(desk, booked)
}

/// Books within a transaction. Returns the visit, and what the desk is asked to tell its patient.
pub(crate) fn put(
    change: &mut Change<'_>,
    setup: &Setup,
    id: AppointmentId,
    series: Option<SeriesId>,
    request: &Book,
) -> Result<(Appointment, Option<NoticeOf>)> {
    let patient = change
        .patient(request.patient)?
        .ok_or(Error::NotFound("patient"))?;
    if patient.has_died() {
        return Err(Error::Deceased(patient.display_name()));
    }
    setup
        .provider(request.provider)
        .ok_or(Error::NotFound("provider"))?;
    setup.chair(request.chair).ok_or(Error::NotFound("chair"))?;
    let kind = setup.kind_if_any(request.kind)?;
    let minutes = usual_minutes(request.minutes, kind);
    check_minutes(minutes)?;
    let mut visit = Appointment {
        provider: Some(request.provider),
        chair: Some(request.chair),
        kind: request.kind,
        arrive_early: kind.map_or(0, |kind| kind.arrive_early),
        pattern: kind.and_then(|kind| kind.pattern_for(minutes)),
        notes: notes(&request.notes)?,
        series,
        ..Appointment::booked(
            id,
            request.patient,
            setup.zone().settled(request.start),
            minutes,
        )
    };
    place(change, setup, &mut visit, request.overbook)?;
    change.insert_appointment(&visit, setup.zone(), "")?;
    if let Some(closes) = request.closes {
        close(change, closes, &visit, setup.zone())?;
    }
    let asks = notice::follow(change, setup, &visit, Happened::Booked)?;
    Ok((visit, asks))
}
