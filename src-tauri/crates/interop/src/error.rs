//! What can go wrong with a whole file. A record that goes wrong is a `Refused` instead.

use crate::dates::DateFormat;
use std::path::PathBuf;

/// Why a file as a whole could not be read or written.
#[derive(Debug, thiserror::Error)]
pub enum InteropError {
    /// P8: the dates can be read in several ways, and only a person can say which is meant.
    #[error(
        "the dates in {source_name} can be read in several ways ({}); nothing was read; say which date format is meant",
        list(formats)
    )]
    AmbiguousDates {
        source_name: String,
        formats: Vec<DateFormat>,
    },
    /// There is no row of column names, or no column whose name is known.
    #[error(
        "no column of {source_name} is known as a patient's or an appointment's ({}); nothing was read; name the columns with a column map",
        columns.join(", ")
    )]
    NoKnownColumns {
        source_name: String,
        columns: Vec<String>,
    },
    /// Not even column names, or no byte at all.
    #[error(
        "the file {source_name} is empty; nothing was read; check that it is the right file and that it was written to its end"
    )]
    Empty { source_name: String },
    /// A folder without a file of the kind.
    #[error(
        "no file in the folder {} ends with {endings}; nothing was read; name the file itself if it ends otherwise",
        path.display()
    )]
    NoFiles {
        path: PathBuf,
        endings: &'static str,
    },
    /// More than is read at once.
    #[error(
        "the file {source_name} is larger than {megabytes} MB; nothing was read; split it into smaller files"
    )]
    TooLarge { source_name: String, megabytes: u64 },
    /// The map of columns to fields cannot be read.
    #[error(
        "the column map cannot be used: {0}; write one JSON object of column names and fields, such as {{\"Birthday\": \"birth_date\"}}"
    )]
    ColumnMap(String),
    /// The text is not the name of a date format.
    #[error("\"{0}\" is not a date format; use ymd, dmy or mdy, or a pattern such as DD.MM.YYYY")]
    DateFormat(String),
    /// A named file or folder is not there or cannot be opened.
    #[error("the file or folder {} cannot be opened ({error}); nothing was read from it", path.display())]
    Source {
        path: PathBuf,
        error: std::io::Error,
    },
    /// The medium failed while reading; records already handed over may be incomplete.
    #[error(
        "the file {source_name} could not be read to its end ({error}); what comes after is missing"
    )]
    Read {
        source_name: String,
        error: std::io::Error,
    },
    /// The medium failed while writing; the file is incomplete.
    #[error(
        "the file could not be written to its end ({0}); do not use it, free some space and export again"
    )]
    Write(#[from] std::io::Error),
}

fn list(formats: &[DateFormat]) -> String {
    let names: Vec<&str> = formats.iter().map(|format| format.key()).collect();
    names.join(" or ")
}
