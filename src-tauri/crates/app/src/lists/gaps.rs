//! The gaps of a day that somebody who asked could take: gaps are offers.

use super::candidates::{SHORTEST_MINUTES, bounds, openings};
use crate::appointment::Blocking;
use crate::desk::Desk;
use crate::error::Result;
use crate::setup::Setup;
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use domain::candidates::{Gap, ranked};
use domain::hours::shifts_on;
use domain::openings::Opening;
use domain::wall_clock::ZoneDay;
use domain::{AppointmentTypeId, ChairId, PersonName, ProviderId, Wish};
use std::collections::BTreeSet;
use store::WantingFor;

/// A gap that somebody who asked could take.
#[derive(Debug, Clone)]
pub struct DayGap {
    pub opening: Opening,
    /// How many on the ASAP list and the waiting list could.
    pub count: usize,
    /// The family names of the best.
    pub names: Vec<String>,
}

const NAMES: usize = 3;

/// Those of a day that is today or to come, by start. Of a chair that several could use, each
/// stretch is the first one's whose chair it is that day.
pub fn gaps(desk: &Desk, date: NaiveDate) -> Result<Vec<DayGap>> {
    let setup = desk.setup()?;
    let zone = setup.zone();
    if date < desk.today(zone) {
        return Ok(Vec::new());
    }
    let blocking = Blocking::read(desk, date, date)?;
    let day = ZoneDay::new(zone, date);
    let wish = Wish::default();
    let mut open: Vec<(Opening, Option<&[AppointmentTypeId]>)> =
        openings(desk, &setup, &blocking, date, &wish, None)?
            .into_iter()
            .map(|opening| (opening, None))
            .collect();
    let kept_for = blocking.kept(&setup, date);
    for kept in &kept_for {
        for opening in openings(desk, &setup, &blocking, date, &wish, Some(kept.types))? {
            if kept.concerns(opening.provider, opening.chair) {
                let part = within(&day, opening, (kept.from, kept.to));
                open.extend(part.map(|part| (part, Some(kept.types))));
            }
        }
    }
    if open.is_empty() {
        return Ok(Vec::new());
    }
    let longest = open.iter().map(|(one, _)| one.gap_minutes).max();
    let earliest = open.iter().map(|(one, _)| one.gap_start.at).min();
    let wanting = desk.store.wanting(&WantingFor {
        minutes: longest.unwrap_or(0),
        start: earliest.unwrap_or(date.and_time(NaiveTime::MIN)),
        missed_since: date,
        asked_only: true,
    })?;
    if wanting.is_empty() {
        return Ok(Vec::new());
    }
    let at_home = at_home(desk, &setup, date)?;
    let elsewhere = desk.store.elsewhere(date, zone)?;
    let mut found: Vec<DayGap> = Vec::new();
    for (opening, kept) in &open {
        let (from, to) = bounds(&day, opening);
        let told = |other: &DayGap| {
            let (first, last) = bounds(&day, &other.opening);
            other.opening.chair == opening.chair && first < to && from < last
        };
        if !at_home.contains(&(opening.chair, opening.provider)) || found.iter().any(told) {
            continue;
        }
        let gap = Gap {
            provider: opening.provider,
            chair: opening.chair,
            from,
            to,
            day: &day,
            kept_for: *kept,
        };
        let fitting = ranked(&gap, &setup.types, &wanting, &elsewhere);
        if fitting.is_empty() {
            continue;
        }
        let mut names = Vec::new();
        for candidate in fitting.iter().take(NAMES) {
            let patient = desk.store.patient(candidate.wanting.patient)?;
            names.extend(patient.map(|patient| called(patient.name)));
        }
        found.push(DayGap {
            opening: *opening,
            count: fitting.len(),
            names,
        });
    }
    found.sort_by_key(|gap| gap.opening.gap_start);
    Ok(found)
}

/// The part of an opening that lies within a stretch; none when it is too short.
fn within(
    day: &ZoneDay,
    opening: Opening,
    stretch: (DateTime<Utc>, DateTime<Utc>),
) -> Option<Opening> {
    let (from, to) = bounds(day, &opening);
    let (from, to) = (from.max(stretch.0), to.min(stretch.1));
    let minutes = u32::try_from((to - from).num_minutes()).unwrap_or(0);
    (minutes >= SHORTEST_MINUTES).then(|| Opening {
        gap_start: day.wall(from),
        gap_minutes: minutes,
        start: day.wall(from),
        minutes,
        ..opening
    })
}

fn called(name: PersonName) -> String {
    if name.family.trim().is_empty() {
        name.given
    } else {
        name.family
    }
}

type Pair = (ChairId, ProviderId);

/// Whose chair is whose that day: by their hours, and where they have a visit. One who may use any
/// chair and has none yet is given one that is nobody's, or the first.
fn at_home(desk: &Desk, setup: &Setup, date: NaiveDate) -> Result<BTreeSet<Pair>> {
    let mut found = BTreeSet::new();
    for taken in desk.store.taken(date, date)? {
        found.extend(taken.chair.zip(taken.provider));
    }
    for provider in setup.providers.iter().filter(|provider| provider.active) {
        let week = provider.hours.as_ref().unwrap_or(&setup.practice.hours);
        for shift in shifts_on(week, &provider.exceptions, date) {
            found.extend(shift.chair.map(|chair| (chair, provider.id)));
        }
    }
    let chairs = || setup.chairs.iter().filter(|chair| chair.active);
    for provider in setup.providers.iter().filter(|provider| provider.active) {
        if found.iter().any(|(_, whose)| *whose == provider.id) {
            continue;
        }
        let free = chairs().find(|chair| !found.iter().any(|(taken, _)| *taken == chair.id));
        found.extend(
            free.or_else(|| chairs().next())
                .map(|chair| (chair.id, provider.id)),
        );
    }
    Ok(found)
}
