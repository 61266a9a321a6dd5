//! The time at which messages are sent goes on while they are: by a slow server, by a machine that
//! sleeps in the middle (M6, M7), and by a clock that was wrong.

use app::Daybook;
use app::messages::{Handed, MailFault, MailStep, MailTrouble};
use serde_json::{Value, json};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use testkit::{FakeHost, PASSPHRASE, TestPractice, patient_fields, rpc, text};

/// Mail is set up; Ada and Ben are asked to confirm on Tuesday at 10:00.
fn practice() -> TestPractice {
    let mut practice = TestPractice::new();
    practice.set_up_channels(&["email"]);
    for (given, time) in [("Ada", "10:00"), ("Ben", "11:00")] {
        let mut fields = patient_fields(given, "Berg", Some("1980-01-01"));
        let address = format!("{}@example.org", given.to_lowercase());
        fields["emails"] = json!([{"label": "", "address": address}]);
        let saved = practice.ok(
            "patient.save",
            json!({"id": null, "revision": 0, "accept_duplicate": true, "fields": fields}),
        );
        let request = practice.booking(&text(&saved["id"]), &format!("2026-11-27T{time}"));
        practice.ok("appointment.book", request);
    }
    ticked(&mut practice, Value::Null);
    practice
}

/// Who was written to by one tick.
fn ticked(practice: &mut TestPractice, now: Value) -> Vec<String> {
    practice.ok("message.tick", json!({"now": now, "dry_run": false}));
    let handed = practice.host.channels.take();
    handed.into_iter().map(|one| one.address).collect()
}

/// The clock shows this once the next message is handed over.
fn answered_at(practice: &TestPractice, now: &'static str) {
    let host = Arc::clone(&practice.host);
    practice.host.channels.meanwhile(move || host.set(now));
}

/// When what was to be confirmed is sent, or was.
fn sent_at(practice: &mut TestPractice) -> Vec<String> {
    let list = testkit::outbox(&mut practice.daybook);
    let asked = list.iter().filter(|row| row["kind"] == "please_confirm");
    let mut all: Vec<String> = asked
        .map(|row| {
            let when = text(&row["send_at_local"]);
            format!("{} {} {when}", text(&row["address"]), text(&row["state"]))
        })
        .collect();
    all.sort();
    all
}

#[test]
fn m6_what_a_slow_server_carries_into_quiet_hours_waits_for_the_morning() {
    let mut practice = practice();
    practice.host.set("2026-11-24T18:58:00Z");
    answered_at(&practice, "2026-11-24T19:01:00Z");
    assert_eq!(ticked(&mut practice, Value::Null), ["ada@example.org"]);
    assert_eq!(
        sent_at(&mut practice),
        [
            "ada@example.org accepted 2026-11-24T20:01",
            "ben@example.org planned 2026-11-25T08:00",
        ]
    );
}

#[test]
fn m7_a_machine_that_slept_in_the_middle_looks_anew_before_it_goes_on() {
    let mut practice = practice();
    practice.host.set("2026-11-24T09:00:00Z");
    answered_at(&practice, "2026-11-27T09:50:00Z");
    assert_eq!(ticked(&mut practice, Value::Null), ["ada@example.org"]);
    assert_eq!(
        ticked(&mut practice, Value::Null),
        [""; 0],
        "the visit is too near"
    );
}

#[test]
fn a_time_that_was_given_goes_on_with_the_machines_own() {
    let mut practice = practice();
    let not_now = Handed::NotNow("451 come again".to_owned());
    practice.host.channels.answer("ada@example.org", not_now);
    answered_at(&practice, "2026-11-23T08:02:00Z");
    let handed = ticked(&mut practice, json!("2026-11-24T09:00:00Z"));
    assert_eq!(handed, ["ada@example.org", "ben@example.org"]);
    assert_eq!(
        sent_at(&mut practice),
        [
            "ada@example.org transient 2026-11-24T10:07",
            "ben@example.org accepted 2026-11-24T10:02",
        ]
    );
}

/// Another program of the practice, on a machine with a clock of its own.
fn another(practice: &TestPractice, now: &str) -> (Arc<FakeHost>, Daybook) {
    let host = Arc::new(FakeHost::at(now, 9));
    let mut other = Daybook::new(practice.daybook.folder().to_owned(), host.clone());
    let unlock = json!({"passphrase": PASSPHRASE});
    rpc(&mut other, "session.unlock", unlock).expect("unlocked");
    (host, other)
}

#[test]
fn m15_what_was_taken_after_another_program_took_over_is_known_and_not_sent_again() {
    let mut practice = practice();
    practice.host.set("2026-11-24T09:00:00Z");
    let (host, mut other) = another(&practice, "2026-11-24T09:06:00Z");
    practice.host.channels.meanwhile(move || {
        let request = json!({"now": null, "dry_run": false});
        rpc(&mut other, "message.tick", request).expect("a tick");
    });
    assert_eq!(ticked(&mut practice, Value::Null), ["ada@example.org"]);
    let others = host.channels.take();
    assert_eq!(others.len(), 1, "{others:?}");
    assert_eq!(others[0].address, "ben@example.org");
    let went = sent_at(&mut practice);
    assert!(
        went.iter().all(|one| one.contains(" accepted ")),
        "{went:?}"
    );
    practice.host.set("2026-11-24T09:30:00Z");
    assert_eq!(ticked(&mut practice, Value::Null), [""; 0]);
}

#[test]
fn a_program_that_ended_while_the_clock_was_wrong_keeps_nobody_from_hearing() {
    let mut practice = practice();
    let (host, mut ahead) = another(&practice, "2027-11-22T08:00:00Z");
    host.channels.die_at("ada@example.org");
    let tick = json!({"now": "2026-11-24T09:00:00Z", "dry_run": false});
    let died = catch_unwind(AssertUnwindSafe(|| rpc(&mut ahead, "message.tick", tick)));
    assert!(died.is_err(), "it had the turn");
    practice.host.set("2026-11-24T09:01:00Z");
    assert_eq!(ticked(&mut practice, Value::Null), ["ben@example.org"]);
    practice.host.set("2026-11-24T09:07:00Z");
    assert_eq!(ticked(&mut practice, Value::Null), ["ada@example.org"]);
}

#[test]
fn a_pause_of_the_mailbox_that_a_wrong_clock_wrote_is_over_at_once() {
    let mut practice = practice();
    practice.ok(
        "mailbox.save",
        json!({
            "host": "mail.example.org", "port": 465, "security": "tls", "user": "desk",
            "password": "zebra", "token": false, "from": "desk@example.org", "reply_to": "",
        }),
    );
    let gone = MailTrouble {
        step: MailStep::Connect,
        fault: MailFault::Unreachable,
        said: None,
    };
    let unusable = Handed::Unusable(gone);
    practice.host.channels.answer("ada@example.org", unusable);
    practice.host.set("2026-11-26T08:00:00Z");
    assert_eq!(ticked(&mut practice, Value::Null), ["ada@example.org"]);
    practice.host.channels.live_at("ada@example.org");
    practice.host.set("2026-11-24T09:00:00Z");
    let handed = ticked(&mut practice, Value::Null);
    assert_eq!(handed, ["ada@example.org", "ben@example.org"]);
}
