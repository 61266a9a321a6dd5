//! The practice itself: one row.

use crate::change::{Change, Entry};
use crate::error::{Error, Result};
use crate::open::Store;
use crate::sql::{blob, from_json, id_column, json};
use domain::audit::{Action, RecordKind};
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
                "INSERT INTO practice (id, name, zone, language, phone, hours)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)
                 ON CONFLICT (id) DO UPDATE SET name = ?2, zone = ?3, language = ?4, phone = ?5, hours = ?6",
            )?
            .execute(rusqlite::params![
                blob(practice.id.0),
                practice.name,
                practice.zone.name(),
                practice.language,
                practice.phone,
                json(&practice.hours)?,
            ])?;
        let before = before.map(json).transpose()?;
        self.enter(&Entry {
            action: if before.is_some() {
                Action::Changed
            } else {
                Action::Created
            },
            kind: RecordKind::Practice,
            record: Some(practice.id.0),
            before: before.as_deref(),
            after: Some(&json(practice)?),
            note: "",
        })
    }
}

fn practice(connection: &Connection) -> Result<Practice> {
    let mut read =
        connection.prepare_cached("SELECT id, name, zone, language, phone, hours FROM practice")?;
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
    })
}
