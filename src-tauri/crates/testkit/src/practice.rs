//! A practice in a temporary folder, spoken to through the command list as a window does.

use crate::FakeHost;
use app::Daybook;
use domain::messages::Channel;
use serde_json::{Value, json};
use std::sync::Arc;
use tempfile::TempDir;

/// The passphrase of every test practice.
pub const PASSPHRASE: &str = "correct horse battery";

/// A practice and the program that has it open.
#[derive(Debug)]
pub struct TestPractice {
    pub host: Arc<FakeHost>,
    pub daybook: Daybook,
    pub folder: TempDir,
    pub recovery_code: String,
}

impl TestPractice {
    /// A practice in Berlin on Monday, 23 November 2026, 09:00: Dr Haas and Dr Lind, chairs
    /// Chair 1 and Chair 2, Monday to Friday 08:00 to 18:00.
    pub fn new() -> Self {
        Self::seeded(1)
    }

    /// The same with other ids and keys.
    pub fn seeded(seed: u64) -> Self {
        Self::made(seed, None)
    }

    /// The same on a desktop of that language and region, such as `de-AT`.
    pub fn in_locale(locale: &str) -> Self {
        Self::made(1, Some(locale))
    }

    fn made(seed: u64, locale: Option<&str>) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let host = Arc::new(FakeHost::at("2026-11-23T08:00:00Z", seed));
        host.speak(locale);
        let mut daybook = Daybook::new(folder.path().join("practice"), host.clone());
        let defaults = rpc(&mut daybook, "setup.defaults", Value::Null).expect("defaults");
        let recovery_code = text(&defaults["recovery_code"]);
        let provider = |name| json!({"id": null, "name": name, "hours": null, "active": true});
        let create = json!({
            "name": "Practice by the Park", "zone": "Europe/Berlin", "phone": "030 5550100",
            "hours": defaults["hours"],
            "providers": [provider("Dr Haas"), provider("Dr Lind")],
            "chairs": [provider("Chair 1"), provider("Chair 2")],
            "passphrase": PASSPHRASE, "recovery_code": recovery_code, "keyring": false,
        });
        rpc(&mut daybook, "session.create", create).expect("the practice is made");
        Self {
            host,
            daybook,
            folder,
            recovery_code,
        }
    }

    /// A second program on the same practice, opened with the passphrase.
    pub fn second(&self, seed: u64) -> Daybook {
        let host = Arc::new(FakeHost::at("2026-11-23T08:00:00Z", seed));
        let mut daybook = Daybook::new(self.daybook.folder().to_owned(), host);
        rpc(
            &mut daybook,
            "session.unlock",
            json!({"passphrase": PASSPHRASE}),
        )
        .expect("unlocked");
        daybook
    }

    /// Runs a command; a refusal comes back as its JSON.
    pub fn rpc(&mut self, name: &str, request: Value) -> Result<Value, Value> {
        rpc(&mut self.daybook, name, request)
    }

    /// Runs a command that must succeed.
    pub fn ok(&mut self, name: &str, request: Value) -> Value {
        match self.rpc(name, request) {
            Ok(response) => response,
            Err(error) => unreachable!("{name} was refused: {error}"),
        }
    }

    /// Runs a command that must be refused; returns its code.
    pub fn refused(&mut self, name: &str, request: Value) -> String {
        match self.rpc(name, request) {
            Ok(response) => unreachable!("{name} was not refused: {response}"),
            Err(error) => text(&error["code"]),
        }
    }

    /// Sets up the channels by which messages go out.
    pub fn set_up_channels(&mut self, channels: &[&str]) {
        let named = channels.iter().filter_map(|name| Channel::named(name));
        let channels: Vec<Channel> = named.collect();
        let desk = self.daybook.desk().expect("the practice is open");
        app::messages::set_channels(desk, &channels).expect("channels are set up");
    }

    /// Sees to messages as a timer would.
    pub fn tick_messages(&mut self) -> Value {
        self.ok("message.tick", json!({"now": null, "dry_run": false}))
    }

    /// Saves a new patient of 1980 with other fields beside; returns the id.
    pub fn patient_with(&mut self, given: &str, change: impl FnOnce(&mut Value)) -> String {
        let mut fields = patient_fields(given, "Berg", Some("1980-01-01"));
        change(&mut fields);
        let saved = self.ok(
            "patient.save",
            json!({"id": null, "revision": 0, "accept_duplicate": true, "fields": fields}),
        );
        text(&saved["id"])
    }

    /// Saves a new patient; returns the id.
    pub fn patient(&mut self, given: &str, family: &str, birth_date: Option<&str>) -> String {
        let saved = self.ok(
            "patient.save",
            json!({"id": null, "revision": 0, "accept_duplicate": false,
                   "fields": patient_fields(given, family, birth_date)}),
        );
        text(&saved["id"])
    }

    /// The id of a provider, chair or type by its place in the list `kind` of the practice.
    pub fn id(&mut self, kind: &str, place: usize) -> String {
        text(&self.ok("practice.get", Value::Null)[kind][place]["id"])
    }

    /// One day of the schedule.
    pub fn day(&mut self, date: &str) -> Value {
        let schedule = self.ok("schedule.get", json!({"from": date, "to": date}));
        schedule["days"][0].clone()
    }

    /// A request that books the patient with Dr Haas in Chair 1 for half an hour.
    pub fn booking(&mut self, patient: &str, start: &str) -> Value {
        json!({
            "patient": patient, "provider": self.id("providers", 0), "chair": self.id("chairs", 0),
            "kind": null, "start": start, "second_pass": false, "minutes": 30, "notes": "",
            "overbook": false,
        })
    }
}

impl Default for TestPractice {
    fn default() -> Self {
        Self::new()
    }
}

/// The fields of a patient of whom nothing more is known.
pub fn patient_fields(given: &str, family: &str, birth_date: Option<&str>) -> Value {
    json!({
        "chart_number": null, "prefix": "", "given": given, "family": family, "suffix": "",
        "preferred_name": null, "birth_date": birth_date, "sex": "unknown", "phones": [],
        "emails": [], "address": null, "language": null, "notes": "", "alert": "",
        "status": "active", "deceased_on": null, "household": null, "guardian": null,
    })
}

/// The wish of somebody to whom nothing matters.
pub fn no_wish() -> Value {
    json!({
        "weekdays": [], "from": null, "to": null, "providers": [], "chairs": [],
        "first_day": null, "last_day": null,
    })
}

/// A request for every opening of half an hour between two days.
pub fn openings_between(from: &str, to: &str) -> Value {
    let mut wish = no_wish();
    wish["first_day"] = json!(from);
    wish["last_day"] = json!(to);
    json!({
        "minutes": 30, "kind": null, "wish": wish, "patient": null, "every": true, "limit": 50,
    })
}

/// Runs a command of a program.
pub fn rpc(daybook: &mut Daybook, name: &str, request: Value) -> Result<Value, Value> {
    api::rpc(daybook, name, request)
        .map_err(|error| serde_json::to_value(error).expect("errors are JSON"))
}

/// A JSON string's text; empty for anything else.
pub fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
