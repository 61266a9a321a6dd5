//! What somebody at the desk has to see to: what failed by every way, what may have been sent, whom
//! nobody can reach, and whom to call.

use super::in_full::{InFull, MessageInFull};
use super::known::Known;
use crate::desk::Desk;
use crate::error::Result;
use chrono::{DateTime, TimeDelta, Utc};
use domain::messages::{Channel, Sending, Stage, Unsent};
use store::OutboxMessage;

/// Only what is still of use stands here; a list of the past is nobody's to see to.
#[derive(Debug, Clone, Default)]
pub struct ForDesk {
    /// By every way that there was.
    pub failed: Vec<MessageInFull>,
    /// May have been sent (M15).
    pub unknown: Vec<MessageInFull>,
    /// Nobody hears or heard in time, and nobody wished it so (M5).
    pub unreached: Vec<MessageInFull>,
    /// With what to say.
    pub calls: Vec<MessageInFull>,
}

/// After a visit something may be asked for so long, with quiet hours and a day that is closed.
const STILL_ASKED: TimeDelta = TimeDelta::days(7);

/// What there is to see to at `now`.
pub fn for_desk(desk: &Desk, now: DateTime<Utc>) -> Result<ForDesk> {
    let zone = desk.setup()?.zone();
    let since = now.checked_sub_signed(STILL_ASKED).unwrap_or(now);
    let mut troubled = desk.store.outbox_troubled(zone.date(since), since)?;
    let due = desk.store.outbox_due(now)?;
    let calls: Vec<OutboxMessage> = due
        .into_iter()
        .filter(|one| one.message.channel == Channel::Phone)
        .collect();
    let parts = troubled
        .iter()
        .chain(&calls)
        .flat_map(|one| &one.message.parts);
    let days = parts.map(|part| part.about.day(zone));
    let known = Known::in_reach_and(&desk.store, days, now)?;
    let plan = known.plan(now);
    let in_full = InFull::new(desk, now);
    let mut found = ForDesk::default();
    let mut failed = Vec::new();
    for unsent in plan.unsent.iter().filter(|one| one.for_desk) {
        match troubled.iter().rfind(|one| has_failed(one, unsent)) {
            Some(one) if failed.contains(&one.id) => {}
            Some(one) => {
                failed.push(one.id);
                found.failed.push(in_full.queued(one)?);
            }
            None => found.unreached.push(in_full.unsent(unsent)?),
        }
    }
    troubled.retain(|one| matches!(one.sending, Sending::Unknown { .. }));
    for one in known.still_going(&troubled, now) {
        found.unknown.push(in_full.queued(one)?);
    }
    for one in known.still_going(&calls, now) {
        found.calls.push(in_full.queued(one)?);
    }
    Ok(found)
}

fn has_failed(one: &OutboxMessage, unsent: &Unsent) -> bool {
    let part = unsent.part;
    one.sending.stage() == Stage::Failed
        && one
            .message
            .parts
            .iter()
            .any(|said| said.about == part.about && said.rule == part.rule)
}
