//! The only ways by which a patient wishes to be reached.

use super::message::WireChannel;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

#[derive(Debug, Clone, Deserialize, TS)]
pub struct GetContactWish {
    pub patient: String,
}

/// It beats every default: no household, guardian, other number or other channel.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ContactWish {
    pub patient: String,
    /// None of them is every usual way.
    pub only: Vec<ContactWay>,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ContactWay {
    pub channel: WireChannel,
    pub address: String,
}
