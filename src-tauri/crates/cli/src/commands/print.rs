//! `print day`, `print month`, `print card` and so on.

use super::practice::provider_of;
use crate::arguments::{CardOf, OnDay, Page, Paper, Print, SheetNow, Size};
use crate::{Answer, Refusal};
use app::Daybook;
use app::printing::power_cut;
use app::printing::{self, CardSize, Orientation, PrintRequest, PrintWhat};
use chrono::NaiveDate;
use domain::SheetLock;
use domain::said;
use serde_json::{Value, json};
use std::path::PathBuf;

pub(crate) fn run(daybook: &mut Daybook, print: Print) -> Result<Answer, Refusal> {
    let provider = |daybook: &mut Daybook, name: &str| -> Result<_, Refusal> {
        provider_of(&daybook.desk()?.setup()?, name)
    };
    let (request, out) = match print {
        Print::Day(on) => on_day(on, PrintWhat::Day),
        Print::DayList(on) => on_day(on, PrintWhat::DayList),
        Print::Week(on) => on_day(on, PrintWhat::Week),
        Print::ProviderWeek { provider: name, on } => {
            let provider = provider(daybook, &name)?;
            on_day(on, |date| PrintWhat::ProviderWeek { provider, date })
        }
        Print::Month { provider: name, on } => {
            let provider = name.map(|name| provider(daybook, &name)).transpose()?;
            on_day(on, |date| PrintWhat::Month { date, provider })
        }
        Print::Unconfirmed { days, on } => on_day(on, |date| PrintWhat::Unconfirmed { date, days }),
        Print::Routing(on) => on_day(on, PrintWhat::Routing),
        Print::Card {
            of,
            size,
            private,
            out,
        } => {
            let what = PrintWhat::Card {
                of: whose(&of)?,
                size: size_of(size),
            };
            (upright(what, Paper::A4, private), out)
        }
        Print::Letter {
            patient,
            paper,
            out,
        } => (upright(PrintWhat::Letter(patient), paper, false), out),
        Print::PowerCut(now) => return sheet(daybook, now),
    };
    printing::save(daybook.desk()?, &request, &out)?;
    let file = out.display().to_string();
    Ok(Answer::new(
        json!({ "file": file }),
        format!("{file} was written.\n"),
    ))
}

fn on_day(on: OnDay, what: impl FnOnce(NaiveDate) -> PrintWhat) -> (PrintRequest, PathBuf) {
    let OnDay { date, page } = on;
    let Page {
        out,
        paper,
        landscape,
        private,
    } = page;
    let request = PrintRequest {
        orientation: if landscape {
            Orientation::Landscape
        } else {
            Orientation::Portrait
        },
        ..upright(what(date), paper, private)
    };
    (request, out)
}

fn upright(what: PrintWhat, paper: Paper, private: bool) -> PrintRequest {
    PrintRequest {
        what,
        paper: match paper {
            Paper::A4 => printing::Paper::A4,
            Paper::Letter => printing::Paper::Letter,
        },
        orientation: Orientation::Portrait,
        private,
    }
}

fn whose(of: &CardOf) -> Result<printing::CardOf, Refusal> {
    match (of.appointment, of.patient) {
        (Some(visit), _) => Ok(printing::CardOf::Visit(visit)),
        (None, Some(patient)) => Ok(printing::CardOf::Patient(patient)),
        (None, None) => Err(Refusal::invalid("patient", said("cli-whose-card"))),
    }
}

fn size_of(size: Size) -> CardSize {
    match size {
        Size::Card => CardSize::Card,
        Size::Label62x29 => CardSize::Label62x29,
        Size::Label57x32 => CardSize::Label57x32,
        Size::Label89x36 => CardSize::Label89x36,
    }
}

fn sheet(daybook: &mut Daybook, now: SheetNow) -> Result<Answer, Refusal> {
    let SheetNow {
        out_dir,
        date,
        plain,
        if_due,
    } = now;
    let desk = daybook.desk()?;
    let made = if if_due {
        power_cut::make_due(desk)?
    } else {
        let wanted = power_cut::SheetNow {
            day: date,
            folder: out_dir,
            lock: plain.then_some(SheetLock::Plain),
        };
        Some(power_cut::make_now(desk, &wanted)?)
    };
    let Some(made) = made else {
        return Ok(Answer::new(
            json!({ "file": Value::Null }),
            "No sheet is due.\n".to_owned(),
        ));
    };
    let file = made.path.display().to_string();
    let encrypted = made.lock == SheetLock::Encrypted;
    let how = if encrypted {
        "opens with its passphrase"
    } else {
        "is readable by whoever has it"
    };
    Ok(Answer::new(
        json!({ "file": file, "date": made.day.to_string(), "encrypted": encrypted }),
        format!("{file} was written; it {how}.\n"),
    ))
}
