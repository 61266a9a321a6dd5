//! Appointment types.

use crate::change::{Change, Entry};
use crate::error::Result;
use crate::open::Store;
use crate::sql::{blob, id_column, json};
use domain::AppointmentType;
use domain::audit::{Action, RecordKind};
use rusqlite::Connection;

impl Store {
    /// All appointment types, former ones too, in their order.
    pub fn appointment_types(&self) -> Result<Vec<AppointmentType>> {
        appointment_types(&self.connection)
    }
}

impl Change<'_> {
    /// All appointment types, former ones too, in their order.
    pub fn appointment_types(&self) -> Result<Vec<AppointmentType>> {
        appointment_types(&self.sql)
    }

    /// Writes an appointment type, new or changed.
    pub fn put_appointment_type(
        &mut self,
        kind: &AppointmentType,
        before: Option<&AppointmentType>,
    ) -> Result<()> {
        self.sql
            .prepare_cached(
                "INSERT INTO appointment_type (id, name, minutes, tint, active, position, arrive_early)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
                 ON CONFLICT (id) DO UPDATE SET
                   name = ?2, minutes = ?3, tint = ?4, active = ?5, position = ?6, arrive_early = ?7",
            )?
            .execute(rusqlite::params![
                blob(kind.id.0),
                kind.name,
                kind.minutes,
                kind.tint,
                kind.active,
                kind.position,
                kind.arrive_early,
            ])?;
        let before = before.map(json).transpose()?;
        self.enter(&Entry {
            action: if before.is_some() {
                Action::Changed
            } else {
                Action::Created
            },
            kind: RecordKind::AppointmentType,
            record: Some(kind.id.0),
            before: before.as_deref(),
            after: Some(&json(kind)?),
            note: "",
        })
    }
}

pub(crate) fn appointment_types(connection: &Connection) -> Result<Vec<AppointmentType>> {
    let mut read = connection.prepare_cached(
        "SELECT id, name, minutes, tint, active, position, arrive_early
         FROM appointment_type ORDER BY position, name, id",
    )?;
    let mut rows = read.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(AppointmentType {
            id: id_column(row, 0)?,
            name: row.get(1)?,
            minutes: row.get(2)?,
            tint: row.get(3)?,
            active: row.get(4)?,
            position: row.get(5)?,
            arrive_early: row.get(6)?,
        });
    }
    Ok(found)
}
