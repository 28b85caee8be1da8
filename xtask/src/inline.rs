//! One file out of trunk's output: styles, script and the packed WebAssembly inline, under a policy that lets nothing
//! else run and nothing out.

use crate::shell::Failure;
use crate::wasm::without_custom_sections;
use base64ct::{Base64, Encoding};
use sha2::{Digest, Sha256};
use std::fs;
use std::num::NonZeroU64;
use std::path::{Path, PathBuf};
use zopfli::{Format, Options};

/// Where a built page carries a signed registry: data, which no browser runs.
const NO_REGISTRY: &str = "<script type=\"application/json\" id=\"registry\"></script>";

const LOADER: &str = include_str!("loader.js");

/// What trunk has built.
struct Parts {
    html: String,
    script: String,
    wasm: Vec<u8>,
    version: String,
}

/// Turns the folder in `TRUNK_STAGING_DIR` into one `index.html`.
pub fn inline() -> Result<(), Failure> {
    let folder = std::env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    let folder =
        folder.ok_or_else(|| Failure::new("`cargo xtask inline` is called by trunk, which says where to work."))?;
    let page = page(&parts(&folder)?)?;
    for name in ["page.js", "page_bg.wasm"] {
        fs::remove_file(folder.join(name)).map_err(|error| unusable(&folder.join(name), &error))?;
    }
    let index = folder.join("index.html");
    fs::write(&index, page).map_err(|error| unusable(&index, &error))?;
    only_file(&folder)
}

fn parts(folder: &Path) -> Result<Parts, Failure> {
    let manifest = text(Path::new("Cargo.toml"))?;
    let wasm = folder.join("page_bg.wasm");
    let module = fs::read(&wasm).map_err(|error| unusable(&wasm, &error))?;
    let module = without_custom_sections(&module);
    Ok(Parts {
        html: text(&folder.join("index.html"))?,
        script: text(&folder.join("page.js"))?,
        wasm: module.ok_or_else(|| Failure::new(format!("{} is not WebAssembly.", wasm.display())))?,
        version: package_version(&manifest).ok_or_else(|| Failure::new("Cargo.toml gives no version."))?.to_string(),
    })
}

/// The file's text with the line ends that a browser sees, for the hashes are over those.
fn text(path: &Path) -> Result<String, Failure> {
    fs::read_to_string(path).map(|text| text.replace("\r\n", "\n")).map_err(|error| unusable(path, &error))
}

fn unusable(path: &Path, error: &std::io::Error) -> Failure {
    Failure::new(format!("{}: {error}.", path.display()))
}

fn package_version(manifest: &str) -> Option<&str> {
    let package = manifest.split("\n[package]\n").nth(1)?;
    let line = package.lines().take_while(|line| !line.starts_with('[')).find(|line| line.starts_with("version = "))?;
    line.split('"').nth(1)
}

/// Anything beside the page is something that the page would have to load.
fn only_file(folder: &Path) -> Result<(), Failure> {
    let entries = fs::read_dir(folder).map_err(|error| unusable(folder, &error))?;
    let names = entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
    let others: Vec<String> = names.filter(|name| name != "index.html").collect();
    if others.is_empty() {
        return Ok(());
    }
    Err(Failure::new(format!("The page must be one file, yet the build also gave {}.", others.join(", "))))
}

/// The whole page.
fn page(parts: &Parts) -> Result<String, Failure> {
    let (script, loader) = (inline_script(&parts.script)?, inline_script(LOADER)?);
    let html = without_tag(&parts.html, "rel=\"rust\"")?;
    let styles = styles(&html)?;
    let policy = policy(&[script, loader], &styles);
    let policy = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">");
    let version = format!("<meta name=\"version\" content=\"{}\">", parts.version);
    let wasm = Base64::encode_string(&gzip(&parts.wasm)?);
    let program = format!(
        "{NO_REGISTRY}\n<script type=\"application/octet-stream\" id=\"wasm\">{wasm}</script>\n\
         <script id=\"glue\">{script}</script>\n<script>{loader}</script>"
    );
    let html = replaced(&html, "<!-- inline: policy -->", &policy)?;
    let html = replaced(&html, "<!-- inline: version -->", &version)?;
    replaced(&html, "<!-- inline: program -->", &program)
}

/// A built page with this signed registry, which it tries and takes into use when it starts.
pub fn carrying(page: &str, registry: &str) -> Result<String, Failure> {
    let (before, after) = NO_REGISTRY.split_at(NO_REGISTRY.len() - "</script>".len());
    // In JSON a `<` stands in texts alone; written so it cannot end the element.
    let data = registry.replace('<', "\\u003c");
    replaced(page, NO_REGISTRY, &format!("{before}{data}{after}"))
}

/// A script may stand inside `<script>` only if it neither ends that element nor starts a comment.
pub fn inline_script(script: &str) -> Result<&str, Failure> {
    let lower = script.to_ascii_lowercase();
    match ["</script", "<script", "<!--"].into_iter().find(|mark| lower.contains(mark)) {
        None => Ok(script),
        Some(mark) => Err(Failure::new(format!("A script cannot stand inside the page: it contains `{mark}`."))),
    }
}

/// `html` without its only tag that contains `attribute`.
fn without_tag(html: &str, attribute: &str) -> Result<String, Failure> {
    let tag = html.split_inclusive('>').find_map(|piece| {
        let start = piece.rfind('<')?;
        piece[start..].contains(attribute).then(|| &piece[start..])
    });
    let tag = tag.ok_or_else(|| Failure::new(format!("index.html has no tag with {attribute}.")))?;
    replaced(html, tag, "")
}

/// `html` with `mark` replaced, which must stand in it exactly once.
pub fn replaced(html: &str, mark: &str, text: &str) -> Result<String, Failure> {
    match html.matches(mark).count() {
        1 => Ok(html.replacen(mark, text, 1)),
        count => Err(Failure::new(format!("index.html must have `{mark}` once; it has it {count} times."))),
    }
}

/// The text of each `<style>`, exactly as it stands.
fn styles(html: &str) -> Result<Vec<&str>, Failure> {
    let pieces = html.split("<style").skip(1);
    pieces
        .map(|piece| {
            let style = piece.split_once('>').and_then(|(_, rest)| rest.split_once("</style>"));
            style.map(|(text, _)| text).ok_or_else(|| Failure::new("A <style> in index.html does not end."))
        })
        .collect()
}

/// The signing service for USB tokens on the officer's own machine; the page's `signing::TOKEN_SERVICE`.
const TOKEN_SERVICE: &str = "wss://127.0.0.1:8987/SignMsg";

/// Only the given scripts and styles, WebAssembly, and pictures and workers of the page's own making: no address can be
/// reached but the token's service on the same machine, which is asked only when the person wants it. A worker is bound by this policy as well, for it is made from a blob.
fn policy(scripts: &[&str], styles: &[&str]) -> String {
    let (scripts, styles) = (sources(scripts), sources(styles));
    let styles = if styles.is_empty() { "'none'" } else { &styles };
    format!(
        "default-src 'none'; script-src {scripts} 'wasm-unsafe-eval'; style-src {styles}; \
         img-src data: blob:; worker-src blob:; connect-src {TOKEN_SERVICE}; base-uri 'none'; form-action 'none'"
    )
}

/// The hashes by which a policy names these scripts or styles.
pub fn sources(texts: &[&str]) -> String {
    let source = |text: &&str| format!("'sha256-{}'", Base64::encode_string(&Sha256::digest(text.as_bytes())));
    texts.iter().map(source).collect::<Vec<_>>().join(" ")
}

/// Packed as tightly as gzip goes, and without a time, so that the same program gives the same page. One round of zopfli
/// saves 3.6 % over gzip's own best; five rounds save 0.2 % more and take half as long again.
fn gzip(bytes: &[u8]) -> Result<Vec<u8>, Failure> {
    let mut packed = Vec::new();
    let options = Options { iteration_count: NonZeroU64::MIN, ..Options::default() };
    match zopfli::compress(options, Format::Gzip, bytes, &mut packed) {
        Ok(()) => Ok(packed),
        Err(error) => Err(Failure::new(format!("The WebAssembly cannot be packed: {error}."))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HTML: &str = "<head>\n<!-- inline: policy -->\n<!-- inline: version -->\n<style>b { }</style>\n\
                        <link rel=\"rust\" data-x>\n</head>\n<p>Đang mở…</p>\n<!-- inline: program -->\n";

    fn parts(html: &str, script: &str) -> Parts {
        Parts { html: html.into(), script: script.into(), wasm: b"\0asm".repeat(99), version: "1.2.3".into() }
    }

    fn refusal(html: &str, script: &str) -> String {
        page(&parts(html, script)).expect_err("refused").sentence
    }

    #[test]
    fn the_page_holds_everything_in_its_order() {
        let page = page(&parts(HTML, "let a = 1;")).expect("a page");
        let marks = [
            "<meta http-equiv=\"Content-Security-Policy\"",
            "<meta name=\"version\" content=\"1.2.3\">",
            "<style>b { }</style>",
            "Đang mở…",
            "<script type=\"application/octet-stream\" id=\"wasm\">H4sIAAAAAA",
            "<script id=\"glue\">let a = 1;</script>",
            "<script>(function () {",
        ];
        let places: Vec<usize> = marks.iter().map(|mark| page.find(mark).unwrap_or_else(|| panic!("{mark}"))).collect();
        assert!(places.is_sorted(), "{places:?}");
        assert!(!page.contains("rel=\"rust\"") && !page.contains("inline:"));
    }

    #[test]
    fn a_built_page_carries_a_registry_as_data_that_ends_nothing() {
        let plain = page(&parts(HTML, "1")).expect("a page");
        let carrying_one = carrying(&plain, "{\"text\":\"</script><b>\"}").expect("a page");
        let element = "<script type=\"application/json\" id=\"registry\">\
                       {\"text\":\"\\u003c/script>\\u003cb>\"}</script>";
        assert_eq!(carrying_one, plain.replace(NO_REGISTRY, element));
        let sentence = format!("index.html must have `{NO_REGISTRY}` once; it has it 0 times.");
        assert_eq!(carrying(&carrying_one, "{}").expect_err("it carries one").sentence, sentence);
    }

    #[test]
    fn the_page_is_the_same_each_time() {
        assert_eq!(page(&parts(HTML, "1")), page(&parts(HTML, "1")));
    }

    #[test]
    fn the_policy_allows_what_is_inline_and_nothing_else() {
        // The hash of "alert('Hello, world.');" stands in the specification "Content Security Policy Level 3", 8.3.
        assert_eq!(
            policy(&["alert('Hello, world.');"], &[]),
            "default-src 'none'; script-src 'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng=' 'wasm-unsafe-eval'; \
             style-src 'none'; img-src data: blob:; worker-src blob:; connect-src wss://127.0.0.1:8987/SignMsg; \
             base-uri 'none'; form-action 'none'"
        );
    }

    #[test]
    fn what_cannot_stand_inline_is_refused() {
        assert_eq!(refusal(HTML, "'</SCRIPT>'"), "A script cannot stand inside the page: it contains `</script`.");
        assert_eq!(refusal(HTML, "'<!--'"), "A script cannot stand inside the page: it contains `<!--`.");
        let twice = HTML.replace("</head>", "<!-- inline: policy -->");
        let sentence = "index.html must have `<!-- inline: policy -->` once; it has it 2 times.";
        assert_eq!(refusal(&twice, ""), sentence);
        assert_eq!(refusal(&HTML.replace("</style>", ""), ""), "A <style> in index.html does not end.");
        assert_eq!(refusal("<p>", ""), "index.html has no tag with rel=\"rust\".");
    }

    #[test]
    fn the_version_is_the_package_s_own() {
        let manifest =
            "[workspace]\n\n[package]\nname = \"x\"\nversion = \"0.3.0\"\n\n[dependencies]\nversion = \"9\"\n";
        assert_eq!(package_version(manifest), Some("0.3.0"));
        assert_eq!(package_version("\n[package]\nname = \"x\"\n[a]\nversion = \"1\"\n"), None);
    }
}
