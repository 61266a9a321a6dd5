//! Text of others, made fit to stand in a mail: nothing in it ends a line, turns the reading
//! direction of what follows, or passes for an encoding.

/// One line of at most `longest` characters; anything like a space or a line end is one space.
pub(super) fn line(text: &str, longest: usize) -> String {
    let mut line = String::with_capacity(text.len().min(longest * 4));
    let mut count = 0;
    let mut gap = false;
    for c in text.chars().filter(|c| !turns(*c)) {
        if c.is_whitespace() || c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') {
            gap = !line.is_empty();
            continue;
        }
        // A mail program would decode what looks like an encoded word (RFC 2047).
        gap |= c == '?' && line.ends_with('=');
        let wanted = if gap { 2 } else { 1 };
        if count + wanted > longest {
            line.push('…');
            break;
        }
        if gap {
            line.push(' ');
            gap = false;
        }
        line.push(c);
        count += wanted;
    }
    line
}

/// Lines that end alike, without control characters.
pub(super) fn lines(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let kept = |c: &char| !turns(*c) && (!c.is_control() || matches!(c, '\n' | '\t'));
    text.chars().filter(kept).collect()
}

/// Marks that turn the direction of the text behind them until they are ended; a name that is cut
/// short never ends them. Letters know their own direction without.
fn turns(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// A language tag as it may stand in a header and in an attribute; none if it is no such tag.
pub(super) fn language(tag: &str) -> Option<&str> {
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '-';
    ((2..=35).contains(&tag.len()) && tag.chars().all(plain)).then_some(tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_stays_one_line() {
        for (text, wanted) in [
            ("Anna\r\nBcc: eve@example.org", "Anna Bcc: eve@example.org"),
            ("  a \u{0}\u{7f}\u{85}\u{2028}\u{2029} b  ", "a b"),
            ("\u{202e}gnp.exe\u{202c}\u{2066}", "gnp.exe"),
            ("=?utf-8?q?=0AX:?=", "= ?utf-8?q?=0AX:?="),
            ("=\u{202e}?x", "= ?x"),
            ("", ""),
        ] {
            assert_eq!(line(text, 100), wanted, "{text:?}");
        }
    }

    #[test]
    fn a_line_is_cut_between_characters() {
        assert_eq!(line("ääääää", 3), "äää…");
        assert_eq!(line("äää", 3), "äää");
        assert_eq!(line("ab cd", 3), "ab…");
    }
}
