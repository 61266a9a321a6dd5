//! `show`, `provider add`, `chair add`, `type add`; and finding each of them by name.

use super::block_out::or_anyway;
use crate::answer::table;
use crate::arguments::{Chair, Days, Provider, Type};
use crate::{Answer, Refusal};
use app::{
    Daybook, ExceptHours, HoursOfDay, Named, NewChair, NewProvider, NewType, Setup, WhoseHours,
};
use domain::{AppointmentTypeId, BlockOutTypeId, ChairId, ProviderId, Shift, said};
use serde_json::{Value, json};
use std::str::FromStr;

pub(crate) fn show(daybook: &mut Daybook) -> Result<Answer, Refusal> {
    let setup = daybook.desk()?.setup()?;
    let json = api::rpc(daybook, "practice.get", Value::Null)?;
    let mut rows = vec![vec![
        "practice".to_owned(),
        setup.practice.name.clone(),
        setup.zone().name().to_owned(),
    ]];
    let former = |active: bool| if active { "" } else { "no longer" }.to_owned();
    rows.extend(setup.providers.iter().map(|provider| {
        let name = provider.name.clone();
        vec!["provider".to_owned(), name, former(provider.active)]
    }));
    rows.extend(setup.chairs.iter().map(|chair| {
        let name = chair.name.clone();
        vec!["chair".to_owned(), name, former(chair.active)]
    }));
    rows.extend(setup.types.iter().map(|kind| {
        let length = format!("{} min {}", kind.minutes, former(kind.active));
        vec!["type".to_owned(), kind.name.clone(), length]
    }));
    Ok(Answer::new(json, table(&rows)))
}

pub(crate) fn provider(daybook: &mut Daybook, command: Provider) -> Result<Answer, Refusal> {
    let name = match command {
        Provider::Add { name } => name,
        Provider::Off { name, days } => return except(daybook, &name, days, Whose::Provider, None),
        Provider::Hours {
            name,
            days,
            shifts,
            usual,
        } => {
            return except(daybook, &name, days, Whose::Provider, Some((shifts, usual)));
        }
    };
    let new = NewProvider {
        id: None,
        name,
        hours: None,
        active: true,
    };
    let id = app::save_provider(daybook.desk()?, &new, false)?;
    Ok(added(id, &new.name))
}

pub(crate) fn chair(daybook: &mut Daybook, command: Chair) -> Result<Answer, Refusal> {
    let name = match command {
        Chair::Add { name } => name,
        Chair::Off { name, days } => return except(daybook, &name, days, Whose::Chair, None),
        Chair::Hours {
            name,
            days,
            shifts,
            usual,
        } => return except(daybook, &name, days, Whose::Chair, Some((shifts, usual))),
    };
    let new = NewChair {
        id: None,
        name,
        hours: None,
        active: true,
    };
    let id = app::save_chair(daybook.desk()?, &new, false)?;
    Ok(added(id, &new.name))
}

pub(crate) fn kind(daybook: &mut Daybook, command: Type) -> Result<Answer, Refusal> {
    let Type::Add {
        name,
        minutes,
        tint,
        arrive_early,
        pattern,
        chairs,
        providers,
        recall,
    } = command;
    let setup = daybook.desk()?.setup()?;
    let chairs: Result<Vec<ChairId>, Refusal> =
        chairs.iter().map(|name| chair_of(&setup, name)).collect();
    let providers: Result<Vec<ProviderId>, Refusal> = providers
        .iter()
        .map(|name| provider_of(&setup, name))
        .collect();
    let new = NewType {
        id: None,
        name,
        minutes,
        tint,
        arrive_early,
        active: true,
        pattern,
        chairs: chairs?,
        providers: providers?,
        recall_trigger: recall,
    };
    let id = app::save_appointment_type(daybook.desk()?, &new)?;
    Ok(added(id, &new.name))
}

#[derive(Clone, Copy)]
enum Whose {
    Provider,
    Chair,
}

/// Other hours on some days: none at all, those given, or the usual ones again.
fn except(
    daybook: &mut Daybook,
    name: &str,
    days: Days,
    whose: Whose,
    hours: Option<(Vec<Shift>, bool)>,
) -> Result<Answer, Refusal> {
    let desk = daybook.desk()?;
    let setup = desk.setup()?;
    let Days {
        from,
        to,
        note,
        anyway,
    } = days;
    let to = to.unwrap_or(from);
    let (hours, what) = match hours {
        None => (HoursOfDay::Off, "is off"),
        Some((_, true)) => (HoursOfDay::Usual, "has the usual hours"),
        Some((mut shifts, false)) => {
            shifts.sort_by_key(|shift| shift.from);
            (HoursOfDay::Shifts(shifts), "has other hours")
        }
    };
    let request = ExceptHours {
        whose: match whose {
            Whose::Provider => WhoseHours::Provider(provider_of(&setup, name)?),
            Whose::Chair => WhoseHours::Chair(chair_of(&setup, name)?),
        },
        from,
        to,
        hours,
        note,
        accept: anyway,
    };
    app::except_hours(desk, &request).map_err(or_anyway)?;
    Ok(Answer::new(
        json!({ "name": name, "from": from.to_string(), "to": to.to_string() }),
        format!("{name} {what} from {from} to {to}.\n"),
    ))
}

fn added(id: impl ToString, name: &str) -> Answer {
    let name = name.trim();
    Answer::new(
        json!({ "id": id.to_string(), "name": name }),
        format!("{name} was added.\n"),
    )
}

/// By name or id.
pub(crate) fn provider_of(setup: &Setup, text: &str) -> Result<ProviderId, Refusal> {
    if let Some(one) = ProviderId::from_str(text)
        .ok()
        .and_then(|id| setup.provider(id))
    {
        return Ok(one.id);
    }
    match setup.provider_named(text) {
        Named::One(one) => Ok(one.id),
        Named::Several(all) => Err(shared("provider", text, all.iter().map(|one| one.id))),
        Named::Nobody => {
            let names = setup.providers.iter().map(|one| (&one.name, one.active));
            Err(unknown("provider", text, names))
        }
    }
}

/// By name or id.
pub(crate) fn chair_of(setup: &Setup, text: &str) -> Result<ChairId, Refusal> {
    if let Some(one) = ChairId::from_str(text).ok().and_then(|id| setup.chair(id)) {
        return Ok(one.id);
    }
    match setup.chair_named(text) {
        Named::One(one) => Ok(one.id),
        Named::Several(all) => Err(shared("chair", text, all.iter().map(|one| one.id))),
        Named::Nobody => {
            let names = setup.chairs.iter().map(|one| (&one.name, one.active));
            Err(unknown("chair", text, names))
        }
    }
}

/// By name or id.
pub(crate) fn block_out_type_of(setup: &Setup, text: &str) -> Result<BlockOutTypeId, Refusal> {
    if let Some(one) = BlockOutTypeId::from_str(text)
        .ok()
        .and_then(|id| setup.block_out_type(id))
    {
        return Ok(one.id);
    }
    match setup.block_out_type_named(text) {
        Named::One(one) => Ok(one.id),
        Named::Several(all) => Err(shared("block-out-type", text, all.iter().map(|one| one.id))),
        Named::Nobody => {
            let all = &setup.block_out_types;
            let names: Vec<&str> = all
                .iter()
                .filter(|one| one.active)
                .map(|one| one.name.as_str())
                .collect();
            Err(Refusal::invalid(
                "type",
                said("cli-unknown")
                    .with("kind", "block-out-type")
                    .with("name", text)
                    .with("names", names.join(", ")),
            ))
        }
    }
}

/// By name or id.
pub(crate) fn kind_of(setup: &Setup, text: &str) -> Result<AppointmentTypeId, Refusal> {
    if let Some(one) = AppointmentTypeId::from_str(text)
        .ok()
        .and_then(|id| setup.kind(id))
    {
        return Ok(one.id);
    }
    match setup.kind_named(text) {
        Named::One(one) => Ok(one.id),
        Named::Several(all) => Err(shared("type", text, all.iter().map(|one| one.id))),
        Named::Nobody => {
            let names = setup.types.iter().map(|one| (&one.name, one.active));
            Err(unknown("type", text, names))
        }
    }
}

/// The name alone does not say which is meant.
fn shared(kind: &'static str, text: &str, ids: impl Iterator<Item = impl ToString>) -> Refusal {
    let ids: Vec<String> = ids.map(|id| id.to_string()).collect();
    let what = said("cli-shared")
        .with("kind", kind)
        .with("count", ids.len())
        .with("name", text)
        .with("ids", ids.join(", "));
    Refusal::invalid(kind, what)
}

fn unknown<'a>(
    kind: &'static str,
    text: &str,
    all: impl Iterator<Item = (&'a String, bool)>,
) -> Refusal {
    let names: Vec<&str> = all
        .filter(|(_, active)| *active)
        .map(|(name, _)| name.as_str())
        .collect();
    let what = match names.as_slice() {
        [] => said("cli-unknown-none"),
        names => said("cli-unknown").with("names", names.join(", ")),
    };
    Refusal::invalid(kind, what.with("kind", kind).with("name", text))
}
