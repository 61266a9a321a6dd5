//! The check-up: is everything that was saved there, and as it was saved?

use crate::desk::Desk;
use crate::error::Result;

/// What one check found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    pub check: String,
    pub ok: bool,
    /// What is wrong; empty when nothing is.
    pub what: String,
    /// What to do; empty when nothing is wrong.
    pub next: String,
}

/// Runs every check; nothing is changed.
pub fn doctor(desk: &Desk) -> Result<Vec<Finding>> {
    let mut findings: Vec<Finding> = desk
        .store
        .check()
        .into_iter()
        .map(|finding| told(finding.check, finding.wrong))
        .collect();
    findings.push(told("commit counter", desk.mismatch()?));
    Ok(findings)
}

fn told(check: &str, wrong: Option<String>) -> Finding {
    let ok = wrong.is_none();
    let next = match check {
        _ if ok => "",
        "search index" => "Save the patients that are named again; the data itself is whole.",
        "commit counter" => {
            "Compare with the latest backup. If this is the file you want, say so with `doctor --accept`."
        }
        _ => "Copy the practice's folder to another disk, then restore the latest backup.",
    };
    Finding {
        check: check.to_owned(),
        ok,
        what: wrong.unwrap_or_default(),
        next: next.to_owned(),
    }
}
