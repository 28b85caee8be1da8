//! axe-core, which knows WCAG 2.2 as far as a program can: pinned in `tests/axe`, installed below `target`, never in the tree.

use crate::session::Session;
use serde_json::{Value, json};
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;
use std::time::Duration;

const PINS: [(&str, &str); 2] = [
    ("package.json", include_str!("../axe/package.json")),
    ("package-lock.json", include_str!("../axe/package-lock.json")),
];

/// The success criteria of WCAG 2.2 at level AA with all that they build upon, and what axe holds to be good practice.
const TAGS: [&str; 6] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

static SOURCE: LazyLock<String> = LazyLock::new(|| {
    let file = installed().join("node_modules/axe-core/axe.min.js");
    fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
});

/// The folder with the package, installed where it is not yet in this state of the pins.
fn installed() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("axe");
    fs::create_dir_all(&folder).expect("a folder");
    let lock = File::create(folder.join("lock")).expect("a lock");
    lock.lock().expect("the lock");
    let (done, pins) = (folder.join("installed"), PINS.map(|(_, text)| text).concat());
    if fs::read_to_string(&done).is_ok_and(|text| text == pins) {
        return folder;
    }
    for (name, text) in PINS {
        fs::write(folder.join(name), text).expect("a pin");
    }
    let words = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
    let status = Command::new("npm").args(words).current_dir(&folder).status();
    let good = status.is_ok_and(|status| status.success());
    assert!(
        good,
        "npm ci failed; it needs a network the first time and, on Debian or Ubuntu, `apt-get install nodejs npm`"
    );
    fs::write(done, pins).expect("a mark");
    folder
}

/// Which of axe's rules are asked.
#[derive(Clone, Copy)]
pub enum Rules {
    /// All of `TAGS`.
    All,
    /// Only whether text stands out from its ground.
    Contrast,
}

impl Session {
    /// What axe finds wrong with the page as it is shown now, a line for each element; `unsure` takes what it cannot decide.
    pub async fn axe(&self, rules: Rules, unsure: bool) -> Vec<String> {
        if self.javascript("return !window.axe").await == true {
            self.driver.execute(SOURCE.as_str(), Vec::new()).await.expect("axe");
        }
        self.driver.set_script_timeout(Duration::from_secs(180)).await.expect("patience");
        let only = match rules {
            Rules::All => json!({ "type": "tag", "values": TAGS }),
            Rules::Contrast => json!({ "type": "rule", "values": ["color-contrast"] }),
        };
        let script = "const done = arguments[arguments.length - 1], only = arguments[0], kind = arguments[1]; \
             axe.run(document, { runOnly: only, resultTypes: [kind] }).then(found => done(found[kind].flatMap(rule => \
             rule.nodes.map(node => [rule.id, node.target.join(' '), (node.any[0] || node.all[0] || node.none[0] || {}).message || rule.help].join(' | ')))), \
             error => done(['axe itself: ' + error]))";
        let kind = if unsure { "incomplete" } else { "violations" };
        let found = self.driver.execute_async(script, vec![only, json!(kind)]).await.expect("what axe says");
        match found.json() {
            Value::Array(lines) => lines.iter().map(|line| line.as_str().unwrap_or_default().to_owned()).collect(),
            other => panic!("axe says {other}"),
        }
    }
}
