//! What goes wrong on the command line: usage, secrets, files and names; told, and harmless.

mod script;

use script::{PASSPHRASE, Script};
use serde_json::Value;
use std::process::Command;

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

#[test]
fn wrong_usage_is_one_document_too() {
    let script = Script::made();
    for arguments in [
        &["dance"][..],
        &[],
        &["print", "day", "--date", "tomorrow", "--out", "x.pdf"],
        &["print", "day", "--date=+262142-12-31", "--out", "x.pdf"],
        &[
            "appointment",
            "list",
            "--from",
            "0026-11-23",
            "--to",
            "2026-11-23",
        ],
    ] {
        let output = script.run(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        let document: Value = serde_json::from_slice(&output.stdout).expect("one JSON document");
        let error = &document["error"];
        assert_eq!(error["code"], "invalid", "{document}");
        assert!(text(&error["next"]).contains("--help"), "{document}");
        assert!(!output.stderr.is_empty());
    }
    let help = script.run(&["--help"]);
    assert_eq!(help.status.code(), Some(0));
    assert!(String::from_utf8_lossy(&help.stdout).contains("appointment"));
    // The clock at the end of all time: refused, and no fault.
    let start = "--start=+262142-12-31T23:50";
    let id = "018f0000-0000-7000-8000-000000000000";
    let book = [
        "appointment",
        "book",
        "--patient",
        id,
        "--provider",
        "x",
        "--chair",
        "y",
        start,
    ];
    let output = script.run(&[&book[..], &["--overbook"]].concat());
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("2199"));
}

#[test]
fn a_passphrase_file_is_read_as_editors_write_it_and_told_when_it_cannot() {
    let script = Script::made();
    let file = script.path("passphrase");
    // None of these is a try: more than five wrong ones would cost a wait.
    for (content, says) in [
        (&b""[..], "is empty"),
        (b"\n", "is empty"),
        (b"\xEF\xBB\xBF\r\n", "is empty"),
        (b"\xFF\xFEc\0o\0r\0", "UTF-8"),
        (b"\xFF\xFEc\0o\0r\0", "could not be read"),
        (b"", "Write the passphrase"),
    ] {
        std::fs::write(&file, content).unwrap();
        let (error, said) = script.refused(&["show"]);
        assert_ne!(error["code"], "wrong_secret");
        assert!(said.contains(says), "{said}");
    }
    std::fs::remove_file(&file).unwrap();
    let (_, said) = script.refused(&["show"]);
    assert!(
        said.contains("is not there") && !said.contains("may be written"),
        "{said}"
    );
    for content in [
        format!("\u{feff}{PASSPHRASE}\r\n"),
        format!("{PASSPHRASE}\n\n"),
    ] {
        std::fs::write(&file, content).unwrap();
        script.ok(&["show"]);
    }
    // A variable that is set to nothing is as if it were not set: the practice is looked for, and
    // the passphrase asked for.
    let nowhere = Command::new(env!("CARGO_BIN_EXE_daybook"))
        .args(["--json", "show"])
        .env("DAYBOOK_PASSPHRASE_FILE", "")
        .env("DAYBOOK_PRACTICE", "")
        .env("XDG_DATA_HOME", script.folder.path())
        .stdin(std::process::Stdio::null())
        .output()
        .expect("the program runs");
    assert_eq!(nowhere.status.code(), Some(1));
    let document: Value = serde_json::from_slice(&nowhere.stdout).expect("one JSON document");
    assert_eq!(document["error"]["code"], "absent", "{document}");
}

#[test]
fn what_a_file_holds_steers_no_terminal_and_a_missing_one_is_told_as_that() {
    let script = Script::made();
    std::fs::write(
        script.path("list.csv"),
        "Id,First name,Last name,Birth date\n1,A\u{1b}[2Jda,\u{202e}Byron,31/02/1980\n2,\u{9b}31mBen,C\u{1b}]0;x\u{7}ole,1/1/1980\n",
    )
    .unwrap();
    for json in [&["--json"][..], &[]] {
        for arguments in [
            &[
                "import",
                "csv",
                &script.text("list.csv"),
                "--date-format",
                "dmy",
            ][..],
            &["patient", "search", "ben"],
            &["patient", "search", "\u{1b}[2J"],
            &["provider", "add", "\u{1b}]0;x\u{7}"],
            &["provider", "add", "\u{1b}]0;x\u{7}"],
            &["\u{1b}[2J"],
        ] {
            let output = Command::new(env!("CARGO_BIN_EXE_daybook"))
                .arg("--practice")
                .arg(&script.practice)
                .args(json)
                .args(arguments)
                .env("DAYBOOK_PASSPHRASE_FILE", script.path("passphrase"))
                .output()
                .expect("the program runs");
            for written in [&output.stdout, &output.stderr] {
                let said = String::from_utf8_lossy(written);
                let steers = said.chars().find(|c| {
                    (c.is_control() && *c != '\n') || ('\u{202a}'..='\u{202e}').contains(c)
                });
                assert_eq!(steers, None, "{arguments:?}: {said:?}");
            }
        }
    }
    let (_, said) = script.refused(&["import", "csv", &script.text("absent.csv")]);
    assert!(!said.contains("dates"), "{said}");
}

#[test]
fn a_name_that_two_share_is_not_guessed_at() {
    let script = Script::made();
    let two = ["1", "2"].map(|id| {
        format!(r#"{{"resourceType":"Practitioner","id":"{id}","name":[{{"text":"Dr Twin"}}]}}"#)
    });
    std::fs::write(script.path("two.ndjson"), two.join("\n")).unwrap();
    script.ok(&["import", "fhir", &script.text("two.ndjson")]);
    let practice = script.ok(&["show"]);
    let ids: Vec<String> = practice["providers"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| text(&one["id"]))
        .collect();
    assert_eq!(ids.len(), 2);
    let openings = |provider: &str| {
        let days = ["--from", "2099-01-05", "--to", "2099-01-05"];
        let find = [
            "appointment",
            "openings",
            "--minutes",
            "30",
            "--provider",
            provider,
        ];
        [&find[..], &days]
            .concat()
            .into_iter()
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let by_name = openings("dr twin");
    let by_name: Vec<&str> = by_name.iter().map(String::as_str).collect();
    let (error, said) = script.refused(&by_name);
    assert_eq!(error["field"], "provider");
    assert!(ids.iter().all(|id| said.contains(id.as_str())), "{said}");
    // By id it is clear who is meant.
    let by_id = openings(&ids[0]);
    let by_id: Vec<&str> = by_id.iter().map(String::as_str).collect();
    let found = script.ok(&by_id);
    assert_eq!(found[0]["provider"], "Dr Twin", "{found}");
}
