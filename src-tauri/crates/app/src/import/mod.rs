//! Bringing in the patients and visits that a practice already has (P8).
//!
//! All of an import is one transaction: a kill in the middle leaves all of it or nothing.

mod apply;
mod events;
mod job;
mod merge;
mod preview;
mod read;
mod same;
mod visits;
mod who;

pub use job::{ImportJob, ImportProgress};
pub use preview::{ImportPreview, PreviewColumn, PreviewRow, preview};

use crate::desk::Desk;
use crate::error::{Error, Result};
use apply::Applying;
use chrono::NaiveDate;
use domain::ProviderId;
use domain::Said;
use domain::audit::{Action, RecordKind};
pub use interop::{ColumnMap, DateFormat, Field, Refused};
use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

/// What the files hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImportFormat {
    Csv,
    Fhir,
    /// Calendars: their events become block-outs.
    Ics(Calendar),
    /// Address books.
    Vcf,
}

/// Whose calendar it is, and what of it is taken over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Calendar {
    pub provider: ProviderId,
    /// The first and the last day. None takes over whatever does not repeat, and of series a year
    /// back and two ahead.
    pub from: Option<NaiveDate>,
    pub to: Option<NaiveDate>,
    /// Whether events that their calendar has as free block their time too.
    pub free_too: bool,
}

/// What to import, and how to read it.
#[derive(Debug, Clone)]
pub struct ImportRequest {
    /// Files or folders.
    pub paths: Vec<PathBuf>,
    pub format: ImportFormat,
    /// CSV only: what the columns mean where their names do not say it.
    pub map: ColumnMap,
    /// CSV only; none finds it out, and refuses to guess when it is ambiguous.
    pub date_format: Option<DateFormat>,
    /// Go through it all, and keep nothing.
    pub dry_run: bool,
}

/// What became of the records.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ImportReport {
    /// Records read, refused ones too.
    pub read: u64,
    pub created: u64,
    pub updated: u64,
    pub unchanged: u64,
    pub refused: Vec<Refused>,
    /// Stopped by a person; then nothing was kept.
    pub cancelled: bool,
    /// What there is to know of the files beside their records.
    pub aside: Aside,
}

/// What a file held that was not taken over, or only by a rule.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Aside {
    /// CSV only: names of files, and of the columns in them that nothing was taken from.
    pub unused_columns: Vec<(String, Vec<String>)>,
    /// How two-digit years were read, where there were any (P8).
    pub year_rule: Option<Said>,
    /// FHIR and calendars: what Daybook has no place for, such as claims or tasks, and how many there
    /// were.
    pub left_out: BTreeMap<String, u64>,
    /// Calendars only: how many series go on after the last day, and that day.
    pub going_on: Option<(u64, NaiveDate)>,
}

/// How far an import has come; shared with whoever watches it.
#[derive(Debug, Default)]
pub struct Watch {
    /// Bytes read, and bytes in all.
    pub done: AtomicU64,
    pub total: AtomicU64,
    /// Set to stop it.
    pub cancel: AtomicBool,
}

impl Watch {
    fn flow(&self) -> ControlFlow<()> {
        if self.cancel.load(Ordering::Relaxed) {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    }
}

/// Reads the files and writes what they hold, all in one transaction.
pub fn import(desk: &mut Desk, request: &ImportRequest, watch: &Watch) -> Result<ImportReport> {
    let setup = desk.setup()?;
    if let ImportFormat::Ics(calendar) = request.format {
        setup
            .provider(calendar.provider)
            .ok_or(Error::NotFound("provider"))?;
    }
    let host = std::sync::Arc::clone(&desk.host);
    let options = read::Options {
        zone: setup.zone(),
        today: desk.today(setup.zone()),
    };
    let mut report = ImportReport::default();
    let mut stopped = false;
    let kept = desk.write(|change| {
        let mut applying = Applying::new(change, &*host, setup, request.format)?;
        let aside = read::each(request, &options, watch, &mut |incoming| {
            let flow = watch.flow();
            if flow.is_continue() {
                applying.take(incoming)?;
            }
            Ok(flow)
        })?;
        if watch.flow().is_continue() {
            applying.finish(|| watch.flow())?;
        }
        report = applying.report;
        report.aside = aside;
        // From here on it is too late to stop it.
        stopped = watch.flow().is_break();
        if request.dry_run || stopped || report.created + report.updated == 0 {
            return Err(Error::RolledBack);
        }
        let note = format!(
            "{} read, {} created, {} updated",
            report.read, report.created, report.updated
        );
        change.note(Action::Imported, request.format.makes(), None, &note)?;
        Ok(())
    });
    ended(kept, stopped, report)
}

impl ImportFormat {
    /// What its records become, above all.
    fn makes(self) -> RecordKind {
        match self {
            ImportFormat::Csv | ImportFormat::Fhir | ImportFormat::Vcf => RecordKind::Patient,
            ImportFormat::Ics(_) => RecordKind::BlockOut,
        }
    }
}

/// Only what was rolled back was cancelled, whenever a person asked for that.
fn ended(kept: Result<()>, stopped: bool, mut report: ImportReport) -> Result<ImportReport> {
    match kept {
        Ok(()) => Ok(report),
        Err(Error::RolledBack) => {
            report.cancelled = stopped;
            Ok(report)
        }
        Err(error) => Err(error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_kept_was_not_cancelled() {
        for (kept, stopped, expected) in [
            (Ok(()), false, Some(false)),
            (Err(Error::RolledBack), true, Some(true)),
            (Err(Error::RolledBack), false, Some(false)),
            (Err(Error::Stale), true, None),
        ] {
            let told = ended(kept, stopped, ImportReport::default());
            assert_eq!(told.ok().map(|report| report.cancelled), expected);
        }
    }
}
