//! `appointment book`, `move`, `cancel`, `status`, `confirm`, `list` and `openings`; the rest has files of its own.

use super::lists::wished_for;
use super::practice::{chair_of, kind_of, provider_of};
use super::{history, series};
use crate::answer::table;
use crate::arguments::{Appointment, Book, Clock, Move, NewStatus, Openings, Said, WishedFor};
use crate::refusal::words;
use crate::{Answer, Refusal, say};
use app::appointment::{Cancel, Confirm, NewStatus as To, SetStatus};
use app::{Daybook, Setup, VisitView};
use chrono::{NaiveDate, SecondsFormat};
use domain::status::{LockRight, SetBy, StatusRefusal};
use domain::{AppointmentId, Confirmation, Status, WallTime, Wish, said};
use serde_json::{Value, json};

pub(crate) fn run(daybook: &mut Daybook, command: Appointment) -> Result<Answer, Refusal> {
    match command {
        Appointment::Book(request) => book(daybook, request),
        Appointment::Move(request) => move_to(daybook, request),
        Appointment::Cancel {
            id,
            reason,
            by_practice,
            following,
        } => {
            let request = Cancel {
                id,
                reason,
                by_practice,
            };
            if following {
                series::cancel_on(daybook, &request)
            } else {
                cancel(daybook, &request)
            }
        }
        Appointment::Series(request) => series::book(daybook, request),
        Appointment::History { id } => history::run(daybook, id),
        Appointment::Status {
            id,
            status,
            at,
            unlock,
        } => set_status(daybook, id, status, at, unlock),
        Appointment::Confirm {
            id,
            answer,
            automatic,
            unlock,
        } => confirm(daybook, id, answer, automatic, unlock),
        Appointment::List { from, to } => list(daybook, from, to),
        Appointment::Asap { id, off, wish } => asap(daybook, id, !off, wish),
        Appointment::Openings(request) => openings(daybook, request),
    }
}

fn book(daybook: &mut Daybook, request: Book) -> Result<Answer, Refusal> {
    let desk = daybook.desk()?;
    let booking = booking(&desk.setup()?, request)?;
    let booked = app::appointment::book(desk, &booking)?;
    Ok(one(&booked, "booked"))
}

/// A visit to book, its names looked up.
pub(super) fn booking(setup: &Setup, request: Book) -> Result<app::appointment::Book, Refusal> {
    let Book {
        patient,
        provider,
        chair,
        start,
        second_pass,
        kind,
        minutes,
        notes,
        overbook,
    } = request;
    Ok(app::appointment::Book {
        patient,
        provider: provider_of(setup, &provider)?,
        chair: chair_of(setup, &chair)?,
        kind: kind.map(|kind| kind_of(setup, &kind)).transpose()?,
        start: WallTime {
            at: start,
            second_pass,
        },
        minutes,
        notes,
        overbook,
        closes: None,
    })
}

fn move_to(daybook: &mut Daybook, request: Move) -> Result<Answer, Refusal> {
    let desk = daybook.desk()?;
    let setup = desk.setup()?;
    let Move {
        id,
        start,
        second_pass,
        provider,
        chair,
        minutes,
        overbook,
        following,
    } = request;
    let request = app::appointment::Move {
        id,
        revision: None,
        start: WallTime {
            at: start,
            second_pass,
        },
        provider: provider
            .map(|provider| provider_of(&setup, &provider))
            .transpose()?,
        chair: chair.map(|chair| chair_of(&setup, &chair)).transpose()?,
        minutes,
        overbook,
        leaves_asap: false,
    };
    if following {
        return series::move_on(daybook, request);
    }
    let moved = app::appointment::move_to(desk, &request)?;
    Ok(one(&moved, "moved"))
}

fn cancel(daybook: &mut Daybook, request: &Cancel) -> Result<Answer, Refusal> {
    let cancelled = app::appointment::cancel(daybook.desk()?, request)?;
    Ok(one(&cancelled, "cancelled"))
}

fn set_status(
    daybook: &mut Daybook,
    id: AppointmentId,
    status: NewStatus,
    at: Option<Clock>,
    unlock: bool,
) -> Result<Answer, Refusal> {
    let desk = daybook.desk()?;
    let at = match at {
        Some(Clock::At(at)) => Some(at),
        Some(Clock::Of(time)) => {
            let there = app::appointment::get(desk, id)?;
            Some(there.visit.start.date().and_time(time))
        }
        None => None,
    };
    let to = match status {
        NewStatus::Scheduled => To::Is(Status::Scheduled),
        NewStatus::Arrived => To::Is(Status::Arrived),
        NewStatus::Seated => To::Is(Status::Seated),
        NewStatus::Completed => To::Is(Status::Completed),
        NewStatus::Missed => To::Is(Status::Missed),
        NewStatus::Back => To::OneBack,
    };
    let request = SetStatus {
        id,
        to,
        at,
        right: right(unlock),
    };
    let changed = app::appointment::set_status(desk, &request).map_err(locked)?;
    Ok(one(
        &changed,
        &format!("set to {}", changed.visit.status.name()),
    ))
}

fn confirm(
    daybook: &mut Daybook,
    id: AppointmentId,
    answer: Said,
    automatic: bool,
    unlock: bool,
) -> Result<Answer, Refusal> {
    let request = Confirm {
        id,
        confirmation: match answer {
            Said::Unconfirmed => Confirmation::Unconfirmed,
            Said::Sent => Confirmation::Sent,
            Said::Confirmed => Confirmation::Confirmed,
            Said::Declined => Confirmation::Declined,
        },
        by: if automatic {
            SetBy::Machine
        } else {
            SetBy::Person
        },
        right: right(unlock),
    };
    let changed = app::appointment::confirm(daybook.desk()?, &request).map_err(locked)?;
    Ok(one(
        &changed,
        &format!("set to {}", changed.visit.confirmation.name()),
    ))
}

/// S9: how to change what is locked, for those who mean it.
fn locked(error: app::Error) -> Refusal {
    let locked = matches!(error, app::Error::Status(StatusRefusal::Locked));
    let refusal = Refusal::from(error);
    if locked {
        refusal.hinting("cli-unlock")
    } else {
        refusal
    }
}

fn right(unlock: bool) -> LockRight {
    if unlock {
        LockRight::MayUnlock
    } else {
        LockRight::MayNot
    }
}

fn list(daybook: &mut Daybook, from: NaiveDate, to: NaiveDate) -> Result<Answer, Refusal> {
    if to < from {
        return Err(Refusal::invalid("to", said("invalid-last-day")));
    }
    let (visits, unreadable) = app::appointment::list(daybook.desk()?, from, to)?;
    for row in &unreadable {
        // S14
        say(&format!(
            "A visit that begins {} cannot be read: {}. The others are listed.",
            row.start,
            words().say(&app::unreadable_said(row))
        ));
    }
    let json = visits.iter().map(visit).collect();
    let rows: Vec<Vec<String>> = visits.iter().map(line).collect();
    Ok(Answer::new(Value::Array(json), table(&rows)))
}

fn openings(daybook: &mut Daybook, request: Openings) -> Result<Answer, Refusal> {
    let Openings {
        minutes,
        from,
        to,
        kind,
        wish,
    } = request;
    let desk = daybook.desk()?;
    let setup = desk.setup()?;
    let request = app::appointment::FindOpenings {
        minutes,
        kind: kind.map(|name| kind_of(&setup, &name)).transpose()?,
        wish: Wish {
            first_day: Some(from),
            last_day: Some(to),
            ..wished_for(&setup, wish)?
        },
        patient: None,
        every: true,
        limit: usize::MAX,
    };
    let found = app::appointment::openings(desk, &request)?;
    let json = found
        .iter()
        .map(|found| {
            let opening = &found.opening;
            let mut json = json!({
                "provider": found.provider_name,
                "chair": found.chair_name,
                "start": opening.start.to_string(),
                "minutes": opening.minutes,
            });
            if opening.start.second_pass {
                json["second_pass"] = Value::Bool(true);
            }
            if opening.gap_start != opening.start {
                json["gap_start"] = Value::String(opening.gap_start.to_string());
                json["gap_minutes"] = Value::from(opening.gap_minutes);
            }
            json
        })
        .collect();
    let rows: Vec<Vec<String>> = found
        .iter()
        .map(|found| {
            vec![
                found.opening.start.to_string(),
                format!("{} min", found.opening.minutes),
                found.provider_name.clone(),
                found.chair_name.clone(),
            ]
        })
        .collect();
    Ok(Answer::new(Value::Array(json), table(&rows)))
}

fn asap(
    daybook: &mut Daybook,
    id: AppointmentId,
    on: bool,
    wish: WishedFor,
) -> Result<Answer, Refusal> {
    let desk = daybook.desk()?;
    let there = app::appointment::get(desk, id)?;
    let request = app::appointment::Asap {
        id,
        revision: there.visit.revision,
        on,
        wish: wished_for(&desk.setup()?, wish)?,
    };
    let changed = app::appointment::set_asap(desk, &request)?;
    let done = if on {
        "put on the ASAP list"
    } else {
        "taken off the ASAP list"
    };
    Ok(one(&changed, done))
}

fn one(view: &VisitView, done: &str) -> Answer {
    let people = format!("The visit was {done}.\n{}", table(&[line(view)]));
    Answer::new(visit(view), people)
}

/// Provider, chair and type are null where the visit names none.
pub(super) fn visit(view: &VisitView) -> Value {
    let named = |name: &str| (!name.is_empty()).then(|| name.to_owned());
    let mut json = json!({
        "id": view.visit.id.to_string(),
        "patient": view.visit.patient.to_string(),
        "patient_name": view.patient.name.spoken(),
        "provider": named(&view.provider_name),
        "chair": named(&view.chair_name),
        "start": view.visit.start.to_string(),
        "minutes": view.visit.minutes,
        "type": named(&view.kind_name),
        "status": view.visit.status.name(),
        "confirmation": view.visit.confirmation.name(),
    });
    if view.visit.start.second_pass {
        json["second_pass"] = Value::Bool(true);
    }
    if let Some(series) = view.visit.series {
        json["series"] = Value::String(series.to_string());
    }
    for (name, at) in [
        ("arrived_at", view.visit.arrived_at),
        ("seated_at", view.visit.seated_at),
        ("dismissed_at", view.visit.dismissed_at),
    ] {
        if let Some(at) = at {
            json[name] = Value::String(at.to_rfc3339_opts(SecondsFormat::Secs, true));
        }
    }
    if view.visit.overbooked {
        json["overbooked"] = Value::Bool(true);
    }
    json
}

pub(super) fn line(view: &VisitView) -> Vec<String> {
    vec![
        view.visit.id.to_string(),
        view.visit.start.to_string(),
        format!("{} min", view.visit.minutes),
        view.chair_name.clone(),
        view.provider_name.clone(),
        view.patient.name.spoken(),
        view.kind_name.clone(),
        view.visit.status.name().to_owned(),
        view.visit.confirmation.name().to_owned(),
    ]
}
