//! The routing slips of a day.

use super::{unreadable, visit};
use crate::day;
use crate::desk::Desk;
use crate::error::Result;
use crate::setup::Setup;
use chrono::NaiveDate;
use domain::Status;

/// A slip for each visit of the day, with the next one that is booked.
pub(super) fn view(desk: &Desk, setup: &Setup, date: NaiveDate) -> Result<print::SlipsView> {
    let day = day::day(desk, date)?;
    let mut slips = Vec::new();
    for view in &day.visits {
        let next = desk
            .store
            .appointments_of(view.visit.patient)?
            .into_iter()
            .filter(|other| other.start.date() > date && other.status == Status::Scheduled)
            .min_by_key(|other| other.start);
        slips.push(print::SlipView {
            born: view.patient.birth_date,
            next: next.map(|next| {
                let kind = next.kind.and_then(|id| setup.kind(id));
                let what = kind.map_or(next.reason, |kind| kind.name.clone());
                (next.start.at, what)
            }),
            visit: visit(view),
        });
    }
    Ok(print::SlipsView {
        practice: setup.practice.name.clone(),
        date,
        slips,
        unreadable: unreadable(&day.unreadable),
    })
}
