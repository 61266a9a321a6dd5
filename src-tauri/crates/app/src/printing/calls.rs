//! Visits that nobody confirmed, and whom to call for each.

use super::{MOST_DAYS, unreadable, visit};
use crate::desk::Desk;
use crate::error::{Error, Result};
use crate::setup::Setup;
use chrono::{Days, NaiveDate};
use domain::said;
use domain::{Confirmation, Patient, Status};

/// The calls to make for the visits from a date on, for some days.
pub(super) fn view(
    desk: &Desk,
    setup: &Setup,
    from: NaiveDate,
    days: u32,
) -> Result<print::CallListView> {
    if !(1..=MOST_DAYS).contains(&days) {
        return Err(Error::invalid(
            "days",
            said("calls-days").with("most", MOST_DAYS),
        ));
    }
    let to = from
        .checked_add_days(Days::new(u64::from(days - 1)))
        .unwrap_or(from);
    let now = setup.zone().wall(desk.now()).at;
    let (visits, bad) = crate::appointment::list(desk, from, to)?;
    let mut calls = Vec::new();
    let mut left_out = 0;
    for view in visits {
        let open = view.visit.status == Status::Scheduled
            && matches!(
                view.visit.confirmation,
                Confirmation::Unconfirmed | Confirmation::Sent
            );
        if !open || view.visit.start.at < now {
            continue;
        }
        let Some(patient) = desk.store.patient(view.visit.patient)? else {
            continue;
        };
        // P3: nobody calls those who are not to be contacted, and the desk is told that there are some.
        if !patient.may_be_contacted() {
            left_out += 1;
            continue;
        }
        let guardian = guardian(desk, &patient, from)?;
        let whom = guardian.as_ref().map(Patient::display_name);
        let reached = guardian.as_ref().filter(|one| !one.phones.is_empty());
        calls.push(print::CallView {
            visit: visit(&view),
            whom,
            phones: reached
                .unwrap_or(&patient)
                .phones
                .iter()
                .map(|phone| (phone.label.clone(), phone.number.clone()))
                .collect(),
        });
    }
    Ok(print::CallListView {
        practice: setup.practice.name.clone(),
        from,
        to,
        calls,
        left_out,
        unreadable: unreadable(&bad),
    })
}

/// P5: who is spoken to for a minor; none for anybody else, or where nobody is named.
pub(super) fn guardian(desk: &Desk, patient: &Patient, on: NaiveDate) -> Result<Option<Patient>> {
    match patient.guardian {
        Some(guardian) if is_minor(patient, on) => {
            let guardian = desk.store.patient(guardian)?;
            Ok(guardian.filter(Patient::may_be_contacted))
        }
        _ => Ok(None),
    }
}

/// Whether somebody else decides for the patient.
pub(super) fn is_minor(patient: &Patient, on: NaiveDate) -> bool {
    patient.age_on(on).is_some_and(|age| age < MAJORITY)
}

/// Age from which one decides for oneself.
const MAJORITY: u32 = 18;
