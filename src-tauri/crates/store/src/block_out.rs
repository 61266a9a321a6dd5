//! Block-outs.

use crate::change::Change;
use crate::error::{Error, Result};
use crate::identifiers::{self, Owner};
use crate::left_out::{Readable, each};
use crate::open::Store;
use crate::sql::{
    blob, date_of, date_text, from_json, id_column, json, optional_blob, optional_id,
};
use chrono::NaiveDate;
use domain::audit::RecordKind;
use domain::{BlockOut, BlockOutId, Identifier, MinuteOfDay};
use rusqlite::{Connection, Row};

const COLUMNS: &str = "id, kind, provider, chair, first_day, from_minute, to_minute, repeat, note";

impl Store {
    /// Block-outs that may fall on a day from `from` to `to`, both included, by their first day.
    pub fn block_outs(&self, from: NaiveDate, to: NaiveDate) -> Result<Vec<BlockOut>> {
        Ok(self.readable(block_outs(&self.connection, from, to)?))
    }

    /// One block-out; none when it is not there.
    pub fn block_out(&self, id: BlockOutId) -> Result<Option<BlockOut>> {
        block_out(&self.connection, id)
    }
}

impl Change<'_> {
    /// Block-outs that may fall on a day from `from` to `to`, both included, by their first day.
    pub fn block_outs(&self, from: NaiveDate, to: NaiveDate) -> Result<Vec<BlockOut>> {
        Ok(block_outs(&self.sql, from, to)?.rows)
    }

    /// One block-out; none when it is not there.
    pub fn block_out(&self, id: BlockOutId) -> Result<Option<BlockOut>> {
        block_out(&self.sql, id)
    }

    /// Block-outs that an import's identifier names.
    pub fn block_outs_with(&self, identifier: &Identifier) -> Result<Vec<BlockOutId>> {
        identifiers::owners(&self.sql, Owner::BlockOut, identifier)
    }

    /// Writes a block-out, new or changed.
    pub fn put_block_out(&mut self, block: &BlockOut, before: Option<&BlockOut>) -> Result<()> {
        self.sql
            .prepare_cached(
                "INSERT INTO block_out (id, kind, provider, chair, first_day, last_day,
                   from_minute, to_minute, repeat, note)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
                 ON CONFLICT (id) DO UPDATE SET
                   kind = ?2, provider = ?3, chair = ?4, first_day = ?5, last_day = ?6,
                   from_minute = ?7, to_minute = ?8, repeat = ?9, note = ?10",
            )?
            .execute(rusqlite::params![
                blob(block.id.0),
                blob(block.kind.0),
                optional_blob(block.provider.map(|id| id.0)),
                optional_blob(block.chair.map(|id| id.0)),
                date_text(block.first),
                block.last_day().map(date_text),
                block.from.minutes(),
                block.to.minutes(),
                json(&block.repeat)?,
                block.note,
            ])?;
        identifiers::replace(&self.sql, Owner::BlockOut, block.id.0, &block.identifiers)?;
        // As it will be read again, so that the check-up finds it as it was written.
        let written = BlockOut {
            identifiers: identifiers::of(&self.sql, Owner::BlockOut, block.id.0)?,
            ..block.clone()
        };
        self.enter_written(RecordKind::BlockOut, block.id.0, before, &written)
    }

    /// Takes a block-out away; the trail keeps it.
    pub fn remove_block_out(&mut self, block: &BlockOut) -> Result<()> {
        identifiers::replace(&self.sql, Owner::BlockOut, block.id.0, &[])?;
        self.sql
            .prepare_cached("DELETE FROM block_out WHERE id = ?1")?
            .execute([blob(block.id.0)])?;
        self.enter_removed(RecordKind::BlockOut, block.id.0, block)
    }
}

/// All of them, for the check-up.
pub(crate) fn all_block_outs(connection: &Connection) -> Result<Readable<BlockOut>> {
    let mut read = connection.prepare(&format!("SELECT {COLUMNS} FROM block_out"))?;
    each(RecordKind::BlockOut, read.query([])?, |row| {
        of_row(connection, row)
    })
}

fn block_outs(
    connection: &Connection,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Readable<BlockOut>> {
    // Two searches of the index: those that end, and those that do not.
    let mut read = connection.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM block_out WHERE last_day >= ?1 AND first_day <= ?2
         UNION ALL
         SELECT {COLUMNS} FROM block_out WHERE last_day IS NULL AND first_day <= ?2
         ORDER BY 5, 1"
    ))?;
    let rows = read.query([date_text(from), date_text(to)])?;
    each(RecordKind::BlockOut, rows, |row| of_row(connection, row))
}

fn block_out(connection: &Connection, id: BlockOutId) -> Result<Option<BlockOut>> {
    let mut read =
        connection.prepare_cached(&format!("SELECT {COLUMNS} FROM block_out WHERE id = ?1"))?;
    let mut rows = read.query([blob(id.0)])?;
    rows.next()?.map(|row| of_row(connection, row)).transpose()
}

fn of_row(connection: &Connection, row: &Row<'_>) -> Result<BlockOut> {
    let minute = |column: usize| -> Result<MinuteOfDay> {
        let minutes: u16 = row.get(column)?;
        MinuteOfDay::new(minutes)
            .ok_or_else(|| Error::Row(format!("minute {minutes} is past the end of a day")))
    };
    let id: BlockOutId = id_column(row, 0)?;
    Ok(BlockOut {
        id,
        kind: id_column(row, 1)?,
        provider: optional_id(row, 2)?,
        chair: optional_id(row, 3)?,
        first: date_of(&row.get::<_, String>(4)?)?,
        from: minute(5)?,
        to: minute(6)?,
        repeat: from_json(&row.get::<_, String>(7)?)?,
        note: row.get(8)?,
        identifiers: identifiers::of(connection, Owner::BlockOut, id.0)?,
    })
}
