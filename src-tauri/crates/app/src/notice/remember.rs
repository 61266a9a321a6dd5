//! "Tell the patient?" answered with yes.

use crate::desk::Desk;
use crate::error::{Error, Result};
use crate::undo::UndoableChange;
use domain::audit::RecordKind;
use domain::{Appointment, AppointmentId, Notice, NoticeId, NoticeOf, NoticeState, Status};
use store::Turn;

/// Remembers that the patients of these visits are to be told of what was last done to them. It
/// belongs to that change: one undo takes both back. What is remembered already stays as it is.
pub fn remember(desk: &mut Desk, visits: &[AppointmentId]) -> Result<()> {
    let host = desk.host.clone();
    let told: Vec<(AppointmentId, Option<NoticeOf>)> = visits
        .iter()
        .map(|id| (*id, desk.last_turn(|turn| news_of(turn, *id))))
        .collect();
    let first = visits.first().copied();
    desk.write_into_step(
        UndoableChange::Notice,
        |turn| first.is_some_and(|id| news_of(turn, id).is_some()),
        |change| {
            for (id, of) in told {
                let visit = change
                    .appointment(id)?
                    .ok_or(Error::NotFound("appointment"))?;
                let notices = change.notices_of(id)?;
                if notices
                    .iter()
                    .any(|notice| notice.state == NoticeState::Pending)
                {
                    continue;
                }
                let notice = Notice {
                    id: NoticeId(host.new_id()),
                    appointment: id,
                    of: of.unwrap_or_else(|| as_it_stands(&visit)),
                    made: change.at(),
                    state: NoticeState::Pending,
                };
                change.put_notice(&notice, None)?;
            }
            Ok(())
        },
    )
}

/// What a patient has to hear of a visit of which nobody knows what was done.
fn as_it_stands(visit: &Appointment) -> NoticeOf {
    match visit.status {
        Status::Cancelled => NoticeOf::Cancelled,
        _ => NoticeOf::Booked,
    }
}

/// What a step made of the visit that its patient has to hear of.
fn news_of(turn: &Turn, id: AppointmentId) -> Option<NoticeOf> {
    if turn.kind != RecordKind::Appointment || turn.record != id.0 {
        return None;
    }
    match turn.visits().ok()? {
        (None, Some(_)) => Some(NoticeOf::Booked),
        (Some(before), Some(after)) if before.status != after.status => {
            match (before.status, after.status) {
                (_, Status::Cancelled) => Some(NoticeOf::Cancelled),
                (Status::Cancelled, _) => Some(NoticeOf::Booked),
                _ => None,
            }
        }
        (Some(before), Some(after)) if before.start != after.start => {
            Some(NoticeOf::Moved { from: before.start })
        }
        _ => None,
    }
}
