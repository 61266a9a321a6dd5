//! Saving a provider, a chair, an appointment type or a closure.

use super::part::{found, free_name, place, save};
use crate::desk::Desk;
use crate::error::{Error, Result};
use chrono::NaiveDate;
use domain::{
    AppointmentType, AppointmentTypeId, Chair, ChairId, Closure, ClosureId, Provider, ProviderId,
    WeekHours,
};
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

/// Makes or changes a provider.
pub fn save_provider(desk: &mut Desk, new: &NewProvider) -> Result<ProviderId> {
    let fresh = desk.host.new_id();
    desk.write(|change| put_provider(change, new, fresh))
}

/// Makes or changes a chair.
pub fn save_chair(desk: &mut Desk, new: &NewChair) -> Result<ChairId> {
    let fresh = desk.host.new_id();
    desk.write(|change| put_chair(change, new, fresh))
}

pub(super) fn put_provider(
    change: &mut Change<'_>,
    new: &NewProvider,
    fresh: Uuid,
) -> Result<ProviderId> {
    save(
        change,
        new.id,
        fresh,
        |id, before: Option<&Provider>, all| {
            Ok(Provider {
                id,
                name: free_name(&new.name, new.id, all, "provider")?,
                hours: new.hours.clone(),
                exceptions: before
                    .map(|before| before.exceptions.clone())
                    .unwrap_or_default(),
                active: new.active,
                position: place(before, all),
                identifiers: before
                    .map(|before| before.identifiers.clone())
                    .unwrap_or_default(),
            })
        },
    )
}

pub(super) fn put_chair(change: &mut Change<'_>, new: &NewChair, fresh: Uuid) -> Result<ChairId> {
    save(change, new.id, fresh, |id, before: Option<&Chair>, all| {
        Ok(Chair {
            id,
            name: free_name(&new.name, new.id, all, "chair")?,
            hours: new.hours.clone(),
            exceptions: before
                .map(|before| before.exceptions.clone())
                .unwrap_or_default(),
            active: new.active,
            position: place(before, all),
        })
    })
}

/// Makes or changes an appointment type.
pub fn save_appointment_type(desk: &mut Desk, new: &NewType) -> Result<AppointmentTypeId> {
    let fresh = desk.host.new_id();
    desk.write(|change| {
        save(change, new.id, fresh, |id, before, all| {
            let name = free_name(&new.name, new.id, all, "type")?;
            if new.minutes == 0 || new.minutes > domain::booking::LONGEST_MINUTES {
                return Err(Error::invalid(
                    "minutes",
                    "a visit takes between 1 minute and 24 hours",
                ));
            }
            Ok(AppointmentType {
                id,
                name,
                minutes: new.minutes,
                tint: new.tint.min(7),
                active: new.active,
                position: place(before, all),
                arrive_early: new.arrive_early.min(24 * 60),
            })
        })
    })
}

/// Makes or changes a closure.
pub fn save_closure(desk: &mut Desk, new: &NewClosure) -> Result<ClosureId> {
    if new.to < new.from {
        return Err(Error::invalid("to", "the last day is before the first"));
    }
    let fresh = desk.host.new_id();
    desk.write(|change| {
        save(change, new.id, fresh, |id, _, _| {
            Ok(Closure {
                id,
                from: new.from,
                to: new.to,
                name: new.name.trim().to_owned(),
            })
        })
    })
}

/// Takes a closure away.
pub fn remove_closure(desk: &mut Desk, id: ClosureId) -> Result<()> {
    desk.write(|change| {
        let all = change.closures()?;
        Ok(change.remove_closure(found(&all, id)?)?)
    })
}
