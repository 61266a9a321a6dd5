//! Failures of the database, of a file, and of what is read from or printed to one.

use super::{Told, UNCHANGED, UNTOUCHED};
use domain::{Said, said};
use interop::InteropError;
use print::PrintError;
use std::io::{self, ErrorKind};

/// What the system said, in our words where it is one of the usual things.
pub(super) fn system(error: &io::Error) -> Said {
    match error.kind() {
        ErrorKind::NotFound => said("io-not-found"),
        ErrorKind::PermissionDenied => said("io-denied"),
        ErrorKind::ReadOnlyFilesystem => said("io-read-only"),
        ErrorKind::StorageFull => said("io-full"),
        ErrorKind::InvalidData => said("io-not-text"),
        _ => said("io-other").with("detail", error.to_string()),
    }
}

pub(super) fn of_store(error: &store::Error) -> Told {
    use store::Error as E;
    match error {
        E::Busy => Told::new(said("store-busy"), UNCHANGED, "store-busy-next"),
        E::Newer { found, known } => Told::new(
            said("store-newer")
                .with("found", *found)
                .with("known", *known),
            UNTOUCHED,
            "store-newer-next",
        ),
        E::Unreadable => damaged(said("store-unreadable")),
        E::Damaged(detail) => damaged(said("store-damaged").with("detail", detail)),
        E::Row(detail) => damaged(said("store-row").with("detail", detail)),
        E::Absent(path) => Told::new(
            said("store-absent").with("path", path.display().to_string()),
            "store-absent-data",
            "store-absent-next",
        ),
        E::ReadOnly => Told::new(said("store-read-only"), UNCHANGED, "store-read-only-next"),
        E::CutShort { bytes } => lost(said("store-cut-short").with("bytes", *bytes)),
        E::Hollow => lost(said("store-hollow")),
        E::NoCopy(detail) => Told::new(
            said("store-no-copy").with("detail", detail),
            "store-no-copy-data",
            "store-no-copy-next",
        ),
        E::AlreadyThere(path) => {
            failed(said("store-already-there").with("path", path.display().to_string()))
        }
        E::DiskFull => Told::new(said("disk-full"), "data-not-saved", "disk-full-next"),
        E::InUse => Told::new(said("in-use"), UNCHANGED, "in-use-next"),
        E::Stale => Told::new(said("stale"), UNCHANGED, "stale-next"),
        E::NotFound => Told::new(
            said("not-found").with("thing", "record"),
            UNCHANGED,
            "not-found-next",
        ),
        E::ChartNumberTaken(number) => Told::new(
            said("chart-number-taken").with("number", number),
            UNCHANGED,
            "invalid-next",
        ),
        E::Io { what, source } => {
            failed(said("store-io").with("detail", format!("{what}: {source}")))
        }
        E::Sql(error) => failed(said("store-sql").with("detail", error.to_string())),
    }
}

fn damaged(what: Said) -> Told {
    Told::new(what, "data-file-unchanged", "store-damaged-next")
}

fn lost(what: Said) -> Told {
    Told::new(what, "store-lost-data", "store-lost-next")
}

fn failed(what: Said) -> Told {
    Told::new(what, UNCHANGED, "store-next")
}

/// `what` has a blank `error`.
pub(super) fn of_file(what: &Said, source: &io::Error) -> Told {
    let next = match source.kind() {
        ErrorKind::NotFound => "file-next-not-found",
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => "file-next-denied",
        ErrorKind::InvalidData => "file-next-not-text",
        _ => "file-next",
    };
    Told::new(what.clone().with("error", system(source)), UNCHANGED, next)
}

pub(super) fn of_print(error: &PrintError) -> Told {
    match error {
        PrintError::Damaged(part) => Told::new(
            said("print-failed-part").with("part", part),
            UNTOUCHED,
            "print-failed-part-next",
        ),
        PrintError::Passphrase(_) => {
            Told::new(said("power-cut-passphrase"), UNTOUCHED, "invalid-next")
        }
        PrintError::Clock => Told::new(
            said("print-failed-clock"),
            UNTOUCHED,
            "print-failed-clock-next",
        ),
        PrintError::Write(error) => Told::new(
            said("print-failed-write").with("error", system(error)),
            UNTOUCHED,
            "print-failed-write-next",
        ),
    }
}

pub(super) fn of_interop(error: &InteropError) -> Told {
    const NOTHING_READ: &str = "interop-nothing-read";
    match error {
        InteropError::AmbiguousDates {
            source_name,
            formats,
        } => {
            let formats: Vec<&str> = formats.iter().map(|format| format.key()).collect();
            Told::new(
                said("interop-ambiguous")
                    .with("source", source_name)
                    .with("formats", formats.join(", ")),
                NOTHING_READ,
                "interop-ambiguous-next",
            )
        }
        InteropError::NoKnownColumns {
            source_name,
            columns,
        } => Told::new(
            said("interop-no-columns")
                .with("source", source_name)
                .with("columns", columns.join(", ")),
            NOTHING_READ,
            "interop-no-columns-next",
        ),
        InteropError::Empty { source_name } => Told::new(
            said("interop-empty").with("source", source_name),
            NOTHING_READ,
            "interop-empty-next",
        ),
        InteropError::NoFiles { path, endings } => Told::new(
            said("interop-no-files")
                .with("path", path.display().to_string())
                .with("endings", *endings),
            NOTHING_READ,
            "interop-no-files-next",
        ),
        InteropError::TooLarge {
            source_name,
            megabytes,
        } => Told::new(
            said("interop-too-large")
                .with("source", source_name)
                .with("megabytes", *megabytes),
            NOTHING_READ,
            "interop-too-large-next",
        ),
        InteropError::ColumnMap(detail) => Told::new(
            said("interop-column-map").with("detail", detail),
            UNCHANGED,
            "interop-column-map-next",
        ),
        InteropError::DateFormat(text) => Told::new(
            said("interop-date-format").with("text", text),
            UNCHANGED,
            "interop-date-format-next",
        ),
        InteropError::Source { path, error } => Told::new(
            said("interop-source")
                .with("path", path.display().to_string())
                .with("error", system(error)),
            NOTHING_READ,
            "interop-next",
        ),
        InteropError::Read { source_name, error } => Told::new(
            said("interop-read")
                .with("source", source_name)
                .with("error", system(error)),
            "interop-read-data",
            "interop-next",
        ),
        InteropError::Write(error) => Told::new(
            said("interop-write").with("error", system(error)),
            "interop-write-data",
            "interop-write-next",
        ),
    }
}
