//! What patients are to be told of their visits.

use crate::change::Change;
use crate::error::Result;
use crate::left_out::{Readable, each};
use crate::open::Store;
use crate::sql::{blob, date_text, from_json, id_column, instant_of, instant_text, json, named};
use chrono::NaiveDate;
use domain::audit::RecordKind;
use domain::{AppointmentId, Notice, NoticeId, NoticeState};
use rusqlite::{Connection, Row};
use std::collections::HashMap;

const COLUMNS: &str = "id, appointment, of, made, state";

impl Store {
    /// What is still to be told of visits that begin on the days from `from` to `to`, both
    /// included, oldest first.
    pub fn pending_notices(&self, from: NaiveDate, to: NaiveDate) -> Result<Vec<Notice>> {
        let mut read = self.connection.prepare_cached(
            "SELECT n.id, n.appointment, n.of, n.made, n.state
             FROM notice n JOIN appointment a ON a.id = n.appointment
             WHERE n.state = 'pending' AND a.removed = 0
               AND substr(a.start, 1, 10) BETWEEN ?1 AND ?2
             ORDER BY n.made, n.id",
        )?;
        let rows = read.query([date_text(from), date_text(to)])?;
        Ok(self.readable(each(RecordKind::Notice, rows, of_row)?))
    }

    /// What was and is to be told of one visit, oldest first.
    pub fn notices_of(&self, appointment: AppointmentId) -> Result<Vec<Notice>> {
        Ok(self.readable(of_appointment(&self.connection, appointment)?))
    }
}

impl Change<'_> {
    /// One notice; none when it is not there.
    pub fn notice(&self, id: NoticeId) -> Result<Option<Notice>> {
        let mut read = self
            .sql
            .prepare_cached(&format!("SELECT {COLUMNS} FROM notice WHERE id = ?1"))?;
        let mut rows = read.query([blob(id.0)])?;
        rows.next()?.map(of_row).transpose()
    }

    /// What was and is to be told of one visit, oldest first.
    pub fn notices_of(&self, appointment: AppointmentId) -> Result<Vec<Notice>> {
        Ok(of_appointment(&self.sql, appointment)?.rows)
    }

    /// Writes a notice, new or changed.
    pub fn put_notice(&mut self, notice: &Notice, before: Option<&Notice>) -> Result<()> {
        self.sql
            .prepare_cached(
                "INSERT INTO notice (id, appointment, of, made, state) VALUES (?1, ?2, ?3, ?4, ?5)
                 ON CONFLICT (id) DO UPDATE SET appointment = ?2, of = ?3, made = ?4, state = ?5",
            )?
            .execute(rusqlite::params![
                blob(notice.id.0),
                blob(notice.appointment.0),
                json(&notice.of)?,
                instant_text(notice.made),
                notice.state.name(),
            ])?;
        self.enter_written(RecordKind::Notice, notice.id.0, before, notice)
    }

    /// Takes a notice away; the trail keeps it.
    pub fn remove_notice(&mut self, notice: &Notice) -> Result<()> {
        self.sql
            .prepare_cached("DELETE FROM notice WHERE id = ?1")?
            .execute([blob(notice.id.0)])?;
        self.enter_removed(RecordKind::Notice, notice.id.0, notice)
    }
}

/// What is still to be told of visits that begin on the days from `from` to `to`, both included.
pub(crate) fn pending_of(
    connection: &Connection,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<HashMap<AppointmentId, Notice>> {
    let mut read = connection.prepare_cached(
        "SELECT n.id, n.appointment, n.of, n.made, n.state
         FROM appointment a JOIN notice n ON n.appointment = a.id
         WHERE n.state = 'pending' AND a.start >= ?1 AND a.start < date(?2, '+1 day')",
    )?;
    let rows = read.query([date_text(from), date_text(to)])?;
    let found = each(RecordKind::Notice, rows, of_row)?.rows;
    Ok(found
        .into_iter()
        .map(|one| (one.appointment, one))
        .collect())
}

/// All of them, for the check-up.
pub(crate) fn all_notices(connection: &Connection) -> Result<Readable<Notice>> {
    let mut read = connection.prepare(&format!("SELECT {COLUMNS} FROM notice"))?;
    each(RecordKind::Notice, read.query([])?, of_row)
}

fn of_appointment(connection: &Connection, id: AppointmentId) -> Result<Readable<Notice>> {
    let mut read = connection.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM notice WHERE appointment = ?1 ORDER BY made, id"
    ))?;
    each(RecordKind::Notice, read.query([blob(id.0)])?, of_row)
}

fn of_row(row: &Row<'_>) -> Result<Notice> {
    Ok(Notice {
        id: id_column(row, 0)?,
        appointment: id_column(row, 1)?,
        of: from_json(&row.get::<_, String>(2)?)?,
        made: instant_of(&row.get::<_, String>(3)?)?,
        state: named(&row.get::<_, String>(4)?, NoticeState::named)?,
    })
}
