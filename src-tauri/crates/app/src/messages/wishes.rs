//! The only ways by which a patient wishes to be reached (P7).

use crate::desk::Desk;
use crate::error::{Error, Result, fits};
use crate::undo::UndoableChange;
use domain::limits::{SHORT, clean, within};
use domain::messages::{Channel, ContactWish, Stop, Way};
use domain::{PatientId, said};

/// The only ways; none of them is every usual one.
pub fn contact_wish(desk: &Desk, patient: PatientId) -> Result<Vec<Way>> {
    if desk.store.patient(patient)?.is_none() {
        return Err(Error::NotFound("patient"));
    }
    let wish = desk.store.contact_wish(patient)?;
    Ok(wish.map(|wish| wish.only).unwrap_or_default())
}

/// Keeps what a patient wishes; nothing in `only` makes every usual way right again. What waits in
/// the outbox follows with the next tick.
///
/// # Errors
/// [`Error::Invalid`] for what is no number or address of its channel.
pub fn save_contact_wish(desk: &mut Desk, patient: PatientId, only: Vec<Way>) -> Result<()> {
    let only: Vec<Way> = only.into_iter().map(checked).collect::<Result<_>>()?;
    let new = desk.host.new_id();
    desk.write_step(UndoableChange::Patient, |change| {
        if change.patient(patient)?.is_none() {
            return Err(Error::NotFound("patient"));
        }
        let before = change.contact_wish(patient)?;
        if only.is_empty() {
            return Ok(change.remove_contact_wish(patient)?);
        }
        let wish = ContactWish { patient, only };
        if before.as_ref() != Some(&wish) {
            change.put_contact_wish(new, &wish)?;
        }
        Ok(())
    })
}

fn checked(way: Way) -> Result<Way> {
    let Way { channel, address } = way;
    let address = clean(address.trim());
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
    Ok(Way { channel, address })
}
