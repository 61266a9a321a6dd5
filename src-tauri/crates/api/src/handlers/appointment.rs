//! Appointments.

use super::Answer;
use crate::convert::{
    clock, domain_wish, id, local, optional_id, right, step, visit, visit_confirmation,
    visit_status, wall,
};
use crate::wire::appointment::{
    AppointmentView, BookAppointment, CancelAppointment, EditAppointment, FindOpenings as WireFind,
    MoveAppointment, OpeningView, OtherOpening, SetConfirmation, SetStatus, SetTime, StepBack,
    UndoableChange, Undone, UndoneChange,
};
use crate::wire::practice::ById;
use app::appointment::{
    Book, Cancel, Confirm, Edit, FindOpenings, FoundOpening, Move, NewStatus, SetStatus as ToStatus,
};
use app::{Daybook, UndoableChange as Change, VisitView};
use domain::openings::Opening;
use domain::status::SetBy;

pub(crate) fn get(daybook: &mut Daybook, request: ById) -> Answer<AppointmentView> {
    let wanted = id("id", &request.id)?;
    let found = app::appointment::get(daybook.desk()?, wanted)?;
    show(daybook, &found)
}

pub(crate) fn book(daybook: &mut Daybook, request: BookAppointment) -> Answer<AppointmentView> {
    let booked = app::appointment::book(daybook.desk()?, &booking(request)?)?;
    show(daybook, &booked)
}

/// A visit to book, as the use cases take it.
pub(super) fn booking(request: BookAppointment) -> Result<Book, app::Error> {
    let BookAppointment {
        patient,
        provider,
        chair,
        kind,
        start,
        second_pass,
        minutes,
        notes,
        overbook,
        closes,
    } = request;
    Ok(Book {
        patient: id("patient", &patient)?,
        provider: id("provider", &provider)?,
        chair: id("chair", &chair)?,
        kind: optional_id("kind", &kind)?,
        start: wall("start", &start, second_pass)?,
        minutes,
        notes,
        overbook,
        closes: super::lists::closes(closes)?,
    })
}

pub(crate) fn move_to(daybook: &mut Daybook, request: MoveAppointment) -> Answer<AppointmentView> {
    let moved = app::appointment::move_to(daybook.desk()?, &moving(request)?)?;
    show(daybook, &moved)
}

/// A visit to move, as the use cases take it.
pub(super) fn moving(request: MoveAppointment) -> Result<Move, app::Error> {
    let MoveAppointment {
        id: wanted,
        revision,
        start,
        second_pass,
        provider,
        chair,
        minutes,
        overbook,
        leaves_asap,
    } = request;
    Ok(Move {
        id: id("id", &wanted)?,
        revision: Some(revision),
        start: wall("start", &start, second_pass)?,
        provider: optional_id("provider", &provider)?,
        chair: optional_id("chair", &chair)?,
        minutes,
        overbook,
        leaves_asap,
    })
}

pub(crate) fn edit(daybook: &mut Daybook, request: EditAppointment) -> Answer<AppointmentView> {
    let EditAppointment {
        id: wanted,
        revision,
        kind,
        notes,
        overbook,
    } = request;
    let request = Edit {
        id: id("id", &wanted)?,
        revision,
        kind: optional_id("kind", &kind)?,
        notes,
        overbook,
    };
    let edited = app::appointment::edit(daybook.desk()?, &request)?;
    show(daybook, &edited)
}

pub(crate) fn cancel(daybook: &mut Daybook, request: CancelAppointment) -> Answer<AppointmentView> {
    let cancelled = app::appointment::cancel(daybook.desk()?, &cancelling(request)?)?;
    show(daybook, &cancelled)
}

/// A visit to cancel, as the use cases take it.
pub(super) fn cancelling(request: CancelAppointment) -> Result<Cancel, app::Error> {
    let CancelAppointment {
        id: wanted,
        reason,
        by_practice,
    } = request;
    Ok(Cancel {
        id: id("id", &wanted)?,
        reason,
        by_practice,
    })
}

pub(crate) fn set_status(daybook: &mut Daybook, request: SetStatus) -> Answer<AppointmentView> {
    let SetStatus {
        id: wanted,
        status,
        at,
        unlock,
    } = request;
    let request = ToStatus {
        id: id("id", &wanted)?,
        to: NewStatus::Is(visit_status(status)),
        at: at.map(|at| clock("at", &at)).transpose()?,
        right: right(unlock),
    };
    let changed = app::appointment::set_status(daybook.desk()?, &request)?;
    show(daybook, &changed)
}

pub(crate) fn step_back(daybook: &mut Daybook, request: StepBack) -> Answer<AppointmentView> {
    let request = ToStatus {
        id: id("id", &request.id)?,
        to: NewStatus::OneBack,
        at: None,
        right: right(request.unlock),
    };
    let changed = app::appointment::set_status(daybook.desk()?, &request)?;
    show(daybook, &changed)
}

pub(crate) fn set_time(daybook: &mut Daybook, request: SetTime) -> Answer<AppointmentView> {
    let SetTime {
        id: wanted,
        revision,
        step: of,
        at,
        unlock,
    } = request;
    let request = app::appointment::SetTime {
        id: id("id", &wanted)?,
        revision,
        step: step(of),
        at: clock("at", &at)?,
        right: right(unlock),
    };
    let changed = app::appointment::set_time(daybook.desk()?, &request)?;
    show(daybook, &changed)
}

pub(crate) fn set_confirmation(
    daybook: &mut Daybook,
    request: SetConfirmation,
) -> Answer<AppointmentView> {
    let SetConfirmation {
        id: wanted,
        confirmation,
        unlock,
    } = request;
    let request = Confirm {
        id: id("id", &wanted)?,
        confirmation: visit_confirmation(confirmation),
        by: SetBy::Person,
        right: right(unlock),
    };
    let changed = app::appointment::confirm(daybook.desk()?, &request)?;
    show(daybook, &changed)
}

pub(crate) fn openings(daybook: &mut Daybook, request: WireFind) -> Answer<Vec<OpeningView>> {
    let WireFind {
        minutes,
        kind,
        wish,
        patient,
        every,
        limit,
    } = request;
    let request = FindOpenings {
        minutes,
        kind: optional_id("kind", &kind)?,
        wish: domain_wish(&wish)?,
        patient: optional_id("patient", &patient)?,
        every,
        limit: limit.clamp(1, 200) as usize,
    };
    let found = app::appointment::openings(daybook.desk()?, &request)?;
    Ok(found.into_iter().map(opening).collect())
}

pub(super) fn opening(found: FoundOpening) -> OpeningView {
    let FoundOpening {
        opening:
            Opening {
                provider,
                chair,
                gap_start,
                gap_minutes,
                start,
                minutes,
            },
        provider_name,
        chair_name,
        also,
    } = found;
    OpeningView {
        provider: provider.to_string(),
        provider_name,
        chair: chair.to_string(),
        chair_name,
        start: local(start.at),
        second_pass: start.second_pass,
        minutes,
        gap_start: local(gap_start.at),
        gap_minutes,
        also: also
            .into_iter()
            .map(|other| OtherOpening {
                provider: other.opening.provider.to_string(),
                provider_name: other.provider_name,
                chair: other.opening.chair.to_string(),
                chair_name: other.chair_name,
                minutes: other.opening.minutes,
            })
            .collect(),
    }
}

pub(crate) fn undo(daybook: &mut Daybook, (): ()) -> Answer<Undone> {
    Ok(told(app::undo(daybook.desk()?)?))
}

pub(crate) fn redo(daybook: &mut Daybook, (): ()) -> Answer<Undone> {
    Ok(told(app::redo(daybook.desk()?)?))
}

fn told(undone: Option<app::Undone>) -> Undone {
    Undone {
        what: undone.map(
            |app::Undone {
                 change,
                 names,
                 visits,
             }| UndoneChange {
                change: match change {
                    Change::Booking => UndoableChange::Booking,
                    Change::Move => UndoableChange::Move,
                    Change::Cancellation => UndoableChange::Cancellation,
                    Change::Status => UndoableChange::Status,
                    Change::Edit => UndoableChange::Edit,
                    Change::Waiting => UndoableChange::Waiting,
                    Change::BlockOut => UndoableChange::BlockOut,
                    Change::BlockOutType => UndoableChange::BlockOutType,
                    Change::Closure => UndoableChange::Closure,
                    Change::SavedView => UndoableChange::SavedView,
                    Change::Notice => UndoableChange::Notice,
                    Change::Patient => UndoableChange::Patient,
                    Change::Household => UndoableChange::Household,
                    Change::Practice => UndoableChange::Practice,
                    Change::PowerCut => UndoableChange::PowerCut,
                    Change::Provider => UndoableChange::Provider,
                    Change::Chair => UndoableChange::Chair,
                    Change::AppointmentType => UndoableChange::AppointmentType,
                    Change::MessageRule => UndoableChange::MessageRule,
                    Change::MessageText => UndoableChange::MessageText,
                    Change::MessageSettings => UndoableChange::MessageSettings,
                },
                names,
                visits: u32::try_from(visits.len()).unwrap_or(u32::MAX),
                appointment: visits.first().map(|visit| visit.id.to_string()),
                start: visits.first().map(|visit| local(visit.start.at)),
            },
        ),
    }
}

fn show(daybook: &mut Daybook, view: &VisitView) -> Answer<AppointmentView> {
    let zone = daybook.desk()?.setup()?.zone();
    Ok(visit(view, zone))
}
