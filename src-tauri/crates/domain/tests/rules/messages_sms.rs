//! How long a text is.

use domain::messages::{Alphabet, SmsLength, dear_letters, plain_letters, sms_length};
use proptest::prelude::*;

fn length(alphabet: Alphabet, units: usize, segments: usize, left: usize) -> SmsLength {
    SmsLength {
        alphabet,
        units,
        segments,
        left,
    }
}

#[test]
fn m12_a_text_is_counted_as_it_is_paid_for() {
    use Alphabet::{Gsm7, Ucs2};
    let times = |letter: &str, count: usize| letter.repeat(count);
    for (text, expected) in [
        (String::new(), length(Gsm7, 0, 0, 160)),
        (times("a", 160), length(Gsm7, 160, 1, 0)),
        (times("a", 161), length(Gsm7, 161, 2, 145)),
        (times("a", 306), length(Gsm7, 306, 2, 0)),
        (times("a", 307), length(Gsm7, 307, 3, 152)),
        (times("ä", 160), length(Gsm7, 160, 1, 0)),
        // These count twice.
        (times("€", 80), length(Gsm7, 160, 1, 0)),
        ("^{}[]~\\|€".to_owned(), length(Gsm7, 18, 1, 142)),
        // One is not cut in two at the end of a segment: the one septet stays empty.
        (
            times("a", 152) + "€" + &times("a", 10),
            length(Gsm7, 164, 2, 141),
        ),
        // One curly quote.
        (times("a", 69) + "’", length(Ucs2, 70, 1, 0)),
        (times("a", 70) + "’", length(Ucs2, 71, 2, 63)),
        (times("a", 133) + "’", length(Ucs2, 134, 2, 0)),
        (times("a", 134) + "’", length(Ucs2, 135, 3, 66)),
        // Beyond the first plane a letter is two units, and stays whole.
        (times("😀", 35), length(Ucs2, 70, 1, 0)),
        (times("a", 66) + &times("😀", 3), length(Ucs2, 72, 2, 61)),
        ("ç".to_owned(), length(Ucs2, 1, 1, 69)),
    ] {
        assert_eq!(sms_length(&text), expected, "{text}");
    }
}

#[test]
fn m12_the_letters_that_make_a_text_dear_are_named_and_can_be_plain() {
    let text = "It’s at “8” – don’t be late…";
    let dear: Vec<char> = dear_letters(text).into_iter().map(|(_, one)| one).collect();
    assert_eq!(dear, ['’', '“', '”', '–', '…']);
    assert_eq!(dear_letters(text)[0], (2, '’'));
    let plain = plain_letters(text);
    assert_eq!(plain, "It's at \"8\" - don't be late...");
    assert_eq!(sms_length(&plain).alphabet, Alphabet::Gsm7);
    assert_eq!(dear_letters(&plain), []);
    // What is a letter of a language stays.
    assert_eq!(plain_letters("Łódź, ça va"), "Łódź, ça va");
}

proptest! {
    #[test]
    fn m12_every_unit_has_its_place_and_one_more_letter_never_makes_it_shorter(text in "[a-z€^😀’]{0,400}") {
        let found = sms_length(&text);
        let (alone, each) = match found.alphabet {
            Alphabet::Gsm7 => (160, 153),
            Alphabet::Ucs2 => (70, 67),
        };
        let room = if found.segments <= 1 { alone } else { each * found.segments };
        prop_assert!(found.units + found.left <= room);
        prop_assert!(found.segments < 2 || room - found.units - found.left < found.segments);
        let longer = sms_length(&format!("{text}a"));
        prop_assert!(longer.segments >= found.segments);
        prop_assert_eq!(longer.segments == found.segments, found.left > 0 && found.segments > 0);
    }
}
