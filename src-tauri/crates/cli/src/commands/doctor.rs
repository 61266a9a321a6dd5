//! `doctor`: exit 1 when something is wrong, with the findings all the same.

use crate::arguments::{Access, Doctor};
use crate::refusal::words;
use crate::session::{close, open};
use crate::{Answer, Refusal, say};
use domain::said;
use serde_json::json;

pub(crate) fn run(access: &Access, command: &Doctor) -> Result<Answer, Refusal> {
    let mut daybook = match open(access) {
        Ok(daybook) => daybook,
        Err(refusal) => {
            // What keeps the practice from opening is a finding too.
            let Some((what, next)) = refusal.damage() else {
                return Err(refusal);
            };
            let finding = Found {
                check: words().mention(&said("check-opening")),
                ok: false,
                what: what.to_owned(),
                next: next.to_owned(),
            };
            return Ok(answer(&[finding]));
        }
    };
    let desk = daybook.desk()?;
    if command.accept && desk.warning().is_some() {
        desk.accept_mismatch()?;
        say("From now on the database as it is counts as the newest.");
    }
    let words = words();
    let findings: Vec<Found> = app::doctor(desk)?
        .iter()
        .map(|finding| Found {
            check: words.mention(&finding.check),
            ok: finding.ok(),
            what: words.say_all(&finding.wrong),
            next: words.say_all(&finding.next),
        })
        .collect();
    close(&mut daybook);
    Ok(answer(&findings))
}

/// What a check found, in words.
struct Found {
    check: String,
    ok: bool,
    what: String,
    next: String,
}

fn answer(findings: &[Found]) -> Answer {
    let ok = findings.iter().all(|finding| finding.ok);
    let json = json!({
        "ok": ok,
        "findings": findings.iter().map(|finding| json!({
            "check": finding.check,
            "ok": finding.ok,
            "what": finding.what,
            "next": finding.next,
        })).collect::<Vec<_>>(),
    });
    let mut people = String::new();
    for finding in findings {
        let sign = if finding.ok { "ok" } else { "WRONG" };
        people.push_str(&format!("{sign:<6}{}\n", finding.check));
        for more in [&finding.what, &finding.next] {
            if !more.is_empty() {
                people.push_str(&format!("      {more}\n"));
            }
        }
    }
    people.push_str(if ok {
        "Everything that was saved is there.\n"
    } else {
        "Something is wrong.\n"
    });
    Answer::new(json, people).but_not_done(ok)
}
