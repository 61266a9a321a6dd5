//! Visits as a calendar, with patients' names for the practice or without them for whoever else sees
//! a provider's time.

use super::{ExportReport, file_in, hand_out};
use crate::desk::Desk;
use crate::error::{Error, Result};
use crate::setup::Setup;
use crate::whole_file::WholeFile;
use chrono::{Datelike, Days, NaiveDate};
use domain::audit::{Action, RecordKind};
use domain::limits::YEARS;
use domain::{Effect, Provider, ProviderId, said};
use interop::{IcsHead, IcsShows, PatientTag, TakenOut, VisitOut, VisitsIcs, identity};
use std::io::{BufWriter, Write};
use std::path::Path;
use store::DayRow;

/// What a calendar holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct CalendarOut {
    /// None is everybody's.
    pub provider: Option<ProviderId>,
    /// The first and the last day; none has no bound.
    pub from: Option<NaiveDate>,
    pub to: Option<NaiveDate>,
    /// Only that there is a visit, and nothing of the patient.
    pub private: bool,
}

/// From when on the zone is described where no first day is asked for; before, its name must do.
const DESCRIBED_FROM: NaiveDate = match NaiveDate::from_ymd_opt(1990, 1, 1) {
    Some(day) => day,
    None => NaiveDate::MAX,
};
/// How far back and ahead a provider's own calendar goes, in days.
const OWN_BACK: u64 = 31;
const OWN_AHEAD: u64 = 400;
/// How often a program that subscribes to it may ask anew.
const OWN_REFRESH_MINUTES: u32 = 15;

/// A `path` that is a folder gets `calendar.ics`.
pub fn ics(desk: &mut Desk, path: &Path, what: &CalendarOut) -> Result<ExportReport> {
    desk.may_write()?;
    if let (Some(from), Some(to)) = (what.from, what.to)
        && to < from
    {
        return Err(Error::invalid("to", said("invalid-last-day")));
    }
    let path = file_in(desk, path, "calendar.ics")?;
    let file = WholeFile::begin(desk, &path)?;
    let mut report = ExportReport::default();
    let snapshot = desk.store.snapshot()?;
    report.appointments = write(desk, BufWriter::new(&file.file), what, None)?;
    drop(snapshot);
    let kind = if what.private { "ics private" } else { "ics" };
    hand_out(desk, kind, vec![file])?;
    report.files = vec![path];
    Ok(report)
}

/// A provider's own calendar as others may have it: when they are busy, and nothing else. From a month
/// back to a year ahead.
pub fn own_calendar(desk: &Desk, provider: ProviderId) -> Result<Vec<u8>> {
    let setup = desk.setup()?;
    let today = desk.today(setup.zone());
    let mut bytes = Vec::new();
    let what = CalendarOut {
        provider: Some(provider),
        from: today.checked_sub_days(Days::new(OWN_BACK)),
        to: today.checked_add_days(Days::new(OWN_AHEAD)),
        private: true,
    };
    write(desk, &mut bytes, &what, Some(OWN_REFRESH_MINUTES))?;
    Ok(bytes)
}

/// K1: writes into the trail that a provider's calendar is offered to other programs.
pub fn note_feed(desk: &mut Desk, provider: ProviderId) -> Result<()> {
    let note = "ics private, as a feed";
    desk.write(|change| {
        Ok(change.note(
            Action::Exported,
            RecordKind::Provider,
            Some(provider.0),
            note,
        )?)
    })
}

/// Returns how many visits were written.
fn write(
    desk: &Desk,
    out: impl Write,
    what: &CalendarOut,
    refresh_minutes: Option<u32>,
) -> Result<u64> {
    let setup = desk.setup()?;
    let provider = match what.provider {
        Some(id) => Some(setup.provider(id).ok_or(Error::NotFound("provider"))?),
        None => None,
    };
    let busy = print::busy(&setup.practice.language)?;
    let first_year = what.from.map_or(*YEARS.start(), |from| from.year());
    let last_year = what.to.map_or(*YEARS.end(), |to| to.year());
    // Visits are read a year at a time: many years of them need not fit into memory.
    let years: Vec<(NaiveDate, NaiveDate)> = (first_year..=last_year)
        .filter_map(|year| {
            let first = NaiveDate::from_ymd_opt(year, 1, 1)?;
            let last = NaiveDate::from_ymd_opt(year, 12, 31)?;
            Some((
                what.from.map_or(first, |from| from.max(first)),
                what.to.map_or(last, |to| to.min(last)),
            ))
        })
        .collect();
    let today = desk.today(setup.zone());
    let mut writer = VisitsIcs::new(
        out,
        IcsHead {
            name: provider.map_or(&setup.practice.name, |provider| &provider.name),
            zone: setup.zone(),
            from: what.from.unwrap_or(DESCRIBED_FROM),
            to: what.to.unwrap_or(today),
            now: desk.now(),
            shows: if what.private {
                IcsShows::Busy(&busy)
            } else {
                IcsShows::Patients
            },
            refresh_minutes,
        },
    )?;
    let mut written = 0;
    for (first, last) in years {
        for row in desk.store.days(first, last)?.rows {
            let visit = &row.visit;
            // One that began the day before is among those of that day.
            let begins = (first..=last).contains(&visit.start.date());
            let is_theirs = what.provider.is_none() || visit.provider == what.provider;
            if !begins || !is_theirs {
                continue;
            }
            let name = row.patient.name.spoken();
            writer.visit(&out_of(&setup, &row, &name))?;
            written += 1;
        }
        if let Some(provider) = provider {
            let last = last.min(today + Days::new(OWN_AHEAD));
            taken(desk, &mut writer, &setup, provider, first, last)?;
        }
    }
    writer.finish()?;
    Ok(written)
}

/// A provider's block-outs over which nothing is booked. Those that came out of a calendar are left
/// out: whoever has that calendar would have them twice.
fn taken<W: Write>(
    desk: &Desk,
    writer: &mut VisitsIcs<'_, W>,
    setup: &Setup,
    provider: &Provider,
    first: NaiveDate,
    last: NaiveDate,
) -> Result<()> {
    if first > last {
        return Ok(());
    }
    for block in desk.store.block_outs(first, last)? {
        let imported = block
            .identifiers
            .iter()
            .any(|one| one.system == identity::EVENT);
        let kind = setup
            .block_out_type(block.kind)
            .filter(|kind| kind.effect == Effect::NoScheduling);
        let Some(kind) = kind.filter(|_| block.provider == Some(provider.id) && !imported) else {
            continue;
        };
        let until = block.last_day().map_or(last, |day| day.min(last));
        let days = first.max(block.first).iter_days();
        for day in days.take_while(|day| *day <= until) {
            let Some((start, end)) = block.span_on(day, setup.zone()) else {
                continue;
            };
            writer.taken(&TakenOut {
                uid: &format!("{}-{day}", block.id),
                start,
                end,
                title: if block.note.is_empty() {
                    &kind.name
                } else {
                    &block.note
                },
            })?;
        }
    }
    Ok(())
}

fn out_of<'a>(setup: &'a Setup, row: &'a DayRow, name: &'a str) -> VisitOut<'a> {
    let visit = &row.visit;
    VisitOut {
        visit,
        patient: PatientTag {
            id: visit.patient,
            identifiers: &[],
            name,
            chart_number: None,
        },
        provider: visit.provider.and_then(|id| setup.provider(id)),
        chair: visit
            .chair
            .and_then(|id| setup.chair(id))
            .map(|chair| chair.name.as_str()),
        kind: visit
            .kind
            .and_then(|id| setup.kind(id))
            .map(|kind| kind.name.as_str()),
    }
}
