//! Providers.

use crate::change::Change;
use crate::error::Result;
use crate::identifiers::{self, Owner};
use crate::left_out::{Readable, each};
use crate::open::Store;
use crate::sql::{blob, from_json, id_column, json};
use domain::audit::RecordKind;
use domain::{Provider, ProviderId};
use rusqlite::Connection;

impl Store {
    /// All providers, former ones too, in their order.
    pub fn providers(&self) -> Result<Vec<Provider>> {
        Ok(self.readable(providers(&self.connection)?))
    }
}

impl Change<'_> {
    /// All providers, former ones too, in their order.
    pub fn providers(&self) -> Result<Vec<Provider>> {
        Ok(providers(&self.sql)?.rows)
    }

    /// Writes a provider, new or changed.
    pub fn put_provider(&mut self, provider: &Provider, before: Option<&Provider>) -> Result<()> {
        self.sql
            .prepare_cached(
                "INSERT INTO provider (id, name, hours, exceptions, active, position, tint)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
                 ON CONFLICT (id) DO UPDATE SET
                   name = ?2, hours = ?3, exceptions = ?4, active = ?5, position = ?6, tint = ?7",
            )?
            .execute(rusqlite::params![
                blob(provider.id.0),
                provider.name,
                provider.hours.as_ref().map(json).transpose()?,
                json(&provider.exceptions)?,
                provider.active,
                provider.position,
                provider.tint,
            ])?;
        identifiers::replace(
            &self.sql,
            Owner::Provider,
            provider.id.0,
            &provider.identifiers,
        )?;
        // As it will be read again, so that the check-up finds it as it was written.
        let written = Provider {
            identifiers: identifiers::of(&self.sql, Owner::Provider, provider.id.0)?,
            ..provider.clone()
        };
        self.enter_written(RecordKind::Provider, provider.id.0, before, &written)
    }
}

pub(crate) fn providers(connection: &Connection) -> Result<Readable<Provider>> {
    let mut read = connection.prepare_cached(
        "SELECT id, name, hours, exceptions, active, position, tint FROM provider ORDER BY position, name, id",
    )?;
    each(RecordKind::Provider, read.query([])?, |row| {
        let id: ProviderId = id_column(row, 0)?;
        let hours: Option<String> = row.get(2)?;
        Ok(Provider {
            id,
            name: row.get(1)?,
            hours: hours.as_deref().map(from_json).transpose()?,
            exceptions: from_json(&row.get::<_, String>(3)?)?,
            active: row.get(4)?,
            position: row.get(5)?,
            identifiers: identifiers::of(connection, Owner::Provider, id.0)?,
            tint: row.get(6)?,
        })
    })
}
