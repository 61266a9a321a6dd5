//! Texts of the practice's own: a misspelt field is refused here, so that none stands in a mail.

use super::preview::{Example, Preview, Remark};
use super::words::{Words, language_of, message_languages};
use crate::desk::Desk;
use crate::error::{Error, Result};
use crate::undo::UndoableChange;
use domain::messages::{Channel, MessageKind, MessageText, TextFault, TextPart, Wording};
use domain::{MessageTextId, Said, said};

/// A text as somebody wrote it.
#[derive(Debug, Clone)]
pub struct TextRequest {
    pub kind: MessageKind,
    pub channel: Channel,
    pub language: String,
    /// Without a meaning where the channel has none.
    pub subject: String,
    pub body: String,
}

/// The text that counts for a kind, a channel and a language.
#[derive(Debug, Clone)]
pub struct TextRow {
    pub kind: MessageKind,
    pub channel: Channel,
    pub language: String,
    /// Empty where the channel has none.
    pub subject: String,
    pub body: String,
    /// Whether the practice wrote it.
    pub own: bool,
    pub remarks: Vec<Remark>,
    /// The text with an example filled in.
    pub example: String,
}

/// By which patients are written to or called.
const CHANNELS: [Channel; 3] = [Channel::Email, Channel::Sms, Channel::Phone];

/// The texts that count now, of one kind and one language where they are given. A text of the
/// practice's own for a region, such as `de-AT`, stands beside that of its language.
pub fn standing_texts(
    desk: &Desk,
    kind: Option<MessageKind>,
    language: Option<&str>,
) -> Result<Vec<TextRow>> {
    let wanted = language.map(|tag| (tag, language_of(tag)));
    if let Some((_, None)) = wanted {
        return Err(Error::invalid("language", said("text-language")));
    }
    let own = desk.store.message_texts()?;
    let now = desk.now();
    desk.store.read_as_change(now, |change| {
        let mut rows = Vec::new();
        for known in message_languages()
            .filter(|known| wanted.is_none_or(|(_, language)| language == Some(*known)))
        {
            let words = Words::of(desk.host.as_ref(), known);
            let example = Example::new(change, &words, now)?;
            for kind in MessageKind::ALL
                .into_iter()
                .filter(|one| kind.is_none_or(|kind| kind == *one))
            {
                for channel in CHANNELS {
                    let mut tags = vec![known];
                    tags.extend(
                        own.iter()
                            .filter(|one| {
                                (one.kind, one.channel) == (kind, channel)
                                    && language_of(&one.language) == Some(known)
                                    && !one.language.eq_ignore_ascii_case(known)
                            })
                            .map(|one| one.language.as_str()),
                    );
                    for tag in tags {
                        let own = standing(&own, kind, channel, tag);
                        rows.push(row(&example, &words, kind, channel, tag, own)?);
                    }
                }
            }
        }
        Ok(rows)
    })
}

fn row(
    example: &Example<'_>,
    words: &Words,
    kind: MessageKind,
    channel: Channel,
    tag: &str,
    own: Option<&MessageText>,
) -> Result<TextRow> {
    let (subject, body) = match own {
        Some(own) => (own.subject.clone(), own.body.clone()),
        None => words.text(kind, channel),
    };
    let Preview {
        text,
        warnings,
        errors,
        ..
    } = match Wording::read(kind, channel, &subject, &body) {
        Ok(wording) => example.read(&wording, channel, example.values(kind)?)?,
        Err(faults) => Preview {
            errors: faults.iter().map(Remark::from).collect(),
            ..Preview::default()
        },
    };
    Ok(TextRow {
        kind,
        channel,
        language: tag.to_owned(),
        subject,
        body,
        own: own.is_some(),
        remarks: errors.into_iter().chain(warnings).collect(),
        example: text,
    })
}

/// All texts of the practice's own, by kind, channel and language.
pub fn texts(desk: &Desk) -> Result<Vec<MessageText>> {
    Ok(desk.store.message_texts()?)
}

/// Keeps a text in place of what was said so far by messages of its kind, channel and language.
pub fn save_text(desk: &mut Desk, request: TextRequest) -> Result<MessageText> {
    let TextRequest {
        kind,
        channel,
        language,
        subject,
        body,
    } = request;
    let language = language.trim().to_owned();
    if language_of(&language).is_none() {
        return Err(Error::invalid("language", said("text-language")));
    }
    let new = MessageTextId(desk.host.new_id());
    let subject = if channel.has_subject() {
        subject.trim().to_owned()
    } else {
        String::new()
    };
    let text = MessageText {
        id: new,
        kind,
        channel,
        language,
        subject,
        body: body.trim_end().to_owned(),
    };
    text.read().map_err(refused)?;
    desk.write_step(UndoableChange::MessageText, |change| {
        let all = change.message_texts()?;
        let before = standing(&all, kind, channel, &text.language);
        let id = before.map_or(new, |before| before.id);
        let text = MessageText { id, ..text };
        if before != Some(&text) {
            change.put_message_text(&text, before)?;
        }
        Ok(text)
    })
}

/// Takes a text away, so that what comes with Daybook is said again; nothing happens where there is
/// none.
pub fn remove_text(
    desk: &mut Desk,
    kind: MessageKind,
    channel: Channel,
    language: &str,
) -> Result<()> {
    desk.write_step(UndoableChange::MessageText, |change| {
        let all = change.message_texts()?;
        if let Some(before) = standing(&all, kind, channel, language) {
            change.remove_message_text(before)?;
        }
        Ok(())
    })
}

fn standing<'a>(
    all: &'a [MessageText],
    kind: MessageKind,
    channel: Channel,
    language: &str,
) -> Option<&'a MessageText> {
    all.iter().find(|one| one.is_for(kind, channel, language))
}

/// All that is wrong, said of the part in which the first of it stands.
fn refused(faults: Vec<TextFault>) -> Error {
    let field = match faults.first() {
        Some(
            TextFault::Template {
                part: TextPart::Subject,
                ..
            }
            | TextFault::LongSubject,
        ) => "subject",
        Some(TextFault::NotForPatients) => "channel",
        _ => "body",
    };
    let all: Vec<Said> = faults.iter().map(Said::from).collect();
    Error::invalid(field, said("all").with("said", all))
}
