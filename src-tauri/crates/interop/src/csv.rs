//! Patient and appointment lists as spreadsheets and other programs write them (P8).

mod cells;
mod decode;
mod field;
mod inspect;
mod patient;
mod visit;
mod words;
mod write;

pub use decode::Encoding;
pub use field::{ColumnMap, Field};
pub use inspect::{Column, CsvShape};
pub use write::{AppointmentsCsv, PatientsCsv};

use domain::{Said, said};
pub(crate) use patient::split_name;
pub(crate) use visit::{USUAL_MINUTES, whole_minute};
pub(crate) use words::sex;

use crate::InteropError;
use crate::dates::{DateFormat, DateFormatGuess};
use crate::incoming::{Incoming, Place, Refused};
use ::csv::StringRecord;
use chrono::NaiveDate;
use decode::Decoded;
use domain::Zone;
use field::Columns;
use std::io::Read;
use std::ops::ControlFlow;
use words::SexLetters;

/// How a file is to be read.
#[derive(Debug, Clone)]
pub struct CsvOptions {
    /// What the columns mean, where their names do not say it.
    pub map: ColumnMap,
    /// None finds it out, and refuses to guess when it is ambiguous.
    pub date_format: Option<DateFormat>,
    /// None finds it out from the columns.
    pub kind: Option<CsvKind>,
    /// For two-digit years, and to refuse births in the future.
    pub today: NaiveDate,
    /// The practice's, for times that are written as instants.
    pub zone: Zone,
}

/// What the rows of a file are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CsvKind {
    Patients,
    Appointments,
}

/// What a person should know of a file that was read, beside its rows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CsvAside {
    /// Names of columns that nothing was taken from, since nobody knows what they hold.
    pub unused: Vec<String>,
    /// Whether there are dates with a two-digit year, so that the rule for them matters (P8).
    pub two_digit_years: bool,
}

/// Reads a file row by row into the sink, until its end or until the sink breaks off.
///
/// A row that cannot be taken over is handed over as a refusal and the next one is read. Nothing
/// is handed over when the file as a whole is refused: empty, ambiguous dates, no known column, too
/// large.
pub fn read_csv(
    reader: impl Read,
    source: &str,
    options: &CsvOptions,
    sink: &mut dyn FnMut(Result<Incoming, Refused>) -> ControlFlow<()>,
) -> Result<CsvAside, InteropError> {
    let decoded = Decoded::read(reader, source)?;
    let columns = Columns::new(&decoded.header(), &options.map, options.kind);
    if !columns.any_known() {
        if decoded.header().iter().all(|name| name.trim().is_empty()) {
            return Err(InteropError::Empty {
                source_name: source.to_owned(),
            });
        }
        return Err(InteropError::NoKnownColumns {
            source_name: source.to_owned(),
            columns: decoded
                .header()
                .iter()
                .map(crate::limits::excerpt)
                .collect(),
        });
    }
    let (votes, sex_letters) = inspect::votes(&decoded, &columns);
    let aside = CsvAside {
        unused: columns.unused(&decoded.header(), &options.map),
        two_digit_years: votes.two_digit_years(),
    };
    let format = match options.date_format {
        Some(format) => format,
        None => match votes.guess() {
            DateFormatGuess::None => DateFormat::Ymd,
            DateFormatGuess::Sure(format) => format,
            DateFormatGuess::Ambiguous(formats) => {
                return Err(InteropError::AmbiguousDates {
                    source_name: source.to_owned(),
                    formats,
                });
            }
        },
    };
    let mut rows = decoded.rows();
    let mut lines = decoded.lines();
    let mut record = StringRecord::new();
    loop {
        let read = match rows.read_record(&mut record) {
            Ok(read) => read,
            // Decoded text is UTF-8 and rows may have any length, so nothing else can fail.
            Err(error) => {
                return Err(InteropError::Read {
                    source_name: source.to_owned(),
                    error: error.into(),
                });
            }
        };
        if !read {
            return Ok(aside);
        }
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        let line = lines.of(record.position().map_or(0, ::csv::Position::byte));
        let place = Place {
            source: source.to_owned(),
            line,
        };
        if decoded.is_left_open(&record, rows.position()) {
            let reason = said("reason-never-closed");
            // Nothing follows that could still be stopped.
            let _ = sink(Err(Refused::at(&place, reason)));
            return Ok(aside);
        }
        let row = Row {
            cells: &record,
            columns: &columns,
            format,
            sex_letters,
            options,
        };
        let result = row.whole().and_then(|()| match columns.kind {
            CsvKind::Patients => row.patient(place.clone()).map(Incoming::Patient),
            CsvKind::Appointments => row.visit(place.clone()).map(Incoming::Visit),
        });
        if sink(result.map_err(|reason| Refused::at(&place, reason))).is_break() {
            return Ok(aside);
        }
    }
}

/// What a file looks like, for the preview: nothing is read into the practice.
pub fn inspect_csv(
    reader: impl Read,
    source: &str,
    options: &CsvOptions,
) -> Result<CsvShape, InteropError> {
    let decoded = Decoded::read(reader, source)?;
    Ok(inspect::shape(&decoded, options))
}

/// One row with what its cells mean. Reasons are the errors.
struct Row<'a> {
    cells: &'a StringRecord,
    columns: &'a Columns,
    format: DateFormat,
    sex_letters: SexLetters,
    options: &'a CsvOptions,
}

impl Row<'_> {
    /// Refuses a row that has more cells than there are columns, since its cells may be shifted.
    fn whole(&self) -> Result<(), Said> {
        let width = self.columns.width();
        if self
            .cells
            .iter()
            .skip(width)
            .any(|cell| !cell.trim().is_empty())
        {
            return Err(said("reason-cells")
                .with("cells", self.cells.len())
                .with("columns", width));
        }
        Ok(())
    }

    /// All cells of a field in the order of their columns, without empty ones; with the column's label.
    fn each(&self, field: Field) -> impl Iterator<Item = (&str, &str)> {
        let exact = self.columns.own;
        self.columns.of(field).filter_map(move |(place, label)| {
            let cell = self.cells.get(place)?;
            let cell = if exact { cell } else { cell.trim() };
            let cell = cells::unguarded(cell);
            (!cell.is_empty()).then_some((label, cell))
        })
    }

    /// The first cell of a field that is not empty.
    fn cell(&self, field: Field) -> Option<&str> {
        self.each(field).next().map(|(_, cell)| cell)
    }

    /// As [`Row::cell`], cleaned and with its length checked.
    fn text(&self, field: Field, limit: usize) -> Result<Option<String>, Said> {
        let Some(cell) = self.cell(field) else {
            return Ok(None);
        };
        let text = self.clean(cell);
        crate::limits::within(&text, limit, field.key())?;
        Ok(Some(text))
    }

    /// Notes and the like: several columns become several paragraphs.
    fn paragraphs(&self, field: Field) -> Result<String, Said> {
        let mut all = String::new();
        for (_, cell) in self.each(field) {
            if !all.is_empty() {
                all.push('\n');
            }
            all.push_str(&self.clean(cell));
        }
        crate::limits::notes_within(&all, field.key())?;
        Ok(all)
    }

    /// Without control characters; in other programs' files with one kind of line end.
    fn clean(&self, text: &str) -> String {
        let text = crate::limits::clean(text);
        if !self.columns.own && text.contains('\r') {
            return text.replace("\r\n", "\n").replace('\r', "\n");
        }
        text
    }
}
