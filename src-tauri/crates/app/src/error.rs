//! Refusals and failures. How each is told to a person is in `told`.

use domain::booking::{Closed, Resource};
use domain::limits::Unfit;
use domain::messages::OutOfTurn;
use domain::status::StatusRefusal;
use domain::wall_clock::WallClockError;
use domain::{AppointmentId, Patient, Said, said};

pub type Result<T> = std::result::Result<T, Error>;

/// What stands in the way of a booking, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClashWith {
    pub resource: Resource,
    pub appointment: AppointmentId,
    /// None: the visit itself cannot be read.
    pub patient_name: Option<String>,
    pub provider_name: String,
    pub chair_name: String,
    /// Local times.
    pub start: chrono::NaiveDateTime,
    pub end: chrono::NaiveDateTime,
}

#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("the practice is locked")]
    Locked,
    #[error("there is no practice in this folder")]
    Absent,
    /// A database without its vault, or a vault without its database.
    #[error("the file {missing} is missing from the practice's folder")]
    Half { missing: &'static str },
    #[error("too many wrong passphrases; the next try is possible in {seconds} s")]
    Wait { seconds: u32 },
    #[error("{what}")]
    Invalid { field: &'static str, what: Said },
    #[error("{}", clash_words(.0))]
    Clash(Vec<ClashWith>),
    #[error("{}", closed_words(.0))]
    Closed(Vec<Closed>),
    /// Time is being closed over visits that are there already.
    #[error("{}", landing_words(.what, .visits))]
    LandsOn {
        /// What would lie over them: a block-out's name, who is away.
        what: Said,
        visits: Vec<ClashWith>,
    },
    #[error(transparent)]
    WallClock(#[from] WallClockError),
    #[error("this is probably a patient who is there already: {}", names(.0))]
    Duplicate(Vec<Patient>),
    #[error("the {0} is not there")]
    NotFound(&'static str),
    #[error("somebody else changed this in the meantime")]
    Stale,
    /// What was made is used by now, so it cannot be taken back.
    #[error("it is in use by now, so it stays")]
    InUse,
    #[error("{0}")]
    Status(#[from] StatusRefusal),
    /// A message that is not where this could be done to it.
    #[error(transparent)]
    OutOfTurn(#[from] OutOfTurn),
    #[error("{0} has died; no visit can be booked")]
    Deceased(String),
    /// Only one writes at a time, and an import writes until its end.
    #[error("an import is running")]
    ImportRunning,
    #[error(transparent)]
    Vault(vault::Error),
    #[error(transparent)]
    Store(store::Error),
    #[error(transparent)]
    Interop(#[from] interop::InteropError),
    #[error("the page could not be made: {0}")]
    Print(#[from] print::PrintError),
    #[error("{what}: {source}")]
    File { what: Said, source: std::io::Error },
    /// Never leaves this crate: rolls back a dry run.
    #[error("dry run")]
    RolledBack,
}

impl From<store::Error> for Error {
    fn from(error: store::Error) -> Self {
        match error {
            store::Error::Stale => Error::Stale,
            store::Error::InUse => Error::InUse,
            store::Error::NotFound => Error::NotFound("record"),
            store::Error::ChartNumberTaken(number) => Error::Invalid {
                field: "chart_number",
                what: said("chart-number-taken").with("number", number),
            },
            other => Error::Store(other),
        }
    }
}

impl From<vault::Error> for Error {
    fn from(error: vault::Error) -> Self {
        match error {
            vault::Error::Absent => Error::Absent,
            other => Error::Vault(other),
        }
    }
}

/// What cannot be kept, as a refusal of the field it was written in.
pub(crate) fn fits(field: &'static str, checked: std::result::Result<(), Unfit>) -> Result<()> {
    checked.map_err(|unfit| Error::invalid(field, unfit))
}

impl Error {
    pub(crate) fn invalid(field: &'static str, what: impl Into<Said>) -> Self {
        Error::Invalid {
            field,
            what: what.into(),
        }
    }

    /// `what` has a blank `error` for what the system said.
    pub(crate) fn file(what: impl Into<Said>) -> impl FnOnce(std::io::Error) -> Error {
        let what = what.into();
        move |source| Error::File { what, source }
    }

    /// Whether the disk is full.
    pub fn is_disk_full(&self) -> bool {
        match self {
            Error::Store(store::Error::DiskFull) => true,
            Error::File { source, .. } => source.kind() == std::io::ErrorKind::StorageFull,
            Error::Interop(interop::InteropError::Write(source)) => {
                source.kind() == std::io::ErrorKind::StorageFull
            }
            _ => false,
        }
    }

    /// Whether a list could be read if somebody said what its columns and dates mean.
    pub fn is_of_columns(&self) -> bool {
        use interop::InteropError as E;
        matches!(
            self,
            Error::Interop(E::AmbiguousDates { .. } | E::NoKnownColumns { .. } | E::ColumnMap(_))
        )
    }

    /// Whether the passphrase or the recovery code is not right.
    pub fn is_wrong_secret(&self) -> bool {
        use vault::Error as E;
        matches!(
            self,
            Error::Vault(
                E::WrongPassphrase
                    | E::WrongRecoveryCode
                    | E::RecoveryCodeLength { .. }
                    | E::RecoveryCodeCharacter { .. }
                    | E::RecoveryCodeTypo
            )
        )
    }

    /// Whether the vault or the database is damaged or half missing.
    pub fn is_damage(&self) -> bool {
        use store::Error as E;
        match self {
            Error::Half { .. } | Error::Vault(vault::Error::Damaged(_)) => true,
            Error::Store(error) => {
                matches!(
                    error,
                    E::Damaged(_)
                        | E::Unreadable
                        | E::Row(_)
                        | E::Absent(_)
                        | E::CutShort { .. }
                        | E::Hollow
                )
            }
            _ => false,
        }
    }
}

fn clash_words(clashes: &[ClashWith]) -> String {
    let lines: Vec<String> = clashes
        .iter()
        .map(|clash| {
            let whose = match clash.resource {
                Resource::Provider => format!("{} is with", clash.provider_name),
                Resource::Chair => format!("{} is taken by", clash.chair_name),
                Resource::Patient => "the patient is here already:".to_owned(),
            };
            format!(
                "{whose} {} from {} to {}",
                clash.patient_name.as_deref().unwrap_or("?"),
                clash.start.format("%H:%M"),
                clash.end.format("%H:%M")
            )
        })
        .collect();
    lines.join("; ")
}

/// Visits that are named one by one; of more than these it is told how many.
const NAMED: usize = 5;

fn landing_words(what: &Said, visits: &[ClashWith]) -> String {
    let named: Vec<String> = visits
        .iter()
        .take(NAMED)
        .map(|visit| {
            format!(
                "{} on {} from {} to {}",
                visit.patient_name.as_deref().unwrap_or("?"),
                visit.start.format("%Y-%m-%d"),
                visit.start.format("%H:%M"),
                visit.end.format("%H:%M")
            )
        })
        .collect();
    let more = match visits.len().saturating_sub(NAMED) {
        0 => String::new(),
        more => format!("; and {more} more"),
    };
    let count = match visits.len() {
        1 => "a visit is".to_owned(),
        count => format!("{count} visits are"),
    };
    format!(
        "{count} booked where {what} would be: {}{more}",
        named.join("; ")
    )
}

fn closed_words(closed: &[Closed]) -> String {
    closed
        .iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join("; ")
}

fn names(patients: &[Patient]) -> String {
    patients
        .iter()
        .take(3)
        .map(Patient::display_name)
        .collect::<Vec<_>>()
        .join(", ")
}
