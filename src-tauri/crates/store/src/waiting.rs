//! Those who wait for a visit.

use crate::change::Change;
use crate::error::{Error, Result};
use crate::left_out::{Readable, each};
use crate::open::Store;
use crate::sql::{
    blob, from_json, id_column, instant_of, instant_text, json, named, optional_blob, optional_id,
    text, wish_of,
};
use domain::audit::RecordKind;
use domain::{Outcome, PatientId, Waiting, WaitingId, WaitingList};
use rusqlite::{Connection, Row};

pub(crate) const COLUMNS: &str =
    "id, patient, list, kind, minutes, wish, urgent, note, since, outcome, revision";

/// How many columns [`COLUMNS`] names.
pub(crate) const WIDTH: usize = 11;

impl Store {
    /// Who is still waiting on a list, longest first.
    pub fn waiting(&self, list: WaitingList) -> Result<Vec<Waiting>> {
        let mut read = self.connection.prepare_cached(&format!(
            "SELECT {COLUMNS} FROM waiting WHERE list = ?1 AND outcome IS NULL ORDER BY since, id"
        ))?;
        let rows = read.query([list.name()])?;
        Ok(self.readable(each(RecordKind::Waiting, rows, of_row)?))
    }

    /// What one patient waits for or waited for, newest first.
    pub fn waiting_of(&self, patient: PatientId) -> Result<Vec<Waiting>> {
        let mut read = self.connection.prepare_cached(&format!(
            "SELECT {COLUMNS} FROM waiting WHERE patient = ?1 ORDER BY since DESC, id"
        ))?;
        let rows = read.query([blob(patient.0)])?;
        Ok(self.readable(each(RecordKind::Waiting, rows, of_row)?))
    }

    /// One entry; none when it is not there.
    pub fn waiting_entry(&self, id: WaitingId) -> Result<Option<Waiting>> {
        one(&self.connection, id)
    }
}

impl Change<'_> {
    /// One entry; none when it is not there.
    pub fn waiting_entry(&self, id: WaitingId) -> Result<Option<Waiting>> {
        one(&self.sql, id)
    }

    /// Writes a new entry.
    pub fn insert_waiting(&mut self, waiting: &Waiting) -> Result<()> {
        write(&self.sql, waiting)?;
        self.enter_written(RecordKind::Waiting, waiting.id.0, None, waiting)
    }

    /// Writes a changed entry; its revision must be the one in the file.
    pub fn update_waiting(&mut self, waiting: &Waiting) -> Result<Waiting> {
        let there = one(&self.sql, waiting.id)?.ok_or(Error::NotFound)?;
        if there.revision != waiting.revision {
            return Err(Error::Stale);
        }
        let changed = Waiting {
            revision: there.revision + 1,
            ..waiting.clone()
        };
        write(&self.sql, &changed)?;
        self.enter_written(RecordKind::Waiting, changed.id.0, Some(&there), &changed)?;
        Ok(changed)
    }

    /// Takes an entry away; the trail keeps it.
    pub fn remove_waiting(&mut self, waiting: &Waiting) -> Result<()> {
        self.sql
            .prepare_cached("DELETE FROM waiting WHERE id = ?1")?
            .execute([blob(waiting.id.0)])?;
        self.enter_removed(RecordKind::Waiting, waiting.id.0, waiting)
    }
}

/// All of them, for the check-up.
pub(crate) fn all_waiting(connection: &Connection) -> Result<Readable<Waiting>> {
    let mut read = connection.prepare(&format!("SELECT {COLUMNS} FROM waiting"))?;
    each(RecordKind::Waiting, read.query([])?, of_row)
}

fn one(connection: &Connection, id: WaitingId) -> Result<Option<Waiting>> {
    let mut read =
        connection.prepare_cached(&format!("SELECT {COLUMNS} FROM waiting WHERE id = ?1"))?;
    let mut rows = read.query([blob(id.0)])?;
    rows.next()?.map(of_row).transpose()
}

fn write(connection: &Connection, waiting: &Waiting) -> Result<()> {
    let outcome = (!waiting.outcome.is_open())
        .then(|| json(&waiting.outcome))
        .transpose()?;
    connection
        .prepare_cached(
            "INSERT INTO waiting (id, patient, list, kind, minutes, wish, urgent, note, since, outcome, revision)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
             ON CONFLICT (id) DO UPDATE SET
               patient = ?2, list = ?3, kind = ?4, minutes = ?5, wish = ?6, urgent = ?7,
               note = ?8, since = ?9, outcome = ?10, revision = ?11",
        )?
        .execute(rusqlite::params![
            blob(waiting.id.0),
            blob(waiting.patient.0),
            waiting.list.name(),
            optional_blob(waiting.kind.map(|id| id.0)),
            waiting.minutes,
            json(&waiting.wish)?,
            waiting.urgent,
            waiting.note,
            instant_text(waiting.since),
            outcome,
            waiting.revision,
        ])?;
    Ok(())
}

pub(crate) fn of_row(row: &Row<'_>) -> Result<Waiting> {
    let outcome: Option<String> = row.get(9)?;
    Ok(Waiting {
        id: id_column(row, 0)?,
        patient: id_column(row, 1)?,
        list: named(&row.get::<_, String>(2)?, WaitingList::named)?,
        kind: optional_id(row, 3)?,
        minutes: row.get(4)?,
        wish: wish_of(text(row, 5)?)?,
        urgent: row.get(6)?,
        note: row.get(7)?,
        since: instant_of(&row.get::<_, String>(8)?)?,
        outcome: outcome
            .as_deref()
            .map(from_json::<Outcome>)
            .transpose()?
            .unwrap_or_default(),
        revision: row.get(10)?,
    })
}
