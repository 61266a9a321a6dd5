//! What patients are to hear, from a script.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod script;

use chrono::{Days, Local};
use script::Script;
use serde_json::{Value, json};

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

#[test]
fn a_script_sees_what_would_go_and_why_it_does_not_and_a_tick_sends_nothing_unasked() {
    let script = Script::made();
    script.ok(&["provider", "add", "Dr Haas"]);
    std::fs::write(
        script.path("list.csv"),
        "Name,Birth date,Email\nAda Byron,1980-12-31,ada@example.org\n",
    )
    .unwrap();
    script.ok(&["import", "csv", &script.text("list.csv")]);
    let found = script.ok(&["patient", "search", "byron"]);
    let day = (Local::now().date_naive() + Days::new(9)).to_string();
    script.ok(&[
        "appointment",
        "book",
        "--patient",
        &text(&found[0]["id"]),
        "--provider",
        "Dr Haas",
        "--chair",
        &text(&script.ok(&["show"])["chairs"][0]["name"]),
        "--start",
        &format!("{day}T10:00"),
        "--minutes",
        "30",
        "--overbook",
    ]);
    let plan = script.ok(&["message", "plan", "--from", &day, "--to", &day]);
    assert_eq!(plan[0]["kind"], "please_confirm");
    assert_eq!(plan[0]["about"][0]["patient_name"], "Ada Byron");
    assert!(text(&plan[0]["why"]).contains("not set up"), "{plan}");
    for tick in [
        script.ok(&["message", "tick", "--dry-run"]),
        script.ok(&["message", "tick", "--now", &format!("{day}T07:00:00Z")]),
    ] {
        assert_eq!(
            (&tick["accepted"], &tick["would_send"]),
            (&json!(0), &json!([]))
        );
    }
    assert_eq!(script.ok(&["message", "list"]), json!([]));
    let wrong = script.run(&["message", "tick", "--now", "noon"]);
    assert_eq!(wrong.status.code(), Some(2));
}
