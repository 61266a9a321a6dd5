//! An invented practice to try things on: patients of many countries, and days that look like days.
//!
//! The same seed on the same day makes the same names, visits and ids.

mod closures;
mod dice;
mod homes;
mod kept_free;
mod kinds;
mod names;
mod people;
mod staff;
mod visits;

use crate::desk::Desk;
use crate::error::{Error, Result};
use crate::setup::Setup;
use chrono::{Days, NaiveDate};
use dice::Dice;
use domain::said;
use homes::Home;

/// How much to invent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DemoRequest {
    pub patients: u32,
    /// How far back visits go.
    pub years: u32,
    pub seed: u64,
    /// In the practice's zone.
    pub today: NaiveDate,
}

/// What was invented.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemoReport {
    pub patients: u32,
    pub households: u32,
    pub appointments: u32,
    /// All the practice has now.
    pub providers: u32,
    pub chairs: u32,
    /// First and last day of the calendar.
    pub from: NaiveDate,
    pub to: NaiveDate,
}

/// How far ahead visits are booked, in days.
const AHEAD: u64 = 56;

/// Fills the practice, in one transaction. One that has patients already is left alone.
///
/// # Errors
/// [`Error::Invalid`] when there are patients; and what a write may meet.
pub fn fill(desk: &mut Desk, request: &DemoRequest) -> Result<DemoReport> {
    let now = desk.now();
    let today = request.today;
    let days = u64::from(request.years) * 365 + u64::from(request.years) / 4;
    let from = today.checked_sub_days(Days::new(days)).unwrap_or(today);
    let to = today.checked_add_days(Days::new(AHEAD)).unwrap_or(today);
    if desk.store.count_patients(None)? > 0 {
        return Err(Error::invalid("patients", said("demo-not-empty")));
    }
    desk.write(|change| {
        // Each part throws its own, so that a holiday more does not rename every patient.
        let mut dice = Dice::new(request.seed);
        let mut of_people = dice.apart();
        let mut of_visits = dice.apart();
        let mut of_kept = dice.apart();
        let before = Setup::within(change)?;
        let home = Home::near(before.zone());
        let calendar = visits::Calendar::new(request.patients, from, today, to);
        let hired = staff::put(change, &before, home, &calendar, now, &mut dice)?;
        let kept = kept_free::put(change, &hired, &calendar, now, &mut of_kept)?;
        let invented = people::invent(request.patients, home, from, today, &mut of_people);
        let households = invented.households.len();
        let mut people = people::put(change, invented)?;
        let setup = Setup::within(change)?;
        let written = visits::put(
            change,
            &setup,
            &hired,
            &kept,
            &calendar,
            &mut people,
            now,
            &mut of_visits,
        )?;
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        Ok(DemoReport {
            patients: request.patients,
            households: count(households),
            appointments: written,
            providers: count(setup.providers.len()),
            chairs: count(setup.chairs.len()),
            from,
            to,
        })
    })
}
