//! Words of the practice's own for kinds of messages.

use crate::change::Change;
use crate::error::Result;
use crate::left_out::{Readable, each};
use crate::open::Store;
use crate::sql::{blob, id_column, named, text};
use domain::audit::RecordKind;
use domain::messages::{Channel, MessageKind, MessageText};
use rusqlite::{Connection, Row};

impl Store {
    /// All of them, by kind, channel and language.
    pub fn message_texts(&self) -> Result<Vec<MessageText>> {
        Ok(self.readable(texts(&self.connection)?))
    }
}

impl Change<'_> {
    /// All of them, by kind, channel and language; one that cannot be read is left out, so that what
    /// comes with Daybook is said in its place.
    pub fn message_texts(&self) -> Result<Vec<MessageText>> {
        Ok(texts(&self.sql)?.rows)
    }

    /// Writes a text, new or changed.
    pub fn put_message_text(
        &mut self,
        one: &MessageText,
        before: Option<&MessageText>,
    ) -> Result<()> {
        self.sql
            .prepare_cached(
                "INSERT INTO message_text (id, kind, channel, language, subject, body)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)
                 ON CONFLICT (id) DO UPDATE SET
                   kind = ?2, channel = ?3, language = ?4, subject = ?5, body = ?6",
            )?
            .execute(rusqlite::params![
                blob(one.id.0),
                one.kind.name(),
                one.channel.name(),
                one.language,
                one.subject,
                one.body,
            ])?;
        self.enter_written(RecordKind::MessageText, one.id.0, before, one)
    }

    /// Takes a text away, so that what comes with Daybook holds again; the trail keeps it.
    pub fn remove_message_text(&mut self, one: &MessageText) -> Result<()> {
        self.sql
            .prepare_cached("DELETE FROM message_text WHERE id = ?1")?
            .execute([blob(one.id.0)])?;
        self.enter_removed(RecordKind::MessageText, one.id.0, one)
    }
}

pub(crate) fn texts(connection: &Connection) -> Result<Readable<MessageText>> {
    let mut read = connection.prepare_cached(
        "SELECT id, kind, channel, language, subject, body
         FROM message_text ORDER BY kind, channel, language",
    )?;
    each(RecordKind::MessageText, read.query([])?, of_row)
}

fn of_row(row: &Row<'_>) -> Result<MessageText> {
    Ok(MessageText {
        id: id_column(row, 0)?,
        kind: named(text(row, 1)?, MessageKind::named)?,
        channel: named(text(row, 2)?, Channel::named)?,
        language: row.get(3)?,
        subject: row.get(4)?,
        body: row.get(5)?,
    })
}
