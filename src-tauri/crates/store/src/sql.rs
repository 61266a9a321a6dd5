//! How domain values stand in columns.

use crate::error::{Error, Result};
use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use domain::{Pattern, Wish};
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

/// A text as it stands in the row.
pub(crate) fn text<'a>(row: &'a Row<'_>, column: usize) -> Result<&'a str> {
    match row.get_ref(column)? {
        ValueRef::Text(bytes) => std::str::from_utf8(bytes)
            .map_err(|_| Error::Row(format!("column {column} holds no text"))),
        _ => Err(Error::Row(format!("column {column} holds no text"))),
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
    // By its places first: a search for openings reads tens of thousands of them.
    by_place(text)
        .or_else(|| NaiveDateTime::parse_from_str(text, LOCAL).ok())
        .ok_or_else(|| Error::Row(format!("\"{text}\" is not a local time")))
}

/// `2026-11-23T09:00`, character by character.
fn by_place(text: &str) -> Option<NaiveDateTime> {
    let bytes: &[u8; 16] = text.as_bytes().try_into().ok()?;
    let [a, b, c, d, b'-', e, f, b'-', g, h, b'T', i, j, b':', k, l] = *bytes else {
        return None;
    };
    let digits = [a, b, c, d, e, f, g, h, i, j, k, l];
    if !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let [a, b, c, d, e, f, g, h, i, j, k, l] = digits.map(|digit| u32::from(digit - b'0'));
    let year = i32::try_from(a * 1000 + b * 100 + c * 10 + d).ok()?;
    NaiveDate::from_ymd_opt(year, e * 10 + f, g * 10 + h)?.and_hms_opt(i * 10 + j, k * 10 + l, 0)
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

/// What somebody wishes for; nearly always nothing.
pub(crate) fn wish_of(text: &str) -> Result<Wish> {
    match text {
        "{}" => Ok(Wish::default()),
        text => from_json(text),
    }
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
