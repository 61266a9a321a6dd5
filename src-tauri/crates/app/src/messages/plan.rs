//! What patients are to hear of the visits of some days, and why they do not hear something.

use super::known::Known;
use super::row::{MessageRow, Names, order};
use crate::desk::Desk;
use crate::error::Result;
use chrono::{DateTime, NaiveDate, Utc};
use domain::messages::Stage;

/// All that is planned, waits, went out or does not go out about the visits from `from` to `to`,
/// both included. Only looks: nothing is put into the outbox.
pub fn plan(
    desk: &Desk,
    from: NaiveDate,
    to: NaiveDate,
    now: DateTime<Utc>,
) -> Result<Vec<MessageRow>> {
    let days = from.iter_days().take_while(|day| *day <= to).collect();
    let known = Known::of_days(&desk.store, &days, (from, to))?;
    let plan = known.plan(now);
    let names = Names::new(desk);
    let mut rows = Vec::new();
    for one in &known.facts.outbox {
        let withdrawn = plan.withdraw.iter().any(|gone| gone.outbox == one.id);
        if !withdrawn && one.sending.stage() != Stage::Void {
            rows.push(names.queued(one)?);
        }
    }
    for one in &plan.send {
        rows.push(names.planned(one)?);
    }
    for one in &plan.unsent {
        rows.push(names.unsent(one)?);
    }
    order(&mut rows);
    Ok(rows)
}
