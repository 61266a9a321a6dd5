//! Messages to patients: by what they go out, who agreed, what waits and what went out.

mod check;
mod consent;
mod facts;
mod invitation;
mod mailbox;
mod outbox;
mod rule;
mod sender;
mod settings;
mod stop;
#[cfg(test)]
mod tests;
mod text;
mod wish;

pub(crate) use consent::all_consents;
pub use facts::MessageFacts;
pub use mailbox::MailPassword;
pub(crate) use mailbox::mailbox_row;
pub use outbox::OutboxMessage;
pub(crate) use rule::rules;
pub(crate) use settings::settings_row;
pub(crate) use stop::all_stops;
pub(crate) use text::texts;
pub(crate) use wish::all_wishes;
