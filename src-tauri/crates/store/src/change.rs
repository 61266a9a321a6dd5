//! One change: a transaction that also writes the audit trail and counts the commit.

use crate::error::{Error, Result};
use crate::open::{PATIENCE, Store};
use crate::sql::{blob, instant_text, json};
use crate::turn::{Turn, joined};
use chrono::{DateTime, Utc};
use domain::audit::{Action, Actor, RecordKind};
use rusqlite::{Transaction, TransactionBehavior};
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::time::Duration;
use uuid::Uuid;

/// Where the file stands: told to the vault, so that an older file put in its place shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Chain {
    pub commits: u64,
    pub audit_seq: u64,
    pub audit_head: [u8; 32],
}

/// A change that is being made. Nothing of it is kept unless [`Store::write`] returns Ok.
#[derive(Debug)]
pub struct Change<'a> {
    pub(crate) sql: Transaction<'a>,
    actor: Actor,
    at: DateTime<Utc>,
    chain: Chain,
    kinds: BTreeSet<RecordKind>,
    /// What was made of each record so far; none unless somebody wants to know.
    turns: Option<Vec<Turn>>,
    /// Said in the trail instead of made or changed, while something is taken back or done again.
    pub(crate) turning: Option<Action>,
}

/// What an audit entry says of its record.
#[derive(Clone, Copy)]
pub(crate) struct Entry<'a> {
    pub(crate) action: Action,
    pub(crate) kind: RecordKind,
    pub(crate) record: Option<Uuid>,
    pub(crate) before: Option<&'a str>,
    pub(crate) after: Option<&'a str>,
    pub(crate) note: &'a str,
}

impl Store {
    /// Runs `work` in one transaction, waiting for other writers. Everything in it is kept
    /// together or, when `work` or the commit fails, not at all. Returns which kinds of records
    /// were changed beside what `work` returned.
    pub fn write<T, E: From<Error>>(
        &mut self,
        actor: &Actor,
        at: DateTime<Utc>,
        work: impl FnOnce(&mut Change<'_>) -> std::result::Result<T, E>,
    ) -> std::result::Result<(T, BTreeSet<RecordKind>), E> {
        let sql = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(Error::from)?;
        let chain = read_chain(&sql)?;
        let mut change = Change {
            sql,
            actor: actor.clone(),
            at,
            chain,
            kinds: BTreeSet::new(),
            turns: None,
            turning: None,
        };
        let result = work(&mut change)?;
        let kinds = change.commit()?;
        Ok((result, kinds))
    }

    /// Runs `work` on all that is in the file at one moment, as a change would find it. It can write
    /// nothing, and keeps nobody from writing.
    pub fn read_as_change<T, E: From<Error>>(
        &self,
        at: DateTime<Utc>,
        work: impl FnOnce(&Change<'_>) -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        let sql = self
            .connection
            .unchecked_transaction()
            .map_err(Error::from)?;
        let chain = read_chain(&sql)?;
        work(&Change {
            sql,
            actor: Actor(String::new()),
            at,
            chain,
            kinds: BTreeSet::new(),
            turns: None,
            turning: None,
        })
    }

    /// Like [`Store::write`], but gives up at once when another process is writing.
    pub fn write_if_free<T, E: From<Error>>(
        &mut self,
        actor: &Actor,
        at: DateTime<Utc>,
        work: impl FnOnce(&mut Change<'_>) -> std::result::Result<T, E>,
    ) -> std::result::Result<(T, BTreeSet<RecordKind>), E> {
        self.connection
            .busy_timeout(Duration::ZERO)
            .map_err(Error::from)?;
        let result = self.write(actor, at, work);
        self.connection
            .busy_timeout(PATIENCE)
            .map_err(Error::from)?;
        result
    }

    /// Where the file stands.
    pub fn chain(&self) -> Result<Chain> {
        read_chain(&self.connection)
    }
}

impl Change<'_> {
    /// When the change is made.
    pub fn at(&self) -> DateTime<Utc> {
        self.at
    }

    /// From here on it is kept what becomes of each record; an import of a hundred thousand does
    /// without.
    pub fn keep_turns(&mut self) {
        self.turns = Some(Vec::new());
    }

    /// What was made of each record since [`Change::keep_turns`], in the order of writing.
    pub fn turns(&mut self) -> Vec<Turn> {
        joined(self.turns.take().unwrap_or_default())
    }

    /// A line in the trail that changes no record: a reading, a print, an export (K1).
    pub fn note(
        &mut self,
        action: Action,
        kind: RecordKind,
        record: Option<Uuid>,
        note: &str,
    ) -> Result<()> {
        self.enter(&Entry {
            action,
            kind,
            record,
            before: None,
            after: None,
            note,
        })
    }

    /// Enters a record that was written: made, or changed where there is a `before`.
    pub(crate) fn enter_written<T: Serialize>(
        &mut self,
        kind: RecordKind,
        record: Uuid,
        before: Option<&T>,
        after: &T,
    ) -> Result<()> {
        let before = before.map(json).transpose()?;
        self.enter(&Entry {
            action: if before.is_some() {
                Action::Changed
            } else {
                Action::Created
            },
            kind,
            record: Some(record),
            before: before.as_deref(),
            after: Some(&json(after)?),
            note: "",
        })
    }

    /// Enters a record that was taken away.
    pub(crate) fn enter_removed<T: Serialize>(
        &mut self,
        kind: RecordKind,
        record: Uuid,
        before: &T,
    ) -> Result<()> {
        self.enter(&Entry {
            action: Action::Removed,
            kind,
            record: Some(record),
            before: Some(&json(before)?),
            after: None,
            note: "",
        })
    }

    pub(crate) fn enter(&mut self, entry: &Entry<'_>) -> Result<()> {
        let entry = &Entry {
            action: match (self.turning, entry.action) {
                (Some(turning), Action::Created | Action::Changed | Action::Undone) => turning,
                (_, action) => action,
            },
            ..*entry
        };
        if let Some(turns) = &mut self.turns {
            turns.extend(Turn::of(entry));
        }
        let seq = self.chain.audit_seq + 1;
        let at = instant_text(self.at);
        let after = entry.after.map(digest);
        let hash = link(
            &self.chain.audit_head,
            seq,
            &at,
            &self.actor.0,
            entry,
            after.as_ref(),
        );
        self.sql
            .prepare_cached(
                "INSERT INTO audit (seq, at, actor, action, kind, record, before, note, after, hash)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
            )?
            .execute(rusqlite::params![
                seq,
                at,
                self.actor.0,
                entry.action.name(),
                entry.kind.name(),
                entry.record.map(blob),
                entry.before,
                entry.note,
                after,
                hash,
            ])?;
        self.chain.audit_seq = seq;
        self.chain.audit_head = hash;
        if !matches!(
            entry.action,
            Action::Read | Action::Printed | Action::Exported | Action::Unlocked
        ) {
            self.kinds.insert(entry.kind);
        }
        Ok(())
    }

    fn commit(self) -> Result<BTreeSet<RecordKind>> {
        self.sql
            .prepare_cached(
                "UPDATE chain SET commits = ?1, audit_seq = ?2, audit_head = ?3 WHERE id = 1",
            )?
            .execute(rusqlite::params![
                self.chain.commits + 1,
                self.chain.audit_seq,
                self.chain.audit_head,
            ])?;
        self.sql.commit()?;
        Ok(self.kinds)
    }
}

pub(crate) fn read_chain(connection: &rusqlite::Connection) -> Result<Chain> {
    Ok(connection
        .prepare_cached("SELECT commits, audit_seq, audit_head FROM chain WHERE id = 1")?
        .query_row([], |row| {
            Ok(Chain {
                commits: row.get(0)?,
                audit_seq: row.get(1)?,
                audit_head: row.get(2)?,
            })
        })?)
}

/// Digest of a record's JSON.
pub(crate) fn digest(json: &str) -> [u8; 16] {
    let full = Sha256::digest(json.as_bytes());
    let mut short = [0; 16];
    short.copy_from_slice(&full[..16]);
    short
}

/// The hash of an entry: over the one before it and all its fields, each with its length, so that
/// no two different entries hash alike.
pub(crate) fn link(
    head: &[u8; 32],
    seq: u64,
    at: &str,
    actor: &str,
    entry: &Entry<'_>,
    after: Option<&[u8; 16]>,
) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(head);
    hash.update(seq.to_be_bytes());
    let record = entry.record.map(|id| *id.as_bytes());
    let fields: [Option<&[u8]>; 8] = [
        Some(at.as_bytes()),
        Some(actor.as_bytes()),
        Some(entry.action.name().as_bytes()),
        Some(entry.kind.name().as_bytes()),
        record.as_ref().map(|id| id.as_slice()),
        entry.before.map(str::as_bytes),
        Some(entry.note.as_bytes()),
        after.map(|after| after.as_slice()),
    ];
    for field in fields {
        match field {
            Some(bytes) => {
                hash.update((bytes.len() as u64 + 1).to_be_bytes());
                hash.update(bytes);
            }
            None => hash.update(0u64.to_be_bytes()),
        }
    }
    hash.finalize().into()
}
