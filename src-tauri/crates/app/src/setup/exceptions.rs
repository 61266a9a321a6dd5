//! Hours of one date or a stretch of them that differ from the week's (S6): a holiday of a
//! provider, a Saturday on duty, a chair under repair.

use super::Setup;
use super::left::left_without;
use crate::block_out::refuse_unless;
use crate::desk::Desk;
use crate::error::{Error, Result, fits};
use crate::undo::UndoableChange;
use chrono::{Datelike, NaiveDate};
use domain::limits::{self, SHORT, YEARS};
use domain::said;
use domain::{ChairId, HoursException, ProviderId, Shift, WeekHours};

/// Whose hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhoseHours {
    Provider(ProviderId),
    Chair(ChairId),
}

/// What the days have instead of their weekdays' hours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HoursOfDay {
    /// Nothing: they have their weekdays' hours again.
    Usual,
    Off,
    /// At least one, in order, none over another.
    Shifts(Vec<Shift>),
}

/// Other hours from one date to another, both included.
#[derive(Debug, Clone)]
pub struct ExceptHours {
    pub whose: WhoseHours,
    pub from: NaiveDate,
    pub to: NaiveDate,
    pub hours: HoursOfDay,
    /// Why: "Holiday", "Course".
    pub note: String,
    /// Somebody saw which visits are booked then, and they stay where they are.
    pub accept: bool,
}

/// Longest stretch, in days; who is away for longer is taken out of use.
const LONGEST: i64 = 400;

/// Lays down other hours. Where they take the ground from under visits that are booked, it is
/// refused with their names until somebody accepts that.
pub fn except_hours(desk: &mut Desk, request: &ExceptHours) -> Result<()> {
    check(request)?;
    let note = limits::clean(request.note.trim());
    fits("note", limits::within(&note, SHORT, "the note"))?;
    let undoable = match request.whose {
        WhoseHours::Provider(_) => UndoableChange::Provider,
        WhoseHours::Chair(_) => UndoableChange::Chair,
    };
    desk.write_step(undoable, |change| {
        let before = Setup::within(change)?;
        let mut after = before.clone();
        let who = match request.whose {
            WhoseHours::Provider(id) => {
                let provider = after
                    .providers
                    .iter_mut()
                    .find(|one| one.id == id)
                    .ok_or(Error::NotFound("provider"))?;
                let week = provider.hours.as_ref().unwrap_or(&after.practice.hours);
                provider.exceptions = excepted(week, &provider.exceptions, request, &note);
                change.put_provider(provider, before.provider(id))?;
                provider.name.clone()
            }
            WhoseHours::Chair(id) => {
                let chair = after
                    .chairs
                    .iter_mut()
                    .find(|one| one.id == id)
                    .ok_or(Error::NotFound("chair"))?;
                let week = chair.hours.as_ref().unwrap_or(&after.practice.hours);
                chair.exceptions = excepted(week, &chair.exceptions, request, &note);
                change.put_chair(chair, before.chair(id))?;
                chair.name.clone()
            }
        };
        let days = (request.from, request.to);
        let visits = left_without(change, &before, &after, days, |visit| match request.whose {
            WhoseHours::Provider(id) => visit.provider == Some(id),
            WhoseHours::Chair(id) => visit.chair == Some(id),
        })?;
        let what = if note.is_empty() {
            said("other-hours-of").with("who", who)
        } else {
            said("day-off-of").with("note", note).with("who", who)
        };
        refuse_unless(request.accept, what, &visits, change, &after)
    })
}

fn check(request: &ExceptHours) -> Result<()> {
    if request.to < request.from {
        return Err(Error::invalid("to", said("invalid-last-day")));
    }
    if !YEARS.contains(&request.from.year()) || (request.to - request.from).num_days() >= LONGEST {
        return Err(Error::invalid(
            "to",
            said("away-too-long").with("most", LONGEST),
        ));
    }
    let HoursOfDay::Shifts(shifts) = &request.hours else {
        return Ok(());
    };
    if shifts.is_empty() {
        return Err(Error::invalid("shifts", said("hours-say-when")));
    }
    if shifts.windows(2).any(|pair| pair[1].from < pair[0].to) {
        return Err(Error::invalid("shifts", said("hours-overlap")));
    }
    Ok(())
}

/// The exceptions with those of the days replaced. Over several days other hours are those of the
/// days that are worked anyway: a week of short days does not make a Sunday one.
fn excepted(
    week: &WeekHours,
    there: &[HoursException],
    request: &ExceptHours,
    note: &str,
) -> Vec<HoursException> {
    let days = request.from..=request.to;
    let mut all: Vec<HoursException> = there
        .iter()
        .filter(|exception| !days.contains(&exception.date))
        .cloned()
        .collect();
    let shifts = match &request.hours {
        HoursOfDay::Usual => return all,
        HoursOfDay::Off => &[][..],
        HoursOfDay::Shifts(shifts) => shifts,
    };
    let several = request.from < request.to;
    for date in request
        .from
        .iter_days()
        .take_while(|date| *date <= request.to)
    {
        if several && !shifts.is_empty() && week.on(date).is_empty() {
            continue;
        }
        all.push(HoursException {
            date,
            shifts: shifts.to_vec(),
            note: note.to_owned(),
        });
    }
    all.sort_by_key(|exception| exception.date);
    all
}
