//! The outbox: what is to go out, what went out, and what became of it.

use crate::change::Change;
use crate::error::Result;
use crate::left_out::{Readable, each};
use crate::open::Store;
use crate::sql::{blob, date_text, from_json, id_column, instant_of, instant_text, json, text};
use chrono::{DateTime, NaiveDate, Utc};
use domain::audit::{Action, RecordKind};
use domain::messages::{Letter, Planned, Queued, Recipient, Sending, Stage, WhyNot};
use domain::{OutboxId, PatientId, Zone};
use rusqlite::{Connection, Row};

/// A message of the outbox, as it stands there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutboxMessage {
    pub id: OutboxId,
    pub message: Planned,
    pub sending: Sending,
    /// When it is looked at next.
    pub due: DateTime<Utc>,
    /// Why it was withdrawn.
    pub why: Option<WhyNot>,
    /// When it was put there.
    pub made: DateTime<Utc>,
    /// What it says, from the moment at which it was first to be handed over.
    pub letter: Option<Letter>,
}

pub(super) const COLUMNS: &str = "o.id, o.message, o.sending, o.due, o.why, o.made, o.letter";

/// In the order of their index.
pub(super) const GONE: &str = "SELECT o.id, o.message, o.sending, o.due, o.why, o.made, o.letter
     FROM outbox o WHERE o.went IS NOT NULL ORDER BY o.went DESC, o.id";

impl OutboxMessage {
    /// As planning asks for it.
    pub fn queued(&self) -> Queued {
        let stage = match self.sending.stage() {
            Stage::Void if self.why.as_ref().is_some_and(WhyNot::is_late) => Stage::Late,
            stage => stage,
        };
        Queued {
            id: self.id,
            message: self.message.clone(),
            stage,
        }
    }
}

impl Store {
    /// What was handed over or has failed, by when; the newest first. What only waits is not among it,
    /// nor what was withdrawn before it was tried.
    pub fn outbox_gone(&self, limit: usize) -> Result<Vec<OutboxMessage>> {
        let mut read = self
            .connection
            .prepare_cached(&format!("{GONE} LIMIT ?1"))?;
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        Ok(self.readable(each(RecordKind::Outbox, read.query([limit])?, of_row)?))
    }

    /// All messages, those due last first.
    pub fn outbox(&self, limit: usize) -> Result<Vec<OutboxMessage>> {
        let mut read = self.connection.prepare_cached(&format!(
            "SELECT {COLUMNS} FROM outbox o ORDER BY o.due DESC, o.id LIMIT ?1"
        ))?;
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        Ok(self.readable(each(RecordKind::Outbox, read.query([limit])?, of_row)?))
    }

    /// What is due by `now`, the first due first.
    pub fn outbox_due(&self, now: DateTime<Utc>) -> Result<Vec<OutboxMessage>> {
        let read = in_states(&self.connection, &["planned", "transient"], Some(now))?;
        Ok(self.readable(read))
    }

    /// All that was ever to be said of a patient, or to them; the newest first.
    pub fn outbox_of(&self, patient: PatientId) -> Result<Vec<OutboxMessage>> {
        let mut read = self.connection.prepare_cached(&format!(
            "SELECT {COLUMNS} FROM outbox o WHERE o.id IN (
               SELECT outbox FROM outbox_part WHERE patient = ?1
               UNION
               SELECT outbox FROM outbox_part WHERE recipient = ?2)
             ORDER BY o.due DESC, o.id"
        ))?;
        let to = json(&Recipient::Person(patient))?;
        let rows = read.query(rusqlite::params![blob(patient.0), to])?;
        Ok(self.readable(each(RecordKind::Outbox, rows, of_row)?))
    }

    /// What did not get there, or may have, of the days from `day` on, or was to go since `due`:
    /// what failed long ago grows without end and is nobody's to see to.
    pub fn outbox_troubled(
        &self,
        day: NaiveDate,
        due: DateTime<Utc>,
    ) -> Result<Vec<OutboxMessage>> {
        let mut read = self.connection.prepare_cached(&format!(
            "SELECT {COLUMNS} FROM outbox o WHERE o.id IN (
               SELECT id FROM outbox WHERE state IN ('permanent', 'unknown') AND due >= ?2
               UNION
               SELECT outbox FROM outbox_part WHERE day >= ?1)
             AND o.state IN ('permanent', 'unknown') ORDER BY o.due, o.id"
        ))?;
        let rows = read.query(rusqlite::params![date_text(day), instant_text(due)])?;
        Ok(self.readable(each(RecordKind::Outbox, rows, of_row)?))
    }

    /// What the other side asked to try again, due or not.
    pub fn outbox_put_off(&self) -> Result<Vec<OutboxMessage>> {
        let read = in_states(&self.connection, &["transient"], None)?;
        Ok(self.readable(read))
    }

    /// What somebody was about to hand over.
    pub fn outbox_claimed(&self) -> Result<Vec<OutboxMessage>> {
        let read = in_states(&self.connection, &["claimed"], None)?;
        Ok(self.readable(read))
    }
}

impl Change<'_> {
    /// One message; none when it is not there.
    pub fn outbox_message(&self, id: OutboxId) -> Result<Option<OutboxMessage>> {
        let mut read = self
            .sql
            .prepare_cached(&format!("SELECT {COLUMNS} FROM outbox o WHERE o.id = ?1"))?;
        let mut rows = read.query([blob(id.0)])?;
        rows.next()?.map(of_row).transpose()
    }

    /// What somebody was about to hand over.
    pub fn outbox_claimed(&self) -> Result<Vec<OutboxMessage>> {
        Ok(in_states(&self.sql, &["claimed"], None)?.rows)
    }

    /// What the other side asked to try again, due or not.
    pub fn outbox_put_off(&self) -> Result<Vec<OutboxMessage>> {
        Ok(in_states(&self.sql, &["transient"], None)?.rows)
    }

    /// Writes a message, new or changed. The trail has no line of it: see [`Change::note_sending`].
    pub fn put_outbox(&mut self, one: &OutboxMessage, zone: Zone) -> Result<()> {
        let id = blob(one.id.0);
        self.sql
            .prepare_cached(
                "INSERT INTO outbox (id, message, state, sending, due, why, made, letter, went)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
                 ON CONFLICT (id) DO UPDATE SET
                   message = ?2, state = ?3, sending = ?4, due = ?5, why = ?6, letter = ?8,
                   went = CASE ?3 WHEN 'withdrawn' THEN went ELSE ?9 END",
            )?
            .execute(rusqlite::params![
                id,
                json(&one.message)?,
                one.sending.name(),
                json(&one.sending)?,
                instant_text(one.due),
                one.why.as_ref().map(json).transpose()?,
                instant_text(one.made),
                one.letter.as_ref().map(json).transpose()?,
                went(&one.sending).map(instant_text),
            ])?;
        self.sql
            .prepare_cached("DELETE FROM outbox_part WHERE outbox = ?1")?
            .execute([id])?;
        let live = one.sending.stage() != Stage::Void;
        let recipient = json(&one.message.recipient)?;
        let mut insert = self.sql.prepare_cached(
            "INSERT INTO outbox_part
               (outbox, position, patient, about, rule, channel, recipient, appointment, day, live)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        )?;
        for (position, part) in (0_i64..).zip(&one.message.parts) {
            insert.execute(rusqlite::params![
                id,
                position,
                blob(part.patient.0),
                json(&part.about)?,
                blob(part.rule.0),
                one.message.channel.name(),
                recipient,
                part.about.appointment().map(|visit| blob(visit.0)),
                date_text(part.about.day(zone)),
                live,
            ])?;
        }
        Ok(())
    }

    /// A line in the trail of what became of a message; of several at once where `id` is none. What
    /// was planned follows from the records, so it has no line a message.
    pub fn note_sending(&mut self, id: Option<OutboxId>, note: &str) -> Result<()> {
        let record = id.map(|id| id.0);
        self.note(Action::Changed, RecordKind::Outbox, record, note)
    }
}

/// When it was handed over, or failed. What is withdrawn keeps what it had.
fn went(sending: &Sending) -> Option<DateTime<Utc>> {
    match sending {
        Sending::Planned | Sending::Withdrawn { .. } => None,
        Sending::Claimed { attempt } | Sending::Transient { attempt, .. } => Some(attempt.date),
        Sending::Accepted { at, .. }
        | Sending::Permanent { at, .. }
        | Sending::Unknown { at, .. } => Some(*at),
    }
}

fn in_states(
    connection: &Connection,
    states: &[&str],
    due: Option<DateTime<Utc>>,
) -> Result<Readable<OutboxMessage>> {
    let mut all = Readable {
        rows: Vec::new(),
        left_out: Vec::new(),
    };
    for state in states {
        let mut read = connection.prepare_cached(&format!(
            "SELECT {COLUMNS} FROM outbox o
             WHERE o.state = ?1 AND (?2 IS NULL OR o.due <= ?2) ORDER BY o.due, o.id"
        ))?;
        let rows = read.query(rusqlite::params![state, due.map(instant_text)])?;
        let found = each(RecordKind::Outbox, rows, of_row)?;
        all.rows.extend(found.rows);
        all.left_out.extend(found.left_out);
    }
    all.rows.sort_by_key(|one| (one.due, one.id));
    Ok(all)
}

/// The messages that say anything of the days from `from` to `to`, or of a visit that stands there.
pub(super) fn of_days(
    connection: &Connection,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Readable<OutboxMessage>> {
    let mut read = connection.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM outbox o WHERE o.id IN (
           SELECT outbox FROM outbox_part WHERE day BETWEEN ?1 AND ?2
           UNION
           SELECT p.outbox FROM outbox_part p JOIN appointment a ON a.id = p.appointment
           WHERE a.start >= ?1 AND a.start < date(?2, '+1 day') AND a.removed = 0)"
    ))?;
    let rows = read.query([date_text(from), date_text(to)])?;
    each(RecordKind::Outbox, rows, of_row)
}

pub(super) fn of_row(row: &Row<'_>) -> Result<OutboxMessage> {
    let why: Option<String> = row.get(4)?;
    let letter: Option<String> = row.get(6)?;
    Ok(OutboxMessage {
        id: id_column(row, 0)?,
        message: from_json(text(row, 1)?)?,
        sending: from_json(text(row, 2)?)?,
        due: instant_of(text(row, 3)?)?,
        why: why.as_deref().map(from_json).transpose()?,
        made: instant_of(text(row, 5)?)?,
        letter: letter.as_deref().map(from_json).transpose()?,
    })
}
