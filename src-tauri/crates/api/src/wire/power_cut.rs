//! The sheet for a power cut.

use super::printing::WirePaper;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How the sheet is made, and how that went.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PowerCutView {
    pub on: bool,
    /// Time of day, each evening.
    pub at: String,
    pub folder: String,
    /// Whether a reader program asks for the passphrase.
    pub encrypted: bool,
    pub has_passphrase: bool,
    pub paper: WirePaper,
    /// Days after which a sheet of the past is taken away.
    pub keep_days: u32,
    /// The day of the sheet that was made last.
    pub made_for: Option<String>,
    /// Why the sheet that is due could not be made; it is tried again.
    pub failed: Option<SheetFailure>,
}

/// What hindered the sheet, and what to do.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SheetFailure {
    pub what: String,
    pub next: String,
}

/// How the sheet is to be made.
#[derive(Clone, Deserialize, TS)]
pub struct PowerCutInput {
    pub on: bool,
    pub at: String,
    pub folder: String,
    pub encrypted: bool,
    /// None keeps the one that there is.
    pub passphrase: Option<String>,
    pub paper: WirePaper,
    pub keep_days: u32,
}

impl std::fmt::Debug for PowerCutInput {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("PowerCutInput").finish_non_exhaustive()
    }
}

/// A sheet that was made.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MadeSheet {
    pub date: String,
    pub path: String,
    pub encrypted: bool,
}
