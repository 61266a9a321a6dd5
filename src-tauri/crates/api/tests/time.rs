//! Block-outs, types, hours of single dates and holidays, as the desk notices them: S5, S6, S12.

use serde_json::{Value, json};
use testkit::{TestPractice, text};

/// The wall clock of the practice shows 09:00 on Monday, 23 November 2026.
struct Desk {
    practice: TestPractice,
    ada: String,
    lunch: String,
    kept: String,
    note: String,
    emergency: String,
}

fn desk() -> Desk {
    let mut practice = TestPractice::new();
    let ada = practice.patient("Ada", "Berg", None);
    let all = practice.ok("practice.get", Value::Null);
    let named = |list: &str, name: &str| {
        let all = all[list].as_array().cloned().unwrap_or_default();
        let found = all.iter().find(|one| one["name"] == name);
        text(&found.unwrap_or(&Value::Null)["id"])
    };
    Desk {
        lunch: named("block_out_types", "Lunch"),
        kept: named("block_out_types", "Kept for emergencies"),
        note: named("block_out_types", "Note"),
        emergency: named("types", "Emergency"),
        practice,
        ada,
    }
}

/// On Tuesday from 12:00 to 13:00, of everybody.
fn block(kind: &str) -> Value {
    json!({
        "id": null, "days": {"which": "all"}, "kind": kind, "provider": null, "chair": null,
        "first": "2026-11-24", "from": "12:00", "to": "13:00", "repeat": {"how": "once"},
        "note": "", "accept": false,
    })
}

fn every_weekday(kind: &str) -> Value {
    let mut block = block(kind);
    block["repeat"] = json!({"how": "weekly", "every": 1, "days": [0, 1, 2, 3, 4], "until": null});
    block
}

impl Desk {
    fn block_outs(&mut self, from: &str, to: &str) -> Vec<String> {
        let found = self
            .practice
            .ok("block_out.list", json!({"from": from, "to": to}));
        found
            .as_array()
            .map(|all| all.iter().map(|one| text(&one["date"])).collect())
            .unwrap_or_default()
    }

    fn book(&mut self, start: &str, kind: Option<&str>) -> Result<Value, Value> {
        let ada = self.ada.clone();
        let mut request = self.practice.booking(&ada, start);
        request["kind"] = json!(kind);
        self.practice.rpc("appointment.book", request)
    }
}

#[test]
fn s5_a_new_practice_has_block_outs_that_practices_have() {
    let mut desk = desk();
    let all = desk.practice.ok("practice.get", Value::Null);
    let kinds = all["block_out_types"]
        .as_array()
        .cloned()
        .unwrap_or_default();
    let told: Vec<String> = kinds
        .iter()
        .map(|kind| format!("{}: {}", text(&kind["name"]), text(&kind["effect"])))
        .collect();
    assert_eq!(
        told,
        [
            "Lunch: no_scheduling",
            "Meeting: no_scheduling",
            "Kept for emergencies: reserved",
            "Note: note"
        ]
    );
    assert_eq!(kinds[2]["types"], json!([desk.emergency]));
}

#[test]
fn s5_nothing_is_booked_over_lunch_but_knowingly() {
    let mut desk = desk();
    let lunch = desk.lunch.clone();
    desk.practice.ok("block_out.save", block(&lunch));
    let refused = desk.book("2026-11-24T12:30", None).unwrap_err();
    assert_eq!(refused["code"], "closed");
    assert!(
        text(&refused["what"]).contains("blocked until 13:00: Lunch"),
        "{refused}"
    );
    desk.book("2026-11-24T11:30", None).unwrap();
    let ada = desk.ada.clone();
    let mut knowingly = desk.practice.booking(&ada, "2026-11-24T12:30");
    knowingly["overbook"] = json!(true);
    let booked = desk.practice.ok("appointment.book", knowingly);
    assert_eq!(booked["overbooked"], true, "S4: and it shows");
}

#[test]
fn s5_what_is_kept_for_emergencies_takes_them_and_nothing_else() {
    let mut desk = desk();
    let (kept, note, emergency) = (desk.kept.clone(), desk.note.clone(), desk.emergency.clone());
    desk.practice.ok("block_out.save", block(&kept));
    desk.practice.ok("block_out.save", block(&note));
    let refused = desk.book("2026-11-24T12:00", None).unwrap_err();
    assert!(
        text(&refused["what"]).contains("kept until 13:00 for Emergency"),
        "{refused}"
    );
    desk.book("2026-11-24T12:00", Some(&emergency)).unwrap();
}

#[test]
fn s5_a_block_out_over_visits_names_them_and_asks() {
    let mut desk = desk();
    let visit = desk.book("2026-11-24T12:00", None).unwrap();
    let lunch = desk.lunch.clone();
    let refused = desk
        .practice
        .rpc("block_out.save", every_weekday(&lunch))
        .unwrap_err();
    assert_eq!(refused["code"], "clash");
    assert_eq!(refused["clashes"][0]["appointment"], visit["id"]);
    assert!(text(&refused["what"]).contains("Ada Berg"), "{refused}");
    assert_eq!(desk.block_outs("2026-11-24", "2026-11-24").len(), 0);

    let mut accepted = every_weekday(&lunch);
    accepted["accept"] = json!(true);
    desk.practice.ok("block_out.save", accepted);
    let there = desk
        .practice
        .ok("appointment.get", json!({"id": visit["id"]}));
    assert_eq!(there["start"], "2026-11-24T12:00", "it stays where it is");
    // A note lies over visits without a question.
    let note = desk.note.clone();
    desk.practice.ok("block_out.save", block(&note));
}

#[test]
fn s5_one_day_is_taken_out_and_the_rest_goes_on() {
    let mut desk = desk();
    let lunch = desk.lunch.clone();
    let saved = desk.practice.ok("block_out.save", every_weekday(&lunch));
    let id = text(&saved["id"]);
    let week = ["2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27"];
    assert_eq!(desk.block_outs("2026-11-23", "2026-11-29"), week);

    let only = json!({"id": id, "days": {"which": "only", "date": "2026-11-25"}});
    desk.practice.ok("block_out.remove", only.clone());
    assert_eq!(
        desk.block_outs("2026-11-23", "2026-11-29"),
        ["2026-11-24", "2026-11-26", "2026-11-27"]
    );
    assert_eq!(desk.practice.refused("block_out.remove", only), "invalid");
    desk.book("2026-11-25T12:00", None).unwrap();

    let from = json!({"id": id, "days": {"which": "from", "date": "2026-11-27"}});
    desk.practice.ok("block_out.remove", from);
    assert_eq!(
        desk.block_outs("2026-11-23", "2026-12-31"),
        ["2026-11-24", "2026-11-26"]
    );

    // Taken back, one after the other.
    desk.practice.ok("undo", Value::Null);
    assert_eq!(desk.block_outs("2026-11-27", "2026-12-06").len(), 6);
}

#[test]
fn s5_a_change_of_one_day_leaves_the_others() {
    let mut desk = desk();
    let lunch = desk.lunch.clone();
    let saved = desk.practice.ok("block_out.save", every_weekday(&lunch));
    let mut longer = every_weekday(&lunch);
    longer["id"] = saved["id"].clone();
    longer["days"] = json!({"which": "only", "date": "2026-11-26"});
    longer["first"] = json!("2026-11-26");
    longer["to"] = json!("14:00");
    longer["note"] = json!("Team lunch");
    desk.practice.ok("block_out.save", longer);
    let mut later = every_weekday(&lunch);
    later["id"] = saved["id"].clone();
    later["days"] = json!({"which": "from", "date": "2026-11-27"});
    later["first"] = json!("2026-11-27");
    later["from"] = json!("12:30");
    desk.practice.ok("block_out.save", later);
    let all = desk.practice.ok(
        "block_out.list",
        json!({"from": "2026-11-24", "to": "2026-11-30"}),
    );
    let told: Vec<String> = all
        .as_array()
        .cloned()
        .unwrap_or_default()
        .iter()
        .map(|one| {
            let [date, from, to] = ["date", "from", "to"].map(|field| text(&one[field]));
            format!("{date} {from}-{to} {}", text(&one["note"]))
        })
        .collect();
    assert_eq!(
        told,
        [
            "2026-11-24 12:00-13:00 ",
            "2026-11-25 12:00-13:00 ",
            "2026-11-26 12:00-14:00 Team lunch",
            "2026-11-27 12:30-13:00 ",
            "2026-11-30 12:30-13:00 ",
        ]
    );
}

#[test]
fn s5_a_block_out_that_cannot_be_is_refused_by_the_field_that_is_wrong() {
    let mut desk = desk();
    let lunch = desk.lunch.clone();
    for (field, value, wrong) in [
        ("to", json!("12:00"), "to"),
        ("from", json!("25:00"), "from"),
        (
            "repeat",
            json!({"how": "weekly", "every": 1, "days": [], "until": null}),
            "repeat",
        ),
        (
            "repeat",
            json!({"how": "weekly", "every": 0, "days": [1], "until": null}),
            "repeat",
        ),
        (
            "repeat",
            json!({"how": "weekly", "every": 1, "days": [0], "until": "2026-11-25"}),
            "repeat",
        ),
        (
            "repeat",
            json!({"how": "monthly", "every": 1, "last": false, "until": "2026-11-01"}),
            "until",
        ),
        ("first", json!("2150-01-01"), "first"),
    ] {
        let mut request = block(&lunch);
        request[field] = value;
        let refused = desk.practice.rpc("block_out.save", request).unwrap_err();
        assert_eq!(refused["field"], wrong, "{field}: {refused}");
    }
}

#[test]
fn s5_the_day_shows_block_outs_in_the_columns_they_are_about() {
    let mut desk = desk();
    let (lunch, note) = (desk.lunch.clone(), desk.note.clone());
    let chair = desk.practice.id("chairs", 1);
    let haas = desk.practice.id("providers", 0);
    let mut of_chair = block(&note);
    of_chair["chair"] = json!(chair);
    of_chair["note"] = json!("Mended at noon");
    desk.practice.ok("block_out.save", of_chair);
    desk.book("2026-11-24T10:00", None).unwrap();
    let mut of_haas = block(&lunch);
    of_haas["provider"] = json!(haas);
    desk.practice.ok("block_out.save", of_haas);
    let schedule = desk.practice.ok(
        "schedule.get",
        json!({"from": "2026-11-24", "to": "2026-11-24"}),
    );
    let day = &schedule["days"][0];
    let names = |column: usize| -> Vec<String> {
        let all = day["columns"][column]["block_outs"].as_array().cloned();
        let all = all.unwrap_or_default();
        all.iter().map(|one| text(&one["name"])).collect()
    };
    assert_eq!(names(0), ["Lunch"], "Dr Haas works in the first chair");
    assert_eq!(names(1), ["Note"]);
    let seen = &day["columns"][0]["block_outs"][0];
    assert_eq!(seen["provider_name"], "Dr Haas");
    assert_eq!(
        (&seen["from"], &seen["to"]),
        (&json!("12:00"), &json!("13:00"))
    );
}

fn type_of(practice: &mut TestPractice, name: &str) -> Value {
    let all = practice.ok("practice.get", Value::Null);
    let types = all["types"].as_array().cloned().unwrap_or_default();
    types
        .into_iter()
        .find(|kind| kind["name"] == name)
        .unwrap_or(Value::Null)
}

#[test]
fn s2_a_provider_sees_another_while_an_assistant_goes_on() {
    let mut desk = desk();
    let ben = desk.practice.patient("Ben", "Cole", None);
    let mut treatment = type_of(&mut desk.practice, "Treatment");
    treatment["pattern"] = json!("XX/////XX");
    desk.practice.ok("appointment_type.save", treatment.clone());
    let kind = text(&treatment["id"]);
    let ada = desk.ada.clone();
    let mut first = desk.practice.booking(&ada, "2026-11-24T10:00");
    first["kind"] = json!(kind);
    first["minutes"] = Value::Null;
    desk.practice.ok("appointment.book", first);
    let chair = desk.practice.id("chairs", 1);
    let mut beside = desk.practice.booking(&ben, "2026-11-24T10:10");
    beside["chair"] = json!(chair);
    beside["minutes"] = json!(25);
    let visit = desk.practice.ok("appointment.book", beside.clone());
    // A minute longer and the provider would be wanted in both.
    let longer = json!({
        "id": visit["id"], "revision": visit["revision"], "start": visit["start"],
        "second_pass": false, "provider": null, "chair": null, "minutes": 26, "overbook": false,
    });
    assert_eq!(desk.practice.refused("appointment.move", longer), "clash");
}

#[test]
fn s5_a_type_is_done_where_and_by_whom_it_says() {
    let mut desk = desk();
    let mut cleaning = type_of(&mut desk.practice, "Cleaning");
    cleaning["chairs"] = json!([desk.practice.id("chairs", 1)]);
    cleaning["providers"] = json!([desk.practice.id("providers", 1)]);
    desk.practice.ok("appointment_type.save", cleaning.clone());
    let kind = text(&cleaning["id"]);
    let refused = desk.book("2026-11-24T10:00", Some(&kind)).unwrap_err();
    let told = text(&refused["what"]);
    assert!(
        told.contains("Cleaning is not done in Chair 1")
            && told.contains("Cleaning is not done by Dr Haas"),
        "{told}"
    );
    // Nor does a visit become one, but knowingly.
    let visit = desk.book("2026-11-24T10:00", None).unwrap();
    let mut edit = json!({
        "id": visit["id"], "revision": visit["revision"], "kind": kind, "notes": "", "overbook": false,
    });
    assert_eq!(
        desk.practice.refused("appointment.edit", edit.clone()),
        "closed"
    );
    edit["overbook"] = json!(true);
    let edited = desk.practice.ok("appointment.edit", edit);
    assert_eq!(edited["overbooked"], true);
}

fn off(desk: &mut Desk, from: &str, to: &str) -> Value {
    json!({
        "of": "provider", "id": desk.practice.id("providers", 0), "from": from, "to": to,
        "hours": "off", "shifts": [], "note": "Holiday", "accept": false,
    })
}

#[test]
fn s6_a_holiday_of_a_provider_names_the_visits_and_closes_the_days() {
    let mut desk = desk();
    let visit = desk.book("2026-12-02T10:00", None).unwrap();
    let mut holiday = off(&mut desk, "2026-11-30", "2026-12-04");
    let refused = desk
        .practice
        .rpc("hours.except", holiday.clone())
        .unwrap_err();
    assert_eq!(refused["code"], "clash");
    assert_eq!(refused["clashes"][0]["appointment"], visit["id"]);
    assert!(
        text(&refused["what"]).contains("Holiday of Dr Haas"),
        "{refused}"
    );
    holiday["accept"] = json!(true);
    desk.practice.ok("hours.except", holiday.clone());
    assert_eq!(
        desk.book("2026-12-03T10:00", None).unwrap_err()["code"],
        "closed"
    );
    desk.book("2026-12-07T10:00", None).unwrap();
    holiday["hours"] = json!("usual");
    desk.practice.ok("hours.except", holiday);
    desk.book("2026-12-03T10:00", None).unwrap();
}

#[test]
fn s6_other_hours_over_several_days_make_no_sunday_a_working_day() {
    let mut desk = desk();
    let mut short = off(&mut desk, "2026-11-27", "2026-11-30");
    short["hours"] = json!("shifts");
    short["shifts"] = json!([{"from": "08:00", "to": "12:00", "chair": null}]);
    desk.practice.ok("hours.except", short.clone());
    for (start, open) in [
        ("2026-11-27T11:00", true),
        ("2026-11-27T13:00", false),
        ("2026-11-29T09:00", false),
        ("2026-11-30T09:00", true),
        ("2026-12-01T13:00", true),
    ] {
        assert_eq!(desk.book(start, None).is_ok(), open, "{start}");
    }
    // A Saturday on duty is one day, and meant.
    short["from"] = json!("2026-11-28");
    short["to"] = json!("2026-11-28");
    desk.practice.ok("hours.except", short);
    desk.book("2026-11-28T09:00", None).unwrap();
}

#[test]
fn s6_a_chair_under_repair_is_closed_whoever_works() {
    let mut desk = desk();
    let request = json!({
        "of": "chair", "id": desk.practice.id("chairs", 0), "from": "2026-11-24", "to": "2026-11-24",
        "hours": "off", "shifts": [], "note": "Repair", "accept": false,
    });
    desk.practice.ok("hours.except", request);
    let refused = desk.book("2026-11-24T10:00", None).unwrap_err();
    assert!(
        text(&refused["what"]).contains("Chair 1 is closed"),
        "{refused}"
    );
    desk.book("2026-11-25T10:00", None).unwrap();
}

#[test]
fn s6_public_holidays_are_looked_at_ticked_and_added_once() {
    let mut desk = desk();
    let places = desk.practice.ok("holiday.places", Value::Null);
    assert_eq!(places["suggested"], "DE", "Berlin is where the practice is");
    let visit = desk.book("2027-01-06T10:00", None).unwrap();
    let wanted = json!({"country": "DE", "region": "BY", "year": 2027});
    let list = desk.practice.ok("holiday.list", wanted.clone());
    let list = list.as_array().cloned().unwrap_or_default();
    let on = |date: &str| {
        list.iter()
            .find(|one| one["date"] == date)
            .cloned()
            .unwrap_or(Value::Null)
    };
    assert_eq!(on("2027-01-06")["name"], "Epiphany");
    assert_eq!(on("2027-01-06")["local_name"], "Heilige Drei Könige");
    assert_eq!(on("2027-01-06")["visits"], 1, "{visit}");
    assert_eq!(on("2027-08-15")["partly"], true, "not in all of Bavaria");
    assert_eq!(on("2027-10-31"), Value::Null, "of the north and the east");
    let days: Vec<Value> = list
        .iter()
        .filter(|one| one["partly"] == false)
        .map(|one| json!({"date": one["date"], "name": one["name"]}))
        .collect();
    let count = days.len();
    let asked = json!({"days": days, "accept": true});
    let added = desk.practice.ok("closure.add", asked);
    assert_eq!(added, json!({"added": count, "there": 0}));
    let again = desk.practice.ok("closure.add", json!({"days": days}));
    assert_eq!(again, json!({"added": 0, "there": count}));
    let list = desk.practice.ok("holiday.list", wanted);
    assert_eq!(list[0]["closed_as"], "New Year's Day");
    assert_eq!(
        desk.book("2027-03-26T10:00", None).unwrap_err()["code"],
        "closed",
        "Good Friday"
    );
    // All of them go with one key.
    desk.practice.ok("undo", Value::Null);
    assert_eq!(
        desk.practice.ok("practice.get", Value::Null)["closures"],
        json!([])
    );
}

#[test]
fn s10_one_day_put_on_another_date_leaves_the_rest_and_one_undo_takes_both_back() {
    let mut desk = desk();
    let lunch = desk.lunch.clone();
    let saved = desk.practice.ok("block_out.save", every_weekday(&lunch));
    let mut moved = every_weekday(&lunch);
    moved["id"] = saved["id"].clone();
    moved["days"] = json!({"which": "only", "date": "2026-11-25"});
    moved["first"] = json!("2026-11-28");
    moved["from"] = json!("09:30");
    moved["to"] = json!("10:15");
    desk.practice.ok("block_out.save", moved);
    let days = ["2026-11-24", "2026-11-26", "2026-11-27", "2026-11-28"];
    assert_eq!(desk.block_outs("2026-11-23", "2026-11-29"), days);
    desk.practice.ok("undo", Value::Null);
    let days = ["2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27"];
    assert_eq!(desk.block_outs("2026-11-23", "2026-11-29"), days);
}

/// What is refused while a visit stands in the way, and done once that is accepted.
fn asks(desk: &mut Desk, visit: &str, command: &str, mut request: Value) {
    let refused = desk.practice.rpc(command, request.clone());
    let refused = refused.expect_err("a visit stands in the way");
    assert_eq!(refused["code"], "clash", "{command}: {refused}");
    assert_eq!(refused["clashes"][0]["appointment"], visit, "{command}");
    assert_eq!(refused["clashes"].as_array().map(Vec::len), Some(1));
    assert!(text(&refused["what"]).contains("Ada Berg"), "{refused}");
    request["accept"] = json!(true);
    desk.practice.ok(command, request);
    let there = desk.practice.ok("appointment.get", json!({"id": visit}));
    assert_eq!(there["status"], "scheduled", "{command} cancels nothing");
}

#[test]
fn s6_a_closure_over_visits_names_them_and_asks_and_cancels_nothing() {
    let mut desk = desk();
    let booked = desk.book("2026-11-24T10:00", None).unwrap();
    let visit = text(&booked["id"]);
    let week = json!({"id": null, "from": "2026-11-24", "to": "2026-11-27", "name": "Course"});
    asks(&mut desk, &visit, "closure.save", week);
    let all = desk.practice.ok("practice.get", Value::Null);
    // Closed already: another name asks nothing, nor does a day fewer.
    let mut named = all["closures"][0].clone();
    named["name"] = json!("Congress");
    named["to"] = json!("2026-11-26");
    desk.practice.ok("closure.save", named);
    desk.practice.ok("undo", Value::Null);
    desk.practice.ok("undo", Value::Null);

    let days = json!([
        {"date": "2026-11-23", "name": "First"}, {"date": "2026-11-24", "name": "Second"},
    ]);
    let refused = desk
        .practice
        .rpc("closure.add", json!({"days": days}))
        .unwrap_err();
    assert!(text(&refused["what"]).contains("“Second”"), "{refused}");
    let none = desk.practice.ok("practice.get", Value::Null);
    assert_eq!(none["closures"], json!([]), "not even the day that is free");
    asks(&mut desk, &visit, "closure.add", json!({"days": days}));
}

#[test]
fn s6_other_hours_of_the_week_tell_whom_they_close_out() {
    let mut desk = desk();
    let booked = desk.book("2026-11-24T10:00", None).unwrap();
    let visit = text(&booked["id"]);
    let all = desk.practice.ok("practice.get", Value::Null);
    let morning_off = |from: &str| {
        let day = json!([{"from": from, "to": "17:00", "chair": null}]);
        json!({"days": [day, day, day, day, day, [], []]})
    };
    let mut practice = all.clone();
    practice["hours"] = morning_off("12:00");
    asks(&mut desk, &visit, "practice.save", practice);
    desk.practice.ok("undo", Value::Null);

    for (command, list) in [("provider.save", "providers"), ("chair.save", "chairs")] {
        let of = |what: &str| booked[what].clone();
        let id = of(if list == "chairs" {
            "chair"
        } else {
            "provider"
        });
        let rows = all[list].as_array().cloned().unwrap_or_default();
        let one = rows.iter().find(|one| one["id"] == id);
        let mut one = one.expect("it is where the visit is").clone();
        one["hours"] = morning_off("12:00");
        asks(&mut desk, &visit, command, one.clone());
        desk.practice.ok("undo", Value::Null);
        one["hours"] = morning_off("09:00");
        desk.practice.ok(command, one);
        desk.practice.ok("undo", Value::Null);
    }
}
