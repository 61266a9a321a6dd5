//! Numbers and addresses to which nothing goes (M9), whoever has them.

use crate::desk::Desk;
use crate::error::{Error, Result, fits};
use domain::limits::{MEDIUM, SHORT, clean, within};
use domain::messages::{Channel, LiftedBy, Stop, StopBy};
use domain::{ContactStopId, said};

/// All of them, the newest first.
pub fn stops(desk: &Desk) -> Result<Vec<(ContactStopId, Stop)>> {
    Ok(desk.store.contact_stops()?)
}

/// Puts a number or an address on the list, for somebody who asked the desk for it. What is there
/// already stays as it is, so that what its owner stopped stays theirs to open.
///
/// # Errors
/// [`Error::Invalid`] for what is no number or address of the channel, and without a word of who
/// asked.
pub fn add_stop(
    desk: &mut Desk,
    channel: Channel,
    address: &str,
    words: &str,
) -> Result<(ContactStopId, Stop)> {
    let (address, words) = (clean(address.trim()), clean(words.trim()));
    if channel == Channel::Desktop {
        return Err(Error::invalid("channel", said("text-not-for-patients")));
    }
    if !Stop::is_address(channel, &address) {
        let what = match channel {
            Channel::Email => said("invalid-email").with("address", &address),
            _ => said("stop-no-number").with("address", &address),
        };
        return Err(Error::invalid("address", what));
    }
    fits("address", within(&address, SHORT, "address_lines"))?;
    if words.is_empty() {
        return Err(Error::invalid("words", said("stop-no-words")));
    }
    fits("words", within(&words, MEDIUM, "note"))?;
    let (id, since) = (ContactStopId(desk.host.new_id()), desk.now());
    desk.write(|change| {
        let there = change.contact_stops()?;
        if let Some(there) = there
            .into_iter()
            .find(|(_, one)| one.is_same(channel, &address))
        {
            return Ok(there);
        }
        let stop = Stop {
            channel,
            address,
            since,
            by: StopBy::Desk,
            words,
        };
        change.add_stop(id.0, &stop)?;
        Ok((id, stop))
    })
}

/// Takes a number or an address off the list, as far as the desk may (M9).
///
/// # Errors
/// [`Error::Invalid`] for what its owner stopped, and without a reason.
pub fn remove_stop(desk: &mut Desk, id: ContactStopId, why: &str) -> Result<()> {
    let why = clean(why.trim());
    fits("why", within(&why, MEDIUM, "note"))?;
    desk.write(|change| {
        let there = change.contact_stops()?;
        let (id, stop) = there
            .iter()
            .find(|(one, _)| *one == id)
            .ok_or(Error::NotFound("stop"))?;
        if !stop.may_be_lifted(LiftedBy::Desk) {
            return Err(Error::invalid("id", said("stop-not-the-desks")));
        }
        if why.is_empty() {
            return Err(Error::invalid("why", said("stop-no-why")));
        }
        Ok(change.remove_stop(*id, stop, &why)?)
    })
}
