//! A folder of one test, what the browser puts there, and how it is addressed.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

/// What lies in `folder`.
pub fn listed(folder: &Path) -> Vec<PathBuf> {
    std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect()
}

/// Whether the file is there, holds something, and has not grown for a while.
pub async fn settled(path: &Path) -> bool {
    let size = || std::fs::metadata(path).map(|data| data.len()).ok();
    let before = size();
    tokio::time::sleep(Duration::from_millis(250)).await;
    before.is_some_and(|length| length > 0) && before == size()
}

/// `path` as an address, with every byte escaped that has a meaning there.
pub fn file_address(path: &Path) -> String {
    let path = path.to_str().expect("a path of text");
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/-_.~".contains(&byte);
    let escaped =
        path.bytes().map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") });
    format!("file://{}", escaped.collect::<String>())
}

/// A folder of one test. It lies under the build's folder, for a browser packed as a snap sees no other.
pub struct Folder(pub PathBuf);

impl Folder {
    /// A new one, with a folder in it for downloads.
    pub fn new() -> Folder {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("browser-{}-{number}", std::process::id()));
        std::fs::create_dir_all(path.join("downloads")).expect("a folder for the test");
        Folder(path)
    }
}

impl Default for Folder {
    fn default() -> Folder {
        Folder::new()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // The browser may still be writing its last words.
        for _ in 0..20 {
            if std::fs::remove_dir_all(&self.0).is_ok() {
                return;
            }
            std::thread::sleep(Duration::from_millis(50));
        }
    }
}
