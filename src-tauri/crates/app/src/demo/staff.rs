//! Who works in the demo practice, where and when.

use super::closures;
use super::dice::Dice;
use super::homes::Home;
use super::kept_free::Lunch;
use super::kinds::{KINDS, Room};
use super::visits::Calendar;
use crate::error::Result;
use crate::setup::{Setup, next_place, next_tint};
use chrono::{DateTime, Utc, Weekday};
use domain::hours::shifts_on;
use domain::search::fold;
use domain::{
    AppointmentType, AppointmentTypeId, Chair, ChairId, Closure, ClosureId, HoursException,
    MinuteOfDay, Practice, Provider, ProviderId, Shift, WeekHours,
};
use store::Change;

const DENTISTS: [&str; 22] = [
    "Dr Okafor",
    "Dr Lindqvist",
    "Dr Haas",
    "Dr Marchand",
    "Dr Petrova",
    "Dr Tanaka",
    "Dr Rossi",
    "Dr Novák",
    "Dr Haddad",
    "Dr Byrne",
    "Dr Kowalska",
    "Dr Yılmaz",
    "Dr Papadopoulos",
    "Dr Andersen",
    "Dr Fernández",
    "Dr Virtanen",
    "Dr Chen",
    "Dr Weber",
    "Dr Kaplan",
    "Dr Ivanov",
    "Dr Sharma",
    "Dr Costa",
];

const HYGIENISTS: [&str; 8] = [
    "Marta Silva",
    "Jonas Berg",
    "Aisha Rahman",
    "Elena Conti",
    "Tom Ashworth",
    "Ingrid Dahl",
    "Lucía Romero",
    "Hana Sato",
];

/// A chair and what it is used for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    pub(super) chair: ChairId,
    pub(super) room: Room,
}

/// What visits are booked with.
#[derive(Debug)]
pub(super) struct Hired {
    pub(super) providers: Vec<Provider>,
    pub(super) places: Vec<Place>,
    pub(super) lunches: Vec<Lunch>,
    /// In the order of [`KINDS`].
    pub(super) kinds: Vec<AppointmentTypeId>,
}

/// Monday to Friday.
const DAYS: usize = 5;

/// Morning and afternoon, in minutes since midnight.
type Halves = [(u16, u16); 2];

const HALVES: [Halves; 3] = [
    [(480, 720), (765, 1020)],
    [(480, 750), (810, 1050)],
    [(540, 780), (825, 1080)],
];
const HYGIENE_HALVES: Halves = [(480, 720), (765, 960)];

/// Adds what is missing to a practice; what it has already stays.
pub(super) fn put(
    change: &mut Change<'_>,
    before: &Setup,
    home: &Home,
    calendar: &Calendar,
    now: DateTime<Utc>,
    dice: &mut Dice,
) -> Result<Hired> {
    if before.practice.phone.is_empty() {
        let after = Practice {
            phone: home.practice_phone.to_owned(),
            ..before.practice.clone()
        };
        change.put_practice(&after, Some(&before.practice))?;
    }
    let kinds = put_kinds(change, before, now, dice)?;
    for (from, to, name) in
        closures::between(before.zone(), calendar.from, calendar.today, calendar.to)
    {
        if !before.closures.iter().any(|closure| closure.covers(from)) {
            let closure = Closure {
                id: ClosureId(dice.id(now)),
                from,
                to,
                name,
            };
            change.put_closure(&closure, None)?;
        }
    }
    let places = put_chairs(change, before, calendar.chairs(), now, dice)?;
    let (providers, lunches) = put_providers(change, before, &places, calendar, now, dice)?;
    Ok(Hired {
        providers,
        places,
        lunches,
        kinds,
    })
}

fn put_kinds(
    change: &mut Change<'_>,
    before: &Setup,
    now: DateTime<Utc>,
    dice: &mut Dice,
) -> Result<Vec<AppointmentTypeId>> {
    let mut position = next_place(&before.types, |one| one.position);
    let mut ids = Vec::new();
    for kind in KINDS {
        let id = AppointmentTypeId(dice.id(now));
        if let Some(there) = before.kind_named(kind.name).one() {
            ids.push(there.id);
            continue;
        }
        let new = AppointmentType {
            tint: kind.tint,
            position,
            arrive_early: kind.arrive_early,
            ..AppointmentType::named(id, kind.name.to_owned(), kind.minutes)
        };
        change.put_appointment_type(&new, None)?;
        position += 1;
        ids.push(id);
    }
    Ok(ids)
}

fn put_chairs(
    change: &mut Change<'_>,
    before: &Setup,
    count: usize,
    now: DateTime<Utc>,
    dice: &mut Dice,
) -> Result<Vec<Place>> {
    let hygiene = (count / 4).max(1);
    let dentists = count - hygiene - 1;
    let mut wanted: Vec<(String, Room)> = (1..=dentists)
        .map(|number| (format!("Chair {number}"), Room::Dentist))
        .collect();
    wanted.extend((1..=hygiene).map(|number| {
        let name = if hygiene == 1 {
            "Hygiene".to_owned()
        } else {
            format!("Hygiene {number}")
        };
        (name, Room::Hygiene)
    }));
    wanted.push(("Surgery".to_owned(), Room::Surgery));
    let mut position = next_place(&before.chairs, |one| one.position);
    let mut places = Vec::new();
    for (name, room) in wanted {
        let id = ChairId(dice.id(now));
        let there = before.chair_named(&name).one().filter(|chair| chair.active);
        let chair = there.map_or(id, |chair| chair.id);
        if there.is_none() {
            let new = Chair {
                id,
                name,
                hours: None,
                exceptions: Vec::new(),
                active: true,
                position,
            };
            change.put_chair(&new, None)?;
            position += 1;
        }
        places.push(Place { chair, room });
    }
    Ok(places)
}

fn put_providers(
    change: &mut Change<'_>,
    before: &Setup,
    places: &[Place],
    calendar: &Calendar,
    now: DateTime<Utc>,
    dice: &mut Dice,
) -> Result<(Vec<Provider>, Vec<Lunch>)> {
    let taken: Vec<String> = before
        .providers
        .iter()
        .map(|provider| fold(&provider.name))
        .collect();
    let free = |name: &&&str| !taken.contains(&fold(name));
    let mut dentists = DENTISTS.iter().filter(free);
    let mut hygienists = HYGIENISTS.iter().filter(free);
    let positions = next_place(&before.providers, |one| one.position)..;
    let (mut all, mut lunches) = (Vec::new(), Vec::new());
    for (position, (room, mut hours)) in positions.zip(rota(places)) {
        let name = match room {
            Room::Hygiene => hygienists.next(),
            Room::Dentist | Room::Surgery => dentists.next(),
        };
        let id = ProviderId(dice.id(now));
        lunches.extend(with_lunch(&mut hours, id));
        let provider = Provider {
            id,
            name: match name {
                Some(name) => (*name).to_owned(),
                None => format!("Provider {}", position + 1),
            },
            hours: Some(hours),
            exceptions: Vec::new(),
            active: true,
            position,
            identifiers: Vec::new(),
            tint: next_tint(all.len()),
        };
        all.push(provider);
    }
    let working = |provider: &Provider| {
        let week = provider.hours.as_ref();
        week.is_some_and(|week| !shifts_on(week, &[], calendar.today).is_empty())
    };
    if !all.iter().any(working) {
        // A demo that opens on a weekend shows a weekend on duty rather than an empty day.
        for provider in &mut all {
            provider.exceptions.push(HoursException {
                date: calendar.today,
                note: String::new(),
                shifts: provider
                    .hours
                    .as_ref()
                    .map(|week| week.0[1].clone())
                    .unwrap_or_default(),
            });
        }
    }
    for provider in &all {
        change.put_provider(provider, None)?;
    }
    Ok((all, lunches))
}

/// Makes one shift of the morning and the afternoon in one chair; the break between them is lunch.
fn with_lunch(week: &mut WeekHours, provider: ProviderId) -> Vec<Lunch> {
    use Weekday::{Fri, Mon, Sat, Sun, Thu, Tue, Wed};
    let mut found: Vec<Lunch> = Vec::new();
    for (day, shifts) in [Mon, Tue, Wed, Thu, Fri, Sat, Sun]
        .into_iter()
        .zip(&mut week.0)
    {
        let [morning, afternoon] = shifts[..] else {
            continue;
        };
        if morning.chair != afternoon.chair {
            continue;
        }
        shifts.pop();
        shifts[0].to = afternoon.to;
        let (from, to) = (morning.to.minutes(), afternoon.from.minutes());
        match found
            .iter_mut()
            .find(|one| (one.from, one.to) == (from, to))
        {
            Some(lunch) => lunch.days.push(day),
            None => found.push(Lunch {
                provider,
                days: vec![day],
                from,
                to,
            }),
        }
    }
    found
}

/// A week for each provider in which no two are in one chair and nobody is in two.
fn rota(places: &[Place]) -> Vec<(Room, WeekHours)> {
    let of = |room| places.iter().filter(move |place| place.room == room);
    let chairs: Vec<ChairId> = of(Room::Dentist).map(|place| place.chair).collect();
    let surgery = of(Room::Surgery).map(|place| place.chair).next();
    let mut weeks = Vec::new();
    let mut covers = vec![WeekHours::default(); chairs.len().div_ceil(DAYS)];
    for (number, chair) in chairs.iter().enumerate() {
        let mut week = WeekHours::default();
        for day in 0..DAYS {
            let halves = HALVES[number % HALVES.len()];
            // Each is off on another day, and somebody takes the chair.
            if day == (number + 2) % DAYS {
                add(&mut covers[number / DAYS], day, &HALVES[0], *chair);
                continue;
            }
            for (half, hours) in halves.iter().enumerate() {
                let operating = matches!((number, day, half), (0, 1, 1) | (0, 3, 0) | (1, 0, 0));
                let free_afternoon = day == 4 && half == 1 && number % 2 == 0;
                if !free_afternoon {
                    let where_to = surgery.filter(|_| operating).unwrap_or(*chair);
                    add(&mut week, day, &[*hours], where_to);
                }
            }
        }
        weeks.push((Room::Dentist, week));
    }
    weeks.extend(covers.into_iter().map(|week| (Room::Dentist, week)));
    for (number, place) in of(Room::Hygiene).enumerate() {
        let mut first = WeekHours::default();
        let mut second = WeekHours::default();
        for day in 0..DAYS {
            if number == 0 && day > 2 {
                add(&mut second, day, &HYGIENE_HALVES, place.chair);
            } else {
                add(&mut first, day, &HYGIENE_HALVES, place.chair);
            }
        }
        weeks.push((Room::Hygiene, first));
        if !second.is_empty() {
            weeks.push((Room::Hygiene, second));
        }
    }
    weeks
}

fn add(week: &mut WeekHours, day: usize, halves: &[(u16, u16)], chair: ChairId) {
    let minute = |minutes| MinuteOfDay::new(minutes).unwrap_or(MinuteOfDay::END);
    for (from, to) in halves {
        week.0[day].extend(Shift::new(minute(*from), minute(*to), Some(chair)));
    }
}
