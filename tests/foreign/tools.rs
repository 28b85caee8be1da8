//! Software that is not ours, asked whether it agrees with ours: npm jose, canonicalize and ajv, Python's jwcrypto, rfc8785
//! and duckdb, OpenSSL. Shared by `tests/foreign.rs` and the browser tests (`#[path = "foreign/tools.rs"] mod foreign;`).
//!
//! Nothing is installed in the tree: all goes to `foreign/` in the build's target folder, once for each state of the pins.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where a tool is missing, and says so")]
#![allow(dead_code, reason = "each test binary uses the part that it needs")]

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;

const PINS: [(&str, &str); 3] = [
    ("package.json", include_str!("package.json")),
    ("package-lock.json", include_str!("package-lock.json")),
    ("requirements.txt", include_str!("requirements.txt")),
];
const SCRIPTS: [(&str, &str); 6] = [
    ("verify.mjs", include_str!("verify.mjs")),
    ("verify.py", include_str!("verify.py")),
    ("sign.mjs", include_str!("sign.mjs")),
    ("sign.py", include_str!("sign.py")),
    ("query.py", include_str!("query.py")),
    ("schema.mjs", include_str!("schema.mjs")),
];

/// What a tool said.
#[derive(Debug)]
pub struct Answer {
    /// Whether it ended with 0.
    pub agreed: bool,
    /// What it printed, errors after the rest.
    pub said: String,
}

/// Panics unless both tools find every signature of the return at `file` valid under the cards' keys.
pub fn verify_file(file: &Path, cards: &[&Path]) {
    for answer in verdicts(file, cards) {
        assert!(answer.agreed, "{}: {}", file.display(), answer.said);
    }
}

/// What jose and jwcrypto think of the return at `file`.
pub fn verdicts(file: &Path, cards: &[&Path]) -> [Answer; 2] {
    let folder = installed();
    let mut node = Command::new("node");
    node.arg(folder.join("verify.mjs")).arg(file).args(cards);
    let mut python = Command::new(folder.join("venv/bin/python"));
    python.arg(folder.join("verify.py")).arg(file).args(cards);
    [answer(&mut node, "nodejs"), answer(&mut python, "python3")]
}

/// The signature of the return at `content` by both tools, as files carry it: with this algorithm, the PKCS#8 key at `key`
/// and the header's other members at `header`.
pub fn signatures(content: &Path, algorithm: &str, key: &Path, header: &Path) -> [String; 2] {
    let folder = installed();
    let mut node = Command::new("node");
    node.arg(folder.join("sign.mjs"));
    let mut python = Command::new(folder.join("venv/bin/python"));
    python.arg(folder.join("sign.py"));
    [(&mut node, "nodejs"), (&mut python, "python3")].map(|(command, package)| {
        let answer = answer(command.arg(content).arg(algorithm).args([key, header]), package);
        assert!(answer.agreed, "{algorithm}: {}", answer.said);
        answer.said
    })
}

/// Whether ajv finds each line of the file at `lines`, a JSON text, valid against the JSON Schema at `schema`.
pub fn valid(schema: &Path, lines: &Path) -> Vec<bool> {
    let mut node = Command::new("node");
    let answer = answer(node.arg(installed().join("schema.mjs")).args([schema, lines]), "nodejs");
    assert!(answer.agreed, "{}", answer.said);
    answer.said.lines().map(|line| line == "valid").collect()
}

/// What a shell says of these lines in this folder.
pub fn shell(lines: &str, folder: &Path) -> Answer {
    answer(Command::new("sh").args(["-eu", "-c", lines]).current_dir(folder), "jq openssl")
}

/// What DuckDB answers, each row as one JSON list.
pub fn query(sql: &str) -> Vec<String> {
    let folder = installed();
    let answer = answer(Command::new(folder.join("venv/bin/python")).arg(folder.join("query.py")).arg(sql), "python3");
    assert!(answer.agreed, "{sql}\n{}", answer.said);
    answer.said.lines().map(str::to_owned).collect()
}

/// What OpenSSL says of the encrypted private key at `path`: its curve and public point, where the password opens it.
pub fn open_key(path: &Path, password: &str) -> Answer {
    openssl(&["pkey", "-passin", "env:KEY_PASSWORD", "-noout", "-text", "-in"], path, password)
}

/// OpenSSL with these arguments, then the path; `env:KEY_PASSWORD` names the password.
pub fn openssl(arguments: &[&str], path: &Path, password: &str) -> Answer {
    answer(Command::new("openssl").args(arguments).arg(path).env("KEY_PASSWORD", password), "openssl")
}

/// A folder for the files of one test, empty.
pub fn folder(test: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn answer(command: &mut Command, package: &str) -> Answer {
    let Output { status, stdout, stderr } = run(command, package);
    let said = [stdout, stderr].concat();
    Answer { agreed: status.success(), said: String::from_utf8_lossy(&said).into_owned() }
}

fn run(command: &mut Command, package: &str) -> Output {
    let program = command.get_program().to_string_lossy().into_owned();
    command.output().unwrap_or_else(|error| {
        panic!("`{program}` does not start ({error}): install it, on Debian or Ubuntu by `apt-get install {package}`")
    })
}

/// The folder with the pinned packages, installed where they are not yet.
fn installed() -> &'static Path {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    FOLDER.get_or_init(|| {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("foreign");
        fs::create_dir_all(&folder).unwrap();
        let lock = File::create(folder.join("lock")).unwrap();
        lock.lock().unwrap();
        install(&folder);
        folder
    })
}

fn install(folder: &Path) {
    for (name, text) in SCRIPTS {
        fs::write(folder.join(name), text).unwrap();
    }
    let done = folder.join("installed");
    let pins = PINS.map(|(_, text)| text).concat();
    if fs::read_to_string(&done).is_ok_and(|text| text == pins) {
        return;
    }
    for (name, text) in PINS {
        fs::write(folder.join(name), text).unwrap();
    }
    let version = answer(Command::new("node").arg("--version"), "nodejs npm").said;
    let major = version.trim_start_matches('v').split('.').next().and_then(|major| major.parse().ok());
    assert!(major >= Some(18), "node is {version}, and npm jose wants 18 or later: install a newer nodejs");
    let ci = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
    step(Command::new("npm").args(ci).current_dir(folder), "nodejs npm");
    step(Command::new("python3").args(["-m", "venv", "--clear", "venv"]).current_dir(folder), "python3 python3-venv");
    let pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", "requirements.txt"];
    step(Command::new(folder.join("venv/bin/python")).args(pip).current_dir(folder), "python3-venv");
    fs::write(done, pins).unwrap();
}

fn step(command: &mut Command, packages: &str) {
    let answer = answer(command, packages);
    assert!(
        answer.agreed,
        "{command:?} failed; it needs a network the first time and, on Debian or Ubuntu, `apt-get install {packages}`: {}",
        answer.said
    );
}
