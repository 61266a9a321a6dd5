//! What goes out on some days, and why something does not go of their visits.

use super::known::Known;
use super::row::{MessageRow, Names, order};
use crate::desk::Desk;
use crate::error::Result;
use chrono::{DateTime, NaiveDate, Utc};
use domain::messages::Sending;

/// All that is to go from `from` to `to`, both included, whenever its visits are, and what does not
/// go of the visits and birthdays of these days. What was sent or has failed is of no plan. Only
/// looks: nothing is put into the outbox.
pub fn plan(
    desk: &Desk,
    from: NaiveDate,
    to: NaiveDate,
    now: DateTime<Utc>,
) -> Result<Vec<MessageRow>> {
    let known = Known::around(&desk.store, (from, to), now)?;
    let plan = known.plan(now);
    let within = |day: NaiveDate| (from..=to).contains(&day);
    // What is overdue goes as soon as it can.
    let goes = |at: DateTime<Utc>| within(known.zone.date(at.max(now)));
    let names = Names::new(desk);
    let mut rows = Vec::new();
    for one in &known.facts.outbox {
        let waits = matches!(
            one.sending,
            Sending::Planned | Sending::Claimed { .. } | Sending::Transient { .. }
        );
        let withdrawn = plan.withdraw.iter().any(|gone| gone.outbox == one.id);
        if waits && !withdrawn && goes(one.due) {
            rows.push(names.queued(one)?);
        }
    }
    for one in plan.send.iter().filter(|one| goes(one.send_at)) {
        rows.push(names.planned(one)?);
    }
    for one in &plan.unsent {
        if within(one.part.about.day(known.zone)) {
            rows.push(names.unsent(one)?);
        }
    }
    order(&mut rows);
    Ok(rows)
}
