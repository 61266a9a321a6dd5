//! The ways out of the house and back in: what carries a message, and what was said to it. Nothing
//! here knows what a message is about, or remembers any.

pub mod email;
