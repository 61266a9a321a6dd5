//! Putting a patient on the waiting list, or planning a visit; and changing either.

use crate::appointment::{check_minutes, notes, usual_minutes};
use crate::desk::Desk;
use crate::error::{Error, Result};
use crate::lists::checked_wish;
use crate::setup::Setup;
use crate::undo::UndoableChange;
use domain::said;
use domain::{AppointmentTypeId, Outcome, PatientId, Waiting, WaitingId, WaitingList, Wish};

/// What is wanted.
#[derive(Debug, Clone)]
pub struct SaveWaiting {
    /// None is somebody new on the list.
    pub id: Option<WaitingId>,
    pub revision: u32,
    pub patient: PatientId,
    pub list: WaitingList,
    pub kind: Option<AppointmentTypeId>,
    /// None takes the type's length, or half an hour.
    pub minutes: Option<u32>,
    pub wish: Wish,
    pub urgent: bool,
    pub note: String,
}

/// Saves it; who was on the list already keeps their place in it. Only patients who may be
/// contacted are taken (P3): nobody could offer others anything.
pub fn save(desk: &mut Desk, request: &SaveWaiting) -> Result<Waiting> {
    let new = WaitingId(desk.host.new_id());
    let now = desk.now();
    desk.write_step(UndoableChange::Waiting, |change| {
        let setup = Setup::within(change)?;
        let patient = change
            .patient(request.patient)?
            .ok_or(Error::NotFound("patient"))?;
        if patient.has_died() {
            return Err(Error::Deceased(patient.display_name()));
        }
        if !patient.may_be_contacted() {
            return Err(Error::invalid(
                "patient",
                said("waiting-not-active").with("patient", patient.display_name()),
            ));
        }
        let kind = setup.kind_if_any(request.kind)?;
        let minutes = usual_minutes(request.minutes, kind);
        check_minutes(minutes)?;
        let there = match request.id {
            Some(id) => Some(
                change
                    .waiting_entry(id)?
                    .ok_or(Error::NotFound("entry of the list"))?,
            ),
            None => None,
        };
        let wanted = Waiting {
            id: there.as_ref().map_or(new, |there| there.id),
            patient: request.patient,
            list: request.list,
            kind: request.kind,
            minutes,
            wish: checked_wish(&setup, &request.wish)?,
            urgent: request.urgent,
            note: notes(&request.note)?,
            since: there.as_ref().map_or(now, |there| there.since),
            outcome: there
                .as_ref()
                .map_or(Outcome::Open, |there| there.outcome.clone()),
            revision: request.revision,
        };
        match there {
            Some(_) => Ok(change.update_waiting(&wanted)?),
            None => {
                let wanted = Waiting {
                    revision: 0,
                    ..wanted
                };
                change.insert_waiting(&wanted)?;
                Ok(wanted)
            }
        }
    })
}
