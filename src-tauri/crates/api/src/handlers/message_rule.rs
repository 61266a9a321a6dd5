//! By what messages go out.

use super::Answer;
use super::message::{channel, domain_channel, domain_kind, message_kind};
use crate::commands::words_on;
use crate::convert::{id, ids, optional_id, time_of_day};
use crate::wire::message_rule::*;
use crate::wire::practice::ById;
use crate::words::Words;
use app::messages::NewRule;
use app::{Daybook, Said};
use domain::messages::{Lead, MessageKind, ReminderRule};

pub(crate) fn list(daybook: &mut Daybook, (): ()) -> Answer<MessageRules> {
    let words = words_on(daybook.host());
    let rules = app::messages::rules(daybook.desk()?)?;
    Ok(MessageRules {
        rules: rules.into_iter().map(|rule| view(rule, &words)).collect(),
        kinds: MessageKind::ALL.map(kind).to_vec(),
    })
}

pub(crate) fn save(daybook: &mut Daybook, request: SaveMessageRule) -> Answer<MessageRuleView> {
    let SaveMessageRule {
        id: of,
        kind,
        types,
        lead,
        channels,
        active,
    } = request;
    let new = NewRule {
        id: optional_id("id", &of)?,
        kind: domain_kind(kind),
        types: ids("types", &types)?,
        lead: domain_lead(lead)?,
        channels: channels.into_iter().map(domain_channel).collect(),
        active,
    };
    let words = words_on(daybook.host());
    let saved = app::messages::save_rule(daybook.desk()?, new)?;
    Ok(view(saved, &words))
}

pub(crate) fn remove(daybook: &mut Daybook, request: ById) -> Answer<()> {
    app::messages::remove_rule(daybook.desk()?, id("id", &request.id)?)
}

fn kind(kind: MessageKind) -> MessageRuleKind {
    MessageRuleKind {
        kind: message_kind(kind),
        leads: kind.leads().into_iter().map(wire_lead).collect(),
        of_visits: kind.is_of_visit(),
    }
}

fn view(rule: ReminderRule, words: &Words) -> MessageRuleView {
    let told = Said::from(&rule);
    let ReminderRule {
        id,
        kind,
        types,
        lead,
        channels,
        active,
        position,
        since: _,
    } = rule;
    MessageRuleView {
        id: id.to_string(),
        kind: message_kind(kind),
        types: types.iter().map(ToString::to_string).collect(),
        lead: wire_lead(lead),
        channels: channels.into_iter().map(channel).collect(),
        active,
        position,
        words: words.say(&told),
    }
}

fn wire_lead(lead: Lead) -> WireLead {
    match lead {
        Lead::AtOnce => WireLead::AtOnce,
        Lead::DaysBefore { days, at } => WireLead::DaysBefore {
            days,
            at: at.to_string(),
        },
        Lead::HoursBefore { hours } => WireLead::HoursBefore { hours },
        Lead::HoursAfter { hours } => WireLead::HoursAfter { hours },
        Lead::DaysAfter { days, at } => WireLead::DaysAfter {
            days,
            at: at.to_string(),
        },
    }
}

fn domain_lead(lead: WireLead) -> Answer<Lead> {
    Ok(match lead {
        WireLead::AtOnce => Lead::AtOnce,
        WireLead::DaysBefore { days, at } => Lead::DaysBefore {
            days,
            at: time_of_day("at", &at)?,
        },
        WireLead::HoursBefore { hours } => Lead::HoursBefore { hours },
        WireLead::HoursAfter { hours } => Lead::HoursAfter { hours },
        WireLead::DaysAfter { days, at } => Lead::DaysAfter {
            days,
            at: time_of_day("at", &at)?,
        },
    })
}
