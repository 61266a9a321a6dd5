//! After how long the waiting room warns.

use crate::desk::Desk;
use crate::error::{Error, Result};
use crate::undo::UndoableChange;
use domain::Practice;
use domain::said;
use domain::waiting_room::LONGEST_ALERT_MINUTES;

/// Sets after how many minutes of waiting a practice is warned.
pub fn set_waiting_alert(desk: &mut Desk, minutes: u32) -> Result<()> {
    if minutes == 0 || minutes > LONGEST_ALERT_MINUTES {
        return Err(Error::invalid(
            "minutes",
            said("waiting-alert-range").with("most", LONGEST_ALERT_MINUTES),
        ));
    }
    desk.write_step(UndoableChange::Practice, |change| {
        let before = change.practice()?;
        if before.waiting_alert == minutes {
            return Ok(());
        }
        let after = Practice {
            waiting_alert: minutes,
            ..before.clone()
        };
        Ok(change.put_practice(&after, Some(&before))?)
    })
}
