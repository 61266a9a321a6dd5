//! The one thing that is remembered of a person outside of a practice: light or dark.

use app::Theme;
use std::fs;
use std::io::{Error, ErrorKind, Result};
use std::path::PathBuf;

/// A file of one word in the person's configuration folder. The page's own storage cannot hold it:
/// its engine keeps nothing on disk.
pub(crate) struct ThemeFile(Option<PathBuf>);

impl ThemeFile {
    /// Nothing is kept where the machine names no folder for it.
    pub(crate) fn of_this_person() -> Self {
        Self(dirs::config_dir().map(|folder| folder.join("daybook").join("theme")))
    }

    /// The desktop's own where nothing was chosen, or what is there cannot be understood.
    pub(crate) fn read(&self) -> Theme {
        let word = self
            .0
            .as_ref()
            .and_then(|path| fs::read_to_string(path).ok());
        match word.as_deref().map(str::trim) {
            Some("light") => Theme::Light,
            Some("dark") => Theme::Dark,
            _ => Theme::System,
        }
    }

    pub(crate) fn write(&self, theme: Theme) -> Result<()> {
        let path = self.0.as_ref().ok_or(Error::from(ErrorKind::NotFound))?;
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        let word = match theme {
            Theme::System => "system\n",
            Theme::Light => "light\n",
            Theme::Dark => "dark\n",
        };
        // Beside it first, so that a power cut leaves the old word or the new one.
        let new = path.with_extension("new");
        fs::write(&new, word)?;
        fs::rename(new, path)
    }
}
