use std::fs;

use serde_json::{Value, json};

use super::{Made, PASSPHRASE, made, same_key};
use crate::testing::{MemoryKeyring, SeededRandom};
use crate::{Anchor, DATABASE_FILE, Error, RecoveryCode, VAULT_FILE, Vault};

fn opened(content: &[u8]) -> Result<Vault, Error> {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join(VAULT_FILE), content).unwrap();
    Vault::open(folder.path())
}

fn genuine(made: &Made) -> Value {
    serde_json::from_slice(&made.vault.key_file().unwrap()).unwrap()
}

#[test]
fn a_practice_that_is_there_is_never_founded_over() {
    let made = made();
    let mut random = SeededRandom::new(2);
    let before = made.vault.key_file().unwrap();
    let again = Vault::create(made.folder.path(), "other", &made.code, &mut random);
    assert!(matches!(again, Err(Error::AlreadyThere(VAULT_FILE))));
    assert_eq!(made.vault.key_file().unwrap(), before);

    // A database whose key file was lost is data still.
    fs::remove_file(made.folder.path().join(VAULT_FILE)).unwrap();
    fs::write(made.folder.path().join(DATABASE_FILE), b"pages").unwrap();
    let over = Vault::create(made.folder.path(), "other", &made.code, &mut random);
    assert!(matches!(over, Err(Error::AlreadyThere(DATABASE_FILE))));
    assert!(matches!(
        Vault::restore(made.folder.path(), &before),
        Err(Error::AlreadyThere(_))
    ));
}

#[cfg(unix)]
#[test]
fn only_the_owner_can_look_into_the_folder() {
    use std::os::unix::fs::PermissionsExt;
    let parent = tempfile::tempdir().unwrap();
    let folder = parent.path().join("a").join("practice");
    let mut random = SeededRandom::new(2);
    let code = RecoveryCode::make(&mut random).unwrap();
    Vault::create(&folder, PASSPHRASE, &code, &mut random).unwrap();
    let mode = |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&folder), 0o700);
    for entry in fs::read_dir(&folder).unwrap() {
        assert_eq!(mode(&entry.unwrap().path()), 0o600);
    }
}

#[test]
fn what_is_wrong_with_the_file_is_told_apart() {
    let made = made();
    let empty = tempfile::tempdir().unwrap();
    assert!(matches!(Vault::open(empty.path()), Err(Error::Absent)));
    assert!(matches!(
        Vault::open(&empty.path().join("no folder")),
        Err(Error::Absent)
    ));
    fs::create_dir(empty.path().join(VAULT_FILE)).unwrap();
    assert!(matches!(
        Vault::open(empty.path()),
        Err(Error::Unreadable(_))
    ));

    let mut newer = json!({ "format": 2, "everything": "else" });
    let told = opened(newer.to_string().as_bytes());
    assert!(matches!(
        told,
        Err(Error::NewerFormat { found: 2, known: 1 })
    ));
    newer["format"] = json!(0);

    let whole = made.vault.key_file().unwrap();
    let mut no_id = genuine(&made);
    no_id.as_object_mut().unwrap().remove("vault_id");
    let (format_0, no_id) = (newer.to_string(), no_id.to_string());
    let damaged: [&[u8]; 7] = [
        b"",
        b"\0\0\0\0",
        b"[]",
        b"\"text\"",
        &whole[..whole.len() / 2],
        format_0.as_bytes(),
        no_id.as_bytes(),
    ];
    for content in damaged {
        assert!(matches!(opened(content), Err(Error::Damaged(_))));
    }
}

#[test]
fn a_flipped_byte_anywhere_never_panics_and_never_gives_another_key() {
    let made = made();
    let whole = made.vault.key_file().unwrap();
    for at in 0..whole.len() {
        let mut edited = whole.clone();
        edited[at] ^= 0x04;
        if let Ok(vault) = opened(&edited) {
            let _ = vault.slots().map(|slots| slots.len());
        }
        fs::write(made.folder.path().join(VAULT_FILE), &edited).unwrap();
        if let Ok(key) = made.vault.unlock_with_recovery_code(&made.code) {
            assert!(same_key(&key, &made.key));
        }
    }
}

#[test]
fn what_a_later_version_added_survives_every_rewrite() {
    let made = made();
    let mut later = genuine(&made);
    later["added"] = json!({ "deep": [1, 2, 3] });
    later["slots"][1]["added"] = json!("to a slot");
    let strange = json!({ "id": "7", "opens_with": { "smart_card": { "slot": 2 } } });
    later["slots"].as_array_mut().unwrap().push(strange.clone());
    later["anchor"] = Value::Null;
    fs::write(made.folder.path().join(VAULT_FILE), later.to_string()).unwrap();

    let mut random = SeededRandom::new(6);
    let vault = Vault::open(made.folder.path()).unwrap();
    let mut anchor = Anchor {
        commits: 1,
        audit_seq: 1,
        audit_head: [1; 32],
        database_salt: [2; 16],
    };
    vault.write_anchor(&made.key, &anchor).unwrap();
    let mut with_anchor = genuine(&made);
    with_anchor["anchor"]["added"] = json!("to the anchor");
    fs::write(made.folder.path().join(VAULT_FILE), with_anchor.to_string()).unwrap();
    anchor.commits = 2;
    vault.write_anchor(&made.key, &anchor).unwrap();
    vault
        .change_passphrase(&made.key, "new", &mut random)
        .unwrap();
    vault
        .add_keyring_slot(&made.key, "desk", &MemoryKeyring::new(), &mut random)
        .unwrap();

    let rewritten = genuine(&made);
    assert_eq!(rewritten["added"], later["added"]);
    let slots = rewritten["slots"].as_array().unwrap();
    assert!(slots.contains(&strange));
    assert!(slots.contains(&later["slots"][1]));
    assert_eq!(rewritten["anchor"]["added"], "to the anchor");
    assert_eq!(vault.anchor(&made.key).unwrap(), Some(anchor));
}

#[test]
fn a_folder_that_now_holds_another_practice_is_noticed() {
    let (one, other) = (made(), {
        let folder = tempfile::tempdir().unwrap();
        let mut random = SeededRandom::new(77);
        let code = RecoveryCode::make(&mut random).unwrap();
        Vault::create(folder.path(), PASSPHRASE, &code, &mut random)
            .unwrap()
            .0
            .key_file()
            .unwrap()
    });
    fs::write(one.folder.path().join(VAULT_FILE), other).unwrap();
    assert!(matches!(
        one.vault.unlock_with_passphrase(PASSPHRASE),
        Err(Error::OtherVault)
    ));
    let change = one
        .vault
        .change_passphrase(&one.key, "new", &mut SeededRandom::new(5));
    assert!(matches!(change, Err(Error::OtherVault)));
}

#[test]
fn a_key_file_out_of_a_backup_opens_on_a_fresh_machine() {
    let made = made();
    let fresh = tempfile::tempdir().unwrap();
    let folder = fresh.path().join("practice");
    let vault = Vault::restore(&folder, &made.vault.key_file().unwrap()).unwrap();
    assert_eq!(vault.id(), made.vault.id());
    let code = RecoveryCode::parse(&made.code.printed()).unwrap();
    assert!(same_key(
        &vault.unlock_with_recovery_code(&code).unwrap(),
        &made.key
    ));
    assert!(matches!(
        Vault::restore(&folder, b"{}"),
        Err(Error::Damaged(_))
    ));
}

#[cfg(unix)]
#[test]
fn a_write_that_fails_leaves_the_earlier_file_in_force() {
    let made = made();
    let before = made.vault.key_file().unwrap();
    // A folder where the new file would be written: the write fails, whoever runs the test.
    fs::create_dir(made.folder.path().join("vault.json.new")).unwrap();
    let change = made
        .vault
        .change_passphrase(&made.key, "new", &mut SeededRandom::new(5));
    assert!(matches!(change, Err(Error::NotWritten(_))));
    let keyring = MemoryKeyring::new();
    let added = made
        .vault
        .add_keyring_slot(&made.key, "", &keyring, &mut SeededRandom::new(6));
    assert!(added.is_err() && keyring.is_empty());
    assert_eq!(made.vault.key_file().unwrap(), before);
    assert!(made.vault.unlock_with_passphrase(PASSPHRASE).is_ok());
}

#[test]
fn no_secret_is_in_the_file() {
    let made = made();
    let text = String::from_utf8(made.vault.key_file().unwrap()).unwrap();
    let database = made
        .key
        .derive(crate::Purpose::Database)
        .sqlcipher_raw_key(None);
    for secret in [
        PASSPHRASE,
        &made.code.printed(),
        database.trim_matches(['x', '\'']),
    ] {
        assert!(!text.contains(secret));
    }
}
