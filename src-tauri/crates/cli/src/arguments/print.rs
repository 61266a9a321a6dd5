//! What can be printed, and how the sheet for a power cut is made.

use super::values::date;
use chrono::NaiveDate;
use clap::{Args, Subcommand, ValueEnum};
use domain::{AppointmentId, MinuteOfDay, PatientId};
use std::path::PathBuf;

/// Pages of days and weeks, and for patients.
#[derive(Debug, Subcommand)]
pub(crate) enum Print {
    /// A day by chair.
    Day(OnDay),
    /// A day by time.
    DayList(OnDay),
    /// The week that holds the date, by provider.
    Week(OnDay),
    /// The same of one provider: days as columns.
    ProviderWeek {
        /// Name or id.
        #[arg(long, value_name = "NAME")]
        provider: String,
        #[command(flatten)]
        on: OnDay,
    },
    /// The month that holds the date as a calendar: how many visits each day has, from when to when.
    Month {
        /// Name or id; by default the whole practice.
        #[arg(long, value_name = "NAME")]
        provider: Option<String>,
        #[command(flatten)]
        on: OnDay,
    },
    /// Visits that nobody confirmed, to call from.
    Unconfirmed {
        /// How many days, from the date on.
        #[arg(long, default_value_t = 7, value_name = "N")]
        days: u32,
        #[command(flatten)]
        on: OnDay,
    },
    /// A slip for each visit of a day, four on a page, to be cut apart.
    Routing(OnDay),
    /// A card to take home, with the visits to come.
    Card {
        #[command(flatten)]
        of: CardOf,
        /// Width and height in millimetres: a card, or a label of a label printer.
        #[arg(long, value_enum, default_value = "85x55")]
        size: Size,
        /// Initials instead of the name.
        #[arg(long)]
        private: bool,
        #[arg(long, value_name = "FILE.pdf")]
        out: PathBuf,
    },
    /// A letter to a patient with the visits to come, for an envelope with a window.
    Letter {
        #[arg(long, value_name = "ID")]
        patient: PatientId,
        #[arg(long, value_enum, default_value = "a4")]
        paper: Paper,
        #[arg(long, value_name = "FILE.pdf")]
        out: PathBuf,
    },
    /// The sheet for a power cut, now.
    PowerCut(SheetNow),
}

/// A day, and how it goes onto paper.
#[derive(Debug, Args)]
pub(crate) struct OnDay {
    #[arg(long, value_parser = date, value_name = "D")]
    pub(crate) date: NaiveDate,
    #[command(flatten)]
    pub(crate) page: Page,
}

#[derive(Debug, Args)]
pub(crate) struct Page {
    #[arg(long, value_name = "FILE.pdf")]
    pub(crate) out: PathBuf,
    #[arg(long, value_enum, default_value = "a4")]
    pub(crate) paper: Paper,
    #[arg(long)]
    pub(crate) landscape: bool,
    /// Initials only, for a wall.
    #[arg(long)]
    pub(crate) private: bool,
}

/// Whose card.
#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
pub(crate) struct CardOf {
    /// All visits to come of this patient.
    #[arg(long, value_name = "ID")]
    pub(crate) patient: Option<PatientId>,
    /// This visit alone.
    #[arg(long, value_name = "ID")]
    pub(crate) appointment: Option<AppointmentId>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Paper {
    A4,
    Letter,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Size {
    #[value(name = "85x55")]
    Card,
    #[value(name = "62x29")]
    Label62x29,
    #[value(name = "57x32")]
    Label57x32,
    #[value(name = "89x36")]
    Label89x36,
}

#[derive(Debug, Args)]
pub(crate) struct SheetNow {
    /// Where to; by default the folder that was chosen.
    #[arg(long, value_name = "DIR")]
    pub(crate) out_dir: Option<PathBuf>,
    /// By default the next working day.
    #[arg(long, value_parser = date, value_name = "D")]
    pub(crate) date: Option<NaiveDate>,
    /// Without encryption, whatever was chosen.
    #[arg(long)]
    pub(crate) plain: bool,
    /// Only if the evening's sheet is due and not made yet, as the window does by itself.
    #[arg(long, conflicts_with_all = ["out_dir", "date", "plain"])]
    pub(crate) if_due: bool,
}

/// Showing and changing how the sheet is made.
#[derive(Debug, Subcommand)]
pub(crate) enum PowerCut {
    /// How it is made, and for which day the last one was.
    Show,
    /// Change it; what is not given stays.
    Set(SetPowerCut),
}

#[derive(Debug, Args)]
pub(crate) struct SetPowerCut {
    /// Make it every evening.
    #[arg(long, conflicts_with = "off")]
    pub(crate) on: bool,
    /// Make it no more.
    #[arg(long)]
    pub(crate) off: bool,
    /// From when on, such as 18:00.
    #[arg(long, value_name = "HH:MM")]
    pub(crate) at: Option<MinuteOfDay>,
    /// Where to.
    #[arg(long, value_name = "DIR")]
    pub(crate) folder: Option<PathBuf>,
    /// Encrypted: a reader program asks for the passphrase.
    #[arg(long, conflicts_with = "plain")]
    pub(crate) encrypted: bool,
    /// Readable by whoever has the file.
    #[arg(long)]
    pub(crate) plain: bool,
    /// A file that holds the passphrase of the sheets, which is not that of the practice.
    #[arg(long, value_name = "FILE")]
    pub(crate) sheet_passphrase_file: Option<PathBuf>,
    #[arg(long, value_enum)]
    pub(crate) paper: Option<Paper>,
    /// Days after which a sheet of the past is taken away.
    #[arg(long, value_name = "N")]
    pub(crate) keep_days: Option<u32>,
}
