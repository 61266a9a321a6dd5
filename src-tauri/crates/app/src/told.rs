//! What a person reads of a refusal or failure: what happened, what it means for the data, what to
//! do. Here it is only said which message it is; the border puts it into words.

mod files;
mod vault;

pub(crate) use vault::told as of_vault;

use crate::error::{ClashWith, Error};
use domain::booking::Resource;
use domain::said::Fill;
use domain::status::StatusRefusal;
use domain::{Patient, Said, said};

/// What a person reads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// Several where several things stand in the way.
    pub what: Vec<Said>,
    pub data: Option<Said>,
    pub next: Option<Said>,
}

impl Told {
    pub fn new(what: Said, data: &'static str, next: &'static str) -> Self {
        Self {
            what: vec![what],
            data: Some(said(data)),
            next: Some(said(next)),
        }
    }
}

const UNCHANGED: &str = "data-unchanged";
const UNTOUCHED: &str = "data-untouched";

impl Error {
    /// What happened, what it means for the data, what to do.
    pub fn told(&self) -> Told {
        if self.is_disk_full() {
            return Told::new(said("disk-full"), "data-not-saved", "disk-full-next");
        }
        let plain = |what: Said, next: &'static str| Told::new(what, UNCHANGED, next);
        match self {
            Error::Locked => plain(said("locked"), "locked-next"),
            Error::Absent => plain(said("absent"), "absent-next"),
            Error::Half { missing } => plain(said("half").with("file", *missing), "half-next"),
            Error::Wait { seconds } => plain(said("wait").with("seconds", *seconds), "wait-next"),
            Error::Invalid { what, .. } => plain(what.clone(), "invalid-next"),
            Error::WallClock(error) => plain(error.into(), "invalid-next"),
            Error::Clash(clashes) => Told {
                what: clashes.iter().map(clash).collect(),
                ..plain(said("clash-next"), "clash-next")
            },
            Error::Closed(closed) => Told {
                what: closed.iter().map(Said::from).collect(),
                ..plain(said("closed-next"), "closed-next")
            },
            Error::LandsOn { what, visits } => plain(lands_on(what, visits), "lands-on-next"),
            Error::Duplicate(patients) => plain(
                said("duplicate").with("names", names(patients)),
                "duplicate-next",
            ),
            Error::NotFound(thing) => {
                let thing = thing.replace([' ', '_'], "-");
                plain(said("not-found").with("thing", thing), "not-found-next")
            }
            Error::Stale => plain(said("stale"), "stale-next"),
            Error::InUse => plain(said("in-use"), "in-use-next"),
            Error::Status(refusal) => plain((*refusal).into(), after(*refusal)),
            Error::OutOfTurn(not) => plain((*not).into(), "sending-next"),
            Error::Deceased(patient) => {
                plain(said("deceased").with("patient", patient), "status-next")
            }
            Error::ImportRunning => plain(said("import-running"), "import-running-next"),
            Error::Vault(error) => vault::told(error),
            Error::Store(error) => files::of_store(error),
            Error::Interop(error) => files::of_interop(error),
            Error::Print(error) => files::of_print(error),
            Error::File { what, source } => files::of_file(what, source),
            // Never leaves this crate.
            Error::RolledBack => Told {
                what: Vec::new(),
                data: None,
                next: None,
            },
        }
    }
}

fn after(refusal: StatusRefusal) -> &'static str {
    use StatusRefusal as R;
    match refusal {
        R::Locked => "status-locked-next",
        R::TimeToCome | R::TimeOfAnotherDay | R::OutOfOrder => "status-time-next",
        R::SetByPerson | R::Answered => "status-set-by-person-next",
        R::NotYetBegun | R::NotToday | R::StepNotTaken(_) => "status-next",
    }
}

fn clash(clash: &ClashWith) -> Said {
    let said = match clash.resource {
        Resource::Provider => said("clash-provider").with("provider", &clash.provider_name),
        Resource::Chair => said("clash-chair").with("chair", &clash.chair_name),
        Resource::Patient => said("clash-patient"),
    };
    said.with("patient", name_of(clash))
        .with("from", Fill::Time(clash.start.time()))
        .with("to", Fill::Time(clash.end.time()))
}

/// The first few visits by name, and how many there are.
fn lands_on(what: &Said, visits: &[ClashWith]) -> Said {
    const NAMED: usize = 3;
    let named: Vec<Said> = visits.iter().take(NAMED).map(standing).collect();
    said("lands-on")
        .with("what", what.clone())
        .with("count", visits.len())
        .with("visits", named)
        .with("more", visits.len().saturating_sub(NAMED))
}

fn standing(visit: &ClashWith) -> Said {
    said("lands-on-visit")
        .with("patient", name_of(visit))
        .with("date", visit.start.date())
        .with("from", Fill::Time(visit.start.time()))
        .with("to", Fill::Time(visit.end.time()))
}

/// Who is there, or that nobody can read who it is.
fn name_of(clash: &ClashWith) -> Fill {
    match &clash.patient_name {
        Some(name) => name.into(),
        None => said("clash-unreadable").into(),
    }
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
    use super::said;
    use crate::Error;
    use std::io::ErrorKind;

    #[test]
    fn what_to_do_about_a_file_is_what_helps() {
        let next = |kind: ErrorKind| {
            Error::file(said("file-not-opened"))(kind.into())
                .told()
                .next
                .map(|next| next.id)
        };
        assert_eq!(next(ErrorKind::NotFound), Some("file-next-not-found"));
        assert_eq!(next(ErrorKind::InvalidData), Some("file-next-not-text"));
        assert_eq!(next(ErrorKind::PermissionDenied), Some("file-next-denied"));
        assert_eq!(next(ErrorKind::StorageFull), Some("disk-full-next"));
        let told = Error::Store(store::Error::ReadOnly).told();
        assert_eq!(told.next, Some(said("store-read-only-next")));
        assert_eq!(told.data, Some(said("data-unchanged")));
    }
}
