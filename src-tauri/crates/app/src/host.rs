//! What only a machine or a desktop can do. A test brings its own.

use chrono::{DateTime, Utc};
use std::path::PathBuf;
use uuid::Uuid;

/// The machine that Daybook runs on.
pub trait Host: Send + Sync {
    /// The time now.
    fn now(&self) -> DateTime<Utc>;
    /// A fresh id, UUIDv7.
    fn new_id(&self) -> Uuid;
    /// Fills with random bytes fit for keys.
    fn random(&self, bytes: &mut [u8]) -> Result<(), vault::Error>;
    /// The machine's IANA zone, where it is known.
    fn zone(&self) -> Option<String>;
    /// The keyring of the person who is logged in.
    fn keyring(&self) -> &dyn vault::Keyring;
    /// Asks the person for a file or folder; none when they thought better of it, or there is no
    /// desktop.
    fn pick_path(&self, purpose: PickPurpose, suggested_name: Option<&str>) -> Option<PathBuf>;
}

/// What a file or folder is wanted for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PickPurpose {
    OpenCsv,
    OpenFhir,
    OpenFolder,
    SavePdf,
    SaveCsv,
    SaveFhir,
}

/// The host's randomness, as the vault asks for it.
pub(crate) struct HostRandom<'a>(pub(crate) &'a dyn Host);

impl vault::Random for HostRandom<'_> {
    fn fill(&mut self, bytes: &mut [u8]) -> vault::Result<()> {
        self.0.random(bytes)
    }
}
