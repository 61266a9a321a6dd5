//! Booking a series.

use crate::appointment::Book;
use crate::appointment::book::put;
use crate::appointment::usual_minutes;
use crate::desk::Desk;
use crate::error::{Error, Result};
use crate::placing::{IfRefused, Placed, Tried, is_of_place, keep, outcomes};
use crate::setup::Setup;
use crate::undo::UndoableChange;
use chrono::NaiveDate;
use domain::series::{Plan, days, on_day};
use domain::{AppointmentId, ChairId, ProviderId, SeriesId, WallTime};

/// A series to book, or only to ask about.
#[derive(Debug, Clone)]
pub struct BookSeries {
    /// The first visit.
    pub visit: Book,
    pub plan: Plan,
    /// Dates that are left out, or booked elsewhere.
    pub instead: Vec<Instead>,
    pub if_refused: IfRefused,
    /// Nothing is written; the answer says what would be.
    pub only_ask: bool,
}

/// What is booked instead of the plan's place on a date; nothing where there is no place.
#[derive(Debug, Clone)]
pub struct Instead {
    pub date: NaiveDate,
    pub place: Option<(WallTime, ProviderId, ChairId)>,
}

/// What became of each date, in order.
#[derive(Debug)]
pub struct SeriesView {
    pub visits: Vec<Placed>,
    /// Whether anything was written.
    pub kept: bool,
}

/// Books the series, all in one transaction, so that one undo takes all of it back.
pub fn book(desk: &mut Desk, request: &BookSeries) -> Result<SeriesView> {
    let days = days(request.visit.start.date(), &request.plan)
        .map_err(|refusal| Error::invalid("series", refusal))?;
    let host = desk.host.clone();
    let series = SeriesId(host.new_id());
    let mut tried = Vec::new();
    let written = desk.write_step(UndoableChange::Booking, |change| {
        let setup = Setup::within(change)?;
        // The first of them answers the entry of a list.
        let mut closes = request.visit.closes;
        for day in &days {
            let mut visit = Book {
                start: on_day(request.visit.start, *day),
                closes,
                ..request.visit.clone()
            };
            match request.instead.iter().find(|one| one.date == *day) {
                Some(Instead { place: None, .. }) => continue,
                Some(Instead {
                    place: Some((start, provider, chair)),
                    ..
                }) => {
                    visit.start = *start;
                    visit.provider = *provider;
                    visit.chair = *chair;
                }
                None => {}
            }
            let id = AppointmentId(host.new_id());
            let kind = visit.kind.and_then(|kind| setup.kind(kind));
            let result = match put(change, &setup, id, Some(series), &visit) {
                Err(error) if !is_of_place(&error) => return Err(error),
                result => result,
            };
            if result.is_ok() {
                closes = None;
            }
            tried.push(Tried {
                patient: visit.patient,
                start: visit.start,
                minutes: usual_minutes(visit.minutes, kind),
                provider: Some(visit.provider),
                chair: Some(visit.chair),
                result,
            });
        }
        keep(&tried, request.if_refused, request.only_ask)
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
