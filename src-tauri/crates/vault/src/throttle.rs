//! How long to wait before the next try after wrong passphrases. Slows guessing at this program; against someone who
//! copies the files only the passphrase's strength and Argon2 help.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use crate::file::{FolderLock, replace};

/// The file's name in a practice folder.
pub const ATTEMPTS_FILE: &str = "attempts.json";

/// Tries in a row that may fail before there is a wait.
const FREE: u32 = 5;
/// The longest wait, in seconds.
const LONGEST: u64 = 60;

/// The wrong tries in a row on one practice, shared by all programs on it through `attempts.json`. Where the folder
/// cannot be written only this value counts them.
#[derive(Debug, Clone)]
pub struct Throttle {
    folder: PathBuf,
    attempts: Attempts,
}

#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize)]
struct Attempts {
    failures: u32,
    last_failure: Option<DateTime<Utc>>,
}

impl Throttle {
    /// Reads the count. No file means no failures; one that cannot be understood means the first wait.
    pub fn read(folder: &Path) -> Self {
        Self {
            folder: folder.to_owned(),
            attempts: Attempts::read(folder),
        }
    }

    /// How long to wait before the next try, from `now`: nothing for the first five failures, then 2, 4, 8, .. up to 60
    /// seconds after the last. A last failure in the future (the clock was set back) counts as one of now, so the wait
    /// is a whole one but passes.
    pub fn wait_needed(&mut self, now: DateTime<Utc>) -> Option<std::time::Duration> {
        let wait = wait_after(self.attempts.failures)?;
        let since = match self.attempts.last_failure {
            Some(last) if last <= now => now - last,
            _ => {
                self.attempts.last_failure = Some(now);
                self.attempts.write(&self.folder);
                TimeDelta::zero()
            }
        };
        let left = wait.checked_sub(&since)?.to_std().ok()?;
        (!left.is_zero()).then_some(left)
    }

    /// Counts a wrong try.
    pub fn failed(&mut self, now: DateTime<Utc>) {
        // Best effort: without the lock two programs may count one try for two.
        let _lock = FolderLock::take(&self.folder);
        let stored = Attempts::read(&self.folder).failures;
        self.attempts = Attempts {
            failures: self.attempts.failures.max(stored).saturating_add(1),
            last_failure: Some(now),
        };
        self.attempts.write(&self.folder);
    }

    /// Forgets the wrong tries.
    pub fn succeeded(&mut self) {
        self.attempts = Attempts::default();
        // A count that stays behind costs a wait, not the way in.
        let _ = fs::remove_file(self.folder.join(ATTEMPTS_FILE));
    }
}

impl Attempts {
    fn read(folder: &Path) -> Self {
        match fs::read(folder.join(ATTEMPTS_FILE)) {
            Ok(bytes) => serde_json::from_slice(&bytes).unwrap_or(Self {
                failures: FREE,
                last_failure: None,
            }),
            Err(_) => Self::default(),
        }
    }

    fn write(self, folder: &Path) {
        if let Ok(bytes) = serde_json::to_vec(&self) {
            let _ = replace(folder, ATTEMPTS_FILE, &bytes);
        }
    }
}

fn wait_after(failures: u32) -> Option<TimeDelta> {
    let doublings = failures.checked_sub(FREE)?;
    let seconds = 2_u64
        .saturating_pow(doublings.saturating_add(1))
        .min(LONGEST);
    i64::try_from(seconds).ok().and_then(TimeDelta::try_seconds)
}
