//! `message plan`, `tick` and `list`.

use crate::answer::table;
use crate::arguments::{Message, MessagePlan, MessageTick};
use crate::{Answer, Refusal};
use app::Daybook;
use chrono::Days;
use serde_json::{Value, json};

pub(crate) fn run(daybook: &mut Daybook, command: Message) -> Result<Answer, Refusal> {
    match command {
        Message::Plan(request) => plan(daybook, &request),
        Message::Tick(request) => tick(daybook, &request),
        Message::List => {
            let json = api::rpc(daybook, "message.list", Value::Null)?;
            let people = lines(&json);
            Ok(Answer::new(json, people))
        }
    }
}

fn plan(daybook: &mut Daybook, request: &MessagePlan) -> Result<Answer, Refusal> {
    let desk = daybook.desk()?;
    let today = desk.today(desk.setup()?.zone());
    let from = request.from.unwrap_or(today);
    let week = from.checked_add_days(Days::new(7)).unwrap_or(from);
    let to = request.to.unwrap_or(week);
    let asked = json!({ "from": from.to_string(), "to": to.to_string() });
    let json = api::rpc(daybook, "message.plan", asked)?;
    let people = lines(&json);
    Ok(Answer::new(json, people))
}

fn tick(daybook: &mut Daybook, request: &MessageTick) -> Result<Answer, Refusal> {
    let MessageTick { now, dry_run } = request;
    let now = now.map(|now| now.to_rfc3339());
    let asked = json!({ "now": now, "dry_run": dry_run });
    let json = api::rpc(daybook, "message.tick", asked)?;
    let number = |name: &str| json[name].as_u64().unwrap_or_default();
    let mut people = if json["busy"] == true {
        "Another program of the practice is sending.\n".to_owned()
    } else {
        format!(
            "{} planned, {} withdrawn, {} sent, {} put off, {} failed, {} perhaps sent, {} not tried.\n",
            number("planned"),
            number("withdrawn"),
            number("accepted"),
            number("put_off"),
            number("failed"),
            number("unknown"),
            number("not_tried"),
        )
    };
    people += &lines(&json["would_send"]);
    // Whoever runs it by a timer is to hear of what needs a person.
    let done = number("not_tried") == 0;
    Ok(Answer::new(json, people).but_not_done(done))
}

fn lines(rows: &Value) -> String {
    let rows: Vec<Vec<String>> = rows
        .as_array()
        .map(|rows| rows.iter().map(line).collect())
        .unwrap_or_default();
    table(&rows)
}

/// When it goes, what it is, whom it is about, to whom and by which way, how far it has come, why.
fn line(row: &Value) -> Vec<String> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let about: Vec<String> = row["about"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|one| format!("{} {}", text(&one["patient_name"]), text(&one["start"])))
        .map(|one| one.trim_end().to_owned())
        .collect();
    vec![
        text(&row["send_at_local"]),
        text(&row["kind"]),
        about.join(", "),
        text(&row["channel"]),
        text(&row["address"]),
        text(&row["state"]),
        text(&row["why"]),
    ]
}
