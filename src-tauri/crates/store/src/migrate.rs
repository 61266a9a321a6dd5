//! Bringing an older file to the newest format: all of it or nothing, and a copy is kept.

use crate::error::{Error, Result};
use crate::open::{FILE_NAME, Store, unlock};
use chrono::{DateTime, Utc};
use rusqlite::{Connection, OpenFlags, Transaction, TransactionBehavior};
use std::fs::File;
use std::path::{Path, PathBuf};
use vault::{DataKey, VAULT_FILE};

/// In order; append only. The number of a migration is its place, from 1.
const MIGRATIONS: &[&str] = &[
    include_str!("../migrations/0001_foundation.sql"),
    include_str!("../migrations/0002_front_desk.sql"),
    include_str!("../migrations/0003_waiting_room.sql"),
    include_str!("../migrations/0004_power_cut.sql"),
    include_str!("../migrations/0005_openings_and_lists.sql"),
    include_str!("../migrations/0006_messages.sql"),
    include_str!("../migrations/0007_outbox_went.sql"),
];

/// The format that this program writes.
pub const NEWEST: u32 = MIGRATIONS.len() as u32;

/// What an older file is brought up to date with.
struct Steps<'a> {
    migrations: &'a [&'a str],
    folder: &'a Path,
    key: &'a DataKey,
    now: DateTime<Utc>,
}

/// Makes the tables in a file that was just made.
pub(crate) fn from_nothing(store: &mut Store) -> Result<()> {
    let transaction = store
        .connection
        .transaction_with_behavior(TransactionBehavior::Immediate)?;
    apply(transaction, MIGRATIONS, 0)
}

/// Brings a file that was there to the newest format, and keeps a copy of it as it was.
pub(crate) fn to_newest(
    store: &mut Store,
    folder: &Path,
    key: &DataKey,
    now: DateTime<Utc>,
) -> Result<()> {
    bring(
        store,
        &Steps {
            migrations: MIGRATIONS,
            folder,
            key,
            now,
        },
    )
}

/// The format of a file that can be opened. One without tables is no practice: its pages are
/// sound, but what was written went into a log that is lost.
pub(crate) fn format_of(connection: &Connection) -> Result<u32> {
    let found: u32 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    match found {
        0 => Err(Error::Hollow),
        found if found > NEWEST => Err(Error::Newer {
            found,
            known: NEWEST,
        }),
        found => Ok(found),
    }
}

fn bring(store: &mut Store, steps: &Steps<'_>) -> Result<()> {
    let newest = steps.migrations.len();
    if format_of(&store.connection)? as usize >= newest {
        return Ok(());
    }
    let salt = store.salt();
    let transaction = store
        .connection
        .transaction_with_behavior(TransactionBehavior::Immediate)?;
    // Another process may have done it while this one waited.
    let found: u32 = transaction.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if found as usize >= newest {
        return Ok(());
    }
    let commits: u64 =
        transaction.query_row("SELECT commits FROM chain WHERE id = 1", [], |row| {
            row.get(0)
        })?;
    // Nobody can write from here on, so the copy is of one moment.
    keep_copy(steps, &salt, found, commits).map_err(|error| match error {
        Error::DiskFull => Error::NoCopy("the disk is full".to_owned()),
        other => Error::NoCopy(other.to_string()),
    })?;
    apply(transaction, steps.migrations, found)
}

fn apply(transaction: Transaction<'_>, migrations: &[&str], found: u32) -> Result<()> {
    for sql in migrations.iter().skip(found as usize) {
        transaction.execute_batch(sql)?;
    }
    transaction.pragma_update(None, "user_version", migrations.len() as u32)?;
    transaction.commit()?;
    Ok(())
}

/// The practice as it is, still encrypted, as a folder that can be opened by itself. To be called
/// while holding the write lock.
fn keep_copy(steps: &Steps<'_>, salt: &[u8; 16], format: u32, commits: u64) -> Result<()> {
    let backups = steps.folder.join("backups");
    std::fs::create_dir_all(&backups)
        .map_err(Error::io("the folder for backups could not be made"))?;
    let name = format!(
        "before-format-{} {}",
        format + 1,
        steps.now.format("%Y-%m-%d %H%M%S")
    );
    let unfinished = fresh(&backups, &format!("{name} unfinished"));
    let copied = copy_whole(steps, &unfinished, salt, format, commits).and_then(|()| {
        std::fs::rename(&unfinished, fresh(&backups, &name))
            .and_then(|()| sync_folder(&backups))
            .map_err(Error::io("the copy could not be put in its place"))
    });
    if copied.is_err() {
        // What is left of it is of no use, and the disk may be full.
        let _ = std::fs::remove_dir_all(&unfinished);
    }
    copied
}

/// A name that nothing has yet: an earlier copy is never written over.
fn fresh(backups: &Path, name: &str) -> PathBuf {
    let mut path = backups.join(name);
    let mut number = 2;
    while path.exists() {
        path = backups.join(format!("{name} ({number})"));
        number += 1;
    }
    path
}

fn copy_whole(
    steps: &Steps<'_>,
    into: &Path,
    salt: &[u8; 16],
    format: u32,
    commits: u64,
) -> Result<()> {
    let failed = || Error::io("the practice could not be copied");
    own_folder(into).map_err(failed())?;
    let log = format!("{FILE_NAME}-wal");
    // The file before its log: pages that are moved from the log into the file meanwhile are in
    // the copy of the log too, which nobody can begin anew without the write lock.
    for name in [FILE_NAME, log.as_str(), VAULT_FILE] {
        let (from, to) = (steps.folder.join(name), into.join(name));
        if name == log && !from.exists() {
            continue;
        }
        std::fs::copy(&from, &to).map_err(failed())?;
    }
    // Opening the copy moves the log into it, and shows that it is whole.
    let connection =
        Connection::open_with_flags(into.join(FILE_NAME), OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    unlock(&connection, steps.key, salt)?;
    let found: (u32, u64) = connection.query_row(
        "SELECT (SELECT user_version FROM pragma_user_version), commits FROM chain WHERE id = 1",
        [],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    let busy: bool =
        connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
    connection.close().map_err(|(_, error)| error)?;
    if found != (format, commits) || busy {
        return Err(Error::Damaged(format!(
            "the copy has {} changes, the practice {commits}",
            found.1
        )));
    }
    [FILE_NAME, VAULT_FILE]
        .iter()
        .try_for_each(|name| File::open(into.join(name))?.sync_all())
        .and_then(|()| sync_folder(into))
        .map_err(failed())
}

fn own_folder(path: &Path) -> std::io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

#[cfg(unix)]
fn sync_folder(folder: &Path) -> std::io::Result<()> {
    File::open(folder)?.sync_all()
}

// Windows has no way to flush a folder; renaming there is journaled.
#[cfg(not(unix))]
fn sync_folder(_folder: &Path) -> std::io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::audit::{Action, Actor, RecordKind};
    use vault::testing::SeededRandom;

    /// What a later program would know: one migration more.
    fn later() -> Vec<&'static str> {
        let news = "CREATE TABLE news (id INTEGER PRIMARY KEY) STRICT";
        MIGRATIONS.iter().copied().chain([news]).collect()
    }

    fn now() -> DateTime<Utc> {
        "2026-11-23T08:00:00Z".parse().unwrap()
    }

    fn key() -> DataKey {
        DataKey::make(&mut SeededRandom::new(1)).unwrap()
    }

    fn commit(store: &mut Store) {
        let actor = Actor("test".to_owned());
        store
            .write::<_, Error>(&actor, now(), |change| {
                change.note(Action::Printed, RecordKind::Appointment, None, "day")
            })
            .unwrap();
    }

    /// A practice of an older format, four commits old, with a key file beside it.
    fn older() -> (tempfile::TempDir, Store) {
        let folder = tempfile::tempdir().unwrap();
        let mut store = Store::create(folder.path(), &key(), [7; 16]).unwrap();
        std::fs::write(folder.path().join(VAULT_FILE), "{}").unwrap();
        (0..4).for_each(|_| commit(&mut store));
        (folder, store)
    }

    fn bring_up(store: &mut Store, folder: &Path) -> Result<()> {
        let steps = Steps {
            migrations: &later(),
            folder,
            key: &key(),
            now: now(),
        };
        bring(store, &steps)
    }

    fn copies(folder: &Path) -> Vec<PathBuf> {
        std::fs::read_dir(folder.join("backups"))
            .map(|found| found.map(|one| one.unwrap().path()).collect())
            .unwrap_or_default()
    }

    #[test]
    fn the_copy_before_a_migration_has_every_commit_and_opens_by_itself() {
        let (folder, mut store) = older();
        // A reader elsewhere that keeps the log from being moved into the file.
        let reader = Store::open(folder.path(), &key(), None, now()).unwrap();
        reader
            .connection
            .execute_batch("BEGIN; SELECT count(*) FROM audit;")
            .unwrap();
        commit(&mut store);
        let earlier = format!("backups/before-format-{} 2026-11-23 080000", NEWEST + 1);
        std::fs::create_dir_all(folder.path().join(earlier)).unwrap();
        bring_up(&mut store, folder.path()).unwrap();
        let made: Vec<_> = copies(folder.path());
        assert_eq!(
            made.len(),
            2,
            "an earlier copy is not written over: {made:?}"
        );
        let copy = made
            .iter()
            .find(|path| path.join(VAULT_FILE).exists())
            .unwrap();
        let mut names: Vec<_> = std::fs::read_dir(copy)
            .unwrap()
            .map(|one| one.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        assert_eq!(names, [FILE_NAME, VAULT_FILE]);
        let opened = Store::open(copy, &key(), None, now()).unwrap();
        assert_eq!(opened.chain().unwrap(), store.chain().unwrap());
        assert!(opened.check().iter().all(|finding| finding.wrong.is_none()));
        assert_eq!(format_of(&opened.connection).unwrap(), NEWEST);
    }

    #[test]
    fn without_a_whole_copy_nothing_is_migrated() {
        for spoil in [
            |folder: &Path| std::fs::remove_file(folder.join(VAULT_FILE)).unwrap(),
            |folder: &Path| std::fs::write(folder.join("backups"), "no folder").unwrap(),
        ] {
            let (folder, mut store) = older();
            spoil(folder.path());
            let refused = bring_up(&mut store, folder.path());
            assert!(matches!(refused, Err(Error::NoCopy(_))), "{refused:?}");
            assert_eq!(format_of(&store.connection).unwrap(), NEWEST);
            assert!(copies(folder.path()).is_empty(), "no half copy is left");
            commit(&mut store);
        }
    }
}
