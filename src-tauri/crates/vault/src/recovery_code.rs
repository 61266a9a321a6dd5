//! The recovery code: 160 random bits on paper, the way in when everything else is gone (K3).

use std::fmt;
use std::sync::LazyLock;

use data_encoding::{Encoding, Specification};
use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;
use zeroize::{Zeroize, Zeroizing};

use crate::error::{Error, Result};
use crate::random::Random;

const SECRET_BYTES: usize = 20;
const SECRET_SYMBOLS: usize = 32;
const GROUP: usize = 4;
/// Letters and digits of a whole code: eight groups of secret and one group of checksum.
const SYMBOLS: usize = SECRET_SYMBOLS + GROUP;

/// A recovery code. Dropping it wipes it; [`RecoveryCode::printed`] is the only way to see it.
#[derive(Clone)]
pub struct RecoveryCode(Box<Zeroizing<[u8; SECRET_BYTES]>>);

impl RecoveryCode {
    /// Makes a new code.
    ///
    /// # Errors
    /// [`Error::NoRandomness`].
    pub fn make(random: &mut dyn Random) -> Result<Self> {
        let mut secret = Box::new(Zeroizing::new([0; SECRET_BYTES]));
        random.fill(secret.as_mut_slice())?;
        Ok(Self(secret))
    }

    /// The code as it is printed: nine groups of four letters and digits joined by dashes.
    pub fn printed(&self) -> Zeroizing<String> {
        let mut symbols = Zeroizing::new([0; SYMBOLS]);
        CROCKFORD.encode_mut(self.0.as_slice(), &mut symbols[..SECRET_SYMBOLS]);
        symbols[SECRET_SYMBOLS..].copy_from_slice(&checksum(&self.0));
        let mut text = Zeroizing::new(String::with_capacity(SYMBOLS + SYMBOLS / GROUP));
        for (at, symbol) in symbols.iter().enumerate() {
            if at > 0 && at % GROUP == 0 {
                text.push('-');
            }
            text.push(char::from(*symbol));
        }
        text
    }

    /// Reads a code as people type it: either case, any spaces and dashes, O for 0, I and L for 1.
    ///
    /// # Errors
    /// [`Error::RecoveryCodeLength`], [`Error::RecoveryCodeCharacter`], or [`Error::RecoveryCodeTypo`] when the checksum
    /// does not fit. None of them repeats what was typed.
    pub fn parse(typed: &str) -> Result<Self> {
        let mut symbols = Zeroizing::new([0; SYMBOLS]);
        let mut found = 0;
        let mut strange = None;
        // Compatibility forms cover the wide letters and digits of East Asian keyboards.
        for character in typed.nfkc().filter(|c| !is_separator(*c)) {
            match symbol(character) {
                Some(symbol) if found < SYMBOLS => symbols[found] = symbol,
                Some(_) => {}
                None => strange = strange.or(Some(found / GROUP + 1)),
            }
            found += 1;
        }
        if let Some(group) = strange {
            return Err(Error::RecoveryCodeCharacter { group });
        }
        if found != SYMBOLS {
            return Err(Error::RecoveryCodeLength {
                found,
                expected: SYMBOLS,
            });
        }
        let mut secret = Box::new(Zeroizing::new([0; SECRET_BYTES]));
        CROCKFORD
            .decode_mut(&symbols[..SECRET_SYMBOLS], secret.as_mut_slice())
            .map_err(|_| Error::RecoveryCodeTypo)?;
        if symbols[SECRET_SYMBOLS..] != checksum(&secret) {
            return Err(Error::RecoveryCodeTypo);
        }
        Ok(Self(secret))
    }

    pub(crate) fn secret(&self) -> &[u8] {
        self.0.as_slice()
    }
}

impl fmt::Debug for RecoveryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RecoveryCode(..)")
    }
}

impl PartialEq for RecoveryCode {
    /// Compares what a person typed back with what was shown; both are in the same hands, so the time taken tells nothing.
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl Eq for RecoveryCode {}

static CROCKFORD: LazyLock<Encoding> = LazyLock::new(|| {
    let mut specification = Specification::new();
    specification
        .symbols
        .push_str("0123456789ABCDEFGHJKMNPQRSTVWXYZ");
    specification
        .encoding()
        .expect("32 different ASCII symbols make an encoding")
});

fn is_separator(character: char) -> bool {
    character.is_whitespace()
        || character.is_control()
        || matches!(character, '-' | '_' | '.' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{200B}'..='\u{200F}' | '\u{FEFF}')
}

fn symbol(character: char) -> Option<u8> {
    let upper = match character.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    let byte = u8::try_from(upper).ok()?;
    (byte.is_ascii_digit() || (byte.is_ascii_uppercase() && byte != b'U')).then_some(byte)
}

/// The first 20 bits of a hash of the secret, so that one wrong code in a million passes for a right one.
fn checksum(secret: &[u8; SECRET_BYTES]) -> [u8; GROUP] {
    let mut hash = Sha256::new()
        .chain_update(b"daybook/1/recovery code checksum")
        .chain_update(secret)
        .finalize();
    let mut symbols = [0; 8];
    CROCKFORD.encode_mut(&hash[..5], &mut symbols);
    hash.as_mut_slice().zeroize();
    let mut first = [0; GROUP];
    first.copy_from_slice(&symbols[..GROUP]);
    first
}
