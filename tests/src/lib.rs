//! Where things are, for tests that cross crates.

use std::path::{Path, PathBuf};

/// The root of the repository.
pub fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("the crate of tests is a folder of the repository")
}

/// A program of this workspace, as it was built with the running test.
pub fn program(name: &str) -> PathBuf {
    let test = std::env::current_exe().expect("a running test knows its own file");
    let built = test
        .ancestors()
        .nth(2)
        .expect("a test is built into target/<profile>/deps");
    built.join(name)
}

/// Real and hostile data, which is kept beside the repository; none where it is not there.
pub fn shared_data() -> Option<PathBuf> {
    let data = repository().join("../shared/data");
    data.is_dir().then_some(data)
}
