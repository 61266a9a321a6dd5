//! Seeing to messages beside the desk's work: on a thread with a connection of its own, so that a
//! server that takes its time keeps nobody from booking.

use super::tick::{TickRequest, is_due, tick_until};
use crate::daybook::Daybook;
use crate::desk::Desk;
use crate::error::{Error, Result};
use crate::host::Host;
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use domain::audit::{Actor, RecordKind};
use std::convert::Infallible;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread::{Builder, JoinHandle};
use std::time::Duration;
use store::Store;
use vault::{DataKey, Vault};

/// How often it is seen whether there is anything to do.
const EVERY: TimeDelta = TimeDelta::seconds(30);

/// What a plan is made of. What is sent changes none of these but what the desk was to tell, so
/// that sending asks for no new plan unless it ends otherwise than it was planned.
const PLANNED_FROM: [RecordKind; 11] = [
    RecordKind::Practice,
    RecordKind::Closure,
    RecordKind::Patient,
    RecordKind::Household,
    RecordKind::Appointment,
    RecordKind::Notice,
    RecordKind::ReminderRule,
    RecordKind::MessageSettings,
    RecordKind::Consent,
    RecordKind::ContactWish,
    RecordKind::ContactStop,
];

/// What this program remembers of seeing to messages.
#[derive(Default)]
pub(crate) struct Messages {
    running: Option<Running>,
    looked: Option<DateTime<Utc>>,
    planned: Option<Planned>,
    failed: Option<(DateTime<Utc>, Arc<Error>)>,
}

/// From what was planned last.
#[derive(Clone, Copy)]
struct Planned {
    /// The newest line of the trail by then.
    seq: u64,
    /// With each day there are others in reach.
    day: NaiveDate,
}

struct Running {
    stop: Arc<AtomicBool>,
    thread: JoinHandle<Result<bool>>,
    /// Closed once it has ended.
    ended: Receiver<Infallible>,
}

/// What a desk is opened with on another thread.
struct Opening {
    host: Arc<dyn Host>,
    folder: PathBuf,
    key: DataKey,
    salt: [u8; 16],
    actor: Actor,
    importing: Arc<AtomicBool>,
    stop: Arc<AtomicBool>,
}

impl Messages {
    /// Ends it before the next message. What is being handed over is written down when it is
    /// answered; nobody waits for that.
    pub(crate) fn stop(&mut self) {
        if let Some(running) = &self.running {
            running.stop.store(true, Ordering::Release);
        }
        self.looked = None;
        self.planned = None;
        self.failed = None;
    }

    /// Takes in how it went, once it has ended.
    fn collect(&mut self, now: DateTime<Utc>, wait: bool) {
        let ended = |running: &mut Running| wait || running.thread.is_finished();
        let Some(running) = self.running.take_if(ended) else {
            return;
        };
        match running.thread.join() {
            Ok(Ok(done)) => {
                self.failed = None;
                if !done {
                    self.planned = None;
                }
            }
            Ok(Err(error)) => {
                self.planned = None;
                self.failed = Some((now, Arc::new(error)));
            }
            // What it left behind is found by the next one.
            Err(_) => self.planned = None,
        }
    }

    /// Whether something is due, or may be planned otherwise than it is. Costs next to nothing.
    fn is_needed(&mut self, desk: &Desk, now: DateTime<Utc>) -> Result<bool> {
        let seq = desk.store.chain()?.audit_seq;
        let day = desk.store.practice()?.zone.date(now);
        let planned = self.planned.replace(Planned { seq, day });
        let Some(planned) = planned.filter(|planned| planned.day == day) else {
            return Ok(true);
        };
        if planned.seq != seq {
            let kinds = desk.store.kinds_changed_since(planned.seq)?;
            if PLANNED_FROM.iter().any(|kind| kinds.contains(kind)) {
                return Ok(true);
            }
        }
        is_due(desk, now)
    }

    fn start(&mut self, desk: &Desk) -> Result<()> {
        let stop = Arc::new(AtomicBool::new(false));
        let opening = Opening {
            host: Arc::clone(&desk.host),
            folder: desk.folder().to_owned(),
            key: desk.key.clone(),
            salt: desk.store.salt(),
            actor: desk.actor.clone(),
            importing: Arc::clone(&desk.importing),
            stop: Arc::clone(&stop),
        };
        let (ends, ended) = mpsc::channel();
        let thread = Builder::new()
            .name("messages".to_owned())
            .spawn(move || {
                let _open = ends;
                opening.see_to_them()
            })
            .map_err(Error::file(domain::said("messages-thread")))?;
        self.running = Some(Running {
            stop,
            thread,
            ended,
        });
        Ok(())
    }
}

impl Drop for Messages {
    fn drop(&mut self) {
        self.stop();
    }
}

impl Opening {
    /// False where it is to be planned once more: another program is at it, or not all went as
    /// planned.
    fn see_to_them(self) -> Result<bool> {
        let Self {
            host,
            folder,
            key,
            salt,
            actor,
            importing,
            stop,
        } = self;
        let store = Store::open(&folder, &key, Some(salt), host.now())?;
        let vault = Vault::open(&folder)?;
        let mut desk = Desk::new(host, &folder, store, vault, key, actor)?;
        // An import writes until its end: what is handed over now could not be written down.
        let enough = || stop.load(Ordering::Acquire) || importing.load(Ordering::Acquire);
        if enough() {
            return Ok(false);
        }
        let request = TickRequest {
            now: desk.now(),
            dry_run: false,
        };
        let done = tick_until(&mut desk, request, &enough)?;
        Ok(!done.busy && !done.otherwise && !enough())
    }
}

impl Daybook {
    /// Plans and sends in the background when there is anything to do; called with each tick.
    pub(crate) fn see_to_messages(&mut self) {
        let Self { desk, messages, .. } = self;
        let Some(desk) = desk else { return };
        let now = desk.now();
        messages.collect(now, false);
        let lately = messages
            .looked
            .is_some_and(|looked| looked <= now && now - looked < EVERY);
        let importing = desk.importing.load(Ordering::Acquire);
        if lately || importing || messages.running.is_some() || desk.host.channels().is_none() {
            return;
        }
        messages.looked = Some(now);
        let started = match messages.is_needed(desk, now) {
            Ok(false) => Ok(()),
            Ok(true) => messages.start(desk),
            Err(error) => Err(error),
        };
        if let Err(error) = started {
            messages.planned = None;
            messages.failed = Some((now, Arc::new(error)));
        }
    }

    /// Waits until what is being seen to in the background is done, also behind a lock.
    pub fn wait_for_messages(&mut self) {
        let now = self.host().now();
        self.messages.collect(now, true);
    }

    /// Locks, and waits so long for what the other side says to the message that is being handed over:
    /// a program that ended before would have to hand it over once more (M15). False where it said
    /// nothing by then.
    pub fn leave(&mut self, patience: Duration) -> bool {
        self.lock();
        let Some(running) = &self.messages.running else {
            return true;
        };
        running.ended.recv_timeout(patience) != Err(RecvTimeoutError::Timeout)
    }

    /// Whether messages are being seen to in the background, or were and nobody asked since.
    pub fn is_seeing_to_messages(&self) -> bool {
        self.messages.running.is_some()
    }

    /// Why messages could not be seen to, and since when; none once they were.
    pub fn messages_failed(&self) -> Option<(DateTime<Utc>, Arc<Error>)> {
        self.messages.failed.clone()
    }
}
