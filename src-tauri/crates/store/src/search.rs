//! Finding patients as somebody types (P2).
//!
//! Words are looked up in tiers: names that begin with what was typed, then words that do, then
//! any part of a name or a number. A tier is asked only when those before it left room, and each
//! is cut early, so that one letter costs no more than ten.

use crate::error::Result;
use crate::left_out::each;
use crate::open::Store;
use crate::patient::PatientLine;
use crate::patient_row::{COLUMNS, of_row};
use crate::sql::blob;
use domain::Patient;
use domain::audit::RecordKind;
use domain::search::{Query, SearchText};
use rusqlite::Connection;
use std::collections::BTreeSet;

/// How many candidates of a tier are weighed.
const WIDTH: usize = 250;

/// A candidate: smaller ranks come first.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Candidate {
    rank: u8,
    family: String,
    given: String,
    doc: i64,
}

impl Store {
    /// Patients that fit the text, best first, at most `limit`.
    pub fn search_patients(&self, text: &str, limit: usize) -> Result<Vec<PatientLine>> {
        let query = Query::of(text);
        if query.is_empty() || limit == 0 {
            return Ok(Vec::new());
        }
        let mut best = BTreeSet::new();
        let mut seen = BTreeSet::new();
        match query.names.as_slice() {
            [name] => self.names_beginning(name, &mut best, &mut seen)?,
            _ => self.whole_names_beginning(&query, &mut best, &mut seen)?,
        }
        let has_words = !query.words.is_empty() || !query.dates.is_empty();
        // Whole names that begin as typed come before everybody else; of one word alone, a better
        // fit may stand elsewhere.
        let room = if query.names.len() > 1 { limit } else { WIDTH };
        if has_words && best.len() < room {
            self.words_beginning(&query, &mut best, &mut seen)?;
        }
        if best.len() < limit {
            self.any_part(&query, limit, &mut best, &mut seen)?;
        }
        let mut read = self.connection.prepare_cached(&format!(
            "SELECT {COLUMNS} FROM patient
             WHERE id = (SELECT patient FROM patient_search WHERE doc = ?1)"
        ))?;
        let mut found = Vec::with_capacity(limit.min(best.len()));
        for candidate in best.into_iter().take(limit) {
            let rows = read.query([candidate.doc])?;
            let rows = each(RecordKind::Patient, rows, of_row)?;
            found.extend(self.readable(rows));
        }
        Ok(found)
    }

    /// Family names, then given names, that begin with the one word typed: by index, in order.
    fn names_beginning(
        &self,
        word: &str,
        best: &mut BTreeSet<Candidate>,
        seen: &mut BTreeSet<i64>,
    ) -> Result<()> {
        let end = format!("{word}\u{10ffff}");
        for (sql, rank) in [
            (
                "SELECT doc, family, given FROM patient_search WHERE family >= ?1 AND family < ?2 ORDER BY family, given LIMIT ?3",
                1,
            ),
            (
                "SELECT doc, family, given FROM patient_search WHERE given >= ?1 AND given < ?2 ORDER BY given, family LIMIT ?3",
                3,
            ),
        ] {
            let mut read = self.connection.prepare_cached(sql)?;
            let mut rows = read.query(rusqlite::params![word, end, WIDTH / 2])?;
            while let Some(row) = rows.next()? {
                let doc = row.get(0)?;
                let (family, given): (String, String) = (row.get(1)?, row.get(2)?);
                if seen.insert(doc) {
                    let whole = if rank == 1 {
                        family == word
                    } else {
                        given == word
                    };
                    best.insert(Candidate {
                        rank: rank - u8::from(whole),
                        family,
                        given,
                        doc,
                    });
                }
            }
        }
        Ok(())
    }

    /// Family and given name that begin with the words typed, in either order: by index, so that a
    /// name typed out is found however many others share its words.
    fn whole_names_beginning(
        &self,
        query: &Query,
        best: &mut BTreeSet<Candidate>,
        seen: &mut BTreeSet<i64>,
    ) -> Result<()> {
        let Query { names, words, .. } = query;
        // More names than this are few people's.
        if names.len() > 4 {
            return Ok(());
        }
        let mut read = self.connection.prepare_cached(
            "SELECT doc, family, given FROM patient_search
             WHERE family >= ?1 AND family < ?2 AND given >= ?3 AND given < ?4
             ORDER BY family, given LIMIT ?5",
        )?;
        for at in 1..names.len() {
            let (first, last) = (names[..at].join(" "), names[at..].join(" "));
            for (family, given) in [(&first, &last), (&last, &first)] {
                let mut rows = read.query(rusqlite::params![
                    family,
                    format!("{family}\u{10ffff}"),
                    given,
                    format!("{given}\u{10ffff}"),
                    WIDTH / 4
                ])?;
                while let Some(row) = rows.next()? {
                    let doc = row.get(0)?;
                    let (family, given): (String, String) = (row.get(1)?, row.get(2)?);
                    if seen.insert(doc) {
                        best.insert(Candidate {
                            rank: rank_of(words, &family, &given),
                            family,
                            given,
                            doc,
                        });
                    }
                }
            }
        }
        Ok(())
    }

    /// Every word typed begins a word of the patient's, or one of the dates is the birth date.
    fn words_beginning(
        &self,
        query: &Query,
        best: &mut BTreeSet<Candidate>,
        seen: &mut BTreeSet<i64>,
    ) -> Result<()> {
        let beginning = |words: &[String], between: &str| {
            let quoted: Vec<String> = words.iter().map(|word| format!("\"{word}\"*")).collect();
            quoted.join(between)
        };
        let expression = if query.dates.is_empty() {
            beginning(&query.words, " AND ")
        } else {
            beginning(&query.dates, " OR ")
        };
        let mut read = self.connection.prepare_cached(
            "SELECT s.doc, s.family, s.given FROM patient_words w
             JOIN patient_search s ON s.doc = w.rowid
             WHERE patient_words MATCH ?1 ORDER BY w.rowid DESC LIMIT ?2",
        )?;
        let mut rows = read.query(rusqlite::params![expression, WIDTH])?;
        while let Some(row) = rows.next()? {
            let (doc, family, given): (i64, String, String) =
                (row.get(0)?, row.get(1)?, row.get(2)?);
            if seen.insert(doc) {
                let rank = rank_of(&query.words, &family, &given);
                best.insert(Candidate {
                    rank,
                    family,
                    given,
                    doc,
                });
            }
        }
        Ok(())
    }

    /// What was typed stands somewhere within a name, an address or a number.
    fn any_part(
        &self,
        query: &Query,
        limit: usize,
        best: &mut BTreeSet<Candidate>,
        seen: &mut BTreeSet<i64>,
    ) -> Result<()> {
        let mut alternatives: Vec<Vec<&str>> = query
            .digits
            .iter()
            .map(|digits| vec![digits.as_str()])
            .collect();
        if query.words.iter().all(|word| word.chars().count() >= 3) && !query.words.is_empty() {
            alternatives.push(query.words.iter().map(String::as_str).collect());
        }
        let mut read = self.connection.prepare_cached(
            "SELECT s.doc, s.family, s.given, s.parts FROM patient_parts p
             JOIN patient_search s ON s.doc = p.rowid
             WHERE patient_parts MATCH ?1 ORDER BY p.rowid DESC LIMIT ?2",
        )?;
        for (rank, wanted) in (9..).zip(alternatives) {
            // The surest come first.
            if best.len() >= limit {
                break;
            }
            // Without positions in the index, a part is asked for by its runs of three and then
            // looked for in what is left.
            let runs: Vec<String> = wanted.iter().flat_map(|part| runs_of_three(part)).collect();
            let mut rows = read.query(rusqlite::params![runs.join(" AND "), WIDTH * 2])?;
            while let Some(row) = rows.next()? {
                let doc: i64 = row.get(0)?;
                let parts = row.get_ref(3)?.as_str().unwrap_or_default();
                if wanted.iter().all(|part| parts.contains(part)) && seen.insert(doc) {
                    best.insert(Candidate {
                        rank,
                        family: row.get(1)?,
                        given: row.get(2)?,
                        doc,
                    });
                }
            }
        }
        Ok(())
    }

    /// How many patients a whole word is found at, and a sum of their entries that differs when
    /// they are others.
    pub(crate) fn entries_of(&self, word: &str) -> Result<(u64, i64)> {
        let mut read = self
            .connection
            .prepare_cached("SELECT rowid FROM patient_words WHERE patient_words MATCH ?1")?;
        let mut rows = read.query([format!("\"{word}\"")])?;
        let mut entries = (0, 0);
        while let Some(row) = rows.next()? {
            entries.0 += 1;
            entries.1 ^= scattered(row.get(0)?);
        }
        Ok(entries)
    }

    /// Whether a whole word is found at one entry.
    pub(crate) fn has_word(&self, doc: i64, word: &str) -> Result<bool> {
        Ok(self
            .connection
            .prepare_cached(
                "SELECT count(*) FROM patient_words WHERE rowid = ?1 AND patient_words MATCH ?2",
            )?
            .query_row(rusqlite::params![doc, format!("\"{word}\"")], |row| {
                row.get::<_, bool>(0)
            })?)
    }

    /// How many patients can be found; equals the number of patients in a sound file.
    pub(crate) fn count_searchable(&self) -> Result<u64> {
        Ok(self
            .connection
            .query_row("SELECT count(*) FROM patient_search", [], |row| row.get(0))?)
    }
}

/// Spreads the bits of an entry's number, so that sums of different entries differ.
pub(crate) fn scattered(doc: i64) -> i64 {
    doc.wrapping_mul(0x2545_F491_4F6C_DD1D).rotate_left(29)
}

fn rank_of(words: &[String], family: &str, given: &str) -> u8 {
    let first = words.first().map(String::as_str).unwrap_or_default();
    let last = words.last().map(String::as_str).unwrap_or_default();
    let begins = |name: &str, word: &str| !word.is_empty() && name.starts_with(word);
    if (begins(family, first) && begins(given, last))
        || (begins(given, first) && begins(family, last))
    {
        if family == first || family == last {
            0
        } else {
            1
        }
    } else if begins(family, first) {
        4
    } else if begins(given, first) {
        5
    } else {
        6
    }
}

fn runs_of_three(part: &str) -> Vec<String> {
    let letters: Vec<char> = part.chars().collect();
    letters
        .windows(3)
        .map(|run| {
            format!(
                "\"{}\"",
                run.iter().collect::<String>().replace('"', "\"\"")
            )
        })
        .collect()
}

pub(crate) fn insert(connection: &Connection, patient: &Patient) -> Result<()> {
    let text = SearchText::of(patient);
    connection
        .prepare_cached(
            "INSERT INTO patient_search (patient, family, given, parts) VALUES (?1, ?2, ?3, ?4)",
        )?
        .execute(rusqlite::params![
            blob(patient.id.0),
            text.family,
            text.given,
            text.parts
        ])?;
    let doc = connection.last_insert_rowid();
    connection
        .prepare_cached("INSERT INTO patient_words (rowid, words) VALUES (?1, ?2)")?
        .execute(rusqlite::params![doc, text.words])?;
    connection
        .prepare_cached("INSERT INTO patient_parts (rowid, parts) VALUES (?1, ?2)")?
        .execute(rusqlite::params![doc, text.parts])?;
    Ok(())
}

pub(crate) fn replace(connection: &Connection, patient: &Patient) -> Result<()> {
    let id = blob(patient.id.0);
    let doc: i64 = connection
        .prepare_cached("SELECT doc FROM patient_search WHERE patient = ?1")?
        .query_row([id], |row| row.get(0))?;
    connection
        .prepare_cached("DELETE FROM patient_words WHERE rowid = ?1")?
        .execute([doc])?;
    connection
        .prepare_cached("DELETE FROM patient_parts WHERE rowid = ?1")?
        .execute([doc])?;
    connection
        .prepare_cached("DELETE FROM patient_search WHERE doc = ?1")?
        .execute([doc])?;
    insert(connection, patient)
}

#[cfg(test)]
mod tests {
    use crate::Error;
    use crate::tests::{day, made, now, patient};
    use domain::audit::Actor;
    use domain::{Patient, PersonName, Phone};

    #[test]
    fn p2_a_name_typed_out_is_found_among_many_of_the_same_words() {
        let (_folder, mut store) = made();
        let named = |number: u128, given: &str, family: &str| Patient {
            name: PersonName {
                given: given.to_owned(),
                family: family.to_owned(),
                ..PersonName::default()
            },
            ..patient(number)
        };
        store
            .write::<_, Error>(&Actor("test".to_owned()), now(), |change| {
                let mut phone = named(1, "Anna", "Berg");
                phone.phones = vec![Phone {
                    label: String::new(),
                    number: "12345678".to_owned(),
                }];
                phone.birth_date = Some(day("1980-01-01"));
                change.insert_patient(&phone, "")?;
                change.insert_patient(&named(2, "Anna Maria", "van Berg"), "")?;
                change.insert_patient(&named(3, "Pat", "O'Brien"), "")?;
                change.insert_patient(&named(700, "Anna-Lena", "Bergmann"), "")?;
                (4..700).try_for_each(|number| {
                    let family = format!("Bergmann{number}");
                    change.insert_patient(&named(number, "Anna-Lena", &family), "")
                })
            })
            .unwrap();
        let first = |typed: &str| -> String {
            let found = store.search_patients(typed, 10).unwrap();
            found
                .first()
                .map(|one| format!("{} {}", one.name.given, one.name.family))
                .unwrap_or_default()
        };
        for (typed, name) in [
            ("anna berg", "Anna Berg"),
            ("Berg, Anna", "Anna Berg"),
            ("anna maria van berg", "Anna Maria van Berg"),
            ("van berg anna", "Anna Maria van Berg"),
            ("obrien", "Pat O'Brien"),
            ("o'brien pat", "Pat O'Brien"),
            ("o’brien", "Pat O'Brien"),
            ("Anna-Lena Bergmann", "Anna-Lena Bergmann"),
            ("+47 12 34 56 78", "Anna Berg"),
            ("1.1.80", "Anna Berg"),
            ("01/01/80", "Anna Berg"),
            ("1980-01-01", "Anna Berg"),
        ] {
            assert_eq!(first(typed), name, "{typed}");
        }
    }
}
