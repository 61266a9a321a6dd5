//! Numbers and addresses that asked to be left alone (M9).

use crate::change::{Change, Entry};
use crate::error::Result;
use crate::left_out::{Readable, each};
use crate::open::Store;
use crate::sql::{blob, id_column, instant_of, instant_text, json, named, text};
use domain::ContactStopId;
use domain::audit::{Action, RecordKind};
use domain::messages::{Channel, Stop, StopBy};
use rusqlite::{Connection, Row};
use uuid::Uuid;

const COLUMNS: &str = "id, channel, address, since, stopped_by, words";

impl Store {
    /// All of them with their ids, the newest first.
    pub fn contact_stops(&self) -> Result<Vec<(ContactStopId, Stop)>> {
        Ok(with_ids(self.readable(all_stops(&self.connection)?)))
    }
}

impl Change<'_> {
    /// All of them with their ids, the newest first.
    pub fn contact_stops(&self) -> Result<Vec<(ContactStopId, Stop)>> {
        Ok(with_ids(all_stops(&self.sql)?.rows))
    }

    /// Something may go there again; the trail keeps that nothing did, and why it may.
    pub fn remove_stop(&mut self, id: ContactStopId, stop: &Stop, why: &str) -> Result<()> {
        self.sql
            .prepare_cached("DELETE FROM contact_stop WHERE id = ?1")?
            .execute([blob(id.0)])?;
        self.enter(&Entry {
            action: Action::Removed,
            kind: RecordKind::ContactStop,
            record: Some(id.0),
            before: Some(&json(stop)?),
            after: None,
            note: why,
        })
    }

    /// Nothing goes there from now on.
    pub fn add_stop(&mut self, id: Uuid, stop: &Stop) -> Result<()> {
        self.sql
            .prepare_cached(&format!(
                "INSERT INTO contact_stop ({COLUMNS}) VALUES (?1, ?2, ?3, ?4, ?5, ?6)"
            ))?
            .execute(rusqlite::params![
                blob(id),
                stop.channel.name(),
                stop.address,
                instant_text(stop.since),
                stop.by.name(),
                stop.words,
            ])?;
        self.enter_written(RecordKind::ContactStop, id, None, stop)
    }
}

fn with_ids(all: Vec<(Uuid, Stop)>) -> Vec<(ContactStopId, Stop)> {
    all.into_iter()
        .map(|(id, stop)| (ContactStopId(id), stop))
        .collect()
}

/// All of them.
pub(super) fn stops(connection: &Connection) -> Result<Vec<Stop>> {
    let mut read = connection.prepare_cached(&format!("SELECT {COLUMNS} FROM contact_stop"))?;
    let mut rows = read.query([])?;
    let mut found = Vec::new();
    // One that cannot be read must not be passed over: something would go where nothing may.
    while let Some(row) = rows.next()? {
        found.push(of_row(row)?.1);
    }
    Ok(found)
}

/// All of them with their ids, the newest first.
pub(crate) fn all_stops(connection: &Connection) -> Result<Readable<(Uuid, Stop)>> {
    let mut read = connection.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM contact_stop ORDER BY since DESC, id"
    ))?;
    each(RecordKind::ContactStop, read.query([])?, of_row)
}

fn of_row(row: &Row<'_>) -> Result<(Uuid, Stop)> {
    let stop = Stop {
        channel: named(text(row, 1)?, Channel::named)?,
        address: row.get(2)?,
        since: instant_of(text(row, 3)?)?,
        by: named(text(row, 4)?, StopBy::named)?,
        words: row.get(5)?,
    };
    Ok((id_column(row, 0)?, stop))
}
