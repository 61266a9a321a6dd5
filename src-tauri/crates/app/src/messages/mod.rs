//! Messages to patients: what is to go out, handing it over, and what became of it.

mod apply;
mod by_hand;
mod channels;
mod consents;
mod first;
mod for_desk;
mod in_full;
mod in_use;
mod job;
mod known;
mod letter;
mod list;
mod mailbox;
mod of_patient;
mod plan;
mod post;
mod preview;
mod row;
mod rules;
mod send;
mod settings;
mod stops;
mod texts;
mod tick;
mod trouble;
mod wishes;
mod words;

pub use self::channels::{
    Channels, Handed, MailFault, MailStep, MailTrouble, Outgoing, TestLetter, Tested,
};
pub use by_hand::{done, resend};
pub use consents::{ConsentRow, consents, save_consent};
pub(crate) use first::{begin, put_first};
pub use for_desk::{ForDesk, for_desk};
pub use in_full::{MessageInFull, SaidWords};
pub use in_use::set_channels;
pub(crate) use job::Messages;
pub use list::list;
pub use mailbox::{
    MailboxTest, MailboxView, NewMailbox, Postbox, mailbox, remove_mailbox, save_mailbox,
    test_mailbox,
};
pub use of_patient::of_patient;
pub use plan::plan;
pub use post::Post;
pub use preview::{Preview, Remark, preview};
pub use row::{AboutRow, MessageRow};
pub use rules::{NewRule, remove_rule, rules, save_rule};
pub use settings::{save_settings, settings};
pub use stops::{add_stop, remove_stop, stops};
pub use texts::{TextRequest, TextRow, remove_text, save_text, standing_texts, texts};
pub use tick::{Tick, TickRequest, tick};
pub use trouble::ToldTrouble;
pub use wishes::{contact_wish, save_contact_wish};
pub use words::message_languages;
