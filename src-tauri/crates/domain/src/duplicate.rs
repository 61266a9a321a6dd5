//! Who may be the same patient twice (P1). Phone and e-mail are shared in families and say nothing.

use crate::patient::Patient;
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
