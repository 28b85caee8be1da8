//! How long a whole country's files take: 12,000 signed returns taken in by the command line, with the memory it needed.

use crate::shell::{self, Failure};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// How many files are taken in.
pub const FILES: usize = 12_000;

/// The folder of the made files: `files` and `cards` in it.
fn folder() -> PathBuf {
    shell::root().join("target").join(format!("intake-{FILES}"))
}

/// Makes the files, where they are not there yet, and gives their folder.
pub fn made() -> Result<PathBuf, Failure> {
    let folder = folder();
    if !folder.join("made").is_file() {
        println!("Making {FILES} signed returns in {}.", folder.display());
        let many = FILES.to_string();
        let mut example = shell::cargo();
        example.args(["run", "--release", "--example", "quarter", "--"]).arg(&folder).args(["--many", &many]);
        shell::run(&mut example)?;
        let unusable = |error: std::io::Error| Failure::new(format!("{}: {error}.", folder.display()));
        std::fs::write(folder.join("made"), many).map_err(unusable)?;
    }
    Ok(folder)
}

/// The made files of this folder, each by its path, in the order of their names.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut found = below(&folder.join("files"));
    found.sort();
    if found.len() == FILES {
        Ok(found)
    } else {
        Err(Failure::new(format!("{} has not {FILES} files.", folder.display())))
    }
}

/// The files in this folder and its folders.
fn below(folder: &Path) -> Vec<PathBuf> {
    let paths = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    paths.flat_map(|path| if path.is_dir() { below(&path) } else { vec![path] }).collect()
}

/// Builds the command line as it is given away, and gives its file.
pub fn program() -> Result<PathBuf, Failure> {
    shell::run(shell::cargo().args(["build", "--profile", "command", "--bin", "return36a"]))?;
    Ok(shell::root().join("target/command").join(format!("return36a{}", std::env::consts::EXE_SUFFIX)))
}

/// Adds the words that take the files in, each on the day that it carries.
pub fn collecting<'a>(collect: &'a mut Command, folder: &Path) -> &'a mut Command {
    collect.arg("collect").arg(folder.join("files")).arg("--keys").arg(folder.join("cards"));
    collect.arg("--out").arg(folder.join("out")).args(["--overwrite", "--file-dates"])
}

/// Takes the files in by the command line, and prints how long that took and the most memory it held.
pub fn by_command_line(folder: &Path) -> Result<(), Failure> {
    let mut collect = Command::new(program()?);
    collecting(&mut collect, folder).stdout(Stdio::null());
    let start = Instant::now();
    let mut child =
        collect.spawn().map_err(|error| Failure::new(format!("The command line cannot be run: {error}.")))?;
    let memory = watched(&mut child)?;
    let seconds = start.elapsed().as_secs_f64();
    let memory =
        memory.map_or("memory unknown on this system".to_string(), |bytes| format!("{} MB at most", bytes / 1_000_000));
    println!(
        "{FILES} files by the command line: {seconds:.1} s, {:.0} files a second, {memory}.",
        FILES as f64 / seconds
    );
    Ok(())
}

/// Waits for the end of a program; the most memory it held, where the system tells (`/proc`, VmHWM).
fn watched(child: &mut Child) -> Result<Option<u64>, Failure> {
    let mut most = None;
    loop {
        let status = child.try_wait().map_err(|error| Failure::new(format!("The command line was lost: {error}.")))?;
        match status {
            // Files that do not count are told by 1; they are among those made.
            Some(status) if matches!(status.code(), Some(0 | 1)) => return Ok(most),
            Some(status) => return Err(Failure::new(format!("The command line ended with {status}."))),
            None => most = held(child.id()).or(most),
        }
        std::thread::sleep(Duration::from_millis(20));
    }
}

fn held(process: u32) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    high_water(&status)
}

/// The bytes of the line that begins with `VmHWM:` and ends in kB.
fn high_water(status: &str) -> Option<u64> {
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.trim().strip_suffix(" kB")?.trim().parse::<u64>().ok()? * 1024)
}

#[cfg(test)]
mod tests {
    use super::high_water;

    #[test]
    fn the_most_memory_is_read_from_the_systems_own_words() {
        assert_eq!(high_water("Name:\treturn36a\nVmHWM:\t   20480 kB\nVmRSS:\t 1 kB\n"), Some(20_971_520));
        assert_eq!(high_water("Name:\treturn36a\n"), None);
        assert_eq!(high_water("VmHWM:\t many kB\n"), None);
    }
}
