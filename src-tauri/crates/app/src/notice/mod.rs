//! What patients are to be told of their visits: asked after a booking, a move or a cancellation,
//! and kept until a message goes out or somebody calls.

mod follow;
mod pending;
mod remember;
mod settle;

pub(crate) use follow::{follow, moved};
pub use pending::{PendingNotice, pending};
pub(crate) use pending::{mark, of_visit};
pub use remember::remember;
pub use settle::{told, withdraw};
