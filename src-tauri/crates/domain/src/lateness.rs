//! How far behind a provider runs today, and when those who come next will really begin.
//!
//! Worked out from what was planned and what was seen: who sits in which chair since when. A visit
//! takes as long as it was booked for, or until now when it takes longer.

use crate::appointment::{Appointment, Status};
use crate::id::{AppointmentId, ProviderId};
use crate::waiting_room::in_chairs;
use crate::wall_clock::Zone;
use chrono::{DateTime, TimeDelta, Utc};
use std::collections::BTreeMap;

/// Less than this is no lateness that anybody would tell a patient of.
pub const WORTH_TELLING_MINUTES: i64 = 5;

/// How the rest of a day is expected to go.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Forecast {
    /// When visits that have not begun will, for patients who are here or whose time is to come.
    pub begins: BTreeMap<AppointmentId, DateTime<Utc>>,
    /// How far behind providers are who have somebody in the chair or waiting; zero is on time.
    pub behind: BTreeMap<ProviderId, TimeDelta>,
}

/// A visit and how much later than planned it is.
struct Placed<'a> {
    visit: &'a Appointment,
    delay: TimeDelta,
}

/// The forecast for the visits of one day at `now`. Those of a patient who has not come although it
/// is time hold up nobody, and nothing is foretold of them.
pub fn forecast(visits: &[Appointment], zone: Zone, now: DateTime<Utc>) -> Forecast {
    let mut told = Forecast::default();
    let mut placed: Vec<Placed<'_>> = in_chairs(visits)
        .map(|visit| Placed {
            visit,
            delay: delay_in_chair(visit, zone, now),
        })
        .collect();
    for one in &placed {
        told.hold_behind(one);
    }
    let mut waiting: Vec<&Appointment> = visits
        .iter()
        .filter(|visit| match visit.status {
            Status::Arrived => true,
            Status::Scheduled => visit.span(zone).0 >= now,
            _ => false,
        })
        .collect();
    // Who is here goes before who is not, where both are booked for the same time.
    waiting.sort_by_key(|visit| {
        (
            visit.span(zone).0,
            visit.status == Status::Scheduled,
            visit.id,
        )
    });
    for visit in waiting {
        let (start, _) = visit.span(zone);
        let delay = placed
            .iter()
            .map(|before| held_up(visit, before, zone))
            .chain([now - start, TimeDelta::zero()])
            .max()
            .unwrap_or_default();
        told.begins.insert(visit.id, start + delay);
        let one = Placed { visit, delay };
        if visit.status == Status::Arrived {
            told.hold_behind(&one);
        }
        placed.push(one);
    }
    told
}

impl Forecast {
    fn hold_behind(&mut self, one: &Placed<'_>) {
        if let Some(provider) = one.visit.provider {
            let behind = self.behind.entry(provider).or_default();
            *behind = one.delay.max(*behind);
        }
    }
}

fn delay_in_chair(visit: &Appointment, zone: Zone, now: DateTime<Utc>) -> TimeDelta {
    let (start, end) = visit.span(zone);
    let begun = visit.seated_at.unwrap_or(start);
    (begun - start).max(now - end)
}

/// How much later than planned a visit begins at the least because of one that is before it in the
/// chair, or at the provider's hands (S2). What was booked over each other is done side by side.
fn held_up(visit: &Appointment, before: &Placed<'_>, zone: Zone) -> TimeDelta {
    let mut delay = TimeDelta::zero();
    let mut after = |free: DateTime<Utc>, wanted: DateTime<Utc>| {
        if free <= wanted {
            delay = delay.max(free + before.delay - wanted);
        }
    };
    if visit.chair.is_some() && visit.chair == before.visit.chair {
        after(before.visit.span(zone).1, visit.span(zone).0);
    }
    if visit.provider.is_some() && visit.provider == before.visit.provider {
        let ahead = before.visit.provider_spans(zone);
        for (wanted, _) in visit.provider_spans(zone) {
            for (_, free) in &ahead {
                after(*free, wanted);
            }
        }
    }
    delay
}
