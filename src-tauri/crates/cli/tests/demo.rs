//! The demo: the same seed makes the same practice, nobody is in two places, and it fills only an
//! empty one.

use app::Daybook;
use app::demo::{DemoReport, DemoRequest, fill};
use chrono::NaiveDate;
use domain::booking::{Closed, clashes, closed};
use domain::{Appointment, Patient, PatientStatus, Status};
use std::collections::{BTreeMap, HashMap};
use testkit::TestPractice;

const TODAY: &str = "2026-11-23";

fn demo(patients: u32, years: u32, seed: u64) -> (TestPractice, app::Result<DemoReport>) {
    let mut practice = TestPractice::new();
    // In the middle of the day.
    practice.host.set("2026-11-23T10:00:00Z");
    let report = fill_again(&mut practice.daybook, patients, years, seed);
    (practice, report)
}

fn fill_again(
    daybook: &mut Daybook,
    patients: u32,
    years: u32,
    seed: u64,
) -> app::Result<DemoReport> {
    let request = DemoRequest {
        patients,
        years,
        seed,
        today: TODAY.parse().expect("a date"),
    };
    fill(daybook.desk()?, &request)
}

fn all(practice: &mut TestPractice) -> (Vec<Patient>, Vec<Appointment>) {
    let desk = practice.daybook.desk().expect("open");
    let mut patients = Vec::new();
    let mut visits = Vec::new();
    let kept = desk.store().each_patient::<app::Error>(|patient| {
        patients.push(patient);
        Ok(())
    });
    kept.expect("every row can be read");
    let kept = desk.store().each_appointment::<app::Error>(|visit| {
        visits.push(visit);
        Ok(())
    });
    kept.expect("every row can be read");
    (patients, visits)
}

#[test]
fn the_same_seed_makes_the_same_practice_and_another_another() {
    let (mut first, report) = demo(60, 1, 7);
    let (mut second, again) = demo(60, 1, 7);
    let (mut third, _) = demo(60, 1, 8);
    assert_eq!(report.unwrap(), again.unwrap());
    let (patients, visits) = all(&mut first);
    assert_eq!(
        (&patients, &visits),
        (&all(&mut second).0, &all(&mut second).1)
    );
    let others = all(&mut third).0;
    let names = |all: &[Patient]| all.iter().map(Patient::display_name).collect::<Vec<_>>();
    assert_ne!(names(&patients), names(&others));
}

#[test]
fn days_look_like_days() {
    let (mut practice, report) = demo(150, 1, 3);
    let report = report.unwrap();
    assert_eq!(report.patients, 150);
    let (patients, visits) = all(&mut practice);
    assert_eq!(report.appointments as usize, visits.len());
    let setup = practice.daybook.desk().unwrap().setup().unwrap();
    let zone = setup.zone();
    let born: HashMap<_, _> = patients
        .iter()
        .map(|patient| (patient.id, patient))
        .collect();

    let mut days: BTreeMap<NaiveDate, Vec<Appointment>> = BTreeMap::new();
    for visit in visits {
        days.entry(visit.start.date()).or_default().push(visit);
    }
    for (date, day) in &days {
        for visit in day {
            let found = clashes(zone, visit, day.iter().filter(|other| !other.overbooked));
            assert!(
                visit.overbooked || found.is_empty(),
                "{date}: {visit:?} clashes with {found:?}"
            );
            let block_outs = practice
                .daybook
                .desk()
                .unwrap()
                .store()
                .block_outs(*date, *date);
            let shut = closed(&setup.terms(visit, &block_outs.unwrap()), visit);
            assert_eq!(shut, Vec::<Closed>::new(), "{date}: {visit:?}");
            let patient = born[&visit.patient];
            assert!(
                patient.birth_date.unwrap() < *date,
                "nobody comes before birth"
            );
            assert!(
                patient.deceased_on.is_none_or(|death| *date <= death),
                "nobody comes after death"
            );
        }
    }

    let today: NaiveDate = TODAY.parse().unwrap();
    let of_today = &days[&today];
    let with = |status| {
        of_today
            .iter()
            .filter(|visit| visit.status == status)
            .count()
    };
    assert!(of_today.len() >= 12, "today is lively: {}", of_today.len());
    assert!(with(Status::Completed) >= 3, "some are done");
    assert!(with(Status::Scheduled) >= 3, "some are still to come");
    assert!(
        with(Status::Seated) + with(Status::Arrived) >= 1,
        "somebody is there"
    );
    for (date, day) in &days {
        let settled = [Status::Completed, Status::Missed, Status::Cancelled];
        let open = [Status::Scheduled, Status::Cancelled];
        let fits = |visit: &Appointment| match date.cmp(&today) {
            // Of the last week some were left open, as happens; no older ones.
            std::cmp::Ordering::Less if (today - *date).num_days() < 7 => {
                settled.contains(&visit.status) || visit.status == Status::Seated
            }
            std::cmp::Ordering::Less => settled.contains(&visit.status),
            std::cmp::Ordering::Equal => true,
            std::cmp::Ordering::Greater => open.contains(&visit.status),
        };
        assert!(day.iter().all(fits), "{date}");
        one_after_the_other(day);
    }
}

/// S7: a patient arrives, is seated, is done; and the next one is seated once the chair is free.
fn one_after_the_other(day: &[Appointment]) {
    for visit in day {
        let times = [visit.arrived_at, visit.seated_at, visit.dismissed_at];
        assert!(times.iter().flatten().is_sorted(), "{visit:?}");
        let before = day.iter().filter(|other| {
            other.chair == visit.chair && other.start < visit.start && !other.overbooked
        });
        for other in before.filter(|_| !visit.overbooked) {
            if let (Some(gone), Some(seated)) = (other.dismissed_at, visit.seated_at) {
                assert!(gone <= seated, "{other:?} and {visit:?}");
            }
        }
    }
}

#[test]
fn patients_are_families_of_many_countries_who_cannot_be_called_by_mistake() {
    let (mut practice, report) = demo(400, 0, 5);
    assert!(report.unwrap().households > 60);
    let (patients, _) = all(&mut practice);
    let today: NaiveDate = TODAY.parse().unwrap();
    let scripts = |letter: fn(char) -> bool| {
        patients
            .iter()
            .any(|patient| patient.name.family.chars().any(letter))
    };
    assert!(scripts(|c| ('а'..='я').contains(&c)), "Cyrillic");
    assert!(scripts(|c| ('ا'..='ي').contains(&c)), "Arabic");
    assert!(scripts(|c| ('一'..='龥').contains(&c)), "Han");
    assert!(scripts(|c| ('À'..='ž').contains(&c)), "accents");
    for patient in &patients {
        assert!(!patient.name.given.is_empty() && !patient.name.family.is_empty());
        for email in &patient.emails {
            let (name, host) = email.address.split_once('@').unwrap();
            assert!(
                host.starts_with("example.") && !name.starts_with('.'),
                "{}",
                email.address
            );
        }
        let minor = patient.age_on(today).unwrap() < 18;
        assert_eq!(minor, patient.guardian.is_some(), "a minor has a guardian");
        assert_eq!(
            patient.status == PatientStatus::Deceased,
            patient.deceased_on.is_some()
        );
    }
    let mut charts: Vec<_> = patients
        .iter()
        .map(|patient| &patient.chart_number)
        .collect();
    charts.sort();
    charts.dedup();
    assert_eq!(charts.len(), 400, "every chart number once");
}

#[test]
fn a_practice_that_has_patients_is_left_alone() {
    let (mut practice, _) = demo(20, 0, 1);
    let again = fill_again(&mut practice.daybook, 20, 0, 2);
    assert!(
        matches!(again, Err(app::Error::Invalid { .. })),
        "{again:?}"
    );
    assert_eq!(all(&mut practice).0.len(), 20);
}
