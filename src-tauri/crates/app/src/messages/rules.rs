//! By what messages go out: making, changing and taking away rules.

use crate::desk::Desk;
use crate::error::{Error, Result};
use crate::setup::next_place;
use crate::undo::UndoableChange;
use chrono::{DateTime, Utc};
use domain::messages::{Channel, Lead, MessageKind, ReminderRule};
use domain::{AppointmentTypeId, ReminderRuleId};
use store::Change;

/// A rule to make or change.
#[derive(Debug, Clone)]
pub struct NewRule {
    /// None makes a new one.
    pub id: Option<ReminderRuleId>,
    pub kind: MessageKind,
    /// None of them is all.
    pub types: Vec<AppointmentTypeId>,
    pub lead: Lead,
    pub channels: Vec<Channel>,
    pub active: bool,
}

/// All rules, in the order of lists.
pub fn rules(desk: &Desk) -> Result<Vec<ReminderRule>> {
    Ok(desk.store.reminder_rules()?)
}

/// Makes or changes a rule. What waits in the outbox follows with the next tick.
///
/// # Errors
/// [`Error::Invalid`] with the part of the rule by which nothing could go out; [`Error::NotFound`]
/// for a rule or an appointment type that is not there.
pub fn save_rule(desk: &mut Desk, new: NewRule) -> Result<ReminderRule> {
    let fresh = ReminderRuleId(desk.host.new_id());
    let now = desk.now();
    desk.write_step(UndoableChange::MessageRule, |change| {
        let all = change.reminder_rules()?;
        let before = match new.id {
            Some(id) => Some(
                all.iter()
                    .find(|rule| rule.id == id)
                    .ok_or(Error::NotFound("rule"))?,
            ),
            None => None,
        };
        let rule = checked(change, &all, before, new, fresh, now)?;
        if before != Some(&rule) {
            change.put_reminder_rule(&rule, before)?;
        }
        Ok(rule)
    })
}

fn checked(
    change: &Change<'_>,
    all: &[ReminderRule],
    before: Option<&ReminderRule>,
    new: NewRule,
    fresh: ReminderRuleId,
    now: DateTime<Utc>,
) -> Result<ReminderRule> {
    let NewRule {
        id,
        kind,
        mut types,
        lead,
        channels,
        active,
    } = new;
    types.sort_unstable();
    types.dedup();
    if !kind.is_of_visit() {
        types.clear();
    }
    let there = change.appointment_types()?;
    if !types.iter().all(|id| there.iter().any(|one| one.id == *id)) {
        return Err(Error::NotFound("appointment type"));
    }
    let rule = ReminderRule {
        id: id.unwrap_or(fresh),
        kind,
        types,
        lead,
        channels,
        active,
        position: before.map_or_else(|| next_place(all, |rule| rule.position), |one| one.position),
        since: before.map_or(now, |one| one.since),
    };
    rule.check()
        .map_err(|unfit| Error::invalid(unfit.field(), unfit))?;
    let since = match before {
        Some(before) if !reaches_further(before, &rule) => before.since,
        _ => now,
    };
    Ok(ReminderRule { since, ..rule })
}

/// M7: whether it would say what it did not say before. What was due by then is not made up for. At
/// another time or by other ways it still says the same, and whoever stood between both times would
/// hear nothing.
fn reaches_further(before: &ReminderRule, after: &ReminderRule) -> bool {
    let more_types = !before.types.is_empty()
        && (after.types.is_empty() || after.types.iter().any(|one| !before.types.contains(one)));
    after.kind != before.kind || (after.active && !before.active) || more_types
}

/// Takes a rule away; one undo brings it back (S10). What waits by it in the outbox is withdrawn
/// with the next tick.
pub fn remove_rule(desk: &mut Desk, id: ReminderRuleId) -> Result<()> {
    desk.write_step(UndoableChange::MessageRule, |change| {
        let rule = change.reminder_rule(id)?.ok_or(Error::NotFound("rule"))?;
        Ok(change.remove_reminder_rule(&rule)?)
    })
}
