//! Block-outs as a day shows them.

use crate::day::ColumnView;
use crate::desk::Desk;
use crate::error::{Error, Result};
use crate::setup::Setup;
use chrono::NaiveDate;
use domain::block_out::stretches;
use domain::said;
use domain::{BlockOut, Effect, ProviderId};

/// A block-out on one of its days.
#[derive(Debug, Clone)]
pub struct BlockOutView {
    pub block: BlockOut,
    /// Of its type; `?` where that cannot be read.
    pub name: String,
    pub effect: Effect,
    pub tint: u8,
    pub date: NaiveDate,
    /// Names of its provider and chair; empty for none.
    pub provider_name: String,
    pub chair_name: String,
    /// Names of the types it is kept for.
    pub kept_for: Vec<String>,
}

/// Most days that are listed at once.
const FURTHEST: i64 = 400;

/// Block-outs on the days from `from` to `to`, both included, by day and time.
pub fn block_outs(desk: &Desk, from: NaiveDate, to: NaiveDate) -> Result<Vec<BlockOutView>> {
    if to < from {
        return Err(Error::invalid("to", said("invalid-last-day")));
    }
    if (to - from).num_days() > FURTHEST {
        return Err(Error::invalid(
            "to",
            said("schedule-too-long").with("days", FURTHEST),
        ));
    }
    read(desk, &desk.setup()?, from, to)
}

pub(crate) fn read(
    desk: &Desk,
    setup: &Setup,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<BlockOutView>> {
    let all = desk.store.block_outs(from, to)?;
    let mut found: Vec<BlockOutView> =
        stretches(&setup.block_out_types, &all, from, to, setup.zone())
            .into_iter()
            .map(|stretch| {
                let effect = stretch
                    .kind
                    .map_or(Effect::NoScheduling, |kind| kind.effect.clone());
                BlockOutView {
                    name: stretch.kind.map_or("?", |kind| &kind.name).to_owned(),
                    tint: stretch.kind.map_or(7, |kind| kind.tint),
                    date: stretch.date,
                    provider_name: name(
                        stretch.block.provider.and_then(|id| setup.provider(id)),
                        |one| &one.name,
                    ),
                    chair_name: name(stretch.block.chair.and_then(|id| setup.chair(id)), |one| {
                        &one.name
                    }),
                    kept_for: kept_for(setup, &effect),
                    effect,
                    block: stretch.block.clone(),
                }
            })
            .collect();
    found.sort_by_key(|view| (view.date, view.block.from, view.block.to, view.block.id));
    Ok(found)
}

/// Puts those of a day into its columns. A chair's has those of the chair, of the whole practice and
/// of the providers who work there; a provider's their own, and those of the chairs their hours name.
pub(crate) fn lay_out(columns: &mut [ColumnView], all: &[BlockOutView], date: NaiveDate) {
    let placed: Vec<ProviderId> = columns
        .iter()
        .flat_map(|column| column.providers.iter().map(|provider| provider.id))
        .collect();
    for column in columns.iter_mut() {
        let here = |view: &&BlockOutView| match (view.block.provider, view.block.chair) {
            (Some(provider), _) if column.provider.is_some() => column.provider == Some(provider),
            (None, Some(chair)) if column.provider.is_some() => {
                column.chairs.iter().any(|one| one.id == chair)
            }
            (_, Some(chair)) => column.chair == Some(chair),
            // Who may use any chair and has a visit in none yet is away from all of them.
            (Some(provider), None) => {
                column.providers.iter().any(|one| one.id == provider) || !placed.contains(&provider)
            }
            (None, None) => true,
        };
        column.block_outs = all
            .iter()
            .filter(|view| view.date == date)
            .filter(here)
            .cloned()
            .collect();
    }
}

fn kept_for(setup: &Setup, effect: &Effect) -> Vec<String> {
    let Effect::Reserved(types) = effect else {
        return Vec::new();
    };
    setup
        .types
        .iter()
        .filter(|kind| types.contains(&kind.id))
        .map(|kind| kind.name.clone())
        .collect()
}

fn name<T>(one: Option<&T>, of: impl Fn(&T) -> &String) -> String {
    one.map(|one| of(one).clone()).unwrap_or_default()
}
