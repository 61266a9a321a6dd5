//! From a passphrase to the key that wraps the data key: Argon2id, never cheaper than it was meant to be.

use argon2::{Algorithm, Argon2, Params, Version};
use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

use crate::error::{Error, Result};
use crate::hex::Hex;
use crate::key::{Secret, empty_secret};
use crate::random::{Random, random_bytes};

/// What a slot asks of Argon2id (version 0x13).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Argon2Parameters {
    pub(crate) memory_kib: u32,
    pub(crate) passes: u32,
    pub(crate) lanes: u32,
    pub(crate) salt: Hex<16>,
}

// Measured: about 140 ms. This is also the floor, since no version ever wrote less.
const MEMORY_KIB: u32 = 64 * 1024;
const PASSES: u32 = 3;
const LANES: u32 = 4;

// Above this an edited file could hang the machine before it is found to be edited.
const MOST_MEMORY_KIB: u32 = 1024 * 1024;
const MOST_PASSES: u32 = 16;
const MOST_LANES: u32 = 16;

impl Argon2Parameters {
    pub(crate) fn make(random: &mut dyn Random) -> Result<Self> {
        Ok(Self {
            memory_kib: MEMORY_KIB,
            passes: PASSES,
            lanes: LANES,
            salt: Hex(random_bytes(random)?),
        })
    }

    /// Whether deriving with these is neither too cheap for safety nor too dear for the machine.
    pub(crate) fn acceptable(&self) -> bool {
        (MEMORY_KIB..=MOST_MEMORY_KIB).contains(&self.memory_kib)
            && (PASSES..=MOST_PASSES).contains(&self.passes)
            && (LANES..=MOST_LANES).contains(&self.lanes)
    }

    /// The wrapping key. Takes the full time whatever the passphrase.
    pub(crate) fn derive(&self, passphrase: &str) -> Result<Secret> {
        let normal = normal_form(passphrase);
        let params = Params::new(self.memory_kib, self.passes, self.lanes, Some(32))
            .map_err(|_| Error::NoMemory)?;
        let mut key = empty_secret();
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into(normal.as_bytes(), &self.salt.0, key.as_mut_slice())
            .map_err(|_| Error::NoMemory)?;
        Ok(key)
    }
}

/// One form for what looks the same, as RFC 8265 (OpaqueString) has it: composed letters, every space a plain space.
/// Keyboards and systems differ in how they send an é.
fn normal_form(passphrase: &str) -> Zeroizing<String> {
    // A composed character never takes more than three times the bytes; reserved at once so that growing leaves no copy.
    let mut normal = Zeroizing::new(String::with_capacity(3 * passphrase.len()));
    normal.extend(
        passphrase
            .chars()
            .map(|c| if c.is_whitespace() { ' ' } else { c })
            .nfc(),
    );
    normal
}
