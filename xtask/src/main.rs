//! What the project does to itself: `cargo xtask serve`, `bundle`, `docs`, `bench`, `fuzz`, `test`.

mod bench;
mod docs;
mod fuzz;
mod hosted;
mod inline;
mod intake;
mod kept;
mod medians;
mod node;
mod page;
mod peers;
mod serve;
mod shell;
mod steps;
mod system;
mod tools;
mod wasm;
mod weigh;

use bench::Bench;
use shell::Failure;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

const HELP: &str = "\
cargo xtask serve [--port N] [--open]   build dist/index.html and serve it on http://127.0.0.1:8080
cargo xtask bundle [--registry FILE] [--hosted]
                                        build dist/index.html; with --registry it carries that registry, signed or not, if
                                        `return36a registry lint` finds no fault in it; with --hosted also dist/hosted, for
                                        a static server: the page, and a worker that has it open with no network
cargo xtask carry PAGE FILE OUT         put the signed registry FILE into the built PAGE, as OUT
cargo xtask docs [--check]              write docs/rules.md and the README's table from the registry;
                                        with --check fail if they are stale
cargo xtask bench [--keep]              the core's benchmarks, each median beside that of the run kept in docs/benches.toml;
                                        with --keep this run takes its place
cargo xtask bench files                 how long 12,000 files take, natively and in the browser
cargo xtask bench node                  the same files by the command line and by a Node script, one processor each
cargo xtask bench peers --peers DIR [WORDS]
                                        the page beside the form libraries in DIR, by its measure.mjs, which takes WORDS
cargo xtask weigh                       what the program built last weighs, part by part
cargo xtask fuzz [DOOR] [--seconds N]   hostile bytes at each door, or at one, for 60 seconds each: draft, number, p12,
                                        paste, registry, return_file
cargo xtask test [--screens]            format, clippy, native tests, fuzzing, documents, the page's build, browser
                                        tests; with --screens their pictures of the page go to docs/screens

Each installs what it misses: the wasm32 target, trunk and wasm-bindgen; `fuzz` a C++ compiler;
`test` also the browsers and their kin.
(`cargo xtask inline` is called by trunk: it puts the built page into one file.)";

/// What the command line asks for.
#[derive(Debug, PartialEq)]
enum Command {
    Help,
    Serve { port: u16, open: bool },
    Bundle { registry: Option<String>, hosted: bool },
    Carry { page: PathBuf, registry: PathBuf, out: PathBuf },
    Docs { check: bool },
    Bench(Bench),
    Fuzz { door: Option<String>, seconds: u32 },
    Test { screens: bool },
    Weigh,
    Inline,
}

/// The command that `words` spell, or the sentence that says what is wrong with them.
fn command(words: &[String]) -> Result<Command, Failure> {
    let mut words = words.iter().map(String::as_str);
    let command = match words.next() {
        None | Some("help" | "--help" | "-h") => Command::Help,
        Some("serve") => return serve_command(words),
        Some("bundle") => return bundle_command(words),
        Some("fuzz") => return fuzz_command(words),
        Some("carry") => return carry_command(words),
        Some("bench") => return Bench::of(words).map(Command::Bench),
        Some("docs") => return Ok(Command::Docs { check: flag(words, "docs", "--check")? }),
        Some("test") => return Ok(Command::Test { screens: flag(words, "test", "--screens")? }),
        Some("weigh") => Command::Weigh,
        Some("inline") => Command::Inline,
        Some(other) => {
            return Err(Failure::usage(format!(
                "There is no command `{other}`: try `serve`, `bundle`, `docs`, `bench`, `fuzz` or `test`."
            )));
        }
    };
    match words.next() {
        None => Ok(command),
        Some(extra) => Err(Failure::usage(format!("This command takes no `{extra}`."))),
    }
}

fn serve_command<'a>(mut words: impl Iterator<Item = &'a str>) -> Result<Command, Failure> {
    let (mut port, mut open) = (8080, false);
    while let Some(word) = words.next() {
        match word {
            "--open" => open = true,
            "--port" => port = port_number(words.next())?,
            other => {
                return Err(Failure::usage(format!("`serve` takes no `{other}`: it knows --port N and --open.")));
            }
        }
    }
    Ok(Command::Serve { port, open })
}

fn bundle_command<'a>(mut words: impl Iterator<Item = &'a str>) -> Result<Command, Failure> {
    let (mut registry, mut hosted) = (None, false);
    while let Some(word) = words.next() {
        match word {
            "--hosted" => hosted = true,
            "--registry" => {
                let file = words.next().ok_or_else(|| Failure::usage("--registry wants a file or a folder."))?;
                registry = Some(file.to_owned());
            }
            other => {
                let known = "it knows --registry FILE and --hosted.";
                return Err(Failure::usage(format!("`bundle` takes no `{other}`: {known}")));
            }
        }
    }
    Ok(Command::Bundle { registry, hosted })
}

fn fuzz_command<'a>(mut words: impl Iterator<Item = &'a str>) -> Result<Command, Failure> {
    let (mut door, mut seconds) = (None, fuzz::SECONDS);
    while let Some(word) = words.next() {
        match word {
            "--seconds" => seconds = second_count(words.next())?,
            name if fuzz::DOORS.contains(&name) => door = Some(name.to_owned()),
            other => {
                let doors = fuzz::DOORS.join(", ");
                return Err(Failure::usage(format!("`fuzz` takes no `{other}`: it knows {doors} and --seconds N.")));
            }
        }
    }
    Ok(Command::Fuzz { door, seconds })
}

fn second_count(word: Option<&str>) -> Result<u32, Failure> {
    let word = word.unwrap_or_default();
    let count = word.parse().ok().filter(|count| *count > 0);
    count.ok_or_else(|| Failure::usage(format!("--seconds wants a number of seconds, not `{word}`.")))
}

fn carry_command<'a>(mut words: impl Iterator<Item = &'a str>) -> Result<Command, Failure> {
    let mut path = || words.next().and_then(|word| std::path::absolute(word).ok());
    match (path(), path(), path(), path()) {
        (Some(page), Some(registry), Some(out), None) => Ok(Command::Carry { page, registry, out }),
        _ => Err(Failure::usage("`carry` wants a built page, a signed registry and the file to write.")),
    }
}

/// Whether the one flag that a command takes is there.
fn flag<'a>(mut words: impl Iterator<Item = &'a str>, command: &str, known: &str) -> Result<bool, Failure> {
    match (words.next(), words.next()) {
        (None, _) => Ok(false),
        (Some(word), None) if word == known => Ok(true),
        (Some(word), extra) => {
            let extra = extra.filter(|_| word == known).unwrap_or(word);
            Err(Failure::usage(format!("`{command}` takes no `{extra}`: it knows {known}.")))
        }
    }
}

fn port_number(word: Option<&str>) -> Result<u16, Failure> {
    let word = word.unwrap_or_default();
    word.parse().map_err(|_| Failure::usage(format!("--port wants a number from 0 to 65535, not `{word}`.")))
}

fn carry_out(command: Command) -> Result<(), Failure> {
    let registry = match &command {
        Command::Bundle { registry: Some(file), .. } => Some(page::registry(file)?),
        _ => None,
    };
    std::env::set_current_dir(shell::root()).map_err(|error| Failure::new(format!("No project folder: {error}.")))?;
    match command {
        Command::Help => {
            println!("{HELP}");
            Ok(())
        }
        Command::Serve { port, open } => serve::serve(port, open),
        Command::Bundle { hosted, .. } => bundle(registry.as_deref(), hosted),
        Command::Carry { page, registry, out } => page::carry(&page, &registry, &out),
        Command::Bench(bench) => bench.run(),
        Command::Fuzz { door, seconds } => fuzz::fuzz(door.as_deref(), seconds),
        Command::Docs { check } => docs::docs(check),
        Command::Test { screens } => steps::test(screens),
        Command::Weigh => weigh::weigh(),
        Command::Inline => inline::inline(),
    }
}

fn bundle(registry: Option<&Path>, hosted: bool) -> Result<(), Failure> {
    let file = page::bundle(registry)?;
    println!("The page: {}", file.display());
    if hosted {
        println!("For a static server: {}", hosted::host(&file)?.display());
    }
    Ok(())
}

fn main() -> ExitCode {
    if fuzz::stands_in() {
        return fuzz::compile(std::env::args_os().skip(1));
    }
    let words: Vec<String> = std::env::args().skip(1).collect();
    match command(&words).and_then(carry_out) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            if !failure.sentence.is_empty() {
                eprintln!("{}", failure.sentence);
            }
            ExitCode::from(failure.code)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Command, (String, u8)> {
        let words: Vec<String> = line.split_whitespace().map(String::from).collect();
        command(&words).map_err(|failure| (failure.sentence, failure.code))
    }

    #[test]
    fn commands_are_read() {
        assert_eq!(parsed(""), Ok(Command::Help));
        assert_eq!(parsed("serve"), Ok(Command::Serve { port: 8080, open: false }));
        assert_eq!(parsed("serve --open --port 9000"), Ok(Command::Serve { port: 9000, open: true }));
        assert_eq!(parsed("bundle"), Ok(Command::Bundle { registry: None, hosted: false }));
        let registry = Some("danh-muc.json".to_owned());
        let carrying = Command::Bundle { registry: registry.clone(), hosted: false };
        assert_eq!(parsed("bundle --registry danh-muc.json"), Ok(carrying));
        assert_eq!(parsed("bundle --hosted --registry danh-muc.json"), Ok(Command::Bundle { registry, hosted: true }));
        let carry = ["a.html", "b.json", "c.html"].map(|name| std::path::absolute(name).expect("a path"));
        let [page, registry, out] = carry;
        let carry = Command::Carry { page, registry, out };
        assert_eq!(parsed("carry a.html b.json c.html"), Ok(carry));
        assert_eq!(parsed("bench --keep"), Ok(Command::Bench(Bench::Core { keep: true })));
        assert_eq!(parsed("fuzz"), Ok(Command::Fuzz { door: None, seconds: 60 }));
        let door = Some("p12".to_owned());
        assert_eq!(parsed("fuzz p12 --seconds 300"), Ok(Command::Fuzz { door, seconds: 300 }));
        assert_eq!(parsed("docs"), Ok(Command::Docs { check: false }));
        assert_eq!(parsed("docs --check"), Ok(Command::Docs { check: true }));
        assert_eq!(parsed("test"), Ok(Command::Test { screens: false }));
        assert_eq!(parsed("test --screens"), Ok(Command::Test { screens: true }));
    }

    #[test]
    fn wrong_words_are_named() {
        let refused = [
            ("sreve", "There is no command `sreve`: try `serve`, `bundle`, `docs`, `bench`, `fuzz` or `test`."),
            ("serve --prot 1", "`serve` takes no `--prot`: it knows --port N and --open."),
            ("serve --port", "--port wants a number from 0 to 65535, not ``."),
            ("serve --port 70000", "--port wants a number from 0 to 65535, not `70000`."),
            ("test --fast", "`test` takes no `--fast`: it knows --screens."),
            ("test --screens now", "`test` takes no `now`: it knows --screens."),
            ("docs --chek", "`docs` takes no `--chek`: it knows --check."),
            ("bundle --fast", "`bundle` takes no `--fast`: it knows --registry FILE and --hosted."),
            ("bundle --registry", "--registry wants a file or a folder."),
            (
                "fuzz window",
                "`fuzz` takes no `window`: it knows draft, number, p12, paste, registry, return_file and --seconds N.",
            ),
            ("fuzz --seconds", "--seconds wants a number of seconds, not ``."),
            ("fuzz --seconds 0", "--seconds wants a number of seconds, not `0`."),
            ("carry a.html b.json", "`carry` wants a built page, a signed registry and the file to write."),
            ("bench --fast", "`bench` takes no `--fast`: it knows --keep, files, node and peers."),
        ];
        for (line, sentence) in refused {
            assert_eq!(parsed(line), Err((sentence.to_string(), 2)), "{line}");
        }
    }
}
