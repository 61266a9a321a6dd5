//! Taking a saved view away.

use crate::desk::Desk;
use crate::error::{Error, Result};
use crate::undo::UndoableChange;
use domain::SavedViewId;

/// Takes it away; one undo brings it back (S10).
pub fn remove(desk: &mut Desk, id: SavedViewId) -> Result<()> {
    desk.write_step(UndoableChange::SavedView, |change| {
        let all = change.saved_views()?;
        let view = all.iter().find(|view| view.id == id);
        let view = view.ok_or(Error::NotFound("view"))?;
        Ok(change.remove_saved_view(view)?)
    })
}
