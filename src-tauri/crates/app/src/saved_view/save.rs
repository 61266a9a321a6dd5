//! Saving a view under a name and a key.

use crate::desk::Desk;
use crate::error::{Error, Result};
use crate::setup::next_place;
use crate::undo::UndoableChange;
use domain::said;
use domain::saved_view::{CardLine, ColourBy, GRIDS};
use domain::search::fold;
use domain::{ChairId, MinuteOfDay, ProviderId, SavedView, SavedViewId, ViewBy, ViewSpan};
use store::Change;

/// A view to make or change.
#[derive(Debug, Clone)]
pub struct NewView {
    /// None makes a new one.
    pub id: Option<SavedViewId>,
    pub name: String,
    /// 1 to 12 for F1 to F12.
    pub key: Option<u8>,
    pub span: ViewSpan,
    pub by: ViewBy,
    pub chairs: Vec<ChairId>,
    pub providers: Vec<ProviderId>,
    pub colour: ColourBy,
    pub card: Vec<CardLine>,
    pub from: Option<MinuteOfDay>,
    pub grid: u8,
}

/// Longest name, in characters: it stands on a button of the bar.
const LONGEST_NAME: usize = 40;

/// Makes or changes a view.
///
/// # Errors
/// [`Error::Invalid`] for a name or key that is missing, wrong or another view's, and for a step
/// that the grid cannot have; [`Error::NotFound`] for a view, chair or provider that is not there.
pub fn save(desk: &mut Desk, new: &NewView) -> Result<SavedViewId> {
    let fresh = SavedViewId(desk.host.new_id());
    desk.write_step(UndoableChange::SavedView, |change| {
        let all = change.saved_views()?;
        let before = match new.id {
            Some(id) => Some(
                all.iter()
                    .find(|view| view.id == id)
                    .ok_or(Error::NotFound("view"))?,
            ),
            None => None,
        };
        let after = checked(change, &all, before, new, fresh)?;
        change.put_saved_view(&after, before)?;
        Ok(after.id)
    })
}

fn checked(
    change: &Change<'_>,
    all: &[SavedView],
    before: Option<&SavedView>,
    new: &NewView,
    fresh: SavedViewId,
) -> Result<SavedView> {
    let NewView {
        id,
        name,
        key,
        span,
        by,
        chairs,
        providers,
        colour,
        card,
        from,
        grid,
    } = new;
    let others = || all.iter().filter(|view| Some(view.id) != *id);
    let name = name.trim();
    if name.is_empty() {
        return Err(Error::invalid("name", said("name-missing")));
    }
    if name.chars().count() > LONGEST_NAME {
        let what = said("view-name-long").with("limit", LONGEST_NAME);
        return Err(Error::invalid("name", what));
    }
    if others().any(|view| fold(&view.name) == fold(name)) {
        let what = said("name-taken-view").with("name", name);
        return Err(Error::invalid("name", what));
    }
    if let Some(key) = *key {
        if !(1..=12).contains(&key) {
            return Err(Error::invalid("key", said("view-keys")));
        }
        if let Some(other) = others().find(|view| view.key == Some(key)) {
            let what = said("view-key-taken")
                .with("key", key)
                .with("name", &other.name);
            return Err(Error::invalid("key", what));
        }
    }
    if !GRIDS.contains(grid) {
        return Err(Error::invalid("grid", said("view-grid")));
    }
    if from.is_some_and(|from| from >= MinuteOfDay::END) {
        return Err(Error::invalid("from", said("view-from")));
    }
    let there = change.chairs()?;
    if !chairs
        .iter()
        .all(|id| there.iter().any(|chair| chair.id == *id))
    {
        return Err(Error::NotFound("chair"));
    }
    let there = change.providers()?;
    if !providers
        .iter()
        .all(|id| there.iter().any(|one| one.id == *id))
    {
        return Err(Error::NotFound("provider"));
    }
    Ok(SavedView {
        id: id.unwrap_or(fresh),
        name: name.to_owned(),
        key: *key,
        position: before.map_or_else(
            || next_place(all, |view| view.position),
            |view| view.position,
        ),
        span: *span,
        by: *by,
        chairs: once(chairs),
        providers: once(providers),
        colour: *colour,
        card: once(card),
        from: *from,
        grid: *grid,
    })
}

/// Each only once, in the order in which they came.
fn once<T: Copy + PartialEq>(all: &[T]) -> Vec<T> {
    let mut kept = Vec::with_capacity(all.len());
    for one in all {
        if !kept.contains(one) {
            kept.push(*one);
        }
    }
    kept
}
