//! A slot: the data key wrapped for one way in, with everything that matters about the slot bound to it.

use std::fmt;

use aes_gcm::aead::{AeadInOut, KeyInit};
use aes_gcm::{Aes256Gcm, Nonce, Tag};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::error::{Error, Result, Way};
use crate::hex::Hex;
use crate::key::{DataKey, Secret, empty_secret, expand};
use crate::passphrase::Argon2Parameters;
use crate::random::{Random, random_bytes};
use crate::recovery_code::RecoveryCode;
use crate::vault::VaultId;

/// Names a slot within its vault, for good.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SlotId(pub(crate) Hex<16>);

impl fmt::Display for SlotId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl SlotId {
    /// Reads the form that `Display` writes, 32 hex digits.
    pub fn parse(text: &str) -> Option<Self> {
        Hex::parse(text).map(Self)
    }
}

/// What may be shown of a slot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SlotInfo {
    /// Names the slot.
    pub id: SlotId,
    /// What opens it.
    pub way: Way,
    /// For people, e.g. a staff member's or a machine's name; may be empty.
    pub label: String,
    /// False when the slot was damaged or edited so that it is not even tried.
    pub usable: bool,
}

/// A slot as `vault.json` holds it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Slot {
    pub(crate) id: SlotId,
    pub(crate) label: String,
    pub(crate) opens_with: OpensWith,
    nonce: Hex<12>,
    wrapped_key: Hex<48>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum OpensWith {
    Passphrase(Argon2Parameters),
    Keyring { salt: Hex<16> },
    RecoveryCode { salt: Hex<16> },
}

impl Slot {
    pub(crate) fn for_passphrase(
        vault: VaultId,
        label: &str,
        passphrase: &str,
        key: &DataKey,
        random: &mut dyn Random,
    ) -> Result<Self> {
        if passphrase.is_empty() {
            return Err(Error::EmptyPassphrase);
        }
        let parameters = Argon2Parameters::make(random)?;
        let wrapping = parameters.derive(passphrase)?;
        let id = SlotId(Hex(random_bytes(random)?));
        let opens_with = OpensWith::Passphrase(parameters);
        Self::wrap(vault, id, label, opens_with, &wrapping, key, random)
    }

    pub(crate) fn for_keyring(
        vault: VaultId,
        id: SlotId,
        label: &str,
        secret: &[u8; 32],
        key: &DataKey,
        random: &mut dyn Random,
    ) -> Result<Self> {
        let salt = Hex(random_bytes(random)?);
        let wrapping = keyring_wrapping_key(&salt, secret);
        let opens_with = OpensWith::Keyring { salt };
        Self::wrap(vault, id, label, opens_with, &wrapping, key, random)
    }

    pub(crate) fn for_recovery_code(
        vault: VaultId,
        code: &RecoveryCode,
        key: &DataKey,
        random: &mut dyn Random,
    ) -> Result<Self> {
        let salt = Hex(random_bytes(random)?);
        let wrapping = recovery_wrapping_key(&salt, code);
        let id = SlotId(Hex(random_bytes(random)?));
        let opens_with = OpensWith::RecoveryCode { salt };
        Self::wrap(vault, id, "", opens_with, &wrapping, key, random)
    }

    pub(crate) fn way(&self) -> Way {
        self.opens_with.way()
    }

    /// Whether the slot may be tried at all; decided before any costly derivation.
    pub(crate) fn usable(&self) -> bool {
        match &self.opens_with {
            OpensWith::Passphrase(parameters) => parameters.acceptable(),
            OpensWith::Keyring { .. } | OpensWith::RecoveryCode { .. } => true,
        }
    }

    /// `None` when the passphrase does not open this slot.
    pub(crate) fn try_passphrase(
        &self,
        vault: VaultId,
        passphrase: &str,
    ) -> Result<Option<DataKey>> {
        match &self.opens_with {
            OpensWith::Passphrase(parameters) if parameters.acceptable() => {
                Ok(self.unwrap_key(vault, &*parameters.derive(passphrase)?))
            }
            _ => Ok(None),
        }
    }

    /// `None` when the secret does not open this slot.
    pub(crate) fn try_keyring_secret(&self, vault: VaultId, secret: &[u8]) -> Option<DataKey> {
        match &self.opens_with {
            OpensWith::Keyring { salt } => {
                self.unwrap_key(vault, &keyring_wrapping_key(salt, secret))
            }
            _ => None,
        }
    }

    /// `None` when the code does not open this slot.
    pub(crate) fn try_recovery_code(&self, vault: VaultId, code: &RecoveryCode) -> Option<DataKey> {
        match &self.opens_with {
            OpensWith::RecoveryCode { salt } => {
                self.unwrap_key(vault, &recovery_wrapping_key(salt, code))
            }
            _ => None,
        }
    }

    fn wrap(
        vault: VaultId,
        id: SlotId,
        label: &str,
        opens_with: OpensWith,
        wrapping: &[u8; 32],
        key: &DataKey,
        random: &mut dyn Random,
    ) -> Result<Self> {
        let nonce = random_bytes::<12>(random)?;
        let bound = bound_to(vault, id, label, &opens_with);
        let mut wrapped_key = [0; 48];
        let (text, tag) = wrapped_key.split_at_mut(32);
        text.copy_from_slice(key.bytes());
        let made = Aes256Gcm::new(wrapping.into())
            .encrypt_inout_detached(&Nonce::from(nonce), &bound, text.into())
            .expect("32 bytes is within what AES-GCM takes");
        tag.copy_from_slice(&made);
        Ok(Self {
            id,
            label: label.to_owned(),
            opens_with,
            nonce: Hex(nonce),
            wrapped_key: Hex(wrapped_key),
        })
    }

    fn unwrap_key(&self, vault: VaultId, wrapping: &[u8; 32]) -> Option<DataKey> {
        let bound = bound_to(vault, self.id, &self.label, &self.opens_with);
        let (text, tag) = self.wrapped_key.0.split_at(32);
        let mut key = empty_secret();
        key.copy_from_slice(text);
        Aes256Gcm::new(wrapping.into())
            .decrypt_inout_detached(
                &Nonce::from(self.nonce.0),
                &bound,
                key.as_mut_slice().into(),
                &Tag::try_from(tag).ok()?,
            )
            .ok()?;
        Some(DataKey::from_bytes(key))
    }
}

impl OpensWith {
    fn way(&self) -> Way {
        match self {
            OpensWith::Passphrase(_) => Way::Passphrase,
            OpensWith::Keyring { .. } => Way::Keyring,
            OpensWith::RecoveryCode { .. } => Way::RecoveryCode,
        }
    }
}

/// What a slot that cannot be read was for, as far as it can still be told.
pub(crate) fn way_of_damaged(slot: &Value) -> Option<Way> {
    let kinds = slot.get("opens_with")?.as_object()?;
    kinds.keys().find_map(|kind| match kind.as_str() {
        "passphrase" => Some(Way::Passphrase),
        "keyring" => Some(Way::Keyring),
        "recovery_code" => Some(Way::RecoveryCode),
        _ => None,
    })
}

fn keyring_wrapping_key(salt: &Hex<16>, secret: &[u8]) -> Secret {
    expand(Some(&salt.0), secret, &[b"daybook/1/keyring slot"])
}

fn recovery_wrapping_key(salt: &Hex<16>, code: &RecoveryCode) -> Secret {
    expand(
        Some(&salt.0),
        code.secret(),
        &[b"daybook/1/recovery code slot"],
    )
}

/// The associated data of a slot. Every part has its length in front, so that no two slots share the same bytes.
fn bound_to(vault: VaultId, id: SlotId, label: &str, opens_with: &OpensWith) -> Vec<u8> {
    let mut bound = Vec::with_capacity(160 + label.len());
    let mut bind = |part: &[u8]| {
        bound.extend_from_slice(&(part.len() as u64).to_be_bytes());
        bound.extend_from_slice(part);
    };
    bind(b"daybook/1/slot");
    bind(&vault.0.0);
    bind(&id.0.0);
    bind(label.as_bytes());
    match opens_with {
        OpensWith::Passphrase(Argon2Parameters {
            memory_kib,
            passes,
            lanes,
            salt,
        }) => {
            bind(b"passphrase argon2id 19");
            bind(&memory_kib.to_be_bytes());
            bind(&passes.to_be_bytes());
            bind(&lanes.to_be_bytes());
            bind(&salt.0);
        }
        OpensWith::Keyring { salt } => {
            bind(b"keyring");
            bind(&salt.0);
        }
        OpensWith::RecoveryCode { salt } => {
            bind(b"recovery code");
            bind(&salt.0);
        }
    }
    bound
}
