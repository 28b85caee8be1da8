//! What stands in the browser's storage besides, and the version of its database.

use crate::*;
use return36a::session::DraftKey;
use return36a::session::editions::{KeptFault, edition_in};

fn storage() -> BTreeMap<String, String> {
    serde_json::from_str(&text("storage-1.json")).unwrap()
}

/// The page's own sources, by which it writes there.
const SOURCES: [&str; 3] = [
    include_str!("../../src/page/browser.rs"),
    include_str!("../../src/page/drafts.rs"),
    include_str!("../../src/session/keeping.rs"),
];

#[test]
fn every_name_in_the_storage_has_a_text_here() {
    let names = SOURCES.iter().flat_map(|source| source.split("\"return36a/").skip(1));
    let names: BTreeSet<&str> =
        names.map(|rest| rest.split('"').next().unwrap()).filter(|name| *name != "trial").collect();
    assert_eq!(names, BTreeSet::from(["desk", "language", "last", "registry", "taken/", "window"]));
    let kept = storage();
    let is_there = |name: &&str| kept.keys().any(|key| key.starts_with(&format!("return36a/{name}")));
    assert!(names.iter().all(is_there), "{kept:?}");
    assert!(kept.keys().any(|key| DraftKey::of_name(key).is_some()));
}

#[test]
fn a_page_starts_on_all_of_it_with_the_draft_that_was_open_last() {
    let kept = storage();
    let texts: Vec<(&str, &str)> = kept.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let mut state = state();
    started(&mut state, &texts, Some(&kept["return36a/last"]));
    let key = DraftKey::of_name(&kept["return36a/last"]).unwrap();
    update(&mut state, Action::OpenDraft(key));
    assert_eq!(state.draft.as_ref().unwrap().content.document.number, "123/BC-BTC");
}

#[test]
fn a_kept_registry_of_a_newer_form_is_said_to_be_one_and_not_used() {
    let text = &storage()["return36a/registry"];
    assert_eq!(edition_in(text).unwrap().0.content.registry.version, "2018.1");
    let newer = text.replace("return36a-registry/1", "return36a-registry/2");
    let fault = edition_in(&newer).map(|_| ()).unwrap_err();
    assert_eq!(fault, KeptFault::Newer);
    let mut state = state().with_kept(Err(fault));
    started(&mut state, &[], None);
    assert!(
        said(&state).starts_with("Danh mục lưu trong trình duyệt do bản trang mới hơn lưu nên không dùng được ở đây."),
        "{}",
        said(&state)
    );
}

#[test]
fn the_rows_here_are_of_the_database_as_the_page_opens_it() {
    let version = include_str!("../../src/page/store.rs").split("const VERSION: u32 = ").nth(1).unwrap();
    let version: u32 = version.split(';').next().unwrap().parse().unwrap();
    for name in ["database-1-first.json", "database-1.json"] {
        let database: serde_json::Value = serde_json::from_str(&text(name)).unwrap();
        assert_eq!(database["version"], version, "a new version wants its rows here beside these");
    }
}
