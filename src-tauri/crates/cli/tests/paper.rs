//! What a practice hands out and hangs up, and its sheet for a power cut, from the command line.

mod script;

use script::Script;
use serde_json::Value;

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn is_pdf(path: &std::path::Path) -> bool {
    std::fs::read(path).is_ok_and(|bytes| bytes.starts_with(b"%PDF"))
}

/// A practice with invented patients, and one that is booked.
fn filled() -> (Script, String, String) {
    let script = Script::made();
    script.ok(&["demo", "--patients", "60", "--years", "1"]);
    let found = script.ok(&["patient", "search", "a", "--limit", "40"]);
    let found = found.as_array().expect("a list");
    // P3: nobody writes to one who is not a patient any more.
    let active = found.iter().find(|hit| hit["status"] == "active");
    let patient = text(&active.expect("one of forty")["id"]);
    let shown = script.ok(&["show"]);
    let names = |kind: &str| text(&shown[kind][0]["name"]);
    let (provider, chair) = (names("providers"), names("chairs"));
    // The second of two weeks, so that it is to come and somewhere a gap is free.
    let today = text(&shown["now"]);
    let from = later(&today[..10], 7);
    let to = later(&today[..10], 40);
    let openings = script.ok(&[
        "appointment",
        "openings",
        "--minutes",
        "30",
        "--from",
        &from,
        "--to",
        &to,
        "--provider",
        &provider,
    ]);
    let gap = openings
        .as_array()
        .expect("a list")
        .iter()
        .find(|gap| gap["chair"] == chair.as_str())
        .expect("a gap in a month")
        .clone();
    let booked = script.ok(&[
        "appointment",
        "book",
        "--patient",
        &patient,
        "--provider",
        &provider,
        "--chair",
        &chair,
        "--start",
        &text(&gap["start"]),
    ]);
    (script, patient, text(&booked["id"]))
}

fn later(date: &str, days: u64) -> String {
    let date: chrono::NaiveDate = date.parse().expect("a date");
    (date + chrono::Days::new(days)).to_string()
}

#[test]
fn every_kind_of_page_is_written_where_it_was_asked_for() {
    let (script, patient, visit) = filled();
    let shown = script.ok(&["show"]);
    let (date, provider) = (
        text(&shown["now"])[..10].to_owned(),
        text(&shown["providers"][0]["name"]),
    );
    let on = ["--date", date.as_str()];
    let kinds: [(&str, Vec<&str>); 9] = [
        ("day-list", on.to_vec()),
        ("week", [&on[..], &["--landscape"]].concat()),
        (
            "month",
            [&on[..], &["--landscape", "--paper", "letter"]].concat(),
        ),
        (
            "provider-week",
            [&on[..], &["--provider", &provider, "--private"]].concat(),
        ),
        ("unconfirmed", [&on[..], &["--days", "14"]].concat()),
        ("routing", on.to_vec()),
        ("card", vec!["--patient", &patient]),
        (
            "card",
            vec!["--appointment", &visit, "--size", "62x29", "--private"],
        ),
        ("letter", vec!["--patient", &patient, "--paper", "letter"]),
    ];
    for (number, (kind, more)) in kinds.into_iter().enumerate() {
        let file = format!("{number}.pdf");
        let out = script.text(&file);
        let answer = script.ok(&[&["print", kind, "--out", &out][..], &more].concat());
        assert_eq!(answer["file"], out.as_str());
        assert!(is_pdf(&script.path(&file)), "{kind}");
    }
    // Whose card, and not two at once; and a label that no printer has.
    for wrong in [
        &["print", "card", "--out", "x.pdf"][..],
        &[
            "print",
            "card",
            "--out",
            "x.pdf",
            "--patient",
            &patient,
            "--appointment",
            &visit,
        ],
        &[
            "print",
            "card",
            "--out",
            "x.pdf",
            "--patient",
            &patient,
            "--size",
            "10x10",
        ],
        &["print", "month", "--out", "x.pdf"],
    ] {
        assert_eq!(script.run(wrong).status.code(), Some(2), "{wrong:?}");
    }
    let nobody = [
        "print",
        "month",
        "--date",
        &date,
        "--provider",
        "Dr Nobody",
        "--out",
        "x.pdf",
    ];
    let (error, said) = script.refused(&nobody);
    assert_eq!(error["code"], "invalid");
    assert!(
        said.contains("Dr Nobody") && said.contains(&provider),
        "{said}"
    );
}

#[test]
fn the_sheet_for_a_power_cut_is_set_and_made_without_a_window() {
    let script = Script::made();
    script.ok(&["provider", "add", "Dr Haas"]);
    let folder = script.path("sheets");
    std::fs::create_dir(&folder).expect("a folder can be made");
    let shown = script.ok(&["power-cut", "show"]);
    assert_eq!(shown["on"], false);
    assert_eq!(
        script.ok(&["print", "power-cut", "--if-due"])["file"],
        Value::Null
    );

    // Without a passphrase nothing is encrypted, and nothing is made in its stead.
    let out = folder.display().to_string();
    let (error, said) = script.refused(&["print", "power-cut", "--out-dir", &out]);
    assert_eq!(error["field"], "passphrase", "{said}");
    assert_eq!(std::fs::read_dir(&folder).expect("there").count(), 0);
    let plain = script.ok(&["print", "power-cut", "--out-dir", &out, "--plain"]);
    assert_eq!(plain["encrypted"], false);
    assert!(is_pdf(std::path::Path::new(&text(&plain["file"]))));

    std::fs::write(script.path("secret"), "five quiet lanterns\n").expect("a file");
    let set = script.ok(&[
        "power-cut",
        "set",
        "--on",
        "--folder",
        &out,
        "--at",
        "12:00",
        "--keep-days",
        "14",
        "--sheet-passphrase-file",
        &script.text("secret"),
    ]);
    assert_eq!(
        (&set["on"], &set["at"], &set["encrypted"]),
        (&true.into(), &"12:00".into(), &true.into())
    );
    assert!(!set.to_string().contains("lanterns"));
    let made = script.ok(&["print", "power-cut"]);
    assert_eq!(made["encrypted"], true);
    let pdf = std::fs::read(text(&made["file"])).expect("the sheet");
    let marker = b"/Encrypt";
    assert!(pdf.windows(marker.len()).any(|window| window == marker));
    let shown = script.ok(&["power-cut", "show"]);
    assert_eq!(shown["made_for"], made["date"]);
    assert_eq!(
        script.ok(&["print", "power-cut", "--if-due"])["file"],
        Value::Null,
        "not twice"
    );

    // One that goes elsewhere does not count as the evening's.
    let elsewhere = script.path("elsewhere");
    std::fs::create_dir(&elsewhere).expect("a folder can be made");
    let out = elsewhere.display().to_string();
    script.ok(&[
        "print",
        "power-cut",
        "--out-dir",
        &out,
        "--date",
        "2026-11-24",
    ]);
    assert_eq!(script.ok(&["power-cut", "show"])["made_for"], made["date"]);
    let off = script.ok(&["power-cut", "set", "--off"]);
    assert_eq!((&off["on"], &off["keep_days"]), (&false.into(), &14.into()));
    assert_eq!(script.ok(&["doctor"])["ok"], true);
}
