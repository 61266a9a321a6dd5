//! A day by chair and as a list, as it is printed.

use super::{block_out, unreadable, visit};
use crate::day::{self, ClosedWhy, DayView};
use crate::desk::Desk;
use crate::error::Result;
use chrono::NaiveDate;
use domain::MinuteOfDay;

/// The day by chair.
pub fn day_view(desk: &Desk, date: NaiveDate) -> Result<print::DayView> {
    let practice = desk.setup()?.practice.name;
    Ok(by_chair(practice, &day::day(desk, date)?))
}

/// The day by time.
pub(super) fn list_view(desk: &Desk, date: NaiveDate) -> Result<print::DayListView> {
    let practice = desk.setup()?.practice.name;
    Ok(by_time(practice, &day::day(desk, date)?))
}

/// The day both ways, of one moment; what could not be read is told with the list.
pub(super) fn both_views(
    desk: &Desk,
    date: NaiveDate,
) -> Result<(print::DayListView, print::DayView)> {
    let practice = desk.setup()?.practice.name;
    let day = day::day(desk, date)?;
    let chairs = print::DayView {
        unreadable: Vec::new(),
        ..by_chair(practice.clone(), &day)
    };
    Ok((by_time(practice, &day), chairs))
}

fn by_time(practice: String, day: &DayView) -> print::DayListView {
    print::DayListView {
        practice,
        date: day.date,
        visits: day.visits.iter().map(visit).collect(),
        unreadable: unreadable(&day.unreadable),
    }
}

fn by_chair(practice: String, day: &DayView) -> print::DayView {
    let at = |minute: MinuteOfDay| minute.on(day.date);
    let label = |why| match why {
        ClosedWhy::Practice => day.closed.clone().unwrap_or_default(),
        ClosedWhy::NobodyWorks | ClosedWhy::Chair => String::new(),
    };
    let columns = day
        .columns
        .iter()
        .map(|column| print::ColumnView {
            title: column.name.clone(),
            staff: column
                .providers
                .iter()
                .map(|provider| (provider.name.clone(), at(provider.from), at(provider.to)))
                .collect(),
            closed: column
                .closed
                .iter()
                .map(|stretch| (at(stretch.from), at(stretch.to), label(stretch.why)))
                .collect(),
            block_outs: column
                .block_outs
                .iter()
                .map(|view| block_out(view, true))
                .collect(),
            visits: day
                .visits
                .iter()
                .filter(|view| view.visit.chair == column.chair)
                .map(visit)
                .collect(),
        })
        .collect();
    print::DayView {
        practice,
        date: day.date,
        columns,
        unreadable: unreadable(&day.unreadable),
    }
}
