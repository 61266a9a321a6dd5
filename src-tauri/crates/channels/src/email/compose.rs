//! A letter as a mail: text, the same as HTML, and the invitation (RFC 5322, 2046, 6047).

use super::address::address;
use super::calendar::{Person, calendar};
use super::html::{self, Button};
use super::letter::{Letter, Method};
use super::mailbox::Mailbox;
use super::mailto::mailto;
use super::safe;
use super::trouble::{Fault, Step, Trouble};
use chrono::Datelike;
use lettre::message::header::{
    ContentDisposition, ContentTransferEncoding, ContentType, HeaderName, HeaderValue,
};
use lettre::message::{Mailbox as Named, MultiPart, SinglePart};
use lettre::{Address, Message};
use std::time::SystemTime;

/// Longest name beside an address, in characters.
const NAME: usize = 100;
const SUBJECT: usize = 200;
/// All parts are written as quoted-printable, in which this cannot come up.
const BOUNDARY: &str = "=_daybook";
/// Around those parts, where files come with them.
const OUTER: &str = "=_visits";

/// A mail ready to be handed over.
#[derive(Debug, Clone)]
pub struct Composed {
    /// Header and text, with the line ends of a mail.
    pub message: Vec<u8>,
    pub(super) from: Address,
    pub(super) to: Address,
}

/// Makes the mail. The same letter from the same mailbox gives the same bytes.
pub fn compose(mailbox: &Mailbox, letter: &Letter<'_>) -> Result<Composed, Trouble> {
    let from = address(&mailbox.from).ok_or(Trouble::of(Step::Settings, Fault::BadSender))?;
    let to = address(letter.to).ok_or(Trouble::of(Step::Letter, Fault::BadRecipient))?;
    let bad_reply = || Trouble::of(Step::Settings, Fault::BadReplyTo);
    let reply_to = mailbox.reply_to.as_deref();
    let reply_to = reply_to
        .map(|to| address(to).ok_or_else(bad_reply))
        .transpose()?;
    let bad_letter = || Trouble::of(Step::Letter, Fault::BadLetter);
    if !is_message_id(letter.message_id) || !(1971..=9998).contains(&letter.date.year()) {
        return Err(bad_letter());
    }

    let label = safe::line(&mailbox.label, NAME);
    let to_name = safe::line(letter.to_name, NAME);
    let subject = safe::line(letter.subject, SUBJECT);
    let language = safe::language(letter.language);
    let mut mail = Message::builder()
        .from(named(&label, &from))
        .to(named(&to_name, &to))
        .subject(subject.as_str())
        .date(SystemTime::from(letter.date))
        .message_id(Some(format!("<{}>", letter.message_id)))
        // So that nobody's absence is told to us (RFC 3834).
        .raw_header(header("Auto-Submitted", "auto-generated"))
        .raw_header(header("X-Auto-Response-Suppress", "OOF, AutoReply"));
    if let Some(reply_to) = &reply_to {
        mail = mail.reply_to(named(&label, reply_to));
    }
    if let Some(language) = language {
        mail = mail.raw_header(header("Content-Language", language));
    }
    if let Some(unsubscribe) = &letter.unsubscribe {
        let link = mailto(unsubscribe).ok_or_else(bad_reply)?;
        mail = mail.raw_header(header("List-Unsubscribe", &format!("<{link}>")));
    }

    let mut links = Vec::with_capacity(letter.answers.len());
    for answer in letter.answers {
        let label = safe::line(answer.label, NAME);
        links.push((label, mailto(&answer.by).ok_or_else(bad_reply)?));
    }
    let text = safe::lines(letter.text);
    let buttons: Vec<Button<'_>> = links
        .iter()
        .map(|(label, link)| Button { label, link })
        .collect();
    let html = html::page(&subject, &text, language, &buttons);
    let mut plain = text;
    for (label, link) in &links {
        plain.push_str(&format!("\n\n{label}:\n{link}"));
    }
    plain.push('\n');

    let mut parts = MultiPart::alternative()
        .boundary(BOUNDARY)
        .singlepart(part(ContentType::TEXT_PLAIN, plain))
        .singlepart(part(ContentType::TEXT_HTML, html));
    let mut files = Vec::new();
    for (place, invitation) in letter.invitations.iter().enumerate() {
        let kind = match invitation.method {
            Method::Request => "text/calendar; charset=utf-8; method=REQUEST",
            Method::Cancel => "text/calendar; charset=utf-8; method=CANCEL",
        };
        let organiser = Person {
            name: &label,
            address: reply_to.as_ref().unwrap_or(&from),
        };
        let attendee = Person {
            name: &to_name,
            address: &to,
        };
        let kind = ContentType::parse(kind).map_err(|_| bad_letter())?;
        let visit = calendar(invitation, &organiser, &attendee, letter.date);
        if place == 0 {
            parts = parts.singlepart(part(kind, visit));
        } else {
            files.push(file(&format!("visit-{}.ics", place + 1), kind, visit));
        }
    }
    if !files.is_empty() {
        let whole = MultiPart::mixed().boundary(OUTER).multipart(parts);
        parts = files.into_iter().fold(whole, MultiPart::singlepart);
    }
    let message = mail.multipart(parts).map_err(|_| bad_letter())?.formatted();
    Ok(Composed { message, from, to })
}

fn part(kind: ContentType, body: String) -> SinglePart {
    SinglePart::builder()
        .header(kind)
        .header(ContentTransferEncoding::QuotedPrintable)
        .body(body)
}

fn file(name: &str, kind: ContentType, body: String) -> SinglePart {
    SinglePart::builder()
        .header(kind)
        .header(ContentDisposition::attachment(name))
        .header(ContentTransferEncoding::QuotedPrintable)
        .body(body)
}

fn named(name: &str, address: &Address) -> Named {
    let name = (!name.is_empty()).then(|| name.to_owned());
    Named::new(name, address.clone())
}

fn header(name: &'static str, value: &str) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value.to_owned())
}

fn is_message_id(id: &str) -> bool {
    let graphic = |c: char| c.is_ascii_graphic() && !"<>()[]\\,;:\"".contains(c);
    let parts = id.split_once('@');
    let whole = parts.is_some_and(|(left, right)| !left.is_empty() && !right.is_empty());
    whole && id.matches('@').count() == 1 && id.len() <= 200 && id.chars().all(graphic)
}
