//! The UI's types of the commands are what the core says they are.

#[test]
fn the_bindings_of_the_ui_are_fresh() {
    let path = tests::repository().join("ui/src/api/bindings.ts");
    let there = std::fs::read_to_string(&path).expect("the bindings are in the repository");
    let fresh = api::bindings();
    let differs = there
        .lines()
        .zip(fresh.lines())
        .position(|(there, fresh)| there != fresh)
        .unwrap_or_else(|| there.lines().count().min(fresh.lines().count()));
    assert!(
        there == fresh,
        "{} is out of date from line {} on. Run: cargo run -p xtask -- bindings",
        path.display(),
        differs + 1
    );
}
