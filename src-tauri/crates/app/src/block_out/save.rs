//! Making and changing a block-out.

use super::{WhichDays, falls_at_all, not_over_yet, refuse_unless, until_before, without_day};
use crate::desk::Desk;
use crate::error::{Error, Result, fits};
use crate::setup::Setup;
use crate::undo::UndoableChange;
use chrono::NaiveDate;
use domain::block_out::stretches;
use domain::limits::{self, MEDIUM, check_visit_day};
use domain::said;
use domain::{
    Appointment, BlockOut, BlockOutId, BlockOutTypeId, ChairId, MinuteOfDay, ProviderId, Repeat,
};
use store::Change;

/// A block-out to make or change.
#[derive(Debug, Clone)]
pub struct SaveBlockOut {
    /// None makes a new one.
    pub id: Option<BlockOutId>,
    /// Of one that is there: which of its days become what is asked for here.
    pub days: WhichDays,
    pub kind: BlockOutTypeId,
    pub provider: Option<ProviderId>,
    pub chair: Option<ChairId>,
    pub first: NaiveDate,
    pub from: MinuteOfDay,
    pub to: MinuteOfDay,
    /// A change of one day is never repeated.
    pub repeat: Repeat,
    pub note: String,
    /// Somebody saw which visits it lies over, and they stay where they are.
    pub accept: bool,
}

/// How seldom it may repeat, in weeks or months.
const LONGEST_ROUND: u32 = 52;

/// Makes or changes the block-out. Where it keeps visits away that are booked there already, it is
/// refused with their names until somebody accepts that.
pub fn save_block_out(desk: &mut Desk, request: &SaveBlockOut) -> Result<BlockOutId> {
    let fresh = BlockOutId(desk.host.new_id());
    desk.write_step(UndoableChange::BlockOut, |change| {
        let setup = Setup::within(change)?;
        let before = match request.id {
            Some(id) => Some(change.block_out(id)?.ok_or(Error::NotFound("block-out"))?),
            None => None,
        };
        let after = asked_for(change, &setup, request, before.as_ref(), fresh)?;
        if let (Some(before), WhichDays::Only(date) | WhichDays::From(date)) =
            (&before, request.days)
        {
            super::must_fall_on(before, date)?;
        }
        if let Some(before) = &before
            && after.id != before.id
        {
            take_out(change, before, request.days)?;
        }
        let kept_away = kept_away(change, &setup, &after, before.as_ref())?;
        let name = setup
            .block_out_type(after.kind)
            .map_or("?", |kind| &kind.name);
        refuse_unless(
            request.accept,
            said("detail").with("detail", name),
            &kept_away,
            change,
            &setup,
        )?;
        change.put_block_out(&after, before.as_ref().filter(|was| was.id == after.id))?;
        Ok(after.id)
    })
}

/// Leaves the days of a block-out to another one.
fn take_out(change: &mut Change<'_>, before: &BlockOut, days: WhichDays) -> Result<()> {
    let left = match days {
        WhichDays::All => None,
        WhichDays::Only(date) => without_day(before, date),
        WhichDays::From(date) => until_before(before, date),
    };
    match left {
        Some(left) => change.put_block_out(&left, Some(before))?,
        None => change.remove_block_out(before)?,
    }
    Ok(())
}

fn asked_for(
    change: &Change<'_>,
    setup: &Setup,
    request: &SaveBlockOut,
    before: Option<&BlockOut>,
    fresh: BlockOutId,
) -> Result<BlockOut> {
    let kind = setup
        .block_out_type(request.kind)
        .ok_or(Error::NotFound("block-out type"))?;
    if !kind.active && before.is_none_or(|before| before.kind != kind.id) {
        return Err(Error::invalid(
            "kind",
            said("block-out-type-retired").with("name", &kind.name),
        ));
    }
    if let Some(provider) = request.provider {
        setup
            .provider(provider)
            .ok_or(Error::NotFound("provider"))?;
    }
    if let Some(chair) = request.chair {
        setup.chair(chair).ok_or(Error::NotFound("chair"))?;
    }
    if request.to <= request.from {
        return Err(Error::invalid(
            "to",
            said("invalid-shift")
                .with("to", request.to.to_string())
                .with("from", request.from.to_string()),
        ));
    }
    let today = setup.zone().date(change.at());
    fits("first", check_visit_day(request.first, today))?;
    let note = limits::clean(request.note.trim());
    fits("note", limits::within(&note, MEDIUM, "note"))?;
    let whole = request.days == WhichDays::All;
    let after = BlockOut {
        // What is only a part of its days becomes one of its own.
        id: before
            .filter(|before| whole || before.repeat == Repeat::Once)
            .map_or(fresh, |before| before.id),
        kind: kind.id,
        provider: request.provider,
        chair: request.chair,
        first: request.first,
        from: request.from,
        to: request.to,
        repeat: match request.days {
            WhichDays::Only(_) => Repeat::Once,
            WhichDays::All | WhichDays::From(_) => repeat(request, before)?,
        },
        note,
        identifiers: before
            .filter(|_| whole)
            .map_or_else(Vec::new, |before| before.identifiers.clone()),
    };
    if !falls_at_all(&after) {
        return Err(Error::invalid("repeat", said("block-out-never")));
    }
    Ok(after)
}

/// The repeat as it is kept: days that were taken out of it before stay out.
fn repeat(request: &SaveBlockOut, before: Option<&BlockOut>) -> Result<Repeat> {
    let mut repeat = request.repeat.clone();
    let (every, last) = match &mut repeat {
        Repeat::Once => return Ok(repeat),
        Repeat::Weekly {
            every, days, until, ..
        } => {
            days.sort_by_key(|day| day.num_days_from_monday());
            days.dedup();
            if days.is_empty() {
                return Err(Error::invalid("repeat", said("block-out-weekday")));
            }
            (*every, *until)
        }
        Repeat::Monthly { every, until, .. } => (*every, *until),
    };
    if !(1..=LONGEST_ROUND).contains(&every) {
        return Err(Error::invalid(
            "repeat",
            said("block-out-round").with("most", LONGEST_ROUND),
        ));
    }
    if last.is_some_and(|last| last < request.first) {
        return Err(Error::invalid("until", said("invalid-last-day")));
    }
    let taken_out = match before.map(|before| &before.repeat) {
        Some(Repeat::Weekly { except, .. } | Repeat::Monthly { except, .. }) => except.clone(),
        Some(Repeat::Once) | None => Vec::new(),
    };
    if let Repeat::Weekly { except, .. } | Repeat::Monthly { except, .. } = &mut repeat {
        except.extend(taken_out);
        except.retain(|day| *day >= request.first);
        except.sort_unstable();
        except.dedup();
    }
    Ok(repeat)
}

/// Visits that it keeps away and the one before it did not.
fn kept_away(
    change: &Change<'_>,
    setup: &Setup,
    after: &BlockOut,
    before: Option<&BlockOut>,
) -> Result<Vec<Appointment>> {
    let to = after.last_day().unwrap_or(NaiveDate::MAX);
    let mut visits = not_over_yet(change, setup, after.first, to)?;
    visits.retain(|visit| {
        keeps_away(setup, after, visit)
            && !before.is_some_and(|before| keeps_away(setup, before, visit))
    });
    Ok(visits)
}

fn keeps_away(setup: &Setup, block: &BlockOut, visit: &Appointment) -> bool {
    let zone = setup.zone();
    let (start, end) = visit.span(zone);
    block.concerns(visit.provider, visit.chair)
        && stretches(
            &setup.block_out_types,
            std::slice::from_ref(block),
            visit.start.date(),
            visit.last_day(zone),
            zone,
        )
        .iter()
        .any(|stretch| stretch.keeps_away(visit.kind) && stretch.start < end && start < stretch.end)
}
