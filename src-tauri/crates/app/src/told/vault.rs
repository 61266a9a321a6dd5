//! Failures of keys and of the ways in.

use super::files::system;
use super::{Told, UNCHANGED, UNTOUCHED};
use domain::said;
use vault::{Error as E, KeyringError, Way};

fn way(way: &Way) -> &'static str {
    match way {
        Way::Passphrase => "passphrase",
        Way::Keyring => "keyring",
        Way::RecoveryCode => "recovery-code",
    }
}

pub(crate) fn told(error: &E) -> Told {
    const NOT_TRIED: &str = "vault-not-tried";
    const HALF: &str = "vault-half-data";
    let (what, data, next) = match error {
        E::Absent => (
            said("vault-absent"),
            "vault-absent-data",
            "vault-absent-next",
        ),
        E::Unreadable(error) => (
            said("vault-unreadable").with("error", system(error)),
            UNTOUCHED,
            "vault-unreadable-next",
        ),
        E::NewerFormat { found, known } => (
            said("vault-newer")
                .with("found", *found)
                .with("known", *known),
            UNTOUCHED,
            "vault-newer-next",
        ),
        E::Damaged(detail) => (
            said("vault-damaged").with("detail", detail),
            "vault-damaged-data",
            "vault-damaged-next",
        ),
        E::AlreadyThere(file) => (
            said("vault-already-there").with("file", *file),
            UNCHANGED,
            "vault-already-there-next",
        ),
        E::NotEmpty => (
            said("vault-not-empty"),
            "vault-not-empty-data",
            "vault-not-empty-next",
        ),
        E::NotSetUp(error) => (
            said("vault-not-set-up").with("error", system(error)),
            "vault-not-set-up-data",
            "vault-room-next",
        ),
        E::NotWritten(error) => (
            said("vault-not-written").with("error", system(error)),
            "vault-not-written-data",
            "vault-room-next",
        ),
        E::OtherVault => (said("vault-other"), UNCHANGED, "vault-other-next"),
        E::OtherKey => (said("vault-other-key"), UNCHANGED, "vault-other-key-next"),
        E::EmptyPassphrase => (
            said("vault-empty-passphrase"),
            UNCHANGED,
            "vault-empty-passphrase-next",
        ),
        E::WrongPassphrase => (
            said("vault-wrong-passphrase"),
            UNTOUCHED,
            "vault-wrong-passphrase-next",
        ),
        E::WrongRecoveryCode => (said("vault-wrong-code"), UNTOUCHED, "vault-wrong-code-next"),
        E::RecoveryCodeLength { found, expected } => (
            said("vault-code-length")
                .with("found", *found)
                .with("expected", *expected),
            NOT_TRIED,
            "vault-code-next",
        ),
        E::RecoveryCodeCharacter { group } => (
            said("vault-code-character").with("group", *group),
            NOT_TRIED,
            "vault-code-character-next",
        ),
        E::RecoveryCodeTypo => (said("vault-code-typo"), NOT_TRIED, "vault-code-next"),
        E::NoSlot(by) => (
            said("vault-no-slot").with("way", way(by)),
            UNTOUCHED,
            "vault-no-slot-next",
        ),
        E::SlotDamaged(by) => (
            said("vault-slot-damaged").with("way", way(by)),
            UNTOUCHED,
            "vault-slot-damaged-next",
        ),
        E::SlotGone => (said("vault-slot-gone"), UNCHANGED, "vault-slot-gone-next"),
        E::LastSlot(by) => (
            said("vault-last-slot").with("way", way(by)),
            UNCHANGED,
            "vault-last-slot-next",
        ),
        E::Keyring(KeyringError::Absent) => (
            said("vault-keyring-absent"),
            UNTOUCHED,
            "vault-keyring-next",
        ),
        E::Keyring(KeyringError::Locked) => (
            said("vault-keyring-locked"),
            UNTOUCHED,
            "vault-keyring-locked-next",
        ),
        E::Keyring(KeyringError::Unavailable) => (
            said("vault-keyring-unavailable"),
            UNTOUCHED,
            "vault-keyring-unavailable-next",
        ),
        E::WrongKeyringSecret => (
            said("vault-keyring-wrong"),
            UNTOUCHED,
            "vault-keyring-wrong-next",
        ),
        E::AnchorTampered => (
            said("vault-anchor"),
            "vault-anchor-data",
            "vault-anchor-next",
        ),
        E::NoRandomness => (
            said("vault-no-randomness"),
            UNCHANGED,
            "vault-no-randomness-next",
        ),
        E::NoMemory => (said("vault-no-memory"), UNTOUCHED, "vault-no-memory-next"),
        E::NotSealed => (
            said("vault-not-sealed"),
            "vault-not-sealed-data",
            "vault-not-sealed-next",
        ),
        E::NewerSeal { found } => (
            said("vault-newer-seal").with("found", *found),
            "vault-newer-seal-data",
            "vault-newer-seal-next",
        ),
        E::SealBroken => (
            said("vault-seal-broken"),
            "vault-seal-broken-data",
            "vault-seal-broken-next",
        ),
        E::TooLong => (
            said("vault-too-long"),
            "vault-too-long-data",
            "vault-too-long-next",
        ),
        E::Input(error) => (
            said("vault-input").with("error", system(error)),
            HALF,
            "vault-input-next",
        ),
        E::Output(error) => (
            said("vault-output").with("error", system(error)),
            HALF,
            "vault-output-next",
        ),
    };
    Told::new(what, data, next)
}
