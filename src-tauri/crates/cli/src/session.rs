//! Opening the practice: its folder, the passphrase, and waiting when too many were wrong.

use crate::answer::{Answer, say};
use crate::arguments::Access;
use crate::machine::Machine;
use crate::refusal::{Refusal, words};
use app::{Daybook, Error};
use domain::{Said, said};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;
use zeroize::Zeroizing;

/// A practice that is not open yet.
pub(crate) fn closed(access: &Access) -> Result<Daybook, Refusal> {
    let folder = match Access::given(&access.practice) {
        Some(folder) => folder.to_owned(),
        None => usual_folder()?,
    };
    Ok(Daybook::new(folder, Arc::new(Machine::new())).acting_as("command line"))
}

/// The practice, opened with the passphrase.
pub(crate) fn open(access: &Access) -> Result<Daybook, Refusal> {
    let mut daybook = closed(access)?;
    // Before anybody is asked for a passphrase.
    if daybook.state() == app::SessionState::Absent {
        return Err(Error::Absent.into());
    }
    let passphrase = passphrase(access, "Passphrase: ")?;
    unlock(&mut daybook, &passphrase)?;
    warn(&mut daybook)?;
    Ok(daybook)
}

/// Opens the practice; after too many wrong tries waits as long as it must.
pub(crate) fn unlock(daybook: &mut Daybook, passphrase: &str) -> Result<(), Refusal> {
    loop {
        match daybook.unlock(passphrase) {
            Err(Error::Wait { seconds }) => {
                let words = words();
                let wait = Error::Wait { seconds }.told();
                let waiting = words.say(&said("cli-waiting"));
                say(&format!("{} {waiting}", words.say_all(&wait.what)));
                std::thread::sleep(Duration::from_secs(u64::from(seconds)));
            }
            other => return Ok(other?),
        }
    }
}

/// Works on the practice and closes it.
pub(crate) fn on(
    access: &Access,
    work: impl FnOnce(&mut Daybook) -> Result<Answer, Refusal>,
) -> Result<Answer, Refusal> {
    let mut daybook = open(access)?;
    let answer = work(&mut daybook);
    close(&mut daybook);
    answer
}

/// Closes the practice, waiting until the audit trail has what was read. Says so and returns
/// false when that cannot be.
pub(crate) fn close(daybook: &mut Daybook) -> bool {
    if let Some(left_out) = daybook.desk().ok().and_then(|desk| desk.left_out()) {
        warning(&left_out);
    }
    let Err(error) = daybook.close() else {
        return true;
    };
    let told = error.told();
    let words = words();
    say(&format!(
        "{} {} {}",
        words.say(&said("cli-not-noted")),
        words.say_all(&told.what),
        words.say_all(&told.next)
    ));
    false
}

fn warning(what: &Said) {
    let words = words();
    say(&words.say(&said("cli-warning").with("what", words.say(what))));
}

/// Says what the vault and the database disagree about.
pub(crate) fn warn(daybook: &mut Daybook) -> Result<(), Refusal> {
    if let Some(warning) = daybook.desk()?.warning() {
        self::warning(warning);
    }
    Ok(())
}

/// The passphrase from its file, or asked for.
pub(crate) fn passphrase(access: &Access, prompt: &str) -> Result<Zeroizing<String>, Refusal> {
    match Access::given(&access.passphrase_file) {
        Some(path) => secret(path),
        None => ask(prompt),
    }
}

/// A passphrase that is to be set, from its file or asked for twice.
pub(crate) fn new_passphrase(
    path: Option<&Path>,
    prompt: &str,
) -> Result<Zeroizing<String>, Refusal> {
    if let Some(path) = path {
        return secret(path);
    }
    let first = ask(prompt)?;
    if ask("The same once more: ")? != first {
        return Err(Refusal::invalid("passphrase", said("cli-not-the-same")));
    }
    Ok(first)
}

/// A secret in a file, without the mark at the beginning, the line end and the blank lines after it
/// that editors add. An empty file is told, and costs no try.
pub(crate) fn secret(path: &Path) -> Result<Zeroizing<String>, Refusal> {
    let text = Zeroizing::new(text_of(path)?);
    let secret = bare(&text);
    if secret.is_empty() {
        let what = said("interop-empty").with("source", path.display().to_string());
        return Err(Refusal::invalid("passphrase_file", what).hinting("cli-empty-secret-next"));
    }
    Ok(Zeroizing::new(secret.to_owned()))
}

fn bare(text: &str) -> &str {
    let mut text = text.strip_prefix('\u{feff}').unwrap_or(text);
    while let Some((before, last)) = text.rsplit_once('\n') {
        if !last.trim().is_empty() {
            break;
        }
        text = before;
    }
    let text = text.strip_suffix('\r').unwrap_or(text);
    if text.trim().is_empty() { "" } else { text }
}

/// All of a text file.
pub(crate) fn text_of(path: &Path) -> Result<String, Refusal> {
    std::fs::read_to_string(path).map_err(Refusal::file(
        said("file-not-read").with("path", path.display().to_string()),
    ))
}

/// A secret, asked for at the terminal.
pub(crate) fn ask(prompt: &str) -> Result<Zeroizing<String>, Refusal> {
    let asked = rpassword::prompt_password(prompt).map(Zeroizing::new);
    asked
        .map_err(Refusal::file(said("cli-not-asked")))
        .map_err(|refusal| refusal.hinting("cli-not-asked-next"))
}

/// Where the window keeps it too.
fn usual_folder() -> Result<PathBuf, Refusal> {
    let data =
        dirs::data_dir().ok_or_else(|| Refusal::invalid("practice", said("cli-no-data-folder")))?;
    Ok(data.join("daybook").join("practice"))
}

#[cfg(test)]
mod tests {
    use super::bare;

    #[test]
    fn what_editors_add_is_no_part_of_a_secret() {
        for text in [
            "correct horse",
            "correct horse\n",
            "correct horse\r\n",
            "\u{feff}correct horse\r\n",
            "correct horse\n\n",
            "correct horse\r\n  \r\n",
        ] {
            assert_eq!(bare(text), "correct horse", "{text:?}");
        }
        assert_eq!(bare(" a \n"), " a ", "spaces may be meant");
        assert_eq!(bare("a\nb\n"), "a\nb");
        for text in ["", "\n", "\u{feff}", " \r\n\r\n"] {
            assert_eq!(bare(text), "", "{text:?}");
        }
    }
}
