//! Block-outs as a search for openings sees them (S5).

use crate::desk::Desk;
use crate::error::Result;
use crate::setup::Setup;
use chrono::{DateTime, Days, NaiveDate, Utc};
use domain::block_out::stretches;
use domain::openings::Blocked;
use domain::{AppointmentTypeId, BlockOut, ChairId, Effect, ProviderId};

/// The block-outs of some days.
#[derive(Debug)]
pub(crate) struct Blocking {
    block_outs: Vec<BlockOut>,
    /// What keeps the wanted visit away beside them.
    pub(crate) elsewhere: Vec<Blocked>,
}

/// A stretch that is kept for some types.
#[derive(Debug, Clone)]
pub(crate) struct Kept<'a> {
    block: &'a BlockOut,
    pub(crate) types: &'a [AppointmentTypeId],
    pub(crate) from: DateTime<Utc>,
    pub(crate) to: DateTime<Utc>,
}

impl Kept<'_> {
    /// Whether it is about this provider in this chair.
    pub(crate) fn concerns(&self, provider: ProviderId, chair: ChairId) -> bool {
        self.block.concerns(Some(provider), Some(chair))
    }
}

impl Blocking {
    /// Reads those that may fall on a day from `from` to `to`, both included.
    pub(crate) fn read(desk: &Desk, from: NaiveDate, to: NaiveDate) -> Result<Self> {
        Ok(Self {
            block_outs: desk.store.block_outs(from, to)?,
            elsewhere: Vec::new(),
        })
    }

    /// Where a visit of that type is kept away from `from` to `to`, both included.
    pub(crate) fn blocked(
        &self,
        setup: &Setup,
        kind: Option<AppointmentTypeId>,
        from: NaiveDate,
        to: NaiveDate,
    ) -> Vec<Blocked> {
        let mut found = self.elsewhere.clone();
        let all = stretches(
            &setup.block_out_types,
            &self.block_outs,
            from,
            to,
            setup.zone(),
        );
        found.extend(
            all.iter()
                .filter(|stretch| stretch.keeps_away(kind))
                .map(|stretch| Blocked {
                    provider: stretch.block.provider,
                    chair: stretch.block.chair,
                    from: stretch.start,
                    to: stretch.end,
                }),
        );
        found
    }

    /// What is kept for some types on a day.
    pub(crate) fn kept<'a>(&'a self, setup: &'a Setup, date: NaiveDate) -> Vec<Kept<'a>> {
        let types = &setup.block_out_types;
        stretches(types, &self.block_outs, date, date, setup.zone())
            .into_iter()
            .filter_map(|stretch| match &stretch.kind?.effect {
                Effect::Reserved(types) => Some(Kept {
                    block: stretch.block,
                    types,
                    from: stretch.start,
                    to: stretch.end,
                }),
                Effect::NoScheduling | Effect::Note => None,
            })
            .collect()
    }
}

/// The day before and the day after: a local day does not begin and end with the same instants
/// everywhere.
pub(crate) fn around(date: NaiveDate) -> (NaiveDate, NaiveDate) {
    (
        date.checked_sub_days(Days::new(1)).unwrap_or(date),
        date.checked_add_days(Days::new(1)).unwrap_or(date),
    )
}
