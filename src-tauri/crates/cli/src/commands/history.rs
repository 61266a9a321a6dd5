//! `appointment history` (S10).

use crate::answer::table;
use crate::{Answer, Refusal};
use app::Daybook;
use app::appointment::{HistoryEntry, Said};
use chrono::SecondsFormat;
use domain::AppointmentId;
use domain::audit::Action;
use domain::history::Part;
use serde_json::{Value, json};

pub(crate) fn run(daybook: &mut Daybook, id: AppointmentId) -> Result<Answer, Refusal> {
    let desk = daybook.desk()?;
    let zone = desk.setup()?.zone();
    let found = app::appointment::history(desk, id)?;
    let json = found.iter().map(entry).collect();
    let rows: Vec<Vec<String>> = found
        .iter()
        .map(|entry| {
            vec![
                zone.wall(entry.at).to_string(),
                entry.actor.0.clone(),
                words(entry),
            ]
        })
        .collect();
    Ok(Answer::new(Value::Array(json), table(&rows)))
}

fn entry(entry: &HistoryEntry) -> Value {
    let changes: Vec<Value> = entry
        .changes
        .iter()
        .map(|change| {
            json!({"part": name(change.part), "from": said(&change.from), "to": said(&change.to)})
        })
        .collect();
    json!({
        "at": entry.at.to_rfc3339_opts(SecondsFormat::Secs, true),
        "actor": entry.actor.0,
        "action": entry.action.name(),
        "note": entry.note,
        "changes": changes,
    })
}

fn words(entry: &HistoryEntry) -> String {
    if entry.changes.is_empty() {
        return match entry.action {
            Action::Created => "booked",
            Action::Undone => "booking taken back",
            Action::Redone => "booked after all",
            Action::Imported => "imported",
            _ => "changed",
        }
        .to_owned();
    }
    let changes: Vec<String> = entry
        .changes
        .iter()
        .map(|change| match change.part {
            Part::Other => "other particulars".to_owned(),
            part => format!(
                "{}: {} -> {}",
                name(part),
                said(&change.from).unwrap_or_else(|| "none".to_owned()),
                said(&change.to).unwrap_or_else(|| "none".to_owned())
            ),
        })
        .collect();
    let changes = changes.join("; ");
    match entry.action {
        Action::Undone => format!("taken back: {changes}"),
        Action::Redone => format!("done again: {changes}"),
        Action::Imported => format!("imported: {changes}"),
        _ => changes,
    }
}

fn said(said: &Said) -> Option<String> {
    match said {
        Said::Nothing => None,
        Said::Text(text) => Some(text.clone()),
        Said::Time(time) if time.second_pass => Some(format!("{time} (second pass)")),
        Said::Time(time) => Some(time.to_string()),
        Said::Minutes(minutes) => Some(format!("{minutes} min")),
        Said::Yes => Some("yes".to_owned()),
    }
}

fn name(part: Part) -> &'static str {
    match part {
        Part::Patient => "patient",
        Part::Start => "start",
        Part::Minutes => "length",
        Part::Provider => "provider",
        Part::Chair => "chair",
        Part::Kind => "type",
        Part::Status => "status",
        Part::Confirmation => "confirmation",
        Part::Reason => "reason",
        Part::Notes => "notes",
        Part::ArriveEarly => "arrive early",
        Part::Overbooked => "overbooked",
        Part::Asap => "would come sooner",
        Part::Other => "other",
    }
}
