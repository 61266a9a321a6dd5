//! The mailbox of the practice: one row at most.

use crate::change::Change;
use crate::error::Result;
use crate::open::Store;
use crate::sql::{blob, from_json, json, text};
use domain::audit::{Action, RecordKind};
use domain::messages::{Mailbox, Trouble};
use rusqlite::{Connection, OptionalExtension};

/// What is to become of the password.
#[derive(Clone, Copy)]
pub enum MailPassword<'a> {
    /// It stays as it is.
    Kept,
    /// It is this from now on; none where there is no login.
    New(Option<&'a str>),
}

impl std::fmt::Debug for MailPassword<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Kept => "Kept",
            Self::New(_) => "New",
        })
    }
}

impl Store {
    /// The mailbox; none before one was set up.
    pub fn mailbox(&self) -> Result<Option<Mailbox>> {
        mailbox_row(&self.connection)
    }

    /// Its password; none where there is no login.
    pub fn mailbox_password(&self) -> Result<Option<String>> {
        password(&self.connection)
    }

    /// What keeps mail from going.
    pub fn mailbox_trouble(&self) -> Result<Option<Trouble>> {
        trouble(&self.connection)
    }
}

impl Change<'_> {
    /// The mailbox; none before one was set up.
    pub fn mailbox(&self) -> Result<Option<Mailbox>> {
        mailbox_row(&self.sql)
    }

    /// Its password; none where there is no login.
    pub fn mailbox_password(&self) -> Result<Option<String>> {
        password(&self.sql)
    }

    /// Whether there is a password.
    pub fn mailbox_has_password(&self) -> Result<bool> {
        Ok(password(&self.sql)?.is_some())
    }

    /// What keeps mail from going.
    pub fn mailbox_trouble(&self) -> Result<Option<Trouble>> {
        trouble(&self.sql)
    }

    /// Writes the mailbox, new or changed. What kept mail from going may be over by that.
    pub fn put_mailbox(
        &mut self,
        mailbox: &Mailbox,
        before: Option<&Mailbox>,
        password: MailPassword<'_>,
    ) -> Result<()> {
        let id = blob(mailbox.id.0);
        self.sql
            .prepare_cached(
                "INSERT INTO mailbox (id, mailbox) VALUES (?1, ?2)
                 ON CONFLICT (id) DO UPDATE SET mailbox = ?2, trouble = NULL",
            )?
            .execute(rusqlite::params![id, json(mailbox)?])?;
        self.enter_written(RecordKind::Mailbox, mailbox.id.0, before, mailbox)?;
        if let MailPassword::New(password) = password {
            self.sql
                .prepare_cached("UPDATE mailbox SET password = ?2 WHERE id = ?1")?
                .execute(rusqlite::params![id, password])?;
            self.note_mailbox(mailbox, "password")?;
        }
        Ok(())
    }

    /// Takes the mailbox away, password and all.
    pub fn remove_mailbox(&mut self, mailbox: &Mailbox) -> Result<()> {
        self.sql
            .prepare_cached("DELETE FROM mailbox WHERE id = ?1")?
            .execute([blob(mailbox.id.0)])?;
        self.enter_removed(RecordKind::Mailbox, mailbox.id.0, mailbox)
    }

    /// Keeps what keeps mail from going; none once it goes. A server's own words may name a patient,
    /// so that the trail has the kind of trouble alone.
    pub fn put_mailbox_trouble(&mut self, trouble: Option<&Trouble>) -> Result<()> {
        let Some(mailbox) = self.mailbox()? else {
            return Ok(());
        };
        self.sql
            .prepare_cached("UPDATE mailbox SET trouble = ?2 WHERE id = ?1")?
            .execute(rusqlite::params![
                blob(mailbox.id.0),
                trouble.map(json).transpose()?
            ])?;
        let note = trouble.map_or("works", |trouble| trouble.fault.as_str());
        self.note_mailbox(&mailbox, note)
    }

    fn note_mailbox(&mut self, mailbox: &Mailbox, note: &str) -> Result<()> {
        let id = Some(mailbox.id.0);
        self.note(Action::Changed, RecordKind::Mailbox, id, note)
    }
}

pub(crate) fn mailbox_row(connection: &Connection) -> Result<Option<Mailbox>> {
    let mut read = connection.prepare_cached("SELECT mailbox FROM mailbox ORDER BY id LIMIT 1")?;
    let mut rows = read.query([])?;
    let Some(row) = rows.next()? else {
        return Ok(None);
    };
    Ok(Some(from_json(text(row, 0)?)?))
}

fn password(connection: &Connection) -> Result<Option<String>> {
    let mut read = connection.prepare_cached("SELECT password FROM mailbox ORDER BY id LIMIT 1")?;
    Ok(read.query_row([], |row| row.get(0)).optional()?.flatten())
}

fn trouble(connection: &Connection) -> Result<Option<Trouble>> {
    let mut read = connection.prepare_cached("SELECT trouble FROM mailbox ORDER BY id LIMIT 1")?;
    let kept: Option<String> = read.query_row([], |row| row.get(0)).optional()?.flatten();
    kept.as_deref().map(from_json).transpose()
}
