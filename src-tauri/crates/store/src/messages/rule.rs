//! Reminder rules.

use crate::change::Change;
use crate::error::Result;
use crate::left_out::{Readable, each};
use crate::open::Store;
use crate::sql::{blob, from_json, id_column, instant_of, instant_text, json, named, text};
use domain::ReminderRuleId;
use domain::audit::RecordKind;
use domain::messages::{MessageKind, ReminderRule};
use rusqlite::{Connection, Row};

impl Store {
    /// All rules, in the order of lists.
    pub fn reminder_rules(&self) -> Result<Vec<ReminderRule>> {
        Ok(self.readable(rules(&self.connection)?))
    }
}

impl Change<'_> {
    /// One rule; none when it is not there.
    pub fn reminder_rule(&self, id: ReminderRuleId) -> Result<Option<ReminderRule>> {
        let all = rules(&self.sql)?.rows;
        Ok(all.into_iter().find(|rule| rule.id == id))
    }

    /// All rules, in the order of lists.
    pub fn reminder_rules(&self) -> Result<Vec<ReminderRule>> {
        Ok(rules(&self.sql)?.rows)
    }

    /// Writes a rule, new or changed.
    pub fn put_reminder_rule(
        &mut self,
        rule: &ReminderRule,
        before: Option<&ReminderRule>,
    ) -> Result<()> {
        self.sql
            .prepare_cached(
                "INSERT INTO reminder_rule (id, kind, types, lead, channels, active, position, since)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
                 ON CONFLICT (id) DO UPDATE SET kind = ?2, types = ?3, lead = ?4, channels = ?5,
                   active = ?6, position = ?7, since = ?8",
            )?
            .execute(rusqlite::params![
                blob(rule.id.0),
                rule.kind.name(),
                json(&rule.types)?,
                json(&rule.lead)?,
                json(&rule.channels)?,
                rule.active,
                rule.position,
                instant_text(rule.since),
            ])?;
        self.enter_written(RecordKind::ReminderRule, rule.id.0, before, rule)
    }

    /// Takes a rule away; the trail keeps it, and so does what went out by it.
    pub fn remove_reminder_rule(&mut self, rule: &ReminderRule) -> Result<()> {
        self.sql
            .prepare_cached("DELETE FROM reminder_rule WHERE id = ?1")?
            .execute([blob(rule.id.0)])?;
        self.enter_removed(RecordKind::ReminderRule, rule.id.0, rule)
    }
}

pub(crate) fn rules(connection: &Connection) -> Result<Readable<ReminderRule>> {
    let mut read = connection.prepare_cached(
        "SELECT id, kind, types, lead, channels, active, position, since
         FROM reminder_rule ORDER BY position, id",
    )?;
    each(RecordKind::ReminderRule, read.query([])?, of_row)
}

fn of_row(row: &Row<'_>) -> Result<ReminderRule> {
    Ok(ReminderRule {
        id: id_column(row, 0)?,
        kind: named(text(row, 1)?, MessageKind::named)?,
        types: from_json(text(row, 2)?)?,
        lead: from_json(text(row, 3)?)?,
        channels: from_json(text(row, 4)?)?,
        active: row.get(5)?,
        position: row.get(6)?,
        since: instant_of(text(row, 7)?)?,
    })
}
