//! Address books in vCard: 2.1, 3.0 (RFC 2426) and 4.0 (RFC 6350) are read, 3.0 is written, for
//! that is what phones and mail programs all take.
//!
//! A card becomes the same [`IncomingPatient`](crate::IncomingPatient) as a row of a list. What an
//! address book has no place for, such as alerts and visits, is not written into one; nor are
//! pictures read.

mod birthday;
mod card;
mod write;

use domain::said;
pub use write::PatientsVcf;

use crate::InteropError;
use crate::incoming::{Incoming, Place, Refused};
use crate::parts::{self, Wanted, WantedPart};
use chrono::NaiveDate;
use std::io::Read;
use std::ops::ControlFlow;

const WANTED: Wanted = Wanted {
    envelope: None,
    parts: &[WantedPart {
        name: "VCARD",
        properties: &[
            "VERSION",
            "PRODID",
            "UID",
            "KIND",
            "X-ABSHOWAS",
            "FN",
            "N",
            "NICKNAME",
            "ORG",
            "BDAY",
            "DEATHDATE",
            "GENDER",
            "X-GENDER",
            "TEL",
            "EMAIL",
            "ADR",
            "LANG",
            "NOTE",
            "X-ABLABEL",
        ],
        within: &[],
    }],
    holder: Some("AGENT"),
};

/// Programs write them in more ways than the format has.
const DAYS: &[&str] = &["BDAY", "DEATHDATE"];

/// Reads an address book card by card into the sink, until its end or until the sink breaks off.
///
/// A card that cannot be taken over is handed over as a refusal, and so is a file in which there
/// is no card. `today` is for birthdays that cannot be.
///
/// # Errors
/// [`InteropError::Read`] where the medium fails.
pub fn read_vcf(
    reader: impl Read,
    source: &str,
    today: NaiveDate,
    sink: &mut dyn FnMut(Result<Incoming, Refused>) -> ControlFlow<()>,
) -> Result<(), InteropError> {
    let place = |line| Place {
        source: source.to_owned(),
        line,
    };
    let is_known = parts::each(reader, source, &WANTED, &mut |part| {
        if part.name != "VCARD" {
            return ControlFlow::Continue(());
        }
        let place = place(part.line);
        let read = card::read(part.with_plain(DAYS), place.clone(), today);
        sink(match read {
            Ok(patient) => Ok(Incoming::Patient(patient)),
            Err(reason) => Err(Refused::at(&place, reason)),
        })
    })?;
    if !is_known {
        let reason = said("reason-no-address-book");
        // Nothing follows that could still be stopped.
        let _ = sink(Err(Refused::at(&place(1), reason)));
    }
    Ok(())
}
