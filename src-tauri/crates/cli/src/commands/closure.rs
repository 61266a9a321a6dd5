//! `closure add`, `list`, `remove` and `holidays`.

use super::block_out::or_anyway;
use crate::answer::table;
use crate::arguments::Closure;
use crate::{Answer, Refusal};
use app::{Daybook, NewClosure};
use chrono::NaiveDate;
use serde_json::{Value, json};

pub(crate) fn run(daybook: &mut Daybook, command: Closure) -> Result<Answer, Refusal> {
    match command {
        Closure::Add {
            from,
            to,
            name,
            anyway,
        } => {
            let to = to.unwrap_or(from);
            let new = NewClosure {
                id: None,
                from,
                to,
                name,
            };
            let id = app::save_closure(daybook.desk()?, &new, anyway).map_err(or_anyway)?;
            Ok(Answer::new(
                json!({ "id": id.to_string() }),
                format!("The practice is closed from {from} to {to}.\n"),
            ))
        }
        Closure::List => list(daybook),
        Closure::Remove { id } => {
            app::remove_closure(daybook.desk()?, id)?;
            Ok(Answer::new(
                json!({ "removed": id.to_string() }),
                "It was removed.\n".to_owned(),
            ))
        }
        Closure::Holidays {
            country,
            region,
            year,
            partly,
            dry_run,
            anyway,
        } => holidays(
            daybook,
            &country,
            region.as_deref(),
            year,
            Wanted {
                partly,
                dry_run,
                anyway,
            },
        ),
    }
}

struct Wanted {
    partly: bool,
    dry_run: bool,
    anyway: bool,
}

fn list(daybook: &mut Daybook) -> Result<Answer, Refusal> {
    let closures = daybook.desk()?.setup()?.closures;
    let json = closures
        .iter()
        .map(|closure| {
            json!({
                "id": closure.id.to_string(),
                "from": closure.from.to_string(),
                "to": closure.to.to_string(),
                "name": closure.name,
            })
        })
        .collect();
    let rows: Vec<Vec<String>> = closures
        .iter()
        .map(|closure| {
            vec![
                closure.id.to_string(),
                closure.from.to_string(),
                closure.to.to_string(),
                closure.name.clone(),
            ]
        })
        .collect();
    Ok(Answer::new(Value::Array(json), table(&rows)))
}

fn holidays(
    daybook: &mut Daybook,
    country: &str,
    region: Option<&str>,
    year: i32,
    wanted: Wanted,
) -> Result<Answer, Refusal> {
    let desk = daybook.desk()?;
    let found = app::holidays_for(desk, country, region, year)?;
    let chosen: Vec<(NaiveDate, String)> = found
        .iter()
        .filter(|holiday| wanted.partly || !holiday.partly)
        .map(|holiday| (holiday.date, holiday.name.clone()))
        .collect();
    let added = if wanted.dry_run {
        0
    } else {
        app::add_closures(desk, &chosen, wanted.anyway)
            .map_err(or_anyway)?
            .added
    };
    let json = found
        .iter()
        .map(|holiday| {
            json!({
                "date": holiday.date.to_string(),
                "name": holiday.name,
                "local_name": holiday.local_name,
                "partly": holiday.partly,
                "closed_as": holiday.closed_as,
                "visits": holiday.visits,
            })
        })
        .collect::<Vec<Value>>();
    let rows: Vec<Vec<String>> = found
        .iter()
        .map(|holiday| {
            let closed = holiday.closed_as.as_deref();
            vec![
                holiday.date.to_string(),
                holiday.name.clone(),
                match (closed, holiday.partly) {
                    (Some(name), _) => format!("closed already: {name}"),
                    (None, true) => "in some places only".to_owned(),
                    (None, false) => String::new(),
                },
                match holiday.visits {
                    0 => String::new(),
                    1 => "1 visit is booked".to_owned(),
                    visits => format!("{visits} visits are booked"),
                },
            ]
        })
        .collect();
    let people = format!("{}{added} closures were added.\n", table(&rows));
    Ok(Answer::new(
        json!({ "holidays": json, "added": added }),
        people,
    ))
}
