//! Making, opening and closing a practice.

use super::practice::{ChairInput, ProviderInput, WeekHoursView};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Where the window stands.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SessionView {
    pub state: SessionState,
    /// The folder of the practice.
    pub folder: String,
    /// Once open.
    pub practice_name: Option<String>,
    /// Whether this machine's keyring may open it without a passphrase.
    pub keyring: bool,
    /// Seconds to wait before the next try of a passphrase.
    pub wait_seconds: u32,
    pub version: String,
    /// What the vault and the database disagree about; a person must be told.
    pub warning: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SessionState {
    Absent,
    Locked,
    Open,
}

/// What the wizard starts from.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SetupDefaults {
    /// This machine's zone, or UTC.
    pub zone: String,
    pub zones: Vec<String>,
    pub hours: WeekHoursView,
    /// A fresh recovery code, valid for the `session.create` that follows.
    pub recovery_code: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct CreatePractice {
    pub name: String,
    pub zone: String,
    pub phone: String,
    pub hours: WeekHoursView,
    pub providers: Vec<ProviderInput>,
    pub chairs: Vec<ChairInput>,
    pub passphrase: String,
    /// Typed back by a person.
    pub recovery_code: String,
    /// Open on this machine without a passphrase from now on.
    pub keyring: bool,
}

/// Writes the shown recovery code as a page to print.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct RecoverySheet {
    pub practice_name: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct Unlock {
    pub passphrase: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct UnlockWithRecoveryCode {
    pub recovery_code: String,
    /// Replaces the forgotten one.
    pub new_passphrase: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct ChangePassphrase {
    pub old_passphrase: String,
    pub new_passphrase: String,
}

/// Light or dark, for this person on this machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum WireTheme {
    /// As the desktop has it.
    System,
    Light,
    Dark,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct ChooseTheme {
    pub theme: WireTheme,
}

/// The language of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum WireLanguage {
    /// As the desktop has it.
    System,
    En,
    De,
}

/// How a time of day is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum WireClock {
    /// As the region writes it.
    Region,
    Twelve,
    TwentyFour,
}

/// Language and clock, for this person on this machine.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ChooseWording {
    pub language: WireLanguage,
    pub clock: WireClock,
}

/// What was chosen, and what it comes to on this desktop.
#[derive(Debug, Clone, Serialize, TS)]
pub struct WordingView {
    pub language: WireLanguage,
    pub clock: WireClock,
    /// Language and region, such as `de-AT`.
    pub locale: String,
    /// Times of day as 2:30 PM.
    pub twelve: bool,
}
