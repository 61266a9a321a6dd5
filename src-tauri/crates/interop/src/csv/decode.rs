//! The bytes of a spreadsheet's file to text and rows: encoding and delimiter.

use super::field;
use crate::InteropError;
use ::csv::{Reader, ReaderBuilder, StringRecord};
use std::borrow::Cow;
use std::io::Read;

/// How the text of a file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Encoding {
    Utf8,
    Utf16Le,
    Utf16Be,
    /// Also read for Latin-1, whose printable characters it shares.
    Windows1252,
}

/// The largest file that is read at once. Encoding and date format are known only from the whole
/// file, so it is held in memory.
const LARGEST_MB: u64 = 512;
const DELIMITERS: [u8; 4] = *b",;\t|";

/// A file as text, with its delimiter.
pub(super) struct Decoded {
    text: String,
    pub(super) encoding: Encoding,
    pub(super) delimiter: u8,
    /// Whether the first line only names the delimiter.
    named: bool,
}

impl Decoded {
    pub(super) fn read(reader: impl Read, source: &str) -> Result<Self, InteropError> {
        let mut bytes = Vec::new();
        let limit = LARGEST_MB * 1024 * 1024;
        reader
            .take(limit + 1)
            .read_to_end(&mut bytes)
            .map_err(|error| InteropError::Read {
                source_name: source.to_owned(),
                error,
            })?;
        if bytes.len() as u64 > limit {
            return Err(InteropError::TooLarge {
                source_name: source.to_owned(),
                megabytes: LARGEST_MB,
            });
        }
        let (mut text, encoding) = decode(bytes);
        // Files of very old Macs end their lines with a carriage return alone.
        if !text.contains('\n') && text.contains('\r') {
            text = text.replace('\r', "\n");
        }
        let first = text.lines().next().unwrap_or("").trim_matches('"');
        let named = match first
            .strip_prefix("sep=")
            .or_else(|| first.strip_prefix("SEP="))
        {
            Some(rest) if rest.len() <= 1 => Some(rest.bytes().next().unwrap_or(b',')),
            _ => None,
        };
        if named.is_some() {
            let cut = text.find('\n').map_or(text.len(), |end| end + 1);
            text.drain(..cut);
        }
        let delimiter = named.unwrap_or_else(|| sniff(&text));
        Ok(Self {
            text,
            encoding,
            delimiter,
            named: named.is_some(),
        })
    }

    /// The names of the columns; empty when there is no line at all.
    pub(super) fn header(&self) -> StringRecord {
        let mut header = StringRecord::new();
        let mut rows = rows(&self.text, self.delimiter);
        if rows.read_record(&mut header).is_err() {
            header.clear();
        }
        header
    }

    /// All rows after the column names.
    pub(super) fn rows(&self) -> Reader<&[u8]> {
        let mut rows = rows(&self.text, self.delimiter);
        let mut header = StringRecord::new();
        // Text cannot fail to be read.
        let _ = rows.read_record(&mut header);
        rows
    }

    /// Whether a row runs over several lines to the end of the file with a quotation mark too many:
    /// then one that opens a cell was never closed, and the cell has swallowed the rows after it.
    pub(super) fn is_left_open(&self, row: &StringRecord, next: &::csv::Position) -> bool {
        let place =
            |position: &::csv::Position| usize::try_from(position.byte()).unwrap_or(usize::MAX);
        if place(next) < self.text.len() {
            return false;
        }
        let row = row
            .position()
            .and_then(|start| self.text.get(place(start)..))
            .unwrap_or_default();
        row.trim().contains('\n') && row.matches('"').count() % 2 == 1
    }

    /// Tells the lines of rows, to be asked in their order.
    pub(super) fn lines(&self) -> Lines<'_> {
        Lines {
            text: self.text.as_bytes(),
            at: 0,
            line: 1 + u32::from(self.named),
        }
    }
}

/// Lines of a file by their place in its text. (The reader's own count is one too low after a line
/// that ends with carriage return and line feed.)
pub(super) struct Lines<'a> {
    text: &'a [u8],
    at: usize,
    line: u32,
}

impl Lines<'_> {
    /// The line, from 1, of the row that was read from this place on.
    pub(super) fn of(&mut self, place: u64) -> u32 {
        let mut start = usize::try_from(place)
            .unwrap_or(usize::MAX)
            .min(self.text.len());
        // Ends of lines before the row: of the row before it, and empty ones.
        while matches!(self.text.get(start), Some(b'\r' | b'\n')) {
            start += 1;
        }
        let between = self.text.get(self.at..start).unwrap_or_default();
        let ends = between.iter().filter(|byte| **byte == b'\n').count();
        self.line = self
            .line
            .saturating_add(u32::try_from(ends).unwrap_or(u32::MAX));
        self.at = start;
        self.line
    }
}

fn rows(text: &str, delimiter: u8) -> Reader<&[u8]> {
    ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes())
}

fn decode(bytes: Vec<u8>) -> (String, Encoding) {
    let (encoding, cut) = match bytes.as_slice() {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding::Utf8, 3),
        [0xFF, 0xFE, ..] => (Encoding::Utf16Le, 2),
        [0xFE, 0xFF, ..] => (Encoding::Utf16Be, 2),
        _ => (without_mark(&bytes), 0),
    };
    let codec = match encoding {
        Encoding::Utf8 if cut == 0 => match String::from_utf8(bytes) {
            Ok(text) => return (text, Encoding::Utf8),
            Err(error) => {
                return (
                    lossy(encoding_rs::WINDOWS_1252, error.as_bytes()),
                    Encoding::Windows1252,
                );
            }
        },
        Encoding::Utf8 => encoding_rs::UTF_8,
        Encoding::Utf16Le => encoding_rs::UTF_16LE,
        Encoding::Utf16Be => encoding_rs::UTF_16BE,
        Encoding::Windows1252 => encoding_rs::WINDOWS_1252,
    };
    (lossy(codec, bytes.get(cut..).unwrap_or_default()), encoding)
}

fn lossy(codec: &'static encoding_rs::Encoding, bytes: &[u8]) -> String {
    match codec.decode_without_bom_handling(bytes).0 {
        Cow::Borrowed(text) => text.to_owned(),
        Cow::Owned(text) => text,
    }
}

/// UTF-16 without a byte order mark has a zero byte beside almost every character of a header.
fn without_mark(bytes: &[u8]) -> Encoding {
    let head = &bytes[..bytes.len().min(1024)];
    let zeros = |from: usize| {
        head.iter()
            .skip(from)
            .step_by(2)
            .filter(|byte| **byte == 0)
            .count()
    };
    let pairs = head.len() / 2;
    match (zeros(0), zeros(1)) {
        (even, odd) if pairs >= 2 && odd * 10 >= pairs * 6 && even * 10 < pairs => {
            Encoding::Utf16Le
        }
        (even, odd) if pairs >= 2 && even * 10 >= pairs * 6 && odd * 10 < pairs => {
            Encoding::Utf16Be
        }
        _ => Encoding::Utf8,
    }
}

/// The delimiter under which the column names are known and the rows are as long as the header.
fn sniff(text: &str) -> u8 {
    const ROWS: usize = 50;
    const HEAD: usize = 256 * 1024;
    let mut end = text.len().min(HEAD);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let score = |delimiter: u8| {
        let mut reader = rows(&text[..end], delimiter);
        let mut records = reader.records().take(ROWS).flatten();
        let Some(header) = records.next().filter(|header| header.len() > 1) else {
            return 0;
        };
        let (mut count, mut fitting) = (0_usize, 0_usize);
        for record in records {
            count += 1;
            fitting += usize::from(record.len() == header.len());
        }
        let known = header
            .iter()
            .filter(|name| field::named(name).is_some())
            .count();
        known * 1000 + 500 * fitting / count.max(1) + header.len().min(100)
    };
    // The first of equals, so that a comma wins over what is rarer.
    let mut best = (b',', 0);
    for delimiter in DELIMITERS {
        let score = score(delimiter);
        if score > best.1 {
            best = (delimiter, score);
        }
    }
    best.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> (Encoding, u8, Vec<Vec<String>>) {
        let decoded = Decoded::read(bytes, "list.csv").unwrap();
        let cells = |record: StringRecord| record.iter().map(str::to_owned).collect::<Vec<_>>();
        let mut all = vec![cells(decoded.header())];
        all.extend(
            decoded
                .rows()
                .records()
                .map(|record| cells(record.unwrap())),
        );
        (decoded.encoding, decoded.delimiter, all)
    }

    fn utf16(text: &str, mark: bool, to: fn(u16) -> [u8; 2]) -> Vec<u8> {
        mark.then_some(0xFEFF)
            .into_iter()
            .chain(text.encode_utf16())
            .flat_map(to)
            .collect()
    }

    #[test]
    fn whatever_encoding_a_spreadsheet_writes_is_read() {
        let text = "First name;Last name\r\nZoë;Müller\r\n";
        let expected = vec![vec!["First name", "Last name"], vec!["Zoë", "Müller"]];
        let with_mark: Vec<u8> = [&[0xEF, 0xBB, 0xBF], text.as_bytes()].concat();
        let latin: Vec<u8> = text
            .chars()
            .map(|c| u8::try_from(u32::from(c)).unwrap())
            .collect();
        for (bytes, encoding) in [
            (text.as_bytes().to_vec(), Encoding::Utf8),
            (with_mark, Encoding::Utf8),
            (latin, Encoding::Windows1252),
            (utf16(text, true, u16::to_le_bytes), Encoding::Utf16Le),
            (utf16(text, true, u16::to_be_bytes), Encoding::Utf16Be),
            (utf16(text, false, u16::to_le_bytes), Encoding::Utf16Le),
            (utf16(text, false, u16::to_be_bytes), Encoding::Utf16Be),
        ] {
            let (seen, delimiter, rows) = read(&bytes);
            assert_eq!((seen, delimiter), (encoding, b';'));
            assert_eq!(rows, expected);
        }
    }

    #[test]
    fn the_delimiter_is_found() {
        for (text, expected) in [
            ("a,b,c\n1,2,3", b','),
            ("name;city\n\"Doe, John\";\"Aix, en Provence\"", b';'),
            ("first\tlast\tnote\nA\tB\tone, two, three", b'\t'),
            ("first|last\nA|B", b'|'),
            ("sep=;\r\na;b,c\r\n1;2,2", b';'),
            ("sep=\t\na\tb", b'\t'),
            ("name\nAnn", b','),
            ("", b','),
        ] {
            assert_eq!(read(text.as_bytes()).1, expected, "{text}");
        }
    }
}
