//! The outbox and what is planned from, in the file.

use super::OutboxMessage;
use crate::tests::{made, now, patient, visit, with_visits};
use crate::{Change, Error, Result, Store};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use domain::audit::{Action, Actor};
use domain::messages::{
    About, Answered, Attempt, CalendarEvent, Channel, Consent, ConsentKind, Invitation, LastTold,
    Letter, MessageKind, MessageText, Method, Part, Planned, Recipient, Sending, Settings, Stop,
    StopBy, default_rules,
};
use domain::{
    Appointment, AppointmentId, MessageTextId, OutboxId, PatientId, ReminderRuleId, WallTime, Zone,
};
use std::collections::BTreeSet;
use uuid::Uuid;

fn write<T>(
    store: &mut Store,
    at: DateTime<Utc>,
    work: impl FnOnce(&mut Change<'_>) -> Result<T>,
) -> Result<T> {
    let actor = Actor("test".to_owned());
    Ok(store.write::<_, Error>(&actor, at, work)?.0)
}

fn zone() -> Zone {
    Zone::named("Europe/Berlin").unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn days(all: &[&str]) -> BTreeSet<NaiveDate> {
    all.iter().map(|one| day(one)).collect()
}

/// About visit 11 where it stands.
fn message(id: u128, start: &str, sending: Sending) -> OutboxMessage {
    let start = WallTime::once(start.parse().unwrap());
    OutboxMessage {
        id: OutboxId(Uuid::from_u128(id)),
        message: Planned {
            kind: MessageKind::Reminder,
            parts: vec![Part {
                patient: PatientId(Uuid::from_u128(1)),
                about: About::Visit {
                    appointment: AppointmentId(Uuid::from_u128(11)),
                    start,
                },
                rule: ReminderRuleId(Uuid::from_u128(5)),
            }],
            channel: Channel::Email,
            recipient: Recipient::Person(PatientId(Uuid::from_u128(1))),
            address: "ada@example.org".to_owned(),
            send_at: now(),
            until: now() + TimeDelta::hours(24),
            arrival: None,
        },
        sending,
        due: now(),
        why: None,
        made: now(),
        letter: None,
    }
}

fn with_a_visit() -> (tempfile::TempDir, Store) {
    let (folder, mut store) = made();
    with_visits(&mut store, &[visit(11, "2026-11-24T10:00:00", 30)]);
    (folder, store)
}

#[test]
fn m1_what_is_in_the_outbox_once_cannot_be_put_there_again_until_it_was_withdrawn() {
    let (_folder, mut store) = with_a_visit();
    let first = message(21, "2026-11-24T10:00:00", Sending::Planned);
    let second = message(22, "2026-11-24T10:00:00", Sending::Planned);
    write(&mut store, now(), |change| {
        change.put_outbox(&first, zone())
    })
    .unwrap();
    write(&mut store, now(), |change| {
        change.put_outbox(&second, zone())
    })
    .unwrap_err();
    let moved = message(23, "2026-11-25T10:00:00", Sending::Planned);
    write(&mut store, now(), |change| {
        change.put_outbox(&moved, zone())
    })
    .unwrap();
    write(&mut store, now(), |change| {
        let withdrawn = OutboxMessage {
            sending: Sending::Withdrawn { at: now() },
            ..first.clone()
        };
        change.put_outbox(&withdrawn, zone())?;
        change.put_outbox(&second, zone())
    })
    .unwrap();
    let due: Vec<_> = store.outbox_due(now()).unwrap();
    assert_eq!(due, [second, moved]);
    assert_eq!(store.outbox_due(now() - TimeDelta::minutes(1)).unwrap(), []);
}

#[test]
fn message_id_and_date_are_there_again_when_the_file_is_opened_anew() {
    let (_folder, mut store) = with_a_visit();
    let attempt = Attempt {
        number: 2,
        message_id: "<1@daybook>".to_owned(),
        date: now(),
        perhaps_there: true,
    };
    let claimed = message(21, "2026-11-24T10:00:00", Sending::Claimed { attempt });
    write(&mut store, now(), |change| {
        change.put_outbox(&claimed, zone())
    })
    .unwrap();
    assert_eq!(store.outbox_claimed().unwrap(), [claimed]);
    assert_eq!(store.outbox_due(now()).unwrap(), []);
}

#[test]
fn a_visit_is_told_with_when_it_came_to_stand_where_it_stands() {
    let (_folder, mut store) = with_a_visit();
    let placed = |store: &Store, date| {
        let facts = store.message_facts(&days(&[date])).unwrap();
        facts.visits.first().map(|(_, placed, _)| *placed)
    };
    assert_eq!(placed(&store, "2026-11-24"), Some(now()));
    let later = now() + TimeDelta::hours(1);
    let update = |store: &mut Store, work: fn(&mut Appointment)| {
        let mut visit = store
            .appointment(AppointmentId(Uuid::from_u128(11)))
            .unwrap()
            .unwrap();
        work(&mut visit);
        write(store, later, |change| {
            change.update_appointment(&visit, zone(), Action::Changed, "")
        })
        .unwrap();
    };
    update(&mut store, |visit| visit.minutes = 45);
    assert_eq!(
        placed(&store, "2026-11-24"),
        Some(now()),
        "it stands where it stood"
    );
    update(&mut store, |visit| {
        visit.start = WallTime::once("2026-11-25T10:00:00".parse().unwrap());
    });
    assert_eq!(placed(&store, "2026-11-24"), None);
    assert_eq!(placed(&store, "2026-11-25"), Some(later));
}

#[test]
fn what_went_out_about_a_visit_is_known_where_it_stands_now() {
    let (_folder, mut store) = with_a_visit();
    let of_old = message(21, "2026-11-20T10:00:00", Sending::Planned);
    write(&mut store, now(), |change| {
        change.put_outbox(&of_old, zone())
    })
    .unwrap();
    let on = |date| store.message_facts(&days(&[date])).unwrap().outbox.len();
    assert_eq!(
        (on("2026-11-20"), on("2026-11-24"), on("2026-11-21")),
        (1, 1, 0)
    );
    let looked_at = store.message_days(day("2026-11-23")).unwrap();
    assert_eq!(looked_at, days(&["2026-11-20", "2026-11-24"]));
}

#[test]
fn rules_settings_consents_and_stops_are_kept_and_stand_in_the_trail() {
    let (_folder, mut store) = with_a_visit();
    let mut number = 100;
    let rules = default_rules(
        || {
            number += 1;
            ReminderRuleId(Uuid::from_u128(number))
        },
        now(),
    );
    let consent = Consent {
        patient: PatientId(Uuid::from_u128(1)),
        channel: Channel::Sms,
        kind: ConsentKind::Appointments,
        answered: Answered::No,
        source: "form at the desk".to_owned(),
        at: now(),
    };
    let stop = Stop {
        channel: Channel::Sms,
        address: "+49 170 1234567".to_owned(),
        since: now(),
        by: StopBy::Reply,
        words: "STOP".to_owned(),
    };
    assert_eq!(store.message_settings().unwrap(), None);
    let quieter = Settings {
        channels: vec![Channel::Email],
        ..Settings::default()
    };
    write(&mut store, now(), |change| {
        for rule in &rules {
            change.put_reminder_rule(rule, None)?;
        }
        change.put_message_settings(Uuid::from_u128(200), &Settings::default())?;
        change.put_message_settings(Uuid::from_u128(201), &quieter)?;
        change.add_consent(Uuid::from_u128(202), &consent)?;
        change.add_stop(Uuid::from_u128(203), &stop)
    })
    .unwrap();
    assert_eq!(store.reminder_rules().unwrap(), rules);
    assert_eq!(store.message_settings().unwrap(), Some(quieter));
    let facts = store.message_facts(&days(&["2026-11-24"])).unwrap();
    assert_eq!((facts.consents, facts.stops), (vec![consent], vec![stop]));
    assert_eq!(facts.people, [patient(1)]);
    assert!(store.check().iter().all(|finding| finding.wrong.is_none()));
    store
        .connection
        .execute("UPDATE consent SET answered = 'yes'", [])
        .unwrap();
    assert!(store.check().iter().any(|finding| finding.wrong.is_some()));
}

#[test]
fn a_text_of_the_practices_own_is_kept_once_and_stands_in_the_trail() {
    let (_folder, mut store) = made();
    let text = |id, body: &str| MessageText {
        id: MessageTextId(Uuid::from_u128(id)),
        kind: MessageKind::Reminder,
        channel: Channel::Email,
        language: if id == 1 { "de" } else { "DE" }.to_owned(),
        subject: "{day}".to_owned(),
        body: body.to_owned(),
    };
    let first = text(1, "{names}");
    let changed = text(1, "{names}, {arrival}");
    write(&mut store, now(), |change| {
        change.put_message_text(&first, None)?;
        change.put_message_text(&changed, Some(&first))
    })
    .unwrap();
    write(&mut store, now(), |change| {
        change.put_message_text(&text(2, "{names}"), None)
    })
    .unwrap_err();
    assert_eq!(
        store.message_texts().unwrap(),
        std::slice::from_ref(&changed)
    );
    assert!(store.check().iter().all(|finding| finding.wrong.is_none()));
    store
        .connection
        .execute("UPDATE message_text SET body = '{treatment}'", [])
        .unwrap();
    assert!(store.check().iter().any(|finding| finding.wrong.is_some()));
    write(&mut store, now(), |change| {
        change.remove_message_text(&changed)
    })
    .unwrap();
    assert_eq!(store.message_texts().unwrap(), []);
    assert!(store.check().iter().all(|finding| finding.wrong.is_none()));
}

#[test]
fn what_was_said_and_what_calendars_were_told_is_kept() {
    let (_folder, mut store) = with_a_visit();
    let visit = AppointmentId(Uuid::from_u128(11));
    let event = CalendarEvent {
        method: Method::Request,
        start: now(),
        end: now() + TimeDelta::minutes(30),
    };
    let told = LastTold { sequence: 0, event };
    let later = LastTold {
        sequence: 1,
        ..told
    };
    let said = OutboxMessage {
        letter: Some(Letter {
            answers: Vec::new(),
            language: "en".to_owned(),
            sender: "Park Practice".to_owned(),
            to: "Ada".to_owned(),
            subject: "Tomorrow".to_owned(),
            text: "At ten.".to_owned(),
            invitations: vec![Invitation {
                appointment: visit,
                sequence: 0,
                event,
                zone: zone(),
                summary: "Appointment".to_owned(),
            }],
        }),
        ..message(21, "2026-11-24T10:00:00", Sending::Planned)
    };
    write(&mut store, now(), |change| {
        assert_eq!(change.last_told(visit)?, None);
        change.put_told(visit, told)?;
        assert_eq!(change.last_told(visit)?, Some(told));
        change.put_told(visit, later)?;
        assert_eq!(change.last_told(visit)?, Some(later));
        change.put_outbox(&said, zone())
    })
    .unwrap();
    assert_eq!(store.outbox(9).unwrap(), [said]);
}

#[test]
fn one_sends_at_a_time_and_a_turn_that_was_never_given_back_ends() {
    let (_folder, mut store) = made();
    let (one, other) = (Uuid::from_u128(1), Uuid::from_u128(2));
    let take = |store: &mut Store, holder, at: DateTime<Utc>| {
        write(store, at, |change| {
            change.take_sender(holder, at, at + TimeDelta::minutes(5))
        })
        .unwrap()
    };
    assert!(take(&mut store, one, now()));
    assert!(!take(&mut store, other, now()));
    assert!(take(&mut store, one, now() + TimeDelta::minutes(4)));
    assert!(!take(&mut store, other, now() + TimeDelta::minutes(8)));
    let late = now() + TimeDelta::minutes(9);
    let keeps = |store: &mut Store, holder| {
        let until = late + TimeDelta::minutes(5);
        write(store, late, |change| {
            change.keep_sender(holder, late, until)
        })
        .unwrap()
    };
    assert!(!keeps(&mut store, one), "it is over");
    assert!(take(&mut store, other, late));
    assert!(keeps(&mut store, other) && !keeps(&mut store, one));
    write(&mut store, now(), |change| change.release_sender(one)).unwrap();
    assert!(!take(&mut store, one, now() + TimeDelta::minutes(10)));
    write(&mut store, now(), |change| change.release_sender(other)).unwrap();
    assert!(take(&mut store, one, now() + TimeDelta::minutes(10)));
    // One clock goes a little slow, and one was wrong by a day.
    assert!(!take(&mut store, other, now() + TimeDelta::minutes(6)));
    assert!(take(&mut store, other, now() - TimeDelta::days(1)));
}

#[test]
fn what_is_wrong_with_the_outbox_is_found() {
    for (sql, told) in [
        ("UPDATE outbox SET state = 'accepted'", "another state"),
        ("UPDATE outbox SET message = '{'", "cannot be read"),
        ("UPDATE outbox SET letter = NULL", "without words"),
        ("DELETE FROM outbox_part", "other parts"),
        ("UPDATE outbox_part SET live = 0", "other parts"),
        (
            "UPDATE outbox_part SET recipient = '\"desk\"'",
            "other parts",
        ),
        (
            "UPDATE outbox SET sending = replace(sending, '<1@daybook>', '')",
            "under an id",
        ),
    ] {
        let (_folder, mut store) = with_a_visit();
        let attempt = Attempt {
            number: 1,
            message_id: "<1@daybook>".to_owned(),
            date: now(),
            perhaps_there: false,
        };
        let claimed = OutboxMessage {
            letter: Some(Letter {
                language: "en".to_owned(),
                sender: "Park Practice".to_owned(),
                to: "Ada".to_owned(),
                subject: "Tomorrow".to_owned(),
                text: "At ten.".to_owned(),
                invitations: Vec::new(),
                answers: Vec::new(),
            }),
            ..message(21, "2026-11-24T10:00:00", Sending::Claimed { attempt })
        };
        write(&mut store, now(), |change| {
            change.put_outbox(&claimed, zone())
        })
        .unwrap();
        let wrong = |store: &Store| {
            let found = store.check().into_iter();
            let all: Vec<String> = found.filter_map(|finding| finding.wrong).collect();
            all.join("; ")
        };
        assert_eq!(wrong(&store), "", "sound before {sql}");
        store.connection.execute_batch(sql).unwrap();
        assert!(wrong(&store).contains(told), "{sql}: {}", wrong(&store));
    }
}

#[test]
fn what_went_is_found_by_its_index_in_the_order_in_which_it_went() {
    let (_folder, mut store) = with_a_visit();
    let attempt = Attempt {
        number: 1,
        message_id: "<1@daybook>".to_owned(),
        date: now(),
        perhaps_there: false,
    };
    let hour = TimeDelta::hours(1);
    let accepted = |at| Sending::Accepted {
        attempt: attempt.clone(),
        at,
    };
    let withdrawn = Sending::Withdrawn { at: now() };
    let again = Sending::Transient {
        attempt: attempt.clone(),
        next: now() + hour,
        what: String::new(),
    };
    let all = [
        message(21, "2026-11-24T10:00:00", accepted(now() + hour)),
        message(22, "2026-11-24T11:00:00", accepted(now() + hour + hour)),
        message(23, "2026-11-24T12:00:00", Sending::Planned),
        message(24, "2026-11-24T13:00:00", withdrawn.clone()),
        message(25, "2026-11-24T14:00:00", again),
    ];
    write(&mut store, now(), |change| {
        for one in &all {
            change.put_outbox(one, zone())?;
        }
        // It was handed over once, before it was withdrawn.
        let gone = message(25, "2026-11-24T14:00:00", withdrawn);
        change.put_outbox(&gone, zone())
    })
    .unwrap();
    let gone = store.outbox_gone(9).unwrap();
    let ids: Vec<u128> = gone.iter().map(|one| one.id.0.as_u128()).collect();
    assert_eq!(ids, [22, 21, 25]);
    let plan = format!("EXPLAIN QUERY PLAN {}", super::outbox::GONE);
    let mut read = store.connection.prepare(&plan).unwrap();
    let steps = read.query_map([], |row| row.get::<_, String>(3)).unwrap();
    let steps: Vec<String> = steps.map(|step| step.unwrap()).collect();
    assert!(
        steps.len() == 1 && steps[0].contains("outbox_went"),
        "{steps:?}"
    );
}
