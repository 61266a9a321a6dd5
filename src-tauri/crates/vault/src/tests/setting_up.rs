use std::fs;
use std::path::Path;

use super::PASSPHRASE;
use crate::testing::SeededRandom;
use crate::{DATABASE_FILE, Error, RecoveryCode, SETTING_UP, SettingUp, VAULT_FILE, Vault};

fn fill(within: &Path) {
    let mut random = SeededRandom::new(3);
    let code = RecoveryCode::make(&mut random).unwrap();
    Vault::create(within, PASSPHRASE, &code, &mut random).unwrap();
    fs::write(within.join(DATABASE_FILE), "pages").unwrap();
}

fn opens(folder: &Path) -> bool {
    Vault::open(folder).is_ok_and(|vault| vault.unlock_with_passphrase(PASSPHRASE).is_ok())
}

#[test]
fn a_set_up_broken_off_at_any_step_can_be_done_again_or_opens() {
    for files in 0..=2 {
        let parent = tempfile::tempdir().unwrap();
        let folder = parent.path().join("practice");
        let begun = SettingUp::begin(&folder).unwrap();
        fill(begun.folder());
        for name in [VAULT_FILE, DATABASE_FILE].iter().skip(files) {
            fs::remove_file(begun.folder().join(name)).unwrap();
        }
        // As a kill leaves it: nothing is cleared away.
        std::mem::forget(begun);
        // The lock of a process that is gone is gone too.
        fs::remove_file(folder.join(crate::VAULT_LOCK_FILE)).unwrap();
        assert!(matches!(Vault::open(&folder), Err(Error::Absent)));
        let again = SettingUp::begin(&folder).unwrap();
        fill(again.folder());
        again.finish().unwrap();
        assert!(opens(&folder), "{files} files were there");
        assert!(!folder.join(SETTING_UP).exists());
    }
    // Between the two moves.
    let parent = tempfile::tempdir().unwrap();
    let folder = parent.path().join("practice");
    let begun = SettingUp::begin(&folder).unwrap();
    fill(begun.folder());
    fs::rename(
        begun.folder().join(DATABASE_FILE),
        folder.join(DATABASE_FILE),
    )
    .unwrap();
    std::mem::forget(begun);
    fs::remove_file(folder.join(crate::VAULT_LOCK_FILE)).unwrap();
    assert!(matches!(
        SettingUp::begin(&folder),
        Err(Error::AlreadyThere(DATABASE_FILE))
    ));
    assert!(opens(&folder));
    assert!(!folder.join(SETTING_UP).exists());
    assert_eq!(fs::read(folder.join(DATABASE_FILE)).unwrap(), b"pages");
}

#[test]
fn a_set_up_that_is_given_up_leaves_nothing_and_one_that_fails_can_be_tried_again() {
    let parent = tempfile::tempdir().unwrap();
    let folder = parent.path().join("practice");
    let begun = SettingUp::begin(&folder).unwrap();
    fill(begun.folder());
    drop(begun);
    let begun = SettingUp::begin(&folder).unwrap();
    // No database was made.
    assert!(matches!(begun.finish(), Err(Error::NotSetUp(_))));
    assert!(!folder.join(SETTING_UP).exists());
    assert!(matches!(Vault::open(&folder), Err(Error::Absent)));
    let begun = SettingUp::begin(&folder).unwrap();
    fill(begun.folder());
    begun.finish().unwrap();
    assert!(opens(&folder));
}

#[cfg(unix)]
#[test]
fn a_folder_with_other_things_in_it_is_refused_and_stays_as_open_as_it_is() {
    use std::os::unix::fs::PermissionsExt;
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let parent = tempfile::tempdir().unwrap();
    for (name, begins) in [("shared", false), ("empty", true)] {
        let folder = parent.path().join(name);
        fs::create_dir(&folder).unwrap();
        fs::set_permissions(&folder, fs::Permissions::from_mode(0o755)).unwrap();
        if !begins {
            fs::write(folder.join("rota.txt"), "others read this").unwrap();
        }
        let begun = SettingUp::begin(&folder);
        if begins {
            assert!(begun.is_ok());
            assert_eq!(mode(&folder), 0o700);
        } else {
            assert!(matches!(begun, Err(Error::NotEmpty)));
            assert_eq!(mode(&folder), 0o755);
            assert_eq!(fs::read_dir(&folder).unwrap().count(), 1);
        }
    }
}
