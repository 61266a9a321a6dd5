//! The hours of a day laid down a page: which of them are shown, how tall they are, and where the day breaks onto the next.

use std::ops::Range;

/// Least height of a box that can be read, in points.
pub(crate) const LEAST: f32 = 12.5;
/// Height of the mark that stands for hours left out.
pub(crate) const FOLD: f32 = 13.0;
/// Taller than this an hour only wastes paper, in points a minute.
const TALLEST: f32 = 2.6;
/// This many empty hours in a row are folded away.
const FOLDED_FROM: i32 = 2;
/// Shown when nothing says otherwise.
const USUAL: Range<i32> = 8..17;

/// Hours that follow each other without a fold, and where they start on the page.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Stretch {
    /// Minutes after midnight.
    pub(crate) minutes: Range<i32>,
    /// Points below the top of the grid.
    pub(crate) top: f32,
}

/// What one page shows of the day.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Slice {
    pub(crate) stretches: Vec<Stretch>,
    /// Points a minute.
    pub(crate) scale: f32,
}

impl Slice {
    /// Minutes from the first to the last that is shown.
    pub(crate) fn span(&self) -> Range<i32> {
        let first = self
            .stretches
            .first()
            .map_or(0, |stretch| stretch.minutes.start);
        let last = self
            .stretches
            .last()
            .map_or(0, |stretch| stretch.minutes.end);
        first..last
    }

    /// Points below the top of the grid; a folded minute lies on its fold.
    pub(crate) fn place(&self, minute: i32) -> f32 {
        let mut place = 0.0;
        for stretch in &self.stretches {
            if minute < stretch.minutes.start {
                return place;
            }
            let inside = minute.min(stretch.minutes.end) - stretch.minutes.start;
            place = stretch.top + inside as f32 * self.scale;
        }
        place
    }

    /// Height of what is shown.
    pub(crate) fn height(&self) -> f32 {
        self.place(self.span().end)
    }
}

/// Lays out the hours.
///
/// `open` are the working hours, `busy` the visits (both in minutes after midnight), `heights` the room on the first page
/// and on those after it.
pub(crate) fn plan(
    open: Option<Range<i32>>,
    busy: &[Range<i32>],
    heights: (f32, f32),
) -> Vec<Slice> {
    let hours = shown_hours(open, busy);
    let shortest = busy
        .iter()
        .map(|visit| visit.len() as i32)
        .min()
        .unwrap_or(30)
        .clamp(10, 30);
    let least_scale = LEAST / shortest as f32;
    let room = heights.0.min(heights.1);
    let mut parts = split(&hours, busy, least_scale, room);
    if parts.is_empty() {
        parts.push(hours);
    }
    let scale = parts
        .iter()
        .zip(std::iter::once(heights.0).chain(std::iter::repeat(heights.1)))
        .map(|(part, height)| {
            let folds = runs(part).len().saturating_sub(1) as f32;
            (height - folds * FOLD) / (part.len() as f32 * 60.0)
        })
        .fold(TALLEST, f32::min);
    parts.iter().map(|part| slice(part, scale)).collect()
}

fn slice(hours: &[i32], scale: f32) -> Slice {
    let mut top = 0.0;
    let mut stretches = Vec::new();
    for run in runs(hours) {
        let minutes = run.start * 60..run.end * 60;
        let height = minutes.len() as f32 * scale;
        stretches.push(Stretch { minutes, top });
        top += height + FOLD;
    }
    Slice { stretches, scale }
}

/// The hours to show, in order; hours in which nothing happens are left out where there are several in a row.
fn shown_hours(open: Option<Range<i32>>, busy: &[Range<i32>]) -> Vec<i32> {
    let core = match open {
        Some(open) if !open.is_empty() => open.start.div_euclid(60)..(open.end + 59).div_euclid(60),
        _ if busy.is_empty() => USUAL,
        _ => 0..0,
    };
    let wanted = |hour: &i32| {
        core.contains(hour)
            || busy.iter().any(|visit| {
                visit.start < (hour + 1) * 60 && visit.end.max(visit.start + 1) > hour * 60
            })
    };
    let wanted: Vec<i32> = (0..24).filter(wanted).collect();
    let mut hours: Vec<i32> = Vec::new();
    for hour in wanted {
        if let Some(last) = hours.last().copied()
            && hour - last - 1 < FOLDED_FROM
        {
            hours.extend(last + 1..hour);
        }
        hours.push(hour);
    }
    hours
}

/// Unbroken runs of hours.
fn runs(hours: &[i32]) -> Vec<Range<i32>> {
    let mut runs: Vec<Range<i32>> = Vec::new();
    for hour in hours {
        match runs.last_mut() {
            Some(run) if run.end == *hour => run.end += 1,
            _ => runs.push(*hour..hour + 1),
        }
    }
    runs
}

/// Shares the hours among as few pages as keep the shortest visit readable, breaking where the fewest visits are cut.
fn split(hours: &[i32], busy: &[Range<i32>], least_scale: f32, room: f32) -> Vec<Vec<i32>> {
    let fits = |part: &[i32]| {
        let folds = runs(part).len().saturating_sub(1) as f32;
        part.len() as f32 * 60.0 * least_scale + folds * FOLD <= room
    };
    let mut pages = 1;
    while pages < hours.len() && !hours.chunks(hours.len().div_ceil(pages).max(1)).all(fits) {
        pages += 1;
    }
    let mut parts = Vec::new();
    let mut rest = hours;
    while !rest.is_empty() && parts.len() + 1 < pages {
        let even = rest.len().div_ceil(pages - parts.len());
        let cuts = |at: usize| {
            let minute = rest.get(at).copied().unwrap_or(24) * 60;
            busy.iter()
                .filter(|visit| visit.start < minute && visit.end > minute)
                .count()
        };
        let at = [even, even.saturating_sub(1), even + 1]
            .into_iter()
            .filter(|at| (1..=rest.len()).contains(at))
            .filter(|at| rest.get(..*at).is_some_and(fits) || *at == 1)
            .filter(|at| {
                let left = pages - parts.len() - 1;
                rest.get(*at..)
                    .is_some_and(|after| after.chunks(after.len().div_ceil(left).max(1)).all(fits))
            })
            .min_by_key(|at| (cuts(*at), at.abs_diff(even)))
            .unwrap_or(even.min(rest.len()).max(1));
        let (part, after) = rest.split_at(at);
        parts.push(part.to_vec());
        rest = after;
    }
    if !rest.is_empty() {
        parts.push(rest.to_vec());
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn visit(from: (i32, i32), minutes: i32) -> Range<i32> {
        let start = from.0 * 60 + from.1;
        start..start + minutes
    }

    #[test]
    fn an_empty_day_shows_the_working_hours() {
        let slices = plan(None, &[], (600.0, 600.0));
        assert_eq!(slices.len(), 1);
        assert_eq!(slices[0].span(), 8 * 60..17 * 60);
        assert_eq!(
            plan(Some(450..1020), &[], (600.0, 600.0))[0].span(),
            420..1020
        );
    }

    #[test]
    fn a_visit_at_night_folds_the_hours_between() {
        let slices = plan(Some(540..1020), &[visit((3, 12), 20)], (600.0, 600.0));
        assert_eq!(slices[0].stretches.len(), 2);
        assert_eq!(slices[0].stretches[0].minutes, 180..240);
    }

    #[test]
    fn a_day_too_full_for_a_page_breaks_between_visits() {
        let busy: Vec<_> = (0..60).map(|n| visit((8, n * 10), 10)).collect();
        let slices = plan(Some(480..1080), &busy, (420.0, 420.0));
        assert_eq!(slices.len(), 2);
        for slice in &slices {
            assert!(slice.height() <= 420.01);
            assert!(slice.scale * 10.0 >= LEAST - 0.01);
        }
        assert_eq!(slices[0].span().end, slices[1].span().start);
    }
}
