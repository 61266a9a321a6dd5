//! Planning, and sending what is due. Asked twice it does nothing the second time.

use super::apply::{Applied, any_hangs, apply, end_hanging, recover};
use super::channels::Channels;
use super::known::Known;
use super::mailbox::Postbox;
use super::row::{MessageRow, Names};
use super::send::{Tried, send};
use crate::desk::Desk;
use crate::error::{Error, Result};
use chrono::{DateTime, TimeDelta, Utc};
use domain::messages::{Channel, Sending};
use std::collections::BTreeSet;
use store::{Change, OutboxMessage};
use uuid::Uuid;

/// How messages are seen to.
#[derive(Debug, Clone, Copy)]
pub struct TickRequest {
    pub now: DateTime<Utc>,
    /// Only says what would be done.
    pub dry_run: bool,
}

/// What was done, or would be.
#[derive(Debug, Clone, Default)]
pub struct Tick {
    /// Another program of the practice is sending.
    pub busy: bool,
    pub planned: usize,
    pub withdrawn: usize,
    pub accepted: usize,
    /// The other side asked to try again.
    pub put_off: usize,
    pub failed: usize,
    /// May have been sent; a person has to look.
    pub unknown: usize,
    /// Could not be tried, such as because a record cannot be read.
    pub not_tried: usize,
    /// Of a dry run: what would be handed over.
    pub would_send: Vec<MessageRow>,
    /// Something did not go as it was planned, so that another way may be open to it.
    pub(super) otherwise: bool,
}

/// So long somebody has the turn to send. Longer than any attempt takes, so that it ends only with
/// the program that has it.
const TURN: TimeDelta = TimeDelta::minutes(5);

/// The turn to send: one at a time for a practice.
#[derive(Debug, Clone, Copy)]
pub(super) struct Turn(Uuid);

impl Turn {
    /// Takes it; false while somebody else has it.
    fn take(self, change: &mut Change<'_>, at: DateTime<Utc>) -> Result<bool> {
        Ok(change.take_sender(self.0, at, until(at))?)
    }

    /// Keeps it; false once its time was over, as after a sleep: somebody else may have had it since.
    pub(super) fn keep(self, change: &mut Change<'_>, at: DateTime<Utc>) -> Result<bool> {
        Ok(change.keep_sender(self.0, at, until(at))?)
    }
}

fn until(at: DateTime<Utc>) -> DateTime<Utc> {
    at.checked_add_signed(TURN).unwrap_or(at)
}

/// The time for which messages are seen to. It goes on with the machine's own from where it was
/// begun, as a server may take its time and a machine may sleep in the middle.
#[derive(Debug, Clone, Copy)]
pub(super) struct Clock {
    begun: DateTime<Utc>,
    at: DateTime<Utc>,
}

impl Clock {
    fn begun(desk: &Desk, now: DateTime<Utc>) -> Self {
        let at = desk.now();
        Self { begun: now, at }
    }

    pub(super) fn now(self, desk: &Desk) -> DateTime<Utc> {
        let gone = desk.now().signed_duration_since(self.at);
        self.begun.checked_add_signed(gone).unwrap_or(self.begun)
    }
}

/// Brings the outbox to what is planned and hands over what is due.
pub fn tick(desk: &mut Desk, request: TickRequest) -> Result<Tick> {
    tick_until(desk, request, &|| false)
}

/// The same, until `stop` says that it is enough; asked before each message.
pub(super) fn tick_until(
    desk: &mut Desk,
    request: TickRequest,
    stop: &dyn Fn() -> bool,
) -> Result<Tick> {
    let TickRequest { now, dry_run } = request;
    let clock = Clock::begun(desk, now);
    let known = Known::in_reach(&desk.store, now)?;
    let plan = known.plan(now);
    let due = within_reach(desk, desk.store.outbox_due(now)?, now)?;
    if dry_run {
        return would_do(desk, &known, &plan, &due, now);
    }
    // Most ticks find nothing, and a change that changes nothing costs a commit.
    let nothing_new = plan.send.is_empty() && plan.withdraw.is_empty();
    if nothing_new
        && due.is_empty()
        && desk.store.outbox_claimed()?.is_empty()
        && !any_hangs(&desk.store, now)?
    {
        return Ok(Tick::default());
    }
    let turn = Turn(desk.host.new_id());
    let (host, at) = (std::sync::Arc::clone(&desk.host), desk.now());
    let applied = desk.write(|change| {
        if !turn.take(change, at)? {
            return Err(Error::RolledBack);
        }
        recover(change, now)?;
        end_hanging(change, now)?;
        apply(change, || host.new_id(), now)
    });
    let Applied { planned, withdrawn } = match applied {
        Ok(applied) => applied,
        Err(Error::RolledBack) => {
            return Ok(Tick {
                busy: true,
                ..Tick::default()
            });
        }
        Err(error) => return Err(error),
    };
    let mut done = Tick {
        planned,
        withdrawn,
        ..Tick::default()
    };
    let sent = send_due(desk, turn, clock, &mut done, stop);
    let released = desk.write(|change| Ok(change.release_sender(turn.0)?));
    sent?;
    released?;
    Ok(done)
}

/// Whether something can be handed over now, was about to be when a program ended, or would wait
/// for ever.
pub(super) fn is_due(desk: &Desk, now: DateTime<Utc>) -> Result<bool> {
    Ok(
        !within_reach(desk, desk.store.outbox_due(now)?, now)?.is_empty()
            || !desk.store.outbox_claimed()?.is_empty()
            || any_hangs(&desk.store, now)?,
    )
}

/// What this machine can hand over; the rest stays for another one.
fn within_reach(
    desk: &Desk,
    due: Vec<OutboxMessage>,
    now: DateTime<Utc>,
) -> Result<Vec<OutboxMessage>> {
    let Some(channels) = desk.host.channels() else {
        return Ok(Vec::new());
    };
    let postbox = Postbox::of(&desk.store)?;
    let trouble = desk.store.mailbox_trouble()?;
    let pauses = |channel| {
        channel == Channel::Email && trouble.as_ref().is_some_and(|trouble| trouble.rests(now))
    };
    let carried = |one: &OutboxMessage| {
        let channel = one.message.channel;
        channels.carries(channel, postbox.as_ref()) && !pauses(channel)
    };
    Ok(due.into_iter().filter(carried).collect())
}

fn send_due(
    desk: &mut Desk,
    turn: Turn,
    clock: Clock,
    done: &mut Tick,
    stop: &dyn Fn() -> bool,
) -> Result<()> {
    let host = std::sync::Arc::clone(&desk.host);
    let Some(channels) = host.channels() else {
        return Ok(());
    };
    let now = clock.now(desk);
    let due = within_reach(desk, desk.store.outbox_due(now)?, now)?;
    let sent = send_each(desk, channels, turn, due, clock, done, stop);
    channels.rest();
    sent
}

fn send_each(
    desk: &mut Desk,
    channels: &dyn Channels,
    turn: Turn,
    due: Vec<OutboxMessage>,
    clock: Clock,
    done: &mut Tick,
    stop: &dyn Fn() -> bool,
) -> Result<()> {
    let mut unusable = BTreeSet::new();
    for message in due {
        if stop() {
            break;
        }
        if unusable.contains(&message.message.channel) {
            continue;
        }
        match send(desk, channels, turn, message.id, clock) {
            Ok(Tried::Now(sending)) => {
                let ended = matches!(
                    sending,
                    Sending::Permanent { .. } | Sending::Withdrawn { .. }
                );
                done.otherwise |= ended;
                count(done, &sending);
            }
            Ok(Tried::Unusable(channel)) => {
                unusable.insert(channel);
            }
            Ok(Tried::Left) => {}
            Ok(Tried::TurnLost) => break,
            // The whole file is in the way; the next tick will do.
            Err(error @ Error::Store(store::Error::Busy | store::Error::ReadOnly)) => {
                return Err(error);
            }
            Err(error) if error.is_disk_full() => return Err(error),
            // M3: one that cannot be tried keeps nobody else from hearing.
            Err(_) => done.not_tried += 1,
        }
    }
    Ok(())
}

fn count(done: &mut Tick, sending: &Sending) {
    match sending {
        Sending::Accepted { .. } => done.accepted += 1,
        Sending::Transient { .. } => done.put_off += 1,
        Sending::Permanent { .. } => done.failed += 1,
        Sending::Unknown { .. } => done.unknown += 1,
        Sending::Withdrawn { .. } => done.withdrawn += 1,
        Sending::Planned | Sending::Claimed { .. } => {}
    }
}

fn would_do(
    desk: &Desk,
    known: &Known,
    plan: &domain::messages::Plan,
    due: &[OutboxMessage],
    now: DateTime<Utc>,
) -> Result<Tick> {
    let names = Names::new(desk);
    let goes = |one: &&OutboxMessage| !plan.withdraw.iter().any(|gone| gone.outbox == one.id);
    let mut would_send = Vec::new();
    for one in due.iter().filter(goes) {
        would_send.push(names.queued(one)?);
    }
    for one in known.due(plan, now) {
        would_send.push(names.planned(&one)?);
    }
    Ok(Tick {
        planned: plan.send.len(),
        withdrawn: plan.withdraw.len(),
        would_send,
        ..Tick::default()
    })
}
