//! Messages to patients: what is to go out, handing it over, and what became of it.

mod apply;
mod channels;
mod first;
mod job;
mod known;
mod letter;
mod list;
mod mailbox;
mod plan;
mod post;
mod row;
mod send;
mod settings;
mod texts;
mod tick;
mod trouble;
mod words;

pub use self::channels::{
    Channels, Handed, MailFault, MailStep, MailTrouble, Outgoing, TestLetter, Tested,
};
pub(crate) use first::{begin, put_first};
pub(crate) use job::Messages;
pub use list::list;
pub use mailbox::{
    MailboxTest, MailboxView, NewMailbox, Postbox, mailbox, remove_mailbox, save_mailbox,
    test_mailbox,
};
pub use plan::plan;
pub use post::Post;
pub use row::{AboutRow, MessageRow};
pub use settings::{save_settings, settings};
pub use texts::{TextRequest, remove_text, save_text, texts};
pub use tick::{Tick, TickRequest, tick};
pub use trouble::ToldTrouble;
pub use words::message_languages;
