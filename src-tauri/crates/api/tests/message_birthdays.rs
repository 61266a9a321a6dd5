//! Wishes for birthdays: to those who agreed, on the day, once; also to whoever has no visit.

use serde_json::{Value, json};
use testkit::{TestPractice, patient_fields, text};

const MORNING: &str = "2026-11-24T09:00:00Z";

/// 09:00 on Monday, 23 November 2026; wishes are on, and go at 10:00.
fn practice() -> TestPractice {
    let mut practice = TestPractice::new();
    practice.set_up_channels(&["email", "sms"]);
    let all = practice.ok("message_rule.list", Value::Null);
    let mut rule = all["rules"]
        .as_array()
        .into_iter()
        .flatten()
        .find(|rule| rule["kind"] == "birthday")
        .expect("it is there, and off")
        .clone();
    rule["active"] = json!(true);
    practice.ok("message_rule.save", rule);
    practice
}

fn patient(practice: &mut TestPractice, given: &str, born: &str, agrees: bool) -> String {
    let mut fields = patient_fields(given, "Berg", Some(born));
    let address = format!("{}@example.org", given.to_lowercase());
    fields["emails"] = json!([{"label": "", "address": address}]);
    let saved = practice.ok(
        "patient.save",
        json!({"id": null, "revision": 0, "accept_duplicate": true, "fields": fields}),
    );
    let id = text(&saved["id"]);
    if agrees {
        practice.ok(
            "consent.save",
            json!({"patient": id, "channel": "email", "kind": "marketing", "answered": "yes",
                   "source": "form"}),
        );
    }
    id
}

fn handed(practice: &mut TestPractice, now: &str) -> Vec<String> {
    practice.host.set(now);
    practice.tick_messages();
    let handed = practice.host.channels.take();
    handed.into_iter().map(|one| one.address).collect()
}

#[test]
fn whoever_agreed_is_wished_well_once_and_nobody_else() {
    let mut practice = practice();
    let ada = patient(&mut practice, "Ada", "1980-11-24", true);
    patient(&mut practice, "Ben", "1975-11-24", false);
    patient(&mut practice, "Cleo", "1980-11-30", true);
    assert_eq!(handed(&mut practice, "2026-11-24T08:59:00Z"), [""; 0]);
    let all = practice.ok("message.of_patient", json!({"patient": ada}));
    assert_eq!(all[0]["message"]["state"], "planned");
    assert!(text(&all[0]["words"]["text"]).contains("Ada"), "{all}");
    assert_eq!(handed(&mut practice, MORNING), ["ada@example.org"]);
    assert_eq!(handed(&mut practice, "2026-11-24T10:00:00Z"), [""; 0]);
    assert_eq!(handed(&mut practice, "2026-11-25T09:00:00Z"), [""; 0]);
    assert_eq!(
        handed(&mut practice, "2027-11-24T09:00:00Z"),
        ["ada@example.org"]
    );
    assert_eq!(practice.ok("doctor.run", Value::Null)["ok"], true);
}

#[test]
fn whoever_was_born_on_29_february_has_a_birthday_every_year() {
    let mut practice = practice();
    patient(&mut practice, "Ada", "1984-02-29", true);
    assert_eq!(
        handed(&mut practice, "2027-02-28T09:00:00Z"),
        ["ada@example.org"]
    );
    assert_eq!(handed(&mut practice, "2028-02-28T09:00:00Z"), [""; 0]);
    assert_eq!(
        handed(&mut practice, "2028-02-29T09:00:00Z"),
        ["ada@example.org"]
    );
}

#[test]
fn p3_nobody_who_has_died_since_is_wished_well() {
    let mut practice = practice();
    let ada = patient(&mut practice, "Ada", "1980-11-24", true);
    practice.tick_messages();
    let page = practice.ok("patient.get", json!({"id": ada}));
    let mut fields = patient_fields("Ada", "Berg", Some("1980-11-24"));
    fields["emails"] = json!([{"label": "", "address": "ada@example.org"}]);
    fields["status"] = json!("deceased");
    practice.ok(
        "patient.save",
        json!({"id": ada, "revision": page["revision"], "accept_duplicate": true, "fields": fields}),
    );
    assert_eq!(handed(&mut practice, MORNING), [""; 0]);
}

#[test]
fn the_plan_of_some_days_shows_their_birthdays() {
    let mut practice = practice();
    patient(&mut practice, "Ada", "1980-11-24", true);
    let days = json!({"from": "2026-11-23", "to": "2026-11-25"});
    let plan = practice.ok("message.plan", days);
    assert_eq!(plan.as_array().map(Vec::len), Some(1));
    assert_eq!(plan[0]["kind"], "birthday");
    assert_eq!(plan[0]["send_at_local"], "2026-11-24T10:00");
}
