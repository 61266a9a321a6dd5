//! A page of the calendar.

use super::Answer;
use super::view::{ids, view_by};
use crate::convert::{date, local};
use crate::refusal::invalid;
use crate::wire::month::*;
use app::Daybook;
use app::month::MonthOf;
use domain::said;

pub(crate) fn get(daybook: &mut Daybook, request: GetMonth) -> Answer<MonthView> {
    let GetMonth {
        date: of,
        week_begins,
        by,
        chairs,
        providers,
    } = request;
    let begins = chrono::Weekday::try_from(week_begins)
        .map_err(|_| invalid("week_begins", said("invalid-week")))?;
    let whose = MonthOf {
        by: view_by(by),
        chairs: ids("chairs", &chairs)?,
        providers: ids("providers", &providers)?,
    };
    let page = app::month::month(daybook.desk()?, date("date", &of)?, begins, &whose)?;
    Ok(MonthView {
        now: local(page.now),
        first: page.first.to_string(),
        days: page.days.into_iter().map(day).collect(),
    })
}

fn day(day: app::month::MonthDay) -> MonthDay {
    let app::month::MonthDay {
        date,
        closed,
        open,
        visits,
        unconfirmed,
        names,
        unreadable,
    } = day;
    MonthDay {
        date: date.to_string(),
        closed,
        open,
        visits,
        unconfirmed,
        names: names
            .into_iter()
            .map(|app::month::MonthName { start, name, tint }| MonthName {
                start: local(start),
                name,
                tint,
            })
            .collect(),
        unreadable,
    }
}
