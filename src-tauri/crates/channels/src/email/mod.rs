//! Mail by the practice's own mailbox.
//!
//! What goes out is composed with lettre. The talk with the server is our own, since nothing is to be
//! lost and nothing sent twice (M15): it must be known of every failure whether it came before or
//! behind the final dot. lettre's client tells neither, reads a reply that never ends for ever, takes
//! one that is not UTF-8 for a broken line, and keeps what was slipped in before encryption began.

mod address;
mod advice;
mod calendar;
mod compose;
mod html;
mod judge;
mod letter;
mod mailbox;
mod mailer;
mod mailto;
mod reply;
mod resolve;
mod safe;
mod session;
mod tls;
mod trouble;
mod wire;

pub use advice::Advice;
pub use compose::{Composed, compose};
pub use letter::{Answer, Invitation, Letter, Mailto, Method};
pub use mailbox::{Login, Mailbox, Patience, Proof, Secret, Security};
pub use mailer::{Handed, Mailer, Tested};
pub use trouble::{Fault, Step, Trouble};
