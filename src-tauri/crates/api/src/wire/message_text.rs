//! What messages say: the texts that come with Daybook, and those of the practice's own.

use super::message::{WireChannel, WireMessageKind};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which texts are looked at; none of both is all.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct GetMessageTexts {
    pub kind: Option<WireMessageKind>,
    pub language: Option<String>,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct MessageTexts {
    /// Tags of the languages in which patients can be written to.
    pub languages: Vec<String>,
    pub texts: Vec<MessageTextView>,
}

/// The text that counts for a kind, a channel and a language.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MessageTextView {
    pub kind: WireMessageKind,
    pub channel: WireChannel,
    pub language: String,
    /// Empty where the channel has none.
    pub subject: String,
    pub body: String,
    /// Whether the practice wrote it; else it comes with Daybook.
    pub own: bool,
    pub warnings: Vec<TextRemark>,
    /// Of a text message: how long it is with an example filled in.
    pub sms: Option<WireSmsLength>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum WireTextPart {
    Subject,
    Body,
}

/// What is wrong with a text, or might be.
#[derive(Debug, Clone, Serialize, TS)]
pub struct TextRemark {
    /// None where it is of the text as a whole.
    pub part: Option<WireTextPart>,
    /// Where in that part; none where it is of all of it.
    pub place: Option<TextPlace>,
    pub words: String,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct TextPlace {
    /// Characters before it.
    pub at: u32,
    /// Line and character in it, both from 1.
    pub line: u32,
    pub column: u32,
}

/// How long a text message is.
#[derive(Debug, Clone, Serialize, TS)]
pub struct WireSmsLength {
    /// Characters as they are counted: some count twice.
    pub characters: u32,
    /// Messages that are paid for.
    pub segments: u32,
    /// Characters that still fit into the last of them.
    pub left: u32,
    /// Whether a letter makes each segment hold 70 characters in place of 160.
    pub unicode: bool,
    pub dear: Vec<DearLetter>,
}

/// A letter that makes a text message dear.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DearLetter {
    pub letter: String,
    /// Characters of the filled text before it.
    pub at: u32,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct PreviewMessageText {
    pub kind: WireMessageKind,
    pub channel: WireChannel,
    pub language: String,
    pub subject: String,
    pub body: String,
    /// Whose next visit it is filled with; none is a made-up example.
    pub patient: Option<String>,
}

/// A text as it would be read.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MessageTextPreview {
    /// Both empty while there are errors.
    pub subject: String,
    pub text: String,
    /// Of a text message without errors.
    pub sms: Option<WireSmsLength>,
    pub warnings: Vec<TextRemark>,
    /// With any of them the text is not kept.
    pub errors: Vec<TextRemark>,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct SaveMessageText {
    pub kind: WireMessageKind,
    pub channel: WireChannel,
    pub language: String,
    pub subject: String,
    pub body: String,
}

/// Takes the practice's own text away.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct RemoveMessageText {
    pub kind: WireMessageKind,
    pub channel: WireChannel,
    pub language: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct GetMessageFields {
    pub kind: WireMessageKind,
}

/// A blank of a text.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MessageField {
    /// As it stands between the braces.
    pub name: String,
    /// What it is filled with, in the person's language.
    pub explanation: String,
    /// Whether it tells whoever sees the message why somebody goes there.
    pub tells_too_much: bool,
}
