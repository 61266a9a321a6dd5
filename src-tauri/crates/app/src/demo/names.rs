//! Names of many countries, from `assets/demo/names.tsv`.

use super::dice::Dice;
use domain::Sex;

/// One line a country and kind: `F` and `M` given names, `S` family names.
const FILE: &str = include_str!("../../../../../assets/demo/names.tsv");

/// A name as it is written, and in Latin letters.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spelling {
    pub(super) written: &'static str,
    pub(super) latin: &'static str,
}

/// A family's name; in some languages a woman's differs from a man's.
#[derive(Debug, Clone, Copy)]
pub(super) struct FamilyName {
    man: Spelling,
    woman: Spelling,
}

/// The names of one country in one script.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// ISO 3166 code.
    pub(super) country: &'static str,
    /// Not in Latin letters.
    pub(super) native: bool,
    women: Vec<Spelling>,
    men: Vec<Spelling>,
    families: Vec<FamilyName>,
}

/// All countries.
#[derive(Debug)]
pub(super) struct NameBook {
    /// Where the practice stands, and countries that speak alike.
    home: Vec<Names>,
    latin: Vec<Names>,
    native: Vec<Names>,
}

impl NameBook {
    /// `home` lists countries whose names most patients have.
    pub(super) fn of(home: &[&str]) -> Self {
        let mut book = Self {
            home: Vec::new(),
            latin: Vec::new(),
            native: Vec::new(),
        };
        let mut all: Vec<Names> = Vec::new();
        for line in FILE.lines() {
            let mut cells = line.split('\t');
            let (Some(place), Some(kind), Some(list)) = (cells.next(), cells.next(), cells.next())
            else {
                continue;
            };
            let country = place.trim_end_matches('*');
            let native = place.ends_with('*');
            let same = |names: &Names| names.country == country && names.native == native;
            if !all.last().is_some_and(same) {
                all.push(Names {
                    country,
                    native,
                    ..Names::default()
                });
            }
            let Some(names) = all.last_mut() else {
                continue;
            };
            match kind {
                "F" => names.women = list.split('|').map(spelling).collect(),
                "M" => names.men = list.split('|').map(spelling).collect(),
                _ => names.families = list.split('|').map(family).collect(),
            }
        }
        for names in all {
            if names.native {
                book.native.push(names);
            } else if home.contains(&names.country) {
                book.home.push(names);
            } else {
                book.latin.push(names);
            }
        }
        book
    }

    /// Where a family comes from: mostly from here, some from elsewhere. Scripts take turns, so
    /// that a small practice has them all; `turn` counts them.
    pub(super) fn draw(&self, turn: &mut usize, dice: &mut Dice) -> &Names {
        match dice.below(100) {
            0..64 => dice.pick(&self.home),
            64..91 => dice.pick(&self.latin),
            _ => {
                *turn += 1;
                &self.native[*turn % self.native.len()]
            }
        }
    }
}

impl Names {
    pub(super) fn family(&self, dice: &mut Dice) -> FamilyName {
        *dice.pick(&self.families)
    }

    /// A given name; some people have two.
    pub(super) fn given(&self, sex: Sex, dice: &mut Dice) -> (String, String) {
        let names = match sex {
            Sex::Female => &self.women,
            _ => &self.men,
        };
        let first = dice.pick(names);
        if !self.native && dice.chance(160) {
            let second = dice.pick(names);
            if second.written != first.written {
                let both = format!("{} {}", first.written, second.written);
                return (both, first.latin.to_owned());
            }
        }
        (first.written.to_owned(), first.latin.to_owned())
    }

    /// The language a family from there speaks at home, BCP 47.
    pub(super) fn language(&self) -> &'static str {
        match self.country {
            "AR" | "CL" | "CO" | "ES" | "MX" | "PE" | "PY" | "SV" => "es",
            "AT" | "CH" | "DE" | "LI" => "de",
            "FR" | "BE" | "LU" => "fr",
            "BR" | "PT" => "pt",
            "AL" => "sq",
            "AM" => "hy",
            "BA" | "HR" | "ME" | "RS" => "sr",
            "BG" => "bg",
            "CN" | "TW" => "zh",
            "CZ" => "cs",
            "DK" => "da",
            "EE" => "et",
            "EG" => "ar",
            "FI" => "fi",
            "GE" => "ka",
            "GR" => "el",
            "HU" => "hu",
            "IL" => "he",
            "IN" | "NP" => "hi",
            "IS" => "is",
            "IT" => "it",
            "JP" => "ja",
            "KR" => "ko",
            "KZ" | "RU" => "ru",
            "LT" => "lt",
            "LV" => "lv",
            "MD" | "RO" => "ro",
            "MK" => "mk",
            "NL" => "nl",
            "NO" => "nb",
            "PL" => "pl",
            "SI" => "sl",
            "SK" => "sk",
            "TR" => "tr",
            "UA" => "uk",
            _ => "en",
        }
    }
}

impl FamilyName {
    pub(super) fn of(&self, sex: Sex) -> Spelling {
        match sex {
            Sex::Female => self.woman,
            _ => self.man,
        }
    }
}

/// `written=latin`, or only one where they are the same.
fn spelling(text: &'static str) -> Spelling {
    let (written, latin) = text.split_once('=').unwrap_or((text, text));
    Spelling { written, latin }
}

/// `man/woman`, or only one where they are the same.
fn family(text: &'static str) -> FamilyName {
    let (man, woman) = text.split_once('/').unwrap_or((text, text));
    FamilyName {
        man: spelling(man),
        woman: spelling(woman),
    }
}
