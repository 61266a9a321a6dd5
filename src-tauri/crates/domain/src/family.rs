//! Places for several people of one family: at the same time with several providers, or one after
//! the other with one.

use crate::id::{ChairId, ProviderId};
use crate::openings::Opening;
use crate::practice::AppointmentType;
use crate::wall_clock::{WallTime, Zone};
use chrono::{DateTime, TimeDelta, Utc};

/// How they come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Together {
    /// All begin at the same time, each with a provider and a chair of their own.
    SideBySide,
    /// One begins when the other ends, with the same provider in the same chair.
    InTurn,
}

/// What one of them needs.
#[derive(Debug, Clone, Copy)]
pub struct Need<'a> {
    pub minutes: u32,
    pub kind: Option<&'a AppointmentType>,
}

/// Where one of them would be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    pub provider: ProviderId,
    pub chair: ChairId,
    pub start: WallTime,
    pub minutes: u32,
}

/// Most people that are looked for together.
pub const MOST: usize = 8;

/// Tries after which a time is given up: who cannot be seated by then would take too long to seat.
const TRIES: u32 = 20_000;

/// Places for all of them, in their order, at each time at which one of the gaps begins.
pub fn places(
    zone: Zone,
    gaps: &[Opening],
    needs: &[Need<'_>],
    together: Together,
) -> Vec<Vec<Place>> {
    let mut starts: Vec<DateTime<Utc>> = gaps
        .iter()
        .map(|gap| zone.instant_of_record(gap.start))
        .collect();
    starts.sort_unstable();
    starts.dedup();
    starts
        .into_iter()
        .filter_map(|start| match together {
            Together::SideBySide => {
                let mut found = Vec::with_capacity(needs.len());
                let mut tries = TRIES;
                side_by_side(zone, gaps, needs, start, &mut found, &mut tries).then_some(found)
            }
            Together::InTurn => gaps.iter().find_map(|gap| in_turn(zone, gap, needs, start)),
        })
        .collect()
}

fn side_by_side(
    zone: Zone,
    gaps: &[Opening],
    needs: &[Need<'_>],
    start: DateTime<Utc>,
    found: &mut Vec<Place>,
    tries: &mut u32,
) -> bool {
    let Some(need) = needs.get(found.len()) else {
        return true;
    };
    for gap in gaps {
        if *tries == 0 {
            return false;
        }
        *tries -= 1;
        let taken = found
            .iter()
            .any(|place| place.provider == gap.provider || place.chair == gap.chair);
        if taken || !suits(zone, gap, need, start) {
            continue;
        }
        found.push(place(zone, gap, need, start));
        if side_by_side(zone, gaps, needs, start, found, tries) {
            return true;
        }
        found.pop();
    }
    false
}

fn in_turn(
    zone: Zone,
    gap: &Opening,
    needs: &[Need<'_>],
    start: DateTime<Utc>,
) -> Option<Vec<Place>> {
    let mut at = start;
    let mut found = Vec::with_capacity(needs.len());
    for need in needs {
        if !suits(zone, gap, need, at) {
            return None;
        }
        found.push(place(zone, gap, need, at));
        at = at.checked_add_signed(TimeDelta::minutes(i64::from(need.minutes)))?;
    }
    Some(found)
}

fn place(zone: Zone, gap: &Opening, need: &Need<'_>, start: DateTime<Utc>) -> Place {
    Place {
        provider: gap.provider,
        chair: gap.chair,
        start: zone.wall(start),
        minutes: need.minutes,
    }
}

/// Whether a visit of that length fits into the gap from `start` on, and is of a type that may be there.
fn suits(zone: Zone, gap: &Opening, need: &Need<'_>, start: DateTime<Utc>) -> bool {
    let opens = zone.instant_of_record(gap.start);
    let within = opens <= start
        && start + TimeDelta::minutes(i64::from(need.minutes))
            <= opens + TimeDelta::minutes(i64::from(gap.minutes));
    within
        && need
            .kind
            .is_none_or(|kind| kind.allows_provider(gap.provider) && kind.allows_chair(gap.chair))
}
