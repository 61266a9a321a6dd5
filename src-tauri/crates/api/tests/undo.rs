//! Taking back and doing again, through the command list: S10.

use proptest::prelude::*;
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

fn moving(visit: &Value, start: &str) -> Value {
    json!({
        "id": visit["id"], "revision": visit["revision"], "start": start, "second_pass": false,
        "provider": null, "chair": null, "minutes": null, "overbook": false,
    })
}

fn get(practice: &mut TestPractice, visit: &Value) -> Value {
    practice.ok("appointment.get", json!({"id": visit["id"]}))
}

fn undo(practice: &mut TestPractice) -> Value {
    practice.ok("undo", Value::Null)["what"].clone()
}

fn redo(practice: &mut TestPractice) -> Value {
    practice.ok("redo", Value::Null)["what"].clone()
}

fn sound(practice: &mut TestPractice) {
    let findings = practice.ok("doctor.run", Value::Null);
    assert_eq!(findings["ok"], true, "{findings}");
}

fn household(practice: &mut TestPractice, members: &[&str], name: &str) -> Value {
    practice.ok(
        "household.save",
        json!({"id": null, "name": name, "guarantor": members[0], "members": members}),
    )
}

fn member_of(practice: &mut TestPractice, patient: &str) -> Value {
    practice.ok("patient.get", json!({"id": patient}))["fields"]["household"].clone()
}

#[test]
fn s10_what_was_taken_back_is_done_again_step_by_step() {
    let (mut practice, ada, _) = desk();
    let visit = book(&mut practice, &ada, "2026-11-24T10:00");
    practice.ok("appointment.move", moving(&visit, "2026-11-24T11:00"));
    practice.ok(
        "appointment.cancel",
        json!({"id": visit["id"], "reason": "flu", "by_practice": false}),
    );
    for _ in 0..3 {
        undo(&mut practice);
    }
    let day = practice.day("2026-11-24");
    assert_eq!(day["appointments"], json!([]));
    let booked = redo(&mut practice);
    assert_eq!(booked["change"], "booking");
    assert_eq!(booked["names"], json!(["Ada Berg"]));
    assert_eq!(booked["start"], "2026-11-24T10:00");
    assert_eq!(redo(&mut practice)["start"], "2026-11-24T11:00");
    assert_eq!(redo(&mut practice)["change"], "cancellation");
    assert_eq!(redo(&mut practice), Value::Null);
    let there = get(&mut practice, &visit);
    assert_eq!(
        (&there["status"], &there["ended_reason"]),
        (&json!("cancelled"), &json!("flu"))
    );
    assert_eq!(undo(&mut practice)["change"], "cancellation");
    assert_eq!(get(&mut practice, &visit)["start"], "2026-11-24T11:00");
    sound(&mut practice);
}

#[test]
fn s10_something_new_ends_what_could_be_done_again() {
    let (mut practice, ada, ben) = desk();
    book(&mut practice, &ada, "2026-11-24T10:00");
    undo(&mut practice);
    book(&mut practice, &ben, "2026-11-24T11:00");
    assert_eq!(redo(&mut practice), Value::Null);
}

#[test]
fn s10_doing_again_is_refused_where_the_place_was_given_away_and_the_step_is_spent() {
    let (mut practice, ada, ben) = desk();
    let visit = book(&mut practice, &ada, "2026-11-24T10:00");
    practice.ok("appointment.move", moving(&visit, "2026-11-24T11:00"));
    undo(&mut practice);
    let mut other = practice.second(2);
    let request = practice.booking(&ben, "2026-11-24T11:00");
    rpc(&mut other, "appointment.book", request).unwrap();
    let error = practice.rpc("redo", Value::Null).unwrap_err();
    assert_eq!(error["code"], "clash");
    assert_eq!(error["clashes"][0]["patient_name"], "Ben Cole");
    assert_eq!(get(&mut practice, &visit)["start"], "2026-11-24T10:00");
    assert_eq!(redo(&mut practice), Value::Null, "it was spent");
    assert_eq!(undo(&mut practice)["change"], "booking");
    sound(&mut practice);
}

#[test]
fn s10_what_somebody_else_changed_meanwhile_is_not_taken_back_but_the_step_before_is() {
    let (mut practice, ada, ben) = desk();
    let first = book(&mut practice, &ada, "2026-11-24T10:00");
    let second = book(&mut practice, &ben, "2026-11-24T11:00");
    let mut other = practice.second(2);
    rpc(
        &mut other,
        "appointment.move",
        moving(&second, "2026-11-24T12:00"),
    )
    .unwrap();
    assert_eq!(practice.refused("undo", Value::Null), "stale");
    assert_eq!(get(&mut practice, &second)["start"], "2026-11-24T12:00");
    assert_eq!(undo(&mut practice)["names"], json!(["Ada Berg"]));
    assert_eq!(
        practice.refused("appointment.get", json!({"id": first["id"]})),
        "not_found"
    );
}

#[test]
fn s10_notes_beside_a_visit_that_was_booked_knowingly_over_it_can_be_taken_back() {
    let (mut practice, ada, ben) = desk();
    let visit = book(&mut practice, &ada, "2026-11-24T10:00");
    let noted =
        |notes: &str| json!({"id": visit["id"], "revision": 0, "kind": null, "notes": notes});
    practice.ok("appointment.edit", noted("brings a stick"));
    let mut other = practice.second(2);
    let mut over = practice.booking(&ben, "2026-11-24T10:00");
    over["overbook"] = json!(true);
    rpc(&mut other, "appointment.book", over).unwrap();
    assert_eq!(undo(&mut practice)["change"], "edit");
    assert_eq!(get(&mut practice, &visit)["notes"], "");
}

#[test]
fn s10_a_household_and_all_who_joined_it_go_back_as_one() {
    let (mut practice, ada, ben) = desk();
    let first = household(&mut practice, &[&ada], "Berg");
    let second = household(&mut practice, &[&ben, &ada], "Berg and Cole");
    assert_eq!(member_of(&mut practice, &ada), second["id"]);
    let back = undo(&mut practice);
    assert_eq!(
        (&back["change"], &back["names"]),
        (&json!("household"), &json!(["Berg and Cole"]))
    );
    assert_eq!(member_of(&mut practice, &ada), first["id"]);
    assert_eq!(member_of(&mut practice, &ben), Value::Null);
    redo(&mut practice);
    assert_eq!(member_of(&mut practice, &ada), second["id"]);
    assert_eq!(member_of(&mut practice, &ben), second["id"]);
    undo(&mut practice);
    undo(&mut practice);
    assert_eq!(member_of(&mut practice, &ada), Value::Null);
    sound(&mut practice);
}

#[test]
fn s10_half_a_household_is_never_taken_back() {
    let (mut practice, ada, ben) = desk();
    let made = household(&mut practice, &[&ada, &ben], "Berg and Cole");
    let mut other = practice.second(2);
    let page = rpc(&mut other, "patient.get", json!({"id": ben})).unwrap();
    let mut fields = page["fields"].clone();
    fields["notes"] = json!("prefers mornings");
    rpc(
        &mut other,
        "patient.save",
        json!({"id": ben, "revision": page["revision"], "accept_duplicate": false, "fields": fields}),
    )
    .unwrap();
    assert_eq!(practice.refused("undo", Value::Null), "stale");
    assert_eq!(member_of(&mut practice, &ada), made["id"]);
    assert_eq!(member_of(&mut practice, &ben), made["id"]);
}

#[test]
fn s10_what_is_known_of_a_patient_goes_back_and_a_new_patient_into_the_archive() {
    let (mut practice, ..) = desk();
    let page = {
        let id = practice.patient("Cleo", "Dorn", None);
        practice.ok("patient.get", json!({"id": id}))
    };
    let mut fields = page["fields"].clone();
    fields["family"] = json!("Dorner");
    let request = json!({"id": page["id"], "revision": page["revision"], "accept_duplicate": false, "fields": fields});
    practice.ok("patient.save", request);
    let back = undo(&mut practice);
    assert_eq!(
        (&back["change"], &back["names"]),
        (&json!("patient"), &json!(["Cleo Dorn"]))
    );
    let found = practice.ok("patient.search", json!({"text": "dorner", "limit": 5}));
    assert_eq!(found, json!([]), "the search follows");
    undo(&mut practice);
    let status = |practice: &mut TestPractice| {
        text(&practice.ok("patient.get", json!({"id": page["id"]}))["fields"]["status"])
    };
    assert_eq!(status(&mut practice), "archived");
    redo(&mut practice);
    assert_eq!(status(&mut practice), "active");
    sound(&mut practice);
}

#[test]
fn s10_a_new_patient_who_is_expected_stays() {
    let (mut practice, ..) = desk();
    let cleo = practice.patient("Cleo", "Dorn", None);
    let mut other = practice.second(2);
    let request = practice.booking(&cleo, "2026-11-24T10:00");
    rpc(&mut other, "appointment.book", request).unwrap();
    assert_eq!(practice.refused("undo", Value::Null), "refused");
    let page = practice.ok("patient.get", json!({"id": cleo}));
    assert_eq!(page["fields"]["status"], "active");
}

#[test]
fn s10_parts_of_the_practice_are_taken_back_unless_somebody_uses_them() {
    let (mut practice, ada, _) = desk();
    let chairs = |practice: &mut TestPractice| -> Vec<String> {
        let all = practice.ok("practice.get", Value::Null)["chairs"].clone();
        all.as_array()
            .unwrap()
            .iter()
            .map(|one| text(&one["name"]))
            .collect()
    };
    let new =
        |id: Value, name: &str| json!({"id": id, "name": name, "hours": null, "active": true});
    practice.ok("chair.save", new(Value::Null, "Chair 3"));
    let third = practice.id("chairs", 2);
    practice.ok("chair.save", new(json!(third), "Window"));
    assert_eq!(undo(&mut practice)["names"], json!(["Chair 3"]));
    assert_eq!(chairs(&mut practice), ["Chair 1", "Chair 2", "Chair 3"]);
    undo(&mut practice);
    assert_eq!(chairs(&mut practice), ["Chair 1", "Chair 2"]);
    redo(&mut practice);
    redo(&mut practice);
    assert_eq!(chairs(&mut practice), ["Chair 1", "Chair 2", "Window"]);
    undo(&mut practice);
    let mut other = practice.second(2);
    let mut request = practice.booking(&ada, "2026-11-24T10:00");
    request["chair"] = json!(third);
    rpc(&mut other, "appointment.book", request).unwrap();
    assert_eq!(practice.refused("undo", Value::Null), "refused");
    assert_eq!(chairs(&mut practice), ["Chair 1", "Chair 2", "Chair 3"]);
    sound(&mut practice);
}

#[test]
fn s10_the_trail_says_what_was_taken_back_and_done_again() {
    let (mut practice, ada, _) = desk();
    household(&mut practice, &[&ada], "Berg");
    undo(&mut practice);
    redo(&mut practice);
    let page = practice.ok("patient.get", json!({"id": ada}));
    let actions: Vec<String> = page["history"]
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| text(&entry["action"]))
        .filter(|action| action != "read")
        .collect();
    assert_eq!(actions, ["redone", "undone", "changed", "created"]);
}

/// One press at the desk; numbers choose among what is there.
#[derive(Debug, Clone)]
enum Press {
    Book {
        patient: usize,
        quarter: u8,
        day: u8,
    },
    Move {
        visit: usize,
        quarter: u8,
        day: u8,
    },
    Cancel {
        visit: usize,
    },
    Note {
        visit: usize,
        text: String,
    },
    Household {
        members: u8,
        again: bool,
    },
    Phone {
        patient: usize,
        number: String,
    },
    Closure {
        day: u8,
    },
    RemoveClosure {
        which: usize,
    },
    Chair {
        which: usize,
        name: String,
    },
}

fn press() -> impl Strategy<Value = Press> {
    prop_oneof![
        3 => (0..4usize, 0..38u8, 0..3u8).prop_map(|(patient, quarter, day)| Press::Book { patient, quarter, day }),
        3 => (0..8usize, 0..38u8, 0..3u8).prop_map(|(visit, quarter, day)| Press::Move { visit, quarter, day }),
        1 => (0..8usize).prop_map(|visit| Press::Cancel { visit }),
        1 => (0..8usize, "[a-z]{0,6}").prop_map(|(visit, text)| Press::Note { visit, text }),
        1 => (0..16u8, any::<bool>()).prop_map(|(members, again)| Press::Household { members, again }),
        1 => (0..4usize, "[0-9]{3,8}").prop_map(|(patient, number)| Press::Phone { patient, number }),
        1 => (0..5u8).prop_map(|day| Press::Closure { day }),
        1 => (0..3usize).prop_map(|which| Press::RemoveClosure { which }),
        1 => (0..3usize, "[A-D]").prop_map(|(which, name)| Press::Chair { which, name }),
    ]
}

struct Desk {
    practice: TestPractice,
    people: Vec<String>,
}

impl Desk {
    fn at(day: u8, quarter: u8) -> String {
        let minutes = 8 * 60 + u32::from(quarter) * 15;
        format!(
            "2026-11-{}T{:02}:{:02}",
            24 + day,
            minutes / 60,
            minutes % 60
        )
    }

    /// Every visit that was ever booked and is there, in the order of ids.
    fn visits(&mut self) -> Vec<Value> {
        let mut found = Vec::new();
        for id in self.people.clone() {
            let page = self.practice.ok("patient.get", json!({"id": id}));
            found.extend(
                page["appointments"]
                    .as_array()
                    .into_iter()
                    .flatten()
                    .cloned(),
            );
        }
        found.sort_by_key(|visit| text(&visit["id"]));
        found
    }

    /// All that the desk can see, without revisions, which only ever go up, and the trail.
    fn seen(&mut self) -> Value {
        let mut practice = self.practice.ok("practice.get", Value::Null);
        practice["now"] = Value::Null;
        let mut people = Vec::new();
        for id in self.people.clone() {
            let mut page = self.practice.ok("patient.get", json!({"id": id}));
            for field in ["revision", "history"] {
                page[field] = Value::Null;
            }
            for visit in page["appointments"].as_array_mut().into_iter().flatten() {
                visit["revision"] = Value::Null;
            }
            people.push(page);
        }
        json!({"practice": practice, "people": people})
    }

    /// Whether it was done: much of what is pressed at random is refused.
    fn press(&mut self, press: &Press) {
        let visit_of = |desk: &mut Self, which: usize| {
            let visits = desk.visits();
            (!visits.is_empty()).then(|| visits[which % visits.len()].clone())
        };
        let (name, request) = match press {
            Press::Book {
                patient,
                quarter,
                day,
            } => {
                let patient = self.people[*patient].clone();
                let request = self.practice.booking(&patient, &Self::at(*day, *quarter));
                ("appointment.book", request)
            }
            Press::Move {
                visit,
                quarter,
                day,
            } => {
                let Some(visit) = visit_of(self, *visit) else {
                    return;
                };
                (
                    "appointment.move",
                    moving(&visit, &Self::at(*day, *quarter)),
                )
            }
            Press::Cancel { visit } => {
                let Some(visit) = visit_of(self, *visit) else {
                    return;
                };
                let request = json!({"id": visit["id"], "reason": "flu", "by_practice": true});
                ("appointment.cancel", request)
            }
            Press::Note { visit, text } => {
                let Some(visit) = visit_of(self, *visit) else {
                    return;
                };
                let request = json!({"id": visit["id"], "revision": visit["revision"], "kind": null, "notes": text});
                ("appointment.edit", request)
            }
            Press::Household { members, again } => {
                let first = self.people[0].clone();
                let id = if *again {
                    member_of(&mut self.practice, &first)
                } else {
                    Value::Null
                };
                let members: Vec<&String> = (0..4)
                    .filter(|place| members & (1 << place) != 0)
                    .map(|place| &self.people[place])
                    .collect();
                let request = json!({"id": id, "name": "Home", "guarantor": members.first(), "members": members});
                ("household.save", request)
            }
            Press::Phone { patient, number } => {
                let id = self.people[*patient].clone();
                let page = self.practice.ok("patient.get", json!({"id": id}));
                let mut fields = page["fields"].clone();
                fields["phones"] = json!([{"label": "home", "number": number}]);
                let request = json!({"id": id, "revision": page["revision"], "accept_duplicate": true, "fields": fields});
                ("patient.save", request)
            }
            Press::Closure { day } => {
                let date = format!("2026-12-{:02}", 1 + day);
                (
                    "closure.save",
                    json!({"id": null, "from": date, "to": date, "name": "Holiday"}),
                )
            }
            Press::RemoveClosure { which } => {
                let all = self.practice.ok("practice.get", Value::Null)["closures"].clone();
                let Some(closure) = all.get(*which) else {
                    return;
                };
                ("closure.remove", json!({"id": closure["id"]}))
            }
            Press::Chair { which, name } => {
                let id = if *which < 2 {
                    json!(self.practice.id("chairs", *which))
                } else {
                    Value::Null
                };
                (
                    "chair.save",
                    json!({"id": id, "name": name, "hours": null, "active": true}),
                )
            }
        };
        let _ = self.practice.rpc(name, request);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, max_shrink_iters: 60, ..ProptestConfig::default() })]

    #[test]
    fn s10_all_taken_back_is_the_start_and_all_done_again_is_the_end(
        presses in prop::collection::vec(press(), 1..22),
        turns in prop::collection::vec(any::<bool>(), 0..12),
    ) {
        let mut practice = TestPractice::new();
        let people = ["Ada", "Ben", "Cleo", "Dora"].map(|name| practice.patient(name, "Berg", None));
        let mut desk = Desk { practice, people: people.to_vec() };
        let start = desk.seen();
        for press in &presses {
            desk.press(press);
        }
        let end = desk.seen();
        let made = 4;
        let mut steps = 0;
        while desk.seen() != start {
            prop_assert!(undo(&mut desk.practice) != Value::Null, "nothing is left, and it is not the start");
            steps += 1;
        }
        // Here and there and back again changes nothing.
        for back in turns {
            let _ = if back && steps > 0 { redo(&mut desk.practice) } else { undo(&mut desk.practice) };
        }
        while redo(&mut desk.practice) != Value::Null {}
        prop_assert_eq!(desk.seen(), end);
        for _ in 0..presses.len() + made {
            undo(&mut desk.practice);
        }
        while redo(&mut desk.practice) != Value::Null {}
        sound(&mut desk.practice);
    }
}
