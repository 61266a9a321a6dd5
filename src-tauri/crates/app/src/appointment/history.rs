//! The history of a visit: who changed what of it, when, from what to what (S10).

use crate::desk::Desk;
use crate::error::{Error, Result};
use crate::setup::Setup;
use chrono::{DateTime, Utc};
use domain::audit::{Action, Actor};
use domain::history::{Part, differing};
use domain::{Appointment, AppointmentId, WallTime};

/// One change of a visit.
#[derive(Debug, Clone)]
pub struct HistoryEntry {
    pub at: DateTime<Utc>,
    pub actor: Actor,
    pub action: Action,
    /// What was written with it, such as the reason.
    pub note: String,
    /// None where the visit was booked, or its booking was taken back or done again.
    pub changes: Vec<PartChange>,
}

/// A part of the visit before and after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartChange {
    pub part: Part,
    pub from: Said,
    pub to: Said,
}

/// A part's value as it can be told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    Nothing,
    Text(String),
    Time(WallTime),
    Minutes(u32),
    Yes,
}

/// How many changes are told at most.
const MOST: u32 = 500;

/// The history of a visit, newest first.
pub fn history(desk: &Desk, id: AppointmentId) -> Result<Vec<HistoryEntry>> {
    let setup = desk.setup()?;
    let standing = desk
        .store
        .appointment(id)?
        .ok_or(Error::NotFound("appointment"))?;
    let mut after = Some(standing);
    let mut found = Vec::new();
    for (entry, before) in desk.store.versions(id, MOST)? {
        let changes = match (&before, &after) {
            (Some(before), Some(after)) => changes(desk, &setup, before, after)?,
            _ => Vec::new(),
        };
        found.push(HistoryEntry {
            at: entry.at,
            actor: entry.actor,
            action: entry.action,
            note: entry.note,
            changes,
        });
        after = before;
    }
    Ok(found)
}

fn changes(
    desk: &Desk,
    setup: &Setup,
    before: &Appointment,
    after: &Appointment,
) -> Result<Vec<PartChange>> {
    differing(before, after)
        .into_iter()
        .map(|part| {
            Ok(PartChange {
                part,
                from: said(desk, setup, part, before)?,
                to: said(desk, setup, part, after)?,
            })
        })
        .collect()
}

fn said(desk: &Desk, setup: &Setup, part: Part, visit: &Appointment) -> Result<Said> {
    Ok(match part {
        Part::Patient => {
            let patient = desk.store.patient(visit.patient)?;
            text(patient.map(|patient| patient.display_name()))
        }
        Part::Start => Said::Time(visit.start),
        Part::Minutes => Said::Minutes(visit.minutes),
        Part::Provider => {
            let provider = visit.provider.and_then(|id| setup.provider(id));
            text(provider.map(|provider| provider.name.clone()))
        }
        Part::Chair => {
            let chair = visit.chair.and_then(|id| setup.chair(id));
            text(chair.map(|chair| chair.name.clone()))
        }
        Part::Kind => {
            let kind = visit.kind.and_then(|id| setup.kind(id));
            text(Some(kind.map_or_else(
                || visit.reason.clone(),
                |kind| kind.name.clone(),
            )))
        }
        Part::Status => text(Some(visit.status.name().to_owned())),
        Part::Confirmation => text(Some(visit.confirmation.name().to_owned())),
        Part::Reason => text(visit.ended.as_ref().map(|ended| ended.reason.clone())),
        Part::Notes => text(Some(visit.notes.clone())),
        Part::ArriveEarly => Said::Minutes(visit.arrive_early),
        Part::Overbooked => yes(visit.overbooked),
        Part::Asap => yes(visit.asap.is_some()),
        Part::Other => Said::Nothing,
    })
}

fn text(text: Option<String>) -> Said {
    text.filter(|text| !text.is_empty())
        .map_or(Said::Nothing, Said::Text)
}

fn yes(is: bool) -> Said {
    if is { Said::Yes } else { Said::Nothing }
}
