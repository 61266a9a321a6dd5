//! S13: a series names every date that cannot be, and books the rest only if asked to.

use serde_json::{Value, json};
use testkit::{TestPractice, rpc, text};

/// The wall clock of the practice shows 09:00 on Monday, 23 November 2026.
fn desk() -> (TestPractice, String, String) {
    let mut practice = TestPractice::new();
    let ada = practice.patient("Ada", "Berg", None);
    let ben = practice.patient("Ben", "Cole", None);
    (practice, ada, ben)
}

fn book(practice: &mut TestPractice, patient: &str, start: &str) -> Value {
    let request = practice.booking(patient, start);
    practice.ok("appointment.book", request)
}

fn weekly(count: u32) -> Value {
    json!({"kind": "repeat", "every": 1, "unit": "weeks", "count": count, "until": null})
}

fn series(practice: &mut TestPractice, patient: &str, start: &str, plan: Value) -> Value {
    let visit = practice.booking(patient, start);
    json!({"visit": visit, "plan": plan, "instead": [], "rest": false, "only_ask": false})
}

/// `2026-11-24T10:00 booked` and so on.
fn states(answer: &Value) -> Vec<String> {
    let visits = answer["visits"].as_array().into_iter().flatten();
    visits
        .map(|one| {
            let state = match (&one["appointment"], &one["refused"]) {
                (Value::Null, Value::Null) => "free".to_owned(),
                (Value::Null, refused) => text(&refused["code"]),
                _ => "done".to_owned(),
            };
            format!("{} {state}", text(&one["start"]))
        })
        .collect()
}

/// The starts of the visits in Berlin of a patient, in order, with their status.
fn visits(practice: &mut TestPractice, patient: &str) -> Vec<String> {
    let page = practice.ok("patient.get", json!({"id": patient}));
    let mut found: Vec<String> = page["appointments"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|one| format!("{} {}", text(&one["start"]), text(&one["status"])))
        .collect();
    found.sort();
    found
}

#[test]
fn s13_a_free_series_is_booked_whole_and_one_undo_takes_it_back() {
    let (mut practice, ada, _) = desk();
    let request = series(&mut practice, &ada, "2026-11-24T10:00", weekly(3));
    let booked = practice.ok("series.book", request);
    assert_eq!(booked["kept"], true);
    assert_eq!(
        states(&booked),
        [
            "2026-11-24T10:00 done",
            "2026-12-01T10:00 done",
            "2026-12-08T10:00 done"
        ]
    );
    let first = &booked["visits"][0]["appointment"];
    assert!(first["series"].is_string());
    assert_eq!(first["asks"], "booked");
    let list = practice.ok("series.list", json!({"id": first["id"]}));
    assert_eq!(list.as_array().unwrap().len(), 3);
    // One question for all of them.
    let ids: Vec<&Value> = booked["visits"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| &one["appointment"]["id"])
        .collect();
    practice.ok("notice.remember", json!({"appointments": ids}));
    let pending = |practice: &mut TestPractice| {
        practice
            .ok("notice.list", Value::Null)
            .as_array()
            .unwrap()
            .len()
    };
    assert_eq!(pending(&mut practice), 3);
    let back = practice.ok("undo", Value::Null)["what"].clone();
    assert_eq!(
        (&back["change"], &back["names"]),
        (&json!("booking"), &json!(["Ada Berg"]))
    );
    assert_eq!(visits(&mut practice, &ada), [""; 0]);
    assert_eq!(pending(&mut practice), 0);
    practice.ok("redo", Value::Null);
    assert_eq!(visits(&mut practice, &ada).len(), 3);
    let findings = practice.ok("doctor.run", Value::Null);
    assert_eq!(findings["ok"], true, "{findings}");
}

#[test]
fn s13_every_clash_and_closed_day_is_named_and_nothing_is_booked_unasked() {
    let (mut practice, ada, ben) = desk();
    book(&mut practice, &ben, "2026-12-01T10:15");
    practice.ok(
        "closure.save",
        json!({"id": null, "name": "Staff training", "from": "2026-12-08", "to": "2026-12-08"}),
    );
    let mut request = series(&mut practice, &ada, "2026-11-24T10:00", weekly(4));
    let answer = practice.ok("series.book", request.clone());
    assert_eq!(answer["kept"], false);
    assert_eq!(
        states(&answer),
        [
            "2026-11-24T10:00 free",
            "2026-12-01T10:00 clash",
            "2026-12-08T10:00 closed",
            "2026-12-15T10:00 free",
        ]
    );
    assert_eq!(
        answer["visits"][1]["refused"]["clashes"][0]["patient_name"],
        "Ben Cole"
    );
    assert!(text(&answer["visits"][2]["refused"]["what"]).contains("Staff training"));
    assert_eq!(visits(&mut practice, &ada), [""; 0]);
    // Places near by: the nearest first, long enough, with the same provider, never on the closed day.
    let near = answer["visits"][1]["near"].as_array().unwrap();
    assert_eq!(near[0]["start"], "2026-12-01T09:45");
    assert!(near.iter().all(|one| one["provider_name"] == "Dr Haas"));
    let near = answer["visits"][2]["near"].as_array().unwrap();
    assert!(
        !near.is_empty()
            && near
                .iter()
                .all(|one| !text(&one["start"]).starts_with("2026-12-08"))
    );

    // Asked to, the rest is booked.
    request["rest"] = json!(true);
    let answer = practice.ok("series.book", request);
    assert_eq!(answer["kept"], true);
    assert_eq!(
        visits(&mut practice, &ada),
        ["2026-11-24T10:00 scheduled", "2026-12-15T10:00 scheduled"]
    );
    practice.ok("undo", Value::Null);
    assert_eq!(visits(&mut practice, &ada), [""; 0]);
}

#[test]
fn s13_asking_writes_nothing_and_a_date_may_be_left_out_or_be_elsewhere() {
    let (mut practice, ada, ben) = desk();
    book(&mut practice, &ben, "2026-12-01T10:00");
    let mut request = series(&mut practice, &ada, "2026-11-24T10:00", weekly(3));
    request["only_ask"] = json!(true);
    let answer = practice.ok("series.book", request.clone());
    assert_eq!(answer["kept"], false);
    assert_eq!(visits(&mut practice, &ada), [""; 0]);
    let near = answer["visits"][1]["near"][0].clone();
    request["only_ask"] = json!(false);
    request["instead"] = json!([
        {"date": "2026-12-01", "place": {"start": near["start"], "second_pass": false,
         "provider": near["provider"], "chair": near["chair"]}},
        {"date": "2026-12-08", "place": null},
    ]);
    let answer = practice.ok("series.book", request);
    assert_eq!(answer["kept"], true);
    assert_eq!(
        visits(&mut practice, &ada),
        [
            "2026-11-24T10:00 scheduled".to_owned(),
            format!("{} scheduled", text(&near["start"]))
        ]
    );
}

#[test]
fn s13_dates_of_one_series_that_stand_in_each_others_way_are_told() {
    let (mut practice, ada, _) = desk();
    let mut request = series(&mut practice, &ada, "2026-11-24T10:00", weekly(2));
    request["instead"] = json!([{"date": "2026-12-01", "place": {
        "start": "2026-11-24T10:15", "second_pass": false,
        "provider": request["visit"]["provider"], "chair": request["visit"]["chair"]}}]);
    let answer = practice.ok("series.book", request);
    assert_eq!(
        states(&answer),
        ["2026-11-24T10:00 free", "2026-11-24T10:15 clash"]
    );
    assert_eq!(visits(&mut practice, &ada), [""; 0]);
}

#[test]
fn s12_a_series_keeps_its_wall_clock_and_names_the_skipped_time() {
    let (mut practice, ada, _) = desk();
    let mut request = series(&mut practice, &ada, "2027-03-22T10:00", weekly(2));
    let answer = practice.ok("series.book", request.clone());
    assert_eq!(
        states(&answer),
        ["2027-03-22T10:00 done", "2027-03-29T10:00 done"],
        "the clocks were set between"
    );
    request["visit"]["start"] = json!("2027-03-27T02:30");
    request["visit"]["overbook"] = json!(true);
    request["plan"] =
        json!({"kind": "repeat", "every": 1, "unit": "days", "count": 3, "until": null});
    let answer = practice.ok("series.book", request);
    assert_eq!(
        states(&answer),
        [
            "2027-03-27T02:30 free",
            "2027-03-28T02:30 invalid",
            "2027-03-29T02:30 free"
        ]
    );
    assert!(text(&answer["visits"][1]["refused"]["what"]).contains("does not exist"));
}

#[test]
fn s13_this_and_the_following_move_together_also_onto_each_others_places() {
    let (mut practice, ada, _) = desk();
    let request = series(&mut practice, &ada, "2026-11-24T10:00", weekly(4));
    let booked = practice.ok("series.book", request);
    let second = booked["visits"][1]["appointment"].clone();
    let mut moving = json!({"visit": {
        "id": second["id"], "revision": second["revision"], "start": "2026-12-08T10:15",
        "second_pass": false, "provider": null, "chair": null, "minutes": null, "overbook": false,
    }, "rest": false, "only_ask": false});
    let moved = practice.ok("series.move", moving.clone());
    assert_eq!(moved["kept"], true);
    let expected = [
        "2026-11-24T10:00 scheduled",
        "2026-12-08T10:15 scheduled",
        "2026-12-15T10:15 scheduled",
        "2026-12-22T10:15 scheduled",
    ];
    assert_eq!(visits(&mut practice, &ada), expected);
    assert_eq!(moved["visits"][0]["appointment"]["asks"], "moved");
    // As it was seen is not as it is.
    assert_eq!(practice.refused("series.move", moving.clone()), "stale");
    moving["visit"]["revision"] = moved["visits"][0]["appointment"]["revision"].clone();
    moving["visit"]["start"] = json!("2026-12-01T10:00");
    practice.ok("series.move", moving);
    assert_eq!(visits(&mut practice, &ada)[1], "2026-12-01T10:00 scheduled");
    practice.ok("undo", Value::Null);
    assert_eq!(visits(&mut practice, &ada), expected);
}

#[test]
fn s13_a_moved_series_names_who_is_there_and_stays_whole() {
    let (mut practice, ada, ben) = desk();
    let request = series(&mut practice, &ada, "2026-11-24T10:00", weekly(3));
    let booked = practice.ok("series.book", request);
    book(&mut practice, &ben, "2026-12-01T14:00");
    let first = &booked["visits"][0]["appointment"];
    let mut moving = json!({"visit": {
        "id": first["id"], "revision": first["revision"], "start": "2026-11-24T14:00",
        "second_pass": false, "provider": null, "chair": null, "minutes": null, "overbook": false,
    }, "rest": false, "only_ask": false});
    let answer = practice.ok("series.move", moving.clone());
    assert_eq!(
        states(&answer),
        [
            "2026-11-24T14:00 free",
            "2026-12-01T14:00 clash",
            "2026-12-08T14:00 free"
        ]
    );
    assert_eq!(
        answer["visits"][1]["refused"]["clashes"][0]["patient_name"],
        "Ben Cole"
    );
    assert!(
        visits(&mut practice, &ada)
            .iter()
            .all(|one| one.contains("T10:00"))
    );
    moving["rest"] = json!(true);
    practice.ok("series.move", moving);
    assert_eq!(
        visits(&mut practice, &ada),
        [
            "2026-11-24T14:00 scheduled",
            "2026-12-01T10:00 scheduled",
            "2026-12-08T14:00 scheduled"
        ]
    );
}

#[test]
fn s8_this_and_the_following_are_cancelled_with_their_reason_and_come_back_as_one() {
    let (mut practice, ada, _) = desk();
    let request = series(&mut practice, &ada, "2026-11-24T10:00", weekly(3));
    let booked = practice.ok("series.book", request);
    let second = &booked["visits"][1]["appointment"]["id"];
    let cancel = json!({"visit": {"id": second, "reason": "moved away", "by_practice": false}});
    let cancelled = practice.ok("series.cancel", cancel.clone());
    assert_eq!(cancelled.as_array().unwrap().len(), 2);
    assert_eq!(cancelled[1]["ended_reason"], "moved away");
    assert_eq!(
        visits(&mut practice, &ada),
        [
            "2026-11-24T10:00 scheduled",
            "2026-12-01T10:00 cancelled",
            "2026-12-08T10:00 cancelled"
        ]
    );
    assert_eq!(practice.refused("series.cancel", cancel), "invalid");
    practice.ok("undo", Value::Null);
    assert!(
        visits(&mut practice, &ada)
            .iter()
            .all(|one| one.ends_with("scheduled"))
    );
    // A visit by itself has nothing that follows it.
    let alone = book(&mut practice, &ada, "2026-11-26T10:00");
    let cancel = json!({"visit": {"id": alone["id"], "reason": "flu", "by_practice": false}});
    assert_eq!(practice.refused("series.cancel", cancel), "invalid");
    assert_eq!(
        practice.ok("series.list", json!({"id": alone["id"]})),
        json!([])
    );
}

#[test]
fn s3_a_series_and_another_desk_never_book_the_same_place() {
    let (mut practice, ada, ben) = desk();
    let request = series(&mut practice, &ada, "2026-11-24T10:00", weekly(3));
    let mut ask = request.clone();
    ask["only_ask"] = json!(true);
    assert_eq!(
        states(&practice.ok("series.book", ask))[1],
        "2026-12-01T10:00 free"
    );
    let mut other = practice.second(2);
    let booking = practice.booking(&ben, "2026-12-01T10:00");
    rpc(&mut other, "appointment.book", booking).unwrap();
    let answer = practice.ok("series.book", request);
    assert_eq!(answer["kept"], false);
    assert_eq!(
        answer["visits"][1]["refused"]["clashes"][0]["patient_name"],
        "Ben Cole"
    );
}

#[test]
fn s13_what_is_no_series_is_refused_with_its_reason() {
    let (mut practice, ada, _) = desk();
    for plan in [
        weekly(1),
        weekly(4_000_000_000),
        json!({"kind": "repeat", "every": 0, "unit": "days", "count": 3, "until": null}),
        json!({"kind": "repeat", "every": 1, "unit": "days", "count": null, "until": null}),
        json!({"kind": "repeat", "every": 1, "unit": "days", "count": null, "until": "2026-11-01"}),
        json!({"kind": "chosen", "dates": []}),
        json!({"kind": "chosen", "dates": ["tomorrow"]}),
    ] {
        let request = series(&mut practice, &ada, "2026-11-24T10:00", plan);
        assert_eq!(practice.refused("series.book", request), "invalid");
    }
    let request = series(
        &mut practice,
        &ada,
        "2026-11-24T10:00",
        json!({"kind": "chosen", "dates": ["2026-12-03", "2026-11-27"]}),
    );
    let booked = practice.ok("series.book", request);
    assert_eq!(
        states(&booked),
        [
            "2026-11-24T10:00 done",
            "2026-11-27T10:00 done",
            "2026-12-03T10:00 done"
        ]
    );
}
