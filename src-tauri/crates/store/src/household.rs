//! Households.

use crate::change::Change;
use crate::error::Result;
use crate::left_out::{Readable, each};
use crate::open::Store;
use crate::sql::{blob, id_column, ids, optional_blob, optional_id};
use domain::audit::RecordKind;
use domain::{Household, HouseholdId, PatientId};
use rusqlite::Connection;

impl Store {
    /// All households, by name.
    pub fn households(&self) -> Result<Vec<Household>> {
        Ok(self.readable(households(&self.connection)?))
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
        ids(&mut read, [blob(id.0)])
    }
}

impl Change<'_> {
    /// All households, by name.
    pub fn households(&self) -> Result<Vec<Household>> {
        Ok(households(&self.sql)?.rows)
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
        self.enter_written(RecordKind::Household, household.id.0, before, household)
    }
}

pub(crate) fn households(connection: &Connection) -> Result<Readable<Household>> {
    let mut read =
        connection.prepare_cached("SELECT id, name, guarantor FROM household ORDER BY name, id")?;
    each(RecordKind::Household, read.query([])?, of_row)
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
