//! Messages to patients.

use super::values;
use chrono::{DateTime, NaiveDate, Utc};
use clap::{Args, Subcommand};

/// What patients are to hear, and what they heard.
#[derive(Debug, Subcommand)]
pub(crate) enum Message {
    /// What will go to whom on some days, and why something will not go of their visits.
    Plan(MessagePlan),
    /// Plan, and send what is due; to be run every minute.
    Tick(MessageTick),
    /// What went out and what did not get there, the newest first.
    List,
}

#[derive(Debug, Args)]
pub(crate) struct MessagePlan {
    /// By default today.
    #[arg(long, value_name = "DATE", value_parser = values::date)]
    pub(crate) from: Option<NaiveDate>,
    /// This day included; by default a week later.
    #[arg(long, value_name = "DATE", value_parser = values::date)]
    pub(crate) to: Option<NaiveDate>,
}

#[derive(Debug, Args)]
pub(crate) struct MessageTick {
    /// As if it were this instant, such as 2026-11-23T09:00:00Z.
    #[arg(long, value_name = "INSTANT")]
    pub(crate) now: Option<DateTime<Utc>>,
    /// Only say what would be done.
    #[arg(long)]
    pub(crate) dry_run: bool,
}
