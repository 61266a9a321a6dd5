//! The mailbox of the practice.

use super::Answer;
use crate::commands::words_on;
use crate::convert::local;
use crate::refusal::invalid;
use crate::wire::mailbox::*;
use crate::words::Words;
use app::Daybook;
use app::messages::{MailTrouble, MailboxTest, NewMailbox, Tested, ToldTrouble};
use chrono::{DateTime, SecondsFormat, Utc};
use domain::Zone;
use domain::messages::{MailSecurity, MailboxUnfit, Trouble, guess_mailbox};

pub(crate) fn get(daybook: &mut Daybook, (): ()) -> Answer<Option<MailboxView>> {
    let words = words_on(daybook.host());
    let desk = daybook.desk()?;
    let zone = desk.setup()?.zone();
    let there = app::messages::mailbox(desk)?;
    Ok(there.map(|there| {
        let there = view(there, zone, &words);
        let trouble = there.trouble;
        let trouble = trouble.or_else(|| not_planned(daybook, zone, &words));
        MailboxView { trouble, ..there }
    }))
}

/// Why messages cannot be seen to at all.
pub(super) fn not_planned(daybook: &Daybook, zone: Zone, words: &Words) -> Option<MailboxTrouble> {
    let (since, error) = daybook.messages_failed()?;
    let told = error.told();
    Some(MailboxTrouble {
        since: written(since),
        since_local: local(zone.wall(since).at),
        what: words.say_all(&told.what),
        todo: words.say_all(&told.next),
        said: None,
    })
}

pub(super) fn mailbox_trouble(trouble: &Trouble, zone: Zone, words: &Words) -> MailboxTrouble {
    let told = ToldTrouble::of_kept(trouble);
    MailboxTrouble {
        since: written(trouble.since),
        since_local: local(zone.wall(trouble.since).at),
        what: words.say(&told.what),
        todo: words.say(&told.todo),
        said: told.said,
    }
}

pub(crate) fn save(daybook: &mut Daybook, request: MailboxInput) -> Answer<MailboxView> {
    let words = words_on(daybook.host());
    let desk = daybook.desk()?;
    let zone = desk.setup()?.zone();
    let kept = app::messages::save_mailbox(desk, &new(request))?;
    Ok(view(kept, zone, &words))
}

pub(crate) fn remove(daybook: &mut Daybook, (): ()) -> Answer<()> {
    app::messages::remove_mailbox(daybook.desk()?)
}

pub(crate) fn guess(_: &mut Daybook, request: GuessMailbox) -> Answer<MailboxGuess> {
    let guess =
        guess_mailbox(&request.address).ok_or_else(|| invalid("address", MailboxUnfit::From))?;
    Ok(MailboxGuess {
        host: guess.host,
        port: guess.port,
        security: wire_security(guess.security),
        user: guess.user,
        token: false,
        from: request.address.trim().to_owned(),
        reply_to: String::new(),
        certain: guess.certain,
    })
}

/// Begins a test that may take a minute, and needs the practice no more.
pub(crate) fn begin_test(daybook: &mut Daybook, request: TestMailbox) -> Answer<MailboxTest> {
    let as_written = request.mailbox.map(new);
    app::messages::test_mailbox(daybook.desk()?, &request.to, as_written.as_ref())
}

pub(crate) fn test(daybook: &mut Daybook, request: TestMailbox) -> Answer<MailboxTested> {
    let words = words_on(daybook.host());
    let test = begin_test(daybook, request)?;
    Ok(tested(test.run(), &words))
}

pub(crate) fn tested(tested: Result<Tested, MailTrouble>, words: &Words) -> MailboxTested {
    match tested {
        Ok(Tested { server, encrypted }) => MailboxTested {
            ok: true,
            server,
            encrypted,
            step: None,
            what: None,
            todo: None,
            said: None,
        },
        Err(trouble) => {
            let ToldTrouble {
                step,
                what,
                todo,
                said,
            } = ToldTrouble::of(&trouble);
            MailboxTested {
                ok: false,
                server: String::new(),
                encrypted: false,
                step: Some(words.mention(&step)),
                what: Some(words.say(&what)),
                todo: Some(words.say(&todo)),
                said,
            }
        }
    }
}

fn new(input: MailboxInput) -> NewMailbox {
    let MailboxInput {
        host,
        port,
        security,
        user,
        password,
        token,
        from,
        reply_to,
    } = input;
    NewMailbox {
        host,
        port,
        security: match security {
            WireMailSecurity::Tls => MailSecurity::Tls,
            WireMailSecurity::StartTls => MailSecurity::StartTls,
            WireMailSecurity::None => MailSecurity::None,
        },
        user,
        password: password.map(Into::into),
        token,
        from,
        reply_to,
    }
}

fn view(view: app::messages::MailboxView, zone: Zone, words: &Words) -> MailboxView {
    let app::messages::MailboxView {
        mailbox,
        has_password,
        active,
        trouble,
    } = view;
    MailboxView {
        host: mailbox.host,
        port: mailbox.port,
        security: wire_security(mailbox.security),
        user: mailbox.user,
        has_password,
        token: mailbox.token,
        from: mailbox.from,
        reply_to: mailbox.reply_to,
        active,
        trouble: trouble.map(|trouble| mailbox_trouble(&trouble, zone, words)),
    }
}

fn written(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}

fn wire_security(security: MailSecurity) -> WireMailSecurity {
    match security {
        MailSecurity::Tls => WireMailSecurity::Tls,
        MailSecurity::StartTls => WireMailSecurity::StartTls,
        MailSecurity::None => WireMailSecurity::None,
    }
}
