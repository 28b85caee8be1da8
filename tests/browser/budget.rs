//! The page's weight: it grows by no more than 2 % unless the budget is raised in the same commit, and a page that became
//! lighter keeps what was won.

use std::path::Path;

/// The built file in bytes, as it was when this was written last.
const BUDGET: u64 = 2_445_733;

/// Why a page of this size is not within the budget.
fn excess(size: u64, budget: u64) -> Option<String> {
    let (most, least) = (budget + budget / 50, budget - budget / 50);
    match size {
        size if size > most => Some(format!(
            "The page has {size} bytes, more than {most}: find what it gained, or raise BUDGET in tests/browser/budget.rs to {size}."
        )),
        size if size < least => Some(format!(
            "The page has {size} bytes, fewer than {least}: set BUDGET in tests/browser/budget.rs to {size}, so that it stays so."
        )),
        _ => None,
    }
}

#[test]
fn the_page_keeps_within_its_budget() {
    let page = std::env::var("RETURN36A_PAGE").expect("the built page");
    let size = std::fs::metadata(Path::new(&page)).expect("the built page").len();
    assert_eq!(excess(size, BUDGET), None);
}

#[test]
fn two_percent_more_is_within_it_and_a_byte_further_is_not() {
    assert_eq!((excess(1_020, 1_000), excess(1_000, 1_000), excess(980, 1_000)), (None, None, None));
    assert!(excess(1_021, 1_000).is_some_and(|said| said.contains("raise BUDGET")));
    assert!(excess(979, 1_000).is_some_and(|said| said.contains("set BUDGET")));
}
