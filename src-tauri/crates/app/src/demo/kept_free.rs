//! Time that the demo practice keeps free: lunch, a meeting, a part of the day for emergencies.

use super::dice::Dice;
use super::kinds::{EMERGENCY, Room};
use super::staff::Hired;
use super::visits::Calendar;
use crate::error::Result;
use chrono::{DateTime, Datelike, NaiveDate, Utc, Weekday};
use domain::{
    BlockOut, BlockOutId, BlockOutType, BlockOutTypeId, ChairId, Effect, MinuteOfDay, ProviderId,
    Repeat,
};
use store::Change;

/// What is kept free, for the days to be filled around it.
#[derive(Debug, Default)]
pub(super) struct KeptFree {
    blocks: Vec<BlockOut>,
    /// Of emergencies: their time is given to nobody else.
    emergencies: Option<BlockOutTypeId>,
}

/// A break of a provider on some weekdays, in minutes since midnight.
#[derive(Debug, Clone)]
pub(super) struct Lunch {
    pub(super) provider: ProviderId,
    pub(super) days: Vec<Weekday>,
    pub(super) from: u16,
    pub(super) to: u16,
}

const MEETING: (u16, u16) = (735, 765);
const FOR_EMERGENCIES: (u16, u16) = (660, 690);

/// Adds the types that are missing and what is kept free of each.
pub(super) fn put(
    change: &mut Change<'_>,
    hired: &Hired,
    calendar: &Calendar,
    now: DateTime<Utc>,
    dice: &mut Dice,
) -> Result<KeptFree> {
    let emergency = hired.kinds.get(EMERGENCY).copied();
    let lunch = kind(change, "Lunch", &Effect::NoScheduling, 7, now, dice)?;
    let meeting = kind(change, "Meeting", &Effect::NoScheduling, 6, now, dice)?;
    let kept = match emergency {
        Some(emergency) => {
            let effect = Effect::Reserved(vec![emergency]);
            Some(kind(change, "Kept for emergencies", &effect, 5, now, dice)?)
        }
        None => None,
    };
    let mut blocks = Vec::new();
    for one in &hired.lunches {
        blocks.push(BlockOut {
            provider: Some(one.provider),
            repeat: weekly(one.days.clone()),
            ..block(lunch, calendar.from, (one.from, one.to), now, dice)
        });
    }
    let first_tuesday = calendar
        .from
        .iter_days()
        .find(|date| date.weekday() == Weekday::Tue && date.day() <= 7);
    if let Some(first) = first_tuesday {
        blocks.push(BlockOut {
            repeat: Repeat::Monthly {
                every: 1,
                last: false,
                until: None,
                except: Vec::new(),
            },
            note: "Team".to_owned(),
            ..block(meeting, first, MEETING, now, dice)
        });
    }
    let dentist = hired.places.iter().find(|one| one.room == Room::Dentist);
    if let (Some(kept), Some(place)) = (kept, dentist) {
        blocks.push(BlockOut {
            chair: Some(place.chair),
            repeat: weekly(vec![
                Weekday::Mon,
                Weekday::Tue,
                Weekday::Wed,
                Weekday::Thu,
                Weekday::Fri,
            ]),
            ..block(kept, calendar.from, FOR_EMERGENCIES, now, dice)
        });
    }
    for one in &blocks {
        change.put_block_out(one, None)?;
    }
    Ok(KeptFree {
        blocks,
        emergencies: kept,
    })
}

impl KeptFree {
    /// What is left of a stretch of a provider's day in a chair, in minutes since midnight, in order.
    pub(super) fn left_of(
        &self,
        (from, to): (u16, u16),
        provider: ProviderId,
        chair: ChairId,
        date: NaiveDate,
    ) -> Vec<(u16, u16)> {
        let mut taken: Vec<(u16, u16)> = self
            .blocks
            .iter()
            .filter(|one| one.concerns(Some(provider), Some(chair)) && one.falls_on(date))
            .map(|one| (one.from.minutes(), one.to.minutes()))
            .collect();
        taken.sort_unstable();
        let mut left = Vec::new();
        let mut at = from;
        for (begins, ends) in taken {
            if begins > at {
                left.push((at, begins.min(to)));
            }
            at = at.max(ends);
        }
        left.push((at, to));
        left.retain(|(from, to)| from < to);
        left
    }

    /// Where an emergency has its place in a stretch, in minutes since midnight.
    pub(super) fn for_emergencies(
        &self,
        (from, to): (u16, u16),
        provider: ProviderId,
        chair: ChairId,
        date: NaiveDate,
    ) -> Option<u16> {
        let found = self.blocks.iter().find(|one| {
            Some(one.kind) == self.emergencies
                && one.concerns(Some(provider), Some(chair))
                && one.falls_on(date)
        });
        found
            .map(|one| (one.from.minutes(), one.to.minutes()))
            .filter(|(begins, ends)| from <= *begins && *ends <= to)
            .map(|(begins, _)| begins)
    }
}

fn kind(
    change: &mut Change<'_>,
    name: &str,
    effect: &Effect,
    tint: u8,
    now: DateTime<Utc>,
    dice: &mut Dice,
) -> Result<BlockOutTypeId> {
    let id = BlockOutTypeId(dice.id(now));
    let there = change.block_out_types()?;
    if let Some(one) = there
        .iter()
        .find(|one| one.name == name && one.effect == *effect)
    {
        return Ok(one.id);
    }
    let position = crate::setup::next_place(&there, |one| one.position);
    let new = BlockOutType {
        id,
        name: name.to_owned(),
        effect: effect.clone(),
        tint,
        active: true,
        position,
    };
    change.put_block_out_type(&new, None)?;
    Ok(id)
}

fn block(
    kind: BlockOutTypeId,
    first: NaiveDate,
    (from, to): (u16, u16),
    now: DateTime<Utc>,
    dice: &mut Dice,
) -> BlockOut {
    let minute = |minutes| MinuteOfDay::new(minutes).unwrap_or(MinuteOfDay::END);
    BlockOut {
        id: BlockOutId(dice.id(now)),
        kind,
        provider: None,
        chair: None,
        first,
        from: minute(from),
        to: minute(to),
        repeat: Repeat::Once,
        note: String::new(),
        identifiers: Vec::new(),
    }
}

fn weekly(days: Vec<Weekday>) -> Repeat {
    Repeat::Weekly {
        every: 1,
        days,
        until: None,
        except: Vec::new(),
    }
}
