//! A machine whose clock stands still until it is told to go on.

use crate::FakeChannels;
use app::messages::Channels;
use app::{Host, PickPurpose, Theme, Wording};
use chrono::{DateTime, Utc};
use domain::PracticeId;
use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use uuid::Uuid;
use vault::testing::{MemoryKeyring, SeededRandom};
use vault::{Keyring, Random};

/// A host with a fixed clock, ids in order, seeded randomness and a keyring in memory.
#[derive(Debug)]
pub struct FakeHost {
    now: Mutex<DateTime<Utc>>,
    next_id: AtomicU64,
    random: Mutex<SeededRandom>,
    pub keyring: MemoryKeyring,
    /// What the person chooses when asked for a path.
    pub chosen: Mutex<Option<PathBuf>>,
    /// The ways out of the house.
    pub channels: FakeChannels,
    theme: Mutex<Theme>,
    wording: Mutex<Wording>,
    locale: Mutex<Option<String>>,
    last_views: Mutex<HashMap<PracticeId, String>>,
}

impl FakeHost {
    /// `seed` keeps the ids and keys of two hosts apart.
    pub fn at(now: &str, seed: u64) -> Self {
        Self {
            now: Mutex::new(instant(now)),
            next_id: AtomicU64::new(seed << 32),
            random: Mutex::new(SeededRandom::new(seed)),
            keyring: MemoryKeyring::new(),
            chosen: Mutex::new(None),
            channels: FakeChannels::default(),
            theme: Mutex::new(Theme::default()),
            wording: Mutex::new(Wording::default()),
            locale: Mutex::new(None),
            last_views: Mutex::default(),
        }
    }

    /// Changes the language and region of the desktop, such as `de-AT`.
    pub fn speak(&self, locale: Option<&str>) {
        *self
            .locale
            .lock()
            .expect("no test panics while it holds the locale") = locale.map(str::to_owned);
    }

    /// Puts the clock to another time.
    pub fn set(&self, now: &str) {
        *self
            .now
            .lock()
            .expect("no test panics while it holds the clock") = instant(now);
    }
}

fn instant(text: &str) -> DateTime<Utc> {
    text.parse()
        .expect("tests write instants as 2026-11-23T08:00:00Z")
}

impl Host for FakeHost {
    fn now(&self) -> DateTime<Utc> {
        *self
            .now
            .lock()
            .expect("no test panics while it holds the clock")
    }

    fn new_id(&self) -> Uuid {
        let number = self.next_id.fetch_add(1, Ordering::Relaxed);
        uuid::Builder::from_unix_timestamp_millis(
            1_700_000_000_000 + number,
            &[7; 10].map(|byte: u8| byte ^ (number >> 32) as u8),
        )
        .into_uuid()
    }

    fn random(&self, bytes: &mut [u8]) -> Result<(), vault::Error> {
        self.random
            .lock()
            .expect("no test panics while it holds the randomness")
            .fill(bytes)
    }

    fn zone(&self) -> Option<String> {
        Some("Europe/Berlin".to_owned())
    }

    fn keyring(&self) -> &dyn Keyring {
        &self.keyring
    }

    fn pick_path(&self, _purpose: PickPurpose, _suggested_name: Option<&str>) -> Option<PathBuf> {
        self.chosen
            .lock()
            .expect("no test panics while it holds the path")
            .clone()
    }

    fn channels(&self) -> Option<&dyn Channels> {
        Some(&self.channels)
    }

    fn theme(&self) -> Theme {
        *self
            .theme
            .lock()
            .expect("no test panics while it holds the theme")
    }

    fn keep_theme(&self, theme: Theme) -> std::io::Result<()> {
        *self
            .theme
            .lock()
            .expect("no test panics while it holds the theme") = theme;
        Ok(())
    }

    fn locale(&self) -> Option<String> {
        self.locale
            .lock()
            .expect("no test panics while it holds the locale")
            .clone()
    }

    fn wording(&self) -> Wording {
        *self
            .wording
            .lock()
            .expect("no test panics while it holds the wording")
    }

    fn keep_wording(&self, wording: Wording) -> std::io::Result<()> {
        *self
            .wording
            .lock()
            .expect("no test panics while it holds the wording") = wording;
        Ok(())
    }

    fn last_view(&self, practice: PracticeId) -> Option<String> {
        self.last_views
            .lock()
            .expect("no test panics while it holds the views")
            .get(&practice)
            .cloned()
    }

    fn keep_last_view(&self, practice: PracticeId, shown: &str) -> std::io::Result<()> {
        self.last_views
            .lock()
            .expect("no test panics while it holds the views")
            .insert(practice, shown.to_owned());
        Ok(())
    }
}
