//! Histories that nobody here made up.

use crate::english::english;
use crate::practice::{Practice, read_resources};
use crate::samples::shared;
use domain::Status;
use interop::{SourceKind, sources};

fn files(name: &str) -> Option<Vec<(String, Vec<u8>)>> {
    let paths = sources(&[shared(name)?], SourceKind::Fhir).unwrap();
    Some(
        paths
            .iter()
            .map(|path| {
                (
                    path.file_name().unwrap().to_string_lossy().into_owned(),
                    std::fs::read(path).unwrap(),
                )
            })
            .collect(),
    )
}

fn borrowed(files: &[(String, Vec<u8>)]) -> Vec<(&str, &[u8])> {
    files
        .iter()
        .map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
        .collect()
}

#[test]
fn every_patient_and_every_encounter_of_the_histories_arrives_once() {
    let Some(files) = files("fhir-r4") else {
        return;
    };
    let mut practice = Practice::new(1);
    practice.take(read_resources(&borrowed(&files)));
    assert_eq!(practice.refused, []);
    assert_eq!(practice.patients.len(), 10);
    assert_eq!(practice.visits.len(), 85);
    assert!(
        practice.visits.iter().all(
            |visit| visit.record.status == Status::Completed && !visit.record.reason.is_empty()
        )
    );
    assert!(
        practice
            .patients
            .iter()
            .all(|held| held.record.birth_date.is_some())
    );
    assert_eq!(practice.take(read_resources(&borrowed(&files))), 0);

    let first = practice.bundle();
    let mut second = Practice::new(1000);
    second.take(read_resources(&[("export.json", &first)]));
    assert_eq!(second.refused, []);
    assert_eq!(
        String::from_utf8(second.bundle()).unwrap(),
        String::from_utf8(first.clone()).unwrap()
    );
    assert_eq!(practice.take(read_resources(&[("export.json", &first)])), 0);
    assert_eq!(practice.bundle(), first);
}

#[test]
fn appointments_of_other_makers_are_read_or_refused_with_a_reason() {
    let Some(files) = files("fhir-appointments") else {
        return;
    };
    let records = read_resources(&borrowed(&files));
    let mut practice = Practice::new(1);
    practice.take(records);
    for refused in &practice.refused {
        println!(
            "{} {}: {}",
            refused.source,
            refused.line,
            english(&refused.reason)
        );
    }
    assert!(
        practice
            .refused
            .iter()
            .any(|one| one.source == "PATCH-body.json" && english(&one.reason) == "has no start")
    );
    assert!(!practice.patients.is_empty());
    assert!(!practice.visits.is_empty());
    assert!(practice.visits.iter().all(|visit| visit.record.minutes > 0));
}
