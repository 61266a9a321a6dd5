//! Handing letters over, by lines that stay open between them.

use super::compose::{Composed, compose};
use super::judge::{Fate, judge};
use super::letter::Letter;
use super::mailbox::{Mailbox, Patience, Proof, Security};
use super::resolve::addresses;
use super::session::{How, Session, Stopped};
use super::tls::Tls;
use super::trouble::{Fault, Step, Trouble};
use std::fmt;
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

/// Most lines that are kept while nobody uses them.
const MOST_IDLE: usize = 4;

/// What became of a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Handed {
    /// The server has taken it.
    Accepted,
    /// Nothing was taken, and a later attempt may succeed.
    NotNow(Trouble),
    /// Nothing was taken, and never will be.
    Refused(Trouble),
    /// Nothing was taken, and nothing goes by this mailbox until somebody sees to it. That says
    /// nothing about this letter.
    Unusable(Trouble),
    /// The line broke behind the last dot: it may have been taken (M15).
    Lost(Trouble),
}

/// What a test of a mailbox found, beside that it works.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tested {
    /// As the server calls itself.
    pub server: String,
    pub encrypted: bool,
}

/// Carries letters by one mailbox. Several threads may use it at once, each on a line of its own.
pub struct Mailer {
    mailbox: Mailbox,
    tls: Option<Tls>,
    patience: Patience,
    idle: Mutex<Vec<Session>>,
}

impl fmt::Debug for Mailer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Mailer")
            .field("mailbox", &self.mailbox)
            .finish_non_exhaustive()
    }
}

impl Mailer {
    /// Refuses a mailbox that cannot be used as it was set up. Speaks to nobody yet.
    pub fn new(mailbox: Mailbox, patience: Patience) -> Result<Self, Trouble> {
        if let Some(login) = &mailbox.login {
            let (Proof::Password(secret) | Proof::Token(secret)) = &login.proof;
            // These end a user's name in the ways of logging in.
            let ends = |text: &str| text.contains(['\0', '\u{1}']);
            if login.user.is_empty() || ends(&login.user) || ends(secret.reveal()) {
                return Err(Trouble::of(Step::Settings, Fault::BadLogin));
            }
        }
        let tls = match mailbox.security {
            Security::Tls | Security::StartTls => Some(Tls::new(&mailbox)?),
            Security::None => None,
        };
        Ok(Self {
            mailbox,
            tls,
            patience,
            idle: Mutex::default(),
        })
    }

    /// Hands one letter over.
    pub fn send(&self, letter: &Letter<'_>) -> Handed {
        match self.try_to_send(letter) {
            Ok(_) => Handed::Accepted,
            Err((fate, trouble)) => match fate {
                Fate::NotNow => Handed::NotNow(trouble),
                Fate::Refused => Handed::Refused(trouble),
                Fate::Unusable => Handed::Unusable(trouble),
                Fate::Lost => Handed::Lost(trouble),
            },
        }
    }

    /// Sends one letter as a test of the mailbox, by a line of its own, and says where it failed.
    pub fn test(&self, letter: &Letter<'_>) -> Result<Tested, Trouble> {
        self.rest();
        let tested = self.try_to_send(letter).map_err(|(_, trouble)| trouble);
        self.rest();
        tested
    }

    /// Takes leave of the server; the next letter calls it anew. For when there is nothing to send
    /// for a while.
    pub fn rest(&self) {
        let idle = std::mem::take(&mut *self.idle.lock().unwrap_or_else(PoisonError::into_inner));
        for session in idle {
            session.leave();
        }
    }

    fn try_to_send(&self, letter: &Letter<'_>) -> Result<Tested, (Fate, Trouble)> {
        let mail = compose(&self.mailbox, letter).map_err(|trouble| {
            let fate = match trouble.step {
                Step::Letter => Fate::Refused,
                _ => Fate::Unusable,
            };
            (fate, trouble)
        })?;
        let until = Instant::now() + self.patience.before;
        let mut session = self.announced(&mail, until)?;
        let tested = Tested {
            server: session.name.clone(),
            encrypted: session.is_encrypted(),
        };
        match session.hand_over(&mail.message) {
            Ok(()) => {
                self.keep(session);
                Ok(tested)
            }
            Err(stopped) => Err(self.stop(session, stopped)),
        }
    }

    /// A line on which the server waits for the text of that mail.
    fn announced(&self, mail: &Composed, until: Instant) -> Result<Session, (Fate, Trouble)> {
        // A server lets go of who says nothing for long; that is found out by speaking, and nothing
        // was taken by then.
        while let Some(mut session) = self.idle() {
            match session.announce(mail, until) {
                Ok(()) => return Ok(session),
                Err(stopped) if is_stale(&stopped) => {}
                Err(stopped) => return Err(self.stop(session, stopped)),
            }
        }
        let at = addresses(&self.mailbox).map_err(|trouble| {
            let fate = match trouble.step {
                Step::Settings => Fate::Unusable,
                _ => Fate::NotNow,
            };
            (fate, trouble)
        })?;
        let mut session =
            Session::open(&self.mailbox, self.tls.as_ref(), &at, self.patience, until)
                .map_err(|stopped| self.judge(stopped))?;
        match session.announce(mail, until) {
            Ok(()) => Ok(session),
            Err(stopped) => Err(self.stop(session, stopped)),
        }
    }

    fn idle(&self) -> Option<Session> {
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        idle.pop()
    }

    fn keep(&self, session: Session) {
        if session.is_confused() {
            return session.leave();
        }
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        if idle.len() < MOST_IDLE {
            idle.push(session);
            return;
        }
        drop(idle);
        session.leave();
    }

    /// After an answer that took nothing the line is as good as before, if it can be told so.
    fn stop(&self, mut session: Session, stopped: Stopped) -> (Fate, Trouble) {
        let goes_on = match &stopped.how {
            How::Said(reply) => reply.code != 421 && matches!(reply.class(), 4 | 5),
            How::Fault(fault) => *fault == Fault::AddressNotCarried,
        };
        if goes_on && session.start_over() {
            self.keep(session);
        }
        self.judge(stopped)
    }

    fn judge(&self, stopped: Stopped) -> (Fate, Trouble) {
        let (fate, mut trouble) = judge(stopped);
        let login = self.mailbox.login.as_ref();
        let by_token = login.is_some_and(|login| matches!(login.proof, Proof::Token(_)));
        if trouble.fault == Fault::LoginRefused && by_token {
            trouble.fault = Fault::TokenRefused;
        }
        (fate, trouble)
    }
}

impl Drop for Mailer {
    fn drop(&mut self) {
        self.rest();
    }
}

fn is_stale(stopped: &Stopped) -> bool {
    let first = stopped.step == Step::Sender;
    first
        && match &stopped.how {
            How::Said(reply) => reply.code == 421,
            How::Fault(fault) => matches!(fault, Fault::Cut | Fault::NoAnswer | Fault::NotMail),
        }
}
