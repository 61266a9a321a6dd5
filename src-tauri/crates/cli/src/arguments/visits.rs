//! Booking, moving and following visits.

use super::lists::WishedFor;
use super::values::{Clock, clock, date, every, local_time};
use chrono::{NaiveDate, NaiveDateTime};
use clap::{Args, Subcommand, ValueEnum};
use domain::series::Every;
use domain::{AppointmentId, PatientId};

/// Finding and showing patients.
#[derive(Debug, Subcommand)]
pub(crate) enum Patient {
    /// Find by name, phone, birth date, e-mail or chart number; best first.
    Search {
        text: String,
        #[arg(long, default_value_t = 20)]
        limit: usize,
    },
    /// Everything about a patient.
    Show { id: PatientId },
}

/// Booking, moving, cancelling and listing visits.
#[derive(Debug, Subcommand)]
pub(crate) enum Appointment {
    /// Book a visit.
    Book(Book),
    /// Move a visit; what is not given stays.
    Move(Move),
    /// Cancel a visit; it stays on record.
    Cancel {
        id: AppointmentId,
        #[arg(long)]
        reason: String,
        /// It is the practice that cancels, not the patient.
        #[arg(long)]
        by_practice: bool,
        /// Also the visits of its series that come after it.
        #[arg(long)]
        following: bool,
    },
    /// Book visits that repeat; every date that cannot be is named, and then nothing is booked.
    Series(Series),
    /// Who changed what of a visit, when, from what to what; newest first.
    History { id: AppointmentId },
    /// How far a visit has come; a completed one is opened again only with --unlock.
    Status {
        id: AppointmentId,
        #[arg(value_enum)]
        status: NewStatus,
        /// When it was: 09:50 on the visit's day, or 2026-11-23T09:50; by default now.
        #[arg(long, value_parser = clock, value_name = "T")]
        at: Option<Clock>,
        /// Change a completed visit knowingly; the trail says so.
        #[arg(long)]
        unlock: bool,
    },
    /// What the patient said of a visit.
    Confirm {
        id: AppointmentId,
        #[arg(long, value_enum, default_value = "confirmed")]
        answer: Said,
        /// A machine says so, such as a telephone system: what a person set stays.
        #[arg(long)]
        automatic: bool,
        /// Change a completed visit knowingly; the trail says so.
        #[arg(long)]
        unlock: bool,
    },
    /// Put a visit on the ASAP list, or take it off: its patient would come sooner.
    Asap {
        id: AppointmentId,
        /// Take it off.
        #[arg(long)]
        off: bool,
        #[command(flatten)]
        wish: WishedFor,
    },
    /// All visits from one day to another, cancelled ones too.
    List {
        #[arg(long, value_parser = date, value_name = "D")]
        from: NaiveDate,
        #[arg(long, value_parser = date, value_name = "D")]
        to: NaiveDate,
    },
    /// Gaps in which a visit can be booked, from today on, over 400 days at the most.
    Openings(Openings),
}

#[derive(Debug, Args)]
pub(crate) struct Openings {
    /// By default the type's, or 30.
    #[arg(long)]
    pub(crate) minutes: Option<u32>,
    #[arg(long, value_parser = date, value_name = "D")]
    pub(crate) from: NaiveDate,
    #[arg(long, value_parser = date, value_name = "D")]
    pub(crate) to: NaiveDate,
    /// Name or id.
    #[arg(long = "type", value_name = "NAME")]
    pub(crate) kind: Option<String>,
    #[command(flatten)]
    pub(crate) wish: WishedFor,
}

#[derive(Debug, Args)]
pub(crate) struct Book {
    #[arg(long, value_name = "ID")]
    pub(crate) patient: PatientId,
    /// Name or id.
    #[arg(long, value_name = "NAME")]
    pub(crate) provider: String,
    /// Name or id.
    #[arg(long, value_name = "NAME")]
    pub(crate) chair: String,
    /// Local time, such as 2026-11-23T09:00.
    #[arg(long, value_parser = local_time)]
    pub(crate) start: NaiveDateTime,
    /// The second of two equal times, when clocks are set back.
    #[arg(long)]
    pub(crate) second_pass: bool,
    /// Name or id.
    #[arg(long = "type", value_name = "NAME")]
    pub(crate) kind: Option<String>,
    /// By default the type's, or 30.
    #[arg(long)]
    pub(crate) minutes: Option<u32>,
    #[arg(long, default_value = "")]
    pub(crate) notes: String,
    /// Book knowingly over other visits, or outside the hours; the visit is marked as overbooked.
    #[arg(long)]
    pub(crate) overbook: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Series {
    /// The first visit.
    #[command(flatten)]
    pub(crate) visit: Book,
    /// How far apart: 3d, 2w or 6m for days, weeks or months.
    #[arg(long, value_name = "N", value_parser = every, required_unless_present = "on")]
    pub(crate) every: Option<Every>,
    /// How many visits, the first one too.
    #[arg(long, requires = "every", conflicts_with = "until")]
    pub(crate) count: Option<u32>,
    /// Until this day, included.
    #[arg(long, value_name = "D", value_parser = date, requires = "every")]
    pub(crate) until: Option<NaiveDate>,
    /// Chosen days instead, beside the first.
    #[arg(long, value_name = "D", value_parser = date, value_delimiter = ',', conflicts_with = "every")]
    pub(crate) on: Vec<NaiveDate>,
    /// Where some dates cannot be, book the others.
    #[arg(long)]
    pub(crate) rest: bool,
    /// Book nothing; say what would be.
    #[arg(long)]
    pub(crate) check: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Move {
    pub(crate) id: AppointmentId,
    /// Local time, such as 2026-11-23T09:00.
    #[arg(long, value_parser = local_time)]
    pub(crate) start: NaiveDateTime,
    /// The second of two equal times, when clocks are set back.
    #[arg(long)]
    pub(crate) second_pass: bool,
    /// Name or id.
    #[arg(long, value_name = "NAME")]
    pub(crate) provider: Option<String>,
    /// Name or id.
    #[arg(long, value_name = "NAME")]
    pub(crate) chair: Option<String>,
    #[arg(long)]
    pub(crate) minutes: Option<u32>,
    /// Move knowingly over other visits, or outside the hours; the visit is marked as overbooked.
    #[arg(long)]
    pub(crate) overbook: bool,
    /// Also the visits of its series that come after it, as far as this one; all of them or none.
    #[arg(long)]
    pub(crate) following: bool,
}

/// How far a visit may come.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum NewStatus {
    /// Expected, as it was booked.
    Scheduled,
    Arrived,
    Seated,
    Completed,
    Missed,
    /// One step back from where it is.
    Back,
}

/// What a patient may have said.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Said {
    Unconfirmed,
    /// Asked, and no answer yet.
    Sent,
    Confirmed,
    Declined,
}

/// How today goes.
#[derive(Debug, Subcommand)]
pub(crate) enum Day {
    /// Who is here since when, who is late, and who comes next.
    Board,
    /// What nobody has brought to an end yet, today and before.
    Open,
}
