//! Saved views of the schedule.

use crate::change::Change;
use crate::error::Result;
use crate::left_out::{Readable, each};
use crate::open::Store;
use crate::sql::{blob, from_json, id_column, json};
use domain::SavedView;
use domain::audit::RecordKind;
use rusqlite::{Connection, Row};

impl Store {
    /// All saved views, in their order.
    pub fn saved_views(&self) -> Result<Vec<SavedView>> {
        Ok(self.readable(saved_views(&self.connection)?))
    }
}

impl Change<'_> {
    /// All saved views, in their order.
    pub fn saved_views(&self) -> Result<Vec<SavedView>> {
        Ok(saved_views(&self.sql)?.rows)
    }

    /// Writes a saved view, new or changed.
    pub fn put_saved_view(&mut self, view: &SavedView, before: Option<&SavedView>) -> Result<()> {
        self.sql
            .prepare_cached(
                "INSERT INTO saved_view (id, name, key, position, shows) VALUES (?1, ?2, ?3, ?4, ?5)
                 ON CONFLICT (id) DO UPDATE SET name = ?2, key = ?3, position = ?4, shows = ?5",
            )?
            .execute(rusqlite::params![
                blob(view.id.0),
                view.name,
                view.key,
                view.position,
                json(view)?,
            ])?;
        self.enter_written(RecordKind::SavedView, view.id.0, before, view)
    }

    /// Takes a saved view away; the trail keeps it.
    pub fn remove_saved_view(&mut self, view: &SavedView) -> Result<()> {
        self.sql
            .prepare_cached("DELETE FROM saved_view WHERE id = ?1")?
            .execute([blob(view.id.0)])?;
        self.enter_removed(RecordKind::SavedView, view.id.0, view)
    }
}

pub(crate) fn saved_views(connection: &Connection) -> Result<Readable<SavedView>> {
    let mut read = connection.prepare_cached(
        "SELECT id, name, key, position, shows FROM saved_view ORDER BY position, name, id",
    )?;
    each(RecordKind::SavedView, read.query([])?, of_row)
}

fn of_row(row: &Row<'_>) -> Result<SavedView> {
    Ok(SavedView {
        id: id_column(row, 0)?,
        name: row.get(1)?,
        key: row.get(2)?,
        position: row.get(3)?,
        ..from_json(&row.get::<_, String>(4)?)?
    })
}
