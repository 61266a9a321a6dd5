//! What a file looks like before anything is read from it.

use super::decode::Decoded;
use super::field::Columns;
use super::words::SexLetters;
use super::{CsvKind, CsvOptions, Encoding, Field};
use crate::dates::{DateFormatGuess, DateVotes};
use crate::limits::excerpt;
use ::csv::StringRecord;

/// The shape of a file, for the preview.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CsvShape {
    pub delimiter: char,
    pub encoding: Encoding,
    pub kind: CsvKind,
    pub columns: Vec<Column>,
    /// From all dates of the file.
    pub date_format: DateFormatGuess,
    /// Rows that are not empty.
    pub rows: u64,
}

/// One column of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// As in the file.
    pub name: String,
    /// None is passed over.
    pub field: Option<Field>,
    /// Another column before it holds the same: this one counts only where that one is empty.
    pub repeated: bool,
    /// The first few cells that are not empty, shortened.
    pub samples: Vec<String>,
}

const SAMPLES: usize = 3;

pub(super) fn shape(decoded: &Decoded, options: &CsvOptions) -> CsvShape {
    let header = decoded.header();
    let columns = Columns::new(&header, &options.map, options.kind);
    let mut samples = vec![Vec::new(); header.len()];
    let mut count = 0;
    let (votes, _) = each_row(decoded, &columns, |record| {
        count += u64::from(record.iter().any(|cell| !cell.trim().is_empty()));
        for (cell, samples) in record.iter().zip(&mut samples) {
            if samples.len() < SAMPLES && !cell.trim().is_empty() {
                samples.push(excerpt(super::cells::unguarded(cell.trim())));
            }
        }
    });
    let repeated = |place: usize, field: Option<Field>| {
        field.is_some_and(|field| !field.adds_up()) && columns.fields[..place].contains(&field)
    };
    CsvShape {
        delimiter: char::from(decoded.delimiter),
        encoding: decoded.encoding,
        kind: columns.kind,
        columns: header
            .iter()
            .zip(samples)
            .enumerate()
            .map(|(place, (name, samples))| Column {
                name: name.to_owned(),
                field: columns.fields[place],
                repeated: repeated(place, columns.fields[place]),
                samples,
            })
            .collect(),
        date_format: votes.guess(),
        rows: count,
    }
}

/// What all dates of the file say about their format, and all letters for the sex about theirs.
pub(super) fn votes(decoded: &Decoded, columns: &Columns) -> (DateVotes, SexLetters) {
    each_row(decoded, columns, |_| {})
}

fn each_row(
    decoded: &Decoded,
    columns: &Columns,
    mut see: impl FnMut(&StringRecord),
) -> (DateVotes, SexLetters) {
    let dates = columns.dates();
    let sexes: Vec<usize> = columns.of(Field::Sex).map(|(place, _)| place).collect();
    let mut votes = DateVotes::default();
    let mut letters = SexLetters::default();
    let mut rows = decoded.rows();
    let mut record = StringRecord::new();
    while matches!(rows.read_record(&mut record), Ok(true)) {
        see(&record);
        for cell in dates.iter().filter_map(|place| record.get(*place)) {
            votes.see(cell);
        }
        for cell in sexes.iter().filter_map(|place| record.get(*place)) {
            letters.see(cell);
        }
    }
    (votes, letters)
}
