//! What text may come in: how long, and which characters. The limits are the desk's own.

use domain::Said;
pub(crate) use domain::limits::{MEDIUM, NOTES, SHORT, clean};

/// Longest given and family name together.
pub(crate) const FULL_NAME: usize = 2 * SHORT + 1;

/// Refuses what is longer than the limit in characters, naming the field.
pub(crate) fn within(text: &str, limit: usize, field: &str) -> Result<(), Said> {
    domain::limits::within(text, limit, field).map_err(Said::from)
}

/// Refuses notes that are longer than [`NOTES`].
pub(crate) fn notes_within(text: &str, field: &str) -> Result<(), Said> {
    domain::limits::notes_within(text, field).map_err(Said::from)
}

/// A short excerpt for a reason: the value that is wrong, never a whole record.
pub(crate) fn excerpt(text: &str) -> String {
    const LONGEST: usize = 40;
    if text.chars().count() <= LONGEST {
        text.to_owned()
    } else {
        text.chars().take(LONGEST).chain(['…']).collect()
    }
}
