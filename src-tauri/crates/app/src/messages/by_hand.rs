//! What a person does about a message: has it sent again, or has seen to it.

use super::apply::put;
use super::letter::letter;
use super::send::settle_notices;
use crate::desk::Desk;
use crate::error::{Error, Result};
use chrono::{DateTime, Utc};
use domain::OutboxId;
use domain::messages::{Channel, Event, OutOfTurn, Sending, after};

/// Has a message sent again that failed or may have been sent (M15). It goes with the next tick,
/// which looks once more whether it is still to go.
///
/// # Errors
/// [`Error::OutOfTurn`] for one that waits, has gone out, or is of no use any more.
pub fn resend(desk: &mut Desk, id: OutboxId, now: DateTime<Utc>) -> Result<()> {
    desk.write(|change| {
        let zone = change.practice()?.zone;
        let there = change.outbox_message(id)?;
        let there = there.ok_or(Error::NotFound("message"))?;
        let (channel, until) = (there.message.channel, there.message.until);
        let sending = after(&there.sending, Event::Again, channel, until, now)?;
        put(change, there, sending, zone)?;
        Ok(())
    })
}

/// Notes that the patient knows: somebody called who was to be called, or found out that what may
/// have been sent got there.
///
/// # Errors
/// [`Error::OutOfTurn`] for any other message.
pub fn done(desk: &mut Desk, id: OutboxId, now: DateTime<Utc>) -> Result<()> {
    let host = std::sync::Arc::clone(&desk.host);
    desk.write(|change| {
        let zone = change.practice()?.zone;
        let there = change.outbox_message(id)?;
        let mut there = there.ok_or(Error::NotFound("message"))?;
        let (channel, until) = (there.message.channel, there.message.until);
        let next = |sending: &Sending, event| after(sending, event, channel, until, now);
        // Whoever is handing it over will say what came of it.
        if matches!(there.sending, Sending::Claimed { .. }) {
            return Err(OutOfTurn::BeingSent.into());
        }
        let mut sending = there.sending.clone();
        if sending == Sending::Planned && channel == Channel::Phone {
            if until <= now {
                return Err(OutOfTurn::TooLate.into());
            }
            let message_id = format!("{id}@daybook");
            sending = next(&sending, Event::Claim { message_id })?;
            there.letter = letter(change, host.as_ref(), &there.message)?.ok();
        }
        let sending = next(&sending, Event::Accepted)?;
        let there = put(change, there, sending, zone)?;
        settle_notices(change, &there)
    })
}
