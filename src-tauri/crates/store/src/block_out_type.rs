//! Kinds of block-outs.

use crate::change::Change;
use crate::error::Result;
use crate::left_out::{Readable, each};
use crate::open::Store;
use crate::sql::{blob, from_json, id_column, json};
use domain::BlockOutType;
use domain::audit::RecordKind;
use rusqlite::{Connection, Row};

impl Store {
    /// All kinds of block-outs, former ones too, in their order.
    pub fn block_out_types(&self) -> Result<Vec<BlockOutType>> {
        Ok(self.readable(block_out_types(&self.connection)?))
    }
}

impl Change<'_> {
    /// All kinds of block-outs, former ones too, in their order.
    pub fn block_out_types(&self) -> Result<Vec<BlockOutType>> {
        Ok(block_out_types(&self.sql)?.rows)
    }

    /// Writes a kind of block-out, new or changed.
    pub fn put_block_out_type(
        &mut self,
        kind: &BlockOutType,
        before: Option<&BlockOutType>,
    ) -> Result<()> {
        self.sql
            .prepare_cached(
                "INSERT INTO block_out_type (id, name, effect, tint, active, position)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)
                 ON CONFLICT (id) DO UPDATE SET
                   name = ?2, effect = ?3, tint = ?4, active = ?5, position = ?6",
            )?
            .execute(rusqlite::params![
                blob(kind.id.0),
                kind.name,
                json(&kind.effect)?,
                kind.tint,
                kind.active,
                kind.position,
            ])?;
        self.enter_written(RecordKind::BlockOutType, kind.id.0, before, kind)
    }
}

pub(crate) fn block_out_types(connection: &Connection) -> Result<Readable<BlockOutType>> {
    let mut read = connection.prepare_cached(
        "SELECT id, name, effect, tint, active, position
         FROM block_out_type ORDER BY position, name, id",
    )?;
    each(RecordKind::BlockOutType, read.query([])?, of_row)
}

fn of_row(row: &Row<'_>) -> Result<BlockOutType> {
    Ok(BlockOutType {
        id: id_column(row, 0)?,
        name: row.get(1)?,
        effect: from_json(&row.get::<_, String>(2)?)?,
        tint: row.get(3)?,
        active: row.get(4)?,
        position: row.get(5)?,
    })
}
