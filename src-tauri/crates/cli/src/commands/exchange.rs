//! `import` and `export`.

use super::practice::provider_of;
use crate::answer::say;
use crate::arguments::{Access, Export, Format, Import};
use crate::progress::shown;
use crate::refusal::words;
use crate::session::{close, open, text_of};
use crate::{Answer, Refusal};
use app::export::CalendarOut;
use app::import::{Aside, Calendar, ColumnMap, ImportFormat, ImportReport, ImportRequest, Watch};
use app::{Daybook, Error};
use chrono::NaiveDate;
use domain::said;
use serde_json::json;

pub(crate) fn import(access: &Access, command: Import) -> Result<Answer, Refusal> {
    let Import {
        format,
        paths,
        map,
        date_format,
        provider,
        from,
        to,
        include_free,
        dry_run,
    } = command;
    // Before the practice is opened, so that a slip is told at once.
    let asks_for_days = provider.is_some() || from.is_some() || to.is_some() || include_free;
    only_of_calendars(format, asks_for_days)?;
    in_order(from, to)?;
    let map = match map {
        None => ColumnMap::default(),
        Some(path) => ColumnMap::parse(&text_of(&path)?).map_err(Error::from)?,
    };
    let mut daybook = open(access)?;
    let desk = daybook.desk()?;
    let request = ImportRequest {
        paths,
        format: match format {
            Format::Csv => ImportFormat::Csv,
            Format::Fhir => ImportFormat::Fhir,
            Format::Vcf => ImportFormat::Vcf,
            Format::Ics => ImportFormat::Ics(Calendar {
                provider: provider_of(&desk.setup()?, &provider.unwrap_or_default())?,
                from,
                to,
                free_too: include_free,
            }),
        },
        map,
        date_format,
        dry_run,
    };
    let watch = Watch::default();
    let imported = shown(&watch, || app::import::import(desk, &request, &watch));
    let report = imported.map_err(|error| {
        let of_columns = error.is_of_columns();
        let refusal = Refusal::from(error);
        if of_columns {
            refusal.hinting("cli-columns-next")
        } else {
            refusal
        }
    })?;
    tell_aside(&report.aside);
    close(&mut daybook);
    Ok(answer(&report, dry_run))
}

/// What the report itself has no place for, on stderr.
fn tell_aside(aside: &Aside) {
    let Aside {
        unused_columns,
        year_rule,
        left_out,
        going_on,
    } = aside;
    for (source, columns) in unused_columns {
        say(&format!(
            "{}: nothing was taken from these columns: {}. Say with --map FILE what they hold.",
            printable(source),
            printable(&columns.join(", "))
        ));
    }
    if !left_out.is_empty() {
        let kinds: Vec<String> = left_out
            .iter()
            .map(|(kind, count)| format!("{count} {kind}"))
            .collect();
        say(&format!(
            "Left out, since Daybook has no place for them: {}.",
            printable(&kinds.join(", "))
        ));
    }
    if let Some(rule) = year_rule {
        say(&words().say(rule));
    }
    if let Some((count, day)) = going_on {
        say(&format!(
            "Series that go on after {day}: {count}. Import the calendar again before then."
        ));
    }
}

/// Refuses what only calendars have where there is none.
fn only_of_calendars(format: Format, given: bool) -> Result<(), Refusal> {
    if given && format != Format::Ics {
        return Err(Refusal::invalid("format", said("cli-calendars-alone")));
    }
    Ok(())
}

fn in_order(from: Option<NaiveDate>, to: Option<NaiveDate>) -> Result<(), Refusal> {
    match (from, to) {
        (Some(from), Some(to)) if to < from => {
            Err(Refusal::invalid("to", said("invalid-last-day")))
        }
        _ => Ok(()),
    }
}

/// Control characters in a name must not steer the terminal.
fn printable(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect()
}

fn answer(report: &ImportReport, dry_run: bool) -> Answer {
    let words = words();
    let json = json!({
        "read": report.read,
        "created": report.created,
        "updated": report.updated,
        "unchanged": report.unchanged,
        "refused": report.refused.iter().map(|refused| json!({
            "source": refused.source,
            "line": refused.line,
            "reason": words.mention(&refused.reason),
        })).collect::<Vec<_>>(),
    });
    let mut people = format!(
        "{}{} read: {} created, {} updated, {} unchanged, {} refused.\n",
        if dry_run { "Nothing was kept. " } else { "" },
        report.read,
        report.created,
        report.updated,
        report.unchanged,
        report.refused.len(),
    );
    for refused in &report.refused {
        people.push_str(&format!(
            "{}:{}: {}\n",
            refused.source,
            refused.line,
            words.mention(&refused.reason)
        ));
    }
    Answer::new(json, people)
}

pub(crate) fn export(daybook: &mut Daybook, command: &Export) -> Result<Answer, Refusal> {
    let Export {
        format,
        out,
        provider,
        from,
        to,
        private,
    } = command;
    let asks_for_days = provider.is_some() || from.is_some() || to.is_some() || *private;
    only_of_calendars(*format, asks_for_days)?;
    in_order(*from, *to)?;
    let desk = daybook.desk()?;
    let report = match format {
        Format::Csv => app::export::csv(desk, out)?,
        Format::Fhir => app::export::fhir(desk, out)?,
        Format::Vcf => app::export::vcf(desk, out)?,
        Format::Ics => {
            let provider = match provider {
                Some(name) => Some(provider_of(&desk.setup()?, name)?),
                None => None,
            };
            let what = CalendarOut {
                provider,
                from: *from,
                to: *to,
                private: *private,
            };
            app::export::ics(desk, out, &what)?
        }
    };
    if report.not_contacted > 0 {
        say(&format!(
            "{} patients who are not to be contacted are not in it.",
            report.not_contacted
        ));
    }
    let files: Vec<String> = report
        .files
        .iter()
        .map(|file| file.display().to_string())
        .collect();
    let people = format!(
        "{} patients and {} appointments were written to {}.\n",
        report.patients,
        report.appointments,
        files.join(" and ")
    );
    let json = json!({
        "files": files,
        "patients": report.patients,
        "appointments": report.appointments,
    });
    Ok(Answer::new(json, people))
}
