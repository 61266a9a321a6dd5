//! From text as people typed it to glyphs that fit a width.

pub(crate) mod clean;
pub(crate) mod shape;
pub(crate) mod wrap;
