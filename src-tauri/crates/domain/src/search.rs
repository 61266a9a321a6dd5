//! Finding a patient by whatever the person at the desk remembers (P2): how texts are folded and
//! cut into words, alike for what is stored and for what is typed.

use crate::patient::Patient;
use chrono::{Datelike, NaiveDate};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{canonical_combining_class, is_combining_mark};

/// What is stored of a patient to be found by.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SearchText {
    /// Family name, folded; names that begin with the typed text come first.
    pub family: String,
    /// Given names, folded.
    pub given: String,
    /// Words of names, e-mail addresses, chart number and birth date, with spaces between.
    pub words: String,
    /// The same names and addresses unbroken, and the digits of the phones, for any part of them.
    pub parts: String,
}

/// What was typed, ready to be looked up.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    /// Each must begin a stored word.
    pub words: Vec<String>,
    /// Digits of a phone number, any part of it; alternatives.
    pub digits: Vec<String>,
}

impl SearchText {
    /// What a patient is found by.
    pub fn of(patient: &Patient) -> Self {
        let mut words = Vec::new();
        let mut parts = Vec::new();
        let preferred = patient.preferred_name.as_deref().unwrap_or_default();
        for name in [
            patient.name.given.as_str(),
            patient.name.family.as_str(),
            preferred,
        ] {
            stored_words(name, &mut words);
            parts.push(fold(name));
        }
        for email in &patient.emails {
            stored_words(&email.address, &mut words);
            parts.push(fold(&email.address));
        }
        if let Some(chart) = &patient.chart_number {
            stored_words(chart, &mut words);
            let unbroken: String = fold(chart)
                .chars()
                .filter(|c| c.is_alphanumeric())
                .collect();
            words.push(unbroken);
        }
        if let Some(birth) = patient.birth_date {
            words.extend(date_words(birth));
        }
        for phone in &patient.phones {
            parts.push(digits(&phone.number));
        }
        words.sort_unstable();
        words.dedup();
        parts.retain(|part| !part.is_empty());
        Self {
            family: fold(&patient.name.family),
            given: fold(&patient.name.given),
            words: words.join(" "),
            parts: parts.join(" "),
        }
    }
}

impl Query {
    /// Reads what was typed. Empty when there is nothing to look for.
    pub fn of(text: &str) -> Self {
        if let Some(date) = date_typed(text) {
            return Self {
                words: vec![date],
                digits: Vec::new(),
            };
        }
        let folded = fold(text);
        let words: Vec<String> = split(&folded).map(str::to_owned).collect();
        let phone_like = text
            .chars()
            .all(|c| c.is_ascii_digit() || " +-./()".contains(c));
        let all = digits(text);
        let mut alternatives = Vec::new();
        if phone_like && all.len() >= 3 {
            let bare = all.trim_start_matches('0');
            if bare.len() >= 3 {
                alternatives.push(bare.to_owned());
            }
            // With a country code typed and none stored, the end of the number is what agrees.
            if bare.len() >= 10 {
                alternatives.push(bare[bare.len() - 9..].to_owned());
            }
        }
        Self {
            words,
            digits: alternatives,
        }
    }

    /// Whether nothing was typed that could be found.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty() && self.digits.is_empty()
    }
}

/// Lower case without accents, so that "Zoe" finds "Zoë" and "Lodz" finds "Łódź".
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    if text.is_ascii() {
        folded.push_str(text);
        folded.make_ascii_lowercase();
        return folded;
    }
    for c in text.nfkd().filter(|c| canonical_combining_class(*c) == 0) {
        for lower in c.to_lowercase() {
            match plain(lower) {
                Some(letters) => folded.push_str(letters),
                None if canonical_combining_class(lower) != 0 => {}
                None => folded.push(lower),
            }
        }
    }
    folded
}

/// Digits alone, of any script.
pub fn digits(text: &str) -> String {
    text.chars().filter_map(fold_digit).collect()
}

fn fold_digit(c: char) -> Option<char> {
    if c.is_ascii_digit() {
        return Some(c);
    }
    let zero = match c {
        '\u{660}'..='\u{669}' => '\u{660}',
        '\u{6f0}'..='\u{6f9}' => '\u{6f0}',
        '\u{966}'..='\u{96f}' => '\u{966}',
        '\u{9e6}'..='\u{9ef}' => '\u{9e6}',
        '\u{17e0}'..='\u{17e9}' => '\u{17e0}',
        '\u{ff10}'..='\u{ff19}' => '\u{ff10}',
        _ => return None,
    };
    char::from_digit(c as u32 - zero as u32, 10)
}

/// Letters that no decomposition takes apart, and letters that people type for one another.
fn plain(c: char) -> Option<&'static str> {
    Some(match c {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'đ' | 'ð' => "d",
        'ł' => "l",
        'ı' => "i",
        'þ' => "th",
        'ħ' => "h",
        'ŋ' => "n",
        'ς' => "σ",
        'ى' => "ي",
        'ة' => "ه",
        '\u{2019}' | '\u{2bc}' | '\u{2bb}' | '`' => "'",
        _ => return None,
    })
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || is_combining_mark(c)
}

fn split(folded: &str) -> impl Iterator<Item = &str> {
    folded
        .split(|c| !is_word(c))
        .filter(|word| !word.is_empty())
}

/// The words of a text, with the other spellings of the same name beside them.
fn stored_words(text: &str, words: &mut Vec<String>) {
    for word in split(&fold(text)) {
        words.push(word.to_owned());
        // "Müller" typed must find "Mueller" stored.
        if ["ae", "oe", "ue", "aa"]
            .iter()
            .any(|pair| word.contains(pair))
        {
            let short = word
                .replace("ae", "a")
                .replace("oe", "o")
                .replace("ue", "u");
            words.push(short.replace("aa", "a"));
        }
        // Scripts without spaces: any ending of a name may be what is typed.
        if word.chars().any(is_unspaced) {
            words.extend(
                word.char_indices()
                    .skip(1)
                    .map(|(at, _)| word[at..].to_owned()),
            );
        }
    }
    // "Mueller" typed must find "Müller" stored.
    if text.chars().any(|c| "äöüøåÄÖÜØÅ".contains(c)) {
        let composed: String = text.nfc().collect();
        let long = composed
            .replace(['ä', 'Ä'], "ae")
            .replace(['ö', 'Ö', 'ø', 'Ø'], "oe")
            .replace(['ü', 'Ü'], "ue")
            .replace(['å', 'Å'], "aa");
        words.extend(split(&fold(&long)).map(str::to_owned));
    }
}

fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{1100}'..='\u{11ff}' | '\u{ac00}'..='\u{d7af}' | '\u{1780}'..='\u{17ff}' | '\u{20000}'..='\u{2fa1f}')
}

/// A birth date in each order in which it may be typed, and its year.
fn date_words(date: NaiveDate) -> [String; 4] {
    let (year, month, day) = (date.year(), date.month(), date.day());
    [
        format!("{year:04}{month:02}{day:02}"),
        format!("{day:02}{month:02}{year:04}"),
        format!("{month:02}{day:02}{year:04}"),
        format!("{year:04}"),
    ]
}

/// A typed date as one of the stored words: three numbers with a separator, one of them a year.
fn date_typed(text: &str) -> Option<String> {
    let text = text.trim();
    let separator = text.chars().find(|c| "-./".contains(*c))?;
    let parts: Vec<&str> = text.split(separator).map(str::trim).collect();
    let [a, b, c] = parts[..] else { return None };
    if !parts
        .iter()
        .all(|part| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit()))
    {
        return None;
    }
    match (a.len(), b.len(), c.len()) {
        (4, 1..=2, 1..=2) => Some(format!("{a}{b:0>2}{c:0>2}")),
        (1..=2, 1..=2, 4) => Some(format!("{a:0>2}{b:0>2}{c}")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(stored_name: &str, typed: &str) -> bool {
        let mut words = Vec::new();
        stored_words(stored_name, &mut words);
        let query = Query::of(typed);
        !query.is_empty()
            && query
                .words
                .iter()
                .all(|word| words.iter().any(|stored| stored.starts_with(word)))
    }

    #[test]
    fn p2_names_are_found_in_any_order_accent_and_case() {
        for (stored, typed) in [
            ("Aaron Smith", "aar smi"),
            ("Aaron Smith", "smi aar"),
            ("Zoë Þórsdóttir", "zoe thors"),
            ("Müller", "Mueller"),
            ("Müller", "Muller"),
            ("Mueller", "Müller"),
            ("Łukasz Wójcik", "lukasz wojcik"),
            ("Jørgensen", "joergensen"),
            ("O’Brien", "o'brien"),
            ("Strauß", "strauss"),
            ("Παπαδόπουλος", "παπαδοπουλος"),
            ("王小明", "小明"),
            ("أحمد", "احمد"),
            ("Ёлкин", "елкин"),
        ] {
            assert!(found(stored, typed), "{typed} should find {stored}");
        }
        assert!(!found("Aaron Smith", "smi bar"));
    }

    #[test]
    fn p2_birth_dates_are_found_in_each_local_order() {
        let date = NaiveDate::from_ymd_opt(1984, 2, 1).unwrap();
        let words = date_words(date);
        for typed in ["1984-02-01", "1.2.1984", "01.02.1984", "2/1/1984"] {
            let query = Query::of(typed);
            assert!(words.contains(&query.words[0]), "{typed}");
        }
    }

    #[test]
    fn p2_phones_are_found_in_any_format() {
        let stored = digits("+44 7700 900 481");
        for typed in [
            "07700 900481",
            "+447700900481",
            "0044 7700 900-481",
            "0481",
            "900 4",
        ] {
            let query = Query::of(typed);
            assert!(
                query.digits.iter().any(|part| stored.contains(part)),
                "{typed} {query:?}"
            );
        }
        let national = digits("07700 900481");
        let query = Query::of("+44 7700 900481");
        assert!(query.digits.iter().any(|part| national.contains(part)));
    }
}
