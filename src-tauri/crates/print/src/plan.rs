//! Each view -> its pages.

use chrono::{Datelike, Days, NaiveDate, TimeDelta};

use crate::Result;
use crate::board::Blocked;
use crate::frame::{Desk, Heading};
use crate::grid::{self, Column, Grid, minute};
use crate::page::Page;
use crate::paint::About;
use crate::rows::{self, Table};
use crate::said::{Said, is_shown};
use crate::text::clean;
use crate::text::wrap::Style;
use crate::view::{
    ColumnView, DayListView, DayOfWeek, DayView, ProviderWeek, Sheet, VisitView, WeekView,
};

/// Days by chair, one after the other.
pub(crate) fn days(views: &[DayView], sheet: &Sheet) -> Result<(Vec<Page>, About)> {
    let mut desk = Desk::new(sheet)?;
    add_days(&mut desk, views);
    let title = match views {
        [] => String::new(),
        [view, ..] => document_title(&desk, &view.practice, view.date),
    };
    Ok(finish(desk, title))
}

fn add_days(desk: &mut Desk<'_>, views: &[DayView]) {
    for view in views {
        let DayView {
            practice,
            date,
            columns,
            unreadable,
        } = view;
        let empty = closure_of(columns).map_or_else(
            || desk.words.say("empty-day"),
            |name| desk.words.fill("closed-day", [("name", name.into())]),
        );
        let columns: Vec<Column> = columns
            .iter()
            .map(|column| day_column(column, *date, desk))
            .collect();
        let count = columns.iter().map(|column| column.visits.len()).sum();
        let grid = Grid {
            heading: day_heading(desk, practice, *date, "day-by-chair", count),
            columns,
            together: false,
            unreadable: unreadable.clone(),
            empty,
        };
        grid::draw(desk, &grid);
    }
}

/// Name of the closure, where the practice is closed all day by name.
fn closure_of(columns: &[ColumnView]) -> Option<&str> {
    let names: Vec<&str> = columns
        .iter()
        .map(|column| match column.closed.as_slice() {
            [(from, to, why)] if *to - *from >= TimeDelta::days(1) => why.as_str(),
            _ => "",
        })
        .collect();
    let first = names.first().filter(|name| !name.is_empty())?;
    names.iter().all(|name| name == first).then_some(first)
}

fn day_column(view: &ColumnView, day: NaiveDate, desk: &Desk<'_>) -> Column {
    let private = desk.sheet.private;
    let ColumnView {
        title,
        staff,
        closed,
        block_outs,
        visits,
    } = view;
    let subtitle = if private {
        String::new()
    } else {
        let hours = |(name, from, to): &(String, _, _)| {
            let hours = desk.words.span(minute(*from, day), minute(*to, day));
            format!("{name}, {hours}")
        };
        let staff: Vec<String> = staff.iter().map(hours).collect();
        staff.join("; ")
    };
    // Visits that another system knew no chair for.
    let title = if title.is_empty() {
        desk.words.say("no-chair")
    } else {
        title.clone()
    };
    let mut column = Column {
        title,
        subtitle,
        day,
        closed: Vec::new(),
        blocked: block_outs
            .iter()
            .filter_map(|one| Blocked::of(one, day, &desk.words, private))
            .collect(),
        visits: Vec::new(),
    };
    column.close(closed, private);
    for (number, visit) in visits
        .iter()
        .enumerate()
        .filter(|(_, visit)| is_shown(visit, private))
    {
        let said = Said::of(visit, day, &desk.words, private);
        // The head of the column usually names who works there.
        let named = staff.iter().any(|(name, _, _)| *name == visit.provider);
        let place = if named {
            String::new()
        } else {
            said.provider.clone()
        };
        column.book(number, visit, said, place);
    }
    column
}

/// A day as a list.
pub(crate) fn day_list(view: &DayListView, sheet: &Sheet) -> Result<(Vec<Page>, About)> {
    let mut desk = Desk::new(sheet)?;
    add_day_list(&mut desk, view);
    let title = document_title(&desk, &view.practice, view.date);
    Ok(finish(desk, title))
}

/// What a practice needs when the power is out: the day as a list with every number, alert and note, then by chair.
pub(crate) fn power_cut(
    list: &DayListView,
    chairs: &DayView,
    sheet: &Sheet,
) -> Result<(Vec<Page>, About)> {
    let mut desk = Desk::new(sheet)?;
    add_day_list(&mut desk, list);
    add_days(&mut desk, std::slice::from_ref(chairs));
    let title = document_title(&desk, &list.practice, list.date);
    Ok(finish(desk, title))
}

fn add_day_list(desk: &mut Desk<'_>, view: &DayListView) {
    let DayListView {
        practice,
        date,
        visits,
        unreadable,
    } = view;
    let mut visits: Vec<&VisitView> = visits
        .iter()
        .filter(|visit| is_shown(visit, desk.sheet.private))
        .collect();
    visits.sort_by_key(|visit| (visit.start, visit.minutes));
    let heading = day_heading(desk, practice, *date, "day-as-list", visits.len());
    let mut table = Table::open(desk, heading.clone());
    if !unreadable.is_empty() {
        table.unreadable(unreadable.len());
    }
    if visits.is_empty() {
        table.nothing();
    } else {
        table.head();
    }
    for visit in visits {
        table.visit(visit, *date);
    }
    table.close();
    rows::in_full(desk, &heading, &[], unreadable);
}

/// A week by provider.
pub(crate) fn week(view: &WeekView, sheet: &Sheet) -> Result<(Vec<Page>, About)> {
    let mut desk = Desk::new(sheet)?;
    let WeekView {
        practice,
        provider,
        from,
        unreadable,
    } = view;
    let last = from.checked_add_days(Days::new(6)).unwrap_or(*from);
    let week = desk.words.fill(
        "week-title",
        [
            ("week", from.iso_week().week().to_string().into()),
            ("from", desk.words.date("date-short", *from).into()),
            ("to", desk.words.date("date-year", last).into()),
        ],
    );
    for (index, one) in provider.iter().enumerate() {
        let ProviderWeek { name, days } = one;
        let columns: Vec<Column> = days.iter().map(|day| week_column(day, &desk)).collect();
        let count = columns.iter().map(|column| column.visits.len()).sum();
        let subject = [week.clone(), desk.words.count("visits", count)].join(" \u{b7} ");
        let grid = Grid {
            heading: Heading {
                practice: practice.clone(),
                title: if name.is_empty() {
                    desk.words.say("no-provider")
                } else {
                    name.clone()
                },
                subject,
                part: String::new(),
            },
            columns,
            together: true,
            unreadable: if index == 0 {
                unreadable.clone()
            } else {
                Vec::new()
            },
            empty: desk.words.say("empty-week"),
        };
        grid::draw(&mut desk, &grid);
    }
    if provider.is_empty() {
        let heading = Heading {
            practice: practice.clone(),
            title: week.clone(),
            ..Heading::default()
        };
        let grid = Grid {
            heading,
            columns: Vec::new(),
            together: true,
            unreadable: unreadable.clone(),
            empty: desk.words.say("empty-week"),
        };
        grid::draw(&mut desk, &grid);
    }
    let title = [clean::line(practice), week].join(" \u{b7} ");
    Ok(finish(desk, title))
}

fn week_column(of: &DayOfWeek, desk: &Desk<'_>) -> Column {
    let DayOfWeek {
        date: day,
        closed,
        block_outs,
        visits,
    } = of;
    let day = *day;
    let private = desk.sheet.private;
    let title = desk.words.date("day-title", day);
    let mut column = Column {
        title,
        subtitle: String::new(),
        day,
        closed: Vec::new(),
        blocked: block_outs
            .iter()
            .filter_map(|one| Blocked::of(one, day, &desk.words, private))
            .collect(),
        visits: Vec::new(),
    };
    column.close(closed, private);
    for (number, visit) in visits
        .iter()
        .enumerate()
        .filter(|(_, visit)| is_shown(visit, private))
    {
        let said = Said::of(visit, day, &desk.words, private);
        let place = said.chair.clone();
        column.book(number, visit, said, place);
    }
    column
}

fn day_heading(
    desk: &Desk<'_>,
    practice: &str,
    date: NaiveDate,
    what: &str,
    count: usize,
) -> Heading {
    let subject = [desk.words.say(what), desk.words.count("visits", count)].join(" \u{b7} ");
    let title = desk.words.date("date-long", date);
    Heading {
        practice: practice.to_owned(),
        title,
        subject,
        part: String::new(),
    }
}

fn document_title(desk: &Desk<'_>, practice: &str, date: NaiveDate) -> String {
    [clean::line(practice), desk.words.date("date-long", date)].join(" \u{b7} ")
}

pub(crate) fn finish(desk: Desk<'_>, title: String) -> (Vec<Page>, About) {
    let about = About {
        title,
        made_at: desk.sheet.made_at,
    };
    (desk.finish(), about)
}

impl Table<'_, '_> {
    fn visit(&mut self, visit: &VisitView, day: NaiveDate) {
        let said = Said::of(visit, day, self.words(), self.is_private());
        self.row(&said);
    }

    pub(crate) fn unreadable(&mut self, count: usize) {
        let key = if self.is_private() {
            "unreadable-notice-private"
        } else {
            "unreadable-notice"
        };
        let text = self.words().count(key, count);
        self.notice(&text);
    }

    fn nothing(&mut self) {
        let text = self.words().say("empty-day");
        self.remark(&text, Style::regular(12.0));
    }
}
