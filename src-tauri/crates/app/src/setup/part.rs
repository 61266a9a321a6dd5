//! What the practice has, part by part: each is known by its id, and saved new or over what it was.

use crate::error::{Error, Result};
use domain::search::fold;
use domain::{AppointmentType, AppointmentTypeId, Chair, ChairId, Closure, ClosureId};
use domain::{Provider, ProviderId};
use store::Change;
use uuid::Uuid;

/// A part of the practice that is saved by its id.
pub(super) trait Part: Sized {
    type Id: Copy + PartialEq + From<Uuid>;
    /// What a refusal calls it.
    const WORD: &'static str;

    fn id(&self) -> Self::Id;
    fn all(change: &Change<'_>) -> store::Result<Vec<Self>>;
    fn put(&self, change: &mut Change<'_>, before: Option<&Self>) -> store::Result<()>;
}

/// A part that lists show by its name, in an order of their own.
pub(crate) trait Listed {
    fn name(&self) -> &str;
    fn active(&self) -> bool;
    fn position(&self) -> u32;
}

/// Saves what `make` gives for an id, for what stood there before and for all its siblings.
/// `wanted` is the part to change; none makes a new one, of the id `fresh`.
pub(super) fn save<P: Part>(
    change: &mut Change<'_>,
    wanted: Option<P::Id>,
    fresh: Uuid,
    make: impl FnOnce(P::Id, Option<&P>, &[P]) -> Result<P>,
) -> Result<P::Id> {
    let all = P::all(change)?;
    let before = wanted.map(|id| found(&all, id)).transpose()?;
    let id = wanted.unwrap_or_else(|| fresh.into());
    let after = make(id, before, &all)?;
    after.put(change, before)?;
    Ok(id)
}

/// The part of this id, or a refusal.
pub(super) fn found<P: Part>(all: &[P], id: P::Id) -> Result<&P> {
    all.iter()
        .find(|one| one.id() == id)
        .ok_or(Error::NotFound(P::WORD))
}

/// The name without space around it, if no sibling has the same; `word` is what a refusal says.
pub(super) fn free_name<P: Part + Listed>(
    name: &str,
    wanted: Option<P::Id>,
    all: &[P],
    word: &str,
) -> Result<String> {
    let name = required(name)?;
    let taken = all
        .iter()
        .any(|other| Some(other.id()) != wanted && fold(other.name()) == fold(&name));
    if taken {
        return Err(Error::invalid(
            "name",
            format!("there is a {word} named {name} already"),
        ));
    }
    Ok(name)
}

/// The name without space around it.
pub(super) fn required(name: &str) -> Result<String> {
    let name = name.trim();
    if name.is_empty() {
        return Err(Error::invalid("name", "a name is needed"));
    }
    Ok(name.to_owned())
}

/// Where the part stands already, or after all others.
pub(super) fn place<P: Listed>(before: Option<&P>, all: &[P]) -> u32 {
    before.map_or_else(|| next_place(all), Listed::position)
}

/// The place after all others.
pub(crate) fn next_place<P: Listed>(all: &[P]) -> u32 {
    let last = all.iter().map(Listed::position).max();
    last.map_or(0, |last| last + 1)
}

/// By name, whatever its accents and case; one that is active before one that is not.
pub(super) fn named<'a, P: Listed>(all: &'a [P], name: &str) -> Option<&'a P> {
    let wanted = fold(name.trim());
    all.iter()
        .filter(|one| fold(one.name().trim()) == wanted)
        .max_by_key(|one| one.active())
}

impl Part for Provider {
    type Id = ProviderId;
    const WORD: &'static str = "provider";

    fn id(&self) -> ProviderId {
        self.id
    }
    fn all(change: &Change<'_>) -> store::Result<Vec<Self>> {
        change.providers()
    }
    fn put(&self, change: &mut Change<'_>, before: Option<&Self>) -> store::Result<()> {
        change.put_provider(self, before)
    }
}

impl Part for Chair {
    type Id = ChairId;
    const WORD: &'static str = "chair";

    fn id(&self) -> ChairId {
        self.id
    }
    fn all(change: &Change<'_>) -> store::Result<Vec<Self>> {
        change.chairs()
    }
    fn put(&self, change: &mut Change<'_>, before: Option<&Self>) -> store::Result<()> {
        change.put_chair(self, before)
    }
}

impl Part for AppointmentType {
    type Id = AppointmentTypeId;
    const WORD: &'static str = "appointment type";

    fn id(&self) -> AppointmentTypeId {
        self.id
    }
    fn all(change: &Change<'_>) -> store::Result<Vec<Self>> {
        change.appointment_types()
    }
    fn put(&self, change: &mut Change<'_>, before: Option<&Self>) -> store::Result<()> {
        change.put_appointment_type(self, before)
    }
}

impl Part for Closure {
    type Id = ClosureId;
    const WORD: &'static str = "closure";

    fn id(&self) -> ClosureId {
        self.id
    }
    fn all(change: &Change<'_>) -> store::Result<Vec<Self>> {
        change.closures()
    }
    fn put(&self, change: &mut Change<'_>, before: Option<&Self>) -> store::Result<()> {
        change.put_closure(self, before)
    }
}

impl Listed for Provider {
    fn name(&self) -> &str {
        &self.name
    }
    fn active(&self) -> bool {
        self.active
    }
    fn position(&self) -> u32 {
        self.position
    }
}

impl Listed for Chair {
    fn name(&self) -> &str {
        &self.name
    }
    fn active(&self) -> bool {
        self.active
    }
    fn position(&self) -> u32 {
        self.position
    }
}

impl Listed for AppointmentType {
    fn name(&self) -> &str {
        &self.name
    }
    fn active(&self) -> bool {
        self.active
    }
    fn position(&self) -> u32 {
        self.position
    }
}
