//! What keeps the window from opening, said to the person and not only to a terminal.

use crate::desktop::locale;
use crate::word_file::WordFile;
use api::Words;
use app::said;
use std::panic::{self, AssertUnwindSafe};

/// Why there is no window.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The machine does not say where a person's data belongs.
    NoDataFolder,
    /// Nothing to draw on.
    NoDesktop,
    /// The platform's window or page engine did not start.
    NoWindow(tauri::Error),
    /// A fault of the program.
    Fault,
}

impl Failure {
    fn words(&self) -> String {
        // There is no window yet that could be asked, but what was chosen in it is known.
        let chosen = WordFile::of_this_person("language").wording();
        let words = Words::of(&app::spoken(chosen, locale().as_deref()));
        words.say(&match self {
            Self::NoDataFolder => said("failure-no-data-folder"),
            Self::NoDesktop => said("failure-no-desktop"),
            Self::NoWindow(error) => said("failure-no-window").with("error", error.to_string()),
            Self::Fault => said("failure-fault"),
        })
    }

    /// Says it in the terminal, and where there is a desktop in a message of the platform.
    pub(crate) fn show(&self) {
        let words = self.words();
        eprintln!("{words}");
        if matches!(self, Self::NoDataFolder | Self::NoWindow(_)) {
            // Without a working toolkit there is no message either; the terminal has it.
            let _ = panic::catch_unwind(AssertUnwindSafe(|| {
                rfd::MessageDialog::new()
                    .set_level(rfd::MessageLevel::Error)
                    .set_title("Daybook")
                    .set_description(&words)
                    .show()
            }));
        }
    }
}

/// Tells where a fault was, and never what was in the values at hand: they may be a patient's.
pub(crate) fn keep_silent_on_panic() {
    panic::set_hook(Box::new(|fault| match fault.location() {
        Some(place) => eprintln!("A fault at {}:{}.", place.file(), place.line()),
        None => eprintln!("A fault at an unknown place."),
    }));
}

/// Turns a fault of the platform's libraries, or of ours, into a failure that can be said.
pub(crate) fn caught(open: impl FnOnce() -> Result<(), Failure>) -> Result<(), Failure> {
    panic::catch_unwind(AssertUnwindSafe(open)).unwrap_or(Err(Failure::Fault))
}
