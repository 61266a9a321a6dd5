//! Files and folders to the list of files to read.

use crate::InteropError;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// What a file holds, by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SourceKind {
    Csv,
    Fhir,
    Ics,
    Vcf,
}

impl SourceKind {
    /// By the ending: csv, tsv and txt are tables; json, ndjson and jsonl are FHIR; ics and ical
    /// are calendars; vcf and vcard are address books.
    pub fn of(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_str()?.to_ascii_lowercase();
        match ending.as_str() {
            "csv" | "tsv" | "txt" => Some(SourceKind::Csv),
            "json" | "ndjson" | "jsonl" => Some(SourceKind::Fhir),
            "ics" | "ical" => Some(SourceKind::Ics),
            "vcf" | "vcard" => Some(SourceKind::Vcf),
            _ => None,
        }
    }

    fn endings(self) -> &'static str {
        match self {
            SourceKind::Csv => ".csv, .tsv or .txt",
            SourceKind::Fhir => ".json, .ndjson or .jsonl",
            SourceKind::Ics => ".ics or .ical",
            SourceKind::Vcf => ".vcf or .vcard",
        }
    }
}

/// All files to read, sorted by path. A file that is named is taken whatever its ending; in folders,
/// however deep, those of the kind are taken. Hidden ones are passed over, links to files are
/// followed, links to folders are not, so that none is read twice and no loop is entered. A folder
/// without any is refused.
pub fn sources(paths: &[PathBuf], kind: SourceKind) -> Result<Vec<PathBuf>, InteropError> {
    let mut found = BTreeSet::new();
    for path in paths {
        let meta = std::fs::metadata(path).map_err(|error| unreadable(path, error))?;
        if meta.is_dir() {
            let mut within = BTreeSet::new();
            walk(path, kind, &mut within)?;
            if within.is_empty() {
                return Err(InteropError::NoFiles {
                    path: path.clone(),
                    endings: kind.endings(),
                });
            }
            found.append(&mut within);
        } else {
            found.insert(path.clone());
        }
    }
    Ok(found.into_iter().collect())
}

fn walk(root: &Path, kind: SourceKind, found: &mut BTreeSet<PathBuf>) -> Result<(), InteropError> {
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).map_err(|error| unreadable(&folder, error))? {
            let entry = entry.map_err(|error| unreadable(&folder, error))?;
            let path = entry.path();
            if entry.file_name().to_string_lossy().starts_with('.') {
                continue;
            }
            let own = entry
                .file_type()
                .map_err(|error| unreadable(&path, error))?;
            if own.is_dir() {
                folders.push(path);
            } else if SourceKind::of(&path) == Some(kind) && path.is_file() {
                found.insert(path);
            }
        }
    }
    Ok(())
}

fn unreadable(path: &Path, error: std::io::Error) -> InteropError {
    InteropError::Source {
        path: path.to_owned(),
        error,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_are_walked_in_order_without_hidden_ones_or_loops() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        std::fs::create_dir(at("b")).unwrap();
        for name in [
            "b/two.json",
            "b/.hidden.json",
            "one.NDJSON",
            "list.csv",
            "notes.md",
        ] {
            std::fs::write(at(name), "{}").unwrap();
        }
        #[cfg(unix)]
        std::os::unix::fs::symlink(folder.path(), at("b/loop")).unwrap();
        let root = vec![folder.path().to_owned()];
        assert_eq!(
            sources(&root, SourceKind::Fhir).unwrap(),
            [at("b/two.json"), at("one.NDJSON")]
        );
        assert_eq!(sources(&root, SourceKind::Csv).unwrap(), [at("list.csv")]);
        let named = vec![at("notes.md"), at("notes.md")];
        assert_eq!(sources(&named, SourceKind::Csv).unwrap(), [at("notes.md")]);
        std::fs::create_dir(at("c")).unwrap();
        std::fs::write(at("c/list.xlsx"), "x").unwrap();
        let refused = sources(&[at("list.csv"), at("c")], SourceKind::Csv).unwrap_err();
        assert!(
            refused.to_string().contains(".csv, .tsv or .txt"),
            "{refused}"
        );
        assert!(
            sources(&[at("absent")], SourceKind::Csv)
                .unwrap_err()
                .to_string()
                .contains("absent")
        );
    }
}
