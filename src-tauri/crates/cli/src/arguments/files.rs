//! What comes in as files and goes out as files.

use super::values::{date, date_format};
use app::import::DateFormat;
use chrono::NaiveDate;
use clap::{Args, ValueEnum};
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(crate) struct Demo {
    #[arg(long, default_value_t = 400, value_parser = clap::value_parser!(u32).range(1..=200_000))]
    pub(crate) patients: u32,
    /// How far back visits go.
    #[arg(long, default_value_t = 2, value_parser = clap::value_parser!(u32).range(0..=30))]
    pub(crate) years: u32,
    /// The same seed on the same day makes the same practice.
    #[arg(long, default_value_t = 1)]
    pub(crate) seed: u64,
}

#[derive(Debug, Args)]
pub(crate) struct Import {
    #[arg(value_enum)]
    pub(crate) format: Format,
    /// Files or folders.
    #[arg(required = true, value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// CSV: a JSON object of column names and fields, for columns whose names do not say it.
    #[arg(long, value_name = "FILE")]
    pub(crate) map: Option<PathBuf>,
    /// CSV: how dates are written: ymd, dmy, mdy, or a pattern such as DD.MM.YYYY.
    #[arg(long, value_name = "F", value_parser = date_format)]
    pub(crate) date_format: Option<DateFormat>,
    /// Calendars: whose it is, by name or id; its events become block-outs.
    #[arg(long, value_name = "NAME", required_if_eq("format", "ics"))]
    pub(crate) provider: Option<String>,
    /// Calendars: the first day; by default series begin a year back.
    #[arg(long, value_parser = date, value_name = "D")]
    pub(crate) from: Option<NaiveDate>,
    /// Calendars: the last day; by default series end two years ahead.
    #[arg(long, value_parser = date, value_name = "D")]
    pub(crate) to: Option<NaiveDate>,
    /// Calendars: events that are marked as free block their time too.
    #[arg(long)]
    pub(crate) include_free: bool,
    /// Go through it all and keep nothing.
    #[arg(long)]
    pub(crate) dry_run: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Export {
    #[arg(value_enum)]
    pub(crate) format: Format,
    /// A folder, or a file.
    #[arg(long, value_name = "PATH")]
    pub(crate) out: PathBuf,
    /// Calendars: whose visits, by name or id; by default everybody's.
    #[arg(long, value_name = "NAME")]
    pub(crate) provider: Option<String>,
    /// Calendars: the first day.
    #[arg(long, value_parser = date, value_name = "D")]
    pub(crate) from: Option<NaiveDate>,
    /// Calendars: the last day.
    #[arg(long, value_parser = date, value_name = "D")]
    pub(crate) to: Option<NaiveDate>,
    /// Calendars: only that there is a visit, and nothing of the patient.
    #[arg(long)]
    pub(crate) private: bool,
}

/// What files hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    Csv,
    Fhir,
    /// A calendar.
    Ics,
    /// An address book.
    Vcf,
}

#[derive(Debug, Args)]
pub(crate) struct Feed {
    /// Whose calendar, by name or id.
    #[arg(long, value_name = "NAME")]
    pub(crate) provider: String,
    /// Port of this computer; 0 takes any that is free.
    #[arg(long, value_name = "N")]
    pub(crate) port: u16,
    /// Keep the secret part of the address in this file, which only you can read, so that the
    /// address stays the same the next time.
    #[arg(long, value_name = "FILE")]
    pub(crate) token_file: Option<PathBuf>,
}
