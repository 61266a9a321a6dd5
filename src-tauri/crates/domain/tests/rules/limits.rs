//! P8: what the desk may save is what an import may read.

use chrono::NaiveDate;
use domain::limits::{NOTES, SHORT, check_lifetime, check_past, check_visit_day, clean};
use domain::limits::{notes_within, within};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn p8_days_that_cannot_be_are_refused() {
    let today = day("2026-11-23");
    for (date, is_past, is_visit) in [
        ("0026-11-24", false, false),
        ("1849-12-31", false, false),
        ("1850-01-01", true, true),
        ("2026-11-23", true, true),
        ("2026-11-24", false, true),
        ("2046-12-31", false, true),
        ("2047-01-01", false, false),
        ("9999-12-31", false, false),
    ] {
        assert_eq!(check_past(day(date), today).is_ok(), is_past, "{date}");
        assert_eq!(
            check_visit_day(day(date), today).is_ok(),
            is_visit,
            "{date}"
        );
    }
    let (birth, death) = (Some(day("1980-01-02")), Some(day("1980-01-01")));
    assert!(check_lifetime(birth, death).is_err());
    assert!(check_lifetime(birth, birth).is_ok());
    assert!(check_lifetime(None, death).is_ok());
}

#[test]
fn p8_names_are_counted_in_characters_and_notes_in_bytes() {
    assert!(within(&"ß".repeat(SHORT), SHORT, "the name").is_ok());
    let refused = within(&"x".repeat(SHORT + 1), SHORT, "the name").unwrap_err();
    assert_eq!(refused.to_string(), "the name has more than 300 characters");
    assert!(notes_within(&"x".repeat(NOTES), "the notes").is_ok());
    assert!(notes_within(&"ß".repeat(NOTES), "the notes").is_err());
    assert_eq!(clean("a\u{0}b\tc\nd\u{7f}"), "ab\tc\nd");
}

#[test]
fn what_no_program_shows_is_left_out_of_a_text_and_all_else_stays() {
    let text = "Zoë\u{0}\u{1b}\u{7f}\u{85}\u{9b} \t\r\n\u{200f}محمد 🦷";
    assert_eq!(domain::limits::clean(text), "Zoë \t\r\n\u{200f}محمد 🦷");
    assert_eq!(domain::limits::clean("plain"), "plain");
}
