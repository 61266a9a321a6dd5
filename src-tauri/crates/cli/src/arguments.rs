//! What can be asked on the command line.

mod print;

use app::import::DateFormat;
use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, Weekday};
use clap::builder::{OsStringValueParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};
use domain::limits::YEARS;
use domain::series::Every;
use domain::{
    AppointmentId, BlockOutId, ClosureId, MinuteOfDay, PatientId, Pattern, Shift, WaitingId,
};
pub(crate) use print::{CardOf, OnDay, Page, Paper, PowerCut, Print, SetPowerCut, SheetNow, Size};
use std::path::{Path, PathBuf};

/// The desk of a small practice, without a window.
#[derive(Debug, Parser)]
#[command(name = "daybook", version)]
pub(crate) struct Arguments {
    #[command(flatten)]
    pub(crate) access: Access,
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Args)]
pub(crate) struct Access {
    /// The folder of the practice; by default in your data folder.
    #[arg(
        long,
        global = true,
        env = "DAYBOOK_PRACTICE",
        value_name = "DIR",
        value_parser = maybe_path()
    )]
    pub(crate) practice: Option<PathBuf>,
    /// A file that holds the passphrase; without it you are asked.
    #[arg(
        long,
        global = true,
        env = "DAYBOOK_PASSPHRASE_FILE",
        value_name = "FILE",
        value_parser = maybe_path()
    )]
    pub(crate) passphrase_file: Option<PathBuf>,
    /// Answer with one JSON document on stdout.
    #[arg(long, global = true)]
    pub(crate) json: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Make a new practice.
    Init(Init),
    /// Name, hours, providers, chairs and appointment types.
    Show,
    #[command(subcommand)]
    Provider(Provider),
    #[command(subcommand)]
    Chair(Chair),
    #[command(subcommand)]
    Type(Type),
    #[command(subcommand)]
    BlockOut(BlockOut),
    #[command(subcommand)]
    Closure(Closure),
    #[command(subcommand)]
    Passphrase(Passphrase),
    /// Fill an empty practice with invented patients and visits.
    Demo(Demo),
    /// Bring in patients and visits from files, or the busy times of a provider's calendar.
    Import(Import),
    /// Write patients and visits to files.
    Export(Export),
    /// Offer a provider's calendar, without patients' names, to programs on this computer.
    Feed(Feed),
    #[command(subcommand)]
    Patient(Patient),
    #[command(subcommand)]
    Appointment(Appointment),
    /// Show a list that the desk works through.
    List(List),
    #[command(subcommand)]
    Waiting(Waiting),
    #[command(subcommand)]
    Day(Day),
    /// Make a PDF: of a day, a week or a month, for patients, or for a power cut.
    #[command(subcommand)]
    Print(Print),
    /// The sheet for a power cut: the next working day as a file, made every evening.
    #[command(subcommand)]
    PowerCut(PowerCut),
    /// Check that everything saved is there, and as it was saved.
    Doctor(Doctor),
}

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

/// A time of day, on a day or not.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Clock {
    At(NaiveDateTime),
    Of(NaiveTime),
}

/// How today goes.
#[derive(Debug, Subcommand)]
pub(crate) enum Day {
    /// Who is here since when, who is late, and who comes next.
    Board,
    /// What nobody has brought to an end yet, today and before.
    Open,
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

#[derive(Debug, Args)]
pub(crate) struct Doctor {
    /// Go on with the database as it is although the vault says otherwise.
    #[arg(long)]
    pub(crate) accept: bool,
}

impl Access {
    /// A variable of the environment that is set to nothing is as if it were not set.
    pub(crate) fn given(path: &Option<PathBuf>) -> Option<&Path> {
        path.as_deref().filter(|path| !path.as_os_str().is_empty())
    }
}

/// Any path, and nothing too.
fn maybe_path() -> impl TypedValueParser<Value = PathBuf> {
    OsStringValueParser::new().map(PathBuf::from)
}

fn date(text: &str) -> Result<NaiveDate, String> {
    let date = NaiveDate::parse_from_str(text, "%Y-%m-%d")
        .map_err(|_| "write a date such as 2026-11-23".to_owned())?;
    known_year(date)?;
    Ok(date)
}

fn every(text: &str) -> Result<Every, String> {
    let wrong = || "write 3d, 2w or 6m for days, weeks or months".to_owned();
    let unit = text.chars().last().ok_or_else(wrong)?;
    let number = text.strip_suffix(unit).unwrap_or_default();
    let number = number.parse().map_err(|_| wrong())?;
    match unit {
        'd' => Ok(Every::Days(number)),
        'w' => Ok(Every::Weeks(number)),
        'm' => Ok(Every::Months(number)),
        _ => Err(wrong()),
    }
}

fn shift(text: &str) -> Result<Shift, String> {
    let not = || "write from when to when, such as 09:00-13:00".to_owned();
    let (from, to) = text.split_once('-').ok_or_else(not)?;
    let minute = |text: &str| text.parse::<MinuteOfDay>().map_err(|_| not());
    Shift::new(minute(from)?, minute(to)?, None).ok_or_else(not)
}

fn local_time(text: &str) -> Result<NaiveDateTime, String> {
    let time = NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M")
        .map_err(|_| "write a local time such as 2026-11-23T09:00".to_owned())?;
    known_year(time.date())?;
    Ok(time)
}

fn clock(text: &str) -> Result<Clock, String> {
    if let Ok(time) = NaiveTime::parse_from_str(text, "%H:%M") {
        return Ok(Clock::Of(time));
    }
    local_time(text)
        .map(Clock::At)
        .map_err(|_| "write a time such as 09:50, or 2026-11-23T09:50".to_owned())
}

fn known_year(date: NaiveDate) -> Result<(), String> {
    if YEARS.contains(&date.year()) {
        return Ok(());
    }
    Err(format!(
        "the year must be from {} to {}",
        YEARS.start(),
        YEARS.end()
    ))
}

fn date_format(text: &str) -> Result<DateFormat, String> {
    text.parse::<DateFormat>()
        .map_err(|error| error.to_string())
}
