//! A fixed clock, a fake host and a temporary practice, for tests only.

mod fake_host;
mod practice;

pub use fake_host::FakeHost;
pub use practice::{PASSPHRASE, TestPractice, patient_fields, rpc, text};
