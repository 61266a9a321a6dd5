//! What the desk prints beside days and weeks, through the command list.

mod looking;

use data_encoding::BASE64;
use looking::{behind, pages};
use serde_json::{Value, json};
use testkit::{TestPractice, patient_fields, text};

/// A request to print, with what it needs beside a date.
fn print(what: &str, date: &str, more: Value) -> Value {
    let mut request = json!({
        "what": what, "date": date, "paper": "a4", "landscape": false, "private": false,
    });
    if let (Some(request), Some(more)) = (request.as_object_mut(), more.as_object()) {
        request.extend(more.clone());
    }
    request
}

/// The text of the pages as a reader program gives it, if there is one here.
fn read(practice: &mut TestPractice, request: Value) -> Option<String> {
    let printed = practice.ok("print.render", request);
    let pdf = BASE64
        .decode(text(&printed["pdf"]).as_bytes())
        .expect("base64");
    assert!(pdf.starts_with(b"%PDF"));
    pages(&pdf, None)
}

fn save(practice: &mut TestPractice, fields: Value) -> String {
    let saved = practice.ok(
        "patient.save",
        json!({"id": null, "revision": 0, "accept_duplicate": true, "fields": fields}),
    );
    text(&saved["id"])
}

fn book(practice: &mut TestPractice, patient: &str, start: &str, more: Value) -> String {
    let mut request = practice.booking(patient, start);
    if let (Some(request), Some(more)) = (request.as_object_mut(), more.as_object()) {
        request.extend(more.clone());
    }
    text(&practice.ok("appointment.book", request)["id"])
}

/// Zoë, who speaks German and comes three times; her visits have ten minutes to arrive before.
fn zoe(practice: &mut TestPractice) -> (String, Vec<String>) {
    let mut fields = patient_fields("Zoé Marie", "Müller", Some("1990-05-17"));
    fields["prefix"] = json!("Dr");
    fields["preferred_name"] = json!("Zoë");
    fields["language"] = json!("de");
    fields["phones"] = json!([
        {"label": "mobil", "number": "0151 2345678"}, {"label": "privat", "number": "030 87654321"},
    ]);
    fields["address"] = json!({
        "lines": ["Lindenallee 7"], "city": "Musterstadt", "region": "", "postal_code": "12345", "country": "DE",
    });
    fields["alert"] = json!("Penicillin allergy");
    let zoe = save(practice, fields);
    let kind = practice.ok(
        "appointment_type.save",
        json!({"id": null, "name": "Root canal", "minutes": 45, "tint": 1, "arrive_early": 10, "active": true}),
    );
    let kind = kind["types"]
        .as_array()
        .expect("a list")
        .iter()
        .find(|kind| kind["name"] == "Root canal")
        .expect("it was saved")["id"]
        .clone();
    let visits = ["2026-11-24T10:30", "2026-12-01T09:00", "2026-12-08T16:15"]
        .map(|start| book(practice, &zoe, start, json!({"kind": kind, "minutes": 45})));
    (zoe, visits.to_vec())
}

#[test]
fn s11_p6_m11_a_card_tells_its_patient_when_to_be_there_in_their_language() {
    let mut practice = TestPractice::new();
    let (zoe, visits) = zoe(&mut practice);
    for size in ["85x55", "62x29", "57x32", "89x36"] {
        let more = json!({"patient": zoe, "card": size});
        let Some(text) = read(&mut practice, print("card", "2026-11-23", more)) else {
            return;
        };
        for said in [
            "Zoë Müller",
            "10:20",
            "10:30",
            "24. November 2026",
            "030 5550100",
            "Practice by the Park",
        ] {
            assert!(
                text.contains(said),
                "{said} is not on a card of {size}: {text}"
            );
        }
        for secret in ["Root canal", "Penicillin", "0151"] {
            assert!(!text.contains(secret), "{secret} is on a card of {size}");
        }
    }
    // One visit alone.
    let more = json!({"appointment": visits[1]});
    let text = read(&mut practice, print("card", "2026-11-23", more)).unwrap_or_default();
    assert!(
        text.contains("1. Dezember 2026") && !text.contains("24."),
        "{text}"
    );
    // Initials for who does not want the name to be read.
    let more = json!({"patient": zoe, "private": true});
    let text = read(&mut practice, print("card", "2026-11-23", more)).unwrap_or_default();
    assert!(text.contains("Z.M.") && !text.contains("Müller"), "{text}");
}

#[test]
fn a_card_or_letter_of_nothing_to_come_is_refused_with_the_reason() {
    let mut practice = TestPractice::new();
    let (zoe, visits) = zoe(&mut practice);
    let ada = practice.patient("Ada", "Berg", None);
    for (what, more) in [
        ("card", json!({"patient": ada})),
        ("letter", json!({"patient": ada})),
    ] {
        let error = practice
            .rpc("print.render", print(what, "2026-11-23", more))
            .unwrap_err();
        assert!(
            text(&error["what"]).contains("Ada Berg has no visit to come"),
            "{error}"
        );
    }
    practice.ok(
        "appointment.cancel",
        json!({"id": visits[0], "revision": 0, "reason": "ill", "by_practice": false}),
    );
    let error = practice
        .rpc(
            "print.render",
            print("card", "2026-11-23", json!({"appointment": visits[0]})),
        )
        .unwrap_err();
    assert!(
        text(&error["what"]).contains("will not take place"),
        "{error}"
    );
    let left = read(
        &mut practice,
        print("card", "2026-11-23", json!({"patient": zoe})),
    )
    .unwrap_or_default();
    assert!(!left.contains("24. November"), "{left}");
    for what in ["card", "letter", "provider_week"] {
        let error = practice
            .rpc("print.render", print(what, "2026-11-23", json!({})))
            .unwrap_err();
        assert_eq!(error["code"], "invalid", "{error}");
    }
}

#[test]
fn p6_a_letter_is_addressed_by_the_legal_name_and_greets_by_the_preferred_one() {
    let mut practice = TestPractice::new();
    let (zoe, _) = zoe(&mut practice);
    for paper in ["a4", "letter"] {
        let more = json!({"patient": zoe, "paper": paper});
        let Some(text) = read(&mut practice, print("letter", "2026-11-23", more)) else {
            return;
        };
        for said in [
            "Dr Zoé Marie Müller",
            "Lindenallee 7",
            "12345 Musterstadt",
            "Guten Tag Zoë,",
            "Montag, 23. November 2026",
            "Dienstag, 24. November 2026",
            "10:20",
            "Dienstag, 8. Dezember 2026",
            "16:05",
            "Dr Haas",
            "030 5550100",
        ] {
            assert!(text.contains(said), "{said} is not in the letter: {text}");
        }
        assert!(
            !text.contains("Root canal") && !text.contains("Penicillin"),
            "{text}"
        );
    }
}

#[test]
fn p5_a_letter_about_a_child_goes_to_the_guardian_and_without_one_to_the_parents() {
    let mut practice = TestPractice::new();
    let mut fields = patient_fields("Marie", "Brennan", Some("1985-01-01"));
    fields["address"] = json!({
        "lines": ["12 Mill Lane"], "city": "Exampleton", "region": "", "postal_code": "EX4 2AB", "country": "GB",
    });
    let marie = save(&mut practice, fields);
    let mut fields = patient_fields("Aoife", "Brennan", Some("2016-03-02"));
    fields["guardian"] = json!(marie);
    let aoife = save(&mut practice, fields);
    let finn = practice.patient("Finn", "Brennan", Some("2018-07-09"));
    book(&mut practice, &aoife, "2026-11-24T10:30", json!({}));
    book(&mut practice, &finn, "2026-11-24T11:30", json!({}));
    let Some(text) = read(
        &mut practice,
        print("letter", "2026-11-23", json!({"patient": aoife})),
    ) else {
        return;
    };
    for said in [
        "Marie Brennan",
        "12 Mill Lane",
        "Exampleton EX4 2AB",
        "Hello Marie Brennan,",
        "we expect Aoife Brennan",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    let text = read(
        &mut practice,
        print("letter", "2026-11-23", json!({"patient": finn})),
    )
    .unwrap_or_default();
    for said in [
        "To the parents of Finn Brennan",
        "Dear parents,",
        "we expect Finn Brennan",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
}

#[test]
fn p3_nobody_writes_to_or_calls_who_is_not_to_be_contacted() {
    let mut practice = TestPractice::new();
    let (zoe, _) = zoe(&mut practice);
    let page = practice.ok("patient.get", json!({"id": zoe}));
    let mut fields = page["fields"].clone();
    fields["status"] = json!("archived");
    practice.ok(
        "patient.save",
        json!({"id": zoe, "revision": page["revision"], "accept_duplicate": true, "fields": fields}),
    );
    let error = practice
        .rpc(
            "print.render",
            print("letter", "2026-11-23", json!({"patient": zoe})),
        )
        .unwrap_err();
    assert!(text(&error["what"]).contains("archived"), "{error}");
    let listed =
        read(&mut practice, print("unconfirmed", "2026-11-23", json!({}))).unwrap_or_default();
    if !listed.is_empty() {
        assert!(
            !listed.contains("Müller") && listed.contains("1 visit is not listed"),
            "{listed}"
        );
    }
}

#[test]
fn s7_the_list_to_call_from_names_who_has_not_answered_yet_and_nobody_else() {
    let mut practice = TestPractice::new();
    let (_, visits) = zoe(&mut practice);
    let ada = practice.patient("Ada", "Berg", Some("1984-02-01"));
    let sure = book(&mut practice, &ada, "2026-11-24T13:00", json!({}));
    practice.ok(
        "appointment.set_confirmation",
        json!({"id": sure, "revision": 0, "confirmation": "confirmed"}),
    );
    // Earlier today, and after the days that were asked for.
    let ben = practice.patient("Ben", "Cole", None);
    book(&mut practice, &ben, "2026-11-23T09:00", json!({}));
    practice.host.set("2026-11-23T09:30:00Z");
    let Some(text) = read(
        &mut practice,
        print("unconfirmed", "2026-11-23", json!({"days": 8})),
    ) else {
        return;
    };
    for said in [
        "Zoé Marie Müller",
        "0151 2345678",
        "mobil",
        "030 87654321",
        "Root canal",
        "arrive 10:20",
        "Penicillin allergy",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    assert!(text.contains("Tuesday 24 November 2026"), "{text}");
    assert!(
        !text.contains("8 Dec") && !text.contains("Ada") && !text.contains("Ben"),
        "{text}"
    );
    for days in [0, 63] {
        let refused = practice.refused(
            "print.render",
            print("unconfirmed", "2026-11-23", json!({"days": days})),
        );
        assert_eq!(refused, "invalid");
    }
    assert_eq!(visits.len(), 3);
}

#[test]
fn a_slip_goes_with_each_patient_of_the_day_and_tells_the_next_visit() {
    let mut practice = TestPractice::new();
    let (_, visits) = zoe(&mut practice);
    let ada = practice.patient("Ada", "Berg", Some("1984-02-01"));
    let gone = book(&mut practice, &ada, "2026-11-24T13:00", json!({}));
    practice.ok(
        "appointment.cancel",
        json!({"id": gone, "revision": 0, "reason": "ill", "by_practice": false}),
    );
    let Some(text) = read(&mut practice, print("routing", "2026-11-24", json!({}))) else {
        return;
    };
    for said in [
        "10:30–11:15",
        "arrive 10:20",
        "Zoé Marie Müller",
        "36 years",
        "born 17 May 1990",
        "Penicillin allergy",
        "Root canal",
        "Dr Haas",
        "Chair 1",
        "0151 2345678",
        "Next: Tue 1 Dec 2026, 09:00",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    assert!(!text.contains("Ada"), "{text}");
    assert_eq!(visits.len(), 3);
}

#[test]
fn a_month_counts_the_visits_of_each_day_for_all_or_for_one_and_names_closures() {
    let mut practice = TestPractice::new();
    let (zoe, _) = zoe(&mut practice);
    let second = practice.id("providers", 1);
    let chair = practice.id("chairs", 1);
    book(
        &mut practice,
        &zoe,
        "2026-12-01T14:00",
        json!({"provider": second, "chair": chair}),
    );
    practice.ok(
        "closure.save",
        json!({"id": null, "from": "2026-12-24", "to": "2026-12-27", "name": "Christmas"}),
    );
    let Some(text) = read(
        &mut practice,
        print("month", "2026-12-15", json!({"landscape": true})),
    ) else {
        return;
    };
    for said in [
        "December 2026",
        "Whole practice",
        "3 visits",
        "2 visits",
        "09:00–14:30",
        "16:15–17:00",
        "Christmas",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    let one = read(
        &mut practice,
        print("month", "2026-12-15", json!({"provider": second})),
    )
    .unwrap_or_default();
    assert!(
        one.contains("Dr Lind · 1 visit") && one.contains("14:00–14:30"),
        "{one}"
    );
    let wall = read(
        &mut practice,
        print("month", "2026-12-15", json!({"private": true})),
    )
    .unwrap_or_default();
    assert!(
        !wall.contains("Christmas") && wall.contains("Closed"),
        "{wall}"
    );
}

#[test]
fn a_providers_week_has_that_provider_alone() {
    let mut practice = TestPractice::new();
    let (zoe, _) = zoe(&mut practice);
    let (first, second) = (practice.id("providers", 0), practice.id("providers", 1));
    let chair = practice.id("chairs", 1);
    book(
        &mut practice,
        &zoe,
        "2026-11-25T14:00",
        json!({"provider": second, "chair": chair}),
    );
    let Some(text) = read(
        &mut practice,
        print("provider_week", "2026-11-26", json!({"provider": first})),
    ) else {
        return;
    };
    assert!(
        text.contains("Dr Haas") && text.contains("Week 48") && text.contains("10:30"),
        "{text}"
    );
    assert!(
        !text.contains("Dr Lind") && !text.contains("14:00–14:30"),
        "{text}"
    );
    let refused = practice.refused(
        "print.render",
        print(
            "provider_week",
            "2026-11-26",
            json!({"provider": "018f0000-0000-7000-8000-000000000000"}),
        ),
    );
    assert_eq!(refused, "not_found");
}

#[test]
fn k1_every_page_stands_in_the_trail_and_a_patients_pages_on_the_patients_record() {
    let mut practice = TestPractice::new();
    let (zoe, visits) = zoe(&mut practice);
    for (what, more) in [
        ("card", json!({"patient": zoe})),
        ("card", json!({"appointment": visits[2], "private": true})),
        ("letter", json!({"patient": zoe})),
    ] {
        practice.ok("print.render", print(what, "2026-11-23", more));
    }
    let page = practice.ok("patient.get", json!({"id": zoe}));
    let printed: Vec<String> = page["history"]
        .as_array()
        .expect("a list")
        .iter()
        .filter(|entry| entry["action"] == "printed")
        .map(|entry| text(&entry["note"]))
        .collect();
    assert_eq!(
        printed,
        [
            "letter 2026-11-23",
            "card-private 2026-11-23",
            "card 2026-11-23"
        ]
    );
    let provider = practice.id("providers", 0);
    for (what, more) in [
        ("month", json!({})),
        ("provider_week", json!({"provider": provider})),
        ("unconfirmed", json!({})),
        ("routing", json!({})),
        ("power_cut", json!({})),
    ] {
        practice.ok("print.render", print(what, "2026-11-24", more));
    }
    let connection = behind(practice.daybook.folder());
    let mut read = connection
        .prepare("SELECT note FROM audit WHERE action = 'printed' AND record IS NULL ORDER BY seq")
        .expect("the test can look behind");
    let notes: Vec<String> = read
        .query_map([], |row| row.get(0))
        .expect("the test can look behind")
        .map(|one| one.expect("a row"))
        .collect();
    assert_eq!(
        notes,
        [
            "month 2026-11",
            "provider-week 2026-11-24",
            "unconfirmed 2026-11-24",
            "routing 2026-11-24",
            "power-cut 2026-11-24"
        ]
    );
}

#[test]
fn s5_plans_of_a_day_a_week_and_a_power_cut_show_what_time_is_blocked() {
    let mut practice = TestPractice::new();
    let (_, _) = zoe(&mut practice);
    let all = practice.ok("practice.get", Value::Null);
    let kind = |name: &str| {
        let kinds = all["block_out_types"].as_array().expect("a list");
        let found = kinds.iter().find(|kind| kind["name"] == name);
        text(&found.expect("a practice begins with it")["id"])
    };
    let haas = practice.id("providers", 0);
    let other = practice.id("providers", 1);
    for (kind, provider, from, to, note) in [
        (
            kind("Meeting"),
            &haas,
            "12:00",
            "13:00",
            "With the laboratory",
        ),
        (kind("Kept for emergencies"), &haas, "14:00", "15:00", ""),
        (
            kind("Note"),
            &other,
            "15:00",
            "16:00",
            "The compressor is serviced",
        ),
    ] {
        practice.ok(
            "block_out.save",
            json!({
                "id": null, "days": {"which": "all"}, "kind": kind, "provider": provider, "chair": null,
                "first": "2026-11-24", "from": from, "to": to, "repeat": {"how": "once"},
                "note": note, "accept": false,
            }),
        );
    }
    let of_haas = [
        "Meeting",
        "With the laboratory",
        "Kept for emergencies",
        "kept for Emergency",
    ];
    for (what, more) in [
        ("day", json!({})),
        ("power_cut", json!({})),
        ("week", json!({})),
        ("provider_week", json!({"provider": haas})),
    ] {
        let Some(text) = read(&mut practice, print(what, "2026-11-24", more)) else {
            return;
        };
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        for said in of_haas {
            assert!(text.contains(said), "{said} is not on the {what}: {text}");
        }
        let others = text.contains("compressor");
        assert_eq!(others, what != "provider_week", "{what}: {text}");
        assert!(text.contains("Zoé Marie"), "{what}: {text}");
    }
}

#[test]
fn s6_the_plan_of_a_closed_day_says_that_it_is_closed_and_why() {
    let mut practice = TestPractice::new();
    practice.ok(
        "closure.save",
        json!({"id": null, "from": "2026-12-01", "to": "2026-12-01", "name": "Independence day"}),
    );
    let page = read(&mut practice, print("day", "2026-12-01", json!({})));
    assert!(
        page.as_deref()
            .is_none_or(|page| page.contains("Closed on this day: Independence day.")),
        "{page:?}"
    );
    let page = read(&mut practice, print("day", "2026-12-02", json!({})));
    assert!(
        page.as_deref()
            .is_none_or(|page| page.contains("Nothing is booked on this day.")),
        "{page:?}"
    );
}
