//! `appointment series`, and moving or cancelling a visit with those that follow it (S13).

use super::appointment::{booking, line, visit};
use crate::answer::table;
use crate::arguments::Series;
use crate::refusal::words;
use crate::{Answer, Refusal};
use app::appointment::{Cancel, Move};
use app::series::{BookSeries, MoveOn, SeriesView};
use app::{Daybook, IfRefused, Outcome, Placed};
use domain::said;
use domain::series::{Plan, Until};
use serde_json::{Value, json};

pub(crate) fn book(daybook: &mut Daybook, request: Series) -> Result<Answer, Refusal> {
    let desk = daybook.desk()?;
    let Series {
        visit,
        every,
        count,
        until,
        on,
        rest,
        check,
    } = request;
    let plan = match (every, count, until) {
        (None, _, _) => Plan::Chosen(on),
        (Some(every), _, Some(day)) => Plan::Repeat {
            every,
            until: Until::Day(day),
        },
        (Some(every), Some(count), None) => Plan::Repeat {
            every,
            until: Until::Count(count),
        },
        (Some(_), None, None) => {
            return Err(Refusal::invalid("count", said("cli-series-no-end")));
        }
    };
    let request = BookSeries {
        visit: booking(&desk.setup()?, visit)?,
        plan,
        instead: Vec::new(),
        if_refused: if rest {
            IfRefused::TheRest
        } else {
            IfRefused::Nothing
        },
        only_ask: check,
    };
    let booked = app::series::book(desk, &request)?;
    Ok(answer(&booked, "booked", check))
}

pub(crate) fn move_on(daybook: &mut Daybook, visit: Move) -> Result<Answer, Refusal> {
    let request = MoveOn {
        visit,
        if_refused: IfRefused::Nothing,
        only_ask: false,
    };
    let moved = app::series::move_on(daybook.desk()?, &request)?;
    Ok(answer(&moved, "moved", false))
}

pub(crate) fn cancel_on(daybook: &mut Daybook, request: &Cancel) -> Result<Answer, Refusal> {
    let cancelled = app::series::cancel_on(daybook.desk()?, request)?;
    let json = cancelled.iter().map(visit).collect();
    let rows: Vec<Vec<String>> = cancelled.iter().map(line).collect();
    let people = format!("These visits were cancelled.\n{}", table(&rows));
    Ok(Answer::new(Value::Array(json), people))
}

/// Exit 1 where something was wanted and nothing, or not all of it, was done.
fn answer(view: &SeriesView, done: &str, only_asked: bool) -> Answer {
    let refused = view
        .visits
        .iter()
        .filter(|one| matches!(one.outcome, Outcome::Refused { .. }))
        .count();
    let said = match (view.kept, refused) {
        (true, 0) => format!("All visits were {done}."),
        (true, _) => format!("{refused} could not be; the others were {done}."),
        (false, 0) => "Nothing was changed; all of them could be.".to_owned(),
        (false, _) => format!("Nothing was changed: {refused} cannot be."),
    };
    let rows: Vec<Vec<String>> = view.visits.iter().map(row).collect();
    let json = json!({
        "kept": view.kept,
        "visits": view.visits.iter().map(placed).collect::<Vec<_>>(),
    });
    let all_done = refused == 0 && (view.kept || only_asked);
    Answer::new(json, format!("{said}\n{}", table(&rows))).but_not_done(all_done)
}

fn row(one: &Placed) -> Vec<String> {
    let what = match &one.outcome {
        Outcome::Free => "free".to_owned(),
        Outcome::Done(view) => view.visit.id.to_string(),
        Outcome::Refused { why, near } => {
            let mut what = told(why);
            if let Some(place) = near.first() {
                what.push_str(&format!(
                    " Near by: {}, {}, {}.",
                    place.opening.start, place.chair_name, place.provider_name
                ));
            }
            what
        }
    };
    vec![one.start.to_string(), format!("{} min", one.minutes), what]
}

fn told(why: &app::Error) -> String {
    words().say_all(&why.told().what)
}

fn placed(one: &Placed) -> Value {
    let mut json = json!({"start": one.start.to_string(), "minutes": one.minutes});
    match &one.outcome {
        Outcome::Free => {}
        Outcome::Done(view) => json["appointment"] = visit(view),
        Outcome::Refused { why, near } => {
            json["refused"] = Value::String(told(why));
            json["near"] = near
                .iter()
                .map(|place| {
                    json!({
                        "start": place.opening.start.to_string(),
                        "provider": place.provider_name,
                        "chair": place.chair_name,
                        "minutes": place.opening.minutes,
                    })
                })
                .collect();
        }
    }
    json
}
