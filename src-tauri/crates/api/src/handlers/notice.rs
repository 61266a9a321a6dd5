//! What patients are to be told of their visits.

use super::Answer;
use crate::convert::{id, notice, visit};
use crate::wire::notice::{PendingNoticeView, RememberNotices};
use crate::wire::practice::ById;
use app::{Daybook, Error};

pub(crate) fn list(daybook: &mut Daybook, (): ()) -> Answer<Vec<PendingNoticeView>> {
    let desk = daybook.desk()?;
    let zone = desk.setup()?.zone();
    let pending = app::notice::pending(desk)?;
    Ok(pending
        .iter()
        .map(|one| PendingNoticeView {
            notice: notice(&one.notice),
            visit: visit(&one.visit, zone),
        })
        .collect())
}

pub(crate) fn remember(daybook: &mut Daybook, request: RememberNotices) -> Answer<()> {
    let visits: Result<Vec<_>, Error> = request
        .appointments
        .iter()
        .map(|one| id("appointments", one))
        .collect();
    app::notice::remember(daybook.desk()?, &visits?)
}

pub(crate) fn told(daybook: &mut Daybook, request: ById) -> Answer<()> {
    app::notice::told(daybook.desk()?, id("id", &request.id)?)
}

pub(crate) fn withdraw(daybook: &mut Daybook, request: ById) -> Answer<()> {
    app::notice::withdraw(daybook.desk()?, id("id", &request.id)?)
}
