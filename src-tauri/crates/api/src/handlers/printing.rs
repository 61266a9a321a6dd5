//! Prints and the check-up.

use super::Answer;
use super::exchange::given;
use crate::convert::date;
use crate::wire::printing::*;
use app::Daybook;
use app::printing::{Orientation, Paper, PrintRequest as Request, PrintWhat as What};
use data_encoding::BASE64;

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
    Ok(DoctorView {
        ok: findings.iter().all(|finding| finding.ok),
        findings: findings
            .into_iter()
            .map(|finding| FindingView {
                check: finding.check,
                ok: finding.ok,
                what: finding.what,
                next: finding.next,
            })
            .collect(),
    })
}

fn of(request: &PrintRequest) -> Result<Request, app::Error> {
    Ok(Request {
        what: match request.what {
            PrintWhat::Day => What::Day,
            PrintWhat::DayList => What::DayList,
            PrintWhat::Week => What::Week,
        },
        date: date("date", &request.date)?,
        paper: match request.paper {
            WirePaper::A4 => Paper::A4,
            WirePaper::Letter => Paper::Letter,
        },
        orientation: if request.landscape {
            Orientation::Landscape
        } else {
            Orientation::Portrait
        },
        private: request.private,
    })
}
