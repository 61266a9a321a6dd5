//! Messages to patients.

use super::Answer;
use crate::commands::words_on;
use crate::convert::{date, instant, local, time_of_day};
use crate::wire::message::*;
use crate::words::Words;
use app::Daybook;
use app::messages::{MessageRow, Tick, TickRequest};
use domain::Zone;
use domain::messages::{Channel, MessageKind, QuietHours, Settings};

/// Lines that somebody looks through.
const LISTED: usize = 500;

pub(crate) fn plan(daybook: &mut Daybook, request: GetMessagePlan) -> Answer<Vec<MessageView>> {
    let (from, to) = (date("from", &request.from)?, date("to", &request.to)?);
    let words = words_on(daybook.host());
    let desk = daybook.desk()?;
    let (zone, now) = (desk.setup()?.zone(), desk.now());
    let rows = app::messages::plan(desk, from, to, now)?;
    Ok(views(rows, zone, &words))
}

pub(crate) fn list(daybook: &mut Daybook, (): ()) -> Answer<Vec<MessageView>> {
    let words = words_on(daybook.host());
    let desk = daybook.desk()?;
    let zone = desk.setup()?.zone();
    Ok(views(app::messages::list(desk, LISTED)?, zone, &words))
}

pub(crate) fn tick(daybook: &mut Daybook, request: TickMessages) -> Answer<MessagesTicked> {
    let words = words_on(daybook.host());
    let desk = daybook.desk()?;
    let zone = desk.setup()?.zone();
    let now = match &request.now {
        Some(text) => instant("now", text)?,
        None => desk.now(),
    };
    let dry_run = request.dry_run;
    let Tick {
        busy,
        planned,
        withdrawn,
        accepted,
        put_off,
        failed,
        unknown,
        not_tried,
        would_send,
        ..
    } = app::messages::tick(desk, TickRequest { now, dry_run })?;
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    Ok(MessagesTicked {
        busy,
        planned: number(planned),
        withdrawn: number(withdrawn),
        accepted: number(accepted),
        put_off: number(put_off),
        failed: number(failed),
        unknown: number(unknown),
        not_tried: number(not_tried),
        would_send: views(would_send, zone, &words),
    })
}

pub(crate) fn settings(daybook: &mut Daybook, (): ()) -> Answer<MessageSettings> {
    Ok(shown(&app::messages::settings(daybook.desk()?)?))
}

pub(crate) fn save_settings(
    daybook: &mut Daybook,
    request: MessageSettings,
) -> Answer<MessageSettings> {
    let desk = daybook.desk()?;
    let MessageSettings {
        channels: _,
        quiet_from,
        quiet_to,
        quiet_closures,
        of_age,
        sender,
        review_link,
    } = request;
    let there = app::messages::settings(desk)?;
    let settings = Settings {
        quiet: QuietHours {
            from: time_of_day("quiet_from", &quiet_from)?,
            to: time_of_day("quiet_to", &quiet_to)?,
            closures: quiet_closures,
            ..there.quiet
        },
        of_age,
        sender: sender.trim().to_owned(),
        review_link: review_link.trim().to_owned(),
        ..there
    };
    Ok(shown(&app::messages::save_settings(desk, settings)?))
}

fn shown(settings: &Settings) -> MessageSettings {
    MessageSettings {
        channels: settings.channels.iter().copied().map(channel).collect(),
        quiet_from: settings.quiet.from.to_string(),
        quiet_to: settings.quiet.to.to_string(),
        quiet_closures: settings.quiet.closures,
        of_age: settings.of_age,
        sender: settings.sender.clone(),
        review_link: settings.review_link.clone(),
    }
}

fn views(rows: Vec<MessageRow>, zone: Zone, words: &Words) -> Vec<MessageView> {
    rows.into_iter().map(|row| view(row, zone, words)).collect()
}

pub(super) fn view(row: MessageRow, zone: Zone, words: &Words) -> MessageView {
    let MessageRow {
        id,
        kind,
        about,
        channel: by,
        to,
        address,
        send_at,
        state,
        why,
        for_desk,
        attempts,
    } = row;
    MessageView {
        id: id.map(|id| id.to_string()),
        kind: message_kind(kind),
        about: about
            .into_iter()
            .map(|one| MessageAbout {
                patient: one.patient.to_string(),
                patient_name: one.patient_name,
                start: one.start.map(local),
            })
            .collect(),
        channel: by.map(channel),
        to,
        address,
        send_at: send_at.map(|at| at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true)),
        send_at_local: send_at.map(|at| local(zone.wall(at).at)),
        state: state.to_owned(),
        why: why.map(|why| words.say(&why)),
        for_desk,
        attempts,
    }
}

pub(super) fn message_kind(kind: MessageKind) -> WireMessageKind {
    use WireMessageKind as W;
    match kind {
        MessageKind::BookingConfirmation => W::BookingConfirmation,
        MessageKind::Moved => W::Moved,
        MessageKind::Cancelled => W::Cancelled,
        MessageKind::Reminder => W::Reminder,
        MessageKind::PleaseConfirm => W::PleaseConfirm,
        MessageKind::MissedVisit => W::MissedVisit,
        MessageKind::FollowUp => W::FollowUp,
        MessageKind::Survey => W::Survey,
        MessageKind::Birthday => W::Birthday,
        MessageKind::Medication => W::Medication,
    }
}

pub(super) fn domain_kind(kind: WireMessageKind) -> MessageKind {
    use WireMessageKind as W;
    match kind {
        W::BookingConfirmation => MessageKind::BookingConfirmation,
        W::Moved => MessageKind::Moved,
        W::Cancelled => MessageKind::Cancelled,
        W::Reminder => MessageKind::Reminder,
        W::PleaseConfirm => MessageKind::PleaseConfirm,
        W::MissedVisit => MessageKind::MissedVisit,
        W::FollowUp => MessageKind::FollowUp,
        W::Survey => MessageKind::Survey,
        W::Birthday => MessageKind::Birthday,
        W::Medication => MessageKind::Medication,
    }
}

pub(super) fn channel(channel: Channel) -> WireChannel {
    match channel {
        Channel::Email => WireChannel::Email,
        Channel::Sms => WireChannel::Sms,
        Channel::Phone => WireChannel::Phone,
        Channel::Desktop => WireChannel::Desktop,
    }
}

pub(super) fn domain_channel(channel: WireChannel) -> Channel {
    match channel {
        WireChannel::Email => Channel::Email,
        WireChannel::Sms => Channel::Sms,
        WireChannel::Phone => Channel::Phone,
        WireChannel::Desktop => Channel::Desktop,
    }
}
