//! Files that a person asked for: each is whole under its name, or not there. They are readable by
//! their owner alone, for they hold patients in clear text.

use crate::desk::Desk;
use crate::error::{Error, Result};
use domain::said;
use std::fs::{File, OpenOptions};
use std::path::{Path, PathBuf};

/// How a file is called until it is whole: this, random hex digits, and [`ENDING`].
const BEGINNING: &str = ".daybook-";
const ENDING: &str = ".part";
/// Random bytes in the name, so that nobody can lay something in its way.
const RANDOM: usize = 16;

/// A file that is written beside its place, and gone when it is dropped before it is placed.
#[derive(Debug)]
pub(crate) struct WholeFile {
    pub(crate) file: File,
    beside: PathBuf,
    place: PathBuf,
    /// As the person named it.
    named: PathBuf,
}

impl WholeFile {
    /// Begins a file that is to be at `path`. Links to folders are followed. What is no regular file
    /// is not written over, and a link in the place of the file is refused, not followed: whoever
    /// can lay a link there could have any file of this person's overwritten. The practice's own
    /// folder is refused, since nothing readable belongs in it.
    ///
    /// # Errors
    /// [`Error::Invalid`] for such a place, [`Error::File`] where nothing can be written.
    pub(crate) fn begin(desk: &Desk, path: &Path) -> Result<Self> {
        let name = path
            .file_name()
            .ok_or_else(|| refused(path, "file-path-no-name"))?;
        match std::fs::symlink_metadata(path) {
            Ok(there) if there.is_symlink() => {
                return Err(refused(path, "file-path-link"));
            }
            Ok(there) if there.is_dir() => {
                return Err(refused(path, "file-path-folder"));
            }
            Ok(there) if !there.is_file() => return Err(refused(path, "file-path-odd")),
            // A folder that cannot be looked into is told when the file is made.
            Ok(_) | Err(_) => {}
        }
        keep_out_of_practice(desk, path)?;
        let failed =
            || Error::file(said("file-not-written").with("path", path.display().to_string()));
        let folder = folder_of(path).canonicalize().map_err(failed())?;
        remove_leftovers(&folder);
        let mut random = [0; RANDOM];
        desk.host.random(&mut random)?;
        let random: String = random.iter().map(|byte| format!("{byte:02x}")).collect();
        let beside = folder.join(format!("{BEGINNING}{random}{ENDING}"));
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let file = options.open(&beside).map_err(failed())?;
        // Held until the file is placed: says that it is no leftover. Where there are no locks, no
        // leftovers are removed either.
        let _ = file.try_lock();
        Ok(Self {
            file,
            beside,
            place: folder.join(name),
            named: path.to_owned(),
        })
    }

    /// Waits until everything written is on disk, so that placing it needs no more space.
    pub(crate) fn written(&self) -> Result<()> {
        self.file.sync_all().map_err(self.failed())
    }

    /// Moves it to its place.
    pub(crate) fn place(self) -> Result<()> {
        std::fs::rename(&self.beside, &self.place).map_err(self.failed())?;
        // Best effort: after a power cut the file may be missing, and is never half there.
        let _ = File::open(folder_of(&self.place)).and_then(|folder| folder.sync_all());
        Ok(())
    }

    pub(crate) fn failed(&self) -> impl FnOnce(std::io::Error) -> Error {
        Error::file(said("file-not-written").with("path", self.named.display().to_string()))
    }
}

impl Drop for WholeFile {
    fn drop(&mut self) {
        // Once it is placed there is nothing here under this name.
        let _ = std::fs::remove_file(&self.beside);
    }
}

/// Makes the folder for several files, unless it would be in the practice's own.
pub(crate) fn make_folder(desk: &Desk, path: &Path) -> Result<()> {
    keep_out_of_practice(desk, path)?;
    std::fs::create_dir_all(path).map_err(Error::file(
        said("folder-not-made").with("path", path.display().to_string()),
    ))
}

/// Nothing that others could read belongs beside the encrypted database.
pub(crate) fn keep_out_of_practice(desk: &Desk, path: &Path) -> Result<()> {
    let Ok(practice) = desk.folder().canonicalize() else {
        return Ok(());
    };
    // The part of the way that is there already decides where it leads.
    let way = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let leads_to = way.ancestors().find_map(|part| part.canonicalize().ok());
    if leads_to.is_some_and(|leads_to| leads_to.starts_with(&practice)) {
        return Err(refused(path, "file-path-practice"));
    }
    Ok(())
}

fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    }
}

/// What a killed program left behind in clear text. A file that another program is writing is
/// locked, and stays.
fn remove_leftovers(folder: &Path) {
    let Ok(entries) = folder.read_dir() else {
        return;
    };
    for entry in entries.flatten() {
        let ours = entry.file_name().to_str().is_some_and(is_ours);
        if ours && entry.file_type().is_ok_and(|kind| kind.is_file()) {
            let free = File::open(entry.path()).is_ok_and(|file| file.try_lock().is_ok());
            if free {
                let _ = std::fs::remove_file(entry.path());
            }
        }
    }
}

fn is_ours(name: &str) -> bool {
    name.strip_prefix(BEGINNING)
        .and_then(|rest| rest.strip_suffix(ENDING))
        .is_some_and(|random| {
            random.len() == 2 * RANDOM && random.bytes().all(|byte| byte.is_ascii_hexdigit())
        })
}

fn refused(path: &Path, why: &'static str) -> Error {
    Error::invalid("path", said(why).with("path", path.display().to_string()))
}
