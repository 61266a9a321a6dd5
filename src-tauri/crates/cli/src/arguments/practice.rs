//! Setting the practice up: who works where, when it is closed, what is blocked.

use super::values::{date, shift};
use chrono::{NaiveDate, Weekday};
use clap::{Args, Subcommand};
use domain::{BlockOutId, ClosureId, MinuteOfDay, Pattern, Shift};
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(crate) struct Init {
    #[arg(long)]
    pub(crate) name: String,
    /// IANA name, such as Europe/Berlin; by default this machine's.
    #[arg(long)]
    pub(crate) timezone: Option<String>,
    /// Write the recovery code to this new file, which only you can read, instead of showing it.
    #[arg(long, value_name = "FILE")]
    pub(crate) recovery_code_out: Option<PathBuf>,
}

/// Who works here.
#[derive(Debug, Subcommand)]
pub(crate) enum Provider {
    /// A provider who works in the practice's hours, in any chair.
    Add { name: String },
    /// A provider does not work on some days: a holiday, a course.
    Off {
        /// Name or id.
        name: String,
        #[command(flatten)]
        days: Days,
    },
    /// A provider has other hours on some days.
    Hours {
        /// Name or id.
        name: String,
        #[command(flatten)]
        days: Days,
        /// From when to when, such as 09:00-13:00; may be given several times.
        #[arg(long = "shift", value_parser = shift, value_name = "T-T", required_unless_present = "usual")]
        shifts: Vec<Shift>,
        /// The hours of the week again.
        #[arg(long, conflicts_with = "shifts")]
        usual: bool,
    },
}

/// Where they work.
#[derive(Debug, Subcommand)]
pub(crate) enum Chair {
    /// A chair that is open whenever a provider is.
    Add { name: String },
    /// A chair is not in use on some days.
    Off {
        /// Name or id.
        name: String,
        #[command(flatten)]
        days: Days,
    },
    /// A chair is open at other times on some days.
    Hours {
        /// Name or id.
        name: String,
        #[command(flatten)]
        days: Days,
        /// From when to when, such as 09:00-13:00; may be given several times.
        #[arg(long = "shift", value_parser = shift, value_name = "T-T", required_unless_present = "usual")]
        shifts: Vec<Shift>,
        /// The hours of the week again.
        #[arg(long, conflicts_with = "shifts")]
        usual: bool,
    },
}

#[derive(Debug, Args)]
pub(crate) struct Days {
    #[arg(long, value_parser = date, value_name = "D")]
    pub(crate) from: NaiveDate,
    /// By default the same day.
    #[arg(long, value_parser = date, value_name = "D")]
    pub(crate) to: Option<NaiveDate>,
    /// Why.
    #[arg(long, default_value = "")]
    pub(crate) note: String,
    /// Also where visits are booked then; they stay where they are.
    #[arg(long)]
    pub(crate) anyway: bool,
}

/// Time that is not for every visit: lunch, meetings, what is kept for emergencies.
#[derive(Debug, Subcommand)]
pub(crate) enum BlockOut {
    /// Of a provider, of a chair, or with neither of the whole practice.
    Add(AddBlockOut),
    /// All of some days.
    List {
        #[arg(long, value_parser = date, value_name = "D")]
        from: NaiveDate,
        #[arg(long, value_parser = date, value_name = "D")]
        to: NaiveDate,
    },
    /// Take one away, or some of its days.
    Remove(RemoveBlockOut),
}

#[derive(Debug, Args)]
pub(crate) struct AddBlockOut {
    /// Type of block-out, by name or id.
    #[arg(long = "type", value_name = "NAME")]
    pub(crate) kind: String,
    /// Name or id.
    #[arg(long, value_name = "NAME")]
    pub(crate) provider: Option<String>,
    /// Name or id.
    #[arg(long, value_name = "NAME")]
    pub(crate) chair: Option<String>,
    /// Its day, or the first of them.
    #[arg(long, value_parser = date, value_name = "D")]
    pub(crate) on: NaiveDate,
    #[arg(long, value_name = "T")]
    pub(crate) from: MinuteOfDay,
    #[arg(long, value_name = "T")]
    pub(crate) to: MinuteOfDay,
    /// Again on these weekdays: mon,tue,wed,thu,fri.
    #[arg(long, value_delimiter = ',', value_name = "DAYS")]
    pub(crate) weekly: Vec<Weekday>,
    /// Again every month, on the same weekday with the same place in the month.
    #[arg(long, conflicts_with = "weekly")]
    pub(crate) monthly: bool,
    /// Again every month, on the last one of its weekday.
    #[arg(long, conflicts_with_all = ["weekly", "monthly"])]
    pub(crate) monthly_last: bool,
    /// Every so many weeks or months.
    #[arg(long, default_value_t = 1)]
    pub(crate) every: u32,
    /// The last day it may fall on.
    #[arg(long, value_parser = date, value_name = "D")]
    pub(crate) until: Option<NaiveDate>,
    #[arg(long, default_value = "")]
    pub(crate) note: String,
    /// Also over visits that are there already; they stay where they are.
    #[arg(long)]
    pub(crate) anyway: bool,
}

#[derive(Debug, Args)]
pub(crate) struct RemoveBlockOut {
    pub(crate) id: BlockOutId,
    /// Only this one of its days.
    #[arg(long, value_parser = date, value_name = "D")]
    pub(crate) only: Option<NaiveDate>,
    /// This one of its days and all later ones.
    #[arg(long, value_parser = date, value_name = "D", conflicts_with = "only")]
    pub(crate) from_day: Option<NaiveDate>,
}

/// Days on which the practice is closed.
#[derive(Debug, Subcommand)]
pub(crate) enum Closure {
    /// Close from one day to another, both included.
    Add {
        #[arg(long, value_parser = date, value_name = "D")]
        from: NaiveDate,
        /// By default the same day.
        #[arg(long, value_parser = date, value_name = "D")]
        to: Option<NaiveDate>,
        #[arg(long)]
        name: String,
        /// Also where visits are booked then; they stay where they are.
        #[arg(long)]
        anyway: bool,
    },
    List,
    Remove {
        id: ClosureId,
    },
    /// Close on the public holidays of a year. Days that are closed already stay as they are.
    Holidays {
        /// Two letters, such as DE.
        #[arg(long)]
        country: String,
        /// Code or name, such as BY or Bayern.
        #[arg(long)]
        region: Option<String>,
        #[arg(long)]
        year: i32,
        /// Also those that are kept in some places only, or for half a day.
        #[arg(long)]
        partly: bool,
        /// Show them and change nothing.
        #[arg(long)]
        dry_run: bool,
        /// Also where visits are booked then; they stay where they are.
        #[arg(long)]
        anyway: bool,
    },
}

/// What visits are for.
#[derive(Debug, Subcommand)]
pub(crate) enum Type {
    /// An appointment type.
    Add {
        name: String,
        /// Usual length.
        #[arg(long)]
        minutes: u32,
        /// Colour in the day view.
        #[arg(long, default_value_t = 0, value_parser = clap::value_parser!(u8).range(0..=7))]
        tint: u8,
        /// Minutes before the start at which the patient is asked to be there.
        #[arg(long, default_value_t = 0)]
        arrive_early: u32,
        /// Who is busy in each five minutes: X the provider, / an assistant.
        #[arg(long, value_name = "XX//X")]
        pattern: Option<Pattern>,
        /// A chair it may take place in, by name or id; may be given several times.
        #[arg(long = "chair", value_name = "NAME")]
        chairs: Vec<String>,
        /// A provider who does it, by name or id; may be given several times.
        #[arg(long = "provider", value_name = "NAME")]
        providers: Vec<String>,
        /// The recall that a completed visit sets off.
        #[arg(long, default_value = "")]
        recall: String,
    },
}

/// The passphrase of the practice.
#[derive(Debug, Subcommand)]
pub(crate) enum Passphrase {
    /// Set a new one; the old one, or the recovery code, is needed.
    Change {
        /// A file that holds the new passphrase; without it you are asked.
        #[arg(long, value_name = "FILE")]
        new_passphrase_file: Option<PathBuf>,
        /// A file that holds the recovery code, instead of the old passphrase.
        #[arg(long, value_name = "FILE")]
        recovery_code_file: Option<PathBuf>,
    },
}
