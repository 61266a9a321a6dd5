//! What crosses the border to a window: one module a subject.
//!
//! Dates are `2026-11-23`, local times `2026-11-23T09:00` (the practice's wall clock), times of
//! day `08:30`, instants RFC 3339 in UTC, ids UUIDs, lengths minutes.

pub mod appointment;
pub mod block_out;
pub mod board;
pub mod closing;
pub mod day;
pub mod error;
pub mod exchange;
pub mod history;
pub mod lists;
pub mod mailbox;
pub mod message;
pub mod message_consent;
pub mod message_desk;
pub mod message_rule;
pub mod message_stop;
pub mod message_text;
pub mod message_wish;
pub mod month;
pub mod notice;
pub mod patient;
pub mod power_cut;
pub mod practice;
pub mod printing;
pub mod series;
pub mod session;
pub mod view;
