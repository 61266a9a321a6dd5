//! What only a machine or a desktop can do. A test brings its own.

use crate::error::{Error, Result};
use crate::messages::Channels;
use crate::wording::Wording;
use chrono::{DateTime, Utc};
/// What a [`Host`] speaks in, and what that of a real machine is made of.
pub use domain::PracticeId;
use domain::said;
use std::path::PathBuf;
use uuid::Uuid;
pub use vault::{Error as VaultError, Keyring, OsKeyring, OsRandom, Random};

/// The machine that Daybook runs on.
pub trait Host: Send + Sync {
    /// The time now.
    fn now(&self) -> DateTime<Utc>;
    /// A fresh id, UUIDv7.
    fn new_id(&self) -> Uuid;
    /// Fills with random bytes fit for keys.
    fn random(&self, bytes: &mut [u8]) -> std::result::Result<(), vault::Error>;
    /// The machine's IANA zone, where it is known.
    fn zone(&self) -> Option<String>;
    /// The keyring of the person who is logged in.
    fn keyring(&self) -> &dyn vault::Keyring;
    /// Asks the person for a file or folder; none when they thought better of it, or there is no
    /// desktop.
    fn pick_path(&self, purpose: PickPurpose, suggested_name: Option<&str>) -> Option<PathBuf>;
    /// Light or dark, as it was chosen on this machine, whether a practice is open or not.
    fn theme(&self) -> Theme {
        Theme::default()
    }
    /// Keeps the choice for the next start.
    ///
    /// # Errors
    /// Why the machine could not keep it; one without a window never can.
    fn keep_theme(&self, _theme: Theme) -> std::io::Result<()> {
        Err(std::io::ErrorKind::Unsupported.into())
    }
    /// The desktop's language and region as a tag, such as `de-AT`, where it has one.
    fn locale(&self) -> Option<String> {
        None
    }
    /// The language and the clock that were chosen on this machine.
    fn wording(&self) -> Wording {
        Wording::default()
    }
    /// Keeps the choice for the next start.
    ///
    /// # Errors
    /// Why the machine could not keep it; one without a window never can.
    fn keep_wording(&self, _wording: Wording) -> std::io::Result<()> {
        Err(std::io::ErrorKind::Unsupported.into())
    }
    /// How the schedule of a practice was looked at last on this machine.
    fn last_view(&self, _practice: PracticeId) -> Option<String> {
        None
    }
    /// The ways out of the house; none where nothing can be sent from this machine.
    fn channels(&self) -> Option<&dyn Channels> {
        None
    }
    /// Keeps it for the next start.
    ///
    /// # Errors
    /// Why the machine could not keep it; one without a window never can.
    fn keep_last_view(&self, _practice: PracticeId, _shown: &str) -> std::io::Result<()> {
        Err(std::io::ErrorKind::Unsupported.into())
    }
}

/// Light or dark, for the window of one person on one machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// As the desktop has it.
    #[default]
    System,
    Light,
    Dark,
}

/// Keeps light or dark for the next start. It is no part of the practice: it works while that is
/// locked, and leaves no trace in it.
///
/// # Errors
/// [`Error::File`] where the machine could not keep it.
pub fn choose_theme(host: &dyn Host, theme: Theme) -> Result<()> {
    host.keep_theme(theme)
        .map_err(Error::file(said("theme-not-kept")))
}

/// What a file or folder is wanted for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PickPurpose {
    OpenCsv,
    OpenFhir,
    OpenIcs,
    OpenVcf,
    OpenFolder,
    SavePdf,
    SaveCsv,
    SaveFhir,
    SaveIcs,
    SaveVcf,
}

/// The host's randomness, as the vault asks for it.
pub(crate) struct HostRandom<'a>(pub(crate) &'a dyn Host);

impl vault::Random for HostRandom<'_> {
    fn fill(&mut self, bytes: &mut [u8]) -> vault::Result<()> {
        self.0.random(bytes)
    }
}
