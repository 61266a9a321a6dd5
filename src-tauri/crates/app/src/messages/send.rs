//! Handing one message over: claimed and committed first, then handed over, then written down.

use super::apply::put;
use super::channels::{Channels, Handed, Outgoing};
use super::known::Known;
use super::letter::letter;
use super::tick::Turn;
use crate::desk::Desk;
use crate::error::{Error, Result};
use crate::host::Host;
use chrono::{DateTime, Utc};
use domain::messages::{About, Event, Sending, Unfilled, Verdict, after};
use domain::{Notice, NoticeState, OutboxId, Zone};
use store::{Change, OutboxMessage};

/// What became of a message that was due.
pub(super) enum Tried {
    /// How far it has come.
    Now(Sending),
    /// It is not to go yet, or somebody else saw to it.
    Left,
    /// Somebody else has the turn by now.
    TurnLost,
}

/// Sends one message of the outbox, if it still is to go.
pub(super) fn send(
    desk: &mut Desk,
    channels: &dyn Channels,
    turn: Turn,
    id: OutboxId,
    now: DateTime<Utc>,
) -> Result<Tried> {
    let at = desk.now();
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
    let handed = channels.hand_over(&Outgoing {
        id,
        message: &there.message,
        letter,
        message_id: &attempt.message_id,
        date: attempt.date,
        attempt: attempt.number,
    });
    let done = desk.write(|change| record(change, id, handed, now))?;
    Ok(Tried::Now(done.sending))
}

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
    handed: Handed,
    now: DateTime<Utc>,
) -> Result<OutboxMessage> {
    let zone: Zone = change.practice()?.zone;
    let there = change
        .outbox_message(id)?
        .ok_or(Error::NotFound("message"))?;
    let event = match handed {
        Handed::Accepted => Event::Accepted,
        Handed::NotNow(what) => Event::NotNow { what },
        Handed::Refused(what) => Event::Refused { what },
        Handed::Lost => Event::Lost,
    };
    let (channel, until) = (there.message.channel, there.message.until);
    let Ok(sending) = after(&there.sending, event, channel, until, now) else {
        return Ok(there);
    };
    let there = put(change, there, sending, zone)?;
    if matches!(there.sending, Sending::Accepted { .. }) {
        settle_notices(change, &there)?;
    }
    Ok(there)
}

/// What the patient was told by a message, nobody has to call about.
fn settle_notices(change: &mut Change<'_>, there: &OutboxMessage) -> Result<()> {
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
