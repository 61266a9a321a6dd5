//! Messages go out by the window's own clock, beside the desk's work, and stop with it.

use app::Daybook;
use app::messages::Handed;
use serde_json::{Value, json};
use std::sync::Arc;
use std::sync::mpsc;
use std::time::Duration;
use testkit::{FakeHost, PASSPHRASE, TestPractice, patient_fields, rpc, text};

/// Mail is set up; two patients are asked to confirm on Tuesday at 10:00.
fn practice() -> TestPractice {
    let mut practice = TestPractice::new();
    practice.set_up_channels(&["email"]);
    booked(&mut practice, "Ada", "10:00");
    booked(&mut practice, "Ben", "11:00");
    practice
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

fn handed(host: &FakeHost) -> Vec<String> {
    let handed = host.channels.take();
    handed.into_iter().map(|one| one.address).collect()
}

/// The window's clock ticks, and what it began has ended.
fn ticked(daybook: &mut Daybook) {
    daybook.tick().expect("a tick");
    daybook.wait_for_messages();
}

/// `planned`, `accepted` and so on, of the whole outbox.
fn states(daybook: &mut Daybook) -> Vec<String> {
    let mut states: Vec<String> = testkit::outbox(daybook)
        .iter()
        .map(|row| text(&row["state"]))
        .collect();
    states.sort();
    states
}

#[test]
fn what_is_due_goes_out_by_the_windows_own_tick_and_the_window_hears_of_it() {
    let mut practice = practice();
    ticked(&mut practice.daybook);
    assert_eq!(
        states(&mut practice.daybook).len(),
        4,
        "two a visit are planned"
    );
    assert_eq!(handed(&practice.host), [""; 0]);
    practice.daybook.take_changed();

    practice.host.set("2026-11-24T09:00:00Z");
    ticked(&mut practice.daybook);
    assert_eq!(
        handed(&practice.host),
        ["ada@example.org", "ben@example.org"]
    );
    practice.daybook.look().expect("a look");
    assert!(practice.daybook.take_changed().contains(&"outbox"));
    practice.host.set("2026-11-24T09:01:00Z");
    ticked(&mut practice.daybook);
    assert_eq!(handed(&practice.host), [""; 0]);
}

#[test]
fn it_is_looked_after_twice_a_minute_and_only_where_something_changed_or_is_due() {
    let mut practice = practice();
    ticked(&mut practice.daybook);
    let planned = states(&mut practice.daybook).len();

    // What changed at once is planned at the next look, and not before.
    booked(&mut practice, "Cleo", "12:00");
    practice.host.set("2026-11-23T08:00:20Z");
    ticked(&mut practice.daybook);
    assert_eq!(states(&mut practice.daybook).len(), planned);
    practice.host.set("2026-11-23T08:00:31Z");
    ticked(&mut practice.daybook);
    assert_eq!(states(&mut practice.daybook).len(), planned + 2);

    // Where nothing changed, no thread is started: one that were would be found running.
    practice.host.set("2026-11-23T08:01:31Z");
    practice.daybook.tick().expect("a tick");
    assert!(!practice.daybook.is_seeing_to_messages());
    practice.ok("patient.search", json!({"text": "Berg", "limit": 5}));
    practice.host.set("2026-11-23T08:02:31Z");
    practice.daybook.tick().expect("a tick");
    assert!(!practice.daybook.is_seeing_to_messages());

    // With each day others come into reach.
    practice.host.set("2026-11-23T23:02:31Z");
    practice.daybook.tick().expect("a tick");
    assert!(practice.daybook.is_seeing_to_messages());
    practice.daybook.wait_for_messages();
}

#[test]
fn a_lock_in_the_middle_waits_for_nobody_and_what_was_handed_over_is_written_down() {
    let mut practice = practice();
    ticked(&mut practice.daybook);
    practice.host.set("2026-11-24T09:00:00Z");
    let (begun, has_begun) = mpsc::channel();
    let (go, may_go) = mpsc::channel();
    practice.host.channels.meanwhile(move || {
        begun.send(()).expect("the test waits");
        may_go.recv().expect("the test says so");
    });
    practice.daybook.tick().expect("a tick");
    has_begun.recv().expect("the first is being handed over");
    // Nothing waits for the server: neither the desk nor the lock.
    practice.ok("patient.search", json!({"text": "Berg", "limit": 5}));
    practice.ok("session.lock", Value::Null);
    go.send(()).expect("it goes on");
    practice.daybook.wait_for_messages();
    assert_eq!(handed(&practice.host), ["ada@example.org"]);

    practice.ok("session.unlock", json!({"passphrase": PASSPHRASE}));
    assert_eq!(
        states(&mut practice.daybook),
        ["accepted", "planned", "planned", "planned"]
    );
    ticked(&mut practice.daybook);
    assert_eq!(
        handed(&practice.host),
        ["ben@example.org"],
        "nobody hears twice"
    );
}

#[test]
fn a_window_that_closes_hears_what_is_said_to_the_message_in_the_line() {
    let mut practice = practice();
    ticked(&mut practice.daybook);
    practice.host.set("2026-11-24T09:00:00Z");
    let (begun, has_begun) = mpsc::channel();
    let (go, may_go) = mpsc::channel();
    practice.host.channels.meanwhile(move || {
        begun.send(()).expect("the test waits");
        may_go.recv().expect("the test says so");
    });
    practice.daybook.tick().expect("a tick");
    has_begun.recv().expect("the first is being handed over");
    let heard = practice.daybook.leave(Duration::from_millis(1));
    assert!(!heard, "a server that says nothing holds nobody up");
    let state = rpc(&mut practice.daybook, "session.state", Value::Null).expect("a state");
    assert_eq!(state["state"], "locked", "{state}");
    go.send(()).expect("it goes on");
    assert!(practice.daybook.leave(Duration::from_secs(60)));

    assert_eq!(handed(&practice.host), ["ada@example.org"]);
    practice.ok("session.unlock", json!({"passphrase": PASSPHRASE}));
    assert_eq!(
        states(&mut practice.daybook),
        ["accepted", "planned", "planned", "planned"]
    );
}

#[test]
fn two_programs_of_a_practice_send_once() {
    let mut practice = practice();
    let host = Arc::new(FakeHost::at("2026-11-23T08:00:00Z", 9));
    let mut other = Daybook::new(practice.daybook.folder().to_owned(), host.clone());
    rpc(
        &mut other,
        "session.unlock",
        json!({"passphrase": PASSPHRASE}),
    )
    .expect("unlocked");
    for now in [
        "2026-11-23T08:00:00Z",
        "2026-11-24T09:00:00Z",
        "2026-11-24T09:00:31Z",
    ] {
        practice.host.set(now);
        host.set(now);
        practice.daybook.tick().expect("a tick");
        other.tick().expect("a tick");
        practice.daybook.wait_for_messages();
        other.wait_for_messages();
    }
    let mut all = handed(&practice.host);
    all.extend(handed(&host));
    all.sort();
    assert_eq!(all, ["ada@example.org", "ben@example.org"]);
    assert!(other.messages_failed().is_none());
}

#[test]
fn m7_a_machine_that_slept_over_the_visit_sends_nothing_behind_it() {
    let mut practice = practice();
    ticked(&mut practice.daybook);
    practice.host.set("2026-11-27T19:00:00Z");
    ticked(&mut practice.daybook);
    assert_eq!(handed(&practice.host), [""; 0]);
    let states = states(&mut practice.daybook);
    assert!(
        states.iter().all(|state| state == "withdrawn"),
        "{states:?}"
    );
}

#[test]
fn what_failed_goes_by_another_way_at_the_next_look() {
    let mut practice = practice();
    practice.set_up_channels(&["email", "sms"]);
    let mut fields = patient_fields("Cleo", "Berg", Some("1980-01-01"));
    fields["emails"] = json!([{"label": "", "address": "cleo@example.org"}]);
    fields["phones"] = json!([{"label": "mobile", "number": "+49 170 1234567"}]);
    let saved = practice.ok(
        "patient.save",
        json!({"id": null, "revision": 0, "accept_duplicate": true, "fields": fields}),
    );
    let request = practice.booking(&text(&saved["id"]), "2026-11-27T12:00");
    practice.ok("appointment.book", request);
    ticked(&mut practice.daybook);
    let refused = Handed::Refused("550 no such mailbox".to_owned());
    practice.host.channels.answer("cleo@example.org", refused);
    practice.host.set("2026-11-24T09:00:00Z");
    ticked(&mut practice.daybook);
    assert_eq!(handed(&practice.host).len(), 3);
    practice.host.set("2026-11-24T09:00:31Z");
    ticked(&mut practice.daybook);
    assert_eq!(handed(&practice.host), ["+49 170 1234567"]);

    // And once that went, it is quiet.
    practice.host.set("2026-11-24T09:01:31Z");
    practice.daybook.tick().expect("a tick");
    assert!(!practice.daybook.is_seeing_to_messages());
}

#[test]
fn a_program_that_ends_while_it_hands_over_is_made_up_for_by_the_next_look() {
    let mut practice = practice();
    ticked(&mut practice.daybook);
    practice.host.set("2026-11-24T09:00:00Z");
    practice.host.channels.die_at("ada@example.org");
    ticked(&mut practice.daybook);
    let first = practice.host.channels.take();
    assert_eq!(first.len(), 1);
    practice
        .host
        .channels
        .answer("ada@example.org", Handed::Accepted);
    // The turn of the one that died ends by itself; then the pause after a first attempt.
    practice.host.set("2026-11-24T09:06:00Z");
    ticked(&mut practice.daybook);
    practice.host.set("2026-11-24T09:12:00Z");
    ticked(&mut practice.daybook);
    let again = practice.host.channels.take();
    let ids = |all: &[testkit::Handover], address: &str| -> Vec<String> {
        let of = all.iter().filter(|one| one.address == address);
        of.map(|one| one.message_id.clone()).collect()
    };
    let once = ids(&first, "ada@example.org");
    assert_eq!(
        ids(&again, "ada@example.org"),
        once,
        "under the same Message-ID"
    );
    assert_eq!(ids(&again, "ben@example.org").len(), 1);
}
