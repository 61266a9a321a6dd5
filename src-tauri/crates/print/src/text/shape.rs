//! One line of clean text -> glyphs in the order in which they are drawn.
//!
//! Bidi runs are split by script and by the first face that covers the letters; each piece is shaped knowing what stands
//! before and after it. Shaping is the dearest part of a page, so every distinct line is shaped once a document.

use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;
use std::str::FromStr;

use harfrust::{Buffer, Direction, ShapeOptions, ShapePlan, ShaperFont};
use unicode_bidi::{BidiInfo, Level};
use unicode_script::{Script, UnicodeScript};
use unicode_segmentation::UnicodeSegmentation;

use crate::fonts::{FaceId, Weight, candidates};

/// Drawn for a character that no face has.
const MISSING: char = '\u{25a1}';

/// Which way a paragraph runs; lines of one paragraph share it.
pub(crate) type Base = Option<Level>;

/// One glyph; lengths are thousandths of the font size.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Glyph {
    pub(crate) id: u16,
    pub(crate) advance: f32,
    pub(crate) dx: f32,
    pub(crate) dy: f32,
}

/// Letters that belong together and the glyphs that draw them.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Cluster {
    pub(crate) text: String,
    pub(crate) glyphs: Vec<Glyph>,
}

/// Neighbouring clusters of one face, in the order in which they are drawn.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Run {
    pub(crate) face: FaceId,
    pub(crate) embolden: bool,
    pub(crate) clusters: Vec<Cluster>,
}

/// A shaped line; lengths are thousandths of the font size.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Shaped {
    pub(crate) runs: Vec<Run>,
    pub(crate) width: f32,
    /// End byte of each cluster in reading order, and the width of the text up to there.
    stops: Vec<(usize, f32)>,
}

impl Shaped {
    /// Width of a byte range of the text, as shaped within the whole.
    pub(crate) fn width_of(&self, range: Range<usize>) -> f32 {
        let upto = |end: usize| match self.stops.partition_point(|(stop, _)| *stop <= end) {
            0 => 0.0,
            n => self.stops.get(n - 1).map_or(0.0, |(_, width)| *width),
        };
        upto(range.end) - upto(range.start)
    }
}

/// Part of a line that one face shapes in one go.
struct Item {
    range: Range<usize>,
    face: FaceId,
    script: Script,
    missing: bool,
}

/// Shapes lines and remembers them.
#[derive(Default)]
pub(crate) struct Shaper {
    lines: HashMap<Weight, HashMap<String, Rc<Shaped>>>,
    plans: HashMap<(FaceId, Script, bool), Option<ShapePlan>>,
    buffer: Buffer,
}

impl Shaper {
    /// Shapes a line of its own.
    pub(crate) fn line(&mut self, text: &str, weight: Weight) -> Rc<Shaped> {
        if let Some(known) = self.lines.get(&weight).and_then(|lines| lines.get(text)) {
            return Rc::clone(known);
        }
        let shaped = Rc::new(self.shape(text, weight, None));
        self.lines
            .entry(weight)
            .or_default()
            .insert(text.to_owned(), Rc::clone(&shaped));
        shaped
    }

    /// Shapes part of a paragraph, which runs the way of the whole.
    pub(crate) fn part(&mut self, text: &str, weight: Weight, base: Base) -> Rc<Shaped> {
        match base {
            None => self.line(text, weight),
            Some(_) => Rc::new(self.shape(text, weight, base)),
        }
    }

    fn shape(&mut self, text: &str, weight: Weight, base: Base) -> Shaped {
        let mut shaped = Shaped::default();
        let mut stops: Vec<(usize, f32)> = Vec::new();
        for (range, right_to_left) in visual_runs(text, base) {
            let mut items = itemise(text, range, weight);
            if right_to_left {
                items.reverse();
            }
            for item in items {
                let run = self.shape_item(text, &item, right_to_left, weight, &mut stops);
                shaped.width += run
                    .clusters
                    .iter()
                    .flat_map(|c| &c.glyphs)
                    .map(|g| g.advance)
                    .sum::<f32>();
                shaped.runs.push(run);
            }
        }
        stops.sort_unstable_by_key(|(end, _)| *end);
        let mut total = 0.0;
        for stop in &mut stops {
            total += stop.1;
            stop.1 = total;
        }
        shaped.stops = stops;
        shaped
    }

    fn shape_item(
        &mut self,
        text: &str,
        item: &Item,
        right_to_left: bool,
        weight: Weight,
        stops: &mut Vec<(usize, f32)>,
    ) -> Run {
        let mut run = Run {
            face: item.face,
            embolden: item.face.lacks(weight),
            clusters: Vec::new(),
        };
        let Some(font) = item.face.font() else {
            return run;
        };
        let source = text.get(item.range.clone()).unwrap_or_default();
        let direction = if right_to_left {
            Direction::RightToLeft
        } else {
            Direction::LeftToRight
        };
        let script = harfrust::Script::from_str(item.script.short_name()).ok();

        let mut buffer = std::mem::take(&mut self.buffer);
        buffer.reset();
        if item.missing {
            buffer.push(u32::from(MISSING), 0);
        } else {
            buffer.set_pre_context(text.get(..item.range.start).unwrap_or_default());
            buffer.push_str(source);
            buffer.set_post_context(text.get(item.range.end..).unwrap_or_default());
        }
        buffer.set_direction(direction);
        buffer.set_script(script);
        let plan = self
            .plans
            .entry((item.face, item.script, right_to_left))
            .or_insert_with(|| {
                buffer
                    .script()
                    .map(|script| ShapePlan::new(font, direction, Some(script), None, &[]))
            });
        let options = ShapeOptions::new().plan(plan.as_ref());
        if harfrust::shape(&ShaperFont::new(font), &mut buffer, options).is_ok() {
            let scale = 1000.0 / f32::from(font.units_per_em().max(1));
            run.clusters = clusters(&buffer, source, scale);
            let mut ends: Vec<usize> = buffer
                .glyph_infos()
                .iter()
                .map(|info| info.cluster as usize)
                .collect();
            ends.sort_unstable();
            ends.dedup();
            if right_to_left {
                ends.reverse();
            }
            for (cluster, start) in run.clusters.iter().zip(ends) {
                let width = cluster.glyphs.iter().map(|glyph| glyph.advance).sum();
                stops.push((item.range.start + start + cluster.text.len(), width));
            }
        }
        self.buffer = buffer;
        run
    }
}

/// Gathers the shaper's glyphs by the letters they draw.
fn clusters(buffer: &Buffer, source: &str, scale: f32) -> Vec<Cluster> {
    let mut starts: Vec<usize> = buffer
        .glyph_infos()
        .iter()
        .map(|info| info.cluster as usize)
        .collect();
    starts.sort_unstable();
    starts.dedup();
    let mut found: Vec<Cluster> = Vec::with_capacity(starts.len());
    let mut open: Option<usize> = None;
    for (info, position) in buffer.glyph_infos().iter().zip(buffer.glyph_positions()) {
        let start = info.cluster as usize;
        if open != Some(start) {
            let next = starts.partition_point(|other| *other <= start);
            let end = starts.get(next).copied().unwrap_or(source.len());
            let text = source.get(start..end).unwrap_or_default().to_owned();
            found.push(Cluster {
                text,
                glyphs: Vec::new(),
            });
            open = Some(start);
        }
        if let Some(cluster) = found.last_mut() {
            cluster.glyphs.push(Glyph {
                id: u16::try_from(info.glyph_id).unwrap_or(0),
                advance: position.x_advance as f32 * scale,
                dx: position.x_offset as f32 * scale,
                dy: position.y_offset as f32 * scale,
            });
        }
    }
    found
}

/// Byte ranges in drawing order, with whether they run right to left.
fn visual_runs(text: &str, base: Base) -> Vec<(Range<usize>, bool)> {
    if text.is_ascii() && base.is_none_or(|level| level.is_ltr()) {
        return vec![(0..text.len(), false)];
    }
    let bidi = BidiInfo::new(text, base);
    let mut runs = Vec::new();
    for paragraph in &bidi.paragraphs {
        let (levels, ranges) = bidi.visual_runs(paragraph, paragraph.range.clone());
        for range in ranges {
            let right_to_left = levels.get(range.start).is_some_and(|level| level.is_rtl());
            runs.push((range, right_to_left));
        }
    }
    runs
}

/// Splits a run by script and by the face that covers it, in reading order.
fn itemise(text: &str, range: Range<usize>, weight: Weight) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    let Some(run) = text.get(range.clone()) else {
        return items;
    };
    for (offset, grapheme) in run.grapheme_indices(true) {
        let start = range.start + offset;
        let end = start + grapheme.len();
        let script = own_script(grapheme);
        if let Some(item) = items.last_mut()
            && !item.missing
            && item.script != Script::Common
            && (script.is_none() || script == Some(item.script))
            && covers(item.face, grapheme)
        {
            item.range.end = end;
            continue;
        }
        let script =
            script.unwrap_or_else(|| items.last().map_or(Script::Common, |item| item.script));
        let chosen = candidates(weight).find(|face| covers(*face, grapheme));
        if let Some(item) = items.last_mut()
            && !item.missing
            && item.script == Script::Common
            && chosen == Some(item.face)
        {
            // What any script uses is shaped with the letters that follow.
            item.range.end = end;
            item.script = script;
            continue;
        }
        let stand_in = || {
            candidates(weight)
                .find(|face| face.covers(MISSING))
                .or(candidates(weight).next())
        };
        if let Some(face) = chosen.or_else(stand_in) {
            items.push(Item {
                range: start..end,
                face,
                script,
                missing: chosen.is_none(),
            });
        }
    }
    items
}

/// The script of a grapheme, unless it is one that any script uses.
fn own_script(grapheme: &str) -> Option<Script> {
    grapheme
        .chars()
        .map(|c| c.script())
        .find(|script| !matches!(script, Script::Common | Script::Inherited))
}

fn covers(face: FaceId, grapheme: &str) -> bool {
    grapheme
        .chars()
        .all(|c| matches!(c, '\u{200c}' | '\u{200d}') || face.covers(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faces(text: &str) -> Vec<&'static str> {
        Shaper::default()
            .line(text, Weight::Regular)
            .runs
            .iter()
            .map(|run| run.face.name())
            .collect()
    }

    #[test]
    fn each_script_finds_its_face() {
        let table = [
            ("Zoë Þórsdóttir", "NotoSans-Regular"),
            ("Елена Петрова", "NotoSans-Regular"),
            ("Ελένη", "NotoSans-Regular"),
            ("محمد عبد الله", "NotoSansArabic-Regular"),
            ("משה כהן", "NotoSansHebrew-Regular"),
            ("Արմեն", "NotoSansArmenian-Regular"),
            ("გიორგი", "NotoSansGeorgian-Regular"),
            ("प्रिया शर्मा", "NotoSansDevanagari-Regular"),
            ("মোহাম্মদ", "NotoSansBengali-Regular"),
            ("សុខ", "NotoSansKhmer-Regular"),
            ("王小明", "DroidSansFallback"),
            ("さくら", "DroidSansFallback"),
            ("김민준", "DroidSansFallback"),
        ];
        for (text, face) in table {
            assert_eq!(faces(text), [face], "{text}");
        }
    }

    #[test]
    fn no_letter_of_a_line_is_lost_or_doubled() {
        for text in ["Amara (34) محمد 2 של", "ฟ้า 🙈 x", "क्षत्रिय és 王"]
        {
            let shaped = Shaper::default().line(text, Weight::Bold);
            let mut letters: Vec<char> = shaped
                .runs
                .iter()
                .flat_map(|r| &r.clusters)
                .flat_map(|c| c.text.chars())
                .collect();
            let mut expected: Vec<char> = text.chars().collect();
            letters.sort_unstable();
            expected.sort_unstable();
            assert_eq!(letters, expected, "{text}");
            assert!(
                (shaped.width_of(0..text.len()) - shaped.width).abs() < 0.5,
                "{text}"
            );
        }
    }

    #[test]
    fn arabic_is_joined_and_drawn_from_its_end() {
        let joined = Shaper::default().line("محمد", Weight::Regular);
        let glyphs = |shaped: &Shaped| -> Vec<u16> {
            shaped
                .runs
                .iter()
                .flat_map(|r| &r.clusters)
                .flat_map(|c| &c.glyphs)
                .map(|g| g.id)
                .collect()
        };
        let apart: Vec<u16> = ["د", "م", "ح", "م"]
            .iter()
            .flat_map(|l| glyphs(&Shaper::default().line(l, Weight::Regular)))
            .collect();
        assert!(
            glyphs(&joined)
                .iter()
                .zip(&apart)
                .all(|(one, other)| one != other),
            "no letter keeps its lone shape"
        );
        let first = joined
            .runs
            .first()
            .and_then(|run| run.clusters.first())
            .map(|c| c.text.as_str());
        assert_eq!(first, Some("د"));
    }

    #[test]
    fn what_no_face_has_is_marked_and_keeps_its_text() {
        let shaped = Shaper::default().line("🙈", Weight::Regular);
        let cluster = &shaped.runs[0].clusters[0];
        assert_eq!(cluster.text, "🙈");
        assert!(cluster.glyphs[0].id != 0 && cluster.glyphs[0].advance > 0.0);
    }
}
