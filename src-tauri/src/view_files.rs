//! How each practice's schedule was looked at last, for the next start.

use app::PracticeId;
use std::fs;
use std::io::{Error, ErrorKind, Result};
use std::path::PathBuf;

/// A small file a practice in the person's configuration folder, beside light and dark. It is named
/// after the practice's id and holds ids, never a name.
pub(crate) struct ViewFiles(Option<PathBuf>);

impl ViewFiles {
    /// Nothing is kept where the machine names no folder for it.
    pub(crate) fn of_this_person() -> Self {
        Self(dirs::config_dir().map(|folder| folder.join("daybook").join("views")))
    }

    pub(crate) fn read(&self, practice: PracticeId) -> Option<String> {
        fs::read_to_string(self.path(practice)?).ok()
    }

    pub(crate) fn write(&self, practice: PracticeId, shown: &str) -> Result<()> {
        let path = self
            .path(practice)
            .ok_or(Error::from(ErrorKind::NotFound))?;
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        // Beside it first, so that a power cut leaves the old view or the new one.
        let new = path.with_extension("new");
        fs::write(&new, shown)?;
        fs::rename(new, path)
    }

    fn path(&self, practice: PracticeId) -> Option<PathBuf> {
        let folder = self.0.as_ref()?;
        Some(folder.join(practice.to_string()))
    }
}
