//! Names that tell households apart in files, where two families may have one name.

use domain::search::fold;
use domain::{Household, HouseholdId};
use std::collections::{HashMap, HashSet};

/// A name for each household that no other has: its own, with a number where it is taken. Older
/// households keep theirs, so the same practice always gives the same names.
pub(crate) fn labels(households: &[Household]) -> HashMap<HouseholdId, String> {
    let mut by_age: Vec<&Household> = households.iter().collect();
    by_age.sort_by_key(|household| household.id);
    let mut taken: HashSet<String> = HashSet::new();
    let mut next: HashMap<String, u32> = HashMap::new();
    let mut found = HashMap::new();
    for household in by_age {
        let mut label = household.name.clone();
        let number = next.entry(fold(&household.name)).or_insert(1);
        while !taken.insert(fold(&label)) {
            *number += 1;
            label = format!("{} ({number})", household.name);
        }
        found.insert(household.id, label);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::labels;
    use domain::{Household, HouseholdId};
    use uuid::Uuid;

    #[test]
    fn families_of_one_name_are_told_apart_and_alike_every_time() {
        let household = |id: u128, name: &str| Household {
            id: HouseholdId(Uuid::from_u128(id)),
            name: name.to_owned(),
            guarantor: None,
        };
        let all = [
            household(3, "fischer"),
            household(1, "Fischer"),
            household(2, "Fischer (2)"),
            household(4, "Berg"),
        ];
        let found = labels(&all);
        let label = |id: u128| found[&HouseholdId(Uuid::from_u128(id))].as_str();
        assert_eq!(
            [label(1), label(2), label(3), label(4)],
            ["Fischer", "Fischer (2)", "fischer (3)", "Berg"]
        );
    }
}
