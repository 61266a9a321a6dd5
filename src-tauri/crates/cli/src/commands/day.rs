//! `day board` and `day open`: how today goes.

use super::appointment::visit;
use crate::answer::table;
use crate::arguments::Day;
use crate::refusal::words;
use crate::{Answer, Refusal, say};
use app::board::{BoardView, Unreadable};
use app::end_of_day::{EndOfDayView, OpenVisit};
use app::{Daybook, VisitView};
use chrono::NaiveDateTime;
use domain::still_open::StillOpen;
use serde_json::{Value, json};

pub(crate) fn run(daybook: &mut Daybook, command: &Day) -> Result<Answer, Refusal> {
    match command {
        Day::Board => board(daybook),
        Day::Open => open(daybook),
    }
}

fn board(daybook: &mut Daybook) -> Result<Answer, Refusal> {
    let board = app::board::board(daybook.desk()?)?;
    tell_unreadable(&board.unreadable);
    Ok(Answer::new(board_json(&board), board_text(&board)))
}

fn board_json(board: &BoardView) -> Value {
    let rows = |rows: Vec<Value>| Value::Array(rows);
    json!({
        "date": board.date.to_string(),
        "now": clock(board.now),
        "alert_minutes": board.alert_minutes,
        "waiting": rows(board.waiting.iter().map(|row| json!({
            "visit": visit(&row.visit), "minutes": row.minutes, "alert": row.alert,
            "expected": clock(row.expected),
        })).collect()),
        "in_chair": rows(board.in_chair.iter().map(|row| json!({
            "visit": visit(&row.visit), "minutes": row.minutes, "over": row.over,
            "forgotten": row.forgotten,
        })).collect()),
        "late": rows(board.late.iter().map(|row| json!({
            "visit": visit(&row.visit), "minutes": row.minutes, "phone": phone(&row.visit),
        })).collect()),
        "next": rows(board.next.iter().map(|row| json!({
            "visit": visit(&row.visit), "expected": clock(row.expected), "later": row.later,
        })).collect()),
        "seat_next": board.seat_next.map(|id| id.to_string()),
        "providers": rows(board.providers.iter().map(|one| json!({
            "id": one.id.to_string(), "name": one.name, "behind": one.behind,
        })).collect()),
        "done": board.done,
        "open": board.open,
        "day_over": board.day_over,
        "left_open": board.left_open,
    })
}

fn board_text(board: &BoardView) -> String {
    let mut text = format!(
        "{}, {}: {} done, {} open.\n",
        board.date,
        board.now.format("%H:%M"),
        board.done,
        board.open
    );
    let mut part = |title: &str, rows: Vec<Vec<String>>| {
        if !rows.is_empty() {
            text.push_str(&format!("\n{title}\n{}", table(&rows)));
        }
    };
    let waiting = board.waiting.iter().map(|row| {
        let alert = if row.alert { "too long" } else { "" };
        let expected = format!("expected {}", row.expected.format("%H:%M"));
        line(
            &row.visit,
            [minutes(row.minutes), alert.to_owned(), expected],
        )
    });
    part("Waiting", waiting.collect());
    let in_chair = board.in_chair.iter().map(|row| {
        let over = match (row.forgotten, row.over) {
            (true, _) => "somebody else sits there".to_owned(),
            (false, 0) => String::new(),
            (false, over) => format!("{over} min over"),
        };
        line(&row.visit, [minutes(row.minutes), over])
    });
    part("In chair", in_chair.collect());
    let late = board.late.iter().map(|row| {
        let late = format!("{} min late", row.minutes);
        line(&row.visit, [late, phone(&row.visit).unwrap_or_default()])
    });
    part("Not here yet", late.collect());
    let next = board.next.iter().map(|row| {
        let later = match row.later {
            0 => String::new(),
            later => format!("{later} min later, {}", row.expected.format("%H:%M")),
        };
        line(&row.visit, [later])
    });
    part("To come", next.collect());
    let behind = board.providers.iter().map(|one| {
        let behind = match one.behind {
            0 => "on time".to_owned(),
            behind => format!("{behind} min behind"),
        };
        vec![one.name.clone(), behind]
    });
    part("Providers", behind.collect());
    if board.left_open > 0 {
        text.push_str(&format!(
            "\nVisits of days gone by that are still open: {}. `daybook day open` lists them.\n",
            board.left_open
        ));
    }
    text
}

fn open(daybook: &mut Daybook) -> Result<Answer, Refusal> {
    let end = app::end_of_day::end_of_day(daybook.desk()?)?;
    tell_unreadable(&end.unreadable);
    let json = json!({
        "date": end.date.to_string(),
        "open": end.open.iter().map(open_json).collect::<Vec<_>>(),
        "settled": end.settled,
        "left": end.left.iter().map(open_json).collect::<Vec<_>>(),
        "left_total": end.left_total,
        "next_day": end.next_day.map(|date| date.to_string()),
        "unconfirmed": end.unconfirmed.iter().map(visit).collect::<Vec<_>>(),
    });
    Ok(Answer::new(json, open_text(&end)))
}

fn open_json(one: &OpenVisit) -> Value {
    json!({ "visit": visit(&one.visit), "why": why(one.why) })
}

fn open_text(end: &EndOfDayView) -> String {
    let rows = |rows: &[OpenVisit]| -> String {
        let rows: Vec<Vec<String>> = rows
            .iter()
            .map(|one| line(&one.visit, [why(one.why).replace('_', " ")]))
            .collect();
        table(&rows)
    };
    let mut text = match end.open.len() {
        0 => format!(
            "Nothing of today is open; {} came to an end.\n",
            end.settled
        ),
        count => format!("Still open today: {count}\n{}", rows(&end.open)),
    };
    if end.left_total > 0 {
        text.push_str(&format!(
            "\nStill open from days gone by: {}\n{}",
            end.left_total,
            rows(&end.left)
        ));
    }
    if let Some(date) = end.next_day
        && !end.unconfirmed.is_empty()
    {
        let rows: Vec<Vec<String>> = end
            .unconfirmed
            .iter()
            .map(|view| line(view, [phone(view).unwrap_or_default()]))
            .collect();
        text.push_str(&format!("\nNot confirmed for {date}\n{}", table(&rows)));
    }
    text
}

fn why(why: StillOpen) -> &'static str {
    match why {
        StillOpen::InChair => "in_chair",
        StillOpen::Waiting => "waiting",
        StillOpen::NotArrived => "not_arrived",
        StillOpen::ToCome => "to_come",
    }
}

fn line<const N: usize>(view: &VisitView, more: [String; N]) -> Vec<String> {
    let mut line = vec![
        view.visit.id.to_string(),
        view.visit.start.to_string(),
        view.chair_name.clone(),
        view.provider_name.clone(),
        view.patient.name.spoken(),
    ];
    line.extend(more);
    line
}

fn minutes(minutes: Option<u32>) -> String {
    minutes.map_or_else(String::new, |minutes| format!("{minutes} min"))
}

fn phone(view: &VisitView) -> Option<String> {
    let first = view.patient.phones.first();
    first.map(|phone| phone.number.clone())
}

fn clock(at: NaiveDateTime) -> String {
    at.format("%Y-%m-%dT%H:%M").to_string()
}

/// S14
fn tell_unreadable(rows: &[Unreadable]) {
    for row in rows {
        say(&format!(
            "A visit that begins {} cannot be read: {}. The others are listed.",
            row.start,
            words().say(&app::unreadable_said(row))
        ));
    }
}
