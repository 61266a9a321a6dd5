//! Prints: the day by chair, the day as a list, the week by provider.

use crate::day;
use crate::daybook::Daybook;
use crate::desk::Desk;
use crate::error::{Error, Result};
use crate::visit_view::VisitView;
use crate::whole_file::WholeFile;
use crate::wording::spoken_on;
use chrono::{Datelike, Days, NaiveDate};
use domain::audit::{Action, RecordKind};
use domain::{Confirmation, MinuteOfDay, Status};
use print::Sheet;
pub use print::{Orientation, Paper};
use std::io::Write;
use std::path::Path;
use std::sync::Once;
use store::Unreadable;

/// What is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PrintWhat {
    Day,
    DayList,
    /// From Monday, the week that holds the date.
    Week,
}

/// A page to print.
#[derive(Debug, Clone, Copy)]
pub struct PrintRequest {
    pub what: PrintWhat,
    pub date: NaiveDate,
    pub paper: Paper,
    pub orientation: Orientation,
    /// Initials only, for a wall (M11).
    pub private: bool,
}

/// The PDF, and a name for it.
#[derive(Debug, Clone)]
pub struct PrintedPages {
    pub pdf: Vec<u8>,
    pub name: String,
}

/// Makes the pages, and writes into the trail that they were made (K1).
pub fn render(desk: &mut Desk, request: &PrintRequest) -> Result<PrintedPages> {
    let pdf = pages(desk, request)?;
    let kind = match request.what {
        PrintWhat::Day => "day",
        PrintWhat::DayList => "day-list",
        PrintWhat::Week => "week",
    };
    let private = if request.private { "-private" } else { "" };
    let note = format!("{kind}{private} {}", request.date);
    desk.note_reading(Action::Printed, RecordKind::Appointment, None, &note)?;
    Ok(PrintedPages {
        pdf,
        name: format!("{kind}{private}-{}.pdf", request.date),
    })
}

/// Makes the pages and writes them where the person asked for them: the file is whole or not there.
pub fn save(desk: &mut Desk, request: &PrintRequest, path: &Path) -> Result<()> {
    let mut file = WholeFile::begin(desk, path)?;
    let printed = render(desk, request)?;
    let written = file.file.write_all(&printed.pdf);
    written.map_err(file.failed())?;
    file.written()?;
    file.place()
}

/// Reads the faces of the pages ahead of the first print, once a process and beside everything else.
pub(crate) fn read_ahead() {
    static BEGUN: Once = Once::new();
    BEGUN.call_once(|| {
        // Without a thread the first print reads them itself.
        let _ = std::thread::Builder::new()
            .name("fonts".to_owned())
            .spawn(print::warm);
    });
}

/// The recovery code that was offered, as a page to keep.
pub fn recovery_sheet(daybook: &Daybook, practice: &str) -> Result<PrintedPages> {
    let code = daybook
        .offered_code()
        .ok_or(Error::NotFound("recovery code"))?;
    let sheet = Sheet {
        paper: Paper::A4,
        orientation: Orientation::Portrait,
        private: false,
        // No practice, no zone: the page carries the date of this machine.
        made_at: daybook.local_now(),
        language: spoken_on(daybook.host()).locale,
    };
    let pdf = print::recovery_sheet(practice, &code, &sheet)?;
    Ok(PrintedPages {
        pdf,
        name: "recovery-code.pdf".to_owned(),
    })
}

fn pages(desk: &Desk, request: &PrintRequest) -> Result<Vec<u8>> {
    let setup = desk.setup()?;
    let sheet = Sheet {
        paper: request.paper,
        orientation: request.orientation,
        private: request.private,
        made_at: setup.zone().wall(desk.now()).at,
        language: setup.practice.language.clone(),
    };
    let practice = setup.practice.name.clone();
    Ok(match request.what {
        PrintWhat::Day => print::day(&day_view(desk, request.date)?, &sheet)?,
        PrintWhat::DayList => {
            let day = day::day(desk, request.date)?;
            let view = print::DayListView {
                practice,
                date: request.date,
                visits: day.visits.iter().map(visit).collect(),
                unreadable: unreadable(&day.unreadable),
            };
            print::day_list(&view, &sheet)?
        }
        PrintWhat::Week => print::week(&week_view(desk, request.date)?, &sheet)?,
    })
}

/// The day by chair as it is printed.
pub fn day_view(desk: &Desk, date: NaiveDate) -> Result<print::DayView> {
    let setup = desk.setup()?;
    let day = day::day(desk, date)?;
    let columns = day
        .columns
        .iter()
        .map(|column| {
            let at = |minute: MinuteOfDay| minute.on(date);
            let label = |why| match why {
                day::ClosedWhy::Practice => day.closed.clone().unwrap_or_default(),
                day::ClosedWhy::NobodyWorks | day::ClosedWhy::Chair => String::new(),
            };
            let who: Vec<String> = column
                .providers
                .iter()
                .map(|provider| format!("{}, {}–{}", provider.name, provider.from, provider.to))
                .collect();
            print::ColumnView {
                title: column.name.clone(),
                subtitle: who.join("; "),
                closed: column
                    .closed
                    .iter()
                    .map(|stretch| (at(stretch.from), at(stretch.to), label(stretch.why)))
                    .collect(),
                visits: day
                    .visits
                    .iter()
                    .filter(|view| view.visit.chair == column.chair)
                    .map(visit)
                    .collect(),
            }
        })
        .collect();
    Ok(print::DayView {
        practice: setup.practice.name,
        date,
        columns,
        unreadable: unreadable(&day.unreadable),
    })
}

fn week_view(desk: &Desk, date: NaiveDate) -> Result<print::WeekView> {
    let setup = desk.setup()?;
    let monday = date
        .checked_sub_days(Days::new(u64::from(date.weekday().num_days_from_monday())))
        .unwrap_or(date);
    let days: Vec<NaiveDate> = (0..7)
        .filter_map(|ahead| monday.checked_add_days(Days::new(ahead)))
        .collect();
    let last = days.last().copied().unwrap_or(monday);
    let (visits, bad) = crate::appointment::list(desk, monday, last)?;
    let shown: Vec<&VisitView> = visits
        .iter()
        .filter(|view| view.visit.status != Status::Cancelled)
        .collect();
    let week_of = |name: &str, belongs: &dyn Fn(&VisitView) -> bool| print::ProviderWeek {
        name: name.to_owned(),
        days: days
            .iter()
            .map(|day| {
                let on_day = shown
                    .iter()
                    .filter(|view| view.visit.start.date() == *day && belongs(view));
                (*day, on_day.map(|view| visit(view)).collect())
            })
            .collect(),
    };
    let mut weeks = Vec::new();
    for provider in &setup.providers {
        let theirs = |view: &VisitView| view.visit.provider == Some(provider.id);
        // A page for each who takes visits, and for a former one who still has some.
        if provider.active && setup.providers.len() <= 12 || shown.iter().any(|view| theirs(view)) {
            weeks.push(week_of(&provider.name, &theirs));
        }
    }
    let nobodys = |view: &VisitView| view.visit.provider.is_none();
    if shown.iter().any(|view| nobodys(view)) {
        weeks.push(week_of("", &nobodys));
    }
    Ok(print::WeekView {
        practice: setup.practice.name,
        from: monday,
        provider: weeks,
        unreadable: unreadable(&bad),
    })
}

fn visit(view: &VisitView) -> print::VisitView {
    let visit = &view.visit;
    print::VisitView {
        start: visit.start.at,
        minutes: visit.minutes,
        arrive: (visit.arrive_early > 0).then(|| visit.arrival().time()),
        patient: view.patient.name.spoken(),
        initials: view.patient.name.initials(),
        age: view.age(),
        phone: view
            .patient
            .phones
            .first()
            .map(|phone| phone.number.clone()),
        kind: view.kind_name.clone(),
        status: match visit.status {
            Status::Scheduled => print::Status::Scheduled,
            Status::Arrived => print::Status::Arrived,
            Status::Seated => print::Status::Seated,
            Status::Completed => print::Status::Completed,
            Status::Missed => print::Status::Missed,
            Status::Cancelled => print::Status::Cancelled,
        },
        confirmation: match visit.confirmation {
            Confirmation::Unconfirmed => print::Confirmation::Unconfirmed,
            Confirmation::Sent => print::Confirmation::Sent,
            Confirmation::Confirmed => print::Confirmation::Confirmed,
            Confirmation::Declined => print::Confirmation::Declined,
        },
        notes: visit.notes.clone(),
        provider: view.provider_name.clone(),
        chair: view.chair_name.clone(),
        overbooked: visit.overbooked,
    }
}

fn unreadable(rows: &[Unreadable]) -> Vec<String> {
    rows.iter()
        .map(|row| format!("{} ({})", row.start, row.reason))
        .collect()
}
