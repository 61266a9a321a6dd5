//! `print day`, `print day-list`, `print week`.

use crate::arguments::{Paper, Print, PrintWhat};
use crate::{Answer, Refusal};
use app::Daybook;
use app::printing::{self, Orientation, PrintRequest};
use serde_json::json;

pub(crate) fn run(daybook: &mut Daybook, print: &Print) -> Result<Answer, Refusal> {
    let request = PrintRequest {
        what: match print.what {
            PrintWhat::Day => printing::PrintWhat::Day,
            PrintWhat::DayList => printing::PrintWhat::DayList,
            PrintWhat::Week => printing::PrintWhat::Week,
        },
        date: print.date,
        paper: match print.paper {
            Paper::A4 => printing::Paper::A4,
            Paper::Letter => printing::Paper::Letter,
        },
        orientation: if print.landscape {
            Orientation::Landscape
        } else {
            Orientation::Portrait
        },
        private: print.private,
    };
    printing::save(daybook.desk()?, &request, &print.out)?;
    let file = print.out.display().to_string();
    Ok(Answer::new(
        json!({ "file": file }),
        format!("{file} was written.\n"),
    ))
}
