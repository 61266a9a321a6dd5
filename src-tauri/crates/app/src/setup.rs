//! The practice and what it has: reading it all, and saving each part.

use crate::daybook::NewPractice;
use crate::desk::Desk;
use crate::error::{Error, Result};
use chrono::NaiveDate;
use domain::search::fold;
use domain::{
    AppointmentType, AppointmentTypeId, Chair, ChairId, Closure, ClosureId, Practice, PracticeId,
    Provider, ProviderId, WeekHours, Zone,
};
use store::{Change, Store};
use uuid::Uuid;

/// Everything about the practice that is small and asked for all the time.
#[derive(Debug, Clone)]
pub struct Setup {
    pub practice: Practice,
    pub providers: Vec<Provider>,
    pub chairs: Vec<Chair>,
    pub types: Vec<AppointmentType>,
    pub closures: Vec<Closure>,
}

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

/// What nearly every practice books; names are the practice's to change.
const FIRST_TYPES: [(&str, u32, u8); 4] = [
    ("Check-up", 30, 0),
    ("Cleaning", 60, 1),
    ("Treatment", 45, 2),
    ("New patient", 60, 3),
];

impl Setup {
    pub(crate) fn read(store: &Store) -> Result<Self> {
        Ok(Self {
            practice: store.practice()?,
            providers: store.providers()?,
            chairs: store.chairs()?,
            types: store.appointment_types()?,
            closures: store.closures()?,
        })
    }

    pub(crate) fn within(change: &Change<'_>) -> Result<Self> {
        Ok(Self {
            practice: change.practice()?,
            providers: change.providers()?,
            chairs: change.chairs()?,
            types: change.appointment_types()?,
            closures: change.closures()?,
        })
    }

    /// The practice's zone.
    pub fn zone(&self) -> Zone {
        self.practice.zone
    }

    pub fn provider(&self, id: ProviderId) -> Option<&Provider> {
        self.providers.iter().find(|provider| provider.id == id)
    }

    pub fn chair(&self, id: ChairId) -> Option<&Chair> {
        self.chairs.iter().find(|chair| chair.id == id)
    }

    pub fn kind(&self, id: AppointmentTypeId) -> Option<&AppointmentType> {
        self.types.iter().find(|kind| kind.id == id)
    }

    /// By name, whatever its accents and case; one that is active before one that is not.
    pub fn provider_named(&self, name: &str) -> Option<&Provider> {
        named(&self.providers, name, |provider| {
            (&provider.name, provider.active)
        })
    }

    /// By name, whatever its accents and case; one that is active before one that is not.
    pub fn chair_named(&self, name: &str) -> Option<&Chair> {
        named(&self.chairs, name, |chair| (&chair.name, chair.active))
    }

    /// By name, whatever its accents and case; one that is active before one that is not.
    pub fn kind_named(&self, name: &str) -> Option<&AppointmentType> {
        named(&self.types, name, |kind| (&kind.name, kind.active))
    }
}

fn named<'a, T>(all: &'a [T], name: &str, of: impl Fn(&T) -> (&String, bool)) -> Option<&'a T> {
    let wanted = fold(name.trim());
    all.iter()
        .filter(|one| fold(of(one).0.trim()) == wanted)
        .max_by_key(|one| of(one).1)
}

pub(crate) fn first_setup(desk: &mut Desk, new: &NewPractice) -> Result<()> {
    let host = std::sync::Arc::clone(&desk.host);
    let language = "en".to_owned();
    desk.write(|change| {
        let practice = Practice {
            id: PracticeId(host.new_id()),
            name: new.name.trim().to_owned(),
            zone: new.zone,
            language,
            phone: new.phone.trim().to_owned(),
            hours: new.hours.clone(),
        };
        change.put_practice(&practice, None)?;
        for provider in &new.providers {
            put_provider(change, provider, || host.new_id())?;
        }
        for chair in &new.chairs {
            put_chair(change, chair, || host.new_id())?;
        }
        for (position, (name, minutes, tint)) in (0..).zip(FIRST_TYPES) {
            let kind = AppointmentType {
                id: AppointmentTypeId(host.new_id()),
                name: name.to_owned(),
                minutes,
                tint,
                active: true,
                position,
                arrive_early: 0,
            };
            change.put_appointment_type(&kind, None)?;
        }
        Ok(())
    })
}

/// Changes name, zone, phone and hours of the practice.
pub fn save_practice(
    desk: &mut Desk,
    name: &str,
    zone: Zone,
    phone: &str,
    hours: WeekHours,
) -> Result<()> {
    if name.trim().is_empty() {
        return Err(Error::invalid("name", "the practice needs a name"));
    }
    desk.write(|change| {
        let before = change.practice()?;
        let after = Practice {
            name: name.trim().to_owned(),
            zone,
            phone: phone.trim().to_owned(),
            hours,
            ..before.clone()
        };
        Ok(change.put_practice(&after, Some(&before))?)
    })
}

/// Makes or changes a provider.
pub fn save_provider(desk: &mut Desk, new: &NewProvider) -> Result<ProviderId> {
    let id = desk.host.new_id();
    desk.write(|change| put_provider(change, new, || id))
}

/// Makes or changes a chair.
pub fn save_chair(desk: &mut Desk, new: &NewChair) -> Result<ChairId> {
    let id = desk.host.new_id();
    desk.write(|change| put_chair(change, new, || id))
}

fn put_provider(
    change: &mut Change<'_>,
    new: &NewProvider,
    id: impl FnOnce() -> Uuid,
) -> Result<ProviderId> {
    let name = required(&new.name)?;
    let all = change.providers()?;
    if all
        .iter()
        .any(|other| Some(other.id) != new.id && fold(&other.name) == fold(&name))
    {
        return Err(Error::invalid(
            "name",
            format!("there is a provider named {name} already"),
        ));
    }
    let before = match new.id {
        Some(id) => Some(
            all.iter()
                .find(|provider| provider.id == id)
                .ok_or(Error::NotFound("provider"))?,
        ),
        None => None,
    };
    let after = Provider {
        id: before.map_or_else(|| ProviderId(id()), |before| before.id),
        name,
        hours: new.hours.clone(),
        exceptions: before
            .map(|before| before.exceptions.clone())
            .unwrap_or_default(),
        active: new.active,
        position: before.map_or(
            next(all.iter().map(|provider| provider.position)),
            |before| before.position,
        ),
        identifiers: before
            .map(|before| before.identifiers.clone())
            .unwrap_or_default(),
    };
    change.put_provider(&after, before)?;
    Ok(after.id)
}

fn put_chair(
    change: &mut Change<'_>,
    new: &NewChair,
    id: impl FnOnce() -> Uuid,
) -> Result<ChairId> {
    let name = required(&new.name)?;
    let all = change.chairs()?;
    if all
        .iter()
        .any(|other| Some(other.id) != new.id && fold(&other.name) == fold(&name))
    {
        return Err(Error::invalid(
            "name",
            format!("there is a chair named {name} already"),
        ));
    }
    let before = match new.id {
        Some(id) => Some(
            all.iter()
                .find(|chair| chair.id == id)
                .ok_or(Error::NotFound("chair"))?,
        ),
        None => None,
    };
    let after = Chair {
        id: before.map_or_else(|| ChairId(id()), |before| before.id),
        name,
        hours: new.hours.clone(),
        exceptions: before
            .map(|before| before.exceptions.clone())
            .unwrap_or_default(),
        active: new.active,
        position: before.map_or(next(all.iter().map(|chair| chair.position)), |before| {
            before.position
        }),
    };
    change.put_chair(&after, before)?;
    Ok(after.id)
}

/// Makes or changes an appointment type.
pub fn save_appointment_type(desk: &mut Desk, new: &NewType) -> Result<AppointmentTypeId> {
    let id = desk.host.new_id();
    let name = required(&new.name)?;
    if new.minutes == 0 || new.minutes > domain::booking::LONGEST_MINUTES {
        return Err(Error::invalid(
            "minutes",
            "a visit takes between 1 minute and 24 hours",
        ));
    }
    desk.write(|change| {
        let all = change.appointment_types()?;
        if all
            .iter()
            .any(|other| Some(other.id) != new.id && fold(&other.name) == fold(&name))
        {
            return Err(Error::invalid(
                "name",
                format!("there is a type named {name} already"),
            ));
        }
        let before = match new.id {
            Some(id) => Some(
                all.iter()
                    .find(|kind| kind.id == id)
                    .ok_or(Error::NotFound("appointment type"))?,
            ),
            None => None,
        };
        let after = AppointmentType {
            id: before.map_or(AppointmentTypeId(id), |before| before.id),
            name,
            minutes: new.minutes,
            tint: new.tint.min(7),
            active: new.active,
            position: before.map_or(next(all.iter().map(|kind| kind.position)), |before| {
                before.position
            }),
            arrive_early: new.arrive_early.min(24 * 60),
        };
        change.put_appointment_type(&after, before)?;
        Ok(after.id)
    })
}

/// Makes or changes a closure.
pub fn save_closure(desk: &mut Desk, new: &NewClosure) -> Result<ClosureId> {
    if new.to < new.from {
        return Err(Error::invalid("to", "the last day is before the first"));
    }
    let id = desk.host.new_id();
    desk.write(|change| {
        let all = change.closures()?;
        let before = match new.id {
            Some(id) => Some(
                all.iter()
                    .find(|closure| closure.id == id)
                    .ok_or(Error::NotFound("closure"))?,
            ),
            None => None,
        };
        let after = Closure {
            id: before.map_or(ClosureId(id), |before| before.id),
            from: new.from,
            to: new.to,
            name: new.name.trim().to_owned(),
        };
        change.put_closure(&after, before)?;
        Ok(after.id)
    })
}

/// Takes a closure away.
pub fn remove_closure(desk: &mut Desk, id: ClosureId) -> Result<()> {
    desk.write(|change| {
        let all = change.closures()?;
        let closure = all
            .iter()
            .find(|closure| closure.id == id)
            .ok_or(Error::NotFound("closure"))?;
        Ok(change.remove_closure(closure)?)
    })
}

fn required(name: &str) -> Result<String> {
    let name = name.trim();
    if name.is_empty() {
        return Err(Error::invalid("name", "a name is needed"));
    }
    Ok(name.to_owned())
}

fn next(positions: impl Iterator<Item = u32>) -> u32 {
    positions.max().map_or(0, |last| last + 1)
}
