//! `feed`: a provider's own calendar, without patients' names, for programs on this computer.

use super::practice::provider_of;
use crate::answer::{document, put, say, steers_nothing};
use crate::arguments::Feed;
use crate::loopback::{Loopback, Reply};
use crate::refusal::words;
use crate::{Answer, Refusal};
use app::{Daybook, OsRandom, Random};
use domain::said;
use serde_json::json;
use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};
use std::path::Path;

/// Bytes of the secret part of the address.
const SECRET: usize = 24;

/// Answers until it is ended from outside.
pub(crate) fn run(daybook: &mut Daybook, command: &Feed, json: bool) -> Result<Answer, Refusal> {
    let desk = daybook.desk()?;
    let setup = desk.setup()?;
    let provider = provider_of(&setup, &command.provider)?;
    let name = setup
        .provider(provider)
        .map(|provider| provider.name.clone())
        .unwrap_or_default();
    let secret = match &command.token_file {
        None => new_secret()?,
        Some(path) => kept_secret(path)?,
    };
    let loopback = Loopback::on(command.port).map_err(Refusal::file(
        said("cli-port").with("port", command.port.to_string()),
    ))?;
    let path = format!("/{secret}/calendar.ics");
    let url = format!("http://{}{path}", loopback.authority());
    app::export::note_feed(desk, provider)?;
    let told = if json {
        document(&json!({ "url": url, "provider": name }))
    } else {
        steers_nothing(&format!(
            "The calendar of {name} is at\n{url}\nuntil this is ended. Whoever knows the address sees when {name} is busy, and no names.\n"
        ))
    };
    put(&told).map_err(Refusal::file(said("cli-address")))?;
    loopback.answer(&path, || match app::export::own_calendar(desk, provider) {
        Ok(calendar) => Reply::Calendar(calendar),
        Err(error) => {
            say(&format!(
                "The calendar could not be made: {}",
                words().say_all(&error.told().what)
            ));
            Reply::Failed
        }
    });
    Ok(Answer::new(json!({}), String::new()))
}

fn new_secret() -> Result<String, Refusal> {
    let mut bytes = [0; SECRET];
    OsRandom.fill(&mut bytes).map_err(app::Error::from)?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

/// The secret of the last time, or a new one that is kept for the next.
fn kept_secret(path: &Path) -> Result<String, Refusal> {
    match std::fs::read_to_string(path) {
        Ok(kept) => {
            let kept = kept.trim();
            let is_one = kept.len() == 2 * SECRET && kept.bytes().all(|b| b.is_ascii_hexdigit());
            if !is_one {
                let what = said("cli-token-file").with("path", path.display().to_string());
                return Err(Refusal::invalid("token_file", what).hinting("cli-token-file-next"));
            }
            Ok(kept.to_owned())
        }
        Err(error) if error.kind() == ErrorKind::NotFound => {
            let secret = new_secret()?;
            let mut options = OpenOptions::new();
            options.write(true).create_new(true);
            #[cfg(unix)]
            std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
            options
                .open(path)
                .and_then(|mut file| writeln!(file, "{secret}"))
                .map_err(Refusal::file(
                    said("file-not-written").with("path", path.display().to_string()),
                ))?;
            Ok(secret)
        }
        Err(error) => Err(Refusal::file(
            said("file-not-read").with("path", path.display().to_string()),
        )(error)),
    }
}
