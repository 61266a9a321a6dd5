//! By what messages go out, as somebody at the settings meets it.

use serde_json::{Value, json};
use testkit::{TestPractice, text};

/// 09:00 on Monday, 23 November 2026; mail and texts are set up.
fn practice() -> TestPractice {
    let mut practice = TestPractice::new();
    practice.set_up_channels(&["email", "sms"]);
    practice
}

/// Ada's visit on Friday at 10:00.
fn booked(practice: &mut TestPractice) {
    let ada = practice.patient_with("Ada", |fields| {
        fields["emails"] = json!([{"label": "", "address": "ada@example.org"}]);
    });
    let request = practice.booking(&ada, "2026-11-27T10:00");
    practice.ok("appointment.book", request);
}

fn rules(practice: &mut TestPractice) -> Vec<Value> {
    let all = practice.ok("message_rule.list", Value::Null);
    all["rules"].as_array().expect("rules").clone()
}

fn rule(practice: &mut TestPractice, kind: &str) -> Value {
    let all = rules(practice);
    let found = all.into_iter().find(|rule| rule["kind"] == kind);
    found.expect("one is there from the start")
}

fn reminder(lead: Value, channels: &[&str]) -> Value {
    json!({"id": null, "kind": "reminder", "types": [], "lead": lead, "channels": channels,
           "active": true})
}

/// `reminder 2026-11-25T09:30` or `reminder why not` of the week until Friday.
fn planned(practice: &mut TestPractice) -> Vec<String> {
    let days = json!({"from": "2026-11-23", "to": "2026-11-27"});
    let rows = practice.ok("message.plan", days);
    rows.as_array()
        .into_iter()
        .flatten()
        .map(|row| {
            let when = [text(&row["send_at_local"]), text(&row["why"])].concat();
            format!("{} {when}", text(&row["kind"]))
        })
        .collect()
}

#[test]
fn rules_say_in_the_persons_language_when_and_by_which_way() {
    for (locale, said) in [
        ("en-GB", "3 days before at 10:00, by e-mail, else by text."),
        (
            "en-US",
            "3 days before at 10:00 AM, by e-mail, else by text.",
        ),
        (
            "de-AT",
            "3 Tage vorher um 10:00, per E-Mail, sonst per SMS.",
        ),
    ] {
        let mut practice = TestPractice::in_locale(locale);
        let found = rule(&mut practice, "please_confirm");
        assert_eq!(found["words"], said);
    }
    let mut practice = practice();
    let said: Vec<String> = rules(&mut practice)
        .iter()
        .map(|rule| text(&rule["words"]))
        .collect();
    assert_eq!(said[0], "At once, by e-mail, else by text.");
    assert_eq!(said[1], "At once, by text, else by e-mail, else by call.");
    assert_eq!(said[5], "3 hours before, by text.");
    assert_eq!(said[9], "On the day itself at 10:00, by e-mail.");
}

#[test]
fn a_form_is_offered_when_messages_of_a_kind_may_go_out() {
    let mut practice = practice();
    let all = practice.ok("message_rule.list", Value::Null);
    let of = |kind: &str| {
        let kinds = all["kinds"].as_array().into_iter().flatten();
        let found = kinds.clone().find(|one| one["kind"] == kind);
        found.expect("each kind").clone()
    };
    assert_eq!(
        of("reminder")["leads"],
        json!([{"when": "days_before", "days": 1, "at": "10:00"},
               {"when": "hours_before", "hours": 3}])
    );
    assert_eq!(of("moved")["leads"], json!([{"when": "at_once"}]));
    assert_eq!(of("birthday")["of_visits"], false);
}

#[test]
fn a_new_rule_goes_by_its_time_and_what_was_due_before_it_is_not_made_up_for() {
    let mut practice = practice();
    booked(&mut practice);
    let lead = json!({"when": "days_before", "days": 2, "at": "09:30"});
    let saved = practice.ok("message_rule.save", reminder(lead, &["email"]));
    assert_eq!(saved["words"], "2 days before at 09:30, by e-mail.");
    assert_eq!(rules(&mut practice).last(), Some(&saved));
    assert!(planned(&mut practice).contains(&"reminder 2026-11-25T09:30".to_owned()));

    let lead = json!({"when": "days_before", "days": 5, "at": "09:30"});
    let mut request = reminder(lead, &["email"]);
    request["id"] = saved["id"].clone();
    practice.ok("message_rule.save", request);
    let told = planned(&mut practice);
    let newer = "reminder The rule was switched on after this message would have gone out.";
    assert!(told.contains(&newer.to_owned()), "{told:?}");
    assert_eq!(practice.ok("doctor.run", Value::Null)["ok"], true);
}

#[test]
fn what_could_never_go_out_is_refused_with_the_part_that_is_wrong() {
    let mut practice = practice();
    let before = rules(&mut practice);
    let day = |days: u16, at: &str| json!({"when": "days_before", "days": days, "at": at});
    for (lead, channels, field) in [
        (json!({"when": "at_once"}), vec!["sms"], "lead"),
        (
            json!({"when": "hours_after", "hours": 2}),
            vec!["sms"],
            "lead",
        ),
        (
            json!({"when": "hours_before", "hours": 0}),
            vec!["sms"],
            "hours",
        ),
        (day(400, "10:00"), vec!["sms"], "days"),
        (day(1, "24:00"), vec!["sms"], "at"),
        (day(1, "soon"), vec!["sms"], "at"),
        (day(1, "10:00"), vec![], "channels"),
        (day(1, "10:00"), vec!["sms", "email", "sms"], "channels"),
    ] {
        let request = reminder(lead.clone(), &channels);
        let error = practice.rpc("message_rule.save", request).unwrap_err();
        assert_eq!(error["field"], field, "{lead} {error}");
        assert_eq!(error["code"], "invalid");
    }
    let mut request = reminder(day(1, "10:00"), &["sms"]);
    request["types"] = json!([practice.id("chairs", 0)]);
    assert_eq!(practice.refused("message_rule.save", request), "not_found");
    assert_eq!(rules(&mut practice), before);
}

#[test]
fn a_rule_of_some_types_is_for_no_others() {
    let mut practice = practice();
    booked(&mut practice);
    let found = rule(&mut practice, "please_confirm");
    let mut request = found.clone();
    request["types"] = json!([practice.id("types", 0)]);
    let saved = practice.ok("message_rule.save", request);
    assert_eq!(saved["types"].as_array().map(Vec::len), Some(1));
    assert_eq!(saved["position"], found["position"]);
    assert_eq!(planned(&mut practice), ["reminder 2026-11-26T10:00"]);
}

#[test]
fn what_waits_by_a_rule_that_is_taken_away_is_withdrawn_and_undo_brings_both_back() {
    let mut practice = practice();
    booked(&mut practice);
    practice.tick_messages();
    let found = rule(&mut practice, "please_confirm");
    practice.daybook.take_changed();
    practice.ok("message_rule.remove", json!({"id": found["id"]}));
    assert_eq!(practice.daybook.take_changed(), ["reminder_rule"]);
    assert_eq!(practice.tick_messages()["withdrawn"], 1);
    let gone = testkit::outbox(&mut practice.daybook)
        .into_iter()
        .find(|one| one["state"] == "withdrawn")
        .expect("withdrawn");
    assert_eq!(
        gone["why"],
        "The rule by which it was to go was switched off or taken away."
    );
    assert_eq!(
        practice.refused("message_rule.remove", json!({"id": found["id"]})),
        "not_found"
    );

    let undone = practice.ok("undo", Value::Null);
    assert_eq!(undone["what"]["change"], "message_rule");
    assert_eq!(rule(&mut practice, "please_confirm"), found);
    assert_eq!(practice.tick_messages()["planned"], 1);
    practice.ok("redo", Value::Null);
    assert!(
        rules(&mut practice)
            .iter()
            .all(|rule| rule["id"] != found["id"])
    );
    assert_eq!(practice.ok("doctor.run", Value::Null)["ok"], true);
}

#[test]
fn quiet_hours_go_back_with_undo() {
    let mut practice = practice();
    let before = practice.ok("message.settings", Value::Null);
    let mut other = before.clone();
    other["quiet_from"] = json!("18:00");
    practice.ok("message.save_settings", other);
    let undone = practice.ok("undo", Value::Null);
    assert_eq!(undone["what"]["change"], "message_settings");
    assert_eq!(practice.ok("message.settings", Value::Null), before);
}

#[test]
fn whoever_stands_between_the_old_time_of_a_rule_and_the_new_one_still_hears_once() {
    let mut practice = practice();
    booked(&mut practice);
    practice.host.set("2026-11-25T12:00:00Z");
    let found = rule(&mut practice, "reminder");
    let mut request = found.clone();
    request["lead"] = json!({"when": "days_before", "days": 2, "at": "10:00"});
    request["channels"] = json!(["email"]);
    practice.ok("message_rule.save", request);
    let reminded = |practice: &mut TestPractice| {
        practice.tick_messages();
        let handed = practice.host.channels.take();
        handed.iter().filter(|one| one.kind == "reminder").count()
    };
    assert_eq!(reminded(&mut practice), 1, "it was due this morning");
    practice.ok("message_rule.save", found);
    practice.host.set("2026-11-26T09:00:00Z");
    assert_eq!(reminded(&mut practice), 0, "she has heard");
}
