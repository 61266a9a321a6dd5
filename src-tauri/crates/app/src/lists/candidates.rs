//! Who could take a gap, best first, with what is needed to call and to book them.

use crate::appointment::{Blocking, around};
use crate::desk::Desk;
use crate::error::{Error, Result};
use crate::setup::Setup;
use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeDelta, Utc};
use domain::candidates::{Candidate, Gap, Source, Wanting, ranked};
use domain::openings::{Opening, Search, Wanted};
use domain::wall_clock::ZoneDay;
use domain::{AppointmentTypeId, ChairId, ProviderId, WallTime, Wish};
use store::{PatientBrief, WantingFor};

/// A gap is meant by any time within it.
#[derive(Debug, Clone, Copy)]
pub struct GapRequest {
    pub provider: ProviderId,
    pub chair: ChairId,
    pub at: WallTime,
    pub limit: usize,
}

/// A gap and who could take it.
#[derive(Debug, Clone)]
pub struct GapView {
    pub opening: Opening,
    pub provider_name: String,
    pub chair_name: String,
    /// Types that it is kept for; empty for every visit.
    pub kept_for: Vec<String>,
    /// How many could, and how many of them asked for an earlier visit.
    pub total: usize,
    pub asked: usize,
    /// The best of them.
    pub candidates: Vec<CandidateView>,
}

/// Somebody who could take the gap.
#[derive(Debug, Clone)]
pub struct CandidateView {
    pub wanting: Wanting,
    pub patient: PatientBrief,
    pub kind_name: String,
    pub tint: u8,
    /// Where in the gap.
    pub start: WallTime,
    /// Of the entry, or the visit that is moved.
    pub revision: u32,
    /// What was noted for the entry, or why the visit did not take place.
    pub note: String,
    /// Where the visit that would come sooner stands, its provider and chair.
    pub place: Option<(NaiveDateTime, ProviderId, ChairId)>,
}

/// Shorter gaps are nobody's.
pub(super) const SHORTEST_MINUTES: u32 = 10;

/// Who could take the gap that is around a time; none when nothing is free there any more.
pub fn candidates(desk: &Desk, request: &GapRequest) -> Result<Option<GapView>> {
    let setup = desk.setup()?;
    let zone = setup.zone();
    setup
        .provider(request.provider)
        .ok_or(Error::NotFound("provider"))?;
    setup.chair(request.chair).ok_or(Error::NotFound("chair"))?;
    let date = request.at.date();
    let at = zone.instant_of_record(request.at);
    let blocking = Blocking::read(desk, date, date)?;
    let kept = blocking
        .kept(&setup, date)
        .into_iter()
        .find(|kept| {
            kept.concerns(request.provider, request.chair) && kept.from <= at && at < kept.to
        })
        .map(|kept| kept.types);
    let wish = Wish {
        providers: vec![request.provider],
        chairs: vec![request.chair],
        ..Wish::default()
    };
    let day = ZoneDay::new(zone, date);
    let openings = openings(desk, &setup, &blocking, date, &wish, kept)?;
    let holds = |opening: &&Opening| {
        let (from, to) = bounds(&day, opening);
        from <= at && at < to
    };
    // What is freed by a visit that runs already begins now.
    let later = |opening: &&Opening| bounds(&day, opening).0 >= at;
    let Some(opening) = openings
        .iter()
        .find(holds)
        .or_else(|| openings.iter().find(later).filter(|_| at <= desk.now()))
    else {
        return Ok(None);
    };
    let (from, to) = bounds(&day, opening);
    let gap = Gap {
        provider: request.provider,
        chair: request.chair,
        from,
        to,
        day: &day,
        kept_for: kept,
    };
    let wanting = desk.store.wanting(&WantingFor {
        minutes: opening.gap_minutes,
        start: opening.gap_start.at,
        missed_since: super::span(desk, &setup, false).missed_since,
        asked_only: false,
    })?;
    let elsewhere = desk.store.elsewhere(date, zone)?;
    let found = ranked(&gap, &setup.types, &wanting, &elsewhere);
    let asked = found.iter().filter(|one| !one.fit.unasked).count();
    let mut shown = Vec::new();
    for candidate in found.iter().take(request.limit) {
        shown.extend(view(desk, &setup, &day, candidate)?);
    }
    let names = kept.unwrap_or_default();
    Ok(Some(GapView {
        opening: *opening,
        provider_name: name(setup.provider(request.provider).map(|one| &one.name)),
        chair_name: name(setup.chair(request.chair).map(|one| &one.name)),
        kept_for: names
            .iter()
            .filter_map(|id| setup.kind(*id).map(|kind| kind.name.clone()))
            .collect(),
        total: found.len(),
        asked,
        candidates: shown,
    }))
}

/// What is free on a day for visits of the types that it is kept for, or for any visit.
pub(super) fn openings(
    desk: &Desk,
    setup: &Setup,
    blocking: &Blocking,
    date: NaiveDate,
    wish: &Wish,
    kept: Option<&[AppointmentTypeId]>,
) -> Result<Vec<Opening>> {
    let (before, after) = around(date);
    let taken = desk.store.taken(before, after)?;
    let kind = kept.and_then(|kept| kept.first()).copied();
    let blocked = blocking.blocked(setup, kind, date, date);
    let schedule = setup.schedule(&taken, &blocked);
    let wanted = Wanted {
        minutes: SHORTEST_MINUTES,
        kind: None,
        wish,
        not_before: desk.now(),
    };
    Ok(Search::new(schedule, wanted).on(date))
}

pub(super) fn bounds(day: &ZoneDay, opening: &Opening) -> (DateTime<Utc>, DateTime<Utc>) {
    let from = day.instant(opening.gap_start);
    let length = TimeDelta::minutes(i64::from(opening.gap_minutes));
    (from, from.checked_add_signed(length).unwrap_or(from))
}

/// None for an entry that went meanwhile.
fn view(
    desk: &Desk,
    setup: &Setup,
    day: &ZoneDay,
    candidate: &Candidate<'_>,
) -> Result<Option<CandidateView>> {
    let wanting = candidate.wanting;
    let Some(patient) = desk.store.patient(wanting.patient)? else {
        return Ok(None);
    };
    let (revision, note, place) = match wanting.source {
        Source::Asap(id) | Source::Unscheduled(id) => {
            let Some(visit) = desk.store.appointment(id)? else {
                return Ok(None);
            };
            let reason = visit.ended.as_ref().map(|ended| ended.reason.clone());
            let place = visit.provider.zip(visit.chair);
            (
                visit.revision,
                reason.unwrap_or(visit.notes),
                place.map(|(provider, chair)| (visit.start.at, provider, chair)),
            )
        }
        Source::Waiting(id) | Source::Planned(id) => {
            let Some(entry) = desk.store.waiting_entry(id)? else {
                return Ok(None);
            };
            (entry.revision, entry.note, None)
        }
    };
    let kind = wanting.kind.and_then(|id| setup.kind(id));
    Ok(Some(CandidateView {
        wanting: wanting.clone(),
        patient: PatientBrief::from(&patient),
        kind_name: name(kind.map(|kind| &kind.name)),
        tint: kind.map_or(7, |kind| kind.tint),
        start: day.wall(candidate.start),
        revision,
        note,
        place,
    }))
}

fn name(name: Option<&String>) -> String {
    name.cloned().unwrap_or_default()
}
