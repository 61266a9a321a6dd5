//! Keys of a practice: make, wrap, unwrap, forget. Knows neither SQL nor patients.
//!
//! One random data key opens a practice. `vault.json` keeps it wrapped once for each way in (a passphrase, the keyring
//! of this machine, the recovery code) and keeps the anchor: what the database said of itself when last asked.
//! Nothing in that file is secret, and nothing in it can be edited without being noticed when it matters.

mod anchor;
mod error;
mod file;
mod hex;
mod key;
mod keyring;
mod passphrase;
mod random;
mod recovery_code;
mod seal;
mod setting_up;
mod slot;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
#[cfg(test)]
mod tests;
mod throttle;
mod vault;
mod ways_in;

pub use anchor::{Anchor, AnchorWrite};
pub use error::{Error, Result, Way};
pub use file::{ATTEMPTS_FILE, DATABASE_FILE, VAULT_FILE, VAULT_LOCK_FILE};
pub use key::{DataKey, Purpose, SubKey};
pub use keyring::{Keyring, KeyringError, OsKeyring};
pub use random::{OsRandom, Random};
pub use recovery_code::RecoveryCode;
pub use seal::{open, seal};
pub use setting_up::{SETTING_UP, SettingUp};
pub use slot::{SlotId, SlotInfo};
pub use throttle::Throttle;
pub use vault::{Vault, VaultId};
