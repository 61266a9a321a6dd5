//! The schedule as day, week and month, and the saved views on it, through the command list.

use rusqlite::Connection;
use serde_json::{Value, json};
use testkit::{PASSPHRASE, TestPractice, text};
use vault::{Purpose, Vault};

const WEEK: (&str, &str) = ("2026-11-23", "2026-11-29");

fn week(practice: &mut TestPractice) -> Vec<Value> {
    let asked = json!({"from": WEEK.0, "to": WEEK.1});
    let days = practice.ok("schedule.get", asked)["days"].clone();
    days.as_array().expect("days").clone()
}

fn booked(practice: &mut TestPractice, given: &str, start: &str) -> Value {
    let patient = practice.patient(given, "Berg", None);
    let request = practice.booking(&patient, start);
    practice.ok("appointment.book", request)
}

fn names(day: &Value) -> Vec<String> {
    let visits = day["appointments"].as_array().expect("visits");
    visits
        .iter()
        .map(|visit| text(&visit["patient_name"]))
        .collect()
}

/// Changes the file past Daybook.
fn damage(practice: &TestPractice, sql: &str) {
    let folder = practice.daybook.folder();
    let key = Vault::open(folder)
        .expect("a vault")
        .unlock_with_passphrase(PASSPHRASE)
        .expect("a key");
    let raw = key.derive(Purpose::Database).sqlcipher_raw_key(None);
    let connection = Connection::open(folder.join("practice.db")).expect("a file");
    connection
        .execute_batch(&format!("PRAGMA key = \"{}\"", raw.as_str()))
        .expect("a key");
    assert_eq!(connection.execute(sql, []).expect("changed"), 1);
}

#[test]
fn a_week_has_every_day_with_its_visits_by_chair_and_by_provider() {
    let mut practice = TestPractice::new();
    booked(&mut practice, "Ada", "2026-11-24T09:00");
    booked(&mut practice, "Ben", "2026-11-26T10:00");
    let gone = booked(&mut practice, "Cleo", "2026-11-26T11:00");
    practice.ok(
        "appointment.cancel",
        json!({"id": gone["id"], "reason": "ill", "by_practice": false}),
    );
    let days = week(&mut practice);
    let found: Vec<_> = days.iter().map(names).collect();
    let [none, ada, ben] = [vec![], vec!["Ada Berg"], vec!["Ben Berg"]];
    assert_eq!(
        found,
        [&none, &ada, &none, &ben, &none, &none, &none].map(|day: &Vec<&str>| day
            .iter()
            .map(|name| (*name).to_owned())
            .collect::<Vec<_>>())
    );
    for day in &days {
        let of = |columns: &str, id: &str| -> Vec<String> {
            let all = day[columns].as_array().expect("columns");
            assert!(all.iter().all(|column| !column[id].is_null()));
            all.iter().map(|column| text(&column["name"])).collect()
        };
        assert_eq!(of("columns", "chair"), ["Chair 1", "Chair 2"]);
        assert_eq!(of("provider_columns", "provider"), ["Dr Haas", "Dr Lind"]);
    }
    let closed = |day: usize| days[day]["provider_columns"][0]["closed"].to_string();
    assert!(closed(0).contains(r#""from":"00:00","to":"08:00""#));
    assert!(
        closed(5).contains(r#""from":"00:00","to":"24:00""#),
        "nobody works on Saturday"
    );
}

#[test]
fn s1_a_visit_over_midnight_is_of_both_its_days_and_one_that_ends_at_midnight_of_one() {
    let mut practice = TestPractice::new();
    for (given, start, minutes) in [
        ("Ada", "2026-11-24T23:30", 60),
        ("Ben", "2026-11-26T23:00", 60),
    ] {
        let patient = practice.patient(given, "Berg", None);
        let mut request = practice.booking(&patient, start);
        request["minutes"] = json!(minutes);
        request["overbook"] = json!(true);
        practice.ok("appointment.book", request);
    }
    let found: Vec<usize> = week(&mut practice)
        .iter()
        .map(|day| names(day).len())
        .collect();
    assert_eq!(found, [0, 1, 1, 1, 0, 0, 0]);
    assert_eq!(
        names(&practice.day("2026-11-25")),
        ["Ada Berg"],
        "the morning after alone"
    );
}

#[test]
fn s14_an_unreadable_row_never_blanks_a_week_or_a_month() {
    for (sql, day) in [
        (
            "UPDATE appointment SET status = 'x' WHERE start LIKE '2026-11-25%'",
            2,
        ),
        (
            "UPDATE appointment SET start = '2026-11-25T9 Uhr' WHERE start LIKE '2026-11-25%'",
            2,
        ),
        ("UPDATE patient SET phones = '[' WHERE given = 'Ben'", 2),
    ] {
        let mut practice = TestPractice::new();
        for (given, start) in [
            ("Ada", "2026-11-23T10:00"),
            ("Ben", "2026-11-25T09:00"),
            ("Cleo", "2026-11-27T09:00"),
        ] {
            booked(&mut practice, given, start);
        }
        damage(&practice, sql);
        let days = week(&mut practice);
        assert_eq!(names(&days[0]), ["Ada Berg"], "{sql}");
        assert_eq!(names(&days[4]), ["Cleo Berg"], "{sql}");
        for (index, one) in days.iter().enumerate() {
            let told = one["unreadable"].as_array().expect("rows").len();
            assert_eq!(told, usize::from(index == day), "{sql}: {one}");
        }
        let page = month(&mut practice, "chair", json!([]), json!([]));
        let visits: u64 = page.iter().filter_map(|day| day["visits"].as_u64()).sum();
        let lost: u64 = page
            .iter()
            .filter_map(|day| day["unreadable"].as_u64())
            .sum();
        assert_eq!(visits + lost, 3, "{sql}");
    }
}

#[test]
fn s14_a_provider_who_cannot_be_read_has_a_column_for_their_visits() {
    let mut practice = TestPractice::new();
    let visit = booked(&mut practice, "Ada", "2026-11-24T09:00");
    damage(
        &practice,
        "UPDATE provider SET hours = 'x' WHERE name = 'Dr Haas'",
    );
    let days = week(&mut practice);
    let columns = days[1]["provider_columns"].as_array().expect("columns");
    assert!(
        columns
            .iter()
            .any(|column| column["provider"] == visit["provider"])
    );
    assert!(
        text(&days[0]["unreadable"][0]["what"]).contains("provider"),
        "told once, on the first day"
    );
}

#[test]
fn a_closure_closes_every_column_of_its_days_and_gives_them_its_name() {
    let mut practice = TestPractice::new();
    practice.ok(
        "closure.save",
        json!({"id": null, "from": "2026-11-25", "to": "2026-11-26", "name": "Training"}),
    );
    let days = week(&mut practice);
    let named: Vec<bool> = days.iter().map(|day| day["closed"] == "Training").collect();
    assert_eq!(named, [false, false, true, true, false, false, false]);
    for columns in ["columns", "provider_columns"] {
        let closed = &days[2][columns][0]["closed"][0];
        assert_eq!(
            (text(&closed["why"]), text(&closed["to"])),
            ("practice".to_owned(), "24:00".to_owned())
        );
    }
}

#[test]
fn a_stretch_that_ends_before_it_begins_or_never_is_refused() {
    let mut practice = TestPractice::new();
    for (from, to) in [
        ("2026-11-24", "2026-11-23"),
        ("2026-11-23", "2027-01-04"),
        ("2026-11-23", "never"),
    ] {
        assert_eq!(
            practice.refused("schedule.get", json!({"from": from, "to": to})),
            "invalid"
        );
    }
    let six_weeks = practice.ok(
        "schedule.get",
        json!({"from": "2026-11-23", "to": "2027-01-03"}),
    );
    assert_eq!(six_weeks["days"].as_array().expect("days").len(), 42);
}

fn month(practice: &mut TestPractice, by: &str, chairs: Value, providers: Value) -> Vec<Value> {
    let asked = json!({"date": "2026-11-11", "week_begins": 0, "by": by, "chairs": chairs, "providers": providers});
    practice.ok("month.get", asked)["days"]
        .as_array()
        .expect("days")
        .clone()
}

#[test]
fn a_month_is_whole_weeks_with_counts_first_names_and_closures() {
    let mut practice = TestPractice::new();
    booked(&mut practice, "Ben", "2026-11-24T10:00");
    let ada = booked(&mut practice, "Ada", "2026-11-24T09:00");
    let missed = booked(&mut practice, "Cleo", "2026-11-24T11:00");
    practice.host.set("2026-11-24T15:00:00Z");
    practice.ok(
        "appointment.set_status",
        json!({"id": missed["id"], "status": "missed"}),
    );
    practice.ok(
        "appointment.set_confirmation",
        json!({"id": ada["id"], "confirmation": "confirmed"}),
    );
    practice.ok(
        "closure.save",
        json!({"id": null, "from": "2026-11-30", "to": "2026-12-02", "name": "Move"}),
    );
    let page = month(&mut practice, "chair", json!([]), json!([]));
    assert_eq!(page.len(), 42);
    assert_eq!(
        (text(&page[0]["date"]), text(&page[41]["date"])),
        ("2026-10-26".to_owned(), "2026-12-06".to_owned())
    );
    let day = page
        .iter()
        .find(|day| day["date"] == "2026-11-24")
        .expect("a day");
    assert_eq!(
        (&day["visits"], &day["unconfirmed"]),
        (&json!(2), &json!(1))
    );
    let called: Vec<String> = day["names"]
        .as_array()
        .expect("names")
        .iter()
        .map(|one| text(&one["name"]))
        .collect();
    assert_eq!(called, ["Ada", "Ben"]);
    let open = |date: &str| {
        page.iter()
            .find(|day| day["date"] == date)
            .map(|day| day["open"] == true)
    };
    assert_eq!(
        [open("2026-11-24"), open("2026-11-28"), open("2026-11-30")],
        [Some(true), Some(false), Some(false)]
    );
}

#[test]
fn a_month_counts_what_stands_in_the_columns_of_a_view() {
    let mut practice = TestPractice::new();
    booked(&mut practice, "Ada", "2026-11-24T09:00");
    let patient = practice.patient("Ben", "Berg", None);
    let mut request = practice.booking(&patient, "2026-11-24T09:00");
    request["provider"] = json!(practice.id("providers", 1));
    request["chair"] = json!(practice.id("chairs", 1));
    practice.ok("appointment.book", request);
    let (chair, provider) = (practice.id("chairs", 0), practice.id("providers", 1));
    for (by, chairs, providers, counted) in [
        ("chair", json!([]), json!([provider]), 2),
        ("chair", json!([chair]), json!([]), 1),
        ("provider", json!([chair]), json!([]), 2),
        ("provider", json!([]), json!([provider]), 1),
        ("both", json!([chair]), json!([provider]), 2),
    ] {
        let page = month(&mut practice, by, chairs.clone(), providers.clone());
        let visits: u64 = page.iter().filter_map(|day| day["visits"].as_u64()).sum();
        assert_eq!(visits, counted, "{by} {chairs} {providers}");
    }
}

fn shows(practice: &mut TestPractice) -> Value {
    json!({
        "span": "week", "by": "both", "chairs": [practice.id("chairs", 1)],
        "providers": [practice.id("providers", 0), practice.id("providers", 0)],
        "colour": "status", "card": ["note", "time", "note"], "from": "08:30", "grid": 10,
    })
}

#[test]
fn a_view_is_saved_changed_taken_away_and_brought_back() {
    let mut practice = TestPractice::new();
    let wanted = shows(&mut practice);
    let save = |id: Value, name: &str, key: Value| json!({"id": id, "name": name, "key": key, "shows": wanted});
    let saved = practice.ok("view.save", save(Value::Null, " Front desk ", json!(2)));
    assert_eq!(saved["name"], "Front desk");
    assert_eq!(
        saved["shows"]["card"],
        json!(["note", "time"]),
        "each line once"
    );
    assert_eq!(
        saved["shows"]["providers"].as_array().expect("ids").len(),
        1
    );
    let changed = practice.ok("view.save", save(saved["id"].clone(), "Front", json!(3)));
    let list = practice.ok("view.list", Value::Null);
    assert_eq!(list["views"], json!([changed]));
    practice.ok("view.remove", json!({"id": saved["id"]}));
    assert_eq!(practice.ok("view.list", Value::Null)["views"], json!([]));
    assert_eq!(
        practice.refused("view.remove", json!({"id": saved["id"]})),
        "not_found"
    );
    assert_eq!(practice.refused("view.save", changed.clone()), "not_found");
    let undone = practice.ok("undo", Value::Null);
    assert_eq!(undone["what"]["change"], "saved_view");
    assert_eq!(undone["what"]["names"], json!(["Front"]));
    assert_eq!(
        practice.ok("view.list", Value::Null)["views"],
        json!([changed])
    );
    assert_eq!(practice.ok("doctor.run", Value::Null)["ok"], true);
}

#[test]
fn a_view_that_nobody_could_tell_from_another_or_use_is_refused() {
    let mut practice = TestPractice::new();
    let good = shows(&mut practice);
    let save = |name: &str, key: Value, shows: &Value| json!({"id": null, "name": name, "key": key, "shows": shows});
    practice.ok("view.save", save("Front", json!(1), &good));
    let with = |field: &str, value: Value| {
        let mut shows = good.clone();
        shows[field] = value;
        shows
    };
    let nobody = json!(["018f0000-0000-7000-8000-000000000000"]);
    for (request, field) in [
        (save(" ", json!(2), &good), "name"),
        (save("FRONT", json!(2), &good), "name"),
        (save(&"x".repeat(41), json!(2), &good), "name"),
        (save("Other", json!(1), &good), "key"),
        (save("Other", json!(13), &good), "key"),
        (save("Other", json!(2), &with("grid", json!(7))), "grid"),
        (
            save("Other", json!(2), &with("from", json!("24:00"))),
            "from",
        ),
    ] {
        let refused = practice.rpc("view.save", request).unwrap_err();
        assert_eq!(
            (text(&refused["code"]), text(&refused["field"])),
            ("invalid".to_owned(), field.to_owned())
        );
    }
    for field in ["chairs", "providers"] {
        let request = save("Other", json!(2), &with(field, nobody.clone()));
        assert_eq!(practice.refused("view.save", request), "not_found");
    }
    assert_eq!(
        practice.ok("view.list", Value::Null)["views"]
            .as_array()
            .expect("views")
            .len(),
        1
    );
}

#[test]
fn what_was_shown_last_is_shown_again_after_a_restart_and_leaves_no_trace_in_the_practice() {
    let mut practice = TestPractice::new();
    assert_eq!(practice.ok("view.list", Value::Null)["last"], Value::Null);
    let shown = json!({"view": null, "shows": shows(&mut practice)});
    let before = practice.ok("doctor.run", Value::Null);
    practice.ok("view.choose", shown.clone());
    assert_eq!(practice.ok("doctor.run", Value::Null), before);
    practice.ok("session.lock", Value::Null);
    assert_eq!(practice.refused("view.list", Value::Null), "locked");
    practice.ok("session.unlock", json!({"passphrase": PASSPHRASE}));
    assert_eq!(practice.ok("view.list", Value::Null)["last"], shown);
}
