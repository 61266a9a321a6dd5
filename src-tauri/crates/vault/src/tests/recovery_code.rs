use proptest::prelude::*;

use crate::testing::SeededRandom;
use crate::{Error, RecoveryCode};

fn code(seed: u64) -> RecoveryCode {
    RecoveryCode::make(&mut SeededRandom::new(seed)).unwrap()
}

#[test]
fn it_is_printed_in_nine_groups_of_four() {
    let printed = code(1).printed();
    let groups = printed.split('-').collect::<Vec<_>>();
    assert_eq!(groups.len(), 9);
    assert!(groups.iter().all(|group| group.len() == 4));
    assert!(!printed.contains(['I', 'L', 'O', 'U']));
}

#[test]
fn too_much_or_too_little_is_told_as_such() {
    let printed = code(1).printed().to_string();
    let table = [
        ("".to_owned(), 0),
        (printed[..40].to_owned(), 32),
        (printed[..43].to_owned(), 35),
        (format!("{printed}7"), 37),
        (printed.repeat(3), 108),
    ];
    for (typed, length) in table {
        assert!(matches!(
            RecoveryCode::parse(&typed),
            Err(Error::RecoveryCodeLength { found, expected: 36 }) if found == length
        ));
    }
}

#[test]
fn a_strange_character_is_told_by_its_group_and_not_repeated() {
    let printed = code(1).printed().to_string();
    for strange in ["U", "u", "!", "é", "語", "😀"] {
        let mut typed = printed.clone();
        typed.replace_range(11..12, strange);
        let error = RecoveryCode::parse(&typed).unwrap_err();
        assert!(
            matches!(error, Error::RecoveryCodeCharacter { group: 3 }),
            "{error}"
        );
        assert!(!error.to_string().contains(&printed[..4]));
    }
}

proptest! {
    #[test]
    fn it_forgives_how_it_is_typed(
        seed: u64,
        lower in prop::collection::vec(any::<bool>(), 36),
        look_alike in prop::collection::vec(any::<u8>(), 36),
        between in prop::collection::vec("[ \\-\t\n\u{a0}–—]{0,3}", 36),
        wide: bool,
    ) {
        let code = code(seed);
        let mut typed = String::new();
        for (at, symbol) in code.printed().chars().filter(|c| *c != '-').enumerate() {
            let symbol = match (symbol, look_alike[at] % 3) {
                ('0', 1) => 'O',
                ('1', 1) => 'I',
                ('1', 2) => 'L',
                _ => symbol,
            };
            let symbol = if lower[at] { symbol.to_ascii_lowercase() } else { symbol };
            // The wide forms of East Asian keyboards lie at a fixed distance from ASCII.
            typed.push(if wide { char::from_u32(symbol as u32 + 0xFEE0).unwrap() } else { symbol });
            typed.push_str(&between[at]);
        }
        prop_assert!(RecoveryCode::parse(&typed).unwrap() == code);
    }

    #[test]
    fn one_wrong_or_two_swapped_characters_are_told_as_a_typo(seed: u64, at in 0..36usize, other in 0..32usize, swap: bool) {
        let mut symbols = code(seed).printed().replace('-', "").into_bytes();
        let before = symbols.clone();
        if swap {
            symbols.swap(at, (at + 1) % 36);
        } else {
            symbols[at] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ"[other];
        }
        prop_assume!(symbols != before);
        let typed = String::from_utf8(symbols).unwrap();
        prop_assert!(matches!(RecoveryCode::parse(&typed), Err(Error::RecoveryCodeTypo)));
    }

    #[test]
    fn anything_at_all_can_be_typed(typed in ".{0,80}") {
        let _ = RecoveryCode::parse(&typed);
    }
}
