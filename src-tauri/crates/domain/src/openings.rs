//! Openings: gaps in which a visit of a given length can be booked, and where in them a wish is met.

mod fair;

pub use fair::{Offer, Offers};

use crate::appointment::{Appointment, Pattern, busy_spans};
use crate::hours::{Closure, MinuteOfDay, Shift, shifts_on};
use crate::id::{ChairId, ProviderId};
use crate::practice::{AppointmentType, Chair, Practice, Provider};
use crate::wall_clock::{WallTime, ZoneDay};
use crate::wish::Wish;
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

/// A gap of one provider in one chair.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Opening {
    pub provider: ProviderId,
    pub chair: ChairId,
    /// Where the gap begins, and the length of all of it.
    pub gap_start: WallTime,
    pub gap_minutes: u32,
    /// The first time within the gap at which the visit fits what is wished for.
    pub start: WallTime,
    /// From there to the end of the gap.
    pub minutes: u32,
}

/// What openings are looked for in.
#[derive(Debug, Clone, Copy)]
pub struct Schedule<'a> {
    pub practice: &'a Practice,
    pub closures: &'a [Closure],
    pub providers: &'a [Provider],
    pub chairs: &'a [Chair],
    /// All that touch the days looked at, in any order.
    pub taken: &'a [Taken],
    /// Block-outs that keep the wanted visit away (S5).
    pub blocked: &'a [Blocked],
}

/// As much of a visit as it takes to know who is busy: one that keeps nobody busy is none (S1).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    pub provider: Option<ProviderId>,
    pub chair: Option<ChairId>,
    pub start: WallTime,
    pub minutes: u32,
    pub pattern: Option<Pattern>,
}

/// A stretch that is not for the wanted visit. Of nobody and no chair it is the whole practice's;
/// of both, the provider's in that chair.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Blocked {
    pub provider: Option<ProviderId>,
    pub chair: Option<ChairId>,
    pub from: DateTime<Utc>,
    pub to: DateTime<Utc>,
}

/// The visit that an opening is looked for.
#[derive(Debug, Clone, Copy)]
pub struct Wanted<'a> {
    pub minutes: u32,
    /// Where it may take place, and with whom.
    pub kind: Option<&'a AppointmentType>,
    pub wish: &'a Wish,
    pub not_before: DateTime<Utc>,
}

type Span = (DateTime<Utc>, DateTime<Utc>);

/// A schedule made ready, so that each of many days costs no more than what is on it.
#[derive(Debug)]
pub struct Search<'a> {
    schedule: Schedule<'a>,
    wanted: Wanted<'a>,
    providers: Vec<(&'a Provider, Vec<Span>)>,
    chairs: Vec<(&'a Chair, Vec<Span>)>,
    /// Block-outs of a provider in one chair alone: few, if any.
    of_pairs: Vec<Blocked>,
}

/// What is open of the chairs on one date; none is all day.
type ChairDay = Vec<Option<Vec<Span>>>;

impl Taken {
    /// None for a visit that keeps nobody busy (S1).
    pub fn of(visit: &Appointment) -> Option<Self> {
        visit.status.occupies().then(|| Self {
            provider: visit.provider,
            chair: visit.chair,
            start: visit.start,
            minutes: visit.minutes,
            pattern: visit.pattern.clone(),
        })
    }
}

impl<'a> Search<'a> {
    /// Sorts what is taken by provider and by chair.
    pub fn new(schedule: Schedule<'a>, wanted: Wanted<'a>) -> Self {
        let kind = wanted.kind;
        let mut search = Self {
            schedule,
            wanted,
            providers: schedule
                .providers
                .iter()
                .filter(|one| {
                    one.active
                        && wanted.wish.suits_provider(one.id)
                        && kind.is_none_or(|kind| kind.allows_provider(one.id))
                })
                .map(|one| (one, Vec::new()))
                .collect(),
            chairs: schedule
                .chairs
                .iter()
                .filter(|one| {
                    one.active
                        && wanted.wish.suits_chair(one.id)
                        && kind.is_none_or(|kind| kind.allows_chair(one.id))
                })
                .map(|one| (one, Vec::new()))
                .collect(),
            of_pairs: Vec::new(),
        };
        search.take_all();
        search.block_all();
        for spans in search.all_spans() {
            *spans = united(std::mem::take(spans));
        }
        search
    }

    /// How many providers could take the visit at all.
    pub fn providers(&self) -> usize {
        self.providers.len()
    }

    /// Openings that begin on `date`, by start, then in the order of providers and chairs.
    pub fn on(&self, date: NaiveDate) -> Vec<Opening> {
        let Schedule {
            practice, closures, ..
        } = self.schedule;
        if self.wanted.minutes == 0
            || !self.wanted.wish.suits_day(date)
            || closures.iter().any(|closure| closure.covers(date))
        {
            return Vec::new();
        }
        let day = ZoneDay::new(practice.zone, date);
        let chairs: ChairDay = self
            .chairs
            .iter()
            .map(|(chair, _)| {
                let shifts = chair.open_on(date)?;
                Some(shifts.iter().map(|shift| span_of(shift, &day)).collect())
            })
            .collect();
        let mut found = Vec::new();
        for (provider, busy) in &self.providers {
            let week = provider.hours.as_ref().unwrap_or(&practice.hours);
            for shift in shifts_on(week, &provider.exceptions, date) {
                let worked = span_of(shift, &day);
                for (place, (chair, taken)) in self.chairs.iter().enumerate() {
                    if shift.chair.is_some_and(|given| given != chair.id) {
                        continue;
                    }
                    let whole = [worked];
                    let open = chairs.get(place).and_then(Option::as_deref);
                    for span in open.unwrap_or(&whole) {
                        let span = (span.0.max(worked.0), span.1.min(worked.1));
                        for gap in self.gaps(span, provider.id, chair.id, busy, taken) {
                            found.extend(self.opening(gap, provider.id, chair.id, &day));
                        }
                    }
                }
            }
        }
        found.sort_by_key(|(start, _)| *start);
        found.into_iter().map(|(_, opening)| opening).collect()
    }

    fn take_all(&mut self) {
        let zone = self.schedule.practice.zone;
        let mut day = None::<ZoneDay>;
        for taken in self.schedule.taken {
            let date = taken.start.date();
            let day = match &day {
                Some(known) if known.date() == date => known,
                _ => day.insert(ZoneDay::new(zone, date)),
            };
            let start = day.instant(taken.start);
            let length = TimeDelta::minutes(i64::from(taken.minutes));
            let end = start.checked_add_signed(length);
            let span = (start, end.unwrap_or(DateTime::<Utc>::MAX_UTC));
            if let Some(spans) = of(&mut self.chairs, |chair| Some(chair.id) == taken.chair) {
                spans.push(span);
            }
            if let Some(spans) = of(&mut self.providers, |one| Some(one.id) == taken.provider) {
                match &taken.pattern {
                    None => spans.push(span),
                    Some(pattern) => spans.extend(busy_spans(span, Some(pattern))),
                }
            }
        }
    }

    fn block_all(&mut self) {
        for blocked in self.schedule.blocked {
            let span = (blocked.from, blocked.to);
            match (blocked.provider, blocked.chair) {
                (None, None) => {
                    for (_, spans) in &mut self.providers {
                        spans.push(span);
                    }
                }
                (Some(provider), None) => {
                    if let Some(spans) = of(&mut self.providers, |one| one.id == provider) {
                        spans.push(span);
                    }
                }
                (None, Some(chair)) => {
                    if let Some(spans) = of(&mut self.chairs, |one| one.id == chair) {
                        spans.push(span);
                    }
                }
                (Some(_), Some(_)) => self.of_pairs.push(*blocked),
            }
        }
    }

    fn all_spans(&mut self) -> impl Iterator<Item = &mut Vec<Span>> {
        let providers = self.providers.iter_mut().map(|(_, spans)| spans);
        providers.chain(self.chairs.iter_mut().map(|(_, spans)| spans))
    }

    /// What is left of `open` when neither is busy, long enough and not in the past.
    fn gaps(
        &self,
        open: Span,
        provider: ProviderId,
        chair: ChairId,
        busy: &[Span],
        taken: &[Span],
    ) -> Vec<Span> {
        let open = (open.0.max(offered_from(self.wanted.not_before)), open.1);
        let wanted = TimeDelta::minutes(i64::from(self.wanted.minutes));
        if open.1 - open.0 < wanted {
            return Vec::new();
        }
        let (busy, taken) = (within(busy, open), within(taken, open));
        let pairs = self
            .of_pairs
            .iter()
            .filter(|pair| pair.provider == Some(provider) && pair.chair == Some(chair))
            .map(|pair| (pair.from, pair.to));
        let mut found = Vec::new();
        let mut at = open.0;
        for (from, to) in merged(busy, taken, pairs.collect()) {
            let until = from.min(open.1);
            if until - at >= wanted {
                found.push((at, until));
            }
            at = at.max(to);
        }
        if open.1 - at >= wanted {
            found.push((at, open.1));
        }
        found
    }

    /// The gap as it is offered; none when no time in it is wished for.
    fn opening(
        &self,
        gap: Span,
        provider: ProviderId,
        chair: ChairId,
        day: &ZoneDay,
    ) -> Option<(DateTime<Utc>, Opening)> {
        let start = first_start(gap, self.wanted.minutes, self.wanted.wish, day)?;
        let length = |from: DateTime<Utc>| u32::try_from((gap.1 - from).num_minutes()).unwrap_or(0);
        let opening = Opening {
            provider,
            chair,
            gap_start: day.wall(gap.0),
            gap_minutes: length(gap.0),
            start: day.wall(start),
            minutes: length(start),
        };
        Some((start, opening))
    }
}

/// The first time in a gap on that day at which a visit of `minutes` is as it is wished, by time of
/// day; none when there is no such time.
pub fn first_start(gap: Span, minutes: u32, wish: &Wish, day: &ZoneDay) -> Option<DateTime<Utc>> {
    let length = TimeDelta::minutes(i64::from(minutes));
    let fits = |start: &DateTime<Utc>| {
        start
            .checked_add_signed(length)
            .is_some_and(|end| end <= gap.1)
            && wish.suits_time(day.wall(*start), minutes)
    };
    let Some(from) = wish.from else {
        return Some(gap.0).filter(fits);
    };
    // Where clocks are set back the time comes twice, and only the second may be in the gap.
    [false, true]
        .map(|second_pass| {
            let at = from.on(day.date());
            day.instant(WallTime { at, second_pass }).max(gap.0)
        })
        .into_iter()
        .find(fits)
}

fn of<'s, T>(all: &'s mut [(&T, Vec<Span>)], is: impl Fn(&T) -> bool) -> Option<&'s mut Vec<Span>> {
    all.iter_mut()
        .find(|(one, _)| is(one))
        .map(|(_, spans)| spans)
}

fn span_of(shift: &Shift, day: &ZoneDay) -> Span {
    let instant = |minute: MinuteOfDay| day.instant(WallTime::once(minute.on(day.date())));
    (instant(shift.from), instant(shift.to))
}

/// In order and apart from each other, so that a stretch of them is found by halves.
fn united(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_unstable();
    let mut apart: Vec<Span> = Vec::with_capacity(spans.len());
    for (from, to) in spans {
        match apart.last_mut() {
            Some(last) if from <= last.1 => last.1 = last.1.max(to),
            _ => apart.push((from, to)),
        }
    }
    apart
}

/// Those that overlap `open`.
fn within(apart: &[Span], open: Span) -> &[Span] {
    let first = apart.partition_point(|span| span.1 <= open.0);
    let rest = apart.get(first..).unwrap_or(&[]);
    let count = rest.partition_point(|span| span.0 < open.1);
    rest.get(..count).unwrap_or(rest)
}

/// All of them by their beginning.
fn merged(busy: &[Span], taken: &[Span], pairs: Vec<Span>) -> Vec<Span> {
    let mut all: Vec<Span> = busy.iter().chain(taken).copied().chain(pairs).collect();
    all.sort_unstable();
    all
}

/// Nobody is given an appointment at 12:07: what begins now begins on the next five minutes.
fn offered_from(not_before: DateTime<Utc>) -> DateTime<Utc> {
    const STEP: i64 = 5 * 60;
    let seconds = not_before.timestamp() + i64::from(not_before.timestamp_subsec_nanos() > 0);
    let later = seconds.div_euclid(STEP) * STEP
        + if seconds.rem_euclid(STEP) > 0 {
            STEP
        } else {
            0
        };
    DateTime::from_timestamp(later, 0).unwrap_or(not_before)
}
