//! What is remembered of a person outside of a practice: light or dark, the language, the clock.

use app::{Clock, Language, Theme, Wording};
use std::fs;
use std::io::{Error, ErrorKind, Result};
use std::path::PathBuf;

/// A file of a word or two in the person's configuration folder. The page's own storage cannot hold
/// them: its engine keeps nothing on disk.
pub(crate) struct WordFile(Option<PathBuf>);

impl WordFile {
    /// Nothing is kept where the machine names no folder for it.
    pub(crate) fn of_this_person(name: &str) -> Self {
        Self(dirs::config_dir().map(|folder| folder.join("daybook").join(name)))
    }

    /// The desktop's own where nothing was chosen, or what is there cannot be understood.
    pub(crate) fn theme(&self) -> Theme {
        match self.words().first().map(String::as_str) {
            Some("light") => Theme::Light,
            Some("dark") => Theme::Dark,
            _ => Theme::System,
        }
    }

    pub(crate) fn keep_theme(&self, theme: Theme) -> Result<()> {
        self.write(match theme {
            Theme::System => "system\n",
            Theme::Light => "light\n",
            Theme::Dark => "dark\n",
        })
    }

    /// As [`WordFile::theme`]: what is not understood is left to the desktop.
    pub(crate) fn wording(&self) -> Wording {
        let words = self.words();
        let word = |place: usize| words.get(place).map(String::as_str).unwrap_or_default();
        Wording {
            language: Language::of(word(0)),
            clock: match word(1) {
                "12" => Clock::Twelve,
                "24" => Clock::TwentyFour,
                _ => Clock::Region,
            },
        }
    }

    pub(crate) fn keep_wording(&self, wording: Wording) -> Result<()> {
        let language = wording.language.map_or("system", Language::tag);
        let clock = match wording.clock {
            Clock::Region => "region",
            Clock::Twelve => "12",
            Clock::TwentyFour => "24",
        };
        self.write(&format!("{language} {clock}\n"))
    }

    fn words(&self) -> Vec<String> {
        self.0
            .as_ref()
            .and_then(|path| fs::read_to_string(path).ok())
            .map(|text| text.split_whitespace().map(str::to_owned).collect())
            .unwrap_or_default()
    }

    fn write(&self, words: &str) -> Result<()> {
        let path = self.0.as_ref().ok_or(Error::from(ErrorKind::NotFound))?;
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        // Beside it first, so that a power cut leaves the old words or the new ones.
        let new = path.with_extension("new");
        fs::write(&new, words)?;
        fs::rename(new, path)
    }
}
