//! A look at the files before anything is taken over.

use super::read::{self, Options, csv_options, name};
use super::{ImportFormat, ImportRequest, Watch};
use crate::desk::Desk;
use crate::error::{Error, Result};
use domain::{Said, said};
use interop::csv::Encoding;
use interop::{
    BusyTime, DateFormat, DateFormatGuess, Field, Incoming, Occurrence, Refused, SourceKind,
    inspect_csv, sources,
};
use std::ops::ControlFlow;

/// What the files hold, as they would be read.
#[derive(Debug, Clone, Default)]
pub struct ImportPreview {
    /// CSV only.
    pub columns: Vec<PreviewColumn>,
    /// At most [`ROWS`].
    pub rows: Vec<PreviewRow>,
    pub date_format: Option<DateFormat>,
    /// A person must choose one of these.
    pub date_formats: Vec<DateFormat>,
    pub delimiter: Option<char>,
    pub encoding: Option<String>,
    /// How two-digit years are read (P8).
    pub year_rule: Option<Said>,
    pub read: u64,
    pub refused: Vec<Refused>,
}

/// A column of a CSV file.
#[derive(Debug, Clone)]
pub struct PreviewColumn {
    pub name: String,
    pub field: Option<Field>,
    pub samples: Vec<String>,
}

/// A record as it would be read.
#[derive(Debug, Clone)]
pub struct PreviewRow {
    pub line: u32,
    pub kind: &'static str,
    pub summary: String,
}

/// How many records are shown.
const ROWS: usize = 20;

/// Reads the files without writing anything.
pub fn preview(desk: &Desk, request: &ImportRequest) -> Result<ImportPreview> {
    let setup = desk.setup()?;
    let options = Options {
        zone: setup.zone(),
        today: desk.today(setup.zone()),
    };
    let mut preview = ImportPreview {
        year_rule: Some(interop::two_digit_year_rule(options.today)),
        ..ImportPreview::default()
    };
    if request.format == ImportFormat::Csv {
        shape(request, &options, &mut preview)?;
        if !preview.date_formats.is_empty()
            || preview.columns.iter().all(|column| column.field.is_none())
        {
            return Ok(preview);
        }
    }
    read::each(request, &options, &Watch::default(), &mut |incoming| {
        preview.read += match &incoming {
            Ok(Incoming::Event(event)) => event.occurrences.len() as u64,
            _ => 1,
        };
        match incoming {
            Err(refused) => preview.refused.push(refused),
            Ok(incoming) => {
                let room = ROWS - preview.rows.len();
                preview.rows.extend(rows(&incoming).take(room));
            }
        }
        Ok(ControlFlow::Continue(()))
    })?;
    Ok(preview)
}

/// The columns of the first file; what all files say of their dates.
fn shape(request: &ImportRequest, options: &Options, preview: &mut ImportPreview) -> Result<()> {
    for path in sources(&request.paths, SourceKind::Csv)? {
        let file = std::fs::File::open(&path).map_err(Error::file(
            said("file-not-opened").with("path", path.display().to_string()),
        ))?;
        let shape = inspect_csv(file, &name(&path), &csv_options(request, options))?;
        if preview.columns.is_empty() {
            preview.delimiter = Some(shape.delimiter);
            preview.encoding = Some(encoding_name(shape.encoding).to_owned());
            preview.columns = shape
                .columns
                .into_iter()
                .map(|column| PreviewColumn {
                    name: column.name,
                    field: column.field,
                    samples: column.samples,
                })
                .collect();
        }
        match shape.date_format {
            DateFormatGuess::None => {}
            DateFormatGuess::Sure(format) => preview.date_format = Some(format),
            DateFormatGuess::Ambiguous(formats) if request.date_format.is_none() => {
                preview.date_formats = formats;
            }
            DateFormatGuess::Ambiguous(_) => {}
        }
    }
    preview.date_format = request.date_format.or(preview.date_format);
    Ok(())
}

fn encoding_name(encoding: Encoding) -> &'static str {
    match encoding {
        Encoding::Utf8 => "UTF-8",
        Encoding::Utf16Le | Encoding::Utf16Be => "UTF-16",
        Encoding::Windows1252 => "Windows-1252",
    }
}

/// One for each record, and for each date of an event.
fn rows(incoming: &Incoming) -> impl Iterator<Item = PreviewRow> {
    let (one, dates) = match incoming {
        Incoming::Event(event) => (None, event.occurrences.as_slice()),
        other => (Some(row(other)), [].as_slice()),
    };
    one.into_iter().chain(dates.iter().map(date))
}

fn date(occurrence: &Occurrence) -> PreviewRow {
    let when = match &occurrence.time {
        BusyTime::Days { first, last } if first == last => first.to_string(),
        BusyTime::Days { first, last } => format!("{first} – {last}"),
        BusyTime::Span { start, minutes } => {
            format!("{}, {minutes} min", start.at.format("%Y-%m-%d %H:%M"))
        }
    };
    let parts = [when, occurrence.title.clone()];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    PreviewRow {
        line: occurrence.place.line,
        kind: "block-out",
        summary: parts.join(", "),
    }
}

fn row(incoming: &Incoming) -> PreviewRow {
    let line = incoming.place().line;
    match incoming {
        Incoming::Provider(provider) => PreviewRow {
            line,
            kind: "practitioner",
            summary: provider.name.clone(),
        },
        Incoming::Patient(patient) => {
            let birth = patient
                .birth_date
                .map(|date| date.to_string())
                .unwrap_or_default();
            let phone = patient
                .phones
                .first()
                .map(|phone| phone.number.clone())
                .unwrap_or_default();
            let parts = [patient.name.full(), birth, phone];
            let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            PreviewRow {
                line,
                kind: "patient",
                summary: parts.join(", "),
            }
        }
        Incoming::Event(event) => PreviewRow {
            line,
            kind: "block-out",
            summary: event.uid.clone(),
        },
        Incoming::Visit(visit) => {
            let what = visit.kind.as_ref().unwrap_or(&visit.reason);
            let when = visit.start.at.format("%Y-%m-%d %H:%M");
            PreviewRow {
                line,
                kind: "visit",
                summary: format!("{when}, {} min, {what}", visit.minutes),
            }
        }
    }
}
