//! What cards of address books say.

use crate::english::english;
use crate::practice::today;
use crate::samples::{naughty, shared};
use domain::{PatientStatus, Sex};
use interop::{Incoming, IncomingPatient, Refused, read_vcf};
use proptest::prelude::*;
use std::io::Read;
use std::ops::ControlFlow;

pub(crate) fn read(reader: impl Read) -> (Vec<IncomingPatient>, Vec<Refused>) {
    let (mut patients, mut refused) = (Vec::new(), Vec::new());
    read_vcf(reader, "book.vcf", today(), &mut |incoming| {
        match incoming {
            Ok(Incoming::Patient(patient)) => patients.push(patient),
            Ok(other) => panic!("no patient: {other:?}"),
            Err(one) => refused.push(one),
        }
        ControlFlow::Continue(())
    })
    .unwrap();
    (patients, refused)
}

fn card(version: &str, properties: &str) -> String {
    format!("BEGIN:VCARD\r\nVERSION:{version}\r\n{properties}\r\nEND:VCARD\r\n")
}

fn one(file: impl AsRef<[u8]>) -> IncomingPatient {
    let (mut patients, refused) = read(file.as_ref());
    assert_eq!((patients.len(), refused.len()), (1, 0), "{refused:?}");
    patients.remove(0)
}

/// Everything but the place, on one line.
fn told(patient: &IncomingPatient) -> String {
    let mut parts = vec![patient.name.full()];
    parts.extend(
        patient
            .preferred_name
            .iter()
            .map(|name| format!("\"{name}\"")),
    );
    parts.extend(patient.birth_date.iter().map(|date| format!("*{date}")));
    if patient.sex != Sex::Unknown {
        parts.push(patient.sex.name().to_owned());
    }
    for phone in &patient.phones {
        parts.push(format!("{}:{}", phone.label, phone.number));
    }
    for email in &patient.emails {
        parts.push(format!("{}:{}", email.label, email.address));
    }
    if let Some(address) = &patient.address {
        let town = [
            &address.city,
            &address.region,
            &address.postal_code,
            &address.country,
        ];
        let town: Vec<&str> = town.iter().map(|part| part.as_str()).collect();
        parts.push(format!(
            "[{} / {}]",
            address.lines.join("|"),
            town.join(",")
        ));
    }
    if !patient.notes.is_empty() {
        parts.push(format!("({})", patient.notes.replace('\n', "|")));
    }
    parts.join(" ")
}

#[test]
fn cards_of_each_version_say_who_it_is() {
    for (file, expected) in [
        (
            card(
                "2.1",
                "N:Doe;John;Q.;Mr.;Jr.\r\nTEL;CELL;PREF:0123 45\r\nTEL;WORK;FAX:99",
            ),
            "Mr. John Q. Doe Jr. mobile:0123 45 work fax:99",
        ),
        (
            card(
                "2.1",
                "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=\r\n=C3=BCrgen;;;\r\nFN:x",
            ),
            "Jürgen Müller",
        ),
        (
            card("2.1", "N;ENCODING=QUOTED-PRINTABLE:M=FCller;Anna"),
            "Anna Müller",
        ),
        (
            card("2.1", "N:Doe;Jane\r\nNOTE:first\r\n  and second"),
            "Jane Doe (first  and second)",
        ),
        (
            card(
                "3.0",
                "FN:Zoë van der Berg\r\nTEL;TYPE=HOME,VOICE;TYPE=pref:1\r\nTEL;TYPE=cell:2",
            ),
            "Zoë van der Berg home:1 mobile:2",
        ),
        (
            card(
                "3.0",
                "N:Berg\\, van;Zoë;;;\r\nNICKNAME:Zo\r\nitem1.TEL:3\r\nitem1.X-ABLabel:_$!<Mobile>!$_\r\nitem2.TEL:4\r\nitem2.X-ABLabel:Neighbour\\, left",
            ),
            "Zoë Berg, van \"Zo\" mobile:3 Neighbour, left:4",
        ),
        (
            card("3.0", "N:Wu;Li\r\nNOTE:one\r\n  two\\nthree\\; four"),
            "Li Wu (one two|three; four)",
        ),
        (
            card(
                "4.0",
                "N:Perreault;Simon;;;ing. jr,M.Sc.\r\nTEL;VALUE=uri;TYPE=\"work,voice\";PREF=2:tel:+1-418-656-9254;ext=102\r\nTEL;VALUE=uri;PREF=1;TYPE=cell:tel:+14182626501\r\nGENDER:M",
            ),
            "Simon Perreault ing. jr M.Sc. male mobile:+14182626501 work:+1-418-656-9254 ext. 102",
        ),
        (
            card(
                "4.0",
                "FN:Ida\r\nEMAIL;TYPE=work:i@x.de\r\nEMAIL;PREF=1:mailto:ida@y.de\r\nEMAIL:nobody\r\nGENDER:F;woman",
            ),
            "Ida female :ida@y.de work:i@x.de (E-mail: nobody)",
        ),
        (
            card(
                "4.0",
                "N:A;B\r\nADR;TYPE=work:;Suite 2;Main St 1;Town;QC;G1V 2M2;Canada\r\nADR;TYPE=home:;;Way 3\\nHouse 4;Village;;;",
            ),
            "B A [Way 3|House 4 / Village,,,] (Another address (work): Suite 2, Main St 1, G1V 2M2 Town, QC, Canada)",
        ),
        (
            "begin:vcard\nversion:3.0\nfn:ada byron\nend:vcard".to_owned(),
            "ada byron",
        ),
    ] {
        assert_eq!(told(&one(&file)), expected, "{file}");
    }
    // In the encoding of its program, whether it says so or not.
    let latin = b"BEGIN:VCARD\nVERSION:2.1\nN:M\xFCller;J\xF6rg\nEND:VCARD\n";
    assert_eq!(told(&one(latin)), "Jörg Müller");
    let japanese = b"BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=SHIFT_JIS;ENCODING=QUOTED-PRINTABLE:=89=A4;=96=BE\nEND:VCARD\n";
    assert_eq!(told(&one(japanese)), "明 王");
    let wide: Vec<u8> = format!("\u{feff}{}", card("3.0", "FN:Zoë Ng"))
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    assert_eq!(told(&one(wide)), "Zoë Ng");
}

#[test]
fn p8_birthdays_are_whole_or_noted() {
    for (property, expected) in [
        ("BDAY:1980-03-22", "x *1980-03-22"),
        ("BDAY:19800322", "x *1980-03-22"),
        ("BDAY;VALUE=date:1980-03-22", "x *1980-03-22"),
        ("BDAY:1996-10-22T14:00:00Z", "x *1996-10-22"),
        ("BDAY:--0203", "x (Birth date known only as --0203.)"),
        ("BDAY:1980", "x (Birth date known only as 1980.)"),
        (
            "BDAY;X-APPLE-OMIT-YEAR=1604:1604-03-02",
            "x (Birth date known only as --03-02.)",
        ),
        ("BDAY:1985", "x (Birth date known only as 1985.)"),
        (
            "BDAY;VALUE=text:circa 1960",
            "x (Birth date known only as circa 1960.)",
        ),
        ("BDAY:", "x"),
        (
            "BDAY;ALTID=1:20160801\r\nBDAY;ALTID=1;VALUE=text:2016-08-01",
            "x *2016-08-01",
        ),
    ] {
        for version in ["3.0", "4.0"] {
            let file = card(version, &format!("FN:x\r\n{property}"));
            assert_eq!(told(&one(&file)), expected, "{version} {property}");
        }
    }
    for (property, reason) in [
        ("BDAY:20991231", "in the future"),
        ("BDAY:1980-02-30", "does not exist"),
        ("BDAY:19800101\r\nDEATHDATE:19700101", "before the birth"),
    ] {
        let (patients, refused) = read(card("4.0", &format!("FN:x\r\n{property}")).as_bytes());
        assert!(
            patients.is_empty() && english(&refused[0].reason).contains(reason),
            "{refused:?}"
        );
    }
    let dead = one(card("4.0", "FN:x\r\nDEATHDATE:20200101"));
    assert_eq!(
        (dead.status, dead.deceased_on),
        (PatientStatus::Deceased, "2020-01-01".parse().ok())
    );
}

#[test]
fn a_card_is_known_again_by_its_uid() {
    let patient = one(card("3.0", "FN:x\r\nUID:477343c8"));
    assert_eq!(
        patient
            .key
            .as_ref()
            .map(|key| (key.system.as_str(), key.value.as_str())),
        Some(("urn:daybook:vcard", "477343c8"))
    );
    assert_eq!(patient.key, patient.identifiers.first().cloned());
    assert_eq!(one(card("3.0", "FN:x")).key, None);
}

#[test]
fn what_is_no_persons_card_is_refused_with_its_line() {
    let file = [
        card("3.0", "FN:First"),
        card("3.0", "ORG:Firm Ltd;Sales\r\nFN:Firm Ltd"),
        card("4.0", "KIND:group\r\nFN:Friends"),
        card("3.0", "N:Shop;The\r\nX-ABShowAs:COMPANY"),
        card("2.1", "EMAIL;PREF:john@x.de"),
        card("3.0", &format!("FN:{}", "x".repeat(301))),
        "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Cut\r\n".to_owned(),
        card("3.0", "FN:Last"),
    ]
    .concat();
    let (patients, refused) = read(file.as_bytes());
    let names: Vec<String> = patients.iter().map(|one| one.name.full()).collect();
    assert_eq!(names, ["First", "Last"]);
    let told: Vec<(u32, String)> = refused
        .iter()
        .map(|one| (one.line, english(&one.reason)))
        .collect();
    assert_eq!(
        told[0],
        (5, "is of a firm or a group, not of a person".to_owned())
    );
    assert_eq!(told[1].0, 10);
    assert_eq!(told[2].0, 15);
    assert_eq!(told[3], (20, "has no name".to_owned()));
    assert!(told[4].1.contains("more than 300"), "{told:?}");
    assert!(
        told[5].0 == 28 && told[5].1.contains("no END:VCARD"),
        "{told:?}"
    );
    let (patients, refused) = read(&b"hello"[..]);
    assert!(patients.is_empty() && english(&refused[0].reason).contains("no address book"));
}

#[test]
fn a_card_within_a_card_is_another_persons() {
    let file = card(
        "2.1",
        "N:Doe;Ann\r\nAGENT:\r\nBEGIN:VCARD\r\nN:Agent;Her\r\nTEL:1\r\nEND:VCARD\r\nTEL:2",
    );
    assert_eq!(told(&one(file)), "Ann Doe :2");
}

#[test]
fn pictures_of_any_size_are_passed_over() {
    let head = "BEGIN:VCARD\r\nVERSION:2.1\r\nN:Doe;Ann\r\nPHOTO;ENCODING=BASE64;JPEG:";
    let tail = "\r\n\r\nTEL:2\r\nEND:VCARD\r\n";
    let file = head
        .as_bytes()
        .chain(std::io::repeat(b'A').take(50_000_000))
        .chain(tail.as_bytes());
    let (patients, _) = read(file);
    assert_eq!(told(&patients[0]), "Ann Doe :2");
    // Without spaces before its lines, as old phones write them.
    let file = format!("{head}\r\n{}{tail}", "QUJDREVG\r\n".repeat(10_000));
    assert_eq!(told(&one(file)), "Ann Doe :2");
}

#[test]
fn every_sample_is_taken_over_or_refused_with_a_reason() {
    let Some(folder) = shared("vcf") else { return };
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "vcf"))
        .collect();
    files.sort();
    assert!(files.len() >= 16);
    let mut all = String::new();
    for path in &files {
        let (patients, refused) = read(std::fs::File::open(path).unwrap());
        assert!(patients.len() + refused.len() > 0, "{path:?}");
        let name = path.file_stem().unwrap().to_string_lossy();
        for patient in &patients {
            let mut line = told(patient);
            line = line.chars().take(400).collect();
            all.push_str(&format!("{name}: {line}\n"));
        }
        for one in &refused {
            all.push_str(&format!("{name}: {}: {}\n", one.line, english(&one.reason)));
        }
    }
    println!("{all}");
    for line in [
        "John_Doe_ANDROID: 1: has no name",
        "John_Doe_BLACK_BERRY: john Doe mobile:+96123456789",
        "gmail-list: Doug White :dwhite@gmail.com",
        "rfc2426-example: Frank Dawson work:+1-919-676-9515 work fax:+1-919-676-9564 :Frank_Dawson@Lotus.com :fdawson@earthlink.net [6544 Battleford Drive / Raleigh,NC,27613-3502,U.S.A.]",
        "gmail-single: Greg Dartmouth \"Gman\" *1960-09-10 mobile:555 555 1111 GRAND_CENTRAL:555 555 2222 :gdartmouth@hotmail.com [123 Home St|Home City, HM 12345 / ,,,]",
        "outlook-2007: Mr. Michael Angstadt Jr. \"Mike\" *1922-03-10 work:(111) 555-1111",
        "outlook-2003: Mr. John Doe III \"Joey\" *1980-03-21 work:BusinessPhone",
        "rfc6350-example: Simon Perreault ing. jr M.Sc. male work:+1-418-656-9254 ext. 102",
        "John_Doe_IPHONE: Mr. John Richter James Doe Sr. \"Johny\" *2012-06-06 mobile:905-555-1234",
    ] {
        assert!(
            all.lines().any(|one| one.starts_with(line)),
            "{line} is not in\n{all}"
        );
    }
}

#[test]
fn hostile_words_stay_words() {
    for text in naughty() {
        let escaped = text
            .replace('\\', "\\\\")
            .replace(';', "\\;")
            .replace(',', "\\,")
            .replace('\n', "\\n");
        let file = card(
            "3.0",
            &format!("FN:Ada Byron\r\nNOTE:{escaped}\r\nADR:;;{escaped};;;;\r\nTEL:1"),
        );
        let (patients, refused) = read(file.as_bytes());
        assert_eq!(patients.len() + refused.len(), 1, "{text:?}");
        for patient in patients {
            assert_eq!(patient.phones.len(), 1, "{text:?}");
            assert!(
                !patient
                    .notes
                    .chars()
                    .any(|c| c.is_ascii_control() && c != '\n' && c != '\t')
            );
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn random_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        read(bytes.as_slice());
    }

    #[test]
    fn random_cards_never_panic(
        lines in proptest::collection::vec(
            (
                proptest::sample::select(vec![
                    "VERSION", "N", "FN;ENCODING=QUOTED-PRINTABLE", "N;ENCODING=BASE64", "TEL;TYPE=cell;PREF=9",
                    "TEL;VALUE=uri", "EMAIL;PREF", "ADR", "BDAY", "BDAY;VALUE=text", "DEATHDATE", "GENDER",
                    "LANG;PREF=1", "NOTE;CHARSET=utf-16;ENCODING=b", "item1.TEL", "item1.X-ABLabel", "AGENT",
                    "BEGIN", "END", "UID", "KIND", "ORG", "\u{130}x.N",
                ]),
                prop_oneof!["VCARD|2.1|3.0|4.0", "[0-9T:Z-]{0,20}", "(=[0-9A-F]{2}){0,9}=?", "[A-Za-z0-9+/=]{0,30}", "\\PC{0,40}"],
            ),
            0..14,
        )
    ) {
        let mut text = String::from("BEGIN:VCARD\n");
        for (name, value) in &lines {
            text.push_str(&format!("{name}:{value}\n"));
        }
        text.push_str("END:VCARD\n");
        read(text.as_bytes());
    }
}
