//! What holds for all messages: one row, none before there were rules.

use crate::change::Change;
use crate::error::Result;
use crate::open::Store;
use crate::sql::{blob, from_json, id_column, json, text};
use domain::audit::RecordKind;
use domain::messages::Settings;
use rusqlite::Connection;
use uuid::Uuid;

impl Store {
    /// What holds for all messages; none in a practice that has no rules yet.
    pub fn message_settings(&self) -> Result<Option<Settings>> {
        Ok(settings_row(&self.connection)?.map(|(_, settings)| settings))
    }
}

impl Change<'_> {
    /// What holds for all messages; none in a practice that has no rules yet.
    pub fn message_settings(&self) -> Result<Option<Settings>> {
        Ok(settings_row(&self.sql)?.map(|(_, settings)| settings))
    }

    /// Writes it; `new` is its id where it is written for the first time.
    pub fn put_message_settings(&mut self, new: Uuid, settings: &Settings) -> Result<()> {
        let there = settings_row(&self.sql)?;
        let id = there.as_ref().map_or(new, |(id, _)| *id);
        self.sql
            .prepare_cached(
                "INSERT INTO message_settings (id, settings) VALUES (?1, ?2)
                 ON CONFLICT (id) DO UPDATE SET settings = ?2",
            )?
            .execute(rusqlite::params![blob(id), json(settings)?])?;
        let before = there.as_ref().map(|(_, before)| before);
        self.enter_written(RecordKind::MessageSettings, id, before, settings)
    }
}

pub(crate) fn settings_row(connection: &Connection) -> Result<Option<(Uuid, Settings)>> {
    let mut read = connection
        .prepare_cached("SELECT id, settings FROM message_settings ORDER BY id LIMIT 1")?;
    let mut rows = read.query([])?;
    let Some(row) = rows.next()? else {
        return Ok(None);
    };
    Ok(Some((id_column(row, 0)?, from_json(text(row, 1)?)?)))
}
