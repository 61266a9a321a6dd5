//! Messages from the rules to the channel, with a clock that stands still: nobody hears twice, and
//! one failure is nobody else's (M1 to M3, M15).

use app::Daybook;
use app::messages::Handed;
use domain::messages::Channel;
use serde_json::{Value, json};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use testkit::{FakeHost, PASSPHRASE, TestPractice, patient_fields, rpc, text};

/// The wall clock shows 09:00 on Monday, 23 November 2026; mail and texts are set up.
fn practice() -> TestPractice {
    let mut practice = TestPractice::new();
    set_up(&mut practice, &["email", "sms"]);
    practice
}

fn set_up(practice: &mut TestPractice, channels: &[&str]) {
    practice.set_up_channels(channels);
}

fn patient(practice: &mut TestPractice, given: &str, email: &str, phone: &str) -> String {
    let mut fields = patient_fields(given, "Berg", Some("1980-01-01"));
    if !email.is_empty() {
        fields["emails"] = json!([{"label": "", "address": email}]);
    }
    if !phone.is_empty() {
        fields["phones"] = json!([{"label": "mobile", "number": phone}]);
    }
    let saved = practice.ok(
        "patient.save",
        json!({"id": null, "revision": 0, "accept_duplicate": true, "fields": fields}),
    );
    text(&saved["id"])
}

/// On Friday: asked to confirm on Tuesday at 10:00, reminded on Thursday at 10:00.
fn booked(practice: &mut TestPractice, given: &str, email: &str, time: &str) -> Value {
    let patient = patient(practice, given, email, "");
    let request = practice.booking(&patient, &format!("2026-11-27T{time}"));
    practice.ok("appointment.book", request)
}

const ASKED: &str = "2026-11-24T09:00:00Z";

fn tick(practice: &mut TestPractice) -> Value {
    practice.ok("message.tick", json!({"now": null, "dry_run": false}))
}

/// What is not nought of a tick, such as `planned 2, accepted 1`.
fn said(tick: &Value) -> String {
    [
        "planned",
        "withdrawn",
        "accepted",
        "put_off",
        "failed",
        "unknown",
        "not_tried",
    ]
    .iter()
    .filter(|name| tick[**name] != 0)
    .map(|name| format!("{name} {}", tick[*name]))
    .collect::<Vec<_>>()
    .join(", ")
}

/// `please_confirm to ada@example.org` of all that was handed over since this was asked last.
fn handed(practice: &TestPractice) -> Vec<String> {
    let handed = practice.host.channels.take();
    handed
        .iter()
        .map(|one| format!("{} to {}", one.kind, one.address))
        .collect()
}

/// `please_confirm accepted` of the outbox, in the order of sending, with why where it says so.
fn outbox(daybook: &mut Daybook) -> Vec<String> {
    let mut lines: Vec<(String, String)> = testkit::outbox(daybook)
        .iter()
        .map(|one| {
            let line = format!(
                "{} {} {}",
                text(&one["kind"]),
                text(&one["state"]),
                text(&one["why"])
            );
            (text(&one["send_at"]), line.trim_end().to_owned())
        })
        .collect();
    lines.sort();
    lines.into_iter().map(|(_, line)| line).collect()
}

#[test]
fn rules_are_on_from_the_start_and_without_a_channel_nothing_goes_and_it_says_why() {
    let mut practice = TestPractice::new();
    booked(&mut practice, "Ada", "ada@example.org", "10:00");
    let days = json!({"from": "2026-11-27", "to": "2026-11-27"});
    let plan = practice.ok("message.plan", days);
    let plan = plan.as_array().expect("rows");
    assert_eq!(plan.len(), 2, "{plan:?}");
    for row in plan {
        assert_eq!(row["state"], "unsent");
        assert!(text(&row["why"]).contains("not set up"), "{row}");
    }
    practice.host.set(ASKED);
    assert_eq!(said(&tick(&mut practice)), "");
    assert_eq!(handed(&practice), [""; 0]);

    practice.host.set("2026-11-23T08:00:00Z");
    set_up(&mut practice, &["email"]);
    let days = json!({"from": "2026-11-23", "to": "2026-11-26"});
    let plan = practice.ok("message.plan", days);
    let when: Vec<String> = plan
        .as_array()
        .into_iter()
        .flatten()
        .map(|row| format!("{} {}", text(&row["kind"]), text(&row["send_at_local"])))
        .collect();
    assert_eq!(
        when,
        [
            "please_confirm 2026-11-24T10:00",
            "reminder 2026-11-26T10:00"
        ]
    );
}

#[test]
fn m1_the_same_tick_twice_sends_nothing_twice() {
    let mut practice = practice();
    booked(&mut practice, "Ada", "ada@example.org", "10:00");
    assert_eq!(said(&tick(&mut practice)), "planned 2");
    assert_eq!(said(&tick(&mut practice)), "");
    practice.host.set(ASKED);
    let dry = practice.ok("message.tick", json!({"now": null, "dry_run": true}));
    assert_eq!(dry["would_send"][0]["address"], "ada@example.org");
    assert_eq!(handed(&practice), [""; 0], "a dry run sends nothing");
    assert_eq!(said(&tick(&mut practice)), "accepted 1");
    assert_eq!(handed(&practice), ["please_confirm to ada@example.org"]);
    assert_eq!(said(&tick(&mut practice)), "");
    assert_eq!(handed(&practice), [""; 0]);
    practice.host.set("2026-11-26T09:00:00Z");
    assert_eq!(said(&tick(&mut practice)), "accepted 1");
    assert_eq!(handed(&practice), ["reminder to ada@example.org"]);
    let findings = practice.ok("doctor.run", Value::Null);
    assert_eq!(findings["ok"], true, "{findings}");
}

#[test]
fn m1_a_visit_that_is_moved_is_asked_about_anew() {
    let mut practice = practice();
    let visit = booked(&mut practice, "Ada", "ada@example.org", "10:00");
    practice.host.set(ASKED);
    assert_eq!(said(&tick(&mut practice)), "planned 2, accepted 1");
    practice.ok(
        "appointment.move",
        json!({"id": visit["id"], "revision": visit["revision"], "start": "2026-11-30T10:00",
               "second_pass": false, "provider": null, "chair": null, "minutes": null,
               "overbook": false}),
    );
    assert_eq!(said(&tick(&mut practice)), "planned 2, withdrawn 1");
    practice.host.set("2026-11-27T09:00:00Z");
    assert_eq!(said(&tick(&mut practice)), "accepted 1");
    let twice = ["please_confirm to ada@example.org"; 2];
    assert_eq!(handed(&practice), twice);
    assert_eq!(
        outbox(&mut practice.daybook),
        [
            "please_confirm accepted",
            "reminder withdrawn The visit was moved.",
            "please_confirm accepted",
            "reminder planned",
        ]
    );
}

#[test]
fn m2_what_is_cancelled_before_it_is_sent_is_not_sent_and_the_reason_is_kept() {
    let mut practice = practice();
    let visit = booked(&mut practice, "Ada", "ada@example.org", "10:00");
    tick(&mut practice);
    practice.ok(
        "appointment.cancel",
        json!({"id": visit["id"], "reason": "flu", "by_practice": false}),
    );
    practice.host.set(ASKED);
    assert_eq!(said(&tick(&mut practice)), "withdrawn 2");
    assert_eq!(handed(&practice), [""; 0]);
    assert_eq!(
        outbox(&mut practice.daybook),
        [
            "please_confirm withdrawn The visit was cancelled.",
            "reminder withdrawn The visit was cancelled."
        ]
    );
}

#[test]
fn m2_what_is_cancelled_while_others_are_being_sent_is_looked_at_again_and_not_sent() {
    let mut practice = practice();
    booked(&mut practice, "Ada", "ada@example.org", "10:00");
    let visit = booked(&mut practice, "Ben", "ben@example.org", "11:00");
    tick(&mut practice);
    practice.host.set(ASKED);
    let mut second = practice.second(2);
    let cancel = json!({"id": visit["id"], "reason": "flu", "by_practice": false});
    practice.host.channels.meanwhile(move || {
        rpc(&mut second, "appointment.cancel", cancel).expect("cancelled");
    });
    assert_eq!(said(&tick(&mut practice)), "withdrawn 1, accepted 1");
    assert_eq!(handed(&practice), ["please_confirm to ada@example.org"]);
}

#[test]
fn m3_one_failure_keeps_nobody_else_from_hearing_and_another_way_is_tried() {
    let mut practice = practice();
    let ada = patient(&mut practice, "Ada", "ada@example.org", "+49 170 1234567");
    let request = practice.booking(&ada, "2026-11-27T10:00");
    practice.ok("appointment.book", request);
    booked(&mut practice, "Ben", "ben@example.org", "11:00");
    booked(&mut practice, "Cleo", "cleo@example.org", "12:00");
    tick(&mut practice);
    practice.host.set(ASKED);
    let refused = Handed::Refused("550 no such mailbox".to_owned());
    practice.host.channels.answer("ada@example.org", refused);
    let not_now = Handed::NotNow("451 come again".to_owned());
    practice.host.channels.answer("ben@example.org", not_now);
    assert_eq!(
        said(&tick(&mut practice)),
        "accepted 1, put_off 1, failed 1"
    );
    assert_eq!(handed(&practice).len(), 3);
    assert_eq!(said(&tick(&mut practice)), "planned 1, accepted 1");
    assert_eq!(handed(&practice), ["please_confirm to +49 170 1234567"]);

    practice.host.set("2026-11-24T09:04:00Z");
    assert_eq!(said(&tick(&mut practice)), "", "too early to try again");
    practice.host.set("2026-11-24T09:05:00Z");
    practice
        .host
        .channels
        .answer("ben@example.org", Handed::Accepted);
    assert_eq!(said(&tick(&mut practice)), "accepted 1");
    assert_eq!(handed(&practice), ["please_confirm to ben@example.org"]);
}

/// The program ends behind the last byte of the first message; another one is begun.
fn killed_while_sending(practice: &mut TestPractice, address: &str) -> (Arc<FakeHost>, Daybook) {
    practice.host.channels.die_at(address);
    let ended = catch_unwind(AssertUnwindSafe(|| tick(practice)));
    assert!(ended.is_err(), "the program ended");
    let host = Arc::new(FakeHost::at(ASKED, 2));
    let mut daybook = Daybook::new(practice.daybook.folder().to_owned(), host.clone());
    rpc(
        &mut daybook,
        "session.unlock",
        json!({"passphrase": PASSPHRASE}),
    )
    .expect("unlocked");
    (host, daybook)
}

fn tick_of(daybook: &mut Daybook) -> Value {
    let request = json!({"now": null, "dry_run": false});
    rpc(daybook, "message.tick", request).expect("a tick")
}

#[test]
fn m15_a_mail_that_may_have_been_sent_goes_again_under_the_same_message_id_and_date() {
    let mut practice = practice();
    booked(&mut practice, "Ada", "ada@example.org", "10:00");
    tick(&mut practice);
    practice.host.set(ASKED);
    let (host, mut daybook) = killed_while_sending(&mut practice, "ada@example.org");
    let first = practice.host.channels.take();
    assert_eq!(tick_of(&mut daybook)["busy"], true, "it may still be at it");
    host.set("2026-11-24T09:06:00Z");
    tick_of(&mut daybook);
    assert_eq!(host.channels.take(), [], "not at once");
    host.set("2026-11-24T09:11:00Z");
    assert_eq!(said(&tick_of(&mut daybook)), "accepted 1");
    let second = host.channels.take();
    assert_eq!((first.len(), second.len()), (1, 1));
    assert_eq!(first[0].message_id, second[0].message_id);
    assert_eq!(first[0].date, second[0].date);
    assert_eq!((first[0].attempt, second[0].attempt), (1, 2));
}

#[test]
fn m15_a_text_that_may_have_been_sent_is_shown_so_and_not_sent_again() {
    let mut practice = practice();
    let ada = patient(&mut practice, "Ada", "", "+49 170 1234567");
    let request = practice.booking(&ada, "2026-11-27T10:00");
    practice.ok("appointment.book", request);
    tick(&mut practice);
    practice.host.set(ASKED);
    let (host, mut daybook) = killed_while_sending(&mut practice, "+49 170 1234567");
    assert_eq!(practice.host.channels.take()[0].channel, Channel::Sms);
    host.set("2026-11-24T09:06:00Z");
    tick_of(&mut daybook);
    host.set("2026-11-24T12:00:00Z");
    tick_of(&mut daybook);
    assert_eq!(host.channels.take(), []);
    let first = outbox(&mut daybook).remove(0);
    assert!(
        first.starts_with("please_confirm unknown The message may have been sent"),
        "{first}"
    );
}

#[test]
fn what_was_told_by_a_message_is_off_the_list_of_whom_to_tell() {
    let mut practice = practice();
    let visit = booked(&mut practice, "Ada", "ada@example.org", "10:00");
    practice.ok("notice.remember", json!({"appointments": [visit["id"]]}));
    practice.host.set("2026-11-23T08:02:00Z");
    tick(&mut practice);
    assert_eq!(handed(&practice), [""; 0], "M13: it waits for an undo");
    practice.host.set("2026-11-23T08:03:00Z");
    tick(&mut practice);
    assert_eq!(
        handed(&practice),
        ["booking_confirmation to ada@example.org"]
    );
    assert_eq!(practice.ok("notice.list", Value::Null), json!([]));
}
