//! The day by chair.

use super::{Answer, block_out};
use crate::convert::{date, local, visit};
use crate::wire::day::*;
use app::Daybook;
use app::day::ClosedWhy as Why;

pub(crate) fn get(daybook: &mut Daybook, request: GetDay) -> Answer<DayView> {
    let desk = daybook.desk()?;
    let zone = desk.setup()?.zone();
    let day = app::day::day(desk, date("date", &request.date)?)?;
    Ok(DayView {
        date: day.date.to_string(),
        now: local(day.now),
        closed: day.closed,
        from: day.from.to_string(),
        to: day.to.to_string(),
        columns: day
            .columns
            .into_iter()
            .map(|column| ColumnView {
                chair: column.chair.map(|id| id.to_string()),
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
                block_outs: column.block_outs.iter().map(block_out::view).collect(),
            })
            .collect(),
        appointments: day.visits.iter().map(|view| visit(view, zone)).collect(),
        unreadable: day
            .unreadable
            .into_iter()
            .map(|row| UnreadableView {
                id: row.id,
                start: row.start,
                what: row.reason,
            })
            .collect(),
    })
}
