//! Prints and the check-up.

use super::Answer;
use super::exchange::given;
use crate::commands::words_on;
use crate::convert::{date, id, optional_id};
use crate::refusal::invalid;
use crate::wire::printing::*;
use app::printing::{
    CardOf, CardSize, Orientation, Paper, PrintRequest as Request, PrintWhat as What,
};
use app::{Daybook, Finding};
use data_encoding::BASE64;
use domain::said;
use std::str::FromStr;

pub(crate) fn render(daybook: &mut Daybook, request: PrintRequest) -> Answer<PrintedPages> {
    let printed = app::printing::render(daybook.desk()?, &of(&request)?)?;
    Ok(PrintedPages {
        pdf: BASE64.encode(&printed.pdf),
        name: printed.name,
    })
}

pub(crate) fn save(daybook: &mut Daybook, request: SavePrint) -> Answer<SavedPrint> {
    let path = given(&request.path)?;
    app::printing::save(daybook.desk()?, &of(&request.print)?, &path)?;
    Ok(SavedPrint {
        path: path.display().to_string(),
    })
}

pub(crate) fn doctor(daybook: &mut Daybook, (): ()) -> Answer<DoctorView> {
    let findings = app::doctor(daybook.desk()?)?;
    let words = words_on(daybook.host());
    Ok(DoctorView {
        ok: findings.iter().all(Finding::ok),
        findings: findings
            .into_iter()
            .map(|finding| FindingView {
                check: words.mention(&finding.check),
                ok: finding.ok(),
                what: words.say_all(&finding.wrong),
                next: words.say_all(&finding.next),
            })
            .collect(),
    })
}

/// Days of a list of visits to confirm when nobody says how many.
const USUAL_DAYS: u32 = 7;

fn of(request: &PrintRequest) -> Result<Request, app::Error> {
    let PrintRequest {
        what,
        date: day,
        paper,
        landscape,
        private,
        provider,
        patient,
        appointment,
        days,
        card,
    } = request;
    // A card and a letter are of the day on which they are printed, whatever the date.
    let date = || date("date", day);
    let what = match what {
        PrintWhat::Day => What::Day(date()?),
        PrintWhat::DayList => What::DayList(date()?),
        PrintWhat::Week => What::Week(date()?),
        PrintWhat::ProviderWeek => What::ProviderWeek {
            provider: given_id("provider", provider)?,
            date: date()?,
        },
        PrintWhat::Month => What::Month {
            date: date()?,
            provider: optional_id("provider", provider)?,
        },
        PrintWhat::Unconfirmed => What::Unconfirmed {
            date: date()?,
            days: days.unwrap_or(USUAL_DAYS),
        },
        PrintWhat::Routing => What::Routing(date()?),
        PrintWhat::Card => What::Card {
            of: match appointment {
                Some(appointment) => CardOf::Visit(id("appointment", appointment)?),
                None => CardOf::Patient(given_id("patient", patient)?),
            },
            size: match card.unwrap_or_default() {
                WireCardSize::Card => CardSize::Card,
                WireCardSize::Label62x29 => CardSize::Label62x29,
                WireCardSize::Label57x32 => CardSize::Label57x32,
                WireCardSize::Label89x36 => CardSize::Label89x36,
            },
        },
        PrintWhat::Letter => What::Letter(given_id("patient", patient)?),
        PrintWhat::PowerCut => What::PowerCut(date()?),
    };
    Ok(Request {
        what,
        paper: match paper {
            WirePaper::A4 => Paper::A4,
            WirePaper::Letter => Paper::Letter,
        },
        orientation: if *landscape {
            Orientation::Landscape
        } else {
            Orientation::Portrait
        },
        private: *private,
    })
}

/// An id that this page cannot do without.
fn given_id<T: FromStr<Err = domain::id::NotAnId>>(
    field: &'static str,
    text: &Option<String>,
) -> Result<T, app::Error> {
    let text = text.as_deref().ok_or_else(|| {
        invalid(
            field,
            said("print-which").with("field", domain::limits::of_field(field)),
        )
    })?;
    id(field, text)
}
