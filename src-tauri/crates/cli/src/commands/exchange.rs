//! `import` and `export`.

use crate::answer::say;
use crate::arguments::{Access, Export, Format, Import};
use crate::progress::shown;
use crate::session::{close, open, text_of};
use crate::{Answer, Refusal};
use app::import::{Aside, ColumnMap, ImportFormat, ImportReport, ImportRequest, Watch};
use app::{Daybook, Error};
use serde_json::json;

pub(crate) fn import(access: &Access, command: Import) -> Result<Answer, Refusal> {
    let Import {
        format,
        paths,
        map,
        date_format,
        dry_run,
    } = command;
    // Before the practice is opened, so that a slip is told at once.
    let map = match map {
        None => ColumnMap::default(),
        Some(path) => ColumnMap::parse(&text_of(&path)?).map_err(Error::from)?,
    };
    let request = ImportRequest {
        paths,
        format: match format {
            Format::Csv => ImportFormat::Csv,
            Format::Fhir => ImportFormat::Fhir,
        },
        map,
        date_format,
        dry_run,
    };
    let mut daybook = open(access)?;
    let desk = daybook.desk()?;
    let watch = Watch::default();
    let imported = shown(&watch, || app::import::import(desk, &request, &watch));
    let report = imported.map_err(|error| {
        let of_columns = error.is_of_columns();
        let refusal = Refusal::from(error);
        if of_columns {
            refusal.hinting(
                "Say how dates are written with --date-format ymd, dmy or mdy, and what columns hold with --map FILE.",
            )
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
        say(rule);
    }
}

/// Control characters in a name must not steer the terminal.
fn printable(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect()
}

fn answer(report: &ImportReport, dry_run: bool) -> Answer {
    let json = json!({
        "read": report.read,
        "created": report.created,
        "updated": report.updated,
        "unchanged": report.unchanged,
        "refused": report.refused.iter().map(|refused| json!({
            "source": refused.source,
            "line": refused.line,
            "reason": refused.reason,
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
            refused.source, refused.line, refused.reason
        ));
    }
    Answer::new(json, people)
}

pub(crate) fn export(daybook: &mut Daybook, command: &Export) -> Result<Answer, Refusal> {
    let desk = daybook.desk()?;
    let report = match command.format {
        Format::Csv => app::export::csv(desk, &command.out)?,
        Format::Fhir => app::export::fhir(desk, &command.out)?,
    };
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
