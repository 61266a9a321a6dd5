//! From request to use case to response, one module a subject.

pub(crate) mod appointment;
pub(crate) mod block_out;
pub(crate) mod board;
pub(crate) mod closing;
pub(crate) mod day;
pub(crate) mod exchange;
pub(crate) mod history;
pub(crate) mod lists;
pub(crate) mod mailbox;
pub(crate) mod message;
pub(crate) mod message_consent;
pub(crate) mod message_desk;
pub(crate) mod message_rule;
pub(crate) mod message_stop;
pub(crate) mod message_text;
pub(crate) mod message_wish;
pub(crate) mod month;
pub(crate) mod notice;
pub(crate) mod patient;
pub(crate) mod power_cut;
pub(crate) mod practice;
pub(crate) mod printing;
pub(crate) mod series;
pub(crate) mod session;
pub(crate) mod view;

/// Errors are put into words by the router.
pub(crate) type Answer<T> = Result<T, app::Error>;
