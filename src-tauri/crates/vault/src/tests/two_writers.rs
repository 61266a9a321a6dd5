use std::thread;

use super::{PASSPHRASE, made, same_key};
use crate::testing::{MemoryKeyring, SeededRandom};
use crate::{Anchor, Vault, Way};

#[test]
fn neither_loses_the_others_slots_and_the_anchor_ends_at_the_latest() {
    const EACH: u64 = 12;
    let made = made();
    thread::scope(|scope| {
        for writer in 0..3_u64 {
            let (folder, key) = (made.folder.path(), &made.key);
            let machine = MemoryKeyring::new();
            scope.spawn(move || {
                let vault = Vault::open(folder).unwrap();
                let mut random = SeededRandom::new(100 + writer);
                for step in 0..EACH {
                    let anchor = Anchor {
                        commits: step * 3 + writer,
                        audit_seq: step,
                        audit_head: [writer as u8; 32],
                        database_salt: [0; 16],
                    };
                    vault.write_anchor(key, &anchor).unwrap();
                    if step == EACH / 2 {
                        let label = format!("machine {writer}");
                        let slot = vault
                            .add_keyring_slot(key, &label, &machine, &mut random)
                            .unwrap();
                        assert!(same_key(&vault.unlock_with_keyring(&machine).unwrap(), key));
                        assert!(vault.slots().unwrap().iter().any(|found| found.id == slot));
                    }
                }
                let label = format!("person {writer}");
                vault
                    .add_passphrase_slot(key, &label, &label, &mut random)
                    .unwrap();
            });
        }
    });

    let slots = made.vault.slots().unwrap();
    let mut labels = slots
        .iter()
        .map(|slot| slot.label.as_str())
        .collect::<Vec<_>>();
    labels.sort_unstable();
    let expected = [
        "",
        "",
        "machine 0",
        "machine 1",
        "machine 2",
        "person 0",
        "person 1",
        "person 2",
    ];
    assert_eq!(labels, expected);
    assert_eq!(
        slots
            .iter()
            .filter(|slot| slot.way == Way::Passphrase)
            .count(),
        4
    );
    let anchor = made.vault.anchor(&made.key).unwrap().unwrap();
    assert_eq!(anchor.commits, (EACH - 1) * 3 + 2);
    assert!(made.vault.unlock_with_passphrase(PASSPHRASE).is_ok());
}

#[test]
fn a_change_made_elsewhere_counts_at_once() {
    let made = made();
    let elsewhere = Vault::open(made.folder.path()).unwrap();
    let mut random = SeededRandom::new(50);
    elsewhere
        .change_passphrase(&made.key, "another one", &mut random)
        .unwrap();
    assert!(made.vault.unlock_with_passphrase(PASSPHRASE).is_err());
    assert!(made.vault.unlock_with_passphrase("another one").is_ok());
}

#[test]
fn only_one_of_many_can_found_a_practice_in_a_folder() {
    let parent = tempfile::tempdir().unwrap();
    let folder = parent.path().join("practice");
    let founded = thread::scope(|scope| {
        let racers = (0..4_u64).map(|racer| {
            let folder = &folder;
            scope.spawn(move || {
                let mut random = SeededRandom::new(racer);
                let code = crate::RecoveryCode::make(&mut random).unwrap();
                Vault::create(folder, PASSPHRASE, &code, &mut random).is_ok()
            })
        });
        let racers = racers.collect::<Vec<_>>();
        racers
            .into_iter()
            .map(|racer| racer.join().unwrap())
            .filter(|won| *won)
            .count()
    });
    assert_eq!(founded, 1);
    assert!(
        Vault::open(&folder)
            .unwrap()
            .unlock_with_passphrase(PASSPHRASE)
            .is_ok()
    );
}
