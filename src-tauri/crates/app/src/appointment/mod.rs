//! Booking, moving, cancelling, and how far a visit has come.

mod asap;
mod blocking;
pub(crate) mod book;
pub(crate) mod cancel;
mod confirm;
mod edit;
mod history;
mod let_go;
pub(crate) mod list;
pub(crate) mod move_to;
mod no_answer;
mod openings;
mod set_status;
mod set_time;

pub use asap::{Asap, set_asap};
pub(crate) use blocking::{Blocking, around};
pub use book::{Book, book};
pub use cancel::{Cancel, cancel};
pub use confirm::{Confirm, confirm};
pub use edit::{Edit, edit};
pub use history::{HistoryEntry, PartChange, Said, history};
pub use let_go::let_go;
pub use list::{get, list};
pub use move_to::{Move, move_to};
pub use no_answer::no_answer;
pub use openings::{FindOpenings, FoundOpening, openings};
pub use set_status::{NewStatus, SetStatus, set_status};
pub use set_time::{SetTime, set_time};

use crate::error::{ClashWith, Error, Result, fits};
use crate::setup::Setup;
use chrono::Days;
use domain::audit::{Action, RecordKind};
use domain::booking::{self, Closed, Resource};
use domain::limits::{self, check_visit_day};
use domain::{Appointment, AppointmentId, AppointmentType, Patient, Status, said};
use store::{Change, Obstacle};

/// Checks clashes and hours within the transaction that will write the visit (S3). Both are
/// passed over when it is booked knowingly over them (S4); then it is marked as overbooked, also
/// when nobody is there and only the hours are against it.
fn place(
    change: &Change<'_>,
    setup: &Setup,
    wanted: &mut Appointment,
    overbook: bool,
) -> Result<()> {
    let today = setup.zone().date(change.at());
    fits("start", check_visit_day(wanted.start.date(), today))?;
    setup.zone().instant(wanted.start)?;
    let clashes = standing_in_the_way(change, setup, wanted)?;
    let closed = closed_for(change, setup, wanted)?;
    wanted.overbooked = !clashes.is_empty() || !closed.is_empty();
    if overbook || !wanted.overbooked {
        return Ok(());
    }
    if !clashes.is_empty() {
        return Err(Error::Clash(clashes));
    }
    Err(Error::Closed(closed))
}

/// Whether a visit that comes back to its place must find it free: not when it stood there
/// knowingly beside others (S4). One that is marked for the hours alone must.
pub(crate) fn needs_free_place(
    change: &Change<'_>,
    setup: &Setup,
    visit: &Appointment,
) -> Result<bool> {
    Ok(visit.status.occupies()
        && (!visit.overbooked || !closed_for(change, setup, visit)?.is_empty()))
}

/// Every visit that `wanted` cannot stand beside (S1, S2), with what a person needs to know of it.
pub(crate) fn standing_in_the_way(
    change: &Change<'_>,
    setup: &Setup,
    wanted: &Appointment,
) -> Result<Vec<ClashWith>> {
    let from = wanted.start.date();
    let to = wanted.end(setup.zone()).date();
    // A day more on each side: a local day does not begin and end with the same instants everywhere.
    let (near, obstacles) = change.visits_near(
        from.checked_sub_days(Days::new(1)).unwrap_or(from),
        to.checked_add_days(Days::new(1)).unwrap_or(to),
    )?;
    let mut found = Vec::new();
    for clash in booking::clashes(setup.zone(), wanted, &near) {
        let Some(other) = near.iter().find(|visit| visit.id == clash.with) else {
            continue;
        };
        found.push(with_names(change, setup, other, clash.resource)?);
    }
    found.extend(
        obstacles
            .iter()
            .filter_map(|obstacle| clash_with(setup, wanted, obstacle)),
    );
    Ok(found)
}

/// A visit that is in the way, with what a person needs to know of it.
pub(crate) fn with_names(
    change: &Change<'_>,
    setup: &Setup,
    other: &Appointment,
    resource: Resource,
) -> Result<ClashWith> {
    let patient = change.patient(other.patient)?;
    Ok(ClashWith {
        resource,
        appointment: other.id,
        patient_name: patient.as_ref().map(Patient::display_name),
        provider_name: name_of(
            other
                .provider
                .and_then(|id| setup.provider(id))
                .map(|p| &p.name),
        ),
        chair_name: name_of(other.chair.and_then(|id| setup.chair(id)).map(|c| &c.name)),
        start: other.start.at,
        end: other.end(setup.zone()),
    })
}

/// S14: a visit that cannot be read is somebody's all the same, and its place is taken.
fn clash_with(setup: &Setup, wanted: &Appointment, obstacle: &Obstacle) -> Option<ClashWith> {
    let overlap = wanted.start.at < obstacle.end && obstacle.start < wanted.end(setup.zone());
    if !overlap || !wanted.status.occupies() || obstacle.id == wanted.id {
        return None;
    }
    let resource = if obstacle.chair.is_some() && obstacle.chair == wanted.chair {
        Resource::Chair
    } else if obstacle.provider.is_some() && obstacle.provider == wanted.provider {
        Resource::Provider
    } else if obstacle.patient == Some(wanted.patient) {
        Resource::Patient
    } else {
        return None;
    };
    Some(ClashWith {
        resource,
        appointment: obstacle.id,
        patient_name: None,
        provider_name: name_of(
            obstacle
                .provider
                .and_then(|id| setup.provider(id))
                .map(|p| &p.name),
        ),
        chair_name: name_of(
            obstacle
                .chair
                .and_then(|id| setup.chair(id))
                .map(|c| &c.name),
        ),
        start: obstacle.start,
        end: obstacle.end,
    })
}

/// Why the visit cannot be there by what the practice lays down (S5, S6).
pub(crate) fn closed_for(
    change: &Change<'_>,
    setup: &Setup,
    wanted: &Appointment,
) -> Result<Vec<Closed>> {
    let block_outs = change.block_outs(wanted.start.date(), wanted.last_day(setup.zone()))?;
    Ok(booking::closed(&setup.terms(wanted, &block_outs), wanted))
}

/// S9: a completed visit that is changed knowingly has a line in the trail that says so.
fn unlock(change: &mut Change<'_>, there: &Appointment, to: &str) -> Result<()> {
    if there.status == Status::Completed {
        let (kind, record) = (RecordKind::Appointment, Some(there.id.0));
        change.note(
            Action::Unlocked,
            kind,
            record,
            &format!("completed, then {to}"),
        )?;
    }
    Ok(())
}

fn name_of(name: Option<&String>) -> String {
    name.cloned().unwrap_or_default()
}

/// The visit, if it is still as it was seen.
pub(crate) fn as_seen(
    change: &Change<'_>,
    id: AppointmentId,
    revision: u32,
) -> Result<Appointment> {
    let there = change
        .appointment(id)?
        .ok_or(Error::NotFound("appointment"))?;
    if there.revision != revision {
        return Err(Error::Stale);
    }
    Ok(there)
}

/// What a person wrote of a visit, as it is kept.
pub(crate) fn written(field: &'static str, text: &str, limit: usize) -> Result<String> {
    let text = limits::clean(text.trim());
    fits(field, limits::within(&text, limit, field))?;
    Ok(text)
}

/// Notes as they are kept.
pub(crate) fn notes(text: &str) -> Result<String> {
    let text = limits::clean(text.trim());
    fits("notes", limits::notes_within(&text, "notes"))?;
    Ok(text)
}

/// Length of a visit of no type.
const USUAL_MINUTES: u32 = 30;

/// The length that is asked for, or the type's, or half an hour.
pub(crate) fn usual_minutes(minutes: Option<u32>, kind: Option<&AppointmentType>) -> u32 {
    minutes
        .or(kind.map(|kind| kind.minutes))
        .unwrap_or(USUAL_MINUTES)
}

pub(crate) fn check_minutes(minutes: u32) -> Result<()> {
    if minutes == 0 || minutes > booking::LONGEST_MINUTES {
        return Err(Error::invalid("minutes", said("invalid-minutes")));
    }
    Ok(())
}
