//! What messages are planned from, for some days: their visits, the people of those, and what is in
//! the outbox for them.

use super::consent::consents_of;
use super::outbox::{OutboxMessage, of_days};
use super::stop::stops;
use super::wish::wish_of;
use crate::appointment_row::{COLUMNS, WIDTH, of_row};
use crate::change::Change;
use crate::error::Result;
use crate::household::household;
use crate::left_out::LeftOut;
use crate::notice::pending_of;
use crate::open::Store;
use crate::patient::patient;
use crate::sql::{blob, date_of, date_text, ids, instant_of, text};
use chrono::{DateTime, NaiveDate, Utc};
use domain::audit::RecordKind;
use domain::messages::{Consent, ContactWish, Recipient, Stop};
use domain::{Appointment, Household, HouseholdId, Notice, OutboxId, Patient, PatientId};
use rusqlite::{Connection, Params};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// What is known of some whole days.
#[derive(Debug, Default)]
pub struct MessageFacts {
    /// Each with when it came to stand where it stands, and what its patient is to be told.
    pub visits: Vec<(Appointment, DateTime<Utc>, Option<Notice>)>,
    pub people: Vec<Patient>,
    pub households: Vec<Household>,
    pub wishes: Vec<ContactWish>,
    pub consents: Vec<Consent>,
    pub stops: Vec<Stop>,
    pub outbox: Vec<OutboxMessage>,
    /// Of whom something cannot be read, so that nothing is planned for them (S14). They are not
    /// among the people.
    unreadable: BTreeSet<PatientId>,
    left_out: Vec<LeftOut>,
}

impl Store {
    /// What messages about these days are planned from.
    pub fn message_facts(&self, days: &BTreeSet<NaiveDate>) -> Result<MessageFacts> {
        Ok(self.noting(facts(&self.connection, days)?))
    }

    fn noting(&self, mut facts: MessageFacts) -> MessageFacts {
        for left in std::mem::take(&mut facts.left_out) {
            self.leave_out(left);
        }
        facts
    }

    /// Adds whoever has a birthday from `from` to `to`, both included, with those who are written to
    /// for them.
    pub fn add_birthdays(
        &self,
        facts: &mut MessageFacts,
        from: NaiveDate,
        to: NaiveDate,
    ) -> Result<()> {
        birthdays(&self.connection, facts, from, to)?;
        *facts = self.noting(std::mem::take(facts));
        Ok(())
    }

    /// Beside the days in reach of the rules, those that planning has to look at.
    pub fn message_days(&self, today: NaiveDate) -> Result<BTreeSet<NaiveDate>> {
        days_to_plan(&self.connection, today)
    }
}

impl Change<'_> {
    /// What messages about these days are planned from.
    pub fn message_facts(&self, days: &BTreeSet<NaiveDate>) -> Result<MessageFacts> {
        facts(&self.sql, days)
    }

    /// Adds whoever has a birthday from `from` to `to`, both included, with those who are written to
    /// for them.
    pub fn add_birthdays(
        &self,
        facts: &mut MessageFacts,
        from: NaiveDate,
        to: NaiveDate,
    ) -> Result<()> {
        birthdays(&self.sql, facts, from, to)
    }

    /// Beside the days in reach of the rules, those that planning has to look at.
    pub fn message_days(&self, today: NaiveDate) -> Result<BTreeSet<NaiveDate>> {
        days_to_plan(&self.sql, today)
    }

    /// The days that a message speaks of, and those on which its visits stand by now.
    pub fn message_days_of(&self, id: OutboxId) -> Result<BTreeSet<NaiveDate>> {
        days(
            &self.sql,
            "SELECT day FROM outbox_part WHERE outbox = ?1
             UNION
             SELECT substr(a.start, 1, 10) FROM outbox_part p
             JOIN appointment a ON a.id = p.appointment WHERE p.outbox = ?1 AND a.removed = 0",
            [blob(id.0)],
        )
    }
}

fn days_to_plan(connection: &Connection, today: NaiveDate) -> Result<BTreeSet<NaiveDate>> {
    days(
        connection,
        "SELECT substr(a.start, 1, 10) FROM notice n JOIN appointment a ON a.id = n.appointment
         WHERE n.state = 'pending' AND a.removed = 0 AND a.start >= ?1
         UNION
         SELECT p.day FROM outbox o JOIN outbox_part p ON p.outbox = o.id WHERE o.state = 'planned'
         UNION
         SELECT substr(a.start, 1, 10) FROM outbox o JOIN outbox_part p ON p.outbox = o.id
         JOIN appointment a ON a.id = p.appointment WHERE o.state = 'planned' AND a.removed = 0",
        [date_text(today)],
    )
}

fn days(connection: &Connection, sql: &str, params: impl Params) -> Result<BTreeSet<NaiveDate>> {
    let mut read = connection.prepare_cached(sql)?;
    let mut rows = read.query(params)?;
    let mut found = BTreeSet::new();
    while let Some(row) = rows.next()? {
        // S14: a day that is none is nobody's to be planned.
        found.extend(text(row, 0).and_then(date_of));
    }
    Ok(found)
}

fn facts(connection: &Connection, days: &BTreeSet<NaiveDate>) -> Result<MessageFacts> {
    let mut found = MessageFacts {
        stops: stops(connection)?,
        ..MessageFacts::default()
    };
    let mut outbox = BTreeMap::new();
    for (from, to) in stretches(days) {
        visits(connection, from, to, &mut found.visits)?;
        let read = of_days(connection, from, to)?;
        outbox.extend(read.rows.into_iter().map(|one| (one.id, one)));
        for left in read.left_out {
            found.unreadable.extend(patients_of(connection, &left)?);
            found.left_out.push(left);
        }
    }
    found.outbox = outbox.into_values().collect();
    let mut wanted: BTreeSet<PatientId> = found
        .visits
        .iter()
        .map(|(visit, ..)| visit.patient)
        .collect();
    for one in &found.outbox {
        wanted.extend(one.message.parts.iter().map(|part| part.patient));
        if let Recipient::Person(who) = one.message.recipient {
            wanted.insert(who);
        }
    }
    people(connection, wanted, &mut found)?;
    Ok(found)
}

/// Whom a message speaks of that cannot be read. It may have gone out already, so that nothing is
/// planned beside it.
fn patients_of(connection: &Connection, left: &LeftOut) -> Result<Vec<PatientId>> {
    let Ok(id) = Uuid::parse_str(&left.id) else {
        return Ok(Vec::new());
    };
    let mut read =
        connection.prepare_cached("SELECT DISTINCT patient FROM outbox_part WHERE outbox = ?1")?;
    ids(&mut read, [blob(id)])
}

/// Those, whoever decides for them and whoever pays for their households.
fn people(
    connection: &Connection,
    mut wanted: BTreeSet<PatientId>,
    found: &mut MessageFacts,
) -> Result<()> {
    let mut known: BTreeSet<PatientId> = found.people.iter().map(|one| one.id).collect();
    known.extend(&found.unreadable);
    let mut homes: BTreeMap<HouseholdId, Household> = std::mem::take(&mut found.households)
        .into_iter()
        .map(|home| (home.id, home))
        .collect();
    while let Some(id) = wanted.pop_first() {
        if !known.insert(id) {
            continue;
        }
        match person(connection, id, &mut homes) {
            Ok(Some(person)) => {
                let Person {
                    patient,
                    guarantor,
                    wish,
                    consents,
                } = person;
                wanted.extend(patient.guardian);
                wanted.extend(guarantor);
                found.wishes.extend(wish);
                found.consents.extend(consents);
                found.people.push(patient);
            }
            Ok(None) => {}
            // S14: nothing is planned for them, and everybody else hears.
            Err(error) if error.is_of_record() => {
                found.unreadable.insert(id);
                found.left_out.push(LeftOut {
                    kind: RecordKind::Patient,
                    id: id.to_string(),
                    reason: error.detail(),
                });
            }
            Err(error) => return Err(error),
        }
    }
    found.households = homes.into_values().collect();
    Ok(())
}

/// A patient with what decides who is written to, and how.
struct Person {
    patient: Patient,
    guarantor: Option<PatientId>,
    wish: Option<ContactWish>,
    consents: Vec<Consent>,
}

/// All of it or nothing: without a wish or a no, something would go where it must not.
fn person(
    connection: &Connection,
    id: PatientId,
    homes: &mut BTreeMap<HouseholdId, Household>,
) -> Result<Option<Person>> {
    let Some(patient) = patient(connection, id)? else {
        return Ok(None);
    };
    if let Some(home) = patient.household
        && !homes.contains_key(&home)
        && let Some(home) = household(connection, home)?
    {
        homes.insert(home.id, home);
    }
    let home = patient.household.and_then(|home| homes.get(&home));
    Ok(Some(Person {
        guarantor: home.and_then(|home| home.guarantor),
        wish: wish_of(connection, id)?.map(|(_, wish)| wish),
        consents: consents_of(connection, id)?,
        patient,
    }))
}

fn birthdays(
    connection: &Connection,
    found: &mut MessageFacts,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<()> {
    let mut read = connection.prepare_cached(
        "SELECT id FROM patient
         WHERE substr(birth_date, 6) = ?1 AND status IN ('active', 'prospective')",
    )?;
    let mut days: BTreeSet<String> = BTreeSet::new();
    for day in from.iter_days().take_while(|day| *day <= to) {
        let of_year = day.format("%m-%d").to_string();
        // Whoever was born on 29 February has a birthday on the 28th in other years.
        if of_year == "02-28" {
            days.insert("02-29".to_owned());
        }
        days.insert(of_year);
    }
    let mut wanted: BTreeSet<PatientId> = BTreeSet::new();
    for day in days {
        wanted.extend(ids::<PatientId>(&mut read, [day])?);
    }
    people(connection, wanted, found)
}

fn visits(
    connection: &Connection,
    from: NaiveDate,
    to: NaiveDate,
    into: &mut Vec<(Appointment, DateTime<Utc>, Option<Notice>)>,
) -> Result<()> {
    let mut read = connection.prepare_cached(&format!(
        "SELECT {COLUMNS}, a.placed FROM appointment a
         WHERE a.start >= ?1 AND a.start < date(?2, '+1 day') AND a.removed = 0"
    ))?;
    let mut notices = pending_of(connection, from, to)?;
    let mut rows = read.query([date_text(from), date_text(to)])?;
    while let Some(row) = rows.next()? {
        // S14: one that cannot be read keeps nobody else from hearing of theirs.
        let Ok(visit) = of_row(row) else { continue };
        let placed: Option<String> = row.get(WIDTH)?;
        let placed = placed.as_deref().map(instant_of).transpose()?;
        let notice = notices.remove(&visit.id);
        into.push((visit, placed.unwrap_or(DateTime::UNIX_EPOCH), notice));
    }
    Ok(())
}

/// Days that follow on each other, as one.
fn stretches(days: &BTreeSet<NaiveDate>) -> Vec<(NaiveDate, NaiveDate)> {
    let mut found: Vec<(NaiveDate, NaiveDate)> = Vec::new();
    for &day in days {
        match found.last_mut() {
            Some((_, last)) if last.succ_opt() == Some(day) => *last = day,
            _ => found.push((day, day)),
        }
    }
    found
}
