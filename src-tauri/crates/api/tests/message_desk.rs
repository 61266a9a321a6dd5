//! What somebody at the desk sees: one patient's messages and why, what failed, whom to call.

use app::Daybook;
use app::messages::Handed;
use serde_json::{Value, json};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use testkit::{FakeHost, PASSPHRASE, TestPractice, rpc, text};

const ASKED: &str = "2026-11-24T09:00:00Z";

/// 09:00 on Monday, 23 November 2026; mail and texts are set up.
fn practice() -> TestPractice {
    let mut practice = TestPractice::new();
    practice.set_up_channels(&["email", "sms", "phone"]);
    practice
}

/// On Friday at 10:00: asked to confirm on Tuesday at 10:00, reminded on Thursday at 10:00.
fn booked(practice: &mut TestPractice, email: &str, phone: &str) -> (String, Value) {
    let patient = practice.patient_with("Ada", |fields| {
        if !email.is_empty() {
            fields["emails"] = json!([{"label": "", "address": email}]);
        }
        if !phone.is_empty() {
            fields["phones"] = json!([{"label": "mobile", "number": phone}]);
        }
    });
    let request = practice.booking(&patient, "2026-11-27T10:00");
    let visit = practice.ok("appointment.book", request);
    (patient, visit)
}

/// `reminder planned` with why where it says so, the newest first.
fn lines(all: &Value) -> Vec<String> {
    all.as_array()
        .into_iter()
        .flatten()
        .map(|one| {
            let message = &one["message"];
            let parts = [&message["kind"], &message["state"], &message["why"]].map(text);
            parts.join(" ").trim_end().to_owned()
        })
        .collect()
}

fn of_patient(practice: &mut TestPractice, patient: &str) -> Value {
    practice.ok("message.of_patient", json!({"patient": patient}))
}

fn desk(practice: &mut TestPractice) -> Value {
    practice.ok("message.desk", Value::Null)
}

fn cancel(practice: &mut TestPractice, visit: &Value) {
    practice.ok(
        "appointment.cancel",
        json!({"id": visit["id"], "reason": "flu", "by_practice": true}),
    );
}

#[test]
fn a_patients_messages_show_what_will_go_what_went_and_with_which_words() {
    let mut practice = practice();
    let (ada, _) = booked(&mut practice, "ada@example.org", "");
    let before = of_patient(&mut practice, &ada);
    assert_eq!(
        lines(&before),
        ["reminder planned", "please_confirm planned"]
    );
    assert_eq!(
        before[1]["message"]["id"],
        Value::Null,
        "not in the outbox yet"
    );
    assert_eq!(before[1]["message"]["send_at_local"], "2026-11-24T10:00");
    let words = &before[1]["words"];
    assert_eq!(words["said"], false);
    assert!(
        text(&words["subject"]).starts_with("Please confirm"),
        "{words}"
    );

    practice.tick_messages();
    let waiting = of_patient(&mut practice, &ada);
    assert_eq!(lines(&waiting), lines(&before));
    assert_eq!(waiting[1]["words"], *words);
    practice.host.set(ASKED);
    practice.tick_messages();
    let sent = of_patient(&mut practice, &ada);
    assert_eq!(
        lines(&sent),
        ["reminder planned", "please_confirm accepted"]
    );
    assert_eq!(sent[1]["words"]["said"], true);
    assert_eq!(sent[1]["words"]["text"], words["text"]);
    assert_eq!(sent[1]["may_resend"], false);
    let page = practice.ok("patient.get", json!({"id": ada}));
    let notes = page["history"].as_array().into_iter().flatten();
    assert!(
        notes.clone().any(|one| one["note"] == "messages"),
        "K1: it was read"
    );
}

#[test]
fn why_somebody_did_not_get_it_is_told_before_and_after_it_was_taken_out() {
    let mut practice = practice();
    let (ada, visit) = booked(&mut practice, "ada@example.org", "");
    practice.tick_messages();
    cancel(&mut practice, &visit);
    let expected = [
        "please_confirm unsent The visit was cancelled.",
        "reminder unsent The visit was cancelled.",
    ];
    let mut told = lines(&of_patient(&mut practice, &ada));
    told.sort();
    assert_eq!(told, expected);
    practice.tick_messages();
    let mut told = lines(&of_patient(&mut practice, &ada));
    told.sort();
    assert_eq!(
        told,
        expected.map(|line| line.replace("unsent", "withdrawn"))
    );
}

#[test]
fn what_is_about_others_of_the_family_is_no_message_of_the_patients() {
    let mut practice = practice();
    let (ada, _) = booked(&mut practice, "ada@example.org", "");
    let ben = practice.patient_with("Ben", |fields| {
        fields["emails"] = json!([{"label": "", "address": "ben@example.org"}]);
    });
    let mut request = practice.booking(&ben, "2026-11-27T11:00");
    request["provider"] = json!(practice.id("providers", 0));
    practice.ok("appointment.book", request);
    practice.tick_messages();
    for (who, address) in [(&ada, "ada@example.org"), (&ben, "ben@example.org")] {
        let all = of_patient(&mut practice, who);
        assert_eq!(all.as_array().map(Vec::len), Some(2));
        assert_eq!(all[0]["message"]["address"], address);
    }
}

#[test]
fn what_failed_by_every_way_is_on_the_desk_and_goes_again_when_a_person_says_so() {
    let mut practice = practice();
    let (ada, visit) = booked(&mut practice, "ada@example.org", "");
    practice.tick_messages();
    practice.host.set(ASKED);
    let refused = Handed::Refused("550 no such mailbox".to_owned());
    practice.host.channels.answer("ada@example.org", refused);
    practice.tick_messages();
    let seen = desk(&mut practice);
    assert_eq!(seen["count"], 1);
    let failed = &seen["failed"][0];
    assert_eq!(
        failed["message"]["why"],
        "It was refused: 550 no such mailbox."
    );
    assert_eq!(failed["may_resend"], true);
    assert_eq!(failed["words"]["said"], true);

    practice
        .host
        .channels
        .answer("ada@example.org", Handed::Accepted);
    practice.host.channels.take();
    let id = json!({"id": failed["message"]["id"]});
    practice.daybook.take_changed();
    practice.ok("message.resend", id.clone());
    assert_eq!(practice.daybook.take_changed(), ["outbox"]);
    assert_eq!(practice.tick_messages()["accepted"], 1);
    let handed = practice.host.channels.take();
    assert_eq!((handed.len(), handed[0].attempt), (1, 2));
    assert_eq!(desk(&mut practice)["count"], 0);
    let error = practice.rpc("message.resend", id).unwrap_err();
    assert_eq!(
        (&error["code"], &error["what"]),
        (&json!("refused"), &json!("The message has gone out."))
    );
    cancel(&mut practice, &visit);
    assert_eq!(lines(&of_patient(&mut practice, &ada)).len(), 2);
}

#[test]
fn what_failed_and_was_said_another_way_is_nobodys_to_see_to() {
    let mut practice = practice();
    booked(&mut practice, "ada@example.org", "+49 170 1234567");
    practice.tick_messages();
    practice.host.set(ASKED);
    let refused = Handed::Refused("550 no such mailbox".to_owned());
    practice.host.channels.answer("ada@example.org", refused);
    practice.tick_messages();
    assert_eq!(desk(&mut practice)["count"], 0, "a text is on its way");
    practice.tick_messages();
    assert_eq!(desk(&mut practice)["count"], 0);
}

#[test]
fn what_failed_for_a_visit_that_is_cancelled_is_nobodys_to_see_to() {
    let mut practice = practice();
    let (_, visit) = booked(&mut practice, "ada@example.org", "");
    practice.tick_messages();
    practice.host.set(ASKED);
    let refused = Handed::Refused("550 no such mailbox".to_owned());
    practice.host.channels.answer("ada@example.org", refused);
    practice.tick_messages();
    cancel(&mut practice, &visit);
    assert_eq!(desk(&mut practice)["count"], 0);
}

/// A text that may have been sent; the program was begun again.
fn perhaps_sent(practice: &mut TestPractice) -> (Arc<FakeHost>, Daybook, Value) {
    booked(practice, "", "+49 170 1234567");
    practice.tick_messages();
    practice.host.set(ASKED);
    practice.host.channels.die_at("+49 170 1234567");
    let ended = catch_unwind(AssertUnwindSafe(|| practice.tick_messages()));
    assert!(ended.is_err(), "the program ended");
    let host = Arc::new(FakeHost::at("2026-11-24T09:06:00Z", 2));
    let mut daybook = Daybook::new(practice.daybook.folder().to_owned(), host.clone());
    rpc(
        &mut daybook,
        "session.unlock",
        json!({"passphrase": PASSPHRASE}),
    )
    .expect("unlocked");
    tick(&mut daybook);
    let seen = rpc(&mut daybook, "message.desk", Value::Null).expect("the desk");
    assert_eq!(seen["count"], 1, "{seen}");
    let id = json!({"id": seen["unknown"][0]["message"]["id"]});
    assert_eq!(seen["unknown"][0]["may_resend"], true);
    (host, daybook, id)
}

fn tick(daybook: &mut Daybook) -> Value {
    let request = json!({"now": null, "dry_run": false});
    rpc(daybook, "message.tick", request).expect("a tick")
}

#[test]
fn m15_what_may_have_been_sent_goes_again_only_when_a_person_says_so() {
    let mut practice = practice();
    let (host, mut daybook, id) = perhaps_sent(&mut practice);
    rpc(&mut daybook, "message.resend", id).expect("sent again");
    assert_eq!(tick(&mut daybook)["accepted"], 1);
    assert_eq!(host.channels.take().len(), 1);
    let seen = rpc(&mut daybook, "message.desk", Value::Null).expect("the desk");
    assert_eq!(seen["count"], 0);
}

#[test]
fn m15_what_may_have_been_sent_is_off_the_desk_once_somebody_found_that_it_was() {
    let mut practice = practice();
    let (host, mut daybook, id) = perhaps_sent(&mut practice);
    rpc(&mut daybook, "message.done", id.clone()).expect("done");
    tick(&mut daybook);
    assert_eq!(host.channels.take(), []);
    let seen = rpc(&mut daybook, "message.desk", Value::Null).expect("the desk");
    assert_eq!(seen["count"], 0);
    let error = rpc(&mut daybook, "message.done", id).unwrap_err();
    assert_eq!(error["code"], "refused");
}

#[test]
fn m5_whom_nobody_can_reach_is_on_the_desk() {
    let mut practice = practice();
    let (_, visit) = booked(&mut practice, "", "");
    practice.patient_with("Tim", |_| {});
    let seen = desk(&mut practice);
    assert_eq!(seen["count"], 2, "asked and reminded: {seen}");
    let unreached = &seen["unreached"][0]["message"];
    assert_eq!(unreached["about"][0]["patient_name"], "Ada Berg");
    assert!(
        text(&unreached["why"]).contains("no number or address"),
        "{unreached}"
    );
    cancel(&mut practice, &visit);
    assert_eq!(desk(&mut practice)["count"], 0);
}

#[test]
fn whom_to_call_stands_on_the_desk_with_what_to_say_until_somebody_called() {
    let mut practice = practice();
    let ada = practice.patient_with("Ada", |fields| {
        fields["phones"] = json!([{"label": "home", "number": "030 1234567"}]);
    });
    let request = practice.booking(&ada, "2026-11-27T10:00");
    let visit = practice.ok("appointment.book", request);
    practice.ok(
        "appointment.move",
        json!({"id": visit["id"], "revision": visit["revision"], "start": "2026-11-30T10:00",
               "second_pass": false, "provider": null, "chair": null, "minutes": null,
               "overbook": false}),
    );
    practice.ok("notice.remember", json!({"appointments": [visit["id"]]}));
    practice.host.set("2026-11-23T08:05:00Z");
    practice.tick_messages();
    practice.tick_messages();
    assert_eq!(practice.host.channels.take(), [], "no machine calls");
    let seen = desk(&mut practice);
    let call = &seen["calls"][0];
    assert_eq!(call["message"]["kind"], "moved", "{seen}");
    assert_eq!(call["message"]["address"], "030 1234567");
    assert!(
        text(&call["words"]["text"]).starts_with("This is Practice by the Park"),
        "{call}"
    );

    practice.ok("message.done", json!({"id": call["message"]["id"]}));
    assert_eq!(desk(&mut practice)["calls"], json!([]));
    assert_eq!(
        practice.ok("notice.list", Value::Null),
        json!([]),
        "she was told"
    );
    let all = of_patient(&mut practice, &ada);
    let told = all.as_array().into_iter().flatten();
    let told = told
        .clone()
        .find(|one| one["message"]["kind"] == "moved")
        .expect("it is there");
    assert_eq!(told["message"]["state"], "accepted");
    assert_eq!(told["words"]["said"], true);
    assert_eq!(practice.ok("doctor.run", Value::Null)["ok"], true);
}

#[test]
fn who_heard_nothing_because_it_was_too_late_is_on_the_desk_while_the_visit_is_ahead() {
    let mut practice = practice();
    booked(&mut practice, "ada@example.org", "");
    practice.tick_messages();
    // The machine slept until ten minutes before the visit.
    practice.host.set("2026-11-27T08:50:00Z");
    for _ in 0..2 {
        let seen = desk(&mut practice);
        let unreached = seen["unreached"].as_array().map_or(0, Vec::len);
        assert_eq!(unreached, 2, "asked and reminded: {seen}");
        practice.tick_messages();
    }
    practice.host.set("2026-11-27T09:00:00Z");
    assert_eq!(desk(&mut practice)["count"], 0, "it has begun");
}

#[test]
fn who_was_to_hear_that_a_visit_is_cancelled_is_on_the_desk_where_no_way_is_set_up() {
    let mut practice = TestPractice::new();
    practice.set_up_channels(&[]);
    let (_, visit) = booked(&mut practice, "ada@example.org", "");
    assert_eq!(desk(&mut practice)["count"], 0, "a reminder is no matter");
    cancel(&mut practice, &visit);
    practice.ok("notice.remember", json!({"appointments": [visit["id"]]}));
    let seen = desk(&mut practice);
    assert_eq!(
        seen["unreached"][0]["message"]["kind"], "cancelled",
        "{seen}"
    );
}

#[test]
fn a_cancellation_that_came_too_late_stays_on_the_desk() {
    let mut practice = practice();
    practice.set_up_channels(&["email"]);
    let (_, visit) = booked(&mut practice, "ada@example.org", "");
    cancel(&mut practice, &visit);
    practice.ok("notice.remember", json!({"appointments": [visit["id"]]}));
    practice.tick_messages();
    practice.host.set("2026-11-27T10:00:00Z");
    practice.tick_messages();
    let seen = desk(&mut practice);
    assert_eq!(
        seen["unreached"][0]["message"]["kind"], "cancelled",
        "{seen}"
    );
}

#[test]
fn a_person_can_call_from_the_start_and_in_a_practice_that_knew_of_no_calls() {
    let mut practice = TestPractice::new();
    let settings = practice.ok("message.settings", Value::Null);
    assert_eq!(settings["channels"], json!(["phone"]));
    practice.set_up_channels(&["email"]);
    practice.ok("session.lock", Value::Null);
    practice.ok("session.unlock", json!({"passphrase": PASSPHRASE}));
    let settings = practice.ok("message.settings", Value::Null);
    assert_eq!(settings["channels"], json!(["email", "phone"]));

    let (_, visit) = booked(&mut practice, "", "+49 170 1234567");
    cancel(&mut practice, &visit);
    practice.ok("notice.remember", json!({"appointments": [visit["id"]]}));
    practice.host.set("2026-11-23T08:05:00Z");
    practice.tick_messages();
    let seen = desk(&mut practice);
    assert_eq!(seen["calls"][0]["message"]["kind"], "cancelled", "{seen}");
}

#[test]
fn a_plan_of_days_has_what_goes_on_them_and_no_more_once_it_went() {
    let mut practice = practice();
    booked(&mut practice, "ada@example.org", "");
    let coming = |practice: &mut TestPractice, from: &str, to: &str| -> Vec<String> {
        let rows = practice.ok("message.plan", json!({"from": from, "to": to}));
        let rows = rows.as_array().into_iter().flatten();
        rows.map(|row| format!("{} {}", text(&row["kind"]), text(&row["state"])))
            .collect()
    };
    let (asks, reminds) = ("please_confirm planned", "reminder planned");
    for _ in 0..2 {
        assert_eq!(coming(&mut practice, "2026-11-23", "2026-11-23"), [""; 0]);
        assert_eq!(coming(&mut practice, "2026-11-24", "2026-11-25"), [asks]);
        assert_eq!(coming(&mut practice, "2026-11-26", "2026-11-26"), [reminds]);
        assert_eq!(coming(&mut practice, "2026-11-27", "2026-11-27"), [""; 0]);
        practice.tick_messages();
    }
    practice.host.set(ASKED);
    practice.tick_messages();
    assert_eq!(coming(&mut practice, "2026-11-24", "2026-11-27"), [reminds]);
    // What could not go yet goes as soon as it can.
    practice.host.set("2026-11-27T07:00:00Z");
    assert_eq!(coming(&mut practice, "2026-11-26", "2026-11-26"), [""; 0]);
    assert_eq!(coming(&mut practice, "2026-11-27", "2026-11-27"), [reminds]);
}

#[test]
fn what_was_sent_is_listed_by_when_it_went_without_what_waits_or_never_went() {
    let mut practice = practice();
    booked(&mut practice, "ada@example.org", "");
    practice.tick_messages();
    assert_eq!(practice.ok("message.list", Value::Null), json!([]));
    practice.host.set(ASKED);
    practice.tick_messages();
    // Ben is asked some hours late; Ada's reminder never went, as the machine slept over it.
    let ben = practice.patient_with("Ben", |fields| {
        fields["emails"] = json!([{"label": "", "address": "ben@example.org"}]);
    });
    let request = practice.booking(&ben, "2026-11-30T09:00");
    practice.ok("appointment.book", request);
    practice.tick_messages();
    practice.host.set("2026-11-27T12:00:00Z");
    practice.tick_messages();
    let list = practice.ok("message.list", Value::Null);
    let rows: Vec<String> = list
        .as_array()
        .into_iter()
        .flatten()
        .map(|row| format!("{} {}", text(&row["address"]), text(&row["state"])))
        .collect();
    assert_eq!(
        rows,
        ["ben@example.org accepted", "ada@example.org accepted"]
    );
    assert_eq!(practice.ok("doctor.run", Value::Null)["ok"], true);
}
