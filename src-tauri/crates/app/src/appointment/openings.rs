//! Finding openings.

use crate::desk::Desk;
use crate::error::{Error, Result};
use chrono::{Days, NaiveDate};
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
const FURTHEST: u64 = 400;

/// Openings of at least `minutes` from `from` to `to`, both included, not in the past, by start.
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
    let providers: Vec<_> = setup
        .providers
        .iter()
        .filter(|one| provider.is_none_or(|wanted| one.id == wanted))
        .cloned()
        .collect();
    let mut found = Vec::new();
    for ahead in 0..=FURTHEST {
        let Some(date) = from
            .checked_add_days(Days::new(ahead))
            .filter(|date| *date <= to)
        else {
            break;
        };
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
