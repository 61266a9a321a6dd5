//! Text from anywhere -> text that a page can carry: no control characters, no bidi overrides, no towers of accents.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;

/// More accents than this on one letter are drawn by nobody who spells a name.
const ACCENTS: usize = 4;
/// Marks of any script on one letter, and how often the same one; Khmer and Tibetan need the most.
const MARKS: usize = 8;
const SAME: usize = 2;

/// One line of text: line ends become spaces.
pub(crate) fn line(text: &str) -> String {
    tidy(text, false)
}

/// Text of several lines: line ends stay, as `\n`.
pub(crate) fn paragraphs(text: &str) -> String {
    tidy(text, true)
}

fn tidy(text: &str, keep_line_ends: bool) -> String {
    if text.bytes().all(|byte| (b' '..0x7f).contains(&byte)) && !text.contains("  ") {
        return text.trim().to_owned();
    }
    let mut clean = String::with_capacity(text.len());
    let text = text.replace("\r\n", "\n");
    let mapped: String = text
        .chars()
        .filter_map(|c| plain(c, keep_line_ends))
        .nfc()
        .collect();
    for grapheme in mapped.graphemes(true) {
        if grapheme == " " && clean.ends_with([' ', '\n']) {
            continue;
        }
        push_grapheme(&mut clean, grapheme);
    }
    clean.trim().to_owned()
}

/// Adds a letter with as many of its marks as a word could have.
fn push_grapheme(clean: &mut String, grapheme: &str) {
    let mut marks: Vec<char> = Vec::new();
    for character in grapheme.chars() {
        if is_combining_mark(character) {
            let accents = marks.iter().filter(|mark| is_loose_accent(**mark)).count();
            let same = marks.iter().filter(|mark| **mark == character).count();
            if marks.len() >= MARKS
                || same >= SAME
                || (is_loose_accent(character) && accents >= ACCENTS)
            {
                continue;
            }
            marks.push(character);
        }
        clean.push(character);
    }
}

/// What stands for a character; `None` drops it.
fn plain(character: char, keep_line_ends: bool) -> Option<char> {
    match character {
        '\n' | '\r' | '\u{0b}' | '\u{0c}' | '\u{85}' | '\u{2028}' | '\u{2029}'
            if keep_line_ends =>
        {
            Some('\n')
        }
        // The joiners are part of how Persian and Indic words are spelt.
        '\u{200c}' | '\u{200d}' => Some(character),
        '\u{a0}' | '\u{202f}' | '\u{2007}' => Some('\u{a0}'),
        c if c.is_whitespace() => Some(' '),
        c if c.is_control() || is_invisible(c) => None,
        c => Some(c),
    }
}

/// Characters that draw nothing and could only hide, reorder or mislabel the text around them.
fn is_invisible(character: char) -> bool {
    matches!(character,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{70f}' | '\u{180b}'..='\u{180f}' | '\u{200b}' | '\u{200e}' | '\u{200f}'
        | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
        | '\u{fff0}'..='\u{fffb}' | '\u{fdd0}'..='\u{fdef}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e0fff}')
        || (character as u32) & 0xfffe == 0xfffe
}

/// Accents that belong to no script of their own and can be piled on any letter.
fn is_loose_accent(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{1ab0}'..='\u{1aff}'
        | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_hides_or_reorders_goes_and_what_spells_stays() {
        let table = [
            ("Zoë Þórsdóttir", "Zoë Þórsdóttir"),
            ("  two\tparts \u{0} ", "two parts"),
            ("line\r\nend", "line end"),
            ("evil\u{202e}txt.exe", "eviltxt.exe"),
            ("zero\u{200b}\u{feff}width", "zerowidth"),
            ("e\u{301}", "é"),
            ("می\u{200c}خواهم", "می\u{200c}خواهم"),
            ("\u{e0041}tag\u{fffe}", "tag"),
        ];
        for (from, to) in table {
            assert_eq!(line(from), to);
        }
        assert_eq!(paragraphs("a\r\n\u{1}b"), "a\nb");
    }

    #[test]
    fn a_tower_of_accents_is_cut_to_what_fits_a_line() {
        let tower = format!("H{}i", "\u{302}\u{489}\u{316}".repeat(20));
        assert!(line(&tower).chars().count() <= 2 + ACCENTS);
        let thai = format!("\u{e14}{}", "\u{e49}".repeat(60));
        assert!(line(&thai).chars().count() <= 1 + SAME);
        assert_eq!(line("ស្រ្តី"), "ស្រ្តី");
    }
}
