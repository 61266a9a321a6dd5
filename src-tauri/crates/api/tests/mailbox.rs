//! The practice's mailbox: set up in a minute, its password never seen again, and what keeps mail
//! from going told with what to do.

mod looking;

use api::Begun;
use app::messages::{Handed, MailFault, MailStep, MailTrouble};
use chrono::{DateTime, Utc};
use looking::behind;
use serde_json::{Value, json};
use testkit::{TestPractice, patient_fields, text};

const SECRET: &str = "zebra-crossing-77";

fn mailbox(password: Option<&str>) -> Value {
    json!({
        "host": "mail.example.org", "port": 465, "security": "tls", "user": "desk@example.org",
        "password": password, "token": false, "from": "desk@example.org", "reply_to": "",
    })
}

fn with(mut mailbox: Value, field: &str, value: impl Into<Value>) -> Value {
    mailbox[field] = value.into();
    mailbox
}

fn trouble(step: MailStep, fault: MailFault, said: Option<&str>) -> MailTrouble {
    let said = said.map(str::to_owned);
    MailTrouble { step, fault, said }
}

#[test]
fn a_mailbox_is_kept_without_its_password_and_mail_is_set_up_with_it() {
    let mut practice = TestPractice::new();
    assert_eq!(practice.ok("mailbox.get", Value::Null), Value::Null);
    let kept = practice.ok("mailbox.save", mailbox(Some(SECRET)));
    assert_eq!(
        kept,
        json!({
            "host": "mail.example.org", "port": 465, "security": "tls",
            "user": "desk@example.org", "has_password": true, "token": false,
            "from": "desk@example.org", "reply_to": "", "active": true, "trouble": null,
        })
    );
    assert_eq!(practice.ok("mailbox.get", Value::Null), kept);
    let settings = practice.ok("message.settings", Value::Null);
    assert_eq!(settings["channels"], json!(["email", "phone"]));

    let changed = with(mailbox(None), "port", 587);
    let changed = with(changed, "security", "starttls");
    let kept = practice.ok("mailbox.save", changed);
    assert_eq!(
        (&kept["port"], &kept["has_password"]),
        (&json!(587), &json!(true))
    );

    practice.ok("mailbox.remove", Value::Null);
    practice.ok("mailbox.remove", Value::Null);
    assert_eq!(practice.ok("mailbox.get", Value::Null), Value::Null);
    let settings = practice.ok("message.settings", Value::Null);
    assert_eq!(settings["channels"], json!(["phone"]));
    let store = practice.daybook.desk().expect("open").store();
    assert_eq!(store.mailbox_password().expect("read"), None);
}

#[test]
fn the_password_stands_in_no_line_of_the_trail_and_cannot_be_taken_back_by_undo() {
    let mut practice = TestPractice::new();
    practice.ok("mailbox.save", mailbox(Some(SECRET)));
    practice.ok(
        "mailbox.save",
        with(mailbox(Some("another-99")), "port", 587),
    );
    let store = practice.daybook.desk().expect("open").store();
    assert_eq!(
        store.mailbox_password().expect("read").as_deref(),
        Some("another-99")
    );
    let id = store.mailbox().expect("read").expect("a mailbox").id;
    let trail = format!("{:?}", store.trail(id.0, 50).expect("the trail"));
    assert!(trail.contains("mail.example.org"), "{trail}");
    assert!(
        !trail.contains(SECRET) && !trail.contains("another-99"),
        "{trail}"
    );
    let _ = practice.rpc("undo", Value::Null);
    let there = practice.ok("mailbox.get", Value::Null);
    assert_eq!(
        (&there["port"], &there["has_password"]),
        (&json!(587), &json!(true))
    );
}

#[test]
fn a_password_goes_to_no_other_server_than_the_one_it_was_entered_for() {
    let mut practice = TestPractice::new();
    practice.ok("mailbox.save", mailbox(Some(SECRET)));
    for field in ["host", "user"] {
        let other = with(mailbox(None), field, "evil.example.org");
        let refused = practice
            .rpc("mailbox.save", other.clone())
            .expect_err("refused");
        assert_eq!(refused["field"], "password", "{refused}");
        let test = json!({"to": "me@example.org", "mailbox": other});
        assert!(practice.rpc("mailbox.test", test).is_err());
    }
    assert_eq!(practice.host.channels.take_tests().len(), 0);
}

#[test]
fn what_cannot_be_a_mailbox_is_refused_where_it_is_wrong() {
    let mut practice = TestPractice::new();
    for (field, value) in [
        ("host", json!("")),
        ("host", json!("desk@example.org")),
        ("port", json!(0)),
        ("security", json!("none")),
        ("from", json!("desk")),
        ("from", json!("desk@example.org, eve@example.org")),
        ("reply_to", json!("desk@")),
        ("user", json!("")),
    ] {
        let wrong = with(mailbox(Some(SECRET)), field, value);
        let refused = practice.rpc("mailbox.save", wrong).expect_err("refused");
        assert_eq!(refused["field"], field, "{refused}");
    }
    let local = with(mailbox(Some(SECRET)), "security", "none");
    practice.ok("mailbox.save", with(local, "host", "127.0.0.1"));
}

#[test]
fn a_test_uses_what_is_written_and_tells_the_step_that_failed_and_what_to_do() {
    let mut practice = TestPractice::in_locale("de-DE");
    let test = |mailbox: Value| json!({"to": "me@example.org", "mailbox": mailbox});
    assert!(
        practice.rpc("mailbox.test", test(Value::Null)).is_err(),
        "none is kept"
    );

    let works = practice.ok("mailbox.test", test(mailbox(Some(SECRET))));
    assert_eq!(works["ok"], true);
    assert_eq!(
        (&works["server"], &works["encrypted"]),
        (&json!("mail.example.org"), &json!(true))
    );
    assert_eq!(
        practice.ok("mailbox.get", Value::Null),
        Value::Null,
        "nothing is kept"
    );
    let (used, letter) = practice.host.channels.take_tests().remove(0);
    assert_eq!(used.password.expect("a password").as_str(), SECRET);
    assert_eq!(letter.to, "me@example.org");
    assert!(
        letter.text.contains("Practice by the Park"),
        "{}",
        letter.text
    );

    practice.ok("mailbox.save", mailbox(Some(SECRET)));
    let said = Some("535 5.7.8 no");
    let refused = trouble(MailStep::Login, MailFault::LoginRefused, said);
    practice.host.channels.fail_tests(Some(refused));
    let failed = practice.ok("mailbox.test", test(Value::Null));
    assert_eq!(
        failed,
        json!({
            "ok": false, "server": "", "encrypted": false, "step": "Anmelden",
            "what": "Der Server hat Benutzer oder Passwort abgelehnt.",
            "todo": "Prüfen Sie Benutzer und Passwort. Manche Anbieter wollen, dass Programme erst erlaubt werden oder ein eigenes Passwort bekommen.",
            "said": "535 5.7.8 no",
        })
    );
    assert!(
        practice
            .rpc("mailbox.test", json!({"to": "me", "mailbox": null}))
            .is_err()
    );
}

#[test]
fn a_test_holds_up_nobody_and_is_told_to_whoever_asked() {
    let mut practice = TestPractice::new();
    let asked = json!({"to": "me@example.org", "mailbox": mailbox(Some(SECRET))});
    let Begun::Apart(rest) = api::begin(&mut practice.daybook, "mailbox.test", asked) else {
        unreachable!("it waits for a server");
    };
    practice.ok("session.lock", Value::Null);
    assert_eq!(rest.answer().expect("an answer")["ok"], true);
    let refused = api::begin(&mut practice.daybook, "mailbox.test", json!({}));
    assert!(matches!(refused, Begun::Answered(Err(_))));
}

#[test]
fn an_address_tells_where_its_mailbox_is() {
    let mut practice = TestPractice::new();
    for (address, host, port, security, certain) in [
        ("ada@gmail.com", "smtp.gmail.com", 465, "tls", true),
        (" Ada@GMX.de ", "mail.gmx.net", 465, "tls", true),
        ("ada@gmx.com", "mail.gmx.com", 465, "tls", true),
        ("ada@web.de", "smtp.web.de", 465, "tls", true),
        (
            "ada@t-online.de",
            "securesmtp.t-online.de",
            465,
            "tls",
            true,
        ),
        (
            "ada@hotmail.co.uk",
            "smtp-mail.outlook.com",
            587,
            "starttls",
            true,
        ),
        ("ada@yahoo.fr", "smtp.mail.yahoo.com", 465, "tls", true),
        (
            "ada@park.onmicrosoft.com",
            "smtp.office365.com",
            587,
            "starttls",
            true,
        ),
        (
            "ada@live.example.org",
            "mail.live.example.org",
            587,
            "starttls",
            false,
        ),
        (
            "ada@practice.example",
            "mail.practice.example",
            587,
            "starttls",
            false,
        ),
    ] {
        let guess = practice.ok("mailbox.guess", json!({"address": address}));
        let wanted = json!({
            "host": host, "port": port, "security": security, "user": address.trim(),
            "token": false, "from": address.trim(), "reply_to": "", "certain": certain,
        });
        assert_eq!(guess, wanted);
    }
    assert!(
        practice
            .rpc("mailbox.guess", json!({"address": "ada"}))
            .is_err()
    );
}

fn booked(practice: &mut TestPractice, given: &str, time: &str) -> Value {
    let mut fields = patient_fields(given, "Berg", Some("1980-01-01"));
    let address = format!("{}@example.org", given.to_lowercase());
    fields["emails"] = json!([{"label": "", "address": address}]);
    let saved = practice.ok(
        "patient.save",
        json!({"id": null, "revision": 0, "accept_duplicate": true, "fields": fields}),
    );
    let request = practice.booking(&text(&saved["id"]), &format!("2026-11-27T{time}"));
    practice.ok("appointment.book", request)
}

fn tick_at(practice: &mut TestPractice, now: &str) -> usize {
    practice.host.set(now);
    practice.ok("message.tick", json!({"now": null, "dry_run": false}));
    practice.host.channels.take().len()
}

#[test]
fn a_mailbox_that_does_not_work_is_no_attempt_at_any_message_and_the_desk_is_told() {
    let mut practice = TestPractice::new();
    practice.ok("mailbox.save", mailbox(Some(SECRET)));
    booked(&mut practice, "Ada", "10:00");
    booked(&mut practice, "Ben", "11:00");
    let refused = trouble(MailStep::Login, MailFault::LoginRefused, None);
    for address in ["ada@example.org", "ben@example.org"] {
        let answer = Handed::Unusable(refused.clone());
        practice.host.channels.answer(address, answer);
    }
    assert_eq!(
        tick_at(&mut practice, "2026-11-24T09:00:00Z"),
        1,
        "the other is not tried"
    );
    let trouble = practice.ok("mailbox.get", Value::Null)["trouble"].clone();
    assert_eq!(
        trouble,
        json!({
            "since": "2026-11-24T09:00:00Z", "since_local": "2026-11-24T10:00",
            "what": "The server refused user or password.",
            "todo": "See whether user and password are right. Some providers want programs to be allowed first, or a password of their own for them.",
            "said": null,
        })
    );
    let desk = practice.ok("message.desk", Value::Null);
    assert_eq!((&desk["trouble"], &desk["count"]), (&trouble, &json!(1)));
    assert_eq!(
        tick_at(&mut practice, "2026-11-24T09:00:30Z"),
        0,
        "it pauses"
    );
    assert_eq!(tick_at(&mut practice, "2026-11-24T09:01:00Z"), 1);
    assert_eq!(
        tick_at(&mut practice, "2026-11-24T09:02:30Z"),
        0,
        "longer each time"
    );
    let outbox = testkit::outbox(&mut practice.daybook);
    assert_eq!(outbox.len(), 4);
    for row in &outbox {
        assert_eq!(
            (&row["state"], &row["attempts"]),
            (&json!("planned"), &json!(0)),
            "{row}"
        );
    }
    let since = practice.ok("mailbox.get", Value::Null)["trouble"]["since"].clone();
    assert_eq!(since, "2026-11-24T09:00:00Z");

    // Whoever puts it right need not wait.
    for address in ["ada@example.org", "ben@example.org"] {
        practice.host.channels.answer(address, Handed::Accepted);
    }
    practice.ok("mailbox.save", mailbox(Some("right")));
    assert_eq!(tick_at(&mut practice, "2026-11-24T09:02:40Z"), 2);
    assert_eq!(
        practice.ok("mailbox.get", Value::Null)["trouble"],
        Value::Null
    );
    let store = practice.daybook.desk().expect("open").store();
    for finding in store.check() {
        assert_eq!(finding.wrong, None, "{:?}", finding.check);
    }
}

#[test]
fn m7_what_was_due_before_the_mailbox_was_set_up_is_not_made_up_for() {
    let mut practice = TestPractice::new();
    let visit = booked(&mut practice, "Ada", "10:00");
    practice.ok("notice.remember", json!({"appointments": [visit["id"]]}));
    practice.host.set("2026-11-25T09:00:00Z");
    practice.ok("mailbox.save", mailbox(Some(SECRET)));
    for now in ["2026-11-25T09:01:00Z", "2026-11-26T08:59:00Z"] {
        assert_eq!(
            tick_at(&mut practice, now),
            0,
            "neither confirmed nor asked to confirm"
        );
    }
    assert_eq!(
        tick_at(&mut practice, "2026-11-26T09:00:00Z"),
        1,
        "but reminded the day before"
    );
    // A mailbox that only changes is the same way as before.
    let changed = with(mailbox(None), "from", "us@example.org");
    practice.ok("mailbox.save", changed);
    let store = practice.daybook.desk().expect("open").store();
    let rules = store.reminder_rules().expect("read");
    let set_up = "2026-11-25T09:00:00Z";
    assert!(
        rules
            .iter()
            .all(|rule| rule.since == set_up.parse::<DateTime<Utc>>().expect("an instant"))
    );
}

#[test]
fn a_mailbox_that_works_again_by_itself_says_so_and_a_test_spares_the_wait() {
    let mut practice = TestPractice::new();
    practice.ok("mailbox.save", mailbox(Some(SECRET)));
    booked(&mut practice, "Ada", "10:00");
    let gone = trouble(MailStep::Connect, MailFault::Unreachable, None);
    let answer = Handed::Unusable(gone);
    practice.host.channels.answer("ada@example.org", answer);
    assert_eq!(tick_at(&mut practice, "2026-11-24T09:00:00Z"), 1);
    practice
        .host
        .channels
        .answer("ada@example.org", Handed::Accepted);
    practice.ok(
        "mailbox.test",
        json!({"to": "me@example.org", "mailbox": null}),
    );
    assert_eq!(tick_at(&mut practice, "2026-11-24T09:00:10Z"), 1);
    assert_eq!(
        practice.ok("mailbox.get", Value::Null)["trouble"],
        Value::Null
    );
    let mut other = practice.second(2);
    let seen = testkit::rpc(&mut other, "mailbox.get", Value::Null).expect("seen");
    assert_eq!(seen["has_password"], true);
}

#[test]
fn a_lock_and_the_removal_of_the_mailbox_leave_no_line_and_no_password_behind() {
    let mut practice = TestPractice::new();
    practice.ok("mailbox.save", mailbox(Some(SECRET)));
    practice.host.channels.take_rests();
    practice.ok("mailbox.remove", Value::Null);
    assert_eq!(practice.host.channels.take_rests(), 1);
    practice.ok("session.lock", Value::Null);
    assert_eq!(practice.host.channels.take_rests(), 1);
}

#[test]
fn what_the_old_mailbox_met_is_no_trouble_of_one_that_was_put_right_meanwhile() {
    let mut practice = TestPractice::new();
    practice.ok("mailbox.save", mailbox(Some(SECRET)));
    booked(&mut practice, "Ada", "10:00");
    let refused = trouble(MailStep::Login, MailFault::LoginRefused, None);
    let answer = Handed::Unusable(refused);
    practice.host.channels.answer("ada@example.org", answer);
    let mut other = practice.second(2);
    practice.host.channels.meanwhile(move || {
        let right = mailbox(Some("right"));
        testkit::rpc(&mut other, "mailbox.save", right).expect("saved");
    });
    assert_eq!(tick_at(&mut practice, "2026-11-24T09:00:00Z"), 1);
    assert_eq!(
        practice.ok("mailbox.get", Value::Null)["trouble"],
        Value::Null
    );
    practice.host.channels.live_at("ada@example.org");
    assert_eq!(tick_at(&mut practice, "2026-11-24T09:00:10Z"), 1);
}

#[test]
fn settings_that_were_read_before_the_mailbox_was_set_up_do_not_switch_mail_off() {
    let mut practice = TestPractice::new();
    let read = practice.ok("message.settings", Value::Null);
    practice.ok("mailbox.save", mailbox(Some(SECRET)));
    let saved = practice.ok("message.save_settings", with(read, "of_age", 16));
    assert_eq!(saved["channels"], json!(["email", "phone"]));
    assert_eq!(saved["of_age"], 16);
    assert_eq!(practice.ok("mailbox.get", Value::Null)["active"], true);
}

#[test]
fn rules_that_could_not_be_written_at_first_come_with_the_mailbox_or_the_settings() {
    for by_mailbox in [true, false] {
        let mut practice = TestPractice::new();
        behind(practice.daybook.folder())
            .execute_batch("DELETE FROM message_settings; DELETE FROM reminder_rule")
            .expect("the test can look behind");
        if by_mailbox {
            practice.ok("mailbox.save", mailbox(Some(SECRET)));
        } else {
            let settings = practice.ok("message.settings", Value::Null);
            practice.ok("message.save_settings", settings);
        }
        let rules = practice.ok("message_rule.list", Value::Null);
        assert_eq!(rules["rules"].as_array().map(Vec::len), Some(11));
        let settings = practice.ok("message.settings", Value::Null);
        let phone = json!("phone");
        let channels = settings["channels"].as_array().expect("channels");
        assert!(channels.contains(&phone), "{settings}");
    }
}
