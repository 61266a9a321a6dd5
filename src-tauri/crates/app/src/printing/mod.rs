//! Pages that are printed: of days, weeks and months, and for patients; and the sheet for a power cut.

mod calls;
mod day;
mod for_patient;
mod month;
pub mod power_cut;
mod slips;
mod week;

use crate::block_out::BlockOutView;
use crate::daybook::Daybook;
use crate::desk::Desk;
use crate::error::{Error, Result};
use crate::setup::Setup;
use crate::visit_view::VisitView;
use crate::whole_file::WholeFile;
use crate::wording::{Language, Spoken, Wording, spoken, spoken_on};
use chrono::NaiveDate;
use domain::audit::{Action, RecordKind};
use domain::{AppointmentId, Confirmation, Effect, Patient, PatientId, ProviderId, Status};
use print::Sheet;
pub use print::{CardSize, Orientation, Paper};
use std::io::Write;
use std::path::Path;
use std::sync::Once;
use store::Unreadable;

pub use day::day_view;

/// What is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PrintWhat {
    /// By chair.
    Day(NaiveDate),
    /// By time.
    DayList(NaiveDate),
    /// From Monday, the week that holds the date: a page or more a provider.
    Week(NaiveDate),
    /// The same of one provider.
    ProviderWeek {
        provider: ProviderId,
        date: NaiveDate,
    },
    /// The month that holds the date, of one provider or of the whole practice.
    Month {
        date: NaiveDate,
        provider: Option<ProviderId>,
    },
    /// Visits that nobody confirmed, from a date on for some days, to call from.
    Unconfirmed { date: NaiveDate, days: u32 },
    /// A slip for each visit of a day.
    Routing(NaiveDate),
    /// A card to take home.
    Card { of: CardOf, size: CardSize },
    /// A letter with all the visits to come.
    Letter(PatientId),
    /// What is needed of a day when the power is out.
    PowerCut(NaiveDate),
}

/// Whose visits a card tells of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CardOf {
    /// All that are to come.
    Patient(PatientId),
    /// One alone.
    Visit(AppointmentId),
}

/// A page to print. Cards have their own size, letters and slips stand upright.
#[derive(Debug, Clone, Copy)]
pub struct PrintRequest {
    pub what: PrintWhat,
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

/// Most days that a list of visits to confirm is for.
pub const MOST_DAYS: u32 = 62;

/// Makes the pages, and writes into the trail that they were made (K1).
pub fn render(desk: &mut Desk, request: &PrintRequest) -> Result<PrintedPages> {
    let made = pages(desk, request)?;
    let private = if request.private { "-private" } else { "" };
    let Made {
        pdf,
        kind,
        about,
        patient,
    } = made;
    let (record_kind, record) = match patient {
        Some(patient) => (RecordKind::Patient, Some(patient.0)),
        None => (RecordKind::Appointment, None),
    };
    let note = format!("{kind}{private} {about}");
    desk.note_reading(Action::Printed, record_kind, record, &note)?;
    Ok(PrintedPages {
        pdf,
        name: format!("{kind}{private}-{about}.pdf"),
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
    let spoken = spoken_on(daybook.host());
    let sheet = Sheet {
        paper: Paper::A4,
        orientation: Orientation::Portrait,
        private: false,
        // No practice, no zone: the page carries the date of this machine.
        made_at: daybook.local_now(),
        language: spoken.locale,
        twelve_hours: spoken.twelve,
    };
    let pdf = print::recovery_sheet(practice, &code, &sheet)?;
    Ok(PrintedPages {
        pdf,
        name: "recovery-code.pdf".to_owned(),
    })
}

/// Pages, and what the trail and a file's name say of them. Neither names a patient.
struct Made {
    pdf: Vec<u8>,
    kind: &'static str,
    /// The day or month that they are of.
    about: String,
    /// Whose they are, where they are one patient's.
    patient: Option<PatientId>,
}

fn pages(desk: &Desk, request: &PrintRequest) -> Result<Made> {
    let setup = desk.setup()?;
    let sheet = sheet(desk, &setup, request);
    let of_day = |kind, date: NaiveDate, pdf| Made {
        pdf,
        kind,
        about: date.to_string(),
        patient: None,
    };
    Ok(match request.what {
        PrintWhat::Day(date) => {
            let view = day::day_view(desk, date)?;
            of_day("day", date, print::day(&view, &sheet)?)
        }
        PrintWhat::DayList(date) => {
            let view = day::list_view(desk, date)?;
            of_day("day-list", date, print::day_list(&view, &sheet)?)
        }
        PrintWhat::Week(date) => {
            let view = week::view(desk, &setup, date, None)?;
            of_day("week", date, print::week(&view, &sheet)?)
        }
        PrintWhat::ProviderWeek { provider, date } => {
            let view = week::view(desk, &setup, date, Some(provider))?;
            of_day("provider-week", date, print::week(&view, &sheet)?)
        }
        PrintWhat::Month { date, provider } => Made {
            pdf: print::month(&month::view(desk, &setup, date, provider)?, &sheet)?,
            kind: "month",
            about: date.format("%Y-%m").to_string(),
            patient: None,
        },
        PrintWhat::Unconfirmed { date, days } => {
            let view = calls::view(desk, &setup, date, days)?;
            of_day("unconfirmed", date, print::call_list(&view, &sheet)?)
        }
        PrintWhat::Routing(date) => {
            let view = slips::view(desk, &setup, date)?;
            of_day("routing", date, print::routing_slips(&view, &sheet)?)
        }
        PrintWhat::Card { of, size } => {
            let (patient, view) = for_patient::card(desk, &setup, of)?;
            let sheet = in_language_of(desk, &patient, sheet);
            Made {
                patient: Some(patient.id),
                ..of_day(
                    "card",
                    sheet.made_at.date(),
                    print::appointment_card(&view, size, &sheet)?,
                )
            }
        }
        PrintWhat::Letter(patient) => {
            let (patient, reader, view) = for_patient::letter(desk, &setup, patient)?;
            let sheet = in_language_of(desk, &reader, sheet);
            Made {
                patient: Some(patient),
                ..of_day(
                    "letter",
                    sheet.made_at.date(),
                    print::letter(&view, &sheet)?,
                )
            }
        }
        PrintWhat::PowerCut(date) => {
            let (list, chairs) = day::both_views(desk, date)?;
            let pdf = print::power_cut_sheet(&list, &chairs, &sheet, None)?;
            of_day("power-cut", date, pdf)
        }
    })
}

fn sheet(desk: &Desk, setup: &Setup, request: &PrintRequest) -> Sheet {
    let spoken = in_language(desk, &setup.practice.language);
    Sheet {
        paper: request.paper,
        orientation: request.orientation,
        private: request.private,
        made_at: setup.zone().wall(desk.now()).at,
        language: spoken.locale,
        twelve_hours: spoken.twelve,
    }
}

/// The sheet in the language of who reads it, where Daybook speaks it.
fn in_language_of(desk: &Desk, reader: &Patient, sheet: Sheet) -> Sheet {
    let own = reader.language.as_deref().unwrap_or_default();
    if Language::of(own).is_none() {
        return sheet;
    }
    let spoken = in_language(desk, own);
    Sheet {
        language: spoken.locale,
        twelve_hours: spoken.twelve,
        ..sheet
    }
}

/// A language as it is written in the region of this machine, with the clock that was chosen on it.
fn in_language(desk: &Desk, tag: &str) -> Spoken {
    let wording = Wording {
        language: Language::of(tag),
        clock: desk.host.wording().clock,
    };
    spoken(wording, desk.host.locale().as_deref())
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
        alert: view.patient.alert.clone(),
        notes: visit.notes.clone(),
        provider: view.provider_name.clone(),
        chair: view.chair_name.clone(),
        overbooked: visit.overbooked,
    }
}

/// `among` others the name of the provider whose time it is tells it apart; alone it is told already.
fn block_out(view: &BlockOutView, among: bool) -> print::BlockOutView {
    let block = &view.block;
    let theirs = among && block.provider.is_some() && block.chair.is_none();
    print::BlockOutView {
        from: block.from.on(view.date),
        to: block.to.on(view.date),
        name: view.name.clone(),
        effect: match view.effect {
            Effect::NoScheduling => print::Effect::NoScheduling,
            Effect::Reserved(_) => print::Effect::Reserved(view.kept_for.clone()),
            Effect::Note => print::Effect::Note,
        },
        whose: if theirs {
            view.provider_name.clone()
        } else {
            String::new()
        },
        note: block.note.clone(),
    }
}

fn unreadable(rows: &[Unreadable]) -> Vec<String> {
    rows.iter()
        .map(|row| format!("{} ({})", row.start, row.reason))
        .collect()
}
