//! Handing one message over: claimed and committed first, then handed over, then written down.

use super::apply::put;
use super::channels::{Channels, Handed, Outgoing};
use super::known::Known;
use super::letter::letter;
use super::mailbox::Postbox;
use super::tick::{Clock, Turn};
use super::trouble::kept;
use crate::desk::Desk;
use crate::error::{Error, Result};
use crate::host::Host;
use chrono::{DateTime, Utc};
use domain::messages::{About, Channel, Event, Sending, Unfilled, Verdict, after};
use domain::{Notice, NoticeState, OutboxId, Zone};
use store::{Change, OutboxMessage};
use zeroize::Zeroizing;

/// What became of a message that was due.
pub(super) enum Tried {
    /// How far it has come.
    Now(Sending),
    /// It is not to go yet, or somebody else saw to it.
    Left,
    /// Its channel takes nothing for now.
    Unusable(Channel),
    /// The turn is over, and somebody else may have it by now.
    TurnLost,
}

/// Sends one message of the outbox, if it still is to go.
pub(super) fn send(
    desk: &mut Desk,
    channels: &dyn Channels,
    turn: Turn,
    id: OutboxId,
    clock: Clock,
) -> Result<Tried> {
    let (at, now) = (desk.now(), clock.now(desk));
    let host = std::sync::Arc::clone(&desk.host);
    let claimed = desk.write(|change| {
        if !turn.keep(change, at)? {
            return Ok(Claimed::TurnLost);
        }
        claim(change, host.as_ref(), id, now)
    })?;
    let there = match claimed {
        Claimed::TurnLost => return Ok(Tried::TurnLost),
        Claimed::Left => return Ok(Tried::Left),
        Claimed::Is(there) => there,
    };
    let (Sending::Claimed { attempt }, Some(letter)) = (&there.sending, &there.letter) else {
        return Ok(Tried::Now(there.sending));
    };
    let postbox = Postbox::of(&desk.store)?;
    let handed = channels.hand_over(&Outgoing {
        id,
        message: &there.message,
        letter,
        message_id: &attempt.message_id,
        date: attempt.date,
        attempt: attempt.number,
        postbox: postbox.as_ref(),
    });
    let unusable = matches!(handed, Handed::Unusable(_));
    let now = clock.now(desk);
    let done = keep(desk, |change| {
        record(change, id, postbox.as_ref(), &handed, now)
    })?;
    Ok(if unusable {
        Tried::Unusable(done.message.channel)
    } else {
        Tried::Now(done.sending)
    })
}

/// Tries until it is written, as far as waiting helps: what is not written down is sent again.
fn keep<T>(desk: &mut Desk, mut work: impl FnMut(&mut Change<'_>) -> Result<T>) -> Result<T> {
    for _ in 0..PATIENCE {
        match desk.write(&mut work) {
            Err(Error::Store(store::Error::Busy)) => {}
            other => return other,
        }
    }
    desk.write(work)
}

/// Each is as long as the store waits for another program.
const PATIENCE: u32 = 20;

enum Claimed {
    Is(OutboxMessage),
    Left,
    TurnLost,
}

/// M2: looks once more whether it is to go, and to whom.
fn claim(
    change: &mut Change<'_>,
    host: &dyn Host,
    id: OutboxId,
    now: DateTime<Utc>,
) -> Result<Claimed> {
    let Some(there) = change.outbox_message(id)? else {
        return Ok(Claimed::Left);
    };
    let known = Known::of_message(change, id)?;
    let channel = there.message.channel;
    match known.eligible(&there, now) {
        Verdict::Wait(due) => {
            change.put_outbox(&OutboxMessage { due, ..there }, known.zone)?;
            Ok(Claimed::Left)
        }
        Verdict::Drop(why) => {
            let until = there.message.until;
            match after(&there.sending, Event::Withdraw, channel, until, now) {
                Ok(sending) => {
                    let why = Some(why);
                    let there = OutboxMessage { why, ..there };
                    Ok(Claimed::Is(put(change, there, sending, known.zone)?))
                }
                Err(_) => Ok(Claimed::Left),
            }
        }
        Verdict::Send(message) => {
            let (event, letter) = match letter(change, host, &message)? {
                Ok(letter) => {
                    let message_id = format!("{id}@daybook");
                    (Event::Claim { message_id }, Some(letter))
                }
                Err(Unfilled(field)) => {
                    let field = field.name().to_owned();
                    (Event::Blank { field }, there.letter.clone())
                }
            };
            let until = message.until;
            let Ok(sending) = after(&there.sending, event, channel, until, now) else {
                return Ok(Claimed::Left);
            };
            if matches!(sending, Sending::Claimed { .. }) {
                for told in letter.iter().flat_map(|letter| &letter.invitations) {
                    change.put_told(told.appointment, told.told())?;
                }
            }
            let there = OutboxMessage {
                message,
                letter,
                ..there
            };
            Ok(Claimed::Is(put(change, there, sending, known.zone)?))
        }
    }
}

/// Writes down what the other side said.
fn record(
    change: &mut Change<'_>,
    id: OutboxId,
    postbox: Option<&Postbox>,
    handed: &Handed,
    now: DateTime<Utc>,
) -> Result<OutboxMessage> {
    let zone: Zone = change.practice()?.zone;
    let there = change
        .outbox_message(id)?
        .ok_or(Error::NotFound("message"))?;
    let event = match handed {
        Handed::Accepted => Event::Accepted,
        Handed::NotNow(what) => Event::NotNow { what: what.clone() },
        Handed::Refused(what) => Event::Refused { what: what.clone() },
        Handed::Unusable(_) => Event::NotTried,
        Handed::Lost(what) => Event::Lost { what: what.clone() },
    };
    let (channel, until) = (there.message.channel, there.message.until);
    if channel == Channel::Email && is_still(change, postbox)? {
        note_trouble(change, handed, now)?;
    }
    let Ok(sending) = after(&there.sending, event, channel, until, now) else {
        return Ok(there);
    };
    let there = put(change, there, sending, zone)?;
    if matches!(there.sending, Sending::Accepted { .. }) {
        settle_notices(change, &there)?;
    }
    Ok(there)
}

/// Whether mail still goes by that mailbox. Somebody may have put it right while it was tried.
fn is_still(change: &Change<'_>, postbox: Option<&Postbox>) -> Result<bool> {
    let there = change.mailbox()?;
    let password = change.mailbox_password()?.map(Zeroizing::new);
    let there = there.map(|mailbox| Postbox { mailbox, password });
    Ok(there.as_ref() == postbox)
}

/// Keeps for the desk what keeps mail from going, until one went.
fn note_trouble(change: &mut Change<'_>, handed: &Handed, now: DateTime<Utc>) -> Result<()> {
    let before = change.mailbox_trouble()?;
    match handed {
        Handed::Unusable(trouble) => {
            let trouble = kept(trouble, before.as_ref(), now);
            change.put_mailbox_trouble(Some(&trouble))?;
        }
        Handed::Accepted if before.is_some() => change.put_mailbox_trouble(None)?,
        _ => {}
    }
    Ok(())
}

/// What the patient was told by a message, nobody has to call about.
pub(super) fn settle_notices(change: &mut Change<'_>, there: &OutboxMessage) -> Result<()> {
    for part in &there.message.parts {
        let About::Notice { notice, .. } = part.about else {
            continue;
        };
        let Some(before) = change.notice(notice)? else {
            continue;
        };
        if before.state == NoticeState::Pending {
            let state = NoticeState::Told;
            let after = Notice {
                state,
                ..before.clone()
            };
            change.put_notice(&after, Some(&before))?;
        }
    }
    Ok(())
}
