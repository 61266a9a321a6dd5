//! When a message is due, and from when on it is of no use.

use super::facts::VisitFacts;
use crate::appointment::Appointment;
use crate::messages::kind::MessageKind;
use crate::messages::rule::Lead;
use crate::wall_clock::{WallTime, Zone};
use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, Utc};

/// M13: so long a message waits for an undo or a quick move.
pub const SETTLES: TimeDelta = TimeDelta::minutes(3);

/// Before this much of the way there is left, a message still helps; later they are on their way.
pub const MARGIN: TimeDelta = TimeDelta::minutes(15);

/// M7: days after which nobody is asked about a visit any more.
const ASKED_WITHIN: Days = Days::new(3);

/// After that the next dose is nearer.
const DOSE_USEFUL: TimeDelta = TimeDelta::hours(1);

/// When a message goes out at the earliest, and from when on it is of no use; half-open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) due: DateTime<Utc>,
    pub(super) until: DateTime<Utc>,
}

/// The instant at which the patient is asked to be there (S11).
pub(in crate::messages) fn arrival(visit: &Appointment, start: DateTime<Utc>) -> DateTime<Utc> {
    start
        .checked_sub_signed(TimeDelta::minutes(i64::from(visit.arrive_early)))
        .unwrap_or(start)
}

/// Of a message about a visit; none where the lead does not suit the kind, or lies out of all time.
pub(super) fn of_visit(
    facts: &VisitFacts<'_>,
    kind: MessageKind,
    lead: Lead,
    zone: Zone,
) -> Option<Span> {
    use MessageKind as K;
    let visit = facts.appointment;
    let (start, end) = visit.span(zone);
    let before = arrival(visit, start).checked_sub_signed(MARGIN)?;
    let settled = |at: DateTime<Utc>| at.checked_add_signed(SETTLES);
    let span = |due, until| Some(Span { due, until });
    match (kind, lead) {
        (K::BookingConfirmation | K::Moved, Lead::AtOnce) => {
            span(settled(facts.notice?.made)?, before)
        }
        (K::Cancelled, Lead::AtOnce) => span(settled(facts.notice?.made)?, start),
        (K::Reminder | K::PleaseConfirm, Lead::DaysBefore { days, at }) => {
            let day = visit
                .start
                .date()
                .checked_sub_days(Days::new(u64::from(days)))?;
            span(zone.edge(WallTime::once(at.on(day))), before)
        }
        (K::Reminder | K::PleaseConfirm, Lead::HoursBefore { hours }) => {
            let lead = TimeDelta::hours(i64::from(hours));
            span(start.checked_sub_signed(lead)?, before)
        }
        (
            K::MissedVisit | K::FollowUp | K::Survey,
            Lead::HoursAfter { .. } | Lead::DaysAfter { .. },
        ) => {
            // Nobody is asked how it was while they are still in the chair.
            let over = match kind {
                K::MissedVisit => end,
                _ => visit.dismissed_at.map_or(end, |left| left.max(end)),
            };
            let mut due = match lead {
                Lead::DaysAfter { days, at } => {
                    let day = zone
                        .date(over)
                        .checked_add_days(Days::new(u64::from(days)))?;
                    zone.edge(WallTime::once(at.on(day)))
                }
                Lead::HoursAfter { hours } => {
                    over.checked_add_signed(TimeDelta::hours(i64::from(hours)))?
                }
                _ => return None,
            };
            if kind == K::MissedVisit {
                // Marked by mistake and taken back sends nothing either.
                let marked = visit.ended.as_ref().and_then(|ended| settled(ended.at));
                due = marked.map_or(due, |marked| marked.max(due));
            }
            span(
                due,
                midnight(zone.date(due).checked_add_days(ASKED_WITHIN)?, zone),
            )
        }
        _ => None,
    }
}

/// Of a wish for a birthday: of use until the day is over.
pub(super) fn of_birthday(date: NaiveDate, lead: Lead, zone: Zone) -> Option<Span> {
    let Lead::DaysBefore { days, at } = lead else {
        return None;
    };
    let day = date.checked_sub_days(Days::new(u64::from(days)))?;
    Some(Span {
        due: zone.edge(WallTime::once(at.on(day))),
        until: midnight(date.succ_opt()?, zone),
    })
}

/// Of a dose.
pub(super) fn of_dose(at: DateTime<Utc>) -> Option<Span> {
    Some(Span {
        due: at,
        until: at.checked_add_signed(DOSE_USEFUL)?,
    })
}

fn midnight(date: NaiveDate, zone: Zone) -> DateTime<Utc> {
    zone.edge(WallTime::once(date.and_time(NaiveTime::MIN)))
}
