//! The rules of the desk, each test named after the rule it proves.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod attendance;
mod block_outs;
mod booking;
mod build;
mod candidates;
mod duplicates;
mod family;
mod history;
mod kept_away;
mod lateness;
mod limits;
mod messages_answers;
mod messages_build;
mod messages_consent;
mod messages_family;
mod messages_invitations;
mod messages_isolation;
mod messages_kinds;
mod messages_medication;
mod messages_plan;
mod messages_quiet;
mod messages_rules;
mod messages_sending;
mod messages_sending_once;
mod messages_sleep;
mod messages_sms;
mod messages_templates;
mod messages_texts;
mod notices;
mod offered;
mod openings;
mod openings_desk;
mod power_cut;
mod series;
mod status;
mod waiting_room;
