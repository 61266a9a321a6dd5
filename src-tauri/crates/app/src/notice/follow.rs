//! What a change means for what its patient is to be told, within the transaction of the change.

use crate::error::Result;
use crate::setup::Setup;
use domain::notice::{Follows, Happened, follows};
use domain::{Appointment, Notice, NoticeOf, NoticeState};
use store::Change;

/// Replaces or withdraws what waits to be told of the visit, as it stands after the change. Returns
/// what the desk is to be asked about; nothing where the visit is past by then (M13).
pub(crate) fn follow(
    change: &mut Change<'_>,
    setup: &Setup,
    visit: &Appointment,
    happened: Happened,
) -> Result<Option<NoticeOf>> {
    let notices = change.notices_of(visit.id)?;
    let pending = notices
        .into_iter()
        .rev()
        .find(|notice| notice.state == NoticeState::Pending);
    let (settled, asks) = match follows(pending.as_ref().map(|notice| &notice.of), happened) {
        Follows::Nothing => return Ok(None),
        Follows::Ask(of) => (None, Some(of)),
        Follows::Becomes(of) => (Some(of), None),
        Follows::Withdrawn => (None, None),
    };
    if let Some(pending) = pending {
        let after = match settled {
            // It waits anew, so that a quick move after a booking sends one message (M13).
            Some(of) => Notice {
                of,
                made: change.at(),
                ..pending.clone()
            },
            None => Notice {
                state: NoticeState::Withdrawn,
                ..pending.clone()
            },
        };
        change.put_notice(&after, Some(&pending))?;
    }
    let (start, _) = visit.span(setup.zone());
    Ok(asks.filter(|_| start > change.at()))
}

/// A move as its patient sees it.
pub(crate) fn moved(before: &Appointment, after: &Appointment) -> Happened {
    Happened::Moved {
        from: before.start,
        to: after.start,
    }
}
