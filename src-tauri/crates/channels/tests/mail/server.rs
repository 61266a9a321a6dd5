//! A mail server that does as it is told, right or wrong, at every step.

use crate::talk::Talk;
use rustls::ServerConfig;
use std::collections::VecDeque;
use std::net::TcpListener;
use std::sync::{Arc, Condvar, Mutex};
use std::time::Duration;

/// Where a server can do something else than it should.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum On {
    Connect,
    Greeting,
    Hello,
    StartTls,
    Auth,
    /// What comes behind AUTH.
    Proof,
    Mail,
    Rcpt,
    Data,
    /// While the text comes in.
    Text,
    Dot,
    Rset,
}

/// What it does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Do {
    Say(&'static str),
    SayBytes(&'static [u8]),
    /// Says it and closes the line.
    SayAndClose(&'static str),
    Close,
    /// Never says anything.
    Silence,
    /// A digit now and then, and never an end of line.
    Trickle,
    /// A line without an end.
    Flood,
    /// Lines without a last one.
    Lines,
    /// Takes the message, and closes without a word.
    TakeAndClose,
    /// Takes the message, and says nothing.
    TakeInSilence,
}

/// A message that the server has taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Taken {
    pub(crate) from: String,
    pub(crate) to: Vec<String>,
    pub(crate) data: Vec<u8>,
}

#[derive(Default)]
pub(crate) struct Seen {
    pub(crate) connections: usize,
    pub(crate) commands: Vec<String>,
    pub(crate) taken: Vec<Taken>,
    open: usize,
}

#[derive(Default)]
pub(crate) struct Shared {
    plan: Mutex<VecDeque<(On, Do)>>,
    seen: Mutex<Seen>,
    changed: Condvar,
    keeps_nothing: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Encrypts {
    Never,
    FromTheStart,
    WhenAsked,
}

pub(crate) struct Server {
    pub(crate) port: u16,
    shared: Arc<Shared>,
}

impl Server {
    /// Does each of these once, in turn, whenever it gets there, and everything else right.
    pub(crate) fn planned(plan: &[(On, Do)]) -> Self {
        Self::start(plan, Encrypts::Never, None, false)
    }

    pub(crate) fn encrypted(plan: &[(On, Do)], when: Encrypts, tls: ServerConfig) -> Self {
        Self::start(plan, when, Some(Arc::new(tls)), false)
    }

    /// Takes everything and remembers none.
    pub(crate) fn forgetful() -> Self {
        Self::start(&[], Encrypts::Never, None, true)
    }

    fn start(
        plan: &[(On, Do)],
        when: Encrypts,
        tls: Option<Arc<ServerConfig>>,
        keeps_nothing: bool,
    ) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let shared = Arc::new(Shared {
            plan: Mutex::new(plan.iter().copied().collect()),
            keeps_nothing,
            ..Shared::default()
        });
        let of_thread = Arc::clone(&shared);
        std::thread::spawn(move || {
            for tcp in listener.incoming() {
                let Ok(tcp) = tcp else { return };
                let (shared, tls) = (Arc::clone(&of_thread), tls.clone());
                let mut seen = shared.seen.lock().unwrap();
                seen.connections += 1;
                seen.open += 1;
                drop(seen);
                std::thread::spawn(move || {
                    let talk = Talk::new(tcp, &shared, when, tls);
                    // The client may go whenever it wants.
                    let _ = talk.and_then(|mut talk| talk.all());
                    shared.seen.lock().unwrap().open -= 1;
                    shared.changed.notify_all();
                });
            }
        });
        Self { port, shared }
    }

    /// What it has seen, once every line to it is closed.
    pub(crate) fn seen(&self) -> Seen {
        let seen = self.shared.seen.lock().unwrap();
        let wait = Duration::from_secs(20);
        let all_closed = |seen: &mut Seen| seen.open > 0;
        let waited = self
            .shared
            .changed
            .wait_timeout_while(seen, wait, all_closed);
        let (mut seen, late) = waited.unwrap();
        assert!(!late.timed_out(), "a line to the server stays open");
        std::mem::take(&mut *seen)
    }

    /// Waits until no line is open.
    pub(crate) fn wait_for_closed(&self) {
        let seen = self.shared.seen.lock().unwrap();
        let wait = Duration::from_secs(20);
        let waited = (self.shared.changed).wait_timeout_while(seen, wait, |seen| seen.open > 0);
        assert!(
            !waited.unwrap().1.timed_out(),
            "a line to the server stays open"
        );
    }

    /// So many messages, once they have come.
    pub(crate) fn wait_for_taken(&self, count: usize) -> Vec<Taken> {
        let seen = self.shared.seen.lock().unwrap();
        let wait = Duration::from_secs(30);
        let fewer = |seen: &mut Seen| seen.taken.len() < count;
        let waited = self.shared.changed.wait_timeout_while(seen, wait, fewer);
        waited.unwrap().0.taken.clone()
    }
}

impl Shared {
    /// What is planned for that step, once.
    pub(crate) fn planned(&self, on: On) -> Option<Do> {
        let mut plan = self.plan.lock().unwrap();
        let at = plan.iter().position(|(step, _)| *step == on)?;
        plan.remove(at).map(|(_, what)| what)
    }

    pub(crate) fn note_command(&self, line: String) {
        if !self.keeps_nothing {
            self.seen.lock().unwrap().commands.push(line);
        }
    }

    pub(crate) fn take(&self, taken: Taken) {
        if !self.keeps_nothing {
            self.seen.lock().unwrap().taken.push(taken);
            self.changed.notify_all();
        }
    }
}
