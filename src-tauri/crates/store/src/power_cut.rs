//! The sheet for a power cut: one row at most.

use crate::change::{Change, Entry};
use crate::error::{Error, Result};
use crate::open::Store;
use crate::sql::{blob, date_of, date_text, id_column, json, named};
use chrono::NaiveDate;
use domain::audit::{Action, RecordKind};
use domain::{MinuteOfDay, PowerCut, SheetLock, SheetPaper};
use rusqlite::{Connection, OptionalExtension};

/// What is to become of the passphrase.
#[derive(Clone, Copy)]
pub enum SheetPassphrase<'a> {
    /// It stays as it is.
    Kept,
    /// It is this from now on.
    New(&'a str),
}

impl std::fmt::Debug for SheetPassphrase<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Kept => "Kept",
            Self::New(_) => "New",
        })
    }
}

impl Store {
    /// How the sheet is made; none before anybody said so.
    pub fn power_cut(&self) -> Result<Option<PowerCut>> {
        power_cut(&self.connection)
    }

    /// What the sheets are encrypted with; none before anybody chose it.
    pub fn power_cut_passphrase(&self) -> Result<Option<String>> {
        let mut read = self
            .connection
            .prepare_cached("SELECT passphrase FROM power_cut")?;
        Ok(read.query_row([], |row| row.get(0)).optional()?.flatten())
    }

    /// The day of the sheet that was made last.
    pub fn power_cut_made_for(&self) -> Result<Option<NaiveDate>> {
        let mut read = self
            .connection
            .prepare_cached("SELECT made_for FROM power_cut")?;
        let day: Option<String> = read.query_row([], |row| row.get(0)).optional()?.flatten();
        day.as_deref().map(date_of).transpose()
    }
}

impl Change<'_> {
    /// How the sheet is made; none before anybody said so.
    pub fn power_cut(&self) -> Result<Option<PowerCut>> {
        power_cut(&self.sql)
    }

    /// Whether a passphrase was chosen.
    pub fn power_cut_has_passphrase(&self) -> Result<bool> {
        let mut read = self
            .sql
            .prepare_cached("SELECT passphrase IS NOT NULL FROM power_cut")?;
        Ok(read
            .query_row([], |row| row.get(0))
            .optional()?
            .unwrap_or(false))
    }

    /// Writes how the sheet is made, for the first time or anew.
    pub fn put_power_cut(
        &mut self,
        power_cut: &PowerCut,
        before: Option<&PowerCut>,
        passphrase: SheetPassphrase<'_>,
    ) -> Result<()> {
        self.sql
            .prepare_cached(
                "INSERT INTO power_cut (id, is_on, at, folder, lock, paper, keep_days)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
                 ON CONFLICT (id) DO UPDATE SET is_on = ?2, at = ?3, folder = ?4, lock = ?5, paper = ?6, keep_days = ?7",
            )?
            .execute(rusqlite::params![
                blob(power_cut.id.0),
                power_cut.on,
                power_cut.at.minutes(),
                power_cut.folder,
                power_cut.lock.name(),
                power_cut.paper.name(),
                power_cut.keep_days,
            ])?;
        let note = match passphrase {
            SheetPassphrase::Kept => "",
            SheetPassphrase::New(passphrase) => {
                self.sql
                    .prepare_cached("UPDATE power_cut SET passphrase = ?2 WHERE id = ?1")?
                    .execute(rusqlite::params![blob(power_cut.id.0), passphrase])?;
                "passphrase"
            }
        };
        let before = before.map(json).transpose()?;
        self.enter(&Entry {
            action: if before.is_some() {
                Action::Changed
            } else {
                Action::Created
            },
            kind: RecordKind::PowerCut,
            record: Some(power_cut.id.0),
            before: before.as_deref(),
            after: Some(&json(power_cut)?),
            note,
        })
    }

    /// Remembers that the sheet of a day was made, so that it is not made again.
    pub fn power_cut_made(&mut self, power_cut: &PowerCut, day: NaiveDate) -> Result<()> {
        let day = date_text(day);
        self.sql
            .prepare_cached("UPDATE power_cut SET made_for = ?2 WHERE id = ?1")?
            .execute(rusqlite::params![blob(power_cut.id.0), day])?;
        self.note(
            Action::Changed,
            RecordKind::PowerCut,
            Some(power_cut.id.0),
            &format!("made for {day}"),
        )
    }
}

pub(crate) fn power_cut(connection: &Connection) -> Result<Option<PowerCut>> {
    let mut read = connection.prepare_cached(
        "SELECT id, is_on, at, folder, lock, paper, keep_days FROM power_cut ORDER BY id LIMIT 1",
    )?;
    let mut rows = read.query([])?;
    let Some(row) = rows.next()? else {
        return Ok(None);
    };
    let at: u16 = row.get(2)?;
    Ok(Some(PowerCut {
        id: id_column(row, 0)?,
        on: row.get(1)?,
        at: MinuteOfDay::new(at).ok_or_else(|| Error::Row(format!("{at} is no time of day")))?,
        folder: row.get(3)?,
        lock: named(&row.get::<_, String>(4)?, SheetLock::named)?,
        paper: named(&row.get::<_, String>(5)?, SheetPaper::named)?,
        keep_days: row.get(6)?,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::{made, now};
    use domain::PowerCutId;
    use domain::audit::Actor;
    use uuid::Uuid;

    fn write<T>(store: &mut Store, work: impl FnOnce(&mut Change<'_>) -> Result<T>) -> T {
        let actor = Actor("test".to_owned());
        store.write::<_, Error>(&actor, now(), work).unwrap().0
    }

    #[test]
    fn what_was_chosen_is_kept_and_the_passphrase_stands_in_no_line_of_the_trail() {
        let (_folder, mut store) = made();
        assert_eq!(store.power_cut().unwrap(), None);
        let first = PowerCut {
            on: true,
            folder: "/sheets".to_owned(),
            ..PowerCut::off(PowerCutId(Uuid::from_u128(5)))
        };
        let second = PowerCut {
            lock: SheetLock::Plain,
            paper: SheetPaper::Letter,
            keep_days: 30,
            ..first.clone()
        };
        write(&mut store, |change| {
            change.put_power_cut(&first, None, SheetPassphrase::New("first secret words"))
        });
        write(&mut store, |change| {
            let passphrase = SheetPassphrase::New("second secret words");
            change.put_power_cut(&second, Some(&first), passphrase)
        });
        write(&mut store, |change| {
            change.put_power_cut(&second, Some(&second), SheetPassphrase::Kept)
        });
        assert_eq!(store.power_cut().unwrap(), Some(second));
        let kept = store.power_cut_passphrase().unwrap();
        assert_eq!(kept.as_deref(), Some("second secret words"));
        let trail: String = store
            .connection
            .prepare("SELECT group_concat(coalesce(before, '') || note) FROM audit")
            .unwrap()
            .query_row([], |row| row.get(0))
            .unwrap();
        assert!(trail.contains("/sheets") && trail.contains("passphrase"));
        assert!(!trail.contains("secret"), "{trail}");
        assert!(store.check().iter().all(|finding| finding.wrong.is_none()));
    }

    #[test]
    fn the_day_of_the_last_sheet_is_kept_without_changing_what_was_chosen() {
        let (_folder, mut store) = made();
        let sheet = PowerCut::off(PowerCutId(Uuid::from_u128(5)));
        let day = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
        assert_eq!(store.power_cut_made_for().unwrap(), None);
        write(&mut store, |change| {
            change.put_power_cut(&sheet, None, SheetPassphrase::Kept)
        });
        write(&mut store, |change| change.power_cut_made(&sheet, day));
        assert_eq!(store.power_cut_made_for().unwrap(), Some(day));
        write(&mut store, |change| {
            change.put_power_cut(&sheet, Some(&sheet), SheetPassphrase::Kept)
        });
        assert_eq!(store.power_cut_made_for().unwrap(), Some(day));
        assert!(store.check().iter().all(|finding| finding.wrong.is_none()));
    }
}
