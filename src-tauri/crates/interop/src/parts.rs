//! Calendars and address books cut into their parts: what stands between BEGIN and END.
//!
//! A file is read line by line, so that its size does not matter, that a part knows its line, and
//! that one broken part spoils no other. Of each part only the properties that are asked for are
//! kept: pictures and attachments, however large, are passed over while they are read.

mod lines;
mod text;

use crate::InteropError;
use domain::{Said, said};
use lines::{Line, Lines};
use std::io::Read;
use std::ops::ControlFlow;
use text::decoded;

/// A part of a file, as text with one property a line.
#[derive(Debug)]
pub(crate) struct Part {
    /// Its name in capitals, such as VEVENT.
    pub(crate) name: String,
    /// Where it begins, from 1.
    pub(crate) line: u32,
    /// `BEGIN:` to `END:` with the properties asked for.
    pub(crate) text: String,
    /// Why nothing can be said of it, if so.
    pub(crate) fault: Option<Said>,
}

/// What a kind of file holds that is asked for.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Wanted {
    /// The envelope around parts, which has none of its own that are asked for.
    pub(crate) envelope: Option<&'static str>,
    pub(crate) parts: &'static [WantedPart],
    /// A property whose value may be a part of the same name, which is passed over.
    pub(crate) holder: Option<&'static str>,
}

/// A part and what is kept of it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct WantedPart {
    pub(crate) name: &'static str,
    pub(crate) properties: &'static [&'static str],
    /// Parts within it that are kept, with the same properties.
    pub(crate) within: &'static [&'static str],
}

/// The largest part without what is passed over, in bytes. Sixty thousand dates fit in it.
const LARGEST: usize = 1024 * 1024;
/// The longest property that is kept, in bytes.
const LONGEST: usize = 512 * 1024;
/// How deep parts may stand in each other; the formats themselves need two.
const DEEPEST: usize = 16;

/// Hands over each part to its end, those too that nobody asked for, without their properties.
/// Returns whether the file is one of this kind at all: whether any part or envelope begins in it.
///
/// # Errors
/// [`InteropError::Read`] where the medium fails.
pub(crate) fn each(
    reader: impl Read,
    source: &str,
    wanted: &Wanted,
    sink: &mut dyn FnMut(Part) -> ControlFlow<()>,
) -> Result<bool, InteropError> {
    let mut cutter = Cutter {
        wanted,
        open: None,
        known: false,
    };
    let mut lines = Lines::new(reader).map_err(|error| InteropError::Read {
        source_name: source.to_owned(),
        error,
    })?;
    while let Some(line) = lines.next().map_err(|error| InteropError::Read {
        source_name: source.to_owned(),
        error,
    })? {
        for part in cutter.line(&line).into_iter().flatten() {
            if sink(part).is_break() {
                return Ok(true);
            }
        }
    }
    if let Some(part) = cutter.end_of_file() {
        // Nothing follows that could still be stopped.
        let _ = sink(part);
    }
    Ok(cutter.known)
}

impl Part {
    /// The part with the values of these properties as plain text, for what the library that reads
    /// it would drop or bend: it reads a number that is too large as another one.
    pub(crate) fn with_plain(mut self, names: &[&str]) -> Self {
        let mut text = String::with_capacity(self.text.len() + 64);
        for line in self.text.split_inclusive('\n') {
            let end = line.find([':', ';']).unwrap_or(0);
            let name = &line[..end];
            let bare = name.rsplit_once('.').map_or(name, |(_, bare)| bare);
            match line.split_once(':') {
                Some((_, value)) if names.iter().any(|one| bare.eq_ignore_ascii_case(one)) => {
                    text.push_str(bare);
                    text.push_str(";VALUE=TEXT:");
                    text.push_str(value);
                }
                _ => text.push_str(line),
            }
        }
        self.text = text;
        self
    }
}

struct Cutter<'w> {
    wanted: &'w Wanted,
    open: Option<Open>,
    known: bool,
}

/// A part that has begun and not yet ended.
struct Open {
    part: Part,
    kept: Option<&'static WantedPart>,
    /// Parts within it that have begun, the innermost last.
    within: Vec<String>,
    /// The property that is being read, unfolded.
    property: Property,
    /// vCard 2.1 keeps the space at which a line is folded.
    keeps_space: bool,
}

/// The state of the property that is being read.
#[derive(Default)]
struct Property {
    /// Its bytes; none when it is passed over.
    bytes: Option<Vec<u8>>,
    quoted_printable: bool,
    /// Whether the last line ended so that the next belongs to it without a space in front.
    continues: bool,
    holds_part: bool,
}

impl Cutter<'_> {
    /// At most two parts end with one line: one that was never closed, and one that is now.
    fn line(&mut self, line: &Line<'_>) -> [Option<Part>; 2] {
        if let Some(open) = &mut self.open {
            let folded = line.bytes.starts_with(b" ") || line.bytes.starts_with(b"\t");
            if folded || open.property.continues {
                open.goes_on(line, folded);
                return [None, None];
            }
        }
        if line.bytes.is_empty() {
            return [None, None];
        }
        let (name, value) = name_and_value(line.bytes);
        match name.as_str() {
            "BEGIN" => [self.begin(line.number, &value), None],
            "END" => [self.end(&value), None],
            _ => {
                if let Some(open) = &mut self.open {
                    open.property_begins(&name, line, self.wanted.holder);
                }
                [None, None]
            }
        }
    }

    fn begin(&mut self, line: u32, name: &str) -> Option<Part> {
        let named = |one: &&WantedPart| one.name == name;
        let mut unclosed = None;
        if let Some(open) = &mut self.open {
            let holds = std::mem::take(&mut open.property.holds_part);
            open.property_ends();
            let begins_anew = !holds
                && (self.wanted.envelope == Some(name)
                    || self.wanted.parts.iter().any(|part| part.name == name));
            if !begins_anew {
                open.part_begins(name);
                return None;
            }
            unclosed = self.unclosed();
        }
        self.known |= self.wanted.envelope == Some(name);
        if self.wanted.envelope == Some(name) {
            return unclosed;
        }
        let kept = self.wanted.parts.iter().find(named);
        self.known |= kept.is_some();
        let mut part = Part {
            name: crate::limits::excerpt(name),
            line,
            text: String::new(),
            fault: None,
        };
        if kept.is_some() {
            part.text = format!("BEGIN:{name}\r\n");
        }
        self.open = Some(Open {
            part,
            kept,
            within: Vec::new(),
            property: Property::default(),
            keeps_space: false,
        });
        unclosed
    }

    fn end(&mut self, name: &str) -> Option<Part> {
        if self.wanted.envelope == Some(name) {
            return self.unclosed();
        }
        let open = self.open.as_mut()?;
        open.property_ends();
        if open.within.last().is_some_and(|within| within == name) {
            open.within.pop();
            open.boundary("END", name);
            return None;
        }
        // Whatever stands open within ends with it.
        if open.part.name == name {
            let mut open = self.open.take()?;
            while let Some(within) = open.within.pop() {
                open.boundary("END", &within);
            }
            if open.kept.is_some() {
                open.part.text.push_str(&format!("END:{name}\r\n"));
            }
            return Some(open.part);
        }
        None
    }

    fn end_of_file(&mut self) -> Option<Part> {
        self.unclosed()
    }

    fn unclosed(&mut self) -> Option<Part> {
        let mut part = self.open.take()?.part;
        part.fault
            .get_or_insert_with(|| said("reason-not-whole").with("name", &part.name));
        Some(part)
    }
}

impl Open {
    /// Whether properties at this depth are kept.
    fn listens(&self) -> Option<&'static WantedPart> {
        let kept = self.kept?;
        let all = self
            .within
            .iter()
            .all(|within| kept.within.contains(&within.as_str()));
        all.then_some(kept)
    }

    fn part_begins(&mut self, name: &str) {
        if self.within.len() >= DEEPEST {
            self.faulty("reason-parts-deep");
            return;
        }
        self.within.push(crate::limits::excerpt(name));
        self.boundary("BEGIN", name);
    }

    /// A line of BEGIN or END of a part within, where it is kept.
    fn boundary(&mut self, which: &str, name: &str) {
        let kept = self.kept.is_some_and(|kept| kept.within.contains(&name));
        if kept && self.part.text.len() < LARGEST {
            self.part.text.push_str(&format!("{which}:{name}\r\n"));
        }
    }

    fn property_begins(&mut self, name: &str, line: &Line<'_>, holder: Option<&str>) {
        self.property_ends();
        // Grouped properties such as item1.TEL are known by what follows the point.
        let bare = name.rsplit_once('.').map_or(name, |(_, bare)| bare);
        let head = line.bytes.split(|byte| *byte == b':').next();
        let quoted_printable = head.is_some_and(|head| {
            let head = head.to_ascii_uppercase();
            memchr_find(&head, b"QUOTED-PRINTABLE")
        });
        if bare == "VERSION" && line.bytes.ends_with(b"2.1") {
            self.keeps_space = true;
        }
        let wanted = self
            .listens()
            .is_some_and(|kept| kept.properties.contains(&bare));
        self.property = Property {
            bytes: wanted.then(Vec::new),
            quoted_printable,
            continues: false,
            holds_part: holder == Some(bare),
        };
        self.adds(line.bytes, line.is_cut);
    }

    fn goes_on(&mut self, line: &Line<'_>, folded: bool) {
        let continues = self.property.continues;
        let bytes = match line.bytes {
            [b' ' | b'\t', rest @ ..] if folded && !continues && !self.keeps_space => rest,
            whole => whole,
        };
        self.adds(bytes, line.is_cut);
    }

    /// Adds a line's bytes to the property; a soft line break at its end is taken off.
    fn adds(&mut self, bytes: &[u8], is_cut: bool) {
        let property = &mut self.property;
        let soft = property.quoted_printable && bytes.ends_with(b"=");
        property.continues = soft;
        let Some(so_far) = &mut property.bytes else {
            return;
        };
        if is_cut || so_far.len() + bytes.len() > LONGEST {
            property.bytes = None;
            self.faulty("reason-line-long");
            return;
        }
        so_far.extend_from_slice(if soft {
            &bytes[..bytes.len() - 1]
        } else {
            bytes
        });
    }

    fn property_ends(&mut self) {
        let property = std::mem::take(&mut self.property);
        let Some(bytes) = property.bytes else { return };
        if self.part.text.len() + bytes.len() > LARGEST {
            self.faulty("reason-part-large");
            return;
        }
        self.part.text.push_str(&decoded(&bytes));
        self.part.text.push_str("\r\n");
    }

    fn faulty(&mut self, reason: &'static str) {
        self.part.fault.get_or_insert_with(|| said(reason));
    }
}

/// A property's name in capitals with its group, and its value in capitals; both cut to a length at
/// which no name is.
fn name_and_value(line: &[u8]) -> (String, String) {
    const LONGEST_NAME: usize = 100;
    // A byte order mark at the beginning of a file that was put together from several.
    let line = line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(line);
    let line = &line[..line.len().min(2 * LONGEST_NAME)];
    let end = line
        .iter()
        .position(|byte| matches!(byte, b':' | b';'))
        .unwrap_or(line.len());
    let capitals = |bytes: &[u8]| {
        let text: String = String::from_utf8_lossy(bytes)
            .chars()
            .filter(|c| !c.is_control())
            .take(LONGEST_NAME)
            .collect();
        text.trim().to_ascii_uppercase()
    };
    let value = line.get(end + 1..).unwrap_or_default();
    (capitals(&line[..end]), capitals(value))
}

fn memchr_find(text: &[u8], wanted: &[u8]) -> bool {
    text.windows(wanted.len()).any(|window| window == wanted)
}
