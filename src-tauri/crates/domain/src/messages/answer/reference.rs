//! What ties a mail that somebody's program began to write to the message that it answers: it is a
//! new mail, so that no header names that one. The id holds enough chance not to be guessed.

use crate::id::OutboxId;
use uuid::Uuid;

/// Without letters that are taken for others (Crockford).
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// 128 bits by five.
const LENGTH: usize = 26;

/// The reference of a message, to stand in a subject: `[` and 26 letters and digits and `]`.
pub fn reference(message: OutboxId) -> String {
    let number = message.0.as_u128();
    let letters = (0..LENGTH).rev().map(|place| {
        let five = (number >> (5 * place)) & 31;
        char::from(LETTERS[usize::try_from(five).unwrap_or(0)])
    });
    format!("[{}]", letters.collect::<String>())
}

/// The message that a subject or a text refers to; none where it names none, or several.
pub fn referred_to(text: &str) -> Option<OutboxId> {
    let mut found = None;
    for rest in text.split('[').skip(1) {
        let Some(id) = rest.split_once(']').and_then(|(inside, _)| read(inside)) else {
            continue;
        };
        if found.is_some_and(|other| other != id) {
            return None;
        }
        found = Some(id);
    }
    found
}

fn read(letters: &str) -> Option<OutboxId> {
    if letters.len() != LENGTH {
        return None;
    }
    let mut number: u128 = 0;
    for letter in letters.bytes() {
        let letter = letter.to_ascii_uppercase();
        let five = LETTERS.iter().position(|one| *one == letter)?;
        if number >> 123 != 0 {
            return None;
        }
        number = (number << 5) | u128::try_from(five).ok()?;
    }
    Some(OutboxId(Uuid::from_u128(number)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_is_read_wherever_it_stands_and_nothing_else_is() {
        for number in [0, 1, u128::MAX, 0x0190_1234_5678_7abc_8def_0123_4567_89ab] {
            let id = OutboxId(Uuid::from_u128(number));
            let written = reference(id);
            assert_eq!(written.len(), LENGTH + 2);
            assert_eq!(referred_to(&format!("AW: Ja {written} ")), Some(id));
            assert_eq!(referred_to(&written.to_lowercase()), Some(id));
            assert_eq!(referred_to(&format!("{written} Re: {written}")), Some(id));
        }
        let one = reference(OutboxId(Uuid::from_u128(1)));
        let other = reference(OutboxId(Uuid::from_u128(2)));
        assert_eq!(referred_to(&format!("{one} {other}")), None);
        for none in [
            "",
            "[spam] hello",
            "[",
            "[0000]",
            "[ZZZZZZZZZZZZZZZZZZZZZZZZZZ]",
            "[UUUUUUUUUUUUUUUUUUUUUUUUUU]",
            "[ÄÄÄÄÄÄÄÄÄÄÄÄÄ]",
        ] {
            assert_eq!(referred_to(none), None, "{none}");
        }
    }
}
