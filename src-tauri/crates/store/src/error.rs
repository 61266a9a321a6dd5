//! What can go wrong with the file.

use std::path::PathBuf;

pub type Result<T> = std::result::Result<T, Error>;

#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("the database {} is not there", .0.display())]
    Absent(PathBuf),
    #[error("there is a database already: {}", .0.display())]
    AlreadyThere(PathBuf),
    /// Shorter than one page: emptied or cut off by something other than Daybook.
    #[error(
        "the database file is cut short: only {bytes} bytes of it are left, too few to hold anything"
    )]
    CutShort { bytes: u64 },
    /// Sound pages, but no tables: what was written is in a write-ahead log that is lost.
    #[error("the database has nothing in it: what was saved is not in the file")]
    Hollow,
    /// The key does not fit, or the beginning of the file is damaged.
    #[error(
        "the database cannot be read with this practice's key: the file is damaged or belongs to another practice"
    )]
    Unreadable,
    #[error("the database was written by a newer Daybook (format {found}, this one knows {known})")]
    Newer { found: u32, known: u32 },
    /// No whole copy of the older file could be kept, so it was not brought to the newer format.
    #[error(
        "the database is of an older format, and no copy of it could be kept before bringing it up to date: {0}"
    )]
    NoCopy(String),
    /// Another program holds the file for longer than we wait.
    #[error("another Daybook is writing to this practice right now")]
    Busy,
    #[error("the disk is full")]
    DiskFull,
    /// The folder or the file belongs to somebody else, or the disk was mounted for reading.
    #[error("the practice's folder may not be written to")]
    ReadOnly,
    /// SQLite found pages or indexes that do not fit together.
    #[error("the database is damaged: {0}")]
    Damaged(String),
    /// The record was changed since it was read.
    #[error("somebody else changed this in the meantime")]
    Stale,
    /// It cannot be taken away while others refer to it.
    #[error("it is in use by now, so it stays")]
    InUse,
    #[error("the record is not there")]
    NotFound,
    /// Another patient has this chart number.
    #[error("chart number {0} belongs to another patient")]
    ChartNumberTaken(String),
    #[error("the record cannot be read: {0}")]
    Row(String),
    #[error("{what}: {source}")]
    Io {
        what: String,
        source: std::io::Error,
    },
    #[error("database: {0}")]
    Sql(rusqlite::Error),
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode as Code;
        match error.sqlite_error_code() {
            Some(Code::DatabaseBusy | Code::DatabaseLocked) => Error::Busy,
            Some(Code::DiskFull) => Error::DiskFull,
            Some(Code::ReadOnly | Code::PermissionDenied | Code::CannotOpen) => Error::ReadOnly,
            Some(Code::NotADatabase) => Error::Unreadable,
            Some(Code::DatabaseCorrupt) => Error::Damaged(error.to_string()),
            _ => match error {
                rusqlite::Error::QueryReturnedNoRows => Error::NotFound,
                // A full disk also shows as a write that came back short.
                rusqlite::Error::SqliteFailure(ref failure, _)
                    if failure.extended_code == rusqlite::ffi::SQLITE_IOERR_WRITE =>
                {
                    Error::DiskFull
                }
                other => Error::Sql(other),
            },
        }
    }
}

impl Error {
    /// What is wrong with a record, without saying that something is.
    pub(crate) fn detail(&self) -> String {
        match self {
            Error::Row(detail) => detail.clone(),
            other => other.to_string(),
        }
    }

    /// Whether it is a record that cannot be read, and the file is well: others can be.
    pub fn is_of_record(&self) -> bool {
        match self {
            Error::Row(_) => true,
            Error::Sql(error) => error.sqlite_error_code().is_none(),
            _ => false,
        }
    }

    pub(crate) fn io(what: &str) -> impl FnOnce(std::io::Error) -> Error {
        let what = what.to_owned();
        move |source| match source.kind() {
            std::io::ErrorKind::StorageFull => Error::DiskFull,
            _ => Error::Io { what, source },
        }
    }
}
