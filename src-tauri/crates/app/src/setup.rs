//! The practice and what it has: reading it all, setting it up, and saving each part.

mod exceptions;
mod holidays;
mod left;
mod naming;
mod save;
mod waiting_alert;

use crate::block_out::{put_first_types, refuse_unless};
use crate::daybook::NewPractice;
use crate::desk::Desk;
use crate::error::{Error, Result};
use crate::messages::put_first;
use crate::undo::UndoableChange;
use crate::wording::{Language, spoken_on};
use domain::audit::RecordKind;
use domain::booking::Terms;
use domain::openings::{Blocked, Schedule, Taken};
use domain::waiting_room::USUAL_ALERT_MINUTES;
use domain::{
    Appointment, AppointmentType, AppointmentTypeId, BlockOut, BlockOutType, BlockOutTypeId, Chair,
    ChairId, Closure, Practice, PracticeId, Provider, ProviderId, WeekHours, Zone,
};
use domain::{Said, said};
pub use exceptions::{ExceptHours, HoursOfDay, WhoseHours, except_hours};
pub use holidays::{AddedClosures, HolidayView, add_closures, holidays_for};
use left::{from_now_on, left_without};
pub use naming::Named;
use naming::named;
pub use save::{
    NewChair, NewClosure, NewProvider, NewType, remove_closure, save_appointment_type, save_chair,
    save_closure, save_provider,
};
pub(crate) use save::{existing, free_name, next_place, next_tint};
use save::{put_chair, put_provider};
use store::{Change, LeftOut, Store};
pub use waiting_alert::set_waiting_alert;

/// Everything about the practice that is small and asked for all the time.
#[derive(Debug, Clone)]
pub struct Setup {
    pub practice: Practice,
    pub providers: Vec<Provider>,
    pub chairs: Vec<Chair>,
    pub types: Vec<AppointmentType>,
    pub closures: Vec<Closure>,
    pub block_out_types: Vec<BlockOutType>,
    /// Parts that cannot be read (S14); the rest can be worked with.
    pub unreadable: Vec<LeftOut>,
}

/// The appointment types that a practice begins with, by names of the person's language.
pub fn first_types(words: impl Fn(&Said) -> String) -> Vec<NewType> {
    [
        ("first-type-check-up", 30),
        ("first-type-cleaning", 60),
        ("first-type-treatment", 45),
        ("first-type-new-patient", 60),
        ("first-type-emergency", 20),
    ]
    .into_iter()
    .zip([0, 1, 2, 3, 5])
    .map(|((name, minutes), tint)| NewType {
        id: None,
        name: words(&said(name)),
        minutes,
        tint,
        arrive_early: 0,
        active: true,
        pattern: None,
        chairs: Vec::new(),
        providers: Vec::new(),
        recall_trigger: String::new(),
    })
    .collect()
}

impl Setup {
    pub(crate) fn read(store: &Store) -> Result<Self> {
        Ok(Self {
            practice: store.practice()?,
            providers: store.providers()?,
            chairs: store.chairs()?,
            types: store.appointment_types()?,
            closures: store.closures()?,
            block_out_types: store.block_out_types()?,
            unreadable: store
                .left_out()
                .into_iter()
                .filter(|left| {
                    matches!(
                        left.kind,
                        RecordKind::Provider
                            | RecordKind::Chair
                            | RecordKind::AppointmentType
                            | RecordKind::Closure
                            | RecordKind::BlockOutType
                    )
                })
                .collect(),
        })
    }

    pub(crate) fn within(change: &Change<'_>) -> Result<Self> {
        Ok(Self {
            practice: change.practice()?,
            providers: change.providers()?,
            chairs: change.chairs()?,
            types: change.appointment_types()?,
            closures: change.closures()?,
            block_out_types: change.block_out_types()?,
            unreadable: Vec::new(),
        })
    }

    /// What is laid down for a visit; `block_outs` are those that may fall on its days.
    pub fn terms<'a>(&'a self, visit: &Appointment, block_outs: &'a [BlockOut]) -> Terms<'a> {
        Terms {
            practice: &self.practice,
            closures: &self.closures,
            provider: visit.provider.and_then(|id| self.provider(id)),
            chair: visit.chair.and_then(|id| self.chair(id)),
            types: &self.types,
            block_outs,
            block_out_types: &self.block_out_types,
        }
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

    /// That type, if one is meant at all.
    pub(crate) fn kind_if_any(
        &self,
        id: Option<AppointmentTypeId>,
    ) -> Result<Option<&AppointmentType>> {
        id.map(|id| self.kind(id).ok_or(Error::NotFound("appointment type")))
            .transpose()
    }

    /// What the search for openings looks at.
    pub(crate) fn schedule<'a>(
        &'a self,
        taken: &'a [Taken],
        blocked: &'a [Blocked],
    ) -> Schedule<'a> {
        Schedule {
            practice: &self.practice,
            closures: &self.closures,
            providers: &self.providers,
            chairs: &self.chairs,
            taken,
            blocked,
        }
    }

    pub fn block_out_type(&self, id: BlockOutTypeId) -> Option<&BlockOutType> {
        self.block_out_types.iter().find(|kind| kind.id == id)
    }

    /// By name, whatever its accents and case; one that is active before one that is not.
    pub fn provider_named(&self, name: &str) -> Named<'_, Provider> {
        named(&self.providers, name, |one| (&one.name, one.active))
    }

    /// By name, whatever its accents and case; one that is active before one that is not.
    pub fn chair_named(&self, name: &str) -> Named<'_, Chair> {
        named(&self.chairs, name, |one| (&one.name, one.active))
    }

    /// By name, whatever its accents and case; one that is active before one that is not.
    pub fn block_out_type_named(&self, name: &str) -> Named<'_, BlockOutType> {
        named(&self.block_out_types, name, |one| (&one.name, one.active))
    }

    /// By name, whatever its accents and case; one that is active before one that is not.
    pub fn kind_named(&self, name: &str) -> Named<'_, AppointmentType> {
        named(&self.types, name, |one| (&one.name, one.active))
    }
}

pub(crate) fn first_setup(desk: &mut Desk, new: &NewPractice) -> Result<()> {
    let host = std::sync::Arc::clone(&desk.host);
    // Prints speak as the person does who sets the practice up.
    let language = spoken_on(&*host).language.tag().to_owned();
    desk.write(|change| {
        let practice = Practice {
            id: PracticeId(host.new_id()),
            name: new.name.trim().to_owned(),
            zone: new.zone,
            language,
            phone: new.phone.trim().to_owned(),
            hours: new.hours.clone(),
            waiting_alert: USUAL_ALERT_MINUTES,
        };
        change.put_practice(&practice, None)?;
        for provider in &new.providers {
            put_provider(change, provider, host.new_id())?;
        }
        for chair in &new.chairs {
            put_chair(change, chair, host.new_id())?;
        }
        let mut last = None;
        for (position, new) in (0..).zip(&new.types) {
            let kind = AppointmentType {
                tint: new.tint,
                arrive_early: new.arrive_early,
                position,
                ..AppointmentType::named(
                    AppointmentTypeId(host.new_id()),
                    new.name.clone(),
                    new.minutes,
                )
            };
            change.put_appointment_type(&kind, None)?;
            last = Some(kind.id);
        }
        // The last of them is the emergency that time is kept for.
        if let Some(emergency) = last {
            put_first_types(change, emergency, &new.block_outs, || host.new_id())?;
        }
        put_first(change, || host.new_id(), host.now())
    })
}

/// Changes name, zone, the language of prints, phone and hours of the practice. Where other hours
/// close visits out that are booked, it is refused with their names until somebody accepts that.
pub fn save_practice(
    desk: &mut Desk,
    name: &str,
    zone: Zone,
    language: Language,
    phone: &str,
    hours: WeekHours,
    accept: bool,
) -> Result<()> {
    if name.trim().is_empty() {
        return Err(Error::invalid("name", said("name-missing-practice")));
    }
    desk.write_step(UndoableChange::Practice, |change| {
        let before = change.practice()?;
        let after = Practice {
            name: name.trim().to_owned(),
            zone,
            language: language.tag().to_owned(),
            phone: phone.trim().to_owned(),
            hours,
            ..before.clone()
        };
        let was = Setup::within(change)?;
        change.put_practice(&after, Some(&before))?;
        if after.hours == before.hours {
            return Ok(());
        }
        let now = Setup::within(change)?;
        let visits = left_without(change, &was, &now, from_now_on(change, &was), |_| true)?;
        let what = said("other-hours-of").with("who", &after.name);
        refuse_unless(accept, what, &visits, change, &now)
    })
}
