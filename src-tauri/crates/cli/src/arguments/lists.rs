//! The lists that the desk works through, and what somebody wishes for.

use chrono::Weekday;
use clap::{Args, Subcommand, ValueEnum};
use domain::{MinuteOfDay, PatientId, WaitingId};

/// When and with whom somebody would like to come.
#[derive(Debug, Args)]
pub(crate) struct WishedFor {
    /// Name or id.
    #[arg(long)]
    pub(crate) provider: Option<String>,
    /// Name or id.
    #[arg(long, value_name = "NAME")]
    pub(crate) chair: Option<String>,
    /// On these days only, such as tue or mon,wed.
    #[arg(long, value_delimiter = ',', value_name = "DAY")]
    pub(crate) weekday: Vec<Weekday>,
    /// Not earlier in the day than this, such as 16:00.
    #[arg(long, value_name = "TIME")]
    pub(crate) after: Option<MinuteOfDay>,
    /// Over by this time of day.
    #[arg(long, value_name = "TIME")]
    pub(crate) before: Option<MinuteOfDay>,
}

/// A list that the desk works through.
#[derive(Debug, Args)]
pub(crate) struct List {
    #[arg(value_enum)]
    pub(crate) which: WhichList,
    /// Further back and ahead than is usually of use.
    #[arg(long)]
    pub(crate) all: bool,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum WhichList {
    /// Missed and cancelled visits that were not booked again.
    Unscheduled,
    /// Visits of patients who would come sooner.
    Asap,
    Waiting,
    /// Coming visits that are to be confirmed.
    Unconfirmed,
    /// Agreed upon, never booked.
    Planned,
}

/// Patients who want a visit that is not booked yet.
#[derive(Debug, Subcommand)]
pub(crate) enum Waiting {
    /// Put a patient on the waiting list.
    Add(WaitingAdd),
    /// Take an entry off its list; the reason stays on record.
    LetGo {
        id: WaitingId,
        #[arg(long)]
        reason: String,
    },
}

#[derive(Debug, Args)]
pub(crate) struct WaitingAdd {
    #[arg(long, value_name = "ID")]
    pub(crate) patient: PatientId,
    /// Name or id.
    #[arg(long = "type", value_name = "NAME")]
    pub(crate) kind: Option<String>,
    /// By default the type's, or 30.
    #[arg(long)]
    pub(crate) minutes: Option<u32>,
    #[command(flatten)]
    pub(crate) wish: WishedFor,
    /// Before those who wait longer.
    #[arg(long)]
    pub(crate) urgent: bool,
    #[arg(long, default_value = "")]
    pub(crate) note: String,
    /// A visit that is planned, the next step of a treatment, instead of a place on the waiting list.
    #[arg(long)]
    pub(crate) planned: bool,
}
