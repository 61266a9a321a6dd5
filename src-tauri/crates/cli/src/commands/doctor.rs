//! `doctor`: exit 1 when something is wrong, with the findings all the same.

use crate::arguments::{Access, Doctor};
use crate::session::{close, open};
use crate::{Answer, Refusal, say};
use app::Finding;
use serde_json::json;

pub(crate) fn run(access: &Access, command: &Doctor) -> Result<Answer, Refusal> {
    let mut daybook = match open(access) {
        Ok(daybook) => daybook,
        Err(refusal) => {
            // What keeps the practice from opening is a finding too.
            let Some((what, next)) = refusal.damage() else {
                return Err(refusal);
            };
            let finding = Finding {
                check: "opening".to_owned(),
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
    let findings = app::doctor(desk)?;
    close(&mut daybook);
    Ok(answer(&findings))
}

fn answer(findings: &[Finding]) -> Answer {
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
