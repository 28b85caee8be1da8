//! The documents that the program writes: `docs/rules.md` and the README's table of contradictions from the registry,
//! `docs/guide.vi.md` from the page's own help, and the hash by which returns name the registry.

use crate::shell::{self, Failure};
use std::path::Path;
use std::process::Stdio;
use std::{fs, io};

const RULES: &str = "docs/rules.md";
const GUIDE: &str = "docs/guide.vi.md";
/// By which the build knows the SHA-256 of the registry.
const PIN: &str = "registry/sha256.txt";
const README: &str = "README.md";
const BEGIN: &str = "<!-- reconciliation: written by cargo xtask docs -->\n";
const END: &str = "<!-- reconciliation: end -->\n";

/// One document as it should be.
struct Page {
    file: &'static str,
    text: String,
}

/// Writes the documents, or, where they are only to be checked, fails and names those that are stale.
pub fn docs(check: bool) -> Result<(), Failure> {
    let stale: Vec<Page> =
        pages()?.into_iter().filter(|page| read(page.file).ok().as_ref() != Some(&page.text)).collect();
    let files = stale.iter().map(|page| page.file).collect::<Vec<_>>().join(", ");
    if check {
        return if stale.is_empty() { Ok(()) } else { Err(Failure::new(stale_sentence(&files))) };
    }
    for page in &stale {
        fs::write(page.file, &page.text).map_err(|error| unusable(page.file, &error))?;
    }
    println!(
        "{}",
        if stale.is_empty() { "The documents are up to date.".to_owned() } else { format!("Written: {files}") }
    );
    Ok(())
}

fn stale_sentence(files: &str) -> String {
    format!("Stale: {files}. `cargo xtask docs` writes them from the registry.")
}

fn pages() -> Result<Vec<Page>, Failure> {
    let readme = read(README).map_err(|error| unusable(README, &error))?;
    let table = said(&["reconcile", "--lang", "en", "--markdown"])?;
    let text = between_marks(&readme, &table)
        .ok_or_else(|| Failure::new(format!("{README} has lost a mark: {} or {}.", BEGIN.trim(), END.trim())))?;
    Ok(vec![
        Page { file: RULES, text: said(&["rules", "--lang", "en"])? },
        Page { file: GUIDE, text: said(&["guide", "--lang", "vi"])? },
        Page { file: README, text },
        Page { file: PIN, text: said(&["registry", "hash", "--pin"])? },
    ])
}

/// What the project's own command line says.
fn said(words: &[&str]) -> Result<String, Failure> {
    let mut command = shell::cargo();
    command.args(["run", "--quiet", "--bin", "return36a", "--"]).args(words).stderr(Stdio::inherit());
    let done = command.output().map_err(|error| Failure::new(format!("return36a cannot be run: {error}.")))?;
    if !done.status.success() {
        return Err(Failure::new(format!("`return36a {}` ended with {}.", words.join(" "), done.status)));
    }
    String::from_utf8(done.stdout).map_err(|_| Failure::new("return36a does not write UTF-8."))
}

/// The page with this text between its two marks; none if it lacks one.
fn between_marks(page: &str, text: &str) -> Option<String> {
    let (before, rest) = page.split_once(BEGIN)?;
    let (_, after) = rest.split_once(END)?;
    Some(format!("{before}{BEGIN}\n{text}\n{END}{after}"))
}

fn read(file: &str) -> io::Result<String> {
    fs::read_to_string(Path::new(file))
}

fn unusable(file: &str, error: &io::Error) -> Failure {
    Failure::new(format!("{file} cannot be read or written: {error}."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_takes_the_place_of_the_one_between_the_marks() {
        let page = format!("before\n{BEGIN}old\n{END}after\n");
        let written = between_marks(&page, "| new |\n");
        assert_eq!(written, Some(format!("before\n{BEGIN}\n| new |\n\n{END}after\n")));
        assert_eq!(written.as_deref().and_then(|page| between_marks(page, "| new |\n")), written);
    }

    #[test]
    fn a_page_without_its_marks_is_left_alone() {
        for page in ["", BEGIN, END, &format!("{END}{BEGIN}")] {
            assert_eq!(between_marks(page, "text"), None, "{page}");
        }
    }

    #[test]
    fn what_is_stale_is_named_with_the_command_that_mends_it() {
        assert_eq!(
            stale_sentence("docs/rules.md, README.md"),
            "Stale: docs/rules.md, README.md. `cargo xtask docs` writes them from the registry."
        );
    }
}
