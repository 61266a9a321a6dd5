//! Bringing the outbox to what is planned.

use super::known::Known;
use crate::error::Result;
use chrono::{DateTime, Utc};
use domain::OutboxId;
use domain::messages::{Event, Plan, Sending, Settings, after};
use store::{Change, OutboxMessage, Store};
use uuid::Uuid;

/// What became of the outbox.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Applied {
    pub(super) planned: usize,
    pub(super) withdrawn: usize,
}

/// M15: what somebody was about to hand over when their program ended. To be called by whoever has
/// the turn to send, since nobody else can be at it.
pub(super) fn recover(change: &mut Change<'_>, now: DateTime<Utc>) -> Result<()> {
    let zone = change.practice()?.zone;
    for there in change.outbox_claimed()? {
        let channel = there.message.channel;
        let Ok(sending) = after(
            &there.sending,
            Event::Lost {
                what: String::new(),
            },
            channel,
            there.message.until,
            now,
        ) else {
            continue;
        };
        put(change, there, sending, zone)?;
    }
    Ok(())
}

/// Whether anything that was put off would wait for ever.
pub(super) fn any_hangs(store: &Store, now: DateTime<Utc>) -> Result<bool> {
    let put_off = store.outbox_put_off()?;
    if put_off.is_empty() {
        return Ok(false);
    }
    let settings = store.message_settings()?;
    let mut events = put_off.iter();
    Ok(events.any(|there| hangs(there, settings.as_ref(), now).is_some()))
}

fn hangs(there: &OutboxMessage, settings: Option<&Settings>, now: DateTime<Utc>) -> Option<Event> {
    let channel = &there.message.channel;
    let set_up = settings.is_some_and(|settings| settings.channels.contains(channel));
    there.sending.hangs(set_up, there.message.until, now)
}

/// Ends what would wait for ever, so that the desk sees it and another way is planned.
pub(super) fn end_hanging(change: &mut Change<'_>, now: DateTime<Utc>) -> Result<()> {
    let put_off = change.outbox_put_off()?;
    if put_off.is_empty() {
        return Ok(());
    }
    let zone = change.practice()?.zone;
    let settings = change.message_settings()?;
    for there in put_off {
        let Some(event) = hangs(&there, settings.as_ref(), now) else {
            continue;
        };
        let (channel, until) = (there.message.channel, there.message.until);
        if let Ok(sending) = after(&there.sending, event, channel, until, now) {
            put(change, there, sending, zone)?;
        }
    }
    Ok(())
}

/// Puts into the outbox what is to go and takes out what is not.
pub(super) fn apply(
    change: &mut Change<'_>,
    mut id: impl FnMut() -> Uuid,
    now: DateTime<Utc>,
) -> Result<Applied> {
    let known = Known::in_reach_within(change, now)?;
    let Plan { send, withdraw, .. } = known.plan(now);
    let mut applied = Applied::default();
    for gone in withdraw {
        let Some(there) = change.outbox_message(gone.outbox)? else {
            continue;
        };
        let (channel, until) = (there.message.channel, there.message.until);
        if let Ok(sending) = after(&there.sending, Event::Withdraw, channel, until, now) {
            let there = OutboxMessage {
                why: Some(gone.why),
                sending,
                ..there
            };
            change.put_outbox(&there, known.zone)?;
            applied.withdrawn += 1;
        }
    }
    for message in send {
        let new = OutboxMessage {
            id: OutboxId(id()),
            due: message.send_at,
            message,
            sending: Sending::Planned,
            why: None,
            made: now,
            letter: None,
        };
        change.put_outbox(&new, known.zone)?;
        applied.planned += 1;
    }
    if applied != Applied::default() {
        let Applied { planned, withdrawn } = applied;
        let note = format!("planned {planned}, withdrawn {withdrawn}");
        change.note_sending(None, &note)?;
    }
    Ok(applied)
}

/// Writes how far a message has come, with a line in the trail.
pub(super) fn put(
    change: &mut Change<'_>,
    there: OutboxMessage,
    sending: Sending,
    zone: domain::Zone,
) -> Result<OutboxMessage> {
    let due = match &sending {
        Sending::Transient { next, .. } => *next,
        _ => there.due,
    };
    let there = OutboxMessage {
        sending,
        due,
        ..there
    };
    change.put_outbox(&there, zone)?;
    change.note_sending(Some(there.id), there.sending.name())?;
    Ok(there)
}
