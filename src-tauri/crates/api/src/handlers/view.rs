//! Saved views of the schedule.

use super::Answer;
use crate::convert::{id, optional_id};
use crate::refusal::invalid;
use crate::wire::practice::ById;
use crate::wire::view::*;
use app::Daybook;
use app::said;
use app::saved_view::{self, NewView};
use domain::{CardLine, ColourBy, MinuteOfDay, SavedView, ViewBy, ViewSpan};

pub(crate) fn list(daybook: &mut Daybook, (): ()) -> Answer<ViewsView> {
    let desk = daybook.desk()?;
    let last = saved_view::last_view(desk)?;
    Ok(ViewsView {
        views: saved_view::list(desk)?.into_iter().map(view).collect(),
        // What an older or newer program kept may read differently: then all is shown, as at first.
        last: last.and_then(|kept| serde_json::from_str(&kept).ok()),
    })
}

pub(crate) fn save(daybook: &mut Daybook, request: SaveView) -> Answer<SavedViewView> {
    let desk = daybook.desk()?;
    let saved = saved_view::save(desk, &new_view(request)?)?;
    let all = saved_view::list(desk)?;
    let found = all.into_iter().find(|view| view.id == saved);
    found.map(view).ok_or(app::Error::NotFound("view"))
}

pub(crate) fn remove(daybook: &mut Daybook, request: ById) -> Answer<()> {
    let desk = daybook.desk()?;
    saved_view::remove(desk, id("id", &request.id)?)
}

/// Keeps what is shown for the next start.
pub(crate) fn choose(daybook: &mut Daybook, request: LastView) -> Answer<()> {
    let kept = serde_json::to_string(&request)
        .map_err(|error| invalid("shows", said("detail").with("detail", error.to_string())))?;
    saved_view::keep_last_view(daybook.desk()?, &kept)
}

fn new_view(request: SaveView) -> Result<NewView, app::Error> {
    let SaveView {
        id: of,
        name,
        key,
        shows:
            ViewShows {
                span,
                by,
                chairs,
                providers,
                colour,
                card,
                from,
                grid,
            },
    } = request;
    let minute = |text: String| {
        text.parse::<MinuteOfDay>()
            .map_err(|error| invalid("from", error))
    };
    Ok(NewView {
        id: optional_id("id", &of)?,
        name,
        key,
        span: match span {
            WireSpan::Day => ViewSpan::Day,
            WireSpan::Week => ViewSpan::Week,
            WireSpan::Month => ViewSpan::Month,
            WireSpan::Agenda => ViewSpan::Agenda,
        },
        by: view_by(by),
        chairs: ids("chairs", &chairs)?,
        providers: ids("providers", &providers)?,
        colour: match colour {
            WireColour::Type => ColourBy::Type,
            WireColour::Provider => ColourBy::Provider,
            WireColour::Status => ColourBy::Status,
        },
        card: card.into_iter().map(card_line).collect(),
        from: from.map(minute).transpose()?,
        grid,
    })
}

pub(super) fn ids<T: std::str::FromStr>(
    field: &'static str,
    all: &[String],
) -> Result<Vec<T>, app::Error> {
    all.iter().map(|text| id(field, text)).collect()
}

pub(super) fn view_by(by: WireBy) -> ViewBy {
    match by {
        WireBy::Chair => ViewBy::Chair,
        WireBy::Provider => ViewBy::Provider,
        WireBy::Both => ViewBy::Both,
    }
}

fn card_line(line: WireCardLine) -> CardLine {
    match line {
        WireCardLine::Time => CardLine::Time,
        WireCardLine::Type => CardLine::Type,
        WireCardLine::Note => CardLine::Note,
        WireCardLine::Provider => CardLine::Provider,
        WireCardLine::Chair => CardLine::Chair,
        WireCardLine::Phone => CardLine::Phone,
        WireCardLine::Age => CardLine::Age,
        WireCardLine::Alert => CardLine::Alert,
    }
}

fn view(saved: SavedView) -> SavedViewView {
    let SavedView {
        id,
        name,
        key,
        position: _,
        span,
        by,
        chairs,
        providers,
        colour,
        card,
        from,
        grid,
    } = saved;
    SavedViewView {
        id: id.to_string(),
        name,
        key,
        shows: ViewShows {
            span: match span {
                ViewSpan::Day => WireSpan::Day,
                ViewSpan::Week => WireSpan::Week,
                ViewSpan::Month => WireSpan::Month,
                ViewSpan::Agenda => WireSpan::Agenda,
            },
            by: match by {
                ViewBy::Chair => WireBy::Chair,
                ViewBy::Provider => WireBy::Provider,
                ViewBy::Both => WireBy::Both,
            },
            chairs: chairs.iter().map(ToString::to_string).collect(),
            providers: providers.iter().map(ToString::to_string).collect(),
            colour: match colour {
                ColourBy::Type => WireColour::Type,
                ColourBy::Provider => WireColour::Provider,
                ColourBy::Status => WireColour::Status,
            },
            card: card
                .into_iter()
                .map(|line| match line {
                    CardLine::Time => WireCardLine::Time,
                    CardLine::Type => WireCardLine::Type,
                    CardLine::Note => WireCardLine::Note,
                    CardLine::Provider => WireCardLine::Provider,
                    CardLine::Chair => WireCardLine::Chair,
                    CardLine::Phone => WireCardLine::Phone,
                    CardLine::Age => WireCardLine::Age,
                    CardLine::Alert => WireCardLine::Alert,
                })
                .collect(),
            from: from.map(|from| from.to_string()),
            grid,
        },
    }
}
