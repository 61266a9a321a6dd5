//! Finding openings.

use crate::desk::Desk;
use crate::error::{Error, Result};
use chrono::{NaiveDate, TimeDelta};
use domain::openings::{Opening, Schedule, openings_on};
use domain::{Appointment, ProviderId};

/// An opening with its names.
#[derive(Debug, Clone)]
pub struct FoundOpening {
    pub opening: Opening,
    pub provider_name: String,
    pub chair_name: String,
}

/// Furthest that openings are looked for at once, in days.
const FURTHEST: i64 = 400;

/// Openings of at least `minutes` from `from` to `to`, both included, not in the past, by start.
/// Days before today are passed over; more than [`FURTHEST`] days from there on are refused.
pub fn openings(
    desk: &Desk,
    minutes: u32,
    from: NaiveDate,
    to: NaiveDate,
    provider: Option<ProviderId>,
    limit: usize,
) -> Result<Vec<FoundOpening>> {
    super::check_minutes(minutes)?;
    if to < from {
        return Err(Error::invalid("to", "the last day is before the first"));
    }
    let setup = desk.setup()?;
    let from = from.max(desk.today(setup.zone()));
    if (to - from).num_days() > FURTHEST {
        return Err(Error::invalid(
            "to",
            format!(
                "openings are looked for over {FURTHEST} days at the most; from {from} that is until {}",
                from.checked_add_signed(TimeDelta::days(FURTHEST))
                    .unwrap_or(from)
            ),
        ));
    }
    let providers: Vec<_> = setup
        .providers
        .iter()
        .filter(|one| provider.is_none_or(|wanted| one.id == wanted))
        .cloned()
        .collect();
    let mut found = Vec::new();
    for date in from.iter_days().take_while(|date| *date <= to) {
        let before = date.pred_opt().unwrap_or(date);
        let after = date.succ_opt().unwrap_or(date);
        let visits: Vec<Appointment> = desk
            .store
            .days(before, after)?
            .rows
            .into_iter()
            .map(|row| row.visit)
            .collect();
        let schedule = Schedule {
            practice: &setup.practice,
            closures: &setup.closures,
            providers: &providers,
            chairs: &setup.chairs,
            visits: &visits,
        };
        for opening in openings_on(schedule, date, minutes, desk.now()) {
            found.push(FoundOpening {
                opening,
                provider_name: setup
                    .provider(opening.provider)
                    .map(|p| p.name.clone())
                    .unwrap_or_default(),
                chair_name: setup
                    .chair(opening.chair)
                    .map(|c| c.name.clone())
                    .unwrap_or_default(),
            });
            if found.len() >= limit {
                return Ok(found);
            }
        }
    }
    Ok(found)
}
