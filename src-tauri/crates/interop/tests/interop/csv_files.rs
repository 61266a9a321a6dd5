//! Lists as other programs write them.

use crate::english::english;
use crate::practice::{Practice, csv_options, read_text, read_with};
use crate::samples::shared;
use domain::{Confirmation, PatientStatus, Sex, Status};
use interop::*;

fn patients(text: &str) -> Vec<IncomingPatient> {
    let records = read_text(text).unwrap();
    records
        .into_iter()
        .map(|one| match one {
            Ok(Incoming::Patient(one)) => one,
            other => panic!("{other:?}"),
        })
        .collect()
}

fn visits(text: &str) -> Vec<IncomingVisit> {
    let records = read_text(text).unwrap();
    records
        .into_iter()
        .map(|one| match one {
            Ok(Incoming::Visit(one)) => one,
            other => panic!("{other:?}"),
        })
        .collect()
}

fn reasons(text: &str) -> Vec<(u32, String)> {
    read_text(text)
        .unwrap()
        .into_iter()
        .filter_map(Result::err)
        .map(|one| (one.line, english(&one.reason)))
        .collect()
}

#[test]
fn a_german_list_is_read_as_it_is() {
    let text = "sep=;\r\nNachname;Vorname;Geburtsdatum;Geschlecht;Telefon privat;Handy;E-Mail;Straße;PLZ;Ort;Bemerkungen\r\n\
        Müller;Zoë;23.4.1981;w;030 123;0171 5;zoe@example.org;Am Markt 1;01067;Dresden;\"erste Zeile\r\nzweite; \"\"Zeile\"\"\"\r\n\
        ;;;;;;;;;;\r\n\
        Groß;Ömer;1.12.80;m;;'+49 171;;;;;\r\n";
    let all = patients(text);
    let [zoe, omer] = &all[..] else {
        panic!("{all:?}")
    };
    assert_eq!(
        (zoe.name.spoken().as_str(), zoe.sex, zoe.place.line),
        ("Zoë Müller", Sex::Female, 3)
    );
    assert_eq!(zoe.birth_date, Some("1981-04-23".parse().unwrap()));
    let phones: Vec<_> = zoe
        .phones
        .iter()
        .map(|phone| (phone.label.as_str(), phone.number.as_str()))
        .collect();
    assert_eq!(phones, [("home", "030 123"), ("mobile", "0171 5")]);
    assert_eq!(zoe.address.as_ref().unwrap().postal_code, "01067");
    assert_eq!(zoe.notes, "erste Zeile\nzweite; \"Zeile\"");
    assert_eq!(
        (omer.phones[0].number.as_str(), omer.place.line),
        ("+49 171", 6)
    );
    assert_eq!(omer.birth_date, Some("1980-12-01".parse().unwrap()));
}

#[test]
fn p8_ambiguous_dates_are_asked_for() {
    let text = "First,Last,DOB\nAnn,Doe,01/02/1980\nBob,Roe,03/04/1990\n";
    let Err(InteropError::AmbiguousDates { formats, .. }) = read_text(text) else {
        panic!()
    };
    assert_eq!(formats, [DateFormat::Dmy, DateFormat::Mdy]);
    for (format, expected) in [
        (DateFormat::Dmy, "1980-02-01"),
        (DateFormat::Mdy, "1980-01-02"),
    ] {
        let options = CsvOptions {
            date_format: Some(format),
            ..csv_options()
        };
        let Ok(Incoming::Patient(ann)) = read_with(text, &options).unwrap().remove(0) else {
            panic!()
        };
        assert_eq!(ann.birth_date, Some(expected.parse().unwrap()));
    }
    // One date far down settles it for all.
    let long = format!(
        "{text}{}Eve,Poe,31/12/1970\n",
        "Cy,Noe,05/06/1960\n".repeat(5_000)
    );
    assert_eq!(
        patients(&long)[0].birth_date,
        Some("1980-02-01".parse().unwrap())
    );
    let shape = inspect_csv(long.as_bytes(), "list.csv", &csv_options()).unwrap();
    assert_eq!(
        (shape.date_format, shape.rows),
        (DateFormatGuess::Sure(DateFormat::Dmy), 5_003)
    );
}

#[test]
fn p8_refused_rows_are_named_with_line_and_reason() {
    let text = format!(
        "First,Last,DOB,Died,Notes\n\
         Ann,Doe,2023-02-30,,\n\
         ,,1980-01-01,,\n\
         Bob,Roe,2027-01-01,,\"two\nlines\"\n\
         Cy,Noe,1849-12-31,,\n\
         Dee,Foe,1980-01-01,,x,y\n\
         Eve,Poe,1980-01-01,1979-01-01,\n\
         Flo,Woe,44000,,\n\
         Gus,{},,,\n\
         Hal,Goe\n\
         Ida,Hoe,,,,,\n",
        "x".repeat(1_000_000)
    );
    let expected = [
        (
            2,
            "the birth date: \"2023-02-30\" is a day that does not exist",
        ),
        (3, "has no name"),
        (4, "the birth date: 2027-01-01 is in the future"),
        (6, "the birth date: 1849-12-31 is before 1850"),
        (
            7,
            "has 6 cells where there are 5 columns; a cell that holds the delimiter needs quotes around it",
        ),
        (8, "Died on 1979-01-01, before the birth on 1980-01-01"),
        (
            9,
            "the birth date: \"44000\" is not a date but a spreadsheet’s number of a day; format the column as a date and save again",
        ),
        (10, "the last name has more than 300 characters"),
    ];
    assert_eq!(
        reasons(&text),
        expected.map(|(line, reason)| (line, reason.to_owned()))
    );
    assert_eq!(
        read_text(&text)
            .unwrap()
            .iter()
            .filter(|one| one.is_ok())
            .count(),
        2
    );
}

#[test]
fn a_quotation_mark_that_is_never_closed_is_told() {
    let text = "First,Last\nAnn,Doe\nBob,\"Roe\nCy,Noe\nDee,Foe\n";
    let records = read_text(text).unwrap();
    assert_eq!((records.len(), reasons(text)[0].0), (2, 3));
    assert!(reasons(text)[0].1.contains("never closed"));
    assert_eq!(
        patients("First,Last,Notes\nAnn,Doe,\"two\nlines\"\n").len(),
        1
    );
    assert_eq!(patients("First,Last,Notes\nAnn,Doe,12\" ruler\n").len(), 1);
}

#[test]
fn columns_are_shown_before_anything_is_read() {
    let text = "Id,First name,First name,Phone,Phone,Shoe size,Date of birth\n1,Ann,Anna,01,02,38,1980-01-02\n2,Bob,,03,,44,\n";
    let shape = inspect_csv(text.as_bytes(), "list.csv", &csv_options()).unwrap();
    let seen: Vec<_> = shape
        .columns
        .iter()
        .map(|one| {
            (
                one.name.as_str(),
                one.field.map(Field::key),
                one.repeated,
                one.samples.join("/"),
            )
        })
        .collect();
    assert_eq!(
        seen,
        [
            ("Id", Some("id"), false, "1/2".to_owned()),
            (
                "First name",
                Some("given_name"),
                false,
                "Ann/Bob".to_owned()
            ),
            ("First name", Some("given_name"), true, "Anna".to_owned()),
            ("Phone", Some("phone"), false, "01/03".to_owned()),
            ("Phone", Some("phone"), false, "02".to_owned()),
            ("Shoe size", None, false, "38/44".to_owned()),
            (
                "Date of birth",
                Some("birth_date"),
                false,
                "1980-01-02".to_owned()
            ),
        ]
    );
    assert_eq!(
        (shape.delimiter, shape.kind, shape.rows),
        (',', CsvKind::Patients, 2)
    );
    let ann = &patients(text)[0];
    assert_eq!((ann.name.given.as_str(), ann.phones.len()), ("Ann", 2));
    assert_eq!(ann.key.as_ref().unwrap().value, "1");
}

#[test]
fn a_map_names_columns_that_do_not_name_themselves() {
    let text = "A,B,C\nAnn,Doe,active\n";
    assert!(matches!(
        read_text(text),
        Err(InteropError::NoKnownColumns { .. })
    ));
    let map = ColumnMap::parse(r#"{"a":"given_name","b":"family_name","c":"status"}"#).unwrap();
    let options = CsvOptions {
        map,
        ..csv_options()
    };
    let Ok(Incoming::Patient(ann)) = read_with(text, &options).unwrap().remove(0) else {
        panic!()
    };
    assert_eq!(
        (ann.name.spoken().as_str(), ann.status),
        ("Ann Doe", PatientStatus::Active)
    );
}

#[test]
fn an_appointment_list_is_read() {
    let text = "Appt ID,Patient ID,Patient,Date,Time,Duration,Doctor,Room,Type,Status,Notes\n\
        1,77,\"Doe, Ann\",11/23/26,9:05 AM,45 min,Dr. P,Op 1,Cleaning,Confirmed,x\n\
        2,78,Bob Roe,11/24/2026,2:30 pm,1:30,,,,No-Show,\n";
    let all = visits(text);
    let [one, two] = &all[..] else {
        panic!("{all:?}")
    };
    assert_eq!(
        (one.start.to_string().as_str(), one.minutes),
        ("2026-11-23T09:05", 45)
    );
    assert_eq!(
        (one.status, one.confirmation),
        (Status::Scheduled, Confirmation::Confirmed)
    );
    assert_eq!(
        (one.chair.as_deref(), one.kind.as_deref()),
        (Some("Op 1"), Some("Cleaning"))
    );
    assert_eq!(
        one.provider.as_ref().unwrap().name.as_deref(),
        Some("Dr. P")
    );
    assert_eq!(one.patient.name.as_ref().unwrap().sorted(), "Doe, Ann");
    assert_eq!(one.patient.perhaps_chart_number.as_deref(), Some("77"));
    assert_eq!(one.patient.chart_number, None);
    assert_eq!(
        (two.start.to_string().as_str(), two.minutes, two.status),
        ("2026-11-24T14:30", 90, Status::Missed)
    );
    let text = "Chart,Start,End\nC1,2026-07-01T14:00:00Z,2026-07-01T14:20:00Z\nC1,2026-07-01 08:00,09:00\nC1,2026-07-01 08:00,07:00\n\
        ,2026-07-01 08:00,\nC1,2026-07-01,\nC1,1066-07-01 08:00,\nC1,2026-03-08 02:30,\nC1,,\n";
    let lengths: Vec<_> = read_text(text)
        .unwrap()
        .into_iter()
        .flatten()
        .map(|one| match one {
            Incoming::Visit(visit) => (visit.start.to_string(), visit.minutes),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(
        lengths,
        [
            ("2026-07-01T10:00".to_owned(), 20),
            ("2026-07-01T08:00".to_owned(), 60)
        ]
    );
    let expected = [
        (4, "ends before it starts"),
        (5, "does not say which patient"),
        (6, "has a date but no time of day"),
        (7, "1066-07-01 cannot be the day of a visit"),
        (
            8,
            "2026-03-08 02:30 does not exist on that day: the clocks are set forward over it",
        ),
        (9, "has no start"),
    ];
    assert_eq!(
        reasons(text),
        expected.map(|(line, reason)| (line, reason.to_owned()))
    );
}

#[test]
fn the_patient_list_that_nobody_here_made_up_arrives() {
    let Some(path) = shared("csv/synthea-patients.csv") else {
        return;
    };
    let text = std::fs::read(path).unwrap();
    let mut practice = Practice::new(1);
    let rows = practice.take(read_text(&text).unwrap());
    assert_eq!(practice.refused, []);
    assert!(rows > 10);
    assert_eq!(practice.take(read_text(&text).unwrap()), 0);
    assert!(practice.patients.iter().any(|held| {
        held.record
            .address
            .as_ref()
            .is_some_and(|at| at.postal_code == "02155")
    }));
    assert!(
        practice
            .patients
            .iter()
            .all(|held| held.record.birth_date.is_some())
    );
}

#[test]
fn no_file_of_corner_cases_is_too_much() {
    let Some(folder) = shared("csv/spectrum") else {
        return;
    };
    for path in sources(&[folder], SourceKind::Csv).unwrap() {
        let bytes = std::fs::read(&path).unwrap();
        let shape = inspect_csv(bytes.as_slice(), "x.csv", &csv_options()).unwrap();
        assert!(shape.columns.len() >= 2, "{}", path.display());
        let _ = read_text(&bytes);
    }
    let text = "first,last,address,city,zip\nJohn,Doe,120 any st.,\"Anytown, WW\",08123";
    let address = patients(text).remove(0).address.unwrap();
    assert_eq!(
        (address.city.as_str(), address.postal_code.as_str()),
        ("Anytown, WW", "08123")
    );
}

#[test]
fn p3_a_status_or_sex_that_is_not_known_refuses_its_row() {
    let text = "First,Last,Status,Sex\nAnn,Doe,died,F\nBob,Roe,verst.,\nCy,Noe,married,M\nDi,Poe,,Q\nEd,Low,†,?\n";
    let expected = [
        (
            4,
            "the status \"married\" is not known; write prospective, active, inactive, archived or deceased, or leave the column out",
        ),
        (
            5,
            "the sex \"Q\" is not known; write female, male, other or unknown, or leave the column out",
        ),
    ];
    assert_eq!(
        reasons(text),
        expected.map(|(line, reason)| (line, reason.to_owned()))
    );
    let taken: Vec<_> = read_text(text)
        .unwrap()
        .into_iter()
        .flatten()
        .map(|one| match one {
            Incoming::Patient(one) => (one.status, one.sex),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(
        taken,
        [
            (PatientStatus::Deceased, Sex::Female),
            (PatientStatus::Deceased, Sex::Unknown),
            (PatientStatus::Deceased, Sex::Unknown)
        ]
    );
}

#[test]
fn in_a_spanish_list_h_is_a_man_and_m_a_woman() {
    let all = patients("Nombre,Apellidos,Sexo\nAna,Ruiz,M\nJuan,Ruiz,H\n");
    let sexes: Vec<Sex> = all.iter().map(|one| one.sex).collect();
    assert_eq!(sexes, [Sex::Female, Sex::Male]);
}

#[test]
fn columns_that_nobody_knows_and_two_digit_years_are_told() {
    let read = |text: &str, options: &CsvOptions| {
        read_csv(text.as_bytes(), "list.csv", options, &mut |_| {
            std::ops::ControlFlow::Continue(())
        })
    };
    let text = "First,Last,DOB,Shoe size,Insurer\nAnn,Doe,31.12.80,38,\n";
    let options = CsvOptions {
        map: ColumnMap::new(vec![("Insurer".to_owned(), None)]),
        ..csv_options()
    };
    let aside = read(text, &options).unwrap();
    assert_eq!(aside.unused, ["Shoe size"]);
    assert!(aside.two_digit_years);
    let whole = text.replace(".80", ".1980");
    assert!(!read(&whole, &options).unwrap().two_digit_years);
    for text in ["", "\u{FEFF}", " \n\n"] {
        let refused = read(text, &options).unwrap_err().to_string();
        assert!(
            refused.starts_with("the file list.csv is empty"),
            "{refused}"
        );
    }
    assert_eq!(read("First,Last\n", &options).unwrap(), CsvAside::default());
}
