//! Lists the languages that have words for print, so that a new one needs only its file.

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let root = env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?;
    let locales = Path::new(&root).join("../../../assets/locales");
    println!("cargo:rerun-if-changed={}", locales.display());
    let mut found = Vec::new();
    for entry in fs::read_dir(&locales)? {
        let folder = entry?.path();
        let file = folder.join("print.ftl");
        if let (Some(tag), true) = (
            folder.file_name().and_then(|name| name.to_str()),
            file.is_file(),
        ) {
            println!("cargo:rerun-if-changed={}", file.display());
            found.push((tag.to_owned(), file.canonicalize()?));
        }
    }
    found.sort();
    let mut list = String::from("const LANGUAGES: &[(&str, &str)] = &[\n");
    for (tag, file) in &found {
        writeln!(list, "    ({tag:?}, include_str!({file:?})),").map_err(io::Error::other)?;
    }
    list.push_str("];\n");
    let out = env::var("OUT_DIR").map_err(io::Error::other)?;
    fs::write(Path::new(&out).join("languages.rs"), list)
}
