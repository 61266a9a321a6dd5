//! Who could take a gap: of all who would come sooner, wait, or were never booked, the best first.

use crate::id::{AppointmentId, AppointmentTypeId, ChairId, PatientId, ProviderId, WaitingId};
use crate::openings::first_start;
use crate::practice::AppointmentType;
use crate::wall_clock::{WallTime, ZoneDay};
use crate::wish::Wish;
use chrono::{DateTime, TimeDelta, Utc};
use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

/// Free time of one provider in one chair that somebody is wanted for.
#[derive(Debug, Clone, Copy)]
pub struct Gap<'a> {
    pub provider: ProviderId,
    pub chair: ChairId,
    /// [from, to) on `day`.
    pub from: DateTime<Utc>,
    pub to: DateTime<Utc>,
    pub day: &'a ZoneDay,
    /// The only types that it is kept for (S5); none is for every visit.
    pub kept_for: Option<&'a [AppointmentTypeId]>,
}

/// Somebody who could come, and for how long.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanting {
    pub source: Source,
    pub patient: PatientId,
    pub kind: Option<AppointmentTypeId>,
    pub minutes: u32,
    /// With whom the visit is or was booked.
    pub provider: Option<ProviderId>,
    pub wish: Wish,
    /// Comes before those who wait longer.
    pub urgent: bool,
    pub since: DateTime<Utc>,
    /// Where the visit stands that would come sooner.
    pub booked: Option<WallTime>,
}

/// On which list somebody is. Those who asked for an earlier visit come before those who were
/// never asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Source {
    /// Has a visit and would come sooner.
    Asap(AppointmentId),
    Waiting(WaitingId),
    /// A visit that did not take place (S8).
    Unscheduled(AppointmentId),
    /// Agreed upon, never booked.
    Planned(WaitingId),
}

/// When a patient is somewhere else.
#[derive(Debug, Clone, Copy)]
pub struct Elsewhere {
    pub patient: PatientId,
    pub visit: AppointmentId,
    pub from: DateTime<Utc>,
    pub to: DateTime<Utc>,
}

/// Who could take the gap, and how well it suits; the smallest is the best.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate<'a> {
    pub wanting: &'a Wanting,
    pub start: DateTime<Utc>,
    pub fit: Fit,
}

/// How well somebody and a gap suit each other. The order of the fields is that of what counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fit {
    pub kind: KindFit,
    /// Whether they did not ask for an earlier visit: then others come first.
    pub unasked: bool,
    pub length: LengthFit,
    pub wish: WishFit,
    pub urgent: Reverse<bool>,
    pub since: DateTime<Utc>,
    /// Whoever is equal in all of it stays in one order.
    pub source: Source,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum KindFit {
    /// The gap is kept for this type.
    Kept,
    /// The type may take place there.
    Known,
    /// Nobody said what the visit is for.
    Untyped,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LengthFit {
    /// What is left over is too short for anybody else.
    Full,
    /// At least half of it.
    Most,
    Part,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum WishFit {
    /// They said when or with whom, and this is it.
    Wished,
    /// They said nothing, and it is with the provider they know.
    SameProvider,
    Open,
}

/// Less than this is left to nobody.
const LEFT_OVER_MINUTES: i64 = 15;

impl Source {
    /// Whether they asked for a visit, or for an earlier one.
    pub fn asked(self) -> bool {
        matches!(self, Source::Asap(_) | Source::Waiting(_))
    }

    /// Their own visit, which is moved away when they come sooner.
    fn own_visit(self) -> Option<AppointmentId> {
        match self {
            Source::Asap(visit) => Some(visit),
            Source::Waiting(_) | Source::Unscheduled(_) | Source::Planned(_) => None,
        }
    }
}

/// Those who can take the gap, best first, each patient once. `elsewhere` says when patients are in
/// other visits; nobody is to be in two places (S2).
pub fn ranked<'a>(
    gap: &Gap<'_>,
    types: &[AppointmentType],
    wanting: impl IntoIterator<Item = &'a Wanting>,
    elsewhere: &[Elsewhere],
) -> Vec<Candidate<'a>> {
    let mut busy: HashMap<PatientId, Vec<&Elsewhere>> = HashMap::new();
    for one in elsewhere {
        busy.entry(one.patient).or_default().push(one);
    }
    let mut found: Vec<Candidate<'a>> = wanting
        .into_iter()
        .filter_map(|wanting| {
            let busy = busy.get(&wanting.patient).map_or(&[][..], Vec::as_slice);
            candidate(gap, types, wanting, busy)
        })
        .collect();
    found.sort_by_key(|one| one.fit);
    let mut seen = HashSet::new();
    found.retain(|one| seen.insert(one.wanting.patient));
    found
}

fn candidate<'a>(
    gap: &Gap<'_>,
    types: &[AppointmentType],
    wanting: &'a Wanting,
    busy: &[&Elsewhere],
) -> Option<Candidate<'a>> {
    let kind = kind_fit(gap, types, wanting.kind)?;
    let wish = &wanting.wish;
    if !wish.suits_provider(gap.provider) || !wish.suits_chair(gap.chair) {
        return None;
    }
    let start = free_start(gap, wanting, busy)?;
    let sooner = |booked: WallTime| start < gap.day.instant(booked);
    if !wanting.booked.is_none_or(sooner) {
        return None;
    }
    let fit = Fit {
        kind,
        unasked: !wanting.source.asked(),
        length: length_fit(gap, wanting.minutes),
        wish: match wanting.provider {
            _ if !wish.is_empty() => WishFit::Wished,
            Some(provider) if provider == gap.provider => WishFit::SameProvider,
            _ => WishFit::Open,
        },
        urgent: Reverse(wanting.urgent),
        since: wanting.since,
        source: wanting.source,
    };
    Some(Candidate {
        wanting,
        start,
        fit,
    })
}

/// None where the type may not take place there.
fn kind_fit(
    gap: &Gap<'_>,
    types: &[AppointmentType],
    kind: Option<AppointmentTypeId>,
) -> Option<KindFit> {
    let known = kind.and_then(|kind| types.iter().find(|one| one.id == kind));
    if known
        .is_some_and(|known| !known.allows_chair(gap.chair) || !known.allows_provider(gap.provider))
    {
        return None;
    }
    match (gap.kept_for, kind) {
        (Some(kept), Some(kind)) => kept.contains(&kind).then_some(KindFit::Kept),
        (Some(_), None) => None,
        (None, Some(_)) => Some(KindFit::Known),
        (None, None) => Some(KindFit::Untyped),
    }
}

fn length_fit(gap: &Gap<'_>, minutes: u32) -> LengthFit {
    let whole = (gap.to - gap.from).num_minutes();
    let wanted = i64::from(minutes);
    if whole - wanted < LEFT_OVER_MINUTES {
        LengthFit::Full
    } else if wanted * 2 >= whole {
        LengthFit::Most
    } else {
        LengthFit::Part
    }
}

/// The first time in the gap that is wished for and at which the patient is nowhere else.
fn free_start(gap: &Gap<'_>, wanting: &Wanting, busy: &[&Elsewhere]) -> Option<DateTime<Utc>> {
    let length = TimeDelta::minutes(i64::from(wanting.minutes));
    let own = wanting.source.own_visit();
    let mut from = gap.from;
    // Each visit that is in the way pushes the start behind it, so this ends.
    loop {
        let start = first_start((from, gap.to), wanting.minutes, &wanting.wish, gap.day)?;
        let end = start.checked_add_signed(length)?;
        let in_the_way = busy
            .iter()
            .find(|other| Some(other.visit) != own && other.from < end && start < other.to);
        match in_the_way {
            Some(other) => from = other.to,
            None => return Some(start),
        }
    }
}
