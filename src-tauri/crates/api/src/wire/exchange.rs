//! Import from and export to other systems.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ExchangeFormat {
    Csv,
    Fhir,
    /// A calendar; what is asked of it stands in `calendar`.
    Ics,
    /// An address book.
    Vcf,
}

/// Whose calendar it is, and what of it becomes block-outs.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct CalendarImport {
    /// Id.
    pub provider: String,
    /// First and last day, `2026-11-23`; none takes whatever does not repeat, and of series a year back
    /// and two ahead.
    pub from: Option<String>,
    pub to: Option<String>,
    /// Whether events that their calendar has as free block their time too.
    pub free_too: bool,
}

/// Whose visits a calendar holds, and what it says of them.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct CalendarExport {
    /// Id; none is everybody's.
    pub provider: Option<String>,
    /// First and last day; none has no bound.
    pub from: Option<String>,
    pub to: Option<String>,
    /// Only that there is a visit, and nothing of the patient.
    pub private: bool,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct PreviewImport {
    /// Files or folders.
    pub paths: Vec<String>,
    pub format: ExchangeFormat,
    /// CSV column name to field name; empty guesses by name.
    pub map: BTreeMap<String, String>,
    /// Such as `dmy`, `mdy`, `ymd`; none guesses, and asks when it cannot tell.
    pub date_format: Option<String>,
    /// Of a calendar.
    pub calendar: Option<CalendarImport>,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct ImportPreview {
    /// CSV only: columns in order.
    pub columns: Vec<PreviewColumn>,
    /// Fields a column may be mapped to.
    pub fields: Vec<String>,
    /// First rows as they would be read, at most 20.
    pub rows: Vec<PreviewRow>,
    /// How dates are read; none when nothing needs one.
    pub date_format: Option<String>,
    /// Formats that fit all dates equally well; a person must choose.
    pub date_formats: Vec<String>,
    pub delimiter: Option<String>,
    pub encoding: Option<String>,
    /// How two-digit years are read, as a sentence.
    pub year_rule: String,
    pub read: u32,
    pub refused: Vec<RefusedRow>,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct PreviewColumn {
    pub name: String,
    pub field: Option<String>,
    /// First values that are not empty, at most 3.
    pub samples: Vec<String>,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct PreviewRow {
    pub line: u32,
    /// Patient, practitioner, visit or block-out.
    pub kind: String,
    pub summary: String,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct RefusedRow {
    /// File name.
    pub source: String,
    /// Line in the file, or number of the entry in a bundle; from 1.
    pub line: u32,
    pub reason: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct RunImport {
    pub paths: Vec<String>,
    pub format: ExchangeFormat,
    pub map: BTreeMap<String, String>,
    pub date_format: Option<String>,
    pub calendar: Option<CalendarImport>,
}

/// Stands for a job that runs in the background; ask `import.progress` until it is done.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ImportProgress {
    pub running: bool,
    /// Bytes read so far and in all.
    pub done: f64,
    pub total: f64,
    pub report: Option<ImportReport>,
    pub error: Option<super::error::WireError>,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct ImportReport {
    pub read: u32,
    pub created: u32,
    pub updated: u32,
    pub unchanged: u32,
    pub refused: Vec<RefusedRow>,
    /// CSV: columns that nothing was taken from, by file.
    pub unused_columns: Vec<UnusedColumns>,
    /// FHIR and calendars: what Daybook has no place for, and how many there were.
    pub left_out: Vec<LeftOutKind>,
    /// How two-digit years were read, where there were any (P8).
    pub year_rule: Option<String>,
    /// Calendars: how many series go on after the last day, and that day.
    pub going_on: u32,
    pub going_on_after: Option<String>,
    /// Whether it was stopped by a person; then nothing was changed.
    pub cancelled: bool,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct UnusedColumns {
    /// File name.
    pub source: String,
    pub columns: Vec<String>,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct LeftOutKind {
    /// Name of the FHIR resource, or of the part of a calendar.
    pub kind: String,
    pub count: u32,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct RunExport {
    pub format: ExchangeFormat,
    /// File (csv: patients; beside it one for appointments) or folder.
    pub path: String,
    /// Of a calendar; none holds all visits with names.
    pub calendar: Option<CalendarExport>,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct ExportReport {
    pub files: Vec<String>,
    pub patients: u32,
    pub appointments: u32,
    /// Address books: patients who are not to be contacted (P3), and are not in it.
    pub not_contacted: u32,
}

/// Asks the desktop for a path; none when the person thought better of it.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct PickPath {
    pub purpose: PickPurpose,
    /// Suggested file name when saving.
    pub name: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PickPurpose {
    OpenCsv,
    OpenFhir,
    OpenIcs,
    OpenVcf,
    OpenFolder,
    SavePdf,
    SaveCsv,
    SaveFhir,
    SaveIcs,
    SaveVcf,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct PickedPath {
    pub path: Option<String>,
}
