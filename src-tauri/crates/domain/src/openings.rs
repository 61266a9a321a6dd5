//! Openings: gaps in which a visit of a given length can be booked.

use crate::appointment::Appointment;
use crate::hours::{Closure, MinuteOfDay, Shift, shifts_on};
use crate::id::{ChairId, ProviderId};
use crate::practice::{Chair, Practice, Provider};
use crate::wall_clock::{WallTime, Zone};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

/// A gap of one provider in one chair.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Opening {
    pub provider: ProviderId,
    pub chair: ChairId,
    pub start: WallTime,
    /// Length of the whole gap.
    pub minutes: u32,
}

/// What openings are looked for in.
#[derive(Debug, Clone, Copy)]
pub struct Schedule<'a> {
    pub practice: &'a Practice,
    pub closures: &'a [Closure],
    pub providers: &'a [Provider],
    pub chairs: &'a [Chair],
    /// All visits that touch the day and its neighbours.
    pub visits: &'a [Appointment],
}

type Span = (DateTime<Utc>, DateTime<Utc>);

/// Gaps of at least `minutes` that begin on `date` and not before `not_before`, by start, then
/// in the order of providers and chairs.
pub fn openings_on(
    schedule: Schedule<'_>,
    date: NaiveDate,
    minutes: u32,
    not_before: DateTime<Utc>,
) -> Vec<Opening> {
    let practice = schedule.practice;
    let zone = practice.zone;
    if minutes == 0 || schedule.closures.iter().any(|closure| closure.covers(date)) {
        return Vec::new();
    }
    let occupied: Vec<&Appointment> = schedule
        .visits
        .iter()
        .filter(|visit| visit.status.occupies())
        .collect();
    let chairs: Vec<(&Chair, Vec<Span>)> = schedule
        .chairs
        .iter()
        .filter(|chair| chair.active)
        .map(|chair| {
            let busy = occupied
                .iter()
                .filter(|visit| visit.chair == Some(chair.id));
            (chair, busy.map(|visit| visit.span(zone)).collect())
        })
        .collect();
    let wanted = TimeDelta::minutes(i64::from(minutes));
    let mut found = Vec::new();
    for provider in schedule.providers.iter().filter(|provider| provider.active) {
        let busy: Vec<Span> = occupied
            .iter()
            .filter(|visit| visit.provider == Some(provider.id))
            .flat_map(|visit| visit.provider_spans(zone))
            .collect();
        let week = provider.hours.as_ref().unwrap_or(&practice.hours);
        for shift in shifts_on(week, &provider.exceptions, date) {
            for (chair, taken) in &chairs {
                if shift.chair.is_some_and(|given| given != chair.id) {
                    continue;
                }
                for open in chair_spans(chair, shift, date, zone) {
                    let all_busy = busy.iter().chain(taken).copied().collect();
                    let open = (open.0.max(not_before), open.1);
                    for (start, end) in gaps(open, all_busy) {
                        if end - start >= wanted {
                            found.push(Opening {
                                provider: provider.id,
                                chair: chair.id,
                                start: zone.wall(start),
                                minutes: u32::try_from((end - start).num_minutes()).unwrap_or(0),
                            });
                        }
                    }
                }
            }
        }
    }
    found.sort_by_key(|opening| zone.instant_of_record(opening.start));
    found
}

/// Where the chair is open within the shift.
fn chair_spans(chair: &Chair, shift: &Shift, date: NaiveDate, zone: Zone) -> Vec<Span> {
    let instant = |minute: MinuteOfDay| zone.instant_of_record(WallTime::once(minute.on(date)));
    let Some(shifts) = chair.open_on(date) else {
        return vec![(instant(shift.from), instant(shift.to))];
    };
    shifts
        .iter()
        .map(|open| (open.from.max(shift.from), open.to.min(shift.to)))
        .filter(|(from, to)| from < to)
        .map(|(from, to)| (instant(from), instant(to)))
        .collect()
}

/// What is left of `open` without `busy`, in order. Starts fall on whole minutes.
fn gaps(open: Span, mut busy: Vec<Span>) -> Vec<Span> {
    busy.sort_unstable();
    let mut found = Vec::new();
    let mut at = whole_minute(open.0);
    for (from, to) in busy {
        if from > at {
            found.push((at, from.min(open.1)));
        }
        at = at.max(to);
        if at >= open.1 {
            break;
        }
    }
    found.push((at, open.1));
    found.retain(|(from, to)| from < to);
    found
}

fn whole_minute(at: DateTime<Utc>) -> DateTime<Utc> {
    use chrono::Timelike;
    let down = at
        .with_second(0)
        .and_then(|at| at.with_nanosecond(0))
        .unwrap_or(at);
    if down < at {
        down + TimeDelta::minutes(1)
    } else {
        down
    }
}
