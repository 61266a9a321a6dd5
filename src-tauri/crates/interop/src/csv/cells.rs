//! Single cells: made harmless for spreadsheets, and lists in one cell.

/// The cell with a `'` in front when a spreadsheet could take it for a formula. A text that already
/// begins with such a guard gets another one, so that [`unguarded`] gives back exactly this text.
pub(super) fn guarded(text: &str) -> std::borrow::Cow<'_, str> {
    if is_dangerous(text) {
        format!("'{text}").into()
    } else {
        text.into()
    }
}

/// Without the `'` that guards a formula; any other `'` belongs to the text.
pub(super) fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if is_dangerous(rest) => rest,
        _ => cell,
    }
}

/// Whether what follows quotes and blanks is a sign that begins a formula, also in full width.
/// Tab and carriage return count by themselves, since some spreadsheets drop them and go on.
fn is_dangerous(text: &str) -> bool {
    if text.starts_with(['\t', '\r', '\n']) {
        return true;
    }
    let start = text.trim_start_matches(|c: char| c == '\'' || c.is_whitespace());
    start.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
        || text
            .trim_start_matches('\'')
            .starts_with(['\t', '\r', '\n'])
}

/// One item a line, each a label and a value with a mark between them; marks and line ends within are
/// escaped by a backslash.
pub(super) fn join<'a>(items: impl Iterator<Item = (&'a str, &'a str)>, mark: char) -> String {
    let mut cell = String::new();
    for (label, value) in items {
        if !cell.is_empty() {
            cell.push('\n');
        }
        escape(&mut cell, label, mark);
        cell.push(mark);
        cell.push(' ');
        escape(&mut cell, value, mark);
    }
    cell
}

/// Undoes [`join`]. A line without a mark is a value without a label.
pub(super) fn split(cell: &str, mark: char) -> Vec<(String, String)> {
    lines(cell).map(|line| item(line, mark)).collect()
}

/// Lines in one cell, each escaped.
pub(super) fn join_lines<'a>(items: impl Iterator<Item = &'a str>) -> String {
    let mut cell = String::new();
    for line in items {
        if !cell.is_empty() {
            cell.push('\n');
        }
        escape(&mut cell, line, '\n');
    }
    cell
}

/// Undoes [`join_lines`].
pub(super) fn split_lines(cell: &str) -> Vec<String> {
    lines(cell).map(|line| item(line, '\0').1).collect()
}

fn lines(cell: &str) -> impl Iterator<Item = &str> {
    cell.split('\n')
        .map(|line| line.strip_suffix('\r').unwrap_or(line))
        .filter(|line| !line.is_empty())
}

fn escape(cell: &mut String, text: &str, mark: char) {
    for c in text.chars() {
        match c {
            '\n' => cell.push_str("\\n"),
            '\r' => cell.push_str("\\r"),
            '\\' => cell.push_str("\\\\"),
            c if c == mark => {
                cell.push('\\');
                cell.push(c);
            }
            c => cell.push(c),
        }
    }
}

fn item(line: &str, mark: char) -> (String, String) {
    let (mut label, mut text) = (None, String::new());
    let mut chars = line.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\\' => match chars.peek().copied() {
                Some('n') => push_escaped(&mut text, &mut chars, '\n'),
                Some('r') => push_escaped(&mut text, &mut chars, '\r'),
                Some('\\') => push_escaped(&mut text, &mut chars, '\\'),
                Some(next) if next == mark => push_escaped(&mut text, &mut chars, mark),
                _ => text.push('\\'),
            },
            c if c == mark && label.is_none() => {
                label = Some(std::mem::take(&mut text));
                chars.next_if_eq(&' ');
            }
            c => text.push(c),
        }
    }
    (label.unwrap_or_default(), text)
}

fn push_escaped(text: &mut String, chars: &mut std::iter::Peekable<std::str::Chars<'_>>, c: char) {
    chars.next();
    text.push(c);
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_guard_is_taken_off_only_where_it_guards() {
        for (cell, text) in [
            ("'=1+1", "=1+1"),
            ("'+49 30 123", "+49 30 123"),
            ("''=x", "'=x"),
            ("'ntje", "'ntje"),
            ("'s-Gravenhage", "'s-Gravenhage"),
            ("O'Neil", "O'Neil"),
            ("'", "'"),
            ("'\tx", "\tx"),
        ] {
            assert_eq!(unguarded(cell), text, "{cell}");
        }
        for text in [
            "=1", "+1", "-1", "@x", "\t=1", "\r=1", " =1", "＝1", "＠x", "'=1",
        ] {
            assert!(guarded(text).starts_with('\''), "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_guarded_cell_gives_back_its_text(text in "['=+@ \\t\\r\n＝a-]{0,6}|\\PC*") {
            let cell = guarded(&text);
            prop_assert_eq!(unguarded(&cell), text.as_str());
            prop_assert!(!cell.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']));
        }

        #[test]
        fn lists_in_a_cell_give_back_their_items(
            items in prop::collection::vec(("[a:\\\\ \n\r]{0,5}", "[1: \\\\\n\rnr|]{1,6}"), 0..4),
        ) {
            let cell = join(items.iter().map(|(label, value)| (label.as_str(), value.as_str())), ':');
            prop_assert_eq!(split(&cell, ':'), items.clone());
            let cell = join_lines(items.iter().map(|(_, value)| value.as_str()));
            prop_assert_eq!(split_lines(&cell), items.into_iter().map(|(_, value)| value).collect::<Vec<_>>());
        }
    }
}
