//! Whether a visit may stand where it is wanted: clashes (S1, S2) and working hours (S6).

use crate::appointment::Appointment;
use crate::hours::{Closure, MinuteOfDay, shifts_on};
use crate::id::AppointmentId;
use crate::practice::{Chair, Practice, Provider};
use crate::wall_clock::Zone;
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

/// Longest visit that can be booked; a longer one is a slip of the finger.
pub const LONGEST_MINUTES: u32 = 24 * 60;

/// What two visits cannot share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Resource {
    Provider,
    Chair,
    Patient,
}

/// A visit that is there already.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Clash {
    pub resource: Resource,
    pub with: AppointmentId,
}

/// Why nobody works there then (S6).
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Closed {
    #[error("the practice is closed on {date}: {name}")]
    Practice { date: NaiveDate, name: String },
    #[error("{provider} does not work then")]
    ProviderOff { provider: String },
    #[error("{provider} works in another chair then")]
    ProviderElsewhere { provider: String },
    #[error("{provider} no longer takes visits")]
    ProviderInactive { provider: String },
    #[error("{chair} is closed then")]
    ChairOff { chair: String },
    #[error("{chair} is no longer in use")]
    ChairInactive { chair: String },
}

/// Every visit among `others` that `wanted` cannot stand beside (S1, S2), in no particular order.
/// Its own old place never counts.
pub fn clashes<'a>(
    zone: Zone,
    wanted: &Appointment,
    others: impl IntoIterator<Item = &'a Appointment>,
) -> Vec<Clash> {
    if !wanted.status.occupies() {
        return Vec::new();
    }
    let span = wanted.span(zone);
    let busy = wanted.provider_spans(zone);
    let mut found = Vec::new();
    for other in others {
        if other.id == wanted.id || !other.status.occupies() || !overlap(span, other.span(zone)) {
            continue;
        }
        let mut add = |resource| {
            found.push(Clash {
                resource,
                with: other.id,
            })
        };
        if wanted.provider.is_some() && wanted.provider == other.provider {
            let theirs = other.provider_spans(zone);
            if busy.iter().any(|a| theirs.iter().any(|b| overlap(*a, *b))) {
                add(Resource::Provider);
            }
        }
        if wanted.chair.is_some() && wanted.chair == other.chair {
            add(Resource::Chair);
        }
        if wanted.patient == other.patient {
            add(Resource::Patient);
        }
    }
    found
}

/// Why the practice, the provider or the chair is closed for `wanted`; empty when nothing is (S6).
pub fn closed(
    practice: &Practice,
    closures: &[Closure],
    provider: Option<&Provider>,
    chair: Option<&Chair>,
    wanted: &Appointment,
) -> Vec<Closed> {
    let mut found = Vec::new();
    for (date, from, to) in pieces(practice.zone, wanted) {
        if let Some(closure) = closures.iter().find(|closure| closure.covers(date)) {
            found.push(Closed::Practice {
                date,
                name: closure.name.clone(),
            });
            continue;
        }
        if let Some(provider) = provider {
            let week = provider.hours.as_ref().unwrap_or(&practice.hours);
            let shifts = shifts_on(week, &provider.exceptions, date);
            let mut covering = shifts
                .iter()
                .filter(|shift| shift.covers(from, to))
                .peekable();
            if covering.peek().is_none() {
                found.push(Closed::ProviderOff {
                    provider: provider.name.clone(),
                });
            } else if chair.is_some_and(|chair| {
                !covering.any(|shift| shift.chair.is_none_or(|given| given == chair.id))
            }) {
                found.push(Closed::ProviderElsewhere {
                    provider: provider.name.clone(),
                });
            }
        }
        if let Some(chair) = chair
            && let Some(week) = &chair.hours
        {
            let shifts = shifts_on(week, &chair.exceptions, date);
            if !shifts.iter().any(|shift| shift.covers(from, to)) {
                found.push(Closed::ChairOff {
                    chair: chair.name.clone(),
                });
            }
        }
    }
    if let Some(provider) = provider.filter(|provider| !provider.active) {
        found.push(Closed::ProviderInactive {
            provider: provider.name.clone(),
        });
    }
    if let Some(chair) = chair.filter(|chair| !chair.active) {
        found.push(Closed::ChairInactive {
            chair: chair.name.clone(),
        });
    }
    let mut told: Vec<Closed> = Vec::new();
    for why in found {
        if !told.contains(&why) {
            told.push(why);
        }
    }
    told
}

fn overlap(a: (DateTime<Utc>, DateTime<Utc>), b: (DateTime<Utc>, DateTime<Utc>)) -> bool {
    a.0 < b.1 && b.0 < a.1
}

/// The stretches of the wall clock that the visit touches, each within one date. They follow the
/// instants, not the clock: in the night when clocks are set back a visit may end at an earlier
/// time of day than it begins, and then touches two stretches (S12).
fn pieces(zone: Zone, visit: &Appointment) -> Vec<(NaiveDate, MinuteOfDay, MinuteOfDay)> {
    let (mut at, end) = visit.span(zone);
    let mut found: Vec<(NaiveDate, MinuteOfDay, MinuteOfDay)> = Vec::new();
    while at < end {
        let wall = zone.wall(at).at;
        let (date, from) = (wall.date(), MinuteOfDay::of(wall.time()));
        let to = from.next();
        match found.last_mut() {
            Some(piece) if piece.0 == date && piece.2 == from => piece.2 = to,
            _ => found.push((date, from, to)),
        }
        let Some(next) = at.checked_add_signed(TimeDelta::minutes(1)) else {
            break;
        };
        at = next;
    }
    found
}
