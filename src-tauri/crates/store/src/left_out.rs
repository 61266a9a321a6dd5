//! S14 beyond the day: a row that cannot be read is left out, so that the rest can be worked with,
//! and it is remembered that it was.

use crate::error::{Error, Result};
use crate::open::Store;
use domain::audit::RecordKind;
use rusqlite::Row;
use std::cell::RefCell;
use std::collections::BTreeMap;
use uuid::Uuid;

/// A record that was left out of an answer because its row cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    pub kind: RecordKind,
    /// As much of it as could be read.
    pub id: String,
    pub reason: String,
}

/// What was left out since the file was opened, each once.
pub(crate) type Noted = RefCell<BTreeMap<(RecordKind, String), String>>;

impl Store {
    /// What was left out of answers since the file was opened, by kind and id.
    pub fn left_out(&self) -> Vec<LeftOut> {
        self.noted
            .borrow()
            .iter()
            .map(|((kind, id), reason)| LeftOut {
                kind: *kind,
                id: id.clone(),
                reason: reason.clone(),
            })
            .collect()
    }

    /// What could be read; the rest is noted.
    pub(crate) fn readable<T>(&self, read: Readable<T>) -> Vec<T> {
        for left in read.left_out {
            self.leave_out(left);
        }
        read.rows
    }

    pub(crate) fn leave_out(&self, left: LeftOut) {
        self.noted
            .borrow_mut()
            .insert((left.kind, left.id), left.reason);
    }
}

/// Rows, and those that could not be read.
#[derive(Debug)]
pub(crate) struct Readable<T> {
    pub(crate) rows: Vec<T>,
    pub(crate) left_out: Vec<LeftOut>,
}

/// Reads every row; only a fault of the file itself ends it. The id is the first column.
pub(crate) fn each<T>(
    kind: RecordKind,
    mut rows: rusqlite::Rows<'_>,
    of_row: impl Fn(&Row<'_>) -> Result<T>,
) -> Result<Readable<T>> {
    let mut read = Readable {
        rows: Vec::new(),
        left_out: Vec::new(),
    };
    while let Some(row) = rows.next()? {
        match of_row(row) {
            Ok(found) => read.rows.push(found),
            Err(error) => read.left_out.push(left_out(kind, row, &error)),
        }
    }
    Ok(read)
}

/// What can be told of a row whose first column is its id.
pub(crate) fn left_out(kind: RecordKind, row: &Row<'_>, error: &Error) -> LeftOut {
    let id = row
        .get::<_, Vec<u8>>(0)
        .ok()
        .and_then(|bytes| Uuid::from_slice(&bytes).ok());
    LeftOut {
        kind,
        id: id.map(|id| id.to_string()).unwrap_or_default(),
        reason: error.detail(),
    }
}

#[cfg(test)]
mod tests {
    use crate::Error;
    use crate::tests::{made, now, patient};
    use domain::audit::Actor;
    use domain::{Patient, PatientId};
    use uuid::Uuid;

    #[test]
    fn s14_a_patient_who_cannot_be_read_is_left_out_and_told_of() {
        let (_folder, mut store) = made();
        let people = [patient(1), patient(2), patient(3)];
        store
            .write::<_, Error>(&Actor("test".to_owned()), now(), |change| {
                people
                    .iter()
                    .try_for_each(|one| change.insert_patient(one, ""))
            })
            .unwrap();
        store
            .connection
            .execute("UPDATE patient SET phones = '[' WHERE family = 'Berg2'", [])
            .unwrap();
        let names = |found: Vec<Patient>| -> Vec<String> {
            found.into_iter().map(|one| one.name.family).collect()
        };
        assert!(store.left_out().is_empty());
        let listed = names(store.list_patients(None, 0, 10).unwrap());
        assert_eq!(listed, ["Berg1", "Berg3"]);
        assert_eq!(
            names(store.search_patients("berg", 10).unwrap()),
            ["Berg1", "Berg3"]
        );
        assert!(store.search_patients("berg2", 10).unwrap().is_empty());
        let like = Patient {
            id: PatientId(Uuid::from_u128(9)),
            ..people[1].clone()
        };
        assert!(store.duplicate_candidates(&like).unwrap().is_empty());
        let mut exported = Vec::new();
        store
            .each_patient::<Error>(|one| {
                exported.push(one.name.family);
                Ok(())
            })
            .unwrap();
        assert_eq!(exported, ["Berg1", "Berg3"]);
        let left = store.left_out();
        assert_eq!(left.len(), 1);
        assert_eq!(left[0].id, people[1].id.to_string());
        let wrong: Vec<String> = store
            .check()
            .into_iter()
            .filter_map(|finding| finding.wrong)
            .collect();
        assert_eq!(wrong.len(), 1, "{wrong:?}");
        assert!(wrong[0].contains(&people[1].id.to_string()), "{wrong:?}");
    }
}
