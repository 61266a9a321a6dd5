//! Shared data beside the project; absent ones are told and passed over.

use std::path::PathBuf;

pub(crate) fn shared(name: &str) -> Option<PathBuf> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let above = root
        .ancestors()
        .map(|folder| folder.join("shared/data").join(name));
    let found = above.into_iter().find(|path| path.exists());
    if found.is_none() {
        println!("skipped: ../shared/data/{name} is not there");
    }
    found
}

/// Strings that programs stumble over; a few of our own where the list is absent.
pub(crate) fn naughty() -> Vec<String> {
    let mut all: Vec<String> = [
        "'=1+1",
        "=1+1",
        "'",
        "''",
        "\"",
        "\"\"",
        "a\nb",
        "a\r\nb",
        "\tx",
        "\r=x",
        "-",
        "＝1",
        "@x",
        "+49",
        " x ",
        "a,b;c\td|e",
        "'+",
        "\\n",
        "a\\",
        "label: x",
        "<script>alert(1)</script>",
        "Robert'); DROP TABLE Students;--",
        "\u{202E}abc",
        "\u{FEFF}x",
        "أحمد",
        "𠜎",
        "👩‍👩‍👧",
        "null",
        "sep=;",
        "#REF!",
        "00123",
        "1e5",
        "2020-01-01",
        "TRUE",
    ]
    .iter()
    .map(|text| (*text).to_owned())
    .collect();
    for name in [
        "hostile/blns.txt",
        "hostile/csv-payload.txt",
        "hostile/xss-payload-list.txt",
    ] {
        if let Some(path) = shared(name) {
            let bytes = std::fs::read(path).unwrap();
            all.extend(
                String::from_utf8_lossy(&bytes)
                    .split('\n')
                    .map(str::to_owned),
            );
        }
    }
    all
}
