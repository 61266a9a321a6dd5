//! `list`, and `waiting add` and `let-go`.

use super::practice::{chair_of, kind_of, provider_of};
use crate::answer::table;
use crate::arguments::{List, Waiting, WaitingAdd, WhichList, WishedFor};
use crate::{Answer, Refusal};
use app::{Daybook, Setup};
use domain::{WaitingList, Wish};
use serde_json::{Value, json};

pub(crate) fn list(daybook: &mut Daybook, request: &List) -> Result<Answer, Refusal> {
    let which = match request.which {
        WhichList::Unscheduled => "unscheduled",
        WhichList::Asap => "asap",
        WhichList::Waiting => "waiting",
        WhichList::Unconfirmed => "unconfirmed",
        WhichList::Planned => "planned",
    };
    let json = api::rpc(
        daybook,
        "list.get",
        json!({ "list": which, "all": request.all }),
    )?;
    let rows: Vec<Vec<String>> = json["rows"]
        .as_array()
        .map(|rows| rows.iter().map(line).collect())
        .unwrap_or_default();
    Ok(Answer::new(json, table(&rows)))
}

pub(crate) fn waiting(daybook: &mut Daybook, command: Waiting) -> Result<Answer, Refusal> {
    match command {
        Waiting::Add(request) => add(daybook, request),
        Waiting::LetGo { id, reason } => {
            let desk = daybook.desk()?;
            let there = desk
                .store()
                .waiting_entry(id)
                .map_err(app::Error::from)?
                .ok_or(app::Error::NotFound("entry of the list"))?;
            app::waiting::let_go(desk, id, there.revision, &reason)?;
            Ok(Answer::new(
                json!({ "id": id.to_string() }),
                "The entry was taken off its list.\n".to_owned(),
            ))
        }
    }
}

fn add(daybook: &mut Daybook, request: WaitingAdd) -> Result<Answer, Refusal> {
    let WaitingAdd {
        patient,
        kind,
        minutes,
        wish,
        urgent,
        note,
        planned,
    } = request;
    let desk = daybook.desk()?;
    let setup = desk.setup()?;
    let saved = app::waiting::save(
        desk,
        &app::waiting::SaveWaiting {
            id: None,
            revision: 0,
            patient,
            list: if planned {
                WaitingList::Planned
            } else {
                WaitingList::Waiting
            },
            kind: kind.map(|name| kind_of(&setup, &name)).transpose()?,
            minutes,
            wish: wished_for(&setup, wish)?,
            urgent,
            note,
        },
    )?;
    Ok(Answer::new(
        json!({ "id": saved.id.to_string(), "minutes": saved.minutes }),
        format!("The patient is on the list, as {}.\n", saved.id),
    ))
}

/// By names or ids of this practice.
pub(crate) fn wished_for(setup: &Setup, wish: WishedFor) -> Result<Wish, Refusal> {
    let WishedFor {
        provider,
        chair,
        weekday,
        after,
        before,
    } = wish;
    let provider = provider.map(|name| provider_of(setup, &name)).transpose()?;
    let chair = chair.map(|name| chair_of(setup, &name)).transpose()?;
    Ok(Wish {
        weekdays: weekday,
        from: after,
        to: before,
        providers: provider.into_iter().collect(),
        chairs: chair.into_iter().collect(),
        first_day: None,
        last_day: None,
    })
}

/// What somebody who calls needs: id, when it was or is, since when, who, the phone, what for.
fn line(row: &Value) -> Vec<String> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let reason = match &row["ended_reason"] {
        Value::String(reason) if !reason.is_empty() => reason.clone(),
        _ => text(&row["note"]),
    };
    vec![
        text(&row["id"]),
        text(&row["start"]),
        text(&row["since"]),
        text(&row["patient_name"]),
        text(&row["phone"]),
        format!("{} min", row["minutes"]),
        text(&row["kind_name"]),
        text(&row["provider_name"]),
        if row["urgent"] == true {
            "urgent".to_owned()
        } else {
            text(&row["status"])
        },
        reason,
    ]
}
