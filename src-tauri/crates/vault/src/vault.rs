//! A practice's vault: the ways into it and the anchor, kept in `vault.json`.
//!
//! The file is the truth: every call reads it anew, and every change is made on what is there now under an exclusive
//! lock, so that two programs on one practice never undo each other.

use std::fmt;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::anchor::{Anchor, AnchorWrite, key_check};
use crate::error::{Error, Result, Way};
use crate::file::{
    DATABASE_FILE, Document, FolderLock, VAULT_FILE, make_private_folder, read_bytes, replace,
};
use crate::hex::Hex;
use crate::key::DataKey;
use crate::keyring::{Keyring, KeyringError};
use crate::random::{Random, random_bytes};
use crate::recovery_code::RecoveryCode;
use crate::setting_up::end_broken_off;
use crate::slot::{Slot, SlotId, SlotInfo, way_of_damaged};

pub(crate) const KEYRING_SERVICE: &str = "Daybook";

/// Names a vault for good, across copies and backups.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct VaultId(pub(crate) Hex<16>);

impl fmt::Display for VaultId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// The vault of one practice folder. Holds no secret; the data key is with whoever unlocked.
#[derive(Debug, Clone)]
pub struct Vault {
    folder: PathBuf,
    id: VaultId,
}

impl Vault {
    /// Makes the folder where needed, closed to other users, and in it a vault with a new data key, one passphrase slot
    /// and one recovery slot.
    ///
    /// # Errors
    /// [`Error::AlreadyThere`] when the folder has a `vault.json` or a `practice.db`; [`Error::EmptyPassphrase`],
    /// [`Error::NoRandomness`], [`Error::NoMemory`], [`Error::NotWritten`]. No vault exists after any of them.
    pub fn create(
        folder: &Path,
        passphrase: &str,
        recovery_code: &RecoveryCode,
        random: &mut dyn Random,
    ) -> Result<(Self, DataKey)> {
        let id = VaultId(Hex(random_bytes(random)?));
        let key = DataKey::make(random)?;
        let mut document = Document::new(id, key_check(id, &key));
        document.add_slot(&Slot::for_passphrase(id, "", passphrase, &key, random)?)?;
        document.add_slot(&Slot::for_recovery_code(id, recovery_code, &key, random)?)?;

        let vault = Self::claim(folder, id, |folder| document.write(folder))?;
        Ok((vault, key))
    }

    /// Opens the vault of a folder, without unlocking anything. A set-up that was broken off just before its end is
    /// ended.
    ///
    /// # Errors
    /// [`Error::NotSetUp`], [`Error::Absent`], [`Error::Unreadable`], [`Error::NewerFormat`], [`Error::Damaged`].
    pub fn open(folder: &Path) -> Result<Self> {
        end_broken_off(folder)?;
        let document = Document::read(folder)?;
        Ok(Self {
            folder: folder.to_owned(),
            id: document.vault_id,
        })
    }

    /// Puts the key file out of a backup into a folder that has no practice yet.
    ///
    /// # Errors
    /// [`Error::AlreadyThere`], [`Error::NewerFormat`], [`Error::Damaged`], [`Error::NotWritten`].
    pub fn restore(folder: &Path, key_file: &[u8]) -> Result<Self> {
        let document = Document::parse(key_file)?;
        Self::claim(folder, document.vault_id, |folder| {
            replace(folder, VAULT_FILE, key_file).map_err(Error::NotWritten)
        })
    }

    /// The key file as it is, for a backup. Holds no secret in clear, but names of slots.
    ///
    /// # Errors
    /// As [`Vault::open`], and [`Error::OtherVault`].
    pub fn key_file(&self) -> Result<Vec<u8>> {
        let bytes = read_bytes(&self.folder)?;
        self.same(&Document::parse(&bytes)?)?;
        Ok(bytes)
    }

    /// Names this vault for good.
    pub fn id(&self) -> VaultId {
        self.id
    }

    /// The practice folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Every way in, in the order they were set up. Slots that only a later version knows are left out.
    ///
    /// # Errors
    /// As [`Vault::open`], and [`Error::OtherVault`].
    pub fn slots(&self) -> Result<Vec<SlotInfo>> {
        Ok(self
            .read()?
            .slots()
            .filter_map(|slot| slot.ok())
            .map(|slot| SlotInfo {
                id: slot.id,
                way: slot.way(),
                usable: slot.usable(),
                label: slot.label,
            })
            .collect())
    }

    /// Unlocks with the passphrase of any staff member. Each passphrase slot costs a full Argon2 derivation (100 ms and
    /// more) until one opens; the pauses of [`crate::Throttle`] come on top and are the caller's.
    ///
    /// # Errors
    /// [`Error::WrongPassphrase`]; [`Error::NoSlot`] or [`Error::SlotDamaged`] when there was none to try;
    /// [`Error::NoMemory`]; as [`Vault::open`]; [`Error::OtherVault`].
    pub fn unlock_with_passphrase(&self, passphrase: &str) -> Result<DataKey> {
        let document = self.read()?;
        let slots = usable_slots(&document, Way::Passphrase)?;
        for slot in slots {
            if let Some(key) = slot.try_passphrase(self.id, passphrase)? {
                return Ok(key);
            }
        }
        Err(Error::WrongPassphrase)
    }

    /// Unlocks one passphrase slot, for a person who said first who they are; one derivation whatever the outcome.
    ///
    /// # Errors
    /// As [`Vault::unlock_with_passphrase`], and [`Error::SlotGone`].
    pub fn unlock_slot_with_passphrase(&self, slot: SlotId, passphrase: &str) -> Result<DataKey> {
        let document = self.read()?;
        let slot = usable_slots(&document, Way::Passphrase)?
            .into_iter()
            .find(|found| found.id == slot)
            .ok_or(Error::SlotGone)?;
        slot.try_passphrase(self.id, passphrase)?
            .ok_or(Error::WrongPassphrase)
    }

    /// Unlocks with the recovery code.
    ///
    /// # Errors
    /// [`Error::WrongRecoveryCode`]; [`Error::NoSlot`] or [`Error::SlotDamaged`] when there was none to try; as
    /// [`Vault::open`]; [`Error::OtherVault`].
    pub fn unlock_with_recovery_code(&self, code: &RecoveryCode) -> Result<DataKey> {
        let document = self.read()?;
        usable_slots(&document, Way::RecoveryCode)?
            .iter()
            .find_map(|slot| slot.try_recovery_code(self.id, code))
            .ok_or(Error::WrongRecoveryCode)
    }

    /// Unlocks with what this machine's keyring holds for this practice.
    ///
    /// # Errors
    /// [`Error::Keyring`] when the keyring gave nothing; [`Error::WrongKeyringSecret`]; [`Error::NoSlot`] or
    /// [`Error::SlotDamaged`] when there was none to try; as [`Vault::open`]; [`Error::OtherVault`]. None of them is a
    /// reason to make a new key.
    pub fn unlock_with_keyring(&self, keyring: &dyn Keyring) -> Result<DataKey> {
        let document = self.read()?;
        let mut failure = Error::Keyring(KeyringError::Absent);
        // Several machines may each have a slot here; this one's keyring knows only its own.
        for slot in usable_slots(&document, Way::Keyring)? {
            match keyring.get(KEYRING_SERVICE, &self.account(slot.id)) {
                Ok(secret) => match slot.try_keyring_secret(self.id, &secret) {
                    Some(key) => return Ok(key),
                    None => failure = Error::WrongKeyringSecret,
                },
                Err(KeyringError::Absent) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Err(failure)
    }

    /// The anchor; `None` when none was ever written, which in a practice that has one means it was taken away.
    ///
    /// # Errors
    /// [`Error::AnchorTampered`]; as [`Vault::open`]; [`Error::OtherVault`].
    pub fn anchor(&self, key: &DataKey) -> Result<Option<Anchor>> {
        let document = self.read()?;
        document
            .anchor
            .as_ref()
            .map(|stored| Anchor::read(self.id, key, stored))
            .transpose()
    }

    /// Moves the anchor forward. Need not be called for each commit; one that is behind what is there changes nothing.
    ///
    /// # Errors
    /// [`Error::AnchorTampered`] when the one that is there is not genuine: it is then left as it is, for a person to
    /// look into. [`Error::OtherKey`], [`Error::NotWritten`]; as [`Vault::open`]; [`Error::OtherVault`].
    pub fn write_anchor(&self, key: &DataKey, anchor: &Anchor) -> Result<AnchorWrite> {
        self.update(|document| {
            self.check_key(document, key)?;
            if let Some(stored) = &document.anchor
                && !Anchor::read(self.id, key, stored)?.precedes(anchor)
            {
                return Ok((AnchorWrite::AlreadyThere, false));
            }
            self.set_anchor(document, key, anchor);
            Ok((AnchorWrite::Written, true))
        })
    }

    /// Puts an anchor in place of whatever is there, even an earlier or a damaged one. Only for a restore, or after a
    /// person was told of the mismatch and chose to go on.
    ///
    /// # Errors
    /// [`Error::OtherKey`], [`Error::NotWritten`]; as [`Vault::open`]; [`Error::OtherVault`].
    pub fn replace_anchor(&self, key: &DataKey, anchor: &Anchor) -> Result<()> {
        self.change(key, |document| {
            self.set_anchor(document, key, anchor);
            Ok(())
        })
    }

    fn set_anchor(&self, document: &mut Document, key: &DataKey, anchor: &Anchor) {
        let stored = anchor.stored(self.id, key, document.anchor.as_ref());
        document.anchor = Some(stored.into());
    }

    /// Takes a folder for a new vault, unless a practice is there.
    fn claim(folder: &Path, id: VaultId, write: impl FnOnce(&Path) -> Result<()>) -> Result<Self> {
        make_private_folder(folder).map_err(Error::NotWritten)?;
        let _lock = FolderLock::take(folder).map_err(Error::NotWritten)?;
        for name in [VAULT_FILE, DATABASE_FILE] {
            // A dangling link counts as there, so that nothing is ever written through one.
            if folder.join(name).symlink_metadata().is_ok() {
                return Err(Error::AlreadyThere(name));
            }
        }
        write(folder)?;
        Ok(Self {
            folder: folder.to_owned(),
            id,
        })
    }

    /// Changes what is in the file now, as the holder of its data key.
    pub(crate) fn change<T>(
        &self,
        key: &DataKey,
        edit: impl FnOnce(&mut Document) -> Result<T>,
    ) -> Result<T> {
        self.update(|document| {
            self.check_key(document, key)?;
            edit(document).map(|made| (made, true))
        })
    }

    /// Changes what is in the file now; it is written only when `edit` says so.
    pub(crate) fn update<T>(
        &self,
        edit: impl FnOnce(&mut Document) -> Result<(T, bool)>,
    ) -> Result<T> {
        let _lock = FolderLock::take(&self.folder).map_err(Error::NotWritten)?;
        let mut document = self.read()?;
        let (made, changed) = edit(&mut document)?;
        if changed {
            document.write(&self.folder)?;
        }
        Ok(made)
    }

    pub(crate) fn read(&self) -> Result<Document> {
        let document = Document::read(&self.folder)?;
        self.same(&document)?;
        Ok(document)
    }

    fn same(&self, document: &Document) -> Result<()> {
        if document.vault_id == self.id {
            Ok(())
        } else {
            Err(Error::OtherVault)
        }
    }

    /// A slot that wraps another vault's key would lock its owner out, so every change asks for the right one.
    pub(crate) fn check_key(&self, document: &Document, key: &DataKey) -> Result<()> {
        if document.key_check == key_check(self.id, key) {
            Ok(())
        } else {
            Err(Error::OtherKey)
        }
    }

    pub(crate) fn account(&self, slot: SlotId) -> String {
        format!("{}/{slot}", self.id)
    }
}

/// The slots of a kind that may be tried, at least one.
fn usable_slots(document: &Document, way: Way) -> Result<Vec<Slot>> {
    let mut damaged = false;
    let mut usable = Vec::new();
    for slot in document.slots() {
        match slot {
            Ok(slot) if slot.way() != way => {}
            Ok(slot) if slot.usable() => usable.push(slot),
            Ok(_) => damaged = true,
            Err(raw) => damaged |= way_of_damaged(raw) == Some(way),
        }
    }
    match (usable.is_empty(), damaged) {
        (false, _) => Ok(usable),
        (true, true) => Err(Error::SlotDamaged(way)),
        (true, false) => Err(Error::NoSlot(way)),
    }
}
