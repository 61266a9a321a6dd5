//! What a server says to a command (RFC 5321, 4.2).

use super::safe;

/// One reply, all its lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reply {
    pub(super) code: u16,
    /// Without codes and without line ends.
    pub(super) lines: Vec<String>,
}

/// One line of a reply.
pub(super) struct ReplyLine {
    pub(super) code: u16,
    pub(super) last: bool,
    pub(super) text: String,
}

impl ReplyLine {
    /// Reads a line without its end. Some servers speak no UTF-8.
    pub(super) fn read(line: &[u8]) -> Option<Self> {
        let (digits, rest) = line.split_at_checked(3)?;
        if !matches!(digits, [b'2'..=b'5', ..]) || !digits.iter().all(u8::is_ascii_digit) {
            return None;
        }
        let code = digits
            .iter()
            .fold(0, |code, digit| code * 10 + u16::from(digit - b'0'));
        let (last, text) = match rest {
            [] => (true, rest),
            [b' ', text @ ..] => (true, text),
            [b'-', text @ ..] => (false, text),
            _ => return None,
        };
        Some(Self {
            code,
            last,
            text: String::from_utf8_lossy(text).into_owned(),
        })
    }
}

impl Reply {
    /// The first digit of its code.
    pub(super) fn class(&self) -> u16 {
        self.code / 100
    }

    /// The enhanced code (RFC 3463), such as `5.7.1`.
    pub(super) fn enhanced(&self) -> Option<&str> {
        let word = self.lines.first()?.split(' ').next()?;
        let mut parts = word.split('.');
        let number = |part: &str| {
            (1..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
        };
        let three = [parts.next()?, parts.next()?, parts.next()?];
        (parts.next().is_none() && three.into_iter().all(number)).then_some(word)
    }

    /// Whether its text has those words, in any case of letters.
    pub(super) fn mentions(&self, words: &str) -> bool {
        let mut lines = self.lines.iter().map(|line| line.to_lowercase());
        lines.any(|line| line.contains(words))
    }

    /// For a person: one line.
    pub(super) fn told(&self) -> String {
        safe::line(&format!("{} {}", self.code, self.lines.join(" ")), 200)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_read_or_it_is_none() {
        for (line, wanted) in [
            (&b"250 2.1.0 Ok"[..], Some((250, true, "2.1.0 Ok"))),
            (b"250-SIZE 100", Some((250, false, "SIZE 100"))),
            (b"354", Some((354, true, ""))),
            (b"550 M\xfcller", Some((550, true, "M\u{fffd}ller"))),
            (b"25", None),
            (b"HTTP/1.1 400 Bad Request", None),
            (b"2500 Ok", None),
            (b"999 Ok", None),
            (b"150 Ok", None),
            (b"", None),
        ] {
            let read = ReplyLine::read(line);
            let read = read.as_ref().map(|l| (l.code, l.last, l.text.as_str()));
            assert_eq!(read, wanted, "{line:?}");
        }
    }

    #[test]
    fn an_enhanced_code_stands_at_the_beginning() {
        for (line, wanted) in [
            ("5.7.1 no", Some("5.7.1")),
            ("5.7.515", Some("5.7.515")),
            ("1.2.3.4 is listed", None),
            ("no 5.7.1", None),
            ("", None),
        ] {
            let reply = Reply {
                code: 550,
                lines: vec![line.to_owned()],
            };
            assert_eq!(reply.enhanced(), wanted);
        }
    }
}
