//! Who may be the same patient twice (P1). Phone and e-mail are shared in families and say nothing.

use crate::patient::{Patient, PersonName};
use crate::search::fold;
use chrono::{Datelike, NaiveDate};

/// How much two patients look like one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// A typing slip apart, swapped names, or one birth date missing.
    Near,
    /// Same family name, given name and birth date.
    Same,
}

/// Whether two records are likely one person; none when they are not.
pub fn likeness(a: &Patient, b: &Patient) -> Option<Likeness> {
    let (a_given, a_family) = (key(&a.name.given), key(&a.name.family));
    let (b_given, b_family) = (key(&b.name.given), key(&b.name.family));
    let same_name = a_given == b_given && a_family == b_family;
    let swapped = a_given == b_family && a_family == b_given;
    match (a.birth_date, b.birth_date) {
        (Some(x), Some(y)) if x == y => {
            if same_name {
                return Some(Likeness::Same);
            }
            let slip = near(&a_given, &b_given) && near(&a_family, &b_family);
            (swapped || slip).then_some(Likeness::Near)
        }
        (Some(x), Some(y)) => (same_name && slip_of_date(x, y)).then_some(Likeness::Near),
        _ => same_name.then_some(Likeness::Near),
    }
}

/// How far one part of a name agrees with the same part of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Agreement {
    /// Two people, or one who changed the name.
    None,
    /// A typing slip, one name of several, a short form, an initial; or one of the two is not there.
    Alike,
    Equal,
}

/// How far given and family name of two names agree, in this order. Swapped names are equal.
pub fn names_agree(a: &PersonName, b: &PersonName) -> (Agreement, Agreement) {
    if !a.is_empty() && key(&a.given) == key(&b.family) && key(&a.family) == key(&b.given) {
        return (Agreement::Equal, Agreement::Equal);
    }
    (
        part_agrees(&a.given, &b.given, 1),
        // A family name that begins with another, such as Berg and Bergmann, is not short for it.
        part_agrees(&a.family, &b.family, usize::MAX),
    )
}

/// `short` is the length from which the beginning of a name stands for it; an initial always does.
fn part_agrees(a: &str, b: &str, short: usize) -> Agreement {
    let (a_key, b_key) = (key(a), key(b));
    if a_key.is_empty() || b_key.is_empty() {
        return if a_key == b_key {
            Agreement::Equal
        } else {
            Agreement::Alike
        };
    }
    if a_key == b_key {
        return Agreement::Equal;
    }
    let begins = |short_one: &str, long_one: &str| {
        let length = short_one.chars().count();
        (length == 1 || length >= short) && long_one.starts_with(short_one)
    };
    // Among names of three letters one slip makes another name: Tim and Tom.
    let slip = a_key.chars().count().min(b_key.chars().count()) > 3 && near(&a_key, &b_key);
    let words_meet = telling_words(a)
        .iter()
        .any(|word| telling_words(b).contains(word));
    if slip || begins(&a_key, &b_key) || begins(&b_key, &a_key) || words_meet {
        Agreement::Alike
    } else {
        Agreement::None
    }
}

/// The words of a name without particles such as "de la", unless there is nothing else.
fn telling_words(name: &str) -> Vec<String> {
    let folded = fold(name);
    let all: Vec<String> = folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    let long: Vec<String> = all
        .iter()
        .filter(|word| word.chars().count() > 3)
        .cloned()
        .collect();
    if long.is_empty() { all } else { long }
}

/// Letters only, folded: "Jean-Luc" and "Jean Luc" are one name.
fn key(name: &str) -> String {
    fold(name).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Equal, one edit apart, or two in a long name.
fn near(a: &str, b: &str) -> bool {
    let allowed = if a.chars().count().max(b.chars().count()) >= 8 {
        2
    } else {
        1
    };
    // A name of one or two letters is another name after one edit.
    if a.chars().count().min(b.chars().count()) < 3 {
        return a == b;
    }
    // Two swapped neighbours are one slip of the finger.
    strsim::osa_distance(a, b) <= allowed
}

/// Day and month swapped, or one of the three parts different.
fn slip_of_date(a: NaiveDate, b: NaiveDate) -> bool {
    let swapped = a.year() == b.year() && a.day() == b.month() && a.month() == b.day();
    let differing = usize::from(a.year() != b.year())
        + usize::from(a.month() != b.month())
        + usize::from(a.day() != b.day());
    swapped || differing == 1
}
