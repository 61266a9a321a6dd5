//! The sheet for a power cut: the next working day as a file, laid ready every evening.

use crate::hours::MinuteOfDay;
use crate::id::{PowerCutId, PracticeId};
use crate::name::names;
use crate::said::{Said, said};
use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime};
use serde::{Deserialize, Serialize};

/// Whether, when, where and how the sheet is made. The passphrase is kept apart, so that no line of
/// the trail repeats it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PowerCut {
    pub id: PowerCutId,
    pub on: bool,
    /// From when on, each evening.
    pub at: MinuteOfDay,
    /// An absolute path on the machine that makes it.
    pub folder: String,
    pub lock: SheetLock,
    pub paper: SheetPaper,
    /// Days after which a sheet of the past is taken away.
    pub keep_days: u32,
}

/// Whether a reader program asks for a passphrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SheetLock {
    #[default]
    Encrypted,
    Plain,
}

names!(SheetLock { Encrypted = "encrypted", Plain = "plain" });

/// The paper that it would be printed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SheetPaper {
    #[default]
    A4,
    Letter,
}

names!(SheetPaper { A4 = "a4", Letter = "letter" });

/// Why the settings cannot be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PowerCutUnfit {
    #[error("the sheet of the next day is made in the afternoon or evening, from 12:00 to 23:59")]
    NotAnEvening,
    #[error("choose the folder with its whole path, from the root folder on")]
    NoFolder,
    #[error("sheets are kept for {} to {} days", KEEP_DAYS.start(), KEEP_DAYS.end())]
    Keep,
    #[error(
        "a sheet is encrypted with a passphrase of at least {SHORTEST_PASSPHRASE} letters, digits or signs"
    )]
    ShortPassphrase,
    #[error("no reader program takes a passphrase that long, or with such characters in it")]
    Passphrase,
}

impl From<&PowerCutUnfit> for Said {
    fn from(unfit: &PowerCutUnfit) -> Self {
        match unfit {
            PowerCutUnfit::NotAnEvening => said("power-cut-evening"),
            PowerCutUnfit::NoFolder => said("power-cut-folder"),
            PowerCutUnfit::Keep => said("power-cut-keep")
                .with("least", *KEEP_DAYS.start())
                .with("most", *KEEP_DAYS.end()),
            PowerCutUnfit::ShortPassphrase => {
                said("power-cut-short").with("shortest", SHORTEST_PASSPHRASE)
            }
            PowerCutUnfit::Passphrase => said("power-cut-passphrase"),
        }
    }
}

/// Hours of the day at which it may be made.
const EVENING: std::ops::Range<u16> = 12 * 60..24 * 60;
/// How long sheets of the past may be kept.
pub const KEEP_DAYS: std::ops::RangeInclusive<u32> = 1..=90;
/// A file that is carried about can be tried at leisure, so that a short one would not do.
pub const SHORTEST_PASSPHRASE: usize = 10;
/// In bytes; what is beyond 127 a reader program does not look at.
const LONGEST_PASSPHRASE: usize = 127;
/// The next working day is looked for this far ahead, and the one before it this far back.
const HORIZON: u64 = 60;

impl PowerCut {
    /// What a practice begins with: nothing is made, nor anywhere.
    pub fn off(id: PowerCutId) -> Self {
        Self {
            id,
            on: false,
            at: MinuteOfDay::of(NaiveTime::MIN + chrono::TimeDelta::hours(18)),
            folder: String::new(),
            lock: SheetLock::Encrypted,
            paper: SheetPaper::A4,
            keep_days: 7,
        }
    }

    /// Refuses what could never work. `is_absolute` says whether the machine reads the folder as a
    /// whole path.
    pub fn check(&self, is_absolute: bool) -> Result<(), PowerCutUnfit> {
        if !EVENING.contains(&self.at.minutes()) {
            return Err(PowerCutUnfit::NotAnEvening);
        }
        if !KEEP_DAYS.contains(&self.keep_days) {
            return Err(PowerCutUnfit::Keep);
        }
        // While it is off, nothing needs to be said yet.
        if self.on && !is_absolute {
            return Err(PowerCutUnfit::NoFolder);
        }
        Ok(())
    }
}

/// Refuses a passphrase that would not keep a sheet closed, or that no reader takes.
pub fn check_passphrase(passphrase: &str) -> Result<(), PowerCutUnfit> {
    if passphrase.chars().count() < SHORTEST_PASSPHRASE {
        return Err(PowerCutUnfit::ShortPassphrase);
    }
    if passphrase.len() > LONGEST_PASSPHRASE || passphrase.chars().any(char::is_control) {
        return Err(PowerCutUnfit::Passphrase);
    }
    Ok(())
}

/// The first working day whose work has not begun yet: today before it opens, else a later one.
/// `begins` says when work begins on a day, none where nobody works.
pub fn next_day(
    now: NaiveDateTime,
    begins: impl Fn(NaiveDate) -> Option<NaiveDateTime>,
) -> Option<NaiveDate> {
    (0..=HORIZON)
        .filter_map(|ahead| now.date().checked_add_days(Days::new(ahead)))
        .find(|day| begins(*day).is_some_and(|begin| now < begin))
}

/// For which day a sheet is to be made now, if for any.
///
/// A day's sheet is due from `at` on the working day before it until its own work begins: a program
/// that was off in the evening makes it when it is started, and one that is started too late makes
/// none. `made_for` is the day of the last sheet: nothing is made twice.
pub fn due(
    at: MinuteOfDay,
    made_for: Option<NaiveDate>,
    now: NaiveDateTime,
    begins: impl Fn(NaiveDate) -> Option<NaiveDateTime>,
) -> Option<NaiveDate> {
    let day = next_day(now, &begins)?;
    if made_for == Some(day) {
        return None;
    }
    let before = (1..=HORIZON)
        .filter_map(|back| day.checked_sub_days(Days::new(back)))
        .find(|day| begins(*day).is_some());
    // After a closure longer than anybody looks back it is high time.
    before
        .is_none_or(|before| at.on(before) <= now)
        .then_some(day)
}

/// What a day's sheet is called. The end of the practice's id keeps two practices apart that use one
/// folder.
pub fn sheet_name(practice: PracticeId, day: NaiveDate) -> String {
    format!("daybook-{}-{}.pdf", day.format("%Y-%m-%d"), tail(practice))
}

/// The day of a sheet of this practice, from its file's name; none for any other file.
pub fn sheet_day(practice: PracticeId, name: &str) -> Option<NaiveDate> {
    let day = name
        .strip_prefix("daybook-")?
        .strip_suffix(&format!("-{}.pdf", tail(practice)))?;
    let day = NaiveDate::parse_from_str(day, "%Y-%m-%d").ok()?;
    // Reading dates is laxer than writing them.
    (sheet_name(practice, day) == name).then_some(day)
}

/// Whether a sheet of that day has been kept long enough.
pub fn is_old(day: NaiveDate, today: NaiveDate, keep_days: u32) -> bool {
    let kept = Days::new(u64::from(keep_days));
    day.checked_add_days(kept).is_some_and(|last| last < today)
}

fn tail(practice: PracticeId) -> String {
    let text = practice.0.simple().to_string();
    text.get(text.len().saturating_sub(4)..)
        .unwrap_or_default()
        .to_owned()
}
