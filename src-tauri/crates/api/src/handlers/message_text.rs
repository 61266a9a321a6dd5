//! What messages say.

use super::Answer;
use super::message::{channel, domain_channel, domain_kind, message_kind};
use crate::commands::words_on;
use crate::convert::optional_id;
use crate::wire::message::{WireChannel, WireMessageKind};
use crate::wire::message_text::*;
use crate::words::Words;
use app::messages::{Preview, Remark, TextRequest, TextRow};
use app::{Daybook, Error};
use domain::messages::{Alphabet, Channel, Field, SmsLength, TextPart, dear_letters, sms_length};

pub(crate) fn list(daybook: &mut Daybook, request: GetMessageTexts) -> Answer<MessageTexts> {
    let GetMessageTexts { kind, language } = request;
    let words = words_on(daybook.host());
    let desk = daybook.desk()?;
    let rows = app::messages::standing_texts(desk, kind.map(domain_kind), language.as_deref())?;
    Ok(MessageTexts {
        languages: app::messages::message_languages()
            .map(str::to_owned)
            .collect(),
        texts: rows.into_iter().map(|row| view(row, &words)).collect(),
    })
}

pub(crate) fn fields(
    daybook: &mut Daybook,
    request: GetMessageFields,
) -> Answer<Vec<MessageField>> {
    let words = words_on(daybook.host());
    let kind = domain_kind(request.kind);
    Ok(Field::ALL
        .into_iter()
        .filter(|field| field.fits(kind))
        .map(|field| MessageField {
            name: field.name().to_owned(),
            explanation: words.say(&field.explained()),
            tells_too_much: field.tells_too_much(),
        })
        .collect())
}

pub(crate) fn preview(
    daybook: &mut Daybook,
    request: PreviewMessageText,
) -> Answer<MessageTextPreview> {
    let PreviewMessageText {
        kind,
        channel,
        language,
        subject,
        body,
        patient,
    } = request;
    let words = words_on(daybook.host());
    let patient = optional_id("patient", &patient)?;
    let text = TextRequest {
        kind: domain_kind(kind),
        channel: domain_channel(channel),
        language,
        subject,
        body,
    };
    let seen = app::messages::preview(daybook.desk()?, &text, patient)?;
    let Preview {
        subject,
        text: filled,
        warnings,
        errors,
    } = seen;
    Ok(MessageTextPreview {
        sms: (errors.is_empty() && text.channel == Channel::Sms).then(|| length(&filled)),
        subject,
        text: filled,
        warnings: remarks(&warnings, &words),
        errors: remarks(&errors, &words),
    })
}

pub(crate) fn save(daybook: &mut Daybook, request: SaveMessageText) -> Answer<MessageTextView> {
    let SaveMessageText {
        kind,
        channel,
        language,
        subject,
        body,
    } = request;
    let text = TextRequest {
        kind: domain_kind(kind),
        channel: domain_channel(channel),
        language,
        subject,
        body,
    };
    let saved = app::messages::save_text(daybook.desk()?, text)?;
    standing(daybook, kind, channel, &saved.language)
}

pub(crate) fn remove(daybook: &mut Daybook, request: RemoveMessageText) -> Answer<MessageTextView> {
    let RemoveMessageText {
        kind,
        channel,
        language,
    } = request;
    let (of, by) = (domain_kind(kind), domain_channel(channel));
    app::messages::remove_text(daybook.desk()?, of, by, &language)?;
    standing(daybook, kind, channel, &language)
}

/// What counts from now on: the text of that very tag, or that of its language.
fn standing(
    daybook: &mut Daybook,
    kind: WireMessageKind,
    by: WireChannel,
    language: &str,
) -> Answer<MessageTextView> {
    let words = words_on(daybook.host());
    let desk = daybook.desk()?;
    let rows = app::messages::standing_texts(desk, Some(domain_kind(kind)), Some(language))?;
    let mut rows: Vec<TextRow> = rows
        .into_iter()
        .filter(|row| row.channel == domain_channel(by))
        .collect();
    let exact = rows
        .iter()
        .position(|row| row.language.eq_ignore_ascii_case(language))
        .unwrap_or(0);
    if rows.is_empty() {
        return Err(Error::NotFound("message"));
    }
    Ok(view(rows.swap_remove(exact), &words))
}

fn view(row: TextRow, words: &Words) -> MessageTextView {
    let TextRow {
        kind,
        channel: by,
        language,
        subject,
        body,
        own,
        remarks: said,
        example,
    } = row;
    MessageTextView {
        kind: message_kind(kind),
        channel: channel(by),
        language,
        subject,
        body,
        own,
        warnings: remarks(&said, words),
        sms: (by == Channel::Sms).then(|| length(&example)),
    }
}

fn remarks(all: &[Remark], words: &Words) -> Vec<TextRemark> {
    all.iter()
        .map(|Remark { part, place, said }| TextRemark {
            part: part.map(|part| match part {
                TextPart::Subject => WireTextPart::Subject,
                TextPart::Body => WireTextPart::Body,
            }),
            place: place.map(|place| TextPlace {
                at: number(place.at),
                line: number(place.line),
                column: number(place.column),
            }),
            words: words.say(said),
        })
        .collect()
}

fn length(text: &str) -> WireSmsLength {
    let SmsLength {
        alphabet,
        units,
        segments,
        left,
    } = sms_length(text);
    WireSmsLength {
        characters: number(units),
        segments: number(segments),
        left: number(left),
        unicode: alphabet == Alphabet::Ucs2,
        dear: dear_letters(text)
            .into_iter()
            .map(|(at, letter)| DearLetter {
                letter: letter.to_string(),
                at: number(at),
            })
            .collect(),
    }
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
