//! The practice's mailbox from a script, and messages without a window.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod script;

use script::Script;
use serde_json::{Value, json};
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use testkit::MailServer;

const SECRET: &str = "zebra-crossing-77";

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn set_up(script: &Script, server: &MailServer) -> Value {
    std::fs::write(script.path("secret"), format!("{SECRET}\n")).unwrap();
    script.ok(&[
        "channel",
        "set",
        "email",
        "--host",
        "127.0.0.1",
        "--port",
        &server.port.to_string(),
        "--security",
        "none",
        "--user",
        "desk@example.org",
        "--from",
        "desk@example.org",
        "--password-file",
        &script.text("secret"),
    ])
}

#[test]
fn a_mailbox_is_set_up_tested_shown_and_removed() {
    let (script, server) = (Script::made(), MailServer::start());
    assert_eq!(script.ok(&["channel", "show"]), json!({ "email": null }));
    let kept = set_up(&script, &server);
    assert_eq!(
        (&kept["has_password"], &kept["active"]),
        (&json!(true), &json!(true))
    );
    let tested = script.ok(&["channel", "test", "email", "--to", "me@example.org"]);
    assert_eq!(
        (&tested["ok"], &tested["server"], &tested["encrypted"]),
        (&json!(true), &json!("loopback.example"), &json!(false))
    );
    let taken = server.wait_for(1);
    assert_eq!(taken[0].to, "me@example.org");

    let output = script.run(&["channel", "show"]);
    let shown = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        !shown.contains(SECRET) && shown.contains("desk@example.org"),
        "{shown}"
    );
    let reply_to = ["--reply-to", "front@example.org", "--keep-password"];
    let changed = script.ok(&[&["channel", "set", "email"], &reply_to[..]].concat());
    assert_eq!(
        (
            &changed["reply_to"],
            &changed["port"],
            &changed["has_password"]
        ),
        (
            &json!("front@example.org"),
            &json!(server.port),
            &json!(true)
        )
    );
    script.ok(&["channel", "remove", "email"]);
    assert_eq!(script.ok(&["channel", "show"]), json!({ "email": null }));
}

#[test]
fn a_test_that_fails_tells_the_step_and_what_to_do() {
    let (script, server) = (Script::made(), MailServer::start());
    set_up(&script, &server);
    server.refuse_logins(true);
    let output = script.run(&["channel", "test", "email", "--to", "me@example.org"]);
    assert_eq!(output.status.code(), Some(1));
    let failed: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(failed["ok"], false);
    assert_eq!(failed["step"], "Logging in");
    assert_eq!(failed["what"], "The server refused user or password.");
    assert!(text(&failed["todo"]).starts_with("See whether user and password are right."));
    assert_eq!(failed["said"], "535 5.7.8 Wrong password");
}

#[test]
fn an_address_alone_is_enough_where_its_provider_is_known() {
    let script = Script::made();
    std::fs::write(script.path("secret"), SECRET).unwrap();
    let kept = script.ok(&[
        "channel",
        "set",
        "email",
        "--from",
        "park@gmx.de",
        "--password-file",
        &script.text("secret"),
    ]);
    assert_eq!(
        (
            &kept["host"],
            &kept["port"],
            &kept["security"],
            &kept["user"]
        ),
        (
            &json!("mail.gmx.net"),
            &json!(465),
            &json!("tls"),
            &json!("park@gmx.de")
        )
    );
    let (refused, _) = script.refused(&["channel", "test", "email", "--to", "nobody"]);
    assert_eq!(refused["field"], "to");
}

#[test]
fn an_agent_opens_by_a_file_and_without_one_says_what_to_do() {
    let script = Script::made();
    let ticked = script.ok(&["agent", "--once"]);
    assert_eq!(
        (&ticked["busy"], &ticked["accepted"]),
        (&json!(false), &json!(0))
    );
    let output = Command::new(env!("CARGO_BIN_EXE_daybook"))
        .arg("--practice")
        .arg(&script.practice)
        .args(["agent", "--once"])
        .env_remove("DAYBOOK_PASSPHRASE_FILE")
        .env("LC_ALL", "C.UTF-8")
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("--passphrase-file"), "{said}");
}

#[test]
fn an_agent_says_that_it_has_begun_and_goes_on_until_it_is_ended() {
    let script = Script::made();
    let mut agent = Command::new(env!("CARGO_BIN_EXE_daybook"))
        .arg("--practice")
        .arg(&script.practice)
        .args(["--json", "agent"])
        .env("DAYBOOK_PASSPHRASE_FILE", script.path("passphrase"))
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut begun = String::new();
    let mut lines = BufReader::new(agent.stdout.take().unwrap());
    while serde_json::from_str::<Value>(&begun).is_err() {
        assert_ne!(lines.read_line(&mut begun).unwrap(), 0, "{begun}");
    }
    assert!(begun.contains("every_seconds"), "{begun}");
    // Others work beside it.
    script.ok(&["message", "tick"]);
    assert_eq!(agent.try_wait().unwrap(), None, "it goes on");
    agent.kill().unwrap();
    agent.wait().unwrap();
}
