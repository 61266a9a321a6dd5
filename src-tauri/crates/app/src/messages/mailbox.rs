//! The mailbox of the practice: setting it up, and testing it.

use super::channels::{MailTrouble, TestLetter, Tested};
use super::in_use::use_channel;
use super::settings::settings;
use super::trouble;
use super::words::Words;
use crate::desk::Desk;
use crate::error::{Error, Result};
use crate::host::Host;
use domain::messages::{Channel, MailSecurity, Mailbox, MailboxUnfit, Trouble, header_line};
use domain::{MailboxId, said};
use std::sync::Arc;
use store::{MailPassword, Store};
use zeroize::Zeroizing;

/// How the mailbox is to be.
#[derive(Clone)]
pub struct NewMailbox {
    pub host: String,
    pub port: u16,
    pub security: MailSecurity,
    /// Empty where there is no login.
    pub user: String,
    /// None keeps the one that there is.
    pub password: Option<Zeroizing<String>>,
    /// Whether it is an access token.
    pub token: bool,
    pub from: String,
    /// Empty for `from`.
    pub reply_to: String,
}

impl std::fmt::Debug for NewMailbox {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("NewMailbox").finish_non_exhaustive()
    }
}

/// The mailbox, and how it does.
#[derive(Debug, Clone)]
pub struct MailboxView {
    pub mailbox: Mailbox,
    pub has_password: bool,
    /// Whether mail goes out by it.
    pub active: bool,
    /// What keeps mail from going.
    pub trouble: Option<Trouble>,
}

/// The mailbox with what opens it.
#[derive(Clone, PartialEq, Eq)]
pub struct Postbox {
    pub mailbox: Mailbox,
    pub password: Option<Zeroizing<String>>,
}

impl std::fmt::Debug for Postbox {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Postbox")
            .field("mailbox", &self.mailbox)
            .finish_non_exhaustive()
    }
}

impl Postbox {
    /// That of the practice; none before one was set up.
    pub(super) fn of(store: &Store) -> Result<Option<Self>> {
        let Some(mailbox) = store.mailbox()? else {
            return Ok(None);
        };
        let password = store.mailbox_password()?.map(Zeroizing::new);
        Ok(Some(Self { mailbox, password }))
    }
}

/// The mailbox; none before one was set up.
pub fn mailbox(desk: &Desk) -> Result<Option<MailboxView>> {
    let Some(mailbox) = desk.store.mailbox()? else {
        return Ok(None);
    };
    Ok(Some(MailboxView {
        has_password: desk.store.mailbox_password()?.is_some(),
        active: settings(desk)?.channels.contains(&Channel::Email),
        trouble: desk.store.mailbox_trouble()?,
        mailbox,
    }))
}

/// Keeps the mailbox; from now on mail goes out by it.
pub fn save_mailbox(desk: &mut Desk, new: &NewMailbox) -> Result<MailboxView> {
    let host = Arc::clone(&desk.host);
    desk.write(|change| {
        let before = change.mailbox()?;
        let id = before.as_ref().map(|before| before.id);
        let id = id.unwrap_or_else(|| MailboxId(host.new_id()));
        let mailbox = fit(new, id)?;
        let there = change.mailbox_has_password()?;
        let password = match &new.password {
            _ if mailbox.user.is_empty() => MailPassword::New(None),
            Some(password) => MailPassword::New(Some(password)),
            None => {
                may_keep(&mailbox, before.as_ref(), there)?;
                MailPassword::Kept
            }
        };
        change.put_mailbox(&mailbox, before.as_ref(), password)?;
        use_channel(change, host.as_ref(), Channel::Email, true)
    })?;
    mailbox(desk)?.ok_or(Error::NotFound("mailbox"))
}

/// Forgets the mailbox and its password; mail no longer goes out.
pub fn remove_mailbox(desk: &mut Desk) -> Result<()> {
    let host = Arc::clone(&desk.host);
    desk.write(|change| {
        let Some(there) = change.mailbox()? else {
            return Ok(());
        };
        change.remove_mailbox(&there)?;
        use_channel(change, host.as_ref(), Channel::Email, false)
    })?;
    if let Some(channels) = desk.host.channels() {
        channels.rest();
    }
    Ok(())
}

/// The mailbox as it would be kept.
fn fit(new: &NewMailbox, id: MailboxId) -> Result<Mailbox> {
    let text = |text: &str| text.trim().to_owned();
    let mailbox = Mailbox {
        id,
        host: text(&new.host),
        port: new.port,
        security: new.security,
        user: text(&new.user),
        token: new.token,
        from: text(&new.from),
        reply_to: text(&new.reply_to),
    };
    mailbox.check().map_err(unfit)?;
    let given = new.password.as_ref();
    if mailbox.user.is_empty() && given.is_some_and(|password| !password.is_empty()) {
        return Err(unfit(MailboxUnfit::User));
    }
    Ok(mailbox)
}

fn may_keep(mailbox: &Mailbox, before: Option<&Mailbox>, there: bool) -> Result<()> {
    if there && before.is_some_and(|before| !before.is_same_account(mailbox)) {
        return Err(unfit(MailboxUnfit::OtherPassword));
    }
    Ok(())
}

fn unfit(unfit: MailboxUnfit) -> Error {
    Error::invalid(unfit.field(), unfit)
}

/// A test of a mailbox, ready to be made without the desk: it may take a minute.
pub struct MailboxTest {
    host: Arc<dyn Host>,
    postbox: Postbox,
    letter: TestLetter,
}

impl std::fmt::Debug for MailboxTest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("MailboxTest").finish_non_exhaustive()
    }
}

impl MailboxTest {
    /// Sends the mail.
    ///
    /// # Errors
    /// Where it failed, and why.
    pub fn run(&self) -> std::result::Result<Tested, MailTrouble> {
        match self.host.channels() {
            Some(channels) => channels.test(&self.postbox, &self.letter),
            None => Err(trouble::no_channels()),
        }
    }
}

/// Begins a test of the mailbox that is there, or of one as somebody wrote it; nothing is kept of
/// that. What kept mail from going is tried anew.
pub fn test_mailbox(
    desk: &mut Desk,
    to: &str,
    as_written: Option<&NewMailbox>,
) -> Result<MailboxTest> {
    let to = to.trim();
    if domain::messages::guess_mailbox(to).is_none() {
        return Err(Error::invalid("to", MailboxUnfit::From));
    }
    let there = Postbox::of(&desk.store)?;
    let postbox = match as_written {
        None => there.ok_or_else(|| Error::invalid("mailbox", said("mailbox-none")))?,
        Some(new) => {
            let id = MailboxId(desk.host.new_id());
            let mailbox = fit(new, id)?;
            let password = match (&new.password, there) {
                _ if mailbox.user.is_empty() => None,
                (Some(password), _) => Some(password.clone()),
                (None, Some(there)) => {
                    may_keep(&mailbox, Some(&there.mailbox), there.password.is_some())?;
                    there.password
                }
                (None, None) => None,
            };
            Postbox { mailbox, password }
        }
    };
    if as_written.is_none() {
        try_anew(desk)?;
    }
    let practice = desk.store.practice()?;
    let settings = settings(desk)?;
    let sender = if settings.sender.is_empty() {
        practice.name
    } else {
        settings.sender
    };
    let sender = header_line(&sender);
    let words = Words::of(desk.host.as_ref(), &practice.language);
    let (subject, text) = words.test(&sender);
    Ok(MailboxTest {
        letter: TestLetter {
            to: to.to_owned(),
            sender,
            subject,
            text,
            language: words.tag,
            message_id: format!("{}@daybook", desk.host.new_id()),
            date: desk.now(),
        },
        host: Arc::clone(&desk.host),
        postbox,
    })
}

/// Somebody sees to it, so that there is no need to wait.
fn try_anew(desk: &mut Desk) -> Result<()> {
    let now = desk.now();
    match desk.store.mailbox_trouble()? {
        Some(trouble) if trouble.again > now => desk.write(|change| {
            let again = Trouble {
                again: now,
                ..trouble
            };
            Ok(change.put_mailbox_trouble(Some(&again))?)
        }),
        _ => Ok(()),
    }
}
