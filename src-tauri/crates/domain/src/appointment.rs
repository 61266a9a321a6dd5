//! Appointments: when, who, where, and how far they have come.

use crate::id::{AppointmentId, AppointmentTypeId, ChairId, PatientId, ProviderId, SeriesId};
use crate::name::names;
use crate::patient::Identifier;
use crate::said::{Said, said};
use crate::wall_clock::{WallTime, Zone};
use crate::wish::Wish;
use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A visit, booked or past.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Appointment {
    pub id: AppointmentId,
    pub patient: PatientId,
    /// None only for visits taken over from another system that named nobody.
    pub provider: Option<ProviderId>,
    /// None only for visits taken over from another system.
    pub chair: Option<ChairId>,
    pub kind: Option<AppointmentTypeId>,
    pub start: WallTime,
    /// Length in minutes, at least 1.
    pub minutes: u32,
    /// Who is busy in each 5-minute unit; none means the provider throughout (S2).
    pub pattern: Option<Pattern>,
    pub status: Status,
    pub confirmation: Confirmation,
    /// Minutes before the start at which the patient is asked to be there (S11).
    #[serde(default)]
    pub arrive_early: u32,
    /// What the visit is for, where no appointment type says it.
    #[serde(default)]
    pub reason: String,
    pub notes: String,
    /// Booked knowingly over other visits, or outside the hours (S4).
    #[serde(default)]
    pub overbooked: bool,
    /// Why and when a cancelled or missed visit ended so (S8).
    #[serde(default)]
    pub ended: Option<Ended>,
    #[serde(default)]
    pub arrived_at: Option<DateTime<Utc>>,
    #[serde(default)]
    pub seated_at: Option<DateTime<Utc>>,
    #[serde(default)]
    pub dismissed_at: Option<DateTime<Utc>>,
    /// Ids in other systems, so that a second import finds the same visit.
    #[serde(default)]
    pub identifiers: Vec<Identifier>,
    /// Goes up by one with every change; a change against an older one is refused.
    #[serde(default)]
    pub revision: u32,
    /// The series it was booked in (S13).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub series: Option<SeriesId>,
    /// Since when the patient would come sooner; none is not on the ASAP list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asap: Option<DateTime<Utc>>,
    /// When and with whom the patient would like to come instead.
    #[serde(default, skip_serializing_if = "Wish::is_empty")]
    pub wish: Wish,
    /// S8: what became of a cancelled or missed visit.
    #[serde(default, skip_serializing_if = "FollowUp::is_open")]
    pub follow_up: FollowUp,
    /// S7: a person set the confirmation, so that no machine does any more.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub confirmed_by_person: bool,
    /// Calls to have it confirmed that nobody answered, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unanswered: Vec<Call>,
}

/// That somebody of the practice called.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Call {
    pub at: DateTime<Utc>,
    pub by: String,
}

/// S8: whether a visit that did not take place is still on the unscheduled list.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FollowUp {
    /// Somebody has to see to it.
    #[default]
    Open,
    Rebooked(AppointmentId),
    /// It will not be booked again, and why.
    LetGo {
        reason: String,
        at: DateTime<Utc>,
    },
}

impl FollowUp {
    /// Whether somebody has to see to it.
    pub fn is_open(&self) -> bool {
        *self == FollowUp::Open
    }
}

/// S8: who ended a visit that did not take place, when and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ended {
    pub reason: String,
    pub at: DateTime<Utc>,
    /// Whether the practice cancelled; then it is no fault of the patient's.
    #[serde(default)]
    pub by_practice: bool,
    /// Who wrote it down; empty in older records.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub by: String,
}

/// S7: how far the visit has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    #[default]
    Scheduled,
    Arrived,
    Seated,
    Completed,
    Missed,
    Cancelled,
}

names!(Status {
    Scheduled = "scheduled",
    Arrived = "arrived",
    Seated = "seated",
    Completed = "completed",
    Missed = "missed",
    Cancelled = "cancelled",
});

/// S7: what the patient said, apart from how far the visit has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Confirmation {
    #[default]
    Unconfirmed,
    Sent,
    Confirmed,
    Declined,
}

names!(Confirmation {
    Unconfirmed = "unconfirmed",
    Sent = "sent",
    Confirmed = "confirmed",
    Declined = "declined",
});

/// Who is busy in a 5-minute unit (S2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Unit {
    Provider,
    Assistant,
}

/// One unit after the other; written `X` for the provider's and `/` for an assistant's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Pattern(Vec<Unit>);

/// The text is not a pattern.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "\"{0}\" is not a pattern; write X for five minutes of the provider's, / for an assistant's"
)]
pub struct NotAPattern(pub String);

impl From<NotAPattern> for Said {
    fn from(NotAPattern(text): NotAPattern) -> Self {
        said("invalid-pattern").with("text", text)
    }
}

/// Length of a unit.
pub const UNIT_MINUTES: u32 = 5;

impl Status {
    /// S1: cancelled and missed visits keep nobody busy.
    pub fn occupies(self) -> bool {
        !matches!(self, Status::Cancelled | Status::Missed)
    }
}

impl Pattern {
    /// None when there is no unit.
    pub fn new(units: Vec<Unit>) -> Option<Self> {
        (!units.is_empty()).then_some(Self(units))
    }

    /// The units in order.
    pub fn units(&self) -> &[Unit] {
        &self.0
    }

    /// Length in minutes.
    pub fn minutes(&self) -> u32 {
        self.0.len() as u32 * UNIT_MINUTES
    }

    /// The pattern of a visit that takes longer or shorter than usual. Each part keeps its share of
    /// the length in whole units; whoever begins and ends the usual visit begins and ends this one,
    /// and a provider who is in it at all stays in it. A part too short for a unit of its own goes.
    pub fn stretched(&self, minutes: u32) -> Self {
        let wanted = minutes.div_ceil(UNIT_MINUTES).max(1) as usize;
        let there = self.0.len();
        // By the middle of each new unit, so that what is cut is cut from both sides alike.
        let mut units: Vec<Unit> = (0..wanted)
            .map(|at| self.0[(2 * at + 1) * there / (2 * wanted)])
            .collect();
        if wanted > 1 {
            units[0] = self.0[0];
            units[wanted - 1] = self.0[there - 1];
        }
        if !units.contains(&Unit::Provider)
            && let Some(at) = self.0.iter().position(|unit| *unit == Unit::Provider)
        {
            units[at * wanted / there] = Unit::Provider;
        }
        Self(units)
    }
}

impl fmt::Display for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for unit in &self.0 {
            f.write_str(match unit {
                Unit::Provider => "X",
                Unit::Assistant => "/",
            })?;
        }
        Ok(())
    }
}

impl FromStr for Pattern {
    type Err = NotAPattern;
    fn from_str(text: &str) -> Result<Self, NotAPattern> {
        text.chars()
            .map(|c| match c {
                'X' | 'x' => Some(Unit::Provider),
                '/' => Some(Unit::Assistant),
                _ => None,
            })
            .collect::<Option<Vec<_>>>()
            .and_then(Pattern::new)
            .ok_or_else(|| NotAPattern(text.to_owned()))
    }
}

impl TryFrom<String> for Pattern {
    type Error = NotAPattern;
    fn try_from(text: String) -> Result<Self, NotAPattern> {
        text.parse()
    }
}

impl From<Pattern> for String {
    fn from(pattern: Pattern) -> String {
        pattern.to_string()
    }
}

impl Appointment {
    /// A visit that is booked and nothing more: of no provider, chair or type yet.
    pub fn booked(id: AppointmentId, patient: PatientId, start: WallTime, minutes: u32) -> Self {
        Self {
            id,
            patient,
            provider: None,
            chair: None,
            kind: None,
            start,
            minutes,
            pattern: None,
            status: Status::Scheduled,
            confirmation: Confirmation::Unconfirmed,
            arrive_early: 0,
            reason: String::new(),
            notes: String::new(),
            overbooked: false,
            ended: None,
            arrived_at: None,
            seated_at: None,
            dismissed_at: None,
            identifiers: Vec::new(),
            revision: 0,
            series: None,
            asap: None,
            wish: Wish::default(),
            follow_up: FollowUp::Open,
            confirmed_by_person: false,
            unanswered: Vec::new(),
        }
    }

    /// [start, end) as instants (S1, S12).
    pub fn span(&self, zone: Zone) -> (DateTime<Utc>, DateTime<Utc>) {
        let start = zone.instant_of_record(self.start);
        let length = TimeDelta::minutes(i64::from(self.minutes));
        let end = start.checked_add_signed(length);
        (start, end.unwrap_or(DateTime::<Utc>::MAX_UTC))
    }

    /// What the wall shows when the visit ends.
    pub fn end(&self, zone: Zone) -> NaiveDateTime {
        zone.wall(self.span(zone).1).at
    }

    /// The last local date that the visit touches. Its end is exclusive (S1): one that ends at
    /// midnight is none of the next day.
    pub fn last_day(&self, zone: Zone) -> NaiveDate {
        let (start, end) = self.span(zone);
        let last = end
            .checked_sub_signed(TimeDelta::minutes(1))
            .map_or(start, |last| last.max(start));
        zone.date(last).max(self.start.date())
    }

    /// Stretches in which the provider is busy, as instants, in order (S2).
    pub fn provider_spans(&self, zone: Zone) -> Vec<(DateTime<Utc>, DateTime<Utc>)> {
        busy_spans(self.span(zone), self.pattern.as_ref())
    }

    /// When the patient is asked to be there (S11).
    pub fn arrival(&self) -> NaiveDateTime {
        let early = TimeDelta::minutes(i64::from(self.arrive_early));
        self.start
            .at
            .checked_sub_signed(early)
            .unwrap_or(self.start.at)
    }
}

/// Stretches of a visit from `start` to `end` in which its provider is busy, in order (S2).
pub(crate) fn busy_spans(
    (start, end): (DateTime<Utc>, DateTime<Utc>),
    pattern: Option<&Pattern>,
) -> Vec<(DateTime<Utc>, DateTime<Utc>)> {
    let Some(pattern) = pattern else {
        return vec![(start, end)];
    };
    let unit = TimeDelta::minutes(i64::from(UNIT_MINUTES));
    let mut spans: Vec<(DateTime<Utc>, DateTime<Utc>)> = Vec::new();
    let mut at = start;
    for busy in pattern.units() {
        let next = at
            .checked_add_signed(unit)
            .map_or(end, |next| next.min(end));
        if *busy == Unit::Provider && at < next {
            match spans.last_mut() {
                Some(last) if last.1 == at => last.1 = next,
                _ => spans.push((at, next)),
            }
        }
        at = next;
    }
    // A visit made longer than its pattern keeps the provider to the end: the safe reading.
    if at < end {
        spans.push((at, end));
    }
    spans
}
