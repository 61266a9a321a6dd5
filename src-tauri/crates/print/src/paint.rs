//! Pages -> PDF bytes.
//!
//! The same pages give the same bytes. Every glyph can be selected as the letters it stands for: one entry a glyph in the
//! font's own table, and a marked span where a glyph stands for other letters here, or several glyphs for one letter.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use chrono::NaiveDateTime;
use lopdf::encryption::crypt_filters::{Aes256CryptFilter, CryptFilter};
use lopdf::{Document, EncryptionState, EncryptionVersion, Permissions};
use printpdf::{
    Codepoint, Color, DictItem, FontId, Greyscale, Line, LineDashPattern, LinePoint,
    OffsetDateTime, Op, PaintMode, PdfDocument, PdfFont, PdfFontHandle, PdfPage, PdfSaveOptions,
    Point, Pt, Rect, TextItem, TextMatrix, TextRenderingMode,
};

use crate::fonts::FaceId;
use crate::page::{Area, Grey, Mark, Page};
use crate::text::shape::{Cluster, Glyph, Run, Shaped};
use crate::text::wrap::Style;
use crate::{PrintError, Result};

/// Thickness of an outline that makes a regular face look bold, as a part of the font size.
const EMBOLDEN: f32 = 0.035;

/// What a document says about itself.
pub(crate) struct About {
    pub(crate) title: String,
    pub(crate) made_at: NaiveDateTime,
}

/// What a document is locked with, so that a reader program asks for the passphrase.
#[derive(Clone, Copy)]
pub struct Lock<'a> {
    /// What opens it.
    pub passphrase: &'a str,
    /// A fresh random key of 256 bits.
    pub key: &'a [u8; 32],
}

impl std::fmt::Debug for Lock<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Lock").finish_non_exhaustive()
    }
}

/// Writes the pages as one document.
pub(crate) fn document(pages: &[Page], about: &About) -> Result<Vec<u8>> {
    locked(pages, about, None)
}

/// The same, and with a lock encrypted.
pub(crate) fn locked(pages: &[Page], about: &About, lock: Option<&Lock<'_>>) -> Result<Vec<u8>> {
    let mut brush = Brush::default();
    let mut painted = Vec::with_capacity(pages.len());
    for page in pages {
        let ops = brush.page(page)?;
        let paper = Rect::from_wh(Pt(page.width), Pt(page.height));
        painted.push(PdfPage {
            media_box: paper.clone(),
            trim_box: paper.clone(),
            crop_box: paper,
            ops,
        });
    }
    let mut document = PdfDocument::new(&about.title);
    let info = &mut document.metadata.info;
    info.producer = "Daybook".to_owned();
    info.creator = "Daybook".to_owned();
    let made_at = OffsetDateTime::from_unix_timestamp(about.made_at.and_utc().timestamp())
        .map_err(|_| PrintError::Clock)?;
    info.creation_date = made_at;
    info.modification_date = made_at;
    info.metadata_date = made_at;
    for face in brush.faces() {
        document
            .resources
            .fonts
            .map
            .insert(FontId(face.tag()), PdfFont::new(face.embedded()?.clone()));
    }
    document.pages = painted;

    let mut written = document.to_lopdf_document(&PdfSaveOptions::default(), &mut Vec::new());
    drop(document);
    written.version = "1.7".to_owned();
    // The library draws the identifier from a counter; the same pages must give the same bytes.
    let mut hasher = DefaultHasher::new();
    about.title.hash(&mut hasher);
    about.made_at.hash(&mut hasher);
    brush.seen.len().hash(&mut hasher);
    pages.len().hash(&mut hasher);
    let id = DictItem::String {
        data: format!("{:016x}", hasher.finish()).into_bytes(),
        literal: false,
    };
    written
        .trailer
        .set("ID", DictItem::Array(vec![id.clone(), id]).to_lopdf());
    written.compress();
    if let Some(lock) = lock {
        encrypt(&mut written, lock)?;
    }
    let mut bytes = Vec::new();
    written.save_to(&mut bytes).map_err(PrintError::Write)?;
    Ok(bytes)
}

/// AES-256 as PDF 2.0 has it (security handler revision 6), which every reader program of the last years opens. Names of
/// patients stand in the document's title too, so its metadata are encrypted with the rest.
fn encrypt(document: &mut Document, lock: &Lock<'_>) -> Result<()> {
    let refused = |error: lopdf::Error| PrintError::Passphrase(error.to_string());
    let filter: Arc<dyn CryptFilter> = Arc::new(Aes256CryptFilter);
    let version = EncryptionVersion::V5 {
        encrypt_metadata: true,
        crypt_filters: BTreeMap::from([(b"StdCF".to_vec(), filter)]),
        file_encryption_key: lock.key,
        stream_filter: b"StdCF".to_vec(),
        string_filter: b"StdCF".to_vec(),
        owner_password: lock.passphrase,
        user_password: lock.passphrase,
        permissions: Permissions::all(),
    };
    let state = EncryptionState::try_from(version).map_err(refused)?;
    document.version = "2.0".to_owned();
    document.encrypt(&state).map_err(refused)?;
    name_key_length(document).map_err(refused)
}

/// The library leaves out how long the key is. Poppler, and with it the readers of Linux desktops, then takes it for one of
/// 40 bits and shows rubbish.
fn name_key_length(document: &mut Document) -> lopdf::Result<()> {
    let dictionary = document.trailer.get(b"Encrypt")?.as_reference()?;
    let dictionary = document.get_object_mut(dictionary)?.as_dict_mut()?;
    dictionary.set("Length", 256);
    let filters = dictionary.get_mut(b"CF")?.as_dict_mut()?;
    let filter = filters.get_mut(b"StdCF")?.as_dict_mut()?;
    filter.set("AuthEvent", lopdf::Object::Name(b"DocOpen".to_vec()));
    filter.set("Length", 32);
    Ok(())
}

/// What a glyph means in this document and how wide the reader thinks it is, in whole thousandths.
struct Known {
    letters: String,
    width: f32,
}

#[derive(Default)]
struct Brush {
    seen: BTreeMap<(FaceId, u16), Known>,
    height: f32,
    fill: Option<Grey>,
    face: Option<FaceId>,
    ops: Vec<Op>,
}

impl Brush {
    fn faces(&self) -> Vec<FaceId> {
        let mut faces: Vec<FaceId> = self.seen.keys().map(|(face, _)| *face).collect();
        faces.dedup();
        faces
    }

    fn page(&mut self, page: &Page) -> Result<Vec<Op>> {
        self.height = page.height;
        self.fill = None;
        self.face = None;
        let mut in_text = false;
        for mark in &page.marks {
            let is_text = matches!(mark, Mark::Text { .. });
            if is_text != in_text {
                self.ops.push(if is_text {
                    Op::StartTextSection
                } else {
                    Op::EndTextSection
                });
                in_text = is_text;
            }
            match mark {
                Mark::Text {
                    x,
                    y,
                    line,
                    style,
                    grey,
                } => self.text((*x, *y), line, *style, *grey)?,
                Mark::Fill { area, grey } => {
                    self.fill_with(*grey);
                    let rectangle = self.rectangle(*area, PaintMode::Fill);
                    self.ops.push(Op::DrawRectangle { rectangle });
                }
                Mark::Frame {
                    area,
                    grey,
                    width,
                    dashed,
                } => {
                    self.outline(*grey, *width, *dashed);
                    let rectangle = self.rectangle(*area, PaintMode::Stroke);
                    self.ops.push(Op::DrawRectangle { rectangle });
                }
                Mark::Rule {
                    from,
                    to,
                    grey,
                    width,
                } => {
                    self.outline(*grey, *width, false);
                    let point = |(x, y): (f32, f32)| LinePoint {
                        p: self.point(x, y),
                        bezier: false,
                    };
                    let line = Line {
                        points: vec![point(*from), point(*to)],
                        is_closed: false,
                    };
                    self.ops.push(Op::DrawLine { line });
                }
            }
        }
        if in_text {
            self.ops.push(Op::EndTextSection);
        }
        Ok(std::mem::take(&mut self.ops))
    }

    fn text(&mut self, (x, y): (f32, f32), line: &Shaped, style: Style, grey: Grey) -> Result<()> {
        self.fill_with(grey);
        let mut pen = x;
        for run in &line.runs {
            if self.face != Some(run.face) {
                self.face = Some(run.face);
                let font = PdfFontHandle::External(FontId(run.face.tag()));
                // The size is in the matrix: the library then writes the run as it is instead of measuring it again.
                self.ops.push(Op::SetFont {
                    font,
                    size: Pt(1.0),
                });
            }
            if run.embolden {
                self.ops.push(Op::SetTextRenderingMode {
                    mode: TextRenderingMode::FillStroke,
                });
                self.outline(grey, style.size * EMBOLDEN, false);
            }
            let at = self.point(pen, y);
            let matrix = TextMatrix::Raw([style.size, 0.0, 0.0, style.size, at.x.0, at.y.0]);
            self.ops.push(Op::SetTextMatrix { matrix });
            let advance = self.run(run)?;
            if run.embolden {
                self.ops.push(Op::SetTextRenderingMode {
                    mode: TextRenderingMode::Fill,
                });
            }
            pen += advance * style.size / 1000.0;
        }
        Ok(())
    }

    /// Draws a run from where the pen stands; gives its width in thousandths.
    fn run(&mut self, run: &Run) -> Result<f32> {
        // Where the reader's pen is and where it should be: the reader adds whole thousandths a glyph.
        let (mut reader, mut pen) = (0.0f32, 0.0f32);
        let mut items: Vec<TextItem> = Vec::new();
        for cluster in &run.clusters {
            self.learn(run.face, cluster)?;
            let known = |glyph: &Glyph| self.seen.get(&(run.face, glyph.id));
            let spelt = cluster
                .glyphs
                .iter()
                .filter_map(known)
                .map(|known| known.letters.as_str());
            let spanned = !spelt.flat_map(str::chars).eq(cluster.text.chars());
            if spanned {
                self.show(&mut items);
                self.ops.push(actual_text(&cluster.text));
            }
            for glyph in &cluster.glyphs {
                let kern = reader - (pen + glyph.dx);
                if kern.abs() > 0.05 {
                    items.push(TextItem::Offset(round(kern)));
                    reader -= kern;
                }
                let raised = glyph.dy.abs() > 0.05;
                if raised {
                    self.show(&mut items);
                    self.ops.push(Op::SetLineOffset {
                        multiplier: glyph.dy / 1000.0,
                    });
                }
                let known = self.seen.get(&(run.face, glyph.id));
                let codepoint = Codepoint {
                    gid: glyph.id,
                    offset: 0.0,
                    cid: known.map(|known| known.letters.clone()),
                };
                match items.last_mut() {
                    Some(TextItem::GlyphIds(glyphs)) => glyphs.push(codepoint),
                    _ => items.push(TextItem::GlyphIds(vec![codepoint])),
                }
                reader += known.map_or(0.0, |known| known.width);
                pen += glyph.advance;
                if raised {
                    self.show(&mut items);
                    self.ops.push(Op::SetLineOffset { multiplier: 0.0 });
                }
            }
            if spanned {
                self.show(&mut items);
                self.ops.push(Op::EndMarkedContent);
            }
        }
        self.show(&mut items);
        Ok(pen)
    }

    /// Settles what each glyph of a cluster stands for in this document; the first use of a glyph decides.
    fn learn(&mut self, face: FaceId, cluster: &Cluster) -> Result<()> {
        for (index, glyph) in cluster.glyphs.iter().enumerate() {
            if let Entry::Vacant(entry) = self.seen.entry((face, glyph.id)) {
                let letters = first_meaning(face, cluster, index, glyph);
                let embedded = face.embedded()?;
                let em = f32::from(embedded.pdf_font_metrics.units_per_em.max(1));
                let width = f32::from(embedded.get_horizontal_advance(glyph.id)) * 1000.0 / em;
                entry.insert(Known {
                    letters,
                    width: width.trunc(),
                });
            }
        }
        Ok(())
    }

    fn show(&mut self, items: &mut Vec<TextItem>) {
        if !items.is_empty() {
            self.ops.push(Op::ShowText {
                items: std::mem::take(items),
            });
        }
    }

    fn fill_with(&mut self, grey: Grey) {
        if self.fill != Some(grey) {
            self.fill = Some(grey);
            self.ops.push(Op::SetFillColor { col: shade(grey) });
        }
    }

    fn outline(&mut self, grey: Grey, width: f32, dashed: bool) {
        self.ops.push(Op::SetOutlineColor { col: shade(grey) });
        self.ops.push(Op::SetOutlineThickness {
            pt: Pt(round(width)),
        });
        let dash = if dashed {
            LineDashPattern::new(0.0, &[2.0, 2.0])
        } else {
            LineDashPattern::solid()
        };
        self.ops.push(Op::SetLineDashPattern { dash });
    }

    fn point(&self, x: f32, y: f32) -> Point {
        Point {
            x: Pt(round(x)),
            y: Pt(round(self.height - y)),
        }
    }

    fn rectangle(&self, area: Area, mode: PaintMode) -> Rect {
        Rect {
            x: Pt(round(area.x)),
            y: Pt(round(self.height - area.bottom())),
            width: Pt(round(area.w)),
            height: Pt(round(area.h)),
            mode: Some(mode),
            winding_order: None,
        }
    }
}

/// What a glyph stands for when it is first met: all of its cluster's letters if it is alone, else the letter the face maps
/// to it, else nothing.
fn first_meaning(face: FaceId, cluster: &Cluster, index: usize, glyph: &Glyph) -> String {
    if cluster.glyphs.len() == 1 {
        return cluster.text.clone();
    }
    let own = cluster
        .text
        .chars()
        .find(|letter| face.glyph(*letter) == Some(glyph.id));
    match own {
        Some(letter) => letter.to_string(),
        None if index == 0 => cluster.text.clone(),
        None => String::new(),
    }
}

/// Opens a span whose text is what it says, whatever glyphs draw it.
fn actual_text(text: &str) -> Op {
    let mut data = vec![0xfe, 0xff];
    data.extend(text.encode_utf16().flat_map(u16::to_be_bytes));
    let map = BTreeMap::from([(
        "ActualText".to_owned(),
        DictItem::String {
            data,
            literal: false,
        },
    )]);
    Op::BeginMarkedContentWithProperties {
        tag: "Span".to_owned(),
        properties: DictItem::Dict { map },
    }
}

fn shade(grey: Grey) -> Color {
    Color::Greyscale(Greyscale::new(grey, None))
}

/// Hundredths of a point are finer than any printer.
fn round(value: f32) -> f32 {
    (value * 100.0).round() / 100.0
}
