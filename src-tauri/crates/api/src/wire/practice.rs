//! The practice, its providers, chairs, appointment types and closures.

use super::block_out::BlockOutTypeView;
use super::closing::ExceptionView;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Shifts by weekday, Monday first, always seven.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct WeekHoursView {
    pub days: Vec<Vec<ShiftView>>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ShiftView {
    /// `08:30`
    pub from: String,
    /// `17:00`, up to `24:00`
    pub to: String,
    /// The chair used then; none is any.
    pub chair: Option<String>,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct PracticeView {
    pub name: String,
    pub zone: String,
    pub language: String,
    pub phone: String,
    pub hours: WeekHoursView,
    pub providers: Vec<ProviderView>,
    pub chairs: Vec<ChairView>,
    pub types: Vec<AppointmentTypeView>,
    pub closures: Vec<ClosureView>,
    pub block_out_types: Vec<BlockOutTypeView>,
    /// Local date and time when this was answered.
    pub now: String,
    pub patients: u32,
    /// Minutes of waiting from which the waiting room warns.
    pub waiting_alert: u32,
    /// Hours of notice below which a cancellation is late.
    pub late_notice_hours: u32,
}

/// Minutes of waiting from which the waiting room warns.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct SetWaitingAlert {
    /// 1 to 240.
    pub minutes: u32,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct ProviderView {
    pub id: String,
    pub name: String,
    /// None follows the practice's hours.
    pub hours: Option<WeekHoursView>,
    /// Dates with hours of their own, in order.
    pub exceptions: Vec<ExceptionView>,
    pub active: bool,
    /// 0 to 7, an index into the palette.
    pub tint: u8,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct ProviderInput {
    /// None makes a new one.
    pub id: Option<String>,
    pub name: String,
    pub hours: Option<WeekHoursView>,
    pub active: bool,
    /// Close over visits that are there already; without it they come back as clashes.
    #[serde(default)]
    pub accept: bool,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct ChairView {
    pub id: String,
    pub name: String,
    /// None is open whenever a provider works there.
    pub hours: Option<WeekHoursView>,
    /// Dates with hours of their own, in order.
    pub exceptions: Vec<ExceptionView>,
    pub active: bool,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct ChairInput {
    /// None makes a new one.
    pub id: Option<String>,
    pub name: String,
    pub hours: Option<WeekHoursView>,
    pub active: bool,
    /// Close over visits that are there already; without it they come back as clashes.
    #[serde(default)]
    pub accept: bool,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct AppointmentTypeView {
    pub id: String,
    pub name: String,
    pub minutes: u32,
    /// 0 to 7, an index into the palette.
    pub tint: u8,
    pub arrive_early: u32,
    pub active: bool,
    /// `XX//X`: who is busy in each five minutes, X the provider, / an assistant; none is the
    /// provider throughout.
    pub pattern: Option<String>,
    /// Where it may take place, and with whom; none of them is anywhere, and anybody.
    pub chairs: Vec<String>,
    pub providers: Vec<String>,
    /// The recall that a completed visit sets off; empty for none.
    pub recall_trigger: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct AppointmentTypeInput {
    /// None makes a new one.
    pub id: Option<String>,
    pub name: String,
    pub minutes: u32,
    pub tint: u8,
    pub arrive_early: u32,
    pub active: bool,
    #[serde(default)]
    pub pattern: Option<String>,
    #[serde(default)]
    pub chairs: Vec<String>,
    #[serde(default)]
    pub providers: Vec<String>,
    #[serde(default)]
    pub recall_trigger: String,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct ClosureView {
    pub id: String,
    pub from: String,
    pub to: String,
    pub name: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct ClosureInput {
    /// None makes a new one.
    pub id: Option<String>,
    pub from: String,
    pub to: String,
    pub name: String,
    /// Close over visits that are there already; without it they come back as clashes.
    #[serde(default)]
    pub accept: bool,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct PracticeInput {
    /// Of prints and messages: `en` or `de`.
    pub language: String,
    pub name: String,
    pub zone: String,
    pub phone: String,
    pub hours: WeekHoursView,
    /// Close over visits that are there already; without it they come back as clashes.
    #[serde(default)]
    pub accept: bool,
}

/// One record by its id.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ById {
    pub id: String,
}
