//! `block-out add`, `list` and `remove`.

use super::practice::{block_out_type_of, chair_of, provider_of};
use crate::answer::table;
use crate::arguments::{AddBlockOut, BlockOut, RemoveBlockOut};
use crate::{Answer, Refusal};
use app::Daybook;
use app::block_out::{SaveBlockOut, WhichDays, block_outs, remove_block_out, save_block_out};
use chrono::{Datelike, NaiveDate};
use domain::Repeat;
use serde_json::json;

pub(crate) fn run(daybook: &mut Daybook, command: BlockOut) -> Result<Answer, Refusal> {
    match command {
        BlockOut::Add(request) => add(daybook, request),
        BlockOut::List { from, to } => list(daybook, from, to),
        BlockOut::Remove(request) => remove(daybook, request),
    }
}

fn add(daybook: &mut Daybook, request: AddBlockOut) -> Result<Answer, Refusal> {
    let desk = daybook.desk()?;
    let setup = desk.setup()?;
    let repeat = repeat(&request);
    let AddBlockOut {
        kind,
        provider,
        chair,
        on,
        from,
        to,
        note,
        anyway,
        ..
    } = request;
    let saved = save_block_out(
        desk,
        &SaveBlockOut {
            id: None,
            days: WhichDays::All,
            kind: block_out_type_of(&setup, &kind)?,
            provider: provider
                .map(|name| provider_of(&setup, &name))
                .transpose()?,
            chair: chair.map(|name| chair_of(&setup, &name)).transpose()?,
            first: on,
            from,
            to,
            repeat,
            note,
            accept: anyway,
        },
    );
    let saved = saved.map_err(or_anyway)?;
    Ok(Answer::new(
        json!({ "id": saved.to_string() }),
        format!("{kind} was added from {from} to {to}.\n"),
    ))
}

fn repeat(request: &AddBlockOut) -> Repeat {
    let every = request.every;
    let until = request.until;
    let except = Vec::new();
    if request.monthly || request.monthly_last {
        return Repeat::Monthly {
            every,
            last: request.monthly_last,
            until,
            except,
        };
    }
    if request.weekly.is_empty() && until.is_none() && every == 1 {
        return Repeat::Once;
    }
    let mut days = request.weekly.clone();
    if days.is_empty() {
        days.push(request.on.weekday());
    }
    Repeat::Weekly {
        every,
        days,
        until,
        except,
    }
}

fn list(daybook: &mut Daybook, from: NaiveDate, to: NaiveDate) -> Result<Answer, Refusal> {
    let found = block_outs(daybook.desk()?, from, to)?;
    let json = api::rpc(
        daybook,
        "block_out.list",
        json!({ "from": from.to_string(), "to": to.to_string() }),
    )?;
    let rows: Vec<Vec<String>> = found
        .iter()
        .map(|view| {
            let whose = [&view.provider_name, &view.chair_name];
            let whose: Vec<&str> = whose
                .into_iter()
                .filter(|name| !name.is_empty())
                .map(String::as_str)
                .collect();
            vec![
                view.block.id.to_string(),
                view.date.to_string(),
                format!("{}-{}", view.block.from, view.block.to),
                view.name.clone(),
                if whose.is_empty() {
                    "the practice".to_owned()
                } else {
                    whose.join(", ")
                },
                view.block.note.clone(),
            ]
        })
        .collect();
    Ok(Answer::new(json, table(&rows)))
}

fn remove(daybook: &mut Daybook, request: RemoveBlockOut) -> Result<Answer, Refusal> {
    let RemoveBlockOut { id, only, from_day } = request;
    let days = match (only, from_day) {
        (Some(date), _) => WhichDays::Only(date),
        (None, Some(date)) => WhichDays::From(date),
        (None, None) => WhichDays::All,
    };
    remove_block_out(
        daybook.desk()?,
        &app::block_out::RemoveBlockOut { id, days },
    )?;
    Ok(Answer::new(
        json!({ "removed": id.to_string() }),
        "It was removed.\n".to_owned(),
    ))
}

/// Visits that are there can be left where they are: the refusal says how.
pub(crate) fn or_anyway(error: app::Error) -> Refusal {
    let lands_on = matches!(error, app::Error::LandsOn { .. });
    let refusal = Refusal::from(error);
    if lands_on {
        refusal.hinting("cli-anyway")
    } else {
        refusal
    }
}
