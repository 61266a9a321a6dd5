//! `agent`: messages go out while no window is open.

use super::messages;
use crate::answer::{document, put, say, steers_nothing};
use crate::arguments::{Access, Agent, Message, MessageTick};
use crate::refusal::words;
use crate::session::{close, closed, open, warn};
use crate::{Answer, Refusal};
use app::Daybook;
use domain::said;
use serde_json::{Value, json};
use std::time::Duration;

/// As often as the window does.
const EVERY: Duration = Duration::from_secs(30);

/// Looks until it is ended from outside, which loses nothing: what was being handed over is found
/// by the next who sends (M15).
pub(crate) fn run(access: &Access, agent: &Agent) -> Result<Answer, Refusal> {
    let mut daybook = opened(access)?;
    if agent.once {
        let tick = MessageTick {
            now: None,
            dry_run: false,
        };
        let answer = messages::run(&mut daybook, Message::Tick(tick));
        close(&mut daybook);
        return answer;
    }
    let begun = if access.json {
        document(&json!({ "every_seconds": EVERY.as_secs() }))
    } else {
        steers_nothing("Messages are seen to twice a minute until this is ended.\n")
    };
    put(&begun).map_err(Refusal::file(said("cli-address")))?;
    let mut told = String::new();
    loop {
        look(&mut daybook, &mut told);
        std::thread::sleep(EVERY);
    }
}

/// Nobody is there to be asked: the keyring, or a file.
fn opened(access: &Access) -> Result<Daybook, Refusal> {
    if Access::given(&access.passphrase_file).is_some() {
        return open(access);
    }
    let mut daybook = closed(access)?;
    if daybook.state() == app::SessionState::Absent {
        return Err(app::Error::Absent.into());
    }
    daybook
        .unlock_with_keyring()
        .map_err(|error| Refusal::from(error).hinting("cli-agent-next"))?;
    warn(&mut daybook)?;
    Ok(daybook)
}

/// Says on stderr what keeps messages from going, once; the server's own words may name a patient
/// and stay in the practice.
fn look(daybook: &mut Daybook, told: &mut String) {
    let ticked = daybook.tick();
    daybook.wait_for_messages();
    let wrong = match ticked {
        Err(error) => words().say_all(&error.told().what),
        Ok(()) => trouble(daybook),
    };
    if wrong != *told && !wrong.is_empty() {
        say(&wrong);
    }
    *told = wrong;
}

fn trouble(daybook: &mut Daybook) -> String {
    if let Some((_, error)) = daybook.messages_failed() {
        return words().say_all(&error.told().what);
    }
    let trouble = match api::rpc(daybook, "mailbox.get", Value::Null) {
        Ok(mailbox) => mailbox["trouble"].clone(),
        Err(error) => return error.what,
    };
    let text = |name: &str| trouble[name].as_str().unwrap_or_default();
    format!("{} {}", text("what"), text("todo"))
        .trim()
        .to_owned()
}
