//! By which channels messages go out.

use super::first::put_first;
use crate::desk::Desk;
use crate::error::Result;
use crate::host::Host;
use chrono::{DateTime, Utc};
use domain::messages::{Channel, ReminderRule};
use std::sync::Arc;
use store::Change;

/// By these and no others from now on. What sets a channel up brings it into use itself; no form of
/// settings does, as it was read before.
pub fn set_channels(desk: &mut Desk, channels: &[Channel]) -> Result<()> {
    let host = Arc::clone(&desk.host);
    desk.write(|change| {
        for channel in Channel::ALL {
            use_channel(change, host.as_ref(), channel, channels.contains(&channel))?;
        }
        Ok(())
    })
}

/// Brings a channel into use, or takes it out of use.
pub(super) fn use_channel(
    change: &mut Change<'_>,
    host: &dyn Host,
    channel: Channel,
    used: bool,
) -> Result<()> {
    if change.message_settings()?.is_none() {
        // They could not be written when the practice was opened, and would never be after this.
        put_first(change, || host.new_id(), host.now())?;
    }
    let mut settings = change.message_settings()?.unwrap_or_default();
    if settings.channels.contains(&channel) == used {
        return Ok(());
    }
    if used {
        settings.channels.push(channel);
        settings
            .channels
            .sort_by_key(|one| Channel::ALL.iter().position(|all| all == one));
        count_from(change, host.now())?;
    } else {
        settings.channels.retain(|one| *one != channel);
    }
    Ok(change.put_message_settings(host.new_id(), &settings)?)
}

/// M7: all that was due while there was no way for it is not made up for, or a practice that sets up
/// its mailbox would write to everybody of whom it had anything to tell for weeks.
fn count_from(change: &mut Change<'_>, now: DateTime<Utc>) -> Result<()> {
    for rule in change.reminder_rules()? {
        let counted = ReminderRule {
            since: now,
            ..rule.clone()
        };
        change.put_reminder_rule(&counted, Some(&rule))?;
    }
    Ok(())
}
