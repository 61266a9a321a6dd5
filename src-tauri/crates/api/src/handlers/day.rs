//! The schedule, day by day.

use super::{Answer, block_out};
use crate::commands::words_on;
use crate::convert::{date, local, visit};
use crate::wire::day::*;
use crate::words::Words;
use app::day::ClosedWhy as Why;
use app::{Daybook, unreadable_said};
use domain::Zone;

pub(crate) fn schedule(daybook: &mut Daybook, request: GetSchedule) -> Answer<ScheduleView> {
    let GetSchedule { from, to } = request;
    let words = words_on(daybook.host());
    let desk = daybook.desk()?;
    let (from, to) = (date("from", &from)?, date("to", &to)?);
    let zone = desk.setup()?.zone();
    let schedule = app::schedule::schedule(desk, from, to)?;
    Ok(ScheduleView {
        now: local(schedule.now),
        days: schedule
            .days
            .into_iter()
            .map(|one| day(one, zone, &words))
            .collect(),
    })
}

fn day(day: app::day::DayView, zone: Zone, words: &Words) -> DayView {
    DayView {
        date: day.date.to_string(),
        closed: day.closed,
        from: day.from.to_string(),
        to: day.to.to_string(),
        columns: day.columns.into_iter().map(column).collect(),
        provider_columns: day.provider_columns.into_iter().map(column).collect(),
        appointments: day.visits.iter().map(|view| visit(view, zone)).collect(),
        unreadable: day
            .unreadable
            .into_iter()
            .map(|row| UnreadableView {
                what: words.say(&unreadable_said(&row)),
                id: row.id,
                start: row.start,
            })
            .collect(),
    }
}

fn column(column: app::day::ColumnView) -> ColumnView {
    ColumnView {
        block_outs: column.block_outs.iter().map(block_out::view).collect(),
        chair: column.chair.map(|id| id.to_string()),
        provider: column.provider.map(|id| id.to_string()),
        name: column.name,
        providers: column
            .providers
            .into_iter()
            .map(|provider| ColumnProvider {
                id: provider.id.to_string(),
                name: provider.name,
                from: provider.from.to_string(),
                to: provider.to.to_string(),
            })
            .collect(),
        chairs: column
            .chairs
            .into_iter()
            .map(|chair| ColumnChair {
                id: chair.id.to_string(),
                name: chair.name,
                from: chair.from.to_string(),
                to: chair.to.to_string(),
            })
            .collect(),
        closed: column
            .closed
            .into_iter()
            .map(|stretch| ClosedView {
                from: stretch.from.to_string(),
                to: stretch.to.to_string(),
                why: match stretch.why {
                    Why::Practice => ClosedWhy::Practice,
                    Why::NobodyWorks => ClosedWhy::NobodyWorks,
                    Why::Chair => ClosedWhy::Chair,
                },
            })
            .collect(),
    }
}
