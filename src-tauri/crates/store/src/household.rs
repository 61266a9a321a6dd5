//! Households.

use crate::change::{Change, Entry};
use crate::error::Result;
use crate::open::Store;
use crate::sql::{blob, id_column, json, optional_blob, optional_id};
use domain::audit::{Action, RecordKind};
use domain::{Household, HouseholdId, PatientId};
use rusqlite::Connection;

impl Store {
    /// All households, by name.
    pub fn households(&self) -> Result<Vec<Household>> {
        households(&self.connection)
    }

    /// One household; none when it is not there.
    pub fn household(&self, id: HouseholdId) -> Result<Option<Household>> {
        household(&self.connection, id)
    }

    /// Who belongs to a household, in the order of lists.
    pub fn household_members(&self, id: HouseholdId) -> Result<Vec<PatientId>> {
        let mut read = self.connection.prepare_cached(
            "SELECT id FROM patient WHERE household = ?1 ORDER BY birth_date, sort_key",
        )?;
        let mut rows = read.query([blob(id.0)])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(id_column(row, 0)?);
        }
        Ok(found)
    }
}

impl Change<'_> {
    /// All households, by name.
    pub fn households(&self) -> Result<Vec<Household>> {
        households(&self.sql)
    }

    /// One household; none when it is not there.
    pub fn household(&self, id: HouseholdId) -> Result<Option<Household>> {
        household(&self.sql, id)
    }

    /// Writes a household, new or changed.
    pub fn put_household(
        &mut self,
        household: &Household,
        before: Option<&Household>,
    ) -> Result<()> {
        self.sql
            .prepare_cached(
                "INSERT INTO household (id, name, guarantor) VALUES (?1, ?2, ?3)
                 ON CONFLICT (id) DO UPDATE SET name = ?2, guarantor = ?3",
            )?
            .execute(rusqlite::params![
                blob(household.id.0),
                household.name,
                optional_blob(household.guarantor.map(|id| id.0)),
            ])?;
        let before = before.map(json).transpose()?;
        self.enter(&Entry {
            action: if before.is_some() {
                Action::Changed
            } else {
                Action::Created
            },
            kind: RecordKind::Household,
            record: Some(household.id.0),
            before: before.as_deref(),
            after: Some(&json(household)?),
            note: "",
        })
    }
}

fn households(connection: &Connection) -> Result<Vec<Household>> {
    let mut read =
        connection.prepare_cached("SELECT id, name, guarantor FROM household ORDER BY name, id")?;
    let mut rows = read.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(of_row(row)?);
    }
    Ok(found)
}

pub(crate) fn household(connection: &Connection, id: HouseholdId) -> Result<Option<Household>> {
    let mut read =
        connection.prepare_cached("SELECT id, name, guarantor FROM household WHERE id = ?1")?;
    let mut rows = read.query([blob(id.0)])?;
    rows.next()?.map(of_row).transpose()
}

fn of_row(row: &rusqlite::Row<'_>) -> Result<Household> {
    Ok(Household {
        id: id_column(row, 0)?,
        name: row.get(1)?,
        guarantor: optional_id(row, 2)?,
    })
}
