//! Providers.

use crate::change::{Change, Entry};
use crate::error::Result;
use crate::open::Store;
use crate::sql::{blob, from_json, id_column, json};
use domain::audit::{Action, RecordKind};
use domain::{Identifier, Provider, ProviderId};
use rusqlite::Connection;

const COLUMNS: &str = "SELECT id, name, hours, exceptions, active, position FROM provider";

impl Store {
    /// All providers, former ones too, in their order.
    pub fn providers(&self) -> Result<Vec<Provider>> {
        providers(&self.connection)
    }
}

impl Change<'_> {
    /// All providers, former ones too, in their order.
    pub fn providers(&self) -> Result<Vec<Provider>> {
        providers(&self.sql)
    }

    /// Writes a provider, new or changed.
    pub fn put_provider(&mut self, provider: &Provider, before: Option<&Provider>) -> Result<()> {
        self.sql
            .prepare_cached(
                "INSERT INTO provider (id, name, hours, exceptions, active, position)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)
                 ON CONFLICT (id) DO UPDATE SET
                   name = ?2, hours = ?3, exceptions = ?4, active = ?5, position = ?6",
            )?
            .execute(rusqlite::params![
                blob(provider.id.0),
                provider.name,
                provider.hours.as_ref().map(json).transpose()?,
                json(&provider.exceptions)?,
                provider.active,
                provider.position,
            ])?;
        self.sql
            .prepare_cached("DELETE FROM provider_identifier WHERE provider = ?1")?
            .execute([blob(provider.id.0)])?;
        let mut add = self.sql.prepare_cached(
            "INSERT OR IGNORE INTO provider_identifier (system, value, provider) VALUES (?1, ?2, ?3)",
        )?;
        for identifier in &provider.identifiers {
            add.execute(rusqlite::params![
                identifier.system,
                identifier.value,
                blob(provider.id.0)
            ])?;
        }
        drop(add);
        let before = before.map(json).transpose()?;
        self.enter(&Entry {
            action: if before.is_some() {
                Action::Changed
            } else {
                Action::Created
            },
            kind: RecordKind::Provider,
            record: Some(provider.id.0),
            before: before.as_deref(),
            after: Some(&json(provider)?),
            note: "",
        })
    }
}

pub(crate) fn providers(connection: &Connection) -> Result<Vec<Provider>> {
    let mut read = connection.prepare_cached(&format!("{COLUMNS} ORDER BY position, name, id"))?;
    let mut rows = read.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let id: ProviderId = id_column(row, 0)?;
        let hours: Option<String> = row.get(2)?;
        found.push(Provider {
            id,
            name: row.get(1)?,
            hours: hours.as_deref().map(from_json).transpose()?,
            exceptions: from_json(&row.get::<_, String>(3)?)?,
            active: row.get(4)?,
            position: row.get(5)?,
            identifiers: identifiers(connection, id)?,
        });
    }
    Ok(found)
}

fn identifiers(connection: &Connection, id: ProviderId) -> Result<Vec<Identifier>> {
    let mut read = connection.prepare_cached(
        "SELECT system, value FROM provider_identifier WHERE provider = ?1 ORDER BY system, value",
    )?;
    let rows = read.query_map([blob(id.0)], |row| {
        Ok(Identifier {
            system: row.get(0)?,
            value: row.get(1)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
