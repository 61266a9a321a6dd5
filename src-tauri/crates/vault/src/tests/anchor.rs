use serde_json::{Value, json};

use super::{Made, made};
use crate::testing::SeededRandom;
use crate::{Anchor, AnchorWrite, DataKey, Error, VAULT_FILE, Vault};

fn at(commits: u64) -> Anchor {
    Anchor {
        commits,
        audit_seq: commits * 2,
        audit_head: [commits as u8; 32],
        database_salt: [9; 16],
    }
}

fn edit(made: &Made, change: impl FnOnce(&mut Value)) {
    let path = made.folder.path().join(VAULT_FILE);
    let mut value = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
    change(&mut value);
    std::fs::write(&path, value.to_string()).unwrap();
}

#[test]
fn it_is_absent_then_there_and_only_moves_forward() {
    let made = made();
    assert_eq!(made.vault.anchor(&made.key).unwrap(), None);
    let write = |commits| made.vault.write_anchor(&made.key, &at(commits)).unwrap();
    assert_eq!(write(10), AnchorWrite::Written);
    assert_eq!(write(9), AnchorWrite::AlreadyThere);
    assert_eq!(write(10), AnchorWrite::AlreadyThere);
    assert_eq!(made.vault.anchor(&made.key).unwrap(), Some(at(10)));
    assert_eq!(write(u64::MAX / 2), AnchorWrite::Written);

    let again = Vault::open(made.folder.path()).unwrap();
    assert_eq!(again.anchor(&made.key).unwrap(), Some(at(u64::MAX / 2)));
}

#[test]
fn a_restore_may_put_it_back() {
    let made = made();
    made.vault.write_anchor(&made.key, &at(10)).unwrap();
    made.vault.replace_anchor(&made.key, &at(4)).unwrap();
    assert_eq!(made.vault.anchor(&made.key).unwrap(), Some(at(4)));
}

#[test]
fn an_edit_of_any_field_is_noticed_and_not_overwritten() {
    let fields = ["commits", "audit_seq", "audit_head", "database_salt", "mac"];
    let made = made();
    for field in fields {
        made.vault.replace_anchor(&made.key, &at(10)).unwrap();
        edit(&made, |value| {
            let old = &mut value["anchor"][field];
            *old = match old.as_str() {
                Some(digits) => json!(format!("00{}", &digits[2..])),
                None => json!(11),
            };
        });
        assert!(
            matches!(made.vault.anchor(&made.key), Err(Error::AnchorTampered)),
            "{field}"
        );
        let write = made.vault.write_anchor(&made.key, &at(12));
        assert!(matches!(write, Err(Error::AnchorTampered)), "{field}");
        edit(&made, |value| {
            value["anchor"].as_object_mut().unwrap().remove(field);
        });
        assert!(
            matches!(made.vault.anchor(&made.key), Err(Error::AnchorTampered)),
            "{field}"
        );
    }
}

#[test]
fn another_practices_key_neither_reads_nor_writes_it() {
    let made = made();
    made.vault.write_anchor(&made.key, &at(10)).unwrap();
    let stranger = DataKey::make(&mut SeededRandom::new(99)).unwrap();
    assert!(matches!(
        made.vault.anchor(&stranger),
        Err(Error::AnchorTampered)
    ));
    assert!(matches!(
        made.vault.write_anchor(&stranger, &at(11)),
        Err(Error::OtherKey)
    ));
    assert!(matches!(
        made.vault.replace_anchor(&stranger, &at(11)),
        Err(Error::OtherKey)
    ));
}
