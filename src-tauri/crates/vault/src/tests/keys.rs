use std::collections::HashSet;

use crate::testing::SeededRandom;
use crate::{DataKey, OsRandom, Purpose, Random, RecoveryCode};

const PURPOSES: [Purpose; 4] = [
    Purpose::Database,
    Purpose::Anchor,
    Purpose::Backup,
    Purpose::Attachment,
];

#[test]
fn each_purpose_has_its_own_key_and_always_the_same() {
    let key = DataKey::make(&mut SeededRandom::new(7)).unwrap();
    let forms = |key: &DataKey| {
        PURPOSES.map(|purpose| key.derive(purpose).sqlcipher_raw_key(None).to_string())
    };
    assert_eq!(forms(&key), forms(&key));
    assert_eq!(forms(&key).into_iter().collect::<HashSet<_>>().len(), 4);
}

#[test]
fn the_raw_form_is_64_digits_or_96_with_the_salt() {
    let key = DataKey::make(&mut SeededRandom::new(7)).unwrap();
    let database = key.derive(Purpose::Database);
    let plain = database.sqlcipher_raw_key(None);
    let digits = plain
        .strip_prefix("x'")
        .and_then(|t| t.strip_suffix('\''))
        .unwrap();
    assert_eq!(digits.len(), 64);
    assert!(
        digits
            .bytes()
            .all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
    );

    let salt: [u8; 16] = std::array::from_fn(|at| at as u8 * 17);
    let salted = database.sqlcipher_raw_key(Some(&salt));
    assert_eq!(
        *salted,
        format!("x'{digits}00112233445566778899aabbccddeeff'")
    );
}

#[test]
fn nothing_secret_is_in_debug_output() {
    let mut random = SeededRandom::new(7);
    let key = DataKey::make(&mut random).unwrap();
    let code = RecoveryCode::make(&mut random).unwrap();
    let shown = format!("{key:?} {:?} {code:?}", key.derive(Purpose::Backup));
    assert_eq!(shown, "DataKey(..) SubKey(..) RecoveryCode(..)");
}

#[test]
fn the_systems_randomness_differs_each_time() {
    let mut one = [0; 32];
    let mut other = [0; 32];
    OsRandom.fill(&mut one).unwrap();
    OsRandom.fill(&mut other).unwrap();
    assert_ne!(one, other);
}
