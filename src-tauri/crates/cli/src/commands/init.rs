//! `init`: a new practice with one chair and usual hours.

use crate::arguments::{Access, Init};
use crate::refusal::words;
use crate::session::{closed, new_passphrase};
use crate::{Answer, Refusal, say};
use app::{Error, NewChair, NewPractice, SessionState};
use domain::{WeekHours, Zone, said};
use serde_json::json;
use std::fs::OpenOptions;
use std::io::Write;
use std::path::Path;

pub(crate) fn run(access: &Access, init: &Init) -> Result<Answer, Refusal> {
    let mut daybook = closed(access)?;
    let folder = daybook.folder().to_owned();
    if daybook.state() != SessionState::Absent {
        return Err(Refusal::invalid(
            "practice",
            said("cli-practice-there").with("folder", folder.display().to_string()),
        ));
    }
    let zone = match &init.timezone {
        Some(name) => Zone::named(name),
        None => Zone::named(&daybook.host().zone().unwrap_or_else(|| "UTC".to_owned())),
    };
    let zone = zone.map_err(Error::from)?;
    let words = words();
    let new = NewPractice {
        name: init.name.clone(),
        zone,
        phone: String::new(),
        hours: WeekHours::usual(),
        providers: Vec::new(),
        chairs: vec![NewChair {
            id: None,
            name: words.mention(&said("first-chair")),
            hours: None,
            active: true,
        }],
        types: app::first_types(|name| words.mention(name)),
        block_outs: app::block_out::FirstBlockOuts::named(|name| words.mention(name)),
    };
    let passphrase = new_passphrase(Access::given(&access.passphrase_file), "New passphrase: ")?;
    let code = daybook.offer_recovery_code()?;
    // Before the practice is made: a code that could not be kept would be a way in for nobody.
    if let Some(path) = &init.recovery_code_out {
        keep(path, &code)?;
    }
    if let Err(error) = daybook.create(&new, &passphrase, &code, false) {
        if let Some(path) = &init.recovery_code_out {
            let _ = std::fs::remove_file(path);
        }
        return Err(error.into());
    }
    if init.recovery_code_out.is_none() {
        say(&format!(
            "Recovery code, shown only this once; print it and keep it away from this machine:\n{}",
            *code
        ));
    }
    let people = format!(
        "The practice {} was made in {}. Add providers with `daybook provider add NAME`.\n",
        init.name,
        folder.display()
    );
    let json = json!({
        "practice": folder.display().to_string(),
        "name": init.name.trim(),
        "timezone": zone.name(),
        "recovery_code_file": init.recovery_code_out.as_ref().map(|path| path.display().to_string()),
    });
    Ok(Answer::new(json, people))
}

/// Writes the code to a file that nobody else can read.
fn keep(path: &Path, code: &str) -> Result<(), Refusal> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    let failed =
        || Refusal::file(said("cli-code-not-written").with("path", path.display().to_string()));
    let mut file = options.open(path).map_err(failed())?;
    let written = writeln!(file, "{code}").and_then(|()| file.sync_all());
    if written.is_err() {
        let _ = std::fs::remove_file(path);
    }
    written.map_err(failed())
}
