//! What is written as a list reads back to the same data, whatever it says.

use crate::practice::{Held, Practice, Visit, read_text};
use crate::samples::naughty;
use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use domain::appointment::Ended;
use domain::*;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use std::sync::LazyLock;
use uuid::Uuid;

/// Any text that may stand in a record: not empty, without control characters.
pub(crate) fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        "['=+@\\-＝ \t\n\ra\"\\\\:|,;]{1,12}",
        "\\PC{1,20}",
        proptest::sample::select(NAUGHTY.as_slice()),
    ]
    .prop_filter("is empty", |text| !text.is_empty())
}

static NAUGHTY: LazyLock<Vec<String>> = LazyLock::new(fitting_naughty);

fn optional() -> impl Strategy<Value = Option<String>> {
    proptest::option::of(text())
}

/// Naughty texts as a record holds them after any import.
pub(crate) fn fitting_naughty() -> Vec<String> {
    let kept = |c: &char| !c.is_control() || matches!(c, '\t' | '\n' | '\r');
    naughty()
        .iter()
        .map(|text| text.chars().filter(kept).take(250).collect())
        .filter(|text: &String| !text.is_empty())
        .collect()
}

fn name_part() -> impl Strategy<Value = String> {
    prop_oneof![1 => Just(String::new()), 3 => text()]
}

fn day() -> impl Strategy<Value = NaiveDate> {
    (1900..2026_i32, 1..=366_u32).prop_filter_map("no such day", |(year, day)| {
        NaiveDate::from_yo_opt(year, day)
    })
}

fn instant() -> impl Strategy<Value = DateTime<Utc>> {
    (0..1_900_000_000_i64, 0..1_000_000_000_u32).prop_filter_map("no instant", |(at, nanos)| {
        DateTime::from_timestamp(at, nanos)
    })
}

fn identifiers() -> impl Strategy<Value = Vec<Identifier>> {
    prop::collection::vec((text(), text()), 0..3).prop_map(|all| {
        let mut kept: Vec<Identifier> = Vec::new();
        for (system, value) in all {
            let one = Identifier { system, value };
            if !kept.contains(&one) {
                kept.push(one);
            }
        }
        kept
    })
}

prop_compose! {
    fn address()(
        lines in prop::collection::vec(text(), 0..3), city in text(), region in name_part(),
        postal_code in name_part(), country in name_part(),
    ) -> Address {
        Address { lines, city, region, postal_code, country }
    }
}

prop_compose! {
    pub(crate) fn patient()(
        id in 1..u128::MAX, names in (name_part(), name_part(), text(), name_part()),
        words in (optional(), optional(), optional(), optional()), long in (name_part(), name_part()),
        phones in prop::collection::vec((name_part(), text()), 0..3), emails in prop::collection::vec((name_part(), text()), 0..3),
        birth in proptest::option::of(1900..1950_i32), died in proptest::option::of(day()),
        kinds in (0..4_usize, 0..5_usize, any::<bool>()), address in proptest::option::of(address()), identifiers in identifiers(),
    ) -> Held<Patient> {
        let (prefix, given, family, suffix) = names;
        let (chart_number, preferred_name, language, household) = words;
        let birth_date = birth.and_then(|year| NaiveDate::from_ymd_opt(year, 2, 28));
        Held {
            record: Patient {
                id: PatientId(Uuid::from_u128(id)),
                chart_number,
                name: PersonName { prefix, given, family: format!("x{family}"), suffix },
                preferred_name,
                birth_date,
                sex: [Sex::Female, Sex::Male, Sex::Other, Sex::Unknown][kinds.0],
                phones: phones.into_iter().map(|(label, number)| Phone { label, number }).collect(),
                emails: emails.into_iter().map(|(label, address)| Email { label, address }).collect(),
                address,
                language,
                notes: long.0,
                alert: long.1,
                status: [PatientStatus::Prospective, PatientStatus::Active, PatientStatus::Inactive, PatientStatus::Archived, PatientStatus::Deceased][kinds.1],
                deceased_on: died.filter(|died| birth_date.is_none_or(|birth| birth <= *died)),
                household: None,
                guardian: None,
                identifiers,
                revision: 0,
            },
            household,
            guarantor: kinds.2,
        }
    }
}

prop_compose! {
    pub(crate) fn visit(patient: PatientId)(
        id in 1..u128::MAX, at in (0..900_000_i64, 1..2_000_u32, 0..90_u32), kinds in (0..6_usize, 0..4_usize, any::<bool>()),
        words in (optional(), optional()), long in (name_part(), name_part()), pattern in proptest::option::of("[X/]{1,12}"),
        ended in proptest::option::of((name_part(), instant(), any::<bool>())),
        instants in (proptest::option::of(instant()), proptest::option::of(instant()), proptest::option::of(instant())),
        identifiers in identifiers(),
    ) -> Visit {
        let minute = DateTime::from_timestamp(at.0 * 60 + 1_600_000_000 / 60 * 60, 0).unwrap();
        Visit {
            record: Appointment {
    pattern: pattern.map(|text| text.parse().unwrap()),
    status: [Status::Scheduled, Status::Arrived, Status::Seated, Status::Completed, Status::Missed, Status::Cancelled][kinds.0],
    confirmation: [Confirmation::Unconfirmed, Confirmation::Sent, Confirmation::Confirmed, Confirmation::Declined][kinds.1],
    arrive_early: at.2,
    reason: long.0,
    notes: long.1,
    overbooked: kinds.2,
    ended: ended.map(|(reason, at, by_practice)| Ended { reason, at, by_practice, by: String::new() }),
    arrived_at: instants.0,
    seated_at: instants.1,
    dismissed_at: instants.2,
    identifiers,
    ..Appointment::booked(AppointmentId(Uuid::from_u128(id)), patient, crate::practice::zone().wall(minute), at.1)
},
            chair: words.0,
            kind: words.1,
        }
    }
}

/// One patient with a visit, and what they come back as.
pub(crate) fn practice() -> impl Strategy<Value = Practice> {
    patient().prop_flat_map(|held| {
        let id = held.record.id;
        (Just(held), visit(id)).prop_map(|(held, visit)| {
            let mut practice = Practice::new(1);
            practice.patients.push(held);
            practice.visits.push(visit);
            practice
        })
    })
}

/// The ids are new, and the old ones are kept as identifiers; all else is the same.
pub(crate) fn assert_same(first: &Practice, second: &Practice) -> Result<(), TestCaseError> {
    prop_assert_eq!(&second.refused, &vec![]);
    prop_assert_eq!(first.patients.len(), second.patients.len());
    for (one, other) in first.patients.iter().zip(&second.patients) {
        let mut other = other.clone();
        other.record.id = one.record.id;
        other
            .record
            .identifiers
            .retain(|kept| kept.value != one.record.id.to_string());
        prop_assert_eq!(one, &other);
    }
    prop_assert_eq!(first.visits.len(), second.visits.len());
    for (one, other) in first.visits.iter().zip(&second.visits) {
        let mut other = other.clone();
        other.record.id = one.record.id;
        other.record.patient = one.record.patient;
        other
            .record
            .identifiers
            .retain(|kept| kept.value != one.record.id.to_string());
        prop_assert_eq!(one, &other);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(128) })]
    #[test]
    fn p8_an_exported_list_reads_back_to_the_same_data(practice in practice()) {
        let (patients, visits) = practice.csv();
        let mut other = Practice::new(1000);
        other.take(read_text(&patients).unwrap());
        other.take(read_text(&visits).unwrap());
        assert_same(&practice, &other)?;
        prop_assert_eq!(other.csv(), (patients.clone(), visits));
        let mut again = practice;
        prop_assert_eq!(again.take(read_text(&patients).unwrap()), 0);
    }
}

#[test]
fn hostile_names_and_notes_pass_unharmed_and_start_no_formula() {
    let mut practice = Practice::new(1);
    for (number, text) in fitting_naughty().into_iter().enumerate() {
        let mut record = Patient {
            id: PatientId(Uuid::from_u128(number as u128 + 1)),
            chart_number: Some(text.clone()),
            name: PersonName {
                family: text.clone(),
                ..PersonName::default()
            },
            preferred_name: None,
            birth_date: None,
            sex: Sex::Unknown,
            phones: vec![Phone {
                label: text.clone(),
                number: text.clone(),
            }],
            emails: vec![],
            address: None,
            language: None,
            notes: text.clone(),
            alert: String::new(),
            status: PatientStatus::Active,
            deceased_on: None,
            household: None,
            guardian: None,
            identifiers: vec![],
            revision: 0,
        };
        if record.name.is_empty() {
            record.name.given = "x".to_owned();
        }
        practice.patients.push(Held {
            record,
            household: Some(text),
            guarantor: false,
        });
    }
    let (patients, _) = practice.csv();
    assert!(patients.starts_with(b"\xEF\xBB\xBF"));
    for row in csv::ReaderBuilder::new()
        .from_reader(&patients[3..])
        .records()
    {
        for cell in &row.unwrap() {
            assert!(
                !cell
                    .trim_start()
                    .starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']),
                "{cell:?}"
            );
            assert!(!cell.starts_with(['\t', '\r', '\n']), "{cell:?}");
        }
    }
    let mut other = Practice::new(1_000_000);
    other.take(read_text(&patients).unwrap());
    assert_same(&practice, &other).unwrap();
    let bundle = practice.bundle();
    let mut other = Practice::new(1_000_000);
    other.take(crate::practice::read_resources(&[("b.json", &bundle)]));
    assert_same(&practice, &other).unwrap();
}

#[test]
fn the_second_of_two_equal_times_comes_back_as_the_second() {
    let at: NaiveDateTime = "2026-11-01T01:30:00".parse().unwrap();
    let mut practice = Practice::new(1);
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let held = patient().new_tree(&mut runner).unwrap().current();
    let mut visit = visit(held.record.id)
        .new_tree(&mut runner)
        .unwrap()
        .current();
    visit.record.start = WallTime {
        at,
        second_pass: true,
    };
    practice.patients.push(held);
    practice.visits.push(visit);
    let (patients, visits) = practice.csv();
    let bundle = practice.bundle();
    let mut by_list = Practice::new(1000);
    by_list.take(read_text(&patients).unwrap());
    by_list.take(read_text(&visits).unwrap());
    let mut by_bundle = Practice::new(1000);
    by_bundle.take(crate::practice::read_resources(&[("b.json", &bundle)]));
    for other in [by_list, by_bundle] {
        assert_same(&practice, &other).unwrap();
    }
}
