//! Everything that can go wrong with keys: what happened, what it means for the data, what to do.

use std::fmt;
use std::io;

use crate::keyring::KeyringError;

/// What every fallible function of this crate returns.
pub type Result<T> = std::result::Result<T, Error>;

/// The three ways into a practice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Way {
    /// A staff member's passphrase.
    Passphrase,
    /// The keyring of this machine.
    Keyring,
    /// The printed recovery code.
    RecoveryCode,
}

impl fmt::Display for Way {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Way::Passphrase => "passphrase",
            Way::Keyring => "keyring",
            Way::RecoveryCode => "recovery code",
        })
    }
}

/// Every failure of this crate. No message and no `Debug` output holds a secret or a path.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is no `vault.json` in the folder.
    #[error(
        "There is no key file (vault.json) in this folder. Either it is not a practice folder, or the file was moved away: \
         the data cannot be read without it. Choose the right folder, or bring vault.json back from a backup."
    )]
    Absent,
    /// `vault.json` is there but could not be read.
    #[error(
        "The key file (vault.json) could not be read: {0}. The data is untouched. \
         Check that the disk is connected and that you may read the folder, then try again."
    )]
    Unreadable(#[source] io::Error),
    /// `vault.json` was written by a later version of the program.
    #[error(
        "The key file (vault.json) has format {found}; this version of Daybook knows formats up to {known}. \
         The data is untouched. Install the newer version of Daybook and open the practice with that."
    )]
    NewerFormat {
        /// The format the file states.
        found: u64,
        /// The latest format this version can read.
        known: u64,
    },
    /// `vault.json` is not what this program wrote.
    #[error(
        "The key file (vault.json) is damaged ({0}). The database itself may be whole, but cannot be opened without its key. \
         Do not delete anything; bring vault.json back from the latest backup."
    )]
    Damaged(String),
    /// A practice is already in the folder.
    #[error(
        "There is already a practice in this folder ({0} exists). Nothing was changed. \
         Open that practice, or choose an empty folder for the new one."
    )]
    AlreadyThere(&'static str),
    /// The folder for a new practice holds other things.
    #[error(
        "This folder is not empty, so no practice was set up in it. Nothing in it was changed. \
         Choose an empty folder, or a name that does not exist yet: the practice's folder is then closed to other users."
    )]
    NotEmpty,
    /// A new practice could not be made.
    #[error(
        "The practice could not be set up: {0}. Nothing of it is left, and no data is lost. \
         Check that the disk is not full and that you may write in the folder, then try again."
    )]
    NotSetUp(#[source] io::Error),
    /// A file of this crate could not be written.
    #[error(
        "The key file could not be written: {0}. The earlier file is still in force and no data is lost. \
         Check that the disk is not full and that you may write in the folder, then try again."
    )]
    NotWritten(#[source] io::Error),
    /// The folder now holds another practice's `vault.json`.
    #[error(
        "The key file (vault.json) in this folder belongs to another practice than the one that was opened. \
         Nothing was changed. Close the practice and open it again."
    )]
    OtherVault,
    /// The data key given is not the one of this vault.
    #[error(
        "This key does not belong to this practice. Nothing was changed. Lock the practice, unlock it and try again."
    )]
    OtherKey,
    /// An empty passphrase was given for a new slot.
    #[error("The passphrase is empty. Nothing was changed. Choose a passphrase of several words.")]
    EmptyPassphrase,
    /// No passphrase slot opened.
    #[error(
        "The passphrase is not right. The data is untouched. Check the keyboard layout and Caps Lock and try again, \
         or use the recovery code."
    )]
    WrongPassphrase,
    /// A well-formed recovery code that opens nothing here.
    #[error(
        "The recovery code is free of typing errors but does not open this practice. The data is untouched. \
         Look for the code that was printed last for this practice."
    )]
    WrongRecoveryCode,
    /// A recovery code of the wrong length.
    #[error(
        "The recovery code has {found} characters; a whole one has {expected}. Nothing was tried. Compare it with the print, group by group."
    )]
    RecoveryCodeLength {
        /// Letters and digits that were given, without dashes and spaces.
        found: usize,
        /// Letters and digits of a whole code.
        expected: usize,
    },
    /// A character that never occurs in a recovery code.
    #[error(
        "Group {group} of the recovery code has a character that no recovery code contains. Nothing was tried. Compare that group with the print."
    )]
    RecoveryCodeCharacter {
        /// The group of four, counted from 1.
        group: usize,
    },
    /// The checksum of a recovery code does not fit.
    #[error(
        "The recovery code has a typing error somewhere. Nothing was tried. Compare it with the print, group by group."
    )]
    RecoveryCodeTypo,
    /// The vault has no slot for this way in.
    #[error(
        "This practice cannot be opened by {0}: none is set up. The data is untouched. Use another way in."
    )]
    NoSlot(Way),
    /// The only slots for this way in are damaged, or ask for a derivation that is too weak or too costly.
    #[error(
        "The key file's entry for the {0} is damaged or was edited, and is not used. The data is untouched. \
         Use another way in and set this one up again, or bring vault.json back from a backup."
    )]
    SlotDamaged(Way),
    /// There is no such slot.
    #[error("This way in was already removed. Nothing was changed. Look at the list again.")]
    SlotGone,
    /// Removing this slot would leave no passphrase or no recovery code.
    #[error(
        "This is the last {0} of the practice; without it the data could become unreadable for good. \
         Nothing was changed. Set up another one first."
    )]
    LastSlot(Way),
    /// The keyring of this machine could not help.
    #[error(transparent)]
    Keyring(#[from] KeyringError),
    /// The keyring's secret does not open the slot.
    #[error(
        "The keyring of this machine holds a secret for this practice that does not open it. The data is untouched. \
         Unlock with the passphrase and set up the keyring again."
    )]
    WrongKeyringSecret,
    /// The anchor in `vault.json` is not one that this practice wrote.
    #[error(
        "The record of the last saved state in vault.json was changed by something other than Daybook, or is damaged. \
         Whether the database is up to date cannot be told from it. Compare the practice with the latest backup before working on."
    )]
    AnchorTampered,
    /// The system gave no randomness.
    #[error(
        "The system gave no random numbers, so no safe key can be made. Nothing was changed. Restart the machine and try again."
    )]
    NoRandomness,
    /// The memory for key derivation could not be had.
    #[error(
        "The key could not be derived: there is too little memory. The data is untouched. Close other programs and try again."
    )]
    NoMemory,
    /// The bytes are not a sealed file.
    #[error(
        "This is not a sealed file of Daybook. Nothing was taken from it. Choose another file."
    )]
    NotSealed,
    /// The sealed file has a later format.
    #[error(
        "This file was sealed by a newer version of Daybook (format {found}). It is untouched. Install the newer version to open it."
    )]
    NewerSeal {
        /// The format the file states.
        found: u8,
    },
    /// The sealed file does not authenticate: cut short, edited, reordered, of another practice, or another file's content.
    #[error(
        "The sealed file is damaged, cut short, or does not belong here. What was read from it must not be used. \
         Use another copy of the file."
    )]
    SealBroken,
    /// The plaintext is longer than one sealed file can be.
    #[error("The file is too large to be sealed. Nothing of it may be kept. Split it.")]
    TooLong,
    /// Reading the input of `seal` or `open` failed.
    #[error(
        "The file could not be read: {0}. What was written so far must not be used. Check the disk and try again."
    )]
    Input(#[source] io::Error),
    /// Writing the output of `seal` or `open` failed.
    #[error(
        "The file could not be written: {0}. What was written so far must not be used. Check the free space and try again."
    )]
    Output(#[source] io::Error),
}
