//! The core's errors as a window sees them.

use crate::convert::{hit, local};
use crate::wire::appointment::{ClashResource, ClashView};
use crate::wire::error::{ErrorCode, WireError};
use app::{ClashWith, Error};
use chrono::NaiveDate;
use domain::booking::Resource;
use domain::status::StatusRefusal;
use std::fmt::Display;

impl From<Error> for WireError {
    fn from(error: Error) -> Self {
        WireError::from(&error)
    }
}

impl From<&Error> for WireError {
    fn from(error: &Error) -> Self {
        let told = error.told();
        let mut wire = WireError {
            code: code(error),
            what: told.what,
            data: told.data.to_owned(),
            next: told.next,
            clashes: Vec::new(),
            duplicates: Vec::new(),
            wait_seconds: None,
            field: None,
        };
        match error {
            Error::LandsOn { visits, .. } => wire.clashes = visits.iter().map(clash).collect(),
            Error::Clash(clashes) => wire.clashes = clashes.iter().map(clash).collect(),
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
        Error::Status(_) | Error::Deceased(_) | Error::ImportRunning | Error::InUse => {
            ErrorCode::Refused
        }
        Error::Half { .. }
        | Error::Vault(_)
        | Error::Store(_)
        | Error::Interop(_)
        | Error::Print(_)
        | Error::File { .. }
        | Error::RolledBack => ErrorCode::Failed,
    }
}

fn clash(clash: &ClashWith) -> ClashView {
    ClashView {
        resource: match clash.resource {
            Resource::Provider => ClashResource::Provider,
            Resource::Chair => ClashResource::Chair,
            Resource::Patient => ClashResource::Patient,
        },
        appointment: clash.appointment.to_string(),
        patient_name: clash.patient_name.clone(),
        provider_name: clash.provider_name.clone(),
        chair_name: clash.chair_name.clone(),
        start: local(clash.start),
        end: local(clash.end),
    }
}

/// A request that no window of this version sends.
pub(crate) fn malformed(name: &str, error: &dyn Display) -> WireError {
    WireError {
        code: ErrorCode::Failed,
        what: format!("The window asked for {name} in a way that is not understood: {error}."),
        data: "Nothing was changed.".to_owned(),
        next: "Restart Daybook; if it happens again, install it anew.".to_owned(),
        clashes: Vec::new(),
        duplicates: Vec::new(),
        wait_seconds: None,
        field: None,
    }
}

/// A field that cannot be read.
pub(crate) fn invalid(field: &'static str, what: impl Into<String>) -> Error {
    Error::Invalid {
        field,
        what: what.into(),
    }
}
