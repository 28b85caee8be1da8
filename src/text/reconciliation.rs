//! All contradictions of the documents: as a numbered list, and as a Markdown table.

use super::contradictions::{contradiction_heading, contradiction_text};
use super::{Language, Phrase};
use crate::registry::{Contradiction, ContradictionCode, Registry, self_check};
use std::collections::BTreeMap;

const FOUND: Phrase = Phrase {
    vi: "Số liệu, nội dung ghi trong các văn bản mâu thuẫn với nhau ở {count} chỗ.",
    en: "The printed parts of the documents contradict one another in {count} places.",
};

const NOTHING: Phrase = Phrase {
    vi: "Số liệu, nội dung ghi trong các văn bản không mâu thuẫn với nhau.",
    en: "The printed parts of the documents do not contradict one another.",
};

const COLUMNS: [Phrase; 3] = [
    Phrase { vi: "Nội dung", en: "What" },
    Phrase { vi: "Một nơi ghi", en: "The one place says" },
    Phrase { vi: "Nơi khác ghi", en: "The other says" },
];

/// The contradictions by kind, kinds in the order of their codes.
fn by_kind(registry: &Registry) -> BTreeMap<ContradictionCode, Vec<Contradiction>> {
    let mut kinds: BTreeMap<ContradictionCode, Vec<Contradiction>> = BTreeMap::new();
    for contradiction in self_check(registry).contradictions {
        kinds.entry(contradiction.code).or_default().push(contradiction);
    }
    kinds
}

/// A sentence for each contradiction, numbered throughout, under the heading of its kind.
pub fn reconciliation_list(registry: &Registry, language: Language) -> String {
    let kinds = by_kind(registry);
    let count: usize = kinds.values().map(Vec::len).sum();
    if count == 0 {
        return format!("{}\n", NOTHING.text(language));
    }
    let mut text = format!("{}\n", FOUND.with(language, &[("count", &count.to_string())]));
    let mut numbers = 1..;
    for (code, contradictions) in &kinds {
        text += &format!("\n{}\n", contradiction_heading(*code, language));
        for (contradiction, number) in contradictions.iter().zip(&mut numbers) {
            let sentence = contradiction_text(registry, contradiction, language).sentence(language);
            text += &format!("{number:>3}. {sentence}\n");
        }
    }
    text
}

/// The same as a Markdown table: of what, what the one place says, what the other says.
pub fn reconciliation_table(registry: &Registry, language: Language) -> String {
    let [what, one, other] = COLUMNS.map(|column| column.text(language));
    let mut text = format!("| {what} | {one} | {other} |\n|---|---|---|\n");
    for (code, contradictions) in by_kind(registry) {
        text += &format!("| **{}** | | |\n", contradiction_heading(code, language));
        for contradiction in contradictions {
            let told = contradiction_text(registry, &contradiction, language);
            let cells = [told.what, told.one, told.other].map(|cell| cell.replace('|', "\\|"));
            text += &format!("| {} |\n", cells.join(" | "));
        }
    }
    text
}
