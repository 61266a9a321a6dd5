//! Ids that other systems gave to patients, visits and providers: a table for each kind of owner,
//! all of one shape.

use crate::error::Result;
use crate::sql::{blob, ids};
use domain::Identifier;
use rusqlite::Connection;
use uuid::Uuid;

/// Whose identifiers they are: names the table, and its column that holds the owner's id.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Owner {
    Patient,
    Appointment,
    Provider,
    BlockOut,
}

impl Owner {
    fn name(self) -> &'static str {
        match self {
            Owner::Patient => "patient",
            Owner::Appointment => "appointment",
            Owner::Provider => "provider",
            Owner::BlockOut => "block_out",
        }
    }
}

/// The identifiers of one record, by system and value.
pub(crate) fn of(connection: &Connection, owner: Owner, id: Uuid) -> Result<Vec<Identifier>> {
    let owner = owner.name();
    let mut read = connection.prepare_cached(&format!(
        "SELECT system, value FROM {owner}_identifier WHERE {owner} = ?1 ORDER BY system, value"
    ))?;
    let rows = read.query_map([blob(id)], |row| {
        Ok(Identifier {
            system: row.get(0)?,
            value: row.get(1)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Adds identifiers to a record; one that is there already stays as it is.
pub(crate) fn add(
    connection: &Connection,
    owner: Owner,
    id: Uuid,
    identifiers: &[Identifier],
) -> Result<()> {
    let owner = owner.name();
    let mut add = connection.prepare_cached(&format!(
        "INSERT OR IGNORE INTO {owner}_identifier (system, value, {owner}) VALUES (?1, ?2, ?3)"
    ))?;
    for Identifier { system, value } in identifiers {
        add.execute(rusqlite::params![system, value, blob(id)])?;
    }
    Ok(())
}

/// Gives a record these identifiers and no others.
pub(crate) fn replace(
    connection: &Connection,
    owner: Owner,
    id: Uuid,
    identifiers: &[Identifier],
) -> Result<()> {
    let name = owner.name();
    connection
        .prepare_cached(&format!("DELETE FROM {name}_identifier WHERE {name} = ?1"))?
        .execute([blob(id)])?;
    add(connection, owner, id, identifiers)
}

/// The records that have an identifier.
pub(crate) fn owners<T: From<Uuid>>(
    connection: &Connection,
    owner: Owner,
    identifier: &Identifier,
) -> Result<Vec<T>> {
    let owner = owner.name();
    let mut read = connection.prepare_cached(&format!(
        "SELECT {owner} FROM {owner}_identifier WHERE system = ?1 AND value = ?2"
    ))?;
    ids(&mut read, [&identifier.system, &identifier.value])
}
