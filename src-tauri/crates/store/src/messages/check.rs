//! Whether the outbox is whole. The trail has no line of what is planned, so that its rows are held
//! against each other: what is told twice, or never, would be found by nobody else.

use super::outbox::{COLUMNS, OutboxMessage, of_row};
use crate::check::listed;
use crate::error::Result;
use crate::left_out::each;
use crate::open::Store;
use crate::sql::{blob, json};
use domain::audit::RecordKind;
use domain::messages::{Channel, Sending, Stage};
use rusqlite::types::Value;

impl Store {
    /// Each message has its parts, its state stands where it is found by, and what was handed over
    /// has its words.
    pub(crate) fn check_outbox(&self) -> Result<Option<String>> {
        let mut read = self.connection.prepare(&format!(
            "SELECT {COLUMNS}, o.state FROM outbox o ORDER BY o.id"
        ))?;
        let found = each(RecordKind::Outbox, read.query([])?, |row| {
            Ok((of_row(row)?, row.get::<_, String>(7)?))
        })?;
        let mut bad: Vec<String> = found
            .left_out
            .iter()
            .map(|left| format!("message {} cannot be read: {}", left.id, left.reason))
            .collect();
        for (message, state) in found.rows {
            for what in self.wrong_with(&message, &state)? {
                bad.push(format!("message {} {what}", message.id));
            }
        }
        let lone: i64 = self.connection.query_row(
            "SELECT count(*) FROM outbox_part p
             WHERE NOT EXISTS (SELECT 1 FROM outbox o WHERE o.id = p.outbox)",
            [],
            |row| row.get(0),
        )?;
        if lone > 0 {
            bad.push(format!("{lone} parts are of no message"));
        }
        Ok(listed(&bad))
    }

    fn wrong_with(&self, one: &OutboxMessage, state: &str) -> Result<Vec<&'static str>> {
        let mut wrong = Vec::new();
        if state != one.sending.name() {
            wrong.push("is found by another state than it has");
        }
        if one.message.parts.is_empty() {
            wrong.push("says nothing");
        }
        if self.parts_of(one)? != parts_to_be(one)? {
            wrong.push("is found by other parts than it has");
        }
        let handed = matches!(
            one.sending,
            Sending::Claimed { .. }
                | Sending::Accepted { .. }
                | Sending::Transient { .. }
                | Sending::Unknown { .. }
        );
        if handed {
            let attempt = one.sending.attempt();
            if attempt.is_none_or(|one| one.number == 0 || one.message_id.is_empty()) {
                wrong.push("was handed over, but not under an id");
            }
            // A person calls without words, if need be.
            if one.letter.is_none() && one.message.channel != Channel::Phone {
                wrong.push("was handed over, but without words");
            }
        }
        if matches!(one.sending, Sending::Withdrawn { .. }) && one.why.is_none() {
            wrong.push("was withdrawn for no reason");
        }
        Ok(wrong)
    }

    fn parts_of(&self, one: &OutboxMessage) -> Result<Vec<Vec<Value>>> {
        let mut read = self.connection.prepare_cached(
            "SELECT patient, about, rule, channel, recipient, live
             FROM outbox_part WHERE outbox = ?1 ORDER BY position",
        )?;
        let mut rows = read.query([blob(one.id.0)])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let columns: rusqlite::Result<Vec<Value>> = (0..6).map(|at| row.get(at)).collect();
            found.push(columns?);
        }
        Ok(found)
    }
}

/// The parts of a message as they are found by.
fn parts_to_be(one: &OutboxMessage) -> Result<Vec<Vec<Value>>> {
    let live = one.sending.stage() != Stage::Void;
    let recipient = json(&one.message.recipient)?;
    let parts = one.message.parts.iter();
    parts
        .map(|part| {
            Ok(vec![
                Value::Blob(blob(part.patient.0).to_vec()),
                Value::Text(json(&part.about)?),
                Value::Blob(blob(part.rule.0).to_vec()),
                Value::Text(one.message.channel.name().to_owned()),
                Value::Text(recipient.clone()),
                Value::Integer(i64::from(live)),
            ])
        })
        .collect()
}
