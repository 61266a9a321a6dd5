//! What calendars were told last of each visit (M14). It follows from what went out, which the trail
//! has, so it has no line there.

use crate::change::Change;
use crate::error::Result;
use crate::sql::{blob, from_json, json, text};
use domain::AppointmentId;
use domain::messages::LastTold;

impl Change<'_> {
    /// What calendars were told last of a visit; none when they never heard of it.
    pub fn last_told(&self, visit: AppointmentId) -> Result<Option<LastTold>> {
        let mut read = self
            .sql
            .prepare_cached("SELECT told FROM invitation WHERE appointment = ?1")?;
        let mut rows = read.query([blob(visit.0)])?;
        rows.next()?.map(|row| from_json(text(row, 0)?)).transpose()
    }

    /// Writes down what they are about to be told.
    pub fn put_told(&mut self, visit: AppointmentId, told: LastTold) -> Result<()> {
        self.sql
            .prepare_cached(
                "INSERT INTO invitation (appointment, told) VALUES (?1, ?2)
                 ON CONFLICT (appointment) DO UPDATE SET told = ?2",
            )?
            .execute(rusqlite::params![blob(visit.0), json(&told)?])?;
        Ok(())
    }
}
