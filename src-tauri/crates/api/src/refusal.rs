//! The core's errors as a window sees them.

use crate::convert::{hit, local};
use crate::wire::appointment::{ClashResource, ClashView};
use crate::wire::error::{ErrorCode, WireError};
use crate::words::Words;
use app::{ClashWith, Error, Told};
use chrono::NaiveDate;
use domain::booking::Resource;
use domain::status::StatusRefusal;
use domain::{Said, said};
use std::fmt::Display;

impl WireError {
    /// The error in words.
    pub fn of(error: &Error, words: &Words) -> Self {
        let mut wire = Self::told(code(error), &error.told(), words);
        match error {
            Error::LandsOn {
                visits: clashes, ..
            }
            | Error::Clash(clashes) => {
                wire.clashes = clashes.iter().map(|one| clash(one, words)).collect();
            }
            // Ages are left out: whoever is asked sees the birth date.
            Error::Duplicate(patients) => {
                wire.duplicates = patients
                    .iter()
                    .map(|patient| hit(patient, NaiveDate::MIN))
                    .collect();
            }
            Error::Wait { seconds } => wire.wait_seconds = Some(*seconds),
            Error::Invalid { field, .. } => wire.field = Some((*field).to_owned()),
            Error::WallClock(_) => wire.field = Some("start".to_owned()),
            _ => {}
        }
        wire
    }

    /// What is told, under a code.
    pub fn told(code: ErrorCode, told: &Told, words: &Words) -> Self {
        Self {
            code,
            what: words.say_all(&told.what),
            data: words.say_all(&told.data),
            next: words.say_all(&told.next),
            clashes: Vec::new(),
            duplicates: Vec::new(),
            wait_seconds: None,
            field: None,
        }
    }

    /// A fault of the program that holds the window.
    pub fn window_fault(words: &Words) -> Self {
        let told = Told::new(
            said("window-fault"),
            "window-fault-data",
            "window-fault-next",
        );
        Self::told(ErrorCode::Failed, &told, words)
    }

    /// A command that came when the window had closed.
    pub fn window_closing(words: &Words) -> Self {
        let told = Told::new(
            said("window-closing"),
            "window-closing-data",
            "window-closing-next",
        );
        Self::told(ErrorCode::Failed, &told, words)
    }

    /// A request that no window of this version sends.
    pub(crate) fn malformed(name: &str, error: &dyn Display, words: &Words) -> Self {
        let what = said("request-malformed")
            .with("name", name)
            .with("detail", error.to_string());
        let told = Told::new(what, "data-unchanged", "request-malformed-next");
        Self::told(ErrorCode::Failed, &told, words)
    }
}

fn code(error: &Error) -> ErrorCode {
    if error.is_disk_full() {
        return ErrorCode::DiskFull;
    }
    if error.is_wrong_secret() {
        return ErrorCode::WrongSecret;
    }
    if error.is_damage() {
        return ErrorCode::Damaged;
    }
    match error {
        Error::Locked => ErrorCode::Locked,
        Error::Absent => ErrorCode::Absent,
        Error::Wait { .. } => ErrorCode::Wait,
        Error::Invalid { .. } | Error::WallClock(_) => ErrorCode::Invalid,
        Error::Clash(_) | Error::LandsOn { .. } => ErrorCode::Clash,
        Error::Closed(_) => ErrorCode::Closed,
        Error::Duplicate(_) => ErrorCode::Duplicate,
        Error::Stale => ErrorCode::Stale,
        Error::NotFound(_) => ErrorCode::NotFound,
        Error::Status(StatusRefusal::Locked) => ErrorCode::Completed,
        Error::Status(_)
        | Error::OutOfTurn(_)
        | Error::Deceased(_)
        | Error::ImportRunning
        | Error::InUse => ErrorCode::Refused,
        Error::Half { .. }
        | Error::Vault(_)
        | Error::Store(_)
        | Error::Interop(_)
        | Error::Print(_)
        | Error::File { .. }
        | Error::RolledBack => ErrorCode::Failed,
    }
}

fn clash(clash: &ClashWith, words: &Words) -> ClashView {
    ClashView {
        resource: match clash.resource {
            Resource::Provider => ClashResource::Provider,
            Resource::Chair => ClashResource::Chair,
            Resource::Patient => ClashResource::Patient,
        },
        appointment: clash.appointment.to_string(),
        patient_name: clash
            .patient_name
            .clone()
            .unwrap_or_else(|| words.mention(&said("clash-unreadable"))),
        provider_name: clash.provider_name.clone(),
        chair_name: clash.chair_name.clone(),
        start: local(clash.start),
        end: local(clash.end),
    }
}

/// A field that cannot be read.
pub(crate) fn invalid(field: &'static str, what: impl Into<Said>) -> Error {
    Error::Invalid {
        field,
        what: what.into(),
    }
}
