use proptest::prelude::*;

use crate::testing::SeededRandom;
use crate::{DataKey, Error, Purpose, SubKey, open, seal};

const CHUNK: usize = 64 * 1024;
const HEADER: usize = 32;
const TAG: usize = 16;
const CONTEXT: &[u8] = b"attachment 12";

fn key(purpose: Purpose) -> SubKey {
    DataKey::make(&mut SeededRandom::new(3))
        .unwrap()
        .derive(purpose)
}

fn sealed(plain: &[u8], seed: u64) -> Vec<u8> {
    let mut out = Vec::new();
    let mut random = SeededRandom::new(seed);
    let length = seal(
        &mut &*plain,
        &mut out,
        &key(Purpose::Attachment),
        CONTEXT,
        &mut random,
    );
    assert_eq!(length.unwrap(), plain.len() as u64);
    out
}

fn opened(sealed: &[u8]) -> Result<Vec<u8>, Error> {
    let mut out = Vec::new();
    let length = open(&mut &*sealed, &mut out, &key(Purpose::Attachment), CONTEXT)?;
    assert_eq!(length, out.len() as u64);
    Ok(out)
}

fn text(length: usize) -> Vec<u8> {
    (0..length).map(|at| (at % 251) as u8).collect()
}

/// Gives its bytes in pieces of odd sizes, as pipes and sockets do.
struct Dribble<'a>(&'a [u8], usize);

impl std::io::Read for Dribble<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        self.1 = self.1 * 7 % 8191 + 1;
        let count = self.1.min(buffer.len()).min(self.0.len());
        buffer[..count].copy_from_slice(&self.0[..count]);
        self.0 = &self.0[count..];
        Ok(count)
    }
}

#[test]
fn what_is_sealed_opens_whatever_its_length() {
    for length in [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 3 * CHUNK + 17] {
        let plain = text(length);
        let sealed = sealed(&plain, 1);
        let chunks = length.div_ceil(CHUNK).max(1);
        assert_eq!(sealed.len(), HEADER + length + chunks * TAG);
        assert!(opened(&sealed).unwrap() == plain, "{length}");
        let mut out = Vec::new();
        open(
            &mut Dribble(&sealed, 5),
            &mut out,
            &key(Purpose::Attachment),
            CONTEXT,
        )
        .unwrap();
        assert!(out == plain, "{length} in small pieces");
    }
}

#[test]
fn a_file_cut_anywhere_does_not_open() {
    let whole = sealed(&text(2 * CHUNK + 100), 1);
    let chunk_ends = [HEADER, HEADER + CHUNK + TAG, HEADER + 2 * (CHUNK + TAG)];
    let near = chunk_ends.iter().flat_map(|end| end - 1..end + 2);
    for cut in (0..HEADER)
        .chain(near)
        .chain([whole.len() - TAG, whole.len() - 1])
    {
        let error = opened(&whole[..cut]).unwrap_err();
        assert!(
            matches!(error, Error::SealBroken | Error::NotSealed),
            "{cut}: {error}"
        );
    }
}

#[test]
fn chunks_reordered_repeated_left_out_or_added_do_not_open() {
    let whole = sealed(&text(3 * CHUNK), 1);
    let other = sealed(&text(3 * CHUNK), 2);
    let (header, body) = whole.split_at(HEADER);
    let chunks = body.chunks(CHUNK + TAG).collect::<Vec<_>>();
    let strange = other[HEADER..].chunks(CHUNK + TAG).collect::<Vec<_>>();
    let orders: [&[&[u8]]; 6] = [
        &[chunks[1], chunks[0], chunks[2]],
        &[chunks[0], chunks[0], chunks[2]],
        &[chunks[0], chunks[2]],
        &[chunks[0], chunks[1]],
        &[chunks[0], chunks[1], chunks[2], chunks[2]],
        &[chunks[0], strange[1], chunks[2]],
    ];
    for (at, order) in orders.iter().enumerate() {
        let edited = [header, &order.concat()].concat();
        assert!(
            matches!(opened(&edited), Err(Error::SealBroken)),
            "order {at}"
        );
    }
    assert!(matches!(
        opened(&[&*whole, b"x"].concat()),
        Err(Error::SealBroken)
    ));
}

#[test]
fn another_context_key_or_purpose_does_not_open() {
    let whole = sealed(b"an x-ray", 1);
    let stranger = DataKey::make(&mut SeededRandom::new(4)).unwrap();
    let tries: [(SubKey, &[u8]); 5] = [
        (key(Purpose::Attachment), b"attachment 13"),
        (key(Purpose::Attachment), b""),
        (key(Purpose::Backup), CONTEXT),
        (key(Purpose::Database), CONTEXT),
        (stranger.derive(Purpose::Attachment), CONTEXT),
    ];
    for (key, context) in tries {
        let mut out = Vec::new();
        let error = open(&mut &*whole, &mut out, &key, context).unwrap_err();
        assert!(matches!(error, Error::SealBroken));
        assert!(out.is_empty());
    }
}

#[test]
fn other_files_and_later_formats_are_told_apart_from_damage() {
    assert!(matches!(opened(b""), Err(Error::NotSealed)));
    assert!(matches!(
        opened(b"%PDF-1.7 and so on, and so on, and so on"),
        Err(Error::NotSealed)
    ));
    let mut later = sealed(b"text", 1);
    later[8] = 2;
    assert!(matches!(opened(&later), Err(Error::NewerSeal { found: 2 })));
}

#[test]
fn the_same_text_is_never_sealed_twice_alike() {
    let mut random = SeededRandom::new(1);
    let mut seal_again = || {
        let mut out = Vec::new();
        seal(
            &mut &b"same"[..],
            &mut out,
            &key(Purpose::Backup),
            b"",
            &mut random,
        )
        .unwrap();
        out
    };
    assert_ne!(seal_again(), seal_again());
}

#[test]
fn a_disk_that_fails_is_told_by_its_side() {
    struct Broken;
    impl std::io::Read for Broken {
        fn read(&mut self, _: &mut [u8]) -> std::io::Result<usize> {
            Err(std::io::ErrorKind::TimedOut.into())
        }
    }
    impl std::io::Write for Broken {
        fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
            Err(std::io::ErrorKind::StorageFull.into())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    let mut random = SeededRandom::new(1);
    let key = key(Purpose::Backup);
    let input = seal(&mut Broken, &mut Vec::new(), &key, b"", &mut random);
    assert!(matches!(input, Err(Error::Input(_))));
    let output = seal(&mut &b"text"[..], &mut Broken, &key, b"", &mut random);
    assert!(matches!(output, Err(Error::Output(_))));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn one_flipped_bit_anywhere_does_not_open(length in prop_oneof![0..200usize, CHUNK - 20..CHUNK + 20], seed: u64, place: prop::sample::Index, bit in 0..8u8) {
        let mut edited = sealed(&text(length), seed);
        let at = place.index(edited.len());
        edited[at] ^= 1 << bit;
        prop_assert!(opened(&edited).is_err());
    }

    #[test]
    fn any_bytes_can_be_given_to_open(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(opened(&bytes).is_err());
        let with_header = [b"DAYBSEAL\x01", &*bytes].concat();
        prop_assert!(opened(&with_header).is_err());
    }
}
