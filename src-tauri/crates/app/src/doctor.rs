//! The check-up: is everything that was saved there, and as it was saved?

use crate::desk::Desk;
use crate::error::Result;
use domain::{Said, said};
use store::Check;

/// What one check found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    pub check: Said,
    /// What is wrong; none when nothing is.
    pub wrong: Option<Said>,
    /// What to do; none when nothing is wrong.
    pub next: Option<Said>,
}

impl Finding {
    pub fn ok(&self) -> bool {
        self.wrong.is_none()
    }
}

/// Runs every check; nothing is changed.
pub fn doctor(desk: &Desk) -> Result<Vec<Finding>> {
    let mut findings: Vec<Finding> = desk
        .store
        .check()
        .into_iter()
        .map(|finding| {
            let (check, next) = named(finding.check);
            // What a check found is told as it found it: whoever mends the file needs it so.
            let wrong = finding
                .wrong
                .map(|detail| said("detail").with("detail", detail));
            found(check, wrong, next)
        })
        .collect();
    let counter = desk.mismatch()?;
    findings.push(found("check-commit-counter", counter, "check-next-counter"));
    Ok(findings)
}

fn named(check: Check) -> (&'static str, &'static str) {
    match check {
        Check::Pages => ("check-page-hmacs", "check-next"),
        Check::Integrity => ("check-sql-integrity", "check-next"),
        Check::References => ("check-foreign-keys", "check-next"),
        Check::Chain => ("check-audit-chain", "check-next"),
        Check::Records => ("check-records", "check-next"),
        Check::Search => ("check-search-index", "check-next-search"),
        Check::Outbox => ("check-outbox", "check-next-outbox"),
    }
}

fn found(check: &'static str, wrong: Option<Said>, next: &'static str) -> Finding {
    Finding {
        check: said(check),
        next: wrong.is_some().then(|| said(next)),
        wrong,
    }
}
