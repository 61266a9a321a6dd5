//! Fits text into a width: breaks it into lines, or shortens it with an ellipsis.

use std::rc::Rc;

use unicode_linebreak::{BreakOpportunity, linebreaks};
use unicode_segmentation::UnicodeSegmentation;

use super::shape::{Base, Shaped, Shaper};
use crate::fonts::Weight;

const ELLIPSIS: char = '\u{2026}';

/// Size and weight of a text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Style {
    /// Points.
    pub(crate) size: f32,
    pub(crate) weight: Weight,
}

impl Style {
    pub(crate) const fn regular(size: f32) -> Self {
        Self {
            size,
            weight: Weight::Regular,
        }
    }

    pub(crate) const fn bold(size: f32) -> Self {
        Self {
            size,
            weight: Weight::Bold,
        }
    }
}

/// Lines that fit, and whether they hold all of the text.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Fitted {
    pub(crate) lines: Vec<Rc<Shaped>>,
    pub(crate) whole: bool,
}

/// Width of a line in points.
pub(crate) fn width(shaped: &Shaped, style: Style) -> f32 {
    shaped.width * style.size / 1000.0
}

/// One line no wider than `room` points, with an ellipsis where it was cut; nothing when not even that has room.
pub(crate) fn fit(shaper: &mut Shaper, text: &str, style: Style, room: f32) -> Fitted {
    let shaped = shaper.line(text, style.weight);
    if width(&shaped, style) <= room {
        return Fitted {
            lines: vec![shaped],
            whole: true,
        };
    }
    cut(shaper, text, &shaped, style, room, None)
}

/// The first of the styles in which a text fits `room` points in one line; the last one when it fits in none.
pub(crate) fn largest(shaper: &mut Shaper, text: &str, styles: &[Style], room: f32) -> Style {
    let fits = |style: &&Style| width(&shaper.line(text, style.weight), **style) <= room;
    let found = styles.iter().find(fits).or(styles.last());
    found.copied().unwrap_or(Style::regular(8.0))
}

/// Up to `most` lines no wider than `room` points; the last one ends in an ellipsis when the text goes on.
pub(crate) fn wrap(
    shaper: &mut Shaper,
    text: &str,
    style: Style,
    room: f32,
    most: usize,
) -> Fitted {
    let mut fitted = Fitted {
        lines: Vec::new(),
        whole: true,
    };
    for paragraph in text
        .split('\n')
        .map(str::trim)
        .filter(|paragraph| !paragraph.is_empty())
    {
        if fitted.lines.len() >= most {
            fitted.whole = false;
            break;
        }
        let left = most - fitted.lines.len();
        let more = wrap_paragraph(shaper, paragraph, style, room, left);
        fitted.lines.extend(more.lines);
        if !more.whole {
            fitted.whole = false;
            break;
        }
    }
    fitted
}

fn wrap_paragraph(shaper: &mut Shaper, text: &str, style: Style, room: f32, most: usize) -> Fitted {
    let whole = shaper.line(text, style.weight);
    if width(&whole, style) <= room {
        return Fitted {
            lines: vec![whole],
            whole: true,
        };
    }
    let scale = style.size / 1000.0;
    let base = base_of(text);
    let ranges = break_lines(text, |start, end| {
        whole.width_of(start..start + text.get(start..end).unwrap_or_default().trim_end().len())
            * scale
            <= room
    });
    let mut fitted = Fitted {
        lines: Vec::new(),
        whole: true,
    };
    let last = most.saturating_sub(1);
    for (index, (start, end)) in ranges.iter().copied().enumerate() {
        let goes_on = index == last && ranges.len() > most;
        let rest = text
            .get(start..if goes_on { text.len() } else { end })
            .unwrap_or_default()
            .trim_end();
        let shaped = shaper.part(rest, style.weight, base);
        if !goes_on && width(&shaped, style) <= room {
            fitted.lines.push(shaped);
            continue;
        }
        let short = cut(shaper, rest, &shaped, style, room, base);
        fitted.lines.extend(short.lines);
        fitted.whole = false;
        if goes_on {
            break;
        }
    }
    fitted
}

/// Byte ranges of the lines, breaking where the language allows and inside a word only when it alone is too wide.
fn break_lines(text: &str, fits: impl Fn(usize, usize) -> bool) -> Vec<(usize, usize)> {
    let mut lines = Vec::new();
    let mut start = 0;
    let mut good = 0;
    for (at, opportunity) in linebreaks(text) {
        if !fits(start, at) {
            if good > start {
                lines.push((start, good));
                start = good;
            }
            while !fits(start, at) {
                let piece = longest_piece(text, start, at, &fits);
                if piece >= at {
                    break;
                }
                lines.push((start, piece));
                start = piece;
            }
        }
        good = at;
        if opportunity == BreakOpportunity::Mandatory && at > start {
            lines.push((start, at));
            start = at;
        }
    }
    if start < text.len() {
        lines.push((start, text.len()));
    }
    lines
}

/// End of the longest piece of a too long word that fits: at least one letter.
fn longest_piece(
    text: &str,
    start: usize,
    end: usize,
    fits: impl Fn(usize, usize) -> bool,
) -> usize {
    let mut piece = start;
    for (offset, grapheme) in text
        .get(start..end)
        .unwrap_or_default()
        .grapheme_indices(true)
    {
        let next = start + offset + grapheme.len();
        if piece > start && !fits(start, next) {
            break;
        }
        piece = next;
    }
    piece
}

fn cut(
    shaper: &mut Shaper,
    text: &str,
    shaped: &Shaped,
    style: Style,
    room: f32,
    base: Base,
) -> Fitted {
    let scale = style.size / 1000.0;
    let mark = shaper.line(&ELLIPSIS.to_string(), style.weight).width * scale;
    let ends: Vec<usize> = text
        .grapheme_indices(true)
        .map(|(at, _)| at)
        .filter(|at| *at > 0)
        .collect();
    let mut count = ends.partition_point(|end| shaped.width_of(0..*end) * scale + mark <= room);
    while let Some(end) = count.checked_sub(1).and_then(|last| ends.get(last)) {
        let kept = text.get(..*end).unwrap_or_default().trim_end();
        let shortened = shaper.part(&format!("{kept}{ELLIPSIS}"), style.weight, base);
        if width(&shortened, style) <= room {
            return Fitted {
                lines: vec![shortened],
                whole: false,
            };
        }
        count -= 1;
    }
    let mark = shaper.line(&ELLIPSIS.to_string(), style.weight);
    let lines = if width(&mark, style) <= room {
        vec![mark]
    } else {
        Vec::new()
    };
    Fitted {
        lines,
        whole: false,
    }
}

/// Which way a paragraph runs, so that each of its lines runs the same; none when it is plain left to right.
fn base_of(text: &str) -> Base {
    if text.is_ascii() {
        return None;
    }
    unicode_bidi::BidiInfo::new(text, None)
        .paragraphs
        .first()
        .map(|paragraph| paragraph.level)
}

#[cfg(test)]
mod tests {
    use super::*;

    const STYLE: Style = Style::regular(9.0);

    fn letters(fitted: &Fitted) -> Vec<String> {
        let line = |shaped: &Rc<Shaped>| {
            shaped
                .runs
                .iter()
                .flat_map(|run| &run.clusters)
                .map(|cluster| cluster.text.as_str())
                .collect()
        };
        fitted.lines.iter().map(line).collect()
    }

    #[test]
    fn a_long_text_breaks_between_words_and_every_line_fits() {
        let text = "Blood thinner: checked on Friday, escort is the daughter, call before noon";
        let fitted = wrap(&mut Shaper::default(), text, STYLE, 90.0, 99);
        assert!(fitted.whole && fitted.lines.len() > 2);
        assert!(fitted.lines.iter().all(|line| width(line, STYLE) <= 90.0));
        assert_eq!(letters(&fitted).join(" "), text);
    }

    #[test]
    fn a_word_without_end_is_broken_inside() {
        let fitted = wrap(&mut Shaper::default(), &"x".repeat(200), STYLE, 60.0, 99);
        assert!(fitted.whole && fitted.lines.iter().all(|line| width(line, STYLE) <= 60.0));
        assert_eq!(letters(&fitted).concat().len(), 200);
    }

    #[test]
    fn chinese_breaks_without_spaces() {
        let fitted = wrap(
            &mut Shaper::default(),
            "患者对青霉素过敏请每一步都解释清楚",
            STYLE,
            40.0,
            99,
        );
        assert!(fitted.whole && fitted.lines.len() > 2);
    }

    #[test]
    fn what_is_cut_ends_in_an_ellipsis_and_says_so() {
        for text in [
            "Wolfeschlegelsteinhausenbergerdorff",
            "محمد عبد الله بن عبد العزيز",
            "王小明王小明王小明王小明",
        ] {
            let fitted = fit(&mut Shaper::default(), text, STYLE, 40.0);
            assert!(!fitted.whole);
            assert!(width(&fitted.lines[0], STYLE) <= 40.0);
            assert!(letters(&fitted)[0].contains(ELLIPSIS), "{text}");
        }
        let two = wrap(
            &mut Shaper::default(),
            "one two three four five six seven",
            STYLE,
            40.0,
            2,
        );
        assert!(!two.whole && two.lines.len() == 2);
        assert!(letters(&two)[1].ends_with(ELLIPSIS));
    }

    #[test]
    fn no_room_gives_no_line_rather_than_one_that_sticks_out() {
        assert!(
            fit(&mut Shaper::default(), "Amara", STYLE, 1.0)
                .lines
                .is_empty()
        );
    }
}
