//! Texts of the practice's own: a misspelt field is refused here, so that none stands in a mail.

use super::words::language_of;
use crate::desk::Desk;
use crate::error::{Error, Result};
use domain::messages::{Channel, MessageKind, MessageText, TextFault, TextPart};
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
    desk.write(|change| {
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
    desk.write(|change| {
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
