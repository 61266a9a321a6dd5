//! The program as a script uses it: exit codes, JSON on stdout, messages on stderr.

mod script;

use script::{PASSPHRASE, Script};
use serde_json::Value;
use std::path::Path;

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn sorted(mut list: Vec<String>) -> Vec<String> {
    list.sort();
    list
}

fn lines(path: &Path) -> Vec<String> {
    let text = std::fs::read_to_string(path).expect("the export is there");
    sorted(text.lines().map(str::to_owned).collect())
}

#[test]
fn a_day_at_the_desk_from_a_script() {
    let script = Script::new();
    script.init();
    let report = script.ok(&["demo", "--patients", "60", "--years", "1", "--seed", "4"]);
    assert_eq!(report["patients"], 60);

    // Somebody is found by name.
    let shown = script.ok(&["patient", "search", "1001"]);
    let family = text(&shown[0]["name"]);
    let found = script.ok(&["patient", "search", &family, "--limit", "5"]);
    let id = text(&found[0]["id"]);
    for field in [
        "id",
        "name",
        "preferred_name",
        "birth_date",
        "phones",
        "emails",
        "status",
    ] {
        assert!(found[0].get(field).is_some(), "{field}");
    }
    assert_eq!(script.ok(&["patient", "show", &id])["id"], id.as_str());

    // An opening is booked, by names, in a time far enough ahead that nothing is there.
    let from = (chrono::Utc::now() + chrono::TimeDelta::days(70)).date_naive();
    let to = (from + chrono::TimeDelta::days(10)).to_string();
    let from = from.to_string();
    let openings = script.ok(&[
        "appointment",
        "openings",
        "--minutes",
        "60",
        "--from",
        &from,
        "--to",
        &to,
    ]);
    let opening = &openings[0];
    let (provider, chair, start) = (
        text(&opening["provider"]),
        text(&opening["chair"]),
        text(&opening["start"]),
    );
    let book = [
        "appointment",
        "book",
        "--patient",
        &id,
        "--provider",
        &provider.to_uppercase(),
        "--chair",
        &chair,
        "--start",
        &start,
        "--minutes",
        "30",
        "--type",
        "filling",
    ];
    let booked = script.ok(&book);
    let visit = text(&booked["id"]);
    assert_eq!(booked["provider"], provider.as_str());
    assert_eq!(booked["type"], "Filling");
    assert_eq!(booked["start"], start.as_str());
    assert_eq!(booked["status"], "scheduled");

    // The same once more clashes, and says what is there.
    let (error, said) = script.refused(&book);
    assert_eq!(error["code"], "clash");
    assert_eq!(error["clashes"][0]["appointment"], visit.as_str());
    assert!(said.contains(&text(&booked["patient_name"])), "{said}");

    // Somebody who is not there, and what cannot be understood.
    let mut nobody = book.to_vec();
    nobody[5] = "Dr Nobody";
    let (error, said) = script.refused(&nobody);
    assert_eq!(error["code"], "invalid");
    assert!(
        said.contains("Dr Nobody") && said.contains(&provider),
        "{said}"
    );
    let mut unclear = book.to_vec();
    unclear[9] = "tomorrow";
    assert_eq!(script.run(&unclear).status.code(), Some(2));

    // Moved, cancelled, listed.
    let later = start.replace(
        &start[11..],
        &format!("{:02}:30", start[11..13].parse::<u32>().unwrap()),
    );
    let moved = script.ok(&["appointment", "move", &visit, "--start", &later]);
    assert_eq!(moved["start"], later.as_str());
    let cancelled = script.ok(&["appointment", "cancel", &visit, "--reason", "ill"]);
    assert_eq!(cancelled["status"], "cancelled");
    let listed = script.ok(&["appointment", "list", "--from", &from, "--to", &to]);
    let again: Vec<&Value> = listed.as_array().unwrap().iter().collect();
    assert!(
        again
            .iter()
            .any(|one| one["id"] == visit.as_str() && one["status"] == "cancelled")
    );

    // Printed; the file is a PDF.
    script.ok(&[
        "print",
        "day",
        "--date",
        &from,
        "--out",
        &script.text("day.pdf"),
        "--private",
    ]);
    assert!(
        std::fs::read(script.path("day.pdf"))
            .unwrap()
            .starts_with(b"%PDF")
    );

    // Everything is there; written out and read by another practice it is the same.
    assert_eq!(script.ok(&["doctor"])["ok"], true);
    script.ok(&["export", "csv", "--out", &script.text("out")]);
    let other = Script::new();
    other.init();
    let report = other.ok(&["import", "csv", &script.text("out")]);
    assert_eq!(report["refused"], serde_json::json!([]));
    assert_eq!(report["read"], report["created"]);
    let again = other.ok(&["import", "csv", &script.text("out")]);
    assert_eq!(
        (&again["created"], &again["updated"]),
        (&Value::from(0), &Value::from(0))
    );
    other.ok(&["export", "csv", "--out", &other.text("out")]);
    for file in ["patients.csv", "appointments.csv"] {
        assert_eq!(
            lines(&script.path("out").join(file)),
            lines(&other.path("out").join(file))
        );
    }
}

#[test]
fn what_is_wrong_is_said_and_changes_nothing() {
    let script = Script::new();
    let (error, _) = script.refused(&["doctor"]);
    assert_eq!(error["code"], "absent");
    assert_eq!(script.run(&["dance"]).status.code(), Some(2));
    script.init();

    // The code is in a file that only its owner reads, and is not written over.
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = std::fs::metadata(script.path("code"))
            .unwrap()
            .permissions()
            .mode();
        assert_eq!(mode & 0o777, 0o600);
    }
    let (error, _) = script.refused(&["init", "--name", "Another"]);
    assert_eq!(error["code"], "invalid");

    // Dates that can be read in two ways are asked about.
    std::fs::write(
        script.path("list.csv"),
        "Name,Birth date\nAda Byron,03/04/1980\n",
    )
    .unwrap();
    let (_, said) = script.refused(&["import", "csv", &script.text("list.csv")]);
    assert!(said.contains("--date-format"), "{said}");
    let dry = [
        "import",
        "csv",
        &script.text("list.csv"),
        "--date-format",
        "dmy",
        "--dry-run",
    ];
    assert_eq!(script.ok(&dry)["created"], 1);
    assert_eq!(
        script.ok(&["patient", "search", "byron"]),
        serde_json::json!([])
    );

    // With the recovery code a new passphrase is set; the old one opens nothing then.
    std::fs::write(script.path("new"), "another long one\n").unwrap();
    script.ok(&[
        "passphrase",
        "change",
        "--new-passphrase-file",
        &script.text("new"),
        "--recovery-code-file",
        &script.text("code"),
    ]);
    let (error, said) = script.refused(&["show"]);
    assert_eq!(error["code"], "wrong_secret");
    assert!(!said.contains(PASSPHRASE));
    std::fs::copy(script.path("new"), script.path("passphrase")).unwrap();
    let (provider, chair) = (["provider", "add", "Dr Haas"], ["chair", "add", "Room 2"]);
    assert_eq!(script.ok(&provider)["name"], "Dr Haas");
    assert_eq!(script.refused(&provider).0["code"], "invalid");
    script.ok(&chair);
    script.ok(&["type", "add", "Long talk", "--minutes", "90"]);
    let practice = script.ok(&["show"]);
    assert_eq!(practice["chairs"][1]["name"], "Room 2");
}

#[test]
fn what_an_import_leaves_out_is_said_and_an_import_of_nothing_is_refused() {
    let script = Script::new();
    script.init();
    std::fs::write(
        script.path("list.csv"),
        "Name,Birth date,Shoe size\nAda Byron,31.12.80,38\n",
    )
    .unwrap();
    let said = |arguments: &[&str]| {
        let output = script.run(arguments);
        assert_eq!(output.status.code(), Some(0));
        String::from_utf8_lossy(&output.stderr).into_owned()
    };
    let told = said(&["import", "csv", &script.text("list.csv")]);
    assert!(
        told.contains("list.csv") && told.contains("Shoe size"),
        "{told}"
    );
    assert!(told.contains("Two-digit years"), "{told}");
    std::fs::write(
        script.path("b.json"),
        r#"{"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Claim"}}]}"#,
    )
    .unwrap();
    let told = said(&["import", "fhir", &script.text("b.json")]);
    assert!(told.contains("1 Claim"), "{told}");

    std::fs::create_dir(script.path("folder")).unwrap();
    std::fs::write(script.path("folder/list.xlsx"), "x").unwrap();
    std::fs::write(script.path("empty.csv"), "").unwrap();
    for name in ["folder", "empty.csv"] {
        let (_, told) = script.refused(&["import", "csv", &script.text(name)]);
        assert!(told.contains(name) && told.contains("othing was"), "{told}");
        assert!(!told.contains("--date-format"), "{told}");
    }
    for format in ["csv", "fhir"] {
        #[cfg(unix)]
        script.refused(&["import", format, "/dev/null"]);
    }
}

#[test]
fn s13_a_series_from_a_script_names_what_is_in_the_way_and_has_its_history() {
    let script = Script::new();
    script.init();
    script.ok(&["demo", "--patients", "20", "--years", "0", "--seed", "4"]);
    let found = script.ok(&["patient", "search", "1001"]);
    let id = text(&found[0]["id"]);
    let setup = script.ok(&["show"]);
    let name = |kind: &str| text(&setup[kind][0]["name"]);
    let (provider, chair) = (name("providers"), name("chairs"));
    let year = chrono::Datelike::year(&chrono::Utc::now()) + 2;
    let start = format!("{year}-03-01T03:00");
    // At night, so that nobody works then: refused by the hours alone, knowingly booked over them.
    let series = |more: &[&str]| {
        let mut line = vec![
            "appointment",
            "series",
            "--patient",
            &id,
            "--provider",
            &provider,
            "--chair",
            &chair,
            "--start",
            &start,
            "--every",
            "1w",
        ];
        line.extend(more);
        line.into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    let run = |line: &[String]| {
        let line: Vec<&str> = line.iter().map(String::as_str).collect();
        script.run(&line)
    };
    let refused = run(&series(&["--count", "3"]));
    assert_eq!(refused.status.code(), Some(1));
    let answer: Value = serde_json::from_slice(&refused.stdout).expect("JSON");
    assert_eq!(answer["kept"], false);
    assert_eq!(answer["visits"].as_array().unwrap().len(), 3);
    assert!(answer["visits"][2]["refused"].is_string());
    assert_eq!(run(&series(&[])).status.code(), Some(1));
    let unclear = ["--count", "3", "--until", "2030-01-01"];
    assert_eq!(run(&series(&unclear)).status.code(), Some(2));

    let line = series(&["--count", "3", "--overbook"]);
    let line: Vec<&str> = line.iter().map(String::as_str).collect();
    let booked = script.ok(&line);
    assert_eq!(booked["kept"], true);
    let second = text(&booked["visits"][1]["appointment"]["id"]);
    let later = format!("{year}-03-09T03:00");
    let moved = script.ok(&[
        "appointment",
        "move",
        &second,
        "--start",
        &later,
        "--following",
        "--overbook",
    ]);
    assert_eq!(moved["visits"].as_array().unwrap().len(), 2);
    let cancelled = script.ok(&[
        "appointment",
        "cancel",
        &second,
        "--reason",
        "moved away",
        "--following",
    ]);
    assert_eq!(cancelled.as_array().unwrap().len(), 2);
    let told = script.ok(&["appointment", "history", &second]);
    assert_eq!(told[0]["changes"][0]["part"], "status");
    assert_eq!(told[1]["changes"][0]["to"], later.as_str());
    assert_eq!(told[2]["action"], "created");
}

#[test]
fn openings_are_found_by_type_chair_weekday_and_time_of_day() {
    let script = Script::new();
    script.init();
    script.ok(&["provider", "add", "Dr Haas"]);
    script.ok(&["chair", "add", "Room 2"]);
    script.ok(&["type", "add", "Long talk", "--minutes", "90"]);
    let find = |more: &[&str]| {
        let mut arguments = vec![
            "appointment",
            "openings",
            "--from",
            "2099-11-23",
            "--to",
            "2099-11-29",
        ];
        arguments.extend(more);
        script.ok(&arguments)
    };
    let (error, _) = script.refused(&[
        "appointment",
        "openings",
        "--from",
        "2099-11-23",
        "--to",
        "2199-11-29",
    ]);
    assert_eq!(error["field"], "to");
    let found = find(&[
        "--type",
        "Long talk",
        "--chair",
        "Room 2",
        "--provider",
        "dr haas",
        "--weekday",
        "tue,thu",
        "--after",
        "15:00",
        "--before",
        "17:00",
    ]);
    let lines: Vec<(&str, u64)> = found
        .as_array()
        .unwrap()
        .iter()
        .map(|one| {
            (
                one["start"].as_str().unwrap(),
                one["minutes"].as_u64().unwrap(),
            )
        })
        .collect();
    assert_eq!(
        lines,
        [("2099-11-24T15:00", 180), ("2099-11-26T15:00", 180)]
    );
    assert_eq!(found[0]["gap_start"], "2099-11-24T08:00");
    assert_eq!(found[0]["gap_minutes"], 600);
    assert_eq!(find(&["--after", "17:31"]), serde_json::json!([]));
    for wrong in [["--weekday", "noday"], ["--after", "25:00"]] {
        let arguments = [
            "appointment",
            "openings",
            "--from",
            "2099-11-23",
            "--to",
            "2099-11-24",
        ];
        let run = script.run(&[&arguments[..], &wrong[..]].concat());
        assert_eq!(run.status.code(), Some(2), "{wrong:?}");
    }
}
