//! The machine that the program runs on.

use app::messages::{Channels, Post};
use app::{Host, Keyring, OsKeyring, OsRandom, PickPurpose, Random, VaultError};
use chrono::{DateTime, Utc};
use std::path::PathBuf;
use uuid::Uuid;

/// This machine, without a desktop.
#[derive(Debug)]
pub(crate) struct Machine {
    keyring: OsKeyring,
    post: Post,
}

impl Machine {
    pub(crate) fn new() -> Self {
        Self {
            keyring: OsKeyring,
            post: Post::default(),
        }
    }
}

impl Host for Machine {
    fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }

    fn new_id(&self) -> Uuid {
        Uuid::now_v7()
    }

    fn random(&self, bytes: &mut [u8]) -> Result<(), VaultError> {
        OsRandom.fill(bytes)
    }

    fn zone(&self) -> Option<String> {
        iana_time_zone::get_timezone().ok()
    }

    fn locale(&self) -> Option<String> {
        sys_locale::get_locale()
    }

    fn keyring(&self) -> &dyn Keyring {
        &self.keyring
    }

    fn channels(&self) -> Option<&dyn Channels> {
        Some(&self.post)
    }

    /// Nobody is asked: paths come as arguments.
    fn pick_path(&self, _purpose: PickPurpose, _suggested_name: Option<&str>) -> Option<PathBuf> {
        None
    }
}
