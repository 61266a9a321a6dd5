//! Refusals and failures as a window sees them.

use super::appointment::ClashView;
use super::patient::PatientHit;
use serde::Serialize;
use ts_rs::TS;

/// What went wrong, in words for the person at the desk.
#[derive(Debug, Clone, Serialize, TS)]
pub struct WireError {
    pub code: ErrorCode,
    /// What happened.
    pub what: String,
    /// What it means for the data.
    pub data: String,
    /// What to do next.
    pub next: String,
    /// With code `clash`: what is there.
    pub clashes: Vec<ClashView>,
    /// With code `duplicate`: who it may be.
    pub duplicates: Vec<PatientHit>,
    /// With code `wait`: seconds until the next try.
    pub wait_seconds: Option<u32>,
    /// With code `invalid`: the field that is wrong, as it is named in the request.
    pub field: Option<String>,
}

/// A code is here only because a window does something of its own with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ErrorCode {
    /// The practice is locked: show the unlock screen.
    Locked,
    /// There is no practice: show the wizard.
    Absent,
    /// Not the right passphrase or code.
    WrongSecret,
    /// Too many wrong tries.
    Wait,
    /// A field is wrong.
    Invalid,
    /// Something else is there: offer other openings or to overbook.
    Clash,
    /// Outside working hours or closed: offer to book all the same.
    Closed,
    /// Probably the same patient.
    Duplicate,
    /// Somebody else changed it in the meantime: read again.
    Stale,
    /// It is gone.
    NotFound,
    /// The visit is completed and locked: ask, then change it knowingly.
    Completed,
    /// Not now or not so.
    Refused,
    /// The vault and the database do not match, or the file is damaged.
    Damaged,
    /// The disk is full.
    DiskFull,
    /// Anything else.
    Failed,
}
