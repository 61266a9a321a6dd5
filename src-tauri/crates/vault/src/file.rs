//! `vault.json` on disk: its form, reading it, and replacing it whole while nobody else does.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::Path;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::error::{Error, Result};
use crate::hex::Hex;
use crate::slot::Slot;
use crate::vault::VaultId;

/// The key file's name in a practice folder.
pub const VAULT_FILE: &str = "vault.json";
/// Held while the key file is replaced; empty.
pub const VAULT_LOCK_FILE: &str = "vault.lock";
/// The database's name in a practice folder.
pub const DATABASE_FILE: &str = "practice.db";
/// Counts the wrong tries in a practice folder.
pub const ATTEMPTS_FILE: &str = "attempts.json";

/// The only format so far.
pub(crate) const FORMAT: u64 = 1;

// Far above any real key file; keeps a wrong file from filling the memory.
const MOST_BYTES: u64 = 4 * 1024 * 1024;

/// The content of `vault.json`. Slots and anchor stay as they were read, so that what a later version of the program
/// added to them survives being rewritten by this one.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Document {
    format: u64,
    pub(crate) vault_id: VaultId,
    /// Tells whether a data key is this vault's, see `Vault::check_key`.
    pub(crate) key_check: Hex<32>,
    slots: Vec<Value>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) anchor: Option<Value>,
    #[serde(flatten)]
    rest: Map<String, Value>,
}

impl Document {
    pub(crate) fn new(vault_id: VaultId, key_check: Hex<32>) -> Self {
        Self {
            format: FORMAT,
            vault_id,
            key_check,
            slots: Vec::new(),
            anchor: None,
            rest: Map::new(),
        }
    }

    pub(crate) fn read(folder: &Path) -> Result<Self> {
        Self::parse(&read_bytes(folder)?)
    }

    pub(crate) fn parse(bytes: &[u8]) -> Result<Self> {
        if bytes.is_empty() {
            return Err(Error::Damaged("it is empty".to_owned()));
        }
        // Positions only: a parser's own message may quote a name out of the file.
        let value: Value = serde_json::from_slice(bytes).map_err(|error| {
            Error::Damaged(format!("not JSON from line {} on", error.line().max(1)))
        })?;
        match value.get("format").and_then(Value::as_u64) {
            Some(FORMAT) => {}
            Some(found) if found > FORMAT => {
                return Err(Error::NewerFormat {
                    found,
                    known: FORMAT,
                });
            }
            _ => return Err(Error::Damaged("its format number is missing".to_owned())),
        }
        serde_json::from_value(value)
            .map_err(|_| Error::Damaged("a field is missing or not of its kind".to_owned()))
    }

    /// Replaces the file; to be called with the [`FolderLock`] held.
    pub(crate) fn write(&self, folder: &Path) -> Result<()> {
        let mut bytes = serde_json::to_vec_pretty(self)
            .map_err(|error| Error::NotWritten(io::Error::other(error)))?;
        bytes.push(b'\n');
        replace(folder, VAULT_FILE, &bytes).map_err(Error::NotWritten)
    }

    /// Each slot, or the raw value of one that this version cannot read.
    pub(crate) fn slots(&self) -> impl Iterator<Item = std::result::Result<Slot, &Value>> {
        self.slots
            .iter()
            .map(|raw| Slot::deserialize(raw).map_err(|_| raw))
    }

    pub(crate) fn add_slot(&mut self, slot: &Slot) -> Result<()> {
        let value = serde_json::to_value(slot)
            .map_err(|error| Error::NotWritten(io::Error::other(error)))?;
        self.slots.push(value);
        Ok(())
    }

    /// Removes the slots chosen; those that this version cannot read are shown as `Err`.
    pub(crate) fn remove_slots(
        &mut self,
        mut chosen: impl FnMut(std::result::Result<&Slot, &Value>) -> bool,
    ) {
        self.slots.retain(|raw| {
            let slot = Slot::deserialize(raw);
            !chosen(slot.as_ref().map_err(|_| raw))
        });
    }
}

pub(crate) fn read_bytes(folder: &Path) -> Result<Vec<u8>> {
    let file = File::open(folder.join(VAULT_FILE)).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Error::Absent,
        _ => Error::Unreadable(error),
    })?;
    let mut bytes = Vec::new();
    file.take(MOST_BYTES + 1)
        .read_to_end(&mut bytes)
        .map_err(Error::Unreadable)?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(Error::Damaged("it is far too large".to_owned()));
    }
    Ok(bytes)
}

/// Excludes every other process and thread from replacing files of this crate; let go when dropped, or when the
/// process ends in any way.
#[derive(Debug)]
pub(crate) struct FolderLock {
    _file: File,
}

impl FolderLock {
    pub(crate) fn take(folder: &Path) -> io::Result<Self> {
        let file = private_file()
            .truncate(false)
            .open(folder.join(VAULT_LOCK_FILE))?;
        file.lock()?;
        Ok(Self { _file: file })
    }
}

/// Writes a file so that after any failure either the old or the new content is there, whole.
pub(crate) fn replace(folder: &Path, name: &str, bytes: &[u8]) -> io::Result<()> {
    let fresh = folder.join(format!("{name}.new"));
    let written = write_synced(&fresh, bytes).and_then(|()| fs::rename(&fresh, folder.join(name)));
    if let Err(error) = written {
        // The failure itself is what the caller must hear of.
        let _ = fs::remove_file(&fresh);
        return Err(error);
    }
    sync_folder(folder)
}

/// Creates the folder where it is missing, and closes it to other users of the machine. One that holds anything is
/// left as open as it is: others may need what lies there.
pub(crate) fn make_private_folder(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    #[cfg(unix)]
    if fs::read_dir(folder)?.next().is_none() {
        use std::os::unix::fs::PermissionsExt;
        // A disk without permissions (a memory stick) refuses; what lies in the folder is encrypted all the same.
        let _ = fs::set_permissions(folder, fs::Permissions::from_mode(0o700));
    }
    Ok(())
}

fn write_synced(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = private_file().truncate(true).open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

fn private_file() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true).create(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    options
}

#[cfg(unix)]
pub(crate) fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

// Windows has no way to flush a folder; renaming there is journaled.
#[cfg(not(unix))]
pub(crate) fn sync_folder(_folder: &Path) -> io::Result<()> {
    Ok(())
}
