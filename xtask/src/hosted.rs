//! The page as a plain static server may host it: the same page, which has the browser keep it by a small service worker, and
//! that worker's file beside it. The single file itself knows nothing of either.

use crate::inline::{inline_script, replaced, sources};
use crate::shell::Failure;
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};

const REGISTER: &str = include_str!("register.js");
const WORKER: &str = include_str!("worker.js");
/// What stands in the worker where the page's SHA-256 is to be.
const PAGE: &str = "sha256 of the page";

/// What is hosted.
#[derive(Debug, PartialEq)]
struct Hosted {
    /// `index.html`.
    page: String,
    /// `worker.js`.
    worker: String,
}

/// Writes the folder `hosted` beside a built page, and gives its path.
pub fn host(page: &Path) -> Result<PathBuf, Failure> {
    let unusable = |path: &Path, error: std::io::Error| Failure::new(format!("{}: {error}.", path.display()));
    let folder = page.with_file_name("hosted");
    let html = std::fs::read_to_string(page).map_err(|error| unusable(page, error))?;
    let hosted = hosted(&html)?;
    std::fs::create_dir_all(&folder).map_err(|error| unusable(&folder, error))?;
    for (name, text) in [("index.html", hosted.page), ("worker.js", hosted.worker)] {
        let file = folder.join(name);
        std::fs::write(&file, text).map_err(|error| unusable(&file, error))?;
    }
    Ok(folder)
}

/// A built page that registers its worker, and the worker. Of its policy only this changes: one script more, and workers
/// from the page's own server, for a service worker cannot be made from a blob.
fn hosted(page: &str) -> Result<Hosted, Failure> {
    let register = inline_script(REGISTER)?;
    let page = replaced(page, " 'wasm-unsafe-eval'", &format!(" {} 'wasm-unsafe-eval'", sources(&[register])))?;
    let page = replaced(&page, "worker-src blob:", "worker-src blob: 'self'")?;
    let page = replaced(&page, "</body>", &format!("<script>{register}</script>\n</body>"))?;
    let hash: String = Sha256::digest(page.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect();
    let worker = WORKER.replacen(PAGE, &hash, 1);
    Ok(Hosted { page, worker })
}

#[cfg(test)]
mod tests {
    use super::*;

    const BUILT: &str = "<meta content=\"default-src 'none'; script-src 'sha256-a' 'wasm-unsafe-eval'; style-src 'none'; \
                         worker-src blob:; connect-src x\"><body>\n<script>1</script>\n</body>\n";

    #[test]
    fn a_hosted_page_is_the_built_one_with_one_script_more_and_workers_of_its_own_server() {
        let Hosted { page, .. } = hosted(BUILT).expect("a page");
        let hash = sources(&[REGISTER]);
        let wanted = BUILT
            .replace("'sha256-a'", &format!("'sha256-a' {hash}"))
            .replace("worker-src blob:;", "worker-src blob: 'self';")
            .replace("</body>", &format!("<script>{REGISTER}</script>\n</body>"));
        assert_eq!(page, wanted);
    }

    #[test]
    fn the_worker_names_the_page_by_its_hash_and_nothing_else_of_it_changes() {
        let Hosted { page, worker } = hosted(BUILT).expect("a page");
        let hash: String = Sha256::digest(page.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(worker.matches(&hash).count(), 1);
        assert_eq!(worker.replace(&hash, PAGE), WORKER);
    }

    #[test]
    fn what_is_no_built_page_or_is_hosted_already_is_refused() {
        let refused = |page: &str| hosted(page).expect_err("refused").sentence;
        assert_eq!(refused("<p>"), "index.html must have ` 'wasm-unsafe-eval'` once; it has it 0 times.");
        let twice = BUILT.replace("</body>", "</body></body>");
        assert_eq!(refused(&twice), "index.html must have `</body>` once; it has it 2 times.");
    }
}
