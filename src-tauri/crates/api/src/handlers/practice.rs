//! The practice and what it has.

use super::{Answer, block_out};
use crate::convert::{date, exception, id, ids, local, optional_id, week, week_hours};
use crate::refusal::invalid;
use crate::wire::practice::*;
use app::{Daybook, Language, NewChair, NewClosure, NewProvider, NewType};
use domain::attendance::LATE_NOTICE_HOURS;
use domain::{Pattern, Zone, said};

pub(crate) fn get(daybook: &mut Daybook, (): ()) -> Answer<PracticeView> {
    let desk = daybook.desk()?;
    let setup = desk.setup()?;
    let now = setup.zone().wall(desk.now()).at;
    let patients = app::patient::count(desk)?;
    Ok(PracticeView {
        name: setup.practice.name,
        zone: setup.practice.zone.name().to_owned(),
        language: setup.practice.language,
        phone: setup.practice.phone,
        hours: week(&setup.practice.hours),
        providers: setup
            .providers
            .iter()
            .map(|provider| ProviderView {
                id: provider.id.to_string(),
                name: provider.name.clone(),
                hours: provider.hours.as_ref().map(week),
                exceptions: provider.exceptions.iter().map(exception).collect(),
                active: provider.active,
                tint: provider.tint,
            })
            .collect(),
        chairs: setup
            .chairs
            .iter()
            .map(|chair| ChairView {
                id: chair.id.to_string(),
                name: chair.name.clone(),
                hours: chair.hours.as_ref().map(week),
                exceptions: chair.exceptions.iter().map(exception).collect(),
                active: chair.active,
            })
            .collect(),
        types: setup
            .types
            .iter()
            .map(|kind| AppointmentTypeView {
                id: kind.id.to_string(),
                name: kind.name.clone(),
                minutes: kind.minutes,
                tint: kind.tint,
                arrive_early: kind.arrive_early,
                active: kind.active,
                pattern: kind.pattern.as_ref().map(ToString::to_string),
                chairs: kind.chairs.iter().map(ToString::to_string).collect(),
                providers: kind.providers.iter().map(ToString::to_string).collect(),
                recall_trigger: kind.recall_trigger.clone(),
            })
            .collect(),
        closures: setup
            .closures
            .iter()
            .map(|closure| ClosureView {
                id: closure.id.to_string(),
                from: closure.from.to_string(),
                to: closure.to.to_string(),
                name: closure.name.clone(),
            })
            .collect(),
        block_out_types: setup
            .block_out_types
            .iter()
            .map(block_out::type_view)
            .collect(),
        now: local(now),
        patients: u32::try_from(patients).unwrap_or(u32::MAX),
        waiting_alert: setup.practice.waiting_alert,
        late_notice_hours: LATE_NOTICE_HOURS,
    })
}

pub(crate) fn set_waiting_alert(
    daybook: &mut Daybook,
    request: SetWaitingAlert,
) -> Answer<PracticeView> {
    app::set_waiting_alert(daybook.desk()?, request.minutes)?;
    get(daybook, ())
}

pub(crate) fn save(daybook: &mut Daybook, request: PracticeInput) -> Answer<PracticeView> {
    let PracticeInput {
        language,
        name,
        zone,
        phone,
        hours,
        accept,
    } = request;
    let language = Language::of(&language).ok_or_else(|| {
        invalid(
            "language",
            said("invalid-language").with("language", &language),
        )
    })?;
    let zone = Zone::named(&zone).map_err(|error| invalid("zone", error))?;
    app::save_practice(
        daybook.desk()?,
        &name,
        zone,
        language,
        &phone,
        week_hours(&hours)?,
        accept,
    )?;
    get(daybook, ())
}

pub(crate) fn save_provider(daybook: &mut Daybook, request: ProviderInput) -> Answer<PracticeView> {
    app::save_provider(daybook.desk()?, &new_provider(&request)?, request.accept)?;
    get(daybook, ())
}

pub(crate) fn save_chair(daybook: &mut Daybook, request: ChairInput) -> Answer<PracticeView> {
    app::save_chair(daybook.desk()?, &new_chair(&request)?, request.accept)?;
    get(daybook, ())
}

pub(crate) fn save_type(
    daybook: &mut Daybook,
    request: AppointmentTypeInput,
) -> Answer<PracticeView> {
    let AppointmentTypeInput {
        id,
        name,
        minutes,
        tint,
        arrive_early,
        active,
        pattern,
        chairs,
        providers,
        recall_trigger,
    } = request;
    let new = NewType {
        id: optional_id("id", &id)?,
        name,
        minutes,
        tint,
        arrive_early,
        active,
        pattern: pattern
            .map(|text| {
                text.parse::<Pattern>()
                    .map_err(|error| invalid("pattern", error))
            })
            .transpose()?,
        chairs: ids("chairs", &chairs)?,
        providers: ids("providers", &providers)?,
        recall_trigger,
    };
    app::save_appointment_type(daybook.desk()?, &new)?;
    get(daybook, ())
}

pub(crate) fn save_closure(daybook: &mut Daybook, request: ClosureInput) -> Answer<PracticeView> {
    let ClosureInput {
        id,
        from,
        to,
        name,
        accept,
    } = request;
    let new = NewClosure {
        id: optional_id("id", &id)?,
        from: date("from", &from)?,
        to: date("to", &to)?,
        name,
    };
    app::save_closure(daybook.desk()?, &new, accept)?;
    get(daybook, ())
}

pub(crate) fn remove_closure(daybook: &mut Daybook, request: ById) -> Answer<PracticeView> {
    app::remove_closure(daybook.desk()?, id("id", &request.id)?)?;
    get(daybook, ())
}

pub(crate) fn new_provider(input: &ProviderInput) -> Result<NewProvider, app::Error> {
    let ProviderInput {
        id,
        name,
        hours,
        active,
        accept: _,
    } = input;
    Ok(NewProvider {
        id: optional_id("id", id)?,
        name: name.clone(),
        hours: hours.as_ref().map(week_hours).transpose()?,
        active: *active,
    })
}

pub(crate) fn new_chair(input: &ChairInput) -> Result<NewChair, app::Error> {
    let ChairInput {
        id,
        name,
        hours,
        active,
        accept: _,
    } = input;
    Ok(NewChair {
        id: optional_id("id", id)?,
        name: name.clone(),
        hours: hours.as_ref().map(week_hours).transpose()?,
        active: *active,
    })
}
