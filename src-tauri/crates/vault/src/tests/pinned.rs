//! Files of format 1 must open for good. When a test here fails the format has changed: mend the code, not the fixture.
//! The values were also computed by another implementation (Python's cryptography package) and agree.

use data_encoding::HEXLOWER;

use super::PASSPHRASE;
use crate::testing::SeededRandom;
use crate::{Anchor, DataKey, Purpose, RecoveryCode, VAULT_FILE, Vault, open, seal};

const VAULT: &str = include_str!("pinned_1.json");
const CODE: &str = "F0W2-B0HA-DYF6-5PH1-J3M2-HS69-T9BP-WPBQ-XDN8";
const SUB_KEYS: [(Purpose, &str); 4] = [
    (
        Purpose::Database,
        "x'05e9f86e8496199829abb374b49b08525250705f5b7da4a36aa5ec7152c92151'",
    ),
    (
        Purpose::Anchor,
        "x'7da200b0ee0ac683e0dbc3c79a489c443e4d99465497b7b190eaa19544566189'",
    ),
    (
        Purpose::Backup,
        "x'ea30eb08308ea1c12f9b5fc253488e5b6314ddda8552e596b97004ef82497017'",
    ),
    (
        Purpose::Attachment,
        "x'f8153567bea9ecce50a7e8b640fe3be34e30eb43a5c555393fba6ddbcf36e406'",
    ),
];
const SEALED: &str = "444159425345414c011df0cb55fc273df82d7466cb55a8f7446278033f7250cc\
                      ea3541a30ff09a04e6398b27895e3d21710bfede2a4fd4b3";

fn key_of(unlock: impl FnOnce(&Vault) -> crate::Result<DataKey>) -> DataKey {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join(VAULT_FILE), VAULT).unwrap();
    let vault = Vault::open(folder.path()).unwrap();
    let key = unlock(&vault).unwrap();
    let anchor = Anchor {
        commits: 1234,
        audit_seq: 5678,
        audit_head: [0xab; 32],
        database_salt: [0xcd; 16],
    };
    assert_eq!(vault.anchor(&key).unwrap(), Some(anchor));
    key
}

fn assert_sub_keys(key: &DataKey) {
    for (purpose, form) in SUB_KEYS {
        assert_eq!(*key.derive(purpose).sqlcipher_raw_key(None), form);
    }
}

#[test]
fn the_passphrase_of_a_first_practice_opens_it() {
    assert_sub_keys(&key_of(|vault| vault.unlock_with_passphrase(PASSPHRASE)));
}

#[test]
fn the_recovery_code_of_a_first_practice_opens_it() {
    let code = RecoveryCode::parse(CODE).unwrap();
    assert_eq!(*code.printed(), CODE);
    assert_sub_keys(&key_of(|vault| vault.unlock_with_recovery_code(&code)));
}

#[test]
fn a_first_sealed_file_opens_and_would_be_made_the_same() {
    let backup = key_of(|vault| vault.unlock_with_passphrase(PASSPHRASE)).derive(Purpose::Backup);
    let sealed = HEXLOWER.decode(SEALED.as_bytes()).unwrap();
    let mut plain = Vec::new();
    open(&mut &*sealed, &mut plain, &backup, b"context").unwrap();
    assert_eq!(plain, b"an x-ray");
    let mut again = Vec::new();
    let mut random = SeededRandom::new(9);
    seal(&mut &*plain, &mut again, &backup, b"context", &mut random).unwrap();
    assert_eq!(again, sealed);
}
