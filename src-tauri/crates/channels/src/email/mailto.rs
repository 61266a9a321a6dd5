//! Addresses and prepared answers as links (RFC 6068).

use super::address::address;
use super::letter::Mailto;
use super::safe;
use lettre::Address;

/// Most bytes of a subject or a body, encoded: a link may stand in a header, whose lines end at 998
/// (RFC 5322, 2.1.1).
const LONGEST: usize = 240;

/// `mailto:` with all that is in it; none if it does not go to one address.
pub(super) fn mailto(mail: &Mailto<'_>) -> Option<String> {
    let mut link = uri(&address(mail.to)?);
    link.push_str("?subject=");
    encode(&mut link, &safe::line(mail.subject, LONGEST), "");
    if !mail.body.is_empty() {
        link.push_str("&body=");
        encode(&mut link, &safe::lines(mail.body).replace('\n', "\r\n"), "");
    }
    Some(link)
}

/// `mailto:` and the address.
pub(super) fn uri(address: &Address) -> String {
    let mut link = "mailto:".to_owned();
    encode(&mut link, address.user(), "+");
    link.push('@');
    link.push_str(address.domain());
    link
}

fn encode(link: &mut String, text: &str, also: &str) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    let end = link.len() + LONGEST;
    for c in text.chars() {
        let begun = link.len();
        if c.is_ascii_alphanumeric() || "-._~".contains(c) || also.contains(c) {
            link.push(c);
        } else {
            for byte in c.encode_utf8(&mut [0; 4]).bytes() {
                link.push('%');
                for digit in [byte >> 4, byte & 15] {
                    link.push(char::from(DIGITS[usize::from(digit)]));
                }
            }
        }
        if link.len() > end {
            link.truncate(begun);
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_holds_one_mail_and_nothing_else() {
        let mail = Mailto {
            to: "praxis+a&b@example.org",
            subject: "YES k7&bcc=eve@example.org\r\n\"<",
            body: "Ja,\nich komme.",
        };
        assert_eq!(
            mailto(&mail).as_deref(),
            Some(
                "mailto:praxis+a%26b@example.org?subject=YES%20k7%26bcc%3Deve%40example.org%20%22%3C&body=Ja%2C%0D%0Aich%20komme."
            )
        );
        let long = "ä".repeat(1_000);
        let cut = mailto(&Mailto {
            subject: &long,
            body: &long,
            ..mail
        });
        let wanted = "%C3%A4".repeat(40);
        let wanted = format!("mailto:praxis+a%26b@example.org?subject={wanted}&body={wanted}");
        assert_eq!(cut, Some(wanted));
        let nobody = Mailto { to: "x", ..mail };
        assert_eq!(mailto(&nobody), None);
    }
}
