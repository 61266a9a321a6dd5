//! The day's flow from a script: statuses, confirmations, the board and what is still open.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod script;

use chrono::{DateTime, Days, Local, NaiveDateTime, TimeDelta, Utc};
use script::Script;
use serde_json::Value;

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// A practice of yesterday's and today's visits, and the id of one that was yesterday.
fn with_a_visit(script: &Script, start: &str) -> String {
    script.ok(&["provider", "add", "Dr Haas"]);
    std::fs::write(
        script.path("list.csv"),
        "Name,Birth date\nAda Byron,1980-12-31\n",
    )
    .unwrap();
    script.ok(&["import", "csv", &script.text("list.csv")]);
    let found = script.ok(&["patient", "search", "byron"]);
    let chair = text(&script.ok(&["show"])["chairs"][0]["name"]);
    let booked = script.ok(&[
        "appointment",
        "book",
        "--patient",
        &text(&found[0]["id"]),
        "--provider",
        "Dr Haas",
        "--chair",
        &chair,
        "--start",
        start,
        "--minutes",
        "30",
        "--overbook",
    ]);
    text(&booked["id"])
}

/// The wall clock of the practice, to the minute, a day ago.
fn yesterday() -> NaiveDateTime {
    let now: DateTime<Utc> = Utc::now();
    let zone = domain::Zone::named("Europe/Berlin").unwrap();
    let wall = zone.wall(now).at.date() - Days::new(1);
    wall.and_hms_opt(10, 0, 0).unwrap()
}

#[test]
fn s7_a_visit_is_taken_through_its_day_and_put_right_from_a_script() {
    let script = Script::made();
    let start = yesterday();
    let id = with_a_visit(&script, &start.format("%Y-%m-%dT%H:%M").to_string());
    let open = script.ok(&["day", "open"]);
    assert_eq!(open["left"][0]["visit"]["id"], id.as_str());
    assert_eq!(open["left"][0]["why"], "not_arrived");
    assert_eq!(open["left_total"], 1);
    assert_eq!(script.ok(&["day", "board"])["left_open"], 1);

    let status = |arguments: &[&str]| {
        let mut all = vec!["appointment", "status", id.as_str()];
        all.extend(arguments);
        all.iter().map(|one| (*one).to_owned()).collect::<Vec<_>>()
    };
    let run = |arguments: &[&str]| {
        let all = status(arguments);
        script.ok(&all.iter().map(String::as_str).collect::<Vec<_>>())
    };
    let refused = |arguments: &[&str]| {
        let all = status(arguments);
        script.refused(&all.iter().map(String::as_str).collect::<Vec<_>>())
    };
    assert_eq!(run(&["arrived", "--at", "09:50"])["status"], "arrived");
    let (error, said) = refused(&["seated", "--at", "09:40"]);
    assert_eq!(error["code"], "refused");
    assert!(said.contains("out of order"), "{said}");
    let at = start + TimeDelta::minutes(31);
    run(&["seated", "--at", "10:01"]);
    let done = run(&[
        "completed",
        "--at",
        &at.format("%Y-%m-%dT%H:%M").to_string(),
    ]);
    assert_eq!(done["status"], "completed");
    assert!(done["arrived_at"].is_string() && done["dismissed_at"].is_string());
    assert_eq!(script.ok(&["day", "open"])["left"], serde_json::json!([]));

    // S9
    let (error, said) = refused(&["back"]);
    assert_eq!(error["code"], "completed");
    assert!(said.contains("--unlock"), "{said}");
    assert_eq!(run(&["back", "--unlock"])["status"], "seated");
    assert_eq!(
        script
            .run(&["appointment", "status", &id, "dancing"])
            .status
            .code(),
        Some(2)
    );
    assert_eq!(
        script
            .run(&["appointment", "status", &id, "arrived", "--at", "noon"])
            .status
            .code(),
        Some(2)
    );
}

#[test]
fn s7_a_machine_confirms_only_what_no_person_has_answered() {
    let script = Script::made();
    let start = Local::now().naive_local().date() + Days::new(9);
    let id = with_a_visit(&script, &format!("{start}T10:00"));
    let confirm = ["appointment", "confirm", id.as_str()];
    let with = |more: &[&'static str]| [&confirm[..], more].concat();
    let said = |answer: &Value| text(&answer["confirmation"]);
    let asked = script.ok(&with(&["--answer", "sent", "--automatic"]));
    assert_eq!(said(&asked), "sent");
    assert_eq!(said(&script.ok(&with(&["--automatic"]))), "confirmed");
    assert_eq!(
        said(&script.ok(&with(&["--answer", "declined"]))),
        "declined"
    );
    let (error, why) = script.refused(&with(&["--automatic"]));
    assert_eq!(error["code"], "refused");
    assert!(why.contains("person set the confirmation"), "{why}");
    assert_eq!(said(&script.ok(&confirm)), "confirmed");
}
