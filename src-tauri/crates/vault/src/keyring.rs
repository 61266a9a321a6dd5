//! The keyring of the operating system, behind a trait so that nothing else needs one to be tested.

use zeroize::Zeroizing;

/// Why a keyring did not do what was asked. Holds no text of the platform, which may quote what was stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum KeyringError {
    /// No such entry. Some keyrings answer the same while they are locked, so this never shows that a practice is new.
    #[error(
        "The keyring of this machine has no entry for this practice, or is locked. The data is untouched. Unlock with the passphrase."
    )]
    Absent,
    /// The keyring is there but locked, or the person closed its prompt.
    #[error(
        "The keyring of this machine is locked. The data is untouched. Unlock the keyring, or use the passphrase."
    )]
    Locked,
    /// There is no keyring to talk to, or it failed.
    #[error("This machine offers no working keyring. The data is untouched. Use the passphrase.")]
    Unavailable,
}

/// A place for small secrets of a user on a machine.
pub trait Keyring {
    /// The secret stored for an account of a service.
    ///
    /// # Errors
    /// All of [`KeyringError`].
    fn get(
        &self,
        service: &str,
        account: &str,
    ) -> std::result::Result<Zeroizing<Vec<u8>>, KeyringError>;

    /// Stores a secret, in place of an earlier one.
    ///
    /// # Errors
    /// [`KeyringError::Locked`], [`KeyringError::Unavailable`].
    fn set(
        &self,
        service: &str,
        account: &str,
        secret: &[u8],
    ) -> std::result::Result<(), KeyringError>;

    /// Deletes a secret.
    ///
    /// # Errors
    /// All of [`KeyringError`].
    fn delete(&self, service: &str, account: &str) -> std::result::Result<(), KeyringError>;
}

/// The platform's own: Keychain, Credential Manager, or the Secret Service. Not the Linux kernel's, which forgets at
/// restart. May block on a prompt of the desktop, so it is not for a thread that draws.
#[derive(Debug, Clone, Copy, Default)]
pub struct OsKeyring;

impl Keyring for OsKeyring {
    fn get(
        &self,
        service: &str,
        account: &str,
    ) -> std::result::Result<Zeroizing<Vec<u8>>, KeyringError> {
        entry(service, account)?
            .get_secret()
            .map(Zeroizing::new)
            .map_err(plain)
    }

    fn set(
        &self,
        service: &str,
        account: &str,
        secret: &[u8],
    ) -> std::result::Result<(), KeyringError> {
        entry(service, account)?.set_secret(secret).map_err(plain)
    }

    fn delete(&self, service: &str, account: &str) -> std::result::Result<(), KeyringError> {
        entry(service, account)?.delete_credential().map_err(plain)
    }
}

fn entry(service: &str, account: &str) -> std::result::Result<::keyring::Entry, KeyringError> {
    ::keyring::Entry::new(service, account).map_err(plain)
}

fn plain(error: ::keyring::Error) -> KeyringError {
    match error {
        ::keyring::Error::NoEntry => KeyringError::Absent,
        ::keyring::Error::NoStorageAccess(_) => KeyringError::Locked,
        ::keyring::Error::BadEncoding(mut bytes)
        | ::keyring::Error::BadDataFormat(mut bytes, _) => {
            zeroize::Zeroize::zeroize(&mut bytes);
            KeyringError::Unavailable
        }
        _ => KeyringError::Unavailable,
    }
}
