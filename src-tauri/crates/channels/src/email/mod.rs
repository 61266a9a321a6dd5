//! Mail by the practice's own mailbox.

mod address;
mod advice;
mod calendar;
mod compose;
mod html;
mod letter;
mod mailbox;
mod mailto;
mod safe;
mod trouble;

pub use advice::Advice;
pub use compose::{Composed, compose};
pub use letter::{Answer, Invitation, Letter, Mailto, Method};
pub use mailbox::{Login, Mailbox, Patience, Proof, Secret, Security};
pub use trouble::{Fault, Step, Trouble};
