//! One address of a mailbox, and nothing that could be taken for two.

use lettre::Address;

/// Reads one address. Its domain is put into the letters that servers know (punycode); none if it is
/// no address, or one whose local part would have to be quoted.
pub(super) fn address(text: &str) -> Option<Address> {
    let (local, domain) = text.trim().split_once('@')?;
    let fits = |c: char| {
        !c.is_whitespace() && !c.is_control() && !"\"(),:;<>@[\\]".contains(c) && printable(c)
    };
    if local.len() > 64 || !local.chars().all(fits) {
        return None;
    }
    let domain = idna::domain_to_ascii(domain).ok()?;
    let of_a_domain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '.';
    if domain.len() > 190 || !domain.chars().all(of_a_domain) {
        return None;
    }
    Address::new(local, domain).ok()
}

/// Format characters are seen by nobody, and two addresses look alike.
fn printable(c: char) -> bool {
    !matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_address_is_read_and_nothing_else() {
        for (text, wanted) in [
            (" anna@example.org ", "anna@example.org"),
            ("o'neil+x@example.org", "o'neil+x@example.org"),
            ("info@Müller.de", "info@xn--mller-kva.de"),
            ("jürgen@example.org", "jürgen@example.org"),
        ] {
            assert_eq!(
                address(text).map(|a| a.to_string()).as_deref(),
                Some(wanted)
            );
        }
        for text in [
            "",
            "anna",
            "@example.org",
            "anna@",
            "anna@exa mple.org",
            "anna@example.org, eve@example.org",
            "anna@example.org,eve@example.org",
            "anna@example.org>\r\nRCPT TO:<eve@example.org",
            "anna@example.org\r\nBcc: eve@example.org",
            "an\nna@example.org",
            "<anna@example.org>",
            "Anna <anna@example.org>",
            "\"an na\"@example.org",
            "anna@eve@example.org",
            "an\u{202e}na@example.org",
            "an\u{200b}na@example.org",
            "anna@[127.0.0.1]",
        ] {
            assert!(address(text).is_none(), "{text:?}");
        }
        assert!(address(&format!("{}@example.org", "a".repeat(65))).is_none());
    }
}
