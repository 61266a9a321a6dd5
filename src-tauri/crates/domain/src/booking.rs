//! Whether a visit may stand where it is wanted: clashes (S1, S2), working hours (S6), block-outs
//! and what its type asks for (S5).

use crate::appointment::Appointment;
use crate::block_out::{BlockOut, BlockOutType, Effect, Stretch, stretches};
use crate::hours::{Closure, MinuteOfDay, shifts_on};
use crate::id::AppointmentId;
use crate::practice::{AppointmentType, Chair, Practice, Provider};
use crate::said::{Fill, Said, said};
use crate::wall_clock::Zone;
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

/// Longest visit that can be booked; a longer one is a slip of the finger.
pub const LONGEST_MINUTES: u32 = 24 * 60;

/// What two visits cannot share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Resource {
    Provider,
    Chair,
    Patient,
}

/// A visit that is there already.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Clash {
    pub resource: Resource,
    pub with: AppointmentId,
}

/// What the practice lays down for a visit.
#[derive(Debug, Clone, Copy)]
pub struct Terms<'a> {
    pub practice: &'a Practice,
    pub closures: &'a [Closure],
    /// The visit's own, where it has them.
    pub provider: Option<&'a Provider>,
    pub chair: Option<&'a Chair>,
    /// All appointment types: the visit's own is one of them, and others may have time kept for them.
    pub types: &'a [AppointmentType],
    /// Those that may fall on the visit's days, and all types of them.
    pub block_outs: &'a [BlockOut],
    pub block_out_types: &'a [BlockOutType],
}

impl<'a> Terms<'a> {
    /// The terms of a practice that has laid down nothing but its hours.
    pub fn of(practice: &'a Practice) -> Self {
        Self {
            practice,
            closures: &[],
            provider: None,
            chair: None,
            types: &[],
            block_outs: &[],
            block_out_types: &[],
        }
    }
}

/// Why a visit cannot be there: nobody works (S6), or the time or the place is for others (S5).
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Closed {
    #[error("the practice is closed on {date}: {name}")]
    Practice { date: NaiveDate, name: String },
    #[error("{provider} does not work then")]
    ProviderOff { provider: String },
    #[error("{provider} works in another chair then")]
    ProviderElsewhere { provider: String },
    #[error("{provider} no longer takes visits")]
    ProviderInactive { provider: String },
    #[error("{chair} is closed then")]
    ChairOff { chair: String },
    #[error("{chair} is no longer in use")]
    ChairInactive { chair: String },
    /// Nothing is booked over it (S5). `whose` is a provider or a chair; none is the practice's.
    #[error("the time{} is blocked until {until}: {name}", of(.whose))]
    Blocked {
        whose: Option<String>,
        name: String,
        until: MinuteOfDay,
    },
    /// It is for other types (S5).
    #[error("the time{} is kept until {until} for {}: {name}", of(.whose), listed(.types))]
    Kept {
        whose: Option<String>,
        name: String,
        until: MinuteOfDay,
        types: Vec<String>,
    },
    #[error("{kind} is not done in {chair}")]
    ChairNotFor { chair: String, kind: String },
    #[error("{kind} is not done by {provider}")]
    ProviderNotFor { provider: String, kind: String },
}

impl From<&Closed> for Said {
    fn from(closed: &Closed) -> Self {
        match closed {
            Closed::Practice { date, name } => said("closed-practice")
                .with("date", *date)
                .with("name", name),
            Closed::ProviderOff { provider } => {
                said("closed-provider-off").with("provider", provider)
            }
            Closed::ProviderElsewhere { provider } => {
                said("closed-provider-elsewhere").with("provider", provider)
            }
            Closed::ProviderInactive { provider } => {
                said("closed-provider-inactive").with("provider", provider)
            }
            Closed::ChairOff { chair } => said("closed-chair-off").with("chair", chair),
            Closed::ChairInactive { chair } => said("closed-chair-inactive").with("chair", chair),
            Closed::Blocked { whose, name, until } => said("closed-blocked")
                .with("of", whose_said(whose))
                .with("until", *until)
                .with("name", name),
            Closed::Kept {
                whose,
                name,
                until,
                types,
            } => said("closed-kept")
                .with("of", whose_said(whose))
                .with("until", *until)
                .with(
                    "types",
                    match types.as_slice() {
                        [] => Fill::Said(said("closed-kept-others")),
                        types => types.join(", ").into(),
                    },
                )
                .with("name", name),
            Closed::ChairNotFor { chair, kind } => said("closed-chair-not-for")
                .with("chair", chair)
                .with("kind", kind),
            Closed::ProviderNotFor { provider, kind } => said("closed-provider-not-for")
                .with("provider", provider)
                .with("kind", kind),
        }
    }
}

/// Every visit among `others` that `wanted` cannot stand beside (S1, S2), in no particular order.
/// Its own old place never counts.
pub fn clashes<'a>(
    zone: Zone,
    wanted: &Appointment,
    others: impl IntoIterator<Item = &'a Appointment>,
) -> Vec<Clash> {
    if !wanted.status.occupies() {
        return Vec::new();
    }
    let span = wanted.span(zone);
    let busy = wanted.provider_spans(zone);
    let mut found = Vec::new();
    for other in others {
        if other.id == wanted.id || !other.status.occupies() || !overlap(span, other.span(zone)) {
            continue;
        }
        let mut add = |resource| {
            found.push(Clash {
                resource,
                with: other.id,
            })
        };
        if wanted.provider.is_some() && wanted.provider == other.provider {
            let theirs = other.provider_spans(zone);
            if busy.iter().any(|a| theirs.iter().any(|b| overlap(*a, *b))) {
                add(Resource::Provider);
            }
        }
        if wanted.chair.is_some() && wanted.chair == other.chair {
            add(Resource::Chair);
        }
        if wanted.patient == other.patient {
            add(Resource::Patient);
        }
    }
    found
}

/// Why `wanted` cannot be there by the terms of the practice; empty when nothing is against it
/// (S5, S6).
pub fn closed(terms: &Terms<'_>, wanted: &Appointment) -> Vec<Closed> {
    let Terms {
        practice,
        closures,
        provider,
        chair,
        ..
    } = *terms;
    let mut found = Vec::new();
    for (date, from, to) in pieces(practice.zone, wanted) {
        if let Some(closure) = closures.iter().find(|closure| closure.covers(date)) {
            found.push(Closed::Practice {
                date,
                name: closure.name.clone(),
            });
            continue;
        }
        if let Some(provider) = provider {
            let week = provider.hours.as_ref().unwrap_or(&practice.hours);
            let shifts = shifts_on(week, &provider.exceptions, date);
            let mut covering = shifts
                .iter()
                .filter(|shift| shift.covers(from, to))
                .peekable();
            if covering.peek().is_none() {
                found.push(Closed::ProviderOff {
                    provider: provider.name.clone(),
                });
            } else if chair.is_some_and(|chair| {
                !covering.any(|shift| shift.chair.is_none_or(|given| given == chair.id))
            }) {
                found.push(Closed::ProviderElsewhere {
                    provider: provider.name.clone(),
                });
            }
        }
        if let Some(chair) = chair
            && let Some(shifts) = chair.open_on(date)
            && !shifts.iter().any(|shift| shift.covers(from, to))
        {
            found.push(Closed::ChairOff {
                chair: chair.name.clone(),
            });
        }
    }
    if let Some(provider) = provider.filter(|provider| !provider.active) {
        found.push(Closed::ProviderInactive {
            provider: provider.name.clone(),
        });
    }
    if let Some(chair) = chair.filter(|chair| !chair.active) {
        found.push(Closed::ChairInactive {
            chair: chair.name.clone(),
        });
    }
    found.extend(blocked(terms, wanted));
    found.extend(not_for(terms, wanted));
    let mut told: Vec<Closed> = Vec::new();
    for why in found {
        if !told.contains(&why) {
            told.push(why);
        }
    }
    told
}

/// The block-outs that keep the visit away (S5). On a day on which the practice is closed they say
/// nothing more.
fn blocked(terms: &Terms<'_>, wanted: &Appointment) -> Vec<Closed> {
    if terms.block_outs.is_empty() {
        return Vec::new();
    }
    let zone = terms.practice.zone;
    let span = wanted.span(zone);
    let (first, last) = (wanted.start.date(), wanted.last_day(zone));
    let is_closed = |date| terms.closures.iter().any(|closure| closure.covers(date));
    stretches(terms.block_out_types, terms.block_outs, first, last, zone)
        .into_iter()
        .filter(|stretch| {
            stretch.block.concerns(wanted.provider, wanted.chair)
                && stretch.keeps_away(wanted.kind)
                && overlap(span, (stretch.start, stretch.end))
                && !is_closed(stretch.date)
        })
        .map(|stretch| told(terms, &stretch))
        .collect()
}

fn told(terms: &Terms<'_>, stretch: &Stretch<'_>) -> Closed {
    let block = stretch.block;
    let whose = match block.resource() {
        Some(Resource::Provider) => terms.provider.map(|provider| provider.name.clone()),
        Some(Resource::Chair) => terms.chair.map(|chair| chair.name.clone()),
        Some(Resource::Patient) | None => None,
    };
    let name = stretch.kind.map_or("?", |kind| &kind.name).to_owned();
    let until = block.to;
    match stretch.kind.map(|kind| &kind.effect) {
        Some(Effect::Reserved(kept)) => Closed::Kept {
            whose,
            name,
            until,
            types: terms
                .types
                .iter()
                .filter(|kind| kept.contains(&kind.id))
                .map(|kind| kind.name.clone())
                .collect(),
        },
        Some(Effect::NoScheduling | Effect::Note) | None => Closed::Blocked { whose, name, until },
    }
}

/// Where the visit's type may not take place, and with whom not (S5).
fn not_for(terms: &Terms<'_>, wanted: &Appointment) -> Vec<Closed> {
    let kind = terms.types.iter().find(|kind| Some(kind.id) == wanted.kind);
    let Some(kind) = kind else {
        return Vec::new();
    };
    let chair = terms.chair.filter(|chair| !kind.allows_chair(chair.id));
    let provider = terms
        .provider
        .filter(|provider| !kind.allows_provider(provider.id));
    let chair = chair.map(|chair| Closed::ChairNotFor {
        chair: chair.name.clone(),
        kind: kind.name.clone(),
    });
    let provider = provider.map(|provider| Closed::ProviderNotFor {
        provider: provider.name.clone(),
        kind: kind.name.clone(),
    });
    chair.into_iter().chain(provider).collect()
}

fn whose_said(whose: &Option<String>) -> Said {
    match whose {
        Some(whose) => said("closed-of").with("whose", whose),
        None => said("closed-of-practice"),
    }
}

fn of(whose: &Option<String>) -> String {
    whose
        .as_ref()
        .map_or_else(String::new, |whose| format!(" of {whose}"))
}

/// Names in a row; without any it is for no type that is left.
fn listed(names: &[String]) -> String {
    if names.is_empty() {
        "other types".to_owned()
    } else {
        names.join(", ")
    }
}

fn overlap(a: (DateTime<Utc>, DateTime<Utc>), b: (DateTime<Utc>, DateTime<Utc>)) -> bool {
    a.0 < b.1 && b.0 < a.1
}

/// The stretches of the wall clock that the visit touches, each within one date. They follow the
/// instants, not the clock: in the night when clocks are set back a visit may end at an earlier
/// time of day than it begins, and then touches two stretches (S12).
fn pieces(zone: Zone, visit: &Appointment) -> Vec<(NaiveDate, MinuteOfDay, MinuteOfDay)> {
    let (mut at, end) = visit.span(zone);
    let mut found: Vec<(NaiveDate, MinuteOfDay, MinuteOfDay)> = Vec::new();
    while at < end {
        let wall = zone.wall(at).at;
        let (date, from) = (wall.date(), MinuteOfDay::of(wall.time()));
        let to = from.next();
        match found.last_mut() {
            Some(piece) if piece.0 == date && piece.2 == from => piece.2 = to,
            _ => found.push((date, from, to)),
        }
        let Some(next) = at.checked_add_signed(TimeDelta::minutes(1)) else {
            break;
        };
        at = next;
    }
    found
}
