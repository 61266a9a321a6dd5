//! What is written as FHIR reads back to the same data, whatever it says.

use crate::csv_roundtrip::{assert_same, practice};
use crate::practice::{Practice, read_resources};
use interop::FhirWriter;
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(128) })]
    #[test]
    fn p8_an_exported_bundle_reads_back_to_the_same_data(practice in practice()) {
        let bundle = practice.bundle();
        let mut other = Practice::new(1000);
        other.take(read_resources(&[("export.json", &bundle)]));
        assert_same(&practice, &other)?;
        prop_assert_eq!(other.bundle(), bundle.clone());

        let lines = practice.lines();
        let mut other = Practice::new(1000);
        other.take(read_resources(&[("export.ndjson", &lines)]));
        assert_same(&practice, &other)?;
        prop_assert_eq!(other.lines(), lines);

        // A bundle under the name of ndjson is one all the same.
        let mut other = Practice::new(1000);
        other.take(read_resources(&[("export.ndjson", &bundle)]));
        assert_same(&practice, &other)?;

        let files = practice.ndjson();
        let named: Vec<(&str, &[u8])> =
            FhirWriter::<Vec<u8>>::NDJSON_FILES.into_iter().zip(&files).rev().map(|(name, file)| (name, file.as_slice())).collect();
        let mut other = Practice::new(1000);
        other.take(read_resources(&named));
        assert_same(&practice, &other)?;
        prop_assert_eq!(other.ndjson(), files);
    }
}

#[test]
fn an_empty_practice_is_an_empty_bundle() {
    let bundle = Practice::new(1).bundle();
    assert_eq!(
        String::from_utf8(bundle.clone()).unwrap(),
        "{\"resourceType\":\"Bundle\",\"type\":\"collection\"}\n"
    );
    assert_eq!(read_resources(&[("export.json", &bundle)]), []);
}

#[test]
fn guardian_household_and_provider_come_back() {
    let adult = r#"{"resourceType":"Patient","id":"adult","name":[{"family":"Doe"}]}"#;
    let child =
        r#"{"resourceType":"Patient","id":"child","name":[{"family":"Doe","given":["Tim"]}]}"#;
    let doctor = r#"{"resourceType":"Practitioner","id":"d","identifier":[{"system":"npi","value":"1"}],"name":[{"family":"P","prefix":["Dr."]}]}"#;
    let visit = r#"{"resourceType":"Appointment","id":"a","status":"booked","start":"2026-11-23T09:00:00Z",
        "participant":[{"actor":{"reference":"Patient/child"}},{"actor":{"reference":"Practitioner/d"}}]}"#;
    let text = [adult, child, doctor, &visit.replace('\n', " ")].join("\n");
    let mut practice = Practice::new(1);
    practice.take(read_resources(&[("all.ndjson", text.as_bytes())]));
    practice.patients[1].record.guardian = Some(practice.patients[0].record.id);
    practice.patients[1].household = Some("Doe".to_owned());
    let bundle = practice.bundle();
    let mut other = Practice::new(1000);
    other.take(read_resources(&[("export.json", &bundle)]));
    assert_eq!(other.refused, []);
    assert_eq!(
        other.patients[1].record.guardian,
        Some(other.patients[0].record.id)
    );
    assert_eq!(other.visits[0].record.provider, Some(other.providers[0].id));
    assert_eq!(other.providers[0].name, "Dr. P");
    assert_eq!(other.bundle(), bundle);
    let (patients, visits) = practice.csv();
    let mut by_list = Practice::new(1000);
    by_list.providers = practice.providers.clone();
    by_list.take(crate::practice::read_text(&patients).unwrap());
    by_list.take(crate::practice::read_text(&visits).unwrap());
    assert_eq!(
        by_list.patients[1].record.guardian,
        Some(by_list.patients[0].record.id)
    );
    assert_eq!(
        by_list.visits[0].record.patient,
        by_list.patients[1].record.id
    );
    assert_eq!(
        by_list.visits[0].record.provider,
        Some(practice.providers[0].id)
    );
}
