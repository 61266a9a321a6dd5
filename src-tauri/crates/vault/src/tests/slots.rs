use serde_json::{Value, json};

use super::{Made, PASSPHRASE, made, same_key};
use crate::testing::{MemoryKeyring, SeededRandom};
use crate::{DataKey, Error, KeyringError, RecoveryCode, SlotId, VAULT_FILE, Vault, Way};

fn read(made: &Made) -> Value {
    serde_json::from_slice(&std::fs::read(made.folder.path().join(VAULT_FILE)).unwrap()).unwrap()
}

fn write(made: &Made, value: &Value) {
    std::fs::write(made.folder.path().join(VAULT_FILE), value.to_string()).unwrap();
}

/// Another value of the same shape.
fn altered(value: &Value) -> Value {
    match value {
        Value::String(text) if text.len() >= 24 => {
            let first = if text.starts_with('0') { "1" } else { "0" };
            json!(format!("{first}{}", &text[1..]))
        }
        Value::String(text) => json!(format!("{text}x")),
        Value::Number(number) => json!(number.as_u64().unwrap() + 1),
        other => other.clone(),
    }
}

#[test]
fn each_way_in_gives_the_same_key_and_the_wrong_one_none() {
    let Made {
        vault,
        key,
        code,
        mut random,
        folder: _folder,
    } = made();
    let keyring = MemoryKeyring::new();
    vault
        .add_keyring_slot(&key, "front desk", &keyring, &mut random)
        .unwrap();
    assert!(same_key(
        &vault.unlock_with_passphrase(PASSPHRASE).unwrap(),
        &key
    ));
    assert!(same_key(
        &vault.unlock_with_recovery_code(&code).unwrap(),
        &key
    ));
    assert!(same_key(
        &vault.unlock_with_keyring(&keyring).unwrap(),
        &key
    ));

    for wrong in [
        "",
        "seven quiet heron",
        "Seven quiet herons",
        "seven quiet herons ",
    ] {
        assert!(matches!(
            vault.unlock_with_passphrase(wrong),
            Err(Error::WrongPassphrase)
        ));
    }
    let other = RecoveryCode::make(&mut random).unwrap();
    assert!(matches!(
        vault.unlock_with_recovery_code(&other),
        Err(Error::WrongRecoveryCode)
    ));
}

#[test]
fn a_passphrase_is_the_same_however_the_keyboard_composes_it() {
    let Made {
        vault,
        key,
        mut random,
        folder: _folder,
        ..
    } = made();
    vault
        .change_passphrase(&key, "h\u{e9}ron\u{a0}\u{c5}land", &mut random)
        .unwrap();
    assert!(
        vault
            .unlock_with_passphrase("he\u{301}ron \u{212b}land")
            .is_ok()
    );
}

#[test]
fn no_single_field_of_a_slot_can_be_edited() {
    let made = made();
    let keyring = MemoryKeyring::new();
    made.vault
        .add_keyring_slot(&made.key, "front desk", &keyring, &mut SeededRandom::new(8))
        .unwrap();
    let genuine = read(&made);
    let mut edits = 0;
    for (at, way) in ["passphrase", "recovery_code", "keyring"]
        .into_iter()
        .enumerate()
    {
        let opens = || match way {
            "passphrase" => made.vault.unlock_with_passphrase(PASSPHRASE).map(drop),
            "recovery_code" => made.vault.unlock_with_recovery_code(&made.code).map(drop),
            _ => made.vault.unlock_with_keyring(&keyring).map(drop),
        };
        write(&made, &genuine);
        opens().unwrap();
        let fields =
            ["id", "label", "nonce", "wrapped_key"].map(|field| format!("/slots/{at}/{field}"));
        let parameters = genuine["slots"][at]["opens_with"][way]
            .as_object()
            .unwrap()
            .keys();
        let parameters = parameters.map(|field| format!("/slots/{at}/opens_with/{way}/{field}"));
        for place in fields
            .into_iter()
            .chain(parameters)
            .chain(["/vault_id".to_owned()])
        {
            let mut edited = genuine.clone();
            let field = edited.pointer_mut(&place).unwrap();
            *field = altered(field);
            assert_ne!(edited, genuine);
            write(&made, &edited);
            assert!(opens().is_err(), "{place} was edited");
            // Neither may a program that starts afresh be taken in.
            if place == "/vault_id" {
                let fresh = Vault::open(made.folder.path()).unwrap();
                assert!(fresh.unlock_with_recovery_code(&made.code).is_err());
                assert!(fresh.unlock_with_passphrase(PASSPHRASE).is_err());
            }
            edits += 1;
        }
    }
    assert_eq!(edits, 21);
}

#[test]
fn a_slot_does_not_pass_as_another_kind() {
    let made = made();
    let mut edited = read(&made);
    let salt = edited["slots"][1]["opens_with"]["recovery_code"]["salt"].clone();
    edited["slots"][1]["opens_with"] = json!({ "keyring": { "salt": salt } });
    write(&made, &edited);
    let by_code = made.vault.unlock_with_recovery_code(&made.code);
    assert!(matches!(by_code, Err(Error::NoSlot(Way::RecoveryCode))));
}

#[test]
fn derivation_too_weak_or_too_dear_is_refused_untried() {
    let made = made();
    let genuine = read(&made);
    let table = [
        ("memory_kib", 65_535_u64),
        ("memory_kib", 8),
        ("memory_kib", u64::from(u32::MAX)),
        ("memory_kib", u64::MAX),
        ("passes", 2),
        ("passes", u64::from(u32::MAX)),
        ("lanes", 1),
        ("lanes", 1 << 24),
    ];
    for (field, value) in table {
        let mut edited = genuine.clone();
        edited["slots"][0]["opens_with"]["passphrase"][field] = json!(value);
        write(&made, &edited);
        let refused = made.vault.unlock_with_passphrase(PASSPHRASE);
        assert!(
            matches!(refused, Err(Error::SlotDamaged(Way::Passphrase))),
            "{field} {value}"
        );
        // The other ways still open, and mend it.
        assert!(made.vault.unlock_with_recovery_code(&made.code).is_ok());
    }
    made.vault
        .change_passphrase(&made.key, "mended", &mut SeededRandom::new(5))
        .unwrap();
    assert!(made.vault.unlock_with_passphrase("mended").is_ok());
    assert_eq!(made.vault.slots().unwrap().len(), 2);
}

#[test]
fn changing_the_passphrase_ends_every_earlier_one() {
    let Made {
        vault,
        key,
        code,
        mut random,
        folder: _folder,
    } = made();
    vault
        .add_passphrase_slot(&key, "Bo", "second", &mut random)
        .unwrap();
    vault.change_passphrase(&key, "third", &mut random).unwrap();
    for old in [PASSPHRASE, "second"] {
        assert!(matches!(
            vault.unlock_with_passphrase(old),
            Err(Error::WrongPassphrase)
        ));
    }
    assert!(same_key(
        &vault.unlock_with_passphrase("third").unwrap(),
        &key
    ));
    assert!(same_key(
        &vault.unlock_with_recovery_code(&code).unwrap(),
        &key
    ));
    assert!(matches!(
        vault.change_passphrase(&key, "", &mut random),
        Err(Error::EmptyPassphrase)
    ));
    assert!(vault.unlock_with_passphrase("third").is_ok());
}

#[test]
fn each_person_can_have_a_passphrase() {
    let Made {
        vault,
        key,
        mut random,
        folder: _folder,
        ..
    } = made();
    let bo = vault
        .add_passphrase_slot(&key, "Bo", "second", &mut random)
        .unwrap();
    let first = vault.slots().unwrap()[0].id;
    assert!(vault.unlock_slot_with_passphrase(bo, "second").is_ok());
    assert!(matches!(
        vault.unlock_slot_with_passphrase(bo, PASSPHRASE),
        Err(Error::WrongPassphrase)
    ));

    let bo = vault
        .change_slot_passphrase(&key, bo, "newer", &mut random)
        .unwrap();
    assert!(vault.unlock_with_passphrase("newer").is_ok());
    assert!(vault.unlock_with_passphrase(PASSPHRASE).is_ok());
    assert!(
        vault
            .slots()
            .unwrap()
            .iter()
            .any(|slot| slot.id == bo && slot.label == "Bo")
    );

    vault.remove_passphrase_slot(&key, first).unwrap();
    assert!(vault.unlock_with_passphrase(PASSPHRASE).is_err());
    assert!(matches!(
        vault.remove_passphrase_slot(&key, first),
        Err(Error::SlotGone)
    ));
    assert!(matches!(
        vault.remove_passphrase_slot(&key, bo),
        Err(Error::LastSlot(Way::Passphrase))
    ));
    assert_eq!(SlotId::parse(&bo.to_string()), Some(bo));
}

#[test]
fn a_new_recovery_code_ends_the_old_one() {
    let Made {
        vault,
        key,
        code,
        mut random,
        folder: _folder,
    } = made();
    let new = RecoveryCode::make(&mut random).unwrap();
    vault
        .replace_recovery_code(&key, &new, &mut random)
        .unwrap();
    assert!(matches!(
        vault.unlock_with_recovery_code(&code),
        Err(Error::WrongRecoveryCode)
    ));
    assert!(same_key(
        &vault.unlock_with_recovery_code(&new).unwrap(),
        &key
    ));
}

#[test]
fn another_practices_key_changes_nothing() {
    let Made {
        vault,
        mut random,
        code,
        folder: _folder,
        ..
    } = made();
    let stranger = DataKey::make(&mut SeededRandom::new(99)).unwrap();
    let keyring = MemoryKeyring::new();
    let refused = [
        vault.change_passphrase(&stranger, "new", &mut random),
        vault
            .add_passphrase_slot(&stranger, "", "new", &mut random)
            .map(drop),
        vault.replace_recovery_code(&stranger, &code, &mut random),
        vault
            .add_keyring_slot(&stranger, "", &keyring, &mut random)
            .map(drop),
    ];
    for refusal in refused {
        assert!(matches!(refusal, Err(Error::OtherKey)));
    }
    assert!(keyring.is_empty());
    assert!(vault.unlock_with_passphrase(PASSPHRASE).is_ok());
}

#[test]
fn the_keyring_says_why_it_does_not_open() {
    let Made {
        vault,
        key,
        mut random,
        folder: _folder,
        ..
    } = made();
    let keyring = MemoryKeyring::new();
    assert!(matches!(
        vault.unlock_with_keyring(&keyring),
        Err(Error::NoSlot(Way::Keyring))
    ));

    let slot = vault
        .add_keyring_slot(&key, "front desk", &keyring, &mut random)
        .unwrap();
    for why in [
        KeyringError::Absent,
        KeyringError::Locked,
        KeyringError::Unavailable,
    ] {
        keyring.fail_with(Some(why));
        assert!(
            matches!(vault.unlock_with_keyring(&keyring), Err(Error::Keyring(told)) if told == why)
        );
    }
    keyring.fail_with(None);
    assert!(vault.unlock_with_keyring(&keyring).is_ok());

    // A practice folder carried to another machine.
    let elsewhere = MemoryKeyring::new();
    let carried = vault.unlock_with_keyring(&elsewhere);
    assert!(matches!(carried, Err(Error::Keyring(KeyringError::Absent))));

    vault.remove_keyring_slot(slot, &keyring).unwrap();
    assert!(keyring.is_empty());
    assert!(matches!(
        vault.unlock_with_keyring(&keyring),
        Err(Error::NoSlot(Way::Keyring))
    ));
    assert!(matches!(
        vault.remove_keyring_slot(slot, &keyring),
        Err(Error::SlotGone)
    ));
}

#[test]
fn one_machine_keeps_one_keyring_slot_and_leaves_others_alone() {
    let Made {
        vault,
        key,
        mut random,
        folder: _folder,
        ..
    } = made();
    let (desk, surgery) = (MemoryKeyring::new(), MemoryKeyring::new());
    vault
        .add_keyring_slot(&key, "desk", &desk, &mut random)
        .unwrap();
    vault
        .add_keyring_slot(&key, "surgery", &surgery, &mut random)
        .unwrap();
    vault
        .add_keyring_slot(&key, "desk again", &desk, &mut random)
        .unwrap();
    let slots = vault.slots().unwrap();
    let labels = slots
        .iter()
        .filter(|slot| slot.way == Way::Keyring)
        .map(|slot| slot.label.as_str());
    assert_eq!(labels.collect::<Vec<_>>(), ["surgery", "desk again"]);
    assert_eq!((desk.len(), surgery.len()), (1, 1));
    assert!(vault.unlock_with_keyring(&desk).is_ok());
    assert!(vault.unlock_with_keyring(&surgery).is_ok());

    desk.fail_with(Some(KeyringError::Locked));
    let refused = vault.add_keyring_slot(&key, "desk", &desk, &mut random);
    assert!(matches!(refused, Err(Error::Keyring(KeyringError::Locked))));
    assert_eq!(vault.slots().unwrap(), slots);
}
