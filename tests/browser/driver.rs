//! The programs that the tests run beside themselves: chromedriver and geckodriver here, the screen in `screen`.

use std::ffi::OsString;
use std::io::{BufRead, BufReader};
use std::os::unix::process::CommandExt;
use std::process::{Child, ChildStdout, Command, Stdio};

/// A program that ends when this value is dropped, or at the latest when the tests' own process ends: a shell waits
/// for the end of its standard input, which is ours to hold, and then ends its whole group, browsers included.
pub struct Companion {
    shell: Child,
    output: BufReader<ChildStdout>,
}

impl Companion {
    /// Starts `program` with `words`; `settings` are environment variables.
    pub fn start(program: OsString, words: &[&str], settings: &[(&str, &str)]) -> Companion {
        let name = program.to_string_lossy().into_owned();
        let mut command = Command::new("sh");
        command.args(["-c", "\"$@\" & read -r _; kill 0", "sh"]).arg(program).args(words).process_group(0);
        command.envs(settings.iter().copied());
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut shell = command.spawn().unwrap_or_else(|error| panic!("{name} does not start: {error}"));
        let output = BufReader::new(shell.stdout.take().expect("a piped output"));
        Companion { shell, output }
    }

    /// The next line that the program prints; empty when it has ended.
    pub fn line(&mut self) -> String {
        let mut line = String::new();
        self.output.read_line(&mut line).expect("a line of text");
        line
    }
}

impl Drop for Companion {
    fn drop(&mut self) {
        drop(self.shell.stdin.take());
        let _ = self.shell.wait();
    }
}

/// A running chromedriver or geckodriver.
pub struct Driver {
    /// Where it listens.
    pub address: String,
    _companion: Companion,
}

impl Driver {
    /// Starts chromedriver on a free port; the browsers that it starts get `settings` too.
    pub fn start(settings: &[(&str, &str)]) -> Driver {
        let program = std::env::var_os("CHROMEDRIVER").unwrap_or_else(|| "chromedriver".into());
        let companion = Companion::start(program, &["--port=0"], settings);
        Driver::told_by(companion, "chromedriver", "successfully on port ")
    }

    /// Starts geckodriver on free ports, for one Firefox: it drives no second one.
    pub fn start_gecko() -> Driver {
        let program = std::env::var_os("GECKODRIVER").unwrap_or_else(|| "geckodriver".into());
        let companion = Companion::start(program, &["--port=0", "--websocket-port=0"], &[]);
        Driver::told_by(companion, "geckodriver", "Listening on 127.0.0.1:")
    }

    /// The driver whose port stands behind `words` in what it prints.
    fn told_by(mut companion: Companion, name: &str, words: &str) -> Driver {
        loop {
            let line = companion.line();
            assert!(!line.is_empty(), "{name} has not started: is it installed? `cargo xtask test` installs it");
            if let Some((_, port)) = line.trim().trim_end_matches('.').rsplit_once(words) {
                return Driver { address: format!("http://127.0.0.1:{port}"), _companion: companion };
            }
        }
    }
}
