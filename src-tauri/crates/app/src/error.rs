//! Refusals and failures, each told as what happened, what it means for the data, what to do.

use domain::booking::{Closed, Resource};
use domain::limits::Unfit;
use domain::status::StatusRefusal;
use domain::wall_clock::WallClockError;
use domain::{AppointmentId, Patient};
use std::io::ErrorKind;

pub type Result<T> = std::result::Result<T, Error>;

/// What stands in the way of a booking, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClashWith {
    pub resource: Resource,
    pub appointment: AppointmentId,
    pub patient_name: String,
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
    Invalid { field: &'static str, what: String },
    #[error("{}", clash_words(.0))]
    Clash(Vec<ClashWith>),
    #[error("{}", closed_words(.0))]
    Closed(Vec<Closed>),
    /// Time is being closed over visits that are there already.
    #[error("{}", landing_words(.what, .visits))]
    LandsOn {
        /// What would lie over them: a block-out's name, who is away.
        what: String,
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
    File {
        what: String,
        source: std::io::Error,
    },
    /// Never leaves this crate: rolls back a dry run.
    #[error("dry run")]
    RolledBack,
}

/// What a person reads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    pub what: String,
    pub data: &'static str,
    pub next: String,
}

impl From<store::Error> for Error {
    fn from(error: store::Error) -> Self {
        match error {
            store::Error::Stale => Error::Stale,
            store::Error::InUse => Error::InUse,
            store::Error::NotFound => Error::NotFound("record"),
            store::Error::ChartNumberTaken(number) => Error::Invalid {
                field: "chart_number",
                what: format!("chart number {number} belongs to another patient"),
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

const UNTOUCHED: &str = "Nothing was changed.";

fn status_told(refusal: StatusRefusal) -> &'static str {
    use StatusRefusal as R;
    match refusal {
        R::Locked => "If it was marked by mistake, change it knowingly; the trail then says so.",
        R::TimeToCome | R::TimeOfAnotherDay | R::OutOfOrder => "Correct the time and try again.",
        R::SetByPerson | R::Answered => "Leave it; a person can still change it at the desk.",
        R::NotYetBegun | R::NotToday | R::StepNotTaken(_) => "Check that it is the right visit.",
    }
}

/// What cannot be kept, as a refusal of the field it was written in.
pub(crate) fn fits(field: &'static str, checked: std::result::Result<(), Unfit>) -> Result<()> {
    checked.map_err(|unfit| Error::invalid(field, unfit.to_string()))
}

impl Error {
    pub(crate) fn invalid(field: &'static str, what: impl Into<String>) -> Self {
        Error::Invalid {
            field,
            what: what.into(),
        }
    }

    pub(crate) fn file(what: impl Into<String>) -> impl FnOnce(std::io::Error) -> Error {
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

    /// What happened, what it means for the data, what to do.
    pub fn told(&self) -> Told {
        if self.is_disk_full() {
            return Told {
                what: "The disk is full.".to_owned(),
                data: "What was being saved was not saved; everything before it is safe.",
                next: "Free some space on the disk and do it again.".to_owned(),
            };
        }
        let next: &str = match self {
            Error::Locked => "Unlock the practice first.",
            Error::Absent => "Choose another folder, or set up a new practice.",
            Error::Half { .. } => {
                "Do not set up a new practice in this folder. Bring the missing file back from your own copy of the folder."
            }
            Error::Wait { .. } => "Wait, then try again, or use the recovery code.",
            Error::Invalid { .. } | Error::WallClock(_) => "Correct it and try again.",
            Error::Clash(_) => "Choose another time or chair, or book over it knowingly.",
            Error::Closed(_) => "Choose another time, or book it all the same.",
            Error::LandsOn { .. } => {
                "Move or cancel them first, or save it all the same: then they stay where they are."
            }
            Error::Duplicate(_) => "Open the patient who is there, or save as another person.",
            Error::NotFound(_) => "Read the list again; it may have been changed elsewhere.",
            Error::InUse => "Leave it, or take it out of use where it is kept.",
            Error::Stale => "Look at it as it is now and change it again.",
            Error::Status(refusal) => status_told(*refusal),
            Error::Deceased(_) => "Check that it is the right visit.",
            Error::ImportRunning => {
                "Wait until it is done, or cancel it. Reading goes on meanwhile."
            }
            Error::Store(error) => return store_told(error),
            Error::Vault(error) => {
                // The vault's own messages say all three in one.
                let (what, rest) = split_sentence(&error.to_string());
                return Told {
                    what,
                    data: "",
                    next: rest,
                };
            }
            Error::Interop(_) => "Check the file and try again.",
            Error::Print(_) => {
                "Try again; if it fails again, print another day to see whether it is this one."
            }
            Error::File { source, .. } => match source.kind() {
                ErrorKind::NotFound => "Check the name: the file or its folder is not there.",
                ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
                    "Choose a file or folder of your own, or have the rights to this one given to you."
                }
                ErrorKind::InvalidData => {
                    "Save the file as plain text in the encoding UTF-8, then try again."
                }
                _ => "Check that the disk is connected and the file not in use, then try again.",
            },
            Error::RolledBack => "",
        };
        Told {
            what: sentence(&self.to_string()),
            data: UNTOUCHED,
            next: next.to_owned(),
        }
    }
}

fn store_told(error: &store::Error) -> Told {
    use store::Error as E;
    let (data, next) = match error {
        E::Busy => (UNTOUCHED, "Wait until the other one is done and try again."),
        E::Newer { .. } => (
            "The data is untouched.",
            "Install the newer Daybook and open the practice with that.",
        ),
        E::Unreadable | E::Damaged(_) | E::Row(_) => (
            "The file was not changed.",
            "Do not delete anything. Run the check-up to see what is damaged, and keep a copy of the whole folder as it is. \
             Daybook itself copies the database only before it changes its format, into the folder backups; a copy of your own may be newer.",
        ),
        E::Absent(_) => (
            "Nothing was made in its place.",
            "Bring practice.db back, with practice.db-wal if there is one: from where they were moved to, or from your own copy of the folder.",
        ),
        E::ReadOnly => (
            UNTOUCHED,
            "Check that the folder and the files in it belong to you and may be written to, and that the disk is not mounted for reading only.",
        ),
        E::CutShort { .. } | E::Hollow => (
            "No file was changed. What was saved last may still be in practice.db-wal.",
            "Do not delete anything. Copy the whole folder to another disk first, then bring practice.db back from your own copy of the folder.",
        ),
        E::NoCopy(_) => (
            "The data is untouched and was left in the older format.",
            "See that the disk has room and that you may write in the practice's folder, then open the practice again.",
        ),
        E::DiskFull
        | E::AlreadyThere(_)
        | E::Stale
        | E::InUse
        | E::NotFound
        | E::ChartNumberTaken(_)
        | E::Io { .. }
        | E::Sql(_) => (UNTOUCHED, "Check the disk and try again."),
    };
    Told {
        what: sentence(&error.to_string()),
        data,
        next: next.to_owned(),
    }
}

/// A path at the beginning stays as it is written: another letter would be another file.
fn sentence(text: &str) -> String {
    let first_word = text.split_whitespace().next().unwrap_or_default();
    let is_path = first_word.contains(['/', '\\', '.']);
    let mut letters = text.chars();
    let first: String = letters
        .next()
        .map(|c| {
            if is_path {
                c.to_string()
            } else {
                c.to_uppercase().collect()
            }
        })
        .unwrap_or_default();
    let end = if text.ends_with(['.', '?', '!']) {
        ""
    } else {
        "."
    };
    format!("{first}{}{end}", letters.as_str())
}

fn split_sentence(text: &str) -> (String, String) {
    match text.split_once(". ") {
        Some((what, rest)) => (format!("{what}."), rest.to_owned()),
        None => (sentence(text), String::new()),
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
                clash.patient_name,
                clash.start.format("%H:%M"),
                clash.end.format("%H:%M")
            )
        })
        .collect();
    lines.join("; ")
}

/// Visits that are named one by one; of more than these it is told how many.
const NAMED: usize = 5;

fn landing_words(what: &str, visits: &[ClashWith]) -> String {
    let named: Vec<String> = visits
        .iter()
        .take(NAMED)
        .map(|visit| {
            format!(
                "{} on {} from {} to {}",
                visit.patient_name,
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

#[cfg(test)]
mod tests {
    use super::{Error, sentence};
    use interop::InteropError;
    use std::io::ErrorKind;

    #[test]
    fn a_file_is_told_by_its_own_name() {
        let name = "patients.csv".to_owned();
        let errors = [
            Error::file(format!("the file {name} could not be opened"))(ErrorKind::NotFound.into()),
            Error::from(InteropError::TooLarge {
                source_name: name.clone(),
                megabytes: 512,
            }),
            Error::from(InteropError::Read {
                source_name: name.clone(),
                error: ErrorKind::Other.into(),
            }),
            Error::from(InteropError::Source {
                path: name.clone().into(),
                error: ErrorKind::NotFound.into(),
            }),
            Error::from(store::Error::Absent(name.clone().into())),
        ];
        for error in errors {
            let what = error.told().what;
            assert!(what.starts_with("The ") && what.contains(&name), "{what}");
        }
    }

    #[test]
    fn a_file_keeps_the_name_that_it_has() {
        assert_eq!(
            sentence("h/practice.db is not there"),
            "h/practice.db is not there."
        );
        assert_eq!(sentence("list.csv is empty"), "list.csv is empty.");
        assert_eq!(sentence("dates are odd"), "Dates are odd.");
    }

    #[test]
    fn what_to_do_about_a_file_is_what_helps() {
        let next = |kind: ErrorKind| Error::file("a file")(kind.into()).told().next;
        assert!(next(ErrorKind::NotFound).contains("not there"));
        assert!(next(ErrorKind::InvalidData).contains("UTF-8"));
        assert!(next(ErrorKind::PermissionDenied).contains("rights"));
        let told = Error::Store(store::Error::ReadOnly).told();
        assert!(told.next.contains("reading only"), "{told:?}");
        assert_eq!(told.data, "Nothing was changed.");
    }
}
