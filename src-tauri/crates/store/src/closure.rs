//! Holidays and closures of the practice.

use crate::change::Change;
use crate::error::Result;
use crate::left_out::{Readable, each};
use crate::open::Store;
use crate::sql::{blob, date_of, date_text, id_column};
use domain::Closure;
use domain::audit::RecordKind;
use rusqlite::{Connection, Row};

impl Store {
    /// All closures, earliest first.
    pub fn closures(&self) -> Result<Vec<Closure>> {
        Ok(self.readable(closures(&self.connection)?))
    }
}

impl Change<'_> {
    /// All closures, earliest first.
    pub fn closures(&self) -> Result<Vec<Closure>> {
        Ok(closures(&self.sql)?.rows)
    }

    /// Writes a closure, new or changed.
    pub fn put_closure(&mut self, closure: &Closure, before: Option<&Closure>) -> Result<()> {
        self.sql
            .prepare_cached(
                "INSERT INTO closure (id, first_day, last_day, name) VALUES (?1, ?2, ?3, ?4)
                 ON CONFLICT (id) DO UPDATE SET first_day = ?2, last_day = ?3, name = ?4",
            )?
            .execute(rusqlite::params![
                blob(closure.id.0),
                date_text(closure.from),
                date_text(closure.to),
                closure.name,
            ])?;
        self.enter_written(RecordKind::Closure, closure.id.0, before, closure)
    }

    /// Takes a closure away; the trail keeps it.
    pub fn remove_closure(&mut self, closure: &Closure) -> Result<()> {
        self.sql
            .prepare_cached("DELETE FROM closure WHERE id = ?1")?
            .execute([blob(closure.id.0)])?;
        self.enter_removed(RecordKind::Closure, closure.id.0, closure)
    }
}

pub(crate) fn closures(connection: &Connection) -> Result<Readable<Closure>> {
    let mut read = connection.prepare_cached(
        "SELECT id, first_day, last_day, name FROM closure ORDER BY first_day, id",
    )?;
    each(RecordKind::Closure, read.query([])?, of_row)
}

fn of_row(row: &Row<'_>) -> Result<Closure> {
    Ok(Closure {
        id: id_column(row, 0)?,
        from: date_of(&row.get::<_, String>(1)?)?,
        to: date_of(&row.get::<_, String>(2)?)?,
        name: row.get(3)?,
    })
}
