//! Block-outs, and the types of them.

use super::{Answer, practice};
use crate::convert::{date, id, optional_id, time_of_day};
use crate::refusal::invalid;
use crate::wire::block_out::*;
use crate::wire::practice::PracticeView;
use app::block_out as blocks;
use app::{Daybook, Error};
use chrono::{NaiveDate, Weekday};
use domain::said;
use domain::{BlockOutType, Effect, Repeat};

pub(crate) fn save_type(daybook: &mut Daybook, request: BlockOutTypeInput) -> Answer<PracticeView> {
    let BlockOutTypeInput {
        id,
        name,
        effect,
        types,
        tint,
        active,
    } = request;
    let types: Result<Vec<_>, Error> = types
        .iter()
        .map(|text| crate::convert::id("types", text))
        .collect();
    let new = blocks::NewBlockOutType {
        id: optional_id("id", &id)?,
        name,
        effect: match effect {
            WireEffect::NoScheduling => Effect::NoScheduling,
            WireEffect::Reserved => Effect::Reserved(types?),
            WireEffect::Note => Effect::Note,
        },
        tint,
        active,
    };
    blocks::save_block_out_type(daybook.desk()?, &new)?;
    practice::get(daybook, ())
}

pub(crate) fn list(daybook: &mut Daybook, request: ListBlockOuts) -> Answer<Vec<BlockOutView>> {
    let from = date("from", &request.from)?;
    let to = date("to", &request.to)?;
    let found = blocks::block_outs(daybook.desk()?, from, to)?;
    Ok(found.iter().map(view).collect())
}

pub(crate) fn save(daybook: &mut Daybook, request: SaveBlockOut) -> Answer<SavedBlockOut> {
    let SaveBlockOut {
        id: there,
        days,
        kind,
        provider,
        chair,
        first,
        from,
        to,
        repeat,
        note,
        accept,
    } = request;
    let request = blocks::SaveBlockOut {
        id: optional_id("id", &there)?,
        days: which(&days)?,
        kind: id("kind", &kind)?,
        provider: optional_id("provider", &provider)?,
        chair: optional_id("chair", &chair)?,
        first: date("first", &first)?,
        from: time_of_day("from", &from)?,
        to: time_of_day("to", &to)?,
        repeat: repeat_of(&repeat)?,
        note,
        accept,
    };
    let saved = blocks::save_block_out(daybook.desk()?, &request)?;
    Ok(SavedBlockOut {
        id: saved.to_string(),
    })
}

pub(crate) fn remove(daybook: &mut Daybook, request: RemoveBlockOut) -> Answer<()> {
    let request = blocks::RemoveBlockOut {
        id: id("id", &request.id)?,
        days: which(&request.days)?,
    };
    blocks::remove_block_out(daybook.desk()?, &request)
}

pub(crate) fn type_view(kind: &BlockOutType) -> BlockOutTypeView {
    let BlockOutType {
        id,
        name,
        effect,
        tint,
        active,
        position: _,
    } = kind;
    BlockOutTypeView {
        id: id.to_string(),
        name: name.clone(),
        effect: effect_of(effect),
        types: match effect {
            Effect::Reserved(types) => types.iter().map(ToString::to_string).collect(),
            Effect::NoScheduling | Effect::Note => Vec::new(),
        },
        tint: *tint,
        active: *active,
    }
}

pub(crate) fn view(view: &blocks::BlockOutView) -> BlockOutView {
    let blocks::BlockOutView {
        block,
        name,
        effect,
        tint,
        date,
        provider_name,
        chair_name,
        kept_for,
    } = view;
    BlockOutView {
        id: block.id.to_string(),
        kind: block.kind.to_string(),
        name: name.clone(),
        effect: effect_of(effect),
        kept_for: kept_for.clone(),
        tint: *tint,
        date: date.to_string(),
        from: block.from.to_string(),
        to: block.to.to_string(),
        provider: block.provider.map(|id| id.to_string()),
        provider_name: provider_name.clone(),
        chair: block.chair.map(|id| id.to_string()),
        chair_name: chair_name.clone(),
        note: block.note.clone(),
        first: block.first.to_string(),
        repeat: repeat_view(&block.repeat),
    }
}

fn effect_of(effect: &Effect) -> WireEffect {
    match effect {
        Effect::NoScheduling => WireEffect::NoScheduling,
        Effect::Reserved(_) => WireEffect::Reserved,
        Effect::Note => WireEffect::Note,
    }
}

fn which(days: &DaysMeant) -> Result<blocks::WhichDays, Error> {
    Ok(match days {
        DaysMeant::All => blocks::WhichDays::All,
        DaysMeant::Only { date: day } => blocks::WhichDays::Only(date("date", day)?),
        DaysMeant::From { date: day } => blocks::WhichDays::From(date("date", day)?),
    })
}

fn repeat_of(view: &RepeatView) -> Result<Repeat, Error> {
    let until = |text: &Option<String>| -> Result<Option<NaiveDate>, Error> {
        text.as_deref().map(|text| date("until", text)).transpose()
    };
    Ok(match view {
        RepeatView::Once => Repeat::Once,
        RepeatView::Weekly {
            every,
            days,
            until: last,
        } => Repeat::Weekly {
            every: *every,
            days: days
                .iter()
                .map(|day| {
                    Weekday::try_from(*day).map_err(|_| invalid("repeat", said("invalid-weekday")))
                })
                .collect::<Result<_, _>>()?,
            until: until(last)?,
            except: Vec::new(),
        },
        RepeatView::Monthly {
            every,
            last,
            until: last_day,
        } => Repeat::Monthly {
            every: *every,
            last: *last,
            until: until(last_day)?,
            except: Vec::new(),
        },
    })
}

fn repeat_view(repeat: &Repeat) -> RepeatView {
    let text = |until: &Option<NaiveDate>| until.map(|date| date.to_string());
    match repeat {
        Repeat::Once => RepeatView::Once,
        Repeat::Weekly {
            every,
            days,
            until,
            except: _,
        } => RepeatView::Weekly {
            every: *every,
            days: days
                .iter()
                .map(|day| day.num_days_from_monday() as u8)
                .collect(),
            until: text(until),
        },
        Repeat::Monthly {
            every,
            last,
            until,
            except: _,
        } => RepeatView::Monthly {
            every: *every,
            last: *last,
            until: text(until),
        },
    }
}
