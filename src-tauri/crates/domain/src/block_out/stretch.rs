//! A block-out on one of its days, and whom it keeps away (S5).

use super::{BlockOut, BlockOutType};
use crate::id::AppointmentTypeId;
use crate::wall_clock::Zone;
use chrono::{DateTime, NaiveDate, Utc};

/// A block-out on one of its days.
#[derive(Debug, Clone, Copy)]
pub struct Stretch<'a> {
    pub block: &'a BlockOut,
    /// None when its type cannot be read; then nobody knows whom it lets in, and it keeps all away.
    pub kind: Option<&'a BlockOutType>,
    pub date: NaiveDate,
    /// [start, end)
    pub start: DateTime<Utc>,
    pub end: DateTime<Utc>,
}

impl Stretch<'_> {
    /// Whether a visit of this type is kept away (S5).
    pub fn keeps_away(&self, kind: Option<AppointmentTypeId>) -> bool {
        self.kind.is_none_or(|block| block.effect.blocks(kind))
    }
}

/// What the block-outs make of the days from `from` to `to`, both included: day by day for each.
pub fn stretches<'a>(
    types: &'a [BlockOutType],
    block_outs: &'a [BlockOut],
    from: NaiveDate,
    to: NaiveDate,
    zone: Zone,
) -> Vec<Stretch<'a>> {
    let mut found = Vec::new();
    for block in block_outs {
        let kind = types.iter().find(|kind| kind.id == block.kind);
        let last = block.last_day().map_or(to, |last| last.min(to));
        let days = block.first.max(from).iter_days();
        for date in days.take_while(|date| *date <= last) {
            if let Some((start, end)) = block.span_on(date, zone) {
                found.push(Stretch {
                    block,
                    kind,
                    date,
                    start,
                    end,
                });
            }
        }
    }
    found
}
