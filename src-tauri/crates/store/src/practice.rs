//! The practice itself: one row.

use crate::change::Change;
use crate::error::{Error, Result};
use crate::open::Store;
use crate::sql::{blob, from_json, id_column, json};
use domain::audit::RecordKind;
use domain::{Practice, Zone};
use rusqlite::Connection;

impl Store {
    /// The practice that owns the file.
    pub fn practice(&self) -> Result<Practice> {
        practice(&self.connection)
    }
}

impl Change<'_> {
    /// The practice that owns the file.
    pub fn practice(&self) -> Result<Practice> {
        practice(&self.sql)
    }

    /// Writes the practice, new or changed.
    pub fn put_practice(&mut self, practice: &Practice, before: Option<&Practice>) -> Result<()> {
        self.sql
            .prepare_cached(
                "INSERT INTO practice (id, name, zone, language, phone, hours, waiting_alert)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
                 ON CONFLICT (id) DO UPDATE SET name = ?2, zone = ?3, language = ?4, phone = ?5, hours = ?6,
                   waiting_alert = ?7",
            )?
            .execute(rusqlite::params![
                blob(practice.id.0),
                practice.name,
                practice.zone.name(),
                practice.language,
                practice.phone,
                json(&practice.hours)?,
                practice.waiting_alert,
            ])?;
        self.enter_written(RecordKind::Practice, practice.id.0, before, practice)
    }
}

fn practice(connection: &Connection) -> Result<Practice> {
    let mut read = connection.prepare_cached(
        "SELECT id, name, zone, language, phone, hours, waiting_alert FROM practice",
    )?;
    let mut rows = read.query([])?;
    let row = rows.next()?.ok_or(Error::NotFound)?;
    let zone: String = row.get(2)?;
    Ok(Practice {
        id: id_column(row, 0)?,
        name: row.get(1)?,
        zone: Zone::named(&zone).map_err(|error| Error::Row(error.to_string()))?,
        language: row.get(3)?,
        phone: row.get(4)?,
        hours: from_json(&row.get::<_, String>(5)?)?,
        waiting_alert: row.get(6)?,
    })
}
