//! Patients and households.

use crate::id::{HouseholdId, PatientId};
use crate::name::names;
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

/// A person who comes, came or may come to the practice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Patient {
    pub id: PatientId,
    /// The number on the paper chart, unique within the practice.
    pub chart_number: Option<String>,
    /// Goes on prescriptions and documents (P6).
    pub name: PersonName,
    /// Goes into messages and is spoken at the desk (P6).
    pub preferred_name: Option<String>,
    pub birth_date: Option<NaiveDate>,
    pub sex: Sex,
    /// The first is the one to call.
    pub phones: Vec<Phone>,
    /// The first is the one to write to.
    pub emails: Vec<Email>,
    pub address: Option<Address>,
    /// BCP 47 tag.
    pub language: Option<String>,
    pub notes: String,
    /// What everyone must see before speaking to the patient.
    #[serde(default)]
    pub alert: String,
    pub status: PatientStatus,
    pub deceased_on: Option<NaiveDate>,
    pub household: Option<HouseholdId>,
    /// Who decides for a minor (P5).
    #[serde(default)]
    pub guardian: Option<PatientId>,
    /// Ids in other systems, so that a second import finds the same patient.
    #[serde(default)]
    pub identifiers: Vec<Identifier>,
    /// Goes up by one with every change; a save against an older one is refused.
    #[serde(default)]
    pub revision: u32,
}

/// A legal name. At least one of `given` and `family` is not empty.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct PersonName {
    pub prefix: String,
    /// First and middle names, in order, with spaces.
    pub given: String,
    pub family: String,
    pub suffix: String,
}

/// Administrative sex, as record systems exchange it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sex {
    Female,
    Male,
    Other,
    #[default]
    Unknown,
}

names!(Sex { Female = "female", Male = "male", Other = "other", Unknown = "unknown" });

/// A number as it was given; it is text, so leading zeros live (P8).
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Phone {
    /// Such as home, mobile, work.
    pub label: String,
    pub number: String,
}

/// An address for mail.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Email {
    pub label: String,
    pub address: String,
}

/// Where the patient lives.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Address {
    /// Street lines, in order.
    pub lines: Vec<String>,
    pub city: String,
    pub region: String,
    pub postal_code: String,
    pub country: String,
}

/// An id that another system gave.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Identifier {
    /// A URI that names the system.
    pub system: String,
    pub value: String,
}

/// P3. Only prospective and active patients are contacted; the deceased never.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PatientStatus {
    Prospective,
    #[default]
    Active,
    Inactive,
    Archived,
    Deceased,
}

names!(PatientStatus {
    Prospective = "prospective",
    Active = "active",
    Inactive = "inactive",
    Archived = "archived",
    Deceased = "deceased",
});

/// A family and who pays for it (P5).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Household {
    pub id: HouseholdId,
    pub name: String,
    pub guarantor: Option<PatientId>,
}

impl PersonName {
    /// Given then family, as it is spoken; never empty when either is there.
    pub fn spoken(&self) -> String {
        join(&[&self.given, &self.family])
    }

    /// With prefix and suffix, for documents (P6).
    pub fn full(&self) -> String {
        join(&[&self.prefix, &self.given, &self.family, &self.suffix])
    }

    /// Family, given: for sorted lists.
    pub fn sorted(&self) -> String {
        match (self.family.is_empty(), self.given.is_empty()) {
            (false, false) => format!("{}, {}", self.family, self.given),
            _ => self.spoken(),
        }
    }

    /// First letters of given and family name, for a page on a wall (M11).
    pub fn initials(&self) -> String {
        [&self.given, &self.family]
            .iter()
            .filter_map(|part| part.chars().find(|c| c.is_alphanumeric()))
            .map(|c| format!("{}.", c.to_uppercase()))
            .collect()
    }

    /// Whether nothing at all is there.
    pub fn is_empty(&self) -> bool {
        self.given.trim().is_empty() && self.family.trim().is_empty()
    }
}

impl Patient {
    /// Whole years on a date; none without a birth date, or before it.
    pub fn age_on(&self, date: NaiveDate) -> Option<u32> {
        age_on(self.birth_date, self.deceased_on, date)
    }

    /// The name in the day view and in search: the legal name.
    pub fn display_name(&self) -> String {
        self.name.spoken()
    }

    /// Whether the patient has died, by status or by date (P3).
    pub fn has_died(&self) -> bool {
        self.status == PatientStatus::Deceased || self.deceased_on.is_some()
    }

    /// P3: whether the practice may write to or call this patient at all.
    pub fn may_be_contacted(&self) -> bool {
        self.deceased_on.is_none()
            && matches!(
                self.status,
                PatientStatus::Active | PatientStatus::Prospective
            )
    }
}

fn join(parts: &[&String]) -> String {
    let parts: Vec<&str> = parts
        .iter()
        .map(|part| part.trim())
        .filter(|part| !part.is_empty())
        .collect();
    parts.join(" ")
}

/// Whole years on a date, or at death where that was earlier; none without a birth date, or
/// before it.
pub fn age_on(
    birth_date: Option<NaiveDate>,
    deceased_on: Option<NaiveDate>,
    date: NaiveDate,
) -> Option<u32> {
    let birth = birth_date?;
    let last = deceased_on.map_or(date, |death| death.min(date));
    let before_birthday = (last.month(), last.day()) < (birth.month(), birth.day());
    let years = last.year() - birth.year() - i32::from(before_birthday);
    u32::try_from(years).ok()
}
