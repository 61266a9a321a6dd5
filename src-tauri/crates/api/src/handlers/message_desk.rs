//! One patient's messages, and those that somebody at the desk has to see to.

use super::Answer;
use super::mailbox::{mailbox_trouble, not_planned};
use super::message::view;
use crate::commands::words_on;
use crate::convert::id;
use crate::wire::message_desk::*;
use crate::wire::practice::ById;
use crate::words::Words;
use app::Daybook;
use app::messages::{ForDesk, SaidWords};
use domain::Zone;

pub(crate) fn of_patient(
    daybook: &mut Daybook,
    request: GetPatientMessages,
) -> Answer<Vec<MessageInFull>> {
    let patient = id("patient", &request.patient)?;
    let words = words_on(daybook.host());
    let desk = daybook.desk()?;
    let (zone, now) = (desk.setup()?.zone(), desk.now());
    let found = app::messages::of_patient(desk, patient, now)?;
    Ok(in_full(found, zone, &words))
}

pub(crate) fn desk(daybook: &mut Daybook, (): ()) -> Answer<MessageDesk> {
    let words = words_on(daybook.host());
    let desk = daybook.desk()?;
    let zone = desk.setup()?.zone();
    let trouble = app::messages::mailbox(desk)?.and_then(|there| there.trouble);
    let ForDesk {
        failed,
        unknown,
        unreached,
        calls,
    } = app::messages::for_desk(desk, desk.now())?;
    let trouble = trouble
        .map(|trouble| mailbox_trouble(&trouble, zone, &words))
        .or_else(|| not_planned(daybook, zone, &words));
    let count = failed.len() + unknown.len() + unreached.len() + calls.len();
    let count = count + usize::from(trouble.is_some());
    Ok(MessageDesk {
        trouble,
        count: u32::try_from(count).unwrap_or(u32::MAX),
        failed: in_full(failed, zone, &words),
        unknown: in_full(unknown, zone, &words),
        unreached: in_full(unreached, zone, &words),
        calls: in_full(calls, zone, &words),
    })
}

pub(crate) fn resend(daybook: &mut Daybook, request: ById) -> Answer<()> {
    let desk = daybook.desk()?;
    let now = desk.now();
    app::messages::resend(desk, id("id", &request.id)?, now)
}

pub(crate) fn done(daybook: &mut Daybook, request: ById) -> Answer<()> {
    let desk = daybook.desk()?;
    let now = desk.now();
    app::messages::done(desk, id("id", &request.id)?, now)
}

fn in_full(
    all: Vec<app::messages::MessageInFull>,
    zone: Zone,
    words: &Words,
) -> Vec<MessageInFull> {
    all.into_iter()
        .map(|one| {
            let app::messages::MessageInFull {
                row,
                words: says,
                may_resend,
            } = one;
            MessageInFull {
                message: view(row, zone, words),
                words: says.map(
                    |SaidWords {
                         subject,
                         text,
                         language,
                         said,
                     }| MessageWords {
                        subject,
                        text,
                        language,
                        said,
                    },
                ),
                may_resend,
            }
        })
        .collect()
}
