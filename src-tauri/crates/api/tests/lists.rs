//! The lists that the desk works through, and who is offered a gap, through the command list.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use serde_json::{Value, json};
use testkit::{TestPractice, no_wish, patient_fields, rpc, text};

/// A practice on Monday, 23 November 2026, 09:00.
fn desk() -> TestPractice {
    TestPractice::new()
}

/// Books with Dr Haas in Chair 1.
fn book(practice: &mut TestPractice, patient: &str, start: &str, minutes: u32) -> Value {
    let mut request = practice.booking(patient, start);
    request["minutes"] = json!(minutes);
    practice.ok("appointment.book", request)
}

fn asap(practice: &mut TestPractice, visit: &Value, wish: Value) -> Value {
    practice.ok(
        "appointment.set_asap",
        json!({"id": visit["id"], "revision": visit["revision"], "on": true, "wish": wish}),
    )
}

fn waiting(practice: &mut TestPractice, patient: &str, list: &str, minutes: u32) -> Value {
    let request = json!({
        "id": null, "revision": 0, "patient": patient, "list": list, "kind": null,
        "minutes": minutes, "wish": no_wish(), "urgent": false, "note": "call after noon",
    });
    practice.ok("waiting.save", request)
}

fn cancel(practice: &mut TestPractice, visit: &Value) -> Value {
    practice.ok(
        "appointment.cancel",
        json!({"id": visit["id"], "reason": "has a cold", "by_practice": false}),
    )
}

fn names(rows: &Value) -> Vec<String> {
    let rows = rows.as_array().unwrap();
    rows.iter().map(|row| text(&row["patient_name"])).collect()
}

fn listed(practice: &mut TestPractice, list: &str) -> Value {
    practice.ok("list.get", json!({"list": list, "all": false}))["rows"].clone()
}

/// The gap around a time of Dr Haas in Chair 1.
fn gap_at(practice: &mut TestPractice, at: &str) -> Value {
    let request = json!({
        "provider": practice.id("providers", 0), "chair": practice.id("chairs", 0),
        "at": at, "second_pass": false, "limit": 10,
    });
    practice.ok("gap.candidates", request)["gap"].clone()
}

#[test]
fn s8_a_missed_and_a_cancelled_visit_are_on_the_unscheduled_list_with_who_when_and_why() {
    let mut practice = desk();
    let (ada, ben) = (
        practice.patient("Ada", "Berg", None),
        practice.patient("Ben", "Cole", None),
    );
    let cold = book(&mut practice, &ada, "2026-11-24T10:00", 30);
    let late = book(&mut practice, &ben, "2026-11-23T09:30", 30);
    cancel(&mut practice, &cold);
    practice.host.set("2026-11-23T09:10:00Z");
    practice.ok(
        "appointment.set_status",
        json!({"id": late["id"], "status": "missed"}),
    );
    let rows = listed(&mut practice, "unscheduled");
    assert_eq!(names(&rows), ["Ada Berg", "Ben Cole"]);
    assert_eq!(rows[0]["status"], "cancelled");
    let ended = &rows[0]["ended"];
    assert_eq!(rows[0]["ended_reason"], "has a cold");
    assert_eq!(ended["at"], "2026-11-23T09:00");
    assert_eq!(ended["by"], "desk");
    assert_eq!(
        ended["notice_minutes"],
        25 * 60,
        "cancelled 25 hours before"
    );
    assert_eq!(rows[1]["status"], "missed");
    assert_eq!(rows[1]["ended"]["notice_minutes"], Value::Null);
    assert_eq!(practice.ok("list.counts", Value::Null)["unscheduled"], 2);

    let let_go = |id: &Value, reason: &str| json!({"id": id, "reason": reason});
    let refused = practice.refused("appointment.let_go", let_go(&late["id"], " "));
    assert_eq!(refused, "invalid", "it is not let go without a reason");
    practice.ok("appointment.let_go", let_go(&late["id"], "moved away"));
    assert_eq!(names(&listed(&mut practice, "unscheduled")), ["Ada Berg"]);
    assert_eq!(
        practice.refused("appointment.let_go", let_go(&late["id"], "again")),
        "stale"
    );
    practice.ok("undo", Value::Null);
    assert_eq!(
        names(&listed(&mut practice, "unscheduled")),
        ["Ada Berg", "Ben Cole"]
    );
}

#[test]
fn s8_what_is_booked_from_a_list_is_off_it_and_on_it_again_when_the_booking_is_taken_back() {
    let mut practice = desk();
    let ada = practice.patient("Ada", "Berg", None);
    let ben = practice.patient("Ben", "Cole", None);
    let cold = book(&mut practice, &ada, "2026-11-24T10:00", 30);
    cancel(&mut practice, &cold);
    let entry = waiting(&mut practice, &ben, "waiting", 30);
    let closing =
        |practice: &mut TestPractice, patient: &str, start: &str, list: &str, id: &Value| {
            let mut request = practice.booking(patient, start);
            request["closes"] = json!({"list": list, "id": id});
            request
        };
    let again = closing(
        &mut practice,
        &ada,
        "2026-11-25T10:00",
        "unscheduled",
        &cold["id"],
    );
    practice.ok("appointment.book", again.clone());
    assert_eq!(listed(&mut practice, "unscheduled"), json!([]));
    let second = closing(
        &mut practice,
        &ben,
        "2026-11-25T11:00",
        "waiting",
        &entry["id"],
    );
    practice.ok("appointment.book", second.clone());
    assert_eq!(listed(&mut practice, "waiting"), json!([]));

    // Somebody else has booked them meanwhile: nothing of the second booking is kept.
    for (mut request, start) in [(again, "2026-11-26T10:00"), (second, "2026-11-26T11:00")] {
        request["start"] = json!(start);
        assert_eq!(practice.refused("appointment.book", request), "stale");
    }
    let day = practice.ok(
        "schedule.get",
        json!({"from": "2026-11-26", "to": "2026-11-26"}),
    );
    assert_eq!(day["days"][0]["appointments"], json!([]));

    practice.ok("undo", Value::Null);
    assert_eq!(names(&listed(&mut practice, "waiting")), ["Ben Cole"]);
    practice.ok("undo", Value::Null);
    assert_eq!(names(&listed(&mut practice, "unscheduled")), ["Ada Berg"]);

    let others = closing(
        &mut practice,
        &ben,
        "2026-11-26T10:00",
        "unscheduled",
        &cold["id"],
    );
    assert_eq!(
        practice.refused("appointment.book", others),
        "invalid",
        "one patient's booking does not answer another's entry"
    );
}

#[test]
fn a_freed_opening_is_offered_to_who_would_come_sooner_and_frees_their_place() {
    let mut practice = desk();
    let people: Vec<String> = ["Berg", "Cole", "Diaz", "Eden", "Falk", "Gray"]
        .map(|name| practice.patient("Ada", name, None))
        .to_vec();
    let wish = |from: Option<&str>, weekdays: &[u8]| {
        let mut wish = no_wish();
        wish["from"] = json!(from);
        wish["weekdays"] = json!(weekdays);
        wish
    };
    let before = book(&mut practice, &people[0], "2026-11-24T14:00", 35);
    let freed = book(&mut practice, &people[5], "2026-11-24T14:35", 55);
    book(&mut practice, &people[0], "2026-11-24T15:30", 30);
    let cole = book(&mut practice, &people[1], "2026-12-01T09:00", 50);
    asap(&mut practice, &cole, no_wish());
    let diaz = book(&mut practice, &people[2], "2026-12-01T10:00", 20);
    asap(&mut practice, &diaz, wish(Some("15:00"), &[1]));
    let eden = book(&mut practice, &people[3], "2026-12-01T11:00", 50);
    asap(&mut practice, &eden, wish(None, &[2, 3]));
    waiting(&mut practice, &people[4], "waiting", 55);
    assert_eq!(gap_at(&mut practice, "2026-11-24T14:40"), Value::Null);
    cancel(&mut practice, &freed);

    let gap = gap_at(&mut practice, "2026-11-24T14:40");
    assert_eq!(
        (&gap["start"], &gap["end"]),
        (&json!("2026-11-24T14:35"), &json!("2026-11-24T15:30"))
    );
    assert_eq!(gap["minutes"], 55);
    // Ada Gray herself cancelled, and could have it again.
    assert_eq!(
        (gap["asked"].as_u64(), gap["total"].as_u64()),
        (Some(3), Some(4))
    );
    let found = &gap["candidates"];
    assert_eq!(
        names(found),
        ["Ada Cole", "Ada Falk", "Ada Diaz", "Ada Gray"]
    );
    assert_eq!(
        found[2]["start"], "2026-11-24T15:00",
        "after three, as she wishes"
    );
    assert_eq!(found[0]["booked"]["start"], "2026-12-01T09:00");
    assert_eq!(found[1]["note"], "call after noon");

    let first = &found[0];
    let moved = practice.ok(
        "appointment.move",
        json!({
            "id": first["id"], "revision": first["revision"], "start": first["start"],
            "second_pass": false, "provider": gap["provider"], "chair": gap["chair"],
            "minutes": null, "overbook": false, "leaves_asap": true,
        }),
    );
    assert_eq!(moved["asap"], Value::Null);
    let freed = gap_at(&mut practice, "2026-12-01T09:00");
    assert_eq!(
        names(&freed["candidates"])[0],
        "Ada Falk",
        "the old place is offered again"
    );
    let day = practice.ok("day.gaps", json!({"date": "2026-11-24"}));
    let gaps: Vec<(String, u64, Value)> = day
        .as_array()
        .unwrap()
        .iter()
        .filter(|gap| gap["chair"] == moved["chair"])
        .map(|gap| {
            (
                text(&gap["start"]),
                gap["count"].as_u64().unwrap(),
                gap["names"].clone(),
            )
        })
        .collect();
    assert_eq!(
        gaps,
        [
            ("2026-11-24T08:00".to_owned(), 1, json!(["Falk"])),
            ("2026-11-24T16:00".to_owned(), 2, json!(["Diaz", "Falk"])),
        ],
        "five minutes are offered to nobody"
    );
    practice.ok("undo", Value::Null);
    assert_eq!(listed(&mut practice, "asap").as_array().unwrap().len(), 3);
    assert_eq!(before["asap"], Value::Null);
}

#[test]
fn p3_nobody_who_may_not_be_contacted_is_offered_anything() {
    let mut practice = desk();
    let mut visits = Vec::new();
    for (place, status) in ["active", "inactive", "archived", "deceased", "prospective"]
        .into_iter()
        .enumerate()
    {
        let patient = practice.patient("Ada", status, None);
        let start = format!("2026-12-01T{:02}:00", 9 + place);
        let visit = book(&mut practice, &patient, &start, 30);
        asap(&mut practice, &visit, no_wish());
        waiting(&mut practice, &patient, "planned", 30);
        let mut fields = patient_fields("Ada", status, None);
        fields["status"] = json!(status);
        let save =
            json!({"id": patient, "revision": 0, "accept_duplicate": true, "fields": fields});
        practice.ok("patient.save", save);
        visits.push((patient, visit));
    }
    let found = gap_at(&mut practice, "2026-11-24T10:00");
    let mut offered = names(&found["candidates"]);
    offered.sort_unstable();
    assert_eq!(offered, ["Ada active", "Ada prospective"]);
    for list in ["asap", "planned", "unconfirmed"] {
        let listed = names(&practice.ok("list.get", json!({"list": list, "all": true}))["rows"]);
        assert_eq!(listed, ["Ada active", "Ada prospective"], "{list}");
    }
    assert_eq!(practice.ok("list.counts", Value::Null)["asap"], 2);
    let request = json!({
        "id": null, "revision": 0, "patient": visits[2].0, "list": "waiting", "kind": null,
        "minutes": null, "wish": no_wish(), "urgent": false, "note": "",
    });
    let error = practice.rpc("waiting.save", request).unwrap_err();
    assert!(text(&error["what"]).contains("archived"), "{error}");
}

#[test]
fn s6_a_provider_who_may_use_any_chair_has_gaps_and_a_column_on_a_day_with_no_visit() {
    let mut practice = desk();
    let ada = practice.patient("Ada", "Berg", None);
    let visit = book(&mut practice, &ada, "2026-11-25T10:00", 30);
    asap(&mut practice, &visit, no_wish());
    let gaps = practice.ok("day.gaps", json!({"date": "2026-11-24"}));
    assert_eq!(
        gaps.as_array().unwrap().len(),
        2,
        "a chair for each of the two providers: {gaps}"
    );
    assert_ne!(gaps[0]["chair"], gaps[1]["chair"]);
    assert_eq!(gaps[0]["names"], json!(["Berg"]));
    let days = practice.ok(
        "schedule.get",
        json!({"from": "2026-11-24", "to": "2026-11-24"}),
    );
    for column in days["days"][0]["columns"].as_array().unwrap() {
        assert_eq!(column["providers"][0]["name"], "Dr Haas", "{column}");
    }
}

#[test]
fn s2_nobody_is_offered_a_gap_while_they_are_in_another_visit() {
    let mut practice = desk();
    let ada = practice.patient("Ada", "Berg", None);
    let mut elsewhere = practice.booking(&ada, "2026-11-24T14:00");
    elsewhere["provider"] = json!(practice.id("providers", 1));
    elsewhere["chair"] = json!(practice.id("chairs", 1));
    elsewhere["minutes"] = json!(240);
    practice.ok("appointment.book", elsewhere);
    waiting(&mut practice, &ada, "waiting", 30);
    let ben = practice.patient("Ben", "Cole", None);
    book(&mut practice, &ben, "2026-11-24T08:00", 390);
    let gap = gap_at(&mut practice, "2026-11-24T15:00");
    assert_eq!(gap["start"], "2026-11-24T14:30");
    assert_eq!(gap["candidates"], json!([]));
    let day = practice.ok("day.gaps", json!({"date": "2026-11-24"}));
    assert_eq!(
        day.as_array()
            .unwrap()
            .iter()
            .filter(|gap| gap["start"] == "2026-11-24T14:30")
            .count(),
        0
    );
}

#[test]
fn s7_a_call_that_nobody_answers_is_kept_and_takes_back_nothing_that_was_said() {
    let mut practice = desk();
    let ada = practice.patient("Ada", "Berg", None);
    let visit = book(&mut practice, &ada, "2026-11-24T10:00", 30);
    let far = practice.patient("Ben", "Cole", None);
    book(&mut practice, &far, "2026-12-24T10:00", 30);
    let rows = listed(&mut practice, "unconfirmed");
    assert_eq!(names(&rows), ["Ada Berg"], "a week ahead is enough to call");
    practice.ok("appointment.no_answer", json!({"id": visit["id"]}));
    practice.host.set("2026-11-23T12:30:00Z");
    practice.ok("appointment.no_answer", json!({"id": visit["id"]}));
    let rows = listed(&mut practice, "unconfirmed");
    assert_eq!(rows[0]["confirmation"], "sent");
    assert_eq!(
        rows[0]["unanswered"],
        json!(["2026-11-23T09:00", "2026-11-23T13:30"])
    );
    practice.ok(
        "appointment.set_confirmation",
        json!({"id": visit["id"], "confirmation": "confirmed"}),
    );
    assert_eq!(listed(&mut practice, "unconfirmed"), json!([]));
    let after = practice.ok("appointment.no_answer", json!({"id": visit["id"]}));
    assert_eq!(after["confirmation"], "confirmed");
    practice.ok("undo", Value::Null);
    practice.ok("undo", Value::Null);
    practice.ok("undo", Value::Null);
    let rows = listed(&mut practice, "unconfirmed");
    assert_eq!(rows[0]["unanswered"], json!(["2026-11-23T09:00"]));
}

#[test]
fn the_waiting_list_has_the_urgent_first_and_who_waits_longest_next() {
    let mut practice = desk();
    let ids: Vec<Value> = ["Berg", "Cole", "Diaz"]
        .into_iter()
        .enumerate()
        .map(|(place, name)| {
            practice
                .host
                .set(&format!("2026-11-23T0{}:00:00Z", 8 - place));
            let patient = practice.patient("Ada", name, None);
            waiting(&mut practice, &patient, "waiting", 30)
        })
        .collect();
    assert_eq!(
        names(&listed(&mut practice, "waiting")),
        ["Ada Diaz", "Ada Cole", "Ada Berg"]
    );
    let berg = listed(&mut practice, "waiting")[2].clone();
    let change = |revision: u64, urgent: bool| {
        json!({
            "id": ids[0]["id"], "revision": revision, "patient": berg["patient"],
            "list": "waiting", "kind": null, "minutes": 45, "wish": no_wish(),
            "urgent": urgent, "note": "",
        })
    };
    practice.ok("waiting.save", change(0, true));
    let rows = listed(&mut practice, "waiting");
    assert_eq!(names(&rows), ["Ada Berg", "Ada Diaz", "Ada Cole"]);
    assert_eq!(
        rows[0]["since"], berg["since"],
        "who changes a wish keeps the place"
    );
    assert_eq!(practice.refused("waiting.save", change(0, false)), "stale");

    let go = json!({"id": ids[0]["id"], "revision": 1, "reason": "went elsewhere"});
    practice.ok("waiting.let_go", go.clone());
    assert_eq!(
        names(&listed(&mut practice, "waiting")),
        ["Ada Diaz", "Ada Cole"]
    );
    assert_eq!(practice.refused("waiting.let_go", go), "stale");
    practice.ok("undo", Value::Null);
    assert_eq!(names(&listed(&mut practice, "waiting"))[0], "Ada Berg");
    practice.ok("undo", Value::Null);
    let rows = listed(&mut practice, "waiting");
    assert_eq!(names(&rows)[2], "Ada Berg", "no longer urgent");
    let report = practice.ok("doctor.run", Value::Null);
    assert_eq!(report["ok"], true, "{report}");
}

#[test]
fn a_wish_that_nothing_can_meet_is_refused() {
    let mut practice = desk();
    let ada = practice.patient("Ada", "Berg", None);
    let visit = book(&mut practice, &ada, "2026-11-24T10:00", 30);
    for (field, value) in [
        ("to", json!("07:00")),
        ("last_day", json!("2026-11-01")),
        ("weekdays", json!([7])),
        ("providers", json!(["018f0000-0000-7000-8000-000000000000"])),
    ] {
        let mut wish = no_wish();
        wish["from"] = json!("08:00");
        wish["first_day"] = json!("2026-11-23");
        wish[field] = value;
        let request = json!({"id": visit["id"], "revision": 0, "on": true, "wish": wish});
        let error = practice.rpc("appointment.set_asap", request).unwrap_err();
        assert!(
            ["invalid", "not_found"].contains(&error["code"].as_str().unwrap()),
            "{error}"
        );
    }
    let done = json!({"id": visit["id"], "revision": 0, "on": false, "wish": no_wish()});
    practice.ok("appointment.set_asap", done);
}

#[test]
fn s3_of_two_windows_that_book_the_same_entry_one_is_told() {
    let mut practice = desk();
    let ada = practice.patient("Ada", "Berg", None);
    let entry = waiting(&mut practice, &ada, "waiting", 30);
    let mut other = practice.second(2);
    let mut first = practice.booking(&ada, "2026-11-24T10:00");
    first["closes"] = json!({"list": "waiting", "id": entry["id"]});
    let mut second = first.clone();
    second["start"] = json!("2026-11-25T10:00");
    practice.ok("appointment.book", first);
    let refused = rpc(&mut other, "appointment.book", second).unwrap_err();
    assert_eq!(refused["code"], "stale");
    practice.daybook.tick().unwrap();
    assert_eq!(listed(&mut practice, "waiting"), json!([]));
}

#[test]
fn s6_openings_are_by_type_wish_and_patient_and_one_line_a_minute() {
    let mut practice = desk();
    let ada = practice.patient("Ada", "Berg", None);
    let lind = practice.id("providers", 1);
    let kind = practice.id("types", 1);
    let mut wish = no_wish();
    wish["weekdays"] = json!([1]);
    wish["from"] = json!("16:00");
    let find = |wish: &Value, patient: Option<&str>, limit: u32| {
        json!({
            "minutes": null, "kind": kind, "wish": wish, "patient": patient, "every": false,
            "limit": limit,
        })
    };
    let found = practice.ok("appointment.openings", find(&wish, None, 3));
    let starts: Vec<String> = found
        .as_array()
        .unwrap()
        .iter()
        .map(|one| text(&one["start"]))
        .collect();
    assert_eq!(
        starts,
        ["2026-11-24T16:00", "2026-12-01T16:00", "2026-12-08T16:00"]
    );
    assert_eq!(found[0]["gap_start"], "2026-11-24T08:00");
    assert_eq!(found[0]["minutes"], 120);
    assert_eq!(found[0]["also"][0]["provider_name"], "Dr Lind");
    // The patient is somewhere else in the first of them.
    book(&mut practice, &ada, "2026-11-24T16:00", 90);
    let found = practice.ok("appointment.openings", find(&wish, Some(&ada), 1));
    assert_eq!(found[0]["start"], "2026-12-01T16:00");
    wish["providers"] = json!([lind]);
    let found = practice.ok("appointment.openings", find(&wish, None, 1));
    assert_eq!(found[0]["start"], "2026-11-24T16:00");
    assert_eq!(found[0]["provider_name"], "Dr Lind");
}
