//! The rules that are there from the start.

use crate::desk::Desk;
use crate::error::Result;
use chrono::{DateTime, Utc};
use domain::ReminderRuleId;
use domain::messages::{Channel, Settings, default_rules};
use store::Change;
use uuid::Uuid;

/// Writes the rules of a new practice. No machine's channel is set up yet, so that nothing goes out
/// before somebody chose by which way; a person at the desk can always call.
pub(crate) fn put_first(
    change: &mut Change<'_>,
    mut id: impl FnMut() -> Uuid,
    now: DateTime<Utc>,
) -> Result<()> {
    let settings = Settings {
        channels: vec![Channel::Phone],
        ..Settings::default()
    };
    change.put_message_settings(id(), &settings)?;
    for rule in default_rules(|| ReminderRuleId(id()), now) {
        change.put_reminder_rule(&rule, None)?;
    }
    Ok(())
}

/// The same for a practice that is older than its messages, and the call for one whose settings know
/// of none. The rules count from now on: nothing that was due before is made up for (M7). Whom a
/// call would have told of a visit before is still to be called, as a person sees that it is late.
pub(crate) fn begin(desk: &mut Desk) -> Result<()> {
    let calls = |settings: &Settings| settings.channels.contains(&Channel::Phone);
    if desk.store.message_settings()?.as_ref().is_some_and(calls) {
        return Ok(());
    }
    let (host, now) = (std::sync::Arc::clone(&desk.host), desk.now());
    desk.write(|change| match change.message_settings()? {
        None => put_first(change, || host.new_id(), now),
        // Another program may have been quicker.
        Some(there) if calls(&there) => Ok(()),
        Some(mut there) => {
            there.channels.push(Channel::Phone);
            Ok(change.put_message_settings(host.new_id(), &there)?)
        }
    })
}
