//! Looking for damage: what `doctor` runs.

use crate::change::{Chain, Entry, digest, link, read_chain};
use crate::error::{Error, Result};
use crate::open::Store;
use crate::sql::{json, named};
use domain::audit::{Action, RecordKind};
use rusqlite::OptionalExtension;
use std::collections::HashMap;
use uuid::Uuid;

/// What one check found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Name of the check.
    pub check: &'static str,
    /// What is wrong; none when nothing is.
    pub wrong: Option<String>,
}

/// Looks for one kind of damage; says what is wrong.
type Check = fn(&Store) -> Result<Option<String>>;

impl Store {
    /// All checks within the file, in order. A check that cannot run is a finding too.
    pub fn check(&self) -> Vec<Finding> {
        let checks: [(&'static str, Check); 6] = [
            ("page HMACs", Store::check_pages),
            ("SQL integrity", Store::check_integrity),
            ("foreign keys", Store::check_references),
            ("audit chain", Store::check_chain),
            ("records against the audit trail", Store::check_records),
            ("search index", Store::check_search),
        ];
        checks
            .into_iter()
            .map(|(check, run)| Finding {
                check,
                wrong: run(self).unwrap_or_else(|error| Some(error.to_string())),
            })
            .collect()
    }

    fn check_pages(&self) -> Result<Option<String>> {
        let mut read = self.connection.prepare("PRAGMA cipher_integrity_check")?;
        let bad: Vec<String> = read
            .query_map([], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        Ok(listed(&bad))
    }

    fn check_integrity(&self) -> Result<Option<String>> {
        let mut read = self.connection.prepare("PRAGMA integrity_check(20)")?;
        let said: Vec<String> = read
            .query_map([], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        Ok(if said == ["ok"] { None } else { listed(&said) })
    }

    fn check_references(&self) -> Result<Option<String>> {
        let mut read = self.connection.prepare("PRAGMA foreign_key_check")?;
        let bad: Vec<String> = read
            .query_map([], |row| {
                Ok(format!(
                    "{} refers to a missing {}",
                    row.get::<_, String>(0)?,
                    row.get::<_, String>(2)?
                ))
            })?
            .collect::<rusqlite::Result<_>>()?;
        Ok(listed(&bad))
    }

    /// Each entry's hash follows from the one before it, and the last is the head.
    fn check_chain(&self) -> Result<Option<String>> {
        let mut read = self.connection.prepare(
            "SELECT seq, at, actor, action, kind, record, before, note, after, hash FROM audit ORDER BY seq",
        )?;
        let mut rows = read.query([])?;
        let mut head = [0u8; 32];
        let mut last = 0u64;
        while let Some(row) = rows.next()? {
            let seq: u64 = row.get(0)?;
            if seq != last + 1 {
                return Ok(Some(format!(
                    "entries {} to {} are missing",
                    last + 1,
                    seq - 1
                )));
            }
            let (at, actor): (String, String) = (row.get(1)?, row.get(2)?);
            let action = named(&row.get::<_, String>(3)?, Action::named)?;
            let kind = named(&row.get::<_, String>(4)?, RecordKind::named)?;
            let record: Option<Vec<u8>> = row.get(5)?;
            let before: Option<String> = row.get(6)?;
            let note: String = row.get(7)?;
            let after: Option<[u8; 16]> = row.get(8)?;
            let record = match record {
                Some(bytes) => {
                    Some(Uuid::from_slice(&bytes).map_err(|_| Error::Row(format!("entry {seq}")))?)
                }
                None => None,
            };
            let entry = Entry {
                action,
                kind,
                record,
                before: before.as_deref(),
                after: None,
                note: &note,
            };
            let hash = link(&head, seq, &at, &actor, &entry, after.as_ref());
            if row.get::<_, [u8; 32]>(9)? != hash {
                return Ok(Some(format!("entry {seq} or one before it was altered")));
            }
            head = hash;
            last = seq;
        }
        let chain = read_chain(&self.connection)?;
        Ok(
            (chain.audit_seq != last || chain.audit_head != head).then(|| {
                format!(
                    "the trail ends at entry {last}, but entry {} was written",
                    chain.audit_seq
                )
            }),
        )
    }

    /// Each patient and appointment is as its last entry left it.
    fn check_records(&self) -> Result<Option<String>> {
        let mut expected: HashMap<Uuid, [u8; 16]> = HashMap::new();
        let mut read = self.connection.prepare(
            "SELECT record, after FROM audit
             WHERE record IS NOT NULL AND after IS NOT NULL AND kind IN ('patient', 'appointment') ORDER BY seq",
        )?;
        let mut rows = read.query([])?;
        while let Some(row) = rows.next()? {
            let record: [u8; 16] = row.get(0)?;
            expected.insert(Uuid::from_bytes(record), row.get(1)?);
        }
        let mut bad = Vec::new();
        self.each_patient(|patient| -> Result<()> {
            let now = digest(&json(&patient)?);
            if expected.remove(&patient.id.0) != Some(now) {
                bad.push(format!(
                    "patient {} is not as it was last written",
                    patient.id
                ));
            }
            Ok(())
        })?;
        self.each_appointment_even_removed(|visit| -> Result<()> {
            let now = digest(&json(&visit)?);
            if expected.remove(&visit.id.0) != Some(now) {
                bad.push(format!(
                    "appointment {} is not as it was last written",
                    visit.id
                ));
            }
            Ok(())
        })?;
        bad.extend(
            expected
                .keys()
                .map(|id| format!("record {id} is in the trail but not there")),
        );
        Ok(listed(&bad))
    }

    fn check_search(&self) -> Result<Option<String>> {
        let (patients, searchable) = (self.count_patients(None)?, self.count_searchable()?);
        Ok((patients != searchable)
            .then(|| format!("{searchable} of {patients} patients can be found by searching")))
    }

    /// Whether the chain once stood where `witness` says; false when the file is older than that,
    /// or has another history.
    pub fn agrees_with(&self, witness: &Chain) -> Result<bool> {
        let now = self.chain()?;
        if now.commits < witness.commits || now.audit_seq < witness.audit_seq {
            return Ok(false);
        }
        if witness.audit_seq == 0 {
            return Ok(true);
        }
        let hash: Option<[u8; 32]> = self
            .connection
            .prepare_cached("SELECT hash FROM audit WHERE seq = ?1")?
            .query_row([witness.audit_seq], |row| row.get(0))
            .optional()?;
        Ok(hash == Some(witness.audit_head))
    }
}

/// The first few, and how many more.
fn listed(bad: &[String]) -> Option<String> {
    if bad.is_empty() {
        return None;
    }
    let shown = bad.iter().take(5).cloned().collect::<Vec<_>>().join("; ");
    Some(if bad.len() > 5 {
        format!("{shown}; and {} more", bad.len() - 5)
    } else {
        shown
    })
}
