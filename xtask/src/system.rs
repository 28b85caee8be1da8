//! What the tests need from the machine: a C++ compiler, Chromium with its driver, Firefox, a screen without a monitor, and the
//! foreign tools that verify what the page signs. Installed by apt where that may be done without asking.

use crate::shell::{self, Failure};
use std::path::PathBuf;
use std::process::Command;

const BROWSERS: [&str; 5] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const FIREFOXES: [&str; 2] = ["firefox", "firefox-esr"];
const DRIVERS: [&str; 2] = ["chromedriver", "chromium.chromedriver"];

/// The browsers, and the program that drives the first; what drives Firefox is no package of the system's.
pub struct Browsers {
    /// From `CHROME`, or found on PATH.
    pub chrome: PathBuf,
    /// From `CHROMEDRIVER`, or found on PATH.
    pub driver: PathBuf,
    /// From `FIREFOX`, or found on PATH.
    pub firefox: PathBuf,
}

/// Something needed, whether it is there, and the packages that bring it.
struct Need {
    found: fn() -> bool,
    debian: &'static [&'static str],
    /// Ubuntu's own names, where they differ.
    ubuntu: &'static [&'static str],
}

/// libFuzzer is built from its C++.
const COMPILER: Need =
    Need { found: || shell::on_path(&["c++", "g++", "clang++"]).is_some(), debian: &["g++"], ubuntu: &["g++"] };

const NEEDS: [Need; 11] = [
    COMPILER,
    Need { found: || chrome().is_some(), debian: &["chromium"], ubuntu: &["chromium-browser"] },
    Need { found: || driver().is_some(), debian: &["chromium-driver"], ubuntu: &["chromium-chromedriver"] },
    Need { found: || firefox().is_some(), debian: &["firefox-esr"], ubuntu: &["firefox"] },
    Need { found: || shell::on_path(&["node"]).is_some(), debian: &["nodejs"], ubuntu: &["nodejs"] },
    Need { found: || shell::on_path(&["npm"]).is_some(), debian: &["npm"], ubuntu: &["npm"] },
    Need {
        found: python_makes_environments,
        debian: &["python3", "python3-venv"],
        ubuntu: &["python3", "python3-venv"],
    },
    Need { found: || shell::on_path(&["openssl"]).is_some(), debian: &["openssl"], ubuntu: &["openssl"] },
    Need { found: || shell::on_path(&["jq"]).is_some(), debian: &["jq"], ubuntu: &["jq"] },
    Need { found: || shell::on_path(&["Xvfb"]).is_some(), debian: &["xvfb"], ubuntu: &["xvfb"] },
    Need { found: || shell::on_path(&["xdotool"]).is_some(), debian: &["xdotool"], ubuntu: &["xdotool"] },
];

/// Installs what the tests miss, and says where the browsers are.
pub fn ready() -> Result<Browsers, Failure> {
    install_missing(&NEEDS)?;
    match (chrome(), driver(), firefox()) {
        (Some(chrome), Some(driver), Some(firefox)) => Ok(Browsers { chrome, driver, firefox }),
        (Some(_), Some(_), None) => {
            Err(Failure::new("No Firefox was found. Install it, or name it: FIREFOX=/path/to/firefox cargo xtask test"))
        }
        _ => Err(Failure::new(
            "No Chromium with its driver was found. Install Chromium or Google Chrome and the chromedriver of the same \
             version, or name them: CHROME=/path/to/chrome CHROMEDRIVER=/path/to/chromedriver cargo xtask test",
        )),
    }
}

/// Installs the C++ compiler if there is none.
pub fn with_compiler() -> Result<(), Failure> {
    install_missing(&[COMPILER])
}

fn install_missing(needs: &[Need]) -> Result<(), Failure> {
    let missing = missing_packages(needs);
    if missing.is_empty() {
        return Ok(());
    }
    println!("Installing with apt (once; one or two minutes): {}…", missing.join(" "));
    install(&missing)
}

fn missing_packages(needs: &[Need]) -> Vec<&'static str> {
    let ubuntu =
        std::fs::read_to_string("/etc/os-release").is_ok_and(|text| text.lines().any(|line| line == "ID=ubuntu"));
    let missing = needs.iter().filter(|need| !(need.found)());
    missing.flat_map(|need| if ubuntu { need.ubuntu } else { need.debian }).copied().collect()
}

fn chrome() -> Option<PathBuf> {
    named("CHROME").or_else(|| shell::on_path(&BROWSERS))
}

fn driver() -> Option<PathBuf> {
    named("CHROMEDRIVER").or_else(|| shell::on_path(&DRIVERS))
}

fn firefox() -> Option<PathBuf> {
    named("FIREFOX").or_else(|| shell::on_path(&FIREFOXES))
}

/// The file that an environment variable names, if it is there.
pub fn named(variable: &str) -> Option<PathBuf> {
    std::env::var_os(variable).map(PathBuf::from).filter(|path| path.is_file())
}

fn python_makes_environments() -> bool {
    shell::output(Command::new("python3").args(["-c", "import ensurepip, venv"])).is_some()
}

fn install(packages: &[&str]) -> Result<(), Failure> {
    let hand = format!("Please install by hand: {}.", packages.join(" "));
    if shell::on_path(&["apt-get"]).is_none() {
        return Err(Failure::new(format!("The tests need programs that only apt could install here. {hand}")));
    }
    let Some(prefix) = root_prefix() else {
        return Err(Failure::new(format!(
            "The tests need programs that only the administrator may install. {hand} Or: sudo apt-get install {}",
            packages.join(" ")
        )));
    };
    // An old list is no reason to stop: the installation itself will tell.
    let _ = shell::run(apt(prefix).args(["update", "-qq"]));
    shell::run(apt(prefix).args(["install", "-y", "-qq", "--no-install-recommends"]).args(packages))
        .map_err(|failure| Failure::new(format!("{} {hand}", failure.sentence)))
}

/// The words before a command that make it run as root: none for root itself, sudo if it asks for no password.
fn root_prefix() -> Option<&'static [&'static str]> {
    if shell::output(Command::new("id").arg("-u")).as_deref() == Some("0") {
        return Some(&[]);
    }
    shell::output(Command::new("sudo").args(["-n", "true"])).map(|_| ["sudo", "-n"].as_slice())
}

fn apt(prefix: &[&str]) -> Command {
    let words: Vec<&str> = prefix.iter().copied().chain(["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]).collect();
    let mut command = Command::new(words[0]);
    command.args(&words[1..]);
    command
}
