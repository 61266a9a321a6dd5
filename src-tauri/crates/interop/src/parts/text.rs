//! The bytes of a property as text.

use encoding_rs::{Encoding, WINDOWS_1252};
use std::borrow::Cow;

/// UTF-8 where it is that, else what the property says of itself, else what old Windows programs
/// write. Control characters are left out: no program shows them and some stop reading at them.
pub(super) fn decoded(bytes: &[u8]) -> String {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => charset(bytes).unwrap_or(WINDOWS_1252).decode(bytes).0,
    };
    domain::limits::clean(&text.replace('\r', ""))
}

/// The encoding that a parameter names, as in `FN;CHARSET=ISO-8859-1:…`.
fn charset(property: &[u8]) -> Option<&'static Encoding> {
    let head = property.split(|byte| *byte == b':').next()?;
    head.split(|byte| *byte == b';').find_map(|parameter| {
        let equals = parameter.iter().position(|byte| *byte == b'=')?;
        let (name, label) = parameter.split_at(equals);
        let label = label[1..].trim_ascii();
        let label = label.strip_prefix(b"\"").unwrap_or(label);
        let label = label.strip_suffix(b"\"").unwrap_or(label);
        name.trim_ascii()
            .eq_ignore_ascii_case(b"CHARSET")
            .then(|| Encoding::for_label(label))?
    })
}

#[cfg(test)]
mod tests {
    use super::decoded;

    #[test]
    fn bytes_are_read_as_what_they_are() {
        for (bytes, expected) in [
            (&b"FN:Zo\xC3\xAB"[..], "FN:Zoë"),
            (b"FN:Zo\xEB \x80", "FN:Zoë €"),
            (b"FN;CHARSET=ISO-8859-2:\xB1", "FN;CHARSET=ISO-8859-2:ą"),
            (
                b"FN;charset=\"Shift_JIS\":\x89\xA4",
                "FN;charset=\"Shift_JIS\":王",
            ),
            (b"FN;CHARSET=nonsense:\xEB", "FN;CHARSET=nonsense:ë"),
            (b"FN:a\0b\x1b[2J", "FN:ab[2J"),
        ] {
            assert_eq!(decoded(bytes), expected);
        }
    }
}
