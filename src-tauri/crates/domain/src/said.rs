//! Something to be said to a person, before it is put into words: which message, and what goes into
//! it. The words of each language are in `assets/locales/*/core.ftl`; only the border knows them.

use crate::hours::MinuteOfDay;
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use std::fmt;

/// A message by its name, with what fills its blanks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    pub id: &'static str,
    pub fill: Vec<(&'static str, Fill)>,
}

/// What goes into a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fill {
    /// As it was written, or as a machine names it.
    Text(String),
    Number(i64),
    Date(NaiveDate),
    /// A local date and time.
    At(NaiveDateTime),
    Time(NaiveTime),
    /// A time of day, the end of the day among them.
    Minute(MinuteOfDay),
    /// Another message in the middle of this one.
    Said(Said),
    /// Several, one after the other.
    All(Vec<Said>),
}

/// The message of that name, without anything to fill in yet.
pub fn said(id: &'static str) -> Said {
    Said {
        id,
        fill: Vec::new(),
    }
}

impl Said {
    /// The same with a blank filled.
    #[must_use]
    pub fn with(mut self, name: &'static str, fill: impl Into<Fill>) -> Self {
        self.fill.push((name, fill.into()));
        self
    }
}

impl From<Said> for Fill {
    fn from(said: Said) -> Self {
        Fill::Said(said)
    }
}

impl From<Vec<Said>> for Fill {
    fn from(all: Vec<Said>) -> Self {
        Fill::All(all)
    }
}

impl From<&str> for Fill {
    fn from(text: &str) -> Self {
        Fill::Text(text.to_owned())
    }
}

impl From<String> for Fill {
    fn from(text: String) -> Self {
        Fill::Text(text)
    }
}

impl From<&String> for Fill {
    fn from(text: &String) -> Self {
        Fill::Text(text.clone())
    }
}

impl From<NaiveDate> for Fill {
    fn from(date: NaiveDate) -> Self {
        Fill::Date(date)
    }
}

impl From<NaiveDateTime> for Fill {
    fn from(at: NaiveDateTime) -> Self {
        Fill::At(at)
    }
}

impl From<MinuteOfDay> for Fill {
    fn from(minute: MinuteOfDay) -> Self {
        Fill::Minute(minute)
    }
}

macro_rules! numbers {
    ($($kind:ty)+) => {
        $(impl From<$kind> for Fill {
            fn from(number: $kind) -> Self {
                Fill::Number(i64::try_from(number).unwrap_or(i64::MAX))
            }
        })+
    };
}
numbers!(i32 i64 u8 u32 u64 usize);

/// For logs and tests: the name of the message and what is in it, in no language.
impl fmt::Display for Said {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id)?;
        for (name, fill) in &self.fill {
            write!(f, " {name}=")?;
            match fill {
                Fill::Text(text) => write!(f, "{text:?}")?,
                Fill::Number(number) => write!(f, "{number}")?,
                Fill::Date(date) => write!(f, "{date}")?,
                Fill::At(at) => write!(f, "{at}")?,
                Fill::Time(time) => write!(f, "{time}")?,
                Fill::Minute(minute) => write!(f, "{minute}")?,
                Fill::Said(said) => write!(f, "({said})")?,
                Fill::All(all) => f
                    .debug_list()
                    .entries(all.iter().map(ToString::to_string))
                    .finish()?,
            }
        }
        Ok(())
    }
}
