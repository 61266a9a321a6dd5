//! Making and opening the file.

use crate::error::{Error, Result};
use crate::migrate;
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

/// The open database of a practice.
#[derive(Debug)]
pub struct Store {
    pub(crate) connection: Connection,
    path: PathBuf,
    salt: [u8; 16],
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
        Self::ready(connection, path, salt, None)
    }

    /// Opens the file. The salt of the vault's anchor is taken before the file's own, so that a
    /// damaged first sector does not cost the data.
    pub fn open(folder: &Path, key: &DataKey, salt: Option<[u8; 16]>) -> Result<Self> {
        let path = folder.join(FILE_NAME);
        if !path.exists() {
            return Err(Error::Absent(path));
        }
        let salt = match salt {
            Some(salt) => salt,
            None => salt_of(&path)?,
        };
        let connection = Connection::open_with_flags(&path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        unlock(&connection, key, &salt)?;
        Self::ready(connection, path, salt, Some(folder))
    }

    /// The same tables without encryption, to measure what encryption costs.
    #[cfg(feature = "measure")]
    pub(crate) fn plain(folder: &Path) -> Result<Self> {
        let path = folder.join(FILE_NAME);
        Self::ready(Connection::open(&path)?, path, [0; 16], None)
    }

    fn ready(
        connection: Connection,
        path: PathBuf,
        salt: [u8; 16],
        backups: Option<&Path>,
    ) -> Result<Self> {
        connection.busy_timeout(PATIENCE)?;
        connection.pragma_update(None, "cache_size", CACHE)?;
        connection.pragma_update(None, "foreign_keys", true)?;
        connection.pragma_update(None, "temp_store", "MEMORY")?;
        connection.pragma_update(None, "mmap_size", 0)?;
        connection.set_prepared_statement_cache_capacity(128);
        // The first read: with a wrong key it is here that SQLCipher says so.
        connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
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
        let mut store = Self {
            connection,
            path,
            salt,
        };
        migrate::to_newest(&mut store, backups)?;
        Ok(store)
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
    /// its commits with it.
    pub fn checkpoint(&self) -> Result<()> {
        self.connection
            .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        Ok(())
    }
}

fn unlock(connection: &Connection, key: &DataKey, salt: &[u8; 16]) -> Result<()> {
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
