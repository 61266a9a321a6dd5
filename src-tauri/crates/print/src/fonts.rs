//! The faces that ship with the program, in the order in which they are asked for a character.
//!
//! A face is parsed when the first text needs it and kept for the life of the program; the subsetter's own view of a face
//! costs more and is made only when one of its glyphs is drawn.

use std::sync::OnceLock;

use harfrust::Font;
use printpdf::ParsedFont;

use crate::{PrintError, Result};

/// Weight of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Weight {
    Regular,
    Bold,
}

/// Index into [`FACES`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct FaceId(u8);

/// One file of `assets/fonts`.
pub(crate) struct Face {
    name: &'static str,
    /// `None` serves both weights; bold is then drawn with an outline.
    weight: Option<Weight>,
    bytes: &'static [u8],
    font: OnceLock<Option<Font>>,
    embedded: OnceLock<Option<ParsedFont>>,
}

macro_rules! face {
    ($name:literal, $weight:expr) => {
        Face {
            name: $name,
            weight: $weight,
            bytes: include_bytes!(concat!("../../../../assets/fonts/", $name, ".ttf")),
            font: OnceLock::new(),
            embedded: OnceLock::new(),
        }
    };
}

/// Common scripts first: most pages never get past the first two.
static FACES: [Face; 29] = [
    face!("NotoSans-Regular", Some(Weight::Regular)),
    face!("NotoSans-Bold", Some(Weight::Bold)),
    face!("NotoSansArabic-Regular", Some(Weight::Regular)),
    face!("NotoSansArabic-Bold", Some(Weight::Bold)),
    face!("NotoSansHebrew-Regular", Some(Weight::Regular)),
    face!("NotoSansHebrew-Bold", Some(Weight::Bold)),
    face!("NotoSansArmenian-Regular", Some(Weight::Regular)),
    face!("NotoSansArmenian-Bold", Some(Weight::Bold)),
    face!("NotoSansGeorgian-Regular", Some(Weight::Regular)),
    face!("NotoSansGeorgian-Bold", Some(Weight::Bold)),
    face!("NotoSansDevanagari-Regular", Some(Weight::Regular)),
    face!("NotoSansDevanagari-Bold", Some(Weight::Bold)),
    face!("NotoSansBengali-Regular", Some(Weight::Regular)),
    face!("NotoSansBengali-Bold", Some(Weight::Bold)),
    face!("NotoSansKhmer-Regular", Some(Weight::Regular)),
    face!("NotoSansKhmer-Bold", Some(Weight::Bold)),
    face!("NotoSansThai-Regular", None),
    face!("NotoSansLao-Regular", None),
    face!("NotoSansTamil-Regular", None),
    face!("NotoSansTelugu-Regular", None),
    face!("NotoSansKannada-Regular", None),
    face!("NotoSansMalayalam-Regular", None),
    face!("NotoSansGujarati-Regular", None),
    face!("NotoSansGurmukhi-Regular", None),
    face!("NotoSansSinhala-Regular", None),
    face!("NotoSansEthiopic-Regular", None),
    face!("NotoSansMyanmar-Regular", None),
    face!("NotoSansSymbols2-Regular", None),
    face!("NotoSansMath-Regular", None),
];

/// Chinese, Japanese and Korean; apart because it is asked after all others and is the largest by far.
static LAST: Face = face!("DroidSansFallback", None);

/// The letters of the page's own words, and the signs of a visit's status.
const DRAWN_BY_ALL: [&str; 3] = [
    "NotoSans-Regular",
    "NotoSans-Bold",
    "NotoSansSymbols2-Regular",
];

/// Every face that may draw a text of this weight, best first.
pub(crate) fn candidates(weight: Weight) -> impl Iterator<Item = FaceId> {
    (0u8..)
        .zip(FACES.iter().chain([&LAST]))
        .filter(move |(_, face)| face.weight.is_none_or(|own| own == weight))
        .map(|(index, _)| FaceId(index))
}

/// Reads every face as far as asking it for a character needs, and those of letters and signs that
/// every page draws to the end.
pub(crate) fn warm() {
    for id in (0..)
        .zip(FACES.iter().chain([&LAST]))
        .map(|(index, _)| FaceId(index))
    {
        // A damaged face is told when a page needs it.
        let _ = id.font();
        if DRAWN_BY_ALL.contains(&id.face().name) {
            let _ = id.embedded();
        }
    }
}

impl FaceId {
    fn face(self) -> &'static Face {
        FACES.get(usize::from(self.0)).unwrap_or(&LAST)
    }

    /// Name of the face's file, without its ending.
    #[cfg(test)]
    pub(crate) fn name(self) -> &'static str {
        self.face().name
    }

    /// Six capital letters that name the face's subset in a document, the same in every document.
    pub(crate) fn tag(self) -> String {
        let letter = |n: u8| char::from(b'A' + n % 26);
        format!("DAYB{}{}", letter(self.0 / 26), letter(self.0))
    }

    /// Whether a text of this weight has to be made bold while it is drawn.
    pub(crate) fn lacks(self, weight: Weight) -> bool {
        weight == Weight::Bold && self.face().weight.is_none()
    }

    /// The face as the shaper reads it.
    pub(crate) fn font(self) -> Option<&'static Font> {
        let face = self.face();
        face.font.get_or_init(|| Font::new(face.bytes, 0)).as_ref()
    }

    /// Whether the face draws this character itself.
    pub(crate) fn covers(self, character: char) -> bool {
        self.glyph(character).is_some()
    }

    /// The glyph that stands for a character before shaping.
    pub(crate) fn glyph(self, character: char) -> Option<u16> {
        let glyph = self.font()?.charmap().map_unicode(character)?;
        u16::try_from(glyph.to_u32()).ok().filter(|id| *id != 0)
    }

    /// The face as the subsetter reads it.
    pub(crate) fn embedded(self) -> Result<&'static ParsedFont> {
        let face = self.face();
        face.embedded
            .get_or_init(|| ParsedFont::from_bytes(face.bytes, 0, &mut Vec::new()))
            .as_ref()
            .ok_or_else(|| PrintError::Damaged(face.name.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_face_that_ships_can_be_read_and_embedded() {
        for id in candidates(Weight::Regular).chain(candidates(Weight::Bold)) {
            assert!(id.font().is_some(), "{} cannot be shaped", id.name());
            assert!(id.embedded().is_ok(), "{} cannot be embedded", id.name());
        }
    }

    #[test]
    fn every_face_has_a_name_of_its_own_in_a_document() {
        let tags: std::collections::BTreeSet<String> = candidates(Weight::Regular)
            .chain(candidates(Weight::Bold))
            .map(FaceId::tag)
            .collect();
        assert_eq!(tags.len(), FACES.len() + 1);
    }
}
