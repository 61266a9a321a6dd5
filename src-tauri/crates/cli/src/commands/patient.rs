//! `patient search` and `patient show`.

use crate::answer::table;
use crate::arguments::Patient;
use crate::{Answer, Refusal};
use app::Daybook;
use domain::PatientId;
use serde_json::{Value, json};

pub(crate) fn run(daybook: &mut Daybook, command: &Patient) -> Result<Answer, Refusal> {
    match command {
        Patient::Search { text, limit } => search(daybook, text, *limit),
        Patient::Show { id } => show(daybook, *id),
    }
}

fn search(daybook: &mut Daybook, text: &str, limit: usize) -> Result<Answer, Refusal> {
    let found = app::patient::search(daybook.desk()?, text, limit)?;
    let json = found
        .iter()
        .map(|patient| {
            json!({
                "id": patient.id.to_string(),
                "name": patient.display_name(),
                "preferred_name": patient.preferred_name,
                "birth_date": patient.birth_date.map(|date| date.to_string()),
                "phones": patient.phones.iter().map(|phone| json!({
                    "label": phone.label, "number": phone.number,
                })).collect::<Vec<_>>(),
                "emails": patient.emails.iter().map(|email| json!({
                    "label": email.label, "address": email.address,
                })).collect::<Vec<_>>(),
                "status": patient.status.name(),
            })
        })
        .collect();
    let rows: Vec<Vec<String>> = found
        .iter()
        .map(|patient| {
            vec![
                patient.id.to_string(),
                patient
                    .birth_date
                    .map(|date| date.to_string())
                    .unwrap_or_default(),
                patient.display_name(),
                patient
                    .phones
                    .first()
                    .map(|phone| phone.number.clone())
                    .unwrap_or_default(),
                patient.status.name().to_owned(),
            ]
        })
        .collect();
    Ok(Answer::new(Value::Array(json), table(&rows)))
}

fn show(daybook: &mut Daybook, id: PatientId) -> Result<Answer, Refusal> {
    let json = api::rpc(daybook, "patient.get", json!({ "id": id.to_string() }))?;
    let people = lines(&json);
    Ok(Answer::new(json, people))
}

/// The page as lines: what is filled in, then the visits, newest first.
fn lines(page: &Value) -> String {
    let text = |value: &Value| match value {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    };
    let mut rows = vec![vec!["name".to_owned(), text(&page["name"])]];
    let fields = &page["fields"];
    for field in [
        "preferred_name",
        "birth_date",
        "sex",
        "chart_number",
        "language",
        "status",
        "deceased_on",
        "alert",
        "notes",
    ] {
        rows.push(vec![field.replace('_', " "), text(&fields[field])]);
    }
    let all = |name: &str| fields[name].as_array().cloned().unwrap_or_default();
    for phone in all("phones") {
        let number = format!("{} {}", text(&phone["number"]), text(&phone["label"]));
        rows.push(vec!["phone".to_owned(), number]);
    }
    for email in all("emails") {
        rows.push(vec!["e-mail".to_owned(), text(&email["address"])]);
    }
    let address = &fields["address"];
    let street = address["lines"].as_array().cloned().unwrap_or_default();
    let parts = street.iter().map(text).chain(
        ["postal_code", "city", "region", "country"]
            .iter()
            .map(|part| text(&address[part])),
    );
    let parts: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
    rows.push(vec!["address".to_owned(), parts.join(", ")]);
    rows.push(vec![
        "household".to_owned(),
        text(&page["household"]["name"]),
    ]);
    rows.retain(|row| row.last().is_some_and(|cell| !cell.trim().is_empty()));
    let visits = page["appointments"].as_array().cloned().unwrap_or_default();
    let visits: Vec<Vec<String>> = visits
        .iter()
        .map(|visit| {
            [
                "id",
                "start",
                "minutes",
                "kind_name",
                "provider_name",
                "chair_name",
                "status",
            ]
            .iter()
            .map(|field| text(&visit[field]))
            .collect()
        })
        .collect();
    format!("{}\n{}", table(&rows), table(&visits))
}
