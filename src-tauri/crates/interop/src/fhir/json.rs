//! Members of a resource, read leniently where nothing is lost, refused where it would be.

use domain::{Said, said};
use serde::Deserialize;
use serde_json::{Map, Value};
use std::borrow::Cow;

pub(super) type Object = Map<String, Value>;

/// The type of a resource without reading the rest of it into memory.
pub(super) fn resource_type(text: &str) -> Result<Option<Cow<'_, str>>, Said> {
    #[derive(Deserialize)]
    struct Probe<'a> {
        #[serde(rename = "resourceType", borrow, default)]
        kind: Option<Cow<'a, str>>,
    }
    serde_json::from_str::<Probe<'_>>(text)
        .map(|probe| probe.kind)
        .map_err(|error| reason(&error))
}

/// What is wrong, without the position, which would be one within the resource only.
pub(super) fn reason(error: &serde_json::Error) -> Said {
    let text = error.to_string();
    if text.contains("recursion limit") {
        return said("reason-too-deep");
    }
    let what = text
        .rfind(" at line ")
        .map_or(text.as_str(), |end| &text[..end]);
    said("reason-json").with("detail", what)
}

/// A text, or a number as text; without control characters.
pub(super) fn text(object: &Object, name: &str) -> Result<Option<String>, Said> {
    let text = match object.get(name) {
        None | Some(Value::Null) => return Ok(None),
        Some(Value::String(text)) => crate::limits::clean(text),
        Some(Value::Number(number)) => number.to_string(),
        Some(_) => return Err(said("reason-not-text").with("name", name)),
    };
    Ok((!text.is_empty()).then_some(text))
}

/// As [`text`], not longer than a limit in characters.
pub(super) fn short(object: &Object, name: &str, limit: usize) -> Result<Option<String>, Said> {
    let text = text(object, name)?;
    if let Some(text) = &text {
        crate::limits::within(text, limit, name)?;
    }
    Ok(text)
}

/// Several texts, or one where several are allowed; each at most `limit` characters.
pub(super) fn texts(object: &Object, name: &str, limit: usize) -> Result<Vec<String>, Said> {
    let Some(Value::Array(all)) = object.get(name) else {
        return Ok(short(object, name, limit)?.into_iter().collect());
    };
    let mut texts = Vec::with_capacity(all.len());
    for one in all {
        match one {
            Value::Null => {}
            Value::String(one) => {
                let one = crate::limits::clean(one);
                crate::limits::within(&one, limit, name)?;
                texts.push(one);
            }
            _ => return Err(said("reason-holds-no-text").with("name", name)),
        }
    }
    Ok(texts)
}

/// An object, or the first of several where older versions allow several.
pub(super) fn object<'a>(object: &'a Object, name: &str) -> Result<Option<&'a Object>, Said> {
    Ok(list(object, name)?.into_iter().next())
}

/// Several objects, or one where several are allowed.
pub(super) fn list<'a>(object: &'a Object, name: &str) -> Result<Vec<&'a Object>, Said> {
    match object.get(name) {
        None | Some(Value::Null) => Ok(Vec::new()),
        Some(Value::Object(one)) => Ok(vec![one]),
        Some(Value::Array(all)) => all
            .iter()
            .filter(|one| !one.is_null())
            .map(|one| {
                one.as_object()
                    .ok_or_else(|| said("reason-holds-no-object").with("name", name))
            })
            .collect(),
        Some(_) => Err(said("reason-no-object").with("name", name)),
    }
}

/// Yes or no.
pub(super) fn flag(object: &Object, name: &str) -> Result<Option<bool>, Said> {
    match object.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::Bool(flag)) => Ok(Some(*flag)),
        Some(_) => Err(said("reason-no-flag").with("name", name)),
    }
}

/// What a coded concept says to a person: its text, else the first display, else the first code.
pub(super) fn concept(object: &Object, limit: usize) -> Result<Option<String>, Said> {
    if let Some(text) = short(object, "text", limit)? {
        return Ok(Some(text));
    }
    let codings = list(object, "coding")?;
    for name in ["display", "code"] {
        for coding in &codings {
            if let Some(text) = short(coding, name, limit)? {
                return Ok(Some(text));
            }
        }
    }
    Ok(None)
}

/// The value of a Daybook extension.
pub(super) fn extension(object: &Object, name: &str) -> Result<Option<String>, Said> {
    for one in list(object, "extension")? {
        let url = one.get("url").and_then(Value::as_str);
        if url.and_then(|url| url.strip_prefix(super::EXTENSION)) == Some(name) {
            return text(one, "valueString");
        }
    }
    Ok(None)
}
