//! How the build joins the files that people write.

use super::*;

#[test]
fn files_are_joined_list_to_list_and_a_day_becomes_text() {
    let mut joined = Map::new();
    build::join(&mut joined, "a.toml", "[printed]\nx = [{ day = 2017-06-12 }]").expect("a file");
    build::join(&mut joined, "b.toml", "[[printed.x]]\nn = 1\n[other]\ny = true").expect("a file");
    assert_eq!(
        Value::Object(joined),
        json!({"printed": {"x": [{"day": "2017-06-12"}, {"n": 1}]}, "other": {"y": true}})
    );
}

#[test]
fn a_broken_file_is_named() {
    let cases = [
        ("a = 1\nx = [\n", "b.toml is not valid TOML: line 2: unclosed array, expected `]`"),
        ("[registry]\nid = \"other\"", "b.toml sets `registry.id`, which another file has set already"),
        ("registry = 1", "b.toml sets `registry`, which another file has set already"),
        ("x = nan", "b.toml: `x` holds a number that is not finite"),
    ];
    for (text, message) in cases {
        let mut joined = Map::new();
        build::join(&mut joined, "a.toml", "[registry]\nid = \"36a\"").expect("a file");
        let error = build::join(&mut joined, "b.toml", text).expect_err("refused");
        assert_eq!(error, message);
    }
}
