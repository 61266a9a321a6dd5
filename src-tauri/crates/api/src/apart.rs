//! Commands that wait for somebody outside the house: what they need is taken from the practice at
//! once, and the rest is done without it, so that the window goes on meanwhile.

use crate::commands::rpc;
use crate::handlers::mailbox;
use crate::wire::error::WireError;
use crate::words::Words;
use app::messages::MailboxTest;
use app::{Daybook, Spoken, spoken_on};
use serde_json::Value;

const TEST: &str = "mailbox.test";

/// A command that was begun.
#[derive(Debug)]
pub enum Begun {
    Answered(Result<Value, WireError>),
    /// To be done without the practice.
    Apart(Apart),
}

/// What is left of a command.
#[derive(Debug)]
pub struct Apart {
    test: MailboxTest,
    spoken: Spoken,
}

impl Apart {
    /// Does it; may take a minute.
    ///
    /// # Errors
    /// As [`rpc`].
    pub fn answer(self) -> Result<Value, WireError> {
        let words = Words::of(&self.spoken);
        let tested = mailbox::tested(self.test.run(), &words);
        serde_json::to_value(tested).map_err(|error| WireError::malformed(TEST, &error, &words))
    }
}

/// Like [`rpc`], for a caller that lets go of the practice before it waits.
pub fn begin(daybook: &mut Daybook, name: &str, request: Value) -> Begun {
    if name != TEST {
        return Begun::Answered(rpc(daybook, name, request));
    }
    let spoken = spoken_on(daybook.host());
    let words = Words::of(&spoken);
    let test = serde_json::from_value(request)
        .map_err(|error| WireError::malformed(name, &error, &words))
        .and_then(|request| {
            mailbox::begin_test(daybook, request).map_err(|error| WireError::of(&error, &words))
        });
    match test {
        Ok(test) => Begun::Apart(Apart { test, spoken }),
        Err(error) => Begun::Answered(Err(error)),
    }
}
