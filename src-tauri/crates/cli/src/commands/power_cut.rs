//! `power-cut show`, `power-cut set`.

use crate::answer::table;
use crate::arguments::{Paper, PowerCut, SetPowerCut};
use crate::session::secret;
use crate::{Answer, Refusal};
use app::Daybook;
use app::printing::power_cut::{self, NewPowerCut, PowerCutView};
use domain::{SheetLock, SheetPaper};
use serde_json::Value;

pub(crate) fn run(daybook: &mut Daybook, command: PowerCut) -> Result<Answer, Refusal> {
    match command {
        PowerCut::Show => {}
        PowerCut::Set(set) => change(daybook, set)?,
    }
    let shown = api::rpc(daybook, "power_cut.get", Value::Null)?;
    let view = power_cut::get(daybook.desk()?)?;
    Ok(Answer::new(shown, words(&view)))
}

fn change(daybook: &mut Daybook, set: SetPowerCut) -> Result<(), Refusal> {
    let SetPowerCut {
        on,
        off,
        at,
        folder,
        encrypted,
        plain,
        sheet_passphrase_file,
        paper,
        keep_days,
    } = set;
    let there = power_cut::get(daybook.desk()?)?.settings;
    let folder = folder
        .map(|folder| std::path::absolute(&folder).unwrap_or(folder))
        .map(|folder| folder.display().to_string());
    let passphrase = sheet_passphrase_file
        .map(|path| secret(&path))
        .transpose()?
        .map(|passphrase| passphrase.to_string());
    let new = NewPowerCut {
        on: on || (there.on && !off),
        at: at.unwrap_or(there.at),
        folder: folder.unwrap_or(there.folder),
        lock: match (encrypted, plain) {
            (true, _) => SheetLock::Encrypted,
            (false, true) => SheetLock::Plain,
            (false, false) => there.lock,
        },
        paper: match paper {
            Some(Paper::A4) => SheetPaper::A4,
            Some(Paper::Letter) => SheetPaper::Letter,
            None => there.paper,
        },
        keep_days: keep_days.unwrap_or(there.keep_days),
        passphrase,
    };
    power_cut::save(daybook.desk()?, &new)?;
    Ok(())
}

fn words(view: &PowerCutView) -> String {
    let settings = &view.settings;
    let row = |name: &str, value: String| vec![name.to_owned(), value];
    let lock = match (settings.lock, view.has_passphrase) {
        (SheetLock::Plain, _) => "none: readable by whoever has the file",
        (SheetLock::Encrypted, true) => "the passphrase of the sheets",
        (SheetLock::Encrypted, false) => "encrypted, but no passphrase was chosen yet",
    };
    table(&[
        row(
            "made",
            if settings.on {
                "every evening"
            } else {
                "never"
            }
            .to_owned(),
        ),
        row("from", settings.at.to_string()),
        row("folder", settings.folder.clone()),
        row("lock", lock.to_owned()),
        row("kept", format!("{} days", settings.keep_days)),
        row(
            "last for",
            view.made_for
                .map_or_else(|| "-".to_owned(), |day| day.to_string()),
        ),
    ])
}
