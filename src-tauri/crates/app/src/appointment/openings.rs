//! Finding openings.

use super::{Blocking, around};
use crate::desk::Desk;
use crate::error::{Error, Result};
use crate::setup::Setup;
use chrono::{NaiveDate, TimeDelta};
use domain::openings::{Blocked, Offers, Opening, Search, Taken, Wanted};
use domain::{AppointmentTypeId, PatientId, Wish, said};

/// What is looked for: "any Tuesday after 16:00 with Dr X".
#[derive(Debug, Clone, Default)]
pub struct FindOpenings {
    /// None takes the type's length, or half an hour.
    pub minutes: Option<u32>,
    pub kind: Option<AppointmentTypeId>,
    /// Without a first day from today on, without a last one as far as can be looked.
    pub wish: Wish,
    /// Whose other visits it must not overlap (S2).
    pub patient: Option<PatientId>,
    /// Each by itself, also several that begin at the same time; else one line a minute, and every
    /// provider has a share of them.
    pub every: bool,
    pub limit: usize,
}

/// An opening with its names.
#[derive(Debug, Clone)]
pub struct FoundOpening {
    pub opening: Opening,
    pub provider_name: String,
    pub chair_name: String,
    /// With whom else a visit could begin at the same time.
    pub also: Vec<FoundOpening>,
}

/// Furthest that openings are looked for at once, in days.
const FURTHEST: i64 = 400;

/// Days that are read at first; if they have not enough, four times as many, and so on.
const FIRST_READ: i64 = 14;

/// Openings that are long enough and wished for, not in the past, by start. Days before today are
/// passed over; more than [`FURTHEST`] days from there on are refused.
pub fn openings(desk: &Desk, request: &FindOpenings) -> Result<Vec<FoundOpening>> {
    let setup = desk.setup()?;
    let kind = setup.kind_if_any(request.kind)?;
    let minutes = super::usual_minutes(request.minutes, kind);
    super::check_minutes(minutes)?;
    let (first, last) = days_of(desk, &setup, &request.wish)?;
    let wanted = Wanted {
        minutes,
        kind,
        wish: &request.wish,
        not_before: desk.now(),
    };
    let mut blocking = Blocking::read(desk, first, last)?;
    if let Some(patient) = request.patient {
        blocking.elsewhere = elsewhere(desk, &setup, patient, first)?;
    }
    let mut offers = None::<Offers>;
    let mut from = first;
    let mut length = FIRST_READ;
    while from <= last && offers.as_ref().is_none_or(|offers| !offers.is_full()) {
        let to = days_after(from, length - 1).min(last);
        let taken = taken(desk, &request.wish, from, to)?;
        let blocked = blocking.blocked(&setup, request.kind, from, to);
        let schedule = setup.schedule(&taken, &blocked);
        let search = Search::new(schedule, wanted);
        let offers = offers.get_or_insert_with(|| match request.every {
            true => Offers::all(request.limit),
            false => Offers::fair(request.limit, search.providers()),
        });
        for date in from.iter_days().take_while(|date| *date <= to) {
            if offers.is_full() {
                break;
            }
            offers.add(search.on(date));
        }
        from = days_after(to, 1);
        length *= 4;
    }
    let found = offers.map(Offers::into_offers).unwrap_or_default();
    Ok(found
        .into_iter()
        .map(|offer| FoundOpening {
            also: offer
                .also
                .into_iter()
                .map(|one| FoundOpening::new(&setup, one))
                .collect(),
            ..FoundOpening::new(&setup, offer.opening)
        })
        .collect())
}

impl FoundOpening {
    fn new(setup: &Setup, opening: Opening) -> Self {
        let provider = setup.provider(opening.provider);
        let chair = setup.chair(opening.chair);
        Self {
            opening,
            provider_name: provider.map(|one| one.name.clone()).unwrap_or_default(),
            chair_name: chair.map(|one| one.name.clone()).unwrap_or_default(),
            also: Vec::new(),
        }
    }
}

/// Where the patient is in other visits (S2): nobody else can be seen there then, for them.
fn elsewhere(
    desk: &Desk,
    setup: &Setup,
    patient: PatientId,
    first: NaiveDate,
) -> Result<Vec<Blocked>> {
    let visits = desk.store.appointments_of(patient)?;
    Ok(visits
        .into_iter()
        .filter(|visit| visit.status.occupies() && visit.last_day(setup.zone()) >= first)
        .map(|visit| {
            let (from, to) = visit.span(setup.zone());
            Blocked {
                provider: None,
                chair: None,
                from,
                to,
            }
        })
        .collect())
}

/// First and last day to look at.
fn days_of(desk: &Desk, setup: &Setup, wish: &Wish) -> Result<(NaiveDate, NaiveDate)> {
    let today = desk.today(setup.zone());
    let first = wish.first_day.unwrap_or(today);
    let furthest = |from: NaiveDate| {
        from.checked_add_signed(TimeDelta::days(FURTHEST))
            .unwrap_or(from)
    };
    if wish.last_day.is_some_and(|last| last < first) {
        return Err(Error::invalid("to", said("invalid-last-day")));
    }
    let first = first.max(today);
    let last = wish.last_day.unwrap_or_else(|| furthest(first));
    if last > furthest(first) {
        return Err(Error::invalid(
            "to",
            said("openings-too-far")
                .with("days", FURTHEST)
                .with("from", first)
                .with("until", furthest(first)),
        ));
    }
    Ok((first, last))
}

/// What is taken on the days that are wished for, each stretch of them read at once.
fn taken(desk: &Desk, wish: &Wish, from: NaiveDate, to: NaiveDate) -> Result<Vec<Taken>> {
    let mut found = Vec::new();
    let mut days = from.iter_days().take_while(|date| *date <= to).peekable();
    while let Some(first) = days.find(|date| wish.suits_day(*date)) {
        let mut last = first;
        while let Some(next) = days.next_if(|date| wish.suits_day(*date)) {
            last = next;
        }
        let ((before, _), (_, after)) = (around(first), around(last));
        found.extend(desk.store.taken(before, after)?);
    }
    Ok(found)
}

fn days_after(date: NaiveDate, days: i64) -> NaiveDate {
    date.checked_add_signed(TimeDelta::days(days))
        .unwrap_or(NaiveDate::MAX)
}
