//! The parts of which written resources are made.

use super::EXTENSION;
use crate::identity;
use domain::{Address, Confirmation, Identifier, PersonName, Status};
use serde_json::{Map, Value, json};

/// What FHIR has no place for; empty values are left out.
#[derive(Default)]
pub(super) struct Extensions(Vec<Value>);

impl Extensions {
    pub(super) fn add(&mut self, name: &str, value: &str) {
        if !value.is_empty() {
            self.0
                .push(json!({ "url": format!("{EXTENSION}{name}"), "valueString": value }));
        }
    }

    pub(super) fn mark(&mut self, name: &str, holds: bool) {
        self.add(name, if holds { "true" } else { "" });
    }

    pub(super) fn end(self, resource: &mut Map<String, Value>) {
        if !self.0.is_empty() {
            put(resource, "extension", self.0);
        }
    }
}

pub(super) fn begun(kind: &str, id: &str) -> Map<String, Value> {
    let mut resource = Map::new();
    put(&mut resource, "resourceType", kind);
    put(&mut resource, "id", id);
    resource
}

pub(super) fn put(resource: &mut Map<String, Value>, name: &str, value: impl Into<Value>) {
    resource.insert(name.to_owned(), value.into());
}

pub(super) fn identified(
    own: &str,
    value: &str,
    chart: Option<&str>,
    others: &[Identifier],
) -> Vec<Value> {
    let mut all = vec![json!({ "system": own, "value": value })];
    all.extend(chart.map(|number| json!({ "system": identity::CHART_NUMBER, "value": number })));
    for Identifier { system, value } in identity::others(others, own) {
        all.push(match system.as_str() {
            "" => json!({ "value": value }),
            system => json!({ "system": system, "value": value }),
        });
    }
    all
}

pub(super) fn official(name: &PersonName) -> Value {
    let PersonName {
        prefix,
        given,
        family,
        suffix,
    } = name;
    let mut official = Map::new();
    put(&mut official, "use", "official");
    if !family.is_empty() {
        put(&mut official, "family", family.as_str());
    }
    for (member, text) in [("given", given), ("prefix", prefix), ("suffix", suffix)] {
        if !text.is_empty() {
            put(&mut official, member, words(text));
        }
    }
    Value::Object(official)
}

/// Single words where joining them gives back the text, else the text as one.
pub(super) fn words(text: &str) -> Vec<&str> {
    let words: Vec<&str> = text.split(' ').collect();
    if words.contains(&"") {
        vec![text]
    } else {
        words
    }
}

pub(super) fn contact(system: &str, label: &str, value: &str) -> Value {
    let mut contact = Map::new();
    put(&mut contact, "system", system);
    put(&mut contact, "value", value);
    match label {
        "" => {}
        "home" | "work" | "mobile" | "temp" | "old" => put(&mut contact, "use", label),
        label => {
            let url = format!("{EXTENSION}label");
            put(
                &mut contact,
                "extension",
                json!([{ "url": url, "valueString": label }]),
            );
        }
    }
    Value::Object(contact)
}

pub(super) fn home(address: &Address) -> Value {
    let Address {
        lines,
        city,
        region,
        postal_code,
        country,
    } = address;
    let mut home = Map::new();
    put(&mut home, "use", "home");
    if !lines.is_empty() {
        put(&mut home, "line", lines.as_slice());
    }
    for (member, text) in [
        ("city", city),
        ("state", region),
        ("postalCode", postal_code),
        ("country", country),
    ] {
        if !text.is_empty() {
            put(&mut home, member, text.as_str());
        }
    }
    Value::Object(home)
}

pub(super) fn spoken(language: &str) -> Value {
    if language
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || c == '-')
    {
        json!({ "coding": [{ "system": "urn:ietf:bcp:47", "code": language }] })
    } else {
        json!({ "text": language })
    }
}

pub(super) fn appointment_status(status: Status) -> &'static str {
    match status {
        Status::Scheduled => "booked",
        Status::Arrived => "arrived",
        Status::Seated => "checked-in",
        Status::Completed => "fulfilled",
        Status::Missed => "noshow",
        Status::Cancelled => "cancelled",
    }
}

pub(super) fn said(confirmation: Confirmation) -> &'static str {
    match confirmation {
        Confirmation::Confirmed => "accepted",
        Confirmation::Declined => "declined",
        Confirmation::Unconfirmed | Confirmation::Sent => "needs-action",
    }
}
