//! A fixed clock, a fake host and a temporary practice, for tests only.

mod fake_channels;
mod fake_host;
mod mail_server;
mod outbox;
mod practice;

pub use fake_channels::{FakeChannels, Handover};
pub use fake_host::FakeHost;
pub use mail_server::{MailServer, TakenMail};
pub use outbox::outbox;
pub use practice::{
    PASSPHRASE, TestPractice, no_wish, openings_between, patient_fields, rpc, text,
};
