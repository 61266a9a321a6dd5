//! Finding a part of the practice by the name that somebody wrote.

use domain::search::fold;

/// Whom or what a name means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Named<'a, T> {
    Nobody,
    One(&'a T),
    /// The name alone does not say which; nobody may guess.
    Several(Vec<&'a T>),
}

impl<'a, T> Named<'a, T> {
    /// The one that is meant, if it is only one.
    pub fn one(self) -> Option<&'a T> {
        match self {
            Named::One(one) => Some(one),
            Named::Nobody | Named::Several(_) => None,
        }
    }
}

/// By name, whatever its accents and case: those that are active before those that are not, and of
/// several the only one that is written exactly so. `of` gives a part's name and whether it is active.
pub(super) fn named<'a, T>(
    all: &'a [T],
    name: &str,
    of: impl Fn(&T) -> (&str, bool),
) -> Named<'a, T> {
    let name = name.trim();
    let wanted = fold(name);
    let mut found: Vec<&T> = all
        .iter()
        .filter(|one| fold(of(one).0.trim()) == wanted)
        .collect();
    if found.iter().any(|one| of(one).1) {
        found.retain(|one| of(one).1);
    }
    let mut exact = found.iter().filter(|one| of(one).0.trim() == name);
    match (found.as_slice(), exact.next(), exact.next()) {
        ([], ..) => Named::Nobody,
        ([one], ..) | (_, Some(one), None) => Named::One(one),
        _ => Named::Several(found),
    }
}

#[cfg(test)]
mod tests {
    use super::{Named, named};

    #[test]
    fn one_name_of_several_is_never_guessed_at() {
        let all = [
            ("Dr Haas", true, 1),
            ("dr haas", true, 2),
            ("Dr Lind", true, 3),
            ("Dr Lind", true, 4),
            ("Dr Voss", false, 5),
            ("Dr Voss", true, 6),
            ("Dr Wolf", false, 7),
        ];
        let ids = |name: &str| match named(&all, name, |one| (one.0, one.1)) {
            Named::Nobody => vec![],
            Named::One(one) => vec![one.2],
            Named::Several(all) => all.iter().map(|one| one.2).collect(),
        };
        for (name, expected) in [
            ("Dr Haas", vec![1]),
            (" dr haas ", vec![2]),
            ("DR HAAS", vec![1, 2]),
            ("Dr Lind", vec![3, 4]),
            ("dr voss", vec![6]),
            ("Dr Wolf", vec![7]),
            ("Dr Nobody", vec![]),
        ] {
            assert_eq!(ids(name), expected, "{name}");
        }
    }
}
