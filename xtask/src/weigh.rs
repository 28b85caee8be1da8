//! What the page's program weighs, part by part: each function's bytes go to the crate that wrote it, our own to their room.

use crate::shell::{self, Failure};
use std::collections::BTreeMap;
use wasmparser::{KnownCustom, Name, Parser, Payload, TypeRef};

/// Parts below this many bytes are told as one.
const LEAST: usize = 20 * 1024;

/// Crates of the language itself: a function of theirs belongs to whose types it was made for, or, where its name does not
/// tell that, to their module, as `slice`.
const LANGUAGE: [&str; 4] = ["core", "alloc", "std", "hashbrown"];

/// Tells the parts of the program that was built last, as trunk left it: with the names of its functions.
pub fn weigh() -> Result<(), Failure> {
    let file = shell::root().join("target/wasm-bindgen/release/page_bg.wasm");
    let unusable = |why: String| Failure::new(format!("{}: {why}. `cargo xtask bundle` makes it.", file.display()));
    let module = std::fs::read(&file).map_err(|error| unusable(error.to_string()))?;
    let parts = parts(&module).map_err(|error| unusable(error.to_string()))?;
    print!("{}", told(parts));
    Ok(())
}

/// The bytes of each part.
fn parts(module: &[u8]) -> Result<BTreeMap<String, usize>, wasmparser::BinaryReaderError> {
    let (mut imports, mut bodies, mut names) = (0, Vec::new(), BTreeMap::new());
    let mut parts: BTreeMap<String, usize> = BTreeMap::new();
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    imports += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(body.range().len()),
            Payload::DataSection(section) => *parts.entry("(data)".to_owned()).or_default() += section.range().len(),
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(all) = section.as_known() {
                    names.extend(function_names(all)?);
                }
            }
            _ => {}
        }
    }
    for (index, size) in (imports..).zip(bodies) {
        let part = names.get(&index).map_or_else(|| "(no name)".to_owned(), |name: &String| part(name));
        *parts.entry(part).or_default() += size;
    }
    Ok(parts)
}

fn function_names(
    all: wasmparser::NameSectionReader<'_>,
) -> Result<BTreeMap<u32, String>, wasmparser::BinaryReaderError> {
    let mut names = BTreeMap::new();
    for subsection in all {
        if let Name::Function(functions) = subsection? {
            for naming in functions {
                let naming = naming?;
                names.insert(naming.index, naming.name.to_owned());
            }
        }
    }
    Ok(names)
}

/// The part to which a function of this name belongs: `return36a::rules` for our own, the crate for any other.
fn part(name: &str) -> String {
    let own = name.split_once("return36a::").map(|(_, rest)| rest);
    if let Some(room) = own.and_then(|rest| rest.split("::").next()).filter(|room| is_word(room)) {
        return format!("return36a::{room}");
    }
    let mut crates = name.split("::").map(last_word).filter(|word| is_word(word));
    let other = crates.clone().find(|word| !LANGUAGE.contains(word));
    // The last piece is the function's own name.
    let other = other.filter(|word| name.contains(&format!("{word}::")));
    other.or_else(|| crates.next()).unwrap_or("(no name)").to_owned()
}

/// The word with which a piece of a name ends, past the marks of types: `yew` in `<yew`.
fn last_word(piece: &str) -> &str {
    piece.rsplit(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_').next().unwrap_or_default()
}

/// Whether this can be a crate or a room.
fn is_word(word: &str) -> bool {
    word.starts_with(|letter: char| letter.is_ascii_lowercase())
        && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
}

/// The parts as lines, the heaviest first.
fn told(parts: BTreeMap<String, usize>) -> String {
    let whole: usize = parts.values().sum();
    let (mut heavy, light): (Vec<_>, Vec<_>) = parts.into_iter().partition(|(_, size)| *size >= LEAST);
    heavy.sort_by_key(|(_, size)| std::cmp::Reverse(*size));
    let rest: usize = light.iter().map(|(_, size)| size).sum();
    heavy.push((format!("{} parts below {} KiB", light.len(), LEAST / 1024), rest));
    heavy.push(("whole".to_owned(), whole));
    let line = |(name, size): &(String, usize)| {
        format!("{:>8.1} KiB  {:>4.1} %  {name}\n", *size as f64 / 1024.0, *size as f64 * 100.0 / whole.max(1) as f64)
    };
    heavy.iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_function_belongs_to_whose_types_it_was_made_for() {
        for (name, belongs) in [
            ("return36a::rules::check::Checker::new::h2437", "return36a::rules"),
            ("<return36a::page::app::App as yew::html::component::Component>::view::hd3", "return36a::page"),
            ("<yew::html::component::lifecycle::CompStateInner<COMP> as yew::X>::view::h1", "yew"),
            ("core::slice::sort::stable::quicksort::quicksort::h12", "slice"),
            (
                "<&mut serde_json::de::Deserializer<R> as serde_core::de::Deserializer>::deserialize_seq::h9",
                "serde_json",
            ),
            ("memcpy", "memcpy"),
        ] {
            assert_eq!(part(name), belongs, "{name}");
        }
    }

    #[test]
    fn small_parts_are_told_as_one_and_nothing_is_lost() {
        let parts = [("a", 30 * 1024), ("b", 1024), ("c", 1024), ("d", 40 * 1024)];
        let text = told(parts.into_iter().map(|(name, size)| (name.to_owned(), size)).collect());
        assert_eq!(
            text,
            "    40.0 KiB  55.6 %  d\n    30.0 KiB  41.7 %  a\n     2.0 KiB   2.8 %  2 parts below 20 KiB\n    72.0 KiB  100.0 %  whole\n"
        );
    }

    #[test]
    fn what_is_no_module_is_refused() {
        assert!(parts(b"no module").is_err());
    }
}
