//! Appointment types.

use crate::change::Change;
use crate::error::Result;
use crate::left_out::{Readable, each};
use crate::open::Store;
use crate::sql::{blob, from_json, id_column, json, pattern_of};
use domain::AppointmentType;
use domain::audit::RecordKind;
use rusqlite::{Connection, Row};

impl Store {
    /// All appointment types, former ones too, in their order.
    pub fn appointment_types(&self) -> Result<Vec<AppointmentType>> {
        Ok(self.readable(appointment_types(&self.connection)?))
    }
}

impl Change<'_> {
    /// All appointment types, former ones too, in their order.
    pub fn appointment_types(&self) -> Result<Vec<AppointmentType>> {
        Ok(appointment_types(&self.sql)?.rows)
    }

    /// Writes an appointment type, new or changed.
    pub fn put_appointment_type(
        &mut self,
        kind: &AppointmentType,
        before: Option<&AppointmentType>,
    ) -> Result<()> {
        self.sql
            .prepare_cached(
                "INSERT INTO appointment_type (id, name, minutes, tint, active, position, arrive_early,
                   pattern, chairs, providers, recall_trigger)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
                 ON CONFLICT (id) DO UPDATE SET
                   name = ?2, minutes = ?3, tint = ?4, active = ?5, position = ?6, arrive_early = ?7,
                   pattern = ?8, chairs = ?9, providers = ?10, recall_trigger = ?11",
            )?
            .execute(rusqlite::params![
                blob(kind.id.0),
                kind.name,
                kind.minutes,
                kind.tint,
                kind.active,
                kind.position,
                kind.arrive_early,
                kind.pattern.as_ref().map(ToString::to_string),
                json(&kind.chairs)?,
                json(&kind.providers)?,
                kind.recall_trigger,
            ])?;
        self.enter_written(RecordKind::AppointmentType, kind.id.0, before, kind)
    }
}

pub(crate) fn appointment_types(connection: &Connection) -> Result<Readable<AppointmentType>> {
    let mut read = connection.prepare_cached(
        "SELECT id, name, minutes, tint, active, position, arrive_early, pattern, chairs, providers,
           recall_trigger
         FROM appointment_type ORDER BY position, name, id",
    )?;
    each(RecordKind::AppointmentType, read.query([])?, of_row)
}

fn of_row(row: &Row<'_>) -> Result<AppointmentType> {
    Ok(AppointmentType {
        id: id_column(row, 0)?,
        name: row.get(1)?,
        minutes: row.get(2)?,
        tint: row.get(3)?,
        active: row.get(4)?,
        position: row.get(5)?,
        arrive_early: row.get(6)?,
        pattern: pattern_of(row.get(7)?)?,
        chairs: from_json(&row.get::<_, String>(8)?)?,
        providers: from_json(&row.get::<_, String>(9)?)?,
        recall_trigger: row.get(10)?,
    })
}
