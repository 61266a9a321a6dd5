//! A practice on disk that several processes open, each in a moment: the keyring is a file.

use app::messages::Channels;
use app::{Daybook, Host, PickPurpose};
use chrono::{DateTime, Utc};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use uuid::Uuid;
use vault::{Keyring, KeyringError, OsRandom, Random};

/// A machine with the real clock and randomness, and a keyring that other processes share.
pub(crate) struct Machine {
    keyring: FileKeyring,
    /// What its clock shows, where it stands still.
    now: Option<DateTime<Utc>>,
    channels: Option<Box<dyn Channels>>,
}

#[derive(Debug)]
struct FileKeyring(PathBuf);

impl FileKeyring {
    fn file(&self, service: &str, account: &str) -> PathBuf {
        let name: String = format!("{service}-{account}")
            .chars()
            .filter(|c| c.is_ascii_alphanumeric())
            .collect();
        self.0.join(name)
    }
}

impl Keyring for FileKeyring {
    fn get(
        &self,
        service: &str,
        account: &str,
    ) -> Result<zeroize::Zeroizing<Vec<u8>>, KeyringError> {
        std::fs::read(self.file(service, account))
            .map(Into::into)
            .map_err(|_| KeyringError::Absent)
    }

    fn set(&self, service: &str, account: &str, secret: &[u8]) -> Result<(), KeyringError> {
        std::fs::write(self.file(service, account), secret).map_err(|_| KeyringError::Absent)
    }

    fn delete(&self, service: &str, account: &str) -> Result<(), KeyringError> {
        std::fs::remove_file(self.file(service, account)).map_err(|_| KeyringError::Absent)
    }
}

impl Host for Machine {
    fn now(&self) -> DateTime<Utc> {
        self.now.unwrap_or_else(Utc::now)
    }

    fn new_id(&self) -> Uuid {
        Uuid::now_v7()
    }

    fn random(&self, bytes: &mut [u8]) -> Result<(), vault::Error> {
        OsRandom.fill(bytes)
    }

    fn zone(&self) -> Option<String> {
        None
    }

    fn keyring(&self) -> &dyn Keyring {
        &self.keyring
    }

    fn channels(&self) -> Option<&dyn Channels> {
        self.channels.as_deref()
    }

    fn pick_path(&self, _purpose: PickPurpose, _suggested_name: Option<&str>) -> Option<PathBuf> {
        None
    }
}

fn daybook(folder: &Path, keyring: &Path) -> Daybook {
    let machine = Machine {
        keyring: FileKeyring(keyring.to_owned()),
        now: None,
        channels: None,
    };
    Daybook::new(folder.join("practice"), Arc::new(machine))
}

/// Makes a practice with two providers, two chairs and `patients` patients, open every day of the
/// week from 00:00 to 24:00. The keyring's file may lie elsewhere, so that a full disk spares it.
pub(crate) fn make(folder: &Path, keyring: &Path, patients: usize) -> Daybook {
    filled(daybook(folder, keyring), patients)
}

fn filled(mut daybook: Daybook, patients: usize) -> Daybook {
    let defaults = ok(&mut daybook, "setup.defaults", Value::Null);
    let named = |name| json!({"id": null, "name": name, "hours": null, "active": true});
    let always: Vec<Value> = vec![json!([{"from": "00:00", "to": "24:00", "chair": null}]); 7];
    let request = json!({
        "name": "Practice by the Park", "zone": "Europe/Berlin", "phone": "030 5550100",
        "hours": {"days": always},
        "providers": [named("Dr Haas"), named("Dr Lind")],
        "chairs": [named("Chair 1"), named("Chair 2")],
        "passphrase": "correct horse battery", "recovery_code": defaults["recovery_code"],
        "keyring": true,
    });
    ok(&mut daybook, "session.create", request);
    for number in 0..patients {
        patient(&mut daybook, &format!("Patient{number:05}")).expect("saved");
    }
    daybook
}

/// Where a program that starts now would stand.
pub(crate) fn state(folder: &Path) -> app::SessionState {
    daybook(folder, folder).state()
}

/// Opens it without waiting for a passphrase to be tried.
pub(crate) fn open(folder: &Path) -> Daybook {
    open_with(folder, folder)
}

pub(crate) fn open_with(folder: &Path, keyring: &Path) -> Daybook {
    let mut daybook = daybook(folder, keyring);
    ok(&mut daybook, "session.unlock_keyring", Value::Null);
    daybook
}

/// Opens it with a clock that stands still, and these ways out of the house.
pub(crate) fn open_at(folder: &Path, now: &str, channels: Box<dyn Channels>) -> Daybook {
    let mut daybook = daybook_at(folder, now, channels);
    ok(&mut daybook, "session.unlock_keyring", Value::Null);
    daybook
}

/// Makes one without patients by such a clock: rules count from when they are there.
pub(crate) fn make_at(folder: &Path, now: &str, channels: Box<dyn Channels>) -> Daybook {
    filled(daybook_at(folder, now, channels), 0)
}

fn daybook_at(folder: &Path, now: &str, channels: Box<dyn Channels>) -> Daybook {
    let machine = Machine {
        keyring: FileKeyring(folder.to_owned()),
        now: Some(now.parse().expect("an instant")),
        channels: Some(channels),
    };
    Daybook::new(folder.join("practice"), Arc::new(machine))
}

/// Somebody who can be written to; the id.
pub(crate) fn patient_with_mail(daybook: &mut Daybook, family: &str, address: &str) -> String {
    let emails = json!([{"label": "", "address": address}]);
    let saved = saved(daybook, family, emails).expect("saved");
    text(&saved["id"])
}

pub(crate) fn patient(daybook: &mut Daybook, family: &str) -> Result<Value, Value> {
    saved(daybook, family, json!([]))
}

fn saved(daybook: &mut Daybook, family: &str, emails: Value) -> Result<Value, Value> {
    let fields = json!({
        "chart_number": null, "prefix": "", "given": "Ada", "family": family, "suffix": "",
        "preferred_name": null, "birth_date": "1980-01-01", "sex": "unknown", "phones": [],
        "emails": emails, "address": null, "language": null, "notes": "", "alert": "",
        "status": "active", "deceased_on": null, "household": null, "guardian": null,
    });
    rpc(
        daybook,
        "patient.save",
        json!({"id": null, "revision": 0, "accept_duplicate": true, "fields": fields}),
    )
}

pub(crate) fn rpc(daybook: &mut Daybook, name: &str, request: Value) -> Result<Value, Value> {
    api::rpc(daybook, name, request).map_err(|error| serde_json::to_value(error).expect("JSON"))
}

pub(crate) fn ok(daybook: &mut Daybook, name: &str, request: Value) -> Value {
    match rpc(daybook, name, request) {
        Ok(value) => value,
        Err(error) => panic!("{name} was refused: {error}"),
    }
}

pub(crate) fn ids(daybook: &mut Daybook, list: &str) -> Vec<String> {
    let practice = ok(daybook, "practice.get", Value::Null);
    let all = practice[list].as_array().cloned().unwrap_or_default();
    all.iter().map(|one| text(&one["id"])).collect()
}

pub(crate) fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
