//! Ways out of the house that keep what they were given, and answer as a test wishes.

use app::messages::{Channels, Handed, MailTrouble, Outgoing, Post, Postbox, TestLetter, Tested};
use domain::messages::{Channel, Letter};
use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

/// A message as it was handed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Handover {
    pub channel: Channel,
    pub address: String,
    pub kind: &'static str,
    pub message_id: String,
    pub date: String,
    pub attempt: u32,
    pub letter: Letter,
}

/// Takes everything unless it is told otherwise.
#[derive(Default)]
pub struct FakeChannels {
    handed: Mutex<Vec<Handover>>,
    answers: Mutex<HashMap<String, Answer>>,
    meanwhile: Mutex<Option<Box<dyn FnOnce() + Send>>>,
    post: Mutex<Option<Arc<Post>>>,
    trouble: Mutex<Option<MailTrouble>>,
    tested: Mutex<Vec<(Postbox, TestLetter)>>,
    rests: AtomicUsize,
}

impl std::fmt::Debug for FakeChannels {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("FakeChannels").finish_non_exhaustive()
    }
}

#[derive(Debug, Clone)]
enum Answer {
    Said(Handed),
    /// The program ends before anybody hears of it.
    Dies,
}

impl FakeChannels {
    /// Everything that was handed over since this was asked last.
    pub fn take(&self) -> Vec<Handover> {
        std::mem::take(&mut *self.handed.lock().expect("no test panics while it looks"))
    }

    /// From now on, what goes to that address is answered with this.
    pub fn answer(&self, address: &str, handed: Handed) {
        self.set(address, Answer::Said(handed));
    }

    /// What goes to that address takes the program down behind the last byte.
    pub fn die_at(&self, address: &str) {
        self.set(address, Answer::Dies);
    }

    /// What goes to that address is answered as everything is.
    pub fn live_at(&self, address: &str) {
        let mut answers = self
            .answers
            .lock()
            .expect("no test panics while it answers");
        answers.remove(address);
    }

    /// Happens while the next message is handed over.
    pub fn meanwhile(&self, happens: impl FnOnce() + Send + 'static) {
        *self
            .meanwhile
            .lock()
            .expect("no test panics while it waits") = Some(Box::new(happens));
    }

    /// From now on, mail really goes by the mailbox, unless something else is to be answered.
    pub fn go_by_post(&self) {
        *self.post.lock().expect("no test panics while it looks") = Some(Arc::default());
    }

    /// What is kept of the mailbox that mail really goes by.
    pub fn kept_by_post(&self) -> String {
        format!("{:?}", self.post())
    }

    /// How often it was told to keep nothing since this was asked last.
    pub fn take_rests(&self) -> usize {
        self.rests.swap(0, Ordering::Relaxed)
    }

    fn post(&self) -> Option<Arc<Post>> {
        self.post
            .lock()
            .expect("no test panics while it looks")
            .clone()
    }

    /// From now on, a test of a mailbox ends with this.
    pub fn fail_tests(&self, trouble: Option<MailTrouble>) {
        *self.trouble.lock().expect("no test panics while it fails") = trouble;
    }

    /// Every test of a mailbox since this was asked last.
    pub fn take_tests(&self) -> Vec<(Postbox, TestLetter)> {
        std::mem::take(&mut *self.tested.lock().expect("no test panics while it looks"))
    }

    fn set(&self, address: &str, answer: Answer) {
        let mut answers = self
            .answers
            .lock()
            .expect("no test panics while it answers");
        answers.insert(address.to_owned(), answer);
    }
}

impl Channels for FakeChannels {
    /// A person calls, no machine.
    fn carries(&self, channel: Channel, _postbox: Option<&Postbox>) -> bool {
        channel != Channel::Phone
    }

    fn rest(&self) {
        self.rests.fetch_add(1, Ordering::Relaxed);
        if let Some(post) = self.post() {
            post.rest();
        }
    }

    fn test(&self, postbox: &Postbox, letter: &TestLetter) -> Result<Tested, MailTrouble> {
        self.tested
            .lock()
            .expect("no test panics while it looks")
            .push((postbox.clone(), letter.clone()));
        if let Some(post) = self.post() {
            return post.test(postbox, letter);
        }
        let trouble = self.trouble.lock().expect("no test panics while it fails");
        match trouble.clone() {
            Some(trouble) => Err(trouble),
            None => Ok(Tested {
                server: postbox.mailbox.host.clone(),
                encrypted: true,
            }),
        }
    }

    fn hand_over(&self, message: &Outgoing<'_>) -> Handed {
        let happens = self
            .meanwhile
            .lock()
            .expect("no test panics while it waits")
            .take();
        if let Some(happens) = happens {
            happens();
        }
        let address = message.message.address.clone();
        let answer = {
            let answers = self
                .answers
                .lock()
                .expect("no test panics while it answers");
            answers.get(&address).cloned()
        };
        self.handed
            .lock()
            .expect("no test panics while it looks")
            .push(Handover {
                channel: message.message.channel,
                address,
                kind: message.message.kind.name(),
                message_id: message.message_id.to_owned(),
                date: message.date.to_rfc3339(),
                attempt: message.attempt,
                letter: message.letter.clone(),
            });
        let posted = self.post().map(|post| post.hand_over(message));
        match answer {
            None => posted.unwrap_or(Handed::Accepted),
            Some(Answer::Said(handed)) => handed,
            Some(Answer::Dies) => std::panic::resume_unwind(Box::new("the program ends here")),
        }
    }
}
