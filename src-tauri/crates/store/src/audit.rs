//! Reading the audit trail.

use crate::error::Result;
use crate::open::Store;
use crate::sql::{blob, from_json, instant_of, named, optional_id};
use domain::audit::{Action, Actor, AuditEntry, RecordKind};
use domain::{Appointment, AppointmentId};
use rusqlite::Row;
use std::collections::BTreeSet;
use uuid::Uuid;

/// What the trail says of one record, newest first.
pub type Trail = Vec<AuditEntry>;

/// A change of a visit, and the visit as it was before; none where it was made, or where that
/// version cannot be read any more (S14).
pub type Version = (AuditEntry, Option<Appointment>);

const COLUMNS: &str = "SELECT seq, at, actor, action, kind, record, before, note FROM audit";

impl Store {
    /// The newest entries of a record, at most `limit`.
    pub fn trail(&self, record: Uuid, limit: u32) -> Result<Trail> {
        let mut read = self.connection.prepare_cached(&format!(
            "{COLUMNS} WHERE record = ?1 ORDER BY seq DESC LIMIT ?2"
        ))?;
        read.query_and_then(rusqlite::params![blob(record), limit], of_row)?
            .collect()
    }

    /// The newest changes of a visit, at most `limit`, newest first.
    pub fn versions(&self, id: AppointmentId, limit: u32) -> Result<Vec<Version>> {
        let trail = self.trail(id.0, limit)?;
        Ok(trail
            .into_iter()
            .filter(|entry| entry.kind == RecordKind::Appointment && entry.action.changes())
            .map(|entry| {
                let before = entry
                    .before
                    .as_deref()
                    .and_then(|json| from_json(json).ok());
                (entry, before)
            })
            .collect())
    }

    /// What kinds of records were changed by the entries after `seq`, whoever made them. What was
    /// only read, printed or exported is not among them.
    pub fn kinds_changed_since(&self, seq: u64) -> Result<BTreeSet<RecordKind>> {
        let mut read = self.connection.prepare_cached(
            "SELECT DISTINCT kind FROM audit
             WHERE seq > ?1 AND action NOT IN ('read', 'printed', 'exported', 'unlocked')",
        )?;
        read.query_and_then([seq], |row| {
            named(&row.get::<_, String>(0)?, RecordKind::named)
        })?
        .collect()
    }
}

fn of_row(row: &Row<'_>) -> Result<AuditEntry> {
    let at: String = row.get(1)?;
    let action: String = row.get(3)?;
    let kind: String = row.get(4)?;
    Ok(AuditEntry {
        seq: row.get(0)?,
        at: instant_of(&at)?,
        actor: Actor(row.get(2)?),
        action: named(&action, Action::named)?,
        kind: named(&kind, RecordKind::named)?,
        record: optional_id(row, 5)?,
        before: row.get(6)?,
        note: row.get(7)?,
    })
}
