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
    /// The same uncut at hyphens and apostrophes, as names are stored whole.
    pub names: Vec<String>,
    /// Digits of a phone number, any part of it; alternatives, the surest first.
    pub digits: Vec<String>,
    /// A birth date as a stored word; alternatives, for a year of two digits is of either century.
    pub dates: Vec<String>,
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
        let dates = dates_typed(text);
        if let [_] = dates.as_slice() {
            return Self {
                dates,
                ..Self::default()
            };
        }
        let folded = fold(text);
        // Three numbers are words of nobody's name, but a part of a phone number they may be.
        let words: Vec<String> = if dates.is_empty() {
            split(&folded).map(str::to_owned).collect()
        } else {
            Vec::new()
        };
        let names = folded
            .split_whitespace()
            .map(|name| name.trim_matches(|c| !is_word(c)).to_owned())
            .filter(|name| !name.is_empty() && !words.is_empty())
            .collect();
        Self {
            words,
            names,
            digits: digits_typed(text),
            dates,
        }
    }

    /// Whether nothing was typed that could be found.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty() && self.digits.is_empty() && self.dates.is_empty()
    }
}

/// The parts of a number by which a typed phone number may be stored.
fn digits_typed(text: &str) -> Vec<String> {
    let phone_like = text
        .chars()
        .all(|c| c.is_ascii_digit() || " +-./()".contains(c));
    let all = digits(text);
    let bare = all.trim_start_matches('0');
    let mut alternatives = Vec::new();
    if !phone_like || bare.len() < 3 {
        return alternatives;
    }
    alternatives.push(bare.to_owned());
    // With a country code typed and none stored, the end of the number is what agrees. How long
    // the code is, nothing tells.
    let trimmed = text.trim_start();
    let with_code = trimmed.starts_with('+') || trimmed.starts_with("00");
    if with_code || bare.len() >= 10 {
        let shorter = [9, 8, 7].into_iter().filter(|end| *end < bare.len());
        alternatives.extend(shorter.map(|end| bare[bare.len() - end..].to_owned()));
    }
    alternatives
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
        '\u{2018}' | '\u{2019}' | '\u{2bc}' | '\u{2bb}' | '`' => "'",
        _ => return None,
    })
}

fn is_word(c: char) -> bool {
    // Letters in circles and squares are symbols to SQLite, which would cut a word at them.
    let symbol = matches!(c, '\u{24b6}'..='\u{24e9}' | '\u{1f130}'..='\u{1f189}');
    (c.is_alphanumeric() && !symbol) || is_combining_mark(c)
}

/// What stands between the parts of one name.
fn is_joint(c: char) -> bool {
    matches!(c, '\'' | '-' | '\u{2010}'..='\u{2013}')
}

fn split(folded: &str) -> impl Iterator<Item = &str> {
    folded
        .split(|c| !is_word(c))
        .filter(|word| !word.is_empty())
}

/// The words of a text, with the other spellings of the same name beside them.
fn stored_words(text: &str, words: &mut Vec<String>) {
    let folded = fold(text);
    // "OBrien" typed must find "O'Brien" stored, and "Annemarie" "Anne-Marie".
    let joined = folded
        .split(|c| !is_word(c) && !is_joint(c))
        .map(|name| name.trim_matches(is_joint))
        .filter(|name| name.contains(is_joint));
    words.extend(joined.map(|name| name.replace(is_joint, "")));
    for word in split(&folded) {
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
    if text.is_ascii() {
        return;
    }
    // Some systems write the letter and its dots apart.
    let composed: String = text.nfc().collect();
    if composed.contains(['ä', 'ö', 'ü', 'ø', 'å', 'Ä', 'Ö', 'Ü', 'Ø', 'Å']) {
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

/// A typed date as one of the stored words, or as one of two where the year has two digits: three
/// numbers with a separator.
fn dates_typed(text: &str) -> Vec<String> {
    let text = text.trim();
    let Some(separator) = text.chars().find(|c| "-./".contains(*c)) else {
        return Vec::new();
    };
    let parts: Vec<&str> = text.split(separator).map(str::trim).collect();
    let [a, b, c] = parts[..] else {
        return Vec::new();
    };
    if !parts
        .iter()
        .all(|part| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit()))
    {
        return Vec::new();
    }
    match (a.len(), b.len(), c.len()) {
        (4, 1..=2, 1..=2) => vec![format!("{a}{b:0>2}{c:0>2}")],
        (1..=2, 1..=2, 4) => vec![format!("{a:0>2}{b:0>2}{c}")],
        (1..=2, 1..=2, 2) => ["19", "20"]
            .map(|century| format!("{a:0>2}{b:0>2}{century}{c}"))
            .to_vec(),
        _ => Vec::new(),
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
            ("O'Brien", "obrien"),
            ("O’Brien", "OBrien"),
            ("D‘Angelo", "dangelo"),
            ("Anne-Marie", "annemarie"),
            ("Mu\u{308}ller", "mueller"),
            ("Mu\u{308}ller", "Müller"),
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
            assert!(words.contains(&query.dates[0]), "{typed}");
        }
    }

    #[test]
    fn p2_a_year_of_two_digits_is_of_either_century() {
        for year in [1980, 2080] {
            let words = date_words(NaiveDate::from_ymd_opt(year, 1, 1).unwrap());
            for typed in ["1.1.80", "01/01/80", "1-1-80"] {
                let query = Query::of(typed);
                assert!(
                    query.dates.iter().any(|date| words.contains(date)),
                    "{typed}"
                );
            }
        }
        // It may be the beginning of a phone number just as well.
        assert_eq!(Query::of("12.34.56").digits[0], "123456");
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
        for (stored, typed) in [
            ("07700 900481", "+44 7700 900481"),
            ("12345678", "+47 12 34 56 78"),
            ("12345678", "0047 12345678"),
            ("5811234", "+354 581 1234"),
            ("030 5550100", "+49 30 5550100"),
        ] {
            let query = Query::of(typed);
            let stored = digits(stored);
            assert!(
                query.digits.iter().any(|part| stored.contains(part)),
                "{typed} {query:?}"
            );
        }
        // Without a country code two numbers are two numbers.
        let query = Query::of("12345678");
        assert!(!query.digits.iter().any(|part| "92345678".contains(part)));
    }
}
