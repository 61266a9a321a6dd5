//! All messages of one patient: "why did she get it?", and "why did she not?".

use super::in_full::{InFull, MessageInFull};
use super::known::{Known, NO_BIRTHDAYS, wishes_well};
use crate::desk::Desk;
use crate::error::{Error, Result};
use chrono::{DateTime, Datelike, Days, NaiveDate, Utc};
use domain::audit::{Action, RecordKind};
use domain::messages::{About, Part, Recipient, Stage, birthday};
use domain::{Patient, PatientId};
use std::collections::BTreeSet;
use store::OutboxMessage;

/// Days back from today on which it is still told why nothing went out of a visit. What is in the
/// outbox is told for ever.
const BACK: Days = Days::new(30);

/// What is to go, waits, went out or does not go out to a patient or about them; the newest first.
/// The trail gets a line that it was read (K1).
pub fn of_patient(
    desk: &mut Desk,
    patient: PatientId,
    now: DateTime<Utc>,
) -> Result<Vec<MessageInFull>> {
    let found = read(desk, patient, now)?;
    desk.note_reading(
        Action::Read,
        RecordKind::Patient,
        Some(patient.0),
        "messages",
    )?;
    Ok(found)
}

fn read(desk: &Desk, patient: PatientId, now: DateTime<Utc>) -> Result<Vec<MessageInFull>> {
    let store = &desk.store;
    let person = store.patient(patient)?;
    let person = person.ok_or(Error::NotFound("patient"))?;
    let outbox = store.outbox_of(patient)?;
    let mut days = days(desk, &person, &outbox, now)?;
    let birthday = next_birthday(desk, &person, &outbox, now)?;
    days.extend(birthday);
    let birthdays = birthday.map_or(NO_BIRTHDAYS, |day| (day, day));
    let known = Known::of_days(store, &days, birthdays)?;
    let plan = known.plan(now);
    let is_theirs = |part: &Part| part.patient == patient;
    let in_full = InFull::new(desk, now);
    let mut found = Vec::new();
    for one in &outbox {
        // The plan says of it why it goes no more.
        if plan.withdraw.iter().all(|gone| gone.outbox != one.id) {
            found.push(in_full.queued(one)?);
        }
    }
    for one in &plan.send {
        let to_them = one.recipient == Recipient::Person(patient);
        if to_them || one.parts.iter().any(is_theirs) {
            found.push(in_full.planned(one)?);
        }
    }
    for one in plan.unsent.iter().filter(|one| is_theirs(&one.part)) {
        // Once withdrawn for a reason, that is the one that is told.
        let told = |there: &&OutboxMessage| {
            there.sending.stage() == Stage::Void
                && there
                    .message
                    .parts
                    .iter()
                    .any(|part| part.about == one.part.about && part.rule == one.part.rule)
        };
        if outbox.iter().find(told).is_none() {
            found.push(in_full.unsent(one)?);
        }
    }
    found.sort_by_key(|one| {
        let first = one.row.about.first();
        let start = first.and_then(|about| about.start);
        let sent = one.row.send_at.map(|at| known.zone.wall(at).at);
        std::cmp::Reverse(sent.or(start))
    });
    Ok(found)
}

/// The days of their visits that may still have something to be said, and of what waits.
fn days(
    desk: &Desk,
    patient: &Patient,
    outbox: &[OutboxMessage],
    now: DateTime<Utc>,
) -> Result<BTreeSet<NaiveDate>> {
    let zone = desk.setup()?.zone();
    let today = zone.date(now);
    let first = today.checked_sub_days(BACK).unwrap_or(today);
    let visits = desk.store.appointments_of(patient.id)?;
    let mut days: BTreeSet<NaiveDate> = visits
        .iter()
        .map(|visit| visit.start.date())
        .filter(|day| *day >= first)
        .collect();
    for one in outbox
        .iter()
        .filter(|one| one.sending.stage() == Stage::Waiting)
    {
        days.extend(one.message.parts.iter().map(|part| part.about.day(zone)));
    }
    Ok(days)
}

/// The birthday of which something waits, or else the next one, when wishes go out.
fn next_birthday(
    desk: &Desk,
    patient: &Patient,
    outbox: &[OutboxMessage],
    now: DateTime<Utc>,
) -> Result<Option<NaiveDate>> {
    if !wishes_well(&desk.store.reminder_rules()?) {
        return Ok(None);
    }
    let waiting = outbox
        .iter()
        .filter(|one| one.sending.stage() == Stage::Waiting)
        .flat_map(|one| &one.message.parts)
        .find_map(|part| match part.about {
            About::Birthday { date, .. } => Some(date),
            _ => None,
        });
    let today = desk.setup()?.zone().date(now);
    let years = [today.year(), today.year().saturating_add(1)];
    let next = patient.birth_date.and_then(|born| {
        let all = years.into_iter().filter_map(|year| birthday(born, year));
        all.into_iter().find(|day| *day >= today)
    });
    Ok(waiting.or(next))
}
