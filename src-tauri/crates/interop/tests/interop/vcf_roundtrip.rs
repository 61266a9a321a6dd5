//! An address book that is written says the same when it is read.

use crate::csv_roundtrip;
use crate::practice::Practice;
use crate::vcf_files::read;
use domain::{Address, Patient};
use interop::PatientsVcf;
use proptest::prelude::*;

fn written(practice: &Practice) -> String {
    let mut out = PatientsVcf::new(Vec::new());
    practice.each_patient(|patient| out.write(patient).unwrap());
    String::from_utf8(out.finish().unwrap()).unwrap()
}

/// As an address book has it: one line, and no spaces that nobody sees.
fn seen(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_control() || c.is_whitespace())
        .collect::<String>()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

fn lines(address: &Address) -> Vec<String> {
    address
        .lines
        .iter()
        .flat_map(|line| line.split(['\n', '\r']))
        .map(|line| {
            line.chars()
                .filter(|c| !c.is_control() || *c == '\t')
                .collect::<String>()
        })
        .map(|line| line.trim().to_owned())
        .filter(|line| !line.is_empty())
        .collect()
}

fn check(patient: &Patient, text: &str) -> Result<(), TestCaseError> {
    prop_assert!(!text.replace("\r\n", "").contains(['\r', '\n']));
    prop_assert!(text.split("\r\n").all(|line| line.len() <= 75));
    let (patients, refused) = read(text.as_bytes());
    if patient.name.is_empty() || seen(&patient.name.spoken()).is_empty() {
        return Ok(());
    }
    prop_assert_eq!(refused, []);
    let back = &patients[0];
    for (there, here) in [
        (&back.name.given, &patient.name.given),
        (&back.name.family, &patient.name.family),
        (&back.name.prefix, &patient.name.prefix),
        (&back.name.suffix, &patient.name.suffix),
    ] {
        prop_assert_eq!(&seen(there), &seen(here));
    }
    prop_assert_eq!(back.birth_date, patient.birth_date);
    prop_assert_eq!(back.sex, patient.sex);
    // What is no address of mail is noted as it was.
    let other = back.notes.lines().all(|line| line.starts_with("E-mail: "));
    prop_assert!(other, "{}", back.notes);
    for phone in &back.phones {
        prop_assert!(
            patient
                .phones
                .iter()
                .any(|one| seen(&one.number) == seen(&phone.number)
                    && seen(&one.label) == seen(&phone.label)),
            "{phone:?}"
        );
    }
    for phone in &patient.phones {
        prop_assert!(
            seen(&phone.number).is_empty()
                || back
                    .phones
                    .iter()
                    .any(|one| seen(&phone.number) == seen(&one.number)),
            "{phone:?}"
        );
    }
    if let (Some(there), Some(here)) = (&back.address, &patient.address) {
        prop_assert_eq!(lines(there), lines(here));
        prop_assert_eq!(seen(&there.city), seen(&here.city));
        prop_assert_eq!(seen(&there.country), seen(&here.country));
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn p8_patients_come_back_as_they_were(practice in csv_roundtrip::practice()) {
        check(&practice.patients[0].record, &written(&practice))?;
    }
}

#[test]
fn what_is_only_for_the_record_stays_there() {
    let csv = "Family name,Given name,Chart number,Notes,Alert,Phone,Household\nByron,Ada,77,has asthma,deaf left,0123,Byron of Ockham\n";
    let mut practice = Practice::new(1);
    practice.take(crate::practice::read_text(csv).unwrap());
    assert_eq!(practice.patients.len(), 1);
    let text = written(&practice);
    for word in ["asthma", "deaf", "77", "Ockham"] {
        assert!(!text.contains(word), "{word} is in {text}");
    }
    assert!(text.contains("FN:Ada Byron\r\nN:Byron;Ada;;;\r\n") && text.contains("0123"));
}

#[test]
fn our_own_cards_are_known_again_by_the_patients_id() {
    let mut practice = Practice::new(1);
    practice.take(crate::practice::read_text("Family name,Given name\nByron,Ada\n").unwrap());
    let (patients, _) = read(written(&practice).as_bytes());
    let id = practice.patients[0].record.id;
    assert_eq!(
        interop::identity::own_patient(&patients[0].identifiers),
        Some(id)
    );
}
