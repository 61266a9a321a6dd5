//! The promises of the crate, seen through what it makes public.

mod anchor;
mod keys;
mod pinned;
mod recovery_code;
mod seal;
mod setting_up;
mod slots;
mod throttle;
mod two_writers;
mod vault_file;

use tempfile::TempDir;

use crate::testing::SeededRandom;
use crate::{DataKey, Purpose, RecoveryCode, Vault};

pub(crate) const PASSPHRASE: &str = "seven quiet herons";

/// A practice folder with a vault made from one seed.
pub(crate) struct Made {
    pub(crate) folder: TempDir,
    pub(crate) vault: Vault,
    pub(crate) key: DataKey,
    pub(crate) code: RecoveryCode,
    pub(crate) random: SeededRandom,
}

pub(crate) fn made() -> Made {
    let folder = tempfile::tempdir().unwrap();
    let mut random = SeededRandom::new(1);
    let code = RecoveryCode::make(&mut random).unwrap();
    let (vault, key) = Vault::create(folder.path(), PASSPHRASE, &code, &mut random).unwrap();
    Made {
        folder,
        vault,
        key,
        code,
        random,
    }
}

/// Keys are compared by what they open.
pub(crate) fn same_key(one: &DataKey, other: &DataKey) -> bool {
    let form = |key: &DataKey| key.derive(Purpose::Database).sqlcipher_raw_key(None);
    form(one) == form(other)
}
