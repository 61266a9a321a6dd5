//! Several visits at once: a series, or a family.

use super::Answer;
use super::appointment::{booking, cancelling, moving, opening};
use crate::commands::words_on;
use crate::convert::{date, id, local, optional_id, visit, wall};
use crate::refusal::invalid;
use crate::wire::appointment::{AppointmentView, OpeningView};
use crate::wire::error::WireError;
use crate::wire::practice::ById;
use crate::wire::series::{
    BookFamily, BookSeries, CancelSeries, FamilyOpening, FamilyTogether, FindFamilyOpenings,
    InsteadOf, MoveSeries, PlacedVisit, PlacedVisits, SeriesPlan, SeriesUnit,
};
use crate::words::Words;
use app::family::{FamilyPlace, FindFamily};
use app::series::{Instead, MoveOn, SeriesView};
use app::{Daybook, Error, IfRefused, Outcome, Placed};
use domain::Zone;
use domain::family::Together;
use domain::said;
use domain::series::{Every, Plan, Until};

pub(crate) fn book(daybook: &mut Daybook, request: BookSeries) -> Answer<PlacedVisits> {
    let BookSeries {
        visit,
        plan: wanted,
        instead,
        rest,
        only_ask,
    } = request;
    let instead: Result<Vec<Instead>, Error> = instead.into_iter().map(instead_of).collect();
    let request = app::series::BookSeries {
        visit: booking(visit)?,
        plan: plan(wanted)?,
        instead: instead?,
        if_refused: if_refused(rest),
        only_ask,
    };
    let booked = app::series::book(daybook.desk()?, &request)?;
    placed(daybook, booked)
}

pub(crate) fn move_on(daybook: &mut Daybook, request: MoveSeries) -> Answer<PlacedVisits> {
    let MoveSeries {
        visit,
        rest,
        only_ask,
    } = request;
    let request = MoveOn {
        visit: moving(visit)?,
        if_refused: if_refused(rest),
        only_ask,
    };
    let moved = app::series::move_on(daybook.desk()?, &request)?;
    placed(daybook, moved)
}

pub(crate) fn cancel_on(
    daybook: &mut Daybook,
    request: CancelSeries,
) -> Answer<Vec<AppointmentView>> {
    let desk = daybook.desk()?;
    let cancelled = app::series::cancel_on(desk, &cancelling(request.visit)?)?;
    let zone = desk.setup()?.zone();
    Ok(cancelled.iter().map(|view| visit(view, zone)).collect())
}

pub(crate) fn list(daybook: &mut Daybook, request: ById) -> Answer<Vec<AppointmentView>> {
    let desk = daybook.desk()?;
    let zone = desk.setup()?.zone();
    let found = app::series::list(desk, id("id", &request.id)?)?;
    Ok(found.iter().map(|view| visit(view, zone)).collect())
}

pub(crate) fn family_openings(
    daybook: &mut Daybook,
    request: FindFamilyOpenings,
) -> Answer<Vec<FamilyOpening>> {
    let FindFamilyOpenings {
        members,
        from,
        to,
        together,
        limit,
    } = request;
    let members: Result<Vec<_>, Error> = members
        .into_iter()
        .map(|need| Ok((need.minutes, optional_id("kind", &need.kind)?)))
        .collect();
    let request = FindFamily {
        members: members?,
        from: date("from", &from)?,
        to: date("to", &to)?,
        together: match together {
            FamilyTogether::SideBySide => Together::SideBySide,
            FamilyTogether::InTurn => Together::InTurn,
        },
        limit: limit.clamp(1, 50) as usize,
    };
    let found = app::family::find(daybook.desk()?, &request)?;
    Ok(found
        .into_iter()
        .map(|places| FamilyOpening {
            places: places.into_iter().map(family_place).collect(),
        })
        .collect())
}

pub(crate) fn book_family(daybook: &mut Daybook, request: BookFamily) -> Answer<PlacedVisits> {
    let visits: Result<Vec<_>, Error> = request.visits.into_iter().map(booking).collect();
    let booked = app::family::book(daybook.desk()?, &visits?)?;
    placed(daybook, booked)
}

fn if_refused(rest: bool) -> IfRefused {
    if rest {
        IfRefused::TheRest
    } else {
        IfRefused::Nothing
    }
}

fn plan(plan: SeriesPlan) -> Result<Plan, Error> {
    Ok(match plan {
        SeriesPlan::Chosen { dates } => {
            let dates: Result<Vec<_>, Error> = dates.iter().map(|one| date("dates", one)).collect();
            Plan::Chosen(dates?)
        }
        SeriesPlan::Repeat {
            every,
            unit,
            count,
            until,
        } => Plan::Repeat {
            every: match unit {
                SeriesUnit::Days => Every::Days(every),
                SeriesUnit::Weeks => Every::Weeks(every),
                SeriesUnit::Months => Every::Months(every),
            },
            until: match (count, until) {
                (_, Some(day)) => Until::Day(date("until", &day)?),
                (Some(count), None) => Until::Count(count),
                (None, None) => {
                    return Err(invalid("count", said("series-no-end")));
                }
            },
        },
    })
}

fn instead_of(one: InsteadOf) -> Result<Instead, Error> {
    let place = match one.place {
        Some(place) => Some((
            wall("start", &place.start, place.second_pass)?,
            id("provider", &place.provider)?,
            id("chair", &place.chair)?,
        )),
        None => None,
    };
    Ok(Instead {
        date: date("date", &one.date)?,
        place,
    })
}

fn placed(daybook: &mut Daybook, answer: SeriesView) -> Answer<PlacedVisits> {
    let words = words_on(daybook.host());
    let zone = daybook.desk()?.setup()?.zone();
    Ok(PlacedVisits {
        visits: answer
            .visits
            .into_iter()
            .map(|one| placed_visit(one, zone, &words))
            .collect(),
        kept: answer.kept,
    })
}

fn placed_visit(one: Placed, zone: Zone, words: &Words) -> PlacedVisit {
    let Placed {
        patient,
        start,
        minutes,
        provider,
        chair,
        outcome,
    } = one;
    let (appointment, refused, near) = match outcome {
        Outcome::Free => (None, None, Vec::new()),
        Outcome::Done(view) => (Some(visit(&view, zone)), None, Vec::new()),
        Outcome::Refused { why, near } => (None, Some(WireError::of(&why, words)), near),
    };
    PlacedVisit {
        patient: patient.to_string(),
        start: local(start.at),
        second_pass: start.second_pass,
        minutes,
        provider: provider.map(|id| id.to_string()),
        chair: chair.map(|id| id.to_string()),
        appointment,
        refused,
        near: near.into_iter().map(opening).collect(),
    }
}

fn family_place(one: FamilyPlace) -> OpeningView {
    OpeningView {
        provider: one.place.provider.to_string(),
        provider_name: one.provider_name,
        chair: one.place.chair.to_string(),
        chair_name: one.chair_name,
        start: local(one.place.start.at),
        second_pass: one.place.start.second_pass,
        minutes: one.place.minutes,
        // The place is the visit's own, whatever is free around it.
        gap_start: local(one.place.start.at),
        gap_minutes: one.place.minutes,
        also: Vec::new(),
    }
}
