//! The waiting-room board, and the end of the day.

use super::Answer;
use crate::commands::words_on;
use crate::convert::{local, visit};
use crate::wire::board::*;
use crate::wire::day::UnreadableView;
use crate::words::Words;
use app::Daybook;
use app::board::{
    BoardProvider as Provider, InChairView, LateView, NextView, Unreadable, WaitingView,
};
use app::end_of_day::OpenVisit;
use app::unreadable_said;
use domain::Zone;
use domain::still_open::StillOpen;

pub(crate) fn get(daybook: &mut Daybook, (): ()) -> Answer<BoardView> {
    let words = words_on(daybook.host());
    let desk = daybook.desk()?;
    let zone = desk.setup()?.zone();
    let board = app::board::board(desk)?;
    Ok(BoardView {
        date: board.date.to_string(),
        now: local(board.now),
        alert_minutes: board.alert_minutes,
        waiting: board
            .waiting
            .iter()
            .map(|row| {
                let WaitingView {
                    visit: view,
                    minutes,
                    alert,
                    expected,
                } = row;
                WaitingRow {
                    visit: visit(view, zone),
                    minutes: *minutes,
                    alert: *alert,
                    expected: local(*expected),
                }
            })
            .collect(),
        in_chair: board
            .in_chair
            .iter()
            .map(|row| {
                let InChairView {
                    visit: view,
                    minutes,
                    over,
                    forgotten,
                } = row;
                InChairRow {
                    visit: visit(view, zone),
                    minutes: *minutes,
                    over: *over,
                    forgotten: *forgotten,
                }
            })
            .collect(),
        late: board
            .late
            .iter()
            .map(
                |LateView {
                     visit: view,
                     minutes,
                 }| LateRow {
                    visit: visit(view, zone),
                    minutes: *minutes,
                },
            )
            .collect(),
        next: board
            .next
            .iter()
            .map(|row| {
                let NextView {
                    visit: view,
                    expected,
                    later,
                } = row;
                NextRow {
                    visit: visit(view, zone),
                    expected: local(*expected),
                    later: *later,
                }
            })
            .collect(),
        seat_next: board.seat_next.map(|id| id.to_string()),
        providers: board
            .providers
            .into_iter()
            .map(|Provider { id, name, behind }| BoardProvider {
                id: id.to_string(),
                name,
                behind,
            })
            .collect(),
        done: board.done,
        open: board.open,
        day_over: board.day_over,
        left_open: board.left_open,
        unreadable: unreadable(board.unreadable, &words),
    })
}

pub(crate) fn end_of_day(daybook: &mut Daybook, (): ()) -> Answer<EndOfDayView> {
    let words = words_on(daybook.host());
    let desk = daybook.desk()?;
    let zone = desk.setup()?.zone();
    let end = app::end_of_day::end_of_day(desk)?;
    Ok(EndOfDayView {
        date: end.date.to_string(),
        now: local(end.now),
        open: end.open.iter().map(|one| open(one, zone)).collect(),
        settled: end.settled,
        left: end.left.iter().map(|one| open(one, zone)).collect(),
        left_total: end.left_total,
        next_day: end.next_day.map(|date| date.to_string()),
        unconfirmed: end
            .unconfirmed
            .iter()
            .map(|view| visit(view, zone))
            .collect(),
        unreadable: unreadable(end.unreadable, &words),
    })
}

fn open(one: &OpenVisit, zone: Zone) -> OpenVisitView {
    OpenVisitView {
        visit: visit(&one.visit, zone),
        why: match one.why {
            StillOpen::InChair => StillOpenWhy::InChair,
            StillOpen::Waiting => StillOpenWhy::Waiting,
            StillOpen::NotArrived => StillOpenWhy::NotArrived,
            StillOpen::ToCome => StillOpenWhy::ToCome,
        },
    }
}

fn unreadable(rows: Vec<Unreadable>, words: &Words) -> Vec<UnreadableView> {
    rows.into_iter()
        .map(|row| UnreadableView {
            what: words.say(&unreadable_said(&row)),
            id: row.id,
            start: row.start,
        })
        .collect()
}
