//! Months, cards, letters, calls and slips. With DAYBOOK_PRINT_SAMPLES=folder they are written there, to be looked at.

mod common;

use common::paper::{calls, card, letter, month, slips};
use common::{list, sheet, usual_day};
use print::{CardSize, Orientation, Paper, Sheet};

fn samples() -> Vec<(String, Vec<u8>)> {
    use Orientation::{Landscape, Portrait};
    use Paper::{A4, Letter};
    let made = "made from views that hold nothing impossible";
    let in_language = |language: &str, paper, way| Sheet {
        language: language.into(),
        twelve_hours: language == "en-US",
        ..sheet(paper, way)
    };
    let private = |way| Sheet {
        private: true,
        ..sheet(A4, way)
    };
    let american = in_language("en-US", Letter, Landscape);
    let mut samples = vec![
        ("month", print::month(&month(true), &sheet(A4, Landscape))),
        (
            "month-portrait",
            print::month(&month(true), &in_language("de", A4, Portrait)),
        ),
        ("month-american", print::month(&month(true), &american)),
        (
            "month-empty",
            print::month(&month(false), &private(Landscape)),
        ),
        ("letter", print::letter(&letter(3), &sheet(A4, Portrait))),
        (
            "letter-american",
            print::letter(&letter(1), &in_language("en-US", Letter, Portrait)),
        ),
        (
            "letter-german",
            print::letter(&letter(40), &in_language("de", A4, Portrait)),
        ),
        ("calls", print::call_list(&calls(), &sheet(A4, Portrait))),
        (
            "calls-german",
            print::call_list(&calls(), &in_language("de", A4, Landscape)),
        ),
        (
            "calls-private",
            print::call_list(&calls(), &private(Portrait)),
        ),
        (
            "slips",
            print::routing_slips(&slips(), &sheet(A4, Portrait)),
        ),
        (
            "slips-german",
            print::routing_slips(&slips(), &in_language("de", A4, Landscape)),
        ),
        (
            "slips-private",
            print::routing_slips(&slips(), &private(Portrait)),
        ),
        ("day-american", print::day(&usual_day(), &american)),
        (
            "power-cut",
            print::power_cut_sheet(&list(), &usual_day(), &sheet(A4, Portrait), None),
        ),
    ]
    .into_iter()
    .map(|(name, pdf)| (name.to_owned(), pdf.expect(made)))
    .collect::<Vec<_>>();
    for (index, size) in CardSize::ALL.into_iter().enumerate() {
        for (name, patient, count, language) in [
            ("", "Amara Nwosu", 1, "en"),
            (
                "-german",
                "Christoph-Maximilian von Hohenzollern-Sigmaringen",
                2,
                "de",
            ),
            ("-american", "Amara Nwosu", 6, "en-US"),
            ("-arabic", "محمد عبد الله", 3, "en"),
        ] {
            let view = card(patient, count);
            let pdf = print::appointment_card(&view, size, &in_language(language, A4, Portrait));
            samples.push((format!("card-{index}{name}"), pdf.expect(made)));
        }
    }
    samples
}

#[test]
fn every_kind_of_page_can_be_made_and_is_the_same_every_time() {
    let folder = std::env::var_os("DAYBOOK_PRINT_SAMPLES");
    for ((name, bytes), (_, again)) in samples().into_iter().zip(samples()) {
        assert!(bytes.starts_with(b"%PDF-1.7"), "{name}");
        assert!(bytes == again, "{name} is not the same twice");
        if let Some(folder) = &folder {
            let file = std::path::Path::new(folder).join(format!("{name}.pdf"));
            std::fs::write(file, bytes).expect("the folder can be written");
        }
    }
}

#[test]
fn a_locked_sheet_opens_with_its_passphrase_alone_and_shows_nothing_without() {
    let key = [7; 32];
    let lock = print::Lock {
        passphrase: "korrekte Pferde, Batterie",
        key: &key,
    };
    let upright = sheet(Paper::A4, Orientation::Portrait);
    let pdf = print::power_cut_sheet(&list(), &usual_day(), &upright, Some(&lock))
        .expect("made from views that hold nothing impossible");
    for secret in ["Harbour", "November", "Brennan", "Daybook"] {
        let utf16: Vec<u8> = secret.encode_utf16().flat_map(u16::to_be_bytes).collect();
        for bytes in [secret.as_bytes(), &utf16] {
            let found = pdf.windows(bytes.len()).any(|window| window == bytes);
            assert!(!found, "{secret} can be read");
        }
    }
    let open = |passphrase: &str| {
        let options = lopdf::LoadOptions::with_password(passphrase);
        lopdf::Document::load_mem_with_options(&pdf, options)
    };
    assert!(open("korrekte Pferde").is_err());
    assert!(open("").is_err());
    let opened = open(lock.passphrase).expect("the passphrase opens it");
    assert!(
        opened.get_pages().len() >= 3,
        "{}",
        opened.get_pages().len()
    );
    let Some(text) = common::read_back(&pdf, Some(lock.passphrase)) else {
        return;
    };
    for said in ["Aoife Brennan", "Day list", "Day by chair", "Page 1 of"] {
        assert!(text.contains(said), "{said} is not in it");
    }
    assert_eq!(common::read_back(&pdf, Some("wrong")).as_deref(), Some(""));
}

#[test]
fn a_passphrase_of_any_letters_locks_and_one_that_cannot_is_refused() {
    let upright = sheet(Paper::A4, Orientation::Portrait);
    let lock = |passphrase: &str| {
        let key = [9; 32];
        let lock = print::Lock {
            passphrase,
            key: &key,
        };
        print::power_cut_sheet(&list(), &usual_day(), &upright, Some(&lock))
    };
    for passphrase in [
        "Käse-Überraschung 7",
        "пароль на завтра",
        "今日の合言葉です",
    ] {
        let pdf = lock(passphrase).expect("letters of any script");
        let options = lopdf::LoadOptions::with_password(passphrase);
        assert!(lopdf::Document::load_mem_with_options(&pdf, options).is_ok());
    }
    let refused = lock("bell\u{7} and more").expect_err("a control character");
    assert!(refused.to_string().contains("choose another"), "{refused}");
}

#[test]
fn p6_m11_a_card_tells_its_patient_the_time_and_nothing_of_the_treatment() {
    let view = card("Amara Nwosu", 2);
    for size in CardSize::ALL {
        let pdf = print::appointment_card(&view, size, &sheet(Paper::A4, Orientation::Portrait))
            .expect("made from views that hold nothing impossible");
        let Some(text) = common::read_back(&pdf, None) else {
            return;
        };
        for said in [
            "Amara Nwosu",
            "10:20",
            "23 November 2026",
            "Harbour Street Dental",
            "7946 0018",
        ] {
            assert!(text.contains(said), "{said} is not on {size:?}: {text}");
        }
    }
}

#[test]
fn a_card_is_as_large_as_its_label() {
    for size in CardSize::ALL {
        let pdf = print::appointment_card(
            &card("Amara Nwosu", 1),
            size,
            &sheet(Paper::A4, Orientation::Portrait),
        )
        .expect("made from views that hold nothing impossible");
        let document = lopdf::Document::load_mem(&pdf).expect("a whole document");
        let page = document.page_iter().next().expect("one page");
        let media = document
            .get_dictionary(page)
            .and_then(|page| page.get(b"MediaBox"))
            .and_then(lopdf::Object::as_array)
            .expect("every page has one");
        let points: Vec<f32> = media
            .iter()
            .map(|one| one.as_float().unwrap_or(0.0))
            .collect();
        let (width, height) = size.millimetres();
        assert!((points[2] / 72.0 * 25.4 - width).abs() < 0.1, "{points:?}");
        assert!((points[3] / 72.0 * 25.4 - height).abs() < 0.1, "{points:?}");
    }
}
