//! Sealing of backups and attached files: AES-256-GCM in chunks, each with its number and a mark on the last (STREAM),
//! so that a file that was cut, extended, reordered or edited anywhere does not open.
//!
//! Form: magic (8 bytes), format (1), salt (16), nonce prefix (7), then chunks of 64 KiB, each followed by its tag (16).
//! The key of a file is HKDF-SHA256 of the sub-key, with the whole header as salt and the context in the info; a chunk's
//! nonce is prefix, number (4, big-endian), 1 for the last and 0 for others.

use std::io::{self, Read, Write};

use aes_gcm::aead::{AeadInOut, KeyInit};
use aes_gcm::{Aes256Gcm, Nonce, Tag};
use zeroize::Zeroizing;

use crate::error::{Error, Result};
use crate::key::{SubKey, expand};
use crate::random::Random;

const MAGIC: &[u8; 8] = b"DAYBSEAL";
const FORMAT: u8 = 1;
const HEADER: usize = 32;
const CHUNK: usize = 64 * 1024;
const TAG: usize = 16;

/// Seals everything `reader` gives into `writer`; gives back the number of plaintext bytes. The context says what the
/// file is (for instance a patient's and an attachment's id): it is not stored and must be the same to open.
///
/// # Errors
/// [`Error::Input`], [`Error::Output`], [`Error::NoRandomness`], [`Error::TooLong`] past 256 TiB. What was written is
/// then to be thrown away. Neither side is flushed to disk; that is the caller's.
pub fn seal(
    reader: &mut dyn Read,
    writer: &mut dyn Write,
    key: &SubKey,
    context: &[u8],
    random: &mut dyn Random,
) -> Result<u64> {
    let mut header = [0; HEADER];
    header[..8].copy_from_slice(MAGIC);
    header[8] = FORMAT;
    random.fill(&mut header[9..])?;
    writer.write_all(&header).map_err(Error::Output)?;

    let chunks = Chunks::new(&header, key, context);
    let mut pieces = Pieces::new(reader, CHUNK)?;
    let mut length = 0;
    for number in 0..=u32::MAX {
        let last = pieces.on_last();
        let piece = pieces.current_mut();
        length += piece.len() as u64;
        let tag = chunks.seal(number, last, piece)?;
        writer.write_all(piece).map_err(Error::Output)?;
        writer.write_all(&tag).map_err(Error::Output)?;
        if last {
            return Ok(length);
        }
        pieces.advance()?;
    }
    Err(Error::TooLong)
}

/// Opens what [`seal`] made; gives back the number of plaintext bytes. Every byte written is authentic, but only `Ok`
/// tells that they are all: after an error throw away what was written.
///
/// # Errors
/// [`Error::NotSealed`], [`Error::NewerSeal`], [`Error::SealBroken`], [`Error::Input`], [`Error::Output`].
pub fn open(
    reader: &mut dyn Read,
    writer: &mut dyn Write,
    key: &SubKey,
    context: &[u8],
) -> Result<u64> {
    let mut header = [0; HEADER];
    let found = read_full(reader, &mut header).map_err(Error::Input)?;
    if found < MAGIC.len() || header[..8] != *MAGIC {
        return Err(Error::NotSealed);
    }
    if found < HEADER {
        return Err(Error::SealBroken);
    }
    if header[8] != FORMAT {
        return Err(Error::NewerSeal { found: header[8] });
    }

    let chunks = Chunks::new(&header, key, context);
    let mut pieces = Pieces::new(reader, CHUNK + TAG)?;
    let mut length = 0;
    for number in 0..=u32::MAX {
        let last = pieces.on_last();
        let text = chunks.open(number, last, pieces.current_mut())?;
        length += text.len() as u64;
        writer.write_all(text).map_err(Error::Output)?;
        if last {
            return Ok(length);
        }
        pieces.advance()?;
    }
    Err(Error::TooLong)
}

/// The cipher of one file.
struct Chunks {
    cipher: Aes256Gcm,
    prefix: [u8; 7],
}

impl Chunks {
    fn new(header: &[u8; HEADER], key: &SubKey, context: &[u8]) -> Self {
        let file_key = expand(Some(header), key.bytes(), &[b"daybook/1/seal/", context]);
        let mut prefix = [0; 7];
        prefix.copy_from_slice(&header[HEADER - 7..]);
        Self {
            cipher: Aes256Gcm::new((&**file_key).into()),
            prefix,
        }
    }

    fn seal(&self, number: u32, last: bool, text: &mut [u8]) -> Result<Tag> {
        self.cipher
            .encrypt_inout_detached(&self.nonce(number, last), &[], text.into())
            .map_err(|_| Error::TooLong)
    }

    fn open<'a>(&self, number: u32, last: bool, sealed: &'a mut [u8]) -> Result<&'a [u8]> {
        let at = sealed.len().checked_sub(TAG).ok_or(Error::SealBroken)?;
        let (text, tag) = sealed.split_at_mut(at);
        let tag = Tag::try_from(&*tag).map_err(|_| Error::SealBroken)?;
        self.cipher
            .decrypt_inout_detached(&self.nonce(number, last), &[], (&mut *text).into(), &tag)
            .map_err(|_| Error::SealBroken)?;
        Ok(text)
    }

    fn nonce(&self, number: u32, last: bool) -> Nonce<aes_gcm::aead::consts::U12> {
        let mut nonce = [0; 12];
        nonce[..7].copy_from_slice(&self.prefix);
        nonce[7..11].copy_from_slice(&number.to_be_bytes());
        nonce[11] = u8::from(last);
        Nonce::from(nonce)
    }
}

/// Cuts a stream into pieces of one size and knows, by reading one ahead, which is the last. There is always one,
/// empty if the stream is.
struct Pieces<'a> {
    reader: &'a mut dyn Read,
    current: Zeroizing<Vec<u8>>,
    current_len: usize,
    next: Zeroizing<Vec<u8>>,
    next_len: usize,
}

impl<'a> Pieces<'a> {
    fn new(reader: &'a mut dyn Read, size: usize) -> Result<Self> {
        let mut pieces = Self {
            reader,
            current: Zeroizing::new(vec![0; size]),
            current_len: 0,
            next: Zeroizing::new(vec![0; size]),
            next_len: 0,
        };
        pieces.advance()?;
        pieces.advance()?;
        Ok(pieces)
    }

    fn on_last(&self) -> bool {
        self.next_len == 0
    }

    fn current_mut(&mut self) -> &mut [u8] {
        &mut self.current[..self.current_len]
    }

    fn advance(&mut self) -> Result<()> {
        std::mem::swap(&mut self.current, &mut self.next);
        self.current_len = self.next_len;
        self.next_len = read_full(self.reader, &mut self.next).map_err(Error::Input)?;
        Ok(())
    }
}

/// Reads until the buffer is full or the stream ends.
fn read_full(reader: &mut dyn Read, buffer: &mut [u8]) -> io::Result<usize> {
    let mut filled = 0;
    while filled < buffer.len() {
        match reader.read(&mut buffer[filled..]) {
            Ok(0) => break,
            Ok(read) => filled += read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(filled)
}
