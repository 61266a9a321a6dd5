//! Setting up, changing and taking away ways into a practice. The data is never touched by any of it.

use crate::error::{Error, Result, Way};
use crate::file::Document;
use crate::hex::Hex;
use crate::key::{DataKey, empty_secret};
use crate::keyring::Keyring;
use crate::random::{Random, random_bytes};
use crate::recovery_code::RecoveryCode;
use crate::slot::{Slot, SlotId, way_of_damaged};
use crate::vault::{KEYRING_SERVICE, Vault};

impl Vault {
    /// Puts one new passphrase in place of every passphrase there is; the first one's label stays. The data is not
    /// touched. For a practice with a passphrase for each person see [`Vault::change_slot_passphrase`].
    ///
    /// # Errors
    /// [`Error::EmptyPassphrase`], [`Error::OtherKey`], [`Error::NoRandomness`], [`Error::NoMemory`],
    /// [`Error::NotWritten`]; as [`Vault::open`]; [`Error::OtherVault`]. The old passphrase stays after any of them.
    pub fn change_passphrase(
        &self,
        key: &DataKey,
        new: &str,
        random: &mut dyn Random,
    ) -> Result<()> {
        self.change(key, |document| {
            let label = document
                .slots()
                .filter_map(|slot| slot.ok())
                .find(|slot| slot.way() == Way::Passphrase)
                .map(|slot| slot.label)
                .unwrap_or_default();
            let slot = Slot::for_passphrase(self.id(), &label, new, key, random)?;
            remove_way(document, Way::Passphrase);
            document.add_slot(&slot)
        })
    }

    /// Changes the passphrase of one person, whose slot keeps its label and gets a new id, which is given back.
    ///
    /// # Errors
    /// As [`Vault::change_passphrase`], and [`Error::SlotGone`].
    pub fn change_slot_passphrase(
        &self,
        key: &DataKey,
        slot: SlotId,
        new: &str,
        random: &mut dyn Random,
    ) -> Result<SlotId> {
        self.change(key, |document| {
            let old = find(document, slot)
                .filter(|found| found.way() == Way::Passphrase)
                .ok_or(Error::SlotGone)?;
            let fresh = Slot::for_passphrase(self.id(), &old.label, new, key, random)?;
            document.remove_slots(|found| found.is_ok_and(|found| found.id == slot));
            document.add_slot(&fresh)?;
            Ok(fresh.id)
        })
    }

    /// Adds a passphrase, for another staff member.
    ///
    /// # Errors
    /// As [`Vault::change_passphrase`].
    pub fn add_passphrase_slot(
        &self,
        key: &DataKey,
        label: &str,
        passphrase: &str,
        random: &mut dyn Random,
    ) -> Result<SlotId> {
        self.change(key, |document| {
            let slot = Slot::for_passphrase(self.id(), label, passphrase, key, random)?;
            document.add_slot(&slot)?;
            Ok(slot.id)
        })
    }

    /// Removes a passphrase, but not the last one.
    ///
    /// # Errors
    /// [`Error::SlotGone`], [`Error::LastSlot`], [`Error::OtherKey`], [`Error::NotWritten`]; as [`Vault::open`];
    /// [`Error::OtherVault`].
    pub fn remove_passphrase_slot(&self, key: &DataKey, slot: SlotId) -> Result<()> {
        self.change(key, |document| {
            let mut passphrases = document
                .slots()
                .filter_map(|slot| slot.ok())
                .filter(|slot| slot.way() == Way::Passphrase && slot.usable())
                .map(|slot| slot.id)
                .collect::<Vec<_>>();
            match find(document, slot) {
                Some(found) if found.way() == Way::Passphrase => {}
                _ => return Err(Error::SlotGone),
            }
            passphrases.retain(|id| *id != slot);
            if passphrases.is_empty() {
                return Err(Error::LastSlot(Way::Passphrase));
            }
            document.remove_slots(|found| found.is_ok_and(|found| found.id == slot));
            Ok(())
        })
    }

    /// Puts a new recovery code in place of the earlier ones, which open nothing from then on (but do open older
    /// backups). Print the new one before calling this.
    ///
    /// # Errors
    /// [`Error::OtherKey`], [`Error::NoRandomness`], [`Error::NotWritten`]; as [`Vault::open`]; [`Error::OtherVault`].
    pub fn replace_recovery_code(
        &self,
        key: &DataKey,
        new: &RecoveryCode,
        random: &mut dyn Random,
    ) -> Result<()> {
        self.change(key, |document| {
            let slot = Slot::for_recovery_code(self.id(), new, key, random)?;
            remove_way(document, Way::RecoveryCode);
            document.add_slot(&slot)
        })
    }

    /// Lets this machine's keyring open the practice: a random secret goes into the keyring, the data key wrapped by it
    /// into `vault.json`. Earlier slots of this same keyring are replaced, other machines' stay.
    ///
    /// # Errors
    /// [`Error::Keyring`], [`Error::OtherKey`], [`Error::NoRandomness`], [`Error::NotWritten`]; as [`Vault::open`];
    /// [`Error::OtherVault`]. The keyring has no new entry after any of them.
    pub fn add_keyring_slot(
        &self,
        key: &DataKey,
        label: &str,
        keyring: &dyn Keyring,
        random: &mut dyn Random,
    ) -> Result<SlotId> {
        let earlier = self.slots_of_keyring(keyring)?;
        let id = SlotId(Hex(random_bytes(random)?));
        let mut secret = empty_secret();
        random.fill(secret.as_mut_slice())?;
        let slot = Slot::for_keyring(self.id(), id, label, &secret, key, random)?;
        self.check_key(&self.read()?, key)?;
        keyring.set(KEYRING_SERVICE, &self.account(id), secret.as_slice())?;
        let added = self.change(key, |document| {
            document.remove_slots(|found| found.is_ok_and(|found| earlier.contains(&found.id)));
            document.add_slot(&slot)
        });
        let useless = match added {
            Ok(()) => earlier,
            Err(_) => vec![id],
        };
        for id in useless {
            // An entry that stays behind opens nothing.
            let _ = keyring.delete(KEYRING_SERVICE, &self.account(id));
        }
        added.map(|()| id)
    }

    /// Ends opening by keyring for one slot, which may be another machine's. The keyring's entry goes too if this
    /// machine has it; one that cannot be deleted opens nothing any more.
    ///
    /// # Errors
    /// [`Error::SlotGone`], [`Error::NotWritten`]; as [`Vault::open`]; [`Error::OtherVault`].
    pub fn remove_keyring_slot(&self, slot: SlotId, keyring: &dyn Keyring) -> Result<()> {
        self.update(|document| {
            find(document, slot)
                .filter(|found| found.way() == Way::Keyring)
                .ok_or(Error::SlotGone)?;
            document.remove_slots(|found| found.is_ok_and(|found| found.id == slot));
            Ok(((), true))
        })?;
        let _ = keyring.delete(KEYRING_SERVICE, &self.account(slot));
        Ok(())
    }

    fn slots_of_keyring(&self, keyring: &dyn Keyring) -> Result<Vec<SlotId>> {
        Ok(self
            .slots()?
            .into_iter()
            .filter(|slot| slot.way == Way::Keyring)
            .map(|slot| slot.id)
            .filter(|id| keyring.get(KEYRING_SERVICE, &self.account(*id)).is_ok())
            .collect())
    }
}

fn find(document: &Document, id: SlotId) -> Option<Slot> {
    document
        .slots()
        .filter_map(|slot| slot.ok())
        .find(|slot| slot.id == id)
}

fn remove_way(document: &mut Document, way: Way) {
    document.remove_slots(|slot| match slot {
        Ok(slot) => slot.way() == way,
        Err(raw) => way_of_damaged(raw) == Some(way),
    });
}
