//! Types of block-outs: the practice's own words for time that is not for everybody.

use crate::desk::Desk;
use crate::error::{Error, Result};
use crate::setup::{Setup, existing, free_name, next_place};
use crate::undo::UndoableChange;
use domain::{AppointmentTypeId, BlockOutType, BlockOutTypeId, Effect};
use domain::{Said, said};
use store::Change;
use uuid::Uuid;

/// A type of block-out to make or change.
#[derive(Debug, Clone)]
pub struct NewBlockOutType {
    /// None makes a new one.
    pub id: Option<BlockOutTypeId>,
    pub name: String,
    pub effect: Effect,
    pub tint: u8,
    pub active: bool,
}

/// Makes or changes a type of block-out.
pub fn save_block_out_type(desk: &mut Desk, new: &NewBlockOutType) -> Result<BlockOutTypeId> {
    let fresh = BlockOutTypeId(desk.host.new_id());
    desk.write_step(UndoableChange::BlockOutType, |change| {
        let setup = Setup::within(change)?;
        let all = &setup.block_out_types;
        let others = all.iter().filter(|one| Some(one.id) != new.id);
        let name = free_name(
            &new.name,
            others.map(|one| &one.name),
            "name-taken-block-out-type",
        )?;
        let before = existing(all, new.id, |one| one.id, "block-out type")?;
        if let Effect::Reserved(types) = &new.effect {
            if types.is_empty() {
                return Err(Error::invalid("types", said("block-out-for-which")));
            }
            for kind in types {
                setup
                    .kind(*kind)
                    .ok_or(Error::NotFound("appointment type"))?;
            }
        }
        let after = BlockOutType {
            id: new.id.unwrap_or(fresh),
            name,
            effect: new.effect.clone(),
            tint: new.tint.min(7),
            active: new.active,
            position: before
                .map_or_else(|| next_place(all, |one| one.position), |one| one.position),
        };
        change.put_block_out_type(&after, before)?;
        Ok(after.id)
    })
}

/// Names, in the person's language, of what nearly every practice keeps free.
#[derive(Debug, Clone, Default)]
pub struct FirstBlockOuts {
    pub lunch: String,
    pub meeting: String,
    pub emergencies: String,
    pub note: String,
}

impl FirstBlockOuts {
    pub fn named(words: impl Fn(&Said) -> String) -> Self {
        Self {
            lunch: words(&said("first-block-out-lunch")),
            meeting: words(&said("first-block-out-meeting")),
            emergencies: words(&said("first-block-out-emergencies")),
            note: words(&said("first-block-out-note")),
        }
    }
}

/// What nearly every practice keeps free; names are the practice's to change. `emergency` is the
/// type of visit that a part of the day is kept for.
pub(crate) fn put_first_types(
    change: &mut Change<'_>,
    emergency: AppointmentTypeId,
    names: &FirstBlockOuts,
    mut fresh: impl FnMut() -> Uuid,
) -> Result<()> {
    let FirstBlockOuts {
        lunch,
        meeting,
        emergencies,
        note,
    } = names;
    let first = [
        (lunch, Effect::NoScheduling, 7),
        (meeting, Effect::NoScheduling, 6),
        (emergencies, Effect::Reserved(vec![emergency]), 5),
        (note, Effect::Note, 3),
    ];
    for (position, (name, effect, tint)) in (0..).zip(first) {
        let kind = BlockOutType {
            id: BlockOutTypeId(fresh()),
            name: name.clone(),
            effect,
            tint,
            active: true,
            position,
        };
        change.put_block_out_type(&kind, None)?;
    }
    Ok(())
}
