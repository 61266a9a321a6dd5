//! The lines of a file, none of them held beyond a length.

use encoding_rs::{Decoder, UTF_16BE, UTF_16LE};
use std::io::{BufRead, BufReader, Read, Result};

/// A line without its end.
pub(super) struct Line<'a> {
    pub(super) bytes: &'a [u8],
    /// From 1.
    pub(super) number: u32,
    /// Whether it was longer than what is held of it.
    pub(super) is_cut: bool,
}

/// How much of a line is held, in bytes.
const LONGEST: usize = 512 * 1024;
const BLOCK: usize = 64 * 1024;

/// Reads one line after the other.
pub(super) struct Lines<R> {
    reader: BufReader<Utf8<R>>,
    line: Vec<u8>,
    number: u32,
}

impl<R: Read> Lines<R> {
    pub(super) fn new(reader: R) -> Result<Self> {
        Ok(Self {
            reader: BufReader::with_capacity(BLOCK, Utf8::new(reader)?),
            line: Vec::new(),
            number: 0,
        })
    }

    /// The next line; none at the end.
    pub(super) fn next(&mut self) -> Result<Option<Line<'_>>> {
        self.line.clear();
        let (mut any, mut is_cut) = (false, false);
        loop {
            let block = self.reader.fill_buf()?;
            if block.is_empty() {
                break;
            }
            any = true;
            let end = block.iter().position(|byte| *byte == b'\n');
            let bytes = &block[..end.unwrap_or(block.len())];
            let room = LONGEST.saturating_sub(self.line.len());
            is_cut |= bytes.len() > room;
            self.line.extend_from_slice(&bytes[..bytes.len().min(room)]);
            let used = bytes.len() + usize::from(end.is_some());
            self.reader.consume(used);
            if end.is_some() {
                break;
            }
        }
        if !any {
            return Ok(None);
        }
        self.number = self.number.saturating_add(1);
        while self.line.last() == Some(&b'\r') {
            self.line.pop();
        }
        Ok(Some(Line {
            bytes: &self.line,
            number: self.number,
            is_cut,
        }))
    }
}

/// The bytes as they are, or as UTF-8 where a mark at their beginning says that they are UTF-16.
struct Utf8<R> {
    reader: R,
    /// What was read to look for the mark.
    begun: Vec<u8>,
    decoder: Option<Decoder>,
    ready: Vec<u8>,
    given: usize,
    ended: bool,
}

impl<R: Read> Utf8<R> {
    fn new(mut reader: R) -> Result<Self> {
        let mut begun = Vec::new();
        reader.by_ref().take(3).read_to_end(&mut begun)?;
        let decoder = match begun.as_slice() {
            [0xFF, 0xFE, ..] => Some(UTF_16LE.new_decoder_with_bom_removal()),
            [0xFE, 0xFF, ..] => Some(UTF_16BE.new_decoder_with_bom_removal()),
            _ => None,
        };
        if begun == b"\xEF\xBB\xBF" {
            begun.clear();
        }
        Ok(Self {
            reader,
            begun,
            decoder,
            ready: Vec::new(),
            given: 0,
            ended: false,
        })
    }

    fn raw(&mut self, buffer: &mut [u8]) -> Result<usize> {
        if self.begun.is_empty() {
            return self.reader.read(buffer);
        }
        let count = self.begun.len().min(buffer.len());
        buffer[..count].copy_from_slice(&self.begun[..count]);
        self.begun.drain(..count);
        Ok(count)
    }
}

impl<R: Read> Read for Utf8<R> {
    fn read(&mut self, buffer: &mut [u8]) -> Result<usize> {
        if self.decoder.is_none() {
            return self.raw(buffer);
        }
        while self.given == self.ready.len() && !self.ended {
            let mut bytes = [0; 4096];
            let count = self.raw(&mut bytes)?;
            self.ended = count == 0;
            if let Some(decoder) = &mut self.decoder {
                let mut text = String::with_capacity(3 * count + 16);
                let _ = decoder.decode_to_string(&bytes[..count], &mut text, self.ended);
                self.ready = text.into_bytes();
                self.given = 0;
            }
        }
        let count = (self.ready.len() - self.given).min(buffer.len());
        buffer[..count].copy_from_slice(&self.ready[self.given..self.given + count]);
        self.given += count;
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> Vec<String> {
        let mut lines = Lines::new(bytes).unwrap();
        let mut all = Vec::new();
        while let Some(line) = lines.next().unwrap() {
            all.push(String::from_utf8(line.bytes.to_vec()).unwrap());
        }
        all
    }

    #[test]
    fn lines_come_without_their_ends_in_any_of_the_encodings() {
        let expected = ["Zoë", "", "王"];
        assert_eq!(read("Zoë\r\n\n王".as_bytes()), expected);
        assert_eq!(read("\u{feff}Zoë\n\r\n王\n".as_bytes()), expected);
        let wide = |little: bool| -> Vec<u8> {
            "\u{feff}Zoë\r\n\r\n王\r\n"
                .encode_utf16()
                .flat_map(|unit| {
                    if little {
                        unit.to_le_bytes()
                    } else {
                        unit.to_be_bytes()
                    }
                })
                .collect()
        };
        assert_eq!(read(&wide(true)), expected);
        assert_eq!(read(&wide(false)), expected);
        assert!(read(b"").is_empty());
    }

    #[test]
    fn a_line_without_an_end_is_held_only_in_part() {
        let endless = std::io::repeat(b'x').take(100_000_000);
        let mut lines = Lines::new(endless.chain(&b"\nnext"[..])).unwrap();
        let line = lines.next().unwrap().unwrap();
        assert!(line.is_cut && line.bytes.len() == LONGEST);
        let line = lines.next().unwrap().unwrap();
        assert_eq!(
            (line.bytes, line.number, line.is_cut),
            (&b"next"[..], 2, false)
        );
    }
}
