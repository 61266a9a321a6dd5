//! The sheet for a power cut.

use super::Answer;
use crate::commands::words_on;
use crate::refusal::invalid;
use crate::wire::power_cut::*;
use crate::wire::printing::WirePaper;
use crate::words::Words;
use app::Daybook;
use app::printing::power_cut::{self, NewPowerCut, SheetNow};
use domain::{MinuteOfDay, PowerCut, SheetLock, SheetPaper};

pub(crate) fn get(daybook: &mut Daybook, (): ()) -> Answer<PowerCutView> {
    let words = words_on(daybook.host());
    Ok(view(power_cut::get(daybook.desk()?)?, &words))
}

pub(crate) fn save(daybook: &mut Daybook, request: PowerCutInput) -> Answer<PowerCutView> {
    let PowerCutInput {
        on,
        at,
        folder,
        encrypted,
        passphrase,
        paper,
        keep_days,
    } = request;
    let at: MinuteOfDay = at
        .parse()
        .map_err(|error: domain::hours::NotATime| invalid("at", error))?;
    let new = NewPowerCut {
        on,
        at,
        folder,
        lock: if encrypted {
            SheetLock::Encrypted
        } else {
            SheetLock::Plain
        },
        paper: match paper {
            WirePaper::A4 => SheetPaper::A4,
            WirePaper::Letter => SheetPaper::Letter,
        },
        keep_days,
        passphrase,
    };
    let words = words_on(daybook.host());
    Ok(view(power_cut::save(daybook.desk()?, &new)?, &words))
}

/// Makes the sheet of the next working day now, to see that it works.
pub(crate) fn make(daybook: &mut Daybook, (): ()) -> Answer<MadeSheet> {
    let made = power_cut::make_now(daybook.desk()?, &SheetNow::default())?;
    Ok(MadeSheet {
        date: made.day.to_string(),
        path: made.path.display().to_string(),
        encrypted: made.lock == SheetLock::Encrypted,
    })
}

fn view(view: power_cut::PowerCutView, words: &Words) -> PowerCutView {
    let power_cut::PowerCutView {
        settings,
        has_passphrase,
        made_for,
        failed,
    } = view;
    let PowerCut {
        id: _,
        on,
        at,
        folder,
        lock,
        paper,
        keep_days,
    } = settings;
    PowerCutView {
        on,
        at: at.to_string(),
        folder,
        encrypted: lock == SheetLock::Encrypted,
        has_passphrase,
        paper: match paper {
            SheetPaper::A4 => WirePaper::A4,
            SheetPaper::Letter => WirePaper::Letter,
        },
        keep_days,
        made_for: made_for.map(|day| day.to_string()),
        failed: failed.map(|told| SheetFailure {
            what: words.say_all(&told.what),
            next: words.say_all(&told.next),
        }),
    }
}
