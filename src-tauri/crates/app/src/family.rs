//! Several people of one family booked together: side by side or one after the other.

use crate::appointment::book::put;
use crate::appointment::{Book, FindOpenings, openings, usual_minutes};
use crate::desk::Desk;
use crate::error::{Error, Result};
use crate::placing::{IfRefused, Tried, is_of_place, keep, outcomes};
use crate::series::SeriesView;
use crate::setup::Setup;
use crate::undo::UndoableChange;
use chrono::{NaiveDate, TimeDelta};
use domain::family::{MOST, Need, Place, Together, places};
use domain::openings::Opening;
use domain::{AppointmentId, AppointmentTypeId, Wish, said};
use std::collections::BTreeMap;

/// Times at which all of them could come.
#[derive(Debug, Clone)]
pub struct FindFamily {
    /// Length and type of each one's visit, in their order.
    pub members: Vec<(Option<u32>, Option<AppointmentTypeId>)>,
    pub from: NaiveDate,
    pub to: NaiveDate,
    pub together: Together,
    pub limit: usize,
}

/// Where one of them would be, with names.
#[derive(Debug, Clone)]
pub struct FamilyPlace {
    pub place: Place,
    pub provider_name: String,
    pub chair_name: String,
}

/// Times at which all of them could come, by start; each names a place for everybody, in the order
/// of the members.
pub fn find(desk: &Desk, request: &FindFamily) -> Result<Vec<Vec<FamilyPlace>>> {
    check_count(request.members.len())?;
    let setup = desk.setup()?;
    let mut needs = Vec::with_capacity(request.members.len());
    for (minutes, kind) in &request.members {
        let kind = setup.kind_if_any(*kind)?;
        needs.push(Need {
            minutes: usual_minutes(*minutes, kind),
            kind,
        });
    }
    let shortest = needs.iter().map(|need| need.minutes).min().unwrap_or(0);
    let mut found = Vec::new();
    let mut from = request.from.max(desk.today(setup.zone()));
    // A week at a time: what is wanted is mostly near, and a gap list of a year is long.
    while from <= request.to && found.len() < request.limit {
        let to = (from + TimeDelta::days(6)).min(request.to);
        let wanted = FindOpenings {
            minutes: Some(shortest),
            wish: Wish {
                first_day: Some(from),
                last_day: Some(to),
                ..Wish::default()
            },
            every: true,
            limit: usize::MAX,
            ..FindOpenings::default()
        };
        let gaps = openings(desk, &wanted)?;
        let mut days: BTreeMap<NaiveDate, Vec<Opening>> = BTreeMap::new();
        for gap in gaps {
            let day = days.entry(gap.opening.start.date()).or_default();
            day.push(gap.opening);
        }
        for gaps in days.values() {
            found.extend(places(setup.zone(), gaps, &needs, request.together));
        }
        from = to + TimeDelta::days(1);
    }
    found.truncate(request.limit);
    Ok(found
        .into_iter()
        .map(|all| all.into_iter().map(|one| named(&setup, one)).collect())
        .collect())
}

fn named(setup: &Setup, place: Place) -> FamilyPlace {
    let provider = setup.provider(place.provider);
    let chair = setup.chair(place.chair);
    FamilyPlace {
        provider_name: provider.map(|one| one.name.clone()).unwrap_or_default(),
        chair_name: chair.map(|one| one.name.clone()).unwrap_or_default(),
        place,
    }
}

/// Books all of them in one transaction, or none: a family that comes together does not come by
/// halves. One undo takes all back. The answer names for each what is in the way.
pub fn book(desk: &mut Desk, visits: &[Book]) -> Result<SeriesView> {
    check_count(visits.len())?;
    let host = desk.host.clone();
    let mut tried = Vec::new();
    let written = desk.write_step(UndoableChange::Booking, |change| {
        let setup = Setup::within(change)?;
        for visit in visits {
            let id = AppointmentId(host.new_id());
            let kind = visit.kind.and_then(|kind| setup.kind(kind));
            let result = match put(change, &setup, id, None, visit) {
                Err(error) if !is_of_place(&error) => return Err(error),
                result => result,
            };
            tried.push(Tried {
                patient: visit.patient,
                start: visit.start,
                minutes: usual_minutes(visit.minutes, kind),
                provider: Some(visit.provider),
                chair: Some(visit.chair),
                result,
            });
        }
        keep(&tried, IfRefused::Nothing, false)
    });
    let kept = match written {
        Ok(()) => true,
        Err(Error::RolledBack) => false,
        Err(error) => return Err(error),
    };
    Ok(SeriesView {
        visits: outcomes(desk, tried, kept)?,
        kept,
    })
}

fn check_count(people: usize) -> Result<()> {
    if !(1..=MOST).contains(&people) {
        return Err(Error::invalid(
            "visits",
            said("family-too-many").with("most", MOST),
        ));
    }
    Ok(())
}
