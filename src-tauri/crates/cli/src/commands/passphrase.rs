//! `passphrase change`.

use crate::arguments::{Access, Passphrase};
use crate::session::{close, closed, new_passphrase, passphrase, secret, unlock, warn};
use crate::{Answer, Refusal};
use serde_json::json;

pub(crate) fn run(access: &Access, command: &Passphrase) -> Result<Answer, Refusal> {
    let Passphrase::Change {
        new_passphrase_file,
        recovery_code_file,
    } = command;
    let mut daybook = closed(access)?;
    if daybook.state() == app::SessionState::Absent {
        return Err(app::Error::Absent.into());
    }
    let new = |prompt| new_passphrase(new_passphrase_file.as_deref(), prompt);
    match recovery_code_file {
        Some(path) => {
            let code = secret(path)?;
            daybook.unlock_with_recovery_code(&code, &new("New passphrase: ")?)?;
            warn(&mut daybook)?;
        }
        None => {
            let old = passphrase(access, "Old passphrase: ")?;
            unlock(&mut daybook, &old)?;
            warn(&mut daybook)?;
            daybook.change_passphrase(&old, &new("New passphrase: ")?)?;
        }
    }
    close(&mut daybook);
    Ok(Answer::new(
        json!({ "changed": true }),
        "The passphrase was changed.\n".to_owned(),
    ))
}
