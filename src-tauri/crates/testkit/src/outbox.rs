//! The whole outbox, with what only waits and what was withdrawn.

use crate::practice::rpc;
use app::Daybook;
use domain::Said;
use serde_json::{Value, json};

/// Each message as `message.list` shows it, as far as tests look, in the order of sending.
pub fn outbox(daybook: &mut Daybook) -> Vec<Value> {
    let gone = rpc(daybook, "message.list", Value::Null).expect("what went");
    let gone = gone.as_array().cloned().unwrap_or_default();
    let words = api::Words::of(&app::Spoken {
        language: app::Language::English,
        locale: "en-GB".to_owned(),
        twelve: false,
    });
    let store = daybook.desk().expect("the practice is open").store();
    let zone = store.practice().expect("the practice").zone;
    let mut all = store.outbox(usize::MAX).expect("the outbox");
    all.sort_by_key(|one| (one.due, one.id));
    all.iter()
        .map(|one| {
            let shown = gone.iter().find(|row| row["id"] == one.id.to_string());
            shown.cloned().unwrap_or_else(|| {
                let why = one.why.as_ref().map(|why| words.say(&Said::from(why)));
                json!({
                    "id": one.id.to_string(), "kind": one.message.kind.name(),
                    "channel": one.message.channel.name(), "address": one.message.address,
                    "state": one.sending.name(), "why": why, "attempts": 0,
                    "send_at_local": zone.wall(one.due).at.format("%Y-%m-%dT%H:%M").to_string(),
                    "send_at": one.due.to_rfc3339_opts(chrono::SecondsFormat::Secs, true),
                })
            })
        })
        .collect()
}
