//! Saving a provider, a chair, an appointment type or a closure.

use super::Setup;
use super::left::{from_now_on, left_without};
use crate::block_out::refuse_unless;
use crate::desk::Desk;
use crate::error::{Error, Result, fits};
use crate::undo::UndoableChange;
use chrono::NaiveDate;
use domain::limits;
use domain::search::fold;
use domain::{
    Appointment, AppointmentType, AppointmentTypeId, Chair, ChairId, Closure, ClosureId, Pattern,
    Provider, ProviderId, Unit, WeekHours,
};
use domain::{Said, said};
use store::Change;
use uuid::Uuid;

/// A provider to make or change.
#[derive(Debug, Clone)]
pub struct NewProvider {
    /// None makes a new one.
    pub id: Option<ProviderId>,
    pub name: String,
    pub hours: Option<WeekHours>,
    pub active: bool,
}

/// A chair to make or change.
#[derive(Debug, Clone)]
pub struct NewChair {
    /// None makes a new one.
    pub id: Option<ChairId>,
    pub name: String,
    pub hours: Option<WeekHours>,
    pub active: bool,
}

/// An appointment type to make or change.
#[derive(Debug, Clone)]
pub struct NewType {
    /// None makes a new one.
    pub id: Option<AppointmentTypeId>,
    pub name: String,
    pub minutes: u32,
    pub tint: u8,
    pub arrive_early: u32,
    pub active: bool,
    /// Who is busy when in a visit of the usual length; none is the provider throughout (S2).
    pub pattern: Option<Pattern>,
    /// Where it may take place, and with whom; none of them is anywhere, and anybody (S5).
    pub chairs: Vec<ChairId>,
    pub providers: Vec<ProviderId>,
    /// The recall that a completed visit sets off, by its name; empty for none.
    pub recall_trigger: String,
}

/// A closure to make or change.
#[derive(Debug, Clone)]
pub struct NewClosure {
    /// None makes a new one.
    pub id: Option<ClosureId>,
    pub from: NaiveDate,
    pub to: NaiveDate,
    pub name: String,
}

/// Makes or changes a provider. Where other hours close visits out that are booked, it is refused
/// with their names until somebody accepts that.
pub fn save_provider(desk: &mut Desk, new: &NewProvider, accept: bool) -> Result<ProviderId> {
    let fresh = desk.host.new_id();
    desk.write_step(UndoableChange::Provider, |change| {
        let before = Setup::within(change)?;
        let id = put_provider(change, new, fresh)?;
        let hours = before.provider(id).map(|was| &was.hours);
        if hours.is_some_and(|hours| *hours != new.hours) {
            let theirs = |visit: &Appointment| visit.provider == Some(id);
            ask_about_hours(change, &before, &new.name, theirs, accept)?;
        }
        Ok(id)
    })
}

/// Makes or changes a chair; asks as for a provider.
pub fn save_chair(desk: &mut Desk, new: &NewChair, accept: bool) -> Result<ChairId> {
    let fresh = desk.host.new_id();
    desk.write_step(UndoableChange::Chair, |change| {
        let before = Setup::within(change)?;
        let id = put_chair(change, new, fresh)?;
        let hours = before.chair(id).map(|was| &was.hours);
        if hours.is_some_and(|hours| *hours != new.hours) {
            let theirs = |visit: &Appointment| visit.chair == Some(id);
            ask_about_hours(change, &before, &new.name, theirs, accept)?;
        }
        Ok(id)
    })
}

fn ask_about_hours(
    change: &Change<'_>,
    before: &Setup,
    name: &str,
    theirs: impl Fn(&Appointment) -> bool,
    accept: bool,
) -> Result<()> {
    let after = Setup::within(change)?;
    let visits = left_without(change, before, &after, from_now_on(change, before), theirs)?;
    let what = said("other-hours-of").with("who", name.trim());
    refuse_unless(accept, what, &visits, change, &after)
}

pub(super) fn put_provider(
    change: &mut Change<'_>,
    new: &NewProvider,
    fresh: Uuid,
) -> Result<ProviderId> {
    let all = change.providers()?;
    let others = all.iter().filter(|one| Some(one.id) != new.id);
    let name = free_name(
        &new.name,
        others.map(|one| &one.name),
        "name-taken-provider",
    )?;
    let before = existing(&all, new.id, |one| one.id, "provider")?;
    let after = Provider {
        id: new.id.unwrap_or(ProviderId(fresh)),
        name,
        hours: new.hours.clone(),
        exceptions: before.map_or_else(Vec::new, |before| before.exceptions.clone()),
        active: new.active,
        position: before.map_or_else(|| next_place(&all, |one| one.position), |one| one.position),
        identifiers: before.map_or_else(Vec::new, |before| before.identifiers.clone()),
        tint: before.map_or_else(|| next_tint(all.len()), |before| before.tint),
    };
    change.put_provider(&after, before)?;
    Ok(after.id)
}

pub(super) fn put_chair(change: &mut Change<'_>, new: &NewChair, fresh: Uuid) -> Result<ChairId> {
    let all = change.chairs()?;
    let others = all.iter().filter(|one| Some(one.id) != new.id);
    let name = free_name(&new.name, others.map(|one| &one.name), "name-taken-chair")?;
    let before = existing(&all, new.id, |one| one.id, "chair")?;
    let after = Chair {
        id: new.id.unwrap_or(ChairId(fresh)),
        name,
        hours: new.hours.clone(),
        exceptions: before.map_or_else(Vec::new, |before| before.exceptions.clone()),
        active: new.active,
        position: before.map_or_else(|| next_place(&all, |one| one.position), |one| one.position),
    };
    change.put_chair(&after, before)?;
    Ok(after.id)
}

/// Makes or changes an appointment type.
pub fn save_appointment_type(desk: &mut Desk, new: &NewType) -> Result<AppointmentTypeId> {
    let fresh = desk.host.new_id();
    required(&new.name)?;
    if new.minutes == 0 || new.minutes > domain::booking::LONGEST_MINUTES {
        return Err(Error::invalid("minutes", said("invalid-minutes")));
    }
    desk.write_step(UndoableChange::AppointmentType, |change| {
        let all = change.appointment_types()?;
        let others = all.iter().filter(|one| Some(one.id) != new.id);
        let name = free_name(&new.name, others.map(|one| &one.name), "name-taken-type")?;
        let before = existing(&all, new.id, |one| one.id, "appointment type")?;
        for chair in &new.chairs {
            existing(&change.chairs()?, Some(*chair), |one| one.id, "chair")?;
        }
        for provider in &new.providers {
            existing(
                &change.providers()?,
                Some(*provider),
                |one| one.id,
                "provider",
            )?;
        }
        let recall_trigger = limits::clean(new.recall_trigger.trim());
        fits(
            "recall_trigger",
            limits::within(&recall_trigger, limits::SHORT, "recall_trigger"),
        )?;
        let after = AppointmentType {
            id: new.id.unwrap_or(AppointmentTypeId(fresh)),
            name,
            minutes: new.minutes,
            tint: new.tint.min(7),
            active: new.active,
            position: before
                .map_or_else(|| next_place(&all, |one| one.position), |one| one.position),
            arrive_early: new.arrive_early.min(24 * 60),
            pattern: pattern_of(new),
            chairs: each_once(&new.chairs),
            providers: each_once(&new.providers),
            recall_trigger,
        };
        change.put_appointment_type(&after, before)?;
        Ok(after.id)
    })
}

/// As long as the visit; a pattern of the provider alone is none.
fn pattern_of(new: &NewType) -> Option<Pattern> {
    let pattern = new.pattern.as_ref()?.stretched(new.minutes);
    let assisted = pattern.units().contains(&Unit::Assistant);
    assisted.then_some(pattern)
}

fn each_once<T: Copy + PartialEq>(all: &[T]) -> Vec<T> {
    let mut found: Vec<T> = Vec::new();
    for one in all {
        if !found.contains(one) {
            found.push(*one);
        }
    }
    found
}

/// Makes or changes a closure. Where visits are booked on days that it closes, it is refused with
/// their names until somebody accepts that: nothing is cancelled by itself.
pub fn save_closure(desk: &mut Desk, new: &NewClosure, accept: bool) -> Result<ClosureId> {
    if new.to < new.from {
        return Err(Error::invalid("to", said("invalid-last-day")));
    }
    let fresh = desk.host.new_id();
    desk.write_step(UndoableChange::Closure, |change| {
        let was = Setup::within(change)?;
        let before = existing(&was.closures, new.id, |one| one.id, "closure")?;
        let after = Closure {
            id: new.id.unwrap_or(ClosureId(fresh)),
            from: new.from,
            to: new.to,
            name: new.name.trim().to_owned(),
        };
        change.put_closure(&after, before)?;
        let now = Setup::within(change)?;
        let days = (after.from, after.to);
        let visits = left_without(change, &was, &now, days, |_| true)?;
        refuse_unless(accept, closing(&after.name), &visits, change, &now)?;
        Ok(after.id)
    })
}

/// What closes the practice, by its name where it has one.
pub(super) fn closing(name: &str) -> Said {
    if name.is_empty() {
        said("closure-unnamed")
    } else {
        said("detail").with("detail", name)
    }
}

/// Takes a closure away.
pub fn remove_closure(desk: &mut Desk, id: ClosureId) -> Result<()> {
    desk.write_step(UndoableChange::Closure, |change| {
        let all = change.closures()?;
        let closure = all.iter().find(|closure| closure.id == id);
        let closure = closure.ok_or(Error::NotFound("closure"))?;
        Ok(change.remove_closure(closure)?)
    })
}

/// What is to be changed, as it is now; none where something new is made. `word` names its kind to
/// a person when it is not there.
pub(crate) fn existing<'a, T, Id: PartialEq>(
    all: &'a [T],
    wanted: Option<Id>,
    id: impl Fn(&T) -> Id,
    word: &'static str,
) -> Result<Option<&'a T>> {
    let Some(wanted) = wanted else {
        return Ok(None);
    };
    let found = all.iter().find(|one| id(one) == wanted);
    found.map(Some).ok_or(Error::NotFound(word))
}

/// The name without space around it; refused where it is empty or one of the others'.
pub(crate) fn free_name<'a>(
    name: &str,
    mut others: impl Iterator<Item = &'a String>,
    taken: &'static str,
) -> Result<String> {
    let name = required(name)?;
    let folded = fold(&name);
    if others.any(|other| fold(other) == folded) {
        return Err(Error::invalid("name", said(taken).with("name", name)));
    }
    Ok(name)
}

fn required(name: &str) -> Result<String> {
    let name = name.trim();
    if name.is_empty() {
        return Err(Error::invalid("name", said("name-missing")));
    }
    Ok(name.to_owned())
}

/// The next of the palette's eight tints, so that neighbours differ.
pub(crate) fn next_tint(there: usize) -> u8 {
    (there % 8) as u8
}

/// The place in a list after all that are there.
pub(crate) fn next_place<T>(all: &[T], place: impl Fn(&T) -> u32) -> u32 {
    all.iter().map(place).max().map_or(0, |last| last + 1)
}
