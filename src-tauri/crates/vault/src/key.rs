//! The data key of a practice and the sub-keys derived from it, one for each purpose.

use std::fmt;

use hkdf::Hkdf;
use sha2::Sha256;
use zeroize::{Zeroize, Zeroizing};

use crate::error::Result;
use crate::random::Random;

/// The 256-bit key of a practice. Everything encrypted hangs on it; it exists outside memory only wrapped in slots.
/// Dropping it wipes it.
#[derive(Clone)]
pub struct DataKey(Secret);

/// What a sub-key is for. No key serves two purposes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Purpose {
    /// Opens `practice.db`.
    Database,
    /// Authenticates the anchor in `vault.json`.
    Anchor,
    /// Seals backups.
    Backup,
    /// Seals attached files.
    Attachment,
}

/// A 256-bit key for one [`Purpose`]. Dropping it wipes it.
#[derive(Clone)]
pub struct SubKey(Secret);

/// 32 secret bytes. Boxed, because moving a plain array leaves a copy behind that nobody wipes.
pub(crate) type Secret = Box<Zeroizing<[u8; 32]>>;

impl DataKey {
    /// Makes a new data key. Only a new practice needs one; a missing keyring entry never is a reason.
    ///
    /// # Errors
    /// [`crate::Error::NoRandomness`].
    pub fn make(random: &mut dyn Random) -> Result<Self> {
        let mut bytes = empty_secret();
        random.fill(bytes.as_mut_slice())?;
        Ok(Self(bytes))
    }

    /// The sub-key for a purpose; the same one every time.
    pub fn derive(&self, purpose: Purpose) -> SubKey {
        SubKey(expand(None, self.0.as_slice(), &[purpose.info()]))
    }

    pub(crate) fn from_bytes(bytes: Secret) -> Self {
        Self(bytes)
    }

    pub(crate) fn bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl Purpose {
    // Part of the format: changing a text makes every existing practice unreadable.
    fn info(self) -> &'static [u8] {
        match self {
            Purpose::Database => b"daybook/1/database",
            Purpose::Anchor => b"daybook/1/anchor",
            Purpose::Backup => b"daybook/1/backup",
            Purpose::Attachment => b"daybook/1/attachment",
        }
    }
}

impl SubKey {
    /// The key as SQLCipher's raw form `x'…'` for `PRAGMA key`: 64 hex digits, and 32 more for the database's salt when
    /// it is given (needed when the salt at the start of the file was damaged).
    pub fn sqlcipher_raw_key(&self, salt: Option<&[u8; 16]>) -> Zeroizing<String> {
        const LONGEST: usize = 3 + 64 + 32;
        // Reserved at once, so that no shorter copy of the key is left behind by growing.
        let mut text = Zeroizing::new(String::with_capacity(LONGEST));
        text.push_str("x'");
        for byte in self.0.iter().chain(salt.into_iter().flatten()) {
            for nibble in [byte >> 4, byte & 15] {
                text.push(char::from(b"0123456789abcdef"[usize::from(nibble)]));
            }
        }
        text.push('\'');
        text
    }

    pub(crate) fn bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl fmt::Debug for DataKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DataKey(..)")
    }
}

impl fmt::Debug for SubKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SubKey(..)")
    }
}

/// HKDF-SHA256 to 32 bytes; `info` is the concatenation of its parts.
pub(crate) fn expand(salt: Option<&[u8]>, secret: &[u8], info: &[&[u8]]) -> Secret {
    let mut out = empty_secret();
    expand_into(salt, secret, info, out.as_mut_slice());
    wipe_stack();
    out
}

#[inline(never)]
fn expand_into(salt: Option<&[u8]>, secret: &[u8], info: &[&[u8]], out: &mut [u8]) {
    Hkdf::<Sha256>::new(salt, secret)
        .expand_multi_info(info, out)
        .expect("32 bytes is within what HKDF-SHA256 can give");
}

/// The library leaves the derived key on the stack, where a memory image taken after locking showed it. This writes
/// over the part of the stack that it had used.
#[inline(never)]
fn wipe_stack() {
    let mut used = [0_u8; 8192];
    used.zeroize();
    std::hint::black_box(&used);
}

pub(crate) fn empty_secret() -> Secret {
    Box::new(Zeroizing::new([0; 32]))
}
