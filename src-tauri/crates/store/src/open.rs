//! Making and opening the file.

use crate::error::{Error, Result};
use crate::left_out::Noted;
use crate::migrate;
use chrono::{DateTime, Utc};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::time::Duration;
use vault::{DataKey, Purpose};
use zeroize::Zeroizing;

/// The name of the database within the folder of a practice.
pub const FILE_NAME: &str = "practice.db";

/// How long a writer waits for another process before it says who is in the way.
pub(crate) const PATIENCE: Duration = Duration::from_secs(20);

/// 64 MB, as SQLite counts it. With less, every read pays for decryption again.
const CACHE: &str = "-65536";

/// The size of a page. Every sound file has at least one: it is written before the write-ahead log.
const PAGE: u64 = 4096;

/// The open database of a practice.
#[derive(Debug)]
pub struct Store {
    pub(crate) connection: Connection,
    path: PathBuf,
    salt: [u8; 16],
    pub(crate) noted: Noted,
}

impl Store {
    /// Makes the file, encrypted under a sub-key of `key` with this salt at its beginning.
    pub fn create(folder: &Path, key: &DataKey, salt: [u8; 16]) -> Result<Self> {
        let path = folder.join(FILE_NAME);
        if path.exists() {
            return Err(Error::AlreadyThere(path));
        }
        own_file(&path).map_err(Error::io("the database could not be made"))?;
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
        let connection = Connection::open_with_flags(&path, flags)?;
        unlock(&connection, key, &salt)?;
        let mut store = Self::ready(connection, path, salt, true)?;
        migrate::from_nothing(&mut store)?;
        Ok(store)
    }

    /// Opens the file. The salt of the vault's anchor is taken before the file's own, so that a
    /// damaged first sector does not cost the data. `now` names the copy that is kept when the
    /// file is brought to a newer format.
    ///
    /// A file that is missing, cut short or without tables is refused and everything beside it
    /// left as it is: the write-ahead log may be all that is left of the data.
    pub fn open(
        folder: &Path,
        key: &DataKey,
        salt: Option<[u8; 16]>,
        now: DateTime<Utc>,
    ) -> Result<Self> {
        let path = folder.join(FILE_NAME);
        // Before SQLite sees it, which takes an empty file for a new database and clears the log.
        let bytes = match std::fs::metadata(&path) {
            Ok(found) => found.len(),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                return Err(Error::Absent(path));
            }
            Err(error) => return Err(Error::io("the database could not be read")(error)),
        };
        if bytes < PAGE {
            return Err(Error::CutShort { bytes });
        }
        let salt = match salt {
            Some(salt) => salt,
            None => salt_of(&path)?,
        };
        let connection = Connection::open_with_flags(&path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        // Until the file has shown that it is sound, closing it must not touch its log.
        keep_log(&connection, true)?;
        unlock(&connection, key, &salt)?;
        let mut store = Self::ready(connection, path, salt, false)?;
        migrate::to_newest(&mut store, folder, key, now)?;
        keep_log(&store.connection, false)?;
        Ok(store)
    }

    /// The same tables without encryption, to measure what encryption costs.
    #[cfg(feature = "measure")]
    pub(crate) fn plain(folder: &Path) -> Result<Self> {
        let path = folder.join(FILE_NAME);
        let connection = Connection::open(&path)?;
        Self::ready(connection, path, [0; 16], false)
    }

    fn ready(connection: Connection, path: PathBuf, salt: [u8; 16], is_new: bool) -> Result<Self> {
        connection.busy_timeout(PATIENCE)?;
        connection.pragma_update(None, "cache_size", CACHE)?;
        connection.pragma_update(None, "foreign_keys", true)?;
        connection.pragma_update(None, "temp_store", "MEMORY")?;
        connection.pragma_update(None, "mmap_size", 0)?;
        connection.set_prepared_statement_cache_capacity(128);
        // The first read: with a wrong key it is here that SQLCipher says so.
        connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
        if !is_new {
            migrate::format_of(&connection)?;
        }
        let mode: String =
            connection.pragma_update_and_check(None, "journal_mode", "WAL", |row| row.get(0))?;
        connection.pragma_update(None, "synchronous", "FULL")?;
        let synchronous: i64 =
            connection.pragma_query_value(None, "synchronous", |row| row.get(0))?;
        if mode != "wal" || synchronous != 2 {
            return Err(Error::Damaged(format!(
                "write-ahead log or full sync could not be turned on (journal {mode}, synchronous {synchronous})"
            )));
        }
        Ok(Self {
            connection,
            path,
            salt,
            noted: Noted::default(),
        })
    }

    /// Where the file is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The salt that the file was opened with.
    pub fn salt(&self) -> [u8; 16] {
        self.salt
    }

    /// The salt that stands at the beginning of the file now.
    pub fn salt_in_file(&self) -> Result<[u8; 16]> {
        salt_of(&self.path)
    }

    /// Changes whenever another connection commits; compare with an earlier answer.
    pub fn data_version(&self) -> Result<i64> {
        Ok(self
            .connection
            .pragma_query_value(None, "data_version", |row| row.get(0))?)
    }

    /// Moves the write-ahead log into the file. Called when idle: a log that is lost or cut takes
    /// its commits with it. [`Error::Busy`] when a reader or writer elsewhere kept a part of it
    /// from being moved.
    pub fn checkpoint(&self) -> Result<()> {
        let busy: bool =
            self.connection
                .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
        if busy { Err(Error::Busy) } else { Ok(()) }
    }
}

fn keep_log(connection: &Connection, keep: bool) -> Result<()> {
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, keep)?;
    Ok(())
}

pub(crate) fn unlock(connection: &Connection, key: &DataKey, salt: &[u8; 16]) -> Result<()> {
    // What goes wrong is told by our own errors, not on the terminal.
    connection.execute_batch("PRAGMA cipher_log_level = NONE;")?;
    let raw = key.derive(Purpose::Database).sqlcipher_raw_key(Some(salt));
    let statement = Zeroizing::new(format!("PRAGMA key = \"{}\"", raw.as_str()));
    connection.execute_batch(&statement)?;
    connection
        .execute_batch("PRAGMA cipher_memory_security = OFF; PRAGMA cipher_page_size = 4096;")?;
    Ok(())
}

/// An empty file that only this user may read; the write-ahead log takes its rights from it.
fn own_file(path: &Path) -> std::io::Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map(|_| ())
}

fn salt_of(path: &Path) -> Result<[u8; 16]> {
    let mut salt = [0; 16];
    std::fs::File::open(path)
        .and_then(|mut file| file.read_exact(&mut salt))
        .map_err(|error| match error.kind() {
            std::io::ErrorKind::UnexpectedEof => Error::Unreadable,
            _ => Error::io("the database could not be read")(error),
        })?;
    Ok(salt)
}
