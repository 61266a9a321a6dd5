//! The anchor: a witness outside the database of how far it had come, so that a state put back is noticed.

use hmac::{Hmac, KeyInit, Mac};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use sha2::Sha256;

use crate::error::{Error, Result};
use crate::hex::Hex;
use crate::key::{DataKey, Purpose};
use crate::vault::VaultId;

/// What the database last said of itself. It may lag behind the database, it never leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Anchor {
    /// Commits so far.
    pub commits: u64,
    /// The number of the audit trail's last entry.
    pub audit_seq: u64,
    /// The hash at the audit trail's head.
    pub audit_head: [u8; 32],
    /// The first 16 bytes of the database file, without which even the right key opens nothing.
    pub database_salt: [u8; 16],
}

/// What became of an anchor that was to be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AnchorWrite {
    /// It is in `vault.json` now.
    Written,
    /// `vault.json` had it, or a later one, already; nothing was changed.
    AlreadyThere,
}

#[derive(Serialize, Deserialize)]
struct AnchorRecord {
    commits: u64,
    audit_seq: u64,
    audit_head: Hex<32>,
    database_salt: Hex<16>,
    mac: Hex<32>,
}

impl Anchor {
    pub(crate) fn read(vault: VaultId, key: &DataKey, stored: &Value) -> Result<Self> {
        let record = AnchorRecord::deserialize(stored).map_err(|_| Error::AnchorTampered)?;
        let anchor = Self {
            commits: record.commits,
            audit_seq: record.audit_seq,
            audit_head: record.audit_head.0,
            database_salt: record.database_salt.0,
        };
        anchor
            .mac(vault, key)
            .verify_slice(&record.mac.0)
            .map_err(|_| Error::AnchorTampered)?;
        Ok(anchor)
    }

    /// The JSON of this anchor; fields of `earlier` that this version does not know stay.
    pub(crate) fn stored(
        &self,
        vault: VaultId,
        key: &DataKey,
        earlier: Option<&Value>,
    ) -> Map<String, Value> {
        let mut object = earlier
            .and_then(Value::as_object)
            .cloned()
            .unwrap_or_default();
        let mac = Hex::<32>(self.mac(vault, key).finalize().into_bytes().into());
        object.insert("commits".to_owned(), self.commits.into());
        object.insert("audit_seq".to_owned(), self.audit_seq.into());
        object.insert(
            "audit_head".to_owned(),
            Hex(self.audit_head).to_string().into(),
        );
        object.insert(
            "database_salt".to_owned(),
            Hex(self.database_salt).to_string().into(),
        );
        object.insert("mac".to_owned(), mac.to_string().into());
        object
    }

    /// Whether replacing `self` by `next` goes forward.
    pub(crate) fn precedes(&self, next: &Anchor) -> bool {
        (self.commits, self.audit_seq) <= (next.commits, next.audit_seq) && self != next
    }

    fn mac(&self, vault: VaultId, key: &DataKey) -> Hmac<Sha256> {
        // Every part has a fixed length, so their sequence is unambiguous.
        keyed(key)
            .chain_update(b"anchor")
            .chain_update(vault.0.0)
            .chain_update(self.commits.to_be_bytes())
            .chain_update(self.audit_seq.to_be_bytes())
            .chain_update(self.audit_head)
            .chain_update(self.database_salt)
    }
}

/// Tells a data key apart from others without telling anything of it.
pub(crate) fn key_check(vault: VaultId, key: &DataKey) -> Hex<32> {
    let mac = keyed(key)
        .chain_update(b"key check")
        .chain_update(vault.0.0);
    Hex(mac.finalize().into_bytes().into())
}

fn keyed(key: &DataKey) -> Hmac<Sha256> {
    Hmac::new_from_slice(key.derive(Purpose::Anchor).bytes())
        .expect("HMAC takes a key of any length")
}
