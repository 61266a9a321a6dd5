//! Who is sending: one at a time for a practice, also over several programs and machines' sleep.

use crate::change::Change;
use crate::error::Result;
use crate::sql::{blob, id_column, instant_of, instant_text, text};
use chrono::{DateTime, Utc};
use uuid::Uuid;

impl Change<'_> {
    /// Takes the turn until `until`. False while somebody else has it.
    pub fn take_sender(
        &mut self,
        holder: Uuid,
        now: DateTime<Utc>,
        until: DateTime<Utc>,
    ) -> Result<bool> {
        if self.sender(now)?.is_some_and(|other| other != holder) {
            return Ok(false);
        }
        self.sql
            .prepare_cached(
                "INSERT INTO message_sender (id, holder, until) VALUES (1, ?1, ?2)
                 ON CONFLICT (id) DO UPDATE SET holder = ?1, until = ?2",
            )?
            .execute(rusqlite::params![blob(holder), instant_text(until)])?;
        Ok(true)
    }

    /// Keeps the turn until `until`. False where it is over, or somebody else's.
    pub fn keep_sender(
        &mut self,
        holder: Uuid,
        now: DateTime<Utc>,
        until: DateTime<Utc>,
    ) -> Result<bool> {
        if self.sender(now)? != Some(holder) {
            return Ok(false);
        }
        self.take_sender(holder, now, until)
    }

    /// Gives the turn back.
    pub fn release_sender(&mut self, holder: Uuid) -> Result<()> {
        self.sql
            .prepare_cached("DELETE FROM message_sender WHERE holder = ?1")?
            .execute([blob(holder)])?;
        Ok(())
    }

    fn sender(&self, now: DateTime<Utc>) -> Result<Option<Uuid>> {
        let mut read = self
            .sql
            .prepare_cached("SELECT holder, until FROM message_sender WHERE id = 1")?;
        let mut rows = read.query([])?;
        let Some(row) = rows.next()? else {
            return Ok(None);
        };
        Ok((now < instant_of(text(row, 1)?)?).then_some(id_column(row, 0)?))
    }
}
