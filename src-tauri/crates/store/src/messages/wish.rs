//! The only ways by which somebody wishes to be reached (P7).

use crate::change::Change;
use crate::error::Result;
use crate::left_out::{Readable, each};
use crate::open::Store;
use crate::sql::{blob, from_json, id_column, json, text};
use domain::PatientId;
use domain::audit::RecordKind;
use domain::messages::ContactWish;
use rusqlite::{Connection, Row};
use uuid::Uuid;

impl Store {
    /// What a patient wishes; none where every usual way is right.
    pub fn contact_wish(&self, patient: PatientId) -> Result<Option<ContactWish>> {
        Ok(wish_of(&self.connection, patient)?.map(|(_, wish)| wish))
    }
}

impl Change<'_> {
    /// What a patient wishes; none where every usual way is right.
    pub fn contact_wish(&self, patient: PatientId) -> Result<Option<ContactWish>> {
        Ok(wish_of(&self.sql, patient)?.map(|(_, wish)| wish))
    }

    /// Writes it in place of what the patient wished before; `new` is its id where there was nothing.
    pub fn put_contact_wish(&mut self, new: Uuid, wish: &ContactWish) -> Result<()> {
        let there = wish_of(&self.sql, wish.patient)?;
        let id = there.as_ref().map_or(new, |(id, _)| *id);
        self.sql
            .prepare_cached(
                "INSERT INTO contact_wish (id, patient, ways) VALUES (?1, ?2, ?3)
                 ON CONFLICT (id) DO UPDATE SET ways = ?3",
            )?
            .execute(rusqlite::params![
                blob(id),
                blob(wish.patient.0),
                json(&wish.only)?,
            ])?;
        let before = there.as_ref().map(|(_, before)| before);
        self.enter_written(RecordKind::ContactWish, id, before, wish)
    }

    /// Every usual way is right again; the trail keeps the wish.
    pub fn remove_contact_wish(&mut self, patient: PatientId) -> Result<()> {
        let Some((id, wish)) = wish_of(&self.sql, patient)? else {
            return Ok(());
        };
        self.sql
            .prepare_cached("DELETE FROM contact_wish WHERE id = ?1")?
            .execute([blob(id)])?;
        self.enter_removed(RecordKind::ContactWish, id, &wish)
    }

    /// The wish of that id.
    pub(crate) fn contact_wish_at(&self, id: Uuid) -> Result<Option<ContactWish>> {
        let mut read = self
            .sql
            .prepare_cached("SELECT id, patient, ways FROM contact_wish WHERE id = ?1")?;
        let mut rows = read.query([blob(id)])?;
        Ok(rows.next()?.map(of_row).transpose()?.map(|(_, wish)| wish))
    }
}

/// One that cannot be read is an error: something would go where it must not.
pub(super) fn wish_of(
    connection: &Connection,
    patient: PatientId,
) -> Result<Option<(Uuid, ContactWish)>> {
    let mut read = connection
        .prepare_cached("SELECT id, patient, ways FROM contact_wish WHERE patient = ?1")?;
    let mut rows = read.query([blob(patient.0)])?;
    rows.next()?.map(of_row).transpose()
}

/// All of them with their ids, for the check-up.
pub(crate) fn all_wishes(connection: &Connection) -> Result<Readable<(Uuid, ContactWish)>> {
    let mut read = connection.prepare("SELECT id, patient, ways FROM contact_wish")?;
    each(RecordKind::ContactWish, read.query([])?, of_row)
}

fn of_row(row: &Row<'_>) -> Result<(Uuid, ContactWish)> {
    let wish = ContactWish {
        patient: id_column(row, 1)?,
        only: from_json(text(row, 2)?)?,
    };
    Ok((id_column(row, 0)?, wish))
}
