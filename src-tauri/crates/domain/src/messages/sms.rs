//! How long a text is (M12), by the alphabet of 3GPP TS 23.038 and the segments of TS 23.040.
//!
//! The crates that know this alphabet turn texts into bytes and count no segments; the bytes are the
//! gateway's work, and the alphabet is a line.

/// What a text takes up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SmsLength {
    pub alphabet: Alphabet,
    /// Septets, or UTF-16 units.
    pub units: usize,
    /// Messages that are paid for; none for an empty text.
    pub segments: usize,
    /// Units that still fit into the last of them.
    pub left: usize,
}

/// How the letters are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alphabet {
    Gsm7,
    /// Because of one letter at least that the other one has not.
    Ucs2,
}

/// Each takes one septet. Line ends are among them, so that a text of two lines stays cheap.
const BASIC: &str = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡\
    ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

/// Each takes two, the first of which escapes from the basic ones.
const ESCAPED: &str = "\u{c}^{}\\[~]|€";

impl Alphabet {
    /// Units of a message that is alone, and of each where there are several: they carry a number.
    fn room(self) -> (usize, usize) {
        match self {
            Alphabet::Gsm7 => (160, 153),
            Alphabet::Ucs2 => (70, 67),
        }
    }
}

/// How long a text is.
pub fn sms_length(text: &str) -> SmsLength {
    let gsm = text.chars().map(septets).collect::<Option<Vec<usize>>>();
    let (alphabet, sizes) = match gsm {
        Some(sizes) => (Alphabet::Gsm7, sizes),
        None => (Alphabet::Ucs2, text.chars().map(char::len_utf16).collect()),
    };
    let units = sizes.iter().sum();
    let (alone, each) = alphabet.room();
    if units <= alone {
        return SmsLength {
            alphabet,
            units,
            segments: usize::from(units > 0),
            left: alone - units,
        };
    }
    let mut segments = 1;
    let mut used = 0;
    for size in sizes {
        // No letter is cut in two: what does not fit goes to the next one whole.
        if used + size > each {
            segments += 1;
            used = 0;
        }
        used += size;
    }
    SmsLength {
        alphabet,
        units,
        segments,
        left: each - used,
    }
}

/// The letters that make a text dear, each once, with its place in characters; none where it is
/// written in GSM 7 anyway.
pub fn dear_letters(text: &str) -> Vec<(usize, char)> {
    let mut found: Vec<(usize, char)> = Vec::new();
    for (at, letter) in text.chars().enumerate() {
        if septets(letter).is_none() && found.iter().all(|(_, other)| *other != letter) {
            found.push((at, letter));
        }
    }
    found
}

/// The text with plain letters for those that word processors put in place of them: quotes, dashes,
/// dots and spaces. Nothing is lost by it.
pub fn plain_letters(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\u{2018}' | '\u{2019}' | '\u{201a}' | '\u{2039}' | '\u{203a}' | '`' | '´' => {
                plain.push('\'');
            }
            '\u{201c}' | '\u{201d}' | '\u{201e}' | '«' | '»' => plain.push('"'),
            '\u{2010}'..='\u{2015}' | '\u{2212}' => plain.push('-'),
            '\u{2026}' => plain.push_str("..."),
            '\u{a0}' | '\u{2002}'..='\u{200a}' | '\u{202f}' | '\t' => plain.push(' '),
            '\u{200b}' | '\u{feff}' | '\u{ad}' => {}
            _ => plain.push(letter),
        }
    }
    plain
}

fn septets(letter: char) -> Option<usize> {
    if BASIC.contains(letter) {
        Some(1)
    } else if ESCAPED.contains(letter) {
        Some(2)
    } else {
        None
    }
}
