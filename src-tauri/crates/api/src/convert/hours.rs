//! Working hours to the wire and back.

use super::{optional_id, time_of_day};
use crate::refusal::invalid;
use crate::wire::closing::ExceptionView;
use crate::wire::practice::{ShiftView, WeekHoursView};
use app::Error;
use domain::{HoursException, Shift, WeekHours, said};

fn shift(shift: &Shift) -> ShiftView {
    ShiftView {
        from: shift.from.to_string(),
        to: shift.to.to_string(),
        chair: shift.chair.map(|id| id.to_string()),
    }
}

/// Shifts of one day, by their start.
pub(crate) fn shifts(field: &'static str, views: &[ShiftView]) -> Result<Vec<Shift>, Error> {
    let mut found = Vec::with_capacity(views.len());
    for ShiftView { from, to, chair } in views {
        let (from, to) = (time_of_day(field, from)?, time_of_day(field, to)?);
        let shift = Shift::new(from, to, optional_id(field, chair)?).ok_or_else(|| {
            invalid(
                field,
                said("invalid-shift")
                    .with("from", from.to_string())
                    .with("to", to.to_string()),
            )
        })?;
        found.push(shift);
    }
    found.sort_by_key(|shift| shift.from);
    Ok(found)
}

pub(crate) fn exception(exception: &HoursException) -> ExceptionView {
    let HoursException { date, shifts, note } = exception;
    ExceptionView {
        date: date.to_string(),
        shifts: shifts.iter().map(shift).collect(),
        note: note.clone(),
    }
}

pub(crate) fn week(hours: &WeekHours) -> WeekHoursView {
    WeekHoursView {
        days: hours
            .0
            .iter()
            .map(|day| day.iter().map(shift).collect())
            .collect(),
    }
}

pub(crate) fn week_hours(view: &WeekHoursView) -> Result<WeekHours, Error> {
    let mut week = WeekHours::default();
    if view.days.len() != week.0.len() {
        return Err(invalid("hours", said("invalid-week")));
    }
    for (day, views) in week.0.iter_mut().zip(&view.days) {
        *day = shifts("hours", views)?;
    }
    Ok(week)
}
