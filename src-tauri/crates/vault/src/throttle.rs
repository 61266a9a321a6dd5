//! How long to wait before the next try after wrong passphrases. Slows guessing at this program; against someone who
//! copies the files only the passphrase's strength and Argon2 help.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use crate::file::{ATTEMPTS_FILE, FolderLock, replace};

/// Tries in a row that may fail before there is a wait.
const FREE: u32 = 5;
/// The longest wait, in seconds.
const LONGEST: u64 = 60;

/// The wrong tries in a row on one practice, shared by all programs on it through `attempts.json`, which is read anew
/// each time. Where the folder cannot be written only this value counts them.
#[derive(Debug, Clone)]
pub struct Throttle {
    folder: PathBuf,
    /// The count that could not be written.
    unwritten: Option<Attempts>,
}

#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize)]
struct Attempts {
    failures: u32,
    last_failure: Option<DateTime<Utc>>,
}

impl Throttle {
    /// The count of a practice folder.
    pub fn of(folder: &Path) -> Self {
        Self {
            folder: folder.to_owned(),
            unwritten: None,
        }
    }

    /// How long to wait before the next try, from `now`: nothing for the first five failures, then 2, 4, 8, .. up to 60
    /// seconds after the last. A last failure in the future (the clock was set back) counts as one of now, so the wait
    /// is a whole one but passes. No file means no failures; one that cannot be understood means the first wait.
    pub fn wait_needed(&mut self, now: DateTime<Utc>) -> Option<Duration> {
        let _lock = FolderLock::take(&self.folder);
        self.wait_locked(now)
    }

    /// Begins a try: it counts as a wrong one from now on, until [`Throttle::succeeded`] says otherwise. So a hundred
    /// tries begun at once are still counted one by one, and one whose process is killed counts too.
    ///
    /// # Errors
    /// How long to wait first; nothing is counted then.
    pub fn begin(&mut self, now: DateTime<Utc>) -> Result<(), Duration> {
        // Without the lock two programs may count one try for two; the folder cannot be written then.
        let _lock = FolderLock::take(&self.folder);
        if let Some(wait) = self.wait_locked(now) {
            return Err(wait);
        }
        let failures = self.read().failures.saturating_add(1);
        self.write(Attempts {
            failures,
            last_failure: Some(now),
        });
        Ok(())
    }

    /// Forgets the wrong tries.
    pub fn succeeded(&mut self) {
        let _lock = FolderLock::take(&self.folder);
        self.unwritten = None;
        // A count that stays behind costs a wait, not the way in.
        let _ = fs::remove_file(self.folder.join(ATTEMPTS_FILE));
    }

    /// The try that was begun came to no answer, so it does not count.
    pub fn not_tried(&mut self) {
        let _lock = FolderLock::take(&self.folder);
        let counted = self.read();
        self.write(Attempts {
            failures: counted.failures.saturating_sub(1),
            ..counted
        });
    }

    fn wait_locked(&mut self, now: DateTime<Utc>) -> Option<Duration> {
        let attempts = self.read();
        let wait = wait_after(attempts.failures)?;
        let since = match attempts.last_failure {
            Some(last) if last <= now => now - last,
            _ => {
                self.write(Attempts {
                    last_failure: Some(now),
                    ..attempts
                });
                TimeDelta::zero()
            }
        };
        let left = wait.checked_sub(&since)?.to_std().ok()?;
        (!left.is_zero()).then_some(left)
    }

    fn read(&self) -> Attempts {
        let stored = match fs::read(self.folder.join(ATTEMPTS_FILE)) {
            Ok(bytes) => serde_json::from_slice(&bytes).unwrap_or(Attempts {
                failures: FREE,
                last_failure: None,
            }),
            Err(_) => Attempts::default(),
        };
        match self.unwritten {
            Some(unwritten) if unwritten.failures >= stored.failures => unwritten,
            _ => stored,
        }
    }

    /// To be called with the lock held.
    fn write(&mut self, attempts: Attempts) {
        let written = serde_json::to_vec(&attempts)
            .is_ok_and(|bytes| replace(&self.folder, ATTEMPTS_FILE, &bytes).is_ok());
        self.unwritten = (!written).then_some(attempts);
    }
}

fn wait_after(failures: u32) -> Option<TimeDelta> {
    let doublings = failures.checked_sub(FREE)?;
    let seconds = 2_u64
        .saturating_pow(doublings.saturating_add(1))
        .min(LONGEST);
    i64::try_from(seconds).ok().and_then(TimeDelta::try_seconds)
}
