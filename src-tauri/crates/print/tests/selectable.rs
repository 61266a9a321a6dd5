//! The text of a page can be selected, searched and read aloud, in every script that patients are named in.

mod common;

use std::collections::BTreeSet;

use common::{date, shared, sheet, usual_day, visit};
use print::{DayListView, Orientation, Paper, Sheet, day, day_list};

/// Names of so many letters are broken over lines in the column of a day's list.
const OVER_TWO_LINES: usize = 36;

/// The letters of a text as a reader that reorders and spaces marks would still give them.
fn letters(text: &str) -> String {
    let mut letters: Vec<char> = text.chars().filter(|c| c.is_alphanumeric()).collect();
    letters.sort_unstable();
    letters.into_iter().collect()
}

#[test]
fn every_script_can_be_selected() {
    let mut names: BTreeSet<String> = common::NAMES
        .iter()
        .map(|name| (*name).to_owned())
        .collect();
    for file in [
        "names/common-forenames-by-country.csv",
        "names/common-surnames-by-country.csv",
    ] {
        let fields = shared(file).unwrap_or_default();
        let fields = fields
            .split([',', '\n'])
            .map(|field| field.trim().trim_matches('"'));
        names.extend(fields.filter(|field| !field.is_ascii()).map(str::to_owned));
    }
    let visits = names
        .iter()
        .map(|name| visit(common::at(9, 0), 30, "", name))
        .collect();
    let view = DayListView {
        practice: "Names".into(),
        date: date(),
        visits,
        unreadable: Vec::new(),
    };
    let pdf = day_list(&view, &sheet(Paper::A4, Orientation::Landscape)).expect("the fonts ship");
    let Some(text) = common::read_back(&pdf, None) else {
        return;
    };
    let mut found: Vec<char> = letters(&text).chars().collect();
    found.dedup();
    let missing: BTreeSet<char> = names
        .iter()
        .flat_map(|name| name.chars())
        .filter(|c| c.is_alphanumeric() && !found.contains(c))
        .collect();
    assert!(
        missing.is_empty(),
        "letters that cannot be selected: {missing:?}"
    );
    let lines: BTreeSet<String> = text.lines().map(letters).collect();
    let lost: Vec<&String> = names
        .iter()
        .filter(|name| name.chars().count() < OVER_TWO_LINES && !lines.contains(&letters(name)))
        .collect();
    // Readers break some Indic words.
    assert!(
        lost.len() * 50 < names.len(),
        "{} of {}: {lost:?}",
        lost.len(),
        names.len()
    );
}

#[test]
fn a_wall_learns_no_name_number_type_or_note() {
    let private = Sheet {
        private: true,
        ..sheet(Paper::Letter, Orientation::Portrait)
    };
    let view = usual_day();
    let pdf = day(&view, &private).expect("the fonts ship");
    let Some(text) = common::read_back(&pdf, None) else {
        return;
    };
    for visit in view.columns.iter().flat_map(|column| &column.visits) {
        for secret in [
            &visit.patient,
            &visit.kind,
            &visit.provider,
            visit.phone.as_ref().expect("all have one"),
        ] {
            assert!(!text.contains(secret.as_str()), "{secret}");
        }
        for line in visit.notes.lines() {
            assert!(!text.contains(line), "{line}");
        }
    }
    assert!(text.contains("A.N.") && text.contains("10:30–11:15"));
}

#[test]
fn nothing_of_a_full_day_is_lost() {
    for orientation in [Orientation::Portrait, Orientation::Landscape] {
        let view = common::full_day(8, 10);
        let pdf = day(&view, &sheet(Paper::A4, orientation)).expect("the fonts ship");
        let Some(text) = common::read_back(&pdf, None) else {
            return;
        };
        let text = letters_in_order(&text);
        for visit in view.columns.iter().flat_map(|column| &column.visits) {
            let name = letters_in_order(&visit.patient);
            // Right-to-left and Indic names come back in a reader's own order; the test above counts their letters.
            if visit.patient.chars().all(|c| (c as u32) < 0x530) {
                assert!(text.contains(&name), "{name}");
            }
        }
    }
}

fn letters_in_order(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}
