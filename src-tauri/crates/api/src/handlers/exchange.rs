//! Import and export.

use super::Answer;
use crate::commands::words_on;
use crate::convert;
use crate::refusal::invalid;
use crate::wire::error::WireError;
use crate::wire::exchange::*;
use crate::words::Words;
use app::export::CalendarOut;
use app::import::{
    Aside, Calendar, ColumnMap, DateFormat, Field, ImportFormat, ImportProgress as Progress,
    ImportReport as Report, ImportRequest, Refused,
};
use app::{Daybook, PickPurpose as Purpose};
use chrono::NaiveDate;
use domain::said;
use std::collections::BTreeMap;
use std::path::PathBuf;

pub(crate) fn preview(daybook: &mut Daybook, request: PreviewImport) -> Answer<ImportPreview> {
    let PreviewImport {
        paths,
        format,
        map,
        date_format,
        calendar,
    } = request;
    let format = import_format(format, calendar)?;
    let request = import_request(paths, format, map, date_format)?;
    let words = words_on(daybook.host());
    let preview = app::import::preview(daybook.desk()?, &request)?;
    Ok(ImportPreview {
        columns: preview
            .columns
            .into_iter()
            .map(|column| PreviewColumn {
                name: column.name,
                field: column.field.map(|field| field.key().to_owned()),
                samples: column.samples,
            })
            .collect(),
        fields: Field::ALL
            .iter()
            .map(|field| field.key().to_owned())
            .collect(),
        rows: preview
            .rows
            .into_iter()
            .map(|row| PreviewRow {
                line: row.line,
                kind: row.kind.to_owned(),
                summary: row.summary,
            })
            .collect(),
        date_format: preview.date_format.map(|format| format.key().to_owned()),
        date_formats: preview
            .date_formats
            .iter()
            .map(|format| format.key().to_owned())
            .collect(),
        delimiter: preview.delimiter.map(String::from),
        encoding: preview.encoding,
        year_rule: words.say_all(&preview.year_rule),
        read: count(preview.read),
        refused: refused(preview.refused, &words),
    })
}

pub(crate) fn start(daybook: &mut Daybook, request: RunImport) -> Answer<ImportProgress> {
    let RunImport {
        paths,
        format,
        map,
        date_format,
        calendar,
    } = request;
    let format = import_format(format, calendar)?;
    let request = import_request(paths, format, map, date_format)?;
    let progress = daybook.start_import(request)?;
    Ok(progress_view(progress, &words_on(daybook.host())))
}

pub(crate) fn progress(daybook: &mut Daybook, (): ()) -> Answer<ImportProgress> {
    let progress = daybook
        .import_progress()
        .ok_or(app::Error::NotFound("import"))?;
    Ok(progress_view(progress, &words_on(daybook.host())))
}

pub(crate) fn cancel(daybook: &mut Daybook, (): ()) -> Answer<ImportProgress> {
    let progress = daybook
        .cancel_import()
        .ok_or(app::Error::NotFound("import"))?;
    Ok(progress_view(progress, &words_on(daybook.host())))
}

pub(crate) fn export(daybook: &mut Daybook, request: RunExport) -> Answer<ExportReport> {
    let path = given(&request.path)?;
    let desk = daybook.desk()?;
    let report = match request.format {
        ExchangeFormat::Csv => app::export::csv(desk, &path)?,
        ExchangeFormat::Fhir => app::export::fhir(desk, &path)?,
        ExchangeFormat::Ics => app::export::ics(desk, &path, &calendar_out(request.calendar)?)?,
        ExchangeFormat::Vcf => app::export::vcf(desk, &path)?,
    };
    Ok(ExportReport {
        files: report
            .files
            .iter()
            .map(|file| file.display().to_string())
            .collect(),
        patients: count(report.patients),
        appointments: count(report.appointments),
        not_contacted: count(report.not_contacted),
    })
}

pub(crate) fn pick(daybook: &mut Daybook, request: PickPath) -> Answer<PickedPath> {
    let purpose = match request.purpose {
        PickPurpose::OpenCsv => Purpose::OpenCsv,
        PickPurpose::OpenFhir => Purpose::OpenFhir,
        PickPurpose::OpenIcs => Purpose::OpenIcs,
        PickPurpose::OpenVcf => Purpose::OpenVcf,
        PickPurpose::OpenFolder => Purpose::OpenFolder,
        PickPurpose::SavePdf => Purpose::SavePdf,
        PickPurpose::SaveCsv => Purpose::SaveCsv,
        PickPurpose::SaveFhir => Purpose::SaveFhir,
        PickPurpose::SaveIcs => Purpose::SaveIcs,
        PickPurpose::SaveVcf => Purpose::SaveVcf,
    };
    let path = daybook.pick_path(purpose, request.name.as_deref());
    Ok(PickedPath {
        path: path.map(|path| path.display().to_string()),
    })
}

/// A path as a person gave it.
pub(crate) fn given(path: &str) -> Result<PathBuf, app::Error> {
    let path = PathBuf::from(path.trim());
    if !path.is_absolute() {
        return Err(invalid("path", said("invalid-whole-path")));
    }
    Ok(path)
}

fn import_format(
    format: ExchangeFormat,
    calendar: Option<CalendarImport>,
) -> Result<ImportFormat, app::Error> {
    Ok(match format {
        ExchangeFormat::Csv => ImportFormat::Csv,
        ExchangeFormat::Fhir => ImportFormat::Fhir,
        ExchangeFormat::Vcf => ImportFormat::Vcf,
        ExchangeFormat::Ics => {
            let CalendarImport {
                provider,
                from,
                to,
                free_too,
            } = calendar.ok_or_else(|| invalid("provider", said("calendar-whose")))?;
            let (from, to) = days(from, to)?;
            ImportFormat::Ics(Calendar {
                provider: convert::id("provider", &provider)?,
                from,
                to,
                free_too,
            })
        }
    })
}

fn calendar_out(calendar: Option<CalendarExport>) -> Result<CalendarOut, app::Error> {
    let Some(calendar) = calendar else {
        return Ok(CalendarOut::default());
    };
    let CalendarExport {
        provider,
        from,
        to,
        private,
    } = calendar;
    let (from, to) = days(from, to)?;
    Ok(CalendarOut {
        provider: convert::optional_id("provider", &provider)?,
        from,
        to,
        private,
    })
}

/// A first and a last day, in their order.
fn days(
    from: Option<String>,
    to: Option<String>,
) -> Result<(Option<NaiveDate>, Option<NaiveDate>), app::Error> {
    let day = |field, text: Option<String>| {
        let text = text.filter(|text| !text.trim().is_empty());
        text.map(|text| convert::date(field, &text)).transpose()
    };
    let (from, to) = (day("from", from)?, day("to", to)?);
    match (from, to) {
        (Some(first), Some(last)) if last < first => Err(invalid("to", said("invalid-last-day"))),
        both => Ok(both),
    }
}

fn import_request(
    paths: Vec<String>,
    format: ImportFormat,
    map: BTreeMap<String, String>,
    date_format: Option<String>,
) -> Result<ImportRequest, app::Error> {
    let columns = map
        .into_iter()
        .map(|(column, field)| {
            let known = Field::ALL.iter().copied().find(|one| one.key() == field);
            match known {
                None if !field.is_empty() => Err(invalid(
                    "map",
                    said("invalid-import-field").with("field", field),
                )),
                known => Ok((column, known)),
            }
        })
        .collect::<Result<_, _>>()?;
    Ok(ImportRequest {
        paths: paths
            .iter()
            .map(|path| given(path))
            .collect::<Result<_, _>>()?,
        format,
        map: ColumnMap::new(columns),
        date_format: date_format
            .map(|text| text.parse::<DateFormat>())
            .transpose()
            .map_err(app::Error::from)?,
        dry_run: false,
    })
}

fn progress_view(progress: Progress, words: &Words) -> ImportProgress {
    let (report, error) = match progress.ended {
        None => (None, None),
        Some(Ok(report)) => (Some(report_view(report, words)), None),
        Some(Err(error)) => (None, Some(WireError::of(&error, words))),
    };
    ImportProgress {
        running: progress.running,
        done: progress.done as f64,
        total: progress.total as f64,
        report,
        error,
    }
}

fn report_view(report: Report, words: &Words) -> ImportReport {
    let Aside {
        unused_columns,
        year_rule,
        left_out,
        going_on,
    } = report.aside;
    ImportReport {
        read: count(report.read),
        created: count(report.created),
        updated: count(report.updated),
        unchanged: count(report.unchanged),
        refused: refused(report.refused, words),
        unused_columns: unused_columns
            .into_iter()
            .map(|(source, columns)| UnusedColumns { source, columns })
            .collect(),
        left_out: left_out
            .into_iter()
            .map(|(kind, number)| LeftOutKind {
                kind,
                count: count(number),
            })
            .collect(),
        going_on: going_on.map_or(0, |(number, _)| count(number)),
        going_on_after: going_on.map(|(_, day)| day.to_string()),
        year_rule: year_rule.map(|rule| words.say(&rule)),
        cancelled: report.cancelled,
    }
}

fn refused(all: Vec<Refused>, words: &Words) -> Vec<RefusedRow> {
    all.into_iter()
        .map(|refused| RefusedRow {
            source: refused.source,
            line: refused.line,
            reason: words.mention(&refused.reason),
        })
        .collect()
}

fn count(count: u64) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
