//! A screen without a monitor, for what only a browser with a window can do: its own "Save page as".

use crate::driver::Companion;
use std::process::Command;

/// A running Xvfb.
pub struct Screen {
    /// Its name for the environment variable `DISPLAY`.
    pub display: String,
    _companion: Companion,
}

impl Screen {
    /// Starts Xvfb on a free display.
    pub fn start() -> Screen {
        let words = ["-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp"];
        let mut companion = Companion::start("Xvfb".into(), &words, &[]);
        let number = companion.line();
        assert!(!number.is_empty(), "Xvfb has not started: is it installed? `cargo xtask test` installs it");
        Screen { display: format!(":{}", number.trim()), _companion: companion }
    }

    /// Presses `keys`, as in `ctrl+s`, in the window whose title matches `title`; false if there is none.
    pub fn press(&self, title: &str, keys: &str) -> bool {
        let Some(window) = self.window(title) else {
            return false;
        };
        // No window manager runs here, so nothing else gives a window the keyboard.
        self.xdotool(&["windowfocus", "--sync", &window]).is_some()
            && self.xdotool(&["key", "--clearmodifiers", keys]).is_some()
    }

    fn window(&self, title: &str) -> Option<String> {
        let windows = self.xdotool(&["search", "--onlyvisible", "--name", title])?;
        windows.lines().next_back().map(String::from)
    }

    fn xdotool(&self, words: &[&str]) -> Option<String> {
        // `--sync` would wait for ever for a window that goes away meanwhile.
        let mut command = Command::new("timeout");
        let done = command.args(["5", "xdotool"]).args(words).env("DISPLAY", &self.display).output().expect("xdotool");
        done.status.success().then(|| String::from_utf8_lossy(&done.stdout).into_owned())
    }
}
