//! A file of any size, one resource at a time.

use domain::{Said, said};
use serde::Deserialize;
use serde::de::{self, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::cell::Cell;
use std::fmt;
use std::io::{self, BufRead, BufReader, Read};
use std::ops::ControlFlow;
use std::rc::Rc;

/// The largest single resource; a file may be of any size.
const LARGEST_RESOURCE: u64 = 64 * 1024 * 1024;
/// How far a file is looked into to tell ndjson from one document.
const HEAD: u64 = 1024 * 1024;

/// One resource, or the place where the file cannot be read on.
pub(super) enum Piece<'a> {
    Resource {
        /// Line in ndjson, else the number of the entry; from 1.
        line: u32,
        full_url: Option<&'a str>,
        json: &'a str,
    },
    Broken {
        /// Line in ndjson; the number of the entry when only that is wrong; else the line of the file.
        line: u32,
        reason: Said,
    },
}

impl Piece<'_> {
    /// The same piece under the number of the entry that it stands in.
    pub(super) fn numbered(self, number: u32) -> Self {
        match self {
            Piece::Resource { full_url, json, .. } => Piece::Resource {
                line: number,
                full_url,
                json,
            },
            Piece::Broken { reason, .. } => Piece::Broken {
                line: number,
                reason,
            },
        }
    }
}

type See<'s> = &'s mut dyn FnMut(Piece<'_>) -> ControlFlow<()>;

/// Reads all pieces until the end, until the first place that is not JSON, or until told to stop.
/// Only a failing medium is an error.
pub(super) fn read(mut reader: impl Read, by_line: bool, see: See<'_>) -> io::Result<()> {
    let mut head = Vec::new();
    reader.by_ref().take(HEAD).read_to_end(&mut head)?;
    if head.starts_with(b"\xEF\xBB\xBF") {
        head.drain(..3);
    }
    let by_line = (by_line && !opens_document(&head)) || looks_like_lines(&head);
    let rest = BufReader::new(io::Cursor::new(head).chain(reader));
    if by_line {
        lines(rest, see)
    } else {
        document(rest, see)
    }
}

/// The first line is a whole value, and another one follows.
fn looks_like_lines(head: &[u8]) -> bool {
    let head = head.trim_ascii_start();
    let Some(end) = head.iter().position(|byte| *byte == b'\n') else {
        return false;
    };
    let (first, rest) = head.split_at(end);
    rest.trim_ascii_start().starts_with(b"{") && serde_json::from_slice::<IgnoredAny>(first).is_ok()
}

/// Whatever the file is called, its first line only begins a bundle or a list, over more lines. A
/// first line of ndjson that is broken off does not look like this.
fn opens_document(head: &[u8]) -> bool {
    let head = head.trim_ascii_start();
    let first = head.split(|byte| *byte == b'\n').next().unwrap_or(head);
    let unfinished = serde_json::from_slice::<IgnoredAny>(first).is_err_and(|error| error.is_eof());
    let tight: Vec<u8> = first
        .iter()
        .copied()
        .filter(|byte| !byte.is_ascii_whitespace())
        .collect();
    unfinished
        && (matches!(tight.as_slice(), b"{" | b"[")
            || tight.starts_with(b"{\"resourceType\":\"Bundle\""))
}

fn lines(mut reader: impl BufRead, see: See<'_>) -> io::Result<()> {
    let mut bytes = Vec::new();
    let mut line = 0_u32;
    loop {
        bytes.clear();
        line = line.saturating_add(1);
        let read = reader
            .by_ref()
            .take(LARGEST_RESOURCE)
            .read_until(b'\n', &mut bytes)?;
        if read == 0 {
            return Ok(());
        }
        let flow = if read as u64 == LARGEST_RESOURCE && !bytes.ends_with(b"\n") {
            reader.skip_until(b'\n')?;
            see(Piece::Broken {
                line,
                reason: too_large(),
            })
        } else if bytes.trim_ascii().is_empty() {
            continue;
        } else {
            match std::str::from_utf8(&bytes) {
                Err(_) => see(Piece::Broken {
                    line,
                    reason: said("reason-not-utf8"),
                }),
                Ok(text) => match serde_json::from_str::<&RawValue>(text) {
                    Ok(raw) => see(Piece::Resource {
                        line,
                        full_url: None,
                        json: raw.get(),
                    }),
                    Err(error) => see(Piece::Broken {
                        line,
                        reason: said("reason-not-json").with("detail", error.to_string()),
                    }),
                },
            }
        };
        if flow.is_break() {
            return Ok(());
        }
    }
}

fn document(reader: impl Read, see: See<'_>) -> io::Result<()> {
    let used = Rc::new(Cell::new(0));
    let metered = BufReader::new(Metered {
        reader,
        used: Rc::clone(&used),
    });
    let mut json = serde_json::Deserializer::from_reader(metered);
    let mut state = State {
        see,
        used,
        entry: 0,
        stopped: false,
    };
    if json.end().is_ok() {
        let _ = (state.see)(Piece::Broken {
            line: 1,
            reason: said("reason-empty"),
        });
        return Ok(());
    }
    while json.end().is_err() {
        state.used.set(0);
        let result = Document(&mut state).deserialize(&mut json);
        if state.stopped {
            return Ok(());
        }
        if let Err(error) = result {
            return broken(error, &mut state);
        }
    }
    Ok(())
}

fn broken(error: serde_json::Error, state: &mut State<'_>) -> io::Result<()> {
    let line = u32::try_from(error.line()).unwrap_or(u32::MAX);
    let reason = match error.classify() {
        serde_json::error::Category::Io if state.used.get() > LARGEST_RESOURCE => too_large(),
        serde_json::error::Category::Io => return Err(error.into()),
        serde_json::error::Category::Eof => said("reason-ends-early"),
        _ => said("reason-not-fhir").with("detail", error.to_string()),
    };
    // Nothing follows that could still be stopped.
    let _ = (state.see)(Piece::Broken { line, reason });
    Ok(())
}

fn too_large() -> Said {
    said("reason-too-large").with("megabytes", LARGEST_RESOURCE / 1024 / 1024)
}

/// Fails when a single resource takes too much memory.
struct Metered<R> {
    reader: R,
    used: Rc<Cell<u64>>,
}

impl<R: Read> Read for Metered<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.used.get() > LARGEST_RESOURCE {
            return Err(io::Error::other("a resource is too large"));
        }
        let read = self.reader.read(buffer)?;
        self.used.set(self.used.get() + read as u64);
        Ok(read)
    }
}

struct State<'s> {
    see: See<'s>,
    used: Rc<Cell<u64>>,
    entry: u32,
    stopped: bool,
}

impl State<'_> {
    fn hand<E: de::Error>(&mut self, piece: Piece<'_>) -> Result<(), E> {
        if (self.see)(piece).is_break() {
            self.stopped = true;
            return Err(E::custom("stopped"));
        }
        Ok(())
    }

    fn entry<E: de::Error>(&mut self, raw: &RawValue) -> Result<(), E> {
        self.entry = self.entry.saturating_add(1);
        let line = self.entry;
        match serde_json::from_str::<Entry<'_>>(raw.get()) {
            Err(error) => {
                let reason = said("reason-no-entry").with("what", super::json::reason(&error));
                self.hand(Piece::Broken { line, reason })
            }
            Ok(Entry {
                request: Some(Request {
                    method: Some(method),
                }),
                ..
            }) if method == "DELETE" => Ok(()),
            Ok(Entry {
                full_url,
                resource: Some(resource),
                ..
            }) => self.hand(Piece::Resource {
                line,
                full_url: full_url.as_deref(),
                json: resource.get(),
            }),
            Ok(Entry { resource: None, .. }) => Ok(()),
        }
    }
}

#[derive(Deserialize)]
struct Entry<'a> {
    #[serde(rename = "fullUrl", borrow, default)]
    full_url: Option<Cow<'a, str>>,
    #[serde(borrow, default)]
    resource: Option<&'a RawValue>,
    #[serde(default)]
    request: Option<Request>,
}

#[derive(Deserialize)]
struct Request {
    #[serde(default)]
    method: Option<String>,
}

/// A bundle, whose entries are handed on one by one, or a resource by itself.
struct Document<'a, 's>(&'a mut State<'s>);

impl<'de> DeserializeSeed<'de> for Document<'_, '_> {
    type Value = ();
    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<(), D::Error> {
        json.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Document<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a FHIR bundle or resource")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let mut members: Vec<(String, Box<RawValue>)> = Vec::new();
        let mut has_entries = false;
        while let Some(name) = map.next_key::<String>()? {
            if name == "entry" {
                has_entries = true;
                map.next_value_seed(Entries(self.0))?;
            } else {
                members.push((name, map.next_value()?));
            }
        }
        let is_bundle = members
            .iter()
            .any(|(name, value)| name == "resourceType" && value.get() == "\"Bundle\"");
        if has_entries || is_bundle {
            return Ok(());
        }
        let members: Vec<String> = members
            .iter()
            .map(|(name, value)| {
                format!("{}:{}", serde_json::Value::from(name.as_str()), value.get())
            })
            .collect();
        let json = format!("{{{}}}", members.join(","));
        let line = self.0.entry.saturating_add(1);
        self.0.entry = line;
        self.0.hand(Piece::Resource {
            line,
            full_url: None,
            json: &json,
        })
    }

    /// Some programs write a bare list of resources.
    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        self.0.used.set(0);
        while let Some(raw) = list.next_element::<Box<RawValue>>()? {
            let line = self.0.entry.saturating_add(1);
            self.0.entry = line;
            self.0.hand(Piece::Resource {
                line,
                full_url: None,
                json: raw.get(),
            })?;
            self.0.used.set(0);
        }
        Ok(())
    }
}

struct Entries<'a, 's>(&'a mut State<'s>);

impl<'de> DeserializeSeed<'de> for Entries<'_, '_> {
    type Value = ();
    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<(), D::Error> {
        json.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Entries<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of entries")
    }

    fn visit_unit<E: de::Error>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        self.0.used.set(0);
        while let Some(raw) = list.next_element::<Box<RawValue>>()? {
            self.0.entry(&raw)?;
            self.0.used.set(0);
        }
        Ok(())
    }
}
