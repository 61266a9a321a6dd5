//! `demo`: an invented practice to try things on.

use crate::arguments::Demo;
use crate::{Answer, Refusal};
use app::Daybook;
use app::demo::{DemoRequest, fill};
use serde_json::json;

pub(crate) fn run(daybook: &mut Daybook, command: &Demo) -> Result<Answer, Refusal> {
    let desk = daybook.desk()?;
    let today = desk.today(desk.setup()?.zone());
    let report = fill(
        desk,
        &DemoRequest {
            patients: command.patients,
            years: command.years,
            seed: command.seed,
            today,
        },
    )?;
    let people = format!(
        "{} patients in {} households and {} visits from {} to {}, with {} providers and {} chairs.\n",
        report.patients,
        report.households,
        report.appointments,
        report.from,
        report.to,
        report.providers,
        report.chairs,
    );
    let json = json!({
        "patients": report.patients,
        "households": report.households,
        "appointments": report.appointments,
        "providers": report.providers,
        "chairs": report.chairs,
        "from": report.from.to_string(),
        "to": report.to.to_string(),
    });
    Ok(Answer::new(json, people))
}
