//! Bringing an older file to the newest format: all of it or nothing, and a copy is kept.

use crate::error::{Error, Result};
use crate::open::Store;
use rusqlite::TransactionBehavior;
use std::path::Path;

/// In order; append only. The number of a migration is its place, from 1.
const MIGRATIONS: &[&str] = &[include_str!("../migrations/0001_foundation.sql")];

/// The format that this program writes.
pub const NEWEST: u32 = MIGRATIONS.len() as u32;

pub(crate) fn to_newest(store: &mut Store, folder: Option<&Path>) -> Result<()> {
    let found = format_of(store)?;
    if found > NEWEST {
        return Err(Error::Newer {
            found,
            known: NEWEST,
        });
    }
    if found == NEWEST {
        return Ok(());
    }
    if found > 0
        && let Some(folder) = folder
    {
        keep_copy(store, folder, found)?;
    }
    let transaction = store
        .connection
        .transaction_with_behavior(TransactionBehavior::Immediate)?;
    // Another process may have done it while this one waited.
    let found: u32 = transaction.pragma_query_value(None, "user_version", |row| row.get(0))?;
    for sql in MIGRATIONS.iter().skip(found as usize) {
        transaction.execute_batch(sql)?;
    }
    transaction.pragma_update(None, "user_version", NEWEST)?;
    transaction.commit()?;
    Ok(())
}

fn format_of(store: &Store) -> Result<u32> {
    Ok(store
        .connection
        .pragma_query_value(None, "user_version", |row| row.get(0))?)
}

/// The file as it is, still encrypted, beside the other backups.
fn keep_copy(store: &Store, folder: &Path, format: u32) -> Result<()> {
    store.checkpoint()?;
    let backups = folder.join("backups");
    std::fs::create_dir_all(&backups)
        .map_err(Error::io("the folder for backups could not be made"))?;
    let copy = backups.join(format!("before-format-{}.db", format + 1));
    std::fs::copy(store.path(), &copy)
        .and_then(|_| std::fs::File::open(&copy)?.sync_all())
        .map_err(Error::io("no copy could be made before the database is brought up to date, so it was left as it is"))?;
    Ok(())
}
