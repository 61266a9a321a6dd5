//! A visit booked for tomorrow, and the mail that arrives for it: by a real line to a real mailbox.

use mail_parser::{Message, MessageParser, MimeHeaders};
use serde_json::{Value, json};
use std::panic::{AssertUnwindSafe, catch_unwind};
use testkit::{MailServer, TestPractice, patient_fields, text};

/// The wall clock shows 09:00 on Monday, 23 November 2026.
fn practice(server: &MailServer) -> TestPractice {
    let mut practice = TestPractice::new();
    practice.host.channels.go_by_post();
    let mailbox = json!({
        "host": "127.0.0.1", "port": server.port, "security": "none",
        "user": "desk@example.org", "password": "zebra", "token": false,
        "from": "desk@example.org", "reply_to": "answers@example.org",
    });
    practice.ok("mailbox.save", mailbox);
    practice
}

fn booked(practice: &mut TestPractice, start: &str) -> String {
    let mut fields = patient_fields("Ada", "Byron", Some("1980-01-01"));
    fields["emails"] = json!([{"label": "", "address": "ada@example.org"}]);
    let saved = practice.ok(
        "patient.save",
        json!({"id": null, "revision": 0, "accept_duplicate": false, "fields": fields}),
    );
    let request = practice.booking(&text(&saved["id"]), start);
    text(&practice.ok("appointment.book", request)["id"])
}

fn ticked(practice: &mut TestPractice, now: &str) {
    practice.host.set(now);
    practice.daybook.tick().expect("a tick");
    practice.daybook.wait_for_messages();
}

fn parsed(mail: &str) -> Message<'_> {
    MessageParser::default().parse(mail).expect("a mail")
}

#[test]
fn a_visit_is_asked_about_by_a_mail_that_says_what_it_must_and_nothing_more() {
    let server = MailServer::start();
    let mut practice = practice(&server);
    let visit = booked(&mut practice, "2026-11-25T10:00");
    ticked(&mut practice, "2026-11-23T08:00:00Z");
    ticked(&mut practice, "2026-11-24T09:00:00Z");

    let taken = server.wait_for(1);
    assert_eq!(taken.len(), 1, "{taken:?}");
    let kept = practice.host.channels.kept_by_post();
    assert!(!kept.contains("127.0.0.1"), "the password too: {kept}");
    assert_eq!(taken[0].to, "ada@example.org");
    let mail = parsed(&taken[0].mail);
    let plain = mail.body_text(0).expect("a text");
    for said in [
        "Ada",
        "Wednesday",
        "10:00",
        "Practice by the Park",
        "030 5550100",
    ] {
        assert!(plain.contains(said), "{said} in {plain}");
    }
    assert!(
        !plain.contains("Byron") && !plain.contains("Haas"),
        "{plain}"
    );
    assert!(
        plain.contains("mailto:answers@example.org?subject=Yes%20%5B"),
        "{plain}"
    );
    let from = mail.from().and_then(|from| from.first()).expect("a sender");
    assert_eq!(from.address(), Some("desk@example.org"));
    assert_eq!(from.name(), Some("Practice by the Park"));
    assert!(
        taken[0]
            .mail
            .contains("List-Unsubscribe: <mailto:answers@example.org?subject=STOP>")
    );
    let list = practice.ok("message.list", Value::Null);
    let outbox = list.as_array().expect("rows");
    let went = outbox
        .iter()
        .find(|row| row["state"] == "accepted")
        .expect("one went");
    assert_eq!(went["attempts"], 1);
    let id = format!("{}@daybook", text(&went["id"]));
    assert_eq!(mail.message_id(), Some(id.as_str()));
    assert_eq!(
        practice.ok("appointment.get", json!({"id": visit}))["id"],
        visit
    );
}

#[test]
fn each_answer_that_a_click_begins_is_understood_and_names_its_message() {
    let server = MailServer::start();
    let mut practice = practice(&server);
    booked(&mut practice, "2026-11-27T10:00");
    ticked(&mut practice, "2026-11-23T08:00:00Z");
    ticked(&mut practice, "2026-11-24T09:00:00Z");
    let handed = practice.host.channels.take();
    let letter = &handed[0].letter;
    use domain::messages::Answer as A;
    let read: Vec<A> = letter
        .answers
        .iter()
        .map(|answer| domain::messages::read_answer(&answer.says, &letter.language))
        .collect();
    assert_eq!(read, [A::Confirm, A::CallMe, A::Cancel]);

    let taken = server.wait_for(1);
    let mail = parsed(&taken[0].mail);
    let plain = mail.body_text(0).expect("a text");
    let subject = plain.split("subject=").nth(1).expect("a link");
    let subject = subject.split('&').next().unwrap_or_default();
    let subject = subject
        .replace("%20", " ")
        .replace("%5B", "[")
        .replace("%5D", "]");
    let list = practice.ok("message.list", Value::Null);
    let outbox = list.as_array().expect("rows");
    let went = outbox
        .iter()
        .find(|row| row["state"] == "accepted")
        .expect("one went");
    let named = domain::messages::referred_to(&subject).expect("a message");
    assert_eq!(named.to_string(), text(&went["id"]));
    let calendars = mail.parts.iter().filter(|part| {
        part.content_type()
            .is_some_and(|kind| kind.subtype() == Some("calendar"))
    });
    assert_eq!(calendars.count(), 1, "and it comes with an invitation");
}

#[test]
fn m15_killed_behind_the_last_dot_the_mail_comes_again_under_the_same_message_id() {
    let server = MailServer::start();
    let mut practice = practice(&server);
    booked(&mut practice, "2026-11-27T10:00");
    ticked(&mut practice, "2026-11-23T08:00:00Z");
    practice.host.channels.die_at("ada@example.org");
    practice.host.set("2026-11-24T09:00:00Z");
    let died = catch_unwind(AssertUnwindSafe(|| {
        practice.ok("message.tick", json!({"now": null, "dry_run": false}))
    }));
    assert!(died.is_err());
    assert_eq!(
        server.wait_for(1).len(),
        1,
        "the server has it, and nobody wrote that down"
    );

    practice.host.channels.live_at("ada@example.org");
    for now in [
        "2026-11-24T09:06:00Z",
        "2026-11-24T09:12:00Z",
        "2026-11-24T09:20:00Z",
    ] {
        ticked(&mut practice, now);
    }
    let taken = server.wait_for(2);
    assert_eq!(taken.len(), 2);
    let (first, second) = (parsed(&taken[0].mail), parsed(&taken[1].mail));
    assert_eq!(first.message_id(), second.message_id());
    assert_eq!(first.date(), second.date());
}

#[test]
fn a_wrong_password_keeps_all_waiting_and_they_go_once_it_is_right() {
    let server = MailServer::start();
    let mut practice = practice(&server);
    booked(&mut practice, "2026-11-27T10:00");
    ticked(&mut practice, "2026-11-23T08:00:00Z");
    server.refuse_logins(true);
    ticked(&mut practice, "2026-11-24T09:00:00Z");
    let trouble = practice.ok("mailbox.get", Value::Null)["trouble"].clone();
    assert_eq!(trouble["said"], "535 5.7.8 Wrong password", "{trouble}");
    server.refuse_logins(false);
    ticked(&mut practice, "2026-11-24T09:01:01Z");
    assert_eq!(server.wait_for(1).len(), 1);
    assert_eq!(
        practice.ok("mailbox.get", Value::Null)["trouble"],
        Value::Null
    );
}
