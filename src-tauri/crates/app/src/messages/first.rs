//! The rules that are there from the start.

use crate::desk::Desk;
use crate::error::Result;
use chrono::{DateTime, Utc};
use domain::ReminderRuleId;
use domain::messages::{Settings, default_rules};
use store::Change;
use uuid::Uuid;

/// Writes the rules of a new practice. No channel is set up yet, so that nothing goes out before
/// somebody chose by which way.
pub(crate) fn put_first(
    change: &mut Change<'_>,
    mut id: impl FnMut() -> Uuid,
    now: DateTime<Utc>,
) -> Result<()> {
    let settings = Settings {
        channels: Vec::new(),
        ..Settings::default()
    };
    change.put_message_settings(id(), &settings)?;
    for rule in default_rules(|| ReminderRuleId(id()), now) {
        change.put_reminder_rule(&rule, None)?;
    }
    Ok(())
}

/// The same for a practice that is older than its messages. They count from now on: nothing that
/// was due before is made up for (M7).
pub(crate) fn begin(desk: &mut Desk) -> Result<()> {
    if desk.store.message_settings()?.is_some() {
        return Ok(());
    }
    let (host, now) = (std::sync::Arc::clone(&desk.host), desk.now());
    desk.write(|change| {
        // Another program may have been quicker.
        if change.message_settings()?.is_some() {
            return Ok(());
        }
        put_first(change, || host.new_id(), now)
    })
}
