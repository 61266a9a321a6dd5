//! Days that look like days: who came, who did not, and who is booked.

use super::dice::Dice;
use super::kept_free::KeptFree;
use super::kinds::{self, EMERGENCY, KINDS, NEW_PATIENT, Room};
use super::people::Person;
use super::staff::Hired;
use crate::error::Result;
use crate::setup::Setup;
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use domain::appointment::Ended;
use domain::hours::shifts_on;
use domain::patient::age_on;
use domain::{
    Appointment, AppointmentId, ChairId, Confirmation, MinuteOfDay, Pattern, ProviderId, Shift,
    Status, WallTime,
};
use store::Change;

/// From which day to which, and how full the days are.
#[derive(Debug, Clone, Copy)]
pub(super) struct Calendar {
    pub(super) from: NaiveDate,
    pub(super) today: NaiveDate,
    pub(super) to: NaiveDate,
    /// Visits on an ordinary day.
    usual: f64,
}

/// Working days of a year.
const WORKING_DAYS: f64 = 245.0;
/// Visits a day around today that even a small practice shows.
const LIVELY: f64 = 22.0;
/// Visits that a chair takes in a day.
const PER_CHAIR: f64 = 11.0;
/// How full the weeks ahead are, this one first.
const AHEAD: [f64; 9] = [1.0, 0.9, 0.72, 0.55, 0.42, 0.3, 0.2, 0.12, 0.08];
/// Length of a visit on average, and of a gap, in minutes.
const VISIT: f64 = 44.0;
const GAP: f64 = 25.0;

/// How many days back visits may be left open, and how many in a thousand are.
const FORGOTTEN_DAYS: i64 = 6;
const FORGOTTEN: usize = 12;

const CANCEL_REASONS: [&str; 6] = [
    "Ill",
    "Work",
    "No childcare",
    "Found an earlier appointment",
    "Away",
    "Transport",
];
const PRACTICE_REASONS: [&str; 2] = ["Provider ill", "Chair out of order"];
const MISS_REASONS: [&str; 3] = ["", "No answer when called", "Forgot, will call back"];
const NOTES: [&str; 12] = [
    "X-ray before",
    "Second of three visits",
    "Interpreter comes along",
    "Lab work must be back",
    "Bring the referral letter",
    "Upper left hurts when cold",
    "Ask about medicines",
    "Guardian comes along",
    "Call when there is an earlier time",
    "Check blood pressure first",
    "Old crown lost",
    "Estimate to be signed",
];

impl Calendar {
    /// A big practice sees each patient less often than a small one, where it is the same faces.
    pub(super) fn new(patients: u32, from: NaiveDate, today: NaiveDate, to: NaiveDate) -> Self {
        let patients = f64::from(patients);
        let a_year = (4.0 * (400.0 / patients.max(1.0)).powf(0.4)).clamp(0.4, 5.0);
        Self {
            from,
            today,
            to,
            usual: patients * a_year / WORKING_DAYS,
        }
    }

    /// How many chairs that takes.
    pub(super) fn chairs(&self) -> usize {
        ((self.usual * 1.25 / PER_CHAIR).ceil() as usize).clamp(4, 24)
    }

    /// Visits on a day: the practice grows, and around today even a small one is lively.
    fn wanted(&self, date: NaiveDate) -> f64 {
        let whole = (self.today - self.from).num_days().max(1) as f64;
        let past = (self.today - date).num_days() as f64;
        let grown = self.usual * (1.25 - 0.5 * (past.max(0.0) / whole).min(1.0));
        let lively = LIVELY * (1.0 - (past.max(0.0) - 14.0).max(0.0) / 60.0);
        let full = grown.max(lively);
        let weeks = usize::try_from((date - self.today).num_days() / 7).unwrap_or(0);
        if date > self.today {
            full * AHEAD[weeks.min(AHEAD.len() - 1)]
        } else {
            full
        }
    }
}

/// A stretch of one provider's day in one chair.
#[derive(Clone, Copy)]
struct Stretch {
    provider: ProviderId,
    chair: ChairId,
    room: Room,
    from: u16,
    to: u16,
}

/// Writes the visits of all days; returns how many.
#[expect(
    clippy::too_many_arguments,
    reason = "each is made by another part of the demo"
)]
pub(super) fn put(
    change: &mut Change<'_>,
    setup: &Setup,
    hired: &Hired,
    kept: &KeptFree,
    calendar: &Calendar,
    people: &mut [Person],
    now: DateTime<Utc>,
    dice: &mut Dice,
) -> Result<u32> {
    let mut written = 0;
    let days = calendar
        .from
        .iter_days()
        .take_while(|date| *date <= calendar.to);
    for date in days {
        if setup.closures.iter().any(|closure| closure.covers(date)) {
            continue;
        }
        let stretches = working(hired, kept, date);
        let open: u32 = stretches
            .iter()
            .map(|stretch| u32::from(stretch.to - stretch.from))
            .sum();
        if open == 0 {
            continue;
        }
        let rate = calendar.wanted(date) / f64::from(open);
        let taken = (GAP * rate / (1.0 - (VISIT - GAP) * rate).max(0.05)).clamp(0.02, 0.96);
        let mut day = Day {
            setup,
            hired,
            people,
            date,
            today: calendar.today,
            now,
            taken: (taken * 1000.0) as usize,
            visits: Vec::new(),
        };
        for stretch in &stretches {
            day.fill(stretch, dice);
        }
        for (stretch, at) in emergencies(hired, kept, date) {
            if dice.chance(day.taken / 2) {
                day.take_in(&stretch, at, dice);
            }
        }
        day.visits.sort_by_key(|visit| (visit.start, visit.id));
        for visit in &day.visits {
            change.insert_appointment(visit, setup.zone(), "")?;
            written += 1;
        }
    }
    Ok(written)
}

/// The stretches that are open to everybody.
fn working(hired: &Hired, kept: &KeptFree, date: NaiveDate) -> Vec<Stretch> {
    let mut open = Vec::new();
    for whole in shifts(hired, date) {
        let (provider, chair) = (whole.provider, whole.chair);
        for (from, to) in kept.left_of((whole.from, whole.to), provider, chair, date) {
            open.push(Stretch { from, to, ..whole });
        }
    }
    open
}

/// Where emergencies have their place, and when.
fn emergencies(hired: &Hired, kept: &KeptFree, date: NaiveDate) -> Vec<(Stretch, u16)> {
    let of = |whole: Stretch| {
        let span = (whole.from, whole.to);
        let at = kept.for_emergencies(span, whole.provider, whole.chair, date)?;
        Some((whole, at))
    };
    shifts(hired, date).into_iter().filter_map(of).collect()
}

fn shifts(hired: &Hired, date: NaiveDate) -> Vec<Stretch> {
    let mut found = Vec::new();
    for provider in &hired.providers {
        let Some(week) = &provider.hours else {
            continue;
        };
        for Shift { from, to, chair } in shifts_on(week, &provider.exceptions, date) {
            let place = hired
                .places
                .iter()
                .find(|place| Some(place.chair) == *chair);
            found.extend(place.map(|place| Stretch {
                provider: provider.id,
                chair: place.chair,
                room: place.room,
                from: from.minutes(),
                to: to.minutes(),
            }));
        }
    }
    found
}

struct Day<'a> {
    setup: &'a Setup,
    hired: &'a Hired,
    people: &'a mut [Person],
    date: NaiveDate,
    today: NaiveDate,
    now: DateTime<Utc>,
    /// How often a free time is taken, in a thousand.
    taken: usize,
    visits: Vec<Appointment>,
}

impl Day<'_> {
    fn fill(&mut self, stretch: &Stretch, dice: &mut Dice) {
        let mut at = stretch.from;
        // When the chair is free again: what takes longer goes on to those who come next.
        let mut free = None;
        while at + 15 <= stretch.to {
            if !dice.chance(self.taken) {
                at += *dice.pick(&[15, 25, 30]);
                continue;
            }
            let drawn = kinds::draw(stretch.room, dice);
            let Some(who) = self.who(KINDS[drawn].ages, dice) else {
                at += 15;
                continue;
            };
            let first = self.people[who].last.is_none()
                && stretch.room == Room::Dentist
                && self.people[who].joined + TimeDelta::days(60) > self.date;
            let kind = if first { NEW_PATIENT } else { drawn };
            let minutes = KINDS[kind].minutes as u16;
            if at + minutes > stretch.to {
                at += 15;
                continue;
            }
            let mut visit = self.visit(stretch, at, kind, who, dice);
            self.go_on(&mut visit, &mut free, dice);
            let cancelled = visit.status == Status::Cancelled;
            self.visits.push(visit);
            if cancelled {
                // The time is free again; whoever comes first takes it.
                continue;
            }
            self.people[who].last = Some(self.date);
            if minutes >= 45 && stretch.room == Room::Dentist && dice.chance(6) {
                self.squeeze_in(stretch, at + 15, dice);
            }
            at += minutes;
        }
    }

    /// Somebody in pain, in the time that is kept for it.
    fn take_in(&mut self, stretch: &Stretch, at: u16, dice: &mut Dice) {
        let Some(who) = self.who(KINDS[EMERGENCY].ages, dice) else {
            return;
        };
        let visit = self.visit(stretch, at, EMERGENCY, who, dice);
        if visit.status.occupies() {
            self.people[who].last = Some(self.date);
        }
        self.visits.push(visit);
    }

    /// S4: somebody in pain, booked knowingly over another.
    fn squeeze_in(&mut self, stretch: &Stretch, at: u16, dice: &mut Dice) {
        let Some(who) = self.who(KINDS[EMERGENCY].ages, dice) else {
            return;
        };
        let mut visit = self.visit(stretch, at, EMERGENCY, who, dice);
        if visit.status.occupies() {
            visit.overbooked = true;
            self.people[who].last = Some(self.date);
            self.visits.push(visit);
        }
    }

    /// Of some who could come, the one whose last visit is longest ago.
    fn who(&self, ages: (u32, u32), dice: &mut Dice) -> Option<usize> {
        let mut best: Option<usize> = None;
        let mut found = 0;
        for _ in 0..40 {
            let place = dice.below(self.people.len());
            let person = &self.people[place];
            let here = person.joined <= self.date
                && person.until.is_none_or(|until| self.date <= until)
                && person.last != Some(self.date);
            let age = age_on(Some(person.birth), None, self.date);
            if !here || !age.is_some_and(|age| (ages.0..=ages.1).contains(&age)) {
                continue;
            }
            if best.is_none_or(|best| person.last < self.people[best].last) {
                best = Some(place);
            }
            found += 1;
            if found == 6 {
                break;
            }
        }
        best
    }

    fn visit(
        &self,
        stretch: &Stretch,
        at: u16,
        kind: usize,
        who: usize,
        dice: &mut Dice,
    ) -> Appointment {
        let minute = MinuteOfDay::new(at).unwrap_or(MinuteOfDay::END);
        let start = WallTime::once(minute.on(self.date));
        let zone = self.setup.zone();
        let from = zone.instant_of_record(start);
        let minutes = KINDS[kind].minutes;
        let to = from + TimeDelta::minutes(i64::from(minutes));
        let notes = if dice.chance(170) {
            *dice.pick(&NOTES)
        } else {
            ""
        };
        let mut visit = Appointment {
            provider: Some(stretch.provider),
            chair: Some(stretch.chair),
            kind: self.hired.kinds.get(kind).copied(),
            status: self.status(from, to, dice),
            confirmation: self.confirmation(dice),
            arrive_early: KINDS[kind].arrive_early,
            pattern: self.pattern(kind),
            notes: notes.to_owned(),
            ..Appointment::booked(
                AppointmentId(dice.id(from)),
                self.people[who].id,
                start,
                minutes,
            )
        };
        self.history(&mut visit, from, to, dice);
        visit
    }

    fn pattern(&self, kind: usize) -> Option<Pattern> {
        let id = self.hired.kinds.get(kind)?;
        self.setup.kind(*id)?.pattern_for(KINDS[kind].minutes)
    }

    fn status(&self, from: DateTime<Utc>, to: DateTime<Utc>, dice: &mut Dice) -> Status {
        let roll = dice.below(100);
        let late = self.now - from;
        if to <= self.now {
            match roll {
                0..8 => Status::Cancelled,
                8..12 => Status::Missed,
                _ => Status::Completed,
            }
        } else if from <= self.now {
            match roll {
                0..5 => Status::Cancelled,
                5..10 if late > TimeDelta::minutes(15) => Status::Missed,
                // Still on the way, and nobody has called yet.
                5..14 => Status::Scheduled,
                _ if late > TimeDelta::minutes(6) => Status::Seated,
                _ => Status::Arrived,
            }
        } else if self.date == self.today {
            match roll {
                0..4 => Status::Cancelled,
                4..60 if late > TimeDelta::minutes(-20) => Status::Arrived,
                _ => Status::Scheduled,
            }
        } else {
            match roll {
                0..3 => Status::Cancelled,
                _ => Status::Scheduled,
            }
        }
    }

    fn confirmation(&self, dice: &mut Dice) -> Confirmation {
        let ahead = (self.date - self.today).num_days();
        let (confirmed, sent) = match ahead {
            ..=0 => (78, 14),
            1..=3 => (66, 24),
            4..=10 => (22, 40),
            _ => (4, 6),
        };
        let roll = dice.below(100);
        if roll < confirmed {
            Confirmation::Confirmed
        } else if roll < confirmed + sent {
            Confirmation::Sent
        } else if roll == 99 && ahead > 0 {
            Confirmation::Declined
        } else {
            Confirmation::Unconfirmed
        }
    }

    /// Puts the times of a visit after those of the one before it in the chair, and takes the
    /// status back where they have not come yet: who is seated late is seen late, and the next one
    /// waits. A few of the days just gone by nobody brought to an end.
    fn go_on(&self, visit: &mut Appointment, free: &mut Option<DateTime<Utc>>, dice: &mut Dice) {
        let (Some(seated), true) = (
            visit.seated_at,
            matches!(visit.status, Status::Seated | Status::Completed),
        ) else {
            return;
        };
        let turn = dice.between(1, 3);
        let seated = free.map_or(seated, |free| seated.max(free + TimeDelta::minutes(turn)));
        let takes = i64::from(visit.minutes) * dice.between(82, 118) / 100;
        let dismissed = seated + TimeDelta::minutes(takes);
        *free = Some(dismissed);
        let days_ago = (self.today - self.date).num_days();
        let forgotten = (1..=FORGOTTEN_DAYS).contains(&days_ago) && dice.chance(FORGOTTEN);
        if seated > self.now {
            visit.status = Status::Arrived;
            visit.seated_at = None;
            visit.dismissed_at = None;
        } else if dismissed > self.now || forgotten {
            visit.status = Status::Seated;
            visit.seated_at = Some(seated);
            visit.dismissed_at = None;
        } else {
            visit.status = Status::Completed;
            visit.seated_at = Some(seated);
            visit.dismissed_at = Some(dismissed);
        }
    }

    /// When the patient came and went, or why not.
    fn history(
        &self,
        visit: &mut Appointment,
        from: DateTime<Utc>,
        to: DateTime<Utc>,
        dice: &mut Dice,
    ) {
        let minutes = |from: DateTime<Utc>, low, high, dice: &mut Dice| {
            (from + TimeDelta::minutes(dice.between(low, high))).min(self.now)
        };
        let came = matches!(
            visit.status,
            Status::Arrived | Status::Seated | Status::Completed
        );
        if came {
            visit.arrived_at = Some(minutes(from, -14, -1, dice));
        }
        if matches!(visit.status, Status::Seated | Status::Completed) {
            visit.seated_at = Some(minutes(from, 0, 6, dice));
        }
        match visit.status {
            Status::Completed => visit.dismissed_at = Some(minutes(to, -6, 8, dice)),
            Status::Missed => {
                visit.ended = Some(Ended {
                    reason: (*dice.pick(&MISS_REASONS)).to_owned(),
                    at: minutes(from, 15, 40, dice),
                    by_practice: false,
                    by: String::new(),
                });
            }
            Status::Cancelled => {
                let by_practice = dice.chance(150);
                let reason = if by_practice {
                    *dice.pick(&PRACTICE_REASONS)
                } else {
                    *dice.pick(&CANCEL_REASONS)
                };
                visit.ended = Some(Ended {
                    reason: reason.to_owned(),
                    at: from.min(self.now) - TimeDelta::minutes(dice.between(60, 9 * 24 * 60)),
                    by_practice,
                    by: String::new(),
                });
            }
            Status::Scheduled | Status::Arrived | Status::Seated => {}
        }
    }
}
