//! Who is sending: one at a time for a practice, also over several programs and machines' sleep.

use crate::change::Change;
use crate::error::Result;
use crate::sql::{blob, id_column, instant_of, instant_text, text};
use chrono::{DateTime, Utc};
use uuid::Uuid;

impl Change<'_> {
    /// Takes the turn until `until`. False while somebody else has it. One that ends further ahead
    /// than any turn does was taken by a clock that was wrong; those of two machines may differ by as
    /// much as a turn.
    pub fn take_sender(
        &mut self,
        holder: Uuid,
        now: DateTime<Utc>,
        until: DateTime<Utc>,
    ) -> Result<bool> {
        let turn = until.signed_duration_since(now);
        let farthest = until.checked_add_signed(turn).unwrap_or(until);
        let has_it = |(other, ends)| other != holder && now < ends && ends <= farthest;
        if self.sender()?.is_some_and(has_it) {
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
        let is_over = |(other, ends)| other != holder || ends <= now;
        if self.sender()?.is_none_or(is_over) {
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

    /// Who took the turn last, and until when.
    fn sender(&self) -> Result<Option<(Uuid, DateTime<Utc>)>> {
        let mut read = self
            .sql
            .prepare_cached("SELECT holder, until FROM message_sender WHERE id = 1")?;
        let mut rows = read.query([])?;
        let Some(row) = rows.next()? else {
            return Ok(None);
        };
        Ok(Some((id_column(row, 0)?, instant_of(text(row, 1)?)?)))
    }
}
