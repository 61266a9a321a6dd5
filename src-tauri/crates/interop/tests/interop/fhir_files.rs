//! FHIR as it arrives, in one piece or not.

use crate::english::english;
use crate::practice::read_resources;
use domain::{Confirmation, PatientStatus, Sex, Status};
use interop::{Incoming, IncomingPatient, IncomingVisit, Refused};

fn read(name: &str, text: &str) -> Vec<Result<Incoming, Refused>> {
    read_resources(&[(name, text.as_bytes())])
}

fn reasons(records: &[Result<Incoming, Refused>]) -> Vec<(u32, String)> {
    records
        .iter()
        .filter_map(|one| one.as_ref().err())
        .map(|one| (one.line, english(&one.reason)))
        .collect()
}

fn patients(records: &[Result<Incoming, Refused>]) -> Vec<&IncomingPatient> {
    records
        .iter()
        .filter_map(|one| match one {
            Ok(Incoming::Patient(one)) => Some(one),
            _ => None,
        })
        .collect()
}

fn visits(records: &[Result<Incoming, Refused>]) -> Vec<&IncomingVisit> {
    records
        .iter()
        .filter_map(|one| match one {
            Ok(Incoming::Visit(one)) => Some(one),
            _ => None,
        })
        .collect()
}

fn patient(more: &str) -> String {
    format!(
        r#"{{"resourceType":"Patient","id":"p","name":[{{"family":"Doe","given":["Ann"]}}]{more}}}"#
    )
}

fn bundle(resources: &[&str]) -> String {
    let entries: Vec<String> = resources
        .iter()
        .map(|one| format!(r#"{{"resource":{one}}}"#))
        .collect();
    format!(
        r#"{{"resourceType":"Bundle","type":"searchset","entry":[{}],"total":1}}"#,
        entries.join(",")
    )
}

#[test]
fn one_wrong_resource_is_refused_and_the_others_arrive() {
    let deep = format!(r#","x":{}{}"#, "[".repeat(100_000), "]".repeat(100_000));
    for (more, reason) in [
        (
            r#","birthDate":"2023-02-30""#,
            "the birth date: \"2023-02-30\" is a day that does not exist",
        ),
        (
            r#","birthDate":"2031-01-01""#,
            "the birth date: 2031-01-01 is in the future",
        ),
        (
            r#","birthDate":"1650-01-01""#,
            "the birth date: 1650-01-01 is before 1850",
        ),
        (r#","birthDate":{}"#, "birthDate is not a text"),
        (
            r#","telecom":[1]"#,
            "telecom holds something that is not an object",
        ),
        (
            r#","deceasedBoolean":"yes""#,
            "deceasedBoolean is neither true nor false",
        ),
        (
            r#","birthDate":"1980-01-01","deceasedDateTime":"1979-01-01""#,
            "Died on 1979-01-01, before the birth on 1980-01-01",
        ),
        (deep.as_str(), "is nested too deeply"),
    ] {
        let text = bundle(&[
            &patient(more),
            &patient(""),
            r#"{"resourceType":"Observation","x":1}"#,
            "{}",
        ]);
        let records = read("b.json", &text);
        assert_eq!(
            reasons(&records),
            [
                (1, reason.to_owned()),
                (4, "is no FHIR resource: it has no resourceType".to_owned())
            ]
        );
        assert_eq!(patients(&records)[0].place.line, 2);
    }
    let long = format!(
        r#","alias":1,"name":[{{"family":"{}"}}]"#,
        "x".repeat(1_000_000)
    );
    assert_eq!(
        reasons(&read("b.json", &patient(&long))),
        [(1, "family has more than 300 characters".to_owned())]
    );
}

#[test]
fn what_stands_before_a_break_is_kept() {
    let whole = bundle(&[&patient(""), &patient("")]);
    let cut = &whole[..whole.len() - 40];
    let records = read("b.json", cut);
    assert_eq!(patients(&records).len(), 1);
    assert!(
        reasons(&records)[0].1.contains("ends too early"),
        "{:?}",
        reasons(&records)
    );
    let broken = whole.replacen(",{\"resource\"", ",\n!{\"resource\"", 1);
    let records = read("b.json", &broken);
    assert_eq!(patients(&records).len(), 1);
    assert_eq!(reasons(&records)[0].0, 2);
    for text in [
        "",
        " \n",
        "nonsense",
        "7",
        "{",
        "\"x\"",
        "{\"entry\":7}",
        "\u{FEFF}",
    ] {
        let records = read("b.json", text);
        assert_eq!((records.len(), reasons(&records).len()), (1, 1), "{text}");
    }
}

#[test]
fn a_broken_line_of_ndjson_costs_only_itself() {
    let text = format!(
        "{}\n\n{{broken\n{}\r\n{}",
        patient(""),
        bundle(&[&patient("")]),
        patient("")
    );
    for name in ["p.ndjson", "p.json"] {
        let records = read(name, &text);
        assert_eq!(
            patients(&records)
                .iter()
                .map(|one| one.place.line)
                .collect::<Vec<_>>(),
            [1, 4, 5],
            "{name}"
        );
        assert_eq!(reasons(&records)[0].0, 3);
    }
}

#[test]
fn a_bundle_over_several_lines_is_read_whatever_its_name() {
    let one = patient("");
    for text in [
        format!("{{\"resourceType\": \"Bundle\", \"entry\": [\n{{\"resource\":{one}}}\n]}}\n"),
        format!("{{\n  \"entry\": [{{\n \"resource\":{one}}}],\n \"resourceType\": \"Bundle\"\n}}"),
        format!("\u{FEFF}[\n{one}\n]"),
    ] {
        for name in ["b.ndjson", "b.jsonl", "b.json"] {
            let records = read(name, &text);
            assert_eq!(patients(&records).len(), 1, "{name}: {text}");
            assert_eq!(reasons(&records), [], "{name}: {text}");
        }
    }
    // A first line that was broken off costs only itself.
    let broken = format!("{{\"resourceType\":\"Patient\",\"id\":\"x\n{one}\n");
    let records = read("p.ndjson", &broken);
    assert_eq!((patients(&records).len(), reasons(&records).len()), (1, 1));
}

#[test]
fn one_resource_a_bare_list_and_documents_in_a_row_are_read() {
    let one = patient("");
    for text in [
        one.clone(),
        format!("\u{FEFF}{one}"),
        format!("[{one}]"),
        one.replace("\"id\"", "\"name\":null,\"id\""),
        format!(
            r#"{{"entry":[{{"fullUrl":"urn:uuid:x","resource":{one}}}],"resourceType":"Bundle"}}"#
        ),
        bundle(&[&bundle(&[&one])]),
    ] {
        assert_eq!(patients(&read("b.json", &text)).len(), 1, "{text}");
    }
    assert_eq!(patients(&read("b.json", &format!("{one} {one}"))).len(), 2);
    assert_eq!(
        read(
            "b.json",
            r#"{"resourceType":"Bundle","type":"searchset","total":0}"#
        ),
        []
    );
}

#[test]
fn a_patient_is_read_with_all_that_fits() {
    let text = r#"{"resourceType":"Patient","id":"7","active":false,
      "identifier":[{"type":{"coding":[{"code":"SS"}]},"system":"http://hl7.org/fhir/sid/us-ssn","value":"999"},
                    {"system":"http://clinic","value":"A1"}],
      "name":[{"use":"maiden","family":"Old","given":["Zoë"]},{"use":"official","family":"Núñez","given":["Zoë","M."],"prefix":["Dr."]},{"use":"nickname","given":["Zo"]}],
      "telecom":[{"system":"phone","value":"030 1","use":"work","rank":2},{"system":"phone","value":"0049","use":"mobile","rank":1},{"system":"email","value":"z@example.org"},{"system":"fax","value":"3"}],
      "gender":"female","birthDate":"1974-03","address":{"line":["1 Way"],"city":"X"},
      "communication":[{"language":{"coding":[{"code":"es"}]}}]}"#;
    let records = read("p.json", text);
    let [patient] = patients(&records)[..] else {
        panic!("{records:?}")
    };
    assert_eq!(patient.key.as_ref().unwrap().value, "A1");
    assert_eq!(patient.identifiers.len(), 3);
    assert_eq!(patient.name.full(), "Dr. Zoë M. Núñez");
    assert_eq!(patient.preferred_name.as_deref(), Some("Zo"));
    let numbers: Vec<_> = patient
        .phones
        .iter()
        .map(|phone| (phone.label.as_str(), phone.number.as_str()))
        .collect();
    assert_eq!(
        numbers,
        [("mobile", "0049"), ("work", "030 1"), ("fax", "3")]
    );
    assert_eq!(patient.emails[0].address, "z@example.org");
    assert_eq!(
        (patient.sex, patient.status),
        (Sex::Female, PatientStatus::Inactive)
    );
    assert_eq!(
        (patient.birth_date, patient.notes.as_str()),
        (None, "Birth date known only as 1974-03.")
    );
    assert_eq!(patient.language.as_deref(), Some("es"));
}

#[test]
fn patients_who_share_only_a_number_of_their_papers_stay_two() {
    let ssn = r#","identifier":[{"system":"http://hl7.org/fhir/sid/us-ssn","value":"999"}]"#;
    let records = read(
        "b.json",
        &bundle(&[&patient(ssn), &patient(ssn).replace("\"p\"", "\"q\"")]),
    );
    let [one, other] = patients(&records)[..] else {
        panic!("{records:?}")
    };
    assert_ne!(one.key, other.key);
}

#[test]
fn visits_find_their_patient_before_after_and_in_another_file() {
    let visit = |reference: &str| {
        format!(
            r#"{{"resourceType":"Encounter","id":"e","status":"finished","subject":{{"reference":"{reference}"}},
            "participant":[{{"individual":{{"reference":"Practitioner?identifier=http://npi|9","display":"Dr. N"}}}}],
            "type":[{{"text":"Check-up"}}],"period":{{"start":"2019-07-01T14:00:40Z","end":"2019-07-01T14:00:59Z"}}}}"#
        )
    };
    let known = patient(r#","identifier":[{"system":"http://clinic","value":"A1"}]"#);
    let (first, after) = (
        bundle(&[&visit("Patient/p"), &known]),
        bundle(&[&known, &visit("Patient/p")]),
    );
    for files in [
        vec![first.as_str()],
        vec![&after],
        vec![&visit("Patient/p"), &known],
        vec![&known, &visit("Patient/p")],
    ] {
        let files: Vec<(&str, &[u8])> = files
            .iter()
            .map(|text| ("f.json", text.as_bytes()))
            .collect();
        let records = read_resources(&files);
        let [visit] = visits(&records)[..] else {
            panic!("{records:?}")
        };
        assert_eq!(visit.patient.identifiers[0].value, "A1");
        assert_eq!(visit.start.to_string(), "2019-07-01T10:00");
        assert_eq!(
            (visit.minutes, visit.status, visit.reason.as_str()),
            (1, Status::Completed, "Check-up")
        );
        let provider = visit.provider.as_ref().unwrap();
        assert_eq!(
            (
                provider.identifiers[0].value.as_str(),
                provider.name.as_deref()
            ),
            ("9", Some("Dr. N"))
        );
    }
    let records = read("f.json", &visit("Patient/elsewhere"));
    assert_eq!(
        visits(&records)[0].patient.identifiers[0].value,
        "elsewhere"
    );
    let records = read(
        "f.json",
        &visit("").replace("\"reference\":\"\"", "\"display\":\"Ann Doe\""),
    );
    assert_eq!(
        visits(&records)[0].patient.name.as_ref().unwrap().family,
        "Doe"
    );
}

#[test]
fn an_appointment_is_read_with_who_where_and_how_far() {
    let text = r##"{"resourceType":"Appointment","id":"a","status":"noshow","start":"2026-11-01T01:30:00-05:00","minutesDuration":20,
      "serviceType":[{"coding":[{"display":"Cleaning"}]}],"description":"Tooth","comment":"Late","cancelationReason":{"text":"Flu"},
      "contained":[{"resourceType":"Location","id":"c","name":"Chair 1"},{"resourceType":"Practitioner","id":"d","name":[{"family":"Who","prefix":["Dr."]}]}],
      "participant":[{"actor":{"reference":"#c"},"status":"accepted"},{"actor":{"reference":"#d"},"status":"accepted"},
                     {"actor":{"identifier":{"system":"s","value":"v"},"type":"Patient"},"status":"declined"}]}"##;
    let records = read("a.json", text);
    let [visit] = visits(&records)[..] else {
        panic!("{records:?}")
    };
    assert_eq!(
        (
            visit.start.to_string().as_str(),
            visit.start.second_pass,
            visit.minutes
        ),
        ("2026-11-01T01:30", true, 20)
    );
    assert_eq!(
        (visit.chair.as_deref(), visit.kind.as_deref()),
        (Some("Chair 1"), Some("Cleaning"))
    );
    assert_eq!(
        (visit.reason.as_str(), visit.notes.as_str()),
        ("Tooth", "Late")
    );
    assert_eq!(
        (visit.status, visit.confirmation),
        (Status::Missed, Confirmation::Declined)
    );
    assert_eq!(visit.ended.as_ref().unwrap().reason, "Flu");
    assert_eq!(
        visit.provider.as_ref().unwrap().name.as_deref(),
        Some("Dr. Who")
    );
    assert_eq!(visit.patient.identifiers[0].value, "v");
    for (from, to, reason) in [
        (
            "\"start\":\"2026-11-01T01:30:00-05:00\",",
            "",
            "has no start",
        ),
        (
            "\"noshow\"",
            "\"entered-in-error\"",
            "is marked as entered in error",
        ),
        ("\"noshow\"", "\"xyz\"", "the status \"xyz\" is not known"),
        (
            "\"minutesDuration\":20",
            "\"end\":\"2026-11-01T00:00:00Z\"",
            "ends before it starts",
        ),
        (
            "2026-11-01T01:30:00-05:00",
            "2026-11",
            "the start: \"2026-11\" is not a date",
        ),
        (
            r#"{"identifier":{"system":"s","value":"v"},"type":"Patient"}"#,
            "{}",
            "does not say which patient",
        ),
    ] {
        assert!(text.contains(from), "{from}");
        assert_eq!(
            reasons(&read("a.json", &text.replace(from, to))),
            [(1, reason.to_owned())]
        );
    }
}

#[test]
fn an_appointment_and_its_encounter_are_one_visit() {
    let booked = r#"{"resourceType":"Appointment","id":"a","status":"fulfilled","start":"2020-01-02T10:00:00Z","participant":[{"actor":{"reference":"Patient/p"}}]}"#;
    let met = r#"{"resourceType":"Encounter","id":"e","status":"finished","appointment":[{"reference":"Appointment/a"}],"subject":{"reference":"Patient/p"},"period":{"start":"2020-01-02T10:05:00Z"}}"#;
    let records = read("b.json", &bundle(&[&patient(""), booked, met]));
    let [visit] = visits(&records)[..] else {
        panic!("{records:?}")
    };
    assert_eq!(visit.key.as_ref().unwrap().value, "a");
    assert_eq!(visit.identifiers.len(), 2);
}

#[test]
fn reading_stops_when_told_to() {
    let text = bundle(&[&patient(""), &patient(""), &patient("")]);
    let mut seen = 0;
    let options = interop::FhirOptions {
        zone: crate::practice::zone(),
        today: crate::practice::today(),
    };
    interop::read_fhir(text.as_bytes(), "b.json", options, &mut |_| {
        seen += 1;
        if seen == 2 {
            std::ops::ControlFlow::Break(())
        } else {
            std::ops::ControlFlow::Continue(())
        }
    })
    .unwrap();
    assert_eq!(seen, 2);
}

#[test]
fn second_addresses_and_contact_persons_go_into_the_notes() {
    let more = r#","address":[{"use":"work","line":["Way 2"],"city":"Bonn","postalCode":"53111"},{"use":"home","line":["Row 1"],"city":"Köln"}],
        "contact":[{"relationship":[{"text":"Mother"}],"name":{"family":"Doe","given":["Eva"]},"telecom":[{"system":"phone","use":"mobile","value":"0171 5"}]},{}]"#;
    let records = read("b.json", &bundle(&[&patient(more)]));
    let ann = patients(&records)[0];
    assert_eq!(ann.address.as_ref().unwrap().city, "Köln");
    assert_eq!(
        ann.notes,
        "Another address (work): Way 2, 53111 Bonn\nContact (Mother): Eva Doe, mobile 0171 5"
    );
    assert!(ann.phones.is_empty(), "her number is not the patient's");
}

#[test]
fn resources_that_have_no_place_here_are_counted() {
    let claim = r#"{"resourceType":"Claim","id":"c"}"#;
    let text = bundle(&[claim, &patient(""), claim, r#"{"resourceType":"Media"}"#]);
    let mut reading = interop::FhirReading::new(interop::FhirOptions {
        zone: crate::practice::zone(),
        today: crate::practice::today(),
    });
    reading
        .read(text.as_bytes(), "b.json", &mut |_| {
            std::ops::ControlFlow::Continue(())
        })
        .unwrap();
    let left_out: Vec<(&str, u64)> = reading
        .left_out()
        .iter()
        .map(|(kind, count)| (kind.as_str(), *count))
        .collect();
    assert_eq!(left_out, [("Claim", 2), ("Media", 1)]);
}
