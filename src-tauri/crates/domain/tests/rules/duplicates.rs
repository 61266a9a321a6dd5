//! P1: who may be the same patient twice.

use chrono::NaiveDate;
use domain::duplicate::{Agreement, Likeness, likeness, names_agree};
use domain::{Patient, PatientId, PatientStatus, PersonName, Sex};
use uuid::Uuid;

fn patient(given: &str, family: &str, birth: &str) -> Patient {
    Patient {
        id: PatientId(Uuid::nil()),
        chart_number: None,
        name: PersonName {
            given: given.to_owned(),
            family: family.to_owned(),
            ..PersonName::default()
        },
        preferred_name: None,
        birth_date: NaiveDate::parse_from_str(birth, "%Y-%m-%d").ok(),
        sex: Sex::Unknown,
        phones: Vec::new(),
        emails: Vec::new(),
        address: None,
        language: None,
        notes: String::new(),
        alert: String::new(),
        status: PatientStatus::Active,
        deceased_on: None,
        household: None,
        guardian: None,
        identifiers: Vec::new(),
        revision: 0,
    }
}

#[test]
fn p1_same_near_and_other() {
    let there = patient("Zoë", "Müller-Haas", "1984-02-01");
    for (given, family, birth, expected) in [
        ("zoe", "Muller Haas", "1984-02-01", Some(Likeness::Same)),
        ("Müller-Haas", "Zoë", "1984-02-01", Some(Likeness::Near)),
        ("Zoé", "Müler-Haas", "1984-02-01", Some(Likeness::Near)),
        ("Zoë", "Müller-Haas", "1984-01-02", Some(Likeness::Near)),
        ("Zoë", "Müller-Haas", "1985-02-01", Some(Likeness::Near)),
        ("Zoë", "Müller-Haas", "", Some(Likeness::Near)),
        ("Zoë", "Müller-Haas", "1961-07-30", None),
        ("Jan", "Müller-Haas", "1984-02-01", None),
        ("Zoë", "Schmidt", "1984-02-01", None),
    ] {
        assert_eq!(
            likeness(&there, &patient(given, family, birth)),
            expected,
            "{given} {family} {birth}"
        );
        assert_eq!(
            likeness(&patient(given, family, birth), &there),
            expected,
            "the other way round"
        );
    }
}

#[test]
fn p1_short_names_are_not_near_by_one_letter() {
    let li = patient("Li", "Wu", "1984-02-01");
    assert_eq!(likeness(&li, &patient("Lu", "Wu", "1984-02-01")), None);
}

#[test]
fn ages_are_whole_years_and_stop_at_death() {
    let mut one = patient("Ada", "Berg", "2004-02-29");
    let on = |text: &str| text.parse::<NaiveDate>().unwrap();
    assert_eq!(one.age_on(on("2026-02-28")), Some(21));
    assert_eq!(one.age_on(on("2026-03-01")), Some(22));
    assert_eq!(one.age_on(on("2003-01-01")), None);
    one.deceased_on = Some(on("2020-01-01"));
    assert_eq!(one.age_on(on("2026-03-01")), Some(15));
}

#[test]
fn p1_names_agree_part_by_part() {
    use Agreement::{Alike, Equal, None};
    for (a, b, expected) in [
        (("Zoë", "Müller"), ("zoe", "Muller"), (Equal, Equal)),
        (("Berg", "Anna"), ("Anna", "Berg"), (Equal, Equal)),
        (("Anna", "Berg"), ("Anna Maria", "Berg"), (Alike, Equal)),
        (("A.", "Berg"), ("Anna", "Berg"), (Alike, Equal)),
        (("", "Berg"), ("Anna", "Berg"), (Alike, Equal)),
        (("Anna", "Berg"), ("Anna", "Berg-Cole"), (Equal, Alike)),
        (("Katherine", "Berg"), ("Katharine", "Berg"), (Alike, Equal)),
        // Siblings, other families, and a particle that says nothing.
        (("Anna", "Berg"), ("Ben", "Berg"), (None, Equal)),
        (("Tim", "Berg"), ("Tom", "Berg"), (None, Equal)),
        (("Anna", "Berg"), ("Anna", "Bergmann"), (Equal, None)),
        (("Eva", "de la Cruz"), ("Eva", "de la Rosa"), (Equal, None)),
        (("One", "Fab"), ("Two", "Zed"), (None, None)),
    ] {
        let name = |(given, family): (&str, &str)| patient(given, family, "").name;
        assert_eq!(names_agree(&name(a), &name(b)), expected, "{a:?} {b:?}");
        assert_eq!(names_agree(&name(b), &name(a)), expected, "{b:?} {a:?}");
    }
}
