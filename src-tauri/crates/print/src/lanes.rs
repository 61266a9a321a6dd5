//! Boxes that overlap in one column stand side by side.

use std::ops::Range;

/// A box's place across its column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Lane {
    pub(crate) index: usize,
    /// How many lanes share the column here.
    pub(crate) of: usize,
    /// Which of the column's linked groups it belongs to.
    pub(crate) group: usize,
}

/// Gives each span (top and bottom, in any unit) a lane so that no two in one lane overlap (S1: touching is no overlap).
///
/// Spans are answered in their order; lanes are shared only by those that are linked by overlaps.
pub(crate) fn assign(spans: &[Range<f32>]) -> Vec<Lane> {
    let mut order: Vec<usize> = (0..spans.len()).collect();
    let at = |index: &usize| spans.get(*index).cloned().unwrap_or(0.0..0.0);
    order.sort_by(|a, b| {
        at(a)
            .start
            .total_cmp(&at(b).start)
            .then(at(b).end.total_cmp(&at(a).end))
            .then(a.cmp(b))
    });
    let mut lanes = vec![
        Lane {
            index: 0,
            of: 1,
            group: 0
        };
        spans.len()
    ];
    let mut group: Vec<usize> = Vec::new();
    let mut ends: Vec<f32> = Vec::new();
    let mut number = 0;
    for index in order {
        let span = at(&index);
        if ends.iter().all(|end| *end <= span.start) {
            close(&mut lanes, &group, ends.len());
            group.clear();
            number += 1;
            ends.clear();
        }
        let lane = match ends.iter().position(|end| *end <= span.start) {
            Some(free) => free,
            None => {
                ends.push(span.end);
                ends.len() - 1
            }
        };
        if let Some(end) = ends.get_mut(lane) {
            *end = span.end;
        }
        if let Some(place) = lanes.get_mut(index) {
            place.index = lane;
            place.group = number;
        }
        group.push(index);
    }
    close(&mut lanes, &group, ends.len());
    lanes
}

fn close(lanes: &mut [Lane], group: &[usize], of: usize) {
    for index in group {
        if let Some(lane) = lanes.get_mut(*index) {
            lane.of = of.max(1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_after_the_other_needs_one_lane() {
        assert!(
            assign(&[0.0..10.0, 10.0..20.0, 30.0..40.0])
                .iter()
                .all(|lane| lane.of == 1)
        );
    }

    #[test]
    fn overlapping_ones_share_and_a_later_one_does_not() {
        let lanes = assign(&[0.0..30.0, 10.0..20.0, 20.0..30.0, 40.0..50.0]);
        let at = |index: usize| (lanes[index].index, lanes[index].of);
        assert_eq!(
            [at(0), at(1), at(2), at(3)],
            [(0, 2), (1, 2), (1, 2), (0, 1)]
        );
    }
}
