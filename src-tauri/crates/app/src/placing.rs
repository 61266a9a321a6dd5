//! Several visits wanted at once: what became of each, and where else it could be.

use crate::appointment::{FindOpenings, FoundOpening, openings};
use crate::desk::Desk;
use crate::error::{Error, Result};
use crate::setup::Setup;
use crate::visit_view::VisitView;
use chrono::{DateTime, TimeDelta, Utc};
use domain::openings::Opening;
use domain::{Appointment, ChairId, NoticeOf, PatientId, ProviderId, WallTime, Wish, Zone};

/// One of several visits that were wanted together.
#[derive(Debug)]
pub struct Placed {
    pub patient: PatientId,
    pub start: WallTime,
    pub minutes: u32,
    pub provider: Option<ProviderId>,
    pub chair: Option<ChairId>,
    pub outcome: Outcome,
}

/// What became of it.
#[derive(Debug)]
pub enum Outcome {
    /// It could stand there, and was not written: it was only asked, or others were refused.
    Free,
    /// Booked, moved or cancelled.
    Done(Box<VisitView>),
    /// Something is in the way; and where it could be near that time.
    Refused { why: Error, near: Vec<FoundOpening> },
}

/// What is done when some of the visits are refused (S13).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IfRefused {
    /// None of them is written.
    Nothing,
    /// The others are.
    TheRest,
}

/// One of several visits as the transaction left it.
#[derive(Debug)]
pub(crate) struct Tried {
    pub(crate) patient: PatientId,
    pub(crate) start: WallTime,
    pub(crate) minutes: u32,
    pub(crate) provider: Option<ProviderId>,
    pub(crate) chair: Option<ChairId>,
    pub(crate) result: Result<(Appointment, Option<NoticeOf>)>,
}

/// How many places near the wished one are offered, and how many days on each side are looked at.
const OFFERED: usize = 3;
const DAYS_AROUND: i64 = 3;

/// Whether an error is about this one visit's place, so that others can do without it.
pub(crate) fn is_of_place(error: &Error) -> bool {
    matches!(
        error,
        Error::Clash(_)
            | Error::Closed(_)
            | Error::WallClock(_)
            | Error::Invalid { field: "start", .. }
    )
}

/// Ends a transaction of several visits: keeps what may be kept, or none of it.
///
/// # Errors
/// [`Error::RolledBack`] when nothing is to be kept.
pub(crate) fn keep(tried: &[Tried], if_refused: IfRefused, only_asked: bool) -> Result<()> {
    let refused = tried.iter().filter(|one| one.result.is_err()).count();
    let none_left = refused == tried.len();
    if only_asked || none_left || (refused > 0 && if_refused == IfRefused::Nothing) {
        return Err(Error::RolledBack);
    }
    Ok(())
}

/// What became of each, with names; the refused ones with places near by.
pub(crate) fn outcomes(desk: &Desk, tried: Vec<Tried>, kept: bool) -> Result<Vec<Placed>> {
    let setup = desk.setup()?;
    tried
        .into_iter()
        .map(|one| {
            let outcome = match one.result {
                Ok(_) if !kept => Outcome::Free,
                Ok(changed) => {
                    Outcome::Done(Box::new(crate::appointment::list::changed(desk, changed)?))
                }
                Err(why) => Outcome::Refused {
                    near: near(desk, &setup, one.start, one.minutes, one.provider)?,
                    why,
                },
            };
            Ok(Placed {
                patient: one.patient,
                start: one.start,
                minutes: one.minutes,
                provider: one.provider,
                chair: one.chair,
                outcome,
            })
        })
        .collect()
}

/// The nearest places with the same provider, the nearest first; none in the past.
fn near(
    desk: &Desk,
    setup: &Setup,
    wanted: WallTime,
    minutes: u32,
    provider: Option<ProviderId>,
) -> Result<Vec<FoundOpening>> {
    let zone = setup.zone();
    let day = wanted.date();
    let around = |days: i64| day.checked_add_signed(TimeDelta::days(days)).unwrap_or(day);
    let (from, to) = (around(-DAYS_AROUND), around(DAYS_AROUND));
    if to < desk.today(zone) {
        return Ok(Vec::new());
    }
    let wanted_places = FindOpenings {
        minutes: Some(minutes),
        wish: Wish {
            providers: provider.into_iter().collect(),
            first_day: Some(from),
            last_day: Some(to),
            ..Wish::default()
        },
        every: true,
        limit: usize::MAX,
        ..FindOpenings::default()
    };
    let mut found = openings(desk, &wanted_places)?;
    let at = zone.instant_of_record(wanted);
    for one in &mut found {
        one.opening = nearest(zone, &one.opening, minutes, at);
    }
    found.sort_by_key(|one| (zone.instant_of_record(one.opening.start) - at).abs());
    // One provider may be free in several chairs at the same time: that is one place.
    let mut offered: Vec<FoundOpening> = Vec::new();
    for one in found {
        let there = offered.iter().any(|other| {
            other.opening.start == one.opening.start
                && other.opening.provider == one.opening.provider
        });
        if !there {
            offered.push(one);
        }
        if offered.len() == OFFERED {
            break;
        }
    }
    Ok(offered)
}

/// The part of a gap from where a visit would begin nearest to the wished time.
fn nearest(zone: Zone, gap: &Opening, minutes: u32, wanted: DateTime<Utc>) -> Opening {
    let from = zone.instant_of_record(gap.start);
    let spare = i64::from(gap.minutes.saturating_sub(minutes));
    let start = wanted.clamp(from, from + TimeDelta::minutes(spare));
    let passed = u32::try_from((start - from).num_minutes()).unwrap_or(0);
    Opening {
        start: zone.wall(start),
        minutes: gap.minutes.saturating_sub(passed),
        ..*gap
    }
}
