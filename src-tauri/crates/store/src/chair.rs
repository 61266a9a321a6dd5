//! Chairs.

use crate::change::Change;
use crate::error::Result;
use crate::left_out::{Readable, each};
use crate::open::Store;
use crate::sql::{blob, from_json, id_column, json};
use domain::Chair;
use domain::audit::RecordKind;
use rusqlite::{Connection, Row};

impl Store {
    /// All chairs, former ones too, in their order.
    pub fn chairs(&self) -> Result<Vec<Chair>> {
        Ok(self.readable(chairs(&self.connection)?))
    }
}

impl Change<'_> {
    /// All chairs, former ones too, in their order.
    pub fn chairs(&self) -> Result<Vec<Chair>> {
        Ok(chairs(&self.sql)?.rows)
    }

    /// Writes a chair, new or changed.
    pub fn put_chair(&mut self, chair: &Chair, before: Option<&Chair>) -> Result<()> {
        self.sql
            .prepare_cached(
                "INSERT INTO chair (id, name, hours, exceptions, active, position)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)
                 ON CONFLICT (id) DO UPDATE SET
                   name = ?2, hours = ?3, exceptions = ?4, active = ?5, position = ?6",
            )?
            .execute(rusqlite::params![
                blob(chair.id.0),
                chair.name,
                chair.hours.as_ref().map(json).transpose()?,
                json(&chair.exceptions)?,
                chair.active,
                chair.position,
            ])?;
        self.enter_written(RecordKind::Chair, chair.id.0, before, chair)
    }
}

pub(crate) fn chairs(connection: &Connection) -> Result<Readable<Chair>> {
    let mut read = connection.prepare_cached(
        "SELECT id, name, hours, exceptions, active, position FROM chair ORDER BY position, name, id",
    )?;
    each(RecordKind::Chair, read.query([])?, of_row)
}

fn of_row(row: &Row<'_>) -> Result<Chair> {
    let hours: Option<String> = row.get(2)?;
    Ok(Chair {
        id: id_column(row, 0)?,
        name: row.get(1)?,
        hours: hours.as_deref().map(from_json).transpose()?,
        exceptions: from_json(&row.get::<_, String>(3)?)?,
        active: row.get(4)?,
        position: row.get(5)?,
    })
}
