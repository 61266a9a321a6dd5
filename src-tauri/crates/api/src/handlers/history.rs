//! The history of a visit.

use super::Answer;
use crate::convert::{id, local};
use crate::wire::history::{HistoryAction, PartChangeView, VisitHistoryEntry, VisitPart};
use crate::wire::practice::ById;
use app::Daybook;
use app::appointment::{HistoryEntry, PartChange, Said};
use chrono::SecondsFormat;
use domain::audit::Action;
use domain::history::Part;

pub(crate) fn get(daybook: &mut Daybook, request: ById) -> Answer<Vec<VisitHistoryEntry>> {
    let found = app::appointment::history(daybook.desk()?, id("id", &request.id)?)?;
    Ok(found.into_iter().map(entry).collect())
}

fn entry(entry: HistoryEntry) -> VisitHistoryEntry {
    let HistoryEntry {
        at,
        actor,
        action,
        note,
        changes,
    } = entry;
    VisitHistoryEntry {
        at: at.to_rfc3339_opts(SecondsFormat::Secs, true),
        actor: actor.0,
        action: match action {
            Action::Created => HistoryAction::Created,
            Action::Undone => HistoryAction::Undone,
            Action::Redone => HistoryAction::Redone,
            Action::Imported => HistoryAction::Imported,
            Action::Changed
            | Action::Removed
            | Action::Read
            | Action::Printed
            | Action::Exported
            | Action::Unlocked => HistoryAction::Changed,
        },
        note,
        changes: changes.into_iter().map(part_change).collect(),
    }
}

fn part_change(change: PartChange) -> PartChangeView {
    let PartChange { part, from, to } = change;
    PartChangeView {
        part: match part {
            Part::Patient => VisitPart::Patient,
            Part::Start => VisitPart::Start,
            Part::Minutes => VisitPart::Minutes,
            Part::Provider => VisitPart::Provider,
            Part::Chair => VisitPart::Chair,
            Part::Kind => VisitPart::Kind,
            Part::Status => VisitPart::Status,
            Part::Confirmation => VisitPart::Confirmation,
            Part::Reason => VisitPart::Reason,
            Part::Notes => VisitPart::Notes,
            Part::ArriveEarly => VisitPart::ArriveEarly,
            Part::Overbooked => VisitPart::Overbooked,
            Part::Asap => VisitPart::Asap,
            Part::Other => VisitPart::Other,
        },
        from: said(from),
        to: said(to),
    }
}

fn said(said: Said) -> Option<String> {
    match said {
        Said::Nothing => None,
        Said::Text(text) => Some(text),
        Said::Time(time) if time.second_pass => Some(format!("{} 2", local(time.at))),
        Said::Time(time) => Some(local(time.at)),
        Said::Minutes(minutes) => Some(minutes.to_string()),
        Said::Yes => Some("yes".to_owned()),
    }
}
