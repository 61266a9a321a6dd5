//! What tests use instead of the machine: a keyring in memory and randomness that repeats.

use std::collections::HashMap;
use std::fmt;
use std::sync::{Mutex, PoisonError};

use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::error::Result;
use crate::keyring::{Keyring, KeyringError};
use crate::random::Random;

/// A keyring that lives as long as the value. It can be made to behave like one that is locked or missing.
#[derive(Default)]
pub struct MemoryKeyring(Mutex<Content>);

#[derive(Default)]
struct Content {
    secrets: HashMap<(String, String), Zeroizing<Vec<u8>>>,
    failing: Option<KeyringError>,
}

impl MemoryKeyring {
    /// An empty keyring.
    pub fn new() -> Self {
        Self::default()
    }

    /// From now on every call answers with this error; `None` ends it. The secrets stay.
    pub fn fail_with(&self, error: Option<KeyringError>) {
        self.with(|content| content.failing = error);
    }

    /// The number of secrets held.
    pub fn len(&self) -> usize {
        self.with(|content| content.secrets.len())
    }

    /// Whether no secret is held.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    fn with<T>(&self, act: impl FnOnce(&mut Content) -> T) -> T {
        act(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Keyring for MemoryKeyring {
    fn get(
        &self,
        service: &str,
        account: &str,
    ) -> std::result::Result<Zeroizing<Vec<u8>>, KeyringError> {
        self.with(|content| match content.failing {
            Some(error) => Err(error),
            None => content
                .secrets
                .get(&(service.to_owned(), account.to_owned()))
                .cloned()
                .ok_or(KeyringError::Absent),
        })
    }

    fn set(
        &self,
        service: &str,
        account: &str,
        secret: &[u8],
    ) -> std::result::Result<(), KeyringError> {
        self.with(|content| match content.failing {
            Some(error) => Err(error),
            None => {
                content.secrets.insert(
                    (service.to_owned(), account.to_owned()),
                    Zeroizing::new(secret.to_vec()),
                );
                Ok(())
            }
        })
    }

    fn delete(&self, service: &str, account: &str) -> std::result::Result<(), KeyringError> {
        self.with(|content| match content.failing {
            Some(error) => Err(error),
            None => content
                .secrets
                .remove(&(service.to_owned(), account.to_owned()))
                .map(drop)
                .ok_or(KeyringError::Absent),
        })
    }
}

impl fmt::Debug for MemoryKeyring {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("MemoryKeyring(..)")
    }
}

/// Randomness that is the same for the same seed on every machine. Worthless for keys.
#[derive(Debug, Clone)]
pub struct SeededRandom {
    seed: u64,
    drawn: u64,
}

impl SeededRandom {
    /// The stream of a seed, from its start.
    pub fn new(seed: u64) -> Self {
        Self { seed, drawn: 0 }
    }
}

impl Random for SeededRandom {
    fn fill(&mut self, buffer: &mut [u8]) -> Result<()> {
        for piece in buffer.chunks_mut(32) {
            let block = Sha256::new()
                .chain_update(self.seed.to_be_bytes())
                .chain_update(self.drawn.to_be_bytes())
                .finalize();
            piece.copy_from_slice(&block[..piece.len()]);
            self.drawn += 1;
        }
        Ok(())
    }
}
