//! How domain values stand in columns.

use crate::error::{Error, Result};
use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use domain::Pattern;
use rusqlite::types::ValueRef;
use rusqlite::{Params, Row, Statement};
use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

pub(crate) const LOCAL: &str = "%Y-%m-%dT%H:%M";

pub(crate) fn id_column<T: From<Uuid>>(row: &Row<'_>, column: usize) -> Result<T> {
    optional_id(row, column)?.ok_or_else(|| Error::Row(format!("column {column} is empty")))
}

pub(crate) fn optional_id<T: From<Uuid>>(row: &Row<'_>, column: usize) -> Result<Option<T>> {
    match row.get_ref(column)? {
        ValueRef::Null => Ok(None),
        ValueRef::Blob(bytes) => Uuid::from_slice(bytes)
            .map(|id| Some(T::from(id)))
            .map_err(|_| Error::Row(format!("column {column} holds no id"))),
        _ => Err(Error::Row(format!("column {column} holds no id"))),
    }
}

/// The ids in the first column of all rows.
pub(crate) fn ids<T: From<Uuid>>(read: &mut Statement<'_>, params: impl Params) -> Result<Vec<T>> {
    read.query_and_then(params, |row| id_column(row, 0))?
        .collect()
}

pub(crate) fn blob(id: Uuid) -> [u8; 16] {
    *id.as_bytes()
}

pub(crate) fn optional_blob(id: Option<Uuid>) -> Option<[u8; 16]> {
    id.map(blob)
}

pub(crate) fn date_text(date: NaiveDate) -> String {
    date.format("%Y-%m-%d").to_string()
}

pub(crate) fn local_text(at: NaiveDateTime) -> String {
    at.format(LOCAL).to_string()
}

pub(crate) fn instant_text(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(chrono::SecondsFormat::AutoSi, true)
}

pub(crate) fn date_of(text: &str) -> Result<NaiveDate> {
    NaiveDate::parse_from_str(text, "%Y-%m-%d")
        .map_err(|_| Error::Row(format!("\"{text}\" is not a date")))
}

pub(crate) fn local_of(text: &str) -> Result<NaiveDateTime> {
    NaiveDateTime::parse_from_str(text, LOCAL)
        .map_err(|_| Error::Row(format!("\"{text}\" is not a local time")))
}

pub(crate) fn instant_of(text: &str) -> Result<DateTime<Utc>> {
    DateTime::parse_from_rfc3339(text)
        .map(|at| at.with_timezone(&Utc))
        .map_err(|_| Error::Row(format!("\"{text}\" is not an instant")))
}

pub(crate) fn json<T: Serialize>(value: &T) -> Result<String> {
    serde_json::to_string(value).map_err(|error| Error::Row(error.to_string()))
}

pub(crate) fn from_json<T: DeserializeOwned>(text: &str) -> Result<T> {
    serde_json::from_str(text).map_err(|error| Error::Row(error.to_string()))
}

/// Who is busy in each unit of a visit (S2).
pub(crate) fn pattern_of(text: Option<String>) -> Result<Option<Pattern>> {
    text.map(|text| {
        text.parse()
            .map_err(|_| Error::Row(format!("\"{text}\" is not a pattern")))
    })
    .transpose()
}

/// A stored name of a closed set, such as a status.
pub(crate) fn named<T>(text: &str, read: impl Fn(&str) -> Option<T>) -> Result<T> {
    read(text).ok_or_else(|| Error::Row(format!("\"{text}\" is not a known word")))
}
