//! Numbers and addresses to which nothing goes.

use super::Answer;
use super::message::{channel, domain_channel};
use crate::convert::id;
use crate::wire::message_stop::*;
use app::Daybook;
use domain::ContactStopId;
use domain::messages::{LiftedBy, Stop, StopBy};

pub(crate) fn list(daybook: &mut Daybook, (): ()) -> Answer<Vec<StopView>> {
    let all = app::messages::stops(daybook.desk()?)?;
    Ok(all.into_iter().map(view).collect())
}

pub(crate) fn add(daybook: &mut Daybook, request: AddStop) -> Answer<StopView> {
    let AddStop {
        channel,
        address,
        words,
    } = request;
    let channel = domain_channel(channel);
    app::messages::add_stop(daybook.desk()?, channel, &address, &words).map(view)
}

pub(crate) fn remove(daybook: &mut Daybook, request: RemoveStop) -> Answer<()> {
    let stop = id("id", &request.id)?;
    app::messages::remove_stop(daybook.desk()?, stop, &request.why)
}

fn view((id, stop): (ContactStopId, Stop)) -> StopView {
    let removable = stop.may_be_lifted(LiftedBy::Desk);
    let Stop {
        channel: by,
        address,
        since,
        by: stopped_by,
        words,
    } = stop;
    StopView {
        id: id.to_string(),
        channel: channel(by),
        address,
        since: since.to_rfc3339_opts(chrono::SecondsFormat::Secs, true),
        stopped_by: match stopped_by {
            StopBy::Reply => WireStopBy::Reply,
            StopBy::Unsubscribed => WireStopBy::Unsubscribed,
            StopBy::Bounced => WireStopBy::Bounced,
            StopBy::Desk => WireStopBy::Desk,
        },
        words,
        removable,
    }
}
