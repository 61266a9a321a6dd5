//! Setting up a practice so that it is there whole or not at all, whenever the program or the machine stops.
//!
//! It is built in a folder within the practice's, and moved out when it is done: the database first, the key file last.
//! Until then nobody was told that it is made, so what a broken-off set-up left may go. Once the database was moved
//! nothing is taken back: the key file follows when the practice is opened the next time.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::error::{Error, Result};
use crate::file::{
    ATTEMPTS_FILE, DATABASE_FILE, FolderLock, VAULT_FILE, VAULT_LOCK_FILE, make_private_folder,
    sync_folder,
};

/// The folder within a practice's in which it is set up; gone when that is done.
pub const SETTING_UP: &str = ".setting-up";

/// A practice that is being set up. Dropping it without [`SettingUp::finish`] takes back what was made.
#[derive(Debug)]
pub struct SettingUp {
    place: PathBuf,
    folder: PathBuf,
    _lock: FolderLock,
}

impl SettingUp {
    /// Makes the folder where it is missing, closed to other users of the machine, and begins. Another program that
    /// sets up the same folder is waited for. What a broken-off set-up left is cleared away.
    ///
    /// # Errors
    /// [`Error::AlreadyThere`] when the folder has a practice or a part of one; [`Error::NotEmpty`] when it has anything
    /// else; [`Error::NotSetUp`].
    pub fn begin(place: &Path) -> Result<Self> {
        empty_of_others(place)?;
        make_private_folder(place).map_err(Error::NotSetUp)?;
        let lock = FolderLock::take(place).map_err(Error::NotSetUp)?;
        // Somebody else may have been done first.
        empty_of_others(place)?;
        let within = place.join(SETTING_UP);
        clear(&within).map_err(Error::NotSetUp)?;
        make_private_folder(&within).map_err(Error::NotSetUp)?;
        Ok(Self {
            place: place.to_owned(),
            folder: within,
            _lock: lock,
        })
    }

    /// Where the vault and the database are to be made.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Moves the practice to its place; to be called with the database closed. From then on it is there to stay.
    ///
    /// # Errors
    /// [`Error::NotSetUp`]; nothing is left then.
    pub fn finish(self) -> Result<()> {
        if there(&self.folder.join(format!("{DATABASE_FILE}-wal"))) {
            let told = "the database was not closed, so a part of it is still in its log";
            return Err(Error::NotSetUp(io::Error::other(told)));
        }
        let database = (
            self.folder.join(DATABASE_FILE),
            self.place.join(DATABASE_FILE),
        );
        fs::File::open(&database.0)
            .and_then(|file| file.sync_all())
            .and_then(|()| sync_folder(&self.folder))
            .and_then(|()| fs::rename(&database.0, &database.1))
            .map_err(Error::NotSetUp)?;
        let moved = sync_folder(&self.place)
            .and_then(|()| fs::rename(self.folder.join(VAULT_FILE), self.place.join(VAULT_FILE)));
        if let Err(error) = moved {
            // Moved a moment ago and told to nobody.
            let _ = fs::rename(&database.1, &database.0);
            return Err(Error::NotSetUp(error));
        }
        let _ = sync_folder(&self.place);
        Ok(())
    }
}

impl Drop for SettingUp {
    fn drop(&mut self) {
        // What stays behind holds nothing and is cleared the next time.
        let _ = clear(&self.folder);
    }
}

/// Ends a set-up that was broken off between its last two steps: puts the key file beside its database.
pub(crate) fn end_broken_off(folder: &Path) -> Result<()> {
    let (made, place) = (
        folder.join(SETTING_UP).join(VAULT_FILE),
        folder.join(VAULT_FILE),
    );
    if there(&place) || !there(&made) || !there(&folder.join(DATABASE_FILE)) {
        return Ok(());
    }
    let _lock = FolderLock::take(folder).map_err(Error::NotSetUp)?;
    if there(&place) || !there(&made) {
        return Ok(());
    }
    fs::rename(&made, &place)
        .and_then(|()| sync_folder(folder))
        .map_err(Error::NotSetUp)?;
    let _ = clear(&folder.join(SETTING_UP));
    Ok(())
}

/// Refuses a folder that holds anything but what a broken-off set-up leaves.
fn empty_of_others(folder: &Path) -> Result<()> {
    for name in [VAULT_FILE, DATABASE_FILE] {
        if there(&folder.join(name)) {
            return Err(Error::AlreadyThere(name));
        }
    }
    let found = match fs::read_dir(folder) {
        Ok(found) => found,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(Error::NotSetUp(error)),
    };
    for one in found {
        let name = one.map_err(Error::NotSetUp)?.file_name();
        if name != VAULT_LOCK_FILE && name != SETTING_UP {
            return Err(Error::NotEmpty);
        }
    }
    Ok(())
}

/// A dangling link counts as there, so that nothing is ever written through one.
fn there(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}

/// Removes what a set-up makes, and nothing else.
fn clear(within: &Path) -> io::Result<()> {
    if !there(within) {
        return Ok(());
    }
    let database = [
        DATABASE_FILE.to_owned(),
        format!("{DATABASE_FILE}-wal"),
        format!("{DATABASE_FILE}-shm"),
        format!("{DATABASE_FILE}-journal"),
    ];
    let vault = [VAULT_FILE, VAULT_LOCK_FILE, ATTEMPTS_FILE].map(str::to_owned);
    let unfinished = [format!("{VAULT_FILE}.new")];
    for name in database.into_iter().chain(vault).chain(unfinished) {
        match fs::remove_file(within.join(name)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
    }
    fs::remove_dir(within)
}
