//! What text may come in: how long, and which characters.
//!
//! Control characters other than tab and line ends (U+0000 to U+001F, U+007F) are taken out, since no
//! program shows them and some stop reading at them; everything else passes as it is.

/// Longest name, number, label, city and the like, in characters.
pub(crate) const SHORT: usize = 300;
/// Longest given and family name together.
pub(crate) const FULL_NAME: usize = 2 * SHORT + 1;
/// Longest street address, reason or list of phones, in characters.
pub(crate) const MEDIUM: usize = 4_000;
/// Longest notes or alert, in bytes.
pub(crate) const NOTES: usize = 64 * 1024;

/// The text without control characters.
pub(crate) fn clean(text: &str) -> String {
    if text.bytes().any(is_control) {
        text.chars()
            .filter(|c| !(c.is_ascii() && is_control(*c as u8)))
            .collect()
    } else {
        text.to_owned()
    }
}

fn is_control(byte: u8) -> bool {
    (byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r')) || byte == 0x7f
}

/// Refuses what is longer than the limit in characters, naming the field.
pub(crate) fn within(text: &str, limit: usize, field: &str) -> Result<(), String> {
    if text.len() > limit && text.chars().count() > limit {
        return Err(format!("{field} has more than {limit} characters"));
    }
    Ok(())
}

/// Refuses notes that are longer than [`NOTES`].
pub(crate) fn notes_within(text: &str, field: &str) -> Result<(), String> {
    if text.len() > NOTES {
        return Err(format!("{field} are longer than {} KiB", NOTES / 1024));
    }
    Ok(())
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
