//! What was shown last, for the next start.

use crate::desk::Desk;
use crate::error::{Error, Result};
use domain::said;

/// What [`keep_last_view`] was given last for this practice on this machine; none at first.
pub fn last_view(desk: &Desk) -> Result<Option<String>> {
    Ok(desk.host.last_view(desk.setup()?.practice.id))
}

/// Keeps how the schedule is looked at. It is of a person and a machine, not of the practice: two
/// desks look at one practice differently, and turning a page is no change to be put on record. So
/// it lies beside light and dark, outside of the encrypted file, and may name nothing but ids.
///
/// # Errors
/// [`Error::File`] where the machine could not keep it.
pub fn keep_last_view(desk: &Desk, shown: &str) -> Result<()> {
    desk.host
        .keep_last_view(desk.setup()?.practice.id, shown)
        .map_err(Error::file(said("view-not-kept")))
}
