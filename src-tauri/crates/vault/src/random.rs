//! Where randomness comes from; an argument everywhere, so that tests can repeat a run.

use crate::error::{Error, Result};

/// A source of random bytes fit for keys.
pub trait Random {
    /// Fills the whole buffer.
    ///
    /// # Errors
    /// [`Error::NoRandomness`]; the buffer is then not to be used.
    fn fill(&mut self, buffer: &mut [u8]) -> Result<()>;
}

/// The operating system's randomness; the only source outside tests.
#[derive(Debug, Clone, Copy, Default)]
pub struct OsRandom;

impl Random for OsRandom {
    fn fill(&mut self, buffer: &mut [u8]) -> Result<()> {
        getrandom::fill(buffer).map_err(|_| Error::NoRandomness)
    }
}

pub(crate) fn random_bytes<const N: usize>(random: &mut dyn Random) -> Result<[u8; N]> {
    let mut bytes = [0; N];
    random.fill(&mut bytes)?;
    Ok(bytes)
}
