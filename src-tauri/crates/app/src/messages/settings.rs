//! Quiet hours, the channels that are set up, and what counts where nobody was asked.

use super::first::begin;
use crate::desk::Desk;
use crate::error::Result;
use crate::undo::UndoableChange;
use domain::messages::Settings;

/// What holds for all messages of the practice.
pub fn settings(desk: &Desk) -> Result<Settings> {
    Ok(desk.store.message_settings()?.unwrap_or_default())
}

/// Changes it; returns it as it stands then. What waits in the outbox follows with the next tick. By
/// which channels messages go out stays as it is: what was read long ago would switch them off or on.
pub fn save_settings(desk: &mut Desk, settings: Settings) -> Result<Settings> {
    // They could not be written when the practice was opened, and would never be after this.
    if desk.store.message_settings()?.is_none() {
        begin(desk)?;
    }
    let new = desk.host.new_id();
    desk.write_step(UndoableChange::MessageSettings, |change| {
        let there = change.message_settings()?.unwrap_or_default();
        let settings = Settings {
            channels: there.channels,
            ..settings
        };
        change.put_message_settings(new, &settings)?;
        Ok(settings)
    })
}
