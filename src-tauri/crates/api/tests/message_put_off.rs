//! What was put off does not wait for ever: the desk hears of it, and another way is tried.

use app::Daybook;
use app::messages::Handed;
use serde_json::json;
use testkit::{TestPractice, patient_fields, text};

/// Ada, who has both mail and phone, was to confirm on Tuesday at 10:00, and this was said to it.
fn put_off(handed: Handed) -> TestPractice {
    let mut practice = TestPractice::new();
    set_up(&mut practice, &["email", "sms"]);
    let mut fields = patient_fields("Ada", "Berg", Some("1980-01-01"));
    fields["emails"] = json!([{"label": "", "address": "ada@example.org"}]);
    fields["phones"] = json!([{"label": "mobile", "number": "+49 170 1234567"}]);
    let saved = practice.ok(
        "patient.save",
        json!({"id": null, "revision": 0, "accept_duplicate": true, "fields": fields}),
    );
    let request = practice.booking(&text(&saved["id"]), "2026-11-27T10:00");
    practice.ok("appointment.book", request);
    practice.host.channels.answer("ada@example.org", handed);
    ticked(&mut practice.daybook);
    practice.host.set("2026-11-24T09:00:00Z");
    ticked(&mut practice.daybook);
    assert_eq!(handed_to(&practice), ["ada@example.org"]);
    practice
}

fn set_up(practice: &mut TestPractice, channels: &[&str]) {
    practice.set_up_channels(channels);
}

fn ticked(daybook: &mut Daybook) {
    daybook.tick().expect("a tick");
    daybook.wait_for_messages();
}

fn handed_to(practice: &TestPractice) -> Vec<String> {
    let handed = practice.host.channels.take();
    handed.into_iter().map(|one| one.address).collect()
}

/// State and reason of what went to the mailbox first.
fn asked(practice: &mut TestPractice) -> (String, String) {
    let list = testkit::outbox(&mut practice.daybook);
    let asked = list
        .iter()
        .find(|row| row["kind"] == "please_confirm" && row["channel"] == "email");
    let asked = asked.expect("it was asked");
    (text(&asked["state"]), text(&asked["why"]))
}

fn not_now() -> Handed {
    Handed::NotNow("451 come again".to_owned())
}

#[test]
fn what_was_put_off_goes_by_another_way_once_its_own_is_set_up_no_more() {
    let mut practice = put_off(not_now());
    set_up(&mut practice, &["sms"]);
    practice.host.set("2026-11-24T09:01:00Z");
    ticked(&mut practice.daybook);
    assert_eq!(handed_to(&practice), ["+49 170 1234567"]);
    let (state, why) = asked(&mut practice);
    assert_eq!(state, "permanent");
    assert!(why.contains("not set up"), "{why}");
}

#[test]
fn m15_what_may_be_there_goes_by_no_other_way_and_the_desk_is_told() {
    let mut practice = put_off(Handed::Lost("cut".to_owned()));
    set_up(&mut practice, &["sms"]);
    practice.host.set("2026-11-24T09:01:00Z");
    ticked(&mut practice.daybook);
    assert_eq!(handed_to(&practice), [""; 0]);
    assert_eq!(asked(&mut practice).0, "unknown");
}

#[test]
fn m7_what_was_put_off_until_it_was_too_late_is_given_up_and_the_desk_is_told() {
    let mut practice = put_off(not_now());
    practice.host.set("2026-11-27T08:50:00Z");
    ticked(&mut practice.daybook);
    assert_eq!(handed_to(&practice), [""; 0]);
    let (state, why) = asked(&mut practice);
    assert_eq!(
        (state.as_str(), why.contains("too late")),
        ("permanent", true)
    );
}
