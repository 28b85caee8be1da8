//! The guide: it names what the page has, by the page's own words, and shows pictures that the tests make.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

use return36a::text::Language;
use return36a::text::guide::{Chapter, GUIDE, guide_markdown};
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

fn chapters() -> impl Iterator<Item = &'static Chapter> {
    GUIDE.iter().flat_map(|part| part.chapters)
}

/// What stands between “ and ” in a text.
fn quoted(text: &str) -> Vec<&str> {
    text.split('“').skip(1).filter_map(|rest| rest.split('”').next()).collect()
}

/// The phrases of the page, as they are written in the text room.
fn phrases() -> String {
    let files = fs::read_dir(root().join("src/text")).unwrap().map(|entry| entry.unwrap().path());
    files.filter(|path| path.is_file()).map(|path| fs::read_to_string(path).unwrap()).collect()
}

#[test]
fn every_button_and_heading_that_the_guide_names_is_in_the_page() {
    let phrases = phrases();
    let mut named = 0;
    for language in [Language::Vietnamese, Language::English] {
        for step in chapters().flat_map(|chapter| chapter.steps) {
            for name in quoted(step.text(language)) {
                named += 1;
                let begins = format!("\"{name}");
                assert!(phrases.contains(&begins), "the guide names “{name}”, which the page does not");
            }
        }
    }
    assert!(named > 50, "{named}");
}

#[test]
fn every_picture_of_the_guide_is_there_and_made_by_a_test() {
    let tests: String = fs::read_dir(root().join("tests/browser"))
        .unwrap()
        .map(|entry| fs::read_to_string(entry.unwrap().path()).unwrap())
        .collect();
    for (picture, _) in chapters().filter_map(|chapter| chapter.picture) {
        assert!(root().join(format!("docs/screens/{picture}.png")).is_file(), "there is no picture {picture}");
        assert!(tests.contains(&format!("\"{picture}\"")), "no test makes the picture {picture}");
    }
}

#[test]
fn the_markdown_has_every_step_numbered_and_every_picture() {
    let text = guide_markdown(Language::Vietnamese);
    assert!(text.starts_with("# Hướng dẫn sử dụng\n"));
    for chapter in chapters() {
        assert!(text.contains(&format!("\n### {}\n\n1. {}", chapter.title.vi, chapter.steps[0].vi)), "{}", chapter.id);
        if let Some((picture, shows)) = chapter.picture {
            assert!(text.contains(&format!("![{}](screens/{picture}.png)", shows.vi)), "{picture}");
        }
    }
    let ids: std::collections::BTreeSet<&str> = chapters().map(|chapter| chapter.id).collect();
    assert_eq!(ids.len(), chapters().count(), "each chapter has a name of its own");
}
