//! Looking for damage: what `doctor` runs.

use crate::appointment::as_removed;
use crate::appointment_type::appointment_types;
use crate::block_out::all_block_outs;
use crate::block_out_type::block_out_types;
use crate::chair::chairs;
use crate::change::{Chain, Entry, digest, link, read_chain};
use crate::closure::closures;
use crate::error::{Error, Result};
use crate::household::households;
use crate::left_out::{LeftOut, Readable};
use crate::messages::{
    all_consents, all_stops, all_wishes, mailbox_row, rules, settings_row, texts,
};
use crate::notice::all_notices;
use crate::open::Store;
use crate::provider::providers;
use crate::saved_view::saved_views;
use crate::search::scattered;
use crate::sql::{blob, json, named};
use crate::waiting::all_waiting;
use domain::PatientId;
use domain::audit::{Action, RecordKind};
use domain::search::SearchText;
use rusqlite::OptionalExtension;
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

/// What one check found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    pub check: Check,
    /// What is wrong; none when nothing is.
    pub wrong: Option<String>,
}

/// What is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Check {
    /// Each page is as SQLCipher sealed it.
    Pages,
    /// The pages make a sound database.
    Integrity,
    /// Nothing refers to what is not there.
    References,
    /// No entry of the trail was altered, taken out or put in.
    Chain,
    /// Each record is as its last entry in the trail left it.
    Records,
    /// Every patient is found by what the record says now.
    Search,
    /// Each message of the outbox is whole.
    Outbox,
}

/// Looks for one kind of damage; says what is wrong.
type Look = fn(&Store) -> Result<Option<String>>;

impl Store {
    /// All checks within the file, in order. A check that cannot run is a finding too.
    pub fn check(&self) -> Vec<Finding> {
        let checks: [(Check, Look); 7] = [
            (Check::Pages, Store::check_pages),
            (Check::Integrity, Store::check_integrity),
            (Check::References, Store::check_references),
            (Check::Chain, Store::check_chain),
            (Check::Records, Store::check_records),
            (Check::Search, Store::check_search),
            (Check::Outbox, Store::check_outbox),
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

    /// Each record is as its last entry left it, and none is missing.
    fn check_records(&self) -> Result<Option<String>> {
        let mut expected: HashMap<Uuid, (RecordKind, [u8; 16])> = HashMap::new();
        let mut read = self.connection.prepare(
            "SELECT record, after, kind, action FROM audit
             WHERE record IS NOT NULL AND (after IS NOT NULL OR action = 'removed') ORDER BY seq",
        )?;
        let mut rows = read.query([])?;
        while let Some(row) = rows.next()? {
            let record = Uuid::from_bytes(row.get(0)?);
            let after: Option<[u8; 16]> = row.get(1)?;
            match after {
                Some(after) => {
                    let kind = named(&row.get::<_, String>(2)?, RecordKind::named)?;
                    expected.insert(record, (kind, after));
                }
                None => {
                    expected.remove(&record);
                }
            }
        }
        let mut held = Held {
            expected,
            bad: Vec::new(),
        };
        match self.practice() {
            Ok(practice) => held.against(RecordKind::Practice, practice.id.0, &json(&practice)?),
            // One that the trail knows of is told of below.
            Err(Error::NotFound) => {}
            Err(error) => held.bad.push(format!("the practice's own row: {error}")),
        }
        for provider in held.readable(providers(&self.connection)?) {
            held.against(RecordKind::Provider, provider.id.0, &json(&provider)?);
        }
        for chair in held.readable(chairs(&self.connection)?) {
            held.against(RecordKind::Chair, chair.id.0, &json(&chair)?);
        }
        for kind in held.readable(appointment_types(&self.connection)?) {
            held.against(RecordKind::AppointmentType, kind.id.0, &json(&kind)?);
        }
        for closure in held.readable(closures(&self.connection)?) {
            held.against(RecordKind::Closure, closure.id.0, &json(&closure)?);
        }
        for household in held.readable(households(&self.connection)?) {
            held.against(RecordKind::Household, household.id.0, &json(&household)?);
        }
        for kind in held.readable(block_out_types(&self.connection)?) {
            held.against(RecordKind::BlockOutType, kind.id.0, &json(&kind)?);
        }
        for block in held.readable(all_block_outs(&self.connection)?) {
            held.against(RecordKind::BlockOut, block.id.0, &json(&block)?);
        }
        for waiting in held.readable(all_waiting(&self.connection)?) {
            held.against(RecordKind::Waiting, waiting.id.0, &json(&waiting)?);
        }
        for view in held.readable(saved_views(&self.connection)?) {
            held.against(RecordKind::SavedView, view.id.0, &json(&view)?);
        }
        for notice in held.readable(all_notices(&self.connection)?) {
            held.against(RecordKind::Notice, notice.id.0, &json(&notice)?);
        }
        match self.power_cut() {
            Ok(Some(sheet)) => held.against(RecordKind::PowerCut, sheet.id.0, &json(&sheet)?),
            Ok(None) => {}
            Err(error) => held.bad.push(format!("the sheet for a power cut: {error}")),
        }
        for rule in held.readable(rules(&self.connection)?) {
            held.against(RecordKind::ReminderRule, rule.id.0, &json(&rule)?);
        }
        match settings_row(&self.connection) {
            Ok(Some((id, all))) => held.against(RecordKind::MessageSettings, id, &json(&all)?),
            Ok(None) => {}
            Err(error) => held.bad.push(format!("the settings of messages: {error}")),
        }
        match mailbox_row(&self.connection) {
            Ok(Some(one)) => held.against(RecordKind::Mailbox, one.id.0, &json(&one)?),
            Ok(None) => {}
            Err(error) => held.bad.push(format!("the mailbox: {error}")),
        }
        for one in held.readable(texts(&self.connection)?) {
            held.against(RecordKind::MessageText, one.id.0, &json(&one)?);
        }
        for (id, consent) in held.readable(all_consents(&self.connection)?) {
            held.against(RecordKind::Consent, id, &json(&consent)?);
        }
        for (id, wish) in held.readable(all_wishes(&self.connection)?) {
            held.against(RecordKind::ContactWish, id, &json(&wish)?);
        }
        for (id, stop) in held.readable(all_stops(&self.connection)?) {
            held.against(RecordKind::ContactStop, id, &json(&stop)?);
        }
        self.each_patient_row(|row| -> Result<()> {
            match row {
                Ok(patient) => held.against(RecordKind::Patient, patient.id.0, &json(&patient)?),
                Err(left) => held.unreadable(left),
            }
            Ok(())
        })?;
        self.each_appointment_even_removed(|row| -> Result<()> {
            match row {
                Ok((visit, false)) => {
                    held.against(RecordKind::Appointment, visit.id.0, &json(&visit)?);
                }
                Ok((visit, true)) => {
                    held.against(RecordKind::Appointment, visit.id.0, &as_removed(&visit)?);
                }
                Err(left) => held.unreadable(left),
            }
            Ok(())
        })?;
        let Held { expected, mut bad } = held;
        bad.extend(expected.iter().map(|(id, (kind, _))| {
            format!("{} {id} is in the trail but not there", spoken(*kind))
        }));
        Ok(listed(&bad))
    }

    /// Each patient is found by what the record says now, and nobody else is found.
    fn check_search(&self) -> Result<Option<String>> {
        let mut bad = Vec::new();
        let mut expected: HashMap<String, (u64, i64)> = HashMap::new();
        let (mut patients, mut strangers) = (0, false);
        self.each_searchable(|id, text, found| {
            patients += 1;
            match found {
                None => bad.push(format!("patient {id} cannot be found")),
                // Somebody who cannot be read: what they should be found by, nobody can tell.
                Some((0, _)) => strangers = true,
                Some((_, false)) => bad.push(format!("patient {id} is found by an older text")),
                Some((doc, true)) => {
                    for word in checkable(&text.words) {
                        let entries = expected.entry(word.to_owned()).or_default();
                        entries.0 += 1;
                        entries.1 ^= scattered(doc);
                    }
                }
            }
            Ok(())
        })?;
        let searchable = self.count_searchable()?;
        if searchable > patients {
            bad.push(format!("{searchable} entries for {patients} patients"));
        }
        // One pass over the words, not one over the patients: common words have long lists.
        if bad.is_empty() {
            let mut wrong = HashSet::new();
            for (word, entries) in expected {
                if self.entries_of(&word)? != entries {
                    wrong.insert(word);
                }
            }
            if !wrong.is_empty() {
                self.each_searchable(|id, text, found| {
                    let Some((doc, _)) = found else { return Ok(()) };
                    for word in checkable(&text.words).filter(|word| wrong.contains(*word)) {
                        if !self.has_word(doc, word)? {
                            bad.push(format!("patient {id} is not found by each of the names"));
                            break;
                        }
                    }
                    Ok(())
                })?;
                if bad.is_empty() && !strangers {
                    bad.push("some are found by words that are not theirs".to_owned());
                }
            }
        }
        Ok(listed(&bad))
    }

    /// Every patient, what they should be found by, and their entry with whether it is that; those
    /// who cannot be read are counted by their entries and are findings of another check.
    fn each_searchable(
        &self,
        mut visit: impl FnMut(PatientId, &SearchText, Option<(i64, bool)>) -> Result<()>,
    ) -> Result<()> {
        let mut find = self
            .connection
            .prepare("SELECT doc, family, given, parts FROM patient_search WHERE patient = ?1")?;
        self.each_patient_row(|row| {
            let patient = match row {
                Ok(patient) => patient,
                Err(left) => {
                    let id = Uuid::parse_str(&left.id).unwrap_or_default();
                    return visit(PatientId(id), &SearchText::default(), Some((0, true)));
                }
            };
            let text = SearchText::of(&patient);
            let mut rows = find.query([blob(patient.id.0)])?;
            let found = match rows.next()? {
                None => None,
                Some(row) => {
                    let is = |column: usize, text: &str| -> Result<bool> {
                        Ok(row.get_ref(column)?.as_str() == Ok(text))
                    };
                    let same = is(1, &text.family)? && is(2, &text.given)? && is(3, &text.parts)?;
                    Some((row.get(0)?, same))
                }
            };
            visit(patient.id, &text, found)
        })
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

/// Words that can be looked up whole. What letters beyond the basic plane are taken for differs
/// between the tables of SQLite and of this program.
fn checkable(words: &str) -> impl Iterator<Item = &str> {
    words
        .split(' ')
        .filter(|word| !word.is_empty() && word.chars().all(|c| c <= '\u{ffff}'))
}

/// Records held against what the trail says of them.
struct Held {
    /// Those not met yet.
    expected: HashMap<Uuid, (RecordKind, [u8; 16])>,
    bad: Vec<String>,
}

impl Held {
    fn against(&mut self, kind: RecordKind, id: Uuid, now: &str) {
        if self.expected.remove(&id) != Some((kind, digest(now))) {
            self.bad.push(format!(
                "{} {id} is not as it was last written",
                spoken(kind)
            ));
        }
    }

    fn unreadable(&mut self, left: LeftOut) {
        if let Ok(id) = Uuid::parse_str(&left.id) {
            self.expected.remove(&id);
        }
        self.bad.push(format!(
            "{} {} cannot be read: {}",
            spoken(left.kind),
            left.id,
            left.reason
        ));
    }

    fn readable<T>(&mut self, read: Readable<T>) -> Vec<T> {
        for left in read.left_out {
            self.unreadable(left);
        }
        read.rows
    }
}

fn spoken(kind: RecordKind) -> String {
    kind.name().replace('_', " ")
}

/// The first few, and how many more.
pub(crate) fn listed(bad: &[String]) -> Option<String> {
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
